//! The book itself: first start, status, backup, verification.

use chengdan_domain::people::Role;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::person::PersonBrief;
use crate::fault::Fault;

/// The language of the screen and of papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub enum Language {
    #[default]
    Zh,
    En,
}

/// What the frame needs to draw itself.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AppStatus {
    pub program_version: String,
    /// No book yet: show the first start.
    pub book_open: bool,
    pub book_path: String,
    /// Where a new book would be put.
    pub default_folder: String,
    pub sample: bool,
    pub company_name: String,
    pub language: Language,
    pub today: String,
    pub now: String,
    pub person: Option<PersonBrief>,
    pub single_person: bool,
    pub counts: RoomCounts,
    pub last_backup_at: Option<String>,
    pub last_backup_verified: bool,
    /// Why the book that was open last could not be opened (missing, locked, newer …); shown on the first page.
    pub trouble: Option<Fault>,
    /// Warnings that stand on top, e.g. a book in a cloud-synchronised folder (`cloud_folder`).
    pub warnings: Vec<String>,
}

/// The numbers beside the rooms.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct RoomCounts {
    /// Drafts of the person at the desk.
    pub orders_drafts: i64,
    /// Orders of theirs that were sent back.
    pub orders_sent_back: i64,
    /// Approved orders with an undelivered line past its promised date: of the person at the desk, for a sales assistant
    /// of everybody; counted up to 1000.
    pub orders_overdue: i64,
    /// Orders waiting for a level that the person at the desk may decide, four eyes considered; for a sales assistant
    /// everybody's.
    pub approvals: i64,
    pub outbox_waiting: i64,
    pub outbox_failed: i64,
    pub outbox_uncertain: i64,
    pub outbox_missing_address: i64,
    pub tasks: i64,
}

/// What a new book starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum StartWith {
    Sample,
    Empty,
}

/// First start: three things on one page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BookCreate {
    /// From a folder dialog; `None` uses the default folder.
    pub folder_token: Option<String>,
    pub company_name: String,
    pub tax_number: String,
    pub number_prefix: String,
    pub person_name: String,
    pub roles: Vec<Role>,
    pub password: String,
    pub language: Language,
    pub start_with: StartWith,
}

/// Opens another book by a dialog's token.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BookOpen {
    pub token: String,
}

/// What `verify` found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BookVerified {
    pub entries: i64,
    pub head: String,
    pub files: i64,
    /// Empty when everything agrees; otherwise what differs and where.
    pub problems: Vec<String>,
}

/// A backup that was written and verified.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupMade {
    pub path: String,
    pub bytes: i64,
    pub head: String,
}
