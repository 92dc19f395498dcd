//! The approval room: grant, send back, summary.

use crate::App;
use crate::fault::Fault;
#[allow(unused_imports)]
use crate::views::order::*;
use crate::views::*;

/// See `api.rs`.
pub fn list(_app: &App, _request: ApprovalAsk) -> Result<Vec<ApprovalRow>, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn grant(_app: &App, _request: Decide) -> Result<OrderView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn send_back(_app: &App, _request: Decide) -> Result<OrderView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn summary(_app: &App, _request: ById) -> Result<Summary, Fault> {
    Err(Fault::broken("not built yet"))
}
