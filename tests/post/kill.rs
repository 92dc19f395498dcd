//! The process killed at each state between the queue and the server's 250: the next process never sends twice by
//! itself, and only what may have left is uncertain.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use chengdan_tests::TestDesk;
use serde_json::json;

use super::server::Server;
use super::{desk_at, ordinary, seen, standing};

/// A postman in a process of his own.
fn postman(desk: &TestDesk, pause_at: &str) -> Child {
    let book = desk.home.path().join("where");
    let folder = std::fs::read_to_string(book).expect("where the book is");
    Command::new(env!("CARGO_BIN_EXE_post_child"))
        .args(["post", &folder])
        .env("CHENGDAN_PAUSE_AT", pause_at)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a postman")
}

/// Closes the book here, so that another process may write it.
pub fn leave(desk: &TestDesk) {
    let folder = desk.app.book().expect("a book").folder().display().to_string();
    std::fs::write(desk.home.path().join("where"), folder).expect("noted");
    desk.app.set_book(None);
}

/// Opens it here again, to look.
pub fn come_back(desk: &TestDesk) {
    let folder = std::fs::read_to_string(desk.home.path().join("where")).expect("noted");
    let book = chengdan_app::store::Book::open(folder.as_ref(), desk.app.now()).expect("the book");
    desk.app.set_book(Some(book));
}

fn finish(mut child: Child) {
    assert!(child.wait().expect("its end").success());
}

#[test]
fn killed_before_it_was_handed_over_it_is_sent_once() {
    let server = Server::starttls();
    let desk = desk_at(&server, "StartTls");
    for (count, point) in
        ["GREETING", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"].into_iter().enumerate()
    {
        let id = ordinary(&desk);
        leave(&desk);
        server.forget();
        server.trouble(json!({ point: { "do": "pause" } }));
        let mut first = postman(&desk, "");
        server.wait("point", point);
        first.kill().expect("killed");
        first.wait().expect("dead");
        server.go();
        finish(postman(&desk, ""));
        come_back(&desk);
        assert_eq!(standing(&desk, id).0, "Sent", "{point}: {:#}", seen(&desk, id));
        assert_eq!(server.mails().len(), 1, "{point}, letter {count}");
    }
}

#[test]
fn killed_while_the_server_held_the_body_it_is_uncertain() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    let id = ordinary(&desk);
    leave(&desk);
    server.trouble(json!({ "BODY": { "do": "pause" } }));
    let mut first = postman(&desk, "");
    server.wait("point", "BODY");
    first.kill().expect("killed");
    first.wait().expect("dead");
    server.go();
    server.wait("event", "mail");
    finish(postman(&desk, ""));
    come_back(&desk);
    assert_eq!(standing(&desk, id), ("Uncertain".into(), "found_handed".into()));
    assert_eq!(server.mails().len(), 1, "the customer has it once");
}

/// The two points that no server can hold: after the commit and before the body, after the 250 and before its commit.
#[test]
fn killed_around_the_commit_it_is_uncertain_and_never_sent_again() {
    for (point, arrived) in [("handed", 0), ("accepted", 1)] {
        let server = Server::tls();
        let desk = desk_at(&server, "Tls");
        let id = ordinary(&desk);
        leave(&desk);
        let mut first = postman(&desk, point);
        let said = BufReader::new(first.stderr.take().expect("its words"));
        let paused = format!("paused at {point}");
        assert!(said.lines().map_while(Result::ok).any(|line| line == paused));
        first.kill().expect("killed");
        first.wait().expect("dead");
        finish(postman(&desk, ""));
        come_back(&desk);
        assert_eq!(standing(&desk, id), ("Uncertain".into(), "found_handed".into()), "{point}");
        assert_eq!(server.mails().len(), arrived, "{point}");
    }
}
