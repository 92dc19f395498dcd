//! The postman: outbox → SMTP, or the 演示收件箱 of the sample company. The law of a letter is `domain::letter`;
//! README.md beside this file draws it.

pub mod account;
pub mod doctor;
pub mod explain;
pub mod inbox;
pub mod mime;
mod postman;
mod providers;
pub mod quotation;
mod seam;
pub mod smtp;
mod wire;
pub mod words;

use chengdan_domain::refusal::Refusal;
use chrono::{DateTime, Utc};

pub use postman::run;
pub use providers::providers;

use crate::fault::Fault;
use crate::store::outbox::{About, NewLetter};
use crate::store::{Book, outbox, outbox_list, setting};
use mime::{Envelope, Party};
use words::Words;

/// A letter that is about to be queued. Without `to.address` it waits as 缺少邮箱.
pub struct Draft<'a> {
    /// `order_confirmation`, `requirement`, `quotation`
    pub kind: &'a str,
    pub about: About,
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
        about: draft.about,
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

/// Gives a waiting letter the address that is known now: the MIME is made, and it is queued.
///
/// # Errors
/// `AddressMissing`, `FieldNotEmail`, `MailNotSet`, `LetterNotMailable`, `Stale`.
pub fn give_address(
    book: &Book,
    now: DateTime<Utc>,
    actor: Option<i64>,
    id: i64,
    version: i64,
    address: &str,
) -> Result<(), Fault> {
    let address = address.trim();
    if address.is_empty() {
        return Err(Refusal::AddressMissing.into());
    }
    let (mut letter, paper, from) = remake(book, id)?;
    letter.to_address = address.into();
    letter.message_id = mime::new_message_id(&from.address);
    freeze_again(book, now, from, &mut letter, paper)?;
    book.act(now, actor, |act| outbox::give_address(act, id, version, &letter))
}

/// 「再次发送」: another letter with another Message-ID and a note on top; both stay. Answers the new letter's id.
///
/// # Errors
/// `LetterInFlight`, `LetterNotMailable`, `FieldNotEmail`, `MailNotSet`, `Stale`.
pub fn repeat(
    book: &Book,
    now: DateTime<Utc>,
    actor: Option<i64>,
    id: i64,
    version: i64,
    to: Option<&str>,
) -> Result<i64, Fault> {
    let (mut letter, paper, from) = remake(book, id)?;
    if let Some(to) = to.map(str::trim).filter(|to| !to.is_empty()) {
        letter.to_address = to.into();
    }
    if letter.to_address.is_empty() {
        let present =
            book.read(|connection| outbox_list::contact_address(connection, letter.about, letter.revision))?;
        letter.to_address = present;
    }
    if letter.to_address.is_empty() {
        return Err(Refusal::AddressMissing.into());
    }
    let noted = words::noted_as_repeat(&Words {
        subject: letter.subject.clone(),
        text: letter.text_body.clone(),
        html: letter.html_body.clone(),
    });
    (letter.text_body, letter.html_body) = (noted.text, noted.html);
    letter.message_id = mime::new_message_id(&from.address);
    letter.resend_of = Some(id);
    freeze_again(book, now, from, &mut letter, paper)?;
    book.act(now, actor, |act| outbox::repeat(act, id, version, &letter))
}

type Paper = Option<(String, String)>;

fn remake(book: &Book, id: i64) -> Result<(NewLetter, Paper, Party), Fault> {
    book.read(|connection| {
        let (letter, paper) = outbox_list::again(connection, id)?;
        Ok((letter, paper, setting::sender(connection)?))
    })
}

fn freeze_again(
    book: &Book,
    now: DateTime<Utc>,
    from: Party,
    letter: &mut NewLetter,
    paper: Paper,
) -> Result<(), Fault> {
    let bytes = paper.as_ref().map(|(_, sha256)| book.file_bytes(sha256)).transpose()?;
    let pdf = paper.as_ref().zip(bytes.as_ref()).map(|((name, _), bytes)| (name.as_str(), bytes.as_slice()));
    freeze(book, now, from, letter, pdf)
}
