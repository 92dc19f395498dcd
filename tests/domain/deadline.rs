//! Reckoning deadlines: the steps of each, and what must hold for any start, length and zone.

use chengdan_domain::calendar::Calendar;
use chengdan_domain::deadline::rules::{RULES, RuleId, rule_of};
use chengdan_domain::deadline::{Length, Office, ReckonStep, Reckoning, Rest};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;

fn time(text: &str) -> NaiveTime {
    text.parse().expect("a time")
}

fn shanghai() -> Office<FixedOffset> {
    office(FixedOffset::east_opt(8 * 3600).expect("a zone"))
}

fn office<Z: TimeZone>(zone: Z) -> Office<Z> {
    Office { zone, opens: time("09:00:00"), closes: time("18:00:00") }
}

/// An instant in Shanghai's wall time.
fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_str(&format!("{text} +0800"), "%Y-%m-%d %H:%M %z").expect("an instant").to_utc()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn reckon(start: &str, length: Length) -> Reckoning {
    shanghai().reckon(Calendar::published(), at(start), length).expect("in range")
}

#[test]
fn a_contract_signed_before_the_national_day_is_due_after_it() {
    let found = reckon("2026-09-30 16:20", Length::WorkingDays { days: 1 });
    assert_eq!(found.due, at("2026-10-08 18:00"));
    assert_eq!(
        found.steps,
        [
            ReckonStep::Skipped {
                from: day("2026-10-01"),
                to: day("2026-10-07"),
                rest: Rest::Holiday { name: "国庆节".into() }
            },
            ReckonStep::Counted { on: day("2026-10-08"), nth: 1 },
        ]
    );
}

#[test]
fn a_working_weekend_counts_and_a_plain_one_does_not() {
    let found = reckon("2026-10-08 09:00", Length::WorkingDays { days: 3 });
    assert_eq!(found.due, at("2026-10-12 18:00"));
    let counted = |on: &str, nth| ReckonStep::Counted { on: day(on), nth };
    let sunday = ReckonStep::Skipped { from: day("2026-10-11"), to: day("2026-10-11"), rest: Rest::Weekend };
    assert_eq!(
        found.steps,
        [counted("2026-10-09", 1), counted("2026-10-10", 2), sunday, counted("2026-10-12", 3)]
    );
}

#[test]
fn clock_hours_run_through_nights_and_holidays() {
    let found = reckon("2026-09-30 16:20", Length::ClockHours { hours: 48 });
    assert_eq!((found.due, found.steps.len()), (at("2026-10-02 16:20"), 0));
}

#[test]
fn calendar_days_roll_forward_to_a_working_day() {
    let found = reckon("2026-09-24 10:00", Length::CalendarDays { days: 7 });
    assert_eq!(found.due, at("2026-10-08 18:00"));
    assert_eq!(
        found.steps.last(),
        Some(&ReckonStep::RolledForward { from: day("2026-10-01"), to: day("2026-10-08") })
    );
    assert_eq!(reckon("2026-10-12 10:00", Length::CalendarDays { days: 7 }).due, at("2026-10-19 18:00"));
}

#[test]
fn a_lead_registered_before_four_is_rated_the_same_day() {
    let length = rule_of(RuleId::LeadRating).expect("a rule").length;
    for (registered, due) in [
        ("2026-10-08 15:59", "2026-10-08 18:00"),
        ("2026-10-08 16:00", "2026-10-09 18:00"),
        ("2026-10-10 10:00", "2026-10-10 18:00"),
        ("2026-10-11 10:00", "2026-10-12 18:00"),
        ("2026-10-03 10:00", "2026-10-08 18:00"),
        ("2026-09-30 23:50", "2026-10-08 18:00"),
    ] {
        assert_eq!(reckon(registered, length).due, at(due), "registered {registered}");
    }
}

