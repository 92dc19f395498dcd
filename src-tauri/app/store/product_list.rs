//! The product list: pages by any column, and the counts of what is filtered.

use rusqlite::{Connection, ToSql, params};

use super::product::{CARD, card_of};
use super::search::{PRODUCT_MATCHES, Question};
use super::sorted::{Key, Sorted, number, text};
use crate::fault::Fault;
use crate::views::product::*;

/// What each column is sorted by; by name when there is none of that name.
fn key_of(sort: &str) -> &'static Key {
    const BY_NAME: Key = text("p.search_key");
    const BY_CODE: Key = text("p.code");
    const BY_SPEC: Key = text("p.spec");
    const BY_CATEGORY: Key = text("p.category");
    const BY_KIND: Key = text("p.kind || p.customised");
    const BY_UNIT: Key = text("p.unit");
    const BY_PRICE: Key = number("p.price_micro");
    /// What is not known comes first.
    const BY_COST: Key = number("coalesce(p.cost_micro, -1)");
    const BY_TAX: Key = number("p.tax_rate");
    const BY_STATE: Key = number("p.active");
    const BY_NOTE: Key = text("p.note");
    match sort {
        "code" => &BY_CODE,
        "spec" => &BY_SPEC,
        "category" => &BY_CATEGORY,
        "kind" => &BY_KIND,
        "unit" => &BY_UNIT,
        "price" => &BY_PRICE,
        "cost" => &BY_COST,
        "tax" => &BY_TAX,
        "state" => &BY_STATE,
        "note" => &BY_NOTE,
        _ => &BY_NAME,
    }
}

/// The filter over `product p`.
fn passes() -> String {
    format!(
        "{PRODUCT_MATCHES} and ($4 is null or p.category = $4) and ($5 is null or p.kind = $5)
         and ($6 is null or p.active = $6) and ($7 is null or p.customised = $7)
         and ($8 is null or p.price_micro >= $8) and ($9 is null or p.price_micro <= $9)"
    )
}

/// Calls with the filter's parameters.
fn with<T>(filter: &ProductFilter, ask: impl FnOnce(&[&dyn ToSql]) -> T) -> T {
    let Question { text, grams, sounds, .. } = Question::of(&filter.text);
    let kind = filter.kind.map(|kind| format!("{kind:?}"));
    let (active, customised) = (filter.active, filter.customised);
    ask(params![
        text,
        grams,
        sounds,
        filter.category,
        kind,
        active,
        customised,
        filter.least_micro,
        filter.most_micro
    ])
}

/// A page of the list, after the cursor of the page before.
///
/// # Errors
/// Malformed, when the cursor is not one of ours.
pub fn page(connection: &Connection, ask: &ProductListAsk) -> Result<ProductPage, Fault> {
    let sorted = Sorted {
        table: "product p",
        letter: "p",
        passes: &passes(),
        key: key_of(&ask.sort),
        descending: ask.descending,
        row: &CARD.replace("id, version", "p.id, version"),
        joins: "",
        walks: false,
    };
    let (rows, next) = with(&ask.filter, |filter| {
        sorted.page(connection, filter, ask.after.as_deref(), ask.limit, card_of)
    })?;
    Ok(ProductPage { rows, next, total: totals(connection, &ask.filter)?.count })
}

/// How many products are filtered, how many of them are no longer sold, and how many there are in all.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn totals(connection: &Connection, filter: &ProductFilter) -> Result<ProductTotals, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select count(*), cast(coalesce(sum(1 - p.active), 0) as bigint), (select count(*) from product)
           from product p where {}",
        passes()
    ))?;
    with(filter, |filter| {
        Ok(statement.query_row(filter, |row| {
            Ok(ProductTotals { count: row.get(0)?, inactive: row.get(1)?, all_count: row.get(2)? })
        })?)
    })
}
