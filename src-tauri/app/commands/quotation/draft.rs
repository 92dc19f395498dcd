//! A quotation between page and book: the draft as it is typed, the form as it is judged.

use chengdan_domain::order::form::LineForm;
use chengdan_domain::quotation::{QuotationForm, QuotationLine};
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::{clean_line, clean_text};
use rusqlite::Connection;

use crate::commands::check::Check;
use crate::commands::order::draft::date;
use crate::fault::Fault;
use crate::store::opportunity::OpportunityRecord;
use crate::store::product;
use crate::store::quotation::{QuotationRecord, VersionRecord};
use crate::views::product::ProductKind;
use crate::views::quotation::{QuotationDraft, QuotationLineDraft};

/// The most lines a quotation may have.
const MOST_LINES: usize = 500;
/// The largest quantity and price, so that every amount can be computed.
const LARGEST: i64 = 1_000_000_000_000_000;

/// Checks what was typed and reads it as a form; `requirement` is the list of needs it rests on now.
///
/// # Errors
/// Field refusals, all at once; malformed dates; `RowNotFound`.
pub fn form_of(
    connection: &Connection,
    draft: &QuotationDraft,
    requirement: Option<i64>,
) -> Result<QuotationForm, Fault> {
    check(draft)?;
    let mut lines = Vec::with_capacity(draft.lines.len());
    for line in &draft.lines {
        lines.push(line_of(connection, line)?);
    }
    Ok(QuotationForm {
        contact_id: draft.contact_id,
        owner_id: draft.owner_id,
        requirement_id: requirement,
        no_requirement_reason: clean_text(&draft.no_requirement_reason),
        valid_until: date(draft.valid_until.as_deref())?,
        terms: draft.terms.clone(),
        delivery_period: clean_line(&draft.delivery_period),
        service: clean_text(&draft.service),
        note: clean_text(&draft.note),
        waiver: draft.waiver_fen,
        lines,
    })
}

/// Whose a new quotation is: who is named, else the deal's account manager, else whoever writes it.
pub fn owner_of(form: &QuotationForm, deal: &OpportunityRecord, actor: Option<i64>) -> Option<i64> {
    form.owner_id.or(deal.doc.form.owner_id).or(actor)
}

fn check(draft: &QuotationDraft) -> Result<(), Fault> {
    let mut check = Check::default();
    check
        .lines("no_requirement_reason", &draft.no_requirement_reason, 1_000)
        .lines("delivery_period", &draft.delivery_period, 200)
        .lines("service", &draft.service, 1_000)
        .lines("note", &draft.note, 5_000);
    let mut range = |field: &str, row: Option<i64>, found: Option<i64>, least: i64, most: i64| {
        if found.is_some_and(|found| !(least..=most).contains(&found)) {
            check.add(Refusal::FieldOutOfRange { field: field.into(), row, least, most });
        }
    };
    let count = i64::try_from(draft.lines.len()).ok();
    range("lines", None, count, 0, i64::try_from(MOST_LINES).unwrap_or(i64::MAX));
    range("waiver_fen", None, Some(draft.waiver_fen.0), 0, LARGEST);
    for part in &draft.terms.instalments {
        range("terms.share", None, Some(part.share.0), 0, 10_000);
        range("terms.days", None, Some(part.days), 0, 3_650);
    }
    for (row, line) in (1..).zip(&draft.lines) {
        range("quantity_milli", Some(row), line.quantity_milli.map(|quantity| quantity.0), 0, LARGEST);
        range("list_price_micro", Some(row), line.list_price_micro.map(|price| price.0), 0, LARGEST);
        range("price_micro", Some(row), line.price_micro.map(|price| price.0), 0, LARGEST);
        range("cost_micro", Some(row), line.cost_micro.map(|cost| cost.0), 0, LARGEST);
        range("discount", Some(row), Some(line.discount.0), 0, 10_000);
        range("tax_rate", Some(row), line.tax_rate.map(|rate| rate.0), 0, 10_000);
    }
    for (row, line) in draft.lines.iter().enumerate() {
        check
            .lines(&format!("lines.{row}.name"), &line.name, 200)
            .lines(&format!("lines.{row}.spec"), &line.spec, 500)
            .lines(&format!("lines.{row}.unit"), &line.unit, 20)
            .lines(&format!("lines.{row}.market_reference"), &line.market_reference, 200);
    }
    check.done()
}

fn line_of(connection: &Connection, line: &QuotationLineDraft) -> Result<QuotationLine, Fault> {
    let product = line.product_id.map(|id| product::get(connection, id)).transpose()?;
    let form = LineForm {
        product_id: line.product_id,
        name: clean_line(&line.name),
        spec: clean_line(&line.spec),
        unit: clean_line(&line.unit),
        quantity: line.quantity_milli,
        price: line.price_micro,
        list_price: line.list_price_micro,
        discount: line.discount,
        tax_rate: line.tax_rate,
        customised: line.customised,
        service: product.as_ref().is_some_and(|product| product.kind == ProductKind::Service),
        promised_on: None,
        category: product.map(|product| product.category).unwrap_or_default(),
        given_amount: None,
    };
    Ok(QuotationLine {
        line: form,
        cost: line.cost_micro,
        market_reference: clean_line(&line.market_reference),
    })
}

/// A version as the page edits it.
pub fn draft_of(record: &QuotationRecord, version: &VersionRecord) -> QuotationDraft {
    let form = &version.form;
    QuotationDraft {
        id: Some(record.id),
        version: Some(record.version),
        opportunity_id: record.opportunity_id,
        contact_id: form.contact_id,
        owner_id: form.owner_id,
        no_requirement_reason: form.no_requirement_reason.clone(),
        valid_until: form.valid_until.map(|day| day.to_string()),
        terms: form.terms.clone(),
        delivery_period: form.delivery_period.clone(),
        service: form.service.clone(),
        note: form.note.clone(),
        waiver_fen: form.waiver,
        lines: form.lines.iter().map(line_draft).collect(),
    }
}

fn line_draft(line: &QuotationLine) -> QuotationLineDraft {
    let QuotationLine { line, cost, market_reference } = line;
    QuotationLineDraft {
        product_id: line.product_id,
        name: line.name.clone(),
        spec: line.spec.clone(),
        unit: line.unit.clone(),
        quantity_milli: line.quantity,
        list_price_micro: line.list_price,
        price_micro: line.price,
        discount: line.discount,
        cost_micro: *cost,
        tax_rate: line.tax_rate,
        customised: line.customised,
        market_reference: market_reference.clone(),
    }
}
