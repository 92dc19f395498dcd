//! Payment terms as a structured schedule, from which sentence and amounts are generated.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::Calendar;
use crate::money::{Money, Rate};
pub use crate::payment_words::{condition_en, condition_zh, sentence_en, sentence_zh};
use crate::refusal::Refusal;
use crate::text::fold_width;

/// All of the price.
const WHOLE: Rate = Rate(10_000);
/// No term runs longer than ten years.
const MOST_DAYS: i64 = 3_650;

/// What makes an instalment fall due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub enum Trigger {
    /// 预付 / 合同签订
    Order,
    /// 发货前
    BeforeDispatch,
    /// 到货
    Arrival,
    /// 验收
    Acceptance,
    /// 月结: the end of the month of delivery
    MonthEnd,
    /// 票到
    Invoice,
    /// 质保期满
    WarrantyEnd,
}

/// Whether days of a term are calendar or working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
pub enum DayKind {
    #[default]
    Calendar,
    Working,
}

/// One part of the price and when it falls due.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Instalment {
    pub trigger: Trigger,
    pub share: Rate,
    pub days: i64,
    pub day_kind: DayKind,
}

/// How the money moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
pub enum PaymentMethod {
    #[default]
    Transfer,
    AcceptanceBill,
    Cheque,
    Cash,
}

/// A whole schedule; shares must make 100 %.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS, Default)]
pub struct PaymentTerms {
    pub instalments: Vec<Instalment>,
    pub method: PaymentMethod,
}

/// The amounts of the instalments: by share, each rounded half up, the last takes the rounding.
pub fn instalment_amounts_half_up(terms: &PaymentTerms, total: Money) -> Vec<Money> {
    let weights: Vec<Money> = terms.instalments.iter().map(|part| Money(part.share.0)).collect();
    crate::money::spread_half_up(total, &weights)
}

/// The latest date of an instalment, when it is already known; otherwise its condition is printed.
/// An advance without days is due at once, which is a condition and not a date that may lie behind.
pub fn latest_date(
    part: &Instalment,
    ordered_on: Option<NaiveDate>,
    calendar: &Calendar,
) -> Option<NaiveDate> {
    match (part.trigger, ordered_on) {
        (Trigger::Order, Some(day)) if part.days > 0 => date_after(part, day, calendar),
        _ => None,
    }
}

/// The latest date of an instalment once its trigger happened on `day`: so many days later, for 月结 counted
/// from the end of that month; working days by the calendar.
pub fn date_after(part: &Instalment, day: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    let from = if part.trigger == Trigger::MonthEnd { end_of_month(day)? } else { day };
    match (part.day_kind, part.days) {
        (_, 0) => Some(from),
        (DayKind::Calendar, days) => from.checked_add_days(Days::new(u64::try_from(days).ok()?)),
        (DayKind::Working, days) => calendar.working_day_after(from, u32::try_from(days).ok()?),
    }
}

fn end_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// Everything wrong with a schedule; empty when it may be submitted. Rows count from 1.
pub fn check_terms(terms: &PaymentTerms) -> Vec<Refusal> {
    let mut wrong = Vec::new();
    for (row, part) in (1_i64..).zip(&terms.instalments) {
        if part.share.0 <= 0 {
            wrong.push(Refusal::FieldNotPositive { field: "terms.share".to_owned(), row: Some(row) });
        }
        if !(0..=MOST_DAYS).contains(&part.days) {
            let field = "terms.days".to_owned();
            wrong.push(Refusal::FieldOutOfRange { field, row: Some(row), least: 0, most: MOST_DAYS });
        }
    }
    let found = terms.instalments.iter().fold(0_i64, |sum, part| sum.saturating_add(part.share.0));
    if found != WHOLE.0 {
        wrong.push(Refusal::SharesNotWhole { found: Rate(found) });
    }
    wrong
}

/// The usual schedules, by a stable name; the page shows their sentences.
pub fn presets() -> Vec<(&'static str, PaymentTerms)> {
    use Trigger::{Acceptance, Arrival, BeforeDispatch, Invoice, MonthEnd, Order, WarrantyEnd};
    /// A name, and its parts as trigger, share in % and days.
    type Preset = (&'static str, &'static [(Trigger, i64, i64)]);
    let table: [Preset; 9] = [
        ("before_dispatch", &[(BeforeDispatch, 100, 0)]),
        ("on_arrival", &[(Arrival, 100, 0)]),
        ("prepaid_30_dispatch_70", &[(Order, 30, 0), (BeforeDispatch, 70, 0)]),
        (
            "prepaid_30_acceptance_60_warranty_10",
            &[(Order, 30, 0), (Acceptance, 60, 0), (WarrantyEnd, 10, 365)],
        ),
        ("prepaid_50_acceptance_50", &[(Order, 50, 0), (Acceptance, 50, 0)]),
        ("month_30", &[(MonthEnd, 100, 30)]),
        ("month_60", &[(MonthEnd, 100, 60)]),
        ("month_90", &[(MonthEnd, 100, 90)]),
        ("invoice_30", &[(Invoice, 100, 30)]),
    ];
    table.into_iter().map(|(name, parts)| (name, terms_of(parts))).collect()
}

fn terms_of(parts: &[(Trigger, i64, i64)]) -> PaymentTerms {
    let instalments = parts
        .iter()
        .map(|(trigger, percent, days)| Instalment {
            trigger: *trigger,
            share: Rate(percent * 100),
            days: *days,
            day_kind: DayKind::Calendar,
        })
        .collect();
    PaymentTerms { instalments, method: PaymentMethod::Transfer }
}

/// Reads a schedule out of a cell of somebody's workbook: the sentence of a preset, or 月结/票到/货到 with days.
/// `None` when the words are not known; nobody guesses about money.
pub fn recognise(text: &str) -> Option<PaymentTerms> {
    let key = words_key(text);
    let known = presets().into_iter().find(|(_, terms)| words_key(&sentence_zh(terms)) == key);
    if let Some((_, terms)) = known {
        return Some(terms);
    }
    let tables = [
        ("款到发货", Trigger::BeforeDispatch),
        ("先款后货", Trigger::BeforeDispatch),
        ("货到付款", Trigger::Arrival),
        ("月结", Trigger::MonthEnd),
        ("票到", Trigger::Invoice),
        ("货到", Trigger::Arrival),
    ];
    let (trigger, rest) =
        tables.iter().find_map(|(name, trigger)| Some((*trigger, key.strip_prefix(name)?)))?;
    let days = rest.trim_end_matches("付款").trim_end_matches(['内', '天', '日']);
    let days: i64 = if days.is_empty() { 0 } else { days.parse().ok()? };
    (0..=MOST_DAYS).contains(&days).then(|| terms_of(&[(trigger, 100, days)]))
}

fn words_key(text: &str) -> String {
    fold_width(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}
