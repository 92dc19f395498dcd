//! The numbers beside the rooms.

use chengdan_domain::people::{Role, TEAM};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::person;
use super::today::{self, Whose, Window};
use crate::clock::{begins, business_date, instant_text};
use crate::fault::Fault;
use crate::views::book::RoomCounts;

/// Counts what waits for the person at the desk (all of the desk for a sales assistant); `now` decides what is overdue.
/// Approvals are counted by who knows the ladder.
pub fn counts(
    connection: &Connection,
    person_id: Option<i64>,
    now: DateTime<Utc>,
) -> Result<RoomCounts, Fault> {
    let day = business_date(now);
    let today = day.to_string();
    let held = person_id.map(|id| person::roles(connection, id)).transpose()?.unwrap_or_default();
    let everyone = held.contains(&Role::SalesAssistant);
    let mut counts = RoomCounts {
        orders_overdue: overdue(connection, person_id, everyone, &today)?,
        ..RoomCounts::default()
    };
    (counts.orders_drafts, counts.orders_sent_back) = connection
        .prepare_cached(
            "select count(case when state = 'Draft' then 1 end), count(case when state = 'SentBack' then 1 end)
               from sales_order where state in ('SentBack', 'Draft') and (owner_id = $1 or creator_id = $1)",
        )?
        .query_row(params![person_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if let Some(person_id) = person_id {
        let everyone = TEAM.iter().any(|role| held.contains(role));
        let whose = Whose { everyone, person_id, roles: held };
        let at = instant_text(now);
        let tomorrow = day.succ_opt().map(begins).unwrap_or_default();
        let until = |from: &str, before: &str| {
            let window = Window { from: from.into(), before: before.into(), snoozed: false, now: at.clone() };
            today::count(connection, &whose, &window)
        };
        (counts.today_overdue, counts.today_due) = (until("", &at)?, until(&at, &tomorrow)?);
    }
    counts.leads_unrated = connection
        .prepare_cached("select count(*) from lead where state = 'New'")?
        .query_row([], |row| row.get(0))?;
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
