//! The fingerprint of what is approved (O4): a versioned hash over the protected content of an order.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::form::{OrderForm, Priced};

/// The version of the recipe; a later one must go on reading hashes made by earlier ones.
const VERSION: &str = "v1";

/// The hash of the protected content, as `v1:<64 hexadecimal digits>`.
///
/// Protected: customer and invoice title, contract, lines (name, specification, unit, quantity, price, discount,
/// amount, rate, customised, promised date), amount and 整单优惠, terms, delivery address, promised date, invoice
/// kind. Not protected: notes, receiver and phone, contact, the customer's own number, the account manager.
pub fn content_hash(form: &OrderForm, priced: &Priced) -> String {
    let mut text = Canonical::default();
    text.number("customer", form.customer_id);
    text.text("customer_name", &form.customer_name);
    text.text("invoice_title", &form.invoice_title);
    text.text("invoice_kind", &format!("{:?}", form.invoice_kind));
    text.text("contract_number", &form.contract_number);
    text.date("contract_signed_on", form.contract_signed_on);
    text.number("contract_amount", form.contract_amount.map(|amount| amount.0));
    text.text("method", &format!("{:?}", form.terms.method));
    text.number("instalments", i64::try_from(form.terms.instalments.len()).ok());
    for part in &form.terms.instalments {
        text.text("trigger", &format!("{:?}", part.trigger));
        text.number("share", Some(part.share.0));
        text.number("days", Some(part.days));
        text.text("day_kind", &format!("{:?}", part.day_kind));
    }
    text.text("delivery_address", &form.delivery_address);
    text.date("promised_on", form.promised_on);
    text.number("waiver", Some(form.waiver.0));
    text.number("amount", Some(priced.amount.0));
    text.number("lines", i64::try_from(form.lines.len()).ok());
    for (index, line) in form.lines.iter().enumerate() {
        let amount = priced.lines.get(index).copied().flatten().map(|priced| priced.amount.0);
        text.text("name", &line.name);
        text.text("spec", &line.spec);
        text.text("unit", &line.unit);
        text.number("quantity", line.quantity.map(|quantity| quantity.0));
        text.number("price", line.price.map(|price| price.0));
        text.number("discount", Some(line.discount.0));
        text.number("line_amount", amount);
        text.number("tax_rate", line.tax_rate.map(|rate| rate.0));
        text.number("customised", Some(i64::from(line.customised)));
        text.date("line_promised_on", line.promised_on);
    }
    text.hash()
}

/// The short code that stands on the letter: the first eight digits of the hash.
pub fn short_code(hash: &str) -> String {
    let digits = hash.split_once(':').map_or(hash, |(_, digits)| digits);
    digits.chars().take(8).collect::<String>().to_uppercase()
}

/// Fields with their lengths, so that no two contents have one text.
#[derive(Default)]
pub(crate) struct Canonical(String);

impl Canonical {
    pub(crate) fn text(&mut self, field: &str, value: &str) {
        self.0.push_str(&format!("{field}={}:{value}\n", value.len()));
    }

    pub(crate) fn number(&mut self, field: &str, value: Option<i64>) {
        let value = value.map_or_else(|| "none".into(), |value| value.to_string());
        self.0.push_str(&format!("{field}={value}\n"));
    }

    pub(crate) fn date(&mut self, field: &str, value: Option<NaiveDate>) {
        let value = value.map_or_else(|| "none".into(), |day| day.to_string());
        self.0.push_str(&format!("{field}={value}\n"));
    }

    pub(crate) fn hash(self) -> String {
        let digest = Sha256::digest(format!("{VERSION}\n{}", self.0).as_bytes());
        let digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{VERSION}:{digits}")
    }
}
