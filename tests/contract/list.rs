//! The list of contracts: every sort, conditions, sums, and finding one by its number.

use serde_json::{Value, json};

use super::desk::*;

fn listed(desk: &chengdan_tests::TestDesk, filter: Value, sort: &str, descending: bool) -> Vec<String> {
    let ask = json!({ "filter": filter, "sort": sort, "descending": descending, "after": null, "limit": 50 });
    let page = desk.ok("contract_list", ask);
    let rows = page["rows"].as_array().expect("rows").iter();
    rows.map(|row| row["number"].as_str().unwrap_or("—").to_string()).collect()
}

#[test]
fn contracts_are_listed_by_any_column_and_condition() {
    let desk = desk();
    signed(&desk, "Framework");
    submitted(&desk, "Single");
    saved(&desk, "PurchaseOrder");
    let (frame, single) = ("HT202610-001", "HT202610-002");
    assert_eq!(listed(&desk, json!({}), "", false), [frame, single, "—"], "drafts come last");
    assert_eq!(listed(&desk, json!({}), "amount", true)[0], frame);
    for sort in ["created", "customer", "kind", "state", "called", "signed", "valid", "owner"] {
        for descending in [false, true] {
            assert_eq!(listed(&desk, json!({}), sort, descending).len(), 3, "{sort}");
        }
    }
    assert_eq!(listed(&desk, json!({ "states": ["InReview"] }), "", false), [single]);
    assert_eq!(listed(&desk, json!({ "kinds": ["Framework"] }), "", false), [frame]);
    assert_eq!(listed(&desk, json!({ "text": "ht202610-002" }), "", false), [single]);
    assert_eq!(listed(&desk, json!({ "signed_from": "2026-10-08" }), "", false), [frame]);
    assert_eq!(listed(&desk, json!({ "signed_before": "2026-10-08" }), "", false), Vec::<String>::new());
    assert_eq!(listed(&desk, json!({ "least_fen": 300_000 }), "", false), [frame]);
    let totals = desk.ok("contract_totals", json!({}));
    assert_eq!((&totals["count"], &totals["in_review"]), (&json!(3), &json!(1)));
    assert_eq!(totals["amount_fen"], 500_000 + 251_000 + 251_000);
    let first =
        desk.ok("contract_list", json!({ "sort": "", "descending": false, "after": null, "limit": 2 }));
    let rest = desk
        .ok("contract_list", json!({ "sort": "", "descending": false, "after": first["next"], "limit": 2 }));
    assert_eq!((rest["rows"].as_array().map(Vec::len), &rest["next"]), (Some(1), &Value::Null));
}
