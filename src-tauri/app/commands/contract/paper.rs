//! The 销售合同 as it is looked at; before legal passed it, with a watermark.

use chengdan_domain::contract::ContractState;
use chengdan_domain::contract::law::{ContractDoc, Signing};
use chengdan_domain::order::content::short_code;
use chrono::NaiveDate;
use rusqlite::Connection;

use crate::App;
use crate::commands::file::shown;
use crate::commands::order::letter::{addressee, line_facts, manager, seller};
use crate::commands::paper::held;
use crate::fault::Fault;
use crate::paper::contract::ContractFacts;
use crate::paper::letter::CustomerFacts;
use crate::paper::wording::{printed, said};
use crate::store::contract::{self, ground};
use crate::store::wording::Keeper;
use crate::store::{Act, calendar, customer, setting, wording};
use crate::views::book::Language;
use crate::views::wording::{Kept, Paper, Sentences};
use crate::views::{ById, FileView};

const PDF: &str = "application/pdf";

/// The contract as PDF: as it was when it was signed, before that as it stands.
///
/// # Errors
/// `GlyphMissing`, `RowNotFound`.
pub fn paper(app: &App, request: ById) -> Result<FileView, Fault> {
    let book = app.book()?;
    if let Some((sha256, name)) = book.read(|connection| ground::signed_paper(connection, request.id))? {
        let bytes = book.file_bytes(&sha256)?;
        return Ok(shown(name, PDF.into(), &bytes, sha256));
    }
    let facts = book.read(|connection| whole(connection, request.id, app.today()))?;
    let bytes = app.press()?.contract_pdf(&facts)?;
    Ok(held(app, facts.file_name(), bytes))
}

/// The paper of a contract that is being signed: its bytes are kept, its row is written by the act.
pub struct Frozen {
    pub sha256: String,
    pub name: String,
    pub size: usize,
}

/// Sets the paper with both signatories and keeps its bytes, before the act that signs; none while something is missing,
/// which that act refuses.
///
/// # Errors
/// `GlyphMissing`, `RowNotFound`, `DiskFull`.
pub fn freeze(app: &App, id: i64, signing: &Signing) -> Result<Option<Frozen>, Fault> {
    let Some(day) = signing.signed_on else { return Ok(None) };
    let book = app.book()?;
    let facts = book.read(|connection| whole(connection, id, day))?;
    if facts.state != ContractState::Reviewed {
        return Ok(None);
    }
    let facts = ContractFacts {
        signed_on: Some(day),
        our_signatory: signing.our_signatory.clone(),
        their_signatory: signing.their_signatory.clone(),
        ..facts
    };
    let pdf = app.press()?.contract_pdf(&facts)?;
    Ok(Some(Frozen { sha256: book.keep_bytes(&pdf)?, name: facts.file_name(), size: pdf.len() }))
}

/// Everything that stands in a contract, as it says it.
fn whole(connection: &Connection, id: i64, dated_on: NaiveDate) -> Result<ContractFacts, Fault> {
    let doc = contract::load(connection, id)?.doc;
    facts_in(connection, &doc, dated_on, saying(connection, id, doc.state)?)
}

/// What a contract says: what legal reads is what was handed in, in the language of that day; while it may be edited, it
/// follows the wording.
fn saying(connection: &Connection, id: i64, state: ContractState) -> Result<(Language, Sentences), Fault> {
    let wording = wording::get(connection)?;
    if matches!(state, ContractState::Draft | ContractState::Returned) {
        let language = setting::language(connection)?;
        return Ok((language, wording.own(language).clone()));
    }
    Ok(match wording::kept(connection, Keeper::Contract(id))? {
        Some(kept) => (kept.language, said(&wording, kept)),
        None => (setting::language(connection)?, Sentences::new()),
    })
}

/// Keeps what the contract says, in the act that hands it in.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn keep_wording(act: &Act, id: i64) -> Result<(), Fault> {
    let (language, wording) = (setting::language(act.tx)?, wording::get(act.tx)?);
    let sentences = printed(language, wording.own(language), Paper::Contract);
    wording::keep(act, Keeper::Contract(id), &Kept { language, sentences })
}

/// Everything that stands in it in the wording in force, but how it was signed.
///
/// # Errors
/// `RowNotFound`; broken when the book cannot be read.
pub fn facts(
    connection: &Connection,
    doc: &ContractDoc,
    dated_on: NaiveDate,
) -> Result<ContractFacts, Fault> {
    let (language, wording) = (setting::language(connection)?, wording::get(connection)?);
    facts_in(connection, doc, dated_on, (language, wording.own(language).clone()))
}

/// Everything that stands in it in some wording and language, but how it was signed.
fn facts_in(
    connection: &Connection,
    doc: &ContractDoc,
    dated_on: NaiveDate,
    (language, own): (Language, Sentences),
) -> Result<ContractFacts, Fault> {
    let (form, sale) = (&doc.form, &doc.form.sale);
    let (mut customer, mut address, mut bank) = (CustomerFacts::default(), String::new(), Default::default());
    if let Some(id) = sale.customer_id {
        customer = addressee(connection, id, &sale.customer_name, sale.contact_id)?;
        let card = customer::get(connection, id)?;
        (address, bank) = (card.address, [card.bank_name, card.bank_account]);
    }
    let first = form.supplement_of.map(|id| ground::standing(connection, id)).transpose()?;
    let clauses = form.clauses.iter().map(|clause| (clause.title.clone(), clause.body.clone()));
    Ok(ContractFacts {
        language,
        state: doc.state,
        kind: form.kind,
        number: doc.number.clone().unwrap_or_default(),
        supplement_of: first.map(|(number, _)| number).unwrap_or_default(),
        dated_on,
        content_code: short_code(&doc.present_hash()),
        seller: seller(connection)?,
        customer,
        customer_address: address,
        customer_bank: bank,
        customer_order_number: sale.customer_order_number.clone(),
        manager: manager(connection, sale.owner_id)?,
        lines: line_facts(sale, &doc.priced),
        waiver: sale.waiver,
        terms: sale.terms.clone(),
        calendar: calendar::current(connection)?.into_owned(),
        limit: doc.amount(),
        valid_until: form.valid_until,
        delivery_period: form.delivery_period.clone(),
        delivery_address: sale.delivery_address.clone(),
        promised_on: sale.promised_on,
        clauses: clauses.collect(),
        signed_on: None,
        our_signatory: String::new(),
        their_signatory: String::new(),
        own,
        specimen: false,
    })
}
