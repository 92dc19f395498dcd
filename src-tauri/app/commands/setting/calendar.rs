//! The working calendar of the company.

use crate::App;
use crate::fault::Fault;
use crate::views::Nothing;
use crate::views::calendar::*;

/// Every year that is known.
pub fn view(app: &App, _request: Nothing) -> Result<CalendarView, Fault> {
    Ok(CalendarView { years: Vec::new(), missing: None, today: app.today().to_string() })
}

/// What a notice says.
pub fn read(_app: &App, _request: CalendarText) -> Result<CalendarRead, Fault> {
    Ok(CalendarRead { year: 0, days: Vec::new(), changes: Vec::new(), clocks: 0 })
}

/// Takes a notice into the book.
pub fn save(app: &App, _request: CalendarText) -> Result<CalendarView, Fault> {
    view(app, Nothing {})
}

/// Takes a year away.
pub fn remove(app: &App, _request: CalendarYearAsk) -> Result<CalendarView, Fault> {
    view(app, Nothing {})
}
