//! A list as a workbook: exactly the columns and rows that are shown, with real numbers and dates; text stays text.

use std::path::Path;

use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::text::clean_line;
use chrono::{NaiveDate, NaiveDateTime, Timelike};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::book::{self, Look, Tongue};
use crate::fault::Fault;
use crate::views::book::Language;
use crate::views::table::{Cell, CellKind, TableColumn, TableExport};

/// Excel's rows, less the header.
pub const MOST_ROWS: usize = 1_048_575;

/// Px to Excel's unit, about the width of a digit.
const PX_OF_A_DIGIT: f64 = 7.0;

fn look_of(look: &Look, kind: CellKind) -> &Format {
    match kind {
        CellKind::Text => &look.text,
        CellKind::Money => &look.money,
        CellKind::Price => &look.price,
        CellKind::Quantity => &look.quantity,
        CellKind::Percent => &look.percent,
        CellKind::Count => &look.count,
        CellKind::Date => &look.date,
        CellKind::Instant => &look.instant,
    }
}

/// A sheet's name: Excel takes 31 characters and none of `[]:*?/\`, and no apostrophe at its ends.
fn sheet_name(title: &str) -> String {
    let clean: String =
        clean_line(title).chars().filter(|letter| !"[]:*?/\\'".contains(*letter)).take(31).collect();
    if clean.trim().is_empty() { "1".into() } else { clean }
}

/// Writes the table.
///
/// # Errors
/// `DiskFull`, or broken.
pub fn write(
    path: &Path,
    language: Language,
    company: &str,
    today: NaiveDate,
    table: &TableExport,
) -> Result<(), Fault> {
    let look = Look::default();
    let mut workbook = Workbook::new();
    let mut sheet = workbook.new_worksheet_with_low_memory()?;
    sheet.set_name(sheet_name(&table.title))?;
    book::print(&mut sheet, Tongue(language), company, &table.title);
    header(&mut sheet, &look, &table.columns)?;
    let looks: Vec<&Format> = table.columns.iter().map(|column| look_of(&look, column.kind)).collect();
    book::dress(&mut sheet, &looks)?;
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for (col, (cell, column)) in (0_u16..).zip(cells.iter().zip(&table.columns)) {
            write_cell(&mut sheet, &look, row, col, cell, column.kind)?;
        }
    }
    let (last_row, last_col) = (u32::try_from(table.rows.len()), u16::try_from(table.columns.len()));
    if let (Ok(rows @ 1..), Ok(columns @ 1..)) = (last_row, last_col) {
        sheet.autofilter(0, 0, rows, columns - 1)?;
    }
    workbook.push_worksheet(sheet);
    book::properties(&mut workbook, company, &table.title, today)?;
    book::save(&mut workbook, path)
}

fn header(sheet: &mut Worksheet, look: &Look, columns: &[TableColumn]) -> Result<(), Fault> {
    for (col, column) in (0_u16..).zip(columns) {
        let words = column.kind == CellKind::Text;
        let format = if words { &look.header } else { &look.header_right };
        sheet.write_string_with_format(0, col, clean_line(&column.title), format)?;
        #[allow(clippy::cast_precision_loss)] // A width in px.
        let width = (column.width as f64 / PX_OF_A_DIGIT).clamp(6.0, 80.0);
        sheet.set_column_width(col, width)?;
    }
    sheet.set_row_height(0, 22)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    look: &Look,
    row: u32,
    col: u16,
    cell: &Cell,
    kind: CellKind,
) -> Result<(), Fault> {
    let number = |value: i64| match kind {
        CellKind::Money => book::yuan(Money(value)),
        CellKind::Price => book::price(Price(value)),
        CellKind::Quantity => book::quantity(Quantity(value)),
        CellKind::Percent => book::fraction(Rate(value)),
        _ => book::number(value),
    };
    match (cell, kind) {
        (Cell::Nothing, _) => return Ok(()),
        (Cell::Number(value), _) => {
            sheet.write_number(row, col, number(*value))?;
        }
        (Cell::Text(day), CellKind::Date) => {
            return match day.parse() {
                Ok(day) => book::dressed_date(sheet, look, row, col, Some(day)),
                Err(_) => book::text(sheet, look, row, col, day),
            };
        }
        (Cell::Text(at), CellKind::Instant) => return instant(sheet, look, row, col, at),
        (Cell::Text(words), CellKind::Text) => return book::dressed_text(sheet, look, row, col, words),
        // A word among numbers, e.g. a dash.
        (Cell::Text(words), _) => return book::text(sheet, look, row, col, words),
    }
    Ok(())
}

fn instant(sheet: &mut Worksheet, look: &Look, row: u32, col: u16, at: &str) -> Result<(), Fault> {
    let Ok(at) = NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M") else {
        return book::text(sheet, look, row, col, at);
    };
    let Some(day) = book::serial(at.date()) else {
        return book::text(sheet, look, row, col, &at.to_string());
    };
    let minutes = f64::from(at.num_seconds_from_midnight() / 60);
    sheet.write_number(row, col, day + minutes / 1_440.0)?;
    Ok(())
}
