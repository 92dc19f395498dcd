//! The company's own calendar years, over those that the program knows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chengdan_domain::calendar::Calendar;
use chengdan_domain::calendar::notice::{Notice, NoticeDay};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::Act;
use crate::fault::Fault;

/// The calendar in force in this state of the book.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn current(connection: &Connection) -> Result<Cow<'static, Calendar>, Fault> {
    let own = notices(connection)?;
    let published = Calendar::published();
    if own.is_empty() {
        return Ok(Cow::Borrowed(published));
    }
    Ok(Cow::Owned(own.iter().fold(published.clone(), |calendar, notice| calendar.with(notice))))
}

/// The calendar as it would be without the company's own of a year.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn without(connection: &Connection, year: i32) -> Result<Calendar, Fault> {
    let own = notices(connection)?;
    let others = own.iter().filter(|notice| notice.year != year);
    Ok(others.fold(Calendar::published().clone(), |calendar, notice| calendar.with(notice)))
}

/// The years that were brought in, the earliest first: a notice may say something about the end of the year before.
fn notices(connection: &Connection) -> Result<Vec<Notice>, Fault> {
    let mut statement = connection.prepare_cached(
        "select y.year, d.day, d.rests, d.holiday from calendar_year y left join rest_day d on d.year = y.year
          order by y.year, d.day",
    )?;
    let mut rows = statement.query([])?;
    let mut found: Vec<Notice> = Vec::new();
    while let Some(row) = rows.next()? {
        let year: i32 = row.get(0)?;
        if found.last().is_none_or(|last| last.year != year) {
            found.push(Notice { year, days: Vec::new() });
        }
        let date = row.get::<_, Option<String>>(1)?.and_then(|day| day.parse::<NaiveDate>().ok());
        if let (Some(notice), Some(date)) = (found.last_mut(), date) {
            notice.days.push(NoticeDay { date, rests: row.get(2)?, holiday: row.get(3)? });
        }
    }
    Ok(found)
}

/// Who brought a year in, and when.
#[derive(Debug, Clone)]
pub struct Brought {
    pub by: String,
    pub at: String,
}

/// The years that were brought in.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn brought(connection: &Connection) -> Result<BTreeMap<i32, Brought>, Fault> {
    let mut statement = connection.prepare_cached(
        "select y.year, coalesce(p.name, ''), y.at from calendar_year y left join person p on p.id = y.person_id
          order by y.year",
    )?;
    let rows =
        statement.query_map([], |row| Ok((row.get(0)?, Brought { by: row.get(1)?, at: row.get(2)? })))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a year was brought in.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn is_own(connection: &Connection, year: i32) -> Result<bool, Fault> {
    let found = connection
        .prepare_cached("select year from calendar_year where year = $1")?
        .query_row([year], |row| row.get::<_, i32>(0))
        .optional()?;
    Ok(found.is_some())
}

/// Writes a year; what was brought in for it before is replaced.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn put(act: &Act, notice: &Notice) -> Result<(), Fault> {
    forget(act, notice.year)?;
    act.tx.execute(
        "insert into calendar_year (year, person_id, at) values ($1, $2, $3)",
        params![notice.year, act.actor, act.at()],
    )?;
    let mut statement =
        act.tx.prepare_cached("insert into rest_day (year, day, rests, holiday) values ($1, $2, $3, $4)")?;
    for day in &notice.days {
        statement.execute(params![notice.year, day.date.to_string(), day.rests, day.holiday])?;
    }
    Ok(())
}

/// Takes a year away; the program's own counts again, if it has one.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn forget(act: &Act, year: i32) -> Result<(), Fault> {
    act.tx.execute("delete from rest_day where year = $1", [year])?;
    act.tx.execute("delete from calendar_year where year = $1", [year])?;
    Ok(())
}
