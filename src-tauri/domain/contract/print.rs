//! The law of a contract, printed: as a table to compare with a snapshot, and as a diagram for the docs.

use super::law::LAW;
use crate::law::print;

/// One line per row of the law.
pub fn table() -> String {
    print::table(LAW)
}

/// The states and the acts that lead from one to another, as a Mermaid state diagram.
pub fn diagram() -> String {
    let lines = print::transitions(LAW).concat();
    format!("stateDiagram-v2\n  [*] --> Draft: Create\n{lines}")
}
