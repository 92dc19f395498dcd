//! Tasks for the warehouse (备货) and production (排产).

use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;
use rusqlite::{Connection, Row, params};

use super::{Act, history, person};
use crate::fault::Fault;
use crate::views::order::TaskView;

/// 备货, for every approved order.
pub const PREPARE: (&str, Role) = ("prepare", Role::Warehouse);
/// 排产, when a line is customised.
pub const SCHEDULE: (&str, Role) = ("schedule", Role::Production);

const COLUMNS: &str =
    "t.id, t.kind, t.role, t.order_id, coalesce(o.number, ''), o.customer_name, o.promised_on,
    t.created_at, t.done_at, coalesce(p.name, '')
    from task t join sales_order o on o.id = t.order_id left join person p on p.id = t.done_by";

fn row_of(row: &Row) -> rusqlite::Result<TaskView> {
    Ok(TaskView {
        id: row.get(0)?,
        kind: row.get(1)?,
        role: person::role_of(&row.get::<_, String>(2)?).unwrap_or(Role::Warehouse),
        order_id: row.get(3)?,
        order_number: row.get(4)?,
        customer: row.get(5)?,
        promised_on: row.get(6)?,
        created_at: row.get(7)?,
        done_at: row.get(8)?,
        done_by: row.get(9)?,
    })
}

/// Opens a task; an order has each kind once.
pub fn open(act: &Act, order_id: i64, (kind, role): (&str, Role)) -> Result<(), Fault> {
    act.tx
        .prepare_cached("insert into task (kind, role, order_id, created_at) values ($1, $2, $3, $4)")?
        .execute(params![kind, person::role_text(role), order_id, act.at()])?;
    Ok(())
}

/// Every open task, oldest first, and after them the last that were done.
pub fn list(connection: &Connection) -> Result<Vec<TaskView>, Fault> {
    let mut tasks = several(
        connection,
        &format!("select {COLUMNS} where t.done_at is null and $1 = 0 order by t.id"),
        0,
    )?;
    let done =
        format!("select {COLUMNS} where t.done_at is not null order by t.done_at desc, t.id desc limit $1");
    tasks.extend(several(connection, &done, 50)?);
    Ok(tasks)
}

/// The tasks of an order.
pub fn of_order(connection: &Connection, order_id: i64) -> Result<Vec<TaskView>, Fault> {
    several(connection, &format!("select {COLUMNS} where t.order_id = $1 order by t.id"), order_id)
}

/// One task.
///
/// # Errors
/// `RowNotFound`.
pub fn get(connection: &Connection, id: i64) -> Result<TaskView, Fault> {
    several(connection, &format!("select {COLUMNS} where t.id = $1 order by t.id"), id)?
        .pop()
        .ok_or_else(|| Refusal::RowNotFound.into())
}

fn several(connection: &Connection, query: &str, key: i64) -> Result<Vec<TaskView>, Fault> {
    let mut statement = connection.prepare_cached(query)?;
    let rows = statement.query_map([key], row_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Ticks a task off; one that is done already stays as it is.
pub fn done(act: &Act, task: &TaskView) -> Result<(), Fault> {
    let changed = act
        .tx
        .prepare_cached("update task set done_at = $1, done_by = $2 where id = $3 and done_at is null")?
        .execute(params![act.at(), act.actor, task.id])?;
    if changed == 0 {
        return Ok(());
    }
    history::record(act, "task_done", "order", task.order_id, &history::Payload::note(&task.kind))
}
