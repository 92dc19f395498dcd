//! The law of an order, printed: as a table to compare with a snapshot, and as a diagram for the docs.

use super::law::{By, LAW};
use super::{OrderAct, OrderState};

/// One line per row: from, act, to, by, guards.
pub fn table() -> String {
    let mut text = String::from("from       | act      | to         | by       | guards\n");
    for row in LAW {
        let names: Vec<&str> = row.guards.iter().map(|guard| guard.name).collect();
        let (from, act) = (format!("{:?}", row.from), format!("{:?}", row.act));
        let (to, by) = (target(row.to), format!("{:?}", row.by));
        let line = format!("{from:<10} | {act:<8} | {to:<10} | {by:<8} | {}", names.join(", "));
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
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

fn target(to: Option<OrderState>) -> String {
    to.map_or_else(|| "gone".into(), |to| format!("{to:?}"))
}
