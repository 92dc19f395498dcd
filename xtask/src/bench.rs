//! What is done with release builds: measuring, and the installer.

use std::path::Path;

use crate::build;
use crate::needs::{self, Task};
use crate::shell::{Outcome, program, run};

/// The one version of the bundler that is known to work.
const TAURI_CLI: &str = "@tauri-apps/cli@2.12.5";

/// Builds the release and hands over to tests/bench.
pub fn bench(words: &[&str]) -> Outcome {
    needs::provide(Task::Run)?;
    build::all(true)?;
    let name = build::binary("bench", true)?;
    let mut bench = program(".", &[&name.to_string_lossy()]);
    bench.args(words).env("CHENGDAN_WINDOW", build::binary("chengdan", true)?);
    run(bench)
}

/// Builds the release and packs it as the system's installer.
pub fn bundle() -> Outcome {
    needs::provide(Task::Run)?;
    build::page()?;
    let kind = match std::env::consts::OS {
        "windows" => "nsis",
        "macos" => "dmg",
        _ => "deb",
    };
    run(program(".", &["npx", "--yes", TAURI_CLI, "build", "--bundles", kind]))?;
    let folder = build::built(true)?.join("bundle").join(kind);
    for file in files(&folder) {
        println!("{file}");
    }
    Ok(())
}

fn files(folder: &Path) -> Vec<String> {
    let entries =
        std::fs::read_dir(folder).map(|entries| entries.flatten().collect()).unwrap_or_else(|_| Vec::new());
    entries.iter().map(|entry| entry.path().display().to_string()).filter(|name| name.contains('.')).collect()
}
