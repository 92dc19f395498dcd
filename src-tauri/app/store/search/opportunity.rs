//! Opportunities that hold a text or whose names sound so.

use chengdan_domain::money::Money;
use rusqlite::Connection;

use super::look::{Ranked, hit, marked, rank, read_ids};
use super::{NEWEST_OPPORTUNITIES, OPPORTUNITIES_BY_SOUND, Question};
use crate::fault::Fault;
use crate::store::opportunity::stage_from;
use crate::views::search::SearchKind;

/// The one of exactly this number, so that it is among what is looked at however many newer ones hold the text.
const EXACT: &str = "select id from opportunity where number = $1 and $2 <> '' limit $3";

/// The best opportunities.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn opportunities(connection: &Connection, question: &Question, limit: i64) -> Result<Vec<Ranked>, Fault> {
    let number = question.text.to_uppercase();
    let mut more = read_ids(connection, EXACT, &[&number, &question.text, &limit])?;
    more.extend(read_ids(connection, NEWEST_OPPORTUNITIES, &[&question.grams, &question.text, &limit])?);
    if question.may_sound {
        more.extend(read_ids(connection, OPPORTUNITIES_BY_SOUND, &[&question.sounds, &limit])?);
    }
    let mut ids: Vec<i64> = Vec::new();
    for id in more {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter().map(|id| opportunity(connection, question, id)).collect()
}

fn opportunity(connection: &Connection, question: &Question, id: i64) -> Result<Ranked, Fault> {
    let (found, customer) = connection
        .prepare_cached(
            "select o.number, o.name, o.stage, o.amount_fen, c.name
               from opportunity o join customer c on c.id = o.customer_id where o.id = $1",
        )?
        .query_row([id], |row| {
            let mark = |column: usize| row.get::<_, String>(column).map(|text| marked(&text, &question.text));
            let mut found = hit(SearchKind::Opportunity, id, mark(0)?, mark(1)?);
            found.stage = Some(stage_from(&row.get::<_, String>(2)?));
            found.amount_fen = Some(Money(row.get(3)?));
            Ok((found, row.get::<_, String>(4)?))
        })?;
    Ok(rank(found, question, &[("customer", customer.as_str())]))
}
