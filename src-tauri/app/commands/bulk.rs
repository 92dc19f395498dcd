//! Several rows at once: whether the law lets an act be done with each of them. The acts themselves are the single ones,
//! row by row, so that nothing half done is ever left and each refusal has its own reasons.

use chengdan_domain::lead::LeadAct;
use chengdan_domain::lead::law::{self, LeadFacts};
use chengdan_domain::letter::{LetterState, offers};
use chengdan_domain::order::OrderAct;
use chengdan_domain::refusal::Refusal;
use rusqlite::Connection;

use super::lead::gather;
use super::order::Seen;
use crate::App;
use crate::fault::Fault;
use crate::store::order::approve::insist_on_approval;
use crate::store::{bin, customer, lead, outbox_list, product};
use crate::views::ByVersion;
use crate::views::bulk::*;

/// So many rows are asked about at once.
const MOST: usize = 1_000;

/// Asks the law about each row; nothing is written.
///
/// # Errors
/// `NotSignedIn`, `FieldOutOfRange`.
pub fn check(app: &App, request: BulkAsk) -> Result<Vec<BulkMay>, Fault> {
    let me = app.person_id()?;
    if request.rows.len() > MOST {
        let most = i64::try_from(MOST).unwrap_or(0);
        return Err(Refusal::FieldOutOfRange { field: "rows".into(), row: None, least: 1, most }.into());
    }
    app.book()?.read(|connection| {
        request.rows.iter().map(|row| may(app, connection, me, request.act, row)).collect()
    })
}

fn may(app: &App, connection: &Connection, me: i64, act: BulkAct, row: &ByVersion) -> Result<BulkMay, Fault> {
    let (refusals, stale) = match asked(app, connection, me, act, row) {
        Ok(()) => (Vec::new(), false),
        Err(Fault::Refused { reasons }) => (reasons, false),
        Err(Fault::Stale { .. }) => (Vec::new(), true),
        Err(other) => return Err(other),
    };
    Ok(BulkMay { id: row.id, refusals, stale })
}

fn asked(app: &App, connection: &Connection, me: i64, act: BulkAct, row: &ByVersion) -> Result<(), Fault> {
    match act {
        BulkAct::OrderSubmit => order_may(app, connection, me, OrderAct::Submit, row),
        BulkAct::OrderDiscard => order_may(app, connection, me, OrderAct::Discard, row),
        BulkAct::CustomerHandOver => unchanged(customer::get(connection, row.id)?.version, row, "customer"),
        BulkAct::CustomerRemove => {
            let card = customer::get(connection, row.id)?;
            unchanged(card.version, row, "customer")?;
            bin::refuse_used_customer(connection, row.id, &card.name)
        }
        BulkAct::ProductRemove => {
            let card = product::get(connection, row.id)?;
            unchanged(card.version, row, "product")?;
            bin::refuse_used_product(connection, row.id, &card.name)
        }
        BulkAct::OutboxResend | BulkAct::OutboxRetry => letter_may(connection, act, row),
        BulkAct::LeadAssign => lead_may(app, connection, me, LeadAct::Assign, row),
        BulkAct::LeadInvalidate => lead_may(app, connection, me, LeadAct::Invalidate, row),
        BulkAct::LeadReopen => lead_may(app, connection, me, LeadAct::Reopen, row),
    }
}

fn order_may(
    app: &App,
    connection: &Connection,
    me: i64,
    act: OrderAct,
    row: &ByVersion,
) -> Result<(), Fault> {
    Seen::read(app, connection, row.id, row.version, Some(me))?.step(act).map(drop)
}

/// What the form of the act will ask for (to whom, why, whose hand) is not judged yet.
fn lead_may(app: &App, connection: &Connection, me: i64, act: LeadAct, row: &ByVersion) -> Result<(), Fault> {
    let record = lead::load(connection, row.id)?;
    unchanged(Some(record.version), row, "lead")?;
    let facts = LeadFacts { asking: true, ..gather::facts(connection, Some(me), app.now())? };
    law::step(&record.doc, act, &facts).map(drop).map_err(|reasons| Fault::Refused { reasons })
}

fn unchanged(version: Option<i64>, row: &ByVersion, what: &str) -> Result<(), Fault> {
    if version == Some(row.version) { Ok(()) } else { Err(Fault::Stale { what: what.into() }) }
}

/// A letter. One that may have arrived is decided on singly: somebody asks the customer first.
fn letter_may(connection: &Connection, act: BulkAct, row: &ByVersion) -> Result<(), Fault> {
    let (state, version) = outbox_list::standing(connection, row.id)?;
    unchanged(Some(version), row, "outbox")?;
    insist_on_approval(connection, outbox_list::view(connection, row.id)?.row.order_id)?;
    let may = offers(state, outbox_list::is_repeated(connection, row.id)?);
    let name = format!("{state:?}");
    match (act, state) {
        (BulkAct::OutboxResend, LetterState::Uncertain) => Err(Refusal::LetterDecidedSingly.into()),
        (BulkAct::OutboxResend, LetterState::MissingAddress) => {
            let (letter, _) = outbox_list::again(connection, row.id)?;
            let known = !outbox_list::contact_address(connection, letter.about, letter.revision)?.is_empty();
            if known { Ok(()) } else { Err(Refusal::AddressMissing.into()) }
        }
        (BulkAct::OutboxResend, _) if may.resend => Ok(()),
        (BulkAct::OutboxRetry, _) if may.retry => Ok(()),
        (_, LetterState::Claimed | LetterState::Handed) => {
            Err(Refusal::LetterInFlight { state: name }.into())
        }
        _ => Err(Refusal::LetterNotMailable { state: name }.into()),
    }
}
