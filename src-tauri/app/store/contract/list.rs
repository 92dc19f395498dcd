//! The list of contracts: pages by any column, and count and sum of what is filtered.

use chengdan_domain::money::Money;
use rusqlite::{Connection, Row, ToSql, params};

use super::{kind_of, kind_text, state_of, state_text};
use crate::clock::{begins, business_date};
use crate::fault::Fault;
use crate::store::lead::instant_of;
use crate::store::search::{CONTRACT_MATCHES, Question};
use crate::store::sorted::{Key, Sorted, number, text};
use crate::views::contract::*;

/// What each column is sorted by; by number when there is none of that name.
fn key_of(sort: &str) -> &'static Key {
    const BY_NUMBER: Key = number("c.sort_ym * 10000000 + c.sort_serial");
    const BY_CREATION: Key = text("c.created_at");
    const BY_CUSTOMER: Key = text("c.customer_name");
    const BY_KIND: Key = text("c.kind");
    /// In the order of the process.
    const BY_STATE: Key = text(
        "case c.state when 'Draft' then '1' when 'InReview' then '2' when 'Returned' then '3' when 'Reviewed' then '4'
            when 'Signed' then '5' else '6' end",
    );
    const BY_AMOUNT: Key = number("c.amount_fen");
    const BY_CALLED: Key = number("c.called_fen");
    const BY_SIGNATURE: Key = text("coalesce(c.signed_on, '')");
    const BY_END: Key = text("coalesce(c.valid_until, '~')");
    const BY_OWNER: Key = text("coalesce((select p.name from person p where p.id = c.owner_id), '')");
    match sort {
        "created" => &BY_CREATION,
        "customer" => &BY_CUSTOMER,
        "kind" => &BY_KIND,
        "state" => &BY_STATE,
        "amount" => &BY_AMOUNT,
        "called" => &BY_CALLED,
        "signed" => &BY_SIGNATURE,
        "valid" => &BY_END,
        "owner" => &BY_OWNER,
        _ => &BY_NUMBER,
    }
}

/// The filter over `contract c`.
fn passes() -> String {
    format!(
        "{CONTRACT_MATCHES} and ($4 = '' or instr($4, ',' || c.state || ',') > 0)
         and ($5 = '' or instr($5, ',' || c.kind || ',') > 0)
         and ($6 is null or c.customer_id = $6) and ($7 is null or c.owner_id = $7)
         and ($8 is null or c.signed_on >= $8) and ($9 is null or c.signed_on < $9)
         and ($10 is null or c.amount_fen >= $10) and ($11 is null or c.amount_fen <= $11)
         and ($12 is null or c.created_at >= $12) and ($13 is null or c.created_at < $13)"
    )
}

/// Words between commas, so that each stands between two; empty when there are none.
fn listed<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<&str> = words.collect();
    if words.is_empty() { String::new() } else { format!(",{},", words.join(",")) }
}

/// A day of the page; an empty text is none.
fn day(text: Option<&str>) -> Result<Option<chrono::NaiveDate>, Fault> {
    let day = text.map(str::trim).filter(|day| !day.is_empty());
    let read = |day: &str| day.parse().map_err(|_| Fault::Malformed { detail: format!("{day} is no date") });
    day.map(read).transpose()
}

/// Calls with the filter's parameters.
fn with<T>(filter: &ContractFilter, ask: impl FnOnce(&[&dyn ToSql]) -> Result<T, Fault>) -> Result<T, Fault> {
    let Question { text, grams, sounds, .. } = Question::of(&filter.text);
    let states = listed(filter.states.iter().map(|state| state_text(*state)));
    let kinds = listed(filter.kinds.iter().map(|kind| kind_text(*kind)));
    let date = |text: &Option<String>| Ok::<_, Fault>(day(text.as_deref())?.map(|day| day.to_string()));
    let (signed_from, signed_before) = (date(&filter.signed_from)?, date(&filter.signed_before)?);
    let (from, before) = (day(filter.created_from.as_deref())?, day(filter.created_before.as_deref())?);
    ask(params![
        text,
        grams,
        sounds,
        states,
        kinds,
        filter.customer_id,
        filter.owner_id,
        signed_from,
        signed_before,
        filter.least_fen,
        filter.most_fen,
        from.map(begins),
        before.map(begins)
    ])
}

/// A page of the list, after the cursor of the page before.
///
/// # Errors
/// Malformed, when the cursor is not one of ours or a day is no date.
pub fn page(connection: &Connection, ask: &ContractListAsk) -> Result<ContractPage, Fault> {
    let sorted = Sorted {
        table: "contract c",
        letter: "c",
        passes: &passes(),
        key: key_of(&ask.sort),
        descending: ask.descending,
        row:
            "c.id, c.version, c.number, c.kind, c.state, c.customer_name, coalesce(p.name, ''), c.amount_fen,
              c.called_fen, c.signed_on, c.valid_until, c.created_at, coalesce(s.number, '')",
        joins: "left join person p on p.id = c.owner_id left join contract s on s.id = c.supplement_of",
        walks: false,
    };
    let (rows, next) =
        with(&ask.filter, |filter| sorted.page(connection, filter, ask.after.as_deref(), ask.limit, row_of))?;
    Ok(ContractPage { rows, next })
}

fn row_of(row: &Row) -> rusqlite::Result<ContractRow> {
    let created_at: String = row.get(11)?;
    Ok(ContractRow {
        id: row.get(0)?,
        version: row.get(1)?,
        number: row.get(2)?,
        kind: kind_of(&row.get::<_, String>(3)?),
        state: state_of(&row.get::<_, String>(4)?),
        customer: row.get(5)?,
        owner: row.get(6)?,
        amount_fen: Money(row.get(7)?),
        called_fen: Money(row.get(8)?),
        signed_on: row.get(9)?,
        valid_until: row.get(10)?,
        created_on: business_date(instant_of(&created_at)).to_string(),
        supplement_of: row.get(12)?,
    })
}

/// Count and sum of what is filtered; void ones are not in the sum.
///
/// # Errors
/// Malformed, when a day is no date.
pub fn totals(connection: &Connection, filter: &ContractFilter) -> Result<ContractTotals, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select count(*), cast(coalesce(sum(case when c.state = 'Void' then 0 else c.amount_fen end), 0) as bigint),
                cast(coalesce(sum(case when c.state = 'InReview' then 1 else 0 end), 0) as bigint),
                (select count(*) from contract)
           from contract c where {}",
        passes()
    ))?;
    with(filter, |filter| {
        Ok(statement.query_row(filter, |row| {
            Ok(ContractTotals {
                count: row.get(0)?,
                amount_fen: Money(row.get(1)?),
                in_review: row.get(2)?,
                all_count: row.get(3)?,
            })
        })?)
    })
}

/// What is searched, for a new index: id, text and the customer's name, which may be asked for by sound.
pub(in crate::store) fn searched(connection: &Connection) -> Result<Vec<(i64, String, String)>, Fault> {
    let mut statement =
        connection.prepare("select id, search_key, customer_name from contract order by id")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
