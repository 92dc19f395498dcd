//! Money, prices and tax: the vectors, the roundings, and sums that always agree.

use chengdan_domain::money::{
    LARGEST_FEN, Money, Price, Quantity, Rate, divide_half_up, line_amount_half_up, net_and_tax_half_up,
    spread_half_up,
};
use proptest::prelude::*;

/// Reads `-300.5` as 分.
pub fn fen(text: &str) -> Money {
    let (sign, size) = text.strip_prefix('-').map_or((1, text), |size| (-1, size));
    let (whole, decimals) = size.split_once('.').unwrap_or((size, ""));
    let decimals = format!("{decimals:0<2}");
    Money(sign * (whole.parse::<i64>().unwrap() * 100 + decimals.parse::<i64>().unwrap()))
}

#[test]
fn every_vector_of_tax_holds() {
    let rows: Vec<&str> = include_str!("../vectors/vat.csv").lines().skip(1).collect();
    assert_eq!(rows.len(), 5);
    for row in rows {
        let cells: Vec<&str> = row.split(',').collect();
        let rate = Rate(cells[1].parse::<i64>().unwrap() * 100);
        assert_eq!(net_and_tax_half_up(fen(cells[0]), rate), (fen(cells[2]), fen(cells[3])), "{row}");
    }
}

#[test]
fn small_prices_and_broken_quantities_round_once() {
    // 0.0385 元 × 1,000 = 38.50 元
    let amount = |price, quantity, discount| {
        line_amount_half_up(Price(price), Quantity(quantity), Rate(discount)).map(|money| money.0)
    };
    assert_eq!(amount(38_500, 1_000_000, 0), Some(3_850));
    // 0.005 元 is half a 分 and goes up; 0.004999 goes down.
    assert_eq!(amount(5_000, 1_000, 0), Some(1));
    assert_eq!(amount(4_999, 1_000, 0), Some(0));
    // 99.99 × 2.5 × 85 % = 212.47875
    assert_eq!(amount(99_990_000, 2_500, 1_500), Some(21_248));
    assert_eq!(amount(i64::MAX, i64::MAX, 0), None);
    assert_eq!(amount(i64::MIN, i64::MAX, i64::MIN), None);
}

#[test]
fn halves_round_away_from_zero() {
    assert_eq!([5, -5, 4, -4, 15, -15].map(|value| divide_half_up(value, 10)), [1, -1, 0, 0, 2, -2]);
}

#[test]
fn sums_end_at_the_range() {
    let most = Money(LARGEST_FEN);
    assert_eq!(most.checked_add(Money(1)), None);
    assert_eq!(Money(-LARGEST_FEN).checked_sub(Money(1)), None);
    assert_eq!(Money::sum([most, Money(-1), Money(1)]), Some(most));
    assert_eq!(Money::sum([most, Money(1), Money(-1)]), None);
}

#[test]
fn a_waiver_is_spread_and_the_last_line_takes_the_rounding() {
    let parts = spread_half_up(Money(100), &[Money(1), Money(1), Money(1)]);
    assert_eq!(parts, [Money(33), Money(33), Money(34)]);
    let parts = spread_half_up(Money(100), &[Money(1), Money(2), Money(0)]);
    assert_eq!(parts, [Money(33), Money(67), Money(0)], "a line without weight gets nothing");
    assert_eq!(spread_half_up(Money(100), &[Money(0)]), [Money(0)]);
    assert_eq!(spread_half_up(Money(100), &[]), []);
    assert_eq!(spread_half_up(Money(100), &[Money(1), Money(-1)]), [Money(0), Money(100)]);
}

proptest! {
    #[test]
    fn net_and_tax_make_the_gross(gross in -LARGEST_FEN..=LARGEST_FEN, rate in 0_i64..=10_000) {
        let (net, tax) = net_and_tax_half_up(Money(gross), Rate(rate));
        prop_assert_eq!(net.0 + tax.0, gross);
        prop_assert!(net.0.abs() <= gross.abs() && net.0.signum() * gross.signum() >= 0);
        // The net is the nearest 分: |net × (1 + rate) − gross| ≤ (1 + rate) ÷ 2.
        let error = i128::from(net.0) * i128::from(10_000 + rate) - i128::from(gross) * 10_000;
        prop_assert!(2 * error.abs() <= i128::from(10_000 + rate));
    }

    #[test]
    fn what_is_spread_adds_up(
        total in -1_000_000_000_i64..1_000_000_000,
        weights in prop::collection::vec(0_i64..1_000_000_000, 1..40),
    ) {
        let weights: Vec<Money> = weights.into_iter().map(Money).collect();
        let parts = spread_half_up(Money(total), &weights);
        let weighty = weights.iter().any(|weight| weight.0 != 0);
        let sum: i64 = parts.iter().map(|part| part.0).sum();
        prop_assert_eq!(sum, if weighty { total } else { 0 });
        for (part, weight) in parts.iter().zip(&weights) {
            prop_assert!(weight.0 != 0 || part.0 == 0);
        }
    }

    #[test]
    fn a_line_is_the_nearest_fen(price in 0_i64..10_000_000_000, quantity in 0_i64..10_000_000, discount in 0_i64..=10_000) {
        let exact = i128::from(price) * i128::from(quantity) * i128::from(10_000 - discount);
        let amount = line_amount_half_up(Price(price), Quantity(quantity), Rate(discount)).unwrap();
        let error = i128::from(amount.0) * 100_000_000_000 - exact;
        prop_assert!(error > -50_000_000_000 && error <= 50_000_000_000);
    }
}

#[test]
fn a_discounted_price_times_its_quantity_is_the_amount_beside_it() {
    use chengdan_domain::money::{Price, Quantity, Rate, discounted_half_up, line_amount_half_up};
    let (price, discount, quantity) = (Price(168_000_000), Rate(500), Quantity(12_000));
    let paid = discounted_half_up(price, discount);
    assert_eq!(paid, Price(159_600_000));
    assert_eq!(line_amount_half_up(paid, quantity, Rate(0)), line_amount_half_up(price, quantity, discount));
    assert_eq!(discounted_half_up(Price(1), Rate(5_000)), Price(1), "half a millionth rounds up");
}
