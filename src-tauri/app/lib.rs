//! What the program does, without a window: `App` and its one door, [`App::call`].

pub mod api;
pub mod clock;
pub mod clocks;
pub mod commands;
pub mod fault;
pub mod import;
pub mod paper;
pub mod place;
pub mod post;
pub mod sample;
pub mod session;
pub mod spool;
pub mod store;
pub mod tail;
pub mod typescript;
pub mod vault;
pub mod views;
pub mod watch;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use chengdan_domain::refusal::Refusal;
use chrono::{DateTime, NaiveDate, Utc};

use crate::clock::Clock;
use crate::fault::Fault;
use crate::paper::letter::LetterPress;
use crate::session::{Desk, Dialogs, Vault};
use crate::store::Book;

/// The program without a window.
pub struct App {
    clock: Arc<dyn Clock>,
    dialogs: Arc<dyn Dialogs>,
    vault: Arc<dyn Vault>,
    home: PathBuf,
    /// The commit and its day; the window says it.
    build: &'static str,
    book: Mutex<Option<Arc<Book>>>,
    desk: Mutex<Desk>,
    on_change: Mutex<Option<Box<dyn Fn() + Send>>>,
    /// One round of the postman at a time.
    posting: Mutex<()>,
    /// Made when the first letter is set, kept warm afterwards.
    press: OnceLock<LetterPress>,
}

impl App {
    /// A program that keeps its books under `home`; no book is open yet.
    pub fn new(home: &Path, clock: Arc<dyn Clock>, dialogs: Arc<dyn Dialogs>, vault: Arc<dyn Vault>) -> App {
        App {
            clock,
            dialogs,
            vault,
            home: home.to_path_buf(),
            build: "",
            book: Mutex::new(None),
            desk: Mutex::new(Desk::default()),
            on_change: Mutex::new(None),
            posting: Mutex::new(()),
            press: OnceLock::new(),
        }
    }

    /// The same program, which knows of what build it is.
    pub fn of_build(self, build: &'static str) -> App {
        App { build, ..self }
    }

    /// The commit and its day; empty when nobody said.
    pub fn build(&self) -> &str {
        self.build
    }

    /// The one door: a command's name and its request as JSON, the response as JSON.
    ///
    /// # Errors
    /// Every failure is a [`Fault`]; a panic is caught, logged and answered as `Broken`, and the book stays usable.
    pub fn call(&self, name: &str, json: &str) -> Result<String, Fault> {
        let answer = catch_unwind(AssertUnwindSafe(|| api::dispatch(self, name, json)))
            .unwrap_or_else(|panic| Err(Fault::broken(panic_words(&panic))));
        if let Err(Fault::Broken { ticket, detail }) = &answer {
            self.log(&format!("{ticket} {name}: {detail}"));
        }
        answer
    }

    /// The present instant.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Today in the company's zone.
    pub fn today(&self) -> NaiveDate {
        clock::business_date(self.now())
    }

    /// Where books lie by default.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// File dialogs.
    pub fn dialogs(&self) -> &dyn Dialogs {
        &*self.dialogs
    }

    /// The keychain.
    pub fn vault(&self) -> &dyn Vault {
        &*self.vault
    }

    /// The press that sets letters.
    ///
    /// # Errors
    /// Broken when its fonts are not what the page asks for.
    pub fn press(&self) -> Result<&LetterPress, Fault> {
        if let Some(press) = self.press.get() {
            return Ok(press);
        }
        let press = LetterPress::new()?;
        Ok(self.press.get_or_init(|| press))
    }

    /// The open book.
    ///
    /// # Errors
    /// `NoBook` before the first start is done.
    pub fn book(&self) -> Result<Arc<Book>, Fault> {
        hold(&self.book).clone().ok_or_else(|| Refusal::NoBook.into())
    }

    /// Opens (or closes) the book; nobody is at the desk afterwards.
    pub fn set_book(&self, book: Option<Book>) {
        *hold(&self.book) = book.map(Arc::new);
        let mut desk = hold(&self.desk);
        desk.person_id = None;
        desk.trouble = None;
        desk.backup_trouble = None;
    }

    /// The desk, for as long as the guard lives.
    pub fn desk(&self) -> MutexGuard<'_, Desk> {
        hold(&self.desk)
    }

    /// Who is at the desk.
    ///
    /// # Errors
    /// `NotSignedIn`.
    pub fn person_id(&self) -> Result<i64, Fault> {
        self.desk().person_id.ok_or_else(|| Refusal::NotSignedIn.into())
    }

    /// Who is at the desk, if anybody.
    pub fn desk_person(&self) -> Option<i64> {
        self.desk().person_id
    }

    /// The postman's turn, for as long as the guard lives.
    pub(crate) fn posting(&self) -> MutexGuard<'_, ()> {
        hold(&self.posting)
    }

    /// Calls `notify` after anything changed without the page having asked (the post, another hand).
    pub fn on_change(&self, notify: Box<dyn Fn() + Send>) {
        *hold(&self.on_change) = Some(notify);
    }

    /// Tells the page that something changed.
    pub fn changed(&self) {
        if let Some(notify) = &*hold(&self.on_change) {
            notify();
        }
    }

    /// Appends a line to the log beside the books. Never a secret, never a letter's content.
    pub fn log(&self, line: &str) {
        use std::io::Write;
        let path = self.home.join("chengdan.log");
        let file = std::fs::OpenOptions::new().create(true).append(true).open(path);
        if let Ok(mut file) = file {
            let _ = writeln!(file, "{} {line}", clock::instant_text(self.now()));
        }
    }
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn panic_words(panic: &Box<dyn std::any::Any + Send>) -> String {
    let words = panic.downcast_ref::<&str>().map(ToString::to_string);
    words.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".into())
}
