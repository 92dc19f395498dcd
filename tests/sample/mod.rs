//! The sample company: the same from the same day, every state in it, and no address that could exist.

use std::collections::BTreeSet;

use chengdan_tests::{TestDesk, first_start};
use serde_json::{Value, json};

fn orders(desk: &TestDesk) -> Vec<Value> {
    let mut rows = Vec::new();
    let mut after = Value::Null;
    loop {
        let ask = json!({
            "filter": { "statuses": [], "text": "", "customer_id": null, "owner_id": null, "promised_before": null,
                "promised_from": null, "created_from": null, "created_before": null, "least_fen": null,
                "overdue": false },
            "sort": "number", "descending": false, "after": after, "limit": 500,
        });
        let page = desk.ok("order_list", ask);
        rows.extend(page["rows"].as_array().expect("rows").iter().cloned());
        after = page["next"].clone();
        if after.is_null() {
            return rows;
        }
    }
}

#[test]
fn the_sample_company_is_whole_and_the_same_every_time() {
    let (first, second) = (TestDesk::without_book(), TestDesk::without_book());
    for desk in [&first, &second] {
        desk.ok("book_create", first_start("Sample"));
        assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
    }
    let (one, other) = (orders(&first), orders(&second));
    assert_eq!(one, other, "the same seed and day make the same company");

    let statuses: BTreeSet<&str> = one.iter().filter_map(|row| row["status"].as_str()).collect();
    for status in [
        "Draft",
        "AwaitingSupervisor",
        "AwaitingFinance",
        "AwaitingOperations",
        "SentBack",
        "Approved",
        "Opening",
    ] {
        assert!(statuses.contains(status), "{status} is missing in {statuses:?}");
    }
    assert!(one.iter().any(|row| row["overdue"] == true), "something is overdue");
    assert!(one.iter().any(|row| row["part_delivered"] == true), "something is part delivered");
    let leads = |desk: &TestDesk| {
        desk.ok("lead_list", json!({ "sort": "due", "descending": false, "after": null, "limit": 100 }))["rows"].clone()
    };
    assert_eq!(leads(&first), leads(&second));
    let states: BTreeSet<String> =
        leads(&first).as_array().expect("leads").iter().map(|row| row["state"].to_string()).collect();
    assert_eq!(states.len(), 7, "leads of every state: {states:?}");
    let every = |name: &str, field: &str| -> BTreeSet<String> {
        let page = first.ok(
            name,
            json!({ "filter": {}, "sort": "created", "descending": false, "after": null, "limit": 100 }),
        );
        page["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .map(|row| row[field].as_str().expect("text").into())
            .collect()
    };
    let stages = ["Lost", "Negotiation", "Solution", "Survey", "Won"].map(String::from);
    assert_eq!(every("opportunity_list", "stage"), BTreeSet::from(stages));
    let states = ["Accepted", "InApproval", "Lost", "Sent"].map(String::from);
    assert_eq!(every("quotation_list", "state"), BTreeSet::from(states));
    assert_eq!(every("contract_list", "state"), BTreeSet::from(["InReview", "Signed"].map(String::from)));
    let people = first.ok("person_list", json!({}));
    let knows = |industry: &str| {
        let mut all = people.as_array().expect("people").iter();
        all.any(|who| who["industries"].as_array().is_some_and(|of| of.contains(&json!(industry))))
    };
    assert!(knows("酒店") && knows("公寓"), "{people}");
    let inbox = first.ok("inbox_view", json!({}));
    assert!(inbox["rows"].as_array().expect("letters").len() >= 10, "letters arrived in the demo inbox");
    let sent = first.ok("outbox_list", json!({ "after": null, "limit": 200 }));
    let states: BTreeSet<&str> =
        sent["rows"].as_array().expect("letters").iter().filter_map(|row| row["state"].as_str()).collect();
    assert!(states.contains("Sent") && states.contains("MissingAddress"), "{states:?}");
    for row in sent["rows"].as_array().expect("letters") {
        let to = row["to"].as_str().expect("an address");
        assert!(to.is_empty() || to.trim_end_matches('>').ends_with("example.com"), "{to}");
    }
}
