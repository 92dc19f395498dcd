//! A list as it is shown, to be written into a workbook: typed cells under the page's own titles.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a column holds: text, or numbers in the core's units. Dates are `YYYY-MM-DD`, instants `YYYY-MM-DD HH:MM` of the
/// company's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum CellKind {
    Text,
    Money,
    Price,
    Quantity,
    Percent,
    Count,
    Date,
    Instant,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum Cell {
    Number(i64),
    Text(String),
    Nothing,
}

/// A column; `width` in px as on the screen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TableColumn {
    pub title: String,
    pub kind: CellKind,
    pub width: i64,
}

/// Writes a table into a workbook; `title` names its sheet and its file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TableExport {
    pub title: String,
    pub columns: Vec<TableColumn>,
    pub rows: Vec<Vec<Cell>>,
}
