//! Numbers: how they are made is a setting; what was given out stays, and no number is given out twice.

use chengdan_domain::number::{OrderNumber, Reset, Series};
use chengdan_tests::{TestDesk, instant};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::order::desk::{draft, seen};

fn series(prefix: &str, dash: bool, digits: i64, reset: &str) -> Value {
    json!({ "prefix": prefix, "dash": dash, "digits": digits, "reset": reset })
}

fn save(desk: &TestDesk, series: Value, next: Value) {
    desk.sit("沈一禾");
    desk.ok("setting_save_series", json!({ "series": series, "next": next }));
}

/// Submits another order and answers its number.
fn number(desk: &TestDesk) -> String {
    desk.sit("林知远");
    let mut draft = draft(desk);
    draft["promised_on"] = json!("2027-06-30");
    let order = desk.ok("order_save", draft);
    let order = desk.ok("order_submit", seen(&order));
    order["number"].as_str().expect("a number").to_string()
}

#[test]
fn the_next_number_is_shown_and_is_the_one_that_comes() {
    let desk = TestDesk::staffed();
    assert_eq!(number(&desk), "DD202610-001");
    let rule = series("XS", false, 5, "Monthly");
    let shown = desk.ok("series_preview", json!({ "series": rule, "next": null }));
    assert_eq!((&shown["next"], &shown["then"]), (&json!("XS20261000001"), &json!("XS20261000002")));
    assert_eq!((&shown["next_month"], &shown["last"]), (&json!("XS20261100001"), &json!("DD202610-001")));
    assert_eq!(number(&desk), "DD202610-002", "looking draws nothing and changes nothing");

    save(&desk, rule, Value::Null);
    assert_eq!(number(&desk), "XS20261000001");
    let first = desk.ok("order_view", json!({ "id": 1 }));
    assert_eq!(first["number"], "DD202610-001", "what was given out stays");
}

#[test]
fn serials_begin_anew_by_month_by_year_or_never() {
    for (reset, expected) in
        [("Monthly", "DD202611-001"), ("Yearly", "DD202611-003"), ("Never", "DD202611-003")]
    {
        let desk = TestDesk::staffed();
        save(&desk, series("DD", true, 3, reset), Value::Null);
        assert_eq!((number(&desk), number(&desk)), ("DD202610-001".into(), "DD202610-002".into()));
        let rule = series("DD", true, 3, reset);
        let shown = desk.ok("series_preview", json!({ "series": rule, "next": null }));
        assert_eq!(shown["next_month"], expected, "{reset}");
        desk.clock.set(instant("2026-11-02T01:00:00Z"));
        assert_eq!(number(&desk), expected, "{reset}");
        desk.clock.set(instant("2027-01-04T01:00:00Z"));
        let new_year = if reset == "Never" { "DD202701-004" } else { "DD202701-001" };
        assert_eq!(number(&desk), new_year, "{reset}");
    }
}

#[test]
fn changing_how_serials_count_never_gives_a_number_twice() {
    let desk = TestDesk::staffed();
    let mut numbers = vec![number(&desk), number(&desk)];
    for reset in ["Yearly", "Monthly", "Never", "Yearly", "Monthly"] {
        save(&desk, series("DD", true, 3, reset), Value::Null);
        numbers.push(number(&desk));
    }
    let expected: Vec<String> = (1..=7).map(|serial| format!("DD202610-{serial:03}")).collect();
    assert_eq!(numbers, expected);
}

#[test]
fn the_next_serial_is_only_raised() {
    let desk = TestDesk::staffed();
    number(&desk);
    save(&desk, series("DD", true, 3, "Monthly"), json!(120));
    assert_eq!(number(&desk), "DD202610-120");
    desk.sit("沈一禾");
    let ask = |next: i64| json!({ "series": series("DD", true, 3, "Monthly"), "next": next });
    assert_eq!(desk.refused("setting_save_series", ask(120)), ["SerialUsed"]);
    assert_eq!(desk.refused("series_preview", ask(1)), ["SerialUsed"]);
    assert_eq!(desk.refused("setting_save_series", ask(1_000_000)), ["FieldOutOfRange"]);
    desk.clock.set(instant("2026-11-02T01:00:00Z"));
    assert_eq!(number(&desk), "DD202611-001", "only this month was raised");
}

#[test]
fn a_prefix_is_letters() {
    let desk = TestDesk::staffed();
    for strange in ["", "D1", "12", "DD 订", "-D", "DDDDDDDDD", "<b>"] {
        let ask = json!({ "series": series(strange, true, 3, "Monthly"), "next": null });
        assert_eq!(desk.refused("setting_save_series", ask), ["PrefixWrong"], "{strange}");
    }
    let ask = json!({ "series": series("D1", true, 9, "Monthly"), "next": null });
    assert_eq!(desk.refused("setting_save_series", ask), ["PrefixWrong", "FieldOutOfRange"]);
    save(&desk, series("订", true, 4, "Monthly"), Value::Null);
    assert_eq!(number(&desk), "订202610-0001");
}

#[test]
fn a_book_from_before_keeps_its_prefix() {
    let desk = TestDesk::staffed();
    let book = desk.app.book().expect("a book");
    let raw = rusqlite::Connection::open(book.folder().join("book.db")).expect("open");
    raw.execute_batch(
        "delete from setting where key = 'series';
         update setting set value = json_set(value, '$.number_prefix', 'QY') where key = 'policy';",
    )
    .expect("as it was");
    assert_eq!(number(&desk), "QY202610-001");
    desk.sit("沈一禾");
    let policy = desk.ok("setting_view", json!({}))["policy"].clone();
    desk.ok("setting_save_policy", policy);
    assert_eq!(
        desk.ok("setting_view", json!({}))["series"]["prefix"],
        "QY",
        "saving the policy does not lose it"
    );
    assert_eq!(number(&desk), "QY202610-002");
}

proptest! {
    /// Whatever a company chooses, a number is read back as what it was made of.
    #[test]
    fn every_number_is_read_back(prefix in "[A-Z]{1,4}(-[A-Z])?", dash: bool, digits in 3_i64..=6, month in 1_i64..=12, serial in 1_i64..=999_999) {
        let series = Series { prefix: prefix.clone(), dash, digits, reset: Reset::Monthly };
        let ym = 202_600 + month;
        let read = OrderNumber::read(&series.text(ym, serial));
        prop_assert_eq!(read, Some(OrderNumber { prefix, ym, serial }));
    }
}
