//! Quotations that wait for the supervisor, or came back from there: whom it concerns.

use chengdan_domain::quotation::QuotationState;
use rusqlite::Connection;

use crate::commands::quotation::gather;
use crate::fault::Fault;
use crate::store::notice::Event;
use crate::store::quotation;
use crate::views::notice::{Notice, NoticeKind};

/// What is told of an event about a quotation, when it still holds and concerns this person.
///
/// # Errors
/// `RowNotFound`.
pub fn told(
    connection: &Connection,
    event: &Event,
    me: i64,
    kind: NoticeKind,
) -> Result<Option<Notice>, Fault> {
    let record = quotation::load(connection, event.document_id)?;
    let current = record.current()?;
    let doc = record.doc()?;
    let (concerns, reason) = if kind == NoticeKind::OrderBack {
        let back = current.state == QuotationState::SentBack;
        (back && doc.authors().contains(&me), current.sent_back_reason.clone())
    } else if current.state == QuotationState::InApproval {
        (gather::candidates(connection, &record, &doc)?.iter().any(|who| who.id == me), String::new())
    } else {
        (false, String::new())
    };
    Ok(concerns.then(|| Notice {
        kind,
        count: 1,
        order_id: None,
        lead_id: None,
        quotation_id: Some(record.id),
        contract_id: None,
        name: record.number.clone(),
        customer: record.customer_name.clone(),
        reason,
    }))
}
