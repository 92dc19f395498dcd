//! Lists of needs at the door (N1): writing, confirming, revising, on paper and by mail.

use base64::Engine;
use chengdan_app::fault::Fault;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use crate::opportunity::desk::*;

fn codes(deal: &Value, nth: usize, act: &str) -> Vec<String> {
    let acts = deal["requirements"][nth]["acts"].as_array().expect("acts");
    let may = acts.iter().find(|may| may["act"] == act).unwrap_or_else(|| panic!("no {act}: {acts:?}"));
    let reasons = may["refusals"].as_array().expect("refusals");
    reasons.iter().filter_map(|reason| reason["code"].as_str().map(String::from)).collect()
}

/// A deal with a list of two lines.
fn listed(desk: &TestDesk) -> Value {
    let deal = begun(desk, "青屿酒店 二期", 0);
    let mut special = need("客控主机 H8", 8_000);
    (special["customised"], special["customisation"]) = (json!(true), json!("面板刻字"));
    desk.ok("requirement_save", list(desk, &deal, json!([need("智能门锁 S3 Pro", 200_000), special])))
}

#[test]
fn a_list_is_numbered_and_saved_as_it_was_typed() {
    let desk = TestDesk::staffed();
    let deal = listed(&desk);
    let first = &deal["requirements"][0];
    assert_eq!(
        (&first["number"], &first["revision"], &first["state"], &first["contact"]),
        (&json!("XQ202610-001"), &json!(1), &json!("Draft"), &json!("祝青"))
    );
    assert_eq!(first["draft"]["lines"][1]["customisation"], "面板刻字");
    let mut changed = first["draft"].clone();
    changed["lines"][0]["quantity_milli"] = json!(180_000);
    changed["lines"].as_array_mut().expect("lines").push(json!({}));
    let saved = desk.ok("requirement_save", changed.clone());
    let draft = &saved["requirements"][0]["draft"];
    assert_eq!((&draft["version"], draft["lines"].as_array().map(Vec::len)), (&json!(2), Some(2)));
    assert!(matches!(desk.ask("requirement_save", changed), Err(Fault::Stale { .. })));
    let again = desk.ok("requirement_save", draft.clone());
    assert_eq!(again["requirements"][0]["draft"]["version"], 2, "what changes nothing writes nothing");
    let second = list(&desk, &deal, json!([]));
    assert!(matches!(desk.ask("requirement_save", second), Err(Fault::Stale { .. })), "one list of a deal");
    let history = desk.ok("history_list", json!({ "document": "Opportunity", "id": deal["card"]["id"] }));
    assert_eq!(
        (&history[0]["act"], &history[0]["note"]),
        (&json!("requirement_save"), &json!("XQ202610-001 V1"))
    );
    assert_eq!(history[0]["changes"][0]["field"], "lines.0");
}

#[test]
fn bad_input_is_refused_by_name() {
    let desk = TestDesk::staffed();
    let deal = begun(&desk, "青屿酒店 二期", 0);
    for quantity in [0, -1] {
        let bad = list(&desk, &deal, json!([need("门锁", quantity)]));
        assert_eq!(desk.refused("requirement_save", bad), ["FieldNotPositive"]);
    }
    let mut long = need(&"长".repeat(201), 1_000);
    long["quantity_milli"] = json!(i64::MAX);
    let mut bad = list(&desk, &deal, json!([long]));
    bad["delivery_address"] = json!("长".repeat(301));
    assert_eq!(desk.refused("requirement_save", bad), ["FieldTooLong", "FieldTooLong", "FieldOutOfRange"]);
    let mut strange = list(&desk, &deal, json!([need("门锁", 1)]));
    strange["contact_id"] = json!(999);
    assert_eq!(desk.refused("requirement_save", strange), ["RowNotFound"]);
    let mut day = need("门锁", 1);
    day["wanted_on"] = json!("明天");
    assert!(matches!(
        desk.ask("requirement_save", list(&desk, &deal, json!([day]))),
        Err(Fault::Malformed { .. })
    ));
    desk.sit("周予安");
    assert_eq!(desk.refused("requirement_save", list(&desk, &deal, json!([]))), ["OnlyOwner"]);
}

