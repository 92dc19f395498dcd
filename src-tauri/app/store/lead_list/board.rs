//! The board of leads: the same filter as the list's, in one pass over all states.

use std::collections::BTreeMap;

use chengdan_domain::lead::LeadState;
use rusqlite::Connection;

use super::{DUE, columns, passes, row_of, with};
use crate::fault::Fault;
use crate::store::lead::state_of;
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

fn query() -> String {
    format!(
        "with passed as materialized (
             select l.id as id, l.state as state, l.received_at as received_at,
                    case when l.state in ('New', 'Rated', 'Assigned') then coalesce({DUE}, '~') else '~' end as due
               from lead l where {}),
         placed as materialized (
             select id, due, received_at, count(*) over (partition by state) as counted,
                    row_number() over (partition by state order by due, received_at desc, id desc) as place
               from passed)
         select {}, a.counted
           from placed a join lead l on l.id = a.id left join person p on p.id = l.owner_id
          where a.place <= {SHOWN} order by a.due, a.received_at desc, a.id desc",
        passes(),
        columns()
    )
}
