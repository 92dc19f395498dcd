//! A law, printed: as a table to compare with a snapshot, and as the lines of a diagram for the docs.

use std::fmt::Debug;

use super::Row;

/// One line per row: from, act, to, by, guards; as wide as the longest word of each column.
pub fn table<S: Debug, A: Debug, B: Debug, D, F>(law: &[Row<S, A, B, D, F>]) -> String {
    let head = ["from", "act", "to", "by", "guards"].map(String::from);
    let lines: Vec<[String; 5]> = std::iter::once(head).chain(law.iter().map(cells)).collect();
    let width = |column: usize| lines.iter().map(|line| line[column].len()).max().unwrap_or_default();
    let widths = [0, 1, 2, 3].map(width);
    let mut text = String::new();
    for [from, act, to, by, guards] in &lines {
        let [a, b, c, d] = widths;
        let line = format!("{from:<a$} | {act:<b$} | {to:<c$} | {by:<d$} | {guards}");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn cells<S: Debug, A: Debug, B: Debug, D, F>(row: &Row<S, A, B, D, F>) -> [String; 5] {
    let names: Vec<&str> = row.guards.iter().map(|guard| guard.name).collect();
    [
        format!("{:?}", row.from),
        format!("{:?}", row.act),
        target(row),
        format!("{:?}", row.by),
        names.join(", "),
    ]
}

fn target<S: Debug, A, B, D, F>(row: &Row<S, A, B, D, F>) -> String {
    row.to.as_ref().map_or_else(|| "gone".into(), |to| format!("{to:?}"))
}

/// The lines of a Mermaid state diagram, one for every act that changes the state; the others are left to the table.
pub fn transitions<S: Debug + PartialEq, A: Debug, B: Debug, D, F>(
    law: &[Row<S, A, B, D, F>],
) -> Vec<String> {
    let changes = law.iter().filter(|row| row.to.as_ref() != Some(&row.from));
    let line = |row: &Row<S, A, B, D, F>| {
        let to = row.to.as_ref().map_or_else(|| "[*]".into(), |to| format!("{to:?}"));
        format!("  {:?} --> {to}: {:?}\n", row.from, row.act)
    };
    changes.map(line).collect()
}