#[test]
fn a_confirmation_says_who_when_and_how_and_has_its_evidence() {
    let desk = TestDesk::staffed();
    let deal = listed(&desk);
    let word = |by: &str, on: &str, evidence: Value| {
        let word =
            json!({ "confirmed_by": by, "confirmed_on": on, "confirmed_how": "Email", "evidence": evidence });
        revision(&deal, 0, word)
    };
    assert_eq!(
        desk.refused("requirement_confirm", word(" ", "", Value::Null)),
        ["FieldMissing", "FieldMissing", "ConfirmationUnproved"]
    );
    assert_eq!(
        desk.refused("requirement_confirm", word("祝青", "2026-10-09", json!("0".repeat(64)))),
        ["ConfirmedInFuture", "ConfirmationUnproved"]
    );
    let deal = desk.ok("requirement_confirm", word("祝青", "2026-10-08", scan(&desk, "mail")));
    let first = &deal["requirements"][0];
    assert_eq!(
        (&first["state"], &first["confirmed_by"], &first["confirmed_how"], &first["recorder"]),
        (&json!("Confirmed"), &json!("祝青"), &json!("Email"), &json!("林知远"))
    );
    assert_eq!(desk.refused("requirement_save", first["draft"].clone()), ["WrongState"]);
    let ask = json!({ "document": "Opportunity", "id": deal["card"]["id"] });
    let kept = desk.ok("attachment_list", ask);
    assert_eq!(kept[0]["remove"][0]["code"], "AttachmentIsEvidence");
    assert_eq!(desk.refused("attachment_remove", json!({ "id": kept[0]["id"] })), ["AttachmentIsEvidence"]);
}

#[test]
fn a_change_is_another_revision_and_the_one_before_holds_until_it_is_confirmed() {
    let desk = TestDesk::staffed();
    let deal = confirmed(&desk, &listed(&desk));
    let deal = desk.ok("requirement_revise", revision(&deal, 0, json!({})));
    let states = |deal: &Value| -> Vec<String> {
        let all = deal["requirements"].as_array().expect("revisions").iter();
        all.map(|one| format!("{} {}", one["revision"], one["state"].as_str().expect("a state"))).collect()
    };
    assert_eq!(states(&deal), ["2 Draft", "1 Confirmed"]);
    assert_eq!(deal["requirements"][0]["draft"]["lines"], deal["requirements"][1]["draft"]["lines"]);
    assert_eq!(desk.refused("requirement_revise", revision(&deal, 1, json!({}))), ["RevisionBegun"]);
    let mut changed = deal["requirements"][0]["draft"].clone();
    changed["lines"][0]["quantity_milli"] = json!(240_000);
    let deal = desk.ok("requirement_save", changed);
    assert_eq!(deal["requirements"][1]["draft"]["lines"][0]["quantity_milli"], 200_000);
    let deal = confirmed(&desk, &deal);
    assert_eq!(states(&deal), ["2 Confirmed", "1 Superseded"]);
    assert_eq!(deal["requirements"][1]["acts"], json!([]), "what gave way allows nothing");
    for (name, nth) in [("requirement_revise", 1), ("requirement_send", 1)] {
        assert_eq!(desk.refused(name, revision(&deal, nth, json!({}))), ["WrongState"], "{name}");
    }
}

