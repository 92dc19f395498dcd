//! The working calendar: the years that are known, and the notice of a new one, pasted in its usual wording.

use chengdan_domain::calendar::Calendar;
use chengdan_domain::calendar::notice::{self, Notice, NoticeDay};
use chengdan_domain::refusal::Refusal;
use chrono::{Datelike, NaiveDate};

use crate::App;
use crate::clocks;
use crate::commands::book::admin;
use crate::fault::Fault;
use crate::store::{Act, calendar, history};
use crate::views::Nothing;
use crate::views::calendar::*;

/// From this month on the next year's rest days are asked for: the State Council publishes them about then.
const ASKED_FROM: u32 = 11;
/// A notice lies within so many years of today; another year is a slip of the pen.
const NEAR: i32 = 30;

/// This year when nothing is known of it; from November on the next one.
pub fn missing_year(calendar: &Calendar, today: NaiveDate) -> Option<i32> {
    let next = (today.month() >= ASKED_FROM).then_some(today.year() + 1);
    [Some(today.year()), next].into_iter().flatten().find(|year| !calendar.knows(*year))
}

/// Every year that is known, the latest first, and the one that is missing.
///
/// # Errors
/// `NoBook`.
pub fn view(app: &App, _request: Nothing) -> Result<CalendarView, Fault> {
    let today = app.today();
    app.book()?.read(|connection| {
        let (known, brought) = (calendar::current(connection)?, calendar::brought(connection)?);
        let year = |year: i32| {
            let own = brought.get(&year);
            CalendarYear {
                year,
                own: own.is_some(),
                by: own.map(|own| own.by.clone()).unwrap_or_default(),
                at: own.map(|own| own.at.clone()),
                days: known.days_of(year).into_iter().map(day_of).collect(),
            }
        };
        let mut years: Vec<CalendarYear> = known.years().map(year).collect();
        years.reverse();
        Ok(CalendarView { years, missing: missing_year(&known, today), today: today.to_string() })
    })
}

fn day_of(day: NoticeDay) -> CalendarDay {
    CalendarDay { on: day.date.to_string(), rests: day.rests, holiday: day.holiday }
}

/// What a notice says, and what it would change; nothing is written.
///
/// # Errors
/// `NoticeYearMissing`, `NoticeUnreadable`, `NoticeCountWrong`, `NoticeWeekdayWrong`, `NoticeContradicts`,
/// `NoticeWorksAnyway`, `FieldOutOfRange` (year).
pub fn read(app: &App, request: CalendarText) -> Result<CalendarRead, Fault> {
    let notice = notice_of(app, &request)?;
    app.book()?.read(|connection| {
        let known = calendar::current(connection)?;
        let clocks = clocks::moved(connection, &known.with(&notice), notice.year)?;
        let clocks = clocks.iter().filter(|(was, is)| was.due_at != is.due_at).count();
        Ok(CalendarRead {
            year: notice.year,
            changes: known.changed_by(&notice).into_iter().map(day_of).collect(),
            days: notice.days.iter().cloned().map(day_of).collect(),
            clocks: i64::try_from(clocks).unwrap_or(i64::MAX),
        })
    })
}

fn notice_of(app: &App, request: &CalendarText) -> Result<Notice, Fault> {
    let notice = notice::read(&request.text, request.year).map_err(|reasons| Fault::Refused { reasons })?;
    let this = app.today().year();
    if (notice.year - this).abs() > NEAR {
        let (least, most) = (i64::from(this - NEAR), i64::from(this + NEAR));
        return Err(Refusal::FieldOutOfRange { field: "year".into(), row: None, least, most }.into());
    }
    Ok(notice)
}

/// Takes a notice into the book. Every running clock that crosses its year is reckoned anew in the same transaction.
///
/// # Errors
/// `RoleMissing`, and as [`read`].
pub fn save(app: &App, request: CalendarText) -> Result<CalendarView, Fault> {
    let me = admin(app)?;
    let notice = notice_of(app, &request)?;
    app.book()?.act(app.now(), Some(me), |act| {
        changed(act, "calendar_save", notice.year, |act| calendar::put(act, &notice))
    })?;
    app.changed();
    view(app, Nothing {})
}

/// Takes a year of the company's own away again; the program's counts, if it has one.
///
/// # Errors
/// `RoleMissing`, `RowNotFound` for a year that was not brought in.
pub fn remove(app: &App, request: CalendarYearAsk) -> Result<CalendarView, Fault> {
    let me = admin(app)?;
    app.book()?.act(app.now(), Some(me), |act| {
        if !calendar::is_own(act.tx, request.year)? {
            return Err(Refusal::RowNotFound.into());
        }
        changed(act, "calendar_remove", request.year, |act| calendar::forget(act, request.year))
    })?;
    app.changed();
    view(app, Nothing {})
}

/// Changes a year, reckons its clocks anew, and tells which days and how many clocks became others.
fn changed(
    act: &Act,
    name: &str,
    year: i32,
    write: impl FnOnce(&Act) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let before = said(act, year)?;
    write(act)?;
    let after = said(act, year)?;
    let clocks = clocks::reckon_anew(act, year)?;
    let told = history::Payload::note(year.to_string())
        .change(&format!("calendar.{year}.rests"), before.0, after.0)
        .change(&format!("calendar.{year}.works"), before.1, after.1)
        .change("calendar.clocks", 0, clocks);
    history::record(act, name, "setting", 0, &told)
}

/// The days of a year that rest and that are worked, as the history tells them.
fn said(act: &Act, year: i32) -> Result<(String, String), Fault> {
    let days = calendar::current(act.tx)?.days_of(year);
    let list = |rests: bool| {
        let days =
            days.iter().filter(|day| day.rests == rests).map(|day| day.date.format("%m-%d").to_string());
        days.collect::<Vec<_>>().join(" ")
    };
    Ok((list(true), list(false)))
}
