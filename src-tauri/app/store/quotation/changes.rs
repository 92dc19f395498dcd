//! What of a quotation's content the history tells: what changed from one state of a version to the next.

use chengdan_domain::order::form::LineForm;
use chengdan_domain::quotation::{QuotationForm, QuotationLine};
use rusqlite::Connection;

use crate::fault::Fault;
use crate::store::history::Payload;
use crate::store::order::line_changes;
use crate::store::{customer, person};

/// The fields that changed, after them what became of the lines and of their costs. A form that is new was empty before.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn changes(
    connection: &Connection,
    customer_id: i64,
    before: &QuotationForm,
    after: &QuotationForm,
) -> Result<Payload, Fault> {
    let (old, new) = (head(connection, customer_id, before)?, head(connection, customer_id, after)?);
    let told = old
        .iter()
        .zip(&new)
        .fold(Payload::default(), |told, ((field, before), (_, after))| told.change(field, before, after));
    let lines =
        |form: &QuotationForm| -> Vec<LineForm> { form.lines.iter().map(|line| line.line.clone()).collect() };
    let told = line_changes::tell(told, &lines(before), &lines(after));
    let costs = before.lines.iter().zip(&after.lines).enumerate();
    Ok(costs.fold(told, |told, (row, (old, new))| {
        told.change(&format!("lines.{row}.cost_micro"), cost(old), cost(new))
    }))
}

fn cost(line: &QuotationLine) -> String {
    line.cost.map_or_else(String::new, |cost| cost.0.to_string())
}

fn head(
    connection: &Connection,
    customer_id: i64,
    form: &QuotationForm,
) -> Result<Vec<(&'static str, String)>, Fault> {
    let contacts = customer::contacts(connection, customer_id)?;
    let contact = contacts.into_iter().find(|one| one.id.is_some() && one.id == form.contact_id);
    let owner = form.owner_id.map(|id| person::brief(connection, id)).transpose()?.flatten();
    let waiver = if form.waiver.0 == 0 { String::new() } else { form.waiver.0.to_string() };
    Ok(vec![
        ("contact_id", contact.map(|one| one.name).unwrap_or_default()),
        ("owner", owner.map(|one| one.name).unwrap_or_default()),
        ("no_requirement_reason", form.no_requirement_reason.clone()),
        ("valid_until", form.valid_until.map_or_else(String::new, |day| day.to_string())),
        ("terms", serde_json::to_string(&form.terms)?),
        ("delivery_period", form.delivery_period.clone()),
        ("service", form.service.clone()),
        ("waiver_fen", waiver),
        ("note", form.note.clone()),
    ])
}
