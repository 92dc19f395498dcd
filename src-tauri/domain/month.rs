//! The figures of a month, as definitions: K1 成交金额, K3 交付准时率, and how a figure is compared (K8).

use chrono::{Datelike, Months, NaiveDate};

use crate::money::{Money, Rate, divide_half_up};
use crate::refusal::Refusal;

/// A calendar month of the company's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// Reads `202610`; none when it is no month of this or the last century.
    pub fn of(ym: i64) -> Option<Month> {
        let (year, month) = (i32::try_from(ym / 100).ok()?, u32::try_from(ym % 100).ok()?);
        if !(1900..=2199).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, 1).map(|first| Month { first })
    }

    /// The month a day lies in.
    pub fn containing(day: NaiveDate) -> Month {
        Month { first: day.with_day(1).unwrap_or(day) }
    }

    /// `202610`
    pub fn ym(self) -> i64 {
        i64::from(self.first.year()) * 100 + i64::from(self.first.month())
    }

    /// So many months earlier: 1 for 环比, 12 for 同比.
    pub fn back(self, months: u32) -> Month {
        Month { first: self.first.checked_sub_months(Months::new(months)).unwrap_or(self.first) }
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        let next = self.first.checked_add_months(Months::new(1));
        next.and_then(|next| next.pred_opt()).unwrap_or(self.first)
    }
}

/// 环比 or 同比 of an amount: (now − before) ÷ before in basis points, half up. None when there is nothing to
/// compare with, shown 「—」.
pub fn growth_half_up(now: Option<Money>, before: Option<Money>) -> Option<Rate> {
    let before = before.filter(|before| before.0 > 0)?;
    let difference = i128::from(now.unwrap_or_default().0) - i128::from(before.0);
    i64::try_from(divide_half_up(difference * 10_000, i128::from(before.0))).ok().map(Rate)
}

/// A part of a whole in basis points, half up; none when the whole is nothing.
pub fn share_half_up(part: i64, whole: i64) -> Option<Rate> {
    if whole <= 0 {
        return None;
    }
    i64::try_from(divide_half_up(i128::from(part) * 10_000, i128::from(whole))).ok().map(Rate)
}

/// The average order: amount ÷ orders in 分, half up; none without orders.
pub fn average_half_up(amount: Money, orders: i64) -> Option<Money> {
    let average = (orders > 0).then(|| divide_half_up(i128::from(amount.0), i128::from(orders)))?;
    i64::try_from(average).ok().map(Money)
}

/// 净额 (K1), shown apart from 成交金额: the amount won in the month plus what was recorded in it about orders of
/// earlier months (net changes and cancellations, signed). None when there is nothing of either, shown 「—」.
///
/// # Errors
/// `AmountTooLarge`.
pub fn net_of_changes(won: Option<Money>, later: Option<[Money; 2]>) -> Result<Option<Money>, Refusal> {
    if won.is_none() && later.is_none() {
        return Ok(None);
    }
    let parts = won.into_iter().chain(later.into_iter().flatten());
    Money::sum(parts).map(Some).ok_or(Refusal::AmountTooLarge)
}

/// How a promise was kept (K3). The order is from best to worst, and an order stands as its worst line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// Delivered in full on or before the promised date.
    OnTime,
    /// Not delivered, and the promised date has not passed: neither on time nor late.
    Open,
    /// Delivered after the promised date, so many days.
    Late { days: i64 },
    /// Not delivered although the promised date has passed: late, by so many days until today.
    OpenPastDue { days: i64 },
}

/// How one promise stands today. `delivered` is the day on which the full quantity had reached the 交付口径.
pub fn kept(promised: NaiveDate, delivered: Option<NaiveDate>, today: NaiveDate) -> Kept {
    let late = |day: NaiveDate| day.signed_duration_since(promised).num_days();
    match delivered {
        Some(day) if day <= promised => Kept::OnTime,
        Some(day) => Kept::Late { days: late(day) },
        None if today <= promised => Kept::Open,
        None => Kept::OpenPastDue { days: late(today) },
    }
}

impl Kept {
    /// Days late: of a late delivery, or until today.
    pub fn days_late(self) -> Option<i64> {
        match self {
            Kept::Late { days } | Kept::OpenPastDue { days } => Some(days),
            Kept::OnTime | Kept::Open => None,
        }
    }
}

/// K3 of a month, by line or by order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Punctuality {
    /// All that was promised for the month and not cancelled.
    pub due: i64,
    pub on_time: i64,
    pub late: i64,
    pub open_past_due: i64,
    pub open: i64,
    /// Days late over late deliveries; what is still open has no final number of days.
    pub late_days: i64,
}

impl Punctuality {
    /// Counts one promise.
    pub fn count(&mut self, kept: Kept) {
        self.due += 1;
        match kept {
            Kept::OnTime => self.on_time += 1,
            Kept::Open => self.open += 1,
            Kept::OpenPastDue { .. } => self.open_past_due += 1,
            Kept::Late { days } => {
                self.late += 1;
                self.late_days += days;
            }
        }
    }

    /// 交付准时率: on time ÷ all promised in the month.
    pub fn rate_half_up(self) -> Option<Rate> {
        share_half_up(self.on_time, self.due)
    }

    /// 平均迟交天数 over late deliveries, in tenths of a day.
    pub fn average_days_late_tenths(self) -> Option<i64> {
        let average = (self.late > 0)
            .then(|| divide_half_up(i128::from(self.late_days) * 10, i128::from(self.late)))?;
        i64::try_from(average).ok()
    }
}
