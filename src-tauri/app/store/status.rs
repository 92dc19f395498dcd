//! The numbers beside the rooms.

use chengdan_domain::approval::Level;
use chengdan_domain::people::Role;
use rusqlite::{Connection, params};

use super::person;
use crate::fault::Fault;
use crate::views::book::RoomCounts;

/// Counts what waits for the person at the desk (all of the desk for a sales assistant).
pub fn counts(connection: &Connection, person_id: Option<i64>) -> Result<RoomCounts, Fault> {
    let mut counts = RoomCounts { approvals: approvals(connection, person_id)?, ..RoomCounts::default() };
    counts.orders = connection
        .prepare_cached(
            "select count(*) from sales_order
              where state in ('SentBack', 'Draft') and (owner_id = $1 or creator_id = $1)",
        )?
        .query_row(params![person_id], |row| row.get(0))?;
    counts.tasks = connection
        .prepare_cached("select count(*) from task where done_at is null")?
        .query_row([], |row| row.get(0))?;
    let mut statement = connection.prepare_cached(
        "select state, count(*) from outbox where state in ('Queued', 'Claimed', 'Handed', 'Retry', 'Failed',
            'Uncertain', 'MissingAddress') group by state order by state",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    for row in rows {
        let (state, count) = row?;
        match state.as_str() {
            "Failed" => counts.outbox_failed += count,
            "Uncertain" => counts.outbox_uncertain += count,
            "MissingAddress" => counts.outbox_missing_address += count,
            _ => counts.outbox_waiting += count,
        }
    }
    Ok(counts)
}

fn approvals(connection: &Connection, person_id: Option<i64>) -> Result<i64, Fault> {
    let Some(person_id) = person_id else { return Ok(0) };
    let held = person::roles(connection, person_id)?;
    let everyone = held.contains(&Role::SalesAssistant);
    let mut statement = connection
        .prepare_cached("select ladder, level from sales_order where state = 'InApproval' order by id")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    let mut count = 0;
    for row in rows {
        let (ladder, level) = row?;
        let ladder: Vec<Level> = serde_json::from_str(&ladder).unwrap_or_default();
        let rung = usize::try_from(level - 1).ok().and_then(|index| ladder.get(index));
        if everyone || rung.is_some_and(|rung| held.contains(&rung.role)) {
            count += 1;
        }
    }
    Ok(count)
}
