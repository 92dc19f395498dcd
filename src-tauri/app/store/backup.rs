//! Backups: a consistent copy of the book, verified, with the new files beside it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::{Book, history};
use crate::fault::Fault;

/// A backup that was written and verified.
pub struct Made {
    pub path: PathBuf,
    pub bytes: u64,
    pub head: String,
}

/// What `verify` found.
pub struct Verified {
    pub entries: i64,
    pub head: String,
    pub files: i64,
    pub problems: Vec<String>,
}

impl Book {
    /// Copies the book into `<book>/backups/`, checks the copy (integrity, history chain) and copies only new files.
    ///
    /// # Errors
    /// `DiskFull`, or broken when the copy does not verify.
    pub fn back_up(&self, now: DateTime<Utc>) -> Result<Made, Fault> {
        let place = self.folder().join("backups");
        std::fs::create_dir_all(&place)?;
        let path = place.join(format!("book-{}.db", now.format("%Y%m%dT%H%M%SZ")));
        let half = path.with_extension("part");
        let _ = std::fs::remove_file(&half);
        let written = self.read(|connection| {
            let mut copy = Connection::open(&half)?;
            Backup::new(connection, &mut copy)?.run_to_completion(4096, Duration::ZERO, None)?;
            // A file of its own: no WAL that could be left behind when it is carried away.
            copy.pragma_update(None, "journal_mode", "delete")?;
            Ok(())
        });
        let head = written.and_then(|()| verified_head(&half)).inspect_err(|_| {
            let _ = std::fs::remove_file(&half);
        })?;
        copy_new_files(&self.folder().join("files"), &place.join("files"))?;
        std::fs::rename(&half, &path)?;
        std::fs::write(place.join("latest.txt"), format!("{}\n{head}\n", crate::clock::instant_text(now)))?;
        Ok(Made { bytes: std::fs::metadata(&path)?.len(), path, head })
    }

    /// When the last verified backup was made.
    pub fn last_backup_at(&self) -> Option<String> {
        let text = std::fs::read_to_string(self.folder().join("backups").join("latest.txt")).ok()?;
        text.lines().next().map(str::to_string)
    }

    /// Walks the history chain and the bytes of every kept file.
    ///
    /// # Errors
    /// Broken when the book cannot be read at all; what merely differs is told in the answer.
    pub fn verify(&self) -> Result<Verified, Fault> {
        self.read(|connection| {
            let (entries, head, mut problems) = history::verify(connection)?;
            let mut statement = connection.prepare("select sha256, name from file order by sha256")?;
            let rows =
                statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
            let mut files = 0;
            for row in rows {
                let (sha256, name) = row?;
                files += 1;
                if self.file_bytes(&sha256).is_err() {
                    problems.push(format!("file {name} ({sha256}) is missing or was changed"));
                }
            }
            Ok(Verified { entries, head, files, problems })
        })
    }
}

fn verified_head(copy: &Path) -> Result<String, Fault> {
    let connection = Connection::open(copy)?;
    let check: String = connection.query_row("pragma integrity_check", [], |row| row.get(0))?;
    let (_, head, problems) = history::verify(&connection)?;
    if check != "ok" || !problems.is_empty() {
        return Err(Fault::broken(format!("the copy does not verify: {check} {}", problems.join("; "))));
    }
    Ok(head)
}

fn copy_new_files(from: &Path, to: &Path) -> Result<(), Fault> {
    if !from.exists() {
        return Ok(());
    }
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_new_files(&entry.path(), &target)?;
        } else if !target.exists() {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
