//! What is special to SQLite: pragmas, the writer's lock, places a book must not lie in.

use std::path::Path;

use chengdan_domain::refusal::Refusal;
use rusqlite::{Connection, OpenFlags};

use crate::fault::Fault;

/// "CHDN": how a book is told from any other SQLite file.
pub const APPLICATION_ID: i64 = 0x4348_444E;

/// Opens `book.db` with the durability that was measured: WAL, FULL, 4 ms a commit, nothing acknowledged is lost.
pub fn connect(folder: &Path, writes: bool) -> Result<Connection, Fault> {
    let path = folder.join("book.db");
    let flags = if writes {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    };
    let connection = Connection::open_with_flags(&path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let set = || -> Result<(), rusqlite::Error> {
        connection.busy_timeout(std::time::Duration::from_secs(5))?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "fullfsync", 1)?;
        connection.pragma_update(None, "foreign_keys", 1)?;
        connection.pragma_update(None, "cache_size", -16_000)?;
        connection.pragma_update(None, "temp_store", "memory")?;
        if !writes {
            connection.pragma_update(None, "query_only", 1)?;
        }
        Ok(())
    };
    set().map_err(|error| not_a_book(&path, error))?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}

fn not_a_book(path: &Path, error: rusqlite::Error) -> Fault {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => {
            Refusal::BookNotABook { path: path.display().to_string() }.into()
        }
        _ => error.into(),
    }
}

/// Refuses a folder without a book.
pub fn refuse_missing(folder: &Path) -> Result<(), Fault> {
    if folder.join("book.db").is_file() {
        return Ok(());
    }
    Err(Refusal::BookMissing { path: folder.display().to_string() }.into())
}

/// The writer's lock, for as long as it lives.
pub struct WriterLock(std::fs::File);

impl Drop for WriterLock {
    /// Unlocks by word and not only by closing: a process that is just being started holds a copy of every open file
    /// for a moment, and with it the lock.
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

/// Takes the writer's lock of a book: one writer per book.
pub fn take_lock(folder: &Path) -> Result<WriterLock, Fault> {
    let file = std::fs::File::create(folder.join("book.lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(WriterLock(file)),
        Err(std::fs::TryLockError::WouldBlock) => {
            Err(Refusal::BookLocked { path: folder.display().to_string() }.into())
        }
        Err(std::fs::TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Refuses a network drive, where SQLite's locks cannot be trusted.
pub fn refuse_network_drive(folder: &Path) -> Result<(), Fault> {
    let text = folder.to_string_lossy();
    let is_share = text.starts_with(r"\\") || on_network_mount(folder);
    if is_share {
        return Err(Refusal::BookOnNetworkDrive { path: text.into_owned() }.into());
    }
    Ok(())
}

/// Whether the longest mount point above `folder` is a network file system (Linux; elsewhere shares are told by name).
fn on_network_mount(folder: &Path) -> bool {
    let Ok(mounts) = std::fs::read_to_string("/proc/self/mounts") else { return false };
    mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ').skip(1);
            Some((words.next()?, words.next()?))
        })
        .filter(|(point, _)| folder.starts_with(point))
        .max_by_key(|(point, _)| point.len())
        .is_some_and(|(_, kind)| {
            matches!(kind, "nfs" | "nfs4" | "cifs" | "smb3" | "smbfs" | "9p" | "fuse.sshfs")
        })
}

/// Whether the folder is kept by a cloud drive, which copies half-written files: a warning, not a refusal.
pub fn in_cloud_folder(folder: &Path) -> bool {
    const CLOUDS: [&str; 8] = [
        "OneDrive",
        "Dropbox",
        "iCloud",
        "Google Drive",
        "坚果云",
        "百度网盘",
        "WPS云盘",
        "Mobile Documents",
    ];
    let text = folder.to_string_lossy();
    CLOUDS.iter().any(|name| text.contains(name))
}

/// On a full disk even a checkpoint fails; this file can be given up so that the book stays usable.
const RESERVE: &str = "book.reserve";
const RESERVE_BYTES: usize = 2 * 1024 * 1024;

/// Keeps the reserve; without room for it the book opens all the same.
pub fn keep_reserve(folder: &Path) {
    let path = folder.join(RESERVE);
    let full = std::fs::metadata(&path).is_ok_and(|meta| meta.len() == RESERVE_BYTES as u64);
    if !full && std::fs::write(&path, vec![0xA5_u8; RESERVE_BYTES]).is_err() {
        let _ = std::fs::remove_file(&path);
    }
}

/// Gives the reserve up after a write failed for want of room; it is kept again at the next start.
pub fn release_reserve(folder: &Path) {
    let _ = std::fs::remove_file(folder.join(RESERVE));
}
