//! How long a version beyond the limits waits for the supervisor (Q2): the clock, the day and the night watch.

use chengdan_app::clocks::watch;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::desk::*;
use crate::lead::desk::at;

/// A version below the floor that waits for 顾行.
pub fn asked(desk: &TestDesk) -> Value {
    let deal = deal(desk);
    let mut draft = draft(&deal);
    draft["lines"][0]["price_micro"] = json!(400_000_000);
    let offer = desk.ok("quotation_save", draft);
    desk.ok("quotation_submit", seen(&offer))
}

/// What 顾行 says of it.
pub fn decide(desk: &TestDesk, offer: &Value, note: &str) -> Value {
    let hand = json!({ "decider_id": desk.person("顾行"), "given": "SignedIn", "evidence": null, "behalf_reason": "",
        "note": note });
    with(offer, hand)
}

/// (state, due) of the last clock of a rule.
fn clock(desk: &TestDesk, offer: &Value, rule: &str) -> (String, String) {
    let clocks = desk.ok("quotation_view", json!({ "id": offer["id"] }))["deadlines"].clone();
    let newest = clocks.as_array().expect("clocks").iter().filter(|one| one["rule"] == rule);
    let newest = newest.max_by_key(|one| one["id"].as_i64()).expect("a clock");
    let text = |name: &str| newest[name].as_str().expect("text").to_string();
    (text("state"), text("due_at"))
}

#[test]
fn the_supervisor_has_one_working_day() {
    let desk = TestDesk::staffed();
    let offer = asked(&desk);
    assert_eq!(offer["state"], "InApproval");
    assert_eq!(clock(&desk, &offer, "QuotationDecision"), ("Running".into(), "2026-10-09T10:00:00Z".into()));
    at(&desk, "2026-10-09T02:00:00Z");
    assert_eq!(desk.ok("today_view", json!({ "everyone": false }))["rows"], json!([]), "not its author's");
    desk.sit("顾行");
    let row = desk.ok("today_view", json!({ "everyone": false }))["rows"][0].clone();
    assert_eq!(
        (&row["deadline"]["rule"], &row["deadline"]["code"], &row["role"]),
        (&json!("QuotationDecision"), &json!("Q2"), &json!("SalesSupervisor"))
    );
    assert_eq!((&row["name"], &row["refusals"]), (&json!("BJ202610-001"), &json!([])));
    assert!(row["deadline"]["steps"].to_string().contains("2026-10-09"), "it explains itself");
    let back = desk.ok("quotation_send_back", decide(&desk, &offer, "再谈谈"));
    assert_eq!(clock(&desk, &offer, "QuotationDecision").0, "Met");
    desk.sit("林知远");
    let offer = desk.ok("quotation_submit", seen(&back));
    let offer = desk.ok("quotation_withdraw", seen(&offer));
    assert_eq!(clock(&desk, &offer, "QuotationDecision").0, "Lapsed");
    let offer = desk.ok("quotation_submit", seen(&offer));
    at(&desk, "2026-10-13T02:00:00Z");
    watch(&desk.app).expect("marked");
    desk.sit("顾行");
    desk.ok("quotation_grant", decide(&desk, &offer, ""));
    assert_eq!(clock(&desk, &offer, "QuotationDecision").0, "Late");
    assert_eq!(clock(&desk, &offer, "QuotationValidity").0, "Running", "now the customer's time runs");
    let rows = desk.ok("deadline_record", json!({ "ym": 202_610 }));
    let of_them = |row: &&Value| row["rule"] == "QuotationDecision" && row["person"] == "顾行";
    let row = rows.as_array().expect("rows").iter().find(of_them).expect("met by whoever decided");
    assert_eq!((&row["met"], &row["late"]), (&json!(1), &json!(1)));
}

#[test]
fn whoever_cannot_decide_is_told_why_on_the_day() {
    let desk = TestDesk::staffed();
    desk.sit("沈一禾");
    desk.ok("person_save", chengdan_tests::person("方研", json!(["SalesRep", "SalesSupervisor"])));
    desk.sit("方研");
    let customers = desk.ok("customer_find", json!({ "text": "", "limit": 1 }));
    let deal = desk.ok(
        "opportunity_save",
        json!({ "id": null, "version": null, "name": "三期", "customer_id": customers[0]["id"],
            "owner_id": desk.person("方研"), "expected_fen": 0, "expected_on": null }),
    );
    let mut draft = draft(&deal["card"]["id"]);
    draft["lines"][0]["price_micro"] = json!(400_000_000);
    let offer = desk.ok("quotation_save", draft);
    desk.ok("quotation_submit", seen(&offer));
    at(&desk, "2026-10-09T02:00:00Z");
    let row = desk.ok("today_view", json!({ "everyone": false }))["rows"][0].clone();
    assert_eq!(row["refusals"][0]["code"], "FourEyesAuthor");
}

#[test]
fn a_deal_is_not_lost_while_the_supervisor_is_asked() {
    let desk = TestDesk::staffed();
    let offer = asked(&desk);
    let lose = || {
        let deal = desk.ok("opportunity_view", json!({ "id": offer["opportunity_id"] }))["card"].clone();
        json!({ "id": deal["id"], "version": deal["version"], "reason": "预算取消", "winner": "" })
    };
    assert_eq!(desk.refused("opportunity_lose", lose()), ["QuotationWaits"]);
    desk.ok("quotation_withdraw", seen(&offer));
    assert_eq!(desk.ok("opportunity_lose", lose())["state"], "Lost");
}
