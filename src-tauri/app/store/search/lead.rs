//! Leads that hold a text or whose names sound so.

use chengdan_domain::text::{name_key, phone_key};
use rusqlite::{Connection, Row, params};

use super::look::{Ranked, hit, marked, rank, read_ids};
use super::{LEADS_BY_SOUND, NEWEST_LEADS, Question};
use crate::fault::Fault;
use crate::store::lead::{grade_of, state_of};
use crate::views::search::{SearchHit, SearchKind};

/// The leads of exactly this company, and those of exactly this phone, so that they are among what is looked at however
/// many newer ones hold the text: $1 the key, $2 the text, $3 how many.
const EXACT: [&str; 2] = [
    "select id from lead where name_key = $1 and instr(search_key, $2) > 0 order by id desc limit $3",
    "select id from lead where phone_key = $1 and instr(search_key, $2) > 0 order by id desc limit $3",
];

/// What a lead may be found by beside its name and its contact.
struct Elsewhere {
    phone: String,
    wechat: String,
    email: String,
    source_note: String,
    need: String,
}

/// The best leads; one with a clock that had run out by `now` is overdue.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn leads(
    connection: &Connection,
    question: &Question,
    limit: i64,
    now: &str,
) -> Result<Vec<Ranked>, Fault> {
    let keys = [name_key(&question.text), phone_key(&question.text)];
    let mut more = Vec::new();
    for (sql, key) in EXACT.iter().zip(keys).filter(|(_, key)| !key.is_empty()) {
        more.extend(read_ids(connection, sql, &[&key, &question.text, &limit])?);
    }
    more.extend(read_ids(connection, NEWEST_LEADS, &[&question.grams, &question.text, &limit])?);
    if question.may_sound {
        more.extend(read_ids(connection, LEADS_BY_SOUND, &[&question.sounds, &limit])?);
    }
    let mut ids: Vec<i64> = Vec::new();
    for id in more {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter().map(|id| lead(connection, question, id, now)).collect()
}

fn lead(connection: &Connection, question: &Question, id: i64, now: &str) -> Result<Ranked, Fault> {
    let (hit, elsewhere) = connection
        .prepare_cached(
            "select l.name, case when l.customer = '' then '' else l.contact end, l.state, l.grade, l.phone, l.wechat,
                    l.email, l.source_note, l.need,
                    exists (select 1 from deadline d where d.document = 'Lead' and d.document_id = l.id
                             and d.state = 'Running' and d.due_at < $1)
               from lead l where l.id = $2",
        )?
        .query_row(params![now, id], |row| read(row, question, id))?;
    let phone = phone_key(&elsewhere.phone);
    let elsewhere = [
        ("phone", elsewhere.phone.as_str()),
        ("phone", &phone),
        ("wechat", &elsewhere.wechat),
        ("email", &elsewhere.email),
        ("source_note", &elsewhere.source_note),
        ("need", &elsewhere.need),
    ];
    Ok(rank(hit, question, &elsewhere))
}

fn read(row: &Row, question: &Question, id: i64) -> rusqlite::Result<(SearchHit, Elsewhere)> {
    let mark = |column: usize| row.get::<_, String>(column).map(|text| marked(&text, &question.text));
    let mut found = hit(SearchKind::Lead, id, mark(0)?, mark(1)?);
    found.lead_state = Some(state_of(&row.get::<_, String>(2)?));
    found.grade = row.get::<_, Option<String>>(3)?.and_then(|grade| grade_of(&grade));
    found.overdue = row.get(9)?;
    let elsewhere = Elsewhere {
        phone: row.get(4)?,
        wechat: row.get(5)?,
        email: row.get(6)?,
        source_note: row.get(7)?,
        need: row.get(8)?,
    };
    Ok((found, elsewhere))
}
