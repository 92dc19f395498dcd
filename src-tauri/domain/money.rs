//! Money, prices, quantities and tax: integers only, and every rounding carries its name.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The largest amount kept, in 分: below 2^53, so that it is exact in TypeScript and in Excel.
pub const LARGEST_FEN: i64 = 9_007_199_254_740_991;

/// An amount in 分 (1/100 元). Crosses the door as a plain number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Money(pub i64);

/// A tax-inclusive unit price in millionths of 元 (0.0385 元/个 is 38_500).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Price(pub i64);

/// A quantity in thousandths of its unit (2.5 is 2_500).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Quantity(pub i64);

/// A rate in basis points (13 % is 1_300).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Rate(pub i64);

impl Money {
    /// The sum, or `None` when it leaves the range of ±[`LARGEST_FEN`].
    pub fn checked_add(self, other: Money) -> Option<Money> {
        self.0.checked_add(other.0).and_then(Money::within)
    }

    /// The difference, or `None` when it leaves the range of ±[`LARGEST_FEN`].
    pub fn checked_sub(self, other: Money) -> Option<Money> {
        self.0.checked_sub(other.0).and_then(Money::within)
    }

    /// The sum of many, or `None` when it leaves the range.
    pub fn sum(all: impl IntoIterator<Item = Money>) -> Option<Money> {
        all.into_iter().try_fold(Money(0), Money::checked_add)
    }

    fn within(fen: i64) -> Option<Money> {
        (fen.unsigned_abs() <= LARGEST_FEN.unsigned_abs()).then_some(Money(fen))
    }
}

/// The tax-inclusive amount of a line before 整单优惠: price × quantity × (1 − discount), rounded half up to 分.
///
/// `None` when the amount leaves the range of [`Money`].
pub fn line_amount_half_up(price: Price, quantity: Quantity, discount: Rate) -> Option<Money> {
    // micro-元 × milli-units × basis points: 10^6 · 10^3 · 10^4 per 元, so 10^11 per 分.
    // Checked, because a draft may hold any number somebody typed.
    let share = 10_000 - i128::from(discount.0);
    let exact = i128::from(price.0).checked_mul(i128::from(quantity.0))?.checked_mul(share)?;
    Money::within(i64::try_from(divide_half_up(exact, 100_000_000_000)).ok()?)
}

/// The unit price after a line's discount, rounded half up to millionths of 元: what papers show, so that price times
/// quantity is the amount beside it.
pub fn discounted_half_up(price: Price, discount: Rate) -> Price {
    let exact = i128::from(price.0) * i128::from(10_000 - discount.0);
    Price(i64::try_from(divide_half_up(exact, 10_000)).unwrap_or(price.0))
}

/// Splits a tax-inclusive amount into (net, tax): net = gross ÷ (1 + rate) rounded half up, tax = gross − net.
/// A rate below zero counts as none.
pub fn net_and_tax_half_up(gross: Money, rate: Rate) -> (Money, Money) {
    let net = divide_half_up(i128::from(gross.0) * 10_000, 10_000 + i128::from(rate.0.max(0)));
    let net = Money(i64::try_from(net).unwrap_or(gross.0));
    (net, Money(gross.0 - net.0))
}

/// Spreads `total` over parts in proportion to `weights`, each rounded half up; the last part with weight takes the rounding.
pub fn spread_half_up(total: Money, weights: &[Money]) -> Vec<Money> {
    let sum: i128 = weights.iter().map(|weight| i128::from(weight.0)).sum();
    let mut parts = vec![Money(0); weights.len()];
    let Some(last) = weights.iter().rposition(|weight| weight.0 != 0) else { return parts };
    let mut given = 0_i64;
    for (index, weight) in weights.iter().enumerate() {
        if index == last {
            parts[index] = Money(total.0 - given);
        } else if weight.0 != 0 && sum > 0 {
            let share = divide_half_up(i128::from(total.0) * i128::from(weight.0), sum);
            parts[index] = Money(i64::try_from(share).unwrap_or(0));
            given += parts[index].0;
        }
    }
    parts
}

/// `a ÷ b` rounded half away from zero (what merchants call half up); `b` must be positive.
pub fn divide_half_up(a: i128, b: i128) -> i128 {
    let (whole, rest) = (a / b, a % b);
    if rest.unsigned_abs() >= (b - rest.abs()).unsigned_abs() { whole + a.signum() } else { whole }
}
