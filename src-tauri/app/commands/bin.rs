//! The recycle bin: what has no number can be removed and restored. Numbered documents never enter it (O2).

use chengdan_domain::refusal::Refusal;
use chrono::TimeDelta;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::book::admin;
use super::order::{draft, runs_from};
use crate::App;
use crate::clock::instant_text;
use crate::clocks;
use crate::fault::Fault;
use crate::store::bin::{self, Gone, Kept};
use crate::store::order::OrderRecord;
use crate::store::{Act, attachment, customer, history, order, product};
use crate::views::DocumentKind;
use crate::views::bin::*;
use crate::views::customer::{Contact, CustomerCard};
use crate::views::order::OrderDraft;
use crate::views::product::ProductCard;
use crate::views::{ById, ByVersion, Nothing};

/// A draft in the bin, with the name by which its customer is found again.
#[derive(Serialize, Deserialize)]
struct GoneDraft {
    draft: OrderDraft,
    customer_name: String,
}

/// Everything in the bin, the newest first.
pub fn list(app: &App, _request: Nothing) -> Result<Vec<BinRow>, Fault> {
    app.book()?.read(bin::list)
}

/// Removes a customer that no order names.
///
/// # Errors
/// `InUse`, `Stale`, `RowNotFound`.
pub fn remove_customer(app: &App, request: ByVersion) -> Result<Removed, Fault> {
    let me = app.person_id()?;
    let removed = app.book()?.act(app.now(), Some(me), |act| {
        let card = customer::get(act.tx, request.id)?;
        bin::take_customer(act, request.id, request.version, &card.name)?;
        let people =
            card.contacts.iter().map(|contact| contact.name.as_str()).collect::<Vec<_>>().join(" · ");
        let kind = BinKind::Customer;
        let gone = Gone {
            kind,
            former_id: request.id,
            parent_id: None,
            name: &card.name,
            detail: &people,
            content: &card,
        };
        let id = bin::put(act, &gone)?;
        let attached = attachment::into_bin(act, DocumentKind::Customer, request.id, id)?.join(" · ");
        let payload = history::Payload {
            note: card.name.clone(),
            ..customer::changes(&card, &CustomerCard::default())
        };
        history::record(
            act,
            "customer_remove",
            "customer",
            request.id,
            &payload.change("attachment", attached, ""),
        )?;
        Ok(Removed { id, kind, name: card.name })
    })?;
    app.changed();
    Ok(removed)
}

/// Removes a product that no order names.
///
/// # Errors
/// `InUse`, `Stale`, `RowNotFound`.
pub fn remove_product(app: &App, request: ByVersion) -> Result<Removed, Fault> {
    let me = app.person_id()?;
    let removed = app.book()?.act(app.now(), Some(me), |act| {
        let card = product::get(act.tx, request.id)?;
        bin::take_product(act, request.id, request.version, &card.name)?;
        let kind = BinKind::Product;
        let gone = Gone {
            kind,
            former_id: request.id,
            parent_id: None,
            name: &card.name,
            detail: &card.spec,
            content: &card,
        };
        let id = bin::put(act, &gone)?;
        let attached = attachment::into_bin(act, DocumentKind::Product, request.id, id)?.join(" · ");
        let payload =
            history::Payload { note: card.name.clone(), ..product::changes(&card, &ProductCard::default()) };
        history::record(
            act,
            "product_remove",
            "product",
            request.id,
            &payload.change("attachment", attached, ""),
        )?;
        Ok(Removed { id, kind, name: card.name })
    })?;
    app.changed();
    Ok(removed)
}

/// Puts a draft into the bin; its own rows are removed by the act of discarding.
pub(super) fn put_draft(act: &Act, record: &OrderRecord) -> Result<Removed, Fault> {
    let draft = OrderDraft { id: None, version: None, ..draft::draft_of(record) };
    let name = record.form.customer_name.clone();
    let first = record.form.lines.first().map_or("", |line| line.name.as_str()).to_owned();
    let content = GoneDraft { draft, customer_name: name.clone() };
    let kind = BinKind::Order;
    let gone =
        Gone { kind, former_id: record.id, parent_id: None, name: &name, detail: &first, content: &content };
    Ok(Removed { id: bin::put(act, &gone)?, kind, name })
}

/// Puts the contacts that a save leaves out into the bin.
pub(super) fn put_contacts(act: &Act, before: &CustomerCard, after: &CustomerCard) -> Result<(), Fault> {
    let left = |contact: &&Contact| after.contacts.iter().all(|other| other.id != contact.id);
    for contact in before.contacts.iter().filter(left) {
        let (Some(former_id), parent_id) = (contact.id, before.id) else { continue };
        let kind = BinKind::Contact;
        let (name, detail) = (contact.name.as_str(), before.name.as_str());
        bin::put(act, &Gone { kind, former_id, parent_id, name, detail, content: contact })?;
    }
    Ok(())
}

