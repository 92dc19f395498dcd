//! Every trouble at every stage: what state it leads to, and that nothing is ever sent twice by itself.

use serde_json::json;

use super::server::Server;
use super::{desk_at, impatient, later, ordinary, seen, standing, stands};

#[test]
fn a_connection_lost_before_handing_over_is_tried_again() {
    let server = Server::starttls();
    let desk = desk_at(&server, "StartTls");
    for point in ["CONNECT", "GREETING", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"] {
        let already = server.mails().len();
        let id = ordinary(&desk);
        server.trouble(json!({ point: { "do": "drop" } }));
        assert_eq!(desk.app.post_once().expect("a round"), 0, "{point}");
        assert_eq!(standing(&desk, id).0, "Retry", "{point}: {:#}", seen(&desk, id));
        assert_eq!(server.mails().len(), already, "{point}");
        server.trouble(json!({}));
        assert_eq!(desk.app.post_once().expect("a round"), 0, "{point}: it waits for its back-off");
        later(&desk, 61);
        assert_eq!(desk.app.post_once().expect("a round"), 1, "{point}");
        stands(&desk, id, "Sent", "");
        assert_eq!(server.mails().len(), already + 1, "{point}");
    }
}

#[test]
fn a_connection_lost_after_handing_over_is_uncertain_and_stays_so() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    server.trouble(json!({ "BODY": { "do": "drop" } }));
    let id = ordinary(&desk);
    assert_eq!(desk.app.post_once().expect("a round"), 0);
    stands(&desk, id, "Uncertain", "connection_lost");
    server.trouble(json!({}));
    for _ in 0..3 {
        later(&desk, 86_400);
        assert_eq!(desk.app.post_once().expect("a round"), 0);
    }
    stands(&desk, id, "Uncertain", "connection_lost");
    assert_eq!(server.count("point", "BODY"), 1, "never again by itself");
}

#[test]
fn a_connection_lost_after_the_250_is_sent() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    server.trouble(json!({ "ACCEPTED": { "do": "drop", "times": 1 } }));
    let (first, second) = (ordinary(&desk), ordinary(&desk));
    assert_eq!(desk.app.post_once().expect("a round"), 2, "the second letter opens a new conversation");
    stands(&desk, first, "Sent", "");
    stands(&desk, second, "Sent", "");
    assert_eq!(server.mails().len(), 2);
}

#[test]
fn a_refused_login_is_asked_once_and_repaired_by_the_settings() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    desk.ok("setting_save_mail", json!({ "account": server.account("Tls"), "password": "wrong" }));
    let (first, second) = (ordinary(&desk), ordinary(&desk));
    assert_eq!(desk.app.post_once().expect("a round"), 0);
    stands(&desk, first, "Failed", "wrong_password");
    assert!(seen(&desk, first)["row"]["said"].as_str().expect("words").starts_with("535 5.7.8"));
    stands(&desk, second, "Queued", "");
    assert_eq!(desk.app.post_once().expect("a round"), 0);
    assert_eq!(server.count("event", "auth"), 1, "a wrong password is not tried once per letter");

    desk.ok("setting_save_mail", json!({ "account": server.account("Tls"), "password": "secret" }));
    assert_eq!(desk.app.post_once().expect("a round"), 2);
    stands(&desk, first, "Sent", "");
    stands(&desk, second, "Sent", "");
}

#[test]
fn a_mailbox_that_is_unknown_fails_alone() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    server.trouble(json!({ "RCPT": { "do": "say", "say": [550, "5.1.1 no such user"], "times": 1 } }));
    let (first, second) = (ordinary(&desk), ordinary(&desk));
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    stands(&desk, first, "Failed", "mailbox_unknown");
    assert_eq!(seen(&desk, first)["row"]["said"], "550 5.1.1 no such user");
    stands(&desk, second, "Sent", "");
    later(&desk, 86_400);
    assert_eq!(desk.app.post_once().expect("a round"), 0, "5xx is not tried again by itself");
}

#[test]
fn what_the_server_puts_off_is_tried_again_later_and_later() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    let say = |code: u16, text: &str| json!({ "do": "say", "say": [code, text] });
    server.trouble(json!({ "RCPT": say(452, "4.3.1 try later") }));
    let id = ordinary(&desk);
    let mut waits = Vec::new();
    for _ in 0..7 {
        desk.app.post_once().expect("a round");
        stands(&desk, id, "Retry", "try_later");
        let next = seen(&desk, id)["row"]["next_try_at"].as_str().expect("a time").to_string();
        let wait = chengdan_tests::instant(&next) - desk.app.now();
        waits.push(wait.num_minutes());
        later(&desk, wait.num_seconds());
    }
    assert_eq!(waits, [1, 2, 5, 15, 30, 60, 60]);
    server.trouble(json!({ "BODY": say(452, "4.2.2 busy") }));
    desk.app.post_once().expect("a round");
    stands(&desk, id, "Retry", "try_later");
    server.trouble(json!({ "BODY": say(554, "5.7.1 judged as spam") }));
    later(&desk, 3_600);
    desk.app.post_once().expect("a round");
    stands(&desk, id, "Failed", "spam");
    assert!(server.mails().is_empty());
}

#[test]
fn a_server_that_says_nothing_is_a_time_out() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    impatient(&desk, 400, 400);
    server.trouble(json!({ "RCPT": { "do": "pause" } }));
    let id = ordinary(&desk);
    desk.app.post_once().expect("a round");
    stands(&desk, id, "Retry", "timeout");
    server.trouble(json!({ "BODY": { "do": "pause" } }));
    later(&desk, 61);
    desk.app.post_once().expect("a round");
    stands(&desk, id, "Uncertain", "timeout");
}

