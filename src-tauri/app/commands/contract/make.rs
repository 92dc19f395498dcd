//! How contracts come to be, and what is made of them: from an accepted version, as a supplement; an order.

use chengdan_domain::contract::form::{ClauseForm, ContractForm};
use chengdan_domain::contract::law::{self, SALES};
use chengdan_domain::contract::{ContractAct, ContractKind, ContractState};
use chengdan_domain::money::{Money, Quantity};
use chengdan_domain::order::form::OrderForm;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::clean_line;
use rusqlite::Connection;

use super::gather::{Seen, lost_deal};
use super::show;
use crate::App;
use crate::clocks;
use crate::commands::check::Check;
use crate::commands::order::draft::date;
use crate::commands::order::show as order_show;
use crate::commands::person::require;
use crate::fault::Fault;
use crate::store::contract::{self, ContractRecord, ground};
use crate::store::history::{self, Payload};
use crate::store::{Act, clause, customer, opportunity, order as orders, setting};
use crate::views::ByVersion;
use crate::views::book::Language;
use crate::views::contract::*;
use crate::views::order::OrderView;

/// Writes a new draft, and moves the deal it belongs to.
///
/// # Errors
/// `DealIsLost`, `AmountTooLarge`.
pub fn begin(act: &Act, form: &ContractForm, name: &str, note: &str) -> Result<i64, Fault> {
    if let Some(deal) = form.opportunity_id {
        let reasons = law::opening(lost_deal(act.tx, deal)?.as_deref());
        if !reasons.is_empty() {
            return Err(Fault::Refused { reasons });
        }
    }
    let id = contract::save_form(act, None, form)?;
    if let Some(deal) = form.opportunity_id {
        opportunity::restage(act, deal)?;
    }
    let note = if note.is_empty() { form.sale.customer_name.as_str() } else { note };
    history::record(act, name, "contract", id, &Payload::note(note))?;
    Ok(id)
}

/// The standard clauses of the library in the book's language; a customer's purchase order has its own.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn standard_clauses(connection: &Connection, kind: ContractKind) -> Result<Vec<ClauseForm>, Fault> {
    if kind == ContractKind::PurchaseOrder {
        return Ok(Vec::new());
    }
    let english = setting::language(connection)? == Language::En;
    let known = clause::latest(connection)?.into_iter().filter(|one| one.standard && one.active);
    let taken = known.map(|one| {
        let translated = english && !one.text_en.is_empty();
        let (title, body) = if translated { (one.title_en, one.text_en) } else { (one.title, one.text_zh) };
        ClauseForm { clause_id: Some(one.id), title, body }
    });
    Ok(taken.collect())
}

/// A contract of the version that the customer accepted; nothing is typed again.
///
/// # Errors
/// `QuotationNotAccepted`, `QuotationHasContract`, `DealIsLost`, `RoleMissing`, `RowNotFound`.
pub fn from_quotation(app: &App, request: ContractFrom) -> Result<ContractView, Fault> {
    let me = require(app, &SALES)?;
    let id = app.book()?.act(app.now(), Some(me), |act| {
        let version = ground::current_version(act.tx, request.quotation_id)?;
        if version.state != "Accepted" {
            return Err(Refusal::QuotationNotAccepted { number: version.name() }.into());
        }
        if let Some(number) = ground::made_from(act.tx, version.id)? {
            return Err(Refusal::QuotationHasContract { number }.into());
        }
        let name = version.name();
        let mut form = ContractForm { kind: request.kind, ..version.form };
        if form.kind == ContractKind::Framework {
            form.limit = Some(form.priced()?.amount);
        }
        let sale = &mut form.sale;
        if let Some(id) = sale.customer_id {
            sale.delivery_address = customer::get(act.tx, id)?.address;
        }
        sale.owner_id = sale.owner_id.or(Some(me));
        form.clauses = standard_clauses(act.tx, form.kind)?;
        begin(act, &form, "contract_create", &name)
    })?;
    app.changed();
    show::view(app, id)
}

