//! The command line as a process: its answers, its exit codes, its files, beside a running window and alone.

use std::path::{Path, PathBuf};
use std::process::Command;

use chengdan_tests::{TestDesk, person};
use serde_json::{Value, json};

use crate::import::northwind;

/// What a run said.
struct Said {
    fine: bool,
    out: String,
    err: String,
}

/// Runs the command line with a home of its own.
fn cli(home: &Path, arguments: &[&str]) -> Said {
    with_password(home, "", arguments)
}

fn with_password(home: &Path, password: &str, arguments: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_cli"))
        .args(arguments)
        .env("CHENGDAN_HOME", home)
        .env("CHENGDAN_PASSWORD", password)
        .output()
        .expect("the command line runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Said { fine: output.status.success(), out: text(output.stdout), err: text(output.stderr) }
}

/// A book on the disk with nobody in front of it; its folder.
fn closed(desk: &TestDesk) -> PathBuf {
    let folder = folder(desk);
    desk.app.set_book(None);
    folder
}

fn folder(desk: &TestDesk) -> PathBuf {
    let status = desk.ok("app_status", json!({}));
    PathBuf::from(status["book_path"].as_str().expect("a path"))
}

#[test]
fn without_a_book_it_says_what_to_do_in_both_languages() {
    let home = tempfile::tempdir().unwrap();
    let zh = cli(home.path(), &["verify"]);
    assert!(!zh.fine && zh.err.contains("--book") && zh.err.contains("账本"), "{}", zh.err);
    let en = cli(home.path(), &["--lang", "en", "verify"]);
    assert!(!en.fine && en.err.contains("No book"), "{}", en.err);
    let missing = cli(home.path(), &["--book", "nowhere", "verify"]);
    assert!(!missing.fine && missing.err.contains(r#""code":"BookMissing""#), "{}", missing.err);
}

#[test]
fn beside_a_running_window_it_looks_and_backs_up_but_does_not_write() {
    let desk = TestDesk::staffed();
    let (home, book) = (desk.home.path(), folder(&desk));
    let book = book.to_str().unwrap();
    let verified = cli(home, &["--book", book, "--lang", "en", "verify"]);
    assert!(verified.fine && verified.out.contains("All agrees"), "{} {}", verified.out, verified.err);
    let backup = cli(home, &["--book", book, "backup"]);
    assert!(backup.fine, "{}", backup.err);
    let path = backup.out.lines().find_map(|line| line.strip_prefix("→ ")).expect("a file");
    assert!(Path::new(path).is_file(), "{path}");
    let listed = cli(home, &["--book", book, "call", "person_list"]);
    let people: Value = serde_json::from_str(&listed.out).unwrap();
    assert_eq!(people.as_array().unwrap().len(), 6);
    let refused = cli(home, &["--book", book, "call", "language_set", r#"{"language":"En"}"#]);
    assert!(!refused.fine && refused.err.contains(r#""code":"BookLocked""#), "{}", refused.err);
}

#[test]
fn beside_an_older_program_it_says_that_the_book_is_older() {
    let desk = TestDesk::empty();
    let book = closed(&desk);
    let known = chengdan_app::store::migrate::MIGRATIONS.len();
    let raw = rusqlite::Connection::open(book.join("book.db")).expect("open");
    raw.pragma_update(None, "user_version", i64::try_from(known - 1).expect("a number"))
        .expect("an older book");
    drop(raw);
    // The older program has it open.
    let lock = std::fs::File::create(book.join("book.lock")).expect("a lock");
    lock.lock().expect("held");
    let (home, book) = (desk.home.path(), book.to_str().unwrap());
    let zh = cli(home, &["--book", book, "verify"]);
    assert!(!zh.fine && zh.err.contains("旧版的程序正开着它"), "{}", zh.err);
    let en = cli(home, &["--book", book, "--lang", "en", "call", "customer_list"]);
    assert!(
        !en.fine && en.err.contains(&format!("({}, this program writes {known})", known - 1)),
        "{}",
        en.err
    );
}

#[test]
fn a_person_sits_down_by_name_with_the_password_of_the_environment() {
    let desk = TestDesk::empty();
    let mut secret = person("严守", json!(["SalesRep"]));
    secret["password"] = json!("门后的钥匙");
    desk.ok("person_save", secret);
    let book = closed(&desk);
    let (home, book) = (desk.home.path(), book.to_str().unwrap());
    let arguments = ["--book", book, "--as", "严守", "call", "language_set", r#"{"language":"En"}"#];
    let wrong = with_password(home, "错", &arguments);
    assert!(!wrong.fine && wrong.err.contains("PasswordWrong"), "{}", wrong.err);
    let right = with_password(home, "门后的钥匙", &arguments);
    assert!(right.fine, "{}", right.err);
    let status: Value = serde_json::from_str(&right.out).unwrap();
    assert_eq!((&status["language"], &status["person"]["name"]), (&json!("En"), &json!("严守")));
    let nobody = cli(home, &["--book", book, "--as", "无此人", "call", "app_status"]);
    assert!(!nobody.fine && nobody.err.contains("无此人"), "{}", nobody.err);
    let malformed = cli(home, &["--book", book, "call", "no_such_thing"]);
    assert!(!malformed.fine && malformed.err.contains("no_such_thing"), "{}", malformed.err);
}

#[test]
fn a_file_is_checked_and_brought_in_and_bad_cells_are_named() {
    let desk = TestDesk::empty();
    let book = closed(&desk);
    let (home, book) = (desk.home.path(), book.to_str().unwrap());
    let file = home.join("客户.csv");
    let path = file.to_str().unwrap();
    std::fs::write(&file, "客户名称,邮箱\n甲公司,not an address\n").unwrap();
    let bad = cli(home, &["--book", book, "import", path]);
    assert!(
        !bad.fine && bad.out.contains("第 2 行 邮箱：「not an address」bad_email"),
        "{} {}",
        bad.out,
        bad.err
    );
    std::fs::write(&file, "客户名称,邮箱\n甲公司,a@a.example.com\n").unwrap();
    let mapping = home.join("mapping.json");
    let save = ["--book", book, "import", path, "--check", "--save-mapping", mapping.to_str().unwrap()];
    let checked = cli(home, &save);
    assert!(checked.fine && checked.out.contains("客户 1"), "{} {}", checked.out, checked.err);
    let count = |said: Said| {
        let page: Value = serde_json::from_str(&said.out).expect("JSON");
        page["total"].as_i64().expect("a total")
    };
    let list = r#"{"sort":"","descending":false,"after":null,"limit":5}"#;
    assert_eq!(
        count(cli(home, &["--book", book, "call", "customer_list", list])),
        0,
        "a check writes nothing"
    );
    let ran = cli(home, &["--book", book, "import", path, "--mapping", mapping.to_str().unwrap()]);
    assert!(ran.fine, "{}", ran.err);
    assert_eq!(count(cli(home, &["--book", book, "call", "customer_list", list])), 1);
    std::fs::write(&file, b"\x89PNG\r\n\x1a\n\0\0").unwrap();
    let hostile = cli(home, &["--book", book, "--lang", "en", "import", path]);
    assert!(!hostile.fine && hostile.err.contains("FileNotWorkbook"), "{}", hostile.err);
}

#[test]
fn leads_come_in_and_a_wrong_one_is_named() {
    let desk = TestDesk::empty();
    let book = closed(&desk);
    let (home, book) = (desk.home.path(), book.to_str().unwrap());
    let file = home.join("线索.csv");
    let path = file.to_str().unwrap();
    let head = "客户名称,电话,来源,需求,收到时间";
    std::fs::write(&file, format!("{head}\n甲公司,,展会,门锁,\n")).unwrap();
    let bad = cli(home, &["--book", book, "import", path]);
    assert!(!bad.fine && bad.out.contains("第 2 行 电话：「」no_way_of_contact"), "{} {}", bad.out, bad.err);
    std::fs::write(&file, format!("{head}\n甲公司,13900000001,展会,门锁,2026-10-01 10:00\n")).unwrap();
    let ran = cli(home, &["--book", book, "--lang", "en", "import", path]);
    assert!(ran.fine && ran.out.contains("1 leads; 0 skipped"), "{} {}", ran.out, ran.err);
    let board = cli(home, &["--book", book, "call", "lead_board", "{}"]);
    let board: Value = serde_json::from_str(&board.out).expect("JSON");
    assert_eq!(board["columns"][0]["rows"][0]["customer"], "甲公司");
}

#[test]
fn a_mapping_file_names_the_header_row_and_a_wrong_one_is_refused() {
    let desk = TestDesk::empty();
    let book = closed(&desk);
    let (home, book) = (desk.home.path(), book.to_str().unwrap());
    let file = home.join("名单.csv");
    std::fs::write(&file, "客户名称,联系人,电话\n全称,,找谁\n甲公司,,朱女士\n").unwrap();
    let mapping = home.join("mapping.json");
    let run = |header_row: &str| {
        let columns = r#"[{"field":"name","column":"全称"},{"field":"contact_name","column":"找谁"}]"#;
        let sheet = format!(r#"{{"sheet":"CSV","target":"Customers",{header_row}"columns":{columns}}}"#);
        std::fs::write(&mapping, format!(r#"{{"sheets":[{sheet}]}}"#)).unwrap();
        let (file, mapping) = (file.to_str().unwrap(), mapping.to_str().unwrap());
        cli(home, &["--book", book, "--lang", "en", "import", file, "--mapping", mapping])
    };
    let found = run("");
    assert!(
        !found.fine && found.err.contains("ColumnMissing"),
        "row 1 is found: {} {}",
        found.out,
        found.err
    );
    let wrong = run(r#""header_row":9,"#);
    let names = [r#""code":"HeaderRowWrong""#, r#""sheet":"CSV""#, r#""row":9"#, r#""last":3"#];
    assert!(!wrong.fine && names.iter().all(|name| wrong.err.contains(name)), "{}", wrong.err);
    let right = run(r#""header_row":2,"#);
    assert!(right.fine && right.out.contains("Imported: 1 customers"), "{} {}", right.out, right.err);
}

#[test]
fn a_real_company_comes_in_by_its_mapping_file() {
    let Some(data) = northwind::data() else { return };
    let desk = TestDesk::empty();
    let book = closed(&desk);
    let mapping = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/northwind.mapping.json");
    let file = data.join("northwind.xlsx");
    let arguments = [
        "--book",
        book.to_str().unwrap(),
        "--lang",
        "en",
        "import",
        file.to_str().unwrap(),
        "--mapping",
        mapping,
    ];
    let said = cli(desk.home.path(), &arguments);
    let expected =
        "Imported: 91 customers, 77 products, 9 people, 830 opening orders (2155 lines, ¥1,265,793.29)";
    assert!(said.fine && said.out.contains(expected), "{} {}", said.out, said.err);
}

#[test]
fn the_demo_takes_an_order_from_draft_to_letter_and_report_and_names_its_files() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("demo");
    let said = cli(home.path(), &["--lang", "en", "demo", "--folder", folder.to_str().unwrap()]);
    assert!(said.fine, "{} {}", said.out, said.err);
    for level in 1..=3 {
        assert!(said.out.contains(&format!("Level {level}: ")), "{}", said.out);
    }
    let files: Vec<&str> = said.out.lines().filter_map(|line| line.strip_prefix("→ ")).collect();
    assert!(files.iter().all(|file| Path::new(file).exists()), "{files:#?}");
    for ending in [".book", ".eml", ".pdf", ".xlsx"] {
        assert!(files.iter().any(|file| file.ends_with(ending)), "no {ending} among {files:#?}");
    }
    let pdf = files.iter().find(|file| file.ends_with(".pdf")).unwrap();
    assert!(std::fs::read(pdf).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_months_report_is_written_where_it_is_wanted() {
    let desk = TestDesk::staffed();
    let book = folder(&desk);
    let to = desk.home.path().join("十月.xlsx");
    let arguments = ["--book", book.to_str().unwrap(), "report", "2026-10", "--to", to.to_str().unwrap()];
    let said = cli(desk.home.path(), &arguments);
    assert!(said.fine && to.is_file(), "beside a running window too: {} {}", said.out, said.err);
    let wrong =
        cli(desk.home.path(), &["--book", book.to_str().unwrap(), "--lang", "en", "report", "October"]);
    assert!(!wrong.fine && wrong.err.contains("2026-10"), "{}", wrong.err);
}
