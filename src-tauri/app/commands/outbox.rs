//! The outbox, the mail doctor and the 演示收件箱.

use crate::App;
use crate::fault::Fault;
#[allow(unused_imports)]
use crate::views::outbox::*;
#[allow(unused_imports)]
use crate::views::setting::*;
use crate::views::*;

/// See `api.rs`.
pub fn mail_test(_app: &App, _request: MailTest) -> Result<MailTested, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn list(_app: &App, _request: OutboxAsk) -> Result<OutboxPage, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn view(_app: &App, _request: ById) -> Result<OutboxView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn pdf(_app: &App, _request: ById) -> Result<FileView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn resend(_app: &App, _request: OutboxResend) -> Result<OutboxView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn retry(_app: &App, _request: ByVersion) -> Result<OutboxView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn delivered(_app: &App, _request: OutboxDelivered) -> Result<OutboxView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn inbox(_app: &App, _request: Nothing) -> Result<InboxView, Fault> {
    Err(Fault::broken("not built yet"))
}
