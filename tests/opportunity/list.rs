//! The list and the board of opportunities against the plainest possible reading.

use chengdan_app::fault::Fault;
use chengdan_tests::{TestDesk, customer as new_customer, instant};
use serde_json::{Value, json};

use super::desk::*;

const SORTS: [(&str, &str); 9] = [
    ("created", "created_at"),
    ("number", "number"),
    ("name", "name"),
    ("customer", "customer"),
    ("owner", "owner"),
    ("stage", "stage"),
    ("amount", "amount_fen"),
    ("expected", "expected_on"),
    ("closed", "closed_at"),
];

/// Twenty-four deals of two customers and two people, in several stages.
fn desk() -> TestDesk {
    let desk = TestDesk::staffed();
    let other = desk.ok("customer_save", new_customer("铂叶商业管理有限公司", ""))["id"].clone();
    for number in 0..24_usize {
        desk.clock.set(instant(&format!("2026-10-08T{:02}:{:02}:00Z", 2 + number / 8, number % 8)));
        let mut one =
            card(&desk, ["甲", "乙", "Alpha"][number % 3], i64::try_from(number % 5).unwrap_or(0) * 100_000);
        if number % 2 == 0 {
            one["customer_id"] = other.clone();
        }
        one["expected_on"] = [json!("2026-11-01"), json!("2026-12-01"), Value::Null][number % 3].clone();
        one["owner_id"] = [json!(desk.person("林知远")), Value::Null][number / 12].clone();
        desk.sit("林知远");
        let deal = desk.ok("opportunity_save", one);
        match number % 4 {
            1 => {
                let me = desk.person("林知远");
                let plan = json!({ "configuration": "", "service": "", "plan": "两周", "person_id": me });
                desk.ok("solution_save", with(&deal, plan));
            }
            2 => drop(desk.ok("opportunity_lose", with(&deal, json!({ "reason": "价格", "winner": "" })))),
            _ => {}
        }
    }
    desk
}

fn listed(desk: &TestDesk, filter: &Value, sort: &str, descending: bool) -> Vec<Value> {
    let (mut rows, mut after) = (Vec::new(), Value::Null);
    loop {
        let ask =
            json!({ "filter": filter, "sort": sort, "descending": descending, "after": after, "limit": 7 });
        let page = desk.ok("opportunity_list", ask);
        rows.extend(page["rows"].as_array().expect("rows").iter().cloned());
        after = page["next"].clone();
        if after.is_null() {
            return rows;
        }
    }
}

#[test]
fn every_sort_shows_every_deal_once_and_in_order() {
    let desk = desk();
    for (sort, field) in SORTS {
        for descending in [false, true] {
            let rows = listed(&desk, &json!({}), sort, descending);
            let mut ids: Vec<i64> = rows.iter().filter_map(|row| row["id"].as_i64()).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!((rows.len(), ids.len()), (24, 24), "{sort}");
            let stages = ["Survey", "Solution", "Negotiation", "Contract", "Won", "Lost"];
            let key = |row: &Value| match (sort, &row[field]) {
                ("stage", found) => {
                    format!("{}", stages.iter().position(|stage| found == *stage).expect("a stage"))
                }
                ("amount", found) => format!("{:012}", found.as_i64().expect("an amount")),
                ("expected", Value::Null) => "~".into(),
                (_, found) => found.as_str().unwrap_or_default().to_string(),
            };
            let found: Vec<String> = rows.iter().map(key).collect();
            if sort != "customer" {
                let mut sorted = found.clone();
                sorted.sort();
                if descending {
                    sorted.reverse();
                }
                assert_eq!(found, sorted, "{sort} {descending}");
            }
        }
    }
}

/// A filter, and what it should leave.
type Case = (Value, fn(&Value) -> bool);

#[test]
fn every_filter_leaves_what_it_should_and_the_totals_agree() {
    let desk = desk();
    let all = listed(&desk, &json!({}), "", false);
    let me = desk.person("林知远");
    let cases: [Case; 9] = [
        (json!({ "stages": ["Solution", "Lost"] }), |row| {
            row["stage"] == "Solution" || row["stage"] == "Lost"
        }),
        (json!({ "text": "alpha" }), |row| row["name"] == "Alpha"),
        (json!({ "text": "铂叶" }), |row| row["customer"] == "铂叶商业管理有限公司"),
        (json!({ "owner_id": me }), |row| row["owner"] == "林知远"),
        (json!({ "no_owner": true }), |row| row["owner"] == ""),
        (json!({ "least_fen": 100_000, "most_fen": 300_000 }), |row| {
            (100_000..=300_000).contains(&row["amount_fen"].as_i64().expect("an amount"))
        }),
        (json!({ "expected_from": "2026-11-15", "expected_before": "2026-12-15" }), |row| {
            row["expected_on"] == "2026-12-01"
        }),
        (json!({ "closed_from": "2026-10-08", "closed_before": "2026-10-09" }), |row| {
            !row["closed_at"].is_null()
        }),
        (json!({ "created_from": "2026-10-09" }), |_| false),
    ];
    for (filter, holds) in cases {
        let found = listed(&desk, &filter, "number", false);
        let wanted = all.iter().filter(|row| holds(row));
        assert_eq!(found.len(), wanted.clone().count(), "{filter}");
        assert!(found.iter().all(holds), "{filter}");
        let totals = desk.ok("opportunity_totals", filter.clone());
        assert_eq!(totals["count"], found.len(), "{filter}");
        let open: i64 = found
            .iter()
            .filter(|row| row["state"] == "Open")
            .map(|row| row["amount_fen"].as_i64().expect("an amount"))
            .sum();
        assert_eq!(totals["open_fen"], open, "{filter}");
        let board = desk.ok("opportunity_board", filter.clone());
        let columns = board["columns"].as_array().expect("columns");
        let shown: i64 = columns.iter().map(|column| column["count"].as_i64().expect("a count")).sum();
        assert_eq!(shown, i64::try_from(found.len()).expect("small"), "{filter}");
        for column in columns {
            let rows = column["rows"].as_array().expect("rows");
            assert!(rows.iter().all(|row| row["stage"] == column["stage"]), "{filter}");
            let sum: i64 = rows.iter().map(|row| row["amount_fen"].as_i64().expect("an amount")).sum();
            assert_eq!(column["amount_fen"], sum, "{filter}");
        }
    }
    let board = desk.ok("opportunity_board", json!({}));
    let stages: Vec<&str> = board["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .filter_map(|column| column["stage"].as_str())
        .collect();
    assert_eq!(stages, ["Survey", "Solution", "Negotiation", "Contract", "Won", "Lost"], "empty ones too");
    let strange = json!({ "filter": { "created_from": "gestern" }, "sort": "", "descending": false, "after": null, "limit": 1 });
    assert!(matches!(desk.ask("opportunity_list", strange), Err(Fault::Malformed { .. })));
}
