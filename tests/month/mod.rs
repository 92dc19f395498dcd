//! The month: definitions, figures against a naive recomputation, the rows behind them, workbooks.

mod definitions;
mod figures;
mod recalculated;
mod workbook;

use chengdan_app::views::month::{MonthRows, MonthView};
use chengdan_tests::{TestDesk, first_start};
use serde_json::json;

/// The sample company on the first working day after National Day, the same in every test.
pub fn sample() -> TestDesk {
    let desk = TestDesk::without_book();
    desk.ok("book_create", first_start("Sample"));
    desk
}

/// The month as the door answers it.
pub fn view(desk: &TestDesk, ym: i64) -> MonthView {
    serde_json::from_value(desk.ok("month_view", json!({ "ym": ym }))).expect("a month")
}

/// The rows behind a figure.
pub fn rows(desk: &TestDesk, ym: i64, figure: &str) -> MonthRows {
    serde_json::from_value(desk.ok("month_rows", json!({ "ym": ym, "figure": figure }))).expect("rows")
}

/// The month's workbook, and its path.
pub fn workbook(desk: &TestDesk, ym: i64) -> std::path::PathBuf {
    let written = desk.ok("month_workbook", json!({ "ym": ym, "token": null }));
    written["path"].as_str().expect("a path").into()
}
