//! Reading the outbox: pages, counts, one letter whole, the letters of an order, those that wait for an address.

use chengdan_domain::letter::offers;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::attachment::noun;
use super::outbox::{About, NewLetter, about_of};
use super::post::state_named;
use crate::fault::Fault;
use crate::views::outbox::*;
use crate::views::{DocumentAsk, DocumentKind, PageOf};

pub(super) const ROW: &str =
    "o.id, o.version, o.kind, o.revision, o.state, o.order_id, o.order_number, o.customer, o.to_address,
    o.subject, o.queued_at, o.sent_at, o.next_try_at, o.tries, o.said, o.explain, o.document, o.document_id";

pub(super) fn row_of(row: &Row) -> Result<OutboxRow, rusqlite::Error> {
    let state: String = row.get(4)?;
    let state = state_named(&state).map_err(|_| rusqlite::Error::InvalidQuery)?;
    Ok(OutboxRow {
        id: row.get(0)?,
        version: row.get(1)?,
        kind: row.get(2)?,
        revision: row.get(3)?,
        state,
        order_id: row.get(5)?,
        order_number: row.get(6)?,
        customer: row.get(7)?,
        to: row.get(8)?,
        subject: row.get(9)?,
        queued_at: row.get(10)?,
        sent_at: row.get(11)?,
        next_try_at: row.get(12)?,
        tries: row.get(13)?,
        said: row.get(14)?,
        explain: row.get(15)?,
        about: about_of(row.get(5)?, &row.get::<_, String>(16)?, row.get(17)?)
            .map(|(document, id)| DocumentAsk { document, id }),
    })
}

/// The letters of an order, oldest first.
pub fn of_order(connection: &Connection, order_id: i64) -> Result<Vec<OutboxRow>, Fault> {
    let mut statement = connection
        .prepare_cached(&format!("select {ROW} from outbox o where o.order_id = $1 order by o.id"))?;
    Ok(statement.query_map([order_id], row_of)?.collect::<Result<_, _>>()?)
}

/// The letters about a document that is no order, oldest first.
pub fn of_document(connection: &Connection, of: &DocumentAsk) -> Result<Vec<OutboxRow>, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select {ROW} from outbox o where o.document = $1 and o.document_id = $2 order by o.id"
    ))?;
    Ok(statement.query_map(params![noun(of.document), of.id], row_of)?.collect::<Result<_, _>>()?)
}

/// The letters about a quotation, oldest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn of_quotation(connection: &Connection, id: i64) -> Result<Vec<OutboxRow>, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select {ROW} from outbox o where o.document = 'quotation' and o.document_id = $1 order by o.id"
    ))?;
    Ok(statement.query_map([id], row_of)?.collect::<Result<_, _>>()?)
}

/// The letters about an opportunity itself, about its quotations and about the orders of its contracts, oldest first.
pub fn of_opportunity(connection: &Connection, id: i64) -> Result<Vec<OutboxRow>, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select {ROW} from outbox o where o.id in (
            select b.id from outbox b where b.document = 'opportunity' and b.document_id = $1
            union all select b.id from quotation q join outbox b on b.document = 'quotation' and b.document_id = q.id
              where q.opportunity_id = $1
            union all select b.id from contract k join sales_order s on s.contract_id = k.id
              join outbox b on b.order_id = s.id where k.opportunity_id = $1) order by o.id"
    ))?;
    Ok(statement.query_map([id], row_of)?.collect::<Result<_, _>>()?)
}

/// The letters to a customer $1: about orders, opportunities and quotations.
const OF_CUSTOMER: &str = "select b.id from sales_order s join outbox b on b.order_id = s.id where s.customer_id = $1
    union all select b.id from opportunity p join outbox b on b.document = 'opportunity' and b.document_id = p.id
      where p.customer_id = $1
    union all select b.id from opportunity p join quotation q on q.opportunity_id = p.id
      join outbox b on b.document = 'quotation' and b.document_id = q.id where p.customer_id = $1 order by 1";

