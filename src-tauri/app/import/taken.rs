//! A sheet under its mapping: each record answers for its fields, and every bad cell is written down by name.

use std::borrow::Cow;
use std::collections::HashMap;

use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::shorten;

use super::cell::{Cell, Row, Sheet};
use super::value::Problem;
use super::{field, header};
use crate::views::import::{BadCell, Mapping, SheetMapping};

/// How many bad cells, and how many notes, are listed; more are only counted.
const MOST_LISTED: usize = 500;

/// Where a field comes from.
struct Source<'a> {
    columns: Vec<(usize, &'a str)>,
    constant: Option<&'a str>,
}

/// A sheet with its mapping applied.
pub struct Taken<'a> {
    pub mapping: &'a SheetMapping,
    rows: Vec<&'a Row>,
    sources: HashMap<&'a str, Source<'a>>,
}

/// One record.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    taken: &'a Taken<'a>,
    row: &'a Row,
}

/// Applies a mapping to the sheets of a file.
///
/// # Errors
/// `SheetMissing`, `HeaderRowWrong`, `ColumnMissing`, and `FieldMissing` for a required field without a source: all of them at once.
pub fn apply<'a>(sheets: &'a [Sheet], mapping: &'a Mapping) -> Result<Vec<Taken<'a>>, Vec<Refusal>> {
    let mut reasons = Vec::new();
    let mut taken = Vec::new();
    for one in &mapping.sheets {
        match sheets.iter().find(|sheet| sheet.name == one.sheet) {
            Some(sheet) => match header::row(sheet, one.header_row) {
                Ok(header_row) => taken.push(apply_one(sheet, one, header_row, &mut reasons)),
                // Its columns are not looked for in a row that is none.
                Err(reason) => reasons.push(reason),
            },
            None => reasons.push(Refusal::SheetMissing { sheet: one.sheet.clone() }),
        }
    }
    if reasons.is_empty() { Ok(taken) } else { Err(reasons) }
}

fn apply_one<'a>(
    sheet: &'a Sheet,
    mapping: &'a SheetMapping,
    header_row: i64,
    reasons: &mut Vec<Refusal>,
) -> Taken<'a> {
    let titles = header::columns(sheet, header_row);
    let mut sources = HashMap::new();
    for one in &mapping.columns {
        let mut columns = Vec::new();
        for title in one.column.iter().chain(&one.columns) {
            match titles.iter().position(|other| other == title) {
                Some(column) => columns.push((column, title.as_str())),
                None => {
                    reasons.push(Refusal::ColumnMissing { sheet: sheet.name.clone(), column: title.clone() })
                }
            }
        }
        let constant = one.constant.as_deref().filter(|text| !text.trim().is_empty());
        if !columns.is_empty() || constant.is_some() {
            sources.insert(one.field.as_str(), Source { columns, constant });
        }
    }
    for field in field::of(mapping.target).filter(|field| field.required) {
        if !mapping.columns.iter().any(|one| one.field == field.name) {
            reasons.push(Refusal::FieldMissing { field: format!("{}.{}", sheet.name, field.name) });
        }
    }
    Taken { mapping, rows: header::records(sheet, header_row), sources }
}

impl<'a> Taken<'a> {
    /// Whether the sheet has a source for a field.
    pub fn has(&self, field: &str) -> bool {
        self.sources.contains_key(field)
    }

    /// The records that say anything in a mapped column.
    pub fn records(&'a self) -> impl Iterator<Item = Record<'a>> {
        let of = |row: &'a &'a Row| Record { taken: self, row };
        self.rows.iter().map(of).filter(|record| !record.is_blank())
    }
}

impl<'a> Record<'a> {
    /// The row as Excel numbers it.
    pub fn row(&self) -> i64 {
        self.row.number
    }

    /// The sheet's name.
    pub fn sheet(&self) -> &'a str {
        &self.taken.mapping.sheet
    }

    fn is_blank(&self) -> bool {
        let mut columns = self.taken.sources.values().flat_map(|source| &source.columns);
        !columns.any(|(column, _)| self.row.cell(*column).is_some_and(|cell| !cell.is_blank()))
    }

