//! The board of leads: the same filter as the list's, in one pass over all states.

use std::collections::BTreeMap;

use chengdan_domain::lead::LeadState;
use rusqlite::Connection;

use super::{DUE, columns, passes, row_of, with};
use crate::fault::Fault;
use crate::store::lead::{state_of, state_text};
use crate::views::lead::{LeadColumn, LeadFilter};

/// So many leads a column shows; the rest are counted.
const SHOWN: i64 = 50;

/// A column for each state that is asked for, in the order of the process, also where it is empty: open leads by their most
/// urgent clock, those without one and those that ended by receipt, the newest first.
///
/// # Errors
/// Malformed, when a day is no date.
pub fn board(connection: &Connection, filter: &LeadFilter, now: &str) -> Result<Vec<LeadColumn>, Fault> {
    let asked = |state: &LeadState| filter.states.is_empty() || filter.states.contains(state);
    let mut found: BTreeMap<LeadState, LeadColumn> = LeadState::ALL
        .into_iter()
        .filter(asked)
        .map(|state| (state, LeadColumn { state, count: 0, rows: Vec::new() }))
        .collect();
    let mut statement = connection.prepare_cached(&query())?;
    with(filter, now, |filter| {
        let mut rows = statement.query(filter)?;
        while let Some(row) = rows.next()? {
            let state = state_of(&row.get::<_, String>(2)?);
            let Some(column) = found.get_mut(&state) else { continue };
            column.count = row.get(COUNTED)?;
            column.rows.push(row_of(row, now)?);
        }
        Ok(())
    })?;
    Ok(found.into_values().collect())
}

/// Where the count of a row's state stands, behind the columns of the list's row.
const COUNTED: usize = 17;

/// What passes is judged once. Each column is the top of its own sort: ranking all of it by window functions takes more
/// than twice as long.
fn query() -> String {
    let top = |state| {
        let state = state_text(state);
        format!(
            "select * from (select id, due, received_at from passed where state = '{state}'
                             order by due, received_at desc, id desc limit {SHOWN}) {state}"
        )
    };
    let tops: Vec<String> = LeadState::ALL.into_iter().map(top).collect();
    format!(
        "with passed as materialized (
             select l.id as id, l.state as state, l.received_at as received_at,
                    case when l.state in ('New', 'Rated', 'Assigned') then coalesce({DUE}, '~') else '~' end as due
               from lead l where {}),
         counted as materialized (select state, count(*) as leads from passed group by state),
         shown as materialized ({})
         select {}, counted.leads
           from shown join lead l on l.id = shown.id join counted on counted.state = l.state
           left join person p on p.id = l.owner_id
          order by shown.due, shown.received_at desc, shown.id desc",
        passes(),
        tops.join(" union all "),
        columns()
    )
}
