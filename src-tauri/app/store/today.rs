//! 「今天」 and the record of what fell due: questions over all clocks.

use std::collections::BTreeMap;

use chengdan_domain::calendar::Calendar;
use chengdan_domain::deadline::rules::{RuleId, rule_of};
use chengdan_domain::lead::LeadState;
use chengdan_domain::people::Role;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use super::deadline::{of_of, rule_id_of, rule_text, state_of, state_text, view_of};
use super::lead::{self, instant_of};
use super::{Act, calendar, person};
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::views::deadline::{ClockState, DoneToday, RecordRow, RecordRowsAsk, Snooze, TodayRow};

/// More lines than anybody works off in a day; the counts are exact all the same.
const MOST: i64 = 500;

/// Whose clocks are asked for.
#[derive(Debug, Clone)]
pub struct Whose {
    pub everyone: bool,
    pub person_id: i64,
    /// What is nobody's by name is whoever's holds the role.
    pub roles: Vec<Role>,
}

/// Whether a clock `d` is of them: $1 everyone, $2 the person, $3 their roles between commas. What has neither person nor
/// role (a lead that nobody follows yet) is the supervisor's.
const MINE: &str = "($1 = 1 or d.person_id = $2
    or (d.person_id is null and instr($3, ',' || coalesce(d.role, 'SalesSupervisor') || ',') > 0))";

impl Whose {
    fn roles(&self) -> String {
        let roles: Vec<String> = self.roles.iter().map(|role| person::role_text(*role)).collect();
        format!(",{},", roles.join(","))
    }
}

/// Which of them: due at or after `from` and before `before`; put off, or not.
#[derive(Debug, Clone)]
pub struct Window {
    pub from: String,
    pub before: String,
    pub snoozed: bool,
    pub now: String,
}

/// Whether a running clock `d` stands in a window: $4 from, $5 before, $6 now, $7 put off.
const STANDS: &str = "d.state = 'Running' and d.due_at >= $4 and d.due_at < $5
    and case when coalesce(d.snoozed_until, '') > $6 then 1 else 0 end = $7";

/// The columns of a line, from `deadline d` and what is [`AROUND`] it.
const LINE: &str = "d.id, d.rule, d.state, d.length, d.started_at, d.due_at, d.warns_at, d.ended_at, d.steps,
    d.document, d.document_id, coalesce(l.version, o.version, q.version, k.version, 0),
    coalesce(l.name, o.number, q.number, k.number, ''), 
    coalesce(l.name, o.customer_name, q.customer_name, k.customer_name, ''), d.person_id, coalesce(p.name, ''), d.snoozed_until, d.snooze_reason, d.role,
    l.state, l.owner_id";

/// The document of a clock `d`, and whose it is.
const AROUND: &str = "left join lead l on d.document = 'Lead' and l.id = d.document_id
    left join sales_order o on d.document = 'Order' and o.id = d.document_id
    left join contract k on d.document = 'Contract' and k.id = d.document_id
    left join quotation q on d.document = 'Quotation' and q.id = d.document_id
    left join person p on p.id = d.person_id";

/// A line, and what the law of a lead asks to judge the line's act.
#[derive(Debug, Clone)]
pub struct Line {
    pub row: TodayRow,
    pub lead: Option<(LeadState, Option<i64>)>,
}

/// The lines of a window, the most urgent first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn rows(connection: &Connection, whose: &Whose, window: &Window) -> Result<Vec<Line>, Fault> {
    let sql = format!(
        "with asked as materialized (select d.id as id from deadline d where {MINE} and {STANDS} order by d.due_at, d.id limit {MOST})
         select {LINE} from asked join deadline d on d.id = asked.id {AROUND} order by d.due_at, d.id"
    );
    let calendar = calendar::current(connection)?;
    with(whose, window, |asked| {
        let mut statement = connection.prepare_cached(&sql)?;
        let found = statement.query_map(asked, |row| row_of(row, &window.now, &calendar))?;
        let found: Vec<Option<Line>> = found.collect::<Result<_, _>>()?;
        Ok(found.into_iter().flatten().collect())
    })
}

