//! What an approval protects on the form and what it leaves free, as fields; and a way to change each of them.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

/// What an approval protects (O4): everything on the form but what is named here.
pub fn protected(draft: &Value) -> Value {
    let mut kept = draft.clone();
    let form = kept.as_object_mut().expect("a form");
    for free in [
        "id",
        "version",
        "contact_id",
        "customer_order_number",
        "receiver",
        "receiver_phone",
        "owner_id",
        "note",
    ] {
        assert!(form.remove(free).is_some(), "{free} is a field of the form");
    }
    for line in form["lines"].as_array_mut().expect("lines") {
        line.as_object_mut().expect("a line").remove("product_id");
    }
    kept
}

/// How many ways [`edited`] knows.
pub const FIELDS: u8 = 14;

/// Unprotected fields, the account manager, who may by now have granted a rung, and protected fields. Whatever
/// changes the amount takes the contract's amount away, so that the order can be submitted again.
pub fn edited(desk: &TestDesk, order: &Value, field: u8) -> Value {
    let mut draft = order["draft"].clone();
    // Another value each time.
    let turn = order["version"].as_i64().expect("a version");
    match field {
        0 => draft["note"] = json!(format!("加急 {turn}")),
        1 => draft["receiver_phone"] = json!(format!("139 0000 {:04}", turn % 10_000)),
        2 => draft["owner_id"] = json!(desk.person("顾行")),
        3 => draft["owner_id"] = json!(desk.person("林知远")),
        4 => draft["delivery_address"] = json!(format!("示例省临江市桥西路 {turn} 号")),
        5 => draft["invoice_title"] = json!(format!("青屿酒店管理有限公司第 {turn} 分公司")),
        6 => draft["promised_on"] = json!(format!("2026-11-{:02}", 1 + turn % 28)),
        7 => {
            let cash = draft["terms"]["method"] == "Cash";
            draft["terms"]["method"] = json!(if cash { "Transfer" } else { "Cash" });
        }
        8 => draft["lines"][0]["spec"] = json!(format!("第 {turn} 版")),
        9 => draft["lines"][0]["customised"] = json!(draft["lines"][0]["customised"] == false),
        10 => {
            let usual = draft["lines"][0]["tax_rate"] == 1300;
            draft["lines"][0]["tax_rate"] = json!(if usual { 900 } else { 1300 });
        }
        11 => draft["contract_amount_fen"] = Value::Null,
        _ => {
            draft["contract_amount_fen"] = Value::Null;
            let (column, value) =
                if field == 12 { ("price_micro", 1_000_000) } else { ("quantity_milli", 1_000) };
            draft["lines"][0][column] = json!((690 + turn) * value);
        }
    }
    draft
}
