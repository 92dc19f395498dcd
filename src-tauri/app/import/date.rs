//! What a cell means as a date: serial numbers, 2026.9.5, 2026/9/5, 2026年9月5日, 9月5日, 20260905.

use chengdan_domain::text::fold_width;
use chrono::{Datelike, Days, NaiveDate};

use super::cell::Cell;
use super::value::Problem;

/// What a date without a year is near to.
#[derive(Debug, Clone, Copy)]
pub enum Near {
    /// The last such day up to this one: an order's date.
    UpTo(NaiveDate),
    /// The first such day from this one on: a promise, a delivery.
    From(NaiveDate),
}

/// Reads a date between 1970 and 2199.
pub fn date(cell: &Cell, near: Near) -> Result<NaiveDate, Problem> {
    let day = match cell {
        // A time of day may stand behind it.
        Cell::Date(text) => text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()),
        Cell::Number(text) => of_number(text.split('.').next().unwrap_or(text)),
        Cell::Text(text) => of_text(&fold_width(text), near),
        Cell::Error(_) => return Err("error_value"),
        Cell::Bool(_) => None,
    };
    let day = day.ok_or("not_a_date")?;
    if (1970..2200).contains(&day.year()) { Ok(day) } else { Err("out_of_range") }
}

/// 20260905, or a serial: days since 1899-12-30.
fn of_number(digits: &str) -> Option<NaiveDate> {
    let number: u32 = digits.parse().ok()?;
    if digits.len() == 8 {
        let (year, month) = (i32::try_from(number / 10_000).ok()?, number / 100 % 100);
        return NaiveDate::from_ymd_opt(year, month, number % 100);
    }
    // Below it lies 1928; smaller numbers in a date column are mistakes, not dates.
    let plausible = (10_000..120_000).contains(&number);
    NaiveDate::from_ymd_opt(1899, 12, 30)?
        .checked_add_days(Days::new(u64::from(number)))
        .filter(|_| plausible)
}

fn of_text(text: &str, near: Near) -> Option<NaiveDate> {
    let text = text.trim();
    // A time of day behind the date is of no account.
    let day = text.split(['T', ' ']).next().unwrap_or(text);
    let spaced = text.replace(' ', "");
    if !day.is_empty() && day.bytes().all(|byte| byte.is_ascii_digit()) && !spaced.contains('月') {
        return of_number(day);
    }
    let written = if spaced.contains('月') { spaced.split('日').next().unwrap_or("") } else { day };
    let parts: Vec<&str> =
        written.split(['.', '/', '-', '年', '月']).filter(|part| !part.is_empty()).collect();
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match (parts.as_slice(), numbers.as_slice()) {
        // Only a year of four digits in front is certain; 5/9/26 means three different days.
        ([year, _, _], [number, month, day]) if year.len() == 4 => {
            NaiveDate::from_ymd_opt(i32::try_from(*number).ok()?, *month, *day)
        }
        (_, [month, day]) if written.contains('月') => nearest(*month, *day, near),
        _ => None,
    }
}

fn nearest(month: u32, day: u32, near: Near) -> Option<NaiveDate> {
    // 29 February may be years away.
    (0..8).find_map(|step| {
        let (year, edge) = match near {
            Near::UpTo(edge) => (edge.year() - step, edge),
            Near::From(edge) => (edge.year() + step, edge),
        };
        let found = NaiveDate::from_ymd_opt(year, month, day)?;
        let fits = match near {
            Near::UpTo(_) => found <= edge,
            Near::From(_) => found >= edge,
        };
        fits.then_some(found)
    })
}
