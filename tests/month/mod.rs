//! The month: definitions, figures against a naive recomputation, the rows behind them.

mod definitions;
mod figures;
mod net;

use chengdan_app::sample::{self, SampleSize};
use chengdan_app::store::Book;
use chengdan_app::views::month::{MonthRows, MonthView};
use chengdan_tests::TestDesk;
use serde_json::json;

/// The sample company's earlier months on the first working day after National Day, without the story of its last
/// weeks (whose letters take their time).
pub fn sample() -> TestDesk {
    let desk = TestDesk::empty();
    let folder = desk.app.book().expect("a book").folder().to_path_buf();
    desk.app.set_book(None);
    let book = Book::open(&folder, desk.app.now()).expect("the book");
    let size = SampleSize { story: false, ..SampleSize::default() };
    sample::fill(book, desk.app.now(), sample::SEED, &size).expect("a sample company");
    chengdan_app::commands::book::open_folder(&desk.app, &folder).expect("the book again");
    desk.sit("沈一禾");
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
