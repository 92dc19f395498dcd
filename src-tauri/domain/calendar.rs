//! The working calendar: statutory rest days and 调休 working weekends of the known years, and counting in working days.
//!
//! A year the State Council has not yet published falls back to Monday–Friday, and [`Calendar::knows`] says so.

pub mod notice;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Rest days (`off`) and working weekends (`work`) as published: `date,kind,name`.
const PUBLISHED: &str = include_str!("calendar/rest_days.csv");

/// The most working days that are counted at once; a longer span is a mistake of whoever asks.
const MOST_DAYS: u32 = 10_000;

/// Which days are worked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    off: BTreeMap<NaiveDate, String>,
    work: BTreeSet<NaiveDate>,
    years: BTreeSet<i32>,
}

/// A line of a notice that cannot be read; counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    pub line: usize,
    pub found: String,
}

impl Calendar {
    /// The calendar of the years that were published when this program was made.
    pub fn published() -> &'static Calendar {
        static READ: OnceLock<Calendar> = OnceLock::new();
        // The table is part of the program; a test reads every line of it.
        READ.get_or_init(|| Calendar::read(PUBLISHED).unwrap_or_default())
    }

    /// Reads `date,kind,name` lines, the first being the head.
    ///
    /// # Errors
    /// The first line that is no day or no kind.
    pub fn read(text: &str) -> Result<Calendar, BadLine> {
        let mut calendar = Calendar::default();
        for (index, line) in text.lines().enumerate().skip(1).filter(|(_, line)| !line.trim().is_empty()) {
            let bad = || BadLine { line: index + 1, found: line.to_string() };
            let mut words = line.split(',').map(str::trim);
            let (Some(day), Some(kind)) = (words.next(), words.next()) else { return Err(bad()) };
            let day: NaiveDate = day.parse().map_err(|_| bad())?;
            match kind {
                "off" => drop(calendar.off.insert(day, words.next().unwrap_or_default().to_string())),
                "work" => drop(calendar.work.insert(day)),
                _ => return Err(bad()),
            }
            calendar.years.insert(day.year());
        }
        Ok(calendar)
    }

    /// Whether a year was published; otherwise Monday–Friday is assumed and the screen says so.
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// The years that are known, the earliest first.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.years.iter().copied()
    }

    /// Whether a day is worked.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        if self.work.contains(&day) {
            return true;
        }
        !self.off.contains_key(&day) && !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// Why a day is not worked: the name of the holiday, empty for a plain weekend, none for a working day.
    pub fn rest_of(&self, day: NaiveDate) -> Option<&str> {
        (!self.is_working(day)).then(|| self.off.get(&day).map_or("", String::as_str))
    }

    /// The `count`-th working day after `start` (start itself is not counted; 0 is `start`).
    ///
    /// `None` beyond the calendar's range or above 10,000 days.
    pub fn working_day_after(&self, start: NaiveDate, count: u32) -> Option<NaiveDate> {
        if count > MOST_DAYS {
            return None;
        }
        let (mut day, mut left) = (start, count);
        while left > 0 {
            day = day.checked_add_days(Days::new(1))?;
            left -= u32::from(self.is_working(day));
        }
        Some(day)
    }

    /// How many working days lie after `from` and up to `until`; 0 when `until` is not later.
    pub fn working_days_between(&self, from: NaiveDate, until: NaiveDate) -> u32 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= until).take(MOST_DAYS as usize);
        u32::try_from(days.filter(|day| self.is_working(*day)).count()).unwrap_or(u32::MAX)
    }

    /// The day itself when it is worked, otherwise the next working day.
    pub fn rolled_forward(&self, day: NaiveDate) -> Option<NaiveDate> {
        if self.is_working(day) { Some(day) } else { self.working_day_after(day, 1) }
    }
}
