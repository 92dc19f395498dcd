//! Attachments: by drop, paste and dialog; cleaned names; limits; evidence; history; backup and verify.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chengdan_app::App;
use chengdan_app::session::{Dialogs, MemoryVault};
use chengdan_app::views::PickKind;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use crate::order::desk::*;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nrest of a picture";

fn page(name: &str, bytes: &[u8]) -> Value {
    json!({ "from": "Page", "name": name, "base64": BASE64.encode(bytes) })
}

fn add(document: &str, id: i64, source: Value) -> Value {
    json!({ "document": document, "id": id, "source": source, "note": "" })
}

fn list(desk: &TestDesk, document: &str, id: i64) -> Vec<Value> {
    desk.ok("attachment_list", json!({ "document": document, "id": id })).as_array().expect("a list").clone()
}

/// What the history of an order tells of attachments, newest first: act, before, after of its first change.
fn told(desk: &TestDesk, order: i64) -> Vec<(String, String, String)> {
    let view = desk.ok("order_view", json!({ "id": order }));
    let entries = view["history"].as_array().expect("a history").clone();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let attached = entries.iter().filter(|entry| text(&entry["act"]).starts_with("attachment_"));
    attached
        .map(|entry| {
            let change = &entry["changes"][0];
            (text(&entry["act"]), text(&change["before"]), text(&change["after"]))
        })
        .collect()
}

#[test]
fn a_file_is_attached_taken_away_and_put_back_and_the_history_tells() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk)["id"].as_i64().expect("an id");
    let rows = desk.ok("attachment_add", add("Order", order, page("合同.png", PNG)));
    assert_eq!(
        (&rows[0]["name"], &rows[0]["mime"], &rows[0]["size"]),
        (&json!("合同.png"), &json!("image/png"), &json!(PNG.len()))
    );
    let id = rows[0]["id"].clone();
    assert_eq!(
        desk.ok("attachment_view", json!({ "id": id }))["base64"].as_str(),
        Some(BASE64.encode(PNG).as_str())
    );
    desk.ok("attachment_note", json!({ "id": id, "note": " 双方\n盖章 " }));
    desk.ok("attachment_remove", json!({ "id": id }));
    let gone = &list(&desk, "Order", order)[0];
    assert_eq!((gone["note"].as_str(), gone["removed_by"].as_str()), (Some("双方 盖章"), Some("林知远")));
    assert_eq!(desk.refused("attachment_remove", json!({ "id": id })), ["RowNotFound"]);
    desk.ok("attachment_restore", json!({ "id": id }));
    assert!(list(&desk, "Order", order)[0]["removed_at"].is_null());
    let name = || "合同.png".to_string();
    assert_eq!(
        told(&desk, order),
        [
            ("attachment_restore".into(), String::new(), name()),
            ("attachment_remove".into(), name(), String::new()),
            ("attachment_note".into(), String::new(), "双方 盖章".into()),
            ("attachment_add".into(), String::new(), name()),
        ]
    );
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn an_order_in_approval_takes_attachments_without_losing_its_approval() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk)["id"].as_i64().expect("an id");
    let before = desk.ok("order_view", json!({ "id": order }));
    desk.ok("attachment_add", add("Order", order, page("a.png", PNG)));
    let after = desk.ok("order_view", json!({ "id": order }));
    for field in ["version", "content_code", "status", "level"] {
        assert_eq!(before[field], after[field], "{field}");
    }
}

#[test]
fn customers_and_products_take_attachments_and_what_is_not_there_does_not() {
    let desk = TestDesk::staffed();
    for document in ["Customer", "Product"] {
        desk.ok("attachment_add", add(document, 1, page("a.png", PNG)));
        assert_eq!(list(&desk, document, 1).len(), 1);
        assert_eq!(list(&desk, document, 2).len(), 0);
    }
    assert_eq!(desk.refused("attachment_add", add("Order", 99, page("a.png", PNG))), ["RowNotFound"]);
    desk.ok("person_sign_out", json!({}));
    assert_eq!(desk.refused("attachment_add", add("Customer", 1, page("b.png", b"b"))), ["NotSignedIn"]);
}

