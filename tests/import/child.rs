//! The process that reads a stranger's file: it dies at its cap or is killed at its time, and its parent lives.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use chengdan_app::import::Reader;
use chengdan_app::import::cell::Cell;
use chengdan_domain::refusal::Refusal;

use super::files::{old_number, old_workbook};
use super::read;

const DIMENSIONS: u16 = 0x0200;
const NUMBER: u16 = 0x0203;

/// Two cells; the sheet says that it is as large as `rows` × `columns`.
fn small(last_row: u32, last_column: u16) -> Vec<u8> {
    let mut size: Vec<u8> = [0, last_row].iter().flat_map(|row: &u32| row.to_le_bytes()).collect();
    size.extend([0, last_column, 0].iter().flat_map(|column: &u16| column.to_le_bytes()));
    old_workbook(&[(DIMENSIONS, &size), (NUMBER, &old_number(0, 0, 1.5)), (NUMBER, &old_number(1, 1, 2.5))])
}

/// The child alone: how it ended, what it said, and its last words.
fn child(bytes: &[u8]) -> (bool, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cli"))
        .arg("--chengdan-import-child")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a child");
    child.stdin.take().expect("its input").write_all(bytes).expect("the file");
    let ended = child.wait_with_output().expect("its end");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (ended.status.success(), text(ended.stdout), text(ended.stderr))
}

#[test]
fn an_honest_old_workbook_made_the_same_way_is_read() {
    let sheets = read("small.xls", &small(2, 2)).expect("sheets");
    let cells: Vec<(i64, usize, Cell)> = sheets[0]
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().map(|(column, cell)| (row.number, *column, cell.clone())))
        .collect();
    assert_eq!(cells, [(1, 0, Cell::Number("1.5".into())), (2, 1, Cell::Number("2.5".into()))]);
    let (fine, said, _) = child(&small(2, 2));
    assert!(fine && said.ends_with("\"end\"\n"), "{said}");
}

#[test]
fn a_file_that_asks_for_gigabytes_kills_its_reader_at_the_cap_and_not_the_parent() {
    // 48 million cells of which two are there: room for them all is asked for at once, some 2 GB.
    let wide = small(65_536, 750);
    // The same by its cells: the rectangle between them is made, 1.3 GB.
    let far = old_workbook(&[(NUMBER, &old_number(0, 0, 1.0)), (NUMBER, &old_number(u16::MAX, 639, 2.0))]);
    for (name, bytes) in [("wide.xls", wide), ("far.xls", far)] {
        assert!(bytes.len() < 6_000, "the file is small: {}", bytes.len());
        let (fine, said, last_words) = child(&bytes);
        assert!(!fine && !said.contains("end"), "{name}: {said}");
        assert!(last_words.contains("memory allocation of"), "{name} died of its cap: {last_words}");
        assert_eq!(read(name, &bytes), Err(Refusal::FileHostile { name: name.into() }));
        assert!(read("after.csv", b"a,b\n1,2\n").is_ok(), "the parent lives and reads on");
    }
}

/// Whether nobody holds the file any more, which was held for as long as a process lived.
fn is_free(path: &Path) -> bool {
    std::fs::File::open(path).expect("the file").try_lock().is_ok()
}

#[test]
fn a_reader_that_hangs_is_killed_when_its_time_is_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let (held, path) = (folder.path().join("held"), folder.path().join("hang.xlsx"));
    // Longer than any pipe, so that whoever writes to the child hangs with it.
    let rest = vec![b'x'; 4 << 20];
    std::fs::write(&path, [held.to_str().expect("a path").as_bytes(), b"\n", &rest].concat())
        .expect("a file");
    // A busy machine may not even have started the child in half a second: then it is given more.
    for halves in [1, 4, 16, 64] {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_stuck_reader"));
        let reader = Reader { program, patience: Duration::from_millis(500 * halves) };
        let (told, heard) = std::sync::mpsc::channel();
        let asked = path.clone();
        std::thread::spawn(move || told.send(reader.read(&asked)));
        // Far beyond any patience here: a reader that is waited for for ever must not hang the tests.
        let answer = heard.recv_timeout(Duration::from_secs(120)).expect("its parent comes back");
        let fault = answer.expect_err("no answer");
        assert_eq!(fault, Refusal::FileHostile { name: "hang.xlsx".into() }.into());
        if held.exists() {
            assert!(is_free(&held), "the reader is dead");
            assert!(read("after.csv", b"a,b\n1,2\n").is_ok(), "the parent lives and reads on");
            return;
        }
    }
    panic!("the reader never started");
}
