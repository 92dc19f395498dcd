//! Submission, sending, rounds of negotiation, and how a quotation ends. Stage and clocks follow in the same transaction.

use chengdan_domain::approval::Decision;
use chengdan_domain::deadline::rules::Event;
use chengdan_domain::people::Given;
use chengdan_domain::quotation::margin::Concern;
use chengdan_domain::quotation::{QuotationAct, QuotationState};
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::{clean_line, clean_text, is_email};

use super::gather::Seen;
use super::{paper, show};
use crate::App;
use crate::clocks;
use crate::commands::check::Check;
use crate::commands::opportunity::{close_as_lost, gather as opportunity_gather};
use crate::fault::Fault;
use crate::store::approval::{self, NewDecision};
use crate::store::history::Payload;
use crate::store::{Act, history, opportunity, quotation};
use crate::views::quotation::*;
use crate::views::{ByVersion, DocumentKind};

/// A decision of the person at the desk that is no rung: submission, withdrawal.
fn own_decision(seen: &Seen, me: i64, decision: Decision, round: i64, hash: &str) -> NewDecision {
    NewDecision {
        document: (DocumentKind::Quotation, seen.record.id),
        round,
        level: 0,
        role: None,
        decision,
        decider_id: me,
        recorder_id: me,
        given: Given::SignedIn,
        evidence: None,
        behalf_reason: String::new(),
        note: String::new(),
        content_hash: hash.into(),
    }
}

/// What a version's clock is told (Q2).
pub(super) fn tell_clock(act: &Act, seen: &Seen, event: Event) -> Result<(), Fault> {
    let form = &seen.doc.form;
    clocks::quotation(act, event, seen.record.id, form.owner_id, form.valid_until)
}

/// Submits the current version: within the limits it may be sent at once, beyond them the supervisor is asked.
///
/// # Errors
/// Everything that stops it, all at once; `Stale`.
pub fn submit(app: &App, request: ByVersion) -> Result<QuotationView, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(app, act, request.id, request.version)?;
        let step = seen.step(QuotationAct::Submit)?;
        seen.move_to(act, &step)?;
        let hash = seen.doc.present_hash();
        let needs = quotation::needs_of(act.tx, seen.record.opportunity_id)?.map(|needs| needs.id);
        quotation::set_content(act, seen.record.current()?, needs, &hash)?;
        approval::insert(act, &own_decision(&seen, me, Decision::Submitted, step.round, &hash))?;
        let revision = seen.record.current()?.revision;
        let mut told = Payload::note(format!("V{revision}"));
        for concern in seen.doc.concerns(seen.facts.limits) {
            told = told.change(&concern_field(&concern), "", concern_text(&concern));
        }
        history::record(act, "quotation_submit", "quotation", request.id, &told)?;
        match step.state {
            QuotationState::Approved => tell_clock(act, &seen, Event::QuotationOpened),
            _ => clocks::quotation(act, Event::QuotationAsked, request.id, None, None),
        }
    })?;
    app.changed();
    show::view(app, request.id)
}

fn concern_field(concern: &Concern) -> String {
    match concern {
        Concern::BelowFloor { row: None, .. } => "margin".into(),
        Concern::BelowFloor { row: Some(row), .. } => format!("lines.{}.margin", row - 1),
        Concern::CostUnknown { row } => format!("lines.{}.cost_micro", row - 1),
        Concern::DiscountAbove { .. } => "discount".into(),
    }
}

fn concern_text(concern: &Concern) -> String {
    match concern {
        Concern::BelowFloor { margin, .. } => margin.0.to_string(),
        Concern::CostUnknown { .. } => "?".into(),
        Concern::DiscountAbove { discount, .. } => discount.0.to_string(),
    }
}

/// Takes a version that was not sent yet back, to edit it.
///
/// # Errors
/// `WrongState`, `OnlyAuthor`, `Stale`.
pub fn withdraw(app: &App, request: ByVersion) -> Result<QuotationView, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(app, act, request.id, request.version)?;
        let step = seen.step(QuotationAct::Withdraw)?;
        seen.move_to(act, &step)?;
        tell_clock(act, &seen, Event::QuotationClosed)?;
        let hash = seen.doc.content_hash.clone();
        approval::insert(act, &own_decision(&seen, me, Decision::Withdrawn, step.round, &hash))?;
        history::record(act, "quotation_withdraw", "quotation", request.id, &Payload::default())
    })?;
    app.changed();
    show::view(app, request.id)
}

/// Sends the version to its contact, or to another address: from now on it is frozen.
///
/// # Errors
/// `QuotationExpired`, `ContentChanged`, `GlyphMissing`, `MailNotSet`, `FieldNotEmail`, `WrongState`, `OnlyAuthor`, `Stale`.
pub fn send(app: &App, request: QuotationSend) -> Result<QuotationView, Fault> {
    let me = app.person_id()?;
    let to = request.to.as_deref().map(str::trim).filter(|to| !to.is_empty());
    if let Some(to) = to.filter(|to| !is_email(to)) {
        return Err(Refusal::FieldNotEmail { field: "to".into(), found: to.into() }.into());
    }
    let book = app.book()?;
    let seen = book.read(|connection| Seen::read(app, connection, request.id, request.version, Some(me)))?;
    seen.step(QuotationAct::Send)?;
    // The paper is set before the write transaction, which then looks at the quotation again.
    let ready = paper::make_ready(app, &book, request.id, seen.record.current()?.revision, to)?;
    book.act(app.now(), Some(me), |act| {
        let seen = Seen::at(app, act, request.id, request.version)?;
        let step = seen.step(QuotationAct::Send)?;
        seen.move_to(act, &step)?;
        paper::issue(act, request.id, ready, &seen.doc.content_hash)?;
        let note = format!("V{}", seen.record.current()?.revision);
        history::record(act, "quotation_send", "quotation", request.id, &Payload::note(note))
    })?;
    app.changed();
    show::view(app, request.id)
}

