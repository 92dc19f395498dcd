//! The law of an order, printed: as a table to compare with a snapshot, and as a diagram for the docs.

use super::OrderAct;
use super::law::{By, LAW};
use crate::law::print;

/// One line per row of the law.
pub fn table() -> String {
    print::table(LAW)
}

/// The states and the acts that lead from one to another, as a Mermaid state diagram. Acts that change no state
/// are left to the table.
pub fn diagram() -> String {
    let mut text = String::from("stateDiagram-v2\n  [*] --> Draft: Edit\n  [*] --> Opening: import\n");
    for row in LAW.iter().filter(|row| row.to != Some(row.from)) {
        let by = if row.by == By::Ladder { " (ladder)" } else { "" };
        let to = row.to.map_or_else(|| "[*]".into(), |to| format!("{to:?}"));
        text.push_str(&format!("  {:?} --> {to}: {:?}{by}\n", row.from, row.act));
        if row.act == OrderAct::Grant {
            text.push_str("  InApproval --> InApproval: Grant (a rung before the last)\n");
        }
    }
    text
}
