//! The page's side of the door: ui/bridge/generated.ts, printed by the program from src-tauri/app/api.rs.

use std::fs;
use std::path::PathBuf;

use crate::build;
use crate::shell::{Outcome, ask, top};

/// Writes the file when it is stale.
pub fn write() -> Outcome {
    build::program_itself()?;
    let (place, wanted) = (place(), wanted()?);
    if fs::read_to_string(&place).is_ok_and(|found| found == wanted) {
        println!("ui/bridge/generated.ts is up to date");
        return Ok(());
    }
    fs::write(&place, wanted).map_err(|error| format!("{}: {error}", place.display()))?;
    println!("ui/bridge/generated.ts written");
    Ok(())
}

/// Says whether the file is stale; the workspace must be built.
pub fn check() -> Outcome {
    let found = fs::read_to_string(place()).unwrap_or_default();
    if found == wanted()? {
        return Ok(());
    }
    Err("ui/bridge/generated.ts is stale: cargo xtask gen".into())
}

fn place() -> PathBuf {
    top().join("ui/bridge/generated.ts")
}

fn wanted() -> Result<String, String> {
    let program = build::binary("gen", false)?;
    let text = ask(&[&program.to_string_lossy()]).ok_or("the program that prints the door's types failed")?;
    Ok(text + "\n")
}
