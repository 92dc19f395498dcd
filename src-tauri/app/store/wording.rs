//! The wording of papers: one setting, its history told sentence by sentence; and what was said on a paper whose content
//! is frozen.

use chengdan_domain::wording::Sentence;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Deserialize;

use super::{Act, history, setting};
use crate::fault::Fault;
use crate::views::book::Language;
use crate::views::wording::{Kept, Wording};

const KEY: &str = "wording";
/// What the history of the wording hangs on; there is one wording in a book.
pub const DOCUMENT: (&str, i64) = ("wording", 0);

/// Where days and sentences stood while they belonged to the policy.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Before {
    confirm_days: Option<i64>,
    objection_days: Option<i64>,
    confirm_sentence: String,
    deemed_sentence: String,
}

/// The wording in force. A book that never saved one says what its policy said, in the language it is kept in.
pub fn get(connection: &Connection) -> Result<Wording, Fault> {
    if let Some(wording) = setting::get(connection, KEY)? {
        return Ok(wording);
    }
    let before: Before = setting::get(connection, "policy")?.unwrap_or_default();
    let mut wording = Wording::default();
    wording.confirm_days = before.confirm_days.unwrap_or(wording.confirm_days);
    wording.objection_days = before.objection_days.unwrap_or(wording.objection_days);
    let own = match setting::language(connection)? {
        Language::Zh => &mut wording.zh,
        Language::En => &mut wording.en,
    };
    let old = [(Sentence::Confirm, before.confirm_sentence), (Sentence::Deemed, before.deemed_sentence)];
    own.extend(old.into_iter().filter(|(_, text)| !text.trim().is_empty()));
    Ok(wording)
}

/// The version of the wording; 0 while none was saved.
pub fn version(connection: &Connection) -> Result<i64, Fault> {
    let found = connection.query_row("select version from setting where key = $1", [KEY], |row| row.get(0));
    Ok(found.optional()?.unwrap_or(0))
}

/// Saves the wording at the version that was seen.
///
/// # Errors
/// `Stale`.
pub fn save(act: &Act, seen: i64, wording: &Wording) -> Result<(), Fault> {
    if version(act.tx)? != seen {
        return Err(Fault::Stale { what: KEY.into() });
    }
    let before = get(act.tx)?;
    if before == *wording {
        return Ok(());
    }
    act.tx.execute(
        "insert into setting (key, value) values ($1, $2)
         on conflict (key) do update set value = excluded.value, version = version + 1",
        params![KEY, serde_json::to_string(wording)?],
    )?;
    history::record(act, "wording_save", DOCUMENT.0, DOCUMENT.1, &told(&before, wording))
}

/// A document that keeps what its paper says while that paper is still made when it is looked at.
#[derive(Debug, Clone, Copy)]
pub enum Keeper {
    /// A list of needs, from its confirmation.
    Needs(i64),
    /// A contract, from its submission.
    Contract(i64),
}

/// What a document's paper says, kept when its content was frozen; none for what was frozen by an older program.
///
/// # Errors
/// `RowNotFound`; broken when what is kept cannot be read.
pub fn kept(connection: &Connection, keeper: Keeper) -> Result<Option<Kept>, Fault> {
    let (text, id) = match keeper {
        Keeper::Needs(id) => ("select wording from requirement where id = $1", id),
        Keeper::Contract(id) => ("select wording from contract where id = $1", id),
    };
    let kept: String = connection.prepare_cached(text)?.query_row([id], |row| row.get(0))?;
    Ok(if kept.is_empty() { None } else { Some(serde_json::from_str(&kept)?) })
}

/// Keeps what a document's paper says, in the act that freezes its content.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn keep(act: &Act, keeper: Keeper, kept: &Kept) -> Result<(), Fault> {
    let (text, id) = match keeper {
        Keeper::Needs(id) => ("update requirement set wording = $1 where id = $2", id),
        Keeper::Contract(id) => ("update contract set wording = $1 where id = $2", id),
    };
    act.tx.prepare_cached(text)?.execute(params![serde_json::to_string(kept)?, id])?;
    Ok(())
}

/// What changed: the days, and each sentence; a sentence that follows the standard is told as nothing.
fn told(before: &Wording, after: &Wording) -> history::Payload {
    let mut payload = history::Payload::default()
        .change("wording.confirm_days", before.confirm_days, after.confirm_days)
        .change("wording.objection_days", before.objection_days, after.objection_days);
    for (language, code) in [(Language::Zh, "zh"), (Language::En, "en")] {
        let (was, is) = (before.own(language), after.own(language));
        for sentence in Sentence::ALL.into_iter().filter(|sentence| was.get(sentence) != is.get(sentence)) {
            let said = |text: Option<&String>| text.map_or(STANDARD.into(), |text| format!("「{text}」"));
            let field = format!("wording.{code}.{}", sentence.name());
            payload = payload.change(&field, said(was.get(&sentence)), said(is.get(&sentence)));
        }
    }
    payload
}

/// In place of a sentence that follows the standard; the page has the word for it.
const STANDARD: &str = "standard";
