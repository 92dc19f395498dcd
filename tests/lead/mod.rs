//! Leads at the door: registration, rating, assignment, follow-ups, and how they end.

mod behalf;
mod board;
mod clocks;
pub mod desk;
mod ends;
mod list;

use chengdan_app::fault::Fault;
use chengdan_tests::{TestDesk, person};
use serde_json::{Value, json};

use desk::*;

#[test]
fn a_lead_keeps_both_its_times() {
    let desk = TestDesk::staffed();
    let lead = registered(&desk, "青屿酒店 二期");
    assert_eq!(lead["card"]["received_at"], "2026-10-08T00:00:00Z");
    assert_eq!(
        (&lead["registered_at"], &lead["registered_by"]),
        (&json!("2026-10-08T01:42:00Z"), &json!("林知远"))
    );
    assert_eq!((&lead["registered_late"], &lead["state"]), (&json!(false), &json!("New")));
    let mut late = card("迟来的有限公司");
    late["received_at"] = json!("2026-10-07T01:41:00Z");
    assert_eq!(desk.ok("lead_save", late)["registered_late"], true);
    let mut now = card("现在");
    now["received_at"] = Value::Null;
    assert_eq!(desk.ok("lead_save", now)["card"]["received_at"], "2026-10-08T01:42:00Z");
    let history = desk.ok("history_list", json!({ "document": "Lead", "id": lead["card"]["id"] }));
    assert_eq!((&history[0]["act"], &history[0]["note"]), (&json!("lead_create"), &json!("青屿酒店 二期")));
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn a_registration_names_everything_that_is_wrong() {
    let desk = TestDesk::staffed();
    desk.sit("林知远");
    let mut bad = card("");
    for field in ["contact", "phone", "wechat", "email"] {
        bad[field] = json!("");
    }
    bad["received_at"] = json!("2026-10-08T02:00:00Z");
    assert_eq!(desk.refused("lead_save", bad), ["FieldMissing", "NoWayOfContact", "ReceivedInFuture"]);
    let mut bad = card("甲");
    (bad["phone"], bad["email"]) = (json!("没有"), json!("no address"));
    assert_eq!(desk.refused("lead_save", bad), ["FieldNotPhone", "FieldNotEmail"]);
    desk.sit("何叶");
    assert_eq!(desk.refused("lead_save", card("甲")), ["RoleMissing"]);
    assert_eq!(desk.ok("lead_totals", json!({}))["all_count"], 0, "nothing was written");
}

#[test]
fn a_receipt_after_the_registration_is_refused_when_it_is_changed() {
    let desk = TestDesk::staffed();
    let lead = registered(&desk, "青屿酒店 二期");
    at(&desk, "2026-10-08T06:00:00Z");
    let mut changed = lead["card"].clone();
    changed["received_at"] = json!("2026-10-08T05:00:00Z");
    assert_eq!(desk.refused("lead_save", changed.clone()), ["ReceivedAfterRegistration"]);
    changed["received_at"] = json!("2026-10-07T23:00:00Z");
    changed["need"] = json!("200 间\n分两期");
    let saved = desk.ok("lead_save", changed);
    assert_eq!(saved["card"]["version"], 2);
    let again = desk.ok("lead_save", saved["card"].clone());
    assert_eq!(again["card"]["version"], 2, "what changes nothing writes nothing");
}

#[test]
fn a_rating_is_the_supervisors_with_grounds_and_may_be_written_down_by_the_desk() {
    let desk = TestDesk::staffed();
    let lead = registered(&desk, "青屿酒店 二期");
    assert_eq!(
        desk.refused("lead_rate", rating(&desk, &lead, "A")),
        ["RoleMissing", "RoleMissing", "FieldMissing", "EvidenceOrReasonMissing"]
    );
    desk.sit("顾行");
    let mut bare = rating(&desk, &lead, "A");
    bare["grounds"]["fit"]["note"] = json!(" ");
    assert_eq!(desk.refused("lead_rate", bare), ["FieldMissing"]);
    desk.sit("沈一禾");
    let mut told = rating(&desk, &lead, "B");
    told["hand"]["given"] = json!("WeChat");
    assert_eq!(desk.refused("lead_rate", told.clone()), ["EvidenceOrReasonMissing"]);
    told["hand"]["behalf_reason"] = json!("出差，微信语音");
    let lead = desk.ok("lead_rate", told);
    assert_eq!((&lead["state"], &lead["rating"]["grade"]), (&json!("Rated"), &json!("B")));
    assert_eq!((&lead["rating"]["decider"], &lead["rating"]["recorder"]), (&json!("顾行"), &json!("沈一禾")));
    let mut other = rating(&desk, &lead, "A");
    other["hand"]["decider_id"] = json!(desk.person("林知远"));
    other["hand"]["given"] = json!("Phone");
    other["hand"]["behalf_reason"] = json!("说的");
    assert_eq!(desk.refused("lead_rate", other), ["NotYourLevel"]);
}

#[test]
fn unrated_leads_stand_on_one_page_the_oldest_first() {
    let desk = TestDesk::staffed();
    for (minute, name) in ["甲", "乙", "丙"].iter().enumerate() {
        at(&desk, &format!("2026-10-08T01:4{minute}:00Z"));
        registered(&desk, name);
    }
    let names = |desk: &TestDesk| -> Vec<String> {
        let all = desk.ok("lead_unrated", json!({}));
        let names = all.as_array().expect("leads").iter();
        names.map(|lead| lead["card"]["customer"].as_str().expect("a name").to_string()).collect()
    };
    assert_eq!(names(&desk), ["甲", "乙", "丙"]);
    let second = desk.ok("lead_unrated", json!({}))[1].clone();
    rated(&desk, &second, "C");
    assert_eq!(names(&desk), ["甲", "丙"]);
    assert_eq!(desk.ok("lead_totals", json!({}))["unrated"], 2);
}

#[test]
fn the_program_proposes_and_a_person_decides() {
    let desk = TestDesk::staffed();
    let mut senior = person("许澈", json!(["SalesRep"]));
    (senior["senior"], senior["region"]) = (json!(true), json!("外省"));
    desk.ok("person_save", senior);
    let mut local = person("白川", json!(["SalesRep"]));
    local["region"] = json!("示例");
    desk.ok("person_save", local);
    let first = |desk: &TestDesk, lead: &Value| {
        let all = desk.ok("lead_proposals", json!({ "id": lead["card"]["id"] }));
        all[0]["name"].as_str().expect("a name").to_string()
    };
    let a = rated(&desk, &registered(&desk, "甲"), "A");
    assert_eq!(first(&desk, &a), "许澈", "A goes to the experienced");
    let b = rated(&desk, &registered(&desk, "乙"), "B");
    assert_eq!(first(&desk, &b), "白川", "B goes by region");
    let ask = with(&b, json!({ "assignee_id": desk.person("何叶"), "hand": hand(&desk) }));
    desk.sit("顾行");
    assert_eq!(desk.refused("lead_assign", ask), ["RoleMissing"]);
    let b = assigned(&desk, &b, "林知远");
    assert_eq!((&b["owner"], &b["state"]), (&json!("林知远"), &json!("Assigned")));
    let b = assigned(&desk, &b, "白川");
    desk.sit("林知远");
    assert_eq!(desk.refused("lead_follow", call(&b, true, None)), ["OnlyOwner"]);
}

#[test]
fn a_follow_up_moves_what_was_said_last_and_what_is_next() {
    let desk = TestDesk::staffed();
    let lead = in_hand(&desk, "青屿酒店 二期", "B");
    desk.sit("林知远");
    let mut mute = call(&lead, true, None);
    mute["said"] = json!("");
    assert_eq!(desk.refused("lead_follow", mute), ["FieldMissing"]);
    let mut ahead = call(&lead, true, Some("2026-09-01"));
    ahead["at"] = json!("2026-10-08T03:00:00Z");
    assert_eq!(desk.refused("lead_follow", ahead), ["ReceivedInFuture", "NextContactPast"]);
    let lead = called(&desk, &lead, true, Some("2026-10-12"));
    let row =
        desk.ok("lead_list", json!({ "sort": "", "descending": false, "after": null, "limit": 5 }))["rows"]
            [0]
        .clone();
    assert_eq!(
        (&row["followed_at"], &row["next_on"]),
        (&json!("2026-10-08T01:42:00Z"), &json!("2026-10-12"))
    );
    assert_eq!(lead["follow_ups"][0]["said"], "约了周五看现场");
    assert_eq!(clock(&lead, "LeadNextContact")["due_at"], "2026-10-12T10:00:00Z");
}

#[test]
fn who_comes_second_looks_again() {
    let desk = TestDesk::staffed();
    let old = registered(&desk, "青屿酒店 二期");
    let mut changed = old["card"].clone();
    changed["need"] = json!("改了");
    desk.ok("lead_save", changed.clone());
    let stale = |name: &str, ask: Value| {
        let answer = desk.ask(name, ask);
        assert!(matches!(answer, Err(Fault::Stale { .. })), "{name}: {answer:?}");
    };
    changed["need"] = json!("又改");
    stale("lead_save", changed);
    desk.sit("顾行");
    stale("lead_rate", rating(&desk, &old, "A"));
    stale("lead_invalidate", with(&old, json!({ "reason": "x" })));
    stale("lead_merge", with(&old, json!({ "into_id": 9 })));
    stale("lead_reopen", seen(&old));
    stale("lead_convert", with(&old, json!({ "customer_id": null })));
    stale("lead_follow", call(&old, true, None));
}

/// How a lead is brought to its end.
type End = fn(&TestDesk, &Value) -> Value;

/// Every act outside the law's table is refused at the door, in every state.
#[test]
fn what_the_law_has_no_row_for_is_refused() {
    let desk = TestDesk::staffed();
    let reason = || json!({ "reason": "预算取消" });
    let ends: [(&str, End); 4] = [
        ("Lost", |desk, lead| desk.ok("lead_lose", with(lead, json!({ "reason": "没钱" })))),
        ("Invalid", |desk, lead| desk.ok("lead_invalidate", with(lead, json!({ "reason": "空号" })))),
        ("Converted", |desk, lead| desk.ok("lead_convert", with(lead, json!({ "customer_id": null })))),
        ("Merged", |desk, lead| {
            let other = registered(desk, "另一个");
            desk.sit("林知远");
            desk.ok("lead_merge", with(lead, json!({ "into_id": other["card"]["id"] })))
        }),
    ];
    for (state, end) in ends {
        let lead = in_hand(&desk, &format!("{state} 有限公司"), "A");
        desk.sit("林知远");
        let lead = end(&desk, &lead);
        assert_eq!(lead["state"], state);
        desk.sit("顾行");
        for (name, ask) in [
            ("lead_save", lead["card"].clone()),
            ("lead_rate", rating(&desk, &lead, "A")),
            (
                "lead_assign",
                with(&lead, json!({ "assignee_id": desk.person("林知远"), "hand": hand(&desk) })),
            ),
            ("lead_follow", call(&lead, true, None)),
            ("lead_convert", with(&lead, json!({ "customer_id": null }))),
            ("lead_lose", with(&lead, reason())),
            ("lead_invalidate", with(&lead, reason())),
        ] {
            assert_eq!(desk.refused(name, ask), ["WrongState"], "{name} of {state}");
        }
        let acts: Vec<&str> =
            lead["acts"].as_array().expect("acts").iter().filter_map(|may| may["act"].as_str()).collect();
        assert_eq!(acts, if state == "Converted" { vec![] } else { vec!["Reopen"] });
    }
    let fresh = registered(&desk, "新的");
    desk.sit("顾行");
    for (name, ask) in [
        ("lead_assign", with(&fresh, json!({ "assignee_id": desk.person("林知远"), "hand": hand(&desk) }))),
        ("lead_convert", with(&fresh, json!({ "customer_id": null }))),
        ("lead_lose", with(&fresh, reason())),
        ("lead_reopen", seen(&fresh)),
    ] {
        assert_eq!(desk.refused(name, ask), ["WrongState"], "{name} of a new one");
    }
}
