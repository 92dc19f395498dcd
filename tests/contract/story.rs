//! One deal from the first word to an approved order: a lead, a confirmed list of needs, three versions of a quotation, a
//! contract that legal gave back once, an order that finance gave back once. Nothing is typed twice, and every document
//! leads to its neighbours.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::desk::*;
use crate::lead::desk as leads;
use crate::opportunity::desk as deals;
use crate::order::desk as orders;
use crate::quotation::desk as offers;

/// A lead becomes a customer and an opportunity, whose list of needs the customer confirms.
fn wanted(desk: &TestDesk) -> Value {
    let lead = leads::in_hand(desk, "云岭酒店管理有限公司", "A");
    let lead = leads::called(desk, &lead, true, None);
    let lead = desk.ok("lead_convert", leads::with(&lead, json!({ "customer_id": null })));
    let id = lead["opportunity"]["id"].clone();
    let deal = desk.ok("opportunity_view", json!({ "id": id }));
    assert_eq!((&deal["stage"], &deal["lead"]["id"]), (&json!("Survey"), &lead["card"]["id"]));
    assert_eq!(deal["follow_ups"].as_array().map(Vec::len), Some(1), "what was said goes along");
    let mut list = deals::list(
        desk,
        &deal,
        json!([deals::need("智能门锁 S3", 60_000), deals::need("客控主机 H8", 6_000)]),
    );
    list["contact_id"] = json!(null);
    let deal = desk.ok("requirement_save", list);
    let deal = deals::confirmed(desk, &deal);
    assert_eq!(deal["stage"], "Solution");
    deal
}

/// Three versions; the third is accepted.
fn negotiated(desk: &TestDesk, deal: &Value) -> Value {
    let mut draft = offers::draft(&deal["card"]["id"]);
    draft["no_requirement_reason"] = json!("");
    let mut offer = desk.ok("quotation_save", draft);
    for (nth, price) in [(1, 640), (2, 630), (3, 620)] {
        let mut draft = offers::current(&offer);
        draft["lines"][0]["price_micro"] = json!(price * 1_000_000);
        (draft["id"], draft["version"]) = (offer["id"].clone(), offer["version"].clone());
        offer = desk.ok("quotation_save", draft);
        offer = desk.ok("quotation_submit", offers::seen(&offer));
        offer = desk.ok("quotation_send", offers::with(&offer, json!({ "to": null })));
        if nth < 3 {
            offer = desk.ok("quotation_round", offers::round(&offer, "门锁再让 10 元"));
        }
    }
    offer = desk.ok("quotation_accept", offers::with(&offer, json!({ "note": "邮件接受" })));
    let states: Vec<&str> = offer["versions"]
        .as_array()
        .expect("versions")
        .iter()
        .filter_map(|version| version["state"].as_str())
        .collect();
    assert_eq!(states, ["Superseded", "Superseded", "Accepted"]);
    offer
}

/// A contract of it, given back by legal once, then signed.
fn agreed(desk: &TestDesk, offer: &Value) -> Value {
    desk.sit("林知远");
    let contract =
        desk.ok("contract_from_quotation", json!({ "quotation_id": offer["id"], "kind": "Single" }));
    assert_eq!(contract["amount_fen"], 6_000 * 620 + 600 * 1_200);
    let mut draft = contract["draft"].clone();
    draft["delivery_address"] = json!("示例省临江市云岭路 9 号");
    draft["promised_on"] = json!("2026-11-20");
    let contract = desk.ok("contract_save", draft);
    assert_eq!(contract["differences"], json!([]), "where it is delivered was left open before");
    let contract = desk.ok("contract_submit", seen(&contract));
    desk.sit("苏衡");
    let contract = desk.ok("contract_review", review(desk, &contract, false));
    desk.sit("林知远");
    let mut draft = again(desk, &contract)["draft"].clone();
    draft["clauses"][2]["body"] = json!("违约金按逾期部分价款的万分之三计算，总额不超过 5%。");
    let contract = desk.ok("contract_save", draft);
    let contract = desk.ok("contract_submit", seen(&contract));
    let contract = passed(desk, &contract);
    sign(desk, &contract)
}

/// Its order, given back by finance once, then approved.
fn ordered(desk: &TestDesk, contract: &Value) -> Value {
    let mut order = desk.ok("order_from_contract", order_of(contract, None));
    assert_eq!(order["contract"]["differences"], json!([]));
    order = desk.ok("order_submit", orders::seen(&order));
    order = orders::decided(desk, "approval_grant", &order, "顾行", "同意");
    order = orders::decided(desk, "approval_send_back", &order, "周予安", "请补发票抬头备注");
    desk.sit("林知远");
    let mut draft = orders::again(desk, &order)["draft"].clone();
    draft["note"] = json!("开票资料见附件");
    order = desk.ok("order_save", draft);
    order = desk.ok("order_submit", orders::seen(&order));
    for who in ["顾行", "周予安", "罗朗"] {
        order = orders::decided(desk, "approval_grant", &order, who, "");
    }
    order
}

#[test]
fn from_a_lead_to_an_approved_order() {
    let desk = desk();
    let deal = wanted(&desk);
    let offer = negotiated(&desk, &deal);
    let view = |name: &str, id: &Value| desk.ok(name, json!({ "id": id }));
    assert_eq!(view("opportunity_view", &deal["card"]["id"])["stage"], "Negotiation");
    let contract = agreed(&desk, &offer);
    assert_eq!(contract["state"], "Signed");
    let won = view("opportunity_view", &deal["card"]["id"]);
    assert_eq!(
        (&won["stage"], &won["state"]),
        (&json!("Won"), &json!("Won")),
        "a signature closes the deal, once"
    );
    let order = ordered(&desk, &contract);
    assert_eq!((&order["state"], &order["round"]), (&json!("Approved"), &json!(2)));
    assert_eq!(order["computed"]["amount_fen"], contract["amount_fen"]);

    // Every document leads to its neighbours.
    let deal = view("opportunity_view", &deal["card"]["id"]);
    let contract = again(&desk, &contract);
    assert_eq!(deal["quotations"][0]["id"], offer["id"]);
    assert_eq!(deal["contracts"][0]["id"], contract["id"]);
    assert_eq!(deal["orders"][0]["id"], order["id"]);
    assert_eq!(deal["amount_fen"], contract["amount_fen"]);
    assert_eq!(contract["opportunity"]["id"], deal["card"]["id"]);
    assert_eq!(contract["quotation"]["id"], offer["id"]);
    assert_eq!(contract["orders"][0]["number"], order["number"]);
    assert_eq!(order["contract"]["id"], contract["id"]);
    let customer = view("customer_view", &deal["card"]["customer_id"]);
    assert_eq!(customer["name"], "云岭酒店管理有限公司");

    // The clock of O1 was met, and what was written holds together.
    assert_eq!(contract["deadlines"][0]["state"], "Met");
    assert_eq!(contract["reviews"].as_array().map(Vec::len), Some(2));
    assert_eq!(order["letters"].as_array().map(Vec::len), Some(1));
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}
