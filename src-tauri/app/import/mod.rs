//! What comes in. A stranger's file is read by a child process (`child`), its sheets are understood here
//! (`header`, `field`, `guess`), its rows become a plan (`plan`), and only `store::import` writes.

mod archive;
pub mod cell;
mod child;
mod comma;
pub mod date;
pub mod field;
pub mod guess;
pub mod header;
pub mod known;
pub mod lead_words;
pub mod memory;
pub mod moment;
pub mod plan;
mod reader;
pub mod taken;
pub mod value;
mod workbook;

pub use child::child_entry;
pub use reader::{Reader, read_file, read_with};
