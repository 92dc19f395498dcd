//! The book: first start, locks, newer and strange files, backup, history chain.

#[cfg(target_os = "linux")]
mod about;
mod backup;
mod full_disk;
mod language;
mod last;

use std::path::{Path, PathBuf};

use chengdan_app::fault::Fault;
use chengdan_app::store::migrate::MIGRATIONS;
use chengdan_app::store::{Book, history};
use chengdan_domain::refusal::Refusal;
use chengdan_tests::{MORNING, TestDesk, first_start, instant};
use rusqlite::Connection;
use serde_json::json;

fn reason(fault: Fault) -> Refusal {
    match fault {
        Fault::Refused { reasons } => reasons.into_iter().next().expect("a reason"),
        other => panic!("not a refusal: {other:?}"),
    }
}

#[test]
fn first_start_makes_a_book_and_seats_its_first_person() {
    let desk = TestDesk::without_book();
    assert_eq!(desk.ok("app_status", json!({}))["book_open"], false);
    let status = desk.ok("book_create", first_start("Empty"));
    assert_eq!(status["book_open"], true);
    assert_eq!(status["company_name"], "岭桥智能设备有限公司");
    assert_eq!(status["person"]["name"], "沈一禾");
    assert_eq!(status["person"]["roles"], json!(["SalesAssistant", "Admin"]));
    assert_eq!(status["today"], "2026-10-08");
}

#[test]
fn the_same_company_twice_is_refused_and_the_first_book_untouched() {
    let desk = TestDesk::empty();
    assert_eq!(desk.refused("book_create", first_start("Empty")), ["BookExists"]);
    assert_eq!(desk.ok("app_status", json!({}))["book_open"], true);
}

#[test]
fn every_bad_field_of_the_first_start_is_named_at_once() {
    let desk = TestDesk::without_book();
    let mut request = first_start("Empty");
    request["company_name"] = json!(" ");
    request["person_name"] = json!("甲\n乙");
    request["tax_number"] = json!("91310115MA1H8R7C6D");
    assert_eq!(desk.refused("book_create", request), ["FieldMissing", "FieldHasControl", "TaxNumberWrong"]);
    assert_eq!(desk.ok("app_status", json!({}))["book_open"], false);
}

/// What a view reads first and what it reads last are of one state, whoever commits between them.
#[test]
fn a_view_reads_one_state_of_the_book() {
    let home = tempfile::tempdir().expect("a folder");
    let book = Book::create(&home.path().join("book"), instant(MORNING)).expect("a book");
    let entries = |connection: &Connection| -> Result<i64, Fault> {
        Ok(connection.query_row("select count(*) from history", [], |row| row.get(0))?)
    };
    let committed = || {
        let told = history::Payload::note("另一只手");
        book.act(instant(MORNING), None, |act| history::record(act, "setting_save", "setting", 0, &told))
            .expect("a commit");
    };
    let (before, after) = book
        .read(|connection| {
            let before = entries(connection)?;
            std::thread::scope(|scope| scope.spawn(committed).join()).expect("the other hand");
            Ok((before, entries(connection)?))
        })
        .expect("a look");
    assert_eq!(before, after, "the commit between two looks is not half seen");
    assert_eq!(book.read(entries).expect("a look"), before + 1, "and seen as a whole afterwards");
}

#[test]
fn without_a_book_every_room_says_so() {
    let desk = TestDesk::without_book();
    assert_eq!(desk.refused("customer_list", list()), ["NoBook"]);
    assert_eq!(desk.refused("product_view", json!({ "id": 1 })), ["NoBook"]);
}

fn list() -> serde_json::Value {
    json!({ "sort": "", "descending": false, "after": null, "limit": 10 })
}

#[test]
fn one_writer_per_book_but_anyone_may_look() {
    let folder = tempfile::tempdir().expect("a folder");
    let now = instant(MORNING);
    let first = Book::create(folder.path(), now).expect("a book");
    let second = Book::open(folder.path(), now).map(|_| ()).expect_err("locked");
    assert!(matches!(reason(second), Refusal::BookLocked { .. }));
    let visitor = Book::open_to_look(folder.path(), now).expect("a look");
    assert!(visitor.verify().expect("verified").problems.is_empty());
    let write =
        visitor.act(now, None, |act| history::record(act, "x", "book", 0, &history::Payload::default()));
    assert!(write.is_err(), "a visitor must not write");
    drop(first);
    Book::open(folder.path(), now).expect("free again");
}

