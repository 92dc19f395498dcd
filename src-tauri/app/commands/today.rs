//! 「今天」: what is due, of whom, until when and why then; putting off; and the record of what fell due.

mod usual;

use chengdan_domain::people::{Role, TEAM};
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::clean_text;
use chrono::{DateTime, Days, TimeDelta};
use rusqlite::Connection;

use self::usual::Usual;
use super::check::Check;
use crate::App;
use crate::clock::{begins, instant_text};
use crate::fault::Fault;
use crate::store::person;
use crate::store::today::{self, Whose, Window};
use crate::views::Nothing;
use crate::views::deadline::*;

/// So many days ahead are shown as coming soon.
const SOON: u64 = 7;
/// Nothing is put off for longer, in days.
const LONGEST: i64 = 30;

/// 「今天」 of the person at the desk, or of all.
///
/// # Errors
/// `NotSignedIn`; `RoleMissing` when somebody asks for all who does not run the team.
pub fn view(app: &App, request: TodayAsk) -> Result<Today, Fault> {
    let me = app.person_id()?;
    let days = |count| app.today().checked_add_days(Days::new(count)).map(begins).unwrap_or_default();
    let (now, today, tomorrow, later) =
        (instant_text(app.now()), begins(app.today()), days(1), days(SOON + 1));
    app.book()?.read(|connection| {
        let roles = person::roles(connection, me)?;
        if request.everyone && !runs_the_team(&roles) {
            return Err(Refusal::RoleMissing { roles: TEAM.to_vec() }.into());
        }
        let whose = Whose { everyone: request.everyone, person_id: me, roles };
        let window = |from: &str, before: &str, snoozed| Window {
            from: from.into(),
            before: before.into(),
            snoozed,
            now: now.clone(),
        };
        let due = window("", &tomorrow, false);
        let mut usual = Usual::of(app, connection, me)?;
        let done = today::done(connection, &whose, &today, &tomorrow)?;
        Ok(Today {
            rows: usual.judged(today::rows(connection, &whose, &due)?)?,
            soon: usual.judged(today::rows(connection, &whose, &window(&tomorrow, &later, false))?)?,
            snoozed: usual.judged(today::rows(connection, &whose, &window("", &later, true))?)?,
            done,
            all: done + today::count(connection, &whose, &due)?,
            finished: today::finished(connection, &whose, &today, &tomorrow)?,
        })
    })
}

fn runs_the_team(roles: &[Role]) -> bool {
    roles.iter().any(|role| TEAM.contains(role))
}

/// Puts a line off, with the reason; the clock itself goes on.
///
/// # Errors
/// `ReasonMissing`, `FieldOutOfRange` (days) when it is past or further than thirty days, `OnlyOwner`, `RowNotFound`
/// when the clock does not run any more.
pub fn snooze(app: &App, mut request: Snooze) -> Result<Nothing, Fault> {
    let me = app.person_id()?;
    request.reason = clean_text(&request.reason);
    let until = DateTime::parse_from_rfc3339(request.until.trim())
        .map_err(|_| Fault::Malformed { detail: format!("{} is no instant", request.until) })?
        .to_utc();
    let mut check = Check::default();
    check.lines("reason", &request.reason, 500);
    if request.reason.is_empty() {
        check.add(Refusal::ReasonMissing);
    }
    if until <= app.now() || until > app.now() + TimeDelta::days(LONGEST) {
        check.add(Refusal::FieldOutOfRange { field: "until".into(), row: None, least: 1, most: LONGEST });
    }
    check.done()?;
    app.book()?.act(app.now(), Some(me), |act| {
        insist_on_mine(act.tx, me, request.deadline_id)?;
        today::snooze(act, &request, until)
    })?;
    app.changed();
    Ok(Nothing {})
}

fn insist_on_mine(connection: &Connection, me: i64, id: i64) -> Result<(), Fault> {
    let (person_id, role) = today::owner(connection, id)?.ok_or(Refusal::RowNotFound)?;
    let roles = person::roles(connection, me)?;
    let mine = person_id == Some(me) || (person_id.is_none() && roles.contains(&role));
    if mine || runs_the_team(&roles) { Ok(()) } else { Err(Refusal::OnlyOwner.into()) }
}

/// What fell due in a month (K6): per rule, person and source.
///
/// # Errors
/// `NoBook`.
pub fn record(app: &App, request: RecordAsk) -> Result<Vec<RecordRow>, Fault> {
    let now = app.now();
    app.book()?.read_apart(|connection| today::record(connection, request.ym, now))
}

/// The rows behind figures of the record.
///
/// # Errors
/// `NoBook`.
pub fn record_rows(app: &App, request: RecordRowsAsk) -> Result<Vec<TodayRow>, Fault> {
    let now = app.now();
    app.book()?.read_apart(|connection| today::record_rows(connection, &request, now))
}
