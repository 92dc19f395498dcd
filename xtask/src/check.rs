//! `cargo xtask test`: every check and every test, and one closing line that adds them up.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::needs::{self, Task};
use crate::shell::{Outcome, cache, cargo, program, run, run_and_read, set, top};
use crate::tally::Tally;
use crate::{build, generate};

/// Runs everything. In `strict` (the checks on a server) a skipped test is a failure.
///
/// # Errors
/// Anything failed, was skipped in strict, or nothing ran at all; the closing line is printed in every case.
pub fn test(strict: bool) -> Outcome {
    if strict {
        build_outside_the_clone();
    }
    let mut tally = Tally::default();
    let built = everything(&mut tally);
    if let Err(words) = &built {
        eprintln!("{words}");
        tally.add(false, Tally::default());
    }
    println!("\n{tally}");
    if tally.failed > 0 {
        return Err("Some tests failed.".into());
    }
    if tally.passed == 0 {
        return Err("Nothing was tested.".into());
    }
    if strict && tally.skipped > 0 {
        return Err("In the checks a skipped test is a failure.".into());
    }
    Ok(())
}

fn everything(tally: &mut Tally) -> Outcome {
    step("what the tests need", || needs::provide(Task::Test))?;
    step("the page", build::page)?;
    step("packages of the tests", || build::packages("tests"))?;
    step("the program", build::program_itself)?;
    one(tally, "ui/bridge/generated.ts", generate::check);
    one(tally, "cargo fmt", || run(cargo(&["fmt", "--all", "--check"])));
    one(tally, "cargo clippy", || {
        run(cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
    });
    runner(tally, "cargo test", || {
        let (succeeded, text) =
            run_and_read(with_programs(cargo(&["test", "--workspace", "--no-fail-fast"]))?)?;
        Ok((succeeded, Tally::of_cargo(&text)))
    });
    runner(tally, "the page's own tests", page_tests);
    runner(tally, "the page in a browser", || node_tests("browser", None));
    runner(tally, "the real window", || node_tests("window", Some("1280x800x24")));
    Ok(())
}

/// Keeps the checks' build directory between clones: a cold build takes most of the time.
fn build_outside_the_clone() {
    if std::env::var_os("CARGO_TARGET_DIR").is_none() {
        set("CARGO_TARGET_DIR", cache().join("target").into_os_string());
    }
}

fn step(name: &str, work: impl FnOnce() -> Outcome) -> Outcome {
    println!("\n=== {name}");
    let start = Instant::now();
    let outcome = work();
    println!("=== {name}: {:.0} s", start.elapsed().as_secs_f32());
    outcome
}

/// A check that counts as one.
fn one(tally: &mut Tally, name: &str, work: impl FnOnce() -> Outcome) {
    let outcome = step(name, work);
    if let Err(words) = &outcome {
        eprintln!("{words}");
    }
    tally.add(outcome.is_ok(), Tally::one(outcome.is_ok()));
}

/// A runner of many tests.
fn runner(tally: &mut Tally, name: &str, work: impl FnOnce() -> Result<(bool, Tally), String>) {
    let mut found = None;
    let outcome = step(name, || work().map(|answer| found = Some(answer)));
    match (outcome, found) {
        (Ok(()), Some((succeeded, counted))) => tally.add(succeeded, counted),
        (outcome, _) => {
            eprintln!("{}", outcome.err().unwrap_or_default());
            tally.add(false, Tally::default());
        }
    }
}

/// vitest over tests/ui.
fn page_tests() -> Result<(bool, Tally), String> {
    if !has_tests("ui", &[".test.ts", ".test.tsx"]) {
        return Ok((true, Tally::default()));
    }
    let report = report("vitest.json")?;
    let file = format!("--outputFile.json={}", report.display());
    let words = ["npm", "run", "--silent", "ui", "--", "--reporter=default", "--reporter=json", &file];
    let (succeeded, _) = run_and_read(program("tests", &words))?;
    let json = fs::read_to_string(&report).unwrap_or_default();
    Ok((succeeded, Tally::of_vitest(&json)))
}

/// node --test over a folder of tests/; with a screen, under a hidden display and a session bus of its own.
fn node_tests(folder: &str, screen: Option<&str>) -> Result<(bool, Tally), String> {
    if !has_tests(folder, &[".test.mjs"]) {
        return Ok((true, Tally::default()));
    }
    let report = report(&format!("{folder}.tap"))?;
    let mut words: Vec<String> = Vec::new();
    if let Some(screen) = screen {
        let xvfb = ["dbus-run-session", "--", "xvfb-run", "--auto-servernum", "--server-args"];
        words.extend(xvfb.map(String::from));
        // Without clients in between, the server would begin anew and refuse whoever comes just then.
        words.push(format!("-screen 0 {screen} -noreset"));
    }
    words.extend(["node", "--test", "--test-concurrency=1"].map(String::from));
    words.extend(["--test-reporter=spec", "--test-reporter-destination=stdout"].map(String::from));
    words.extend(["--test-reporter=tap".into(), format!("--test-reporter-destination={}", report.display())]);
    words.extend(tests_in(folder, &[".test.mjs"]));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (succeeded, _) = run_and_read(with_programs(program("tests", &words))?)?;
    Ok((succeeded, Tally::of_node(&fs::read_to_string(&report).unwrap_or_default())))
}

/// Takes the pictures of docs/shots anew.
pub fn shots() -> Outcome {
    needs::provide(Task::Test)?;
    build::page()?;
    build::packages("tests")?;
    build::program_itself()?;
    run(with_programs(program("tests", &["node", "shots/main.mjs"]))?)
}

/// Tells the tests where the built programs are.
fn with_programs(mut command: Command) -> Result<Command, String> {
    command
        .env("CHENGDAN_WINDOW", build::binary("chengdan", false)?)
        .env("CHENGDAN_CLI", build::binary("chengdan-cli", false)?)
        .env("CHENGDAN_BUILT", build::built(false)?)
        .env("TAURI_DRIVER", needs::tauri_driver()?);
    Ok(command)
}

fn report(name: &str) -> Result<PathBuf, String> {
    let folder = top().join("gen/reports");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let file = folder.join(name);
    let _ = fs::remove_file(&file);
    Ok(file)
}

fn has_tests(folder: &str, endings: &[&str]) -> bool {
    !tests_in(folder, endings).is_empty()
}

/// The test files of a folder of tests/, its own folders included, by name, relative to tests/.
fn tests_in(folder: &str, endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let entries = fs::read_dir(top().join("tests").join(folder)).into_iter().flatten().flatten();
    for entry in entries {
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(tests_in(&name, endings));
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            found.push(name);
        }
    }
    found.sort();
    found
}
