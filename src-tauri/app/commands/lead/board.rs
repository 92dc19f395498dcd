//! The board of leads: a column for each state.

use crate::App;
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::store::lead_list;
use crate::views::lead::{LeadBoard, LeadFilter};

/// The leads that are filtered, state by state.
///
/// # Errors
/// Malformed, when a day is no date; `NoBook`.
pub fn board(app: &App, request: LeadFilter) -> Result<LeadBoard, Fault> {
    let now = instant_text(app.now());
    let columns = app.book()?.read(|connection| lead_list::board(connection, &request, &now))?;
    Ok(LeadBoard { columns })
}
