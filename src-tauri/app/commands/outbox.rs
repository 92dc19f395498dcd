//! The outbox, the mail doctor and the 演示收件箱.

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chengdan_domain::letter::{LetterState, offers};
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text;
use chrono::NaiveDate;

use crate::App;
use crate::fault::Fault;
use crate::post::{self, doctor, inbox as sample_inbox};
use crate::store::order::approve::insist_on_approval;
use crate::store::{outbox, outbox_list, outbox_page, person};
use crate::views::outbox::*;
use crate::views::setting::*;
use crate::views::*;

/// How a letter may reach a customer without the post.
const WAYS: [&str; 4] = ["wechat", "in_person", "phone_confirmed", "post"];

/// Walks the way to the mail server with a test letter to oneself.
///
/// # Errors
/// `NotSignedIn`, `FieldNotEmail`, `MailNotSet`, `PasswordMissing`; trouble with the server is an answer.
pub fn mail_test(app: &App, request: MailTest) -> Result<MailTested, Fault> {
    app.person_id()?;
    let tested = doctor::examine(app, request.to.trim())?;
    app.changed();
    Ok(tested)
}

/// A page of letters.
///
/// # Errors
/// `NoBook`.
pub fn list(app: &App, request: OutboxAsk) -> Result<OutboxPage, Fault> {
    app.book()?.read(|connection| outbox_page::page(connection, &request))
}

/// How many letters each view holds.
///
/// # Errors
/// `NoBook`.
pub fn totals(app: &App, request: OutboxFilter) -> Result<OutboxTotals, Fault> {
    app.book()?.read(|connection| outbox_page::totals(connection, &request))
}

/// A letter, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn view(app: &App, request: ById) -> Result<OutboxView, Fault> {
    app.book()?.read(|connection| outbox_list::view(connection, request.id))
}

/// The letter's PDF, the very bytes that are sent.
///
/// # Errors
/// `RowNotFound` when it has none.
pub fn pdf(app: &App, request: ById) -> Result<FileView, Fault> {
    let letter = view(app, request)?;
    let bytes = app.book()?.file_bytes(&letter.pdf_sha256)?;
    Ok(FileView {
        name: letter.pdf_name,
        mime: "application/pdf".into(),
        base64: BASE64.encode(bytes),
        sha256: letter.pdf_sha256,
    })
}

/// 「再次发送」; a letter that waited for its address is sent for the first time instead.
///
/// # Errors
/// `ContentChanged` when the approval is void, `NotSignedIn`, `AddressMissing`, `FieldNotEmail`, `MailNotSet`, `LetterInFlight`, `LetterNotMailable`, `Stale`.
pub fn resend(app: &App, request: OutboxResend) -> Result<OutboxView, Fault> {
    let me = app.person_id()?;
    let book = app.book()?;
    let (state, _) = book.read(|connection| {
        let order_id = outbox_list::view(connection, request.id)?.row.order_id;
        insist_on_approval(connection, order_id)?;
        outbox_list::standing(connection, request.id)
    })?;
    let id = if state == LetterState::MissingAddress {
        let address = match request.to {
            Some(to) => to,
            None => book.read(|connection| {
                let (letter, _) = outbox_list::again(connection, request.id)?;
                outbox_list::contact_address(connection, letter.about, letter.revision)
            })?,
        };
        post::give_address(&book, app.now(), Some(me), request.id, request.version, &address)?;
        request.id
    } else {
        let to = request.to.as_deref();
        post::repeat(&book, app.now(), Some(me), request.id, request.version, to)?
    };
    app.changed();
    view(app, ById { id })
}

/// Tries at once a letter that the server refused or put off: the same letter with the same Message-ID.
///
/// # Errors
/// `NotSignedIn`, `LetterInFlight`, `LetterNotMailable`, `Stale`.
pub fn retry(app: &App, request: ByVersion) -> Result<OutboxView, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        outbox::insist_on_version(act, request.id, request.version)?;
        insist_on_approval(act.tx, outbox_list::view(act.tx, request.id)?.row.order_id)?;
        let (state, _) = outbox_list::standing(act.tx, request.id)?;
        let repeated = outbox_list::is_repeated(act.tx, request.id)?;
        refuse_unless(offers(state, repeated).retry, state)?;
        crate::store::post::try_again(act, request.id)
    })?;
    app.changed();
    view(app, ById { id: request.id })
}

/// 「已另行送达」
///
/// # Errors
/// `NotSignedIn`, `FieldMissing`, `DeliveryInFuture`, `LetterInFlight`, `LetterNotMailable`, `Stale`.
pub fn delivered(app: &App, request: OutboxDelivered) -> Result<OutboxView, Fault> {
    let me = app.person_id()?;
    if !WAYS.contains(&request.how.as_str()) {
        return Err(Fault::Malformed { detail: format!("no way named {}", request.how) });
    }
    let on: NaiveDate = request.on.parse().map_err(|_| Refusal::FieldMissing { field: "on".into() })?;
    if on > app.today() {
        return Err(Refusal::DeliveryInFuture { date: on }.into());
    }
    let by = text::clean_line(&request.by);
    if by.chars().count() > 100 {
        let found = i64::try_from(by.chars().count()).unwrap_or(i64::MAX);
        return Err(Refusal::FieldTooLong { field: "by".into(), most: 100, found }.into());
    }
    app.book()?.act(app.now(), Some(me), |act| {
        outbox::insist_on_version(act, request.id, request.version)?;
        let (state, _) = outbox_list::standing(act.tx, request.id)?;
        let repeated = outbox_list::is_repeated(act.tx, request.id)?;
        refuse_unless(offers(state, repeated).mark_delivered, state)?;
        let by = if by.is_empty() { person::get(act.tx, me)?.name } else { by };
        outbox::mark_delivered(act, request.id, request.version, &request.how, &by, &on.to_string())
    })?;
    app.changed();
    view(app, ById { id: request.id })
}

fn refuse_unless(offered: bool, state: LetterState) -> Result<(), Fault> {
    if offered {
        return Ok(());
    }
    let name = format!("{state:?}");
    Err(match state {
        LetterState::Claimed | LetterState::Handed => Refusal::LetterInFlight { state: name },
        _ => Refusal::LetterNotMailable { state: name },
    }
    .into())
}

/// The 演示收件箱.
///
/// # Errors
/// `NoBook`.
pub fn inbox(app: &App, _request: Nothing) -> Result<InboxView, Fault> {
    sample_inbox::view(&*app.book()?)
}
