//! What the contract tests do at the desk: write a contract, let legal read it, sign it; and quotations that a customer
//! accepted, written straight into the book.

use chengdan_tests::{TestDesk, person};
use serde_json::{Value, json};

/// A staffed desk with 苏衡 of legal.
pub fn desk() -> TestDesk {
    let desk = TestDesk::staffed();
    desk.ok("person_save", person("苏衡", json!(["Legal"])));
    desk
}

/// A line of a product that the book knows.
pub fn line(desk: &TestDesk, name: &str, quantity: Value, price: i64) -> Value {
    let products = desk.ok("product_find", json!({ "text": name, "limit": 1 }));
    json!({
        "product_id": products[0]["id"], "name": name, "spec": "标准", "unit": "台", "quantity_milli": quantity,
        "price_micro": price, "discount": 0, "tax_rate": 1300, "customised": false, "promised_on": null,
    })
}

/// A contract with the first customer over 2,510.00 元, as 林知远 types it.
pub fn draft(desk: &TestDesk, kind: &str) -> Value {
    let customers = desk.ok("customer_find", json!({ "text": "", "limit": 1 }));
    let frame = kind == "Framework";
    json!({
        "id": null, "version": null, "kind": kind, "opportunity_id": null, "customer_id": customers[0]["id"],
        "contact_id": customers[0]["contacts"][0]["id"],
        "customer_order_number": if kind == "PurchaseOrder" { "PO-7" } else { "" }, "owner_id": null,
        "terms": { "method": "Transfer", "instalments": [
            { "trigger": "Order", "share": 3000, "days": 0, "day_kind": "Calendar" },
            { "trigger": "BeforeDispatch", "share": 7000, "days": 0, "day_kind": "Calendar" } ] },
        "delivery_period": "合同生效后 30 日内", "delivery_address": "示例省临江市青屿路 18 号",
        "promised_on": if frame { Value::Null } else { json!("2026-11-20") },
        "valid_until": if frame { json!("2027-10-07") } else { Value::Null },
        "limit_fen": if frame { json!(500_000) } else { Value::Null },
        "waiver_fen": 0, "difference_reason": "", "note": "", "clauses": [],
        "lines": [line(desk, "智能门锁 S3 Pro", json!(2_000), 680_000_000),
                  line(desk, "客控主机 H8", json!(1_000), 1_150_000_000)],
    })
}

/// Saves a new contract as 林知远 and leaves them at the desk.
pub fn saved(desk: &TestDesk, kind: &str) -> Value {
    desk.sit("林知远");
    desk.ok("contract_save", draft(desk, kind))
}

/// Saves and hands it to legal.
pub fn submitted(desk: &TestDesk, kind: &str) -> Value {
    let contract = saved(desk, kind);
    desk.ok("contract_submit", seen(&contract))
}

/// Submitted and passed.
pub fn reviewed(desk: &TestDesk, kind: &str) -> Value {
    let contract = submitted(desk, kind);
    passed(desk, &contract)
}

/// Legal passes it.
pub fn passed(desk: &TestDesk, contract: &Value) -> Value {
    desk.sit("苏衡");
    desk.ok("contract_review", review(desk, contract, true))
}

/// Submitted, passed and signed today by 林知远.
pub fn signed(desk: &TestDesk, kind: &str) -> Value {
    let contract = reviewed(desk, kind);
    sign(desk, &contract)
}

/// 林知远 marks it as signed.
pub fn sign(desk: &TestDesk, contract: &Value) -> Value {
    desk.sit("林知远");
    desk.ok("contract_sign", signature(desk, contract))
}

/// How it was signed: today, with a scan.
pub fn signature(desk: &TestDesk, contract: &Value) -> Value {
    let scan = desk.ok("file_keep", json!({ "name": "合同.png", "mime": "image/png", "base64": "aGVsbG8=" }));
    json!({
        "id": contract["id"], "version": contract["version"], "signed_on": "2026-10-08", "our_signatory": "沈一禾",
        "their_signatory": "祝青", "scan": scan["sha256"],
    })
}

/// What 苏衡 says of a contract: all in order, or the terms not.
pub fn review(desk: &TestDesk, contract: &Value, pass: bool) -> Value {
    let checklist: Vec<Value> = ["Parties", "Amount", "Terms", "Clauses", "Delivery", "Liability"]
        .iter()
        .map(|item| {
            let ok = pass || *item != "Terms";
            json!({ "item": item, "ok": ok, "remark": if ok { "" } else { "账期与授信不符" } })
        })
        .collect();
    json!({
        "id": contract["id"], "version": contract["version"], "pass": pass, "checklist": checklist,
        "note": if pass { "" } else { "付款方式请改为款到发货" }, "decider_id": desk.person("苏衡"), "given": "SignedIn",
        "evidence": null, "behalf_reason": "",
    })
}

/// The contract and the version that was seen.
pub fn seen(contract: &Value) -> Value {
    json!({ "id": contract["id"], "version": contract["version"] })
}

/// The contract as it stands now.
pub fn again(desk: &TestDesk, contract: &Value) -> Value {
    desk.ok("contract_view", json!({ "id": contract["id"] }))
}

/// What it asks for when an order is made of a contract.
pub fn order_of(contract: &Value, ordered_on: Option<&str>) -> Value {
    json!({ "contract_id": contract["id"], "customer_order_number": "", "customer_order_on": ordered_on })
}

/// Writes into the book what no command of these tests writes.
pub fn write(desk: &TestDesk, sql: &str) {
    let written = desk.app.book().expect("open").act(desk.app.now(), None, |act| {
        act.tx.execute_batch(sql)?;
        Ok(())
    });
    written.expect("written");
}

/// An opportunity with a quotation of two lines whose version stands in `state`; answers the quotation's id.
pub fn quoted(desk: &TestDesk, state: &str) -> i64 {
    let rep = desk.person("林知远");
    let terms = json!(draft(desk, "Single")["terms"]).to_string();
    write(
        desk,
        &format!(
            "insert into opportunity (id, number, name, customer_id, owner_id, state, stage, created_at)
               select 1, 'SJ202610-001', '二期', min(id), {rep}, 'Open', 'Negotiation', '2026-10-08T01:42:00Z' from customer
                where true on conflict (id) do nothing;
             insert into quotation (id, number, opportunity_id, customer_id, customer_name, owner_id, state, current_id,
                    created_at)
               select 5, 'BJ202610-001', 1, id, name, {rep}, '{state}', 7, '2026-10-08T01:42:00Z' from customer limit 1;
             insert into quotation_version (id, quotation_id, revision, state, terms, delivery_period, amount_fen,
                    created_at)
               values (7, 5, 3, '{state}', '{terms}', '30 日', 251000, '2026-10-08T01:42:00Z');
             insert into quotation_line (quotation_version_id, position, product_id, name, spec, unit, quantity_milli,
                    price_micro, amount_fen, tax_rate)
               select 7, 0, id, name, '标准', '台', 2000, 680000000, 136000, 1300 from product where name like '%S3%';
             insert into quotation_line (quotation_version_id, position, product_id, name, spec, unit, quantity_milli,
                    price_micro, amount_fen, tax_rate)
               select 7, 1, id, name, '标准', '台', 1000, 1150000000, 115000, 1300 from product where name like '%H8%';"
        ),
    );
    5
}
