//! .xlsx and .xls, cell by cell: no sheet is ever held as a rectangle, so that a far corner costs nothing.

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, Xlsx};

use super::cell::{Cell, Line, Row, Unreadable};

/// Reads the visible sheets of an .xlsx.
pub fn xlsx(bytes: &[u8], mut say: impl FnMut(Line) -> Result<(), Unreadable>) -> Result<(), Unreadable> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotWorkbook)?;
    for name in visible(&book) {
        say(Line::Sheet(name.clone()))?;
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Unreadable::NotWorkbook)?;
        let mut row = Row { number: 0, cells: Vec::new() };
        while let Some(found) = cells.next_cell().map_err(|_| Unreadable::NotWorkbook)? {
            let (at, column) = found.get_position();
            let number = i64::from(at) + 1;
            if number != row.number {
                finish(&mut row, number, &mut say)?;
            }
            if let Some(cell) = of_reference(found.get_value()) {
                row.cells.push((column as usize, cell));
            }
        }
        finish(&mut row, 0, &mut say)?;
    }
    Ok(())
}

/// Reads the visible sheets of an .xls.
pub fn xls(bytes: &[u8], mut say: impl FnMut(Line) -> Result<(), Unreadable>) -> Result<(), Unreadable> {
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotWorkbook)?;
    for name in visible(&book) {
        say(Line::Sheet(name.clone()))?;
        let range = book.worksheet_range(&name).map_err(|_| Unreadable::NotWorkbook)?;
        let (top, left) = range.start().unwrap_or_default();
        for (down, cells) in range.rows().enumerate() {
            let mut row = Row { number: i64::from(top) + 1 + down as i64, cells: Vec::new() };
            for (across, value) in cells.iter().enumerate() {
                row.cells.extend(of_data(value).map(|cell| (left as usize + across, cell)));
            }
            finish(&mut row, 0, &mut say)?;
        }
    }
    Ok(())
}

fn visible<R: Reader<Cursor<B>>, B: AsRef<[u8]>>(book: &R) -> Vec<String> {
    let shown = |sheet: &&calamine::Sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    };
    book.sheets_metadata().iter().filter(shown).map(|sheet| sheet.name.clone()).collect()
}

fn finish(
    row: &mut Row,
    next: i64,
    say: &mut impl FnMut(Line) -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    let done = std::mem::replace(row, Row { number: next, cells: Vec::new() });
    if done.cells.is_empty() { Ok(()) } else { say(Line::Row(done)) }
}

fn of_reference(value: &DataRef) -> Option<Cell> {
    match value {
        DataRef::SharedString(text) => text_cell(text),
        DataRef::String(text) => text_cell(text),
        DataRef::Int(number) => Some(Cell::Number(number.to_string())),
        DataRef::Float(number) => Some(number_cell(*number)),
        DataRef::Bool(truth) => Some(Cell::Bool(*truth)),
        DataRef::DateTime(date) => Some(date_cell(date)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text_cell(text),
        DataRef::Error(error) => Some(Cell::Error(error.to_string())),
        DataRef::Empty => None,
    }
}

fn of_data(value: &Data) -> Option<Cell> {
    match value {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text_cell(text),
        Data::Int(number) => Some(Cell::Number(number.to_string())),
        Data::Float(number) => Some(number_cell(*number)),
        Data::Bool(truth) => Some(Cell::Bool(*truth)),
        Data::DateTime(date) => Some(date_cell(date)),
        Data::Error(error) => Some(Cell::Error(error.to_string())),
        Data::Empty => None,
    }
}

fn text_cell(text: &str) -> Option<Cell> {
    (!text.trim().is_empty()).then(|| Cell::Text(text.to_string()))
}

/// The file has a float; its shortest decimal text is what was typed.
fn number_cell(number: f64) -> Cell {
    if number.is_finite() { Cell::Number(format!("{number}")) } else { Cell::Error("#NUM!".into()) }
}

fn date_cell(date: &ExcelDateTime) -> Cell {
    // Excel's calendar ends at serial 2,958,465; durations and forged serials stay numbers.
    if !date.is_datetime() || !(1.0..2_958_466.0).contains(&date.as_f64()) {
        return number_cell(date.as_f64());
    }
    let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
    let time = if (hour, minute) == (0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}") };
    Cell::Date(format!("{year:04}-{month:02}-{day:02}{time}"))
}
