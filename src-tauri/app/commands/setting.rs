//! Settings: company, policy, numbers, mail account, and the history of all of them.

mod past;
mod series;

pub use past::history;
pub use series::{preview, save_series};

pub mod calendar;
pub mod clock;
pub mod wording;

use chengdan_domain::approval::Level;
use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;
use rusqlite::Connection;

use super::book::admin;
use super::check::Check;
use crate::App;
use crate::fault::Fault;
use crate::post;
use crate::store::{person, setting};
use crate::views::Nothing;
use crate::views::setting::*;

/// The keychain entry of the mail password.
pub const MAIL_PASSWORD: &str = "smtp";

/// Everything the settings room shows.
pub fn view(app: &App, _request: Nothing) -> Result<SettingsView, Fault> {
    let book = app.book()?;
    let kept = app.vault().get(&password_entry(app)?);
    book.read(|connection| {
        Ok(SettingsView {
            company: setting::company(connection)?,
            policy: setting::policy(connection)?,
            series: crate::store::series::rule(connection)?,
            mail: setting::mail(connection)?,
            mail_password_set: matches!(kept, Ok(Some(_))),
            vault_problem: app.vault().problem().or_else(|| kept.as_ref().err().cloned()),
            providers: post::providers(),
            language: setting::language(connection)?,
            sample: setting::is_sample(connection)?,
            admins: admins(connection)?,
            book_path: book.folder().display().to_string(),
            log_path: app.home().join("chengdan.log").display().to_string(),
        })
    })
}

fn admins(connection: &Connection) -> Result<Vec<String>, Fault> {
    let people = person::all(connection)?.into_iter();
    Ok(people.filter(|who| who.active && who.roles.contains(&Role::Admin)).map(|who| who.name).collect())
}

/// One keychain entry per book, so that two books never share a password.
///
/// # Errors
/// `NoBook`.
pub fn password_entry(app: &App) -> Result<String, Fault> {
    use sha2::{Digest, Sha256};
    let folder = app.book()?.folder().display().to_string();
    let digest = crate::store::history::hex(&Sha256::digest(folder.as_bytes()));
    Ok(format!("{MAIL_PASSWORD}-{}", &digest[..12]))
}

/// Saves what stands in the letterhead.
///
/// # Errors
/// Field refusals, `TaxNumberWrong`, `RoleMissing`.
pub fn save_company(app: &App, request: Company) -> Result<SettingsView, Fault> {
    let me = admin(app)?;
    let mut check = Check::default();
    check
        .line("name", &request.name, true, 100)
        .line("name_en", &request.name_en, false, 100)
        .line("address", &request.address, false, 200)
        .line("email", &request.email, false, 254)
        .email("email", &request.email)
        .phone("phone", &request.phone)
        .line("bank_label", &request.bank_label, false, 20)
        .line("bank_name", &request.bank_name, false, 100)
        .line("bank_account", &request.bank_account, false, 60);
    check_others(&mut check, &request.other_accounts);
    if let Err(reason) = chengdan_domain::tax_number::check_tax_number(&request.tax_number) {
        check.add(reason);
    }
    check.done()?;
    app.book()?.act(app.now(), Some(me), |act| setting::put(act, "company", &request))?;
    app.changed();
    view(app, Nothing {})
}

/// As many accounts besides the standard one as a company may keep here.
const MOST_OTHERS: i64 = 9;

fn check_others(check: &mut Check, others: &[BankAccount]) {
    if i64::try_from(others.len()).unwrap_or(i64::MAX) > MOST_OTHERS {
        let (field, row) = ("other_accounts".into(), None);
        check.add(Refusal::FieldOutOfRange { field, row, least: 0, most: MOST_OTHERS });
    }
    for (nth, other) in others.iter().enumerate() {
        let at = |field: &str| format!("other_accounts.{nth}.{field}");
        check
            .line(&at("label"), &other.label, false, 20)
            .line(&at("bank_name"), &other.bank_name, true, 100)
            .line(&at("bank_account"), &other.bank_account, true, 60);
    }
}

/// Saves the rules the company sets for itself. Orders in approval keep the ladder of their round.
///
/// # Errors
/// Field refusals, `RoleMissing`.
pub fn save_policy(app: &App, request: Policy) -> Result<SettingsView, Fault> {
    let me = admin(app)?;
    let mut check = Check::default();
    let mut range = |field: &str, found: i64, least: i64, most: i64| {
        if !(least..=most).contains(&found) {
            check.add(Refusal::FieldOutOfRange { field: field.into(), row: None, least, most });
        }
    };
    range("discount_limit", request.discount_limit.0, 0, 10_000);
    range("margin_floor", request.margin_floor.0, 0, 10_000);
    range("evidence_from_fen", request.evidence_from_fen, 0, chengdan_domain::money::LARGEST_FEN);
    range("most_leads", request.most_leads, 1, 10_000);
    range("levels", i64::try_from(request.levels.len()).unwrap_or(i64::MAX), 3, 6);
    if !keeps_the_three(&request.levels) {
        check.add(Refusal::FieldMissing { field: "levels".into() });
    }
    check.done()?;
    app.book()?.act(app.now(), Some(me), |act| setting::put_policy(act, &request))?;
    app.changed();
    view(app, Nothing {})
}

/// Extra levels may be added; the three of O3 stay, in their order and for every amount.
fn keeps_the_three(levels: &[Level]) -> bool {
    let always: Vec<Role> =
        levels.iter().filter(|level| level.from_fen == 0).map(|level| level.role).collect();
    let mut wanted = [Role::SalesSupervisor, Role::Finance, Role::Operations].iter().peekable();
    for role in &always {
        if wanted.peek() == Some(&role) {
            wanted.next();
        }
    }
    wanted.next().is_none()
}

/// Saves the mail account; its password goes to the keychain and nowhere else.
///
/// # Errors
/// Field refusals, `RoleMissing`; broken when the keychain refuses.
pub fn save_mail(app: &App, request: MailSave) -> Result<SettingsView, Fault> {
    let me = admin(app)?;
    let account = &request.account;
    let mut check = Check::default();
    check
        .line("host", &account.host, true, 253)
        .line("user", &account.user, false, 254)
        .line("from_address", &account.from_address, true, 254)
        .email("from_address", &account.from_address)
        .line("from_name", &account.from_name, false, 100)
        .lines("trusted_pem", &account.trusted_pem, 100_000);
    if !(1..=65_535).contains(&account.port) {
        check.add(Refusal::FieldOutOfRange { field: "port".into(), row: None, least: 1, most: 65_535 });
    }
    if !(1..=600).contains(&account.per_minute) {
        check.add(Refusal::FieldOutOfRange { field: "per_minute".into(), row: None, least: 1, most: 600 });
    }
    check.done()?;
    if let Some(password) = &request.password {
        let secret = (!password.is_empty()).then_some(password.as_str());
        app.vault().set(&password_entry(app)?, secret).map_err(Fault::broken)?;
    }
    app.book()?.act(app.now(), Some(me), |act| {
        setting::put(act, "mail", account)?;
        // Letters that waited for a working account are tried at once.
        crate::store::post::account_changed(act)
    })?;
    app.changed();
    view(app, Nothing {})
}
