//! What is done with release builds: measuring, and the installer.

use std::path::Path;

use crate::build;
use crate::needs::{self, Task};
use crate::shell::{Outcome, program, run};

/// The one version of the bundler that is known to work.
const TAURI_CLI: &str = "@tauri-apps/cli@2.12.5";

/// Builds the release and hands over to tests/bench, which also starts the real window.
pub fn bench(words: &[&str]) -> Outcome {
    needs::provide(Task::Measure)?;
    build::page()?;
    build::packages("tests")?;
    build::released(&["bench", "chengdan"])?;
    let name = build::binary("bench", true)?;
    let mut line: Vec<&str> = Vec::new();
    if cfg!(target_os = "linux") {
        // The same screen everywhere, and nobody's desktop: the window is looked at on a hidden display.
        line.extend(["dbus-run-session", "--", "xvfb-run", "--auto-servernum"]);
        line.extend(["--server-args", "-screen 0 1280x800x24"]);
    }
    let name = name.to_string_lossy();
    line.push(&name);
    let mut bench = program(".", &line);
    bench.args(words).env("CHENGDAN_WINDOW", build::binary("chengdan", true)?);
    if cfg!(target_os = "linux") {
        bench.env("TAURI_DRIVER", needs::tauri_driver()?);
    }
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
