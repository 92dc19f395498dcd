//! The approval room: lists, grant, send back, summary. The last grant issues the letter in the same transaction (O5).

use chengdan_domain::approval::{Decision, Round};
use chengdan_domain::deadline::rules::Event;
use chengdan_domain::order::{OrderAct, OrderState, OrderStatus};
use chengdan_domain::people::{Given, Hand, Role};
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::clean_text;
use rusqlite::Connection;

use super::check::Check;
use super::order::letter::{self, Ready};
use super::order::{Seen, gather, judge, show, summary, wait_at_rung};
use crate::App;
use crate::clocks;
use crate::fault::Fault;
use crate::store::approval::{self, NewDecision};
use crate::store::order::{approve, load};
use crate::store::{Act, file, history, setting, task};
use crate::views::order::*;
use crate::views::*;

/// 待我审批, 我发起的, 我已审批. Whoever runs the desk may look at everybody's.
pub fn list(app: &App, request: ApprovalAsk) -> Result<Vec<ApprovalRow>, Fault> {
    let me = app.person_id()?;
    let book = app.book()?;
    book.read(|connection| {
        let ids = match request.list {
            ApprovalList::Waiting => approval::waiting(connection)?,
            ApprovalList::Submitted => approval::submitted_by(connection, me)?,
            ApprovalList::Decided => approval::decided_by(connection, me)?,
        };
        let mut rows = Vec::new();
        for id in ids {
            let (row, mine) = row(app, connection, id, me)?;
            if request.list != ApprovalList::Waiting || request.everyone || mine {
                rows.push(row);
            }
        }
        Ok(rows)
    })
}

/// A row, and whether it waits for this person.
fn row(app: &App, connection: &Connection, id: i64, me: i64) -> Result<(ApprovalRow, bool), Fault> {
    let record = load(connection, id)?;
    let doc = gather::doc(&record);
    let facts = gather::facts(app, connection, &doc, Some(id), Some(me), app.today())?;
    let running = doc.running(&facts);
    let round = running.round();
    let waits = record.state == OrderState::InApproval;
    let candidates: Vec<Candidate> = if waits {
        let found = round.candidates(&facts.people).into_iter();
        found.map(|who| Candidate { id: who.id, name: who.name.clone() }).collect()
    } else {
        Vec::new()
    };
    let mine = candidates.iter().any(|who| who.id == me);
    let policy = setting::policy(connection)?;
    let level_facts = judge::level_facts(&doc, &policy, setting::language(connection)?, facts.today);
    let row = ApprovalRow {
        order_id: id,
        version: record.version,
        number: record.number.clone().unwrap_or_default(),
        customer: record.form.customer_name.clone(),
        amount_fen: record.priced.amount,
        owner: record.form.owner_name.clone(),
        status: OrderStatus::of(record.state, &record.ladder, record.level),
        round: record.round,
        level: record.level,
        role: if waits { round.rung().map(|rung| rung.role) } else { None },
        since: approval::waiting_since(connection, id)?.unwrap_or_default(),
        candidates,
        why: judge::why(connection, &record, &doc, &facts)?,
        facts: level_facts.into_iter().filter(|fact| !waits || fact.level == record.level).collect(),
    };
    Ok((row, mine))
}

/// How many orders, quotations and contracts wait for a person; whoever runs the desk is asked for everybody's.
pub(super) fn count_waiting(connection: &Connection, me: i64) -> Result<i64, Fault> {
    let people = approval::members(connection)?;
    let Some(own) = people.iter().find(|who| who.id == me) else { return Ok(0) };
    let everyone = own.roles.contains(&Role::SalesAssistant);
    let single_person = setting::policy(connection)?.single_person;
    let mut count = 0;
    for one in approval::standing(connection)? {
        let rung = usize::try_from(one.level - 1).ok().and_then(|index| one.ladder.get(index));
        let mine = everyone
            || (rung.is_some_and(|rung| own.roles.contains(&rung.role)) && {
                let granted = approval::granted(connection, one.order_id, one.round, one.level)?;
                let (ladder, authors) = (&one.ladder, &one.authors);
                let round = Round { ladder, level: one.level, authors, granted: &granted, single_person };
                round.candidates(&people).iter().any(|who| who.id == me)
            });
        count += i64::from(mine);
    }
    let quotations = super::quotation::count_waiting(connection, me)?;
    Ok(count + quotations + super::contract::count_waiting(connection, me)?)
}

/// 同意. The last rung approves the order: letter, tasks, counts and history in one transaction.
///
/// # Errors
/// `NotYourLevel`, `FourEyesAuthor`, `FourEyesTwice`, `TooFewPeople`, `MustSignIn`, `EvidenceMissing`,
/// `EvidenceOrReasonMissing`, `ContentChanged`, `Stale`; what stops the letter; nothing is written then.
pub fn grant(app: &App, request: Decide) -> Result<OrderView, Fault> {
    let (me, hand) = hand(app, &request)?;
    let book = app.book()?;
    let seen = book.read(|connection| {
        let mut seen = Seen::read(app, connection, request.order_id, request.version, Some(me))?;
        (seen.facts.hand, seen.facts.note) = (Some(hand.clone()), request.note.clone());
        Ok(seen)
    })?;
    // The letter is set before the write transaction, which then looks at the order again.
    let ready = match seen.step(OrderAct::Grant)?.state {
        Some(OrderState::Approved) => Some(letter::make_ready(app, &book, request.order_id, &seen.doc)?),
        _ => None,
    };
    book.act(app.now(), Some(me), |act| granted(app, act, &request, &hand, ready))?;
    app.changed();
    show::view(app, request.order_id)
}

