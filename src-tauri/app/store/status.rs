//! The numbers beside the rooms.

use chengdan_domain::people::Role;
use rusqlite::{Connection, params};

use super::person;
use crate::fault::Fault;
use crate::views::book::RoomCounts;

/// Counts what waits for the person at the desk (all of the desk for a sales assistant); `today` decides what is overdue.
/// Approvals are counted by who knows the ladder.
pub fn counts(connection: &Connection, person_id: Option<i64>, today: &str) -> Result<RoomCounts, Fault> {
    let held = person_id.map(|id| person::roles(connection, id)).transpose()?.unwrap_or_default();
    let everyone = held.contains(&Role::SalesAssistant);
    let mut counts = RoomCounts {
        orders_overdue: overdue(connection, person_id, everyone, today)?,
        ..RoomCounts::default()
    };
    (counts.orders_drafts, counts.orders_sent_back) = connection
        .prepare_cached(
            "select count(case when state = 'Draft' then 1 end), count(case when state = 'SentBack' then 1 end)
               from sales_order where state in ('SentBack', 'Draft') and (owner_id = $1 or creator_id = $1)",
        )?
        .query_row(params![person_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    counts.tasks = connection
        .prepare_cached("select count(*) from task where done_at is null")?
        .query_row([], |row| row.get(0))?;
    // A letter that was repeated is history, whatever became of it.
    let mut statement = connection.prepare_cached(
        "select o.state, count(*) from outbox o where o.state in ('Queued', 'Claimed', 'Handed', 'Retry', 'Failed',
            'Uncertain', 'MissingAddress') and not exists (select 1 from outbox n where n.resend_of = o.id)
          group by o.state order by o.state",
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

/// Along the index of open promises, and not further than anybody would count.
fn overdue(
    connection: &Connection,
    person_id: Option<i64>,
    everyone: bool,
    today: &str,
) -> Result<i64, Fault> {
    Ok(connection
        .prepare_cached(
            "select count(*) from (select id from sales_order
              where open_promised_on < $1 and ($2 = 1 or owner_id + 0 = $3) order by open_promised_on, id limit 1000)",
        )?
        .query_row(params![today, everyone, person_id], |row| row.get(0))?)
}
