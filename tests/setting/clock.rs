//! 时限: lengths are settings with a past; clocks that run keep theirs.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use crate::lead::desk::{at, clock, in_hand};

fn rule(rules: &Value, name: &str) -> Value {
    rules.as_array().expect("rules").iter().find(|rule| rule["rule"] == name).expect("a rule").clone()
}

fn set(rule: &str, length: Value) -> Value {
    json!({ "rule": rule, "length": length })
}

fn hours(hours: i64) -> Value {
    json!({ "kind": "ClockHours", "hours": hours })
}

#[test]
fn every_rule_stands_there_with_its_standard() {
    let desk = TestDesk::staffed();
    let rules = desk.ok("clock_rules", json!({}));
    assert_eq!(rules.as_array().map(Vec::len), Some(11));
    let first = rule(&rules, "LeadFirstContact");
    assert_eq!(
        (&first["code"], &first["length"], &first["standard"]),
        (&json!("L4"), &hours(48), &hours(48))
    );
    assert_eq!((&first["warns"], &first["past"]), (&json!({ "who": "Person" }), &json!([])));
    assert_eq!(first["escalates"], json!({ "who": "Holders", "role": "SalesSupervisor" }));
}

#[test]
fn a_new_length_counts_from_now_on_and_what_runs_keeps_its_own() {
    let desk = TestDesk::staffed();
    let running = in_hand(&desk, "甲", "A");
    assert_eq!(clock(&running, "LeadFirstContact")["due_at"], "2026-10-10T01:42:00Z");
    at(&desk, "2026-10-08T02:00:00Z");
    desk.sit("林知远");
    assert_eq!(desk.refused("clock_save", set("LeadFirstContact", hours(24))), ["RoleMissing"]);
    desk.sit("沈一禾");
    let saved = rule(&desk.ok("clock_save", set("LeadFirstContact", hours(24))), "LeadFirstContact");
    let past = json!([{ "length": hours(24), "from": "2026-10-08T02:00:00Z", "by": "沈一禾" }]);
    assert_eq!((&saved["length"], &saved["standard"], &saved["past"]), (&hours(24), &hours(48), &past));
    let again = rule(&desk.ok("clock_save", set("LeadFirstContact", hours(24))), "LeadFirstContact");
    assert_eq!(again["past"], past, "the same again says nothing");
    let view = desk.ok("lead_view", json!({ "id": running["card"]["id"] }));
    assert_eq!(clock(&view, "LeadFirstContact")["due_at"], "2026-10-10T01:42:00Z", "it runs on");
    let fresh = in_hand(&desk, "乙", "A");
    let first = clock(&fresh, "LeadFirstContact");
    assert_eq!((&first["due_at"], &first["length"]), (&json!("2026-10-09T02:00:00Z"), &hours(24)));
    let told = desk.ok("setting_history", json!({ "of": "Settings" }));
    let change = &told[0]["changes"][0];
    assert_eq!((&told[0]["act"], &change["field"]), (&json!("clock_save"), &json!("clock.LeadFirstContact")));
    assert_eq!(change["after"], json!("{\"kind\":\"ClockHours\",\"hours\":24}"));
}

/// The contract was signed before the length was changed: what counts is when the limit began.
#[test]
fn what_began_before_the_change_has_the_length_of_its_day() {
    let desk = TestDesk::staffed();
    desk.sit("沈一禾");
    desk.ok("clock_save", set("OrderSubmission", json!({ "kind": "WorkingDays", "days": 5 })));
    desk.sit("林知远");
    let due = |signed: &str| {
        let mut ask = crate::order::desk::draft(&desk);
        ask["contract_signed_on"] = json!(signed);
        desk.ok("order_save", ask);
        let rows = desk.ok("today_view", json!({ "everyone": false }));
        let all = [&rows["rows"], &rows["soon"]].map(|rows| rows.as_array().expect("rows").clone()).concat();
        let all = all.iter().map(|row| row["deadline"]["due_at"].as_str().expect("an instant").to_string());
        all.max().expect("a clock")
    };
    assert_eq!(due("2026-09-30"), "2026-10-08T10:00:00Z");
    assert_eq!(due("2026-10-08"), "2026-10-14T10:00:00Z");
}

#[test]
fn a_length_of_another_kind_or_beyond_reason_is_refused_by_name() {
    let desk = TestDesk::staffed();
    desk.sit("沈一禾");
    let days = |kind: &str, days: i64| json!({ "kind": kind, "days": days });
    for (name, length, codes) in [
        ("LeadFirstContact", days("WorkingDays", 2), "LengthOfAnotherKind"),
        ("LeadRating", hours(8), "LengthOfAnotherKind"),
        ("LeadFirstContact", hours(0), "FieldOutOfRange"),
        ("LeadFirstContact", hours(721), "FieldOutOfRange"),
        ("LeadAssignment", days("WorkingDays", 0), "FieldOutOfRange"),
        ("LeadAssignment", days("WorkingDays", 61), "FieldOutOfRange"),
        ("LeadWeekly", days("CalendarDays", 367), "FieldOutOfRange"),
    ] {
        assert_eq!(desk.refused("clock_save", set(name, length.clone())), [codes], "{name} {length}");
    }
    let cutoff = json!({ "kind": "SameDay", "cutoff": "09:30:00" });
    let saved = rule(&desk.ok("clock_save", set("LeadRating", cutoff.clone())), "LeadRating");
    assert_eq!(saved["length"], cutoff);
    let lead = crate::lead::desk::registered(&desk, "甲");
    assert_eq!(clock(&lead, "LeadRating")["due_at"], "2026-10-09T10:00:00Z", "09:42 is after half past nine");
}
