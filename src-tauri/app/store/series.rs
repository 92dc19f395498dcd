//! O2: the series of order numbers, per prefix and month. A serial is never handed back.

use chengdan_domain::number::OrderNumber;
use rusqlite::params;

use super::Act;
use crate::fault::Fault;

/// Draws the next number of a prefix in a month, inside the act that uses it.
pub fn draw(act: &Act, prefix: &str, ym: i64) -> Result<OrderNumber, Fault> {
    let serial: i64 = act
        .tx
        .prepare_cached(
            "insert into series (prefix, ym, next) values ($1, $2, 2)
             on conflict (prefix, ym) do update set next = series.next + 1 returning next - 1",
        )?
        .query_row(params![prefix, ym], |row| row.get(0))?;
    Ok(OrderNumber { prefix: prefix.into(), ym, serial })
}

/// Moves the series past a number that came from outside.
pub fn advance(act: &Act, number: &OrderNumber) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "insert into series (prefix, ym, next) values ($1, $2, $3)
             on conflict (prefix, ym) do update set next = max(series.next, excluded.next)",
        )?
        .execute(params![number.prefix, number.ym, number.serial + 1])?;
    Ok(())
}
