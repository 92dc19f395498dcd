//! What a quotation leaves (Q2): per line and in total, in basis points of the amount; and what needs the supervisor.
//! Costs are tax-inclusive like the prices beside them. Nothing of this may stand on paper.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::QuotationForm;
use crate::money::{Money, Rate, divide_half_up, line_amount_half_up};
use crate::order::form::Priced;

/// What a line, or all of them, leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Margin {
    /// None while a cost is not known.
    pub cost: Option<Money>,
    /// Amount less cost.
    pub left: Option<Money>,
    /// In basis points of the amount; none for a gift.
    pub rate: Option<Rate>,
}

/// Why a version needs the supervisor. `row` counts from 1; none is the whole version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code")]
pub enum Concern {
    /// The margin is below the floor.
    BelowFloor { row: Option<i64>, margin: Rate, floor: Rate },
    /// The line's cost is not known, and so neither is its margin.
    CostUnknown { row: i64 },
    /// The discount off the list is above the limit.
    DiscountAbove { discount: Rate, limit: Rate },
}

/// What the company allows without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    pub margin_floor: Rate,
    pub discount_limit: Rate,
    /// A margin that nobody knows needs the supervisor.
    pub unknown_cost_asks: bool,
}

/// What the company says of costs that nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub enum UnknownCost {
    /// They need the supervisor where any product has a cost; a book without costs has no margins to judge.
    #[default]
    WhereCostsAreKept,
    Asks,
    Passes,
}

impl UnknownCost {
    /// Whether it needs the supervisor, in a book where some product has a cost or none has.
    pub fn asks(self, costs_are_kept: bool) -> bool {
        match self {
            UnknownCost::WhereCostsAreKept => costs_are_kept,
            UnknownCost::Asks => true,
            UnknownCost::Passes => false,
        }
    }
}

fn margin(amount: Money, cost: Option<Money>) -> Margin {
    let left = cost.and_then(|cost| amount.checked_sub(cost));
    let rate = left.filter(|_| amount.0 > 0).and_then(|left| {
        i64::try_from(divide_half_up(i128::from(left.0) * 10_000, i128::from(amount.0))).ok()
    });
    Margin { cost, left, rate: rate.map(Rate) }
}

/// The margin of every line (none while its amount is not known), after its share of 整单优惠.
pub fn of_lines(form: &QuotationForm, priced: &Priced) -> Vec<Option<Margin>> {
    let of = |(index, line): (usize, &super::QuotationLine)| {
        let amount = priced.lines.get(index).copied().flatten()?.amount;
        let cost = line.cost.zip(line.line.quantity);
        let cost = cost.and_then(|(cost, quantity)| line_amount_half_up(cost, quantity, Rate(0)));
        Some(margin(amount, cost))
    };
    form.lines.iter().enumerate().map(of).collect()
}

/// The margin of all lines together; not known while one of them is not.
pub fn in_total(form: &QuotationForm, priced: &Priced) -> Margin {
    let lines: Option<Vec<Money>> =
        of_lines(form, priced).into_iter().flatten().map(|line| line.cost).collect();
    margin(priced.amount, lines.and_then(Money::sum))
}

/// Everything that needs the supervisor; empty when nothing does. Whether a margin nobody knows does, the limits say; it
/// is told all the same ([`is_unknown`]).
pub fn concerns(form: &QuotationForm, priced: &Priced, limits: Limits) -> Vec<Concern> {
    let floor = limits.margin_floor;
    let below = |row: Option<i64>, rate: Option<Rate>| {
        rate.filter(|rate| *rate < floor).map(|margin| Concern::BelowFloor { row, margin, floor })
    };
    let total = in_total(form, priced);
    // Where everything is given away there is no rate, but a loss all the same; a gift beside other lines is theirs to bear.
    let given_away = total.left.filter(|left| left.0 < 0).map(|_| Rate(-10_000));
    let mut found: Vec<Concern> = Vec::new();
    found.extend(below(None, total.rate.or(given_away)));
    for (row, line) in (1..).zip(of_lines(form, priced)) {
        let Some(line) = line else { continue };
        found.extend(below(Some(row), line.rate));
        found.extend(
            (limits.unknown_cost_asks && line.cost.is_none()).then_some(Concern::CostUnknown { row }),
        );
    }
    let discount = priced.discount_off_list(&form.priced_lines());
    let above = discount.filter(|discount| *discount > limits.discount_limit);
    found.extend(above.map(|discount| Concern::DiscountAbove { discount, limit: limits.discount_limit }));
    found
}

/// Whether the cost of any priced line is not known, and so neither is the margin.
pub fn is_unknown(form: &QuotationForm, priced: &Priced) -> bool {
    of_lines(form, priced).into_iter().flatten().any(|line| line.cost.is_none())
}
