//! What of an order's content the history tells: what changed between two states, or everything at once.

use chengdan_domain::money::Money;
use chengdan_domain::order::form::{LineForm, OrderForm};
use chrono::NaiveDate;
use rusqlite::Connection;

use super::line_changes;
use super::row::OrderRecord;
use crate::fault::Fault;
use crate::store::customer;
use crate::store::history::Payload;

/// The fields that changed from one state to the next, after them what became of the lines ([`line_changes`]).
pub fn changes(connection: &Connection, before: &OrderRecord, after: &OrderRecord) -> Result<Payload, Fault> {
    let (old, new) = (head(connection, before)?, head(connection, after)?);
    let told = old.iter().zip(&new).fold(Payload::default(), |payload, ((name, before), (_, after))| {
        payload.change(name, before, after)
    });
    Ok(line_changes::tell(told, &before.form.lines, &after.form.lines))
}

/// Everything that stands in the order, as if it had been empty before.
pub fn whole(connection: &Connection, order: &OrderRecord) -> Result<Payload, Fault> {
    let told = fields(connection, order)?;
    Ok(told.iter().fold(Payload::default(), |payload, (name, text)| payload.change(name, "", text)))
}

/// Everything that stands in the order, as it is thrown away.
pub fn lost(connection: &Connection, order: &OrderRecord) -> Result<Payload, Fault> {
    let told = fields(connection, order)?;
    Ok(told.iter().fold(Payload::default(), |payload, (name, text)| payload.change(name, text, "")))
}

/// Every field of the head, after them the lines, each whole.
fn fields(connection: &Connection, order: &OrderRecord) -> Result<Vec<(String, String)>, Fault> {
    let head = head(connection, order)?.into_iter().map(|(name, text)| (name.to_string(), text));
    let lines = order.form.lines.iter().enumerate();
    Ok(head.chain(lines.map(|(row, line)| (format!("lines.{row}"), line_text(line)))).collect())
}

/// Every field of the head in a fixed order.
fn head(connection: &Connection, order: &OrderRecord) -> Result<Vec<(&'static str, String)>, Fault> {
    let form = &order.form;
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let fen = |amount: Option<Money>| amount.map_or_else(String::new, |amount| amount.0.to_string());
    let some = |amount: Money| fen(Some(amount).filter(|amount| amount.0 != 0));
    Ok(vec![
        ("customer", form.customer_name.clone()),
        ("contact_id", contact_name(connection, form)?),
        ("customer_order_number", form.customer_order_number.clone()),
        ("customer_order_on", day(form.customer_order_on)),
        ("contract_reason", form.contract_reason.clone()),
        ("contract_number", form.contract_number.clone()),
        ("contract_signed_on", day(form.contract_signed_on)),
        ("contract_amount_fen", fen(form.contract_amount)),
        ("invoice_title", form.invoice_title.clone()),
        ("invoice_kind", format!("{:?}", form.invoice_kind)),
        ("terms", serde_json::to_string(&form.terms)?),
        ("delivery_address", form.delivery_address.clone()),
        ("receiver", form.receiver.clone()),
        ("receiver_phone", form.receiver_phone.clone()),
        ("promised_on", day(form.promised_on)),
        ("owner", form.owner_name.clone()),
        ("waiver_fen", some(form.waiver)),
        ("amount_fen", some(order.priced.amount)),
        ("note", form.note.clone()),
    ])
}

/// The contact by name; ids say nothing to who reads.
fn contact_name(connection: &Connection, form: &OrderForm) -> Result<String, Fault> {
    let (Some(customer), Some(contact)) = (form.customer_id, form.contact_id) else {
        return Ok(String::new());
    };
    let known = customer::contacts(connection, customer)?;
    Ok(known.into_iter().find(|one| one.id == Some(contact)).map(|one| one.name).unwrap_or_default())
}

/// A line in one row: name, specification, quantity, price, rate, promise. Figures in their units of the book.
pub fn line_text(line: &LineForm) -> String {
    let parts = [
        line.name.clone(),
        line.spec.clone(),
        line.quantity.map_or_else(String::new, |quantity| thousandths(quantity.0, 3)),
        line.unit.clone(),
        line.price.map_or_else(String::new, |price| thousandths(price.0, 6)),
        if line.discount.0 == 0 { String::new() } else { format!("-{}%", thousandths(line.discount.0, 2)) },
        line.tax_rate.map_or_else(String::new, |rate| format!("{}%", thousandths(rate.0, 2))),
        if line.customised { "*".into() } else { String::new() },
        line.promised_on.map_or_else(String::new, |day| day.to_string()),
    ];
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
}

/// An integer with that many decimals, trailing zeros left out.
fn thousandths(value: i64, decimals: u32) -> String {
    let unit = 10_i64.pow(decimals);
    let (whole, rest) = (value / unit, (value % unit).abs());
    if rest == 0 {
        return whole.to_string();
    }
    let digits = format!("{rest:0width$}", width = decimals as usize);
    format!("{whole}.{}", digits.trim_end_matches('0'))
}
