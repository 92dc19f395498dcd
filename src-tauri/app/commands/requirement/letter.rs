//! The 客户需求清单 on paper and by mail: its facts, its PDF, and the mail around it, all made before the act that queues it.

use chengdan_domain::refusal::Refusal;
use chengdan_domain::requirement::{RequirementAct, RequirementState};
use chengdan_domain::text::is_email;
use chrono::NaiveDate;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::{Seen, whole};
use crate::App;
use crate::commands::order::gather::lacking;
use crate::commands::order::letter::{addressee, manager, seller};
use crate::commands::paper::held;
use crate::fault::Fault;
use crate::paper::requirement::{NeedFacts, NeedsFacts};
use crate::paper::wording::{printed, said};
use crate::post::mime::Party;
use crate::post::words::needs::needs;
use crate::post::{Draft, prepare};
use crate::store::history::hex;
use crate::store::opportunity::{self, OpportunityRecord};
use crate::store::outbox::{self, Issue, NewLetter};
use crate::store::requirement::{self, RequirementRecord};
use crate::store::wording::Keeper;
use crate::store::{Act, setting, wording};
use crate::views::book::Language;
use crate::views::opportunity::OpportunityView;
use crate::views::wording::{Kept, Paper, Sentences};
use crate::views::{ById, ByVersion, DocumentKind, FileView};

/// The name of this kind of letter in the outbox.
const KIND: &str = "requirement";

/// What a letterhead of a paper without amounts cannot do without.
const NEEDED: [&str; 3] = ["name", "address", "phone"];

/// Everything that stands on the list; a draft is dated today, a list that was confirmed the day of its confirmation.
fn facts(
    connection: &Connection,
    deal: &OpportunityRecord,
    record: &RequirementRecord,
    today: NaiveDate,
) -> Result<NeedsFacts, Fault> {
    let saying = saying(connection, record)?;
    facts_in(connection, deal, record, today, saying)
}

/// What the list says: as it was confirmed, in the language of that day; a draft follows the wording.
fn saying(connection: &Connection, record: &RequirementRecord) -> Result<(Language, Sentences), Fault> {
    let wording = wording::get(connection)?;
    if record.doc.state == RequirementState::Draft {
        let language = setting::language(connection)?;
        return Ok((language, wording.own(language).clone()));
    }
    Ok(match wording::kept(connection, Keeper::Needs(record.id))? {
        Some(kept) => (kept.language, said(&wording, kept)),
        None => (setting::language(connection)?, Sentences::new()),
    })
}

/// Keeps what the list says, in the act that confirms it.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn keep_wording(act: &Act, id: i64) -> Result<(), Fault> {
    let (language, wording) = (setting::language(act.tx)?, wording::get(act.tx)?);
    let sentences = printed(language, wording.own(language), Paper::Needs);
    wording::keep(act, Keeper::Needs(id), &Kept { language, sentences })
}

/// What stands on a list, to show a wording with.
///
/// # Errors
/// `CustomerMissing`, `RowNotFound`.
pub fn example(
    connection: &Connection,
    id: i64,
    today: NaiveDate,
    saying: (Language, Sentences),
) -> Result<NeedsFacts, Fault> {
    let record = requirement::load(connection, id)?;
    let deal = opportunity::load(connection, record.opportunity_id)?;
    facts_in(connection, &deal, &record, today, saying)
}

/// Everything that stands on the list, in some wording and language.
fn facts_in(
    connection: &Connection,
    deal: &OpportunityRecord,
    record: &RequirementRecord,
    today: NaiveDate,
    (language, own): (Language, Sentences),
) -> Result<NeedsFacts, Fault> {
    let form = &record.doc.form;
    let word = &record.confirmation;
    let customer_id = deal.doc.form.customer_id.ok_or(Refusal::CustomerMissing)?;
    let confirmed = word.on.filter(|_| record.doc.state != RequirementState::Draft);
    let line = |line: &chengdan_domain::requirement::NeedLine| NeedFacts {
        name: line.name.clone(),
        specification: line.spec.clone(),
        unit: line.unit.clone(),
        quantity: line.quantity,
        wanted_on: line.wanted_on,
        customised: line.customised,
        customisation: line.customisation.clone(),
        standard: line.standard.clone(),
    };
    Ok(NeedsFacts {
        language,
        number: record.number.clone(),
        revision: record.doc.revision,
        superseded: record.doc.state == RequirementState::Superseded,
        dated_on: confirmed.unwrap_or(today),
        seller: seller(connection)?,
        customer: addressee(connection, customer_id, &deal.customer, form.contact_id)?,
        manager: manager(connection, deal.doc.owner_id)?,
        project: deal.doc.form.name.clone(),
        delivery_address: form.delivery_address.clone(),
        note: form.note.clone(),
        lines: form.lines.iter().filter(|line| !line.is_empty()).map(line).collect(),
        confirmed: confirmed.map(|on| (word.by.clone(), on, word.how)),
        own,
        specimen: false,
    })
}

