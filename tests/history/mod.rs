//! Histories: each field before and after, lines that came and went, and on whose behalf somebody wrote.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use crate::order::desk::*;

fn list(desk: &TestDesk, document: &str, id: i64) -> Vec<Value> {
    desk.ok("history_list", json!({ "document": document, "id": id })).as_array().expect("a list").clone()
}

/// Field, before and after of every change of an entry.
fn changes(entry: &Value) -> Vec<(String, String, String)> {
    let text = |change: &Value, key: &str| change[key].as_str().expect("text").to_string();
    let all = entry["changes"].as_array().expect("changes").iter();
    all.map(|change| (text(change, "field"), text(change, "before"), text(change, "after"))).collect()
}

fn change(field: &str, before: &str, after: &str) -> (String, String, String) {
    (field.into(), before.into(), after.into())
}

/// An order that came back, and what its author makes of its lines; answers what the history tells of them.
fn told_of_lines(change: impl FnOnce(&mut Vec<Value>)) -> Vec<(String, String, String)> {
    let desk = TestDesk::staffed();
    let order = submitted(&desk);
    decided(&desk, "approval_send_back", &order, "顾行", "请改");
    desk.sit("林知远");
    let mut draft = again(&desk, &order)["draft"].clone();
    change(draft["lines"].as_array_mut().expect("lines"));
    let order = desk.ok("order_save", draft);
    let told = changes(&list(&desk, "Order", order["id"].as_i64().expect("an id"))[0]);
    told.into_iter().filter(|(field, ..)| field.starts_with("lines.")).collect()
}

#[test]
fn a_changed_line_is_told_by_fields() {
    let told = told_of_lines(|lines| {
        lines[0]["quantity_milli"] = json!(3_000);
        lines[0]["price_micro"] = json!(650_000_000);
        lines[1]["customised"] = json!(false);
    });
    assert_eq!(
        told,
        [
            change("lines.0.quantity_milli", "2000", "3000"),
            change("lines.0.price_micro", "680000000", "650000000"),
            change("lines.1.customised", "true", "false"),
        ]
    );
}

#[test]
fn a_line_that_came_or_went_leaves_the_others_alone() {
    let whole = "智能门锁 S3 Pro · 标准 · 2 · 台 · 680 · 13%";
    assert_eq!(told_of_lines(|lines| drop(lines.remove(0))), [change("lines.0", whole, "")]);
    let twice = |lines: &mut Vec<Value>| lines.insert(1, lines[0].clone());
    assert_eq!(told_of_lines(twice), [change("lines.1", "", whole)]);
    let both = |lines: &mut Vec<Value>| {
        lines.remove(0);
        let mut more = lines[0].clone();
        more["quantity_milli"] = json!(9_000);
        lines.push(more);
    };
    let told = told_of_lines(both);
    assert_eq!(told[0], change("lines.0", whole, ""));
    assert!(told[1].0 == "lines.1" && told[1].1.is_empty() && told[1].2.contains("· 9 ·"), "{told:?}");
    assert_eq!(told.len(), 2);
}

#[test]
fn a_decision_on_behalf_names_whose_it_was_and_who_wrote_it() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk);
    desk.sit("沈一禾");
    let mut request = decision(&desk, &order, "顾行", "同意");
    request["given"] = json!("WeChat");
    request["behalf_reason"] = json!("顾行出差");
    desk.ok("approval_grant", request);
    let id = order["id"].as_i64().expect("an id");
    let entry = list(&desk, "Order", id)[0].clone();
    assert_eq!((&entry["act"], &entry["person"]), (&json!("order_grant"), &json!("沈一禾")));
    assert_eq!(
        changes(&entry),
        [
            change("level", "", "1/3"),
            change("decider", "", "顾行"),
            change("given", "", "WeChat"),
            change("behalf_reason", "", "顾行出差"),
        ]
    );
    decided(&desk, "approval_grant", &again(&desk, &order), "周予安", "");
    assert_eq!(changes(&list(&desk, "Order", id)[0]), [change("level", "", "2/3")]);
}

#[test]
fn a_customer_and_a_product_tell_what_was_there_before_and_who_looks_after_them_by_name() {
    let desk = TestDesk::staffed();
    let mut card = desk.ok("customer_view", json!({ "id": 1 }));
    card["owner_id"] = json!(desk.person("林知远"));
    card["note"] = json!("<b>老客户</b>");
    desk.ok("customer_save", card);
    let entries = list(&desk, "Customer", 1);
    assert_eq!(entries.len(), 2);
    assert_eq!(changes(&entries[0]), [change("owner_id", "", "林知远"), change("note", "", "<b>老客户</b>")]);
    let mut product = desk.ok("product_view", json!({ "id": 1 }));
    product["price_micro"] = json!(690_000_000);
    desk.ok("product_save", product);
    assert_eq!(changes(&list(&desk, "Product", 1)[0]), [change("price_micro", "680000000", "690000000")]);
    assert_eq!(list(&desk, "Product", 99), Vec::<Value>::new());
}
