//! What arrives: read by a MIME parser that is not ours, and the raw headers.

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chengdan_app::fault::Fault;
use chengdan_app::post::mime::{Envelope, Party, build};
use chengdan_app::post::words::{Words, confirmation, noted_as_repeat, yuan};
use chengdan_app::views::book::Language;
use chengdan_domain::money::Money;
use chengdan_domain::refusal::Refusal;
use chengdan_tests::{MORNING, instant};
use serde_json::json;

use super::server::Server;
use super::{PDF, desk_at, facts, ordinary, queue, seen, stands};

fn envelope<'a>(to: &'a Party, words: &'a Words) -> Envelope<'a> {
    Envelope {
        from: Party::new("岭桥", "desk@lingqiao.example.com"),
        to: to.clone(),
        cc: None,
        reply_to: None,
        subject: &words.subject,
        text: &words.text,
        html: &words.html,
        pdf: Some(("订单确认函.pdf", PDF)),
        message_id: "<1@lingqiao.example.com>",
        date: instant(MORNING),
    }
}

#[test]
fn the_letter_arrives_as_it_was_written() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    let id = ordinary(&desk);
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    stands(&desk, id, "Sent", "");

    let mail = &server.mails()[0];
    assert_eq!(mail["secure"], true);
    assert_eq!(mail["subject"], "【订单确认】DD202610-034 铂叶商业 97,200.00");
    assert_eq!(mail["from"], json!([{ "name": "岭桥智能设备", "address": "desk@lingqiao.example.com" }]));
    assert_eq!(mail["to"], json!([{ "name": "祝青", "address": "zhu@boye.example.com" }]));
    let manager = json!([{ "name": "许澈", "address": "xuche@lingqiao.example.com" }]);
    assert_eq!(mail["cc"], manager);
    assert_eq!(mail["reply_to"], manager);
    let receivers = json!(["zhu@boye.example.com", "xuche@lingqiao.example.com"]);
    assert_eq!(mail["envelope"], json!({ "from": "desk@lingqiao.example.com", "to": receivers }));
    assert_eq!(mail["message_id"], seen(&desk, id)["message_id"]);
    assert_eq!(mail["date"], "2026-10-08T01:42:00.000Z");
    for fact in ["DD202610-034", "97,200.00", "预付30%，发货前付清70%", "2026-10-20", "许澈 139 0000 0205"]
    {
        assert!(mail["text"].as_str().expect("text").contains(fact), "text lacks {fact}");
        assert!(mail["html"].as_str().expect("HTML").contains(fact), "HTML lacks {fact}");
    }
    let file = &mail["attachments"][0];
    assert_eq!(file["filename"], "订单确认函_DD202610-034_铂叶商业管理有限公司临江分公司_R1.pdf");
    assert_eq!(file["type"], "application/pdf");
    assert_eq!(BASE64.decode(file["base64"].as_str().expect("base64")).expect("base64"), PDF);
    assert!(seen(&desk, id)["row"]["said"].as_str().expect("the 250 line").contains("kept as 0042"));
}