#[test]
fn it_warns_after_three_quarters_and_by_the_last_closing_before() {
    let warned = |start, length| shanghai().warns_at(Calendar::published(), &reckon(start, length));
    // Due on Thursday 18:00 after a holiday: the last closing before it was on 9-30.
    assert_eq!(warned("2026-09-30 16:20", Length::WorkingDays { days: 1 }), at("2026-09-30 18:00"));
    // 48 hours from 10:00: three quarters are 22:00 the next day, but the desk closes at 18:00.
    assert_eq!(warned("2026-10-13 10:00", Length::ClockHours { hours: 48 }), at("2026-10-14 18:00"));
    assert_eq!(warned("2026-10-13 10:00", Length::ClockHours { hours: 4 }), at("2026-10-13 13:00"));
}

#[test]
fn every_rule_has_its_row_once_and_can_be_met() {
    for id in RuleId::ALL {
        assert_eq!(RULES.iter().filter(|rule| rule.id == id).count(), 1, "{id:?}");
    }
    for rule in RULES {
        assert!(
            !rule.starts.is_empty() && !rule.met_by.is_empty() && !rule.lapses_by.is_empty(),
            "{:?}",
            rule.id
        );
        let both = rule.met_by.iter().any(|event| rule.lapses_by.contains(event));
        assert!(!both, "{:?}: nothing both meets it and lets it lapse", rule.id);
    }
}

fn lengths() -> impl Strategy<Value = Length> {
    prop_oneof![
        (0_u32..200).prop_map(|hours| Length::ClockHours { hours }),
        (0_u32..40).prop_map(|days| Length::WorkingDays { days }),
        (0_u32..100).prop_map(|days| Length::CalendarDays { days }),
        Just(Length::SameDay { cutoff: NaiveTime::from_hms_opt(16, 0, 0).expect("a time") }),
    ]
}

fn zones() -> impl Strategy<Value = Tz> {
    prop::sample::select(vec![
        Tz::Asia__Shanghai,
        Tz::America__New_York,
        Tz::Europe__Berlin,
        Tz::Australia__Lord_Howe,
        Tz::Africa__Casablanca,
        Tz::Pacific__Apia,
        Tz::America__Santiago,
    ])
}

/// Any hour of ten years from 2020 on.
fn hours() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..87_600)
        .prop_map(|hours| Utc.with_ymd_and_hms(2020, 1, 1, 0, 0, 0).unwrap() + TimeDelta::hours(hours))
}

proptest! {
    #[test]
    fn it_ends_after_its_start_at_closing_on_a_working_day(start in hours(), length in lengths(), zone in zones()) {
        let (office, calendar) = (office(zone), Calendar::published());
        let found = office.reckon(calendar, start, length).expect("in range");
        if let Length::ClockHours { hours } = length {
            prop_assert_eq!(found.due - start, TimeDelta::hours(i64::from(hours)), "no drift over daylight saving");
        } else {
            let end = found.due.with_timezone(&zone);
            let counts = !matches!(length, Length::WorkingDays { days: 0 });
            prop_assert!(!counts || calendar.is_working(end.date_naive()), "{} rests", end);
            prop_assert!(end.time() >= office.closes && end.time() <= time("19:00:00"), "{}", end);
        }
        let warned = office.warns_at(calendar, &found);
        prop_assert!(warned >= start && (warned <= found.due || found.due < start));
    }

    #[test]
    fn a_later_start_is_never_due_earlier(start in hours(), later in 0_i64..500, length in lengths(), zone in zones()) {
        let (office, calendar) = (office(zone), Calendar::published());
        let due = |start| office.reckon(calendar, start, length).expect("in range").due;
        prop_assert!(due(start) <= due(start + TimeDelta::hours(later)));
    }

    #[test]
    fn the_steps_name_every_day_in_between_once(start in hours(), days in 1_u32..40) {
        let (office, calendar) = (shanghai(), Calendar::published());
        let found = office.reckon(calendar, start, Length::WorkingDays { days }).expect("in range");
        let mut next = office.date(start).succ_opt().expect("a day");
        let mut counted = 0;
        for step in &found.steps {
            let (from, to) = match step {
                ReckonStep::Skipped { from, to, .. } => (*from, *to),
                ReckonStep::Counted { on, nth } => { counted = *nth; (*on, *on) }
                other => panic!("{other:?}"),
            };
            prop_assert_eq!(from, next);
            next = to.succ_opt().expect("a day");
        }
        prop_assert_eq!((counted, next.pred_opt()), (days, Some(office.date(found.due))));
    }
}
