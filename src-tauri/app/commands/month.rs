//! The month: figures, rows behind them, targets. Its workbook is made in `report.rs`.

use chengdan_domain::month::Month;
use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;

use super::person::require;
use crate::App;
use crate::fault::Fault;
use crate::store::{month, month_rows};
use crate::views::month::*;

fn month_of(ym: i64) -> Result<Month, Fault> {
    Month::of(ym).ok_or_else(|| Refusal::MonthOutOfRange { ym }.into())
}

/// The month, whole.
///
/// # Errors
/// `MonthOutOfRange`.
pub fn view(app: &App, request: MonthAsk) -> Result<MonthView, Fault> {
    let asked = month_of(request.ym)?;
    app.book()?.read(|connection| month::view(connection, asked, app.today()))
}

/// The rows behind one of its figures.
///
/// # Errors
/// `MonthOutOfRange`, `RowNotFound` for a figure nobody knows.
pub fn rows(app: &App, request: MonthRowsAsk) -> Result<MonthRows, Fault> {
    let asked = month_of(request.ym)?;
    app.book()?.read(|connection| month_rows::rows(connection, asked, &request.figure, app.today()))
}

/// Sets a target of a person, or of the company; none takes it back.
///
/// # Errors
/// `RoleMissing`, `MonthOutOfRange`, `FieldNotPositive`, `RowNotFound`.
pub fn target_set(app: &App, request: TargetSet) -> Result<MonthView, Fault> {
    let me = require(app, &[Role::SalesSupervisor, Role::SalesAssistant, Role::Admin])?;
    let asked = month_of(request.ym)?;
    if request.amount_fen.is_some_and(|amount| amount.0 <= 0) {
        return Err(Refusal::FieldNotPositive { field: "amount_fen".into(), row: None }.into());
    }
    app.book()?.act(app.now(), Some(me), |act| {
        month::set_target(act, asked, request.person_id, request.amount_fen)
    })?;
    app.changed();
    view(app, MonthAsk { ym: request.ym })
}