/// Brings something back.
///
/// # Errors
/// `CodeTaken` and `GoneMeanwhile` when its place is no longer free; `RowNotFound` when it is not in the bin.
pub fn restore(app: &App, request: ById) -> Result<Restored, Fault> {
    let me = app.person_id()?;
    let restored = app.book()?.act(app.now(), Some(me), |act| {
        let kept = bin::take(act, request.id)?;
        let id = match kept.kind {
            BinKind::Customer => customer_back(act, &kept)?,
            BinKind::Product => product_back(act, &kept)?,
            BinKind::Contact => contact_back(act, &kept)?,
            BinKind::Order => draft_back(act, &kept)?,
        };
        if let Some(document) = document_of(kept.kind) {
            attachment::out_of_bin(act, request.id, document, id)?;
        }
        Ok(Restored { kind: kept.kind, id, name: kept.name })
    })?;
    app.changed();
    Ok(restored)
}

/// What may have attachments.
fn document_of(kind: BinKind) -> Option<DocumentKind> {
    match kind {
        BinKind::Order => Some(DocumentKind::Order),
        BinKind::Customer => Some(DocumentKind::Customer),
        BinKind::Product => Some(DocumentKind::Product),
        BinKind::Contact => None,
    }
}

fn customer_back(act: &Act, kept: &Kept) -> Result<i64, Fault> {
    let mut card: CustomerCard = kept.content()?;
    (card.id, card.version) = (None, None);
    for contact in &mut card.contacts {
        contact.id = None;
    }
    bin::refuse_taken_code(act.tx, BinKind::Customer, &card.code, 0)?;
    let id = customer::save(act, &card)?;
    history::record(act, "customer_restore", "customer", id, &history::Payload::note(&kept.name))?;
    Ok(id)
}

fn product_back(act: &Act, kept: &Kept) -> Result<i64, Fault> {
    let card = ProductCard { id: None, version: None, ..kept.content()? };
    bin::refuse_taken_code(act.tx, BinKind::Product, &card.code, 0)?;
    let id = product::save(act, &card)?;
    history::record(act, "product_restore", "product", id, &history::Payload::note(&kept.name))?;
    Ok(id)
}

fn contact_back(act: &Act, kept: &Kept) -> Result<i64, Fault> {
    let contact: Contact = kept.content()?;
    let customer_id = kept.parent_id.unwrap_or_default();
    if !bin::contact_waits(act.tx, kept.former_id, customer_id, &contact.name)? {
        return Err(gone(&contact.name));
    }
    let mut card = customer::get(act.tx, customer_id)?;
    let main = card.contacts.is_empty();
    card.contacts.push(Contact { main, ..contact });
    customer::save(act, &card)
}

/// A draft comes back as a new one: its customer and products are found again by name, because ids may have been
/// given to others meanwhile.
fn draft_back(act: &Act, kept: &Kept) -> Result<i64, Fault> {
    let GoneDraft { mut draft, customer_name } = kept.content()?;
    if let Some(former) = draft.customer_id {
        let found = bin::customer_again(act.tx, former, &customer_name)?;
        draft.customer_id = Some(found.ok_or_else(|| gone(&customer_name))?);
        let people = found.map(|id| customer::contacts(act.tx, id)).transpose()?.unwrap_or_default();
        draft.contact_id = draft.contact_id.filter(|id| people.iter().any(|one| one.id == Some(*id)));
    }
    for line in &mut draft.lines {
        line.product_id = line.product_id.filter(|id| is_product(act.tx, *id, &line.name));
    }
    let form = draft::form_of(act.tx, &draft)?;
    let id = order::save_form(act, None, &form)?;
    clocks::contract(act, id, runs_from(act.tx, &form)?, form.owner_id)?;
    history::record(act, "order_restore", "order", id, &history::Payload::note(&kept.name))?;
    Ok(id)
}

fn is_product(connection: &Connection, id: i64, name: &str) -> bool {
    product::get(connection, id).is_ok_and(|found| found.name == name)
}

fn gone(name: &str) -> Fault {
    Refusal::GoneMeanwhile { name: name.into() }.into()
}

/// Deletes for good what has lain in the bin for the days asked. Only an Admin may.
///
/// # Errors
/// `RoleMissing`, `FieldOutOfRange`.
pub fn empty(app: &App, request: BinEmpty) -> Result<Vec<BinRow>, Fault> {
    let me = admin(app)?;
    let most = 3_650;
    if !(0..=most).contains(&request.older_than_days) {
        let field = "older_than_days".into();
        return Err(Refusal::FieldOutOfRange { field, row: None, least: 0, most }.into());
    }
    let until = instant_text(app.now() - TimeDelta::days(request.older_than_days));
    app.book()?.act(app.now(), Some(me), |act| bin::empty(act, &until))?;
    app.changed();
    list(app, Nothing {})
}