fn granted(app: &App, act: &Act, request: &Decide, hand: &Hand, ready: Option<Ready>) -> Result<(), Fault> {
    let mut seen = Seen::at(app, act, request.order_id, request.version)?;
    (seen.facts.hand, seen.facts.note) = (Some(hand.clone()), request.note.clone());
    let step = seen.step(OrderAct::Grant)?;
    seen.move_to(act, &step)?;
    clocks::order(act, Event::LevelDecided, request.order_id, None, Some(hand.decider_id))?;
    wait_at_rung(act, request.order_id, &step)?;
    approval::insert(act, &decision(&seen, hand, Decision::Granted, &request.note))?;
    let payload = told(&seen, hand, &request.note);
    history::record(act, "order_grant", "order", request.order_id, &payload)?;
    if step.state != Some(OrderState::Approved) {
        return Ok(());
    }
    let ready = ready.ok_or(Fault::Stale { what: "order".into() })?;
    let hash = seen.doc.present_hash();
    approve::approved(act, &seen.record, &hash)?;
    letter::issue(act, request.order_id, ready, &hash)?;
    task::open(act, request.order_id, task::PREPARE)?;
    if seen.doc.form.lines.iter().any(|line| line.customised) {
        task::open(act, request.order_id, task::SCHEDULE)?;
    }
    history::record(act, "order_approve", "order", request.order_id, &history::Payload::default())
}

/// What the history tells of a decision: the level, and whose it was when somebody else wrote it down.
fn told(seen: &Seen, hand: &Hand, note: &str) -> history::Payload {
    let level = format!("{}/{}", seen.record.level, seen.record.ladder.len());
    let payload = history::Payload::note(note).change("level", "", level);
    if hand.decider_id == hand.recorder_id {
        return payload;
    }
    let decider = seen.facts.people.iter().find(|who| who.id == hand.decider_id);
    payload
        .change("decider", "", decider.map(|who| who.name.as_str()).unwrap_or_default())
        .change("given", "", format!("{:?}", hand.given))
        .change("behalf_reason", "", hand.behalf_reason.clone().unwrap_or_default())
}

/// 退回修改, with a reason that stands on top of the form when it comes back.
///
/// # Errors
/// `ReasonMissing`, and as [`grant`].
pub fn send_back(app: &App, request: Decide) -> Result<OrderView, Fault> {
    let (me, hand) = hand(app, &request)?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(app, act, request.order_id, request.version)?;
        let reason = clean_text(&request.note);
        (seen.facts.hand, seen.facts.note) = (Some(hand.clone()), reason.clone());
        let step = seen.step(OrderAct::SendBack)?;
        seen.move_to(act, &step)?;
        clocks::order(act, Event::LevelDecided, request.order_id, None, Some(hand.decider_id))?;
        let decider = seen.facts.people.iter().find(|who| who.id == hand.decider_id);
        let by = decider.map(|who| who.name.clone()).unwrap_or_default();
        approve::sent_back(act, &seen.record, &reason, &by)?;
        approval::insert(act, &decision(&seen, &hand, Decision::SentBack, &reason))?;
        let payload = told(&seen, &hand, &reason);
        history::record(act, "order_send_back", "order", request.order_id, &payload)
    })?;
    app.changed();
    show::view(app, request.order_id)
}

/// The hand behind a decision: one's own, or the desk's on behalf of somebody. Evidence must be kept in the book.
fn hand(app: &App, request: &Decide) -> Result<(i64, Hand), Fault> {
    let me = app.person_id()?;
    Check::default()
        .lines("note", &request.note, 1_000)
        .lines("behalf_reason", &request.behalf_reason, 1_000)
        .done()?;
    let evidence = request.evidence.clone().filter(|sha256| !sha256.is_empty());
    if let Some(sha256) = &evidence
        && app.book()?.read(|connection| file::describe(connection, sha256))?.is_none()
    {
        return Err(Refusal::EvidenceMissing.into());
    }
    let own = request.decider_id == me;
    let hand = Hand {
        decider_id: request.decider_id,
        recorder_id: me,
        given: if own { Given::SignedIn } else { request.given },
        evidence,
        behalf_reason: Some(request.behalf_reason.clone()).filter(|_| !own),
    };
    Ok((me, hand))
}

fn decision(seen: &Seen, hand: &Hand, decision: Decision, note: &str) -> NewDecision {
    let running = seen.doc.running(&seen.facts);
    NewDecision {
        document: (DocumentKind::Order, seen.record.id),
        round: seen.record.round,
        level: seen.record.level,
        role: running.round().rung().map(|rung| rung.role),
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

/// The 审批摘要, to paste into WeChat.
pub fn summary(app: &App, request: ById) -> Result<Summary, Fault> {
    app.book()?.read(|connection| {
        let record = load(connection, request.id)?;
        let language = setting::language(connection)?;
        let policy = setting::policy(connection)?;
        let text = summary::text(&record, &gather::doc(&record), &policy, language, app.today());
        Ok(Summary { text })
    })
}
