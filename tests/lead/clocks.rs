//! The clocks of leads (L2, L3, L4, L5): what starts, meets and lapses them, with the clock on the wall moved by the story.

use chengdan_app::clocks::watch;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::desk::*;

#[test]
fn a_lead_is_rated_the_same_day_and_assigned_the_next() {
    let desk = TestDesk::staffed();
    let lead = registered(&desk, "甲");
    assert_eq!(clock(&lead, "LeadRating")["due_at"], "2026-10-08T10:00:00Z");
    assert_eq!(clock(&lead, "LeadRating")["code"], "L2");
    at(&desk, "2026-10-08T08:00:00Z");
    assert_eq!(
        clock(&registered(&desk, "乙"), "LeadRating")["due_at"],
        "2026-10-09T10:00:00Z",
        "after 16:00"
    );
    let lead = rated(&desk, &lead, "A");
    assert_eq!(state_of(&lead, "LeadRating").as_deref(), Some("Met"));
    assert_eq!(clock(&lead, "LeadAssignment")["due_at"], "2026-10-09T10:00:00Z");
    at(&desk, "2026-10-09T11:00:00Z");
    let lead = assigned(&desk, &lead, "林知远");
    assert_eq!(state_of(&lead, "LeadAssignment").as_deref(), Some("Late"));
}

/// The state of the first contact after so many hours.
fn first_contact(hours: i64) -> Option<String> {
    let desk = TestDesk::staffed();
    let lead = in_hand(&desk, "甲", "A");
    assert_eq!(clock(&lead, "LeadFirstContact")["due_at"], "2026-10-10T01:42:00Z");
    desk.clock.set(desk.app.now() + chrono::TimeDelta::hours(hours));
    let lead = called(&desk, &lead, false, None);
    assert_eq!(state_of(&lead, "LeadFirstContact").as_deref(), Some("Running"), "nobody was reached");
    state_of(&called(&desk, &lead, true, None), "LeadFirstContact")
}

#[test]
fn an_a_lead_is_contacted_within_48_hours() {
    assert_eq!(first_contact(47).as_deref(), Some("Met"));
    assert_eq!(first_contact(48).as_deref(), Some("Met"));
    assert_eq!(first_contact(49).as_deref(), Some("Late"));
}

#[test]
fn a_contact_counts_when_it_was_not_when_it_was_written_down() {
    let desk = TestDesk::staffed();
    let lead = in_hand(&desk, "甲", "A");
    at(&desk, "2026-10-10T09:00:00Z");
    desk.sit("林知远");
    let mut ask = call(&lead, true, None);
    ask["at"] = json!("2026-10-09T02:00:00Z");
    assert_eq!(state_of(&desk.ok("lead_follow", ask), "LeadFirstContact").as_deref(), Some("Met"));
}

#[test]
fn a_b_lead_is_followed_weekly_then_forgotten_warned_and_escalated() {
    let desk = TestDesk::staffed();
    let mut lead = in_hand(&desk, "甲", "B");
    assert_eq!(clock(&lead, "LeadFollowUpB")["due_at"], "2026-10-22T10:00:00Z");
    assert_eq!(state_of(&lead, "LeadFirstContact"), None, "48 hours are owed to A leads");
    for day in ["2026-10-09", "2026-10-15", "2026-10-21"] {
        at(&desk, &format!("{day}T02:00:00Z"));
        lead = called(&desk, &lead, true, None);
    }
    assert_eq!(state_of(&lead, "LeadFollowUpB").as_deref(), Some("Met"));
    let weekly = |state: &str| {
        let weekly = ("LeadWeekly".to_string(), state.to_string());
        clocks(&lead).iter().filter(|clock| **clock == weekly).count()
    };
    assert_eq!((weekly("Met"), weekly("Running")), (2, 1));
    assert_eq!(clock(&lead, "LeadWeekly")["due_at"], "2026-10-28T10:00:00Z");

    assert_eq!(watch(&desk.app).expect("a watch"), 0, "there is time");
    at(&desk, "2026-10-27T10:00:00Z");
    assert_eq!(watch(&desk.app).expect("a watch"), 1, "warned at the last closing time");
    at(&desk, "2026-10-29T01:00:00Z");
    assert_eq!(watch(&desk.app).expect("a watch"), 1, "escalated");
    assert_eq!(watch(&desk.app).expect("a watch"), 0, "once");
    desk.sit("林知远");
    let today = desk.ok("today_view", json!({ "everyone": false }));
    assert_eq!(
        (&today["rows"][0]["deadline"]["rule"], &today["rows"][0]["overdue"]),
        (&json!("LeadWeekly"), &json!(true))
    );
}

