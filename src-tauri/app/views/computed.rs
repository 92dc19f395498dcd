//! What the core computes from an order while it is typed.

use chengdan_domain::bargain::Difference;
use chengdan_domain::money::{Money, Rate};
use chengdan_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Totals of one tax rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RateTotal {
    pub rate: Rate,
    pub gross_fen: Money,
    pub net_fen: Money,
    pub tax_fen: Money,
}

/// A way of 抹零: with this 整单优惠 the total is whole in `unit_fen`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rounding {
    pub unit_fen: Money,
    pub waiver_fen: Money,
}

/// What the core computes from a draft while it is typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderComputed {
    /// Per line, after its share of the 整单优惠; none while a figure is missing.
    pub line_fen: Vec<Option<Money>>,
    /// Σ of the lines before 整单优惠.
    #[serde(default)]
    pub before_waiver_fen: Money,
    /// 抹到元, 抹到十元, 抹到百元: only those that take something off.
    #[serde(default)]
    pub roundings: Vec<Rounding>,
    pub amount_fen: Money,
    pub net_fen: Money,
    pub tax_fen: Money,
    pub rates: Vec<RateTotal>,
    pub uppercase: String,
    pub terms_sentence: String,
    pub instalment_fen: Vec<Money>,
    /// Order minus contract; none without a contract amount.
    pub contract_difference_fen: Option<Money>,
    /// Where it departs from the contract it stands on.
    #[serde(default)]
    pub differences: Vec<Difference>,
    /// Everything that would stop a submission now.
    pub refusals: Vec<Refusal>,
}
