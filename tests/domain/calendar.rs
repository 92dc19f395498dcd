//! The working calendar: the published vectors, and what must hold for every day of ten years.

use chengdan_domain::calendar::Calendar;
use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().skip(1).map(|line| line.split(',').collect())
}

#[test]
fn every_published_day_is_as_the_state_council_says() {
    let calendar = Calendar::published();
    let mut count = 0;
    for row in rows(include_str!("../vectors/holidays.csv")) {
        assert_eq!(calendar.is_working(day(row[0])), row[1] == "work", "{row:?}");
        count += 1;
    }
    assert_eq!(count, 108);
    for year in 2024..=2026 {
        assert!(calendar.knows(year));
    }
    assert!(!calendar.knows(2027), "a year that is not published is not pretended to be known");
}

#[test]
fn the_nth_working_day_after_a_start() {
    let calendar = Calendar::published();
    for row in rows(include_str!("../vectors/workdays.csv")) {
        let count = row[1].parse().expect("a count");
        assert_eq!(calendar.working_day_after(day(row[0]), count), Some(day(row[2])), "{row:?}");
    }
}

#[test]
fn a_rest_day_says_why() {
    let calendar = Calendar::published();
    assert_eq!(calendar.rest_of(day("2026-10-01")), Some("国庆节"));
    assert_eq!(calendar.rest_of(day("2026-11-22")), Some(""));
    assert_eq!(calendar.rest_of(day("2026-10-10")), None);
    assert_eq!(calendar.rolled_forward(day("2026-10-01")), Some(day("2026-10-08")));
}

#[test]
fn a_bad_line_is_named() {
    let bad =
        Calendar::read("date,kind,name\n2026-01-01,off,元旦\n2026-02-30,off,没有这天").expect_err("bad");
    assert_eq!((bad.line, bad.found.as_str()), (3, "2026-02-30,off,没有这天"));
    assert!(Calendar::read("date,kind,name\n2026-01-01,rest,元旦").is_err());
    assert_eq!(Calendar::published().working_day_after(day("2026-01-01"), 10_001), None);
}

proptest! {
    #[test]
    fn adding_one_by_one_equals_adding_at_once(offset in 0_u64..3650, count in 0_u32..60) {
        let calendar = Calendar::published();
        let start = day("2020-01-01") + Days::new(offset);
        let mut step = start;
        for _ in 0..count {
            step = calendar.working_day_after(step, 1).expect("in range");
        }
        let at_once = calendar.working_day_after(start, count).expect("in range");
        prop_assert_eq!(step, at_once);
        prop_assert!(count == 0 || calendar.is_working(at_once), "never ends on a rest day");
        prop_assert!(at_once.year() < 2031);
    }
}
