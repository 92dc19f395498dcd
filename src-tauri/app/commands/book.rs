//! The book itself: first start, status, verification; its backups and what it is in the files beside this one.

mod about;
mod backup;

use std::path::{Path, PathBuf};

use chengdan_domain::number::{Series, prefix_fault};
use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::safe_file_name;
use chrono::Datelike;

pub use about::{about_view, folder_show, log_tail};
pub use backup::{back_up_if_due, backup, backup_save, backup_verify, backup_view};

use super::check::Check;
use super::person::{hash_password, require};
use super::setting::calendar::missing_year;
use crate::App;
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::store::backup::Verified;
use crate::store::{Act, Book, calendar, engine, history, person, setting, status as room_status};
use crate::views::Nothing;
use crate::views::book::*;
use crate::views::person::PersonSave;
use crate::views::setting::{Company, LanguageSet, Policy};

/// The file in the home folder that remembers which book was open last.
const LAST: &str = "last-book.txt";

/// Opens the book that was open last, if there is one; called once at start.
///
/// # Errors
/// Why that book cannot be opened (missing, locked, newer …). [`status`] says so too, and the page then offers
/// another or a new one.
pub fn open_last(app: &App) -> Result<(), Fault> {
    let Ok(text) = std::fs::read_to_string(app.home().join(LAST)) else { return Ok(()) };
    open_folder(app, Path::new(text.trim())).inspect_err(|fault| {
        app.log(&format!("the last book was not opened: {fault}"));
        app.desk().trouble = Some(fault.clone());
    })
}

/// Opens the book in a folder and remembers it. A person alone without a password sits down at once.
///
/// # Errors
/// As [`Book::open`].
pub fn open_folder(app: &App, folder: &Path) -> Result<(), Fault> {
    seat(app, Book::open(folder, app.now())?)?;
    remember(app, folder);
    Ok(())
}

/// Opens a book for the command line, without a trace in what the window remembers. Where another hand holds the pen
/// and `to_look` is enough, the book is opened only to look.
///
/// # Errors
/// As [`Book::open`].
pub fn open_beside(app: &App, folder: &Path, to_look: bool) -> Result<(), Fault> {
    let locked = |fault: &Fault| {
        let Fault::Refused { reasons } = fault else { return false };
        reasons.iter().any(|reason| matches!(reason, Refusal::BookLocked { .. }))
    };
    match Book::open(folder, app.now()) {
        Err(fault) if to_look && locked(&fault) => seat(app, Book::open_to_look(folder, app.now())?),
        opened => seat(app, opened?),
    }
}

/// The folder of the book that the window opened last.
pub fn last_folder(app: &App) -> Option<PathBuf> {
    let text = std::fs::read_to_string(app.home().join(LAST)).ok()?;
    Some(PathBuf::from(text.trim())).filter(|folder| !folder.as_os_str().is_empty())
}

/// Puts an open book on the desk; a person alone without a password sits down at once.
fn seat(app: &App, book: Book) -> Result<(), Fault> {
    let seated =
        book.read(|connection| Ok((setting::get(connection, "at_desk")?, person::all(connection)?)))?;
    app.set_book(Some(book));
    let (at_desk, people): (Option<i64>, Vec<_>) = seated;
    let free = |id: &i64| people.iter().any(|who| who.id == *id && who.active && !who.has_password);
    app.desk().person_id = at_desk.filter(free);
    Ok(())
}

fn remember(app: &App, folder: &Path) {
    // Forgetting the last book is an inconvenience, not a reason to refuse this one.
    if let Err(error) = std::fs::write(app.home().join(LAST), folder.display().to_string()) {
        app.log(&format!("last book not remembered: {error}"));
    }
}

/// What the frame needs to draw itself.
pub fn status(app: &App, _request: Nothing) -> Result<AppStatus, Fault> {
    let mut answer = AppStatus {
        program_version: env!("CARGO_PKG_VERSION").into(),
        book_open: false,
        book_path: String::new(),
        default_folder: app.home().display().to_string(),
        sample: false,
        company_name: String::new(),
        language: Language::Zh,
        system_language: crate::place::language(),
        today: app.today().to_string(),
        now: instant_text(app.now()),
        person: None,
        single_person: false,
        counts: RoomCounts::default(),
        last_backup_at: None,
        last_backup_verified: false,
        trouble: app.desk().trouble.clone(),
        warnings: Vec::new(),
    };
    let book = match app.book() {
        Ok(book) => book,
        Err(_) => return Ok(answer),
    };
    let at_desk = app.desk_person();
    let now = app.now();
    book.read(|connection| {
        answer.company_name = setting::company(connection)?.name;
        answer.language = setting::language(connection)?;
        answer.sample = setting::is_sample(connection)?;
        answer.single_person = setting::policy(connection)?.single_person;
        answer.person = at_desk.map(|id| person::brief(connection, id)).transpose()?.flatten();
        answer.counts = room_status::counts(connection, at_desk, now)?;
        let calendar = calendar::current(connection)?;
        answer.warnings.extend(missing_year(&calendar, app.today()).map(|year| {
            let now = year == app.today().year();
            String::from(if now { "calendar_year_missing" } else { "calendar_next_missing" })
        }));
        answer.counts.approvals =
            at_desk.map_or(Ok(0), |me| super::approval::count_waiting(connection, me))?;
        Ok(())
    })?;
    answer.book_open = true;
    answer.book_path = book.folder().display().to_string();
    answer.last_backup_at = book.last_backup_at();
    answer.last_backup_verified = answer.last_backup_at.is_some();
    if engine::in_cloud_folder(book.folder()) {
        answer.warnings.push("cloud_folder".into());
    }
    answer.warnings.extend(app.desk().backup_trouble.map(String::from));
    Ok(answer)
}

