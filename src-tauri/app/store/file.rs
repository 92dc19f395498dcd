//! Content-addressed files: attachments, evidence, issued papers. A file is fsynced before the commit that refers to it.

use std::io::Write;
use std::path::{Path, PathBuf};

use chengdan_domain::refusal::Refusal;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::{Act, Book, history};
use crate::fault::Fault;

impl Book {
    /// Writes bytes into `files/` (temporary name, fsync, rename) and answers their hash. Call before the act that
    /// refers to them, then [`register`] inside it; a file nobody refers to does no harm.
    ///
    /// # Errors
    /// `DiskFull`, or broken.
    pub fn keep_bytes(&self, bytes: &[u8]) -> Result<String, Fault> {
        let sha256 = history::hex(&Sha256::digest(bytes));
        let path = self.file_path(&sha256);
        if path.exists() {
            return Ok(sha256);
        }
        let parent = path.parent().map(PathBuf::from).unwrap_or_default();
        std::fs::create_dir_all(&parent)?;
        let half = parent.join(format!(".{sha256}.{:08x}", rand::random::<u32>()));
        let write = || -> std::io::Result<()> {
            let mut file = std::fs::File::create(&half)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            std::fs::rename(&half, &path)
        };
        write().inspect_err(|_| {
            let _ = std::fs::remove_file(&half);
        })?;
        #[cfg(unix)]
        std::fs::File::open(&parent)?.sync_all()?;
        Ok(sha256)
    }

    /// The bytes of a kept file, checked against their hash.
    ///
    /// # Errors
    /// `RowNotFound`, or broken when the bytes were changed.
    pub fn file_bytes(&self, sha256: &str) -> Result<Vec<u8>, Fault> {
        read_at(self.folder(), sha256)
    }

    /// Where a kept file lies.
    pub fn file_path(&self, sha256: &str) -> PathBuf {
        path_at(self.folder(), sha256)
    }
}

fn path_at(place: &Path, sha256: &str) -> PathBuf {
    place.join("files").join(&sha256[..2.min(sha256.len())]).join(sha256)
}

/// The bytes of a file kept in `files/` of a book, or of its backups, checked against their hash.
///
/// # Errors
/// `RowNotFound`, or broken when the bytes were changed.
pub fn read_at(place: &Path, sha256: &str) -> Result<Vec<u8>, Fault> {
    if sha256.len() != 64 || !sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Refusal::RowNotFound.into());
    }
    let bytes = std::fs::read(path_at(place, sha256)).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Refusal::RowNotFound.into(),
        _ => Fault::from(error),
    })?;
    if history::hex(&Sha256::digest(&bytes)) != sha256 {
        return Err(Fault::broken(format!("file {sha256} was changed on disk")));
    }
    Ok(bytes)
}

/// Makes a kept file known to the book.
pub fn register(act: &Act, sha256: &str, name: &str, mime: &str, size: usize) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "insert into file (sha256, name, mime, size, kept_at) values ($1, $2, $3, $4, $5) on conflict do nothing",
        )?
        .execute(params![sha256, name, mime, i64::try_from(size).unwrap_or(i64::MAX), act.at()])?;
    Ok(())
}

/// Name and type of a kept file.
pub fn describe(connection: &Connection, sha256: &str) -> Result<Option<(String, String)>, Fault> {
    Ok(connection
        .prepare_cached("select name, mime from file where sha256 = $1")?
        .query_row([sha256], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}
