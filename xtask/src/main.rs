//! cargo xtask run | test | ci | gen | bench | shots | bundle: everything a newcomer or the checks need, in two words.

mod bench;
mod build;
mod check;
mod generate;
mod needs;
mod run;
mod shell;
mod tally;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run            build what changed and open the window (without a display: the same job without one)
cargo xtask test           install what the tests need and run every test
cargo xtask ci             the same, and a skipped test is a failure
cargo xtask gen [--check]  write the page's side of the door, ui/bridge/generated.ts (or only say whether it is stale)
cargo xtask bench          measure the release build on 100,000 orders, and its window on a hidden display
cargo xtask shots          take the pictures of docs/shots anew, from the sample company
cargo xtask bundle         make the installer (a .deb on Linux)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["run"] => run::run(),
        ["test"] => check::test(std::env::var("CI").is_ok_and(|ci| ci == "true")),
        ["ci"] => check::test(true),
        ["gen"] => generate::write(),
        ["gen", "--check"] => generate::check(),
        ["bench", rest @ ..] => bench::bench(rest),
        ["shots"] => check::shots(),
        ["bundle"] => bench::bundle(),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("{words}");
            ExitCode::FAILURE
        }
    }
}
