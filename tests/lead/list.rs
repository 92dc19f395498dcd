//! The list of leads against the plainest possible reading: every filter and sort, page after page.

use std::collections::BTreeSet;

use chengdan_app::fault::Fault;
use chengdan_tests::TestDesk;
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};

use super::desk::*;

const PAGE: usize = 7;
const SORTS: [(&str, &str); 13] = [
    ("received", "received_at"),
    ("registered", "registered_at"),
    ("customer", "customer"),
    ("contact", "contact"),
    ("grade", "grade"),
    ("state", "state"),
    ("source", "source"),
    ("industry", "industry"),
    ("region", "region"),
    ("owner", "owner"),
    ("followed", "followed_at"),
    ("next", "next_on"),
    ("due", "due_at"),
];

/// Forty leads of every kind; the clock ends where some are overdue.
pub fn desk() -> TestDesk {
    let desk = TestDesk::staffed();
    let mut dice = StdRng::seed_from_u64(4);
    for number in 0..40 {
        at(&desk, &format!("2026-10-08T{:02}:{:02}:00Z", 1 + number / 12, 42 + number % 12));
        desk.sit("林知远");
        let mut one = card(&format!("{}{number} 有限公司", ["云栖", "沐原", "Alpha", "=1+1"][number % 4]));
        one["contact"] = json!(["何工", "", "Zoe"][number % 3]);
        one["industry"] = json!(["酒店", "医疗", ""][dice.random_range(0..3)]);
        one["province"] = json!(["示例省", "外省", ""][dice.random_range(0..3)]);
        one["source"] = json!(["Inquiry", "Exhibition", "Marketing", "Referral", "Other"][number % 5]);
        one["received_at"] = json!(format!("2026-10-0{}T0{}:00:00Z", 5 + number % 3, number % 7));
        let lead = desk.ok("lead_save", one);
        let grade = ["A", "B", "C"][number % 3];
        match number % 6 {
            0 => {}
            1 => drop(rated(&desk, &lead, grade)),
            2 | 3 => {
                let lead = assigned(&desk, &rated(&desk, &lead, grade), "林知远");
                called(&desk, &lead, number % 2 == 0, Some(["2026-10-10", "2026-10-20"][number % 2]));
            }
            4 => {
                let lead = rated(&desk, &lead, grade);
                desk.ok("lead_lose", with(&lead, json!({ "reason": "没钱" })));
            }
            _ => drop(
                desk.ok("lead_convert", with(&rated(&desk, &lead, grade), json!({ "customer_id": null }))),
            ),
        }
    }
    at(&desk, "2026-10-12T01:00:00Z");
    desk.sit("林知远");
    desk
}

/// All pages of a question, one after the other.
pub fn listed(desk: &TestDesk, filter: &Value, sort: &str, descending: bool) -> Vec<Value> {
    let (mut rows, mut after) = (Vec::new(), Value::Null);
    loop {
        let ask = json!({ "filter": filter, "sort": sort, "descending": descending, "after": after, "limit": PAGE });
        let page = desk.ok("lead_list", ask);
        let shown = page["rows"].as_array().expect("rows");
        assert!(shown.len() <= PAGE);
        rows.extend(shown.iter().cloned());
        after = page["next"].clone();
        if after.is_null() {
            return rows;
        }
    }
}

/// What a row is sorted by: where nothing is, as the list says.
fn key(row: &Value, sort: &str, field: &str) -> String {
    let text = row[field].as_str();
    match sort {
        "customer" => chengdan_domain::text::name_key(text.unwrap_or_default()),
        "grade" => text.unwrap_or("Z").into(),
        "next" | "due" => text.unwrap_or("~").into(),
        "state" => {
            let order = ["New", "Rated", "Assigned", "Converted", "Lost", "Invalid", "Merged"];
            order.iter().position(|state| Some(*state) == text).expect("a state").to_string()
        }
        _ => text.unwrap_or_default().into(),
    }
}

#[test]
fn every_sort_walks_every_row_once_in_order() {
    let desk = desk();
    for (sort, field) in SORTS {
        let rows = listed(&desk, &json!({}), sort, false);
        let ids: BTreeSet<i64> = rows.iter().filter_map(|row| row["id"].as_i64()).collect();
        assert_eq!((rows.len(), ids.len()), (40, 40), "{sort}");
        let keys: Vec<(String, i64)> =
            rows.iter().map(|row| (key(row, sort, field), row["id"].as_i64().expect("an id"))).collect();
        assert!(keys.is_sorted(), "{sort}: {keys:?}");
        let mut back = listed(&desk, &json!({}), sort, true);
        back.reverse();
        assert_eq!(rows, back, "{sort} backwards");
    }
}

