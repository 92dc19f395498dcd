//! Import: strangers' files, header and columns, values, dry run, run, undo, and a real trading company.

mod bad;
mod child;
mod columns;
mod files;
mod header;
mod leads;
pub mod northwind;
mod orders;
mod reading;
mod undo;
mod values;

use std::path::Path;

use chengdan_app::fault::Fault;
use chengdan_app::import::cell::Sheet;
use chengdan_domain::refusal::Refusal;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

/// Names the reading process: this binary's `main` belongs to the test harness.
pub fn reader() {
    chengdan_app::import::read_with(Path::new(env!("CARGO_BIN_EXE_cli")));
}

/// Reads bytes as a file of that name.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    reader();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    match chengdan_app::import::read_file(&path) {
        Ok((_, sheets)) => Ok(sheets),
        Err(Fault::Refused { reasons }) => Err(reasons.into_iter().next().expect("a reason")),
        Err(other) => panic!("{other:?}"),
    }
}

/// A file on the desk's disk, as a dialog would name it.
pub fn token(desk: &TestDesk, name: &str, bytes: &[u8]) -> String {
    reader();
    let path = desk.home.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    desk.app.desk().token(path)
}

/// Opens a file and answers what was found, with the guessed mapping.
pub fn opened(desk: &TestDesk, name: &str, bytes: &[u8]) -> Value {
    let token = token(desk, name, bytes);
    desk.ok("import_open", json!({ "token": token }))
}

/// Checks a file under the mapping that is guessed for it.
pub fn checked(desk: &TestDesk, name: &str, bytes: &[u8]) -> Value {
    let opened = opened(desk, name, bytes);
    desk.ok("import_check", json!({ "token": opened["token"], "mapping": opened["mapping"] }))
}

/// Runs a file under the mapping that is guessed for it.
pub fn ran(desk: &TestDesk, name: &str, bytes: &[u8]) -> Value {
    let opened = opened(desk, name, bytes);
    desk.ok("import_run", json!({ "token": opened["token"], "mapping": opened["mapping"] }))
}

/// Bad cells (or notes) as `row column found problem`.
pub fn cells(list: &Value) -> Vec<String> {
    let word = |cell: &Value| {
        let text = |name: &str| cell[name].as_str().expect("text").to_string();
        format!("{} {} [{}] {}", cell["row"], text("column"), text("found"), text("problem"))
    };
    list.as_array().expect("a list").iter().map(word).collect()
}
