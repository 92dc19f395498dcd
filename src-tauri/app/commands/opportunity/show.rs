//! An opportunity as the page shows it, with all its neighbours.

use chengdan_domain::opportunity::law;
use rusqlite::Connection;

use super::gather;
use crate::App;
use crate::commands::requirement::show as list;
use crate::fault::Fault;
use crate::store::opportunity::{self, OpportunityRecord};
use crate::store::{lead_contact, opportunity_list, outbox_list, requirement};
use crate::views::opportunity::*;

/// An opportunity, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn view(app: &App, id: i64) -> Result<OpportunityView, Fault> {
    let me = app.desk_person();
    app.book()?.read(|connection| read(app, connection, id, me))
}

fn read(app: &App, connection: &Connection, id: i64, me: Option<i64>) -> Result<OpportunityView, Fault> {
    let record = opportunity::load(connection, id)?;
    let facts = gather::facts(connection, Some(id), me)?;
    let acts = law::buttons(&record.doc, &facts);
    let revisions = requirement::of_opportunity(connection, id)?;
    let mut requirements = Vec::with_capacity(revisions.len());
    for revision in &revisions {
        requirements.push(list::revision(app, connection, &record, revision, me)?);
    }
    let first =
        if revisions.is_empty() { list::beginning(app, connection, &record, me)? } else { Vec::new() };
    let solution = opportunity::solution(connection, id)?;
    Ok(OpportunityView {
        card: card_of(&record),
        number: record.number.clone(),
        state: record.doc.state,
        stage: record.stage,
        amount_fen: record.amount,
        customer: record.customer.clone(),
        owner: record.owner.clone(),
        creator: record.creator.clone(),
        created_at: record.created_at.clone(),
        closed_at: record.closed_at.clone(),
        reason: record.reason.clone(),
        winner: record.winner.clone(),
        lead: opportunity_list::lead(connection, record.lead_id)?,
        follow_ups: match record.lead_id {
            Some(lead_id) => lead_contact::follow_ups(connection, lead_id)?,
            None => Vec::new(),
        },
        requirements,
        solution: solution.map(|(form, person, saved_at)| SolutionView {
            configuration: form.configuration,
            service: form.service,
            plan: form.plan,
            person_id: form.person_id,
            person,
            saved_at,
        }),
        quotations: opportunity_list::quotations(connection, id)?,
        contracts: opportunity_list::contracts(connection, id)?,
        orders: opportunity_list::orders(connection, id)?,
        letters: outbox_list::of_opportunity(connection, id)?,
        acts: acts.into_iter().map(|(act, refusals)| OpportunityMay { act, refusals }).collect(),
        list: first,
    })
}

/// The form as the page edits it.
fn card_of(record: &OpportunityRecord) -> OpportunityCard {
    let form = record.doc.form.clone();
    OpportunityCard {
        id: Some(record.id),
        version: Some(record.version),
        name: form.name,
        customer_id: form.customer_id,
        owner_id: form.owner_id,
        expected_fen: form.expected,
        expected_on: form.expected_on.map(|day| day.to_string()),
    }
}
