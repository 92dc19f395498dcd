//! What the quotation tests do at the desk: an opportunity, a quotation of it, and its way.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

/// An opportunity of the first customer, as 林知远 begins it; answers its id.
pub fn deal(desk: &TestDesk) -> Value {
    desk.sit("林知远");
    let customers = desk.ok("customer_find", json!({ "text": "", "limit": 1 }));
    let deal = desk.ok(
        "opportunity_save",
        json!({
            "id": null, "version": null, "name": "二期门锁与客控", "customer_id": customers[0]["id"],
            "owner_id": desk.person("林知远"), "expected_fen": 5_000_000, "expected_on": null,
        }),
    );
    deal["card"]["id"].clone()
}

/// A line in 元 per unit; the cost as it is written.
pub fn line(name: &str, quantity: i64, price: i64, cost: Value) -> Value {
    json!({
        "product_id": null, "name": name, "spec": "标准", "unit": "台", "quantity_milli": quantity * 1_000,
        "list_price_micro": price * 1_000_000, "price_micro": price * 1_000_000, "discount": 0,
        "cost_micro": cost, "tax_rate": 1300, "customised": false, "market_reference": "同行约 620",
    })
}

/// Two lines with good margins, 45,600.00 元 in all; no confirmed list of needs, with the reason.
pub fn draft(deal: &Value) -> Value {
    json!({
        "id": null, "version": null, "opportunity_id": deal, "contact_id": null, "owner_id": null,
        "no_requirement_reason": "老客户按上次清单续购", "valid_until": "2026-10-28",
        "terms": { "method": "Transfer", "instalments": [
            { "trigger": "Order", "share": 3000, "days": 0, "day_kind": "Calendar" },
            { "trigger": "Acceptance", "share": 7000, "days": 0, "day_kind": "Calendar" } ] },
        "delivery_period": "签订后 20 个工作日", "service": "质保 1 年", "note": "", "waiver_fen": 0,
        "lines": [line("智能门锁 S3", 60, 640, json!(440_000_000)), line("客控主机 H8", 6, 1_200, json!(780_000_000))],
    })
}

/// Saves a new one.
pub fn saved(desk: &TestDesk) -> Value {
    let deal = deal(desk);
    desk.ok("quotation_save", draft(&deal))
}

/// Saves, submits within the limits, and sends.
pub fn sent(desk: &TestDesk) -> Value {
    let offer = desk.ok("quotation_submit", seen(&saved(desk)));
    desk.ok("quotation_send", with(&offer, json!({ "to": null })))
}

/// The quotation and the version that was seen.
pub fn seen(offer: &Value) -> Value {
    json!({ "id": offer["id"], "version": offer["version"] })
}

/// The same with what an act asks for.
pub fn with(offer: &Value, more: Value) -> Value {
    let mut all = seen(offer);
    for (name, value) in more.as_object().expect("fields") {
        all[name] = value.clone();
    }
    all
}

/// Another round because of the price.
pub fn round(offer: &Value, changed: &str) -> Value {
    with(offer, json!({ "objection": "Price", "note": "比另一家高约一成", "changed": changed }))
}

/// The current version as it is edited.
pub fn current(offer: &Value) -> Value {
    offer["versions"].as_array().and_then(|all| all.last()).expect("a version")["draft"].clone()
}