fn with<T>(
    whose: &Whose,
    window: &Window,
    ask: impl FnOnce(&[&dyn ToSql]) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let Window { from, before, snoozed, now } = window;
    ask(params![whose.everyone, whose.person_id, whose.roles(), from, before, now, snoozed])
}

fn row_of(row: &Row, now: &str, calendar: &Calendar) -> rusqlite::Result<Option<Line>> {
    let Some(deadline) = view_of(row, calendar)? else { return Ok(None) };
    let snoozed_until: Option<String> = row.get(16)?;
    let overdue = match deadline.state {
        ClockState::Running => deadline.due_at.as_str() < now,
        ended => ended == ClockState::Late,
    };
    let lead = match row.get::<_, Option<String>>(19)? {
        Some(state) => Some((lead::state_of(&state), row.get(20)?)),
        None => None,
    };
    let row = TodayRow {
        of: of_of(&row.get::<_, String>(9)?),
        document_id: row.get(10)?,
        version: row.get(11)?,
        name: row.get(12)?,
        customer: row.get(13)?,
        person_id: row.get(14)?,
        person: row.get(15)?,
        overdue,
        snoozed_until: snoozed_until.filter(|until| until.as_str() > now),
        snooze_reason: row.get(17)?,
        role: row.get::<_, Option<String>>(18)?.and_then(|role| person::role_of(&role)),
        refusals: Vec::new(),
        deadline,
    };
    Ok(Some(Line { row, lead }))
}

/// How many lines a window has.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn count(connection: &Connection, whose: &Whose, window: &Window) -> Result<i64, Fault> {
    let sql = format!("select count(*) from deadline d where {MINE} and {STANDS}");
    with(whose, window, |asked| Ok(connection.prepare_cached(&sql)?.query_row(asked, |row| row.get(0))?))
}

/// How many clocks that were due before an instant were met since another.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn done(connection: &Connection, whose: &Whose, since: &str, due_before: &str) -> Result<i64, Fault> {
    let sql = format!(
        "select count(*) from deadline d where {MINE} and d.state <> 'Running' and d.ended_at >= $4
            and d.state in ('Met', 'Late') and d.due_at < $5"
    );
    let asked = params![whose.everyone, whose.person_id, whose.roles(), since, due_before];
    Ok(connection.prepare_cached(&sql)?.query_row(asked, |row| row.get(0))?)
}

/// The same rule by rule, in the order of the process: met in time, and late.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn finished(
    connection: &Connection,
    whose: &Whose,
    since: &str,
    due_before: &str,
) -> Result<Vec<DoneToday>, Fault> {
    let sql = format!(
        "select d.rule, count(case when d.state = 'Met' then 1 end), count(case when d.state = 'Late' then 1 end)
           from deadline d where {MINE} and d.state <> 'Running' and d.ended_at >= $4
            and d.state in ('Met', 'Late') and d.due_at < $5 group by d.rule order by d.rule"
    );
    let asked = params![whose.everyone, whose.person_id, whose.roles(), since, due_before];
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(asked)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(rule) = rule_id_of(&row.get::<_, String>(0)?) else { continue };
        let code = rule_of(rule).map(|row| row.code.to_string()).unwrap_or_default();
        found.push(DoneToday { rule, code, met: row.get(1)?, late: row.get(2)? });
    }
    found.sort_by_key(|one| one.rule);
    Ok(found)
}

/// Whose a running clock is: person and role; none when it does not run.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn owner(connection: &Connection, id: i64) -> Result<Option<(Option<i64>, Role)>, Fault> {
    Ok(connection
        .prepare_cached("select person_id, role from deadline where id = $1 and state = 'Running'")?
        .query_row([id], |row| {
            let role = row.get::<_, Option<String>>(1)?.and_then(|role| person::role_of(&role));
            Ok((row.get(0)?, role.unwrap_or(Role::SalesSupervisor)))
        })
        .optional()?)
}

