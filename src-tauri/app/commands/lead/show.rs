//! A lead as the page shows it.

use chengdan_domain::lead::law;
use chrono::TimeDelta;
use rusqlite::Connection;

use super::gather;
use crate::App;
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::store::lead::{self, LeadRecord};
use crate::store::{deadline, lead_contact};
use crate::views::deadline::ClockOf;
use crate::views::lead::*;

/// A lead, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn view(app: &App, id: i64) -> Result<LeadView, Fault> {
    let me = app.desk_person();
    app.book()?.read(|connection| read(app, connection, id, me))
}

/// The same beside other questions.
///
/// # Errors
/// `RowNotFound`.
pub fn read(app: &App, connection: &Connection, id: i64, me: Option<i64>) -> Result<LeadView, Fault> {
    let record = lead::load(connection, id)?;
    let facts = gather::facts(connection, me, app.now())?;
    let acts = law::buttons(&record.doc, &facts);
    let rating = if record.doc.grade.is_some() { lead::rating(connection, id)? } else { None };
    let late = record.doc.registered_at - record.doc.form.received_at > TimeDelta::hours(24);
    Ok(LeadView {
        card: card_of(&record),
        state: record.doc.state,
        owner_id: record.doc.owner_id,
        owner: record.owner.clone(),
        registered_at: instant_text(record.doc.registered_at),
        registered_by: record.registered_by.clone(),
        registered_late: late,
        grade: record.doc.grade,
        rating,
        follow_ups: lead_contact::follow_ups(connection, id)?,
        reason: record.reason.clone(),
        customer: lead_contact::became(connection, record.became_id, true)?,
        opportunity: lead_contact::deal(connection, id)?,
        merged_into: lead_contact::became(connection, record.merged_into, false)?,
        acts: acts.into_iter().map(|(act, refusals)| LeadMay { act, refusals }).collect(),
        deadlines: deadline::of(connection, ClockOf::Lead, id)?,
    })
}

/// The form as the page edits it.
fn card_of(record: &LeadRecord) -> LeadCard {
    let form = record.doc.form.clone();
    LeadCard {
        id: Some(record.id),
        version: Some(record.version),
        customer: form.customer,
        contact: form.contact,
        title: form.title,
        phone: form.phone,
        wechat: form.wechat,
        email: form.email,
        industry: form.industry,
        province: form.province,
        city: form.city,
        district: form.district,
        source: form.source,
        source_note: form.source_note,
        need: form.need,
        received_at: Some(instant_text(form.received_at)),
        customer_id: record.customer_id,
    }
}
