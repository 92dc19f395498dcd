//! The form of files: how they begin, how long they and their functions are, what they are called.

use super::{CODE, PAGE, RUST, Source, catches, nothing, sources};

const MOST_LINES: usize = 400;
const MOST_LINES_OF_A_FUNCTION: usize = 70;

#[test]
fn every_file_says_what_it_is() {
    nothing(silent(&sources()));
    catches(silent(&[Source::new("ui/parts/a.tsx", "import x from 'x';\n")]));
    catches(silent(&[Source::new("src-tauri/a.rs", "use x;\n")]));
}

fn silent(files: &[Source]) -> Vec<String> {
    let says = |file: &&Source| {
        let first = file.text.lines().find(|line| !line.starts_with("#!")).unwrap_or_default();
        match file.path.rsplit('.').next() {
            Some("rs") => first.starts_with("//! "),
            Some("sql") => first.starts_with("-- "),
            _ => first.starts_with("// ") || first.starts_with("/*"),
        }
    };
    let mut spoken: Vec<&str> = CODE.to_vec();
    spoken.push(".sql");
    let meant = files.iter().filter(|file| file.is("", &spoken));
    meant
        .filter(|file| !says(file))
        .map(|file| file.at(1, "begin with a sentence saying what the file is"))
        .collect()
}

#[test]
fn files_are_short() {
    nothing(long_files(&sources()));
    catches(long_files(&[Source::new("src-tauri/a.rs", &"x\n".repeat(MOST_LINES + 1))]));
}

fn long_files(files: &[Source]) -> Vec<String> {
    let lines = |file: &Source| file.text.lines().count();
    let long = files.iter().filter(|file| file.is("", CODE) && lines(file) > MOST_LINES);
    long.map(|file| file.at(MOST_LINES, &format!("{} lines, at most {MOST_LINES}", lines(file)))).collect()
}

#[test]
fn modules_of_the_page_have_names_of_their_own() {
    nothing(twins(&sources()));
    let twin = |path: &str| Source::new(path, "");
    catches(twins(&[twin("ui/parts/Compare.tsx"), twin("ui/parts/compare.ts")]));
}

/// Two modules of a folder whose names differ only in case: where the file system does not tell case apart, asking for
/// one gives the other. The second of them is told.
fn twins(files: &[Source]) -> Vec<String> {
    let stem = |file: &Source| file.path.rsplit_once('.').map_or("", |(stem, _)| stem).to_lowercase();
    let modules: Vec<&Source> = files.iter().filter(|file| file.is("ui/", PAGE)).collect();
    let twin =
        |file: &Source| modules.iter().any(|other| other.path < file.path && stem(other) == stem(file));
    modules
        .iter()
        .filter(|file| twin(file))
        .map(|file| file.at(1, "another module here has this name but for its case"))
        .collect()
}

#[test]
fn functions_are_short() {
    nothing(long_functions(&sources()));
    let body = "    x();\n".repeat(MOST_LINES_OF_A_FUNCTION);
    catches(long_functions(&[Source::new("src-tauri/a.rs", &format!("pub fn a() {{\n{body}}}\n"))]));
    catches(long_functions(&[Source::new("ui/parts/a.tsx", &format!("export function A() {{\n{body}}}\n"))]));
    catches(long_functions(&[Source::new("ui/parts/a.ts", &format!("const a = (b) => {{\n{body}}};\n"))]));
}

/// Formatted code closes a function at the indentation where it began.
fn long_functions(files: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is("", CODE)) {
        let lines: Vec<&str> = file.text.lines().collect();
        for (start, line) in
            lines.iter().enumerate().filter(|(_, line)| begins_function(line, file.is("", RUST)))
        {
            let indent = line.len() - line.trim_start().len();
            let closes = |line: &&str| {
                line.len() > indent && line[..indent].trim().is_empty() && line[indent..].starts_with('}')
            };
            let length = lines[start + 1..].iter().position(closes).map_or(0, |end| end + 2);
            if length > MOST_LINES_OF_A_FUNCTION {
                let words = format!("a function of {length} lines, at most {MOST_LINES_OF_A_FUNCTION}");
                findings.push(file.at(start + 1, &words));
            }
        }
    }
    findings
}