#[test]
fn without_starttls_nothing_is_said() {
    let server = Server::with(json!({ "secure": false, "hideStartTls": true }));
    let desk = desk_at(&server, "StartTls");
    let id = ordinary(&desk);
    desk.app.post_once().expect("a round");
    stands(&desk, id, "Retry", "starttls_missing");
    assert_eq!(server.count("event", "auth") + server.count("point", "MAIL"), 0);
}

#[test]
fn a_certificate_nobody_vouches_for_is_not_trusted() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    let mut account = server.account("Tls");
    account["trusted_pem"] = "".into();
    desk.ok("setting_save_mail", json!({ "account": account, "password": "secret" }));
    let id = ordinary(&desk);
    desk.app.post_once().expect("a round");
    stands(&desk, id, "Retry", "tls_untrusted");
    assert_eq!(server.count("event", "auth"), 0);
}

#[test]
fn a_server_without_tls_on_this_port_is_explained() {
    let server = Server::starttls();
    let desk = desk_at(&server, "Tls");
    let id = ordinary(&desk);
    desk.app.post_once().expect("a round");
    stands(&desk, id, "Retry", "tls_expected");
}

#[test]
fn a_server_that_is_not_there_is_explained() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    drop(server);
    let id = ordinary(&desk);
    desk.app.post_once().expect("a round");
    stands(&desk, id, "Retry", "connection_refused");
}

#[test]
fn a_copy_that_is_refused_does_not_stop_the_letter() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    server.answer_rcpt(json!({ "xuche@lingqiao.example.com": [550, "5.1.1 no such user"] }));
    let id = ordinary(&desk);
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    stands(&desk, id, "Sent", "");
    let letter = seen(&desk, id);
    let log = letter["attempts"].as_array().expect("a log");
    let stages: Vec<&str> = log.iter().filter_map(|line| line["stage"].as_str()).collect();
    let wanted = [
        "claimed",
        "lookup",
        "connect",
        "tls",
        "login",
        "sender",
        "recipient",
        "copy",
        "data",
        "handed",
        "sent",
    ];
    assert_eq!(stages, wanted);
    assert_eq!(log[7]["said"], "550 5.1.1 no such user");
}

#[test]
fn the_pace_is_kept() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    let mut account = server.account("Tls");
    account["per_minute"] = 2.into();
    desk.ok("setting_save_mail", json!({ "account": account, "password": null }));
    for _ in 0..3 {
        ordinary(&desk);
    }
    assert_eq!(desk.app.post_once().expect("a round"), 2);
    assert_eq!(desk.app.post_once().expect("a round"), 0, "two a minute");
    later(&desk, 61);
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    assert_eq!(server.count("event", "auth"), 2, "one conversation carries several letters");
}

#[test]
fn without_a_password_letters_wait_and_say_why() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    desk.ok("setting_save_mail", json!({ "account": server.account("Tls"), "password": "" }));
    let id = ordinary(&desk);
    assert_eq!(desk.app.post_once().expect("a round"), 0);
    stands(&desk, id, "Queued", "password_missing");
    assert_eq!(server.count("point", "CONNECT"), 0);
    desk.ok("setting_save_mail", json!({ "account": server.account("Tls"), "password": "secret" }));
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    stands(&desk, id, "Sent", "");
}

/// Everything a server says after STARTTLS, up to having accepted a letter with a copy.
const WHOLE_SESSION: &str = "250-mail.example.com\r\n250 AUTH PLAIN LOGIN\r\n235 welcome\r\n250 sender\r\n\
    250 recipient\r\n250 copy\r\n354 go on\r\n250 2.0.0 accepted\r\n";

#[test]
fn answers_slipped_in_before_the_encryption_are_not_believed() {
    let server = Server::starttls();
    let desk = desk_at(&server, "StartTls");
    for injected in [WHOLE_SESSION, "250 AUTH PLAIN\r\n", "250-half an answer", "\r\n"] {
        // The real server takes nothing, whatever the stranger pretends.
        server.trouble(json!({
            "STARTTLS": { "do": "inject", "text": injected }, "BODY": { "do": "say", "say": [554, "5.7.1 no"] },
        }));
        let id = ordinary(&desk);
        assert_eq!(desk.app.post_once().expect("a round"), 0, "{injected}");
        stands(&desk, id, "Retry", "answers_injected");
        server.trouble(json!({}));
        later(&desk, 61);
        desk.app.post_once().expect("a round");
        stands(&desk, id, "Sent", "");
    }
    assert_eq!(server.count("event", "auth"), 4, "nobody signed in where answers were slipped in");
}

#[test]
fn an_answer_prepared_for_starttls_does_not_begin_the_encryption() {
    let server = Server::starttls();
    let desk = desk_at(&server, "StartTls");
    // With the answer to EHLO comes one to STARTTLS.
    server.trouble(json!({ "EHLO": { "do": "inject", "text": "220 go ahead\r\n" } }));
    let id = ordinary(&desk);
    assert_eq!(desk.app.post_once().expect("a round"), 0);
    stands(&desk, id, "Retry", "answers_injected");
    assert_eq!(server.count("event", "auth") + server.count("point", "MAIL"), 0);
}

#[test]
fn a_wait_that_cannot_be_set_stops_the_letter_before_it_counts_as_handed_over() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    // No system takes a wait of nothing.
    impatient(&desk, 30_000, 0);
    let id = ordinary(&desk);
    assert_eq!(desk.app.post_once().expect("a round"), 0);
    stands(&desk, id, "Retry", "connection_lost");
    assert!(server.mails().is_empty());
    impatient(&desk, 30_000, 30_000);
    later(&desk, 61);
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    stands(&desk, id, "Sent", "");
    assert_eq!(server.mails().len(), 1);
}
