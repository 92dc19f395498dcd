//! The SQL as text: parameters stand in the order in which SQLite numbers them, lists are ordered, nothing is engine's own.

use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Every string literal of the store that looks like SQL, with where it stands.
fn statements() -> Vec<(String, String)> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/app/store"), &mut files);
    let mut found = Vec::new();
    for path in files {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("text");
        for literal in literals(&text) {
            let first = literal.split_whitespace().next().unwrap_or("").to_lowercase();
            if ["select", "insert", "update", "delete", "with"].contains(&first.as_str()) {
                found.push((name.clone(), literal));
            }
        }
    }
    assert!(found.len() > 30, "the store has its statements: {}", found.len());
    found
}

/// The contents of double-quoted literals (comments are skipped by line).
fn literals(text: &str) -> Vec<String> {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n").replace("'\"'", "").replace("\\\"", "");
    code.split('"').skip(1).step_by(2).map(str::to_string).collect()
}

fn parameters(sql: &str) -> Vec<u32> {
    let mut order = Vec::new();
    for piece in sql.split('$').skip(1) {
        let digits: String = piece.chars().take_while(char::is_ascii_digit).collect();
        if let Ok(number) = digits.parse()
            && !order.contains(&number)
        {
            order.push(number);
        }
    }
    order
}

#[test]
fn parameters_first_appear_in_ascending_order() {
    for (file, sql) in statements() {
        let order = parameters(&sql);
        assert!(order.is_sorted(), "{file}: SQLite numbers {order:?} by first appearance in\n{sql}");
    }
}

#[test]
fn no_statement_leaves_the_common_subset() {
    for (file, sql) in statements() {
        let lower = sql.to_lowercase();
        for word in
            [" like ", "strftime", "group_concat", "insert or ", "replace into", " glob ", "?1", " offset "]
        {
            assert!(!lower.contains(word), "{file}: {word} in\n{sql}");
        }
    }
}
