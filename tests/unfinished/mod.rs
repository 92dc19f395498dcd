//! Forms that were begun and not saved: kept apart for each person, without a trace in the history, and there after a
//! crash.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use chengdan_tests::{TestDesk, customer, first_start, instant, product};
use serde_json::{Value, json};

fn typed(kind: &str, document_id: Option<i64>, name: &str) -> Value {
    let content = json!({ "value": { "name": name }, "base": { "name": "" } }).to_string();
    json!({ "kind": kind, "document_id": document_id, "title": name, "content": content })
}

fn begun(desk: &TestDesk) -> Vec<(String, Option<i64>, String, String)> {
    let list = desk.ok("unfinished_list", json!({}));
    let text = |row: &Value, field: &str| row[field].as_str().expect("text").to_string();
    let rows = list.as_array().expect("a list").iter();
    rows.map(|row| (text(row, "kind"), row["document_id"].as_i64(), text(row, "title"), text(row, "kept_at")))
        .collect()
}

#[test]
fn what_was_typed_last_is_kept_with_its_time_and_given_up_by_name() {
    let desk = TestDesk::staffed();
    desk.ok("unfinished_keep", typed("customer", None, "晴"));
    desk.clock.set(instant("2026-10-08T01:43:00Z"));
    let kept = desk.ok("unfinished_keep", typed("customer", None, "晴川"));
    assert_eq!(kept["kept_at"], "2026-10-08T01:43:00Z");
    desk.clock.set(instant("2026-10-08T01:44:00Z"));
    desk.ok("unfinished_keep", typed("customer", Some(1), "青屿"));
    let at = |minute: &str| format!("2026-10-08T01:{minute}:00Z");
    assert_eq!(
        begun(&desk),
        [
            ("customer".into(), Some(1), "青屿".into(), at("44")),
            ("customer".into(), None, "晴川".into(), at("43")),
        ]
    );
    desk.ok("unfinished_drop", json!({ "kind": "customer", "document_id": null }));
    assert_eq!(begun(&desk).len(), 1);
    desk.ok("unfinished_drop", json!({ "kind": "customer", "document_id": 1 }));
    assert_eq!(begun(&desk), []);
}

#[test]
fn nobody_sees_what_another_person_types() {
    let desk = TestDesk::staffed();
    desk.ok("unfinished_keep", typed("product", None, "门锁"));
    desk.sit("林知远");
    assert_eq!(begun(&desk), []);
    desk.ok("unfinished_keep", typed("product", None, "面板"));
    desk.ok("unfinished_drop", json!({ "kind": "product", "document_id": null }));
    desk.sit("沈一禾");
    assert_eq!(begun(&desk)[0].2, "门锁", "their giving up is not hers");
    desk.ok("person_sign_out", json!({}));
    assert_eq!(desk.refused("unfinished_list", json!({})), ["NotSignedIn"]);
    assert_eq!(desk.refused("unfinished_keep", typed("product", None, "x")), ["NotSignedIn"]);
}

#[test]
fn keeping_writes_no_history_and_tells_nobody_that_something_changed() {
    let desk = TestDesk::staffed();
    let entries = |desk: &TestDesk| desk.ok("book_verify", json!({}))["entries"].as_i64();
    let before = entries(&desk);
    let told = std::sync::Arc::new(std::sync::atomic::AtomicU64::new(0));
    let counted = told.clone();
    desk.app.on_change(Box::new(move || {
        counted.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    }));
    for count in 0..20 {
        desk.ok("unfinished_keep", typed("customer", Some(1), &format!("第 {count} 次")));
    }
    desk.ok("unfinished_drop", json!({ "kind": "customer", "document_id": 1 }));
    assert_eq!(entries(&desk), before);
    assert_eq!(told.load(std::sync::atomic::Ordering::Relaxed), 0);
}

#[test]
fn a_removed_record_takes_everybodys_changes_to_it_along() {
    let desk = TestDesk::staffed();
    let new = desk.ok("customer_save", customer("晴川民宿", "a@qingchuan.example.com"));
    let id = new["id"].as_i64().expect("an id");
    desk.ok("unfinished_keep", typed("customer", Some(id), "晴川民宿有限公司"));
    let new = desk.ok("product_save", product("面板", "三键", "个", 86_000_000, false));
    desk.ok("unfinished_keep", typed("product", new["id"].as_i64(), "面板 P6"));
    desk.sit("林知远");
    desk.ok("customer_remove", json!({ "id": id, "version": 1 }));
    desk.ok("product_remove", json!({ "id": new["id"], "version": new["version"] }));
    desk.sit("沈一禾");
    assert_eq!(begun(&desk), [], "its id may be given to another one");
}

#[test]
fn what_is_no_form_is_not_kept() {
    let desk = TestDesk::empty();
    let with = |field: &str, value: Value| {
        let mut request = typed("customer", None, "晴川");
        request[field] = value;
        request
    };
    assert_eq!(desk.refused("unfinished_keep", with("kind", json!(""))), ["FieldMissing"]);
    assert!(desk.ask("unfinished_keep", with("content", json!("{ half"))).is_err());
    let long = format!("\"{}\"", "长".repeat(400_000));
    assert_eq!(desk.refused("unfinished_keep", with("content", json!(long))), ["FieldTooLong"]);
    assert_eq!(begun(&desk), []);
}

/// A program of its own, to be killed; and the address it listens on.
fn program(home: &Path) -> (Child, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_host"))
        .args(["--home", home.to_str().expect("a path"), "--now", "2026-10-08T01:42:00Z"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("a program");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("its words")).read_line(&mut line).expect("its address");
    (child, line.trim().trim_start_matches("http://").to_string())
}

fn ask(address: &str, name: &str, request: &Value) -> Value {
    let body = request.to_string();
    let mut stream = TcpStream::connect(address).expect("connected");
    write!(stream, "POST /door/{name} HTTP/1.1\r\ncontent-length: {}\r\n\r\n{body}", body.len())
        .expect("asked");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answered");
    let (head, body) = answer.split_once("\r\n\r\n").expect("an answer");
    assert!(head.starts_with("HTTP/1.1 200"), "{name}: {answer}");
    serde_json::from_str(body).expect("JSON")
}

#[test]
fn a_killed_program_offers_again_what_was_typed_with_its_time() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut first, address) = program(home.path());
    ask(&address, "book_create", &first_start("Empty"));
    let form = typed("customer", None, "晴川 😀 עברית");
    ask(&address, "unfinished_keep", &form);
    // SIGKILL: nothing is written on the way out.
    first.kill().expect("killed");
    first.wait().expect("dead");
    let (mut second, address) = program(home.path());
    let list = ask(&address, "unfinished_list", &json!({}));
    second.kill().expect("killed");
    second.wait().expect("dead");
    let row = &list[0];
    assert_eq!(
        (&row["title"], &row["content"], &row["kept_at"]),
        (&form["title"], &form["content"], &json!("2026-10-08T01:42:00Z"))
    );
}