#[test]
fn an_older_book_is_backed_up_and_brought_to_the_present() {
    let folder = tempfile::tempdir().expect("a folder");
    let now = instant(MORNING);
    drop(Book::create(folder.path(), now).expect("a book"));
    as_the_first_version_made_it(&folder.path().join("book.db"));
    drop(Book::open(folder.path(), now).expect("brought to the present"));
    let indexes = |path: &Path| -> (bool, bool) {
        let has = "select exists (select 1 from sqlite_schema where name = $1)";
        let raw = Connection::open(path).expect("open");
        let found = |name: &str| raw.query_row(has, [name], |row| row.get(0)).expect("an answer");
        (found("order_by_text"), found("order_for_list"))
    };
    assert_eq!(indexes(&folder.path().join("book.db")), (false, true));
    let backups = std::fs::read_dir(folder.path().join("backups")).expect("backups").flatten();
    let mut copies: Vec<PathBuf> = backups.map(|copy| copy.path()).collect();
    copies.sort();
    assert_eq!(copies.len(), MIGRATIONS.len() - 1, "one before each migration");
    assert_eq!(indexes(&copies[0]), (true, false), "the first copy is the book as it was");
}

#[test]
fn deliveries_of_an_older_book_get_the_serials_of_their_notes() {
    let raw = Connection::open_in_memory().expect("a book");
    let (before, after) = MIGRATIONS.split_at(6);
    before.iter().for_each(|step| raw.execute_batch(step).expect("version 6"));
    raw.pragma_update(None, "foreign_keys", 0).expect("only deliveries matter here");
    let rows = "insert into delivery (order_id, line_id, quantity_milli, delivered_on, recorded_at) values
        (1, 1, 5, '2026-10-02', '2026-10-03T01:00:00Z'), (1, 2, 5, '2026-10-01', '2026-10-03T01:00:00Z'),
        (2, 3, 5, '2026-10-09', '2026-10-09T01:00:00Z'), (1, 1, 5, '2026-10-01', '2026-10-05T01:00:00Z'),
        (1, 2, 5, '2026-10-02', '2026-10-03T01:00:00Z')";
    raw.execute_batch(rows).expect("deliveries");
    raw.execute_batch(after[0]).expect("version 7");
    let mut statement = raw.prepare("select serial from delivery order by id").expect("a question");
    let serials: Vec<i64> =
        statement.query_map([], |row| row.get(0)).expect("rows").map(|row| row.expect("a serial")).collect();
    assert_eq!(serials, [2, 1, 1, 3, 2], "by record and day, within each order");
}

#[test]
fn a_migration_tried_again_within_the_second_does_not_stop_at_its_own_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let now = instant(MORNING);
    drop(Book::create(folder.path(), now).expect("a book"));
    as_the_first_version_made_it(&folder.path().join("book.db"));
    let copies = folder.path().join("backups");
    std::fs::create_dir_all(&copies).expect("a folder");
    let first_try = copies.join("before-v02-20261008T014200Z.db");
    std::fs::write(&first_try, "what the first try left behind").expect("written");
    drop(Book::open(folder.path(), now).expect("brought to the present"));
    assert!(copies.join("before-v02-20261008T014200Z-2.db").is_file(), "a copy beside it");
    assert_eq!(std::fs::read(&first_try).expect("there"), b"what the first try left behind");
}

#[test]
fn a_look_at_an_older_book_beside_its_program_is_refused_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let now = instant(MORNING);
    drop(Book::create(folder.path(), now).expect("a book"));
    as_the_first_version_made_it(&folder.path().join("book.db"));
    let older = Book::open_to_look(folder.path(), now).map(|_| ()).expect_err("too old to look at");
    let known = i64::try_from(MIGRATIONS.len()).expect("a number");
    assert_eq!(reason(older), Refusal::BookOlder { found: 1, known });
}

/// An empty book of version 1 in place of the present one.
fn as_the_first_version_made_it(path: &Path) {
    let present = Connection::open(path).expect("open");
    let mark: i64 =
        present.pragma_query_value(None, "application_id", |row| row.get(0)).expect("the mark of a book");
    drop(present);
    std::fs::remove_file(path).expect("the present book is put away");
    let raw = Connection::open(path).expect("open");
    raw.execute_batch(MIGRATIONS[0]).expect("version 1");
    raw.pragma_update(None, "application_id", mark).expect("marked");
    raw.pragma_update(None, "user_version", 1).expect("numbered");
}