#[test]
fn a_list_is_shown_as_it_is_mailed_and_waits_for_an_address() {
    let desk = TestDesk::staffed();
    let deal = listed(&desk);
    let shown = desk.ok("requirement_paper", json!({ "id": deal["requirements"][0]["draft"]["id"] }));
    assert_eq!(shown["name"], "客户需求清单_XQ202610-001_青屿酒店管理有限公司_V1.pdf");
    let bytes = base64::prelude::BASE64_STANDARD.decode(shown["base64"].as_str().expect("base64"));
    assert!(bytes.expect("bytes").starts_with(b"%PDF"));
    assert_eq!(codes(&deal, 0, "Send"), [""; 0]);
    let sent = desk.ok("requirement_send", revision(&deal, 0, json!({})));
    let letter = &sent["letters"][0];
    assert_eq!(
        (&letter["kind"], &letter["state"], &letter["order_number"], &letter["about"]["document"]),
        (&json!("requirement"), &json!("Queued"), &json!("XQ202610-001 V1"), &json!("Opportunity"))
    );
    assert_eq!(letter["to"], "zhu@qingyu.example.com");
    let whole = desk.ok("outbox_view", json!({ "id": letter["id"] }));
    assert_eq!(whole["pdf_sha256"], shown["sha256"], "what was shown is what is mailed");
    assert!(letter["subject"].as_str().expect("a subject").contains("XQ202610-001 V1"));
    assert_eq!(
        desk.refused("requirement_send", revision(&sent, 0, json!({}))),
        ["PaperMailed"],
        "the same paper goes again from the outbox"
    );
    let letters =
        desk.ok("customer_letters", json!({ "id": deal["card"]["customer_id"], "after": null, "limit": 5 }));
    assert_eq!(letters["total"], 1);
    let mut changed = sent["requirements"][0]["draft"].clone();
    changed["note"] = json!("分三批");
    let deal = desk.ok("requirement_save", changed);
    let again = desk.ok("requirement_send", revision(&deal, 0, json!({})));
    assert_eq!(again["letters"].as_array().map(Vec::len), Some(2), "what changed is mailed anew");
}

#[test]
fn what_keeps_a_mail_from_leaving_is_named_before() {
    let desk = TestDesk::staffed();
    let deal = listed(&desk);
    let mut card = desk.ok("customer_view", json!({ "id": deal["card"]["customer_id"] }));
    card["contacts"][0]["email"] = json!("");
    let card = desk.ok("customer_save", card);
    let sent = desk.ok("requirement_send", revision(&deal, 0, json!({})));
    assert_eq!(sent["letters"][0]["state"], "MissingAddress");
    let mut known = card.clone();
    known["contacts"][0]["email"] = json!("zhu@qingyu.example.com");
    desk.ok("customer_save", known);
    let letter = &sent["letters"][0];
    let asked = json!({ "id": letter["id"], "version": letter["version"], "to": null });
    assert_eq!(desk.ok("outbox_resend", asked)["row"]["state"], "Queued", "the contact's address is found");
    let mut changed = sent["requirements"][0]["draft"].clone();
    changed["lines"][0]["name"] = json!("门锁 \u{10FFFD}");
    let deal = desk.ok("requirement_save", changed);
    assert_eq!(codes(&deal, 0, "Send"), ["GlyphMissing"]);
    assert_eq!(desk.refused("requirement_send", revision(&deal, 0, json!({}))), ["GlyphMissing"]);
    let mut empty = deal["requirements"][0]["draft"].clone();
    empty["lines"] = json!([]);
    let deal = desk.ok("requirement_save", empty);
    assert_eq!(codes(&deal, 0, "Send"), ["NoLines"]);
    assert_eq!(codes(&deal, 0, "Confirm"), ["NoLines"]);
}

#[test]
fn hostile_text_is_text_everywhere() {
    let desk = TestDesk::staffed();
    let deal = begun(&desk, "'; drop table opportunity; --", 0);
    for text in [
        "#set page(width: 1pt)",
        "<img src=x onerror=alert(1)>",
        "=HYPERLINK(\"x\")",
        "\\u{0} $x$ *b*",
        "𠮷\u{202E}x",
    ] {
        let mut line = need(text, 1_000);
        line["standard"] = json!(text);
        let mut draft = list(&desk, &deal, json!([line]));
        let present = desk.ok("opportunity_view", json!({ "id": deal["card"]["id"] }));
        if let Some(first) = present["requirements"].get(0) {
            (draft["id"], draft["version"]) =
                (first["draft"]["id"].clone(), first["draft"]["version"].clone());
        }
        let saved = desk.ok("requirement_save", draft);
        let kept = &saved["requirements"][0]["draft"];
        assert_eq!(
            kept["lines"][0]["name"]
                .as_str()
                .map(|name| name.contains('x') || name.contains("page") || name.contains('b')),
            Some(true)
        );
        match desk.ask("requirement_paper", json!({ "id": kept["id"] })) {
            Ok(_) | Err(Fault::Refused { .. }) => {}
            other => panic!("{text}: {other:?}"),
        }
    }
    assert_eq!(desk.ok("opportunity_totals", json!({}))["all_count"], 1);
}
