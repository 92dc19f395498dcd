//! The book itself: first start, status, backup, verification.

use chengdan_domain::people::Role;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::person::PersonBrief;
use super::setting::BackupRule;
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
    /// What the surroundings speak, before there is a book; none when they do not say.
    pub system_language: Option<Language>,
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
    /// Clocks of the person at the desk that have run out, and those that run out today; of all for whoever runs
    /// the team. What is put off is not counted.
    pub today_overdue: i64,
    pub today_due: i64,
    pub leads_unrated: i64,
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

/// A copy of the book in its place for backups.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupRow {
    pub name: String,
    pub at: String,
    pub bytes: i64,
}

/// The backups: their rule, their place, and what lies there.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupView {
    pub rule: BackupRule,
    /// Where copies come to lie.
    pub place: String,
    /// The place is there now.
    pub reachable: bool,
    /// Newest first; at most ten of them.
    pub rows: Vec<BackupRow>,
    pub count: i64,
    pub bytes: i64,
}

/// Where backups are to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum BackupPlace {
    /// Where they go already.
    Same,
    /// `backups` in the book's own folder.
    InBook,
    /// A folder that a dialog gave out a token for.
    Chosen { token: String },
}

/// Changes the rule of the backups.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupSave {
    pub place: BackupPlace,
    pub keep: i64,
    pub daily: bool,
}

/// What was found in the newest backup.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupChecked {
    pub path: String,
    pub at: String,
    pub found: BookVerified,
}

/// What this program and this book are.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AboutView {
    pub version: String,
    /// The commit and its day; empty for a build from a working copy.
    pub build: String,
    pub system: String,
    pub book_path: String,
    /// Of the records, and of the files beside them.
    pub book_bytes: i64,
    pub file_bytes: i64,
    pub files: i64,
    pub orders: i64,
    pub customers: i64,
    pub entries: i64,
    /// How many migrations the book has seen, and how many this program knows.
    pub schema: i64,
    pub last_backup_at: Option<String>,
    pub log_path: String,
    pub log_bytes: i64,
}

/// The log's last lines, with nothing personal in them.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LogTail {
    pub text: String,
    pub lines: i64,
}

/// A folder to be shown by the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Folder {
    Book,
    Backups,
    Log,
}

/// Shows a folder in the system's file manager.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FolderShow {
    pub folder: Folder,
}

/// Whether the system could show it, and where it is in any case.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FolderShown {
    pub path: String,
    pub shown: bool,
}