fn passes(row: &Value, owner: i64, filter: &Value) -> bool {
    let text = |name: &str| filter[name].as_str();
    let within = |name: &str, field: &str| {
        filter[name].as_array().is_none_or(|all| all.is_empty() || all.contains(&row[field]))
    };
    let received = row["received_at"].as_str().expect("an instant");
    text("text").is_none_or(|text| row["customer"].as_str().is_some_and(|name| name.contains(text)))
        && within("states", "state")
        && within("grades", "grade")
        && text("source").is_none_or(|source| row["source"] == source)
        && text("industry").is_none_or(|industry| row["industry"] == industry)
        && text("region").is_none_or(|region| row["region"] == region)
        && filter["owner_id"].as_i64().is_none_or(|id| (row["owner"] == "林知远") == (id == owner))
        && (filter["no_owner"] != true || row["owner"] == "")
        // Days of the company's zone begin at 16:00 UTC of the day before.
        && text("received_from").is_none_or(|_| received >= "2026-10-05T16:00:00Z")
        && text("received_before").is_none_or(|_| received < "2026-10-06T16:00:00Z")
        && text("next_from").is_none_or(|from| row["next_on"].as_str().is_some_and(|next| next >= from))
        && text("next_before").is_none_or(|before| row["next_on"].as_str().is_some_and(|next| next < before))
        && (filter["overdue"] != true || row["overdue"] == true)
}

#[test]
fn the_list_is_what_passes_the_filter() {
    let desk = desk();
    let all = listed(&desk, &json!({}), "", false);
    let owner = desk.person("林知远");
    let filters = [
        json!({}),
        json!({ "text": "云栖" }),
        json!({ "states": ["New", "Rated"] }),
        json!({ "states": ["Assigned"], "grades": ["B", "C"] }),
        json!({ "grades": ["A"] }),
        json!({ "source": "Exhibition" }),
        json!({ "industry": "医疗", "region": "外省" }),
        json!({ "region": "临江市" }),
        json!({ "owner_id": owner }),
        json!({ "no_owner": true }),
        json!({ "received_from": "2026-10-06" }),
        json!({ "received_from": "2026-10-06", "received_before": "2026-10-07" }),
        json!({ "next_from": "2026-10-10" }),
        json!({ "next_before": "2026-10-20", "states": ["Assigned"] }),
        json!({ "next_from": "2026-10-11", "next_before": "2026-10-21" }),
        json!({ "overdue": true }),
        json!({ "overdue": true, "text": "沐原" }),
    ];
    for filter in filters {
        let wanted: Vec<&Value> = all.iter().filter(|row| passes(row, owner, &filter)).collect();
        let found = listed(&desk, &filter, "", false);
        assert_eq!(found.iter().collect::<Vec<_>>(), wanted, "{filter}");
        let totals = desk.ok("lead_totals", filter.clone());
        let count = |field: &str, value: Value| wanted.iter().filter(|row| row[field] == value).count();
        let sums = json!({ "count": wanted.len(), "unrated": count("state", json!("New")),
            "overdue": count("overdue", json!(true)), "all_count": 40 });
        assert_eq!(totals, sums, "{filter}");
        assert!(!wanted.is_empty(), "{filter} is worth asking");
    }
    for filter in [json!({ "next_from": "soon" }), json!({ "received_before": "2026-13-01" })] {
        assert!(matches!(desk.ask("lead_totals", filter), Err(Fault::Malformed { .. })));
    }
    for text in ["13900000418", "hegong", "陶工"] {
        assert_eq!(listed(&desk, &json!({ "text": text }), "", false).len(), 40, "{text}");
    }
}

#[test]
fn views_and_columns_of_the_list_are_kept() {
    let desk = desk();
    let content = json!({ "list": "Leads", "filter": { "states": ["New"], "overdue": true }, "sort": "due",
        "descending": false, "columns": [] });
    desk.ok(
        "view_save",
        json!({ "id": null, "version": null, "name": "未评级", "content": content, "shared": false }),
    );
    let look = desk.ok("list_look", json!({ "list": "Leads" }));
    assert_eq!(look["views"][0]["content"]["filter"]["states"], json!(["New"]));
    assert_eq!(desk.ok("list_values", json!({ "of": "LeadIndustry" })), json!(["医疗", "酒店"]));
    assert_eq!(desk.ok("list_values", json!({ "of": "LeadRegion" })).as_array().map(Vec::len), Some(3));
}
