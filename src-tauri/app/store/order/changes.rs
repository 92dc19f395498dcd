//! What changed between two states of an order's form, as the history tells it.

use chengdan_domain::order::form::{LineForm, OrderForm, Priced};

use super::row::OrderRecord;
use crate::store::history::Payload;

/// The changed fields. Lines are told one by one; a line that was added or removed has an empty side.
pub fn changes(before: &OrderRecord, form: &OrderForm, priced: &Priced) -> Payload {
    let old = &before.form;
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let terms = |form: &OrderForm| serde_json::to_string(&form.terms).unwrap_or_default();
    let fen = |amount: Option<chengdan_domain::money::Money>| {
        amount.map_or_else(String::new, |amount| amount.0.to_string())
    };
    let mut payload = Payload::default()
        .change("customer", &old.customer_name, &form.customer_name)
        .change("contact_id", old.contact_id.unwrap_or(0), form.contact_id.unwrap_or(0))
        .change("customer_order_number", &old.customer_order_number, &form.customer_order_number)
        .change("contract_number", &old.contract_number, &form.contract_number)
        .change("contract_signed_on", day(old.contract_signed_on), day(form.contract_signed_on))
        .change("contract_amount_fen", fen(old.contract_amount), fen(form.contract_amount))
        .change("invoice_title", &old.invoice_title, &form.invoice_title)
        .change("invoice_kind", format!("{:?}", old.invoice_kind), format!("{:?}", form.invoice_kind))
        .change("terms", terms(old), terms(form))
        .change("delivery_address", &old.delivery_address, &form.delivery_address)
        .change("receiver", &old.receiver, &form.receiver)
        .change("receiver_phone", &old.receiver_phone, &form.receiver_phone)
        .change("promised_on", day(old.promised_on), day(form.promised_on))
        .change("owner", &old.owner_name, &form.owner_name)
        .change("waiver_fen", old.waiver.0, form.waiver.0)
        .change("amount_fen", before.priced.amount.0, priced.amount.0)
        .change("note", &old.note, &form.note);
    for row in 0..old.lines.len().max(form.lines.len()) {
        let (was, is) = (old.lines.get(row).map(line_text), form.lines.get(row).map(line_text));
        payload = payload.change(&format!("lines.{row}"), was.unwrap_or_default(), is.unwrap_or_default());
    }
    payload
}

/// A line in one row: name, specification, quantity, price, rate, promise. Figures in their units of the book.
fn line_text(line: &LineForm) -> String {
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
