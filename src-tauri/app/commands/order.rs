//! Orders: list, form, submission, delivery, tasks.

use crate::App;
use crate::fault::Fault;
#[allow(unused_imports)]
use crate::views::order::*;
use crate::views::*;

/// See `api.rs`.
pub fn list(_app: &App, _request: OrderListAsk) -> Result<OrderPage, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn totals(_app: &App, _request: OrderFilter) -> Result<OrderTotals, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn view(_app: &App, _request: ById) -> Result<OrderView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn compute(_app: &App, _request: OrderDraft) -> Result<OrderComputed, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn save(_app: &App, _request: OrderDraft) -> Result<OrderView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn submit(_app: &App, _request: ByVersion) -> Result<OrderView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn withdraw(_app: &App, _request: ByVersion) -> Result<OrderView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn discard(_app: &App, _request: ByVersion) -> Result<Nothing, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn copy(_app: &App, _request: ById) -> Result<OrderView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn letter(_app: &App, _request: ById) -> Result<FileView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn export(_app: &App, _request: OrderExport) -> Result<Written, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn deliver(_app: &App, _request: DeliveryRecord) -> Result<OrderView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn tasks(_app: &App, _request: Nothing) -> Result<Vec<TaskView>, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn task_done(_app: &App, _request: ById) -> Result<Vec<TaskView>, Fault> {
    Err(Fault::broken("not built yet"))
}
