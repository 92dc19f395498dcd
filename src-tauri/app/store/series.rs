//! O2: the series of order numbers, per prefix and period. A serial is never handed back.
//!
//! Whatever the serials are counted within, the row of the month is moved along: a number's text holds year and month,
//! so numbers of one month stay apart even when the company changes how it counts.

use chengdan_domain::number::{OrderNumber, Series};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Deserialize;

use super::{Act, setting};
use crate::fault::Fault;

/// The policy as it was kept before numbers had a group of their own.
#[derive(Deserialize)]
struct FormerPolicy {
    #[serde(default)]
    number_prefix: Option<String>,
}

/// How the company's numbers are made; a book from before has only its prefix.
pub fn rule(connection: &Connection) -> Result<Series, Fault> {
    if let Some(series) = setting::get(connection, "series")? {
        return Ok(series);
    }
    let former: Option<FormerPolicy> = setting::get(connection, "policy")?;
    let prefix = former.and_then(|policy| policy.number_prefix);
    Ok(prefix.map_or_else(Series::default, |prefix| Series { prefix, ..Series::default() }))
}

/// Draws the next number of a month, inside the act that uses it.
pub fn draw(act: &Act, series: &Series, ym: i64) -> Result<String, Fault> {
    let serial = next(act.tx, series, ym)?;
    begin_at(act, series, ym, serial + 1)?;
    Ok(series.text(ym, serial))
}

/// The serial that the next number of a month will carry.
pub fn next(connection: &Connection, series: &Series, ym: i64) -> Result<i64, Fault> {
    let counted = standing(connection, series.key(), series.period(ym))?;
    Ok(counted.max(standing(connection, series.key(), ym)?))
}

fn standing(connection: &Connection, prefix: &str, period: i64) -> Result<i64, Fault> {
    let found: Option<i64> = connection
        .prepare_cached("select next from series where prefix = $1 and ym = $2")?
        .query_row(params![prefix, period], |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or(1))
}

/// The number that stands last among all; empty when none was given out yet.
pub fn last(connection: &Connection) -> Result<String, Fault> {
    let found: Option<String> = connection
        .prepare_cached(
            "select number from sales_order where number is not null order by sort_ym desc, sort_serial desc limit 1",
        )?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Lets the next number of a month be at least `serial`.
pub fn begin_at(act: &Act, series: &Series, ym: i64, serial: i64) -> Result<(), Fault> {
    raise(act, series.key(), series.period(ym), serial)?;
    raise(act, series.key(), ym, serial)
}

fn raise(act: &Act, prefix: &str, period: i64, next: i64) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "insert into series (prefix, ym, next) values ($1, $2, $3)
             on conflict (prefix, ym) do update set next = max(series.next, excluded.next)",
        )?
        .execute(params![prefix, period, next])?;
    Ok(())
}

/// Moves the series past a number that came from outside.
pub fn advance(act: &Act, number: &OrderNumber) -> Result<(), Fault> {
    let series = rule(act.tx)?;
    if series.key() == number.prefix {
        return begin_at(act, &series, number.ym, number.serial + 1);
    }
    raise(act, &number.prefix, number.ym, number.serial + 1)
}
