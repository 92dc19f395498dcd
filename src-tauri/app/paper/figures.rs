//! Amounts, prices, quantities, rates and dates as paper shows them.

use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chrono::{Datelike, NaiveDate};

use super::words::Language;

/// `97,200.00`; a minus is `−`.
pub fn money(amount: Money) -> String {
    fixed(amount.0, 2, 2)
}

/// `1,480.00`, `0.0385`: two decimals at least, six at most.
pub fn price(price: Price) -> String {
    fixed(price.0, 6, 2)
}

/// `32`, `2.5`: no needless zeros.
pub fn quantity(quantity: Quantity) -> String {
    fixed(quantity.0, 3, 0)
}

/// `13%`, `1.5%`.
pub fn rate(rate: Rate) -> String {
    format!("{}%", fixed(rate.0, 2, 0))
}

/// `2026 年 10 月 8 日` or `8 October 2026`.
pub fn long_date(language: Language, day: NaiveDate) -> String {
    match language {
        Language::Zh => format!("{} 年 {} 月 {} 日", day.year(), day.month(), day.day()),
        Language::En => day.format("%-d %B %Y").to_string(),
    }
}

/// `2026-10-08`
pub fn date(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// An integer with `places` decimals, of which at least `least` are shown, grouped by thousands.
fn fixed(value: i64, places: u32, least: usize) -> String {
    let unit = 10_u64.pow(places);
    let size = value.unsigned_abs();
    let whole = (size / unit).to_string();
    let mut decimals = format!("{:0width$}", size % unit, width = usize::try_from(places).unwrap_or(0));
    while decimals.len() > least && decimals.ends_with('0') {
        decimals.pop();
    }
    let mut text = String::from(if value < 0 { "−" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push('.');
        text.push_str(&decimals);
    }
    text
}
