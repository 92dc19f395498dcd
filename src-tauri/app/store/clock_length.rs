//! How long each rule gives, from an instant on; what was never set is the standard.

use chengdan_domain::deadline::Length;
use chengdan_domain::deadline::rules::{Rule, RuleId, rule_of};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::deadline::{rule_id_of, rule_text};
use super::{Act, history};
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::views::deadline::ClockLength;

/// How long a rule gives whoever starts at an instant: the latest length set at or before it.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn at(connection: &Connection, rule: &Rule, start: DateTime<Utc>) -> Result<Length, Fault> {
    let text: Option<String> = connection
        .prepare_cached(
            "select length from clock_length where rule = $1 and from_at <= $2 order by from_at desc, id desc limit 1",
        )?
        .query_row(params![rule_text(rule.id), instant_text(start)], |row| row.get(0))
        .optional()?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or(rule.length))
}

/// Every length that was set, with its rule, the latest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn all(connection: &Connection) -> Result<Vec<(RuleId, ClockLength)>, Fault> {
    let mut statement = connection.prepare_cached(
        "select c.rule, c.length, c.from_at, coalesce(p.name, '') from clock_length c
           left join person p on p.id = c.set_by order by c.from_at desc, c.id desc",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (rule, length): (String, String) = (row.get(0)?, row.get(1)?);
        if let (Some(rule), Ok(length)) = (rule_id_of(&rule), serde_json::from_str(&length)) {
            found.push((rule, ClockLength { length, from: row.get(2)?, by: row.get(3)? }));
        }
    }
    Ok(found)
}

/// Sets how long a rule gives from now on; the history tells the length before and after. The same length again says
/// nothing.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn put(act: &Act, rule: RuleId, length: Length) -> Result<(), Fault> {
    let Some(row) = rule_of(rule) else { return Ok(()) };
    let before = at(act.tx, row, act.now)?;
    if before == length {
        return Ok(());
    }
    let text = serde_json::to_string(&length)?;
    act.tx.execute(
        "insert into clock_length (rule, length, from_at, set_by) values ($1, $2, $3, $4)",
        params![rule_text(rule), text, act.at(), act.actor],
    )?;
    let field = format!("clock.{}", rule_text(rule));
    let told = history::Payload::default().change(&field, serde_json::to_string(&before)?, text);
    history::record(act, "clock_save", "setting", 0, &told)
}
