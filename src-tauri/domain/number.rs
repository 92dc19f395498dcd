//! Order numbers (O2): `DD202611-001`, wider past 999, reset monthly; older forms such as `DD2023901` are understood.
//! How a company's own numbers look and when they begin anew is a [`Series`].

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::refusal::Refusal;

/// When serials begin anew at 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub enum Reset {
    #[default]
    Monthly,
    Yearly,
    Never,
}

/// How the company's own numbers are made (编号). Year and month stand in every number, whatever the serial counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Series {
    pub prefix: String,
    /// A dash between month and serial.
    pub dash: bool,
    /// The serial's digits at least; past them it grows wider.
    pub digits: i64,
    pub reset: Reset,
}

/// The longest prefix.
pub const PREFIX_MOST: i64 = 8;
/// The fewest and the most digits a serial is filled up to.
pub const DIGITS: std::ops::RangeInclusive<i64> = 3..=6;

impl Default for Series {
    fn default() -> Series {
        Series { prefix: "DD".into(), dash: true, digits: 3, reset: Reset::Monthly }
    }
}

impl Series {
    /// The number as it is printed.
    pub fn text(&self, ym: i64, serial: i64) -> String {
        let dash = if self.dash { "-" } else { "" };
        let width = usize::try_from(self.digits).unwrap_or(3);
        format!("{}{ym:06}{dash}{serial:0width$}", self.prefix)
    }

    /// What a serial is counted within: the month, the year (`202600`), or all time (`0`).
    pub fn period(&self, ym: i64) -> i64 {
        match self.reset {
            Reset::Monthly => ym,
            Reset::Yearly => ym / 100 * 100,
            Reset::Never => 0,
        }
    }

    /// The prefix under which serials are counted: marks at its end do not make another series, just as a number that
    /// is read gives its prefix without them.
    pub fn key(&self) -> &str {
        self.prefix.trim_end_matches('-')
    }

    /// What is wrong with it, all at once.
    pub fn faults(&self) -> Vec<Refusal> {
        let mut faults: Vec<Refusal> = prefix_fault(&self.prefix).into_iter().collect();
        if !DIGITS.contains(&self.digits) {
            let (least, most) = (*DIGITS.start(), *DIGITS.end());
            faults.push(Refusal::FieldOutOfRange { field: "digits".into(), row: None, least, most });
        }
        faults
    }
}

/// A prefix is letters, perhaps with dashes between them: a digit in it could not be told from the year.
pub fn prefix_fault(prefix: &str) -> Option<Refusal> {
    let short = i64::try_from(prefix.chars().count()).is_ok_and(|count| count <= PREFIX_MOST);
    let letters = prefix.chars().all(|letter| letter.is_alphabetic() || letter == '-');
    let begins = prefix.chars().next().is_some_and(char::is_alphabetic);
    let fits = short && letters && begins;
    (!fits).then(|| Refusal::PrefixWrong {
        field: "number_prefix".into(),
        found: prefix.into(),
        most: PREFIX_MOST,
    })
}

/// A number taken apart. Numbers sort by `(ym, serial)` as integers, never as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderNumber {
    pub prefix: String,
    /// Year and month, 202611.
    pub ym: i64,
    pub serial: i64,
}

impl OrderNumber {
    /// The number as it is printed: at least three digits of serial.
    pub fn text(&self) -> String {
        format!("{}{:06}-{:03}", self.prefix, self.ym, self.serial)
    }

    /// Reads a number. Understood are `DD202611-001`, `DD202611001`, `DD2026-11-001`, and the older form
    /// without zeros, `DD2023901` (September 2023, serial 01).
    pub fn read(text: &str) -> Option<OrderNumber> {
        let text = text.trim();
        let start = text.find(|letter: char| letter.is_ascii_digit())?;
        let (prefix, rest) = text.split_at(start);
        let groups: Vec<&str> = rest.split(['-', '_', '/', ' ']).collect();
        if groups.iter().any(|group| group.is_empty() || !group.bytes().all(|byte| byte.is_ascii_digit())) {
            return None;
        }
        let (ym, serial) = match groups.as_slice() {
            [run] => read_run(run)?,
            [month, serial] => (read_month(month)?, integer(serial)?),
            [year, month, serial] if year.len() == 4 && month.len() <= 2 => {
                (year_month(integer(year)?, integer(month)?)?, integer(serial)?)
            }
            _ => return None,
        };
        Some(OrderNumber { prefix: prefix.trim_end_matches(['-', '_', ' ']).into(), ym, serial })
    }
}

/// `FH-DD202611-001-2`: the 发货单 of an order's second delivery; empty while the order has no number.
pub fn delivery_note_number(order: &str, serial: i64) -> String {
    if order.is_empty() { String::new() } else { format!("FH-{order}-{serial}") }
}

/// Where a number stands among others: its own month and serial, or, when it is of no known form, the month
/// of its date and the digits at its end.
pub fn sort_key(text: &str, dated_ym: i64) -> (i64, i64) {
    if let Some(number) = OrderNumber::read(text) {
        return (number.ym, number.serial);
    }
    let digits: String = text.chars().rev().take_while(char::is_ascii_digit).take(15).collect();
    let serial: String = digits.chars().rev().collect();
    (dated_ym, integer(&serial).unwrap_or(0))
}

/// Digits without a mark between month and serial. A month of two digits is preferred; what would leave fewer
/// than two digits of serial, or name no month, is read with a month of one digit.
fn read_run(run: &str) -> Option<(i64, i64)> {
    if run.len() < 7 {
        return None;
    }
    let (year, rest) = run.split_at(4);
    let year = integer(year)?;
    for width in [2, 1] {
        let (month, serial) = rest.split_at(width);
        let enough = serial.len() >= 2;
        if let (true, Some(ym)) = (enough, year_month(year, integer(month)?)) {
            return Some((ym, integer(serial)?));
        }
    }
    None
}

fn read_month(text: &str) -> Option<i64> {
    if !(5..=6).contains(&text.len()) {
        return None;
    }
    let (year, month) = text.split_at(4);
    year_month(integer(year)?, integer(month)?)
}

fn year_month(year: i64, month: i64) -> Option<i64> {
    ((1990..=2999).contains(&year) && (1..=12).contains(&month)).then_some(year * 100 + month)
}

fn integer(digits: &str) -> Option<i64> {
    digits.parse().ok()
}
