//! The history: append-only, one chain whose single head row is updated first.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Act;
use crate::fault::Fault;
use crate::views::{HistoryChange, HistoryEntry};

/// What an entry tells: changed fields and a note.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Payload {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<HistoryChange>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Payload {
    /// An entry that says only one sentence or figure.
    pub fn note(note: impl Into<String>) -> Payload {
        Payload { changes: Vec::new(), note: note.into() }
    }

    /// Adds a field when it changed.
    pub fn change(mut self, field: &str, before: impl ToString, after: impl ToString) -> Payload {
        let (before, after) = (before.to_string(), after.to_string());
        if before != after {
            self.changes.push(HistoryChange { field: field.into(), before, after });
        }
        self
    }
}

/// Appends an entry to the chain. `document` is the table's business noun (`order`, `customer`, `book` …).
pub fn record(
    act: &Act,
    name: &str,
    document: &str,
    document_id: i64,
    payload: &Payload,
) -> Result<(), Fault> {
    let (seq, previous): (i64, String) = act
        .tx
        .prepare_cached("update history_head set seq = seq + 1 where id = 1 returning seq, chain")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let payload = serde_json::to_string(payload)?;
    let salt = hex(&rand::random::<[u8; 16]>());
    let digest = digest_of(&salt, &payload);
    let at = act.at();
    let chain = chain_of(&previous, seq, &at, act.actor, name, document, document_id, &digest);
    act.tx
        .prepare_cached(
            "insert into history (seq, at, actor_id, act, document, document_id, payload, salt, digest, chain)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )?
        .execute(params![seq, at, act.actor, name, document, document_id, payload, salt, digest, chain])?;
    act.tx.prepare_cached("update history_head set chain = $1 where id = 1")?.execute([&chain])?;
    Ok(())
}

/// Entries of one person about one document that lie no further apart belong to one sitting.
pub const SITTING: TimeDelta = TimeDelta::minutes(10);

/// Whether the document's last entry is one of `names`, by the same person and so recent that nothing new is told by
/// repeating it.
pub fn is_sitting(act: &Act, document: &str, document_id: i64, names: &[&str]) -> Result<bool, Fault> {
    let last: Option<(String, Option<i64>, String)> = act
        .tx
        .prepare_cached(
            "select act, actor_id, at from history where document = $1 and document_id = $2 order by seq desc limit 1",
        )?
        .query_row(params![document, document_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    Ok(last.is_some_and(|(name, actor, at)| {
        let since = at.parse().map(|at: DateTime<Utc>| act.now - at);
        // A clock that was set back makes a sitting negative: such an entry is no reason to stay silent.
        let recent = since.is_ok_and(|since| since >= TimeDelta::zero() && since < SITTING);
        recent && actor == act.actor && names.contains(&name.as_str())
    }))
}

/// The history of one document, newest first.
pub fn of(
    connection: &Connection,
    document: &str,
    document_id: i64,
    limit: i64,
) -> Result<Vec<HistoryEntry>, Fault> {
    let mut statement = connection.prepare_cached(
        "select h.seq, h.at, coalesce(p.name, ''), h.act, h.payload
           from history h left join person p on p.id = h.actor_id
          where h.document = $1 and h.document_id = $2 order by h.seq desc limit $3",
    )?;
    let rows = statement.query_map(params![document, document_id, limit], entry_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The history of all documents of a kind, newest first: of the settings, of the people.
pub fn of_kind(connection: &Connection, document: &str, limit: i64) -> Result<Vec<HistoryEntry>, Fault> {
    let mut statement = connection.prepare_cached(
        "select h.seq, h.at, coalesce(p.name, ''), h.act, h.payload
           from history h left join person p on p.id = h.actor_id
          where h.document = $1 order by h.seq desc limit $2",
    )?;
    let rows = statement.query_map(params![document, limit], entry_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn entry_of(row: &Row) -> rusqlite::Result<HistoryEntry> {
    let payload: String = row.get(4)?;
    // A blanked payload (personal data removed on request) is an empty text.
    let payload: Payload = serde_json::from_str(&payload).unwrap_or_default();
    Ok(HistoryEntry {
        seq: row.get(0)?,
        at: row.get(1)?,
        person: row.get(2)?,
        act: row.get(3)?,
        changes: payload.changes,
        note: payload.note,
    })
}

/// The documents of a kind to which somebody did an act, the latest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn done_by(
    connection: &Connection,
    document: &str,
    act: &str,
    person_id: i64,
) -> Result<Vec<i64>, Fault> {
    let mut statement = connection.prepare_cached(
        "select document_id from history where document = $1 and act = $2 and actor_id = $3
          group by document_id order by max(seq) desc limit 200",
    )?;
    let rows = statement.query_map(params![document, act, person_id], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// When an act was done to a document last.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn last_at(
    connection: &Connection,
    (document, id): (&str, i64),
    act: &str,
) -> Result<Option<String>, Fault> {
    Ok(connection
        .prepare_cached("select max(at) from history where document = $1 and document_id = $2 and act = $3")?
        .query_row(params![document, id, act], |row| row.get(0))?)
}

/// Walks the whole chain; answers (entries, head, problems).
pub fn verify(connection: &Connection) -> Result<(i64, String, Vec<String>), Fault> {
    let mut problems = Vec::new();
    let (mut previous, mut count) = (String::new(), 0_i64);
    let mut statement = connection.prepare(
        "select seq, at, actor_id, act, document, document_id, payload, salt, digest, chain from history order by seq",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        count += 1;
        let seq: i64 = row.get(0)?;
        let (payload, salt, digest): (String, String, String) = (row.get(6)?, row.get(7)?, row.get(8)?);
        let (at, name, document): (String, String, String) = (row.get(1)?, row.get(3)?, row.get(4)?);
        if seq != count {
            problems.push(format!("entry {count} is missing"));
            count = seq;
        }
        if !payload.is_empty() && digest_of(&salt, &payload) != digest {
            problems.push(format!("entry {seq}: its content was changed"));
        }
        let chain = chain_of(&previous, seq, &at, row.get(2)?, &name, &document, row.get(5)?, &digest);
        previous = row.get(9)?;
        if chain != previous {
            problems.push(format!("entry {seq}: the chain is broken"));
        }
    }
    let (head_seq, head): (i64, String) =
        connection.query_row("select seq, chain from history_head where id = 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    if head_seq != count || head != previous {
        problems.push(format!("the head says {head_seq} entries, the chain has {count}"));
    }
    Ok((count, head, problems))
}

#[allow(clippy::too_many_arguments)] // The fields of one entry, in the order they are hashed.
fn chain_of(
    previous: &str,
    seq: i64,
    at: &str,
    actor: Option<i64>,
    name: &str,
    document: &str,
    document_id: i64,
    digest: &str,
) -> String {
    let actor = actor.map_or_else(String::new, |id| id.to_string());
    let text = format!("{previous}\n{seq}\n{at}\n{actor}\n{name}\n{document}\n{document_id}\n{digest}");
    hex(&Sha256::digest(text.as_bytes()))
}

fn digest_of(salt: &str, payload: &str) -> String {
    hex(&Sha256::digest(format!("{salt}\n{payload}").as_bytes()))
}

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
