//! Payment terms as a structured schedule, from which sentence and amounts are generated.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::{Money, Rate};

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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
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
pub fn latest_date(part: &Instalment, ordered_on: Option<NaiveDate>) -> Option<NaiveDate> {
    match (part.trigger, part.day_kind, ordered_on) {
        (Trigger::Order, DayKind::Calendar, Some(day)) => {
            day.checked_add_signed(chrono::Duration::days(part.days))
        }
        _ => None,
    }
}
