//! The postman: outbox → SMTP, or the 演示收件箱 of the sample company. The law of a letter is `domain::letter`;
//! README.md beside this file draws it.

pub mod mime;
pub mod words;

use chrono::{DateTime, Utc};

use crate::fault::Fault;
use crate::store::outbox::NewLetter;
use crate::store::{Book, setting};
use mime::{Envelope, Party};
use words::Words;

/// A letter that is about to be queued. Without `to.address` it waits as 缺少邮箱.
pub struct Draft<'a> {
    /// `order_confirmation`
    pub kind: &'a str,
    pub order_id: Option<i64>,
    pub order_number: &'a str,
    pub customer: &'a str,
    pub revision: i64,
    pub to: Party,
    /// The account manager: in copy, and where answers go. Without an address there is neither.
    pub manager: Party,
    pub words: Words,
    pub pdf_name: &'a str,
    pub pdf: &'a [u8],
}

/// Makes and keeps the MIME (fsynced) before the act that queues it: call outside the transaction, set
/// `letter_id` on the answer inside it, then [`crate::store::outbox::queue`].
///
/// # Errors
/// `FieldNotEmail`, `MailNotSet` (no sender's address), `DiskFull`, or broken.
pub fn prepare(book: &Book, now: DateTime<Utc>, draft: &Draft) -> Result<NewLetter, Fault> {
    let address = draft.to.address.trim();
    let from = match book.read(setting::sender) {
        Err(fault) if !address.is_empty() => return Err(fault),
        found => found.unwrap_or_default(),
    };
    let mut letter = NewLetter {
        kind: draft.kind.into(),
        order_id: draft.order_id,
        order_number: draft.order_number.into(),
        customer: draft.customer.into(),
        revision: draft.revision,
        to_address: address.into(),
        to_name: draft.to.name.clone(),
        cc: draft.manager.line(),
        reply_to: draft.manager.line(),
        subject: draft.words.subject.clone(),
        text_body: draft.words.text.clone(),
        html_body: draft.words.html.clone(),
        message_id: mime::new_message_id(&from.address),
        ..NewLetter::default()
    };
    freeze(book, now, from, &mut letter, Some((draft.pdf_name, draft.pdf)))?;
    Ok(letter)
}

/// Makes the MIME of a letter that has an address, and keeps it; without an address nothing is made.
pub(crate) fn freeze(
    book: &Book,
    now: DateTime<Utc>,
    from: Party,
    letter: &mut NewLetter,
    pdf: Option<(&str, &[u8])>,
) -> Result<(), Fault> {
    if letter.to_address.is_empty() {
        return Ok(());
    }
    let bytes = mime::build(&Envelope {
        from,
        to: Party::new(&letter.to_name, &letter.to_address),
        cc: Party::from_line(&letter.cc),
        reply_to: Party::from_line(&letter.reply_to),
        subject: &letter.subject,
        text: &letter.text_body,
        html: &letter.html_body,
        pdf,
        message_id: &letter.message_id,
        date: now,
    })?;
    letter.mime_sha256 = book.keep_bytes(&bytes)?;
    letter.mime_size = bytes.len();
    Ok(())
}
