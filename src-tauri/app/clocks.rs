//! Clocks hear what happens: every act that starts, meets or lapses a limit says so here, in its own transaction. The
//! limits themselves are the table in domain/deadline/rules.rs.

use chengdan_domain::calendar::Calendar;
use chengdan_domain::deadline::rules::{Event, RULES, Rule, RuleId, Whom, rule_of};
use chengdan_domain::people::Role;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use rusqlite::Connection;

use crate::App;
use crate::clock::{begins, instant_text, office};
use crate::fault::Fault;
use crate::store::deadline::{self, NewDeadline, Reckoned, Running};
use crate::store::{Act, calendar, clock_length, deadline_mark, history};
use crate::views::deadline::{ClockOf, ClockState};

/// Something that happened to a document.
#[derive(Debug, Clone)]
pub struct Heard {
    pub event: Event,
    pub of: ClockOf,
    pub document_id: i64,
    /// Who has to meet what it starts.
    pub person_id: Option<i64>,
    /// Who has to meet it where nobody is named: of the rule, or of a rung of approval.
    pub role: Option<Role>,
    /// Whose hand it was: it meets what was nobody's by name.
    pub by: Option<i64>,
    /// A lead's source.
    pub source: String,
    /// When it happened; a contact may be recorded later.
    pub at: DateTime<Utc>,
    /// From when what it starts is reckoned, where that is not when it happened.
    pub from: Option<DateTime<Utc>>,
    /// What it does not start here: a limit of A leads for a B lead.
    pub without: Vec<RuleId>,
}

impl Heard {
    /// Something that happens to a document now.
    pub fn now(act: &Act, event: Event, of: ClockOf, document_id: i64) -> Heard {
        Heard {
            event,
            of,
            document_id,
            person_id: None,
            role: None,
            by: act.actor,
            source: String::new(),
            at: act.now,
            from: None,
            without: Vec::new(),
        }
    }
}

/// Meets or lapses what runs, then starts what the event starts. A contact that reached the customer is a follow-up, too.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn hear(act: &Act, heard: &Heard) -> Result<(), Fault> {
    for clock in deadline::running(act.tx, heard.of, heard.document_id)? {
        let Some(rule) = rule_of(clock.rule) else { continue };
        let met = rule.met_by.contains(&heard.event)
            || (heard.event == Event::LeadReached && rule.met_by.contains(&Event::LeadFollowedUp));
        if met && !is_before(heard, &clock) {
            let state = if heard.at <= clock.due_at { ClockState::Met } else { ClockState::Late };
            deadline::end(act, clock.id, state, heard.at, heard.by)?;
        } else if rule.lapses_by.contains(&heard.event) {
            deadline::end(act, clock.id, ClockState::Lapsed, heard.at, None)?;
        }
    }
    let starts = |rule: &&Rule| rule.starts.contains(&heard.event) && !heard.without.contains(&rule.id);
    RULES.iter().filter(starts).try_for_each(|rule| start(act, heard, rule))
}

/// Whether something happened before a clock was opened. Contacts are told to the minute.
fn is_before(heard: &Heard, clock: &Running) -> bool {
    heard.at + TimeDelta::minutes(1) <= clock.opened_at
}

/// Starts the clock of one rule, unless one runs that goes on. A new start of a rule that restarts takes its place, but
/// for one that was recorded late and lies before it.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn start(act: &Act, heard: &Heard, rule: &Rule) -> Result<(), Fault> {
    if let Some(clock) = running(act, heard.of, heard.document_id, rule.id)? {
        if !rule.restarts || is_before(heard, &clock) {
            return Ok(());
        }
        deadline::end(act, clock.id, ClockState::Lapsed, act.now, None)?;
    }
    let (office, calendar) = (office(), calendar::current(act.tx)?);
    // Beyond the calendar's range nobody can be late.
    let from = heard.from.unwrap_or(heard.at);
    let length = clock_length::at(act.tx, rule, from)?;
    let Some(mut reckoning) = office.reckon(&calendar, from, length) else { return Ok(()) };
    let mut warns_at = office.warns_at(&calendar, &reckoning);
    if let Some(days) = rule.on_the_day {
        (reckoning.due, reckoning.steps) = (office.closing(office.date(from)), Vec::new());
        warns_at = reckoning.due - TimeDelta::days(i64::from(days));
    }
    let role = match rule.warns {
        Whom::Holders { role } => Some(role),
        Whom::Person => heard.role,
    };
    let new = NewDeadline {
        rule: rule.id,
        of: heard.of,
        document_id: heard.document_id,
        person_id: if role.is_some() { None } else { heard.person_id },
        role,
        source: heard.source.clone(),
        length,
        warns_at,
        opened_at: heard.at,
        started_at: reckoning.start,
        due_at: reckoning.due,
        steps: reckoning.steps,
    };
    deadline::insert(act, &new)
}

/// The clock of a rule that runs for a document.
fn running(act: &Act, of: ClockOf, document_id: i64, rule: RuleId) -> Result<Option<Running>, Fault> {
    Ok(deadline::running(act.tx, of, document_id)?.into_iter().find(|clock| clock.rule == rule))
}

