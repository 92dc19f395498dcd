//! Contracts that hold a text or whose customer's name sounds so.

use chengdan_domain::money::Money;
use rusqlite::Connection;

use super::look::{Ranked, hit, marked, rank, read_ids};
use super::{CONTRACTS_BY_SOUND, NEWEST_CONTRACTS, Question};
use crate::fault::Fault;
use crate::store::contract::state_of;
use crate::views::search::SearchKind;

/// The one of exactly this number, so that it is among what is looked at however many newer ones hold the text.
const EXACT: &str = "select id from contract where number = $1 and $2 <> '' limit $3";

/// The best contracts.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn contracts(connection: &Connection, question: &Question, limit: i64) -> Result<Vec<Ranked>, Fault> {
    let number = question.text.to_uppercase();
    let mut more = read_ids(connection, EXACT, &[&number, &question.text, &limit])?;
    more.extend(read_ids(connection, NEWEST_CONTRACTS, &[&question.grams, &question.text, &limit])?);
    if question.may_sound {
        more.extend(read_ids(connection, CONTRACTS_BY_SOUND, &[&question.sounds, &limit])?);
    }
    let mut ids: Vec<i64> = Vec::new();
    for id in more {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter().map(|id| contract(connection, question, id)).collect()
}

fn contract(connection: &Connection, question: &Question, id: i64) -> Result<Ranked, Fault> {
    let (found, elsewhere) = connection
        .prepare_cached(
            "select coalesce(c.number, ''), c.customer_name, c.state, c.amount_fen, c.customer_order_number,
                    coalesce(p.name, ''), coalesce((select l.name from contract_line l where l.contract_id = c.id
                        and instr(lower(l.name), $1) > 0 order by l.position limit 1), '')
               from contract c left join person p on p.id = c.owner_id where c.id = $2",
        )?
        .query_row(rusqlite::params![question.text, id], |row| {
            let mark =
                |column: usize| row.get::<_, String>(column).map(|text| marked(&text, &question.text));
            let mut found = hit(SearchKind::Contract, id, mark(0)?, mark(1)?);
            found.contract_state = Some(state_of(&row.get::<_, String>(2)?));
            found.amount_fen = Some(Money(row.get(3)?));
            Ok((found, [row.get::<_, String>(4)?, row.get(5)?, row.get(6)?]))
        })?;
    let [order, owner, line] = &elsewhere;
    let elsewhere =
        [("customer_order_number", order.as_str()), ("owner", owner.as_str()), ("line", line.as_str())];
    Ok(rank(found, question, &elsewhere))
}
