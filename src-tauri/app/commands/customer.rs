//! Customers and contacts.

use crate::App;
use crate::fault::Fault;
#[allow(unused_imports)]
use crate::views::customer::*;
use crate::views::*;

/// See `api.rs`.
pub fn list(_app: &App, _request: ListAsk) -> Result<CustomerPage, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn view(_app: &App, _request: ById) -> Result<CustomerCard, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn save(_app: &App, _request: CustomerCard) -> Result<CustomerCard, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn similar(_app: &App, _request: SimilarAsk) -> Result<Vec<Similar>, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn find(_app: &App, _request: Find) -> Result<Vec<CustomerFound>, Fault> {
    Err(Fault::broken("not built yet"))
}
