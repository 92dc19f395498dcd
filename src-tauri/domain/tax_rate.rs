//! VAT rates with the days on which they were in force: a rate outside its validity is refused by name.

use chrono::NaiveDate;

use crate::money::Rate;
use crate::refusal::Refusal;

/// A rate in basis points, its first day and its last one, as year, month and day.
type InForce = (i64, (i32, u32, u32), Option<(i32, u32, u32)>);

/// The rates of goods, services and small taxpayers since 营改增. 13 % of before July 2017 and 13 % of today are two rows.
const RATES: [InForce; 12] = [
    (0, (1994, 1, 1), None),
    (100, (2023, 1, 1), Some((2027, 12, 31))),
    (300, (2014, 7, 1), None),
    (500, (2016, 5, 1), None),
    (600, (2012, 1, 1), None),
    (900, (2019, 4, 1), None),
    (1_000, (2018, 5, 1), Some((2019, 3, 31))),
    (1_100, (2012, 1, 1), Some((2018, 4, 30))),
    (1_300, (1994, 1, 1), Some((2017, 6, 30))),
    (1_300, (2019, 4, 1), None),
    (1_600, (2018, 5, 1), Some((2019, 3, 31))),
    (1_700, (1994, 1, 1), Some((2018, 4, 30))),
];

fn day((year, month, day): (i32, u32, u32)) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Whether a rate is in force on a day.
pub fn is_in_force(rate: Rate, on: NaiveDate) -> bool {
    RATES.iter().filter(|(found, _, _)| *found == rate.0).any(|(_, from, until)| {
        day(*from).is_some_and(|from| from <= on) && until.and_then(day).is_none_or(|until| on <= until)
    })
}

/// Why a line may not carry a rate on a day; none when it may. `row` counts from 1.
pub fn objection(rate: Rate, on: NaiveDate, row: i64) -> Option<Refusal> {
    (!is_in_force(rate, on)).then_some(Refusal::TaxRateNotInForce { row, found: rate, on })
}
