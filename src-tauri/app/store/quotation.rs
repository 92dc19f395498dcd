//! Quotations in the book: a row for each, and a row for each of its versions, of which the last is current.

pub mod changes;
pub mod list;
mod row;
mod write;

pub use row::{QuotationRecord, VersionRecord, contract_of, load, needs_by_id, needs_of};
pub use write::{Moved, another, insert, move_to, note_loss, save_form, set_content, set_sent_back, take_up};

use chengdan_domain::quotation::{Objection, QuotationState};
use rusqlite::{Connection, OptionalExtension};

use crate::fault::Fault;

/// A state as the book writes it.
pub fn state_text(state: QuotationState) -> &'static str {
    match state {
        QuotationState::Draft => "Draft",
        QuotationState::InApproval => "InApproval",
        QuotationState::SentBack => "SentBack",
        QuotationState::Approved => "Approved",
        QuotationState::Sent => "Sent",
        QuotationState::Accepted => "Accepted",
        QuotationState::Lost => "Lost",
        QuotationState::Expired => "Expired",
        QuotationState::Superseded => "Superseded",
    }
}

/// Reads a state; an unknown word (from a newer program) is treated as superseded, which allows nothing.
pub fn state_of(text: &str) -> QuotationState {
    QuotationState::ALL
        .into_iter()
        .find(|state| state_text(*state) == text)
        .unwrap_or(QuotationState::Superseded)
}

/// An objection as the book writes it.
pub fn objection_text(objection: Objection) -> &'static str {
    match objection {
        Objection::Price => "Price",
        Objection::Delivery => "Delivery",
        Objection::Terms => "Terms",
        Objection::Other => "Other",
    }
}

fn objection_of(text: &str) -> Objection {
    use Objection::*;
    [Price, Delivery, Terms].into_iter().find(|one| objection_text(*one) == text).unwrap_or(Other)
}

/// What is searched, for a new index: id, text and the customer's name, which may be asked for by sound.
pub(super) fn searched(connection: &Connection) -> Result<Vec<(i64, String, String)>, Fault> {
    let mut statement =
        connection.prepare("select id, search_key, customer_name from quotation order by id")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Quotations that wait for the supervisor, the longest waiting first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn waiting(connection: &Connection) -> Result<Vec<i64>, Fault> {
    ids(
        connection,
        "select id from quotation where state = 'InApproval' and $1 = '' order by id limit 500",
        "",
    )
}

/// Whether another quotation of a deal may still become something, or was accepted.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn another_alive(connection: &Connection, opportunity_id: i64, but: i64) -> Result<bool, Fault> {
    Ok(connection
        .prepare_cached(
            "select 1 from quotation where opportunity_id = $1 and id <> $2 and state not in ('Lost', 'Superseded')
              limit 1",
        )?
        .exists([opportunity_id, but])?)
}

/// Quotations whose validity ended before a day and that nobody answered.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn over(connection: &Connection, today: &str) -> Result<Vec<i64>, Fault> {
    ids(
        connection,
        "select quotation_id from quotation_version where state in ('Approved', 'Sent') and valid_until < $1
          order by quotation_id limit 500",
        today,
    )
}

fn ids(connection: &Connection, sql: &str, value: &str) -> Result<Vec<i64>, Fault> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([value], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The paper of a version that was sent: its digest and its name.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn issued(connection: &Connection, id: i64, revision: i64) -> Result<Option<(String, String)>, Fault> {
    Ok(connection
        .prepare_cached(
            "select pdf_sha256, pdf_name from letter
              where document = 'quotation' and document_id = $1 and kind = 'quotation' and revision = $2",
        )?
        .query_row([id, revision], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// The quotation and the version whose paper was issued last.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn last_sent(connection: &Connection) -> Result<Option<(i64, i64)>, Fault> {
    Ok(connection
        .prepare_cached(
            "select document_id, revision from letter where document = 'quotation' and kind = 'quotation'
              order by id desc limit 1",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}
