//! What cells mean: every form of date, exact decimals, rates, discounts.

use chengdan_app::import::cell::Cell;
use chengdan_app::import::date::{Near, date};
use chengdan_app::import::lead_words::{self, Judged, Standing};
use chengdan_app::import::moment::moment;
use chengdan_app::import::value::{decimal, discount, rate, truth};
use chengdan_domain::lead::{Grade, LeadSource};
use chrono::NaiveDate;

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn number(text: &str) -> Cell {
    Cell::Number(text.into())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_form_of_a_date_is_the_same_day() {
    let near = Near::UpTo(day("2026-10-08"));
    let forms = [
        text("2026.9.5"),
        text("2026/9/5"),
        text("2026/09/05"),
        text("2026-09-05"),
        text("2026年9月5日"),
        text("2026 年 9 月 5 日"),
        text("２０２６．９．５"),
        text("20260905"),
        number("20260905"),
        number("46270"),
        number("46270.75"),
        text("46270"),
        text("9月5日"),
        text("2026-09-05 14:30"),
        text("2026-09-05T14:30:00"),
        Cell::Date("2026-09-05".into()),
        Cell::Date("2026-09-05 14:30".into()),
    ];
    for form in forms {
        assert_eq!(date(&form, near), Ok(day("2026-09-05")), "{form:?}");
    }
}

#[test]
fn a_date_without_its_year_is_the_nearest_on_the_right_side() {
    let today = day("2026-02-10");
    assert_eq!(date(&text("12月20日"), Near::UpTo(today)), Ok(day("2025-12-20")));
    assert_eq!(date(&text("2月10日"), Near::UpTo(today)), Ok(today));
    assert_eq!(date(&text("1月5日"), Near::From(day("2025-12-20"))), Ok(day("2026-01-05")));
    assert_eq!(date(&text("2月29日"), Near::UpTo(today)), Ok(day("2024-02-29")));
}

#[test]
fn what_is_no_date_or_could_be_three_is_not_guessed() {
    let near = Near::UpTo(day("2026-10-08"));
    for form in [
        text("5/9/26"),
        text("26.9.5"),
        text("2026-13-01"),
        text("2026-02-30"),
        text("月底"),
        number("5"),
        number("20261301"),
        Cell::Bool(true),
    ] {
        assert_eq!(date(&form, near), Err("not_a_date"), "{form:?}");
    }
    assert_eq!(date(&text("1899-01-01"), near), Err("out_of_range"));
    assert_eq!(date(&Cell::Error("#N/A".into()), near), Err("error_value"));
}

#[test]
fn decimals_are_exact() {
    let micro = |cell: &Cell| decimal(cell, 6);
    assert_eq!(micro(&number("14.4")), Ok(14_400_000));
    assert_eq!(micro(&number("0.0385")), Ok(38_500));
    assert_eq!(micro(&number("0.30000000000000004")), Ok(300_000));
    assert_eq!(micro(&text("１，２３４．５０ 元")), Ok(1_234_500_000));
    assert_eq!(micro(&text("¥1,234.5")), Ok(1_234_500_000));
    assert_eq!(micro(&text("-3")), Ok(-3_000_000));
    assert_eq!(micro(&text("1.2E+3")), Ok(1_200_000_000));
    assert_eq!(micro(&text(".5")), Ok(500_000));
    assert_eq!(decimal(&text("1.005"), 2), Ok(101), "half up, in decimals");
    assert_eq!(decimal(&number("1.0049999"), 2), Ok(100));
    assert_eq!(decimal(&number("9007199254740993"), 0), Ok(9_007_199_254_740_993), "no float in between");
    for bad in ["十二", "12个", "1.2.3", "", "-", "1e99", "99999999999999999999", "NaN", "inf"] {
        assert_eq!(micro(&text(bad)), Err("not_a_number"), "{bad}");
    }
}

#[test]
fn rates_and_discounts_are_read_as_people_write_them() {
    assert_eq!(rate(&text("13%"), "税率"), Ok(1_300));
    assert_eq!(rate(&number("0.13"), "税率"), Ok(1_300));
    assert_eq!(rate(&number("13"), "税率"), Ok(1_300));
    assert_eq!(rate(&number("1"), "税率(%)"), Ok(100));
    assert_eq!(rate(&number("0.15"), "Discount %"), Ok(1_500));
    assert_eq!(rate(&number("0.15000000596046448"), "Discount"), Ok(1_500), "a float of 32 bits");
    assert_eq!(rate(&text("130%"), "税率"), Err("out_of_range"));
    assert_eq!(discount(&text("8.5折"), "折扣"), Ok(1_500));
    assert_eq!(discount(&text("85 折"), "折扣"), Ok(1_500));
    assert_eq!(discount(&text("5%"), "折扣"), Ok(500));
    assert_eq!(discount(&text("特价"), "折扣"), Err("not_a_number"));
    assert_eq!(truth(&text("是")), Ok(true));
    assert_eq!(truth(&number("0")), Ok(false));
    assert_eq!(truth(&text("也许")), Err("out_of_range"));
}

#[test]
fn a_time_behind_a_date_is_read_in_every_form() {
    let near = Near::UpTo(day("2026-10-08"));
    let time = |cell: &Cell| moment(cell, near).map(|(on, time)| (on == day("2026-09-05"), time));
    let half_past_two = chrono::NaiveTime::from_hms_opt(14, 30, 0);
    for form in [
        text("2026-09-05 14:30"),
        text("2026-09-05T14:30:59"),
        text("2026年9月5日 下午2:30"),
        text("9月5日 2:30 PM"),
        text("２０２６．９．５　１４：３０"),
        number("46270.6041666667"),
        Cell::Date("2026-09-05 14:30".into()),
    ] {
        assert_eq!(time(&form), Ok((true, half_past_two)), "{form:?}");
    }
    for form in [text("2026.9.5"), number("46270"), number("20260905"), Cell::Date("2026-09-05".into())] {
        assert_eq!(time(&form), Ok((true, None)), "{form:?}");
    }
    let midnight = chrono::NaiveTime::from_hms_opt(0, 20, 0);
    assert_eq!(time(&text("2026-09-05 凌晨12:20")), Ok((true, midnight)));
    for bad in ["2026-09-05 24:61", "2026-09-05 12:", "2026-09-05 :30"] {
        assert_eq!(time(&text(bad)), Err("not_a_date"), "{bad}");
    }
}

#[test]
fn words_of_leads_are_known_as_people_write_them() {
    let grades = [
        ("A类", Grade::A),
        ("Ａ 级（高意向）", Grade::A),
        ("中意向", Grade::B),
        ("c", Grade::C),
        ("Grade B", Grade::B),
    ];
    for (words, grade) in grades {
        assert_eq!(lead_words::grade(words), Some(Judged::Grade(grade)), "{words}");
    }
    for words in ["未评级", "", "Not rated"] {
        assert_eq!(lead_words::grade(words), Some(Judged::Unrated), "{words}");
    }
    assert_eq!(lead_words::grade("无效"), Some(Judged::Invalid));
    for strange in ["特级", "D", "AB", "意向"] {
        assert_eq!(lead_words::grade(strange), None, "{strange}");
    }
    let standings = [
        ("跟进中", Standing::Open),
        ("需求调研", Standing::Open),
        ("To assign", Standing::Open),
        ("输单", Standing::Lost),
        ("Lost", Standing::Lost),
        ("无效", Standing::Invalid),
        ("已转化", Standing::Gone),
        ("Merged", Standing::Gone),
    ];
    for (words, standing) in standings {
        assert_eq!(lead_words::standing(words), Some(standing), "{words}");
    }
    assert_eq!(lead_words::standing("飞了"), None);
    assert_eq!(lead_words::source("转介绍"), Some(LeadSource::Referral));
    assert_eq!(lead_words::source("Exhibition"), Some(LeadSource::Exhibition));
    assert_eq!(lead_words::source("抖音"), None);
}
