//! Search: the lists' text filters and the palette against the plainest possible reading, after all kinds of acts.

mod everything;
mod leads;
pub mod plain;
