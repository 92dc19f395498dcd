//! From the last approval to the customer's mailbox; and a process killed while it approves.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::kill::{come_back, leave};
use super::server::Server;
use crate::order::desk::{approved, decided, decision, submitted};

pub fn staffed_at(server: &Server) -> TestDesk {
    let desk = TestDesk::staffed();
    desk.ok("setting_save_mail", json!({ "account": server.account("StartTls"), "password": "secret" }));
    desk
}

#[test]
fn an_approved_order_reaches_the_customer() {
    let server = Server::starttls();
    let desk = staffed_at(&server);
    let order = approved(&desk);
    assert_eq!(order["letters"][0]["state"], "Queued");
    assert_eq!(desk.app.post_once().expect("a round"), 1);

    let number = order["number"].as_str().expect("a number");
    let mail = &server.mails()[0];
    let subject = mail["subject"].as_str().expect("a subject");
    assert!(
        subject.starts_with(&format!("【订单确认】{number} ")) && subject.ends_with(" 2,510.00"),
        "{subject}"
    );
    assert_eq!(mail["to"][0]["address"], "zhu@qingyu.example.com");
    let manager = json!([{ "name": "林知远", "address": "person@lingqiao.example.com" }]);
    assert_eq!((&mail["cc"], &mail["reply_to"]), (&manager, &manager));
    let file = &mail["attachments"][0];
    let name = file["filename"].as_str().expect("a file name");
    assert!(name.starts_with(&format!("订单确认函_{number}_")) && name.ends_with("_R1.pdf"), "{name}");
    let bytes = BASE64.decode(file["base64"].as_str().expect("base64")).expect("base64");
    assert!(bytes.starts_with(b"%PDF-"));
    let paper = desk.ok("outbox_pdf", json!({ "id": order["letters"][0]["id"] }));
    assert_eq!(file["base64"], paper["base64"], "what is shown is byte for byte what was sent");

    let order = desk.ok("order_view", json!({ "id": order["id"] }));
    assert_eq!(order["letters"][0]["state"], "Sent");
    let acts: Vec<&str> = order["history"]
        .as_array()
        .expect("a history")
        .iter()
        .filter_map(|entry| entry["act"].as_str())
        .collect();
    assert!(acts.contains(&"letter_queue") && acts.contains(&"letter_sent"), "{acts:?}");
}

/// Killed at any moment of the last approval: the order is approved with its letter and its tasks, or nothing happened.
#[test]
fn killed_while_approving_there_is_never_an_approved_order_without_its_letter() {
    let server = Server::starttls();
    let desk = staffed_at(&server);
    let mut order = submitted(&desk);
    for who in ["顾行", "周予安"] {
        order = decided(&desk, "approval_grant", &order, who, "");
    }
    desk.sit("罗朗");
    let mut wait = 5;
    loop {
        let request = decision(&desk, &order, "罗朗", "");
        let person = desk.person("罗朗").to_string();
        leave(&desk);
        let finished = approve_and_kill(&desk, &person, &request, Duration::from_millis(wait));
        come_back(&desk);
        order = desk.ok("order_view", json!({ "id": order["id"] }));
        let (letters, tasks) =
            (order["letters"].as_array().map(Vec::len), order["tasks"].as_array().map(Vec::len));
        match order["state"].as_str() {
            Some("InApproval") => {
                assert_eq!((letters, tasks), (Some(0), Some(0)));
                assert!(!finished, "it said it was done");
            }
            Some("Approved") => {
                assert_eq!((letters, tasks), (Some(1), Some(2)), "after {wait} ms");
                break;
            }
            other => panic!("{other:?}"),
        }
        wait = wait * 3 / 2 + 5;
    }
    assert!(desk.ok("book_verify", json!({}))["problems"].as_array().is_some_and(Vec::is_empty));
}

/// Lets another process approve, and kills it `wait` after it began; answers whether it had told its success.
fn approve_and_kill(desk: &TestDesk, person: &str, request: &Value, wait: Duration) -> bool {
    let folder = std::fs::read_to_string(desk.home.path().join("where")).expect("noted");
    let mut child = Command::new(env!("CARGO_BIN_EXE_post_child"))
        .args(["approve", &folder, person, &request.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .expect("a child");
    let mut said = BufReader::new(child.stdout.take().expect("its words"));
    let mut line = String::new();
    said.read_line(&mut line).expect("it begins");
    assert_eq!(line, "going\n");
    std::thread::sleep(wait);
    child.kill().expect("killed");
    child.wait().expect("dead");
    line.clear();
    said.read_line(&mut line).is_ok_and(|_| line == "done\n")
}
