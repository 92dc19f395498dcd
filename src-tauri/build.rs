//! Prepares what the window needs before it compiles: the page must exist, even if only as a note.

use std::process::Command;

fn main() {
    let page = std::path::Path::new("ui/dist/index.html");
    if !page.exists() {
        let note = "<!doctype html><meta charset=utf-8><title>成单</title><p>The page is not built yet: <code>cargo xtask run</code>";
        let made = std::fs::create_dir_all("ui/dist").and_then(|()| std::fs::write(page, note));
        if let Err(error) = made {
            println!("cargo::error=ui/dist cannot be written: {error}");
        }
    }
    say_the_build();
    // A page that was built anew must be embedded anew.
    println!("cargo::rerun-if-changed=ui/dist");
    tauri_build::build();
}

/// The commit and its day, for what is shipped. A build for development does not say it: it would be linked anew after
/// every commit.
fn say_the_build() {
    let shipped = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let asked = Command::new("git").args(["log", "-1", "--format=%h %cs"]).output();
    let build = asked
        .ok()
        .filter(|_| shipped)
        .map(|answer| String::from_utf8_lossy(&answer.stdout).trim().to_string());
    println!("cargo::rustc-env=CHENGDAN_BUILD={}", build.unwrap_or_default());
    if shipped {
        println!("cargo::rerun-if-changed=.git/HEAD");
    }
}
