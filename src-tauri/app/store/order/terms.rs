//! Payment terms as the list sorts by them: the sentence they read as, written with the order.

use chengdan_domain::payment::{PaymentTerms, sentence_zh};
use rusqlite::{Connection, OptionalExtension, params};

use crate::fault::Fault;

/// How the key is made; a book whose orders have another one gets it anew at opening.
const RECIPE: &str = "1";

/// What an order's terms are sorted by.
pub(super) fn terms_key(terms: &PaymentTerms) -> String {
    sentence_zh(terms)
}

/// Writes the key into a book whose orders were written without it.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn bring_up_to_date(connection: &mut Connection) -> Result<(), Fault> {
    let made: Option<String> = connection
        .query_row("select value from meta where key = 'terms'", [], |row| row.get(0))
        .optional()?;
    if made.as_deref() == Some(RECIPE) {
        return Ok(());
    }
    let tx = connection.transaction()?;
    let found: Vec<(i64, String)> = tx
        .prepare("select id, terms from sales_order order by id")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (id, json) in found {
        let terms: PaymentTerms = serde_json::from_str(&json).unwrap_or_default();
        tx.prepare_cached("update sales_order set terms_key = $1 where id = $2")?
            .execute(params![terms_key(&terms), id])?;
    }
    tx.execute(
        "insert into meta (key, value) values ('terms', $1) on conflict (key) do update set value = excluded.value",
        [RECIPE],
    )?;
    Ok(tx.commit()?)
}
