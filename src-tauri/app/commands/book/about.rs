//! What this program and this book are, and what a technician is given.

use std::path::{Path, PathBuf};

use crate::App;
use crate::fault::Fault;
use crate::store::{about, setting};
use crate::tail;
use crate::views::Nothing;
use crate::views::book::*;

/// So many of the log's last lines are given.
const LINES: usize = 200;

/// Version, build, the book with its sizes, and the log.
pub fn about_view(app: &App, _request: Nothing) -> Result<AboutView, Fault> {
    let book = app.book()?;
    let counts = book.read(about::counts)?;
    let log = log_path(app);
    Ok(AboutView {
        version: env!("CARGO_PKG_VERSION").into(),
        build: app.build().into(),
        system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        book_path: book.folder().display().to_string(),
        book_bytes: bytes_of(&book.folder().join("book.db")) + bytes_of(&book.folder().join("book.db-wal")),
        file_bytes: counts.file_bytes,
        files: counts.files,
        orders: counts.orders,
        customers: counts.customers,
        entries: counts.entries,
        schema: counts.schema,
        last_backup_at: book.last_backup_at(),
        log_bytes: bytes_of(&log),
        log_path: log.display().to_string(),
    })
}

fn bytes_of(path: &Path) -> i64 {
    std::fs::metadata(path).map_or(0, |meta| i64::try_from(meta.len()).unwrap_or(i64::MAX))
}

fn log_path(app: &App) -> PathBuf {
    app.home().join("chengdan.log")
}

/// The log's last lines for a technician, with nothing personal in them.
///
/// # Errors
/// Broken when the book cannot be read; a log that is not there is empty.
pub fn log_tail(app: &App, _request: Nothing) -> Result<LogTail, Fault> {
    let mut known = vec![app.home().display().to_string()];
    if let Ok(book) = app.book() {
        known.push(book.folder().display().to_string());
        known.extend(book.read(about::names)?);
    }
    let text = std::fs::read(log_path(app)).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let all: Vec<&str> = text.lines().collect();
    let last = &all[all.len().saturating_sub(LINES)..];
    let lines = i64::try_from(last.len()).unwrap_or(i64::MAX);
    Ok(LogTail { text: tail::without_names(&last.join("\n"), &known)?, lines })
}

/// Shows a folder in the system's file manager.
///
/// # Errors
/// `NoBook`.
pub fn folder_show(app: &App, request: FolderShow) -> Result<FolderShown, Fault> {
    let book = app.book()?;
    let path = match request.folder {
        Folder::Book => book.folder().to_path_buf(),
        Folder::Backups => book.backup_place(&book.read(setting::backup)?.folder),
        Folder::Log => app.home().to_path_buf(),
    };
    Ok(FolderShown { shown: path.is_dir() && app.dialogs().show(&path), path: path.display().to_string() })
}
