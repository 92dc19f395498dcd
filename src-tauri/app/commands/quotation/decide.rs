//! The supervisor's word on a version beyond the limits: what waits, grant, send back; the hand as with orders.

use chengdan_domain::approval::Decision;
use chengdan_domain::deadline::rules::Event;
use chengdan_domain::people::{Hand, Role};
use chengdan_domain::quotation::margin::in_total;
use chengdan_domain::quotation::{QuotationAct, law};
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::clean_text;
use rusqlite::Connection;

use super::act::tell_clock;
use super::gather::{self, Seen};
use super::show;
use crate::App;
use crate::clocks::{self, Heard};
use crate::commands::check::Check;
use crate::commands::lead::gather::hand;
use crate::fault::Fault;
use crate::store::approval::{self, NewDecision};
use crate::store::history::Payload;
use crate::store::{Act, history, person, quotation, setting};
use crate::views::DocumentKind;
use crate::views::deadline::ClockOf;
use crate::views::lead::LeadHand;
use crate::views::order::{ApprovalAsk, ApprovalList};
use crate::views::quotation::*;

/// What waits for the supervisor, what somebody submitted, what they decided.
///
/// # Errors
/// `NotSignedIn`.
pub fn waiting(app: &App, request: ApprovalAsk) -> Result<Vec<QuotationWaiting>, Fault> {
    let me = app.person_id()?;
    app.book()?.read(|connection| {
        let ids = match request.list {
            ApprovalList::Waiting => quotation::waiting(connection)?,
            ApprovalList::Submitted => {
                approval::of_kind_by(connection, DocumentKind::Quotation, me, Decision::Submitted)?
            }
            ApprovalList::Decided => {
                approval::of_kind_by(connection, DocumentKind::Quotation, me, Decision::Granted)?
            }
        };
        let mut rows = Vec::new();
        for id in ids {
            let row = row(connection, id)?;
            let mine = row.candidates.iter().any(|who| who.id == me);
            if request.list != ApprovalList::Waiting || request.everyone || mine {
                rows.push(row);
            }
        }
        Ok(rows)
    })
}

fn row(connection: &Connection, id: i64) -> Result<QuotationWaiting, Fault> {
    let record = quotation::load(connection, id)?;
    let (doc, policy) = (record.doc()?, setting::policy(connection)?);
    let limits = gather::limits(connection, &policy)?;
    let owner = record.owner_id.map(|id| person::brief(connection, id)).transpose()?.flatten();
    Ok(QuotationWaiting {
        id,
        version: record.version,
        number: record.number.clone(),
        revision: record.current()?.revision,
        state: doc.state,
        customer: record.customer_name.clone(),
        owner: owner.map(|owner| owner.name).unwrap_or_default(),
        amount_fen: doc.priced.amount,
        margin: in_total(&doc.form, &doc.priced).rate,
        discount: doc.priced.discount_off_list(&doc.form.priced_lines()),
        concerns: doc.concerns(limits),
        since: approval::since(connection, (DocumentKind::Quotation, id))?.unwrap_or_default(),
        candidates: gather::candidates(connection, &record, &doc)?,
    })
}

/// How many quotations wait for a person; whoever runs the desk is asked for everybody's.
pub(in crate::commands) fn count_waiting(connection: &Connection, me: i64) -> Result<i64, Fault> {
    let everyone = person::roles(connection, me)?.contains(&Role::SalesAssistant);
    let mut count = 0;
    for id in quotation::waiting(connection)? {
        let record = quotation::load(connection, id)?;
        let mine = everyone
            || gather::candidates(connection, &record, &record.doc()?)?.iter().any(|who| who.id == me);
        count += i64::from(mine);
    }
    Ok(count)
}

