//! Notices: what is told to the person at the desk, once, and never as a flood. The window only shows them.

mod contract;
mod limit;
mod quotation;

use std::collections::BTreeMap;

use chengdan_domain::order::OrderState;
use chengdan_domain::people::Role;
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;

use super::order::gather;
use crate::App;
use crate::fault::Fault;
use crate::store::notice::{self, Event, Told};
use crate::store::order::load;
use crate::store::{Act, deadline_mark, person};
use crate::views::Nothing;
use crate::views::notice::*;

/// After a notice of a kind, what follows is gathered this long and told together.
const QUIET: TimeDelta = TimeDelta::minutes(2);
/// How far the cursor may stay behind while there is nothing to tell: it spares a commit for every question.
const BEHIND: i64 = 200;

/// What the person at the desk wants to be told.
///
/// # Errors
/// `NotSignedIn`.
pub fn rule(app: &App, _request: Nothing) -> Result<NoticeRule, Fault> {
    let me = app.person_id()?;
    app.book()?.read(|connection| notice::rule(connection, me))
}

/// Keeps what the person at the desk wants to be told.
///
/// # Errors
/// `NotSignedIn`.
pub fn save_rule(app: &App, request: NoticeRule) -> Result<NoticeRule, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| notice::put_rule(act, me, &request))?;
    app.changed();
    Ok(request)
}

/// What is to be told now. Each event is told once, also over a restart; several of a kind are one notice; what has
/// been dealt with meanwhile, and what the person did with their own hand, is not told at all.
///
/// # Errors
/// Broken when the book cannot be read; without a book or a person there is nothing to tell.
pub fn take(app: &App, request: NoticeTake) -> Result<NoticesTaken, Fault> {
    let nothing = NoticesTaken { ask: false, notices: Vec::new() };
    let (Ok(book), Some(me)) = (app.book(), app.desk_person()) else { return Ok(nothing) };
    if !book.writes() {
        return Ok(nothing);
    }
    let looked = book.read(|connection| Look { app, connection, me, request: &request }.look(app.now()))?;
    if looked.told.is_empty() {
        return Ok(NoticesTaken { ask: looked.ask, notices: Vec::new() });
    }
    book.act(app.now(), Some(me), |act| write(act, me, &looked))?;
    Ok(NoticesTaken { ask: looked.ask, notices: looked.notices })
}

fn write(act: &Act, me: i64, looked: &Looked) -> Result<(), Fault> {
    looked.told.iter().try_for_each(|(kind, told)| notice::tell(act, me, *kind, told))
}

/// What was found: the notices, and how far each kind has been told with them.
#[derive(Default)]
struct Looked {
    ask: bool,
    notices: Vec<Notice>,
    told: BTreeMap<NoticeKind, Told>,
}

struct Look<'a> {
    app: &'a App,
    connection: &'a Connection,
    me: i64,
    request: &'a NoticeTake,
}

