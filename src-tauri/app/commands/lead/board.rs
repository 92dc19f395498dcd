//! The board of leads: a column for each state.

use crate::App;
use crate::fault::Fault;
use crate::views::lead::{LeadBoard, LeadFilter};

/// The leads that are filtered, state by state.
///
/// # Errors
/// `NoBook`.
pub fn board(app: &App, _request: LeadFilter) -> Result<LeadBoard, Fault> {
    app.book()?;
    Ok(LeadBoard { columns: Vec::new() })
}
