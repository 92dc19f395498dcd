//! The parent's side: hands a file to the child, gathers its sheets, and lives whatever becomes of the child.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{OnceLock, mpsc};
use std::time::Duration;

use chengdan_domain::refusal::Refusal;

use super::cell::{Line, Sheet, Unreadable};
use super::child::ARGUMENT;
use crate::fault::Fault;

/// The largest file that is read, in MB.
pub const MOST_MB: i64 = 64;
/// How long the child may take.
const PATIENCE: Duration = Duration::from_secs(120);
/// No line of the child is longer: a row of Excel has at most 16,384 cells.
const MOST_LINE: u64 = 64 << 20;

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Names the program that reads. By default it is the running one; a test binary, whose `main` is not ours to
/// branch, names another.
pub fn read_with(program: &Path) {
    let _ = PROGRAM.set(program.to_path_buf());
}

/// Reads a file: its bytes and its sheets.
///
/// # Errors
/// `FileTooLarge`, `FileNotWorkbook`, `FileHostile`; broken when the file or the child cannot be had.
pub fn read_file(path: &Path) -> Result<(Vec<u8>, Vec<Sheet>), Fault> {
    let program = match PROGRAM.get() {
        Some(program) => program.clone(),
        None => std::env::current_exe()?,
    };
    Reader { program, patience: PATIENCE }.read(path)
}

/// A program that reads when it is called with the hidden argument, and how long it may take.
pub struct Reader {
    pub program: PathBuf,
    pub patience: Duration,
}

impl Reader {
    /// Reads a file through a child of this program. The child is killed after its answer, or without one when the
    /// patience is over.
    ///
    /// # Errors
    /// As [`read_file`].
    pub fn read(&self, path: &Path) -> Result<(Vec<u8>, Vec<Sheet>), Fault> {
        let name = path.file_name().unwrap_or(OsStr::new("")).to_string_lossy().into_owned();
        let too_large = || Refusal::FileTooLarge { name: name.clone(), most_mb: MOST_MB, size: None };
        let most = u64::try_from(MOST_MB).unwrap_or(0) << 20;
        let file = std::fs::File::open(path)?;
        if file.metadata()?.len() > most {
            return Err(too_large().into());
        }
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            return Err(too_large().into());
        }
        match self.through_child(&bytes)? {
            Ok(sheets) => Ok((bytes, sheets)),
            Err(Unreadable::NotWorkbook) => Err(Refusal::FileNotWorkbook { name }.into()),
            Err(Unreadable::Hostile) => Err(Refusal::FileHostile { name }.into()),
            Err(Unreadable::TooLarge) => Err(too_large().into()),
        }
    }

    fn through_child(&self, bytes: &[u8]) -> Result<Result<Vec<Sheet>, Unreadable>, Fault> {
        let mut child = self.start()?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let (Some(mut input), Some(output)) = (input, output) else {
            return Err(Fault::broken("the reading process has no pipes"));
        };
        let (told, heard) = mpsc::channel();
        let outcome = std::thread::scope(|scope| {
            // A child that refuses early closes its input: that is an answer, not a failure.
            scope.spawn(move || drop(input.write_all(bytes)));
            scope.spawn(move || drop(told.send(gather(output))));
            let outcome = heard.recv_timeout(self.patience).unwrap_or(Err(Unreadable::Hostile));
            // After its answer it has nothing more to do; without one it is not waited for. Killing it first also
            // ends the two threads.
            let _ = child.kill();
            outcome
        });
        let _ = child.wait();
        Ok(outcome)
    }

    fn start(&self) -> Result<Child, Fault> {
        let mut command = Command::new(&self.program);
        command.arg(ARGUMENT).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        #[cfg(windows)]
        {
            use std::os::windows::process::CommandExt;
            /// CREATE_NO_WINDOW: the command line's child would open a console beside the window.
            const NO_WINDOW: u32 = 0x0800_0000;
            command.creation_flags(NO_WINDOW);
        }
        Ok(command.spawn()?)
    }
}

/// The sheets, or why there are none. Without a last word the child died: of its cap, or of the file.
fn gather(output: impl Read) -> Result<Vec<Sheet>, Unreadable> {
    let mut output = BufReader::with_capacity(64 << 10, output);
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut line = Vec::new();
    loop {
        line.clear();
        let count = output.by_ref().take(MOST_LINE).read_until(b'\n', &mut line);
        if !matches!(count, Ok(count) if count > 0) {
            return Err(Unreadable::Hostile);
        }
        match serde_json::from_slice(&line).map_err(|_| Unreadable::Hostile)? {
            Line::Sheet(name) => sheets.push(Sheet { name, rows: Vec::new() }),
            Line::Row(mut row) => {
                row.cells.sort_by_key(|(column, _)| *column);
                row.cells.dedup_by_key(|(column, _)| *column);
                sheets.last_mut().ok_or(Unreadable::Hostile)?.rows.push(row);
            }
            Line::Unreadable(why) => return Err(why),
            Line::End => {
                for sheet in &mut sheets {
                    sheet.rows.sort_by_key(|row| row.number);
                }
                return Ok(sheets);
            }
        }
    }
}
