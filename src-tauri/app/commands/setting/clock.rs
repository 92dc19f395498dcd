//! How long each rule gives.

use crate::App;
use crate::fault::Fault;
use crate::views::Nothing;
use crate::views::deadline::{ClockRule, ClockRuleSave};

/// Every rule with its length.
pub fn rules(_app: &App, _request: Nothing) -> Result<Vec<ClockRule>, Fault> {
    Ok(Vec::new())
}

/// Sets a length.
pub fn save(app: &App, _request: ClockRuleSave) -> Result<Vec<ClockRule>, Fault> {
    rules(app, Nothing {})
}
