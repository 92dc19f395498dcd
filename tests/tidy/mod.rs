//! The house's own rules, kept by machine: a rule without a guard is a wish. Each guard is also shown a culprit.

mod arrows;
mod costs;
mod form;
mod places;
mod prices;
mod shipped;
mod styles;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// A text file of the project.
pub struct Source {
    /// From the top of the clone, with `/`.
    pub path: String,
    pub text: String,
}

impl Source {
    /// A culprit for trying a guard.
    pub fn new(path: &str, text: &str) -> Source {
        Source { path: path.into(), text: text.into() }
    }

    /// Lines with their numbers, without those that are only comment.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line)).filter(|(_, line)| {
            let line = line.trim_start();
            !(line.starts_with("//") || line.starts_with("* ") || line.starts_with("/*"))
        })
    }

    /// Whether the file lies below `folder` and ends with one of `endings`.
    pub fn is(&self, folder: &str, endings: &[&str]) -> bool {
        self.path.starts_with(folder) && endings.iter().any(|ending| self.path.ends_with(ending))
    }

    /// `path:line: words`
    pub fn at(&self, line: usize, words: &str) -> String {
        format!("{}:{line}: {words}", self.path)
    }
}

pub const RUST: &[&str] = &[".rs"];
pub const PAGE: &[&str] = &[".ts", ".tsx"];
pub const CODE: &[&str] = &[".rs", ".ts", ".tsx", ".mjs"];

/// The top of the clone.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Everything somebody wrote: not what was fetched, built or generated.
pub fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    for folder in ["src-tauri", "ui", "tests", "xtask"] {
        walk(&top().join(folder), folder, &mut found);
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(found.len() > 50, "the guards look in the wrong place");
    found
}

fn walk(folder: &Path, name: &str, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{name}/{file}");
        if matches!(
            file.as_str(),
            "node_modules" | "dist" | "target" | "vectors" | "snapshots" | "generated.ts"
        ) {
            continue;
        }
        if entry.path().is_dir() {
            walk(&entry.path(), &path, found);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            found.push(Source { path, text });
        }
    }
}

/// Fails with every finding, one a line.
pub fn nothing(findings: Vec<String>) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

/// Tries a guard on a culprit: it must find exactly one thing.
pub fn catches(findings: Vec<String>) {
    assert_eq!(findings.len(), 1, "the guard is asleep or too eager: {findings:?}");
}