/// Why somebody cannot say yes to a version that waits; nothing when they can, or when it does not wait.
///
/// # Errors
/// `RowNotFound`.
pub(in crate::commands) fn refusals_of_grant(
    app: &App,
    connection: &Connection,
    id: i64,
    me: i64,
) -> Result<Vec<Refusal>, Fault> {
    let record = quotation::load(connection, id)?;
    let doc = record.doc()?;
    let facts = gather::facts(app, connection, &doc, record.opportunity_id, Some(me))?;
    let grant = law::buttons(&doc, &facts).into_iter().find(|(act, _)| *act == QuotationAct::Grant);
    Ok(grant.map(|(_, reasons)| reasons).unwrap_or_default())
}

/// 同意: the version may be sent.
///
/// # Errors
/// `NotYourLevel`, `FourEyesAuthor`, `MustSignIn`, `EvidenceMissing`, `EvidenceOrReasonMissing`, `ContentChanged`, `Stale`.
pub fn grant(app: &App, request: QuotationDecide) -> Result<QuotationView, Fault> {
    decide(app, request, QuotationAct::Grant)
}

/// 退回修改, with a reason that stands on top of the form when it comes back.
///
/// # Errors
/// `ReasonMissing`, and as [`grant`].
pub fn send_back(app: &App, request: QuotationDecide) -> Result<QuotationView, Fault> {
    decide(app, request, QuotationAct::SendBack)
}

fn decide(app: &App, request: QuotationDecide, what: QuotationAct) -> Result<QuotationView, Fault> {
    let note = clean_text(&request.note);
    Check::default().lines("note", &note, 1_000).done()?;
    let asked = LeadHand {
        decider_id: request.decider_id,
        given: request.given,
        evidence: request.evidence.clone(),
        behalf_reason: request.behalf_reason.clone(),
    };
    let (me, hand) = hand(app, &asked)?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(app, act, request.id, request.version)?;
        (seen.facts.hand, seen.facts.note) = (Some(hand.clone()), note.clone());
        let step = seen.step(what)?;
        seen.move_to(act, &step)?;
        let granted = what == QuotationAct::Grant;
        let decision = if granted { Decision::Granted } else { Decision::SentBack };
        approval::insert(act, &rung(&seen, &hand, decision, &note))?;
        let decided = Heard::now(act, Event::QuotationDecided, ClockOf::Quotation, request.id);
        clocks::hear(act, &Heard { by: Some(hand.decider_id), ..decided })?;
        if granted {
            tell_clock(act, &seen, Event::QuotationOpened)?;
        } else {
            quotation::set_sent_back(act, seen.record.current()?, &note)?;
        }
        told(act, &seen, &hand, granted, &note)
    })?;
    app.changed();
    show::view(app, request.id)
}

fn rung(seen: &Seen, hand: &Hand, decision: Decision, note: &str) -> NewDecision {
    NewDecision {
        document: (DocumentKind::Quotation, seen.record.id),
        round: seen.doc.round,
        level: seen.doc.level,
        role: Some(Role::SalesSupervisor),
        decision,
        decider_id: hand.decider_id,
        recorder_id: hand.recorder_id,
        given: hand.given,
        evidence: hand.evidence.clone(),
        behalf_reason: hand.behalf_reason.clone().unwrap_or_default(),
        note: note.into(),
        content_hash: seen.doc.present_hash(),
    }
}

fn told(act: &Act, seen: &Seen, hand: &Hand, granted: bool, note: &str) -> Result<(), Fault> {
    let mut told = Payload::note(note);
    if hand.decider_id != hand.recorder_id {
        let decider = seen.facts.people.iter().find(|who| who.id == hand.decider_id);
        told = told
            .change("decider", "", decider.map(|who| who.name.as_str()).unwrap_or_default())
            .change("given", "", format!("{:?}", hand.given))
            .change("behalf_reason", "", hand.behalf_reason.clone().unwrap_or_default());
    }
    let name = if granted { "quotation_grant" } else { "quotation_send_back" };
    history::record(act, name, "quotation", seen.record.id, &told)
}
