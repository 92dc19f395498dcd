//! The outbox: letters on their way, each with its frozen MIME and its log.

use chengdan_domain::letter::LetterAct;
use chengdan_domain::refusal::Refusal;
use rusqlite::params;

use super::attachment::{kind_of, noun};
use super::{Act, file, history, post};
use crate::fault::Fault;
use crate::views::DocumentKind;

/// A letter to be queued. Make it with [`crate::post::prepare`], which keeps the MIME first.
#[derive(Debug, Clone, Default)]
pub struct NewLetter {
    /// The issued paper; set it inside the act that issues it ([`issue`]).
    pub letter_id: Option<i64>,
    /// The document it is about; none for a test letter.
    pub about: About,
    pub kind: String,
    pub revision: i64,
    /// The letter this one repeats; its copy number follows.
    pub resend_of: Option<i64>,
    pub customer: String,
    pub order_number: String,
    pub to_address: String,
    pub to_name: String,
    /// `name <address>`, or empty.
    pub cc: String,
    pub reply_to: String,
    pub subject: String,
    pub text_body: String,
    pub html_body: String,
    pub message_id: String,
    /// The frozen MIME in `files/`; empty while the address is missing.
    pub mime_sha256: String,
    pub mime_size: usize,
}

/// The document a letter is about.
pub type About = Option<(DocumentKind, i64)>;

/// A paper that is issued: its bytes are already kept.
#[derive(Debug, Clone)]
pub struct Issue<'a> {
    pub about: (DocumentKind, i64),
    /// `order_confirmation`, `requirement`, `quotation`
    pub kind: &'a str,
    pub revision: i64,
    pub pdf_sha256: &'a str,
    pub pdf_name: &'a str,
    pub pdf_size: usize,
    pub content_hash: &'a str,
}

/// Writes the issued paper's row and answers its id. Once per order, kind and revision; of another document once per
/// content.
pub fn issue(act: &Act, paper: &Issue) -> Result<i64, Fault> {
    file::register(act, paper.pdf_sha256, paper.pdf_name, "application/pdf", paper.pdf_size)?;
    Ok(act
        .tx
        .prepare_cached(
            "insert into letter (order_id, document, document_id, kind, revision, pdf_sha256, pdf_name, content_hash,
               issued_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id",
        )?
        .query_row(
            params![
                order_of(Some(paper.about)),
                noun(paper.about.0),
                other_of(Some(paper.about)),
                paper.kind,
                paper.revision,
                paper.pdf_sha256,
                paper.pdf_name,
                paper.content_hash,
                act.at()
            ],
            |row| row.get(0),
        )?)
}

/// Whether a paper of a document other than an order was issued with this content.
pub fn is_issued(
    act: &Act,
    about: (DocumentKind, i64),
    kind: &str,
    content_hash: &str,
) -> Result<bool, Fault> {
    Ok(act
        .tx
        .prepare_cached(
            "select 1 from letter where document = $1 and document_id = $2 and kind = $3 and content_hash = $4",
        )?
        .exists(params![noun(about.0), about.1, kind, content_hash])?)
}

/// Puts a letter into the outbox: `Queued`, or `MissingAddress` without address and MIME. Answers its id.
///
/// # Errors
/// `AddressMissing` when there is an address but no MIME; broken when this letter and copy is there already.
pub fn queue(act: &Act, letter: &NewLetter) -> Result<i64, Fault> {
    let has_address = !letter.to_address.is_empty();
    if has_address == letter.mime_sha256.is_empty() {
        return Err(Refusal::AddressMissing.into());
    }
    if has_address {
        file::register(act, &letter.mime_sha256, "letter.eml", "message/rfc822", letter.mime_size)?;
    }
    let state = if has_address { "Queued" } else { "MissingAddress" };
    let id: i64 = act
        .tx
        .prepare_cached(
            "insert into outbox (letter_id, order_id, document, document_id, kind, revision, copy, resend_of, state,
               customer, order_number, to_address, to_name, cc, reply_to, subject, text_body, html_body, message_id,
               mime_sha256, queued_at)
             values ($1, $2, $3, $4, $5, $6,
               case when $7 is null then 1 else 1 + (select coalesce(max(o.copy), 0) from outbox o where o.letter_id = $1) end,
               $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) returning id",
        )?
        .query_row(
            params![
                letter.letter_id,
                order_of(letter.about),
                letter.about.map_or("order", |(kind, _)| noun(kind)),
                other_of(letter.about),
                letter.kind,
                letter.revision,
                letter.resend_of,
                state,
                letter.customer,
                letter.order_number,
                letter.to_address,
                letter.to_name,
                letter.cc,
                letter.reply_to,
                letter.subject,
                letter.text_body,
                letter.html_body,
                letter.message_id,
                letter.mime_sha256,
                act.at()
            ],
            |row| row.get(0),
        )?;
    let (document, document_id) = subject_of(letter.about, id);
    let payload = history::Payload::note(format!("{} {}", letter.subject, letter.to_address));
    history::record(act, "letter_queue", document, document_id, &payload)?;
    Ok(id)
}

