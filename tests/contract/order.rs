//! What a contract stands on, and what stands on it: the accepted version, the order, the call-offs of a framework.

use chengdan_tests::{TestDesk, instant};
use serde_json::{Value, json};

use super::desk::*;
use crate::order::desk as orders;

fn from_quotation(desk: &TestDesk) -> Value {
    desk.sit("林知远");
    let quotation_id = quoted(desk, "Accepted");
    desk.ok("contract_from_quotation", json!({ "quotation_id": quotation_id, "kind": "Single" }))
}

#[test]
fn an_accepted_version_becomes_a_contract_without_a_word_typed() {
    let desk = desk();
    let contract = from_quotation(&desk);
    assert_eq!((&contract["amount_fen"], &contract["differences"]), (&json!(251_000), &json!([])));
    assert_eq!(contract["quotation"]["name"], "BJ202610-001 V3");
    assert_eq!(contract["opportunity"]["name"], "SJ202610-001");
    assert_eq!(contract["draft"]["delivery_address"], "青屿路 18 号");
    let contract = desk.ok("contract_submit", seen(&contract));
    assert_eq!(contract["state"], "InReview");
    let again = json!({ "quotation_id": 5, "kind": "Single" });
    assert_eq!(desk.refused("contract_from_quotation", again.clone()), ["QuotationHasContract"]);
    write(&desk, "update quotation_version set state = 'Expired'");
    assert_eq!(desk.refused("contract_from_quotation", again), ["QuotationNotAccepted"]);
}

#[test]
fn an_order_is_for_the_main_contact_where_the_contract_names_nobody() {
    let desk = desk();
    desk.sit("林知远");
    let mut form = draft(&desk, "Single");
    let main = form["contact_id"].clone();
    form["contact_id"] = json!(null);
    let contract = desk.ok("contract_submit", seen(&desk.ok("contract_save", form)));
    let contract = sign(&desk, &passed(&desk, &contract));
    let order = desk.ok("order_from_contract", order_of(&contract, None));
    assert!(main.is_i64());
    assert_eq!(order["draft"]["contact_id"], main);
}

#[test]
fn what_departs_from_the_accepted_version_is_named_and_needs_a_reason() {
    let desk = desk();
    let contract = from_quotation(&desk);
    let mut draft = contract["draft"].clone();
    draft["lines"][0]["price_micro"] = json!(650_000_000);
    draft["lines"][1]["customised"] = json!(true);
    draft["terms"]["instalments"][0]["share"] = json!(5000);
    draft["terms"]["instalments"][1]["share"] = json!(5000);
    draft["delivery_period"] = json!("60 日");
    let computed = desk.ok("contract_compute", draft.clone());
    let contract = desk.ok("contract_save", draft);
    let what: Vec<&str> = contract["differences"]
        .as_array()
        .expect("differences")
        .iter()
        .filter_map(|one| one["what"].as_str())
        .collect();
    assert_eq!(what, ["Amount", "Terms", "DeliveryPeriod", "LinePrice", "LineCustomised"]);
    assert_eq!(computed["differences"], contract["differences"], "told while it is typed");
    assert_eq!(contract["differences"][0]["agreed_fen"], 251_000);
    assert_eq!(contract["differences"][1]["found"]["zh"], "预付50%，发货前付清50%");
    assert_eq!(desk.refused("contract_submit", seen(&contract)), ["QuotationDiffers"]);
    let mut draft = contract["draft"].clone();
    draft["difference_reason"] = json!("签约时追加定制，价格另议");
    let contract = desk.ok("contract_save", draft);
    assert_eq!(desk.ok("contract_submit", seen(&contract))["state"], "InReview");
}

#[test]
fn an_order_comes_from_its_contract_in_one_act_and_meets_its_clock() {
    let desk = desk();
    let contract = signed(&desk, "Single");
    let clock = &contract["deadlines"][0];
    assert_eq!((&clock["rule"], &clock["state"]), (&json!("OrderSubmission"), &json!("Running")));
    assert_eq!(clock["due_at"], "2026-10-09T10:00:00Z", "one working day from the signature");
    let order = desk.ok("order_from_contract", order_of(&contract, None));
    let draft = &order["draft"];
    assert_eq!(
        (&draft["contract_number"], &draft["contract_signed_on"]),
        (&contract["number"], &json!("2026-10-08"))
    );
    assert_eq!(
        (&draft["contract_amount_fen"], &order["computed"]["amount_fen"]),
        (&json!(251_000), &json!(251_000))
    );
    assert_eq!((&draft["receiver"], &draft["promised_on"]), (&json!("祝青"), &json!("2026-11-20")));
    assert_eq!((&order["contract"]["id"], &order["contract"]["differences"]), (&contract["id"], &json!([])));
    let open = again(&desk, &contract);
    assert_eq!(open["deadlines"][0]["state"], "Running", "an empty draft does not count");
    assert_eq!(desk.refused("order_from_contract", order_of(&contract, None)), ["ContractOrdered"]);
    let order = desk.ok("order_submit", orders::seen(&order));
    assert_eq!(order["state"], "InApproval");
    let done = again(&desk, &contract);
    assert_eq!(done["deadlines"][0]["state"], "Met");
    assert_eq!(
        (&done["orders"][0]["number"], &done["called_fen"]),
        (&json!("DD202610-001"), &json!(251_000))
    );
}

