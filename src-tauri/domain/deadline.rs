//! Reckoning a deadline: from an instant, so long, to an instant, with every step on the way, so that each deadline can
//! explain itself.
//!
//! Clock hours are hours of the day and night. Working days end at the office's closing time. Calendar days end at the
//! closing time of their last day, rolled forward to a working day.

pub mod rules;

use chrono::{DateTime, Days, LocalResult, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::Calendar;

/// When the company works, and where.
#[derive(Debug, Clone)]
pub struct Office<Z: TimeZone> {
    pub zone: Z,
    pub opens: NaiveTime,
    pub closes: NaiveTime,
}

/// How long somebody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind")]
pub enum Length {
    /// Hours of the day and night (24 h, 48 h).
    ClockHours { hours: u32 },
    /// The closing time of the N-th working day after the start.
    WorkingDays { days: u32 },
    /// The closing time of the N-th day after the start, rolled forward to a working day (1 周, 2 周, 每季).
    CalendarDays { days: u32 },
    /// By closing of the same working day when it starts before the cut-off, otherwise by closing of the next (L2).
    SameDay { cutoff: NaiveTime },
}

/// Why days are not counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind")]
pub enum Rest {
    Weekend,
    Holiday { name: String },
}

/// A step on the way from start to end, in order. Dates are the office's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "step")]
pub enum ReckonStep {
    /// A run of days that are not counted, both ends included.
    Skipped { from: NaiveDate, to: NaiveDate, rest: Rest },
    /// The n-th day that counts.
    Counted { on: NaiveDate, nth: u32 },
    /// It would have ended on a rest day.
    RolledForward { from: NaiveDate, to: NaiveDate },
    /// It started after the cut-off, or on a rest day: it counts from the next working day.
    AfterCutoff { to: NaiveDate },
}

/// A deadline with its explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoning {
    pub start: DateTime<Utc>,
    pub due: DateTime<Utc>,
    pub steps: Vec<ReckonStep>,
}

impl<Z: TimeZone> Office<Z> {
    /// The office's date of an instant.
    pub fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// The instant of a wall time on a date. A time the clocks skip is the first that exists after it, one they show
    /// twice the earlier.
    pub fn instant(&self, date: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        let mut wall = date.and_time(time);
        // No zone ever skipped more than a day.
        for _ in 0..=48 {
            match self.zone.from_local_datetime(&wall) {
                LocalResult::Single(found) | LocalResult::Ambiguous(found, _) => return found.to_utc(),
                LocalResult::None => wall += TimeDelta::minutes(30),
            }
        }
        wall.and_utc()
    }

    /// The closing time of a date.
    pub fn closing(&self, date: NaiveDate) -> DateTime<Utc> {
        self.instant(date, self.closes)
    }

    /// The next opening time at or after an instant.
    pub fn opening_from(&self, calendar: &Calendar, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let today = self.date(at);
        let opens = self.instant(today, self.opens);
        if calendar.is_working(today) && opens >= at {
            return Some(opens);
        }
        Some(self.instant(calendar.working_day_after(today, 1)?, self.opens))
    }

    /// Reckons a deadline; `None` beyond the calendar's range.
    pub fn reckon(&self, calendar: &Calendar, start: DateTime<Utc>, length: Length) -> Option<Reckoning> {
        let mut steps = Vec::new();
        let first = self.date(start);
        let due = match length {
            Length::ClockHours { hours } => start.checked_add_signed(TimeDelta::hours(i64::from(hours)))?,
            Length::WorkingDays { days } => self.closing(counted(calendar, first, days, &mut steps)?),
            Length::CalendarDays { days } => {
                let end = first.checked_add_days(Days::new(u64::from(days)))?;
                self.closing(rolled(calendar, end, &mut steps)?)
            }
            Length::SameDay { cutoff } => {
                let before = start.with_timezone(&self.zone).time() < cutoff;
                let day = if before && calendar.is_working(first) {
                    first
                } else {
                    let next = counted(calendar, first, 1, &mut steps)?;
                    steps.push(ReckonStep::AfterCutoff { to: next });
                    next
                };
                self.closing(day)
            }
        };
        Some(Reckoning { start, due, steps })
    }

    /// When to warn: after three quarters of the time, and no later than the last closing time before it is due; never
    /// before the start.
    pub fn warns_at(&self, calendar: &Calendar, reckoning: &Reckoning) -> DateTime<Utc> {
        let (start, due) = (reckoning.start, reckoning.due);
        let three_quarters = start + (due - start) * 3 / 4;
        let mut day = self.date(due);
        let last_closing = loop {
            let closing = self.closing(day);
            if calendar.is_working(day) && closing < due {
                break Some(closing);
            }
            match day.pred_opt() {
                Some(before) if self.closing(before) > start => day = before,
                _ => break None,
            }
        };
        last_closing.map_or(three_quarters, |closing| three_quarters.min(closing)).max(start)
    }
}

/// The `count`-th working day after `start`, with the days in between.
fn counted(
    calendar: &Calendar,
    start: NaiveDate,
    count: u32,
    steps: &mut Vec<ReckonStep>,
) -> Option<NaiveDate> {
    let end = calendar.working_day_after(start, count)?;
    let mut nth = 0;
    for day in start.iter_days().skip(1).take_while(|day| *day <= end) {
        if calendar.is_working(day) {
            nth += 1;
            steps.push(ReckonStep::Counted { on: day, nth });
        } else {
            skip(calendar, day, steps);
        }
    }
    Some(end)
}

fn rolled(calendar: &Calendar, end: NaiveDate, steps: &mut Vec<ReckonStep>) -> Option<NaiveDate> {
    let working = calendar.rolled_forward(end)?;
    if working != end {
        for day in end.iter_days().take_while(|day| *day < working) {
            skip(calendar, day, steps);
        }
        steps.push(ReckonStep::RolledForward { from: end, to: working });
    }
    Some(working)
}

/// Adds a rest day to the run before it when it rests for the same reason.
fn skip(calendar: &Calendar, day: NaiveDate, steps: &mut Vec<ReckonStep>) {
    let reason = match calendar.rest_of(day) {
        None | Some("") => Rest::Weekend,
        Some(name) => Rest::Holiday { name: name.to_string() },
    };
    if let Some(ReckonStep::Skipped { to, rest, .. }) = steps.last_mut()
        && *rest == reason
        && to.succ_opt() == Some(day)
    {
        *to = day;
        return;
    }
    steps.push(ReckonStep::Skipped { from: day, to: day, rest: reason });
}
