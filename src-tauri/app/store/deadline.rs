//! Clocks: what runs for a document, how it ended, and what the night watch has told of.

use chengdan_domain::calendar::Calendar;
use chengdan_domain::deadline::rules::{RuleId, rule_of};
use chengdan_domain::deadline::{Length, ReckonStep};
use chengdan_domain::people::Role;
use chrono::{DateTime, Datelike, Utc};
use rusqlite::{Connection, Row, params};

use super::lead::instant_of;
use super::{Act, calendar, person};
use crate::clock::{business_date, instant_text, year_month};
use crate::fault::Fault;
use crate::views::deadline::{ClockOf, ClockState, DeadlineView};

/// A clock that runs.
#[derive(Debug, Clone)]
pub struct Running {
    pub id: i64,
    pub rule: RuleId,
    pub opened_at: DateTime<Utc>,
    pub started_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
}

/// A clock to be opened.
#[derive(Debug, Clone)]
pub struct NewDeadline {
    pub rule: RuleId,
    pub of: ClockOf,
    pub document_id: i64,
    pub person_id: Option<i64>,
    /// Whose it is where nobody is named.
    pub role: Option<Role>,
    /// A lead's source.
    pub source: String,
    pub length: Length,
    pub steps: Vec<ReckonStep>,
    pub opened_at: DateTime<Utc>,
    pub started_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub warns_at: DateTime<Utc>,
}

/// What a clock belongs to, as the book writes it.
pub fn of_text(of: ClockOf) -> &'static str {
    match of {
        ClockOf::Lead => "Lead",
        ClockOf::Order => "Order",
        ClockOf::Contract => "Contract",
        ClockOf::Quotation => "Quotation",
    }
}

/// Reads what a clock belongs to.
pub fn of_of(text: &str) -> ClockOf {
    match text {
        "Order" => ClockOf::Order,
        "Quotation" => ClockOf::Quotation,
        "Contract" => ClockOf::Contract,
        _ => ClockOf::Lead,
    }
}

/// A rule as the book writes it.
pub fn rule_text(rule: RuleId) -> String {
    format!("{rule:?}")
}

/// Reads a rule; none for one of a newer program.
pub fn rule_id_of(text: &str) -> Option<RuleId> {
    RuleId::ALL.into_iter().find(|rule| rule_text(*rule) == text)
}

/// A state as the book writes it.
pub fn state_text(state: ClockState) -> &'static str {
    match state {
        ClockState::Running => "Running",
        ClockState::Met => "Met",
        ClockState::Late => "Late",
        ClockState::Lapsed => "Lapsed",
    }
}

/// Reads a state.
pub fn state_of(text: &str) -> ClockState {
    match text {
        "Running" => ClockState::Running,
        "Met" => ClockState::Met,
        "Late" => ClockState::Late,
        _ => ClockState::Lapsed,
    }
}

/// The clocks that run for a document, the oldest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn running(connection: &Connection, of: ClockOf, document_id: i64) -> Result<Vec<Running>, Fault> {
    let mut statement = connection.prepare_cached(
        "select id, rule, opened_at, started_at, due_at from deadline
          where document = $1 and document_id = $2 and state = 'Running' order by id",
    )?;
    let rows = statement.query_map(params![of_text(of), document_id], |row| {
        let instant = |column: usize| row.get::<_, String>(column).map(|text| instant_of(&text));
        let rule = rule_id_of(&row.get::<_, String>(1)?);
        let (id, opened_at, started_at, due_at) = (row.get(0)?, instant(2)?, instant(3)?, instant(4)?);
        Ok(rule.map(|rule| Running { id, rule, opened_at, started_at, due_at }))
    })?;
    let found: Vec<Option<Running>> = rows.collect::<Result<_, _>>()?;
    Ok(found.into_iter().flatten().collect())
}

/// A running clock as it was reckoned.
#[derive(Debug, Clone)]
pub struct Reckoned {
    pub id: i64,
    pub rule: RuleId,
    pub of: ClockOf,
    pub document_id: i64,
    pub length: Length,
    pub steps: Vec<ReckonStep>,
    pub started_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub warns_at: DateTime<Utc>,
}

/// The running clocks that are due at or after an instant and began before another.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn crossing(connection: &Connection, from: &str, before: &str) -> Result<Vec<Reckoned>, Fault> {
    let mut statement = connection.prepare_cached(
        "select id, rule, document, document_id, length, steps, started_at, due_at, warns_at from deadline
          where state = 'Running' and due_at >= $1 and started_at < $2 order by due_at, id",
    )?;
    let mut rows = statement.query([from, before])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let text = |column: usize| row.get::<_, String>(column);
        // A rule or a length of a newer program is not ours to reckon.
        let (Some(rule), Ok(length)) = (rule_id_of(&text(1)?), serde_json::from_str(&text(4)?)) else {
            continue;
        };
        found.push(Reckoned {
            id: row.get(0)?,
            rule,
            of: of_of(&text(2)?),
            document_id: row.get(3)?,
            length,
            steps: serde_json::from_str(&text(5)?).unwrap_or_default(),
            started_at: instant_of(&text(6)?),
            due_at: instant_of(&text(7)?),
            warns_at: instant_of(&text(8)?),
        });
    }
    Ok(found)
}

