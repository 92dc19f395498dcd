//! Limits that come near their end or ran out: whom the night watch's marks concern.

use std::collections::BTreeSet;

use chengdan_domain::deadline::rules::{Whom, rule_of};
use chengdan_domain::people::Role;
use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::fault::Fault;
use crate::store::deadline_mark::{self, Found, Mark};
use crate::store::person;
use crate::views::deadline::ClockOf;
use crate::views::notice::{Notice, NoticeKind};

/// The limits of a kind that were marked after `seq`, still hold and concern somebody: one notice for each limit, the
/// most urgent first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn open(
    connection: &Connection,
    me: i64,
    kind: NoticeKind,
    seq: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Notice>, Fault> {
    let roles = person::roles(connection, me)?;
    let mut told = BTreeSet::new();
    let mut notices = Vec::new();
    for mark in deadline_mark::after(connection, seq, now)? {
        let fits = (mark.found == Found::Due) == (kind == NoticeKind::DeadlineDue);
        if fits && concerns(&mark, me, &roles) && told.insert(mark.deadline_id) {
            notices.push(notice(kind, mark));
        }
    }
    Ok(notices)
}

/// Whoever has to meet it, by name or by role; when it ran out also whom it escalates to.
fn concerns(mark: &Mark, me: i64, roles: &[Role]) -> bool {
    let mine = match mark.person_id {
        Some(person_id) => person_id == me,
        None => roles.contains(&mark.role),
    };
    let escalates = || match rule_of(mark.rule).map(|rule| rule.escalates) {
        Some(Whom::Holders { role }) => roles.contains(&role),
        _ => false,
    };
    match mark.found {
        Found::Due | Found::CameBack => mine,
        Found::Over => mine || escalates(),
        Found::Escalated => !mine && escalates(),
    }
}

fn notice(kind: NoticeKind, mark: Mark) -> Notice {
    let id = |of| (mark.of == of).then_some(mark.document_id);
    Notice {
        kind,
        count: 1,
        order_id: id(ClockOf::Order),
        lead_id: id(ClockOf::Lead),
        contract_id: id(ClockOf::Contract),
        quotation_id: id(ClockOf::Quotation),
        name: mark.number,
        customer: mark.customer,
        reason: format!("{:?}", mark.rule),
    }
}