    /// The cell a field is read from; several columns are joined by a blank; the constant fills what is blank.
    fn cell(&self, field: &str) -> Option<Cow<'a, Cell>> {
        let source = self.taken.sources.get(field)?;
        let filled = |(column, _): &(usize, &str)| self.row.cell(*column).filter(|cell| !cell.is_blank());
        let cells: Vec<&Cell> = source.columns.iter().filter_map(filled).collect();
        match cells.as_slice() {
            [] => source.constant.map(|text| Cow::Owned(Cell::Text(text.into()))),
            [only] => Some(Cow::Borrowed(*only)),
            [_, _, ..] => {
                let texts: Vec<String> = cells.iter().map(|cell| cell.shown()).collect();
                Some(Cow::Owned(Cell::Text(texts.join(" "))))
            }
        }
    }

    /// The title of the first column a field is read from; the field's own name for a constant.
    pub fn title(&self, field: &str) -> String {
        let source = self.taken.sources.get(field);
        let titles: Vec<&str> =
            source.map_or(Vec::new(), |source| source.columns.iter().map(|(_, title)| *title).collect());
        if titles.is_empty() { field.into() } else { titles.join(" + ") }
    }

    /// What stands in a field's cell, for naming it.
    pub fn shown(&self, field: &str) -> String {
        self.cell(field).map_or_else(String::new, |cell| shorten(&cell.shown(), 80))
    }
}

/// What was found wrong, and what is taken with a note.
#[derive(Default)]
pub struct Findings {
    pub bad: Vec<BadCell>,
    pub bad_count: i64,
    pub notes: Vec<BadCell>,
    last: Option<BadCell>,
}

impl Findings {
    /// A bad cell; looked at twice it is still one.
    pub fn bad(&mut self, record: &Record, field: &str, problem: Problem) {
        let cell = cell_of(record, field, problem);
        if self.last.as_ref() == Some(&cell) || self.bad.iter().rev().take(16).any(|other| *other == cell) {
            return;
        }
        self.bad_count += 1;
        if self.bad.len() < MOST_LISTED {
            self.bad.push(cell.clone());
        }
        self.last = Some(cell);
    }

    /// A cell that is taken with a note.
    pub fn note(&mut self, record: &Record, field: &str, problem: Problem) {
        if self.notes.len() < MOST_LISTED {
            self.notes.push(cell_of(record, field, problem));
        }
    }

    /// The meaning of a field's cell; none when it is blank or bad.
    pub fn take<T>(
        &mut self,
        record: &Record,
        field: &str,
        meaning: impl FnOnce(&Cell) -> Result<T, Problem>,
    ) -> Option<T> {
        let cell = record.cell(field)?;
        meaning(&cell).map_err(|problem| self.bad(record, field, problem)).ok()
    }

    /// As [`Findings::take`]; a blank cell is bad.
    pub fn need<T>(
        &mut self,
        record: &Record,
        field: &str,
        meaning: impl FnOnce(&Cell) -> Result<T, Problem>,
    ) -> Option<T> {
        if record.cell(field).is_none() {
            self.bad(record, field, "missing");
            return None;
        }
        self.take(record, field, meaning)
    }

    /// One line of text of at most `most` characters; empty when blank or bad.
    pub fn text(&mut self, record: &Record, field: &str, most: usize) -> String {
        self.take(record, field, |cell| within(super::value::line(cell)?, most)).unwrap_or_default()
    }

    /// Several lines of text.
    pub fn lines(&mut self, record: &Record, field: &str, most: usize) -> String {
        self.take(record, field, |cell| within(super::value::lines(cell)?, most)).unwrap_or_default()
    }

    /// One line that must be there.
    pub fn name(&mut self, record: &Record, field: &str, most: usize) -> Option<String> {
        self.need(record, field, |cell| within(super::value::line(cell)?, most))
    }
}

fn within(text: String, most: usize) -> Result<String, Problem> {
    if text.chars().count() > most { Err("too_long") } else { Ok(text) }
}

fn cell_of(record: &Record, field: &str, problem: Problem) -> BadCell {
    BadCell {
        sheet: record.sheet().into(),
        row: record.row(),
        column: record.title(field),
        found: record.shown(field),
        problem: problem.into(),
    }
}
