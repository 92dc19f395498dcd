//! Where a sheet's header stands, what its columns are called, and which rows below it are records.

use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::{clean_line, fold_width};

use super::cell::{Row, Sheet};
use super::field;

/// How far down a header is looked for.
const DEEPEST: usize = 25;

/// A title as it is compared: half width, lower case, without blanks, marks and units in brackets.
pub fn title_key(title: &str) -> String {
    let folded = fold_width(title).to_lowercase();
    let bare =
        folded.split(['(', '[', '【']).next().filter(|text| !text.trim().is_empty()).unwrap_or(&folded);
    bare.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The row that is most likely the header: the one with most titles that are known; where none is known, the first
/// with most cells. A merged title above is one cell only.
pub fn find(sheet: &Sheet) -> i64 {
    let head = || sheet.rows.iter().take(DEEPEST);
    let best = |score: &dyn Fn(&Row) -> usize| {
        let mut found: Option<(usize, i64)> = None;
        for row in head() {
            let points = score(row);
            if points > found.map_or(0, |(most, _)| most) {
                found = Some((points, row.number));
            }
        }
        found
    };
    let known =
        |row: &Row| row.cells.iter().filter(|(_, cell)| field::is_title(&title_key(&cell.shown()))).count();
    match best(&known) {
        Some((points, number)) if points >= 2 => number,
        _ => best(&|row| row.cells.iter().filter(|(_, cell)| !cell.is_blank()).count())
            .map_or(1, |(_, number)| number),
    }
}

/// The header row that was named, if it says anything; without a name, the one that is found.
///
/// # Errors
/// `HeaderRowWrong` with the sheet's last row.
pub fn row(sheet: &Sheet, named: Option<i64>) -> Result<i64, Refusal> {
    let Some(row) = named else { return Ok(find(sheet)) };
    let says = |candidate: &Row| candidate.cells.iter().any(|(_, cell)| !cell.is_blank());
    if sheet.rows.iter().any(|candidate| candidate.number == row && says(candidate)) {
        return Ok(row);
    }
    let last = sheet.rows.last().map_or(0, |row| row.number);
    Err(Refusal::HeaderRowWrong { sheet: sheet.name.clone(), row, last })
}

/// The titles of a header row by column; a title met again gets a number, so that every column can be named.
pub fn columns(sheet: &Sheet, header_row: i64) -> Vec<String> {
    let Some(row) = sheet.rows.iter().find(|row| row.number == header_row) else { return Vec::new() };
    let width = row.cells.last().map_or(0, |(column, _)| column + 1).min(16_384);
    let mut titles: Vec<String> = vec![String::new(); width];
    for (column, cell) in &row.cells {
        let title = clean_line(&cell.shown());
        let again = titles[..*column].iter().filter(|other| **other == title).count();
        titles[*column] =
            if again > 0 && !title.is_empty() { format!("{title} ({})", again + 1) } else { title };
    }
    titles
}

/// The records below the header, without totals.
pub fn records(sheet: &Sheet, header_row: i64) -> Vec<&Row> {
    let mut rows: Vec<&Row> = sheet
        .rows
        .iter()
        .filter(|row| row.number > header_row && row.cells.iter().any(|(_, cell)| !cell.is_blank()))
        .collect();
    rows.retain(|row| !begins_with(row, &["合计", "总计", "小计", "共计", "累计"]));
    // In English a company may be called Total; only at the very end it is a sum.
    while rows.last().is_some_and(|row| begins_with(row, &["total", "grandtotal", "subtotal", "sum"])) {
        rows.pop();
    }
    rows
}

fn begins_with(row: &Row, words: &[&str]) -> bool {
    let first = row.cells.iter().find(|(_, cell)| !cell.is_blank());
    first.is_some_and(|(_, cell)| words.contains(&title_key(&cell.shown()).as_str()))
}