fn begins_function(line: &str, rust: bool) -> bool {
    let code = line.trim_start();
    if rust {
        let words = ["pub ", "pub(crate) ", "pub(super) ", "async ", "const "];
        let mut rest = code;
        while let Some(shorter) = words.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = shorter;
        }
        return rest.starts_with("fn ") && !line.trim_end().ends_with(';');
    }
    let named = [
        "function ",
        "export function ",
        "export default function ",
        "async function ",
        "export async function ",
    ];
    let arrow = (code.starts_with("const ") || code.starts_with("export const "))
        && code.trim_end().ends_with("=> {");
    arrow || named.iter().any(|word| code.starts_with(word))
}

#[test]
fn names_say_what_is_inside() {
    nothing(empty_names(&sources()));
    catches(empty_names(&[Source::new("ui/parts/dateUtils.ts", "")]));
    catches(empty_names(&[Source::new("src-tauri/app/order_helpers.rs", "")]));
    catches(empty_names(&[Source::new("src-tauri/app/common/mod.rs", "")]));
}

/// Names that say nothing, as a whole word of a file's or folder's name.
fn empty_names(files: &[Source]) -> Vec<String> {
    const SAY_NOTHING: [&str; 11] = [
        "util", "utils", "helper", "helpers", "manager", "service", "services", "common", "misc", "stuff",
        "lib2",
    ];
    let empty = |file: &&Source| {
        let stem = file.path.rsplit_once('.').map_or(file.path.as_str(), |(stem, _)| stem);
        words(stem).iter().any(|word| SAY_NOTHING.contains(&word.as_str()))
    };
    let named = files.iter().filter(|file| !file.path.contains("customer_service"));
    named.filter(empty).map(|file| file.at(1, "a name that says nothing")).collect()
}

/// `order_helpers`, `dateUtils`, `a/b` in their words.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in name.chars() {
        if letter.is_uppercase() || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if letter.is_alphanumeric() {
            words.last_mut().unwrap().extend(letter.to_lowercase());
        }
    }
    words
}

#[test]
fn nothing_is_left_unfinished() {
    nothing(unfinished(&sources()));
    catches(unfinished(&[Source::new("src-tauri/a.rs", &format!("    {}!()\n", "todo"))]));
    catches(unfinished(&[Source::new("ui/parts/a.ts", &format!("// {} later\n", "FIXME"))]));
}

fn unfinished(files: &[Source]) -> Vec<String> {
    let marks = ["todo!(", "unimplemented!(", "FIXME", "XXX:", "dbg!(", "console.log(", "debugger;"];
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is("", CODE) && !file.is("tests/", CODE)) {
        for (index, line) in file.text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark)) {
                findings.push(file.at(index + 1, "an unfinished mark"));
            }
        }
    }
    findings
}

#[test]
fn no_test_measures_time() {
    nothing(timed(&sources()));
    catches(timed(&[Source::new("tests/order/a.rs", "    assert!(start.elapsed() < x);\n")]));
}

/// A test that depends on how fast the machine is fails on a slow day; tests/bench measures.
fn timed(files: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    let tests = files.iter().filter(|file| {
        file.is("tests/", CODE) && !file.is("tests/bench", CODE) && !file.is("tests/tidy", CODE)
    });
    for file in tests {
        for (line, text) in file.code() {
            if text.contains("assert") && (text.contains("elapsed()") || text.contains("performance.now")) {
                findings.push(file.at(line, "a test measures time"));
            }
        }
    }
    findings
}

#[test]
fn page_writes_no_markup_from_data() {
    nothing(markup(&sources()));
    catches(markup(&[Source::new("ui/parts/a.tsx", "x.innerHTML = y;\n")]));
}

fn markup(files: &[Source]) -> Vec<String> {
    let marks = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function("];
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is("ui/", PAGE)) {
        for (line, text) in file.code() {
            if marks.iter().any(|mark| text.contains(mark)) {
                findings.push(file.at(line, "text from outside stays text"));
            }
        }
    }
    findings
}
