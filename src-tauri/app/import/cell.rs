//! A sheet as it was read: sparse rows of typed cells, numbers as the shortest decimal text, never as a float.

use serde::{Deserialize, Serialize};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
    #[serde(rename = "t")]
    Text(String),
    /// The shortest decimal text that means the number of the file.
    #[serde(rename = "n")]
    Number(String),
    /// A number that the file formats as a date: `YYYY-MM-DD`, with ` HH:MM` behind it where it has a time of day.
    #[serde(rename = "d")]
    Date(String),
    #[serde(rename = "b")]
    Bool(bool),
    /// `#N/A` and its kin.
    #[serde(rename = "e")]
    Error(String),
}

impl Cell {
    /// What a user sees in the cell, for samples and for naming a bad cell.
    pub fn shown(&self) -> String {
        match self {
            Cell::Text(text) | Cell::Number(text) | Cell::Date(text) | Cell::Error(text) => text.clone(),
            Cell::Bool(true) => "TRUE".into(),
            Cell::Bool(false) => "FALSE".into(),
        }
    }

    /// Whether there is nothing to read in it.
    pub fn is_blank(&self) -> bool {
        matches!(self, Cell::Text(text) if text.trim().is_empty())
    }
}

/// A row: its number as Excel shows it, and its cells by column counted from 0, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub number: i64,
    pub cells: Vec<(usize, Cell)>,
}

impl Row {
    /// The cell of a column, if it holds anything.
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        let found = self.cells.binary_search_by_key(&column, |(at, _)| *at).ok()?;
        self.cells.get(found).map(|(_, cell)| cell)
    }
}

/// A sheet with the rows that hold anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Row>,
}

/// Why a file was not read; crosses from the child to its parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unreadable {
    NotWorkbook,
    TooLarge,
    Hostile,
}

/// What the child says, one JSON line each. Without `End` the child did not live to the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Line {
    #[serde(rename = "s")]
    Sheet(String),
    #[serde(rename = "r")]
    Row(Row),
    #[serde(rename = "x")]
    Unreadable(Unreadable),
    #[serde(rename = "end")]
    End,
}