/// The order a letter is about.
pub fn order_of(about: About) -> Option<i64> {
    about.filter(|(kind, _)| *kind == DocumentKind::Order).map(|(_, id)| id)
}

/// The document a letter is about when that is no order.
fn other_of(about: About) -> Option<i64> {
    about.filter(|(kind, _)| *kind != DocumentKind::Order).map(|(_, id)| id)
}

/// What three columns say a letter is about.
pub(super) fn about_of(order_id: Option<i64>, document: &str, document_id: Option<i64>) -> About {
    let other = document_id.map(|id| (kind_of(document), id));
    order_id.map(|id| (DocumentKind::Order, id)).or(other)
}

/// Where a letter's history stands: with its document, or with itself.
pub(crate) fn subject_of(about: About, id: i64) -> (&'static str, i64) {
    about.map_or(("outbox", id), |(kind, id)| (noun(kind), id))
}

/// A letter that waited for an address gets it, and the MIME that was made for it.
///
/// # Errors
/// `LetterNotMailable` in any other state; `Stale`.
pub fn give_address(act: &Act, id: i64, version: i64, letter: &NewLetter) -> Result<(), Fault> {
    let (from, to, about) = post::arrow(act, id, LetterAct::GiveAddress)?;
    file::register(act, &letter.mime_sha256, "letter.eml", "message/rfc822", letter.mime_size)?;
    let changed = act.tx.execute(
        "update outbox set state = $1, to_address = $2, mime_sha256 = $3, message_id = $4, version = version + 1
          where id = $5 and version = $6 and state = $7",
        params![to, letter.to_address, letter.mime_sha256, letter.message_id, id, version, from],
    )?;
    fresh(changed)?;
    let (document, document_id) = subject_of(about, id);
    let payload = history::Payload::default().change("to", "", &letter.to_address);
    history::record(act, "letter_address", document, document_id, &payload)
}

/// Queues a letter that repeats `id`; answers its own id. The first one's version moves, so that a double click
/// makes one repetition.
///
/// # Errors
/// `LetterInFlight`, `LetterNotMailable`, `Stale`.
pub fn repeat(act: &Act, id: i64, version: i64, letter: &NewLetter) -> Result<i64, Fault> {
    post::arrow(act, id, LetterAct::Repeat)?;
    let changed = act.tx.execute(
        "update outbox set version = version + 1 where id = $1 and version = $2",
        params![id, version],
    )?;
    fresh(changed)?;
    queue(act, letter)
}

/// Keeps a test letter that the server accepted, with its log.
pub fn record_test(act: &Act, letter: &NewLetter, said: &str, lines: &[post::Line]) -> Result<i64, Fault> {
    let id = queue(act, letter)?;
    act.tx.execute(
        "update outbox set state = 'Sent', said = $1, handed_at = $2, sent_at = $2, tries = 1 where id = $3",
        params![said, act.at(), id],
    )?;
    post::log(act, id, lines)?;
    Ok(id)
}

/// 「已另行送达」: how, by whom and when.
///
/// # Errors
/// `LetterInFlight`, `LetterNotMailable`, `Stale`.
pub fn mark_delivered(act: &Act, id: i64, version: i64, how: &str, by: &str, on: &str) -> Result<(), Fault> {
    let (from, to, about) = post::arrow(act, id, LetterAct::MarkDelivered)?;
    let changed = act.tx.execute(
        "update outbox set state = $1, delivered_how = $2, delivered_by = $3, delivered_on = $4, next_try_at = null,
            version = version + 1 where id = $5 and version = $6 and state = $7",
        params![to, how, by, on, id, version, from],
    )?;
    fresh(changed)?;
    let (document, document_id) = subject_of(about, id);
    let payload = history::Payload::note(format!("{how} {by} {on}")).change("state", from, to);
    history::record(act, "letter_delivered", document, document_id, &payload)
}

/// Takes back a letter that has not gone out (the order changed or was cancelled).
///
/// # Errors
/// `LetterInFlight`, `LetterNotMailable`.
pub fn withdraw(act: &Act, id: i64) -> Result<(), Fault> {
    let (from, to, about) = post::arrow(act, id, LetterAct::Withdraw)?;
    let changed = act.tx.execute(
        "update outbox set state = $1, next_try_at = null, version = version + 1 where id = $2 and state = $3",
        params![to, id, from],
    )?;
    fresh(changed)?;
    let (document, document_id) = subject_of(about, id);
    let payload = history::Payload::default().change("state", from, to);
    history::record(act, "letter_withdraw", document, document_id, &payload)
}

/// Refuses when somebody was faster than what the page saw.
pub fn insist_on_version(act: &Act, id: i64, version: i64) -> Result<(), Fault> {
    let found: i64 = act.tx.query_row("select version from outbox where id = $1", [id], |row| row.get(0))?;
    fresh(usize::from(found == version))
}

fn fresh(changed: usize) -> Result<(), Fault> {
    if changed == 1 { Ok(()) } else { Err(Fault::Stale { what: "outbox".into() }) }
}
