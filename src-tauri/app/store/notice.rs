//! What was told to whom: for each person and kind the last entry of the history that was looked at, and when a
//! notice was given last.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::{Act, setting};
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::views::notice::{NoticeKind, NoticeRule};

/// How far somebody was told about a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The last entry of the history that was looked at.
    pub seq: i64,
    /// When a notice of this kind was given last; empty when never.
    pub at: String,
}

/// An entry of the history that may be worth a notice.
#[derive(Debug, Clone)]
pub struct Event {
    pub seq: i64,
    pub actor_id: Option<i64>,
    pub kinds: Vec<NoticeKind>,
    pub document: String,
    pub document_id: i64,
}

/// A kind as the book writes it.
fn kind_text(kind: NoticeKind) -> String {
    format!("{kind:?}")
}

/// What somebody wants to be told.
pub fn rule(connection: &Connection, person_id: i64) -> Result<NoticeRule, Fault> {
    Ok(setting::get(connection, &key(person_id))?.unwrap_or_default())
}

/// Keeps what somebody wants to be told.
pub fn put_rule(act: &Act, person_id: i64, rule: &NoticeRule) -> Result<(), Fault> {
    setting::put(act, &key(person_id), rule)
}

fn key(person_id: i64) -> String {
    format!("notices {person_id}")
}

/// How far somebody was told, kind by kind; what is missing was never looked at.
pub fn told(connection: &Connection, person_id: i64) -> Result<BTreeMap<NoticeKind, Told>, Fault> {
    let mut statement = connection
        .prepare_cached("select kind, seq, at from notice_told where person_id = $1 order by kind")?;
    let rows = statement.query_map([person_id], |row| {
        Ok((row.get::<_, String>(0)?, Told { seq: row.get(1)?, at: row.get(2)? }))
    })?;
    let mut all = BTreeMap::new();
    for row in rows {
        let (kind, told) = row?;
        let kind = NoticeKind::ALL.into_iter().find(|known| kind_text(*known) == kind);
        all.extend(kind.map(|kind| (kind, told)));
    }
    Ok(all)
}

/// Notes how far somebody was told.
pub fn tell(act: &Act, person_id: i64, kind: NoticeKind, told: &Told) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "insert into notice_told (person_id, kind, seq, at) values ($1, $2, $3, $4)
             on conflict (person_id, kind) do update set seq = excluded.seq, at = excluded.at",
        )?
        .execute(params![person_id, kind_text(kind), told.seq, told.at])?;
    Ok(())
}

/// Now, as the last time a notice was given.
pub fn now(act: &Act) -> String {
    instant_text(act.now)
}

/// The history's last entry.
pub fn head(connection: &Connection) -> Result<i64, Fault> {
    Ok(connection
        .prepare_cached("select seq from history_head where id = 1")?
        .query_row([], |row| row.get(0))?)
}

/// What happened after an entry, as far as it may be worth a notice.
pub fn events(connection: &Connection, after: i64) -> Result<Vec<Event>, Fault> {
    let mut statement = connection.prepare_cached(
        "select seq, actor_id, act, document, document_id from history
          where seq > $1 and act in ('letter_failed', 'letter_uncertain', 'order_send_back', 'order_submit',
                'order_grant', 'quotation_submit', 'quotation_send_back', 'contract_submit', 'contract_return',
                'import_run')
          order by seq",
    )?;
    let rows = statement.query_map([after], |row| {
        Ok(Event {
            seq: row.get(0)?,
            actor_id: row.get(1)?,
            kinds: kinds_of(&row.get::<_, String>(2)?),
            document: row.get(3)?,
            document_id: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn kinds_of(act: &str) -> Vec<NoticeKind> {
    match act {
        "letter_failed" => vec![NoticeKind::LetterFailed],
        "letter_uncertain" => vec![NoticeKind::LetterUncertain],
        "order_send_back" | "quotation_send_back" | "contract_return" => vec![NoticeKind::OrderBack],
        "order_submit" | "order_grant" | "quotation_submit" | "contract_submit" => {
            vec![NoticeKind::ApprovalWaits]
        }
        "import_run" => vec![NoticeKind::ImportDone],
        _ => Vec::new(),
    }
}

/// A letter that still stands as an event found it.
pub struct Letter {
    pub order_id: Option<i64>,
    pub number: String,
    pub customer: String,
    pub explain: String,
}

/// The letter of an event's document (an order, or the letter itself), if it is still in this state.
pub fn letter(connection: &Connection, event: &Event, state: &str) -> Result<Option<Letter>, Fault> {
    let of_order = event.document == "order";
    Ok(connection
        .prepare_cached(
            "select order_id, order_number, customer, explain from outbox
              where (($1 = 1 and order_id = $2) or ($1 = 0 and id = $2)) and state = $3 order by id desc limit 1",
        )?
        .query_row(params![of_order, event.document_id, state], |row| {
            Ok(Letter {
                order_id: row.get(0)?,
                number: row.get(1)?,
                customer: row.get(2)?,
                explain: row.get(3)?,
            })
        })
        .optional()?)
}

/// The file of an import that was not taken back.
pub fn import(connection: &Connection, id: i64) -> Result<Option<String>, Fault> {
    Ok(connection
        .prepare_cached("select file_name from import where id = $1 and undone_at is null")?
        .query_row([id], |row| row.get(0))
        .optional()?)
}