#[test]
fn an_order_that_departs_from_its_contract_names_every_difference() {
    let desk = desk();
    let contract = signed(&desk, "Single");
    let order = desk.ok("order_from_contract", order_of(&contract, None));
    let mut draft = order["draft"].clone();
    draft["lines"][0]["quantity_milli"] = json!(3_000);
    draft["lines"].as_array_mut().expect("lines").remove(1);
    // What somebody types over the contract's own words is not taken.
    (draft["contract_number"], draft["contract_amount_fen"]) = (json!("HT-9"), json!(1));
    let order = desk.ok("order_save", draft);
    assert_eq!(order["draft"]["contract_number"], contract["number"]);
    let what: Vec<&str> = order["contract"]["differences"]
        .as_array()
        .expect("differences")
        .iter()
        .filter_map(|one| one["what"].as_str())
        .collect();
    assert_eq!(what, ["Amount", "LineQuantity", "LineMissing"]);
    assert_eq!(desk.refused("order_submit", orders::seen(&order)), ["ContractDiffers"]);
    let mut draft = order["draft"].clone();
    draft["contract_reason"] = json!("客户来函追加 1 台，主机改期另订");
    let order = desk.ok("order_save", draft);
    assert_eq!(desk.ok("order_submit", orders::seen(&order))["state"], "InApproval");
}

#[test]
fn an_order_of_another_customer_or_an_unsigned_contract_is_refused() {
    let desk = desk();
    let contract = reviewed(&desk, "Single");
    desk.sit("林知远");
    assert_eq!(desk.refused("order_from_contract", order_of(&contract, None)), ["ContractNotSigned"]);
    let mut draft = orders::draft(&desk);
    draft["contract_id"] = contract["id"].clone();
    draft["contract_reason"] = json!("先做订单");
    let order = desk.ok("order_save", draft);
    assert_eq!(desk.refused("order_submit", orders::seen(&order)), ["ContractMissing", "ContractNotSigned"]);
    let contract = sign(&desk, &contract);
    let other = desk.ok("customer_save", chengdan_tests::customer("临江水务设备有限公司", "a@b.example.com"));
    let mut draft = orders::again(&desk, &order)["draft"].clone();
    (draft["customer_id"], draft["contact_id"]) = (other["id"].clone(), json!(null));
    draft["contract_id"] = contract["id"].clone();
    let order = desk.ok("order_save", draft);
    assert_eq!(desk.refused("order_submit", orders::seen(&order)), ["ContractOfAnother"]);
}

/// A call-off of so many locks, on the customer's purchase order of that day.
fn called(desk: &TestDesk, contract: &Value, locks: i64) -> Value {
    desk.sit("林知远");
    let order = desk.ok("order_from_contract", order_of(contract, Some("2026-10-08")));
    let mut draft = order["draft"].clone();
    assert_eq!(draft["lines"][0]["quantity_milli"], Value::Null, "a call-off says how much");
    draft["lines"].as_array_mut().expect("lines").remove(1);
    draft["lines"][0]["quantity_milli"] = json!(locks * 1_000);
    draft["promised_on"] = json!("2026-11-20");
    desk.ok("order_save", draft)
}

#[test]
fn call_offs_are_counted_and_never_go_above_the_framework() {
    let desk = desk();
    let contract = signed(&desk, "Framework");
    let clocks = contract["deadlines"].as_array().expect("clocks").iter();
    let of_orders = clocks.filter(|one| one["rule"] == "OrderSubmission").count();
    assert_eq!(of_orders, 0, "a framework starts no clock of an order");
    assert_eq!(desk.refused("order_from_contract", order_of(&contract, None)), ["FieldMissing"]);
    let first = called(&desk, &contract, 3);
    assert_eq!(
        (&first["contract"]["kind"], &first["contract"]["left_fen"]),
        (&json!("Framework"), &json!(500_000))
    );
    assert_eq!(first["contract"]["differences"], json!([]), "quantities are the call-off's own");
    assert_eq!(again(&desk, &contract)["called_fen"], 0, "a draft calls nothing off");
    let first = desk.ok("order_submit", orders::seen(&first));
    assert_eq!(again(&desk, &contract)["called_fen"], 204_000);
    let second = called(&desk, &contract, 5);
    assert_eq!(desk.refused("order_submit", orders::seen(&second)), ["FrameworkExceeded"]);
    let first = desk.ok("order_withdraw", orders::seen(&first));
    assert_eq!(again(&desk, &contract)["called_fen"], 0, "what is taken back is free again");
    desk.ok("order_submit", orders::seen(&second));
    assert_eq!(again(&desk, &contract)["called_fen"], 340_000);
    assert_eq!(desk.refused("order_submit", orders::seen(&first)), ["FrameworkExceeded"]);
    let mut dearer = orders::again(&desk, &first)["draft"].clone();
    dearer["lines"][0]["price_micro"] = json!(1_000_000);
    let dearer = desk.ok("order_save", dearer);
    assert_eq!(desk.refused("order_submit", orders::seen(&dearer)), ["ContractDiffers"], "prices are agreed");
    desk.clock.set(instant("2027-10-08T02:00:00Z"));
    assert_eq!(
        desk.refused("order_from_contract", order_of(&contract, Some("2027-10-08"))),
        ["FrameworkOver"]
    );
}

#[test]
fn the_clock_of_a_call_off_runs_from_the_customers_purchase_order() {
    let desk = desk();
    let contract = signed(&desk, "Framework");
    desk.clock.set(instant("2026-10-20T02:00:00Z"));
    let order = desk.ok("order_from_contract", order_of(&contract, Some("2026-10-19")));
    let due: String = desk
        .app
        .book()
        .expect("open")
        .read(|connection| {
            Ok(connection.query_row(
                "select due_at from deadline where document = 'Order' and document_id = $1 and state = 'Running'",
                [order["id"].as_i64()],
                |row| row.get(0),
            )?)
        })
        .expect("a clock");
    assert_eq!(due, "2026-10-20T10:00:00Z");
    assert_eq!(desk.ok("today_view", json!({ "everyone": false }))["all"], 1);
}
