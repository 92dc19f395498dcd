//! A contract and the deal it belongs to: nothing is agreed on a lost one.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::desk::*;

/// Loses the deal behind the program's back, or takes it up again.
fn deal_is(desk: &TestDesk, state: &str) {
    write(desk, &format!("update opportunity set state = '{state}' where id = 1"));
}

#[test]
fn no_contract_begins_on_a_lost_deal() {
    let desk = desk();
    desk.sit("林知远");
    quoted(&desk, "Accepted");
    deal_is(&desk, "Lost");
    let from = json!({ "quotation_id": 5, "kind": "Single" });
    assert_eq!(desk.refused("contract_from_quotation", from.clone()), ["DealIsLost"]);
    let offer = desk.ok("quotation_view", json!({ "id": 5 }));
    assert_eq!(offer["contract_refusals"], json!([{ "code": "DealIsLost", "number": "SJ202610-001" }]));
    let mut typed = draft(&desk, "Single");
    typed["opportunity_id"] = json!(1);
    assert_eq!(desk.refused("contract_save", typed), ["DealIsLost"]);
    deal_is(&desk, "Open");
    let offer = desk.ok("quotation_view", json!({ "id": 5 }));
    assert_eq!(offer["contract_refusals"], json!([]));
    desk.ok("contract_from_quotation", from);
}

#[test]
fn a_contract_is_neither_handed_in_nor_signed_while_its_deal_is_lost() {
    let desk = desk();
    desk.sit("林知远");
    quoted(&desk, "Accepted");
    let contract = desk.ok("contract_from_quotation", json!({ "quotation_id": 5, "kind": "Single" }));
    deal_is(&desk, "Lost");
    assert_eq!(desk.refused("contract_submit", seen(&contract)), ["DealIsLost"]);
    deal_is(&desk, "Open");
    let contract = desk.ok("contract_submit", seen(&contract));
    let contract = passed(&desk, &contract);
    deal_is(&desk, "Lost");
    desk.sit("林知远");
    let shown = again(&desk, &contract);
    let button = shown["acts"].as_array().expect("acts").iter().find(|may| may["act"] == "Sign");
    assert_eq!(button.expect("named")["refusals"][0]["code"], "DealIsLost");
    assert_eq!(desk.refused("contract_sign", signature(&desk, &contract)), ["DealIsLost"]);
    deal_is(&desk, "Open");
    assert_eq!(sign(&desk, &contract)["state"], "Signed");
    let deal = desk.ok("opportunity_view", json!({ "id": 1 }));
    assert_eq!(deal["state"], "Won");
}

#[test]
fn a_day_that_passed_since_the_signature_comes_along_and_is_not_called_a_difference() {
    let desk = desk();
    desk.sit("林知远");
    let mut typed = draft(&desk, "Single");
    typed["lines"][0]["promised_on"] = json!("2026-10-09");
    let contract = desk.ok("contract_save", typed);
    let contract = desk.ok("contract_submit", seen(&contract));
    let contract = passed(&desk, &contract);
    let contract = sign(&desk, &contract);
    crate::lead::desk::at(&desk, "2026-10-12T02:00:00Z");
    desk.sit("林知远");
    let order = desk.ok("order_from_contract", order_of(&contract, None));
    assert_eq!(order["draft"]["lines"][0]["promised_on"], "2026-10-09", "nothing is dropped silently");
    assert_eq!(order["contract"]["differences"], json!([]), "nobody departed from anything");
    let codes = |order: &Value| -> Vec<String> {
        let reasons = order["computed"]["refusals"].as_array().expect("reasons").iter();
        reasons.map(|one| one["code"].as_str().expect("a code").to_string()).collect()
    };
    assert_eq!(codes(&order), ["PromisedBeforeToday"], "the form says that it is past");
    assert_eq!(desk.refused("order_submit", seen(&order)), ["PromisedBeforeToday"]);
    // Another day is what was agreed no longer: it is named, and needs the reason.
    let mut changed = order["draft"].clone();
    changed["lines"][0]["promised_on"] = json!("2026-10-30");
    let order = desk.ok("order_save", changed.clone());
    assert_eq!(order["contract"]["differences"][0]["what"], "LinePromised");
    assert_eq!(desk.refused("order_submit", seen(&order)), ["ContractDiffers"]);
    changed["version"] = order["version"].clone();
    changed["contract_reason"] = json!("客户同意顺延到月底");
    let order = desk.ok("order_save", changed);
    assert_eq!(desk.ok("order_submit", seen(&order))["state"], "InApproval");
}
