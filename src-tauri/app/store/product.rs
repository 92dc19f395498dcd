//! Products and services.

use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::text::search_key;
use rusqlite::{Connection, Row, params};

use super::order::status_of;
use super::search::{self, PRODUCT_MATCHES, Question};
use super::{Act, history};
use crate::fault::Fault;
use crate::views::PageOf;
use crate::views::product::*;

pub(super) const CARD: &str =
    "id, version, code, name, spec, unit, category, kind, price_micro, tax_rate, customised, active, note,
    cost_micro";

pub(super) fn card_of(row: &Row) -> rusqlite::Result<ProductCard> {
    let kind: String = row.get(7)?;
    Ok(ProductCard {
        id: row.get(0)?,
        version: row.get(1)?,
        code: row.get(2)?,
        name: row.get(3)?,
        spec: row.get(4)?,
        unit: row.get(5)?,
        category: row.get(6)?,
        kind: if kind == "Service" { ProductKind::Service } else { ProductKind::Goods },
        price_micro: Price(row.get(8)?),
        tax_rate: Rate(row.get(9)?),
        customised: row.get(10)?,
        active: row.get(11)?,
        note: row.get(12)?,
        cost_micro: row.get::<_, Option<i64>>(13)?.map(Price),
    })
}

/// A product.
///
/// # Errors
/// `RowNotFound`.
pub fn get(connection: &Connection, id: i64) -> Result<ProductCard, Fault> {
    Ok(connection
        .prepare_cached(&format!("select {CARD} from product where id = $1"))?
        .query_row([id], card_of)?)
}

/// Every product, for joining a file to the book.
pub fn all(connection: &Connection) -> Result<Vec<ProductCard>, Fault> {
    let mut statement = connection.prepare_cached(&format!("select {CARD} from product order by id"))?;
    let rows = statement.query_map([], card_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Creates or changes a product; answers the id.
///
/// # Errors
/// `Stale` when somebody changed it meanwhile.
pub fn save(act: &Act, card: &ProductCard) -> Result<i64, Fault> {
    let text = search_text(card);
    let kind = format!("{:?}", card.kind);
    let cost = card.cost_micro.map(|cost| cost.0);
    if let Some(id) = card.id {
        let before = get(act.tx, id)?;
        let changed = act.tx.execute(
            "update product set version = version + 1, code = $1, name = $2, spec = $3, unit = $4, category = $5,
                    kind = $6, price_micro = $7, tax_rate = $8, customised = $9, active = $10, note = $11,
                    search_key = $12, cost_micro = $13
              where id = $14 and version = $15",
            params![card.code, card.name, card.spec, card.unit, card.category, kind, card.price_micro.0, card.tax_rate.0, card.customised, card.active, card.note, text, cost, id, card.version],
        )?;
        if changed != 1 {
            return Err(Fault::Stale { what: "product".into() });
        }
        search::put(act, search::Kind::Product, id, &text, &[&card.name])?;
        history::record(act, "product_save", "product", id, &changes(&before, card))?;
        return Ok(id);
    }
    act.tx.execute(
        "insert into product (code, name, spec, unit, category, kind, price_micro, tax_rate, customised, active, note,
                search_key, created_at, cost_micro)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        params![
            card.code, card.name, card.spec, card.unit, card.category, kind, card.price_micro.0, card.tax_rate.0,
            card.customised, card.active, card.note, text, act.at(), cost
        ],
    )?;
    let id = act.tx.last_insert_rowid();
    search::insert(act.tx, search::Kind::Product, id, &text, &[&card.name])?;
    history::record(act, "product_create", "product", id, &history::Payload::note(&card.name))?;
    Ok(id)
}

/// What a product is found by.
pub(super) fn search_text(card: &ProductCard) -> String {
    search_key(&format!("{} {} {} {}", card.name, card.spec, card.code, card.category))
}

/// What a change of a card tells the history.
pub fn changes(before: &ProductCard, after: &ProductCard) -> history::Payload {
    let said = |price: Option<Price>| price.map_or_else(String::new, |price| price.0.to_string());
    history::Payload::default()
        .change("code", &before.code, &after.code)
        .change("name", &before.name, &after.name)
        .change("spec", &before.spec, &after.spec)
        .change("unit", &before.unit, &after.unit)
        .change("category", &before.category, &after.category)
        .change("kind", format!("{:?}", before.kind), format!("{:?}", after.kind))
        .change("price_micro", before.price_micro.0, after.price_micro.0)
        .change("cost_micro", said(before.cost_micro), said(after.cost_micro))
        .change("tax_rate", before.tax_rate.0, after.tax_rate.0)
        .change("customised", before.customised, after.customised)
        .change("active", before.active, after.active)
        .change("note", &before.note, &after.note)
}

/// Products found while typing, by where the text stands: at the beginning of the name first, in the name before
/// specification and category.
pub fn find(connection: &Connection, text: &str, limit: i64) -> Result<Vec<ProductCard>, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select {CARD} from product p where p.active = 1 and {PRODUCT_MATCHES}
          order by case when instr(p.search_key, $1) > 0 then instr(p.search_key, $1) else 999999 end, p.search_key, p.id
          limit $4"
    ))?;
    let Question { text, grams, sounds, .. } = Question::of(text);
    let rows = statement.query_map(params![text, grams, sounds, limit.clamp(1, 100)], card_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The orders that name a product, the latest first; `after` is the id the last page ended with.
pub fn orders_of(connection: &Connection, ask: &PageOf) -> Result<ProductOrders, Fault> {
    let mut statement = connection.prepare_cached(
        "select o.id, o.number, o.status, o.customer_name, cast(coalesce(sum(l.quantity_milli), 0) as integer),
                max(l.unit), cast(coalesce(sum(l.amount_fen), 0) as integer), o.created_on
           from order_line l join sales_order o on o.id = l.order_id
          where l.product_id = $1 and l.order_id < $2
          group by o.id, o.number, o.status, o.customer_name, o.created_on order by o.id desc limit $3",
    )?;
    let rows = statement
        .query_map(params![ask.id, ask.after.unwrap_or(i64::MAX), ask.limit.clamp(1, 500) + 1], |row| {
            Ok(ProductOrder {
                order_id: row.get(0)?,
                order_number: row.get(1)?,
                status: status_of(&row.get::<_, String>(2)?),
                customer: row.get(3)?,
                quantity_milli: Quantity(row.get(4)?),
                unit: row.get(5)?,
                amount_fen: Money(row.get(6)?),
                created_on: row.get(7)?,
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let (rows, next) = ask.cut(rows, |row| row.order_id);
    Ok(ProductOrders { rows, next })
}

/// Whether any product has a cost: then this company keeps them.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn any_has_cost(connection: &Connection) -> Result<bool, Fault> {
    Ok(connection.prepare_cached("select 1 from product where cost_micro is not null limit 1")?.exists([])?)
}
