//! The 报价单 of a version: its facts, its PDF and the mail around it. What only the house knows stays in the version; this
//! file and everything under `paper/` cannot name it (a guard in tests/tidy sees to it).

use chengdan_domain::money::discounted_half_up;
use chengdan_domain::quotation::QuotationState;
use chengdan_domain::quotation::law::QuotationDoc;
use chengdan_domain::refusal::Refusal;
use chrono::NaiveDate;
use rusqlite::Connection;

use crate::App;
use crate::clock::business_date;
use crate::commands::file::shown;
use crate::commands::order::letter::{addressee, manager, seller};
use crate::fault::Fault;
use crate::paper::letter::LineFacts;
use crate::paper::quotation::QuotationFacts;
use crate::post::mime::Party;
use crate::post::quotation::offer;
use crate::post::{Draft, prepare};
use crate::store::outbox::{self, Issue, NewLetter};
use crate::store::quotation;
use crate::store::{Act, Book, calendar, customer, setting, wording};
use crate::views::book::Language;
use crate::views::quotation::QuotationPaperAsk;
use crate::views::wording::Sentences;
use crate::views::{DocumentKind, FileView};

/// The name of this kind of letter in the outbox.
pub const KIND: &str = "quotation";

/// What a version is called, and whether it is an offer.
#[derive(Debug, Clone, Default)]
pub struct Named {
    pub number: String,
    pub revision: i64,
    pub needs: String,
    /// Otherwise the paper says that it is not.
    pub offered: bool,
}

/// Everything that stands on the 报价单, in the wording in force.
///
/// # Errors
/// `RowNotFound`.
pub fn facts(
    connection: &Connection,
    doc: &QuotationDoc,
    named: Named,
    dated_on: NaiveDate,
) -> Result<QuotationFacts, Fault> {
    let (language, wording) = (setting::language(connection)?, wording::get(connection)?);
    facts_in(connection, doc, named, dated_on, (language, wording.own(language).clone()))
}

/// Everything that stands on the 报价单, in some wording and language.
///
/// # Errors
/// `RowNotFound`.
fn facts_in(
    connection: &Connection,
    doc: &QuotationDoc,
    named: Named,
    dated_on: NaiveDate,
    (language, own): (Language, Sentences),
) -> Result<QuotationFacts, Fault> {
    let form = &doc.form;
    let name = customer::get(connection, doc.customer_id)?.name;
    Ok(QuotationFacts {
        language,
        offered: named.offered,
        number: named.number,
        revision: named.revision.max(1),
        dated_on,
        valid_until: form.valid_until,
        seller: seller(connection)?,
        customer: addressee(connection, doc.customer_id, &name, form.contact_id)?,
        manager: manager(connection, form.owner_id)?,
        needs: named.needs,
        lines: lines(doc),
        waiver: form.waiver,
        terms: form.terms.clone(),
        calendar: calendar::current(connection)?.into_owned(),
        delivery_period: form.delivery_period.clone(),
        service: form.service.clone(),
        note: form.note.clone(),
        own,
        specimen: false,
    })
}

fn lines(doc: &QuotationDoc) -> Vec<LineFacts> {
    let amount = |index: usize| doc.priced.lines.get(index).copied().flatten();
    let line = |(index, line): (usize, &chengdan_domain::order::form::LineForm)| LineFacts {
        name: line.name.clone(),
        specification: line.spec.clone(),
        unit: line.unit.clone(),
        quantity: line.quantity.unwrap_or_default(),
        price: discounted_half_up(line.price.unwrap_or_default(), line.discount),
        amount: amount(index).map(|priced| priced.amount).unwrap_or_default(),
        rate: line.tax_rate.unwrap_or_default(),
        promised_on: None,
        customised: line.customised,
    };
    doc.form.priced_lines().into_iter().enumerate().map(line).collect()
}

/// The 报价单 of a version: the bytes that were sent, or as it stands now; what is no offer yet says so.
///
/// # Errors
/// `RowNotFound`, `GlyphMissing`.
pub fn paper(app: &App, request: QuotationPaperAsk) -> Result<FileView, Fault> {
    let book = app.book()?;
    let issued = book.read(|connection| quotation::issued(connection, request.id, request.revision))?;
    if let Some((sha256, name)) = issued {
        let bytes = book.file_bytes(&sha256)?;
        return Ok(shown(name, "application/pdf".into(), &bytes, sha256));
    }
    let facts = book.read(|connection| facts_of(connection, request.id, request.revision, app.today()))?;
    let bytes = app.press()?.quotation_pdf(&facts)?;
    let sha256 = app.desk().hold_paper(&bytes);
    Ok(shown(facts.file_name(), "application/pdf".into(), &bytes, sha256))
}

