//! What the order tests do at the desk: type an order, submit it, decide.

use chengdan_app::fault::Fault;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

/// An order of the first customer with two lines, one customised, as 林知远 types it. 2,510.00 元.
pub fn draft(desk: &TestDesk) -> Value {
    let customers = desk.ok("customer_find", json!({ "text": "", "limit": 1 }));
    let products = desk.ok("product_find", json!({ "text": "", "limit": 10 }));
    let product = |name: &str| {
        let list = products.as_array().expect("products");
        list.iter().find(|product| product["name"] == name).expect("the product")["id"].clone()
    };
    let line = |name: &str, quantity: i64, price: i64, customised: bool| {
        json!({
            "product_id": product(name), "name": name, "spec": "标准", "unit": "台", "quantity_milli": quantity,
            "price_micro": price, "discount": 0, "tax_rate": 1300, "customised": customised, "promised_on": null,
        })
    };
    json!({
        "id": null, "version": null, "customer_id": customers[0]["id"],
        "contact_id": customers[0]["contacts"][0]["id"], "customer_order_number": "PO-7",
        "contract_number": "HT-2026-001", "contract_signed_on": "2026-10-08", "contract_amount_fen": 251_000,
        "invoice_title": "青屿酒店管理有限公司", "invoice_kind": "VatSpecial",
        "terms": { "method": "Transfer", "instalments": [
            { "trigger": "Order", "share": 3000, "days": 0, "day_kind": "Calendar" },
            { "trigger": "BeforeDispatch", "share": 7000, "days": 0, "day_kind": "Calendar" } ] },
        "delivery_address": "示例省临江市青屿路 18 号", "receiver": "祝青", "receiver_phone": "139 0000 0418",
        "promised_on": "2026-11-20", "owner_id": null, "waiver_fen": 0, "note": "",
        "lines": [line("智能门锁 S3 Pro", 2_000, 680_000_000, false), line("客控主机 H8", 1_000, 1_150_000_000, true)],
    })
}

/// Saves a new order as 林知远 and leaves them at the desk.
pub fn saved(desk: &TestDesk) -> Value {
    desk.sit("林知远");
    desk.ok("order_save", draft(desk))
}

/// Saves and submits.
pub fn submitted(desk: &TestDesk) -> Value {
    let order = saved(desk);
    desk.ok("order_submit", seen(&order))
}

/// The order and the version that was seen.
pub fn seen(order: &Value) -> Value {
    json!({ "id": order["id"], "version": order["version"] })
}

/// A decision of whoever is named, at their own keyboard.
pub fn decide(desk: &TestDesk, act: &str, order: &Value, who: &str, note: &str) -> Result<Value, Fault> {
    desk.sit(who);
    desk.ask(act, decision(desk, order, who, note))
}

/// The request of a decision.
pub fn decision(desk: &TestDesk, order: &Value, who: &str, note: &str) -> Value {
    json!({
        "order_id": order["id"], "version": order["version"], "decider_id": desk.person(who), "given": "SignedIn",
        "evidence": null, "behalf_reason": "", "note": note,
    })
}

/// A decision that must succeed.
pub fn decided(desk: &TestDesk, act: &str, order: &Value, who: &str, note: &str) -> Value {
    decide(desk, act, order, who, note).unwrap_or_else(|fault| panic!("{act} by {who}: {fault:?}"))
}

/// Through all three levels.
pub fn approved(desk: &TestDesk) -> Value {
    let mut order = submitted(desk);
    for who in ["顾行", "周予安", "罗朗"] {
        order = decided(desk, "approval_grant", &order, who, "");
    }
    order
}

/// The order as it stands now.
pub fn again(desk: &TestDesk, order: &Value) -> Value {
    desk.ok("order_view", json!({ "id": order["id"] }))
}

/// The codes of a fault's refusals.
pub fn codes(outcome: Result<Value, Fault>) -> Vec<String> {
    match outcome {
        Err(Fault::Refused { reasons }) => reasons.iter().map(chengdan_tests::code_of).collect(),
        other => panic!("should be refused, but: {other:?}"),
    }
}
