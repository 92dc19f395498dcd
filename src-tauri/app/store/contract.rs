//! Contracts in the book: reading one whole, writing what was typed, and the steps of its law.

pub mod ground;
pub mod list;
pub mod review;
mod row;
mod write;

pub use row::{ContractRecord, load};
pub use write::{Signed, annul, found_by, move_to, returned, reviewed, save_form, sign, submitted};

use chengdan_domain::contract::{ContractKind, ContractState};
use rusqlite::Connection;

use crate::fault::Fault;

/// Contracts that legal reads, the first number on top.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn in_review(connection: &Connection) -> Result<Vec<i64>, Fault> {
    let mut statement = connection.prepare_cached(
        "select id from contract where state = 'InReview' order by sort_ym, sort_serial, id limit 500",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A state as the book writes it.
pub fn state_text(state: ContractState) -> &'static str {
    match state {
        ContractState::Draft => "Draft",
        ContractState::InReview => "InReview",
        ContractState::Returned => "Returned",
        ContractState::Reviewed => "Reviewed",
        ContractState::Signed => "Signed",
        ContractState::Void => "Void",
    }
}

/// Reads a state; an unknown word (from a newer program) is treated as void, which allows nothing.
pub fn state_of(text: &str) -> ContractState {
    ContractState::ALL.into_iter().find(|state| state_text(*state) == text).unwrap_or(ContractState::Void)
}

/// A kind as the book writes it.
pub fn kind_text(kind: ContractKind) -> &'static str {
    match kind {
        ContractKind::Single => "Single",
        ContractKind::Framework => "Framework",
        ContractKind::PurchaseOrder => "PurchaseOrder",
    }
}

/// Reads a kind.
pub fn kind_of(text: &str) -> ContractKind {
    ContractKind::ALL.into_iter().find(|kind| kind_text(*kind) == text).unwrap_or_default()
}
