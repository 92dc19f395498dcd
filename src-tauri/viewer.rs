//! The system's viewer of PDFs. Web views print differently or not at all; the viewer that people know prints everywhere.

use std::path::Path;

/// Opens a PDF with whatever the system opens PDFs with, and does not wait for it.
///
/// # Errors
/// Why it could not, in the system's words.
#[cfg(windows)]
pub fn open(path: &Path) -> Result<(), String> {
    // ShellExecute says at once when nothing is registered for the kind.
    open::that_detached(path).map_err(|error| error.to_string())
}

/// Opens a PDF with whatever the system opens PDFs with, and does not wait for it.
///
/// # Errors
/// Why it could not: the system has no opener, or none of them knows a program for PDFs.
#[cfg(not(windows))]
pub fn open(path: &Path) -> Result<(), String> {
    use std::process::Stdio;
    let mut why = String::from("this system has no way to open files");
    for mut command in open::commands(path) {
        let opener = command.get_program().to_string_lossy().into_owned();
        let started = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        match started.map_err(|error| error.to_string()).and_then(settle) {
            Ok(()) => return Ok(()),
            Err(error) => why = format!("{opener}: {error}"),
        }
    }
    Err(why)
}

/// An opener that finds no program ends soon and badly; one that is still there is the viewer itself.
#[cfg(not(windows))]
fn settle(mut opener: std::process::Child) -> Result<(), String> {
    use std::time::Duration;
    const STEP: Duration = Duration::from_millis(50);
    for _ in 0..60 {
        match opener.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(status.to_string()),
            Ok(None) => std::thread::sleep(STEP),
            Err(error) => return Err(error.to_string()),
        }
    }
    // Somebody must take notice when it ends, or it stays as a shadow in the system's list.
    std::thread::spawn(move || drop(opener.wait()));
    Ok(())
}
