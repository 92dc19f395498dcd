//! The fingerprint of what is approved and offered: a versioned hash over a version's content, cost included, because the
//! supervisor decides on the margin.

use super::QuotationForm;
use crate::order::content::Canonical;
use crate::order::form::Priced;

/// The hash of a version's content. Not in it: notes, market references, the contact, the account manager.
pub fn content_hash(customer_id: i64, form: &QuotationForm, priced: &Priced) -> String {
    let mut text = Canonical::default();
    text.number("customer", Some(customer_id));
    text.date("valid_until", form.valid_until);
    text.text("method", &format!("{:?}", form.terms.method));
    text.number("instalments", i64::try_from(form.terms.instalments.len()).ok());
    for part in &form.terms.instalments {
        text.text("trigger", &format!("{:?}", part.trigger));
        text.number("share", Some(part.share.0));
        text.number("days", Some(part.days));
        text.text("day_kind", &format!("{:?}", part.day_kind));
    }
    text.text("delivery_period", &form.delivery_period);
    text.text("service", &form.service);
    text.number("waiver", Some(form.waiver.0));
    text.number("amount", Some(priced.amount.0));
    text.number("lines", i64::try_from(form.lines.len()).ok());
    for line in &form.lines {
        text.number("cost", line.cost.map(|cost| cost.0));
        let line = &line.line;
        text.text("name", &line.name);
        text.text("spec", &line.spec);
        text.text("unit", &line.unit);
        text.number("quantity", line.quantity.map(|quantity| quantity.0));
        text.number("list_price", line.list_price.map(|price| price.0));
        text.number("price", line.price.map(|price| price.0));
        text.number("discount", Some(line.discount.0));
        text.number("tax_rate", line.tax_rate.map(|rate| rate.0));
        text.number("customised", Some(i64::from(line.customised)));
    }
    text.hash()
}
