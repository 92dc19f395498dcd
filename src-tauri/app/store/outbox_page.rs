//! The list of letters: pages by any column, whatever is filtered, and the counts of each view. Letters are long; what is
//! filtered and sorted by stands in one index (`outbox_for_list`), so that only those that are shown are read.

use chengdan_domain::text::search_key;
use rusqlite::{Connection, Row, ToSql, params};

use super::outbox_list::{ROW, row_of};
use super::sorted::{Key, Sorted, generated, number, text};
use crate::fault::Fault;
use crate::views::outbox::*;

/// What a person must look at. A letter that was repeated is history.
const TODO: &str = "o.state in ('MissingAddress', 'Failed', 'Uncertain')
    and not exists (select 1 from outbox n where n.resend_of = o.id)";
const MOVING: &str = "o.state in ('Queued', 'Claimed', 'Handed', 'Retry')";
const SENT: &str = "o.state in ('Sent', 'DeliveredOtherwise')";

fn view_of(name: &str) -> Result<&'static str, Fault> {
    match name {
        "todo" => Ok(TODO),
        "moving" => Ok(MOVING),
        "sent" => Ok(SENT),
        "" => Ok("1 = 1"),
        other => Err(Fault::Malformed { detail: format!("no view named {other}") }),
    }
}

/// The columns that can be sorted by, beside the time of queueing.
const BY_COLUMN: [&str; 7] = ["state", "kind", "customer", "order", "to", "sent", "tries"];

/// The generated column `state_key` of 0010_sorts.sql: states in the order of urgency.
const STATE_KEY: &str = "case o.state when 'Uncertain' then '1' when 'Failed' then '2' when 'MissingAddress' then '3'
    when 'Retry' then '4' when 'Handed' then '5' when 'Claimed' then '5' when 'Queued' then '6' when 'Sent' then '7'
    when 'DeliveredOtherwise' then '8' else '9' end";

/// What each column is sorted by; by the time of queueing when there is none of that name.
fn key_of(sort: &str) -> &'static Key {
    const BY_QUEUE: Key = number("o.id");
    const BY_STATE: Key = generated("o.state_key", STATE_KEY);
    const BY_KIND: Key = text("o.kind");
    const BY_CUSTOMER: Key = text("o.customer");
    const BY_ORDER: Key = text("o.order_number");
    const BY_ADDRESS: Key = text("o.to_address");
    const BY_SENDING: Key = generated("o.sent_key", "coalesce(o.sent_at, '')");
    const BY_TRIES: Key = number("o.tries");
    match sort {
        "state" => &BY_STATE,
        "kind" => &BY_KIND,
        "customer" => &BY_CUSTOMER,
        "order" => &BY_ORDER,
        "to" => &BY_ADDRESS,
        "sent" => &BY_SENDING,
        "tries" => &BY_TRIES,
        _ => &BY_QUEUE,
    }
}

/// The filter over `outbox o`.
fn passes(view: &str) -> String {
    format!(
        "($1 = '' or instr(lower(o.customer || ' ' || o.order_number || ' ' || o.to_address), $1) > 0)
         and ($2 = '' or instr($2, ',' || o.state || ',') > 0) and ($3 is null or o.kind = $3)
         and ($4 is null or o.queued_at >= $4) and ($5 is null or o.queued_at < $5)
         and ($6 is null or o.sent_at >= $6) and ($7 is null or o.sent_at < $7) and {view}"
    )
}

/// Calls with the filter's parameters.
fn with<T>(filter: &OutboxFilter, ask: impl FnOnce(&[&dyn ToSql]) -> T) -> T {
    let states: Vec<String> = filter.states.iter().map(|state| format!("{state:?}")).collect();
    let states = if states.is_empty() { String::new() } else { format!(",{},", states.join(",")) };
    let begins = |day: &Option<String>| {
        let day: Option<chrono::NaiveDate> = day.as_deref().and_then(|day| day.parse().ok());
        day.map(crate::clock::begins)
    };
    let (from, before) = (begins(&filter.queued_from), begins(&filter.queued_before));
    let (sent_from, sent_before) = (begins(&filter.sent_from), begins(&filter.sent_before));
    ask(params![search_key(&filter.text), states, filter.kind, from, before, sent_from, sent_before])
}

/// Everything, in the order in which it was queued: the table's own order, read no further than the page.
fn newest(connection: &Connection, ask: &OutboxAsk) -> Result<OutboxPage, Fault> {
    let (past, way, first) = if ask.descending { ("<", "desc", i64::MAX) } else { (">", "asc", 0) };
    let strange = || Fault::Malformed { detail: "this is no cursor of the list".into() };
    let after = match ask.after.as_deref() {
        None => first,
        Some(after) => after.split_once(':').and_then(|(id, _)| id.parse().ok()).ok_or_else(strange)?,
    };
    let limit = ask.limit.clamp(1, 500);
    let mut statement = connection.prepare_cached(&format!(
        "select {ROW} from outbox o where o.id {past} $1 order by o.id {way} limit $2"
    ))?;
    let mut rows: Vec<OutboxRow> =
        statement.query_map([after, limit + 1], row_of)?.collect::<Result<_, _>>()?;
    let more = i64::try_from(rows.len()).unwrap_or(0) > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(1));
    let next = rows.last().filter(|_| more).map(|row| super::cursor(&row.id.to_string(), row.id));
    Ok(OutboxPage { rows, next })
}

/// A page of a view, after the cursor of the page before.
///
/// # Errors
/// Malformed, when there is no such view or the cursor is not one of ours.
pub fn page(connection: &Connection, ask: &OutboxAsk) -> Result<OutboxPage, Fault> {
    let view = view_of(&ask.filter.view)?;
    if ask.filter == OutboxFilter::default() && !BY_COLUMN.contains(&ask.sort.as_str()) {
        return newest(connection, ask);
    }
    let sorted = Sorted {
        table: "outbox o",
        letter: "o",
        passes: &passes(view),
        key: key_of(&ask.sort),
        descending: ask.descending,
        row: ROW,
        joins: "",
        walks: true,
    };
    let (rows, next) =
        with(&ask.filter, |filter| sorted.page(connection, filter, ask.after.as_deref(), ask.limit, row_of))?;
    Ok(OutboxPage { rows, next })
}

/// How many letters each view holds under a filter, in one pass over the index.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn totals(connection: &Connection, filter: &OutboxFilter) -> Result<OutboxTotals, Fault> {
    let count = |view: &str| format!("cast(coalesce(sum(case when {view} then 1 else 0 end), 0) as bigint)");
    // A view by itself asks no more than the state: nothing else is compared with.
    let bare = *filter == OutboxFilter { view: filter.view.clone(), ..OutboxFilter::default() };
    let mut statement = connection.prepare_cached(&format!(
        "select {}, {}, {}, {}, count(*), (select count(*) from outbox) from outbox o where {}",
        count(view_of(&filter.view)?),
        count(TODO),
        count(MOVING),
        count(SENT),
        if bare { "1 = 1".into() } else { passes("1 = 1") }
    ))?;
    if bare {
        return Ok(statement.query_row([], totals_of)?);
    }
    with(filter, |filter| Ok(statement.query_row(filter, totals_of)?))
}

fn totals_of(row: &Row) -> rusqlite::Result<OutboxTotals> {
    Ok(OutboxTotals {
        count: row.get(0)?,
        todo: row.get(1)?,
        moving: row.get(2)?,
        sent: row.get(3)?,
        all: row.get(4)?,
        all_count: row.get(5)?,
    })
}