impl Look<'_> {
    fn look(&self, now: DateTime<Utc>) -> Result<Looked, Fault> {
        let mut looked = Looked::default();
        let (history, marks) = (notice::head(self.connection)?, deadline_mark::head(self.connection)?);
        let rule = notice::rule(self.connection, self.me)?;
        let told = notice::told(self.connection, self.me)?;
        let of_history = told.iter().filter(|(kind, _)| !kind.is_of_clocks());
        let oldest = of_history.map(|(_, told)| told.seq).min().unwrap_or(history);
        let events = if oldest < history { notice::events(self.connection, oldest)? } else { Vec::new() };
        for kind in NoticeKind::ALL {
            let head = if kind.is_of_clocks() { marks } else { history };
            // Whoever sits here for the first time is told what happens from now on.
            let Some(before) = told.get(&kind) else {
                looked.told.insert(kind, Told { seq: head, at: String::new() });
                continue;
            };
            let mine: Vec<&Event> =
                events.iter().filter(|event| event.seq > before.seq && event.kinds.contains(&kind)).collect();
            let found = match (rule.wants(kind), kind.is_of_clocks()) {
                (false, _) => Vec::new(),
                (true, true) if before.seq == head => Vec::new(),
                (true, true) => limit::open(self.connection, self.me, kind, before.seq, now)?,
                (true, false) => self.open(kind, &mine)?,
            };
            let seen = self.request.in_front && kind == NoticeKind::ImportDone && !mine.is_empty();
            if found.is_empty() || seen {
                if seen || head - before.seq > BEHIND {
                    looked.told.insert(kind, Told { seq: head, at: before.at.clone() });
                }
            } else if rule.leave == NoticeLeave::Unasked {
                looked.ask = true;
            } else if rule.leave == NoticeLeave::Granted && !is_quiet(&before.at, now) {
                looked.notices.extend(one(found));
                looked.told.insert(kind, Told { seq: head, at: crate::clock::instant_text(now) });
            }
        }
        Ok(looked)
    }

    /// The events that still hold and concern this person: one notice for each document.
    fn open(&self, kind: NoticeKind, events: &[&Event]) -> Result<Vec<Notice>, Fault> {
        let mut found: BTreeMap<(String, i64), Notice> = BTreeMap::new();
        for event in events {
            let own = event.actor_id == Some(self.me);
            let notice = match kind {
                NoticeKind::OrderBack | NoticeKind::ApprovalWaits if own => None,
                NoticeKind::OrderBack | NoticeKind::ApprovalWaits if event.document == "quotation" => {
                    quotation::told(self.connection, event, self.me, kind)?
                }
                NoticeKind::OrderBack | NoticeKind::ApprovalWaits if event.document == "contract" => {
                    contract::told(self.connection, event, self.me, kind)?
                }
                NoticeKind::LetterFailed => self.letter(event, kind, "Failed")?,
                NoticeKind::LetterUncertain => self.letter(event, kind, "Uncertain")?,
                NoticeKind::OrderBack => self.came_back(event)?,
                NoticeKind::ApprovalWaits => self.waits(event)?,
                NoticeKind::ImportDone if own => self.imported(event)?,
                _ => None,
            };
            if let Some(notice) = notice {
                found.insert((event.document.clone(), event.document_id), notice);
            }
        }
        Ok(found.into_values().collect())
    }

    fn letter(&self, event: &Event, kind: NoticeKind, state: &str) -> Result<Option<Notice>, Fault> {
        let Some(letter) = notice::letter(self.connection, event, state)? else { return Ok(None) };
        let runs_the_desk = [Role::SalesAssistant, Role::Admin];
        let held = person::roles(self.connection, self.me)?;
        let mine = match letter.order_id {
            Some(id) => self.is_author(id)?,
            None => false,
        };
        let concerns = mine || held.iter().any(|role| runs_the_desk.contains(role));
        Ok(concerns.then_some(Notice {
            kind,
            count: 1,
            order_id: letter.order_id,
            lead_id: None,
            quotation_id: None,
            contract_id: None,
            name: letter.number,
            customer: letter.customer,
            reason: letter.explain,
        }))
    }

    fn is_author(&self, order_id: i64) -> Result<bool, Fault> {
        let order = load(self.connection, order_id)?;
        Ok(order.creator_id == Some(self.me) || order.form.owner_id == Some(self.me))
    }

    fn came_back(&self, event: &Event) -> Result<Option<Notice>, Fault> {
        let order = load(self.connection, event.document_id)?;
        let mine = order.creator_id == Some(self.me) || order.form.owner_id == Some(self.me);
        let holds = mine && order.state == OrderState::SentBack;
        Ok(holds.then(|| Notice {
            kind: NoticeKind::OrderBack,
            count: 1,
            order_id: Some(order.id),
            lead_id: None,
            quotation_id: None,
            contract_id: None,
            name: order.number.unwrap_or_default(),
            customer: order.form.customer_name,
            reason: order.sent_back_reason,
        }))
    }

    fn waits(&self, event: &Event) -> Result<Option<Notice>, Fault> {
        let order = load(self.connection, event.document_id)?;
        if order.state != OrderState::InApproval {
            return Ok(None);
        }
        let doc = gather::doc(&order);
        let today = self.app.today();
        let facts = gather::facts(self.app, self.connection, &doc, Some(order.id), Some(self.me), today)?;
        let running = doc.running(&facts);
        let can = running.round().candidates(&facts.people).iter().any(|who| who.id == self.me);
        Ok(can.then(|| Notice {
            kind: NoticeKind::ApprovalWaits,
            count: 1,
            order_id: Some(order.id),
            lead_id: None,
            quotation_id: None,
            contract_id: None,
            name: order.number.unwrap_or_default(),
            customer: order.form.customer_name,
            reason: String::new(),
        }))
    }

    fn imported(&self, event: &Event) -> Result<Option<Notice>, Fault> {
        let file = notice::import(self.connection, event.document_id)?;
        Ok(file.map(|name| Notice {
            kind: NoticeKind::ImportDone,
            count: 1,
            order_id: None,
            lead_id: None,
            quotation_id: None,
            contract_id: None,
            name,
            customer: String::new(),
            reason: String::new(),
        }))
    }
}

/// Several of a kind are one notice that counts them.
fn one(found: Vec<Notice>) -> Option<Notice> {
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let first = found.into_iter().next()?;
    let order_id = first.order_id.filter(|_| count == 1);
    let lead_id = first.lead_id.filter(|_| count == 1);
    let quotation_id = first.quotation_id.filter(|_| count == 1);
    let contract_id = first.contract_id.filter(|_| count == 1);
    Some(Notice { count, order_id, lead_id, quotation_id, contract_id, ..first })
}

/// A clock that was set back is no reason to stay silent.
fn is_quiet(at: &str, now: DateTime<Utc>) -> bool {
    let since = at.parse().map(|at: DateTime<Utc>| now - at);
    since.is_ok_and(|since| since >= TimeDelta::zero() && since < QUIET)
}
