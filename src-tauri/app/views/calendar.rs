//! The working calendar as the settings show it: years that were published or brought in, and what a notice would change.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A day that is not as its weekday says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarDay {
    /// `YYYY-MM-DD`
    pub on: String,
    /// It rests; otherwise it is a weekend that is worked (调休).
    pub rests: bool,
    pub holiday: String,
}

/// A year that is known.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarYear {
    pub year: i32,
    /// Brought in by the company; otherwise it is the program's.
    pub own: bool,
    /// Who brought it in, and when (UTC).
    pub by: String,
    pub at: Option<String>,
    pub days: Vec<CalendarDay>,
}

/// Every year that is known, and the one that is missing.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarView {
    /// The latest first.
    pub years: Vec<CalendarYear>,
    /// This year when it is not known; from November on the next one, too.
    pub missing: Option<i32>,
    /// `YYYY-MM-DD`
    pub today: String,
}

/// A notice as it was pasted; `year` is used where the text names none.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarText {
    pub text: String,
    pub year: Option<i32>,
}

/// Takes a year of the company's own away again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarYearAsk {
    pub year: i32,
}

/// What a notice says, and what it would change.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarRead {
    pub year: i32,
    pub days: Vec<CalendarDay>,
    /// Days that would rest or be worked otherwise than is known now.
    pub changes: Vec<CalendarDay>,
    /// Running clocks that would be due at another time.
    pub clocks: i64,
}
