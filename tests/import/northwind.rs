//! A real trading company by a mapping file: every figure equals one computed independently, to the 分.

use std::path::PathBuf;

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

/// Where the shared data lie: `CHENGDAN_SHARED_DATA`, else beside the repository. They are not ours to carry.
pub fn data() -> Option<PathBuf> {
    let told = std::env::var_os("CHENGDAN_SHARED_DATA").map(PathBuf::from);
    let folder = told.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"));
    let found = folder.join("northwind.xlsx").is_file();
    if !found {
        println!("no northwind.xlsx in {}: nothing to compare with", folder.display());
    }
    found.then_some(folder)
}

/// The mapping as the command line takes it.
pub fn mapping() -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors/northwind.mapping.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_record_comes_over_and_every_amount_adds_up() {
    let Some(folder) = data() else { return };
    super::reader();
    let desk = TestDesk::empty();
    let token = desk.app.desk().token(folder.join("northwind.xlsx"));
    let report = desk.ok("import_run", json!({ "token": token, "mapping": mapping() }));
    let counts = ["customers", "products", "people", "orders", "lines", "skipped"]
        .map(|name| report[name].as_i64().unwrap());
    assert_eq!(counts, [91, 77, 9, 830, 2_155, 0]);
    assert_eq!(report["amount_fen"], 126_579_329);
    let codes: Vec<String> = super::cells(&report["notes"]);
    assert!(codes.iter().all(|note| note.ends_with("similar_name")), "{codes:#?}");
    // The order of the guess differs from the mapping file's, its meaning may not: the guess alone imports it too.
    let guessed = TestDesk::empty();
    let token = guessed.app.desk().token(folder.join("northwind.xlsx"));
    let opened = guessed.ok("import_open", json!({ "token": token }));
    let report = guessed.ok("import_check", json!({ "token": token, "mapping": opened["mapping"] }));
    let counts = ["customers", "products", "people", "orders", "lines", "bad_count"]
        .map(|name| report[name].as_i64().unwrap());
    assert_eq!(counts, [91, 77, 9, 830, 2_155, 0]);
    assert_eq!(report["amount_fen"], 126_579_329);
}