/// The letters to a customer, about any of its documents, newest first; `after` is the id the last page ended with.
pub fn of_customer(connection: &Connection, ask: &PageOf) -> Result<LetterPage, Fault> {
    let after = ask.after.unwrap_or(i64::MAX);
    let limit = ask.limit.clamp(1, 500);
    let mut statement = connection.prepare_cached(&format!(
        "select {ROW} from outbox o where o.id in ({OF_CUSTOMER}) and o.id < $2 order by o.id desc limit $3"
    ))?;
    let rows: Vec<OutboxRow> =
        statement.query_map(params![ask.id, after, limit + 1], row_of)?.collect::<Result<_, _>>()?;
    let (rows, next) = ask.cut(rows, |row| row.id);
    let total = connection
        .prepare_cached(&format!("select count(*) from ({OF_CUSTOMER}) as letters"))?
        .query_row([ask.id], |row| row.get(0))?;
    Ok(LetterPage { rows, next, total })
}

/// One letter, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn view(connection: &Connection, id: i64) -> Result<OutboxView, Fault> {
    let row = connection
        .prepare_cached(&format!("select {ROW} from outbox o where o.id = $1"))?
        .query_row([id], row_of)?;
    let related: Vec<i64> = connection
        .prepare_cached(
            "select id from outbox where resend_of = $1
              union select resend_of from outbox where id = $1 and resend_of is not null order by 1",
        )?
        .query_map([id], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let attempts = connection
        .prepare_cached("select at, stage, said from outbox_attempt where outbox_id = $1 order by id")?
        .query_map([id], |row| Ok(OutboxAttempt { at: row.get(0)?, stage: row.get(1)?, said: row.get(2)? }))?
        .collect::<Result<_, _>>()?;
    let may = offers(row.state, is_repeated(connection, id)?);
    let mut statement = connection.prepare_cached(
        "select o.to_name, o.cc, o.reply_to, o.message_id, o.text_body, coalesce(l.pdf_name, ''),
            coalesce(l.pdf_sha256, ''), o.delivered_how, o.delivered_by, coalesce(o.delivered_on, '')
           from outbox o left join letter l on l.id = o.letter_id where o.id = $1",
    )?;
    Ok(statement.query_row([id], |columns| {
        let note = [columns.get::<_, String>(7)?, columns.get(8)?, columns.get(9)?];
        Ok(OutboxView {
            to_name: columns.get(0)?,
            cc: columns.get(1)?,
            reply_to: columns.get(2)?,
            message_id: columns.get(3)?,
            text_body: columns.get(4)?,
            pdf_name: columns.get(5)?,
            pdf_sha256: columns.get(6)?,
            attempts,
            related,
            can_resend: may.resend,
            can_mark_delivered: may.mark_delivered,
            can_retry_now: may.retry,
            delivered_note: if note[0].is_empty() { String::new() } else { note.join(" · ") },
            row,
        })
    })?)
}

/// Whether another letter repeats this one.
pub fn is_repeated(connection: &Connection, id: i64) -> Result<bool, Fault> {
    Ok(connection
        .prepare_cached("select exists (select 1 from outbox where resend_of = $1)")?
        .query_row([id], |row| row.get(0))?)
}