/// First start: makes a book with its company, its first person and, if wanted, the sample company.
///
/// # Errors
/// Field refusals, `TaxNumberWrong`, `BookExists`, `BookOnNetworkDrive`, `DiskFull`.
pub fn create(app: &App, request: BookCreate) -> Result<AppStatus, Fault> {
    check(&request)?;
    let folder = new_folder(app, &request)?;
    // The book is filled beside its place and moved there whole: a failure leaves no half book behind.
    let half = folder.with_extension("part");
    let _ = std::fs::remove_dir_all(&half);
    let filled = fill(app, &half, &request);
    if let Err(fault) = filled {
        let _ = std::fs::remove_dir_all(&half);
        return Err(fault);
    }
    std::fs::rename(&half, &folder)?;
    open_folder(app, &folder)?;
    let first = app.book()?.read(|connection| Ok(setting::get(connection, "at_desk")?.or(Some(1))))?;
    app.desk().person_id = first;
    app.changed();
    status(app, Nothing {})
}

fn check(request: &BookCreate) -> Result<(), Fault> {
    let mut check = Check::default();
    check.line("company_name", &request.company_name, true, 100).line(
        "person_name",
        &request.person_name,
        true,
        60,
    );
    if let Some(reason) = prefix_fault(request.number_prefix.trim()) {
        check.add(reason);
    }
    if let Err(reason) = chengdan_domain::tax_number::check_tax_number(&request.tax_number) {
        check.add(reason);
    }
    check.done()
}

/// `<home>/<company>.book`, or beside the folder the user chose; a sample never takes a real book's place.
fn new_folder(app: &App, request: &BookCreate) -> Result<PathBuf, Fault> {
    let parent = match &request.folder_token {
        Some(token) => app.desk().path(token).ok_or(Refusal::TokenUnknown)?,
        None => app.home().to_path_buf(),
    };
    std::fs::create_dir_all(&parent)?;
    let folder = parent.join(safe_file_name(&request.company_name, "book"));
    if folder.exists() {
        return Err(Refusal::BookExists { path: folder.display().to_string() }.into());
    }
    Ok(folder)
}

fn fill(app: &App, folder: &Path, request: &BookCreate) -> Result<(), Fault> {
    let book = Book::create(folder, app.now())?;
    book.act(app.now(), None, |act| found(act, request))?;
    if request.start_with == StartWith::Sample {
        crate::sample::fill(book, app.now(), crate::sample::SEED, &crate::sample::SampleSize::default())?;
    }
    Ok(())
}

/// The first rows of a book: settings, and the first person, who is its administrator.
fn found(act: &Act, request: &BookCreate) -> Result<(), Fault> {
    let company = Company {
        name: request.company_name.trim().into(),
        tax_number: request.tax_number.trim().to_uppercase(),
        ..Company::default()
    };
    setting::put(act, "company", &company)?;
    setting::put(act, "policy", &Policy::default())?;
    let series = Series { prefix: request.number_prefix.trim().into(), ..Series::default() };
    setting::put(act, "series", &series)?;
    setting::put(act, "language", &request.language)?;
    setting::put(act, "sample", &(request.start_with == StartWith::Sample))?;
    let mut roles = request.roles.clone();
    if !roles.contains(&Role::Admin) {
        roles.push(Role::Admin);
    }
    let first = PersonSave {
        id: None,
        version: None,
        name: request.person_name.trim().into(),
        code: String::new(),
        email: String::new(),
        phone: String::new(),
        region: String::new(),
        industries: Vec::new(),
        senior: false,
        active: true,
        roles,
        password: None,
    };
    let id = person::save(act, &first, Some(&hash_password(&request.password)?))?;
    setting::put(act, "at_desk", &id)?;
    history::record(act, "book_create", "book", 0, &history::Payload::note(&company.name))
}

/// Opens another book by a dialog's token.
///
/// # Errors
/// `TokenUnknown`, or as [`Book::open`]; the book that was open stays open.
pub fn open(app: &App, request: BookOpen) -> Result<AppStatus, Fault> {
    let chosen = app.desk().path(&request.token).ok_or(Refusal::TokenUnknown)?;
    let folder =
        if chosen.is_file() { chosen.parent().map(Path::to_path_buf).unwrap_or(chosen) } else { chosen };
    open_folder(app, &folder)?;
    app.changed();
    status(app, Nothing {})
}

/// Walks the history chain and every kept file.
pub fn verify(app: &App, _request: Nothing) -> Result<BookVerified, Fault> {
    Ok(app.book()?.verify()?.into())
}

impl From<Verified> for BookVerified {
    fn from(found: Verified) -> BookVerified {
        BookVerified {
            entries: found.entries,
            head: found.head,
            files: found.files,
            problems: found.problems,
        }
    }
}

/// Sets the language of screen and papers.
pub fn language_set(app: &App, request: LanguageSet) -> Result<AppStatus, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| setting::put(act, "language", &request.language))?;
    app.changed();
    status(app, Nothing {})
}

/// Only an Admin may; used by the settings room.
pub(super) fn admin(app: &App) -> Result<i64, Fault> {
    require(app, &[Role::Admin])
}
