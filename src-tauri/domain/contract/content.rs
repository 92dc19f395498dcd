//! The fingerprint of what legal read (C1): everything that is printed in a contract. Beside it stand notes, the contact
//! and why it departs from what was accepted.

use super::form::ContractForm;
use crate::order::content::Canonical;
use crate::order::form::Priced;

/// The hash of the content, as `v1:<64 hexadecimal digits>`.
pub fn content_hash(form: &ContractForm, priced: &Priced) -> String {
    let sale = &form.sale;
    let mut text = Canonical::default();
    text.text("kind", &format!("{:?}", form.kind));
    text.number("supplement_of", form.supplement_of);
    text.number("customer", sale.customer_id);
    text.text("customer_name", &sale.customer_name);
    text.text("customer_order_number", &sale.customer_order_number);
    text.text("method", &format!("{:?}", sale.terms.method));
    text.number("instalments", i64::try_from(sale.terms.instalments.len()).ok());
    for part in &sale.terms.instalments {
        text.text("trigger", &format!("{:?}", part.trigger));
        text.number("share", Some(part.share.0));
        text.number("days", Some(part.days));
        text.text("day_kind", &format!("{:?}", part.day_kind));
    }
    text.text("delivery_period", &form.delivery_period);
    text.text("delivery_address", &sale.delivery_address);
    text.date("promised_on", sale.promised_on);
    text.date("valid_until", form.valid_until);
    text.number("limit", form.limit.map(|limit| limit.0));
    text.number("waiver", Some(sale.waiver.0));
    text.number("amount", Some(form.amount(priced).0));
    text.number("lines", i64::try_from(sale.lines.len()).ok());
    for (line, priced) in sale.lines.iter().zip(&priced.lines) {
        text.text("name", &line.name);
        text.text("spec", &line.spec);
        text.text("unit", &line.unit);
        text.number("quantity", line.quantity.map(|quantity| quantity.0));
        text.number("price", line.price.map(|price| price.0));
        text.number("discount", Some(line.discount.0));
        text.number("line_amount", priced.map(|priced| priced.amount.0));
        text.number("tax_rate", line.tax_rate.map(|rate| rate.0));
        text.number("customised", Some(i64::from(line.customised)));
        text.date("line_promised_on", line.promised_on);
    }
    text.number("clauses", i64::try_from(form.clauses.len()).ok());
    for clause in &form.clauses {
        text.text("title", &clause.title);
        text.text("body", &clause.body);
    }
    text.hash()
}
