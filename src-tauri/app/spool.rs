//! Where papers lie while the system's viewer prints them: a folder each in the system's temporary place, that nobody
//! else on the machine can look into, and that does not stay for ever.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use crate::fault::Fault;

const PREFIX: &str = "chengdan-print-";
/// A viewer may read its file as long as it is open; after a day nobody prints it any more.
const KEPT: TimeDelta = TimeDelta::days(1);

/// Writes a paper below `place` and answers where, after taking away what was printed more than a day before `now`.
///
/// # Errors
/// `DiskFull`, or broken.
pub fn put(place: &Path, name: &str, bytes: &[u8], now: DateTime<Utc>) -> Result<PathBuf, Fault> {
    sweep(place, now);
    let folder = private(place)?;
    let path = folder.path().join(name);
    let mut file = std::fs::File::create_new(&path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    // Only a whole file outlives this call.
    let _ = folder.keep();
    Ok(path)
}

/// A new folder that only its owner enters; elsewhere than on Unix the system's temporary place is the owner's already.
fn private(place: &Path) -> std::io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.prefix(PREFIX).tempdir_in(place)
}

/// What cannot be taken away now is tried again with the next print.
fn sweep(place: &Path, now: DateTime<Utc>) {
    let entries = std::fs::read_dir(place).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX)) {
        // Never through a link: what it leads to is not ours.
        let ours = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let made = entry.metadata().and_then(|meta| meta.modified()).map(DateTime::<Utc>::from);
        if ours && made.is_ok_and(|made| now - made > KEPT) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}
