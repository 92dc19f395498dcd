//! The workbooks: read back, recalculated, hostile names, an empty month.

mod recalculated;
mod table;
mod workbook;

pub use workbook::sheet;