#[test]
fn the_content_tells_the_kind_and_the_name_is_cleaned() {
    let desk = TestDesk::staffed();
    let cases: [(&str, &[u8], &str, &str); 8] = [
        ("..\\..\\证据.PNG", PNG, "证据.PNG", "image/png"),
        ("/etc/passwd", b"root", "passwd.bin", "application/octet-stream"),
        ("a\u{202e}gnp.exe", b"MZ", "agnp.exe", "application/octet-stream"),
        ("con.pdf", b"%PDF-1.7", "_con.pdf", "application/pdf"),
        ("甲\r\n<script>.png", b"<svg xmlns='x'/>", "甲 _script_.png", "application/octet-stream"),
        ("page.html", b"<!doctype html>", "page.html", "application/octet-stream"),
        ("x.p/ng", b"\xff\xd8\xff\xe0", "ng.bin", "image/jpeg"),
        ("", b"GIF89a", "_.bin", "image/gif"),
    ];
    for (name, bytes, cleaned, mime) in cases {
        let rows = desk.ok("attachment_add", add("Customer", 1, page(name, bytes)));
        assert_eq!((rows[0]["name"].as_str(), rows[0]["mime"].as_str()), (Some(cleaned), Some(mime)));
        let seen = desk.ok("attachment_view", json!({ "id": rows[0]["id"] }));
        assert_eq!(seen["mime"].as_str(), Some(mime));
    }
}

#[test]
fn the_same_bytes_are_attached_once_and_too_much_or_nothing_is_refused() {
    let desk = TestDesk::staffed();
    let id = desk.ok("attachment_add", add("Customer", 1, page("a.png", PNG)))[0]["id"].clone();
    assert_eq!(desk.refused("attachment_add", add("Customer", 1, page("b.png", PNG))), ["FileAttached"]);
    desk.ok("attachment_remove", json!({ "id": id }));
    desk.ok("attachment_add", add("Customer", 1, page("b.png", PNG)));
    assert_eq!(desk.refused("attachment_restore", json!({ "id": id })), ["FileAttached"]);
    assert_eq!(desk.refused("attachment_add", add("Customer", 1, page("c.png", b""))), ["FileEmpty"]);
    let ask = |size: i64| json!({ "document": "Customer", "id": 1, "name": "照片.png", "size": size });
    desk.ok("attachment_check", ask(20 * 1024 * 1024));
    assert_eq!(desk.refused("attachment_check", ask(20 * 1024 * 1024 + 1)), ["FileTooLarge"]);
    assert_eq!(desk.refused("attachment_check", ask(0)), ["FileEmpty"]);
    let large = json!({ "from": "Page", "name": "a.png", "base64": "AAAA".repeat(7 * 1024 * 1024) });
    assert_eq!(desk.refused("attachment_add", add("Customer", 1, large)), ["FileTooLarge"]);
}

#[test]
fn evidence_of_a_decision_is_an_attachment_that_stays() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk)["id"].as_i64().expect("an id");
    desk.sit("沈一禾");
    let kept = desk
        .ok("file_keep", json!({ "name": "微信.png", "mime": "text/html", "base64": BASE64.encode(PNG) }));
    let view = desk.ok("order_view", json!({ "id": order }));
    desk.ok(
        "approval_grant",
        json!({
            "order_id": order, "version": view["version"], "decider_id": desk.person("顾行"), "given": "WeChat",
            "evidence": kept["sha256"], "behalf_reason": "", "note": "同意",
        }),
    );
    let rows = list(&desk, "Order", order);
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (&rows[0]["name"], &rows[0]["remove"][0]["code"], &rows[0]["mime"], &rows[0]["added_by"]),
        (&json!("微信.png"), &json!("AttachmentIsEvidence"), &json!("image/png"), &json!("沈一禾"))
    );
    assert_eq!(desk.refused("attachment_remove", json!({ "id": rows[0]["id"] })), ["AttachmentIsEvidence"]);
}