/// Puts a line off; the clock goes on. Who has to meet it is reminded once more when it comes back.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn snooze(act: &Act, ask: &Snooze, until: DateTime<Utc>) -> Result<(), Fault> {
    act.tx.execute(
        "update deadline set snoozed_until = $1, snooze_reason = $2, warned_at = null, over_at = null where id = $3",
        params![instant_text(until), ask.reason, ask.deadline_id],
    )?;
    Ok(())
}

/// What fell due in a month (K6): per rule, person and source, in the order of the process.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn record(connection: &Connection, ym: i64, now: DateTime<Utc>) -> Result<Vec<RecordRow>, Fault> {
    let mut statement = connection.prepare_cached(
        "select d.rule, coalesce(p.name, ''), d.source, d.state, d.due_at, d.ended_at
           from deadline d left join person p on p.id = d.person_id where d.ym = $1 order by d.id",
    )?;
    let mut rows = statement.query([ym])?;
    let mut sums: BTreeMap<(RuleId, String, String), (RecordRow, i64)> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let Some(rule) = rule_id_of(&row.get::<_, String>(0)?) else { continue };
        let (person, source): (String, String) = (row.get(1)?, row.get(2)?);
        let due_at = instant_of(&row.get::<_, String>(4)?);
        let ended_at = row.get::<_, Option<String>>(5)?.map(|text| instant_of(&text));
        let (sum, late_minutes) = sums
            .entry((rule, person.clone(), source.clone()))
            .or_insert_with(|| (nothing(rule, person, source), 0));
        match state_of(&row.get::<_, String>(3)?) {
            ClockState::Met => (sum.due, sum.met) = (sum.due + 1, sum.met + 1),
            ClockState::Late => {
                (sum.due, sum.late) = (sum.due + 1, sum.late + 1);
                *late_minutes += ended_at.map_or(0, |ended| (ended - due_at).num_minutes());
            }
            ClockState::Lapsed => sum.lapsed += 1,
            ClockState::Running => {
                sum.running += 1;
                sum.due += i64::from(due_at < now);
            }
        }
    }
    let averaged = sums.into_values().map(|(sum, minutes)| {
        let late_hours = if sum.late == 0 { 0 } else { (minutes / sum.late + 30) / 60 };
        RecordRow { late_hours, ..sum }
    });
    Ok(averaged.collect())
}

fn nothing(rule: RuleId, person: String, source: String) -> RecordRow {
    let code = rule_of(rule).map(|row| row.code.to_string()).unwrap_or_default();
    RecordRow { rule, code, person, source, due: 0, met: 0, late: 0, lapsed: 0, running: 0, late_hours: 0 }
}

/// The clocks behind figures of the record, the first due on top; at most five hundred.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn record_rows(
    connection: &Connection,
    ask: &RecordRowsAsk,
    now: DateTime<Utc>,
) -> Result<Vec<TodayRow>, Fault> {
    let sql = format!(
        "select {LINE} from deadline d {AROUND}
          where d.ym = $1 and ($2 is null or d.rule = $2) and ($3 is null or coalesce(p.name, '') = $3)
            and ($4 is null or d.source = $4) and ($5 is null or d.state = $5) order by d.due_at, d.id limit {MOST}"
    );
    let (now, calendar) = (instant_text(now), calendar::current(connection)?);
    let asked = params![ask.ym, ask.rule.map(rule_text), ask.person, ask.source, ask.state.map(state_text)];
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement.query_map(asked, |row| row_of(row, &now, &calendar))?;
    let found: Vec<Option<Line>> = found.collect::<Result<_, _>>()?;
    Ok(found.into_iter().flatten().map(|line| line.row).collect())
}
