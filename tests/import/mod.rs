//! Import: strangers' files, header and columns, values, dry run, run, undo, and a real trading company.

mod files;
mod reading;

use std::path::{Path, PathBuf};

use chengdan_app::fault::Fault;
use chengdan_app::import::cell::Sheet;
use chengdan_domain::refusal::Refusal;

/// Names the reading process: this binary's `main` belongs to the test harness.
pub fn reader() {
    chengdan_app::import::read_with(Path::new(env!("CARGO_BIN_EXE_cli")));
}

/// Reads bytes as a file of that name.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    reader();
    let folder = tempfile::tempdir().expect("a folder");
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    match chengdan_app::import::read_file(&path) {
        Ok((_, sheets)) => Ok(sheets),
        Err(Fault::Refused { reasons }) => Err(reasons.into_iter().next().expect("a reason")),
        Err(other) => panic!("{other:?}"),
    }
}
