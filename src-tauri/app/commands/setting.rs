//! Settings: company, policy, mail account.

use crate::App;
use crate::fault::Fault;
#[allow(unused_imports)]
use crate::views::setting::*;
use crate::views::*;

/// See `api.rs`.
pub fn view(_app: &App, _request: Nothing) -> Result<SettingsView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn save_company(_app: &App, _request: Company) -> Result<SettingsView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn save_policy(_app: &App, _request: Policy) -> Result<SettingsView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn save_mail(_app: &App, _request: MailSave) -> Result<SettingsView, Fault> {
    Err(Fault::broken("not built yet"))
}
