//! The past of an order: a draft that saves itself does not flood it, nothing is lost of it, and the chain holds.

use chengdan_tests::{TestDesk, instant};
use serde_json::{Value, json};

use super::desk::{again, decided, draft, saved, seen};

fn acts(order: &Value) -> Vec<String> {
    let entries = order["history"].as_array().expect("a history").iter().rev();
    entries.map(|entry| entry["act"].as_str().expect("an act").to_string()).collect()
}

/// The entry's fields with both sides.
fn changes(entry: &Value) -> Vec<(String, String, String)> {
    let text = |change: &Value, key: &str| change[key].as_str().expect("text").to_string();
    let list = entry["changes"].as_array().expect("changes").iter();
    list.map(|change| (text(change, "field"), text(change, "before"), text(change, "after"))).collect()
}

fn at(desk: &TestDesk, minute: u32) {
    desk.clock.set(instant(&format!("2026-10-08T02:{minute:02}:00Z")));
}

/// Types an address into the order as it stands and lets it save itself.
fn typed(desk: &TestDesk, order: &Value, address: &str) -> Value {
    let mut draft = again(desk, order)["draft"].clone();
    draft["delivery_address"] = json!(address);
    desk.ok("order_save", draft)
}

fn chain_holds(desk: &TestDesk) {
    let verified = desk.ok("book_verify", json!({}));
    assert_eq!(verified["problems"], json!([]), "{verified}");
}

#[test]
fn a_drafts_saves_are_one_entry_a_sitting() {
    let desk = TestDesk::staffed();
    at(&desk, 0);
    let mut order = saved(&desk);
    for minute in 1..8 {
        at(&desk, minute);
        order = typed(&desk, &order, &format!("青屿路 {minute} 号"));
    }
    assert_eq!(acts(&order), ["order_create"], "the sitting in which it was begun");
    for minute in [20, 21, 22, 23] {
        at(&desk, minute);
        order = typed(&desk, &order, &format!("青屿路 {minute} 号"));
    }
    assert_eq!(acts(&order), ["order_create", "order_save"]);
    chain_holds(&desk);
}

#[test]
fn somebody_elses_hand_on_a_draft_is_told_at_once() {
    let desk = TestDesk::staffed();
    desk.sit("沈一禾");
    let mut asked = draft(&desk);
    asked["owner_id"] = json!(desk.person("林知远"));
    let order = desk.ok("order_save", asked);
    desk.sit("林知远");
    let order = typed(&desk, &order, "青屿路 19 号");
    assert_eq!(acts(&order), ["order_create", "order_save"]);
    assert_eq!(order["history"][0]["person"], "林知远");
}

#[test]
fn the_first_submission_tells_everything() {
    let desk = TestDesk::staffed();
    let order = typed(&desk, &saved(&desk), "青屿路 66 号");
    let order = desk.ok("order_submit", seen(&order));
    assert_eq!(acts(&order), ["order_create", "order_submit"]);
    let told = changes(&order["history"][0]);
    assert!(told.iter().all(|(_, before, after)| before.is_empty() && !after.is_empty()), "{told:?}");
    let of = |field: &str| {
        let found = told.iter().find(|(name, ..)| name == field);
        found.unwrap_or_else(|| panic!("no {field} in {told:?}")).2.clone()
    };
    assert_eq!(of("customer"), "青屿酒店管理有限公司");
    assert_eq!(of("contact_id"), order["contact_name"].as_str().expect("a name"));
    assert_eq!(of("contract_number"), "HT-2026-001");
    assert_eq!(of("contract_signed_on"), "2026-10-08");
    assert_eq!(of("invoice_kind"), "VatSpecial");
    assert_eq!(of("delivery_address"), "青屿路 66 号");
    assert_eq!(of("promised_on"), "2026-11-20");
    assert_eq!(of("owner"), "林知远");
    assert_eq!(of("amount_fen"), "251000");
    assert!(of("terms").contains("BeforeDispatch"));
    assert_eq!(of("lines.0"), "智能门锁 S3 Pro · 标准 · 2 · 台 · 680 · 13%");
    assert!(of("lines.1").starts_with("客控主机 H8"));
    chain_holds(&desk);
}

#[test]
fn a_save_that_changes_nothing_writes_nothing() {
    let desk = TestDesk::staffed();
    let order = saved(&desk);
    let same = desk.ok("order_save", order["draft"].clone());
    assert_eq!((&same["version"], &same["history"]), (&order["version"], &order["history"]));
}

#[test]
fn after_a_submission_every_change_is_told_and_read_by_sittings() {
    let desk = TestDesk::staffed();
    at(&desk, 0);
    let order = desk.ok("order_submit", seen(&saved(&desk)));
    decided(&desk, "approval_send_back", &order, "顾行", "请补门牌号");
    desk.sit("林知远");
    let first = again(&desk, &order)["draft"]["delivery_address"].as_str().expect("an address").to_string();
    at(&desk, 10);
    typed(&desk, &order, "青屿路 6");
    at(&desk, 18);
    typed(&desk, &order, "青屿路 66");
    at(&desk, 26);
    let order = typed(&desk, &order, "青屿路 66 号");
    assert_eq!(acts(&order), ["order_create", "order_submit", "order_send_back", "order_save"]);
    let told = changes(&order["history"][0]);
    assert_eq!(told, [("delivery_address".to_string(), first.clone(), "青屿路 66 号".to_string())]);
    at(&desk, 36);
    let order = typed(&desk, &order, &first);
    assert_eq!(acts(&order).last().map(String::as_str), Some("order_save"));
    assert_eq!(acts(&order).len(), 5, "ten minutes later is another sitting");
    let order = desk.ok("order_submit", seen(&order));
    assert_eq!(changes(&order["history"][0]), [], "what changed was told already");
    let kept = desk.app.book().expect("open").read(|connection| {
        let all = "select count(*) from history where act = 'order_save' and document = 'order'";
        Ok(connection.query_row(all, [], |row| row.get::<_, i64>(0))?)
    });
    assert_eq!(kept.expect("a count"), 4, "the chain keeps them all");
    chain_holds(&desk);
}

#[test]
fn a_draft_thrown_away_leaves_what_was_in_it() {
    let desk = TestDesk::staffed();
    let order = saved(&desk);
    desk.ok("order_discard", seen(&order));
    let kept = desk.app.book().expect("open").read(|connection| {
        chengdan_app::store::history::of(connection, "order", order["id"].as_i64().expect("an id"), 1)
    });
    let entry = kept.expect("a history").remove(0);
    assert_eq!(entry.act, "order_discard");
    let address = entry.changes.iter().find(|change| change.field == "delivery_address").expect("told");
    assert_eq!((address.before.as_str(), address.after.as_str()), ("示例省临江市青屿路 18 号", ""));
    chain_holds(&desk);
}
