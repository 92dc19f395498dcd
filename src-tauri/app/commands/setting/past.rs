//! The history of the settings: what was changed, by whom and when, each field before and after.

use crate::App;
use crate::commands::history::MOST;
use crate::fault::Fault;
use crate::store::{history as chain, setting};
use crate::views::setting::SettingsPastAsk;
use crate::views::{HistoryChange, HistoryEntry};

/// What the program notes for itself when a book is made; no page shows it.
const OUR_OWN: [&str; 2] = ["at_desk", "sample"];

/// What happened to the settings or the people, newest first.
pub fn history(app: &App, request: SettingsPastAsk) -> Result<Vec<HistoryEntry>, Fault> {
    app.book()?.read(|connection| {
        let mut entries = chain::of_kind(connection, request.of.noun(), MOST)?;
        for entry in &mut entries {
            let told = entry.changes.drain(..).filter(|change| !OUR_OWN.contains(&change.field.as_str()));
            entry.changes = told.flat_map(read).collect();
        }
        // A person's entry may tell all in its note; a setting's without a field tells nothing.
        entries.retain(|entry| !entry.changes.is_empty() || !entry.note.is_empty());
        Ok(entries)
    })
}

/// Entries from before told a whole group at once; they are read field by field.
fn read(change: HistoryChange) -> Vec<HistoryChange> {
    let whole = |text: &str| text.is_empty() || text.starts_with('{');
    if change.field.contains('.') || !whole(&change.before) || !whole(&change.after) {
        return vec![change];
    }
    let text = |text: &str| if text.is_empty() { "{}".into() } else { text.to_string() };
    setting::changes(&change.field, &text(&change.before), &text(&change.after))
}
