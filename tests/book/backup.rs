//! Backups: their place, how many are kept, the daily one, looking into them, and the way back as the page tells it.

use std::path::{Path, PathBuf};

use chengdan_app::App;
use chengdan_app::commands::book::{back_up_if_due, open_folder};
use chengdan_tests::{TestDesk, instant};
use serde_json::{Value, json};

fn copies(desk: &TestDesk) -> Vec<String> {
    let rows = desk.ok("backup_view", json!({}))["rows"].clone();
    rows.as_array().expect("rows").iter().map(|row| row["at"].as_str().expect("a time").to_string()).collect()
}

fn chosen(desk: &TestDesk, folder: &Path) -> Value {
    let token = desk.app.desk().token(folder.to_path_buf());
    json!({ "Chosen": { "token": token } })
}

#[test]
fn one_a_day_makes_itself_and_so_many_are_kept() {
    let desk = TestDesk::staffed();
    desk.ok("backup_save", json!({ "place": "Same", "keep": 3, "daily": true }));
    for day in ["08", "09", "10", "11", "12"] {
        desk.clock.set(instant(&format!("2026-10-{day}T01:00:00Z")));
        assert!(back_up_if_due(&desk.app).expect("made"), "{day}");
        desk.clock.set(instant(&format!("2026-10-{day}T09:00:00Z")));
        assert!(!back_up_if_due(&desk.app).expect("looked"), "one a day is enough: {day}");
    }
    assert_eq!(copies(&desk), ["2026-10-12T01:00:00Z", "2026-10-11T01:00:00Z", "2026-10-10T01:00:00Z"]);
    // The day is the company's: at 16:00 UTC it is the next one there.
    desk.clock.set(instant("2026-10-12T15:59:59Z"));
    assert!(!back_up_if_due(&desk.app).expect("looked"));
    desk.clock.set(instant("2026-10-12T16:00:00Z"));
    assert!(back_up_if_due(&desk.app).expect("made"));
}

#[test]
fn switched_off_none_makes_itself() {
    let desk = TestDesk::staffed();
    desk.ok("backup_save", json!({ "place": "Same", "keep": 3, "daily": false }));
    assert!(!back_up_if_due(&desk.app).expect("looked"));
    assert_eq!(copies(&desk), Vec::<String>::new());
    assert_eq!(desk.refused("backup_verify", json!({})), ["NoBackup"]);
    assert_eq!(
        desk.refused("backup_save", json!({ "place": "Same", "keep": 0, "daily": true })),
        ["FieldOutOfRange"]
    );
}

#[test]
fn a_clock_that_was_set_back_does_not_cost_the_newest_copy() {
    let desk = TestDesk::staffed();
    desk.ok("backup_save", json!({ "place": "Same", "keep": 1, "daily": true }));
    desk.ok("book_backup", json!({}));
    desk.clock.set(instant("2026-09-01T01:00:00Z"));
    let made = desk.ok("book_backup", json!({}));
    assert!(Path::new(made["path"].as_str().expect("a path")).exists());
    assert_eq!(copies(&desk).len(), 1);
}

#[test]
fn another_drive_is_asked_for_and_missed_when_it_is_gone() {
    let desk = TestDesk::staffed();
    let drive = tempfile::tempdir().expect("a drive");
    let place = drive.path().join("U 盘");
    std::fs::create_dir(&place).expect("plugged in");
    let view = desk.ok("backup_save", json!({ "place": chosen(&desk, &place), "keep": 5, "daily": true }));
    assert!(view["place"].as_str().expect("a place").starts_with(&place.display().to_string()));
    desk.ok("book_backup", json!({}));
    assert_eq!(desk.ok("backup_view", json!({}))["count"], 1);
    assert!(desk.ok("app_status", json!({}))["last_backup_verified"].as_bool().expect("known"));

    std::fs::rename(&place, drive.path().join("gone")).expect("taken out");
    assert_eq!(desk.refused("book_backup", json!({})), ["BackupPlaceMissing"]);
    assert!(!place.exists(), "a missing drive is not made up as a folder");
    assert_eq!(desk.ok("backup_view", json!({}))["reachable"], false);
    desk.clock.set(instant("2026-10-09T01:00:00Z"));
    back_up_if_due(&desk.app).expect_err("there is no place");
    assert_eq!(desk.ok("app_status", json!({}))["warnings"], json!(["backup_failed"]));
    desk.ok("backup_save", json!({ "place": "InBook", "keep": 5, "daily": true }));
    assert!(back_up_if_due(&desk.app).expect("made"));
    assert_eq!(
        desk.ok("app_status", json!({}))["warnings"],
        json!([]),
        "a backup that succeeds ends the warning"
    );

    let never = json!({ "place": { "Chosen": { "token": "never given out" } }, "keep": 5, "daily": true });
    assert_eq!(desk.refused("backup_save", never), ["TokenUnknown"]);
}

#[test]
fn looking_into_a_backup_finds_what_was_damaged() {
    let desk = TestDesk::staffed();
    let kept = desk.ok("file_keep", json!({ "name": "截图.png", "mime": "image/png", "base64": "aGVsbG8=" }));
    let made = desk.ok("book_backup", json!({}));
    let good = desk.ok("backup_verify", json!({}));
    assert_eq!((&good["path"], &good["found"]["problems"]), (&made["path"], &json!([])));
    assert_eq!(good["found"]["files"], 1);
    let path = PathBuf::from(made["path"].as_str().expect("a path"));
    let sha256 = kept["sha256"].as_str().expect("a hash");
    std::fs::write(path.with_file_name("files").join(&sha256[..2]).join(sha256), "changed").expect("damaged");
    let raw = rusqlite::Connection::open(&path).expect("open");
    raw.execute("update history set payload = '{}' where seq = 2", []).expect("changed");
    drop(raw);
    let problems = desk.ok("backup_verify", json!({}))["found"]["problems"].to_string();
    assert!(problems.contains("entry 2") && problems.contains(sha256), "{problems}");
}

/// What the page tells to do, to the letter: a new folder, the copy in it as `book.db`, `files` beside it, opened.
#[test]
fn the_way_back_that_the_page_tells_leads_back() {
    let desk = TestDesk::staffed();
    let kept = desk.ok("file_keep", json!({ "name": "截图.png", "mime": "image/png", "base64": "aGVsbG8=" }));
    let made = desk.ok("book_backup", json!({}));
    let path = PathBuf::from(made["path"].as_str().expect("a path"));
    desk.app.set_book(None);

    let restored = desk.home.path().join("恢复的账本.book");
    std::fs::create_dir(&restored).expect("a folder");
    std::fs::copy(&path, restored.join("book.db")).expect("copied");
    copy_all(&path.with_file_name("files"), &restored.join("files"));
    open(&desk.app, &restored);

    desk.sit("沈一禾");
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
    assert_eq!(desk.ok("file_view", json!({ "sha256": kept["sha256"] }))["base64"], "aGVsbG8=");
    assert_eq!(
        desk.ok("customer_find", json!({ "text": "青屿", "limit": 5 })).as_array().map(Vec::len),
        Some(1)
    );
}

fn open(app: &App, folder: &Path) {
    open_folder(app, folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
}

fn copy_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        match entry.path().is_dir() {
            true => copy_all(&entry.path(), &to.join(entry.file_name())),
            false => {
                std::fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
            }
        }
    }
}
