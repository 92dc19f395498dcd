//! What a cell means as a moment: a date, and the time of day where it says one.

use chengdan_domain::text::fold_width;
use chrono::{NaiveDate, NaiveTime};

use super::cell::Cell;
use super::date::{Near, date};
use super::value::{Problem, decimal};

/// Reads a date as [`date`] does, and the time behind it: 「2026-9-5 14:30」, 「9月5日 下午2:30」, 46270.75.
pub fn moment(cell: &Cell, near: Near) -> Result<(NaiveDate, Option<NaiveTime>), Problem> {
    let day = date(cell, near)?;
    let time = match cell {
        Cell::Number(text) if text.contains('.') => of_fraction(cell)?,
        Cell::Text(text) | Cell::Date(text) => of_text(&fold_width(text))?,
        _ => None,
    };
    Ok((day, time))
}

/// The part of a day behind the point of a serial number, to the minute: the file's float knows no more.
fn of_fraction(cell: &Cell) -> Result<Option<NaiveTime>, Problem> {
    let millionths = decimal(cell, 6)?.rem_euclid(1_000_000);
    let minutes = (millionths * 1_440 + 500_000) / 1_000_000;
    let minutes = u32::try_from(minutes.min(1_439)).unwrap_or(0);
    Ok(NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0).filter(|_| millionths > 0))
}

/// The first hour and minute of a text; what looks like a time and is none is bad.
fn of_text(text: &str) -> Result<Option<NaiveTime>, Problem> {
    let Some((before, after)) = text.split_once(':') else { return Ok(None) };
    let number = |digits: String| digits.parse::<u32>().map_err(|_| "not_a_date");
    let is_digit = |letter: &char| letter.is_ascii_digit();
    let hour: String = before.chars().rev().take_while(is_digit).collect();
    let hour = number(hour.chars().rev().collect())?;
    let minute = number(after.chars().take_while(is_digit).collect())?;
    let lower = text.to_lowercase();
    let afternoon = ["下午", "晚上", "pm"].iter().any(|mark| lower.contains(mark));
    let morning = ["上午", "凌晨", "am"].iter().any(|mark| lower.contains(mark));
    let hour = match hour {
        1..=11 if afternoon => hour + 12,
        12 if morning => 0,
        other => other,
    };
    NaiveTime::from_hms_opt(hour, minute, 0).map(Some).ok_or("not_a_date")
}
