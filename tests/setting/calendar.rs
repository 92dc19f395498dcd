//! The working calendar: a year's notice is brought in, what contradicts itself is not, and running clocks follow.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use crate::lead::desk::{at, clock, rated, registered};

/// An invented notice of 2027 in the usual wording.
const OF_2027: &str = "国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n\
    七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。";

fn notice(text: &str) -> Value {
    json!({ "text": text, "year": null })
}

fn warnings(desk: &TestDesk) -> Value {
    desk.ok("app_status", json!({}))["warnings"].clone()
}

/// The year of a view.
fn year(view: &Value, year: i64) -> Option<Value> {
    view["years"].as_array().expect("years").iter().find(|one| one["year"] == year).cloned()
}

#[test]
fn a_missing_year_is_seen_and_brought_in() {
    let desk = TestDesk::staffed();
    let view = desk.ok("calendar_view", json!({}));
    assert_eq!((&view["missing"], &view["today"]), (&Value::Null, &json!("2026-10-08")));
    assert_eq!((&view["years"][0]["year"], &view["years"][0]["own"]), (&json!(2026), &json!(false)));
    assert_eq!(warnings(&desk), json!([]));
    at(&desk, "2026-11-02T01:00:00Z");
    assert_eq!(desk.ok("calendar_view", json!({}))["missing"], 2027, "from November on");
    assert_eq!(warnings(&desk), json!(["calendar_next_missing"]));
    at(&desk, "2027-01-04T01:00:00Z");
    assert_eq!(warnings(&desk), json!(["calendar_year_missing"]));

    desk.sit("林知远");
    assert_eq!(desk.refused("calendar_save", notice(OF_2027)), ["RoleMissing"]);
    assert_eq!(desk.ok("calendar_read", notice(OF_2027))["days"].as_array().map(Vec::len), Some(12));
    desk.sit("沈一禾");
    let view = desk.ok("calendar_save", notice(OF_2027));
    let own = year(&view, 2027).expect("2027");
    assert_eq!(
        (&own["own"], &own["by"], &own["at"]),
        (&json!(true), &json!("沈一禾"), &json!("2027-01-04T01:00:00Z"))
    );
    let day = json!({ "on": "2027-01-01", "rests": true, "holiday": "元旦" });
    assert_eq!((&own["days"][0], &view["missing"]), (&day, &Value::Null));
    assert_eq!(warnings(&desk), json!([]));
    let past = desk.ok("setting_history", json!({ "of": "Settings" }));
    assert_eq!((&past[0]["act"], &past[0]["note"]), (&json!("calendar_save"), &json!("2027")));

    desk.sit("林知远");
    assert_eq!(desk.refused("calendar_remove", json!({ "year": 2027 })), ["RoleMissing"]);
    desk.sit("沈一禾");
    assert_eq!(
        desk.refused("calendar_remove", json!({ "year": 2026 })),
        ["RowNotFound"],
        "it is the program's"
    );
    let view = desk.ok("calendar_remove", json!({ "year": 2027 }));
    assert_eq!((year(&view, 2027), &view["missing"]), (None, &json!(2027)));
}

#[test]
fn a_notice_that_denies_itself_is_not_believed_and_changes_nothing() {
    let desk = TestDesk::staffed();
    let holiday = "关于2027年的通知 一、元旦：1月1日（周五）至3日（周日）放假，";
    for (text, codes) in [
        ("", vec!["NoticeYearMissing"]),
        ("2027年我们都很忙", vec!["NoticeUnreadable"]),
        (&format!("{holiday}共4天。"), vec!["NoticeCountWrong"]),
        (&format!("{holiday}共3天。1月3日（周日）上班。"), vec!["NoticeContradicts"]),
        (&format!("{holiday}共3天。1月10日（周六）上班。"), vec!["NoticeWeekdayWrong"]),
        (&format!("{holiday}共3天。1月5日（周二）上班。"), vec!["NoticeWorksAnyway"]),
        (
            &holiday.replace("2027", "2127").replace("（周五）", "").replace("（周日）", ""),
            vec!["FieldOutOfRange"],
        ),
    ] {
        assert_eq!(desk.refused("calendar_save", notice(text)), codes, "{text}");
        assert_eq!(desk.refused("calendar_read", notice(text)), codes, "{text}");
    }
    assert_eq!(year(&desk.ok("calendar_view", json!({})), 2027), None);
}

#[test]
fn clocks_that_cross_the_year_are_reckoned_anew_and_say_so() {
    let desk = TestDesk::staffed();
    at(&desk, "2026-12-31T02:00:00Z");
    let lead = rated(&desk, &registered(&desk, "甲"), "C");
    let due = |desk: &TestDesk| {
        let view = desk.ok("lead_view", json!({ "id": lead["card"]["id"] }));
        clock(&view, "LeadAssignment").clone()
    };
    let before = due(&desk);
    assert_eq!(
        (&before["due_at"], &before["year_unknown"]),
        (&json!("2027-01-01T10:00:00Z"), &json!(2027)),
        "New Year is not known yet"
    );
    desk.sit("沈一禾");
    let read = desk.ok("calendar_read", notice(OF_2027));
    assert_eq!((&read["year"], &read["clocks"]), (&json!(2027), &json!(1)));
    let changes: Vec<&str> =
        read["changes"].as_array().expect("days").iter().filter_map(|day| day["on"].as_str()).collect();
    assert!(changes.contains(&"2027-01-01") && changes.contains(&"2027-10-09"), "{changes:?}");
    assert_eq!(due(&desk), before, "reading writes nothing");

    desk.ok("calendar_save", notice(OF_2027));
    let after = due(&desk);
    assert_eq!((&after["due_at"], &after["year_unknown"]), (&json!("2027-01-04T10:00:00Z"), &Value::Null));
    assert!(after["steps"].to_string().contains("元旦"), "{after}");
    let past = desk.ok("history_list", json!({ "document": "Lead", "id": lead["card"]["id"] }));
    let change =
        json!([{ "field": "due_at", "before": "2027-01-01T10:00:00Z", "after": "2027-01-04T10:00:00Z" }]);
    assert_eq!((&past[0]["act"], &past[0]["changes"]), (&json!("deadline_moved"), &change));
    assert_eq!(desk.ok("calendar_read", notice(OF_2027))["changes"], json!([]), "it is known now");
    let rows = desk.ok("deadline_record", json!({ "ym": 202_701 }));
    assert_eq!(rows[0]["running"], 1, "it stays in its month");

    desk.ok("calendar_remove", json!({ "year": 2027 }));
    assert_eq!(due(&desk)["due_at"], "2027-01-01T10:00:00Z");
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn a_published_year_may_be_corrected_and_new_clocks_follow() {
    let desk = TestDesk::staffed();
    desk.sit("沈一禾");
    let only =
        "关于2026年的通知 七、国庆节：10月1日（周四）至8日（周四）放假调休，共8天。10月10日（周六）上班。";
    let read = desk.ok("calendar_read", notice(only));
    assert!(read["changes"].to_string().contains("2026-10-08"), "{read}");
    desk.ok("calendar_save", notice(only));
    let lead = registered(&desk, "甲");
    let rating = clock(&lead, "LeadRating");
    assert_eq!(rating["due_at"], "2026-10-09T10:00:00Z", "the 8th rests");
    desk.sit("沈一禾");
    desk.ok("calendar_remove", json!({ "year": 2026 }));
    let view = desk.ok("lead_view", json!({ "id": lead["card"]["id"] }));
    assert_eq!(clock(&view, "LeadRating")["due_at"], "2026-10-08T10:00:00Z", "and not any more");
}
