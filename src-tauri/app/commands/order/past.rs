//! The past of an order as it is read: saves of one sitting are one entry. The chain itself keeps every one of them.

use chrono::{DateTime, Utc};

use crate::store::history::SITTING;
use crate::views::{HistoryChange, HistoryEntry};

/// Folds saves of one person that follow each other within a sitting. Takes and answers entries newest first; a
/// folded one has place and time of its last save, and each field as it was before the first and after the last.
pub fn sittings(entries: Vec<HistoryEntry>) -> Vec<HistoryEntry> {
    let mut told: Vec<HistoryEntry> = Vec::with_capacity(entries.len());
    // When the save was made that was folded in last; a long sitting is measured from save to save.
    let mut reached = String::new();
    for entry in entries {
        let at = entry.at.clone();
        match told.last_mut() {
            Some(later) if one_sitting(&entry, later, &reached) => fold(entry.changes, later),
            _ => told.push(entry),
        }
        reached = at;
    }
    told
}

fn one_sitting(earlier: &HistoryEntry, later: &HistoryEntry, reached: &str) -> bool {
    const SAVE: &str = "order_save";
    let (from, to) = (earlier.at.parse::<DateTime<Utc>>(), reached.parse::<DateTime<Utc>>());
    let close = from.is_ok_and(|from| to.is_ok_and(|to| to - from < SITTING));
    earlier.act == SAVE && later.act == SAVE && earlier.person == later.person && close
}

/// Puts earlier changes under the later ones; what came back to where it was did not change.
fn fold(earlier: Vec<HistoryChange>, later: &mut HistoryEntry) {
    let mut changes = earlier;
    for after in std::mem::take(&mut later.changes) {
        match changes.iter_mut().find(|change| change.field == after.field) {
            Some(change) => change.after = after.after,
            None => changes.push(after),
        }
    }
    changes.retain(|change| change.before != change.after);
    later.changes = changes;
}
