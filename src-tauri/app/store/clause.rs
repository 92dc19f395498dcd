//! The library of clauses. A changed clause is another edition; contracts keep the words they took.

use chengdan_domain::contract::ClauseKind;
use chengdan_domain::contract::clauses::STANDARD;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Act, history};
use crate::clock::instant_text;
use crate::fault::Fault;

use crate::views::clause::{ClauseSave, ClauseView};

/// A kind as the book writes it.
pub fn kind_text(kind: ClauseKind) -> &'static str {
    match kind {
        ClauseKind::Rights => "Rights",
        ClauseKind::Breach => "Breach",
        ClauseKind::Secrecy => "Secrecy",
        ClauseKind::Dispute => "Dispute",
        ClauseKind::Other => "Other",
    }
}

/// Reads a kind.
pub fn kind_of(text: &str) -> ClauseKind {
    ClauseKind::ALL.into_iter().find(|kind| kind_text(*kind) == text).unwrap_or_default()
}

/// What the history of the clauses hangs on.
const DOCUMENT: &str = "clause";

const VIEW: &str =
    "c.id, c.code, c.edition, c.kind, c.title, c.title_en, c.text_zh, c.text_en, c.standard, c.active,
    coalesce(p.name, ''), c.saved_at";

/// The last edition of every clause, in the order of their kinds; those no longer offered come last.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn latest(connection: &Connection) -> Result<Vec<ClauseView>, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select {VIEW} from clause c left join person p on p.id = c.saved_by
          where c.edition = (select max(e.edition) from clause e where e.code = c.code)
          order by c.active desc, case c.kind when 'Rights' then 1 when 'Breach' then 2 when 'Secrecy' then 3
                   when 'Dispute' then 4 else 5 end, c.code"
    ))?;
    let rows = statement.query_map([], view_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// An edition.
///
/// # Errors
/// `RowNotFound`.
pub fn get(connection: &Connection, id: i64) -> Result<ClauseView, Fault> {
    Ok(connection
        .prepare_cached(&format!(
            "select {VIEW} from clause c left join person p on p.id = c.saved_by where c.id = $1"
        ))?
        .query_row([id], view_of)?)
}

fn view_of(row: &Row) -> rusqlite::Result<ClauseView> {
    Ok(ClauseView {
        id: row.get(0)?,
        code: row.get(1)?,
        edition: row.get(2)?,
        kind: kind_of(&row.get::<_, String>(3)?),
        title: row.get(4)?,
        title_en: row.get(5)?,
        text_zh: row.get(6)?,
        text_en: row.get(7)?,
        standard: row.get(8)?,
        active: row.get(9)?,
        saved_by: row.get(10)?,
        saved_at: row.get(11)?,
    })
}

/// Writes a new clause, or the next edition of one that was seen at its last; what changes nothing writes nothing.
///
/// # Errors
/// `Stale` when another edition was written meanwhile; `RowNotFound`.
pub fn save(act: &Act, asked: &ClauseSave) -> Result<(), Fault> {
    let seen = asked.id.map(|id| get(act.tx, id)).transpose()?;
    let (code, edition) = match &seen {
        None => (next_code(act)?, 1),
        Some(seen) => (seen.code.clone(), seen.edition + 1),
    };
    if let Some(seen) = &seen {
        let last: i64 = act
            .tx
            .prepare_cached("select max(edition) from clause where code = $1")?
            .query_row([&code], |row| row.get(0))?;
        if last != seen.edition {
            return Err(Fault::Stale { what: "clause".into() });
        }
        if asked.says_the_same(seen) {
            return Ok(());
        }
    }
    act.tx
        .prepare_cached(
            "insert into clause (code, edition, kind, title, title_en, text_zh, text_en, standard, active, saved_by,
                    saved_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )?
        .execute(params![
            code,
            edition,
            kind_text(asked.kind),
            asked.title,
            asked.title_en,
            asked.text_zh,
            asked.text_en,
            asked.standard,
            asked.active,
            act.actor,
            act.at()
        ])?;
    let before = seen.map(ClauseSave::from).unwrap_or_default();
    let told = history::Payload::note(format!("{} ({edition})", asked.title))
        .change("clause.title", &before.title, &asked.title)
        .change("clause.title_en", &before.title_en, &asked.title_en)
        .change("clause.text_zh", &before.text_zh, &asked.text_zh)
        .change("clause.text_en", &before.text_en, &asked.text_en)
        .change("clause.standard", before.standard, asked.standard)
        .change("clause.active", before.active, asked.active);
    history::record(act, "clause_save", DOCUMENT, 0, &told)
}

/// `C07`: the next free one.
fn next_code(act: &Act) -> Result<String, Fault> {
    let count: i64 = act
        .tx
        .prepare_cached("select count(*) from (select distinct code from clause)")?
        .query_row([], |row| row.get(0))?;
    let mut nth = count + 1;
    loop {
        let code = format!("C{nth:02}");
        if !act.tx.prepare_cached("select 1 from clause where code = $1")?.exists([&code])? {
            return Ok(code);
        }
        nth += 1;
    }
}

/// Puts our own neutral clauses into a book that never had any.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn bring_up_to_date(connection: &mut Connection, now: DateTime<Utc>) -> Result<(), Fault> {
    let made: Option<String> = connection
        .query_row("select value from meta where key = 'clauses'", [], |row| row.get(0))
        .optional()?;
    if made.is_some() {
        return Ok(());
    }
    let tx = connection.transaction()?;
    for (nth, clause) in (1..).zip(STANDARD) {
        tx.prepare_cached(
            "insert into clause (code, edition, kind, title, title_en, text_zh, text_en, standard, active, saved_at)
             values ($1, 1, $2, $3, $4, $5, $6, 1, 1, $7)",
        )?
        .execute(params![
            format!("C{nth:02}"),
            kind_text(clause.kind),
            clause.title,
            clause.title_en,
            clause.text_zh,
            clause.text_en,
            instant_text(now)
        ])?;
    }
    tx.execute("insert into meta (key, value) values ('clauses', '1')", [])?;
    Ok(tx.commit()?)
}
