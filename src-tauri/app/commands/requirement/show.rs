//! A list of needs as the page shows it, and what its law judges by.

use chengdan_domain::refusal::Refusal;
use chengdan_domain::requirement::law::{self, RequirementFacts};
use chengdan_domain::requirement::{RequirementForm, RequirementState};
use chrono::NaiveDate;
use rusqlite::Connection;

use super::{draft, letter};
use crate::App;
use crate::commands::opportunity::gather;
use crate::fault::Fault;
use crate::store::customer;
use crate::store::opportunity::OpportunityRecord;
use crate::store::requirement::{self, RequirementRecord};
use crate::views::requirement::{RequirementMay, RequirementView};

/// The facts for an act of `actor_id` on a list of a deal.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn facts(
    connection: &Connection,
    deal: &OpportunityRecord,
    actor_id: Option<i64>,
    today: NaiveDate,
) -> Result<RequirementFacts, Fault> {
    let (actor, _) = gather::people(connection, actor_id)?;
    Ok(RequirementFacts {
        actor,
        owner_id: deal.doc.owner_id,
        deal: deal.doc.state,
        deal_number: deal.number.clone(),
        today,
        newest: requirement::newest(connection, deal.id)?,
        confirmation: None,
        evidence_is_kept: false,
        letter: Vec::new(),
        asking: false,
    })
}

/// A revision, whole.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn revision(
    app: &App,
    connection: &Connection,
    deal: &OpportunityRecord,
    record: &RequirementRecord,
    me: Option<i64>,
) -> Result<RequirementView, Fault> {
    let mut facts = facts(connection, deal, me, app.today())?;
    facts.letter = letter::objections(app, connection, deal, record)?;
    let acts = law::buttons(&record.doc, &facts);
    let word = &record.confirmation;
    let confirmed = record.doc.state != RequirementState::Draft;
    Ok(RequirementView {
        draft: draft::draft_of(record),
        number: record.number.clone(),
        revision: record.doc.revision,
        state: record.doc.state,
        contact: match record.doc.form.contact_id {
            Some(id) => customer::contact_name(connection, id)?,
            None => String::new(),
        },
        confirmed_by: word.by.clone(),
        confirmed_on: word.on.map(|day| day.to_string()),
        confirmed_how: confirmed.then_some(word.how),
        evidence: word.evidence.clone(),
        recorder: record.recorder.clone(),
        creator: record.creator.clone(),
        created_at: record.created_at.clone(),
        acts: acts.into_iter().map(|(act, refusals)| RequirementMay { act, refusals }).collect(),
    })
}

/// Why the first list of a deal cannot be begun.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn beginning(
    app: &App,
    connection: &Connection,
    deal: &OpportunityRecord,
    me: Option<i64>,
) -> Result<Vec<Refusal>, Fault> {
    let facts = facts(connection, deal, me, app.today())?;
    Ok(law::beginning(&RequirementForm::default(), &facts))
}
