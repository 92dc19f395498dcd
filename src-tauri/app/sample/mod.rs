//! The sample company: a fictional maker of devices, the same from the same seed and day. Its postman writes into the
//! 演示收件箱 and can never reach SMTP; all its addresses end in example.com.

mod bargains;
mod cast;
mod contracts;
mod deals;
mod leads;
mod masters;
mod opening;
mod story;

use chrono::{DateTime, Utc};
use rand::SeedableRng;
use rand_pcg::Pcg64;

use crate::fault::Fault;
use crate::store::Book;

/// The seed of the sample company that a user sees.
pub const SEED: u64 = 20_261_008;

/// How large the sample company is; the bench asks for more.
#[derive(Debug, Clone)]
pub struct SampleSize {
    /// Earlier orders, taken over as 期初, over sixteen months.
    pub orders: i64,
    /// Orders of the busiest month, within `orders`.
    pub busiest_month: i64,
    /// Whether the last weeks are told through the door: every state of an order, with letters.
    pub story: bool,
}

impl Default for SampleSize {
    fn default() -> SampleSize {
        SampleSize { orders: 240, busiest_month: 22, story: true }
    }
}

/// Fills a new book: people, customers, products and earlier orders in one act, then the last weeks act by act.
/// The book is closed afterwards; open it again.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn fill(book: Book, now: DateTime<Utc>, seed: u64, size: &SampleSize) -> Result<(), Fault> {
    let mut dice = Pcg64::seed_from_u64(seed);
    let cast = book.act(now, None, |act| {
        let cast = masters::cast(act, &mut dice)?;
        opening::orders(act, &cast, size, &mut dice)?;
        Ok(cast)
    })?;
    if size.story {
        story::tell(book, &cast, now, &mut dice)?;
    }
    Ok(())
}
