//! Decisions on leads that the desk writes down for the supervisor: evidence or a reason, and what the supervisor says of
//! them afterwards; and whom the program proposes by industry and by how much they have in hand.

use chengdan_tests::{TestDesk, person};
use serde_json::{Value, json};

use super::desk::*;

/// The supervisor's decision as the desk records it.
fn told(ask: Value, evidence: Value, reason: &str) -> Value {
    let mut ask = ask;
    ask["hand"]["given"] = json!("WeChat");
    ask["hand"]["evidence"] = evidence;
    ask["hand"]["behalf_reason"] = json!(reason);
    ask
}

fn list(desk: &TestDesk) -> Vec<Value> {
    desk.ok("behalf_list", json!({})).as_array().expect("decisions").clone()
}

#[test]
fn a_decision_on_behalf_rests_on_evidence_or_a_reason() {
    let desk = TestDesk::staffed();
    let lead = registered(&desk, "甲");
    desk.sit("沈一禾");
    let bare = || rating(&desk, &lead, "B");
    assert_eq!(desk.refused("lead_rate", told(bare(), Value::Null, " ")), ["EvidenceOrReasonMissing"]);
    let lost = json!("0".repeat(64));
    assert_eq!(desk.refused("lead_rate", told(bare(), lost, "")), ["EvidenceMissing"], "it must be kept");
    let kept = desk.ok("file_keep", json!({ "name": "微信.png", "mime": "image/png", "base64": "aGVsbG8=" }));
    let lead = desk.ok("lead_rate", told(bare(), kept["sha256"].clone(), ""));
    let files = desk.ok("attachment_list", json!({ "document": "Lead", "id": lead["card"]["id"] }));
    assert_eq!(files[0]["sha256"], kept["sha256"]);
    let own = files[0]["id"].clone();
    assert_eq!(desk.refused("attachment_remove", json!({ "id": own })), ["AttachmentIsEvidence"]);
    let ask = with(&lead, json!({ "assignee_id": desk.person("林知远"), "hand": hand(&desk) }));
    assert_eq!(desk.refused("lead_assign", told(ask.clone(), Value::Null, "")), ["EvidenceOrReasonMissing"]);
    assert_eq!(desk.ok("lead_assign", told(ask, Value::Null, "电话里说的"))["owner"], "林知远");
    let mut policy = desk.ok("setting_view", json!({}))["policy"].clone();
    policy["must_sign_in"] = json!(true);
    desk.ok("setting_save_policy", policy);
    let other = registered(&desk, "乙");
    desk.sit("沈一禾");
    let ask = told(rating(&desk, &other, "A"), kept["sha256"].clone(), "");
    assert_eq!(desk.refused("lead_rate", ask), ["MustSignIn"]);
}

#[test]
fn what_was_recorded_in_somebodys_name_is_confirmed_or_disputed() {
    let desk = TestDesk::staffed();
    let lead = registered(&desk, "甲");
    desk.sit("沈一禾");
    let lead = desk.ok("lead_rate", told(rating(&desk, &lead, "A"), Value::Null, "微信语音"));
    at(&desk, "2026-10-08T02:00:00Z");
    let ask = with(&lead, json!({ "assignee_id": desk.person("林知远"), "hand": hand(&desk) }));
    let lead = desk.ok("lead_assign", told(ask, Value::Null, "微信语音"));
    assert_eq!(list(&desk), Vec::<Value>::new(), "the desk recorded, the supervisor decided");
    desk.sit("顾行");
    let all = list(&desk);
    assert_eq!(all.len(), 2);
    let (rating, assignment) = (&all[0], &all[1]);
    assert_eq!(
        (&rating["kind"], &rating["grade"], &rating["decided"]),
        (&json!("LeadRating"), &json!("A"), &json!("Rated"))
    );
    assert_eq!((&assignment["kind"], &assignment["owner"]), (&json!("LeadAssignment"), &json!("林知远")));
    for one in &all {
        assert_eq!((&one["name"], &one["document_id"]), (&json!("甲"), &lead["card"]["id"]));
        assert_eq!(
            (&one["recorder"], &one["given"], &one["reason"]),
            (&json!("沈一禾"), &json!("WeChat"), &json!("微信语音"))
        );
    }
    let answer = |one: &Value, agree: bool, note: &str| json!({ "kind": one["kind"], "id": one["id"], "agree": agree, "note": note });
    assert_eq!(desk.refused("behalf_answer", answer(rating, false, " ")), ["ReasonMissing"]);
    desk.sit("周予安");
    assert_eq!(desk.refused("behalf_answer", answer(rating, true, "")), ["RowNotFound"], "not in this name");
    desk.sit("顾行");
    assert_eq!(desk.ok("behalf_answer", answer(rating, true, "")).as_array().map(Vec::len), Some(1));
    assert_eq!(desk.refused("behalf_answer", answer(rating, true, "")), ["RowNotFound"], "it was answered");
    assert_eq!(desk.ok("behalf_answer", answer(assignment, false, "说的是许澈")), json!([]));
    let past = desk.ok("history_list", json!({ "document": "Lead", "id": lead["card"]["id"] }));
    assert_eq!((&past[0]["act"], &past[0]["note"]), (&json!("behalf_dispute"), &json!("说的是许澈")));
    assert_eq!(past[1]["act"], "behalf_confirm");
    let view = desk.ok("lead_view", json!({ "id": lead["card"]["id"] }));
    assert_eq!(view["owner"], "林知远", "what was decided stays");
}

#[test]
fn whoever_knows_the_industry_is_proposed_until_they_have_enough() {
    let desk = TestDesk::staffed();
    let mut hotels = person("许澈", json!(["SalesRep"]));
    hotels["industries"] = json!(["医院", " 酒店 ", "", "酒店"]);
    let saved = desk.ok("person_save", hotels);
    assert_eq!(saved["industries"], json!(["医院", "酒店"]));
    let past = desk.ok("setting_history", json!({ "of": "People" }));
    assert_eq!(past[0]["act"], "person_create");
    let proposals = |lead: &Value| desk.ok("lead_proposals", json!({ "id": lead["card"]["id"] }));
    let mut card = card("甲");
    card["industry"] = json!("酒店");
    desk.sit("林知远");
    let lead = rated(&desk, &desk.ok("lead_save", card), "B");
    let first = proposals(&lead)[0].clone();
    assert_eq!(first["name"], "许澈");
    assert_eq!(first["reasons"][0], json!({ "reason": "Industry", "industry": "酒店" }));

    desk.sit("沈一禾");
    let mut policy = desk.ok("setting_view", json!({}))["policy"].clone();
    assert_eq!(policy["most_leads"], 30);
    policy["most_leads"] = json!(0);
    assert_eq!(desk.refused("setting_save_policy", policy.clone()), ["FieldOutOfRange"]);
    policy["most_leads"] = json!(1);
    desk.ok("setting_save_policy", policy);
    let other = assigned(&desk, &rated(&desk, &registered(&desk, "乙"), "B"), "许澈");
    assert_eq!(other["owner"], "许澈");
    let all = proposals(&lead);
    assert_eq!(all[0]["name"], "林知远", "who is full comes last");
    let last = all.as_array().expect("proposals").last().expect("one").clone();
    assert_eq!(last["name"], "许澈");
    assert!(last["reasons"].to_string().contains("Full"), "{last}");
}
