//! Cells of the report's tables: figures that are live formulas carry the value they have now.

use chengdan_domain::money::{Money, Quantity};
use rust_xlsxwriter::Worksheet;

use crate::fault::Fault;
use crate::paper::book::{self, Look};

/// One cell.
pub enum Cell {
    Blank,
    Text(String),
    Count(i64),
    Quantity(Quantity),
    /// 「—」 where there is nothing.
    Money(Option<Money>),
    CountLive(String, f64),
    MoneyLive(String, f64),
    Percent(String, Option<f64>),
    /// 环比, 同比: with sign.
    Change(String, Option<f64>),
    /// Days, points: one decimal.
    Tenth(String, Option<f64>),
}

/// Writes one row; a total stands out.
///
/// # Errors
/// Broken when the sheet cannot be written.
pub fn row(sheet: &mut Worksheet, look: &Look, row: u32, cells: &[Cell], total: bool) -> Result<(), Fault> {
    let pick = |usual, sum| if total { sum } else { usual };
    let (money, count) = (pick(&look.money, &look.total_money), pick(&look.count, &look.total_count));
    let (percent, change) =
        (pick(&look.percent, &look.total_percent), pick(&look.change, &look.total_change));
    let quantity = pick(&look.quantity, &look.total_quantity);
    for (col, cell) in (0_u16..).zip(cells) {
        match cell {
            Cell::Blank => {
                sheet.write_blank(row, col, pick(&look.text, &look.total))?;
            }
            Cell::Text(words) if total => {
                sheet.write_string_with_format(row, col, words, &look.total)?;
            }
            Cell::Text(words) => book::text(sheet, look, row, col, words)?,
            Cell::Count(value) => {
                sheet.write_number_with_format(row, col, book::number(*value), count)?;
            }
            Cell::Quantity(value) => {
                sheet.write_number_with_format(row, col, book::quantity(*value), quantity)?;
            }
            Cell::Money(Some(value)) => {
                sheet.write_number_with_format(row, col, book::yuan(*value), money)?;
            }
            Cell::Money(None) => {
                sheet.write_string_with_format(row, col, "—", money)?;
            }
            Cell::CountLive(formula, value) => live(sheet, row, col, formula, Some(*value), count)?,
            Cell::MoneyLive(formula, value) => live(sheet, row, col, formula, Some(*value), money)?,
            Cell::Percent(formula, value) => live(sheet, row, col, formula, *value, percent)?,
            Cell::Change(formula, value) => live(sheet, row, col, formula, *value, change)?,
            Cell::Tenth(formula, value) => live(sheet, row, col, formula, *value, &look.tenth)?,
        }
    }
    sheet.set_row_height(row, 19)?;
    Ok(())
}

fn live(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    formula: &str,
    value: Option<f64>,
    format: &rust_xlsxwriter::Format,
) -> Result<(), Fault> {
    sheet.write_formula_with_format(row, col, book::live_or_dash(formula, value), format)?;
    Ok(())
}

/// (now − before) ÷ before of two cells, 「—」 when there is nothing before.
pub fn growth(now_cell: &str, before_cell: &str, now: f64, before: Option<f64>) -> Cell {
    let value = before.filter(|before| *before > 0.0).map(|before| (now - before) / before);
    let formula = format!("=IF(N({before_cell})>0,({now_cell}-{before_cell})/{before_cell},\"—\")");
    Cell::Change(formula, value)
}

/// part ÷ whole of two cells, 「—」 when the whole is nothing.
pub fn ratio(part_cell: &str, whole_cell: &str, part: f64, whole: Option<f64>) -> Cell {
    let value = whole.filter(|whole| *whole > 0.0).map(|whole| part / whole);
    Cell::Percent(format!("=IF(N({whole_cell})>0,{part_cell}/{whole_cell},\"—\")"), value)
}
