//! An order between page and book: the draft as it is typed, the form as it is judged.

use chengdan_domain::contract::ContractKind;
use chengdan_domain::money::Money;
use chengdan_domain::order::form::{LineForm, OrderForm};
use chengdan_domain::payment::PaymentTerms;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::{clean_line, clean_text};
use chrono::NaiveDate;
use rusqlite::Connection;

use crate::commands::check::Check;
use crate::fault::Fault;
use crate::store::order::OrderRecord;
use crate::store::{contract, customer, person, product};
use crate::views::order::{LineDraft, OrderDraft};
use crate::views::product::ProductKind;

/// The most lines an order may have.
const MOST_LINES: usize = 500;
/// The largest quantity and price, so that every amount can be computed.
const LARGEST: i64 = 1_000_000_000_000_000;

/// Checks what was typed and completes it from the book: customer's and account manager's names, list price,
/// category and kind of the products.
///
/// # Errors
/// Field refusals, all at once; malformed dates; `RowNotFound`.
pub fn form_of(connection: &Connection, draft: &OrderDraft) -> Result<OrderForm, Fault> {
    let draft = tidied(draft);
    check(&draft)?;
    let customer = draft.customer_id.map(|id| customer::get(connection, id)).transpose()?;
    let owner = draft.owner_id.map(|id| person::get(connection, id)).transpose()?;
    let ground = draft.contract_id.map(|id| contract::load(connection, id)).transpose()?;
    let mut lines = Vec::with_capacity(draft.lines.len());
    for line in &draft.lines {
        lines.push(line_of(connection, line)?);
    }
    let mut form = OrderForm {
        customer_order_on: date(draft.customer_order_on.as_deref())?,
        contract_id: draft.contract_id,
        contract_reason: draft.contract_reason,
        customer_id: draft.customer_id,
        customer_name: customer.map(|customer| customer.name).unwrap_or_default(),
        contact_id: draft.contact_id,
        contract_signed_on: date(draft.contract_signed_on.as_deref())?,
        contract_amount: draft.contract_amount_fen,
        promised_on: date(draft.promised_on.as_deref())?,
        owner_id: draft.owner_id,
        owner_name: owner.map(|owner| owner.name).unwrap_or_default(),
        waiver: draft.waiver_fen,
        lines,
        customer_order_number: draft.customer_order_number,
        contract_number: draft.contract_number,
        invoice_title: draft.invoice_title,
        invoice_kind: draft.invoice_kind,
        terms: draft.terms,
        delivery_address: draft.delivery_address,
        receiver: draft.receiver,
        receiver_phone: draft.receiver_phone,
        note: draft.note,
    };
    // What stands on a contract of the book says what that says; nothing of it is typed.
    if let Some(ground) = ground {
        let frame = ground.doc.form.kind == ContractKind::Framework;
        form.contract_amount = (!frame).then(|| ground.doc.amount());
        form.contract_number = ground.doc.number.unwrap_or_default();
        form.contract_signed_on = date(ground.signed_on.as_deref())?;
    }
    Ok(form)
}

/// Pasted text comes with line breaks and blanks; one line is what was meant.
fn tidied(draft: &OrderDraft) -> OrderDraft {
    let mut draft = draft.clone();
    for text in [
        &mut draft.customer_order_number,
        &mut draft.contract_number,
        &mut draft.invoice_title,
        &mut draft.delivery_address,
        &mut draft.receiver,
        &mut draft.receiver_phone,
    ] {
        *text = clean_line(text);
    }
    draft.note = clean_text(&draft.note);
    draft.contract_reason = clean_text(&draft.contract_reason);
    tidy_lines(&mut draft.lines);
    draft
}

/// The words of lines, each on one line.
pub(in crate::commands) fn tidy_lines(lines: &mut [LineDraft]) {
    for line in lines {
        for text in [&mut line.name, &mut line.spec, &mut line.unit] {
            *text = clean_line(text);
        }
    }
}

fn check(draft: &OrderDraft) -> Result<(), Fault> {
    let mut check = Check::default();
    check
        .line("customer_order_number", &draft.customer_order_number, false, 60)
        .line("contract_number", &draft.contract_number, false, 60)
        .line("invoice_title", &draft.invoice_title, false, 200)
        .line("delivery_address", &draft.delivery_address, false, 300)
        .line("receiver", &draft.receiver, false, 60)
        .line("receiver_phone", &draft.receiver_phone, false, 60)
        .phone("receiver_phone", &draft.receiver_phone)
        .lines("contract_reason", &draft.contract_reason, 1_000)
        .lines("note", &draft.note, 10_000);
    check_goods(&mut check, draft.waiver_fen, &draft.terms, &draft.lines);
    let amount = draft.contract_amount_fen.filter(|amount| !(0..=LARGEST).contains(&amount.0));
    if amount.is_some() {
        let field = "contract_amount_fen".into();
        check.add(Refusal::FieldOutOfRange { field, row: None, least: 0, most: LARGEST });
    }
    check.done()
}

