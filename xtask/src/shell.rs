//! Starting other programs: in the right folder, with their output passed through, and a clear word when they fail.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Variables that every program started from here gets.
static SETTINGS: Mutex<Vec<(&str, OsString)>> = Mutex::new(Vec::new());

/// Gives a variable to every program started from now on.
pub fn set(name: &'static str, value: OsString) {
    SETTINGS.lock().unwrap_or_else(PoisonError::into_inner).push((name, value));
}

/// What a task answers: nothing, or the words for the person at the terminal.
pub type Outcome = Result<(), String>;

/// The top of the clone.
pub fn top() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A program to start in `folder` (relative to the top). On Windows npm and npx are scripts, not programs.
pub fn program(folder: &str, words: &[&str]) -> Command {
    let mut words = words.iter();
    let name = words.next().copied().unwrap_or_default();
    let mut command = if cfg!(windows) && matches!(name, "npm" | "npx") {
        let mut command = Command::new("cmd");
        command.args(["/C", name]);
        command
    } else {
        Command::new(name)
    };
    command.args(words).current_dir(top().join(folder));
    command.envs(SETTINGS.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned());
    command
}

/// Cargo, the one that started us.
pub fn cargo(words: &[&str]) -> Command {
    let name = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let mut command = program(".", &[&name]);
    command.args(words);
    command
}

/// Runs to the end with its output passed through.
pub fn run(mut command: Command) -> Outcome {
    let words = words_of(&command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{words}: {status}")),
        Err(error) => Err(format!("{words}: {error}")),
    }
}

/// Runs to the end; the standard output is shown as it comes and also given back, with whether it succeeded.
pub fn run_and_read(mut command: Command) -> Result<(bool, String), String> {
    let words = words_of(&command);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| format!("{words}: {error}"))?;
    let mut text = String::new();
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    let status = child.wait().map_err(|error| format!("{words}: {error}"))?;
    Ok((status.success(), text))
}

/// What a program prints, silently; `None` when it is missing or fails.
pub fn ask(words: &[&str]) -> Option<String> {
    let mut command = program(".", words);
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// A folder for what is worth keeping between clones: tools, the build directory of the checks.
pub fn cache() -> PathBuf {
    let told = std::env::var_os("XDG_CACHE_HOME").filter(|told| !told.is_empty()).map(PathBuf::from);
    let local = || std::env::var_os("LOCALAPPDATA").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    told.or_else(local).or_else(home).unwrap_or_else(std::env::temp_dir).join("chengdan")
}

fn words_of(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}
