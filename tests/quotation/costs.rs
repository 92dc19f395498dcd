//! Costs that nobody knows: what the company says of them, and that the margin floor is no stop where no costs are kept.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::desk::*;

/// The concerns of a new quotation without any cost, whether its costs pass, and where its submission leads.
fn asked(desk: &TestDesk) -> (Vec<String>, bool, String) {
    let deal = deal(desk);
    let mut draft = draft(&deal);
    for line in draft["lines"].as_array_mut().expect("lines") {
        line["cost_micro"] = Value::Null;
    }
    let offer = desk.ok("quotation_save", draft);
    let figures = offer["versions"][0]["computed"].clone();
    assert_eq!(figures["total"]["rate"], Value::Null, "the margin is not known");
    let codes = figures["concerns"].as_array().expect("concerns").iter();
    let codes = codes.map(|one| one["code"].as_str().expect("a code").to_string()).collect();
    let offer = desk.ok("quotation_submit", seen(&offer));
    (codes, figures["cost_passes"] == true, offer["state"].as_str().expect("a state").into())
}

fn policy(desk: &TestDesk, unknown_cost: &str) {
    desk.sit("沈一禾");
    let mut policy = desk.ok("setting_view", json!({}))["policy"].clone();
    policy["unknown_cost"] = json!(unknown_cost);
    desk.ok("setting_save_policy", policy);
}

fn costs_are(desk: &TestDesk, cost: &str) {
    crate::contract::desk::write(desk, &format!("update product set cost_micro = {cost}"));
}

#[test]
fn where_no_product_has_a_cost_nobody_is_asked_unless_the_company_says_so() {
    let desk = TestDesk::staffed();
    costs_are(&desk, "null");
    assert_eq!(asked(&desk), (vec![], true, "Approved".into()));
    policy(&desk, "Asks");
    let unknown = vec!["CostUnknown".to_string(); 2];
    assert_eq!(asked(&desk), (unknown, false, "InApproval".into()));
}

#[test]
fn where_costs_are_kept_an_unknown_one_is_no_silent_pass_unless_the_company_says_so() {
    let desk = TestDesk::staffed();
    costs_are(&desk, "1000000");
    let unknown = vec!["CostUnknown".to_string(); 2];
    assert_eq!(asked(&desk), (unknown, false, "InApproval".into()));
    policy(&desk, "Passes");
    assert_eq!(asked(&desk), (vec![], true, "Approved".into()));
}

#[test]
fn a_policy_from_before_says_what_is_usual() {
    let desk = TestDesk::staffed();
    desk.sit("沈一禾");
    let mut policy = desk.ok("setting_view", json!({}))["policy"].clone();
    policy.as_object_mut().expect("fields").remove("unknown_cost");
    desk.ok("setting_save_policy", policy);
    assert_eq!(desk.ok("setting_view", json!({}))["policy"]["unknown_cost"], "WhereCostsAreKept");
}
