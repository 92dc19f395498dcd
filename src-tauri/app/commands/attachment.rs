//! Attachments of orders, customers and products. They are no protected content (O4): any state takes them.

use std::io::Read;
use std::path::Path;

use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::clean_line;

use super::check::Check;
use super::file::{decode, file_name, kind_of, refuse_size, shown};
use crate::App;
use crate::fault::Fault;
use crate::store::{attachment, file};
use crate::views::attachment::*;
use crate::views::{ById, DocumentAsk, FileView, Nothing};

/// The attachments of a document, with those that were taken away.
pub fn list(app: &App, request: DocumentAsk) -> Result<Vec<AttachmentRow>, Fault> {
    app.book()?.read(|connection| attachment::of(connection, request.document, request.id))
}

/// Whether a file of this size may be attached; the page asks before it reads the file.
///
/// # Errors
/// `NotSignedIn`, `RowNotFound`, `FileTooLarge` above 20 MB, `FileEmpty`.
pub fn check(app: &App, request: AttachmentCheck) -> Result<Nothing, Fault> {
    app.person_id()?;
    app.book()?
        .read(|connection| attachment::insist_on_document(connection, request.document, request.id))?;
    refuse_size(&file_name(&request.name), request.size)?;
    Ok(Nothing {})
}

/// Attaches a file: dropped or pasted on the page, or chosen in a dialog. Its name is cleaned, its kind told by its
/// bytes.
///
/// # Errors
/// `FileTooLarge` above 20 MB, `FileEmpty`, `FileAttached`, `FileUnreadable`, `TokenUnknown`, `RowNotFound`.
pub fn add(app: &App, request: AttachmentAdd) -> Result<Vec<AttachmentRow>, Fault> {
    let me = app.person_id()?;
    let note = clean_line(&request.note);
    Check::default().line("attachment_note", &note, false, 200).done()?;
    let book = app.book()?;
    book.read(|connection| attachment::insist_on_document(connection, request.document, request.id))?;
    let (name, bytes) = match request.source {
        AttachmentSource::Page { name, base64 } => {
            let name = file_name(&name);
            let bytes = decode(&name, &base64)?;
            (name, bytes)
        }
        AttachmentSource::Dialog { token } => {
            let path = app.desk().path(&token).ok_or(Refusal::TokenUnknown)?;
            chosen(&path)?
        }
    };
    let sha256 = book.keep_bytes(&bytes)?;
    book.act(app.now(), Some(me), |act| {
        // Asked again inside: the draft may have been thrown away while the bytes were written.
        attachment::insist_on_document(act.tx, request.document, request.id)?;
        file::register(act, &sha256, &name, kind_of(&bytes), bytes.len())?;
        attachment::add(act, (request.document, request.id), &sha256, &name, &note)
    })?;
    app.changed();
    list(app, DocumentAsk { document: request.document, id: request.id })
}

/// A chosen file: measured before it is read, and measured again while it is, for it may be growing.
fn chosen(path: &Path) -> Result<(String, Vec<u8>), Fault> {
    let name = file_name(&path.file_name().unwrap_or_default().to_string_lossy());
    let unreadable = |_| Refusal::FileUnreadable { name: name.clone() };
    let meta = std::fs::metadata(path).map_err(unreadable)?;
    if !meta.is_file() {
        return Err(Refusal::FileUnreadable { name }.into());
    }
    let size = i64::try_from(meta.len()).unwrap_or(i64::MAX);
    refuse_size(&name, size)?;
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(path).map_err(unreadable)?;
    opened.take(meta.len() + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    refuse_size(&name, i64::try_from(bytes.len()).unwrap_or(i64::MAX))?;
    Ok((name, bytes))
}

/// Takes an attachment away; it can be put back.
///
/// # Errors
/// `AttachmentIsEvidence`, `RowNotFound`.
pub fn remove(app: &App, request: ById) -> Result<Vec<AttachmentRow>, Fault> {
    change(app, request.id, |act| attachment::remove(act, request.id))
}

/// Puts an attachment back.
///
/// # Errors
/// `FileAttached`, `RowNotFound`.
pub fn restore(app: &App, request: ById) -> Result<Vec<AttachmentRow>, Fault> {
    change(app, request.id, |act| attachment::restore(act, request.id))
}

/// Says what an attachment is.
///
/// # Errors
/// `FieldTooLong`, `RowNotFound`.
pub fn note(app: &App, request: AttachmentNote) -> Result<Vec<AttachmentRow>, Fault> {
    let note = clean_line(&request.note);
    Check::default().line("attachment_note", &note, false, 200).done()?;
    change(app, request.id, |act| attachment::set_note(act, request.id, &note))
}

fn change(
    app: &App,
    id: i64,
    act: impl FnOnce(&crate::store::Act) -> Result<(), Fault>,
) -> Result<Vec<AttachmentRow>, Fault> {
    let me = app.person_id()?;
    let book = app.book()?;
    book.act(app.now(), Some(me), act)?;
    app.changed();
    let (document, document_id, _) = book.read(|connection| attachment::get(connection, id))?;
    list(app, DocumentAsk { document, id: document_id })
}

/// The bytes of an attachment, checked against their hash.
///
/// # Errors
/// `RowNotFound`; broken when the file was changed on disk.
pub fn view(app: &App, request: ById) -> Result<FileView, Fault> {
    let book = app.book()?;
    let (_, _, row) = book.read(|connection| attachment::get(connection, request.id))?;
    let bytes = book.file_bytes(&row.sha256)?;
    Ok(shown(row.name, kind_of(&bytes).into(), &bytes, row.sha256))
}
