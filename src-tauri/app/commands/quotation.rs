//! Quotations (Q2, Q3): list, form, submission, sending, rounds, and how they end. Each command: open · gather · ask ·
//! write · show.

mod act;
mod decide;
pub(crate) mod draft;
pub mod expire;
pub(crate) mod gather;
mod paper;
mod save;
mod show;

pub use act::{accept, lose, round, send, submit, take_up, withdraw};
pub(super) use decide::{count_waiting, refusals_of_grant};
pub use decide::{grant, send_back, waiting};
pub(super) use paper::facts_of_in as example;
pub use paper::paper;
pub use save::save;

use crate::App;
use crate::fault::Fault;
use crate::store::quotation::list as rows;
use crate::views::ById;
use crate::views::quotation::*;

/// A page of the list.
///
/// # Errors
/// Malformed, when the cursor is not one of ours.
pub fn list(app: &App, request: QuotationListAsk) -> Result<QuotationPage, Fault> {
    app.book()?.read(|connection| rows::page(connection, &request))
}

/// Count and sum of what is filtered.
///
/// # Errors
/// Malformed, when a day is no date.
pub fn totals(app: &App, request: QuotationFilter) -> Result<QuotationTotals, Fault> {
    app.book()?.count(|connection| rows::totals(connection, &request))
}

/// A quotation, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn view(app: &App, request: ById) -> Result<QuotationView, Fault> {
    show::view(app, request.id)
}

/// What the core computes from a draft while it is typed.
///
/// # Errors
/// Field refusals, `AmountTooLarge`.
pub fn compute(app: &App, request: QuotationDraft) -> Result<QuotationComputed, Fault> {
    show::compute(app, &request)
}
