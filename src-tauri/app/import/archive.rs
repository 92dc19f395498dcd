//! Looks into a workbook's archive before anything of it is kept: entries, declared and real sizes, ratio.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::cell::Unreadable;

/// A real workbook has some dozens of entries.
const MOST_ENTRIES: usize = 5_000;
/// All entries unpacked, in bytes: a million cells take about 60 MB.
const MOST_BYTES: u64 = 800 << 20;
/// Up to this size no ratio is strange: a sheet of equal rows packs very well.
const FREE_BYTES: u64 = 16 << 20;
/// The sheets Excel writes unpack to 5–40 times their size, a bomb to a thousand.
const MOST_RATIO: u64 = 250;

/// Unpacks every entry into nothing and counts what really comes out; what the archive says of itself is not
/// believed.
pub fn scan(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotWorkbook)?;
    if archive.len() > MOST_ENTRIES {
        return Err(Unreadable::Hostile);
    }
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(Unreadable::NotWorkbook);
    }
    let mut declared: u64 = 0;
    let mut real: u64 = 0;
    let mut chunk = vec![0; 64 << 10];
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|_| Unreadable::NotWorkbook)?;
        declared = declared.saturating_add(entry.size());
        let packed = entry.compressed_size().max(1);
        if declared > MOST_BYTES {
            return Err(Unreadable::Hostile);
        }
        let mut unpacked: u64 = 0;
        loop {
            let count = entry.read(&mut chunk).map_err(|_| Unreadable::NotWorkbook)? as u64;
            if count == 0 {
                break;
            }
            unpacked += count;
            real += count;
            if real > MOST_BYTES || (unpacked > FREE_BYTES && unpacked / packed > MOST_RATIO) {
                return Err(Unreadable::Hostile);
            }
        }
    }
    Ok(())
}
