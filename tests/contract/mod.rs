//! Contracts at the door (C1): form, review, signature, differences, orders, clauses, list.

mod bargain;
mod deal;
pub mod desk;
mod law;
mod list;
mod order;
mod outside;
mod paper;
mod review;
mod story;
mod waiting;

use chengdan_app::fault::Fault;
use serde_json::{Value, json};

use desk::*;

#[test]
fn a_contract_begins_with_the_standard_clauses_and_without_a_number() {
    let desk = desk();
    let contract = saved(&desk, "Single");
    assert_eq!((&contract["state"], &contract["number"]), (&json!("Draft"), &Value::Null));
    let titles: Vec<&str> = contract["draft"]["clauses"]
        .as_array()
        .expect("clauses")
        .iter()
        .filter_map(|clause| clause["title"].as_str())
        .collect();
    assert_eq!(
        titles,
        ["双方的权利与义务", "验收与质量保证", "违约责任", "保密", "争议解决", "不可抗力与其他"]
    );
    assert_eq!(contract["amount_fen"], 251_000);
    assert_eq!(contract["owner_name"], "林知远");
    let theirs = saved(&desk, "PurchaseOrder");
    assert_eq!(theirs["draft"]["clauses"], json!([]), "the customer's purchase order has its own");
    let same = desk.ok("contract_save", contract["draft"].clone());
    assert_eq!(same["version"], contract["version"], "what changes nothing writes nothing");
}

#[test]
fn a_submission_names_everything_that_is_missing_and_draws_no_number() {
    let desk = desk();
    desk.sit("林知远");
    let mut bad = draft(&desk, "Single");
    (bad["delivery_address"], bad["promised_on"]) = (json!(""), json!("2026-10-01"));
    bad["terms"]["instalments"][1]["share"] = json!(6000);
    bad["lines"][0]["quantity_milli"] = json!(null);
    bad["lines"][1]["spec"] = json!("阀 \u{1F600}");
    bad["lines"][1]["tax_rate"] = json!(1700);
    bad["clauses"] = json!([{ "clause_id": null, "title": "其他", "body": " " }]);
    let contract = desk.ok("contract_save", bad.clone());
    let mut found = desk.refused("contract_submit", seen(&contract));
    found.sort();
    let expected = [
        "FieldMissing",
        "GlyphMissing",
        "LineFieldMissing",
        "LineFieldMissing",
        "PromisedBeforeToday",
        "SharesNotWhole",
        "TaxRateNotInForce",
    ];
    assert_eq!(found, expected);
    assert_eq!(
        contract["computed"]["refusals"].as_array().map(Vec::len),
        Some(7),
        "the page says so at once"
    );
    assert_eq!(again(&desk, &contract)["number"], Value::Null);
    bad["customer_id"] = json!(null);
    assert_eq!(desk.refused("contract_save", bad), ["CustomerMissing"]);
    let mut wide = draft(&desk, "Single");
    (wide["lines"][0]["discount"], wide["lines"][0]["quantity_milli"]) = (json!(10_001), json!(-1));
    assert_eq!(desk.refused("contract_save", wide), ["FieldOutOfRange", "FieldOutOfRange"]);
}

#[test]
fn a_framework_says_how_much_and_until_when() {
    let desk = desk();
    desk.sit("林知远");
    let mut bad = draft(&desk, "Framework");
    (bad["limit_fen"], bad["valid_until"]) = (json!(null), json!(null));
    let contract = desk.ok("contract_save", bad);
    assert_eq!(desk.refused("contract_submit", seen(&contract)), ["FieldMissing", "FieldMissing"]);
    let mut bad = contract["draft"].clone();
    (bad["limit_fen"], bad["valid_until"]) = (json!(0), json!("2026-10-07"));
    let contract = desk.ok("contract_save", bad);
    assert_eq!(desk.refused("contract_submit", seen(&contract)), ["FieldNotPositive", "FrameworkOver"]);
    let mut good = contract["draft"].clone();
    (good["limit_fen"], good["valid_until"]) = (json!(500_000), json!("2027-10-07"));
    good["lines"][0]["quantity_milli"] = json!(null);
    let contract = desk.ok("contract_save", good);
    let contract = desk.ok("contract_submit", seen(&contract));
    assert_eq!((&contract["number"], &contract["amount_fen"]), (&json!("HT202610-001"), &json!(500_000)));
}

