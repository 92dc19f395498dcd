//! The month: figures, rows behind them, workbook, targets.

use crate::App;
use crate::fault::Fault;
#[allow(unused_imports)]
use crate::views::month::*;
use crate::views::*;

/// See `api.rs`.
pub fn view(_app: &App, _request: MonthAsk) -> Result<MonthView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn rows(_app: &App, _request: MonthRowsAsk) -> Result<MonthRows, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn workbook(_app: &App, _request: MonthWorkbook) -> Result<Written, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn target_set(_app: &App, _request: TargetSet) -> Result<MonthView, Fault> {
    Err(Fault::broken("not built yet"))
}