#[test]
fn a_week_asleep_and_a_clock_set_back_neither_lose_nor_double() {
    let desk = TestDesk::staffed();
    for name in ["甲", "乙", "丙"] {
        registered(&desk, name);
    }
    at(&desk, "2026-10-18T01:00:00Z");
    assert_eq!(watch(&desk.app).expect("a watch"), 6, "each is warned of and escalated");
    at(&desk, "2026-10-08T02:00:00Z");
    assert_eq!(watch(&desk.app).expect("a watch"), 0);
    at(&desk, "2026-10-18T02:00:00Z");
    assert_eq!(watch(&desk.app).expect("a watch"), 0);
    let rows = desk.ok("today_view", json!({ "everyone": false }))["rows"].clone();
    assert_eq!(rows, json!([]), "a rating is not the representative's");
    desk.sit("顾行");
    let today = desk.ok("today_view", json!({ "everyone": false }));
    assert_eq!(today["rows"].as_array().map(Vec::len), Some(3));
}

#[test]
fn another_grade_is_another_set_of_clocks() {
    let desk = TestDesk::staffed();
    let lead = called(&desk, &in_hand(&desk, "甲", "A"), true, None);
    assert_eq!(state_of(&lead, "LeadWeekly"), None, "the week is owed to B and C");
    at(&desk, "2026-10-09T02:00:00Z");
    let lead = rated(&desk, &lead, "C");
    assert_eq!(state_of(&lead, "LeadIntoStage2").as_deref(), Some("Lapsed"));
    assert_eq!(clock(&lead, "LeadWeekly")["started_at"], "2026-10-08T01:42:00Z", "from the last contact on");
    assert_eq!(
        clocks(&lead).iter().filter(|(rule, _)| rule == "LeadAssignment").count(),
        1,
        "it is assigned"
    );
    let lead = rated(&desk, &lead, "A");
    assert_eq!(state_of(&lead, "LeadWeekly").as_deref(), Some("Lapsed"));
    assert_eq!(state_of(&lead, "LeadIntoStage2").as_deref(), Some("Running"));
    desk.sit("林知远");
    let lead = desk.ok("lead_convert", with(&lead, json!({ "customer_id": null })));
    assert_eq!(state_of(&lead, "LeadIntoStage2").as_deref(), Some("Met"));
    assert!(clocks(&lead).iter().all(|(_, state)| state != "Running"));
}

#[test]
fn handing_over_takes_what_is_left_of_the_time() {
    let desk = TestDesk::staffed();
    desk.sit("沈一禾");
    desk.ok("person_save", chengdan_tests::person("许澈", json!(["SalesRep"])));
    let lead = in_hand(&desk, "甲", "A");
    let due = clock(&lead, "LeadFirstContact")["due_at"].clone();
    at(&desk, "2026-10-09T01:00:00Z");
    let lead = assigned(&desk, &lead, "许澈");
    assert_eq!(clock(&lead, "LeadFirstContact")["due_at"], due);
    let whose = |name: &str| {
        desk.sit(name);
        let today = desk.ok("today_view", json!({ "everyone": false }));
        let all = [&today["rows"], &today["soon"]].map(|rows| rows.as_array().expect("rows").len());
        all.iter().sum::<usize>()
    };
    assert_eq!((whose("林知远"), whose("许澈")), (0, 2));
}

#[test]
fn the_next_contact_is_the_last_that_was_promised() {
    let desk = TestDesk::staffed();
    let lead = in_hand(&desk, "甲", "A");
    let lead = called(&desk, &lead, true, Some("2026-10-10"));
    assert_eq!(clock(&lead, "LeadNextContact")["due_at"], "2026-10-10T10:00:00Z", "a working Saturday");
    let lead = called(&desk, &lead, false, Some("2026-10-17"));
    let due: Vec<&Value> = lead["deadlines"]
        .as_array()
        .expect("clocks")
        .iter()
        .filter(|clock| clock["rule"] == "LeadNextContact" && clock["state"] == "Running")
        .map(|clock| &clock["due_at"])
        .collect();
    assert_eq!(due, [&json!("2026-10-19T10:00:00Z")], "a Saturday rolls on to Monday");
    let steps = clock(&lead, "LeadNextContact")["steps"].to_string();
    assert!(steps.contains("RolledForward"), "{steps}");
}