/// Writes a clock as it was reckoned anew. What was told of it is told again where it lies ahead once more.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn reckoned_anew(act: &Act, clock: &Reckoned) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "update deadline set steps = $1, due_at = $2, warns_at = $3, ym = $4,
                    warned_at = case when $3 > $5 then null else warned_at end,
                    escalated_at = case when $2 > $5 then null else escalated_at end,
                    over_at = case when $2 > $5 then null else over_at end
              where id = $6 and state = 'Running'",
        )?
        .execute(params![
            serde_json::to_string(&clock.steps)?,
            instant_text(clock.due_at),
            instant_text(clock.warns_at),
            year_month(business_date(clock.due_at)),
            act.at(),
            clock.id
        ])?;
    Ok(())
}

/// Opens a clock.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn insert(act: &Act, new: &NewDeadline) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "insert into deadline (rule, document, document_id, person_id, role, source, state, length, steps, opened_at,
                    started_at, due_at, warns_at, ym)
             values ($1, $2, $3, $4, $5, $6, 'Running', $7, $8, $9, $10, $11, $12, $13)",
        )?
        .execute(params![
            rule_text(new.rule),
            of_text(new.of),
            new.document_id,
            new.person_id,
            new.role.map(person::role_text),
            new.source,
            serde_json::to_string(&new.length)?,
            serde_json::to_string(&new.steps)?,
            instant_text(new.opened_at),
            instant_text(new.started_at),
            instant_text(new.due_at),
            instant_text(new.warns_at),
            year_month(business_date(new.due_at))
        ])?;
    Ok(())
}

/// Ends a clock; where it was nobody's by name it is whoever's hand met it. A clock that ended stays as it is.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn end(act: &Act, id: i64, state: ClockState, at: DateTime<Utc>, by: Option<i64>) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "update deadline set state = $1, ended_at = $2, person_id = coalesce(person_id, $3)
              where id = $4 and state = 'Running'",
        )?
        .execute(params![state_text(state), instant_text(at), by, id])?;
    Ok(())
}

/// What runs for a document and is a person's is another's from now on.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn hand_over(act: &Act, of: ClockOf, document_id: i64, person_id: Option<i64>) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "update deadline set person_id = $1
              where document = $2 and document_id = $3 and state = 'Running' and role is null",
        )?
        .execute(params![person_id, of_text(of), document_id])?;
    Ok(())
}

/// The columns of a clock's view, from `deadline d`.
pub(super) const VIEW: &str =
    "d.id, d.rule, d.state, d.length, d.started_at, d.due_at, d.warns_at, d.ended_at, d.steps";

/// Reads a clock from the first columns of a row; none for a rule of a newer program.
pub(super) fn view_of(row: &Row, calendar: &Calendar) -> rusqlite::Result<Option<DeadlineView>> {
    let Some(rule) = rule_id_of(&row.get::<_, String>(1)?) else { return Ok(None) };
    let (length, steps): (String, String) = (row.get(3)?, row.get(8)?);
    let (started_at, due_at): (String, String) = (row.get(4)?, row.get(5)?);
    Ok(Some(DeadlineView {
        id: row.get(0)?,
        rule,
        code: rule_of(rule).map(|row| row.code.to_string()).unwrap_or_default(),
        state: state_of(&row.get::<_, String>(2)?),
        length: serde_json::from_str(&length).unwrap_or(Length::ClockHours { hours: 0 }),
        year_unknown: year_unknown(calendar, &started_at, &due_at),
        started_at,
        due_at,
        warns_at: row.get(6)?,
        ended_at: row.get(7)?,
        steps: serde_json::from_str(&steps).unwrap_or_default(),
    }))
}

/// A year on the way whose rest days are not published.
fn year_unknown(calendar: &Calendar, started_at: &str, due_at: &str) -> Option<i32> {
    let year = |text: &str| business_date(instant_of(text)).year();
    (year(started_at)..=year(due_at)).find(|year| !calendar.knows(*year))
}

/// The clocks of a document: what runs, the most urgent on top; then what ended, the latest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn of(connection: &Connection, of: ClockOf, document_id: i64) -> Result<Vec<DeadlineView>, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select {VIEW} from deadline d where d.document = $1 and d.document_id = $2
          order by case when d.state = 'Running' then 0 else 1 end,
                   case when d.state = 'Running' then d.due_at else '' end, d.ended_at desc, d.id desc limit 100"
    ))?;
    let calendar = calendar::current(connection)?;
    let rows = statement.query_map(params![of_text(of), document_id], |row| view_of(row, &calendar))?;
    let found: Vec<Option<DeadlineView>> = rows.collect::<Result<_, _>>()?;
    Ok(found.into_iter().flatten().collect())
}
