//! The book's backups: their rule, the copies, looking into the newest one, and the daily one that makes itself.

use std::path::{Path, PathBuf};

use chengdan_domain::refusal::Refusal;
use chrono::{DateTime, Utc};

use super::admin;
use crate::App;
use crate::clock::business_date;
use crate::commands::check::Check;
use crate::fault::Fault;
use crate::store::{Book, setting};
use crate::views::Nothing;
use crate::views::book::*;
use crate::views::setting::BackupRule;

/// So many copies are shown; the others are counted.
const SHOWN: usize = 10;

/// The rule, the place, and the copies that lie there.
pub fn backup_view(app: &App, _request: Nothing) -> Result<BackupView, Fault> {
    let book = app.book()?;
    let rule = book.read(setting::backup)?;
    let copies = book.backups()?;
    let bytes = copies.iter().map(|copy| size(copy.bytes)).sum();
    let rows = copies.iter().rev().take(SHOWN).map(|copy| BackupRow {
        name: copy.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        at: copy.at.clone(),
        bytes: size(copy.bytes),
    });
    Ok(BackupView {
        place: book.backup_place(&rule.folder).display().to_string(),
        reachable: rule.folder.is_empty() || Path::new(&rule.folder).is_dir(),
        rows: rows.collect(),
        count: i64::try_from(copies.len()).unwrap_or(i64::MAX),
        bytes,
        rule,
    })
}

/// Changes the rule.
///
/// # Errors
/// `RoleMissing`, `FieldOutOfRange`, `TokenUnknown`, `BackupPlaceMissing`.
pub fn backup_save(app: &App, request: BackupSave) -> Result<BackupView, Fault> {
    let me = admin(app)?;
    let mut check = Check::default();
    if !(1..=1_000).contains(&request.keep) {
        check.add(Refusal::FieldOutOfRange { field: "keep".into(), row: None, least: 1, most: 1_000 });
    }
    check.done()?;
    let book = app.book()?;
    let folder = match request.place {
        BackupPlace::Same => book.read(setting::backup)?.folder,
        BackupPlace::InBook => String::new(),
        BackupPlace::Chosen { token } => chosen(app, &book, &token)?,
    };
    let rule = BackupRule { folder, keep: request.keep, daily: request.daily };
    book.act(app.now(), Some(me), |act| setting::put(act, "backup", &rule))?;
    app.changed();
    backup_view(app, Nothing {})
}

/// The folder behind a token, once copies can be written there.
fn chosen(app: &App, book: &Book, token: &str) -> Result<String, Fault> {
    let folder: PathBuf = app.desk().path(token).ok_or(Refusal::TokenUnknown)?;
    let path = folder.display().to_string();
    let place = book.backup_place(&path);
    if !folder.is_dir() || std::fs::create_dir_all(place).is_err() {
        return Err(Refusal::BackupPlaceMissing { path }.into());
    }
    Ok(path)
}

/// Writes and verifies a backup.
///
/// # Errors
/// As [`Book::back_up`].
pub fn backup(app: &App, _request: Nothing) -> Result<BackupMade, Fault> {
    let made = app.book()?.back_up(app.now())?;
    app.desk().backup_trouble = None;
    app.changed();
    Ok(BackupMade { path: made.path.display().to_string(), bytes: size(made.bytes), head: made.head })
}

/// Looks into the newest copy: integrity, chain, and every file it refers to.
///
/// # Errors
/// `NoBackup`; broken when it cannot be read.
pub fn backup_verify(app: &App, _request: Nothing) -> Result<BackupChecked, Fault> {
    let (copy, found) = app.book()?.verify_backup()?;
    Ok(BackupChecked { path: copy.path.display().to_string(), at: copy.at, found: found.into() })
}

/// Makes today's backup when the rule asks for one and there is none of today yet; answers whether it made one. What
/// keeps it from being made stands on top of every page until a backup succeeds.
///
/// # Errors
/// `NoBook`, or as [`Book::back_up`].
pub fn back_up_if_due(app: &App) -> Result<bool, Fault> {
    let book = app.book()?;
    if !book.writes() || !book.read(setting::backup)?.daily {
        return Ok(false);
    }
    let last: Option<DateTime<Utc>> = book.last_backup_at().and_then(|at| at.parse().ok());
    if last.is_some_and(|at| business_date(at) >= app.today()) {
        return Ok(false);
    }
    backup(app, Nothing {}).inspect_err(|_| {
        app.desk().backup_trouble = Some("backup_failed");
        app.changed();
    })?;
    Ok(true)
}

fn size(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}
