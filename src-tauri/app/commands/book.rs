//! The book itself: first start, status, backup, verification.

use crate::App;
use crate::fault::Fault;
#[allow(unused_imports)]
use crate::views::book::*;
use crate::views::setting::LanguageSet;
use crate::views::*;

/// See `api.rs`.
pub fn status(_app: &App, _request: Nothing) -> Result<AppStatus, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn create(_app: &App, _request: BookCreate) -> Result<AppStatus, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn open(_app: &App, _request: BookOpen) -> Result<AppStatus, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn backup(_app: &App, _request: Nothing) -> Result<BackupMade, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn verify(_app: &App, _request: Nothing) -> Result<BookVerified, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn language_set(_app: &App, _request: LanguageSet) -> Result<AppStatus, Fault> {
    Err(Fault::broken("not built yet"))
}
