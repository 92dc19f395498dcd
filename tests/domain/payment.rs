//! Payment schedules: their sentences, amounts and dates, and which are refused.

use chengdan_domain::calendar::Calendar;
use chengdan_domain::money::{Money, Rate};
use chengdan_domain::payment::{
    DayKind, Instalment, PaymentMethod, PaymentTerms, Trigger, check_terms, condition_en, condition_zh,
    date_after, instalment_amounts_half_up, latest_date, presets, recognise, sentence_en, sentence_zh,
};
use chengdan_domain::refusal::Refusal;
use chrono::NaiveDate;
use proptest::prelude::*;

fn part(trigger: Trigger, share: i64, days: i64) -> Instalment {
    Instalment { trigger, share: Rate(share), days, day_kind: DayKind::Calendar }
}

fn terms(instalments: Vec<Instalment>) -> PaymentTerms {
    PaymentTerms { instalments, method: PaymentMethod::Transfer }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn presets_say_what_people_say() {
    let said: Vec<(String, String)> =
        presets().iter().map(|(_, terms)| (sentence_zh(terms), sentence_en(terms))).collect();
    let expected = [
        ("款到发货", "100% before dispatch"),
        ("货到付款", "100% on arrival"),
        ("预付30%，发货前付清70%", "30% in advance, 70% before dispatch"),
        (
            "预付30%，到货验收后付60%，质保金10%满一年付清",
            "30% in advance, 60% on acceptance, 10% retained until 365 days of warranty have passed",
        ),
        ("预付50%，到货验收后付50%", "50% in advance, 50% on acceptance"),
        ("月结30天", "100% 30 days after the end of the month of delivery"),
        ("月结60天", "100% 60 days after the end of the month of delivery"),
        ("月结90天", "100% 90 days after the end of the month of delivery"),
        ("票到30天", "100% within 30 days after receipt of the invoice"),
    ];
    let expected: Vec<(String, String)> =
        expected.iter().map(|(zh, en)| ((*zh).to_owned(), (*en).to_owned())).collect();
    assert_eq!(said, expected);
    assert!(presets().iter().all(|(_, terms)| check_terms(terms).is_empty()));
}

#[test]
fn own_schedules_are_said_too() {
    let own = terms(vec![
        part(Trigger::Order, 3_333, 5),
        part(Trigger::Arrival, 3_333, 0),
        Instalment { day_kind: DayKind::Working, ..part(Trigger::Acceptance, 2_334, 10) },
        part(Trigger::WarrantyEnd, 1_000, 730),
    ]);
    assert_eq!(
        sentence_zh(&own),
        "签约后5天内预付33.33%，到货后付33.33%，到货验收后10个工作日内付23.34%，质保金10%满两年付清"
    );
    assert_eq!(condition_zh(&own.instalments[2]), "到货验收后10个工作日内");
    assert_eq!(condition_en(&own.instalments[2]), "within 10 working days after acceptance");
}

#[test]
fn a_sentence_of_a_workbook_is_recognised_or_left_alone() {
    for (_, terms) in presets() {
        assert_eq!(recognise(&format!(" {} ", sentence_zh(&terms))), Some(terms));
    }
    let month = |days| Some(terms(vec![part(Trigger::MonthEnd, 10_000, days)]));
    assert_eq!(recognise("月结 ４５ 天"), month(45));
    assert_eq!(recognise("月结60"), month(60));
    assert_eq!(recognise("票到15日内付款"), Some(terms(vec![part(Trigger::Invoice, 10_000, 15)])));
    for unknown in ["", "老规矩", "月结若干天", "预付三成", "月结99999天"] {
        assert_eq!(recognise(unknown), None, "{unknown}");
    }
}

#[test]
fn shares_must_make_a_whole() {
    let short = terms(vec![part(Trigger::Order, 3_000, 0), part(Trigger::Arrival, 6_999, 0)]);
    assert_eq!(check_terms(&short), [Refusal::SharesNotWhole { found: Rate(9_999) }]);
    assert_eq!(check_terms(&terms(vec![])), [Refusal::SharesNotWhole { found: Rate(0) }]);
    let odd = terms(vec![part(Trigger::Order, 10_000, 0), part(Trigger::Arrival, 0, -1)]);
    let field = |name: &str| format!("terms.{name}");
    assert_eq!(
        check_terms(&odd),
        [
            Refusal::FieldNotPositive { field: field("share"), row: Some(2) },
            Refusal::FieldOutOfRange { field: field("days"), row: Some(2), least: 0, most: 3_650 },
        ]
    );
}

#[test]
fn dates_are_known_only_when_their_event_is() {
    let advance = part(Trigger::Order, 3_000, 5);
    assert_eq!(
        latest_date(&advance, Some(day("2026-10-08")), Calendar::published()),
        Some(day("2026-10-13"))
    );
    assert_eq!(latest_date(&advance, None, Calendar::published()), None);
    assert_eq!(
        latest_date(&part(Trigger::Order, 3_000, 0), Some(day("2026-10-08")), Calendar::published()),
        None
    );
    assert_eq!(
        latest_date(&part(Trigger::Acceptance, 3_000, 5), Some(day("2026-10-08")), Calendar::published()),
        None
    );
    let working = Instalment { day_kind: DayKind::Working, ..advance };
    // Saturday 10-10 is worked, Sunday rests.
    assert_eq!(
        latest_date(&working, Some(day("2026-10-08")), Calendar::published()),
        Some(day("2026-10-14"))
    );
}

#[test]
fn monthly_accounts_count_from_the_end_of_the_month() {
    let month = part(Trigger::MonthEnd, 10_000, 30);
    assert_eq!(date_after(&month, day("2026-01-31"), Calendar::published()), Some(day("2026-03-02")));
    assert_eq!(date_after(&month, day("2028-02-01"), Calendar::published()), Some(day("2028-03-30")));
    assert_eq!(date_after(&month, day("2026-12-05"), Calendar::published()), Some(day("2027-01-30")));
}

proptest! {
    #[test]
    fn instalments_make_the_amount(total in 0_i64..1_000_000_000_000, cuts in prop::collection::vec(1_i64..2_000, 1..5)) {
        let mut parts: Vec<Instalment> = cuts.iter().map(|share| part(Trigger::Arrival, *share, 0)).collect();
        parts.push(part(Trigger::WarrantyEnd, 10_000 - cuts.iter().sum::<i64>(), 0));
        let schedule = terms(parts);
        prop_assert!(check_terms(&schedule).is_empty());
        let amounts = instalment_amounts_half_up(&schedule, Money(total));
        prop_assert_eq!(amounts.iter().map(|amount| amount.0).sum::<i64>(), total);
        for (amount, part) in amounts.iter().zip(&schedule.instalments).take(cuts.len()) {
            let exact = i128::from(total) * i128::from(part.share.0);
            prop_assert!((i128::from(amount.0) * 10_000 - exact).abs() <= 5_000);
        }
    }
}

/// A schedule whose shares make a whole, with any triggers, days and kinds of days.
fn schedule() -> impl Strategy<Value = PaymentTerms> {
    use Trigger::{Acceptance, Arrival, BeforeDispatch, Invoice, MonthEnd, Order, WarrantyEnd};
    let trigger = prop::sample::select(vec![
        Order,
        BeforeDispatch,
        Arrival,
        Acceptance,
        MonthEnd,
        Invoice,
        WarrantyEnd,
    ]);
    let part = (trigger, 1_i64..3_000, 0_i64..400, prop::bool::ANY);
    prop::collection::vec(part, 1..4).prop_map(|parts| {
        let mut instalments: Vec<Instalment> = parts
            .into_iter()
            .map(|(trigger, share, days, working)| Instalment {
                trigger,
                share: Rate(share),
                days,
                day_kind: if working { DayKind::Working } else { DayKind::Calendar },
            })
            .collect();
        let rest = 10_000 - instalments.iter().map(|part| part.share.0).sum::<i64>();
        instalments.push(part_of_rest(rest));
        PaymentTerms { instalments, method: PaymentMethod::Transfer }
    })
}

fn part_of_rest(share: i64) -> Instalment {
    part(Trigger::Acceptance, share, 30)
}

/// Every percentage that stands in a sentence, in basis points and in order.
fn percentages(sentence: &str) -> Vec<i64> {
    let mut found = Vec::new();
    for (end, _) in sentence.match_indices('%') {
        let digits: String =
            sentence[..end].chars().rev().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let digits: String = digits.chars().rev().collect();
        let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
        found.push(whole.parse::<i64>().unwrap() * 100 + format!("{rest:0<2}").parse::<i64>().unwrap());
    }
    found
}

proptest! {
    /// To the 分, and the sentences name the very shares that were multiplied.
    #[test]
    fn instalments_and_their_sentences_agree(terms in schedule(), total in 0_i64..1_000_000_000_000) {
        prop_assert!(check_terms(&terms).is_empty());
        let amounts = instalment_amounts_half_up(&terms, Money(total));
        prop_assert_eq!(amounts.len(), terms.instalments.len());
        prop_assert_eq!(amounts.iter().map(|amount| amount.0).sum::<i64>(), total);
        let shares: Vec<i64> = terms.instalments.iter().map(|part| part.share.0).collect();
        prop_assert_eq!(percentages(&sentence_zh(&terms)), shares.clone());
        prop_assert_eq!(percentages(&sentence_en(&terms)), shares.clone());
        for (amount, share) in amounts.iter().zip(&shares) {
            let exact = i128::from(total) * i128::from(*share);
            let off = (i128::from(amount.0) * 10_000 - exact).abs();
            // Each is rounded half up; the last one takes what is left.
            prop_assert!(off <= 5_000 * i128::try_from(amounts.len()).unwrap());
        }
    }
}
