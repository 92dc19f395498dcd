//! Going back to an earlier version (Q3), and how a quotation and its deal end together.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::desk::*;

fn taken(offer: &Value, revision: i64, reason: &str) -> Value {
    with(offer, json!({ "revision": revision, "reason": reason }))
}

/// V1 sent; V2 begun with other prices.
fn begun(desk: &TestDesk) -> Value {
    let offer = sent(desk);
    let offer = desk.ok("quotation_round", round(&offer, "门锁让 40 元"));
    let mut draft = current(&offer);
    draft["lines"][0]["price_micro"] = json!(600_000_000);
    desk.ok("quotation_save", draft)
}

#[test]
fn a_begun_round_goes_back_to_an_earlier_version() {
    let desk = TestDesk::staffed();
    let offer = begun(&desk);
    let before = offer["versions"][0].clone();
    assert_eq!(desk.refused("quotation_take_up", taken(&offer, 1, " ")), ["ReasonMissing"]);
    for revision in [0, 2, 3] {
        assert_eq!(
            desk.refused("quotation_take_up", taken(&offer, revision, "客户反悔")),
            ["FieldOutOfRange"]
        );
    }
    let offer = desk.ok("quotation_take_up", taken(&offer, 1, "客户还是要原来的"));
    let states: Vec<&Value> =
        offer["versions"].as_array().expect("versions").iter().map(|one| &one["state"]).collect();
    assert_eq!(states, ["Superseded", "Superseded", "Draft"], "exactly one is current");
    assert_eq!((&offer["revision"], &offer["state"]), (&json!(3), &json!("Draft")));
    let third = &offer["versions"][2];
    assert_eq!((&third["taken_from"], &third["objection"]), (&json!(1), &Value::Null));
    assert_eq!(third["objection_note"], "客户还是要原来的");
    assert_eq!(third["draft"]["lines"], before["draft"]["lines"]);
    assert_eq!(third["draft"]["terms"], before["draft"]["terms"]);
    assert_eq!(third["computed"]["amounts"]["amount_fen"], 4_560_000);
    for part in ["computed", "sent_at", "objection_note"] {
        assert_eq!(offer["versions"][0][part], before[part], "what was sent stays as it is");
    }
    let history = desk.ok("history_list", json!({ "document": "Quotation", "id": offer["id"] }));
    assert_eq!(history[0]["act"], "quotation_take_up");
    assert!(history[0]["changes"].to_string().contains("V1"), "{history}");
    let offer = desk.ok("quotation_submit", seen(&offer));
    let offer = desk.ok("quotation_send", with(&offer, json!({ "to": null })));
    assert!(offer["letters"].to_string().contains("V3"), "{}", offer["letters"]);
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn a_version_that_waits_for_the_customer_is_left_for_an_earlier_one_and_its_clock_is_met() {
    let desk = TestDesk::staffed();
    let offer = begun(&desk);
    let offer = desk.ok("quotation_submit", seen(&offer));
    assert_eq!(desk.refused("quotation_take_up", taken(&offer, 1, "x")), ["WrongState"], "withdrawn first");
    let offer = desk.ok("quotation_send", with(&offer, json!({ "to": null })));
    let offer = desk.ok("quotation_take_up", taken(&offer, 1, "客户还是要原来的"));
    let clocks = offer["deadlines"].as_array().expect("clocks");
    assert!(clocks.iter().all(|one| one["state"] != "Running"), "{clocks:?}");
}

#[test]
fn where_there_is_only_one_version_there_is_nothing_to_go_back_to() {
    let desk = TestDesk::staffed();
    let offer = sent(&desk);
    let button = offer["acts"].as_array().expect("acts").iter().find(|may| may["act"] == "TakeUp");
    assert_eq!(button.expect("named")["refusals"][0]["code"], "NoEarlierVersion");
    assert_eq!(desk.refused("quotation_take_up", taken(&offer, 1, "x")), ["NoEarlierVersion"]);
}

fn lost(offer: &Value, close_deal: bool) -> Value {
    with(offer, json!({ "reason": "选了别家", "winner": "海门智能", "close_deal": close_deal }))
}

fn deal_of(desk: &TestDesk, offer: &Value) -> Value {
    desk.ok("opportunity_view", json!({ "id": offer["opportunity_id"] }))
}

#[test]
fn the_last_quotation_takes_its_deal_with_it_in_one_act() {
    let desk = TestDesk::staffed();
    let offer = sent(&desk);
    assert_eq!(offer["deal_end"], json!({ "last": true, "refusals": [] }));
    let offer = desk.ok("quotation_lose", lost(&offer, true));
    let deal = deal_of(&desk, &offer);
    assert_eq!((&offer["state"], &deal["state"]), (&json!("Lost"), &json!("Lost")));
    assert_eq!(deal["amount_fen"], json!(4_560_000), "K2: what was quoted last");
    assert_eq!((&deal["reason"], &deal["winner"]), (&json!("选了别家"), &json!("海门智能")));
    assert_eq!(offer["deal_end"], Value::Null, "K2: it closes once");
    let history =
        desk.ok("history_list", json!({ "document": "Opportunity", "id": offer["opportunity_id"] }));
    let closings = history.as_array().expect("entries").iter().filter(|one| one["act"] == "opportunity_lose");
    assert_eq!(closings.count(), 1);
}

#[test]
fn while_another_is_alive_the_deal_goes_on_and_a_contract_keeps_it() {
    let desk = TestDesk::staffed();
    let first = sent(&desk);
    let second = desk.ok("quotation_save", draft(&first["opportunity_id"]));
    assert_eq!(desk.ok("quotation_view", json!({ "id": first["id"] }))["deal_end"]["last"], false);
    let first = desk.ok("quotation_lose", lost(&first, false));
    assert_eq!(deal_of(&desk, &first)["state"], "Open");
    let second = desk.ok("quotation_view", json!({ "id": second["id"] }));
    assert_eq!(second["deal_end"]["last"], true);
    // With a contract the deal cannot be lost: then the quotation is not, either, and nothing is written.
    crate::contract::desk::write(
        &desk,
        &format!(
            "insert into contract (kind, state, opportunity_id, customer_id, customer_name, terms, created_at)
             select 'Single', 'Draft', {}, id, name, '{{}}', '' from customer limit 1",
            second["opportunity_id"]
        ),
    );
    assert_eq!(desk.refused("quotation_lose", lost(&second, true)), ["ContractStands"]);
    let second = desk.ok("quotation_view", json!({ "id": second["id"] }));
    assert_eq!((&second["state"], &second["deal_end"]["last"]), (&json!("Draft"), &json!(false)));
}
