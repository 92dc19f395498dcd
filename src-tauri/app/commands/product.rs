//! Products and services.

use crate::App;
use crate::fault::Fault;
#[allow(unused_imports)]
use crate::views::customer::*;
#[allow(unused_imports)]
use crate::views::product::*;
use crate::views::*;

/// See `api.rs`.
pub fn list(_app: &App, _request: ListAsk) -> Result<ProductPage, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn view(_app: &App, _request: ById) -> Result<ProductCard, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn save(_app: &App, _request: ProductCard) -> Result<ProductCard, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn find(_app: &App, _request: Find) -> Result<Vec<ProductCard>, Fault> {
    Err(Fault::broken("not built yet"))
}
