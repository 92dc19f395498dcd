//! What comes in: sheets mapped to records, a dry run naming every bad cell, all or nothing, undo.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a sheet becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum ImportTarget {
    Customers,
    Products,
    People,
    /// 期初 orders (O9): head fields.
    Orders,
    /// Lines of orders, joined to heads by the order's key column; also heads when one sheet has both.
    OrderLines,
    /// Leads (L1), registered now.
    Leads,
}

/// A row as text. `number` counts from 1 as Excel shows it; cells beyond the last filled one are left out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SheetRow {
    pub number: i64,
    pub cells: Vec<String>,
}

/// A sheet read from a header row.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SheetView {
    pub name: String,
    /// Counted from 1: the one that was named, else the one that was found.
    pub header_row: i64,
    pub columns: Vec<String>,
    /// Records below the header, without totals.
    pub rows: i64,
    /// The rows just above the header: one of them may be the right one.
    pub above: Vec<SheetRow>,
    /// The first records.
    pub sample: Vec<SheetRow>,
    pub guess: Option<ImportTarget>,
}

/// One column of a sheet taken for one field, or a constant where the sheet has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnMapping {
    /// e.g. `name`, `contact_name`, `price`, `order_key`, `customer_key` …
    pub field: String,
    #[serde(default)]
    pub column: Option<String>,
    /// Several columns joined by a blank (first and last name).
    #[serde(default)]
    pub columns: Vec<String>,
    #[serde(default)]
    pub constant: Option<String>,
}

/// How one sheet is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetMapping {
    pub sheet: String,
    pub target: ImportTarget,
    /// Counted from 1; none: the row that is found.
    #[serde(default)]
    pub header_row: Option<i64>,
    pub columns: Vec<ColumnMapping>,
}

/// A whole mapping; kept as a file for the command line and remembered by the fingerprint of the headers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mapping {
    pub sheets: Vec<SheetMapping>,
    /// The person (by name) who attests 期初 orders; none: who sits at the desk.
    #[serde(default)]
    pub attested_by: Option<String>,
}

/// A field that a target knows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FieldView {
    pub target: ImportTarget,
    pub field: String,
    pub required: bool,
}

/// Opens a file chosen in a dialog.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportOpen {
    pub token: String,
}

/// What is in the file, and what it is probably meant to be.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportOpened {
    pub token: String,
    pub name: String,
    pub sheets: Vec<SheetView>,
    pub mapping: Mapping,
    /// The mapping was remembered from an earlier import of the same headers.
    pub remembered: bool,
    pub fields: Vec<FieldView>,
}

/// Reads one sheet again from another header row. `target`: what the user takes it for; none: guess.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportHeader {
    pub token: String,
    pub sheet: String,
    pub header_row: i64,
    #[serde(default)]
    pub target: Option<ImportTarget>,
}

/// A sheet read from the header row that was named, and how it is probably taken; none when it cannot be guessed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SheetOpened {
    pub view: SheetView,
    pub mapping: Option<SheetMapping>,
}

/// A file with its mapping.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportAsk {
    pub token: String,
    pub mapping: Mapping,
}

/// A bad cell. `row` counts from 1 as Excel shows it; `problem` is a stable name, the page has the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BadCell {
    pub sheet: String,
    pub row: i64,
    pub column: String,
    pub found: String,
    /// `not_a_number`, `not_a_date`, `missing`, `unknown_key`, `duplicate_key`, `too_long`, `not_positive`,
    /// `tax_number_wrong`, `bad_email`, `out_of_range`, `error_value` (#N/A), `no_lines`; among the notes:
    /// `exists`, `similar_name`, `tax_number_old`, `not_approved`, `no_product`, `terms_unknown`, `amount_differs`.
    /// Of leads also `bad_phone`, `no_way_of_contact`, `in_future`, `after_registration`; among the notes `same_phone`,
    /// `no_lead` (it became a customer or lives on in another one)
    pub problem: String,
}

/// What an import would do, or did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportReport {
    pub import_id: Option<i64>,
    pub customers: i64,
    pub products: i64,
    pub people: i64,
    pub orders: i64,
    pub lines: i64,
    pub leads: i64,
    pub skipped: i64,
    pub amount_fen: chengdan_domain::money::Money,
    pub bad_cells: Vec<BadCell>,
    /// How many there are, when not all are listed.
    pub bad_count: i64,
    /// Things taken with a note, e.g. a tax number of 15 digits.
    pub notes: Vec<BadCell>,
}

/// An import that was made.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportRow {
    pub id: i64,
    pub file_name: String,
    pub sha256: String,
    pub at: String,
    pub person: String,
    pub customers: i64,
    pub products: i64,
    pub people: i64,
    pub orders: i64,
    pub leads: i64,
    pub undone_at: Option<String>,
}

/// All imports, newest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportList {
    pub rows: Vec<ImportRow>,
}