#[test]
fn a_discarded_draft_takes_its_attachments_along_and_its_history_names_them() {
    let desk = TestDesk::staffed();
    let saved = desk.ok("order_save", draft(&desk));
    let (id, version) = (saved["id"].as_i64().expect("an id"), saved["version"].clone());
    desk.ok("attachment_add", add("Order", id, page("报价.png", PNG)));
    desk.ok("order_discard", json!({ "id": id, "version": version }));
    assert_eq!(list(&desk, "Order", id).len(), 0);
    // Whoever gets the draft's place afterwards inherits nothing.
    let next = desk.ok("order_save", draft(&desk))["id"].as_i64().expect("an id");
    assert_eq!(list(&desk, "Order", next).len(), 0);
}

#[test]
fn backup_carries_attachments_and_verify_misses_a_changed_one() {
    let desk = TestDesk::staffed();
    let rows = desk.ok("attachment_add", add("Customer", 1, page("a.png", PNG)));
    let sha256 = rows[0]["sha256"].as_str().expect("a hash");
    let made = desk.ok("book_backup", json!({}));
    let beside = Path::new(made["path"].as_str().expect("a path")).parent().expect("a folder").to_path_buf();
    assert_eq!(std::fs::read(beside.join("files").join(&sha256[..2]).join(sha256)).expect("carried"), PNG);
    std::fs::write(desk.app.book().expect("a book").file_path(sha256), "other").expect("written");
    let problems = desk.ok("book_verify", json!({}))["problems"].clone();
    assert_eq!(problems.as_array().expect("a list").len(), 1);
    assert!(desk.ask("attachment_view", json!({ "id": rows[0]["id"] })).is_err());
}

/// A dialog that answers with one path.
struct Chosen(PathBuf);

impl Dialogs for Chosen {
    fn pick(&self, _kind: PickKind) -> Option<PathBuf> {
        Some(self.0.clone())
    }
    fn pick_save(&self, _name: &str) -> Option<PathBuf> {
        None
    }
    fn open_pdf(&self, _path: &Path) -> Result<(), String> {
        Err("no viewer".into())
    }
}

#[test]
fn a_chosen_file_is_measured_before_it_is_read() {
    let desk = TestDesk::staffed();
    let path = desk.home.path().join("照片.png");
    let dialogs = Arc::new(Chosen(path.clone()));
    let (clock, vault) = (desk.clock.clone(), Arc::new(MemoryVault::default()));
    let home = desk.home.path().to_path_buf();
    desk.app.set_book(None);
    let app = Arc::new(App::new(&home, clock, dialogs, vault));
    chengdan_app::commands::book::open_last(&app).expect("the book opens");
    let desk = TestDesk { app, ..desk };
    desk.sit("沈一禾");
    let ask = || {
        let token = desk.ok("file_pick", json!({ "kind": "Any" }))["token"].clone();
        add("Customer", 1, json!({ "from": "Dialog", "token": token }))
    };
    assert_eq!(desk.refused("attachment_add", ask()), ["FileUnreadable"]);
    std::fs::write(&path, PNG).expect("written");
    assert_eq!(desk.ok("attachment_add", ask())[0]["name"], "照片.png");
    // A sparse file: it takes no room on the disk.
    std::fs::File::create(&path).expect("made").set_len(50 << 20).expect("stretched");
    assert_eq!(desk.refused("attachment_add", ask()), ["FileTooLarge"]);
    std::fs::remove_file(&path).expect("removed");
    std::fs::create_dir(&path).expect("a folder");
    assert_eq!(desk.refused("attachment_add", ask()), ["FileUnreadable"]);
    let strange = add("Customer", 1, json!({ "from": "Dialog", "token": "x" }));
    assert_eq!(desk.refused("attachment_add", strange), ["TokenUnknown"]);
}
