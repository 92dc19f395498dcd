//! The 演示收件箱: where the sample company's letters end, as files anybody's mail program opens.

use std::io::Write;
use std::path::{Path, PathBuf};

use chengdan_domain::text::safe_file_name;

use crate::fault::Fault;
use crate::store::{Book, outbox_list};
use crate::views::outbox::{InboxRow, InboxView};

/// The folder's name, beside the sample's book.
pub const FOLDER: &str = "演示收件箱";

/// Where the folder is.
pub fn folder(book: &Book) -> PathBuf {
    book.folder().join(FOLDER)
}

/// Writes a letter as a file named by its outbox row, so that the same letter is never there twice. Answers the name.
///
/// # Errors
/// `DiskFull`, or broken.
pub fn write(folder: &Path, id: i64, number: &str, mime: &[u8]) -> Result<String, Fault> {
    std::fs::create_dir_all(folder)?;
    let name = safe_file_name(&format!("{id:06}-{number}"), "eml");
    let half = folder.join(format!(".{name}.half"));
    let write = || -> std::io::Result<()> {
        let mut file = std::fs::File::create(&half)?;
        file.write_all(mime)?;
        file.sync_all()?;
        std::fs::rename(&half, folder.join(&name))
    };
    write().inspect_err(|_| {
        let _ = std::fs::remove_file(&half);
    })?;
    Ok(name)
}

/// What lies in the folder, newest first; whatever else somebody put there is not shown.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn view(book: &Book) -> Result<InboxView, Fault> {
    let folder = folder(book);
    let mut files: Vec<(i64, String, i64)> = Vec::new();
    for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let id = name.strip_suffix(".eml").and_then(|stem| stem.split('-').next()?.parse().ok());
        if let (Some(id), Ok(meta)) = (id, entry.metadata()) {
            files.push((id, name, i64::try_from(meta.len()).unwrap_or(i64::MAX)));
        }
    }
    files.sort_by_key(|file| std::cmp::Reverse(file.0));
    let rows = book.read(|connection| {
        let mut rows = Vec::with_capacity(files.len());
        for (id, file, size) in files {
            if let Some((at, to, subject)) = outbox_list::sent(connection, id)? {
                rows.push(InboxRow { file, at, to, subject, size });
            }
        }
        Ok(rows)
    })?;
    Ok(InboxView { folder: folder.display().to_string(), rows })
}