/// Ranges and lengths of what is sold, whatever document it stands on.
pub(in crate::commands) fn check_goods(
    check: &mut Check,
    waiver_fen: Money,
    terms: &PaymentTerms,
    lines: &[LineDraft],
) {
    let mut range = |field: &str, row: Option<i64>, found: Option<i64>, least: i64, most: i64| {
        if found.is_some_and(|found| !(least..=most).contains(&found)) {
            check.add(Refusal::FieldOutOfRange { field: field.into(), row, least, most });
        }
    };
    let count = i64::try_from(lines.len()).ok();
    range("lines", None, count, 0, i64::try_from(MOST_LINES).unwrap_or(i64::MAX));
    range("waiver_fen", None, Some(waiver_fen.0), 0, LARGEST);
    for part in &terms.instalments {
        range("terms.share", None, Some(part.share.0), 0, 10_000);
        range("terms.days", None, Some(part.days), 0, 3_650);
    }
    for (row, line) in (1..).zip(lines) {
        range("quantity_milli", Some(row), line.quantity_milli.map(|quantity| quantity.0), 0, LARGEST);
        range("price_micro", Some(row), line.price_micro.map(|price| price.0), 0, LARGEST);
        range("discount", Some(row), Some(line.discount.0), 0, 10_000);
        range("tax_rate", Some(row), line.tax_rate.map(|rate| rate.0), 0, 10_000);
    }
    for (row, line) in lines.iter().enumerate() {
        check
            .line(&format!("lines.{row}.name"), &line.name, false, 200)
            .line(&format!("lines.{row}.spec"), &line.spec, false, 500)
            .line(&format!("lines.{row}.unit"), &line.unit, false, 20);
    }
}

/// A line completed from the book: list price, category and kind of its product.
///
/// # Errors
/// `RowNotFound`, malformed dates.
pub(in crate::commands) fn line_of(connection: &Connection, line: &LineDraft) -> Result<LineForm, Fault> {
    let product = line.product_id.map(|id| product::get(connection, id)).transpose()?;
    Ok(LineForm {
        product_id: line.product_id,
        name: line.name.clone(),
        spec: line.spec.clone(),
        unit: line.unit.clone(),
        quantity: line.quantity_milli,
        price: line.price_micro,
        list_price: product.as_ref().map(|product| product.price_micro).filter(|price| price.0 > 0),
        discount: line.discount,
        tax_rate: line.tax_rate,
        customised: line.customised,
        service: product.as_ref().is_some_and(|product| product.kind == ProductKind::Service),
        promised_on: date(line.promised_on.as_deref())?,
        category: product.map(|product| product.category).unwrap_or_default(),
        given_amount: None,
    })
}

/// Reads a business date of the page; an empty text is no date.
///
/// # Errors
/// Malformed.
pub fn date(text: Option<&str>) -> Result<Option<NaiveDate>, Fault> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    text.map(|text| text.parse().map_err(|_| Fault::Malformed { detail: format!("{text} is no date") }))
        .transpose()
}

/// The form as the page edits it.
pub fn draft_of(record: &OrderRecord) -> OrderDraft {
    let form = &record.form;
    let text = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    OrderDraft {
        id: Some(record.id),
        version: Some(record.version),
        customer_id: form.customer_id,
        contact_id: form.contact_id,
        customer_order_number: form.customer_order_number.clone(),
        customer_order_on: text(form.customer_order_on),
        contract_id: form.contract_id,
        contract_reason: form.contract_reason.clone(),
        contract_number: form.contract_number.clone(),
        contract_signed_on: text(form.contract_signed_on),
        contract_amount_fen: form.contract_amount,
        invoice_title: form.invoice_title.clone(),
        invoice_kind: form.invoice_kind,
        terms: form.terms.clone(),
        delivery_address: form.delivery_address.clone(),
        receiver: form.receiver.clone(),
        receiver_phone: form.receiver_phone.clone(),
        promised_on: text(form.promised_on),
        owner_id: form.owner_id,
        waiver_fen: form.waiver,
        note: form.note.clone(),
        lines: form.lines.iter().map(line_draft).collect(),
    }
}

/// A line as the page edits it.
pub(in crate::commands) fn line_draft(line: &LineForm) -> LineDraft {
    LineDraft {
        product_id: line.product_id,
        name: line.name.clone(),
        spec: line.spec.clone(),
        unit: line.unit.clone(),
        quantity_milli: line.quantity,
        price_micro: line.price,
        discount: line.discount,
        tax_rate: line.tax_rate,
        customised: line.customised,
        promised_on: line.promised_on.map(|day| day.to_string()),
    }
}
