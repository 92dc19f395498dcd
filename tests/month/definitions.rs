//! K1, K3 and comparisons as pure definitions.

use chengdan_domain::money::{Money, Rate};
use chengdan_domain::month::{
    Kept, Month, Punctuality, average_half_up, growth_half_up, kept, share_half_up,
};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn months_go_back_over_new_year_and_know_their_last_day() {
    let month = Month::of(202_601).expect("a month");
    assert_eq!(month.back(1).ym(), 202_512);
    assert_eq!(month.back(12).ym(), 202_501);
    assert_eq!(Month::of(202_402).expect("a month").last_day(), day("2024-02-29"));
    assert_eq!(Month::containing(day("2026-10-31")).ym(), 202_610);
    for strange in [0, 2026, 202_613, 202_600, 999_912, -202_601] {
        assert_eq!(Month::of(strange), None, "{strange}");
    }
}

#[test]
fn a_promise_is_kept_on_its_own_day_and_broken_on_the_next() {
    let (promised, today) = (day("2026-09-10"), day("2026-09-20"));
    assert_eq!(kept(promised, Some(day("2026-09-10")), today), Kept::OnTime);
    assert_eq!(kept(promised, Some(day("2026-09-11")), today), Kept::Late { days: 1 });
    assert_eq!(kept(promised, None, today), Kept::OpenPastDue { days: 10 });
    assert_eq!(kept(promised, None, promised), Kept::Open, "on the day itself it is not late yet");
}

#[test]
fn punctuality_counts_each_promise_once_and_open_ones_in_the_whole() {
    let mut figures = Punctuality::default();
    for one in [
        Kept::OnTime,
        Kept::Late { days: 3 },
        Kept::Late { days: 4 },
        Kept::OpenPastDue { days: 9 },
        Kept::Open,
    ] {
        figures.count(one);
    }
    assert_eq!((figures.due, figures.on_time, figures.late), (5, 1, 2));
    assert_eq!((figures.open_past_due, figures.open, figures.late_days), (1, 1, 7));
    assert_eq!(figures.rate_half_up(), Some(Rate(2_000)));
    assert_eq!(figures.average_days_late_tenths(), Some(35));
    assert_eq!(Punctuality::default().rate_half_up(), None, "nothing to count is shown as a dash");
    assert_eq!(Punctuality::default().average_days_late_tenths(), None);
}

#[test]
fn an_order_stands_as_its_worst_line() {
    let worst = [Kept::OnTime, Kept::OpenPastDue { days: 1 }, Kept::Late { days: 30 }].into_iter().max();
    assert_eq!(worst, Some(Kept::OpenPastDue { days: 1 }));
    assert!(Kept::Late { days: 1 } > Kept::Open && Kept::Open > Kept::OnTime);
    assert!(Kept::Late { days: 2 } > Kept::Late { days: 1 });
}

#[test]
fn comparisons_are_basis_points_half_up_and_nothing_without_a_base() {
    assert_eq!(growth_half_up(Some(Money(112_40)), Some(Money(100_00))), Some(Rate(1_240)));
    assert_eq!(growth_half_up(Some(Money(200_01)), Some(Money(300_00))), Some(Rate(-3_333)));
    assert_eq!(
        growth_half_up(None, Some(Money(5))),
        Some(Rate(-10_000)),
        "nothing after something is minus all"
    );
    assert_eq!(growth_half_up(Some(Money(5)), None), None);
    assert_eq!(growth_half_up(Some(Money(5)), Some(Money(0))), None);
    assert_eq!(share_half_up(1, 3), Some(Rate(3_333)));
    assert_eq!(share_half_up(2, 3), Some(Rate(6_667)));
    assert_eq!(share_half_up(1, 0), None);
    assert_eq!(average_half_up(Money(1_005), 2), Some(Money(503)));
    assert_eq!(average_half_up(Money(1_005), 0), None);
}
