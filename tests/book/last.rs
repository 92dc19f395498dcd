//! The book that was open last is opened at start; when it cannot be, the page hears why.

use chengdan_app::commands::book::open_last;
use chengdan_tests::TestDesk;
use serde_json::json;

#[test]
fn a_book_that_vanished_is_named_and_another_can_be_made() {
    let desk = TestDesk::empty();
    let folder = desk.ok("app_status", json!({}))["book_path"].as_str().expect("a path").to_string();
    desk.app.set_book(None);
    std::fs::rename(&folder, format!("{folder} moved")).expect("moved");

    open_last(&desk.app).expect_err("the book is gone");

    let status = desk.ok("app_status", json!({}));
    assert_eq!(status["book_open"], false);
    assert_eq!(status["trouble"]["reasons"], json!([{ "code": "BookMissing", "path": folder }]));
    std::fs::rename(format!("{folder} moved"), &folder).expect("moved back");
    open_last(&desk.app).expect("the book is back");
    assert_eq!(desk.ok("app_status", json!({}))["trouble"], json!(null));
}

#[test]
fn a_file_that_is_no_book_is_named() {
    let desk = TestDesk::empty();
    let folder = desk.ok("app_status", json!({}))["book_path"].as_str().expect("a path").to_string();
    desk.app.set_book(None);
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{folder}/book.db{ending}"));
    }
    std::fs::write(format!("{folder}/book.db"), "this is not a book, ".repeat(100)).expect("written");

    open_last(&desk.app).expect_err("no book");

    let reasons = &desk.ok("app_status", json!({}))["trouble"]["reasons"];
    assert_eq!(reasons[0]["code"], "BookNotABook", "{reasons}");
}
