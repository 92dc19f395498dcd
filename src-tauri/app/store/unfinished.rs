//! Forms that were begun and not saved: one row per person, kind and record, without history.

use rusqlite::{Connection, params};

use super::Act;
use crate::fault::Fault;
use crate::views::unfinished::{Unfinished, UnfinishedKeep};

/// How a form for a new record is numbered.
const NEW: i64 = 0;

/// Everything a person began, the latest first.
pub fn list(connection: &Connection, person_id: i64) -> Result<Vec<Unfinished>, Fault> {
    let mut statement = connection.prepare_cached(
        "select kind, document_id, title, content, kept_at from unfinished
          where person_id = $1 order by kept_at desc, id desc",
    )?;
    let rows = statement.query_map([person_id], |row| {
        let document_id: i64 = row.get(1)?;
        Ok(Unfinished {
            kind: row.get(0)?,
            document_id: (document_id != NEW).then_some(document_id),
            title: row.get(2)?,
            content: row.get(3)?,
            kept_at: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps what was typed in the place of what was kept before.
pub fn keep(act: &Act, form: &UnfinishedKeep) -> Result<(), Fault> {
    act.tx.execute(
        "insert into unfinished (person_id, kind, document_id, title, content, kept_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (person_id, kind, document_id)
         do update set title = excluded.title, content = excluded.content, kept_at = excluded.kept_at",
        params![act.actor, form.kind, form.document_id.unwrap_or(NEW), form.title, form.content, act.at()],
    )?;
    Ok(())
}

/// Forgets what the person at the desk typed into one form.
pub fn drop(act: &Act, kind: &str, document_id: Option<i64>) -> Result<(), Fault> {
    act.tx.execute(
        "delete from unfinished where person_id = $1 and kind = $2 and document_id = $3",
        params![act.actor, kind, document_id.unwrap_or(NEW)],
    )?;
    Ok(())
}

/// The record is gone: nobody's changes to it have a place any more, and its id may be given again.
pub fn drop_all_of(act: &Act, kind: &str, document_id: i64) -> Result<(), Fault> {
    act.tx
        .execute("delete from unfinished where kind = $1 and document_id = $2", params![kind, document_id])?;
    Ok(())
}
