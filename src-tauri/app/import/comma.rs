//! CSV in UTF-8, UTF-16 with its mark, and GB18030; comma, semicolon or tab.

use encoding_rs::{Encoding, GB18030};

use super::cell::{Cell, Row, Unreadable};

/// The one sheet of a CSV. A constant, so that next month's file is known again whatever it is called.
pub const SHEET: &str = "CSV";

/// Reads the text row by row.
pub fn rows(bytes: &[u8], mut take: impl FnMut(Row) -> Result<(), Unreadable>) -> Result<(), Unreadable> {
    // One kind of line end, also at the very end, so that lines can be counted after each record.
    let mut text = decode(bytes)?.replace("\r\n", "\n");
    text.push('\n');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    // Excel counts records; a line break inside quotes is none of its rows, an empty line is one.
    let mut inner_lines: u64 = 0;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(_) => return Err(Unreadable::NotWorkbook),
        }
        let mut cells = Vec::new();
        for (column, field) in record.iter().enumerate() {
            inner_lines += field.bytes().filter(|byte| *byte == b'\n').count() as u64;
            if !field.trim().is_empty() {
                cells.push((column, Cell::Text(field.to_string())));
            }
        }
        let line = reader.position().line().saturating_sub(1 + inner_lines);
        take(Row { number: i64::try_from(line).unwrap_or(i64::MAX), cells })?;
    }
}

fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => whole(encoding, &bytes[mark..])?,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_string(),
            Err(_) => whole(GB18030, bytes)?,
        },
    };
    let strange =
        |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{b}' | '\u{85}');
    let start = text.trim_start();
    // Web pages and PDFs are often called .xls or .csv; they are no tables.
    if start.is_empty() || start.starts_with('<') || start.starts_with("%PDF") || text.chars().any(strange) {
        return Err(Unreadable::NotWorkbook);
    }
    Ok(text)
}

fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Unreadable> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(std::borrow::Cow::into_owned).ok_or(Unreadable::NotWorkbook)
}

/// What separates most often in the first lines.
fn delimiter(text: &str) -> u8 {
    let head: Vec<&str> = text.lines().take(10).collect();
    let count = |mark: char| head.iter().map(|line| line.matches(mark).count()).sum::<usize>();
    let mut best = b',';
    for mark in [b';', b'\t'] {
        if count(char::from(mark)) > count(char::from(best)) {
            best = mark;
        }
    }
    best
}