/// A supplement to a signed contract: its parties and terms, and nothing sold yet.
///
/// # Errors
/// `WrongState`, `RoleMissing`, `Stale`.
pub fn supplement(app: &App, request: ByVersion) -> Result<ContractView, Fault> {
    let me = app.person_id()?;
    let id = app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(app, act, request.id, request.version)?;
        seen.step(ContractAct::Supplement)?;
        let first = seen.record.doc.form.clone();
        let form = ContractForm {
            quotation_version_id: None,
            supplement_of: Some(request.id),
            difference_reason: String::new(),
            clauses: Vec::new(),
            sale: OrderForm { lines: Vec::new(), waiver: Money(0), promised_on: None, ..first.sale },
            ..first
        };
        let number = seen.record.doc.number.clone().unwrap_or_default();
        let id = begin(act, &form, "contract_create", &number)?;
        history::record(act, "contract_supplement", "contract", request.id, &Payload::default())?;
        Ok(id)
    })?;
    app.changed();
    show::view(app, id)
}

/// A draft order of a signed contract, with everything taken over (O1). Of a framework it is a call-off: its lines come
/// without quantities, and the clock runs from the customer's purchase order.
///
/// # Errors
/// `ContractNotSigned`, `ContractOrdered`, `FrameworkOver`, `FrameworkUsedUp`, `FieldMissing` for a call-off without date,
/// `RoleMissing`, `RowNotFound`.
pub fn order(app: &App, request: OrderFrom) -> Result<OrderView, Fault> {
    let me = require(app, &SALES)?;
    let number = clean_line(&request.customer_order_number);
    Check::default().line("customer_order_number", &number, false, 60).done()?;
    let ordered_on = date(request.customer_order_on.as_deref())?;
    let id = app.book()?.act(app.now(), Some(me), |act| {
        let record = contract::load(act.tx, request.contract_id)?;
        let seen = Seen::at(app, act, record.id, record.version)?;
        if record.doc.state != ContractState::Signed {
            let number = record.doc.number.unwrap_or_default();
            return Err(Refusal::ContractNotSigned { number }.into());
        }
        seen.step(ContractAct::Order)?;
        let frame = record.doc.form.kind == ContractKind::Framework;
        if frame && ordered_on.is_none() {
            return Err(Refusal::FieldMissing { field: "customer_order_on".into() }.into());
        }
        let mut form = taken_over(act, &record, me)?;
        if !number.is_empty() {
            form.customer_order_number.clone_from(&number);
        }
        form.customer_order_on = ordered_on;
        let id = orders::save_form(act, None, &form)?;
        if frame {
            clocks::contract(act, id, ordered_on, form.owner_id)?;
        }
        let from = record.doc.number.clone().unwrap_or_default();
        history::record(act, "order_from_contract", "order", id, &Payload::note(&from))?;
        history::record(act, "contract_order", "contract", record.id, &Payload::note(&number))?;
        Ok(id)
    })?;
    app.changed();
    order_show::view(app, id)
}

/// The order that a contract says, complete as far as the book knows: receiver and invoice title are the customer's.
fn taken_over(act: &Act, record: &ContractRecord, me: i64) -> Result<OrderForm, Fault> {
    let (doc, frame) = (&record.doc, record.doc.form.kind == ContractKind::Framework);
    let mut form = doc.form.sale.clone();
    form.contract_id = Some(record.id);
    form.contract_number = doc.number.clone().unwrap_or_default();
    form.contract_signed_on = date(record.signed_on.as_deref())?;
    form.contract_amount = (!frame).then(|| doc.amount());
    form.owner_id = form.owner_id.or(Some(me));
    form.note = String::new();
    if frame {
        form.promised_on = None;
        form.waiver = Money(0);
        for line in &mut form.lines {
            line.quantity = None::<Quantity>;
        }
    }
    for line in &mut form.lines {
        // What is past stays: it was agreed, the form says so, and another day is a difference with a reason.
        line.promised_on = line.promised_on.filter(|_| !frame);
    }
    if let Some(id) = form.customer_id {
        let card = customer::get(act.tx, id)?;
        form.invoice_title = if card.invoice_title.is_empty() { card.name } else { card.invoice_title };
        if form.delivery_address.is_empty() {
            form.delivery_address = card.address;
        }
        let chosen = card.contacts.iter().find(|contact| contact.id == form.contact_id);
        // Where the contract names nobody, its paper went to the main contact.
        if let Some(contact) = chosen.or(card.contacts.first()) {
            form.contact_id = contact.id;
            form.receiver.clone_from(&contact.name);
            form.receiver_phone.clone_from(&contact.phone);
        }
    }
    Ok(form)
}
