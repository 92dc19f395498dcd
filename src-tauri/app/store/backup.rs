//! Backups: a consistent copy of the book, verified, with the new files beside it; so many are kept.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chengdan_domain::refusal::Refusal;
use chrono::{DateTime, Utc};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::{Book, file, history, setting};
use crate::clock::instant_text;
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

/// One copy that lies in the place for backups.
pub struct Copy {
    pub path: PathBuf,
    /// When it was made, as its name says.
    pub at: String,
    pub bytes: u64,
}

/// Where the book notes its last verified backup, whatever place it went to.
const LATEST: &str = "latest.txt";

impl Book {
    /// Copies the book to its place for backups, checks the copy (integrity, history chain), copies only new files,
    /// and lets go of the oldest copies beyond the number that is kept.
    ///
    /// # Errors
    /// `BackupPlaceMissing`, `DiskFull`, or broken when the copy does not verify; older copies stay then.
    pub fn back_up(&self, now: DateTime<Utc>) -> Result<Made, Fault> {
        let rule = self.read(setting::backup)?;
        let place = self.backup_place(&rule.folder);
        if !rule.folder.is_empty() && !Path::new(&rule.folder).is_dir() {
            return Err(Refusal::BackupPlaceMissing { path: rule.folder }.into());
        }
        std::fs::create_dir_all(&place).map_err(|error| missing(&place, error))?;
        let path = place.join(format!("book-{}.db", now.format(STAMP)));
        let half = path.with_extension("part");
        let _ = std::fs::remove_file(&half);
        let written = self.read_apart(|connection| {
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
        let note = self.folder().join("backups");
        std::fs::create_dir_all(&note)?;
        std::fs::write(note.join(LATEST), format!("{}\n{head}\n{}\n", instant_text(now), path.display()))?;
        // Not this one, even where a clock that was set back makes it look old.
        let mut others = copies(&place);
        others.retain(|copy| copy.path != path);
        let beyond = (others.len() + 1).saturating_sub(usize::try_from(rule.keep).unwrap_or(1));
        for old in others.iter().take(beyond) {
            std::fs::remove_file(&old.path)?;
        }
        Ok(Made { bytes: std::fs::metadata(&path)?.len(), path, head })
    }

    /// Where backups come to lie: in the book, or in a folder named after the book inside the one that was chosen.
    pub fn backup_place(&self, chosen: &str) -> PathBuf {
        if chosen.is_empty() {
            return self.folder().join("backups");
        }
        let name = self.folder().file_stem().map(|name| name.to_string_lossy().into_owned());
        Path::new(chosen).join(format!("{}-backups", name.unwrap_or_default()))
    }

    /// The copies that lie there, the oldest first.
    ///
    /// # Errors
    /// Broken when the book cannot be read.
    pub fn backups(&self) -> Result<Vec<Copy>, Fault> {
        let rule = self.read(setting::backup)?;
        Ok(copies(&self.backup_place(&rule.folder)))
    }

    /// Looks into the newest copy once more: its integrity, its chain, and every file it refers to.
    ///
    /// # Errors
    /// `NoBackup`; broken when it cannot be read at all.
    pub fn verify_backup(&self) -> Result<(Copy, Verified), Fault> {
        let newest = self.backups()?.pop().ok_or(Refusal::NoBackup)?;
        let place = newest.path.parent().map(Path::to_path_buf).unwrap_or_default();
        let connection = Connection::open_with_flags(&newest.path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let check: String = connection.query_row("pragma integrity_check", [], |row| row.get(0))?;
        let mut found = verified(&connection, &place)?;
        if check != "ok" {
            found.problems.insert(0, check);
        }
        Ok((newest, found))
    }

    /// When the last verified backup was made.
    pub fn last_backup_at(&self) -> Option<String> {
        let text = std::fs::read_to_string(self.folder().join("backups").join(LATEST)).ok()?;
        text.lines().next().map(str::to_string)
    }

    /// Walks the history chain and the bytes of every kept file.
    ///
    /// # Errors
    /// Broken when the book cannot be read at all; what merely differs is told in the answer.
    pub fn verify(&self) -> Result<Verified, Fault> {
        self.read_apart(|connection| verified(connection, self.folder()))
    }
}

/// The chain, and the bytes of every file, which lie in `files/` of `place`.
fn verified(connection: &Connection, place: &Path) -> Result<Verified, Fault> {
    let (entries, head, mut problems) = history::verify(connection)?;
    let mut statement = connection.prepare("select sha256, name from file order by sha256")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let mut files = 0;
    for row in rows {
        let (sha256, name) = row?;
        files += 1;
        if file::read_at(place, &sha256).is_err() {
            problems.push(format!("file {name} ({sha256}) is missing or was changed"));
        }
    }
    Ok(Verified { entries, head, files, problems })
}

/// How a copy's name tells when it was made.
const STAMP: &str = "%Y%m%dT%H%M%SZ";

fn copies(place: &Path) -> Vec<Copy> {
    let entries = std::fs::read_dir(place).into_iter().flatten().flatten();
    let mut found: Vec<Copy> = entries.filter_map(|entry| copy_of(&entry)).collect();
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn copy_of(entry: &std::fs::DirEntry) -> Option<Copy> {
    let name = entry.file_name();
    let stamp = name.to_str()?.strip_prefix("book-")?.strip_suffix(".db")?;
    let at = chrono::NaiveDateTime::parse_from_str(stamp, STAMP).ok()?.and_utc();
    Some(Copy { path: entry.path(), at: instant_text(at), bytes: entry.metadata().ok()?.len() })
}

fn missing(place: &Path, error: std::io::Error) -> Fault {
    match error.kind() {
        std::io::ErrorKind::StorageFull => Refusal::DiskFull.into(),
        _ => Refusal::BackupPlaceMissing { path: place.display().to_string() }.into(),
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
