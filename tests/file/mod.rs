//! Files: kept by their content, refused when too large, checked when read.

use chengdan_app::fault::Fault;
use chengdan_tests::TestDesk;
use serde_json::json;

#[test]
fn a_file_is_kept_once_and_read_back_whole() {
    let desk = TestDesk::empty();
    let keep =
        || desk.ok("file_keep", json!({ "name": "../证据?.png", "mime": "image/png", "base64": "aGVsbG8=" }));
    let (first, second) = (keep(), keep());
    assert_eq!(first["sha256"], second["sha256"]);
    assert_eq!(first["size"], 5);
    let seen = desk.ok("file_view", json!({ "sha256": first["sha256"] }));
    assert_eq!(seen["base64"], "aGVsbG8=");
    assert!(!seen["name"].as_str().expect("a name").contains(['/', '?']));
}

#[test]
fn a_file_changed_on_disk_is_not_shown() {
    let desk = TestDesk::empty();
    let kept = desk.ok("file_keep", json!({ "name": "a.txt", "mime": "text/plain", "base64": "aGVsbG8=" }));
    let book = desk.app.book().expect("a book");
    std::fs::write(book.file_path(kept["sha256"].as_str().expect("a hash")), "other").expect("written");
    assert!(matches!(desk.ask("file_view", json!({ "sha256": kept["sha256"] })), Err(Fault::Broken { .. })));
    assert_eq!(desk.ok("book_verify", json!({}))["problems"].as_array().expect("a list").len(), 1);
}

#[test]
fn more_than_20_mb_and_no_base64_are_refused() {
    let desk = TestDesk::empty();
    let keep = |base64: String| json!({ "name": "a.bin", "mime": "", "base64": base64 });
    assert_eq!(desk.refused("file_keep", keep("AAAA".repeat(7 * 1024 * 1024))), ["FileTooLarge"]);
    assert!(matches!(desk.ask("file_keep", keep("***".into())), Err(Fault::Malformed { .. })));
}

#[test]
fn before_a_file_is_read_its_size_is_asked_about() {
    let desk = TestDesk::empty();
    let check = |size: i64| json!({ "name": "全景.png", "size": size });
    desk.ok("file_check", check(20 * 1024 * 1024));
    assert_eq!(desk.refused("file_check", check(50 * 1024 * 1024)), ["FileTooLarge"]);
    assert_eq!(desk.refused("file_check", check(0)), ["FileEmpty"]);
}
