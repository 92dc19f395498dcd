//! 时限到期: told once each, to whom it concerns, whatever the clock on the wall did.

use chengdan_app::clocks::watch;
use chengdan_app::commands::book::open_last;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::{listening, minutes, taken, wants};
use crate::lead::desk::{at, called, in_hand, rated, registered};

/// The night watch goes round at an instant.
fn round(desk: &TestDesk, text: &str) {
    at(desk, text);
    watch(&desk.app).expect("a watch");
}

/// (kind, count, lead, rule) of what somebody is told about limits.
fn told(desk: &TestDesk, who: &str) -> Vec<(String, i64, Value, String)> {
    desk.sit(who);
    let limits = taken(desk)
        .into_iter()
        .filter(|notice| notice["kind"].as_str().is_some_and(|kind| kind.starts_with("Deadline")));
    let text = |value: &Value| value.as_str().expect("a text").to_string();
    limits
        .map(|one| {
            let count = one["count"].as_i64().expect("a count");
            (text(&one["kind"]), count, one["lead_id"].clone(), text(&one["reason"]))
        })
        .collect()
}

fn due(count: i64, lead: &Value, rule: &str) -> Vec<(String, i64, Value, String)> {
    vec![("DeadlineDue".into(), count, lead.clone(), rule.into())]
}

fn over(count: i64, lead: &Value, rule: &str) -> Vec<(String, i64, Value, String)> {
    vec![("DeadlineOver".into(), count, lead.clone(), rule.into())]
}

#[test]
fn whoever_has_to_meet_it_is_warned_and_who_it_escalates_to_hears_when_it_ran_out() {
    let desk = listening();
    let lead = in_hand(&desk, "甲", "A");
    let id = lead["card"]["id"].clone();
    round(&desk, "2026-10-09T10:00:00Z");
    assert_eq!(told(&desk, "顾行"), [], "it is not the supervisor's");
    assert_eq!(told(&desk, "林知远"), due(1, &id, "LeadFirstContact"));
    assert_eq!(told(&desk, "林知远"), [], "once");
    round(&desk, "2026-10-10T01:43:00Z");
    for who in ["林知远", "顾行"] {
        assert_eq!(told(&desk, who), over(1, &id, "LeadFirstContact"), "{who}");
        assert_eq!(told(&desk, who), [], "once");
    }
    for who in ["周予安", "沈一禾", "何叶"] {
        assert_eq!(told(&desk, who), [], "{who}");
    }
}

#[test]
fn what_is_nobodys_by_name_is_told_to_who_holds_the_role() {
    let desk = listening();
    let id = registered(&desk, "甲")["card"]["id"].clone();
    round(&desk, "2026-10-08T08:00:00Z");
    assert_eq!(told(&desk, "林知远"), []);
    assert_eq!(told(&desk, "顾行"), due(1, &id, "LeadRating"));
    round(&desk, "2026-10-08T10:01:00Z");
    assert_eq!(told(&desk, "顾行"), over(1, &id, "LeadRating"));
    assert_eq!(told(&desk, "沈一禾"), over(1, &id, "LeadRating"), "it escalates to the administrator");
}

#[test]
fn several_are_one_and_what_was_done_meanwhile_is_none() {
    let desk = listening();
    let leads: Vec<Value> = ["甲", "乙", "丙"].map(|name| registered(&desk, name)).to_vec();
    round(&desk, "2026-10-08T08:00:00Z");
    rated(&desk, &leads[0], "C");
    assert_eq!(told(&desk, "顾行"), due(2, &Value::Null, "LeadRating"));
    round(&desk, "2026-10-08T10:01:00Z");
    rated(&desk, &leads[1], "C");
    rated(&desk, &leads[2], "C");
    let late = told(&desk, "顾行").into_iter().filter(|(kind, ..)| kind == "DeadlineOver");
    assert_eq!(late.count(), 0, "they were rated before anybody was told");
}

#[test]
fn a_week_asleep_a_clock_set_back_and_a_restart_neither_lose_nor_double() {
    let desk = listening();
    let lead = in_hand(&desk, "甲", "A");
    let id = lead["card"]["id"].clone();
    round(&desk, "2026-10-18T02:00:00Z");
    let both = told(&desk, "林知远");
    assert_eq!(both, over(2, &Value::Null, "LeadFirstContact"), "what ran out is not told as coming near");
    round(&desk, "2026-10-09T02:00:00Z");
    assert_eq!(told(&desk, "林知远"), [], "the clock was set back");
    round(&desk, "2026-10-18T03:00:00Z");
    assert_eq!(told(&desk, "林知远"), [], "and forward again");
    desk.app.set_book(None);
    open_last(&desk.app).expect("opened");
    round(&desk, "2026-10-18T04:00:00Z");
    assert_eq!(told(&desk, "林知远"), []);
    let lead = desk.ok("lead_view", json!({ "id": id }));
    called(&desk, &lead, true, Some("2026-10-20"));
    round(&desk, "2026-10-20T09:59:00Z");
    assert_eq!(told(&desk, "林知远"), due(1, &id, "LeadNextContact"), "nothing is lost by it");
}

#[test]
fn a_line_that_is_put_off_waits_and_is_told_when_it_comes_back() {
    let desk = listening();
    let lead = in_hand(&desk, "甲", "A");
    let id = lead["card"]["id"].clone();
    desk.sit("林知远");
    let rows = desk.ok("today_view", json!({ "everyone": false }));
    let soon = rows["soon"]
        .as_array()
        .expect("rows")
        .iter()
        .find(|row| row["deadline"]["rule"] == "LeadFirstContact");
    let deadline = soon.expect("the first call")["deadline"]["id"].clone();
    let put_off = |until: &str| json!({ "deadline_id": deadline, "until": until, "reason": "客户出差" });
    desk.ok("today_snooze", put_off("2026-10-12T01:00:00Z"));
    round(&desk, "2026-10-09T10:00:00Z");
    assert_eq!(told(&desk, "林知远"), []);
    round(&desk, "2026-10-10T02:00:00Z");
    assert_eq!(told(&desk, "林知远"), [], "it is put off");
    assert_eq!(told(&desk, "顾行"), over(1, &id, "LeadFirstContact"), "but it ran out");
    round(&desk, "2026-10-12T01:00:00Z");
    assert_eq!(told(&desk, "林知远"), over(1, &id, "LeadFirstContact"));
    minutes(&desk, 5);
    watch(&desk.app).expect("a watch");
    assert_eq!((told(&desk, "林知远"), told(&desk, "顾行")), (vec![], vec![]), "once");
}

#[test]
fn who_does_not_want_it_is_not_told_and_an_older_rule_wants_it() {
    let desk = listening();
    registered(&desk, "甲");
    desk.sit("顾行");
    wants(&desk, json!({ "deadlines": false }));
    round(&desk, "2026-10-08T08:00:00Z");
    assert_eq!(told(&desk, "顾行"), []);
    // The rule of a book from before says nothing about it.
    wants(&desk, json!({}));
    assert_eq!(desk.ok("notice_rule", json!({}))["deadlines"], true);
    assert_eq!(told(&desk, "顾行").len(), 1);
}
