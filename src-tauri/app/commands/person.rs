//! People, and who sits at the desk.

mod leaving;
mod waiting;

pub use leaving::{leave, owns};

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;

use super::book;
use super::check::Check;
use crate::App;
use crate::fault::Fault;
use crate::store::{approval, behalf, person};
use crate::views::Nothing;
use crate::views::book::AppStatus;
use crate::views::person::*;

/// Everybody, the active first.
pub fn list(app: &App, _request: Nothing) -> Result<Vec<PersonView>, Fault> {
    app.book()?.read(person::all)
}

/// Creates or changes a person; only an Admin may.
///
/// # Errors
/// Field refusals, `RoleMissing`, `NameTaken`, `LastAdmin`, `LadderUnfilled`, `WouldStick`, `Stale`.
pub fn save(app: &App, mut request: PersonSave) -> Result<PersonView, Fault> {
    require(app, &[Role::Admin])?;
    request.name = request.name.trim().to_string();
    tidy(&mut request.industries);
    check(&request)?;
    let hash = request.password.as_deref().map(hash_password).transpose()?;
    let id = app.book()?.act(app.now(), app.desk_person(), |act| {
        let before = approval::members(act.tx)?;
        let id = person::save(act, &request, hash.as_deref())?;
        leaving::insist_on_ladder(app, act, &request.name, &before)?;
        Ok(id)
    })?;
    app.changed();
    app.book()?.read(|connection| person::get(connection, id))
}

/// Words without blanks around them, each once.
fn tidy(words: &mut Vec<String>) {
    let mut seen = Vec::new();
    for word in words.drain(..) {
        let word = word.trim().to_string();
        if !word.is_empty() && !seen.contains(&word) {
            seen.push(word);
        }
    }
    *words = seen;
}

/// As many industries as somebody may look after.
const MOST_INDUSTRIES: i64 = 30;

fn check(request: &PersonSave) -> Result<(), Fault> {
    let mut check = Check::default();
    if i64::try_from(request.industries.len()).unwrap_or(i64::MAX) > MOST_INDUSTRIES {
        let field = "industries".into();
        check.add(Refusal::FieldOutOfRange { field, row: None, least: 0, most: MOST_INDUSTRIES });
    }
    for industry in &request.industries {
        check.line("industries", industry, false, 60);
    }
    check
        .line("name", &request.name, true, 60)
        .line("code", &request.code, false, 40)
        .line("region", &request.region, false, 60)
        .line("email", &request.email, false, 254)
        .email("email", &request.email)
        .phone("phone", &request.phone)
        .done()
}

/// Sits down at the desk; a person without a password needs none.
///
/// # Errors
/// `PasswordWrong`, `PersonInactive`.
pub fn sign_in(app: &App, request: SignIn) -> Result<AppStatus, Fault> {
    let book = app.book()?;
    let (who, hash) = book.read(|connection| {
        Ok((
            person::get(connection, request.person_id)?,
            person::password_hash(connection, request.person_id)?,
        ))
    })?;
    if !who.active {
        return Err(Refusal::PersonInactive { name: who.name }.into());
    }
    if !hash.is_empty() && !password_fits(&hash, &request.password) {
        return Err(Refusal::PasswordWrong.into());
    }
    app.desk().person_id = Some(request.person_id);
    app.changed();
    book::status(app, Nothing {})
}

/// Leaves the desk.
pub fn sign_out(app: &App, _request: Nothing) -> Result<AppStatus, Fault> {
    app.desk().person_id = None;
    app.changed();
    book::status(app, Nothing {})
}

/// 「以我名义的决定」 that still wait for an answer.
pub fn behalf_list(app: &App, _request: Nothing) -> Result<Vec<BehalfDecision>, Fault> {
    let me = app.person_id()?;
    app.book()?.read(|connection| behalf::of(connection, me))
}

/// Confirms or disputes one of them.
///
/// # Errors
/// `ReasonMissing` when disputing without a word, `RowNotFound` for somebody else's decision.
pub fn behalf_answer(app: &App, request: BehalfAnswer) -> Result<Vec<BehalfDecision>, Fault> {
    let me = app.person_id()?;
    if !request.agree && request.note.trim().is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    Check::default().lines("note", &request.note, 1000).done()?;
    app.book()?.act(app.now(), Some(me), |act| behalf::answer(act, me, &request))?;
    app.changed();
    behalf_list(app, Nothing {})
}

/// Refuses unless the person at the desk holds one of `roles`.
///
/// # Errors
/// `NotSignedIn`, `RoleMissing`.
pub fn require(app: &App, roles: &[Role]) -> Result<i64, Fault> {
    let me = app.person_id()?;
    let held = app.book()?.read(|connection| person::roles(connection, me))?;
    if held.iter().any(|role| roles.contains(role)) {
        return Ok(me);
    }
    Err(Refusal::RoleMissing { roles: roles.to_vec() }.into())
}

/// A password as it is kept: argon2id with a salt of its own; empty for none.
///
/// # Errors
/// Broken, when the system gives no randomness.
pub fn hash_password(password: &str) -> Result<String, Fault> {
    if password.is_empty() {
        return Ok(String::new());
    }
    let salt = SaltString::encode_b64(&rand::random::<[u8; 16]>()).map_err(Fault::broken)?;
    Ok(Argon2::default().hash_password(password.as_bytes(), &salt).map_err(Fault::broken)?.to_string())
}

fn password_fits(hash: &str, password: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok())
}
