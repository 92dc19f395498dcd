//! What is generated and kept: the page's side of the door (ui/bridge/generated.ts), printed by the program from
//! src-tauri/app/api.rs, and the licences of what is shipped (ui/parts/licences.json), from the lock files.

use std::fs;

use crate::build;
use crate::shell::{Outcome, ask, top};

/// Each generated file, and the words that let the generator print it.
const FILES: [(&str, &[&str]); 2] =
    [("ui/bridge/generated.ts", &[]), ("ui/parts/licences.json", &["licences"])];

/// Writes what is stale.
pub fn write() -> Outcome {
    build::program_itself()?;
    for (place, words) in FILES {
        let wanted = wanted(words)?;
        if fs::read_to_string(top().join(place)).is_ok_and(|found| found == wanted) {
            println!("{place} is up to date");
            continue;
        }
        fs::write(top().join(place), wanted).map_err(|error| format!("{place}: {error}"))?;
        println!("{place} written");
    }
    Ok(())
}

/// Says what is stale; the workspace must be built.
pub fn check() -> Outcome {
    for (place, words) in FILES {
        if fs::read_to_string(top().join(place)).unwrap_or_default() != wanted(words)? {
            return Err(format!("{place} is stale: cargo xtask gen"));
        }
    }
    Ok(())
}

fn wanted(words: &[&str]) -> Result<String, String> {
    let program = build::binary("gen", false)?;
    let mut all = vec![program.to_string_lossy().into_owned()];
    all.extend(words.iter().map(ToString::to_string));
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let text = ask(&all).ok_or("the program that prints what is generated failed")?;
    Ok(text + "\n")
}
