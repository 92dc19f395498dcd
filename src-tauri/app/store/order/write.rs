//! Writing an order: what was typed, and the steps of its law. Every step checks the version that was seen.

use chengdan_domain::approval::Level;
use chengdan_domain::order::content::content_hash;
use chengdan_domain::order::form::{OrderForm, Priced};
use chengdan_domain::order::{OrderState, OrderStatus};
use chengdan_domain::text::search_key;
use rusqlite::params;

use super::changes::{changes, lost};
use super::insert::{NewOrder, insert};
use super::row::OrderRecord;
use super::terms::terms_key;
use super::{date_text, state_text, status_text};
use crate::fault::Fault;
use crate::store::search::{self, Kind};
use crate::store::{Act, attachment, history};
use crate::views::DocumentKind;

/// Saves what was typed into a new draft (`before` none) or into the order that was seen; answers the id. What is
/// the same as before writes nothing.
///
/// # Errors
/// `Stale`, `AmountTooLarge`.
pub fn save_form(act: &Act, before: Option<&OrderRecord>, form: &OrderForm) -> Result<i64, Fault> {
    let Some(before) = before else {
        let creator_id = act.actor;
        let id = insert(act, &NewOrder { creator_id, ..NewOrder::draft(form.clone(), act.now) })?;
        history::record(act, "order_create", "order", id, &history::Payload::note(&form.customer_name))?;
        return Ok(id);
    };
    if before.form == *form {
        // Nothing to write and nothing to tell: the version that was seen still holds.
        return Ok(before.id);
    }
    let priced = form.priced()?;
    touch(act, before.id, before.version)?;
    write_form(act, before.id, before.number.as_deref(), form, &priced)?;
    act.tx.execute("delete from order_line where order_id = $1", [before.id])?;
    for index in 0..form.lines.len() {
        insert_line(act, before.id, form, &priced, index)?;
    }
    act.tx.execute(
        "update sales_order set content_hash = $1 where id = $2",
        params![content_hash(form, &priced), before.id],
    )?;
    tell(act, before, form, priced)?;
    Ok(before.id)
}

/// What the history says of a save. Once an order was submitted, every change is told. Before, a draft saves itself
/// every few seconds: one entry says that somebody worked on it, and the first submission tells everything it holds.
fn tell(act: &Act, before: &OrderRecord, form: &OrderForm, priced: Priced) -> Result<(), Fault> {
    let payload = if before.submitted_at.is_some() {
        changes(act.tx, before, &OrderRecord { form: form.clone(), priced, ..before.clone() })?
    } else if history::is_sitting(act, "order", before.id, &["order_create", "order_save"])? {
        return Ok(());
    } else {
        history::Payload::default()
    };
    history::record(act, "order_save", "order", before.id, &payload)
}

/// Raises the version; exactly one row, or somebody was faster.
fn touch(act: &Act, id: i64, version: i64) -> Result<(), Fault> {
    let changed = act
        .tx
        .prepare_cached("update sales_order set version = version + 1 where id = $1 and version = $2")?
        .execute([id, version])?;
    if changed == 1 { Ok(()) } else { Err(Fault::Stale { what: "order".into() }) }
}

/// A step of the law as it is written.
#[derive(Debug, Clone)]
pub struct Moved<'a> {
    pub id: i64,
    /// The version that was seen.
    pub version: i64,
    pub state: OrderState,
    pub round: i64,
    pub level: i64,
    pub ladder: &'a [Level],
}

/// Moves an order to a state and rung.
///
/// # Errors
/// `Stale` when the order was changed since it was seen.
pub fn move_to(act: &Act, moved: &Moved) -> Result<(), Fault> {
    touch(act, moved.id, moved.version)?;
    let status = OrderStatus::of(moved.state, moved.ladder, moved.level);
    act.tx
        .prepare_cached(
            "update sales_order set state = $1, status = $2, round = $3, level = $4, ladder = $5 where id = $6",
        )?
        .execute(params![
            state_text(moved.state),
            status_text(status),
            moved.round,
            moved.level,
            serde_json::to_string(moved.ladder)?,
            moved.id
        ])?;
    Ok(())
}

