//! How leads end: conversion, loss, merging and its undo, duplicates, and whoever follows them leaving.

use chengdan_tests::{TestDesk, customer, person};
use serde_json::{Value, json};

use super::desk::*;

#[test]
fn a_lead_becomes_a_customer_and_nothing_is_typed_again() {
    let desk = TestDesk::staffed();
    let lead = called(&desk, &in_hand(&desk, "云栖酒店管理有限公司", "A"), true, None);
    let lead = desk.ok("lead_convert", with(&lead, json!({ "customer_id": null })));
    assert_eq!(
        (&lead["state"], &lead["customer"]["name"]),
        (&json!("Converted"), &json!("云栖酒店管理有限公司"))
    );
    let card = desk.ok("customer_view", json!({ "id": lead["customer"]["id"] }));
    for (field, wanted) in [
        ("name", "云栖酒店管理有限公司"),
        ("industry", "酒店"),
        ("province", "示例省"),
        ("city", "临江市"),
        ("district", "湖畔区"),
        ("note", "二期 200 间门锁与客控"),
    ] {
        assert_eq!(card[field], wanted);
    }
    assert_eq!(card["owner_id"], desk.person("林知远"));
    let contact = &card["contacts"][0];
    for (field, wanted) in [
        ("name", "何工"),
        ("title", "工程部经理"),
        ("phone", "139 0000 0418"),
        ("wechat", "hegong"),
        ("email", "he@example.com"),
    ] {
        assert_eq!(contact[field], wanted);
    }
    assert_eq!(lead["follow_ups"].as_array().map(Vec::len), Some(1), "its follow-ups stay with it");
    let found = desk.ok("customer_find", json!({ "text": "云栖", "limit": 5 }));
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    let gone = json!({ "id": card["id"], "version": card["version"] });
    assert_eq!(desk.refused("customer_remove", gone), ["InUse"]);
}

#[test]
fn a_customer_who_is_known_gets_the_contact() {
    let desk = TestDesk::staffed();
    let known = desk.ok("customer_find", json!({ "text": "青屿", "limit": 1 }))[0]["id"].clone();
    let lead = in_hand(&desk, "青屿酒店", "B");
    desk.sit("林知远");
    let lead = desk.ok("lead_convert", with(&lead, json!({ "customer_id": known })));
    assert_eq!(lead["customer"]["id"], known);
    let names = |desk: &TestDesk| -> Vec<String> {
        let card = desk.ok("customer_view", json!({ "id": known }));
        let all = card["contacts"].as_array().expect("contacts").iter();
        all.map(|one| one["name"].as_str().expect("a name").to_string()).collect()
    };
    assert_eq!(names(&desk), ["祝青", "何工"]);
    let second = in_hand(&desk, "青屿酒店 三期", "B");
    desk.sit("林知远");
    desk.ok("lead_convert", with(&second, json!({ "customer_id": known })));
    assert_eq!(names(&desk), ["祝青", "何工"], "who is there is not written twice");
}

#[test]
fn lost_and_invalid_need_a_reason_and_can_be_taken_up_again() {
    let desk = TestDesk::staffed();
    for (name, state) in [("lead_lose", "Lost"), ("lead_invalidate", "Invalid")] {
        let lead = in_hand(&desk, &format!("{state} 有限公司"), "A");
        desk.sit("林知远");
        assert_eq!(desk.refused(name, with(&lead, json!({ "reason": " " }))), ["ReasonMissing"]);
        let lead = desk.ok(name, with(&lead, json!({ "reason": "预算取消" })));
        assert_eq!((&lead["state"], &lead["reason"]), (&json!(state), &json!("预算取消")));
        assert!(clocks(&lead).iter().all(|(_, state)| state != "Running"), "{:?}", clocks(&lead));
        let lead = desk.ok("lead_reopen", seen(&lead));
        assert_eq!(
            (&lead["state"], &lead["rating"], &lead["owner"]),
            (&json!("New"), &Value::Null, &json!(""))
        );
        assert_eq!(state_of(&lead, "LeadRating").as_deref(), Some("Running"));
    }
}