/// What keeps the list from leaving by mail: the letterhead, a character without a shape, an address that is none, a
/// mailbox that is not set. Without an address it waits in the outbox.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn objections(
    app: &App,
    connection: &Connection,
    deal: &OpportunityRecord,
    record: &RequirementRecord,
) -> Result<Vec<Refusal>, Fault> {
    let facts = facts(connection, deal, record, app.today())?;
    let missing = lacking(&setting::company(connection)?).into_iter();
    let mut found: Vec<Refusal> = missing
        .filter(|field| NEEDED.contains(&field.as_str()))
        .map(|field| Refusal::CompanyIncomplete { field })
        .collect();
    found.extend(app.press()?.missing_glyphs(&facts.texts()));
    let address = facts.customer.email.trim();
    if !address.is_empty() && !is_email(address) {
        found.push(Refusal::FieldNotEmail { field: "email".into(), found: address.into() });
    }
    if !address.is_empty() && !setting::sender(connection).is_ok_and(|from| is_email(&from.address)) {
        found.push(Refusal::MailNotSet);
    }
    Ok(found)
}

/// The 客户需求清单 as it stands.
///
/// # Errors
/// `GlyphMissing`, `RowNotFound`.
pub fn paper(app: &App, request: ById) -> Result<FileView, Fault> {
    let facts = app.book()?.read(|connection| {
        let record = requirement::load(connection, request.id)?;
        let deal = opportunity::load(connection, record.opportunity_id)?;
        facts(connection, &deal, &record, app.today())
    })?;
    let bytes = app.press()?.needs_pdf(&facts)?;
    Ok(held(app, facts.file_name(), bytes))
}

/// Mails the list to its contact: to be confirmed, or as it was confirmed. Without an address the letter waits in the
/// outbox. The same paper is not mailed twice by this act: the outbox sends it again.
///
/// # Errors
/// `NoLines`, `LineFieldMissing`, `GlyphMissing`, `CompanyIncomplete`, `FieldNotEmail`, `MailNotSet`, `PaperMailed`, `OpportunityClosed`, `OnlyOwner`, `WrongState`, `Stale`.
pub fn send(app: &App, request: ByVersion) -> Result<OpportunityView, Fault> {
    let me = app.person_id()?;
    let book = app.book()?;
    // The law is asked twice: before anything is set, and in the act that queues it.
    let (facts, deal_id) = book.read(|connection| {
        let record = requirement::load(connection, request.id)?;
        let deal = opportunity::load(connection, record.opportunity_id)?;
        Ok((facts(connection, &deal, &record, app.today())?, deal.id))
    })?;
    let ready = make_ready(app, &facts, deal_id)?;
    book.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(act, request.id, request.version)?;
        seen.facts.letter = objections(app, act.tx, &seen.deal, &seen.record)?;
        seen.step(RequirementAct::Send)?;
        queue(act, &seen, ready)
    })?;
    app.changed();
    whole::view(app, deal_id)
}

/// A list whose bytes are kept and whose mail is frozen.
struct Ready {
    pdf_sha256: String,
    pdf_name: String,
    pdf_size: usize,
    content_hash: String,
    mail: NewLetter,
}

/// Sets the PDF and freezes the mail, both outside any transaction. What cannot be mailed is not set: the law says why.
fn make_ready(app: &App, facts: &NeedsFacts, deal_id: i64) -> Result<Option<Ready>, Fault> {
    let book = app.book()?;
    let address = facts.customer.email.trim();
    let sender = book.read(setting::sender).is_ok_and(|from| is_email(&from.address));
    let stopped = !address.is_empty() && (!is_email(address) || !sender);
    if stopped || !app.press()?.missing_glyphs(&facts.texts()).is_empty() {
        return Ok(None);
    }
    let pdf = app.press()?.needs_pdf(facts)?;
    let pdf_name = facts.file_name();
    let number = facts.full_number();
    let draft = Draft {
        kind: KIND,
        about: Some((DocumentKind::Opportunity, deal_id)),
        order_number: &number,
        customer: &facts.customer.name,
        revision: facts.revision,
        to: Party::new(&facts.customer.contact, address),
        manager: Party::new(&facts.manager.name, &facts.manager.email),
        words: needs(facts).words(),
        pdf_name: &pdf_name,
        pdf: &pdf,
    };
    Ok(Some(Ready {
        pdf_sha256: book.keep_bytes(&pdf)?,
        pdf_size: pdf.len(),
        content_hash: hex(&Sha256::digest(&pdf)),
        mail: prepare(&book, app.now(), &draft)?,
        pdf_name,
    }))
}

fn queue(act: &Act, seen: &Seen, ready: Option<Ready>) -> Result<(), Fault> {
    // Whatever kept it from being set, the law has refused by now; otherwise the book changed in between.
    let Some(ready) = ready else { return Err(Fault::Stale { what: "requirement".into() }) };
    if outbox::is_issued(act, (DocumentKind::Opportunity, seen.deal.id), KIND, &ready.content_hash)? {
        return Err(Refusal::PaperMailed { number: seen.name() }.into());
    }
    requirement::touch(act, &seen.record)?;
    let letter_id = outbox::issue(
        act,
        &Issue {
            about: (DocumentKind::Opportunity, seen.deal.id),
            kind: KIND,
            revision: seen.record.doc.revision,
            pdf_sha256: &ready.pdf_sha256,
            pdf_name: &ready.pdf_name,
            pdf_size: ready.pdf_size,
            content_hash: &ready.content_hash,
        },
    )?;
    outbox::queue(act, &NewLetter { letter_id: Some(letter_id), ..ready.mail })?;
    Ok(())
}
