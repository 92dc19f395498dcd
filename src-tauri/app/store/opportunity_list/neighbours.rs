//! The documents that belong to an opportunity, in brief, so that each leads to its neighbours.

use chengdan_domain::money::Money;
use rusqlite::{Connection, OptionalExtension};

use crate::fault::Fault;
use crate::store::lead::{grade_of, state_of};
use crate::store::order::status_of;
use crate::views::opportunity::{ContractBrief, LeadBrief, OrderBrief, QuotationBrief};

/// The lead it came from.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn lead(connection: &Connection, id: Option<i64>) -> Result<Option<LeadBrief>, Fault> {
    let Some(id) = id else { return Ok(None) };
    Ok(connection
        .prepare_cached("select id, name, state, grade from lead where id = $1")?
        .query_row([id], |row| {
            Ok(LeadBrief {
                id: row.get(0)?,
                name: row.get(1)?,
                state: state_of(&row.get::<_, String>(2)?),
                grade: row.get::<_, Option<String>>(3)?.and_then(|grade| grade_of(&grade)),
            })
        })
        .optional()?)
}

/// Its quotations, the newest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn quotations(connection: &Connection, id: i64) -> Result<Vec<QuotationBrief>, Fault> {
    let mut statement = connection.prepare_cached(
        "select id, number, revision, state, amount_fen, valid_until from quotation
          where opportunity_id = $1 order by id desc",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(QuotationBrief {
            id: row.get(0)?,
            number: row.get(1)?,
            revision: row.get(2)?,
            state: row.get(3)?,
            amount_fen: Money(row.get(4)?),
            valid_until: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Its contracts, the newest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn contracts(connection: &Connection, id: i64) -> Result<Vec<ContractBrief>, Fault> {
    let mut statement = connection.prepare_cached(
        "select id, coalesce(number, ''), state, kind, amount_fen, signed_on, supplement_of from contract
          where opportunity_id = $1 order by id desc",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(ContractBrief {
            id: row.get(0)?,
            number: row.get(1)?,
            state: row.get(2)?,
            kind: row.get(3)?,
            amount_fen: Money(row.get(4)?),
            signed_on: row.get(5)?,
            supplement_of: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The orders of its contracts, the newest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn orders(connection: &Connection, id: i64) -> Result<Vec<OrderBrief>, Fault> {
    let mut statement = connection.prepare_cached(
        "select s.id, coalesce(s.number, ''), s.status, s.amount_fen, k.id
           from contract k join sales_order s on s.contract_id = k.id where k.opportunity_id = $1 order by s.id desc",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(OrderBrief {
            id: row.get(0)?,
            number: row.get(1)?,
            status: status_of(&row.get::<_, String>(2)?),
            amount_fen: Money(row.get(3)?),
            contract_id: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
