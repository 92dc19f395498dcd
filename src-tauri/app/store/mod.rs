//! The book: the only SQL of the program. One folder with `book.db` and content-addressed `files/`.

pub mod about;
pub mod approval;
pub mod attachment;
pub mod backup;
pub mod behalf;
pub mod bin;
pub mod calendar;
pub mod clause;
pub mod clock_length;
pub mod contract;
pub mod customer;
pub mod customer_list;
pub mod deadline;
pub mod deadline_mark;
pub mod delivery;
pub mod delivery_note;
pub mod engine;
pub mod file;
pub mod handover;
pub mod history;
pub mod import;
pub mod lead;
pub mod lead_contact;
pub mod lead_list;
pub mod migrate;
pub mod month;
pub mod month_rows;
pub mod month_sum;
pub mod notice;
pub mod opportunity;
pub mod opportunity_list;
pub mod order;
pub mod order_sheet;
pub mod outbox;
pub mod outbox_list;
pub mod outbox_page;
pub mod person;
pub mod post;
pub mod product;
pub mod product_list;
pub mod quotation;
pub mod requirement;
pub mod saved;
pub mod search;
pub mod series;
pub mod setting;
mod sorted;
pub mod status;
pub mod task;
pub mod today;
pub mod unfinished;
pub mod wording;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chengdan_domain::refusal::Refusal;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::fault::Fault;

/// An open book: one writing connection, two reading connections, and the writer's lock.
pub struct Book {
    folder: PathBuf,
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
    /// For what is counted while somebody scrolls and types.
    counter: Mutex<Connection>,
    /// Held as long as the book is open for writing; `None` when it was opened only to look.
    lock: Option<engine::WriterLock>,
}

/// One act of somebody: a transaction with its time and its hand. Everything an act changes is written through it.
pub struct Act<'a> {
    /// The transaction; commits when the act's closure returns `Ok`.
    pub tx: &'a Transaction<'a>,
    pub now: DateTime<Utc>,
    /// The person at the desk; `None` for the program itself (post, night watch, sample company).
    pub actor: Option<i64>,
}

impl Act<'_> {
    /// The instant as the book writes it.
    pub fn at(&self) -> String {
        crate::clock::instant_text(self.now)
    }

    /// Today in the company's zone.
    pub fn today(&self) -> NaiveDate {
        crate::clock::business_date(self.now)
    }
}

impl Book {
    /// Makes a new book in `folder` (created when missing) and opens it.
    ///
    /// # Errors
    /// `BookExists`, `BookOnNetworkDrive`, `DiskFull`, or broken.
    pub fn create(folder: &Path, now: DateTime<Utc>) -> Result<Book, Fault> {
        if folder.join("book.db").exists() {
            return Err(Refusal::BookExists { path: folder.display().to_string() }.into());
        }
        engine::refuse_network_drive(folder)?;
        std::fs::create_dir_all(folder.join("files"))?;
        Book::open_at(folder, now, true)
    }

    /// Opens an existing book for writing, migrating it after a verified backup when it is older.
    ///
    /// # Errors
    /// `BookMissing`, `BookLocked`, `BookNewer`, `BookNotABook`, or broken.
    pub fn open(folder: &Path, now: DateTime<Utc>) -> Result<Book, Fault> {
        engine::refuse_missing(folder)?;
        engine::refuse_network_drive(folder)?;
        Book::open_at(folder, now, true)
    }

    /// Opens a book beside its writer, only to look, to verify and to back up. Writing acts fail.
    ///
    /// # Errors
    /// As [`Book::open`], without `BookLocked`; `BookOlder`.
    pub fn open_to_look(folder: &Path, now: DateTime<Utc>) -> Result<Book, Fault> {
        engine::refuse_missing(folder)?;
        Book::open_at(folder, now, false)
    }

    fn open_at(folder: &Path, now: DateTime<Utc>, writes: bool) -> Result<Book, Fault> {
        let lock = if writes { Some(engine::take_lock(folder)?) } else { None };
        let mut writer = engine::connect(folder, writes)?;
        if writes {
            migrate::migrate(&mut writer, folder, now)?;
            engine::keep_reserve(folder);
        } else {
            migrate::refuse_older(migrate::refuse_newer(&writer)?)?;
        }
        let (reader, counter) = (engine::connect(folder, false)?, engine::connect(folder, false)?);
        Ok(Book {
            folder: folder.to_path_buf(),
            writer: Mutex::new(writer),
            reader: Mutex::new(reader),
            counter: Mutex::new(counter),
            lock,
        })
    }

    /// The book's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether this hand may write; otherwise the book was opened beside its writer, only to look.
    pub fn writes(&self) -> bool {
        self.lock.is_some()
    }

    /// Runs one act in one transaction: everything it writes is there, or nothing.
    ///
    /// # Errors
    /// Whatever the act answers; the transaction is rolled back. After an I/O error the connection is reopened,
    /// never retried blindly.
    pub fn act<T>(
        &self,
        now: DateTime<Utc>,
        actor: Option<i64>,
        write: impl FnOnce(&Act) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let mut writer = lock(&self.writer);
        let outcome = (|| {
            let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let answer = write(&Act { tx: &tx, now, actor })?;
            tx.commit()?;
            Ok(answer)
        })();
        let failed_below = match &outcome {
            Err(Fault::Broken { .. }) => true,
            Err(Fault::Refused { reasons }) => reasons.contains(&Refusal::DiskFull),
            _ => false,
        };
        if failed_below {
            engine::release_reserve(&self.folder);
            if let Ok(fresh) = engine::connect(&self.folder, true) {
                *writer = fresh;
            }
        }
        outcome
    }

    /// Reads one state of the book beside the writer: what a view puts together from several tables belongs together,
    /// also when an act commits meanwhile. Keep it short: a long read lets the WAL grow.
    ///
    /// # Errors
    /// Whatever the closure answers.
    pub fn read<T>(&self, look: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut reader = lock(&self.reader);
        let snapshot = reader.transaction()?;
        look(&snapshot)
    }

    /// The same on another connection, for what is counted over many records: the rows that somebody waits for never wait behind it.
    ///
    /// # Errors
    /// Whatever the closure answers.
    pub fn count<T>(&self, look: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut counter = lock(&self.counter);
        let snapshot = counter.transaction()?;
        look(&snapshot)
    }

    /// Reads one state of the book on a connection of its own, for long reports: neither the screen nor the writer
    /// waits for it.
    ///
    /// # Errors
    /// Whatever the closure answers.
    pub fn read_apart<T>(&self, look: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut connection = engine::connect(&self.folder, false)?;
        let snapshot = connection.transaction()?;
        look(&snapshot)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A page's cursor: the sorted value and the id of its last row. The page treats it as a word without meaning.
pub fn cursor(key: &str, id: i64) -> String {
    format!("{id}:{key}")
}