/// State and version, to compare before an act.
pub fn standing(connection: &Connection, id: i64) -> Result<(LetterState, i64), Fault> {
    let (state, version): (String, i64) = connection
        .prepare_cached("select state, version from outbox where id = $1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((state_named(&state)?, version))
}

/// A letter as it was queued, without its MIME, and its paper's (name, hash): what a repetition is made from.
pub fn again(connection: &Connection, id: i64) -> Result<(NewLetter, Option<(String, String)>), Fault> {
    Ok(connection
        .prepare_cached(
            "select o.letter_id, o.order_id, o.kind, o.revision, o.customer, o.order_number, o.to_address, o.to_name,
                o.cc, o.reply_to, o.subject, o.text_body, o.html_body, o.message_id, l.pdf_name, l.pdf_sha256,
                o.document, o.document_id
               from outbox o left join letter l on l.id = o.letter_id where o.id = $1",
        )?
        .query_row([id], |row| {
            let paper: (Option<String>, Option<String>) = (row.get(14)?, row.get(15)?);
            let letter = NewLetter {
                letter_id: row.get(0)?,
                about: about_of(row.get(1)?, &row.get::<_, String>(16)?, row.get(17)?),
                kind: row.get(2)?,
                revision: row.get(3)?,
                resend_of: None,
                customer: row.get(4)?,
                order_number: row.get(5)?,
                to_address: row.get(6)?,
                to_name: row.get(7)?,
                cc: row.get(8)?,
                reply_to: row.get(9)?,
                subject: row.get(10)?,
                text_body: row.get(11)?,
                html_body: row.get(12)?,
                message_id: row.get(13)?,
                mime_sha256: String::new(),
                mime_size: 0,
            };
            Ok((letter, paper.0.zip(paper.1)))
        })?)
}

/// The order's own contact; an order without one has the customer's main contact, as its letter has.
const OF_ORDER: &str = "c.id = coalesce(s.contact_id, (select m.id from contact m
    where m.customer_id = s.customer_id and m.removed = 0 order by m.main desc, m.position, m.id limit 1))";

/// The contact of a list of needs, and of a version of a quotation; without one, the customer's main contact.
const OF_NEEDS: &str = "c.id = coalesce(r.contact_id, (select m.id from contact m
    where m.customer_id = p.customer_id and m.removed = 0 order by m.main desc, m.position, m.id limit 1))";
const OF_VERSION: &str = "c.id = coalesce(v.contact_id, (select m.id from contact m
    where m.customer_id = q.customer_id and m.removed = 0 order by m.main desc, m.position, m.id limit 1))";

/// The present address of the document's contact; never anybody else's. `revision` is the letter's.
pub fn contact_address(connection: &Connection, about: About, revision: i64) -> Result<String, Fault> {
    let Some((kind, id)) = about else { return Ok(String::new()) };
    let sql = match kind {
        DocumentKind::Order => format!(
            "select c.email from sales_order s join contact c on {OF_ORDER}
              where s.id = $1 and $2 >= 0 and c.removed = 0"
        ),
        DocumentKind::Opportunity => format!(
            "select c.email from opportunity p join requirement r on r.opportunity_id = p.id
               join contact c on {OF_NEEDS} where p.id = $1 and r.revision = $2 and c.removed = 0"
        ),
        _ => format!(
            "select c.email from quotation q join quotation_version v on v.quotation_id = q.id
               join contact c on {OF_VERSION} where q.id = $1 and v.revision = $2 and c.removed = 0"
        ),
    };
    let found: Option<String> =
        connection.prepare_cached(&sql)?.query_row([id, revision], |row| row.get(0)).optional()?;
    Ok(found.unwrap_or_default())
}

/// Letters that wait for an address which the contact's card has by now: (letter, version, address).
pub fn addresses_known(connection: &Connection) -> Result<Vec<(i64, i64, String)>, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select o.id, o.version, c.email from outbox o
            join sales_order s on s.id = o.order_id join contact c on {OF_ORDER}
          where o.state = 'MissingAddress' and c.removed = 0 and c.email <> ''
         union all select o.id, o.version, c.email from outbox o
            join opportunity p on o.document = 'opportunity' and p.id = o.document_id
            join requirement r on r.opportunity_id = p.id and r.revision = o.revision join contact c on {OF_NEEDS}
          where o.state = 'MissingAddress' and c.removed = 0 and c.email <> ''
         union all select o.id, o.version, c.email from outbox o
            join quotation q on o.document = 'quotation' and q.id = o.document_id
            join quotation_version v on v.quotation_id = q.id and v.revision = o.revision join contact c on {OF_VERSION}
          where o.state = 'MissingAddress' and c.removed = 0 and c.email <> '' order by 1"
    ))?;
    Ok(statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?)
}

/// The letters that were sent, for the 演示收件箱: (id, at, to, subject).
pub fn sent(connection: &Connection, id: i64) -> Result<Option<(String, String, String)>, Fault> {
    Ok(connection
        .prepare_cached(
            "select coalesce(sent_at, handed_at, queued_at), to_address, subject from outbox where id = $1",
        )?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?)
}
