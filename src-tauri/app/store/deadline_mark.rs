//! What the night watch finds: each clock that comes near its end or runs out is marked once, in the order it was found,
//! and whoever is to be told is told along the marks.

use chengdan_domain::deadline::rules::RuleId;
use chengdan_domain::people::Role;
use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::deadline::{of_of, rule_id_of};
use super::{Act, person};
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::views::deadline::ClockOf;

/// What was found of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// It comes near its end.
    Due,
    /// It ran out: whoever has to meet it and whom it escalates to are told.
    Over,
    /// It ran out while its line was put off: whom it escalates to is told.
    Escalated,
    /// The line that ran out so came back: whoever has to meet it is told.
    CameBack,
}

/// Marks what is near its end and what has run out; each once, whatever the clock on the wall did meanwhile. A line that
/// is put off waits, but not whom it escalates to. Answers how many were marked: (warned, escalated).
///
/// # Errors
/// Broken when the book cannot be written.
pub fn watch(act: &Act) -> Result<(usize, usize), Fault> {
    let now = act.at();
    let run = |sql: &str| -> Result<usize, Fault> { Ok(act.tx.prepare_cached(sql)?.execute([&now])?) };
    // What has run out already is not told as coming near.
    run("insert into deadline_mark (deadline_id, kind, at)
         select id, 'Due', $1 from deadline
          where state = 'Running' and warned_at is null and warns_at <= $1 and coalesce(snoozed_until, '') <= $1
            and due_at >= $1 order by warns_at, id")?;
    let warned = run("update deadline set warned_at = $1
          where state = 'Running' and warned_at is null and warns_at <= $1 and coalesce(snoozed_until, '') <= $1")?;
    run("insert into deadline_mark (deadline_id, kind, at)
         select id, 'CameBack', $1 from deadline
          where state = 'Running' and over_at is null and escalated_at is not null and due_at < $1
            and coalesce(snoozed_until, '') <= $1 order by due_at, id")?;
    run("update deadline set over_at = $1
          where state = 'Running' and over_at is null and escalated_at is not null and due_at < $1
            and coalesce(snoozed_until, '') <= $1")?;
    run("insert into deadline_mark (deadline_id, kind, at)
         select id, case when coalesce(snoozed_until, '') > $1 then 'Escalated' else 'Over' end, $1 from deadline
          where state = 'Running' and escalated_at is null and due_at < $1 order by due_at, id")?;
    let escalated = run("update deadline set escalated_at = $1,
                over_at = case when coalesce(snoozed_until, '') > $1 then over_at else $1 end
          where state = 'Running' and escalated_at is null and due_at < $1")?;
    Ok((warned, escalated))
}

/// Whether the night watch has anything to mark; spares an empty commit every minute.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn is_watch_due(connection: &Connection, now: DateTime<Utc>) -> Result<bool, Fault> {
    let now = instant_text(now);
    let any = |sql: &str| -> Result<bool, Fault> { Ok(connection.prepare_cached(sql)?.exists([&now])?) };
    Ok(any("select 1 from deadline where state = 'Running' and warned_at is null and warns_at <= $1
             and coalesce(snoozed_until, '') <= $1")?
        || any("select 1 from deadline where state = 'Running' and escalated_at is null and due_at < $1")?
        || any("select 1 from deadline where state = 'Running' and over_at is null and due_at < $1
             and coalesce(snoozed_until, '') <= $1")?)
}

/// A mark that still holds: its clock runs and its line is not put off (but for whom it escalates to).
#[derive(Debug, Clone)]
pub struct Mark {
    pub found: Found,
    pub deadline_id: i64,
    pub rule: RuleId,
    pub of: ClockOf,
    pub document_id: i64,
    pub person_id: Option<i64>,
    /// Whose it is where nobody is named.
    pub role: Role,
    /// An order's or quotation's number; empty for a lead.
    pub number: String,
    pub customer: String,
}

/// The last mark.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn head(connection: &Connection) -> Result<i64, Fault> {
    Ok(connection
        .prepare_cached("select coalesce(max(id), 0) from deadline_mark")?
        .query_row([], |row| row.get(0))?)
}

/// The marks after one that still hold, the most urgent first. What has run out is not told as coming near.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn after(connection: &Connection, seq: i64, now: DateTime<Utc>) -> Result<Vec<Mark>, Fault> {
    let mut statement = connection.prepare_cached(
        "select m.kind, d.id, d.rule, d.document, d.document_id, d.person_id, d.role, 
                coalesce(o.number, q.number, k.number, ''),
                coalesce(l.name, o.customer_name, q.customer_name, k.customer_name, '')
           from deadline_mark m join deadline d on d.id = m.deadline_id
           left join lead l on d.document = 'Lead' and l.id = d.document_id
           left join sales_order o on d.document = 'Order' and o.id = d.document_id
           left join contract k on d.document = 'Contract' and k.id = d.document_id
           left join quotation q on d.document = 'Quotation' and q.id = d.document_id
          where m.id > $1 and d.state = 'Running' and (m.kind <> 'Due' or d.escalated_at is null)
            and (m.kind = 'Escalated' or coalesce(d.snoozed_until, '') <= $2) order by d.due_at, d.id, m.id",
    )?;
    let mut rows = statement.query(rusqlite::params![seq, instant_text(now)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(rule) = rule_id_of(&row.get::<_, String>(2)?) else { continue };
        found.push(Mark {
            found: found_of(&row.get::<_, String>(0)?),
            deadline_id: row.get(1)?,
            rule,
            of: of_of(&row.get::<_, String>(3)?),
            document_id: row.get(4)?,
            person_id: row.get(5)?,
            role: row
                .get::<_, Option<String>>(6)?
                .and_then(|role| person::role_of(&role))
                .unwrap_or(Role::SalesSupervisor),
            number: row.get(7)?,
            customer: row.get(8)?,
        });
    }
    Ok(found)
}

fn found_of(text: &str) -> Found {
    match text {
        "Due" => Found::Due,
        "Escalated" => Found::Escalated,
        "CameBack" => Found::CameBack,
        _ => Found::Over,
    }
}
