//! What the page 「关于」 tells, and that nobody is named in what a technician is given.

use chengdan_app::tail::without_names;
use chengdan_tests::TestDesk;
use serde_json::json;

#[test]
fn the_book_is_told_with_its_size_and_shape() {
    let desk = TestDesk::staffed();
    desk.ok("file_keep", json!({ "name": "截图.png", "mime": "image/png", "base64": "aGVsbG8=" }));
    let about = desk.ok("about_view", json!({}));
    assert_eq!(about["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!((&about["orders"], &about["customers"]), (&json!(0), &json!(1)));
    assert_eq!((&about["files"], &about["file_bytes"]), (&json!(1), &json!(5)));
    let migrations = i64::try_from(chengdan_app::store::migrate::MIGRATIONS.len()).expect("few");
    assert_eq!(about["schema"], migrations);
    assert!(about["book_bytes"].as_i64().expect("bytes") > 100_000);
    assert_eq!(about["last_backup_at"], json!(null));
    let path = about["book_path"].as_str().expect("a path");
    assert!(path.ends_with("岭桥智能设备有限公司.book") && std::path::Path::new(path).is_dir());
    desk.ok("book_backup", json!({}));
    assert_eq!(desk.ok("about_view", json!({}))["last_backup_at"], chengdan_tests::MORNING);
}

#[test]
fn a_technician_reads_what_happened_and_not_whom_it_happened_to() {
    let desk = TestDesk::staffed();
    let book = desk.app.book().expect("a book").folder().display().to_string();
    let lines = [
        format!("3F9A12BC order_save: I/O error at {book}/files/ab/cd: disk full"),
        "00112233 mail_test: dingdan@lingqiao.example.com refused by smtp.lingqiao.example.com at 192.168.1.20".into(),
        "AABBCCDD import_open: 青屿酒店管理有限公司 order list.xlsx, \"祝青 139 0000 0418\"".into(),
        "0A0B0C0D customer_save: LINGQIAO SMART DEVICES CO., LTD. 914403001922038216 0500-00006600".into(),
        "11223344 file_view: C:\\Users\\Shen Yihe\\Desktop\\a.pdf is missing".into(),
    ];
    for line in &lines {
        desk.app.log(line);
    }
    let tail = desk.ok("log_tail", json!({}));
    assert_eq!(tail["lines"], 5);
    let text = tail["text"].as_str().expect("text");
    for kept in [
        "2026-10-08T01:42:00Z",
        "3F9A12BC order_save: I/O error at",
        "disk full",
        "00112233 mail_test:",
        "11223344 file_view:",
        "is missing",
    ] {
        assert!(text.contains(kept), "{kept} is gone from:\n{text}");
    }
    for personal in [
        "lingqiao",
        "LINGQIAO",
        "example.com",
        "192.168",
        "青屿",
        "祝青",
        "139",
        "0418",
        "914403",
        "0500",
        "6600",
        "岭桥",
        "list.xlsx",
        "Desktop",
        "a.pdf",
        book.as_str(),
    ] {
        assert!(!text.contains(personal), "{personal} still stands in:\n{text}");
    }
}

#[test]
fn only_the_last_lines_are_given_and_none_is_no_trouble() {
    let desk = TestDesk::staffed();
    assert_eq!(desk.ok("log_tail", json!({}))["text"], "");
    for count in 0..250 {
        desk.app.log(&format!("0000{count:04} line"));
    }
    let tail = desk.ok("log_tail", json!({}));
    assert_eq!(tail["lines"], 200);
    assert!(tail["text"].as_str().expect("text").starts_with("2026-10-08T01:42:00Z 00000050"));
}

#[test]
fn names_of_the_book_go_whole_even_where_no_mask_fits() {
    let known = vec!["Anna".to_string(), "Anna Berg".into(), "x".into()];
    let masked =
        without_names("2026-10-08T01:42:00Z 3F9A12BC save: Anna Berg and Anna, x", &known).expect("masked");
    assert_eq!(masked, "2026-10-08T01:42:00Z 3F9A12BC save: … and …, x");
}

#[test]
fn a_folder_is_named_even_where_no_file_manager_shows_it() {
    let desk = TestDesk::staffed();
    for folder in ["Book", "Backups", "Log"] {
        let shown = desk.ok("folder_show", json!({ "folder": folder }));
        assert_eq!(shown["shown"], false, "tests have no file manager");
        assert!(shown["path"].as_str().expect("a path").starts_with(&desk.home.path().display().to_string()));
    }
}