fn facts_of(
    connection: &Connection,
    id: i64,
    revision: i64,
    today: NaiveDate,
) -> Result<QuotationFacts, Fault> {
    let (language, wording) = (setting::language(connection)?, wording::get(connection)?);
    facts_of_in(connection, (id, revision), today, (language, wording.own(language).clone()))
}

/// Everything that stands on the 报价单 of a version, in some wording and language.
///
/// # Errors
/// `RowNotFound`.
pub fn facts_of_in(
    connection: &Connection,
    (id, revision): (i64, i64),
    today: NaiveDate,
    saying: (Language, Sentences),
) -> Result<QuotationFacts, Fault> {
    let record = quotation::load(connection, id)?;
    let version = record.versions.iter().find(|version| version.revision == revision);
    let version = version.ok_or(Refusal::RowNotFound)?;
    let doc = QuotationDoc {
        form: version.form.clone(),
        priced: version.priced.clone(),
        state: version.state,
        ..record.doc()?
    };
    let needs = match version.form.requirement_id {
        Some(id) => quotation::needs_by_id(connection, id)?,
        None => None,
    };
    let sent = version.sent_at.as_ref().and_then(|at| at.parse().ok()).map(business_date);
    let named = Named {
        number: record.number.clone(),
        revision,
        needs: needs.map(|needs| format!("{} V{}", needs.number, needs.revision)).unwrap_or_default(),
        offered: version.sent_at.is_some() || version.state == QuotationState::Approved,
    };
    facts_in(connection, &doc, named, sent.unwrap_or(today), saying)
}

/// A mail whose bytes are kept, ready to be issued in one act.
pub struct Ready {
    pdf_sha256: String,
    pdf_name: String,
    pdf_size: usize,
    revision: i64,
    mail: NewLetter,
}

/// Sets the PDF and freezes the mail, both outside any transaction; `to` is another address than the contact's.
///
/// # Errors
/// `GlyphMissing`, `MailNotSet`, `FieldNotEmail`, `DiskFull`, or broken.
pub fn make_ready(app: &App, book: &Book, id: i64, revision: i64, to: Option<&str>) -> Result<Ready, Fault> {
    let facts = book.read(|connection| facts_of(connection, id, revision, app.today()))?;
    let pdf = app.press()?.quotation_pdf(&facts)?;
    let pdf_sha256 = book.keep_bytes(&pdf)?;
    let pdf_name = facts.file_name();
    let address = to.map(str::trim).filter(|to| !to.is_empty()).unwrap_or(&facts.customer.email);
    let draft = Draft {
        kind: KIND,
        about: Some((DocumentKind::Quotation, id)),
        order_number: &facts.number,
        customer: &facts.customer.name,
        revision,
        to: Party::new(&facts.customer.contact, address),
        manager: Party::new(&facts.manager.name, &facts.manager.email),
        words: offer(&facts).words(),
        pdf_name: &pdf_name,
        pdf: &pdf,
    };
    let mail = prepare(book, app.now(), &draft)?;
    Ok(Ready { pdf_sha256, pdf_size: pdf.len(), revision, mail, pdf_name })
}

/// Freezes the version's paper and queues it, inside the act that sends it.
///
/// # Errors
/// `AddressMissing`, or broken.
pub fn issue(act: &Act, id: i64, ready: Ready, content_hash: &str) -> Result<(), Fault> {
    let letter_id = outbox::issue(
        act,
        &Issue {
            about: (DocumentKind::Quotation, id),
            kind: KIND,
            revision: ready.revision,
            pdf_sha256: &ready.pdf_sha256,
            pdf_name: &ready.pdf_name,
            pdf_size: ready.pdf_size,
            content_hash,
        },
    )?;
    outbox::queue(act, &NewLetter { letter_id: Some(letter_id), ..ready.mail })?;
    Ok(())
}