#[test]
fn a_newer_book_a_strange_file_and_nothing_are_refused_by_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let now = instant(MORNING);
    let missing = Book::open(folder.path(), now).map(|_| ()).expect_err("missing");
    assert!(matches!(reason(missing), Refusal::BookMissing { .. }));

    drop(Book::create(folder.path(), now).expect("a book"));
    let raw = Connection::open(folder.path().join("book.db")).expect("open");
    raw.pragma_update(None, "user_version", 99).expect("set");
    drop(raw);
    let newer = Book::open(folder.path(), now).map(|_| ()).expect_err("newer");
    assert!(matches!(reason(newer), Refusal::BookNewer { found: 99, .. }));

    let other = tempfile::tempdir().expect("a folder");
    std::fs::write(other.path().join("book.db"), "this is a letter, not a database, and long enough")
        .expect("write");
    let strange = Book::open(other.path(), now).map(|_| ()).expect_err("strange");
    assert!(matches!(reason(strange), Refusal::BookNotABook { .. }));

    let foreign = tempfile::tempdir().expect("a folder");
    let raw = Connection::open(foreign.path().join("book.db")).expect("open");
    raw.execute_batch("create table something (a)").expect("made");
    drop(raw);
    let foreign = Book::open(foreign.path(), now).map(|_| ()).expect_err("foreign");
    assert!(matches!(reason(foreign), Refusal::BookNotABook { .. }));
}

#[test]
fn a_changed_history_is_noticed() {
    let desk = TestDesk::staffed();
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
    let path = desk.app.book().expect("a book").folder().join("book.db");
    let raw = Connection::open(path).expect("open");
    raw.execute("update history set payload = '{\"note\":\"别的\"}' where seq = 3", []).expect("changed");
    let problems = desk.ok("book_verify", json!({}))["problems"].to_string();
    assert!(problems.contains("entry 3"), "{problems}");
    raw.execute("update history set payload = '' where seq = 3", []).expect("blanked");
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]), "blanking keeps the chain");
    raw.execute("delete from history where seq = 2", []).expect("deleted");
    assert!(!desk.ok("book_verify", json!({}))["problems"].as_array().expect("a list").is_empty());
}

#[test]
fn a_backup_is_a_whole_book_and_copies_new_files_once() {
    let desk = TestDesk::staffed();
    let kept = desk.ok("file_keep", json!({ "name": "截图.png", "mime": "image/png", "base64": "aGVsbG8=" }));
    let made = desk.ok("book_backup", json!({}));
    let path = std::path::PathBuf::from(made["path"].as_str().expect("a path"));
    let copy = Connection::open(&path).expect("open");
    let (_, head, problems) = history::verify(&copy).expect("verified");
    assert!(problems.is_empty());
    assert_eq!(made["head"], head);
    let sha256 = kept["sha256"].as_str().expect("a hash");
    assert!(path.with_file_name("files").join(&sha256[..2]).join(sha256).exists());
    let status = desk.ok("app_status", json!({}));
    assert_eq!(status["last_backup_at"], MORNING);
}

#[test]
fn the_last_book_opens_again_with_its_person() {
    let desk = TestDesk::staffed();
    desk.app.set_book(None);
    chengdan_app::commands::book::open_last(&desk.app).expect("opened");
    assert_eq!(desk.ok("app_status", json!({}))["person"]["name"], "沈一禾");
}

#[test]
fn a_panic_or_an_unknown_name_never_crosses_the_door() {
    let desk = TestDesk::empty();
    assert!(matches!(desk.ask("no_such_command", json!({})), Err(Fault::Malformed { .. })));
    assert!(matches!(desk.ask("customer_view", json!({ "id": "text" })), Err(Fault::Malformed { .. })));
}

#[test]
fn overdue_orders_stand_beside_their_room_for_whoever_answers_for_them() {
    let desk = TestDesk::without_book();
    desk.ok("book_create", first_start("Sample"));
    let people = desk.ok("person_list", json!({}));
    let overdue = |owner: Option<i64>| {
        let filter = json!({ "statuses": [], "text": "", "customer_id": null, "owner_id": owner, "promised_before": null,
            "promised_from": null, "created_from": null, "created_before": null, "least_fen": null, "overdue": true });
        desk.ok("order_totals", filter)["count"].clone()
    };
    let mut owners = 0;
    for person in people.as_array().expect("people") {
        desk.app.desk().person_id = person["id"].as_i64();
        let all = person["roles"].as_array().expect("roles").contains(&json!("SalesAssistant"));
        let shown = desk.ok("app_status", json!({}))["counts"]["orders_overdue"].clone();
        assert_eq!(shown, overdue(if all { None } else { person["id"].as_i64() }), "{}", person["name"]);
        owners += i32::from(!all && shown != 0);
    }
    assert!(owners > 0, "somebody answers for an overdue order");
}
