//! Orders in the book: reading one whole, writing what was typed, inserting complete ones.

pub mod approve;
pub mod changes;
mod filter;
mod held;
pub mod insert;
pub(super) mod line_changes;
pub mod list;
pub mod row;
mod sort;
pub mod terms;
pub mod write;

pub use insert::{NewDelivery, NewOrder, insert};
pub use row::{LineRecord, OrderRecord, load};
pub use write::{Moved, discard, move_to, save_form};

use chengdan_domain::order::{InvoiceKind, OrderOrigin, OrderState, OrderStatus};
use chrono::NaiveDate;

/// A state as the book writes it. A word of its own and not made anew: it is looked for in every row of every list.
pub fn state_text(state: OrderState) -> &'static str {
    match state {
        OrderState::Draft => "Draft",
        OrderState::InApproval => "InApproval",
        OrderState::SentBack => "SentBack",
        OrderState::Approved => "Approved",
        OrderState::Void => "Void",
        OrderState::Opening => "Opening",
    }
}

/// Reads a state; an unknown word (from a newer program) is treated as void, which allows nothing.
pub fn state_of(text: &str) -> OrderState {
    OrderState::ALL.into_iter().find(|state| state_text(*state) == text).unwrap_or(OrderState::Void)
}

/// A status as the book writes it.
pub fn status_text(status: OrderStatus) -> &'static str {
    match status {
        OrderStatus::Draft => "Draft",
        OrderStatus::AwaitingSupervisor => "AwaitingSupervisor",
        OrderStatus::AwaitingFinance => "AwaitingFinance",
        OrderStatus::AwaitingOperations => "AwaitingOperations",
        OrderStatus::AwaitingOther => "AwaitingOther",
        OrderStatus::SentBack => "SentBack",
        OrderStatus::Approved => "Approved",
        OrderStatus::Changing => "Changing",
        OrderStatus::Void => "Void",
        OrderStatus::Opening => "Opening",
    }
}

/// Reads a status.
pub fn status_of(text: &str) -> OrderStatus {
    OrderStatus::ALL.into_iter().find(|status| status_text(*status) == text).unwrap_or(OrderStatus::Void)
}

/// Reads where an order came from.
pub fn origin_of(text: &str) -> OrderOrigin {
    if text == "Opening" { OrderOrigin::Opening } else { OrderOrigin::Desk }
}

/// Reads the kind of invoice.
pub fn invoice_kind_of(text: &str) -> InvoiceKind {
    match text {
        "VatGeneral" => InvoiceKind::VatGeneral,
        "Paper" => InvoiceKind::Paper,
        "None" => InvoiceKind::None,
        _ => InvoiceKind::VatSpecial,
    }
}

/// A date as the book writes it.
pub(crate) fn date_text(day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

/// Reads a date of the book.
pub(crate) fn date_of(text: Option<String>) -> Option<NaiveDate> {
    text.and_then(|text| text.parse().ok())
}
