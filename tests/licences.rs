//! The list of what is shipped and under which licence: crates of the program, packages of the page, the font. Printed by
//! `gen licences`, kept in ui/parts/licences.json, and compared by tests/tidy.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// What is bundled is bundled for this system.
const TARGET: &str = "x86_64-unknown-linux-gnu";
/// The programs that are shipped.
const SHIPPED: [&str; 2] = ["chengdan", "chengdan-cli"];

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The whole list as the page reads it: rows of [of, name, version, licence], and the font's licence in full.
pub fn json() -> String {
    let mut rows = BTreeSet::new();
    rows.extend(crates());
    rows.extend(packages());
    rows.insert(["font", "Noto Sans CJK SC (subset)", "2.004", "OFL-1.1"].map(String::from));
    let font =
        std::fs::read_to_string(top().join("src-tauri/app/paper/fonts/OFL.txt")).expect("the font's licence");
    let rows: Vec<String> = rows.iter().map(|row| format!("  {}", json!(row))).collect();
    format!("{{\"font\":{},\"rows\":[\n{}\n]}}\n", json!(font), rows.join(",\n"))
}

/// Crates that are linked into what is shipped: reached over ordinary dependencies, not over those of builds and tests.
fn crates() -> Vec<[String; 4]> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let asked = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET])
        .current_dir(top())
        .output()
        .expect("cargo metadata");
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    let metadata: Value = serde_json::from_slice(&asked.stdout).expect("JSON");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let ours =
        |package: &Value| SHIPPED.contains(&text(&package["name"]).as_str()) && package["source"].is_null();
    let mut waiting: Vec<String> =
        packages.iter().filter(|(_, package)| ours(package)).map(|(id, _)| id.clone()).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        for dependency in list(&nodes[&id]["deps"]) {
            let linked = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let macros = list(&packages[&text(&dependency["pkg"])]["targets"])
                .iter()
                .any(|target| list(&target["kind"]).contains(&json!("proc-macro")));
            if linked && !macros {
                waiting.push(text(&dependency["pkg"]));
            }
        }
    }
    let foreign = seen.iter().map(|id| &packages[id]).filter(|package| !package["source"].is_null());
    foreign
        .map(|package| {
            [
                "rust".into(),
                text(&package["name"]),
                text(&package["version"]),
                licence(&text(&package["license"])),
            ]
        })
        .collect()
}

/// Older manifests write a slash for a choice.
fn licence(found: &str) -> String {
    found.replace(" / ", " OR ").replace('/', " OR ")
}

/// What the page is built from.
fn packages() -> Vec<[String; 4]> {
    let lock = std::fs::read_to_string(top().join("ui/package-lock.json")).expect("the page's lock file");
    let lock: Value = serde_json::from_str(&lock).expect("JSON");
    let all = lock["packages"].as_object().expect("packages");
    let shipped = all.iter().filter(|(place, package)| !place.is_empty() && package["dev"] != json!(true));
    shipped
        .map(|(place, package)| {
            let name = place.rsplit("node_modules/").next().unwrap_or(place);
            let text = |field: &str| package[field].as_str().unwrap_or_default().to_string();
            ["npm".into(), name.into(), text("version"), licence(&text("license"))]
        })
        .collect()
}
