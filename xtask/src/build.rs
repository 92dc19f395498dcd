//! Building the page and the program, each only when something changed.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::shell::{Outcome, ask, cargo, program, run, top};

/// Builds page and program.
pub fn all() -> Outcome {
    page()?;
    program_itself()
}

/// `cargo build --workspace`: always the whole workspace, so that features stay one set and nothing is built twice.
pub fn program_itself() -> Outcome {
    run(cargo(&["build", "--workspace"]))
}

/// The same for release, but only these programs: optimising across crates takes minutes for each of them.
pub fn released(names: &[&str]) -> Outcome {
    let mut words = vec!["build", "--workspace", "--release"];
    words.extend(names.iter().flat_map(|name| ["--bin", name]));
    run(cargo(&words))
}

/// Builds `ui/dist` when a source of it changed since it was last built.
pub fn page() -> Outcome {
    let stamp = top().join("ui/node_modules/.chengdan-page");
    let built = top().join("ui/dist/index.html");
    let sources = fingerprint(&top().join("ui"), &["node_modules", "dist"])?;
    if built.exists() && fs::read_to_string(&stamp).is_ok_and(|found| found == sources) {
        return Ok(());
    }
    packages("ui")?;
    println!("Building the page …");
    run(program("ui", &["npm", "run", "build"]))?;
    fs::write(&stamp, sources).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// `npm ci` in a folder, when its lock file changed since the last time.
pub fn packages(folder: &str) -> Outcome {
    let stamp = top().join(folder).join("node_modules/.chengdan-packages");
    let lock = top().join(folder).join("package-lock.json");
    let bytes = fs::read(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let wanted = format!("{:016x}", hash(&bytes));
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    println!("Installing the packages of {folder}/ …");
    run(program(folder, &["npm", "ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// Where cargo puts what it builds.
pub fn built(release: bool) -> Result<PathBuf, String> {
    let name = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let facts = ask(&[&name, "metadata", "--no-deps", "--format-version", "1", "--offline"])
        .ok_or("cargo metadata does not answer")?;
    let mark = "\"target_directory\":\"";
    let start = facts.find(mark).ok_or("cargo metadata names no target_directory")? + mark.len();
    let end = facts[start..].find('"').ok_or("cargo metadata is cut off")? + start;
    let folder = PathBuf::from(facts[start..end].replace("\\\\", "\\"));
    Ok(folder.join(if release { "release" } else { "debug" }))
}

/// A program of this workspace, by name.
pub fn binary(name: &str, release: bool) -> Result<PathBuf, String> {
    Ok(built(release)?.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

/// One number for the contents of a folder, so that a changed byte or name is noticed.
fn fingerprint(folder: &Path, without: &[&str]) -> Result<String, String> {
    let mut found = BTreeMap::new();
    collect(folder, without, &mut found).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut hasher = DefaultHasher::new();
    found.hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(folder: &Path, without: &[&str], found: &mut BTreeMap<PathBuf, u64>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        if without.iter().any(|left_out| name == *left_out) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(&path, without, found)?;
        } else {
            found.insert(path.clone(), hash(&fs::read(&path)?));
        }
    }
    Ok(())
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
