//! The sample company.

use chrono::{DateTime, Utc};

use crate::fault::Fault;
use crate::store::Book;

/// The seed of the sample company that a user sees.
pub const SEED: u64 = 20_261_008;

/// How large the sample company is; the bench asks for more.
#[derive(Debug, Clone, Default)]
pub struct SampleSize {}

/// Fills a new book.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn fill(_book: &Book, _now: DateTime<Utc>, _seed: u64, _size: &SampleSize) -> Result<(), Fault> {
    Ok(())
}