/// Removes a draft that never carried a number, once it lies at `place` in the bin; its history stays, and tells what
/// was in it.
///
/// # Errors
/// `Stale`.
pub fn discard(act: &Act, order: &OrderRecord, place: i64) -> Result<(), Fault> {
    touch(act, order.id, order.version)?;
    act.tx.execute("delete from order_line where order_id = $1", [order.id])?;
    act.tx.execute("delete from sales_order where id = $1 and number is null", [order.id])?;
    search::remove(act, Kind::Order, order.id)?;
    let attached = attachment::into_bin(act, DocumentKind::Order, order.id, place)?;
    let told = lost(act.tx, order)?.change("attachment", attached.join(" · "), "");
    let payload = history::Payload { note: order.form.customer_name.clone(), ..told };
    history::record(act, "order_discard", "order", order.id, &payload)
}

/// Everything of the head that is typed or follows from it.
pub(super) fn write_form(
    act: &Act,
    id: i64,
    number: Option<&str>,
    form: &OrderForm,
    priced: &Priced,
) -> Result<(), Fault> {
    let first = form.lines.first().map_or("", |line| line.name.as_str());
    let text = search_text(number, form);
    act.tx
        .prepare_cached(
            "update sales_order set customer_id = $1, customer_name = $2, customer_key = $3, contact_id = $4,
                    customer_order_number = $5, contract_number = $6, contract_signed_on = $7,
                    contract_amount_fen = $8, invoice_title = $9, invoice_kind = $10, terms = $11,
                    delivery_address = $12, receiver = $13, receiver_phone = $14, promised_on = $15, owner_id = $16,
                    owner_name = $17, waiver_fen = $18, note = $19, amount_fen = $20, net_fen = $21, tax_fen = $22,
                    line_count = $23, first_product = $24, search_key = $25, terms_key = $26,
                    customer_order_on = $27, contract_id = $28, contract_reason = $29,
                    sort_serial = case when number is null then id else sort_serial end,
                    counted_region = case when approved_on is null
                        then coalesce((select c.region from customer c where c.id = $1), '') else counted_region end
              where id = $30",
        )?
        .execute(params![
            form.customer_id,
            form.customer_name,
            search_key(&form.customer_name),
            form.contact_id,
            form.customer_order_number,
            form.contract_number,
            date_text(form.contract_signed_on),
            form.contract_amount.map(|amount| amount.0),
            form.invoice_title,
            format!("{:?}", form.invoice_kind),
            serde_json::to_string(&form.terms)?,
            form.delivery_address,
            form.receiver,
            form.receiver_phone,
            date_text(form.promised_on),
            form.owner_id,
            form.owner_name,
            form.waiver.0,
            form.note,
            priced.amount.0,
            priced.net.0,
            priced.tax.0,
            i64::try_from(form.lines.len()).unwrap_or(i64::MAX),
            first,
            text,
            terms_key(&form.terms),
            date_text(form.customer_order_on),
            form.contract_id,
            form.contract_reason,
            id,
        ])?;
    search::put(act, Kind::Order, id, &text, &[])
}

/// What the list's search looks through.
pub(in crate::store) fn search_text(number: Option<&str>, form: &OrderForm) -> String {
    let mut parts = vec![number.unwrap_or(""), &form.customer_name, &form.owner_name];
    parts.extend([form.customer_order_number.as_str(), &form.contract_number]);
    parts.extend(form.lines.iter().take(20).map(|line| line.name.as_str()));
    search_key(&parts.join(" "))
}

pub(super) fn insert_line(
    act: &Act,
    order_id: i64,
    form: &OrderForm,
    priced: &Priced,
    index: usize,
) -> Result<i64, Fault> {
    let Some(line) = form.lines.get(index) else { return Err(Fault::broken("no such line")) };
    let figures = priced.lines.get(index).copied().flatten();
    Ok(act
        .tx
        .prepare_cached(
            "insert into order_line (order_id, position, product_id, name, spec, unit, quantity_milli, price_micro,
                    list_price_micro, discount, waiver_fen, amount_fen, tax_rate, customised, service, promised_on,
                    category)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id",
        )?
        .query_row(
            params![
                order_id,
                i64::try_from(index).unwrap_or(i64::MAX),
                line.product_id,
                line.name,
                line.spec,
                line.unit,
                line.quantity.map(|quantity| quantity.0),
                line.price.map(|price| price.0),
                line.list_price.map(|price| price.0),
                line.discount.0,
                figures.map_or(0, |figures| figures.waiver.0),
                figures.map(|figures| figures.amount.0),
                line.tax_rate.map(|rate| rate.0),
                line.customised,
                line.service,
                date_text(line.promised_on),
                line.category,
            ],
            |row| row.get(0),
        )?)
}
