//! The library of clauses: editions, who writes it, and that contracts keep the words they took.

use chengdan_app::fault::Fault;
use serde_json::{Value, json};

use crate::contract::desk::*;

fn asked(seen: &Value) -> Value {
    let mut ask = seen.clone();
    for field in ["code", "edition", "saved_by", "saved_at"] {
        ask.as_object_mut().expect("a clause").remove(field);
    }
    ask
}

#[test]
fn a_changed_clause_is_another_edition_and_contracts_keep_theirs() {
    let desk = desk();
    let contract = saved(&desk, "Single");
    let known = desk.ok("clause_list", json!({}));
    let breach =
        known.as_array().expect("clauses").iter().find(|one| one["kind"] == "Breach").expect("one").clone();
    let mut ask = asked(&breach);
    ask["text_zh"] = json!("违约金按逾期价款的千分之一计算。");
    assert_eq!(
        desk.refused("clause_save", ask.clone()),
        ["RoleMissing"],
        "legal and the administrator write it"
    );
    desk.sit("苏衡");
    let after = desk.ok("clause_save", ask.clone());
    let changed =
        after.as_array().expect("clauses").iter().find(|one| one["kind"] == "Breach").expect("one").clone();
    assert_eq!((&changed["edition"], &changed["saved_by"]), (&json!(2), &json!("苏衡")));
    assert_eq!(after.as_array().map(Vec::len), Some(6));
    let stale = desk.ask("clause_save", ask);
    assert!(matches!(stale, Err(Fault::Stale { .. })), "{stale:?}");
    let same = desk.ok("clause_save", asked(&changed));
    assert_eq!(same, after, "what changes nothing is no edition");
    assert_eq!(again(&desk, &contract)["draft"]["clauses"][2]["body"], breach["text_zh"]);
    let new = saved(&desk, "Single");
    assert_eq!(new["draft"]["clauses"][2]["body"], changed["text_zh"]);
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn what_is_not_standard_or_no_longer_offered_is_not_taken() {
    let desk = desk();
    desk.sit("苏衡");
    let known = desk.ok("clause_list", json!({}));
    let mut off = asked(&known[0]);
    off["active"] = json!(false);
    desk.ok("clause_save", off);
    let mut optional = asked(&known[1]);
    optional["standard"] = json!(false);
    desk.ok("clause_save", optional);
    let new = json!({ "id": null, "kind": "Other", "title": " 驻场\n服务 ", "title_en": "", "text_zh": "乙方派员驻场。",
        "text_en": "", "standard": true, "active": true });
    desk.ok("clause_save", new);
    let contract = saved(&desk, "Single");
    let titles: Vec<&str> = contract["draft"]["clauses"]
        .as_array()
        .expect("clauses")
        .iter()
        .filter_map(|clause| clause["title"].as_str())
        .collect();
    assert_eq!(titles, ["违约责任", "保密", "争议解决", "不可抗力与其他", "驻场 服务"]);
    desk.sit("苏衡");
    let empty = json!({ "id": null, "kind": "Other", "title": "", "title_en": "", "text_zh": " ", "text_en": "",
        "standard": false, "active": true });
    assert_eq!(desk.refused("clause_save", empty), ["FieldMissing", "FieldMissing"]);
}
