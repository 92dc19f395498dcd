//! The child's side: a file on standard input, JSON lines on standard output, a cap on its memory.

use std::io::{BufWriter, Read, Write};

use super::cell::{Line, Row, Unreadable};
use super::{archive, comma, memory, workbook};

/// The hidden argument that turns any binary of this house into the reader.
pub(super) const ARGUMENT: &str = "--chengdan-import-child";

/// All the child may hold, in bytes. 100,000 orders take a fifth of it.
const MOST_MEMORY: usize = 512 << 20;
/// The most cells of one file, and the most text in bytes, that its parent takes.
const MOST_CELLS: usize = 6_000_000;
const MOST_TEXT: usize = 256 << 20;

/// Called first in every `main`: when this process was started to read a file, reads it and answers true;
/// then `main` must return. Before window, single instance and arguments.
pub fn child_entry() -> bool {
    if std::env::args_os().nth(1).is_none_or(|argument| argument != ARGUMENT) {
        return false;
    }
    if memory::limit_to(MOST_MEMORY) {
        // What cannot be said is not said: the parent takes a missing end as the answer.
        let _ = answer();
    }
    true
}

fn answer() -> std::io::Result<()> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    let mut out = BufWriter::with_capacity(64 << 10, std::io::stdout().lock());
    let mut told = Told::default();
    let outcome = read(&bytes, |line| {
        told.count(&line)?;
        say(&mut out, &line).map_err(|_| Unreadable::Hostile)
    });
    say(&mut out, &outcome.map_or_else(Line::Unreadable, |()| Line::End))?;
    out.flush()
}

fn say(out: &mut impl Write, line: &Line) -> std::io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}

fn read(bytes: &[u8], mut say: impl FnMut(Line) -> Result<(), Unreadable>) -> Result<(), Unreadable> {
    if bytes.starts_with(b"PK") {
        archive::scan(bytes)?;
        workbook::xlsx(bytes, say)
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        workbook::xls(bytes, say)
    } else {
        say(Line::Sheet(comma::SHEET.into()))?;
        comma::rows(bytes, |row| say(Line::Row(row)))
    }
}

/// How much was told so far.
#[derive(Default)]
struct Told {
    cells: usize,
    text: usize,
}

impl Told {
    fn count(&mut self, line: &Line) -> Result<(), Unreadable> {
        if let Line::Row(Row { cells, .. }) = line {
            self.cells += cells.len();
            self.text += cells.iter().map(|(_, cell)| cell.shown().len()).sum::<usize>();
        }
        if self.cells > MOST_CELLS || self.text > MOST_TEXT { Err(Unreadable::TooLarge) } else { Ok(()) }
    }
}
