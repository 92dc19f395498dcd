//! The list of quotations: filters, sorts, pages and totals.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::desk::*;

fn numbers(page: &Value) -> Vec<String> {
    let rows = page["rows"].as_array().expect("rows").iter();
    rows.map(|row| row["number"].as_str().expect("a number").to_string()).collect()
}

#[test]
fn every_column_sorts_and_pages_go_on() {
    let desk = TestDesk::staffed();
    let deal = deal(&desk);
    for quantity in [5, 30, 10] {
        let mut draft = draft(&deal);
        draft["lines"][0]["quantity_milli"] = json!(quantity * 1_000);
        desk.ok("quotation_save", draft);
    }
    let list = |sort: &str, descending: bool, after: Value, limit: i64| {
        desk.ok(
            "quotation_list",
            json!({ "filter": {}, "sort": sort, "descending": descending, "after": after, "limit": limit }),
        )
    };
    assert_eq!(
        numbers(&list("amount", true, Value::Null, 10)),
        ["BJ202610-002", "BJ202610-003", "BJ202610-001"]
    );
    for sort in [
        "created",
        "number",
        "customer",
        "state",
        "valid_until",
        "revision",
        "owner",
        "opportunity",
        "margin",
    ] {
        for descending in [false, true] {
            let first = list(sort, descending, Value::Null, 2);
            let rest = list(sort, descending, first["next"].clone(), 2);
            let mut all = [numbers(&first), numbers(&rest)].concat();
            all.sort();
            assert_eq!(all, ["BJ202610-001", "BJ202610-002", "BJ202610-003"], "{sort}");
        }
    }
}

#[test]
fn filters_find_by_text_state_and_amount() {
    let desk = TestDesk::staffed();
    let offer = sent(&desk);
    let mut small = draft(&offer["opportunity_id"]);
    small["lines"] = json!([line("紧急呼叫器", 1, 66, json!(45_000_000))]);
    desk.ok("quotation_save", small);
    let found = |filter: Value| {
        let ask =
            json!({ "filter": filter, "sort": "number", "descending": false, "after": null, "limit": 10 });
        let page = numbers(&desk.ok("quotation_list", ask));
        let totals = desk.ok("quotation_totals", filter);
        assert_eq!(totals["count"], page.len());
        assert_eq!(totals["all_count"], 2);
        page
    };
    assert_eq!(found(json!({ "text": "呼叫器" })), ["BJ202610-002"]);
    assert_eq!(found(json!({ "text": "青屿" })).len(), 2);
    assert_eq!(found(json!({ "text": "qingyu" })).len(), 2, "by how the customer's name sounds");
    assert_eq!(found(json!({ "states": ["Sent"] })), ["BJ202610-001"]);
    assert_eq!(found(json!({ "least_fen": 1_000_000 })), ["BJ202610-001"]);
    assert_eq!(found(json!({ "valid_before": "2026-10-28" })), [""; 0]);
    assert_eq!(found(json!({ "valid_from": "2026-10-28" })).len(), 2);
    let totals = desk.ok("quotation_totals", json!({}));
    assert_eq!((&totals["amount_fen"], &totals["open_count"]), (&json!(4_566_600), &json!(1)));
}