/// Another round (Q3): the objection and what was changed; V(n+1) is a draft with everything that stood in Vn.
///
/// # Errors
/// `ReasonMissing`, `FieldMissing` (changed), `OpportunityClosed`, `WrongState`, `OnlyAuthor`, `Stale`.
pub fn round(app: &App, request: QuotationRound) -> Result<QuotationView, Fault> {
    let me = app.person_id()?;
    let (note, changed) = (clean_text(&request.note), clean_text(&request.changed));
    Check::default().lines("note", &note, 2_000).lines("changed", &changed, 2_000).done()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(app, act, request.id, request.version)?;
        (seen.facts.note, seen.facts.changed) = (note.clone(), changed.clone());
        let step = seen.step(QuotationAct::Round)?;
        seen.move_to(act, &step)?;
        quotation::another(act, &seen.record, request.objection, &note, &changed)?;
        tell_clock(act, &seen, Event::QuotationAnswered)?;
        opportunity::restage(act, seen.record.opportunity_id)?;
        let revision = seen.record.current()?.revision;
        let told = Payload::note(&note)
            .change("revision", format!("V{revision}"), format!("V{}", revision + 1))
            .change("objection", "", format!("{:?}", request.objection))
            .change("changed", "", &changed);
        history::record(act, "quotation_round", "quotation", request.id, &told)
    })?;
    app.changed();
    show::view(app, request.id)
}

/// Back to an earlier version (Q3): V(n+1) is a draft with everything that stood in the chosen one; its number goes on.
///
/// # Errors
/// `NoEarlierVersion`, `FieldOutOfRange` (revision), `ReasonMissing`, `OpportunityClosed`, `WrongState`, `OnlyAuthor`,
/// `Stale`.
pub fn take_up(app: &App, request: QuotationTakeUp) -> Result<QuotationView, Fault> {
    let me = app.person_id()?;
    let reason = clean_text(&request.reason);
    Check::default().lines("reason", &reason, 2_000).done()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(app, act, request.id, request.version)?;
        (seen.facts.note, seen.facts.taken_from) = (reason.clone(), Some(request.revision));
        let step = seen.step(QuotationAct::TakeUp)?;
        seen.move_to(act, &step)?;
        quotation::take_up(act, &seen.record, request.revision, &reason)?;
        tell_clock(act, &seen, Event::QuotationAnswered)?;
        opportunity::restage(act, seen.record.opportunity_id)?;
        let revision = seen.record.current()?.revision;
        let told = Payload::note(&reason)
            .change("revision", format!("V{revision}"), format!("V{}", revision + 1))
            .change("taken_from", "", format!("V{}", request.revision));
        history::record(act, "quotation_take_up", "quotation", request.id, &told)
    })?;
    app.changed();
    show::view(app, request.id)
}

/// The customer accepted the current version.
///
/// # Errors
/// `QuotationExpired`, `OpportunityClosed`, `WrongState`, `OnlyAuthor`, `Stale`.
pub fn accept(app: &App, request: QuotationAccept) -> Result<QuotationView, Fault> {
    let me = app.person_id()?;
    let note = clean_text(&request.note);
    Check::default().lines("note", &note, 2_000).done()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(app, act, request.id, request.version)?;
        let step = seen.step(QuotationAct::Accept)?;
        seen.move_to(act, &step)?;
        tell_clock(act, &seen, Event::QuotationAnswered)?;
        let told =
            Payload::note(&note).change("revision", "", format!("V{}", seen.record.current()?.revision));
        history::record(act, "quotation_accept", "quotation", request.id, &told)
    })?;
    app.changed();
    show::view(app, request.id)
}

/// It is lost, with the reason and, if known, the winner. The deal is closed with it where that is asked for: another
/// quotation may win it.
///
/// # Errors
/// `ReasonMissing`, `WrongState`, `OnlyAuthor`, `Stale`; what keeps the deal from being lost, when it is to be closed.
/// Nothing is written then.
pub fn lose(app: &App, request: QuotationLose) -> Result<QuotationView, Fault> {
    let me = app.person_id()?;
    let (reason, winner) = (clean_text(&request.reason), clean_line(&request.winner));
    Check::default().lines("reason", &reason, 2_000).line("winner", &winner, false, 200).done()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(app, act, request.id, request.version)?;
        seen.facts.note = reason.clone();
        let step = seen.step(QuotationAct::Lose)?;
        seen.move_to(act, &step)?;
        quotation::note_loss(act, request.id, &reason, &winner)?;
        tell_clock(act, &seen, Event::QuotationClosed)?;
        let told = Payload::note(&reason).change("winner", "", &winner);
        history::record(act, "quotation_lose", "quotation", request.id, &told)?;
        if !request.close_deal {
            return Ok(());
        }
        let deal = opportunity::load(act.tx, seen.record.opportunity_id)?;
        let deal = opportunity_gather::Seen::at(act, deal.id, deal.version)?;
        close_as_lost(act, deal, &reason, &winner)
    })?;
    app.changed();
    show::view(app, request.id)
}
