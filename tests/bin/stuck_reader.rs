//! A reader that never comes to its end: it begins to answer, holds a lock on the file that its input names in the
//! first line, reads no further, and waits to be killed.

use std::io::{BufRead, Write};

fn main() {
    let mut line = String::new();
    // One byte at a time, so that the rest of a long input stays in the pipe and its writer stays blocked.
    std::io::BufReader::with_capacity(1, std::io::stdin().lock()).read_line(&mut line).expect("a first line");
    let held = std::fs::File::create(line.trim_end()).expect("the file to hold");
    held.lock().expect("held");
    let mut out = std::io::stdout().lock();
    out.write_all(b"{\"s\":\"S\"}\n{\"r\":{\"number\":1,")
        .and_then(|()| out.flush())
        .expect("half an answer");
    loop {
        std::thread::sleep(std::time::Duration::from_secs(60));
    }
}
