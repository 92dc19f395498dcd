//! Leads of an import: what they are judged by, and how they are written with their clocks.

use chengdan_domain::deadline::rules::Event;
use chengdan_domain::lead::LeadState;
use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::Made;
use crate::clock::office;
use crate::clocks::{self, Heard};
use crate::commands::lead::gather;
use crate::fault::Fault;
use crate::import::known::{Known, KnownLeads};
use crate::import::plan::PlannedLead;
use crate::store::lead::{Standing, source_text};
use crate::store::{Act, import};
use crate::views::deadline::ClockOf;
use crate::views::import::{ImportTarget, Mapping};

/// What the book knows of its leads, for a file that brings some.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn known(
    connection: &Connection,
    mapping: &Mapping,
    me: Option<i64>,
    now: DateTime<Utc>,
) -> Result<Option<KnownLeads>, Fault> {
    if !mapping.sheets.iter().any(|sheet| sheet.target == ImportTarget::Leads) {
        return Ok(None);
    }
    let mut known = KnownLeads::new(gather::facts(connection, me, now)?, office());
    import::each_lead(connection, &mut |form| {
        known.add(&form);
    })?;
    Ok(Some(known))
}

/// Writes a lead. One that waits for its rating has its clock from now on, as if it were registered now: the limits of an
/// earlier time were not this book's to keep. A lead that is rated already begins none; its next follow-up does.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn write(act: &Act, import_id: i64, lead: PlannedLead, made: &Made, known: &Known) -> Result<(), Fault> {
    let owner_id = lead.owner.and_then(|link| made.person(link, known)).map(|(id, _)| id);
    let customer_id = lead.customer.and_then(|link| Made::id(link, &made.customers));
    let standing = Standing {
        state: lead.state,
        grade: lead.grade,
        owner_id,
        became_id: None,
        merged_into: None,
        reason: lead.reason,
    };
    let id = import::insert_lead(act, import_id, &lead.form, customer_id, lead.registered_at, &standing)?;
    if lead.state != LeadState::New {
        return Ok(());
    }
    let source = source_text(lead.form.source).into();
    clocks::hear(act, &Heard { source, ..Heard::now(act, Event::LeadRegistered, ClockOf::Lead, id) })
}
