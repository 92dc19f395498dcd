//! What the tests of opportunities and lists of needs do at the desk.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

/// The first customer with its contact.
pub fn customer(desk: &TestDesk) -> Value {
    desk.ok("customer_find", json!({ "text": "", "limit": 1 }))[0].clone()
}

/// An opportunity as it is typed.
pub fn card(desk: &TestDesk, name: &str, expected_fen: i64) -> Value {
    json!({
        "id": null, "version": null, "name": name, "customer_id": customer(desk)["id"],
        "owner_id": desk.person("林知远"), "expected_fen": expected_fen, "expected_on": "2026-11-30",
    })
}

/// 林知远 begins one and stays at the desk.
pub fn begun(desk: &TestDesk, name: &str, expected_fen: i64) -> Value {
    desk.sit("林知远");
    desk.ok("opportunity_save", card(desk, name, expected_fen))
}

/// The opportunity's id and the version that was seen, and what else a request says.
pub fn with(deal: &Value, more: Value) -> Value {
    let mut ask = json!({ "id": deal["card"]["id"], "version": deal["card"]["version"] });
    for (name, value) in more.as_object().expect("fields") {
        ask[name] = value.clone();
    }
    ask
}

/// A line of needs.
pub fn need(name: &str, quantity_milli: i64) -> Value {
    json!({
        "product_id": null, "name": name, "spec": "曜石黑 左开", "unit": "把", "quantity_milli": quantity_milli,
        "wanted_on": "2026-11-20", "customised": false, "customisation": "", "standard": "上门安装",
    })
}

/// A list of needs as it is typed.
pub fn list(desk: &TestDesk, deal: &Value, lines: Value) -> Value {
    json!({
        "id": null, "version": null, "opportunity_id": deal["card"]["id"],
        "contact_id": customer(desk)["contacts"][0]["id"], "delivery_address": "示例省临江市青屿路 18 号",
        "note": "分两批", "lines": lines,
    })
}

/// A revision's id and the version that was seen, and what else a request says.
pub fn revision(deal: &Value, nth: usize, more: Value) -> Value {
    let draft = &deal["requirements"][nth]["draft"];
    let mut ask = json!({ "id": draft["id"], "version": draft["version"] });
    for (name, value) in more.as_object().expect("fields") {
        ask[name] = value.clone();
    }
    ask
}

/// A scan that lies in the book.
pub fn scan(desk: &TestDesk, text: &str) -> Value {
    use base64::Engine;
    let base64 = base64::prelude::BASE64_STANDARD.encode(text);
    desk.ok("file_keep", json!({ "name": "签字页.png", "mime": "image/png", "base64": base64 }))["sha256"]
        .clone()
}

/// The customer's confirmation of the newest revision.
pub fn confirmed(desk: &TestDesk, deal: &Value) -> Value {
    let evidence = scan(desk, "signed");
    let word = json!({
        "confirmed_by": "祝青", "confirmed_on": "2026-10-08", "confirmed_how": "Signature", "evidence": evidence,
    });
    desk.ok("requirement_confirm", revision(deal, 0, word))
}