#[test]
fn merging_takes_the_follow_ups_along_and_reopening_brings_them_back() {
    let desk = TestDesk::staffed();
    let one = called(&desk, &in_hand(&desk, "甲", "B"), true, Some("2026-10-12"));
    at(&desk, "2026-10-08T02:42:00Z");
    let two = called(&desk, &in_hand(&desk, "乙", "B"), true, Some("2026-10-14"));
    let three = in_hand(&desk, "丙", "B");
    desk.sit("林知远");
    assert_eq!(
        desk.refused("lead_merge", with(&one, json!({ "into_id": one["card"]["id"] }))),
        ["FieldMissing"]
    );
    let merged = desk.ok("lead_merge", with(&one, json!({ "into_id": two["card"]["id"] })));
    assert_eq!((&merged["state"], &merged["merged_into"]["name"]), (&json!("Merged"), &json!("乙")));
    let two = desk.ok("lead_view", json!({ "id": two["card"]["id"] }));
    assert_eq!(two["follow_ups"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        desk.refused("lead_merge", with(&three, json!({ "into_id": one["card"]["id"] }))),
        ["WrongState"]
    );

    let two = desk.ok("lead_merge", with(&two, json!({ "into_id": three["card"]["id"] })));
    let count = |id: &Value| desk.ok("lead_view", json!({ "id": id }))["follow_ups"].as_array().map(Vec::len);
    assert_eq!(count(&three["card"]["id"]), Some(2), "what was merged goes along");
    let row = |name: &str| {
        let page =
            desk.ok("lead_list", json!({ "sort": "", "descending": false, "after": null, "limit": 9 }));
        page["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .find(|row| row["customer"] == name)
            .expect("a row")
            .clone()
    };
    assert_eq!(row("丙")["next_on"], "2026-10-14");

    desk.ok("lead_reopen", seen(&merged));
    assert_eq!(count(&one["card"]["id"]), Some(1));
    assert_eq!((count(&two["card"]["id"]), count(&three["card"]["id"])), (Some(1), Some(1)));
    assert_eq!(row("甲")["next_on"], "2026-10-12");
}

#[test]
fn duplicates_are_warned_of_among_leads_and_customers() {
    let desk = TestDesk::staffed();
    let lead = registered(&desk, "云栖酒店管理有限公司");
    let like = |name: &str, phone: &str, id: Value| -> Vec<(String, String, String)> {
        let all = desk.ok("lead_similar", json!({ "id": id, "name": name, "phone": phone }));
        let text = |value: &Value| value.as_str().expect("a word").to_string();
        let all = all.as_array().expect("likes").iter();
        all.map(|one| (text(&one["what"]), text(&one["by"]), text(&one["name"]))).collect()
    };
    let own = ("lead".into(), "name".into(), "云栖酒店管理有限公司".to_string());
    assert_eq!(like("云栖酒店管理（有限公司）", "", Value::Null).first(), Some(&own));
    assert_eq!(like("云栖酒店管理有限公司", "", lead["card"]["id"].clone()), vec![]);
    let found = like("", "13900000418", Value::Null);
    assert_eq!(found[0].0, "lead");
    assert!(found.contains(&("customer".into(), "phone".into(), "青屿酒店管理有限公司".into())), "{found:?}");
    desk.ok("customer_save", customer("云栖酒店管理有限公司", ""));
    assert_eq!(like("云栖酒店管理有限公司", "", Value::Null).len(), 2);
}

#[test]
fn who_leaves_hands_open_leads_over() {
    let desk = TestDesk::staffed();
    desk.ok("person_save", person("许澈", json!(["SalesRep"])));
    let lead = called(&desk, &in_hand(&desk, "甲", "B"), true, None);
    desk.sit("沈一禾");
    let id = desk.person("林知远");
    let people = desk.ok("person_list", json!({}));
    let who =
        people.as_array().expect("people").iter().find(|one| one["id"] == id).expect("somebody").clone();
    assert_eq!(desk.ok("person_owns", json!({ "id": id }))["leads"], 1);
    let leave = |heir: Value| json!({ "id": id, "version": who["version"], "heir_id": heir });
    assert_eq!(desk.refused("person_leave", leave(Value::Null)), ["HeirMissing"]);
    let left = desk.ok("person_leave", leave(json!(desk.person("许澈"))));
    assert_eq!(left["leads"], 1);
    assert_eq!(desk.ok("lead_view", json!({ "id": lead["card"]["id"] }))["owner"], "许澈");
    let today = desk.ok("today_view", json!({ "everyone": true }));
    assert_eq!(today["soon"][0]["person"], "许澈", "its clocks went along");
}
