//! Customers: duplicates, bad fields, pages, hostile text.

mod dealings;
mod list;
mod pasted;

use chengdan_app::fault::Fault;
use chengdan_tests::{TestDesk, customer};
use serde_json::{Value, json};

fn page(desk: &TestDesk, text: &str, after: Value) -> Value {
    desk.ok(
        "customer_list",
        json!({ "filter": { "text": text }, "sort": "name", "descending": false, "after": after, "limit": 2 }),
    )
}

#[test]
fn a_duplicate_is_warned_of_by_name_and_by_phone() {
    let desk = TestDesk::staffed();
    let ask = |name: &str, phone: &str| json!({ "id": null, "name": name, "phones": [phone] });
    let by_name = desk.ok("customer_similar", ask("青屿酒店管理 股份有限公司", ""));
    assert_eq!(by_name[0]["by"], "name");
    let by_phone = desk.ok("customer_similar", ask("别家", "+86 13900000418"));
    assert_eq!(by_phone[0]["by"], "phone");
    assert_eq!(desk.ok("customer_similar", ask("别家", "")), json!([]));
}

#[test]
fn pages_follow_one_another_without_loss_or_repetition() {
    let desk = TestDesk::staffed();
    for number in 0..6 {
        desk.ok("customer_save", customer(&format!("沐原民宿{number}号店"), ""));
    }
    let (mut seen, mut after) = (Vec::new(), Value::Null);
    loop {
        let answer = page(&desk, "", after);
        assert_eq!(answer["total"], 7);
        let rows = answer["rows"].as_array().expect("rows").clone();
        seen.extend(rows.iter().map(|row| row["name"].as_str().expect("a name").to_string()));
        after = answer["next"].clone();
        if after.is_null() {
            break;
        }
    }
    let mut unique = seen.clone();
    unique.sort();
    unique.dedup();
    assert_eq!((seen.len(), unique.len()), (7, 7));
    assert_eq!(page(&desk, "3号", Value::Null)["total"], 1);
    assert_eq!(page(&desk, "zhu@qingyu", Value::Null)["total"], 1);
}

#[test]
fn bad_fields_are_named_where_they_stand() {
    let desk = TestDesk::staffed();
    let mut request = customer("", "not an address");
    request["tax_number"] = json!("91310115MA1H8R7C6D");
    request["note"] = json!("字".repeat(10_001));
    let mut codes = desk.refused("customer_save", request);
    codes.sort();
    assert_eq!(codes, ["FieldMissing", "FieldNotEmail", "FieldTooLong", "TaxNumberWrong"]);
}

#[test]
fn text_from_outside_stays_text() {
    let desk = TestDesk::staffed();
    for name in ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "'; drop table customer; --", "甲\r\n乙"]
    {
        let saved = desk.ok("customer_save", customer(name, ""));
        let expected = name.replace("\r\n", " ");
        assert_eq!(saved["name"], expected);
        assert_eq!(desk.ok("customer_view", json!({ "id": saved["id"] }))["name"], expected);
    }
    desk.ok("customer_save", {
        let mut request = customer("长备注", "");
        request["note"] = json!("字".repeat(10_000));
        request
    });
}

#[test]
fn somebody_faster_wins_and_a_contact_keeps_its_id() {
    let desk = TestDesk::staffed();
    let card = desk.ok("customer_view", json!({ "id": 1 }));
    let saved = desk.ok("customer_save", card.clone());
    assert_eq!(saved["contacts"][0]["id"], card["contacts"][0]["id"]);
    assert!(matches!(desk.ask("customer_save", card), Err(Fault::Stale { .. })));
}
