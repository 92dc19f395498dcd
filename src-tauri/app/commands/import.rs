//! Import: open, check, run, undo.

use crate::App;
use crate::fault::Fault;
#[allow(unused_imports)]
use crate::views::import::*;
use crate::views::*;

/// See `api.rs`.
pub fn open(_app: &App, _request: ImportOpen) -> Result<ImportOpened, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn check(_app: &App, _request: ImportAsk) -> Result<ImportReport, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn run(_app: &App, _request: ImportAsk) -> Result<ImportReport, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn list(_app: &App, _request: Nothing) -> Result<ImportList, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn undo(_app: &App, _request: ById) -> Result<ImportList, Fault> {
    Err(Fault::broken("not built yet"))
}
