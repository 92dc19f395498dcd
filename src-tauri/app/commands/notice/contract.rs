//! Contracts that wait for legal, or came back from there: whom it concerns.

use chengdan_domain::contract::ContractState;
use rusqlite::Connection;

use crate::commands::contract::reviewers;
use crate::fault::Fault;
use crate::store::contract;
use crate::store::notice::Event;
use crate::views::notice::{Notice, NoticeKind};

/// What is told of an event about a contract, when it still holds and concerns this person.
///
/// # Errors
/// `RowNotFound`.
pub fn told(
    connection: &Connection,
    event: &Event,
    me: i64,
    kind: NoticeKind,
) -> Result<Option<Notice>, Fault> {
    let record = contract::load(connection, event.document_id)?;
    let doc = &record.doc;
    let concerns = if kind == NoticeKind::OrderBack {
        doc.state == ContractState::Returned && doc.authors().contains(&me)
    } else {
        reviewers(connection, doc)?.iter().any(|who| who.id == me)
    };
    let back = kind == NoticeKind::OrderBack;
    Ok(concerns.then(|| Notice {
        kind,
        count: 1,
        order_id: None,
        lead_id: None,
        quotation_id: None,
        contract_id: Some(record.id),
        name: doc.number.clone().unwrap_or_default(),
        customer: doc.form.sale.customer_name.clone(),
        reason: if back { record.returned_reason.clone() } else { String::new() },
    }))
}
