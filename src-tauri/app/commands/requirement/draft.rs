//! A list of needs between page and book: as it is typed, as it is judged, and what a change tells.

use chengdan_domain::refusal::Refusal;
use chengdan_domain::requirement::{NeedLine, RequirementForm};
use chengdan_domain::text::{clean_line, clean_text};
use rusqlite::Connection;

use crate::commands::check::Check;
use crate::commands::order::draft::date;
use crate::fault::Fault;
use crate::paper::figures::quantity;
use crate::store::history::Payload;
use crate::store::requirement::RequirementRecord;
use crate::store::{customer, opportunity, product};
use crate::views::requirement::{NeedDraft, RequirementDraft};

/// The most lines a list may have.
const MOST_LINES: usize = 500;
/// The largest quantity.
const LARGEST: i64 = 1_000_000_000_000_000;

/// What was typed, tidied, and what is wrong with its fields. Empty lines at the end are left out.
///
/// # Errors
/// Malformed, when a date is none.
pub fn form_of(draft: &RequirementDraft) -> Result<(RequirementForm, Check), Fault> {
    let mut lines = draft.lines.iter().map(line_of).collect::<Result<Vec<_>, _>>()?;
    while lines.last().is_some_and(NeedLine::is_empty) {
        lines.pop();
    }
    let form = RequirementForm {
        contact_id: draft.contact_id,
        delivery_address: clean_line(&draft.delivery_address),
        note: clean_text(&draft.note),
        lines,
    };
    let check = checked(&form);
    Ok((form, check))
}

fn line_of(line: &NeedDraft) -> Result<NeedLine, Fault> {
    Ok(NeedLine {
        product_id: line.product_id,
        name: clean_line(&line.name),
        spec: clean_line(&line.spec),
        unit: clean_line(&line.unit),
        quantity: line.quantity_milli,
        wanted_on: date(line.wanted_on.as_deref())?,
        customised: line.customised,
        customisation: clean_line(&line.customisation),
        standard: clean_line(&line.standard),
    })
}

fn checked(form: &RequirementForm) -> Check {
    let mut check = Check::default();
    check.line("delivery_address", &form.delivery_address, false, 300).lines("note", &form.note, 10_000);
    let count = i64::try_from(form.lines.len()).unwrap_or(i64::MAX);
    let most = i64::try_from(MOST_LINES).unwrap_or(i64::MAX);
    if count > most {
        check.add(Refusal::FieldOutOfRange { field: "lines".into(), row: None, least: 0, most });
    }
    for (row, line) in form.lines.iter().enumerate() {
        let field = |name: &str| format!("lines.{row}.{name}");
        check
            .line(&field("name"), &line.name, false, 200)
            .line(&field("spec"), &line.spec, false, 500)
            .line(&field("unit"), &line.unit, false, 20)
            .line(&field("customisation"), &line.customisation, false, 500)
            .line(&field("standard"), &line.standard, false, 500);
        if line.quantity.is_some_and(|quantity| quantity.0 > LARGEST) {
            let (row, field) = (i64::try_from(row + 1).ok(), "quantity_milli".to_string());
            check.add(Refusal::FieldOutOfRange { field, row, least: 1, most: LARGEST });
        }
    }
    check
}

/// The contact is one of the customer's, the products are in the book.
///
/// # Errors
/// `RowNotFound`.
pub fn insist_on_neighbours(
    connection: &Connection,
    opportunity_id: i64,
    form: &RequirementForm,
) -> Result<(), Fault> {
    let deal = opportunity::load(connection, opportunity_id)?;
    if let (Some(contact), Some(customer_id)) = (form.contact_id, deal.doc.form.customer_id) {
        let known = customer::contacts(connection, customer_id)?;
        if !known.iter().any(|one| one.id == Some(contact)) {
            return Err(Refusal::RowNotFound.into());
        }
    }
    for id in form.lines.iter().filter_map(|line| line.product_id) {
        product::get(connection, id)?;
    }
    Ok(())
}

/// The form as the page edits it.
pub fn draft_of(record: &RequirementRecord) -> RequirementDraft {
    let form = &record.doc.form;
    RequirementDraft {
        id: Some(record.id),
        version: Some(record.version),
        opportunity_id: record.opportunity_id,
        contact_id: form.contact_id,
        delivery_address: form.delivery_address.clone(),
        note: form.note.clone(),
        lines: form.lines.iter().map(line_draft).collect(),
    }
}

fn line_draft(line: &NeedLine) -> NeedDraft {
    NeedDraft {
        product_id: line.product_id,
        name: line.name.clone(),
        spec: line.spec.clone(),
        unit: line.unit.clone(),
        quantity_milli: line.quantity,
        wanted_on: line.wanted_on.map(|day| day.to_string()),
        customised: line.customised,
        customisation: line.customisation.clone(),
        standard: line.standard.clone(),
    }
}

/// What a change tells the history: the head field by field, the lines row by row.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn changes(
    connection: &Connection,
    before: &RequirementForm,
    after: &RequirementForm,
) -> Result<Payload, Fault> {
    let contact = |form: &RequirementForm| match form.contact_id {
        Some(id) => customer::contact_name(connection, id),
        None => Ok(String::new()),
    };
    let mut told = Payload::default()
        .change("contact_id", contact(before)?, contact(after)?)
        .change("delivery_address", &before.delivery_address, &after.delivery_address)
        .change("note", &before.note, &after.note);
    let text = |form: &RequirementForm, row: usize| form.lines.get(row).map(line_text).unwrap_or_default();
    for row in 0..before.lines.len().max(after.lines.len()) {
        told = told.change(&format!("lines.{row}"), text(before, row), text(after, row));
    }
    Ok(told)
}

/// A line in one row.
fn line_text(line: &NeedLine) -> String {
    let parts = [
        line.name.clone(),
        line.spec.clone(),
        line.quantity.map(quantity).unwrap_or_default(),
        line.unit.clone(),
        line.wanted_on.map(|day| day.to_string()).unwrap_or_default(),
        if line.customised { format!("* {}", line.customisation).trim().to_string() } else { String::new() },
        line.standard.clone(),
    ];
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
}
