//! People, and who sits at the desk.

use crate::App;
use crate::fault::Fault;
#[allow(unused_imports)]
use crate::views::book::*;
#[allow(unused_imports)]
use crate::views::person::*;
use crate::views::*;

/// See `api.rs`.
pub fn list(_app: &App, _request: Nothing) -> Result<Vec<PersonView>, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn save(_app: &App, _request: PersonSave) -> Result<PersonView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn sign_in(_app: &App, _request: SignIn) -> Result<AppStatus, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn sign_out(_app: &App, _request: Nothing) -> Result<AppStatus, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn behalf_list(_app: &App, _request: Nothing) -> Result<Vec<BehalfDecision>, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn behalf_answer(_app: &App, _request: BehalfAnswer) -> Result<Vec<BehalfDecision>, Fault> {
    Err(Fault::broken("not built yet"))
}