/// A draft was saved (O1): its clock is reckoned from the contract's date and belongs to the account manager. Another date
/// makes another clock, none makes none.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn contract(
    act: &Act,
    order_id: i64,
    signed_on: Option<NaiveDate>,
    owner: Option<i64>,
) -> Result<(), Fault> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let from = signed_on.map(|day| office().instant(day, noon));
    let clock = running(act, ClockOf::Order, order_id, RuleId::OrderSubmission)?;
    if let Some(clock) = &clock
        && from != Some(clock.started_at)
    {
        deadline::end(act, clock.id, ClockState::Lapsed, act.now, None)?;
    }
    if from.is_some() {
        let heard = Heard::now(act, Event::ContractSigned, ClockOf::Order, order_id);
        hear(act, &Heard { person_id: owner, from, ..heard })?;
    }
    deadline::hand_over(act, ClockOf::Order, order_id, owner)
}

/// A contract was signed (O1): its order is due, of whoever looks after it. An order that is submitted on it meets that.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn signed(act: &Act, contract_id: i64, signed_on: NaiveDate, owner: Option<i64>) -> Result<(), Fault> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let from = Some(office().instant(signed_on, noon));
    let heard = Heard::now(act, Event::ContractSigned, ClockOf::Contract, contract_id);
    hear(act, &Heard { person_id: owner, from, ..heard })
}

/// Something happened to an order; a rung that is reached waits for whoever holds its role.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn order(
    act: &Act,
    event: Event,
    order_id: i64,
    role: Option<Role>,
    by: Option<i64>,
) -> Result<(), Fault> {
    hear(act, &Heard { role, by, ..Heard::now(act, event, ClockOf::Order, order_id) })
}

/// Something happened to a quotation: what may be sent waits for its answer until the day that stands on it (Q2).
///
/// # Errors
/// Broken when the book cannot be written.
pub fn quotation(
    act: &Act,
    event: Event,
    quotation_id: i64,
    owner: Option<i64>,
    valid_until: Option<NaiveDate>,
) -> Result<(), Fault> {
    let office = office();
    let from = valid_until.map(|day| office.instant(day, office.opens));
    let heard = Heard::now(act, event, ClockOf::Quotation, quotation_id);
    hear(act, &Heard { person_id: owner, from, ..heard })
}

/// A contract went to legal, came back from there, or was taken back (C1): whoever of legal may read it has so long.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn review(act: &Act, event: Event, contract_id: i64, by: Option<i64>) -> Result<(), Fault> {
    hear(act, &Heard { by, ..Heard::now(act, event, ClockOf::Contract, contract_id) })
}

/// How far a notice may speak of the year before: the rest days around New Year.
const AROUND: TimeDelta = TimeDelta::days(62);

/// The running clocks that cross a year and would run otherwise by another calendar: each as it was and as it would be.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn moved(
    connection: &Connection,
    calendar: &Calendar,
    year: i32,
) -> Result<Vec<(Reckoned, Reckoned)>, Fault> {
    let (Some(first), Some(after)) =
        (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year + 1, 1, 1))
    else {
        return Ok(Vec::new());
    };
    let crossing = deadline::crossing(connection, &begins(first - AROUND), &begins(after + AROUND))?;
    let office = office();
    let other = |was: Reckoned| {
        if rule_of(was.rule).is_some_and(|rule| rule.on_the_day.is_some()) {
            return None;
        }
        let reckoning = office.reckon(calendar, was.started_at, was.length)?;
        let warns_at = office.warns_at(calendar, &reckoning);
        let is = Reckoned { due_at: reckoning.due, steps: reckoning.steps, warns_at, ..was.clone() };
        let same = (is.due_at, is.warns_at, &is.steps) == (was.due_at, was.warns_at, &was.steps);
        (!same).then_some((was, is))
    };
    Ok(crossing.into_iter().filter_map(other).collect())
}

/// Reckons anew what crosses a year whose rest days have just become others; each document whose limit moved tells it.
/// Answers how many limits moved.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn reckon_anew(act: &Act, year: i32) -> Result<i64, Fault> {
    let mut count = 0;
    let calendar = calendar::current(act.tx)?;
    for (was, is) in moved(act.tx, &calendar, year)? {
        deadline::reckoned_anew(act, &is)?;
        if was.due_at == is.due_at {
            continue;
        }
        count += 1;
        let rule = rule_of(is.rule).map(|rule| rule.code).unwrap_or_default();
        let told =
            history::Payload::note(rule).change("due_at", instant_text(was.due_at), instant_text(is.due_at));
        let document = match is.of {
            ClockOf::Lead => "lead",
            ClockOf::Order => "order",
            ClockOf::Quotation => "quotation",
            ClockOf::Contract => "contract",
        };
        history::record(act, "deadline_moved", document, is.document_id, &told)?;
    }
    Ok(count)
}

/// The night watch: marks what is to be warned of and what has run out, each once. Answers how many it marked.
///
/// # Errors
/// `NoBook`; broken when the book cannot be written.
pub fn watch(app: &App) -> Result<usize, Fault> {
    let (book, now) = (app.book()?, app.now());
    if !book.writes() || !book.read(|connection| deadline_mark::is_watch_due(connection, now))? {
        return Ok(0);
    }
    let (warned, escalated) = book.act(now, None, deadline_mark::watch)?;
    app.changed();
    Ok(warned + escalated)
}
