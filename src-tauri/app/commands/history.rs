//! The history of a document: who did what and when, with what was there before and after.

use rusqlite::Connection;

use crate::App;
use crate::fault::Fault;
use crate::store::attachment::noun;
use crate::store::{history, person};
use crate::views::{DocumentAsk, DocumentKind, HistoryEntry};

use super::order::past;

/// How much of a history is read at once.
pub const MOST: i64 = 200;

/// The history of a document, newest first. An order's saves of one sitting are read as one.
pub fn list(app: &App, request: DocumentAsk) -> Result<Vec<HistoryEntry>, Fault> {
    app.book()?.read(|connection| {
        let entries = history::of(connection, noun(request.document), request.id, MOST)?;
        match request.document {
            DocumentKind::Order => Ok(past::sittings(entries)),
            _ => with_names(connection, entries),
        }
    })
}

/// The chain keeps who looks after a customer as a number; people read names.
fn with_names(connection: &Connection, mut entries: Vec<HistoryEntry>) -> Result<Vec<HistoryEntry>, Fault> {
    for change in entries.iter_mut().flat_map(|entry| &mut entry.changes) {
        if change.field == "owner_id" {
            change.before = name_of(connection, &change.before)?;
            change.after = name_of(connection, &change.after)?;
        }
    }
    Ok(entries)
}

fn name_of(connection: &Connection, id: &str) -> Result<String, Fault> {
    let Some(id) = id.parse().ok().filter(|id| *id != 0) else { return Ok(String::new()) };
    Ok(person::brief(connection, id)?.map_or_else(|| id.to_string(), |person| person.name))
}
