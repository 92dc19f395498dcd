//! Papers of an order as they are looked at: what is shown is byte for byte what is mailed, saved or printed.

use chengdan_domain::order::{OrderAct, OrderState};
use chengdan_domain::refusal::Refusal;
use chrono::NaiveDate;
use rusqlite::Connection;

use super::file::shown;
use super::order::{gather, letter, show};
use crate::App;
use crate::fault::Fault;
use crate::paper::approval::ApprovalFacts;
use crate::paper::delivery_note::NoteFacts;
use crate::store::order::{self, approve};
use crate::store::{delivery_note, setting};
use crate::views::delivery::DeliveryNoteAsk;
use crate::views::*;

const PDF: &str = "application/pdf";

/// The 订单确认函: as it was issued, or before approval a print with the watermark 「未审批」.
///
/// # Errors
/// `GlyphMissing`, `RowNotFound`.
pub fn letter(app: &App, request: ById) -> Result<FileView, Fault> {
    let book = app.book()?;
    if let Some((sha256, name)) = book.read(|connection| approve::issued_letter(connection, request.id))? {
        let bytes = book.file_bytes(&sha256)?;
        return Ok(shown(name, PDF.into(), &bytes, sha256));
    }
    let facts = book.read(|connection| {
        let doc = gather::doc(&order::load(connection, request.id)?);
        letter::facts(connection, &doc, false, app.today())
    })?;
    let bytes = app.press()?.letter_pdf(&facts)?;
    Ok(held(app, facts.file_name(), bytes))
}

/// The internal 审批单: the order as it stands, with every decision about it.
///
/// # Errors
/// `GlyphMissing`, `RowNotFound`.
pub fn approval_sheet(app: &App, request: ById) -> Result<FileView, Fault> {
    let view = show::view(app, request.id)?;
    let (language, company, single_person) = app.book()?.read(|connection| {
        let policy = setting::policy(connection)?;
        Ok((setting::language(connection)?, setting::company(connection)?.name, policy.single_person))
    })?;
    let facts =
        ApprovalFacts { language, company: &company, single_person, printed_at: app.now(), order: &view };
    let bytes = app.press()?.approval_pdf(&facts)?;
    Ok(held(app, facts.file_name(), bytes))
}

/// The 发货单 of a recorded delivery, or of what is still to be sent: before approval with the watermark 「未审批」.
///
/// # Errors
/// `RowNotFound`; `NothingToSend`; `ContentChanged` when the approval is void, which blocks shipping (O4);
/// `WrongState` for an order that is void; `GlyphMissing`.
pub fn delivery_note(app: &App, request: DeliveryNoteAsk) -> Result<FileView, Fault> {
    let (approved, language, letterhead, note) = app.book()?.read(|connection| {
        // What has left is told as it was; only what is to leave asks for an approval that holds.
        let approved = request.serial.is_some() || may_leave(connection, request.order_id)?;
        let note = delivery_note::of(connection, request.order_id, request.serial)?;
        Ok((approved, setting::language(connection)?, letter::seller(connection)?.letterhead(), note))
    })?;
    let dated_on: NaiveDate = note.delivered_on.unwrap_or_else(|| app.today());
    let facts = NoteFacts { language, approved, dated_on, letterhead, note: &note };
    let bytes = app.press()?.delivery_pdf(&facts)?;
    Ok(held(app, facts.file_name(), bytes))
}

/// Whether goods of the order may leave now; false before approval, a refusal where they never may.
fn may_leave(connection: &Connection, id: i64) -> Result<bool, Fault> {
    let doc = gather::doc(&order::load(connection, id)?);
    if doc.state == OrderState::Void {
        let (state, act) = (format!("{:?}", doc.state), format!("{:?}", OrderAct::Deliver));
        return Err(Refusal::WrongState { state, act }.into());
    }
    if doc.approval_is_void() {
        return Err(Refusal::ContentChanged.into());
    }
    Ok(matches!(doc.state, OrderState::Approved | OrderState::Opening))
}

/// A paper for the page; its bytes are held, so that saving and printing take these and set nothing anew.
pub fn held(app: &App, name: String, bytes: Vec<u8>) -> FileView {
    let sha256 = app.desk().hold_paper(&bytes);
    shown(name, PDF.into(), &bytes, sha256)
}