#[test]
fn the_file_name_stands_in_both_forms() {
    let server = Server::starttls();
    let desk = desk_at(&server, "StartTls");
    ordinary(&desk);
    desk.app.post_once().expect("a round");
    let mails = server.mails();
    let raw = mails[0]["raw"].as_str().expect("raw");
    assert!(raw.is_ascii());
    assert!(raw.lines().all(|line| line.len() <= 998), "no line beyond RFC 5322");
    assert!(raw.contains("filename*0*=utf-8''"), "RFC 2231");
    assert!(raw.contains("name=\"=?UTF-8?B?"), "RFC 2047");
    let name: String = raw
        .split("name=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("the encoded name")
        .split_whitespace()
        .map(|word| {
            assert!(word.len() <= 75, "an encoded word is at most 75 characters");
            let coded = word.trim_start_matches("=?UTF-8?B?").trim_end_matches("?=");
            String::from_utf8(BASE64.decode(coded).expect("base64")).expect("whole characters")
        })
        .collect();
    assert_eq!(name, "订单确认函_DD202610-034_铂叶商业管理有限公司临江分公司_R1.pdf");
    assert_eq!(mails[0]["secure"], true);
}

#[test]
fn names_with_line_breaks_are_cleaned_and_cannot_add_headers() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    let mut hostile = facts();
    hostile.language = Language::En;
    hostile.customer.short_name = "铂叶\r\nBcc: thief@example.com".into();
    hostile.manager.name = "=cmd|' /C calc'!A0".into();
    hostile.manager.phone = "<script>alert(1)</script> & \"quoted\"".into();
    let to =
        Party { name: "祝\r\n青\nBcc: thief@example.com".into(), address: "zhu@boye.example.com".into() };
    queue(&desk, to, confirmation(&hostile).words());
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    let mail = &server.mails()[0];
    assert_eq!(mail["to"][0]["name"], "祝 青 Bcc: thief@example.com");
    let subject = "[Order confirmation] DD202610-034 铂叶 Bcc: thief@example.com 97,200.00";
    assert_eq!(mail["subject"], subject);
    let raw = mail["raw"].as_str().expect("raw");
    assert!(!raw.lines().any(|line| line.to_lowercase().starts_with("bcc:")));
    assert_eq!(mail["envelope"]["to"].as_array().map(Vec::len), Some(2));
    let html = mail["html"].as_str().expect("HTML");
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script"));
}

#[test]
fn an_address_that_could_end_a_header_is_refused() {
    for address in [
        "a@b.example.com\r\nBcc: thief@example.com",
        "a@b.example.com\n",
        "a b@example.com",
        "a@example.com, b@example.com",
        "祝@example.com",
        "nobody",
        "",
    ] {
        let to = Party { name: "祝青".into(), address: address.into() };
        let fault = build(&envelope(&to, &confirmation(&facts()).words())).expect_err(address);
        let refusal = Refusal::FieldNotEmail { field: "to".into(), found: address.into() };
        assert_eq!(fault, Fault::refused(refusal));
    }
}

#[test]
fn a_long_note_and_lone_dots_arrive_whole() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    let note: String = "备注很长 long ".chars().cycle().take(10_000).collect();
    let text = format!(".\n..\n.leading\n\n{note}\n.");
    let words = Words { subject: note.clone(), text: text.clone(), html: format!("<p>{note}</p>") };
    queue(&desk, Party::new("", "zhu@boye.example.com"), words);
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    let mail = &server.mails()[0];
    assert_eq!(mail["text"].as_str().map(str::trim_end), Some(text.trim_end()));
    assert_eq!(mail["subject"].as_str(), Some(note.trim_end()));
    assert!(mail["raw"].as_str().expect("raw").lines().all(|line| line.len() <= 998));
}

#[test]
fn the_same_envelope_makes_the_same_bytes() {
    let to = Party::new("祝青", "zhu@boye.example.com");
    let words = confirmation(&facts()).words();
    let once = build(&envelope(&to, &words)).expect("MIME");
    assert_eq!(once, build(&envelope(&to, &words)).expect("MIME"));
    assert!(once.is_ascii());
}

#[test]
fn a_repetition_says_so_once() {
    let words = confirmation(&facts()).words();
    let noted = noted_as_repeat(&words);
    assert!(noted.text.starts_with("（本邮件为再次发送，如已收到请忽略。"));
    assert!(noted.html.contains("<body><p>（本邮件为再次发送"));
    assert_eq!(noted.subject, words.subject);
    assert_eq!(noted_as_repeat(&noted), noted);
}

#[test]
fn amounts_are_grouped() {
    for (fen, text) in
        [(0, "0.00"), (5, "0.05"), (100_000, "1,000.00"), (9_720_000, "97,200.00"), (-123, "-1.23")]
    {
        assert_eq!(yuan(Money(fen)), text);
    }
    assert_eq!(yuan(Money(123_456_789_012)), "1,234,567,890.12");
}

#[test]
fn a_party_survives_the_outbox() {
    for party in [
        Party::new("许澈", "xuche@example.com"),
        Party::new("", "xuche@example.com"),
        Party::new("Xu <Che>", "xuche@example.com"),
    ] {
        assert_eq!(Party::from_line(&party.line()), Some(party));
    }
    assert_eq!(Party::from_line(&Party::new("许澈", "").line()), None);
}
