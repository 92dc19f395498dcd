//! Quotations that hold a text or whose customer's name sounds so.

use chengdan_domain::money::Money;
use rusqlite::Connection;

use super::look::{Ranked, hit, marked, rank, read_ids};
use super::{NEWEST_QUOTATIONS, QUOTATIONS_BY_SOUND, Question};
use crate::fault::Fault;
use crate::store::quotation::state_of;
use crate::views::search::SearchKind;

/// The one of exactly this number, so that it is among what is looked at however many newer ones hold the text.
const EXACT: &str = "select id from quotation where number = $1 and $2 <> '' limit $3";

/// The best quotations.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn quotations(connection: &Connection, question: &Question, limit: i64) -> Result<Vec<Ranked>, Fault> {
    let number = question.text.to_uppercase();
    let mut more = read_ids(connection, EXACT, &[&number, &question.text, &limit])?;
    more.extend(read_ids(connection, NEWEST_QUOTATIONS, &[&question.grams, &question.text, &limit])?);
    if question.may_sound {
        more.extend(read_ids(connection, QUOTATIONS_BY_SOUND, &[&question.sounds, &limit])?);
    }
    let mut ids: Vec<i64> = Vec::new();
    for id in more {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter().map(|id| quotation(connection, question, id)).collect()
}

fn quotation(connection: &Connection, question: &Question, id: i64) -> Result<Ranked, Fault> {
    let (found, elsewhere) = connection
        .prepare_cached(
            "select q.number, q.customer_name, q.state, q.amount_fen, coalesce(p.name, ''),
                    coalesce((select l.name from quotation_line l where l.quotation_version_id = q.current_id
                        and instr(lower(l.name), $1) > 0 order by l.position limit 1), '')
               from quotation q left join person p on p.id = q.owner_id where q.id = $2",
        )?
        .query_row(rusqlite::params![question.text, id], |row| {
            let mark = |column: usize| row.get::<_, String>(column).map(|text| marked(&text, &question.text));
            let mut found = hit(SearchKind::Quotation, id, mark(0)?, mark(1)?);
            found.quotation_state = Some(state_of(&row.get::<_, String>(2)?));
            found.amount_fen = Some(Money(row.get(3)?));
            Ok((found, [row.get::<_, String>(4)?, row.get(5)?]))
        })?;
    let [owner, line] = &elsewhere;
    Ok(rank(found, question, &[("owner", owner.as_str()), ("line", line.as_str())]))
}