#[test]
fn a_contract_is_void_with_a_reason_and_keeps_its_number() {
    let desk = desk();
    let contract = submitted(&desk, "Single");
    let end = |contract: &Value, reason: &str| json!({ "id": contract["id"], "version": contract["version"], "reason": reason });
    assert_eq!(desk.refused("contract_void", end(&contract, "客户取消")), ["WrongState"]);
    let contract = desk.ok("contract_withdraw", seen(&contract));
    assert_eq!(desk.refused("contract_void", end(&contract, " ")), ["ReasonMissing"]);
    let contract = desk.ok("contract_void", end(&contract, "客户取消"));
    assert_eq!((&contract["state"], &contract["number"]), (&json!("Void"), &json!("HT202610-001")));
    assert_eq!(contract["returned_reason"], "客户取消");
    let other = submitted(&desk, "Single");
    assert_eq!(other["number"], "HT202610-002", "a number is never given twice");
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn who_comes_second_looks_again() {
    let desk = desk();
    let old = saved(&desk, "Single");
    let mut changed = old["draft"].clone();
    changed["note"] = json!("改了");
    desk.ok("contract_save", changed.clone());
    let stale = |name: &str, ask: Value| {
        let answer = desk.ask(name, ask);
        assert!(matches!(answer, Err(Fault::Stale { .. })), "{name}: {answer:?}");
    };
    changed["note"] = json!("又改");
    stale("contract_save", changed);
    stale("contract_submit", seen(&old));
    stale("contract_withdraw", seen(&old));
    stale("contract_supplement", seen(&old));
    stale("contract_sign", signature(&desk, &old));
    stale("contract_review", review(&desk, &old, true));
    stale("contract_void", json!({ "id": old["id"], "version": old["version"], "reason": "x" }));
}

#[test]
fn only_who_sells_writes_contracts_and_only_their_author_changes_them() {
    let desk = desk();
    desk.sit("何叶");
    assert_eq!(desk.refused("contract_save", draft(&desk, "Single")), ["RoleMissing"]);
    let contract = saved(&desk, "Single");
    desk.sit("沈一禾");
    desk.ok("person_save", chengdan_tests::person("许澈", json!(["SalesRep"])));
    desk.sit("许澈");
    assert_eq!(desk.refused("contract_submit", seen(&contract)), ["OnlyAuthor"]);
    let mut changed = contract["draft"].clone();
    changed["note"] = json!("别人的");
    assert_eq!(desk.refused("contract_save", changed), ["OnlyAuthor"]);
    desk.sit("沈一禾");
    assert_eq!(
        desk.ok("contract_submit", seen(&contract))["state"],
        "InReview",
        "the desk acts for the author"
    );
}

#[test]
fn texts_from_outside_stay_texts() {
    let desk = desk();
    desk.sit("林知远");
    let hostile = "'); drop table contract; -- <script>alert(1)</script> {{x}} #import \"a\"";
    let mut one = draft(&desk, "Single");
    (one["note"], one["delivery_period"]) = (json!(hostile), json!(hostile));
    one["lines"][0]["name"] = json!(hostile);
    one["clauses"] = json!([{ "clause_id": null, "title": hostile, "body": hostile }]);
    let contract = desk.ok("contract_save", one);
    assert_eq!(contract["draft"]["clauses"][0]["body"], hostile);
    let contract = desk.ok("contract_submit", seen(&contract));
    let pdf = desk.ok("contract_paper", json!({ "id": contract["id"] }));
    assert!(pdf["name"].as_str().expect("a name").ends_with(".pdf"));
    assert_eq!(desk.ok("contract_view", json!({ "id": contract["id"] }))["draft"]["note"], hostile);
}

/// The codes of the acts that can be done now.
pub fn free(contract: &Value) -> Vec<&str> {
    let acts = contract["acts"].as_array().expect("acts").iter();
    acts.filter(|may| may["refusals"] == json!([])).filter_map(|may| may["act"].as_str()).collect()
}

#[test]
fn the_page_is_told_what_can_be_done() {
    let desk = desk();
    let contract = saved(&desk, "Single");
    assert_eq!(free(&contract), ["Edit", "Submit", "Annul"]);
    let contract = desk.ok("contract_submit", seen(&contract));
    assert_eq!(free(&contract), ["Withdraw"], "who wrote it does not review it");
    desk.sit("苏衡");
    assert_eq!(free(&again(&desk, &contract)), ["Pass", "Return"]);
    let contract = passed(&desk, &contract);
    desk.sit("林知远");
    assert_eq!(free(&again(&desk, &contract)), ["Sign", "Withdraw", "Annul"]);
    let contract = sign(&desk, &contract);
    assert_eq!(free(&contract), ["Order", "Supplement"]);
}

#[test]
fn a_supplement_refers_to_what_it_supplements() {
    let desk = desk();
    let first = signed(&desk, "Single");
    let supplement = desk.ok("contract_supplement", seen(&first));
    assert_eq!(supplement["supplement_of"]["number"], first["number"]);
    assert_eq!((&supplement["draft"]["lines"], &supplement["state"]), (&json!([]), &json!("Draft")));
    let mut draft = supplement["draft"].clone();
    draft["lines"] = json!([line(&desk, "客控主机 H8", json!(1_000), 1_150_000_000)]);
    draft["promised_on"] = json!("2026-12-01");
    let supplement = desk.ok("contract_save", draft);
    let supplement = desk.ok("contract_submit", seen(&supplement));
    let supplement = passed(&desk, &supplement);
    let supplement = sign(&desk, &supplement);
    let first = again(&desk, &first);
    assert_eq!(first["supplements"][0]["number"], supplement["number"]);
    assert_eq!(first["draft"]["lines"].as_array().map(Vec::len), Some(2), "what was signed stays as it is");
}
