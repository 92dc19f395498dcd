//! The 订单确认函 of an order: its facts, its PDF and the mail around it, all made before the transaction that issues it.

use chengdan_domain::money::discounted_half_up;
use chengdan_domain::order::content::short_code;
use chengdan_domain::order::form::{LineForm, OrderForm, Priced};
use chengdan_domain::order::law::OrderDoc;
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Connection;

use crate::App;
use crate::fault::Fault;
use crate::paper::letter::{CustomerFacts, DeliveryFacts, LetterFacts, LineFacts, ManagerFacts, SellerFacts};
use crate::post::mime::Party;
use crate::post::words::confirmation;
use crate::post::{Draft, prepare};
use crate::store::outbox::{self, Issue, NewLetter};
use crate::store::{Act, Book, calendar, customer, person, setting, wording};
use crate::views::DocumentKind;
use crate::views::book::Language;
use crate::views::wording::Wording;

/// The name of this kind of letter in the outbox.
pub const KIND: &str = "order_confirmation";

/// Everything that stands on the letter, in the wording in force.
pub fn facts(
    connection: &Connection,
    doc: &OrderDoc,
    approved: bool,
    dated_on: NaiveDate,
) -> Result<LetterFacts, Fault> {
    let (language, wording) = (setting::language(connection)?, wording::get(connection)?);
    facts_in(connection, doc, approved, dated_on, (language, &wording))
}

/// Everything that stands on the letter, in some wording and language.
pub fn facts_in(
    connection: &Connection,
    doc: &OrderDoc,
    approved: bool,
    dated_on: NaiveDate,
    (language, wording): (Language, &Wording),
) -> Result<LetterFacts, Fault> {
    let form = &doc.form;
    Ok(LetterFacts {
        language,
        approved,
        order_number: doc.number.clone().unwrap_or_default(),
        revision: 1,
        dated_on,
        content_code: short_code(&doc.present_hash()),
        seller: seller(connection)?,
        customer: customer_facts(connection, doc)?,
        manager: manager(connection, form.owner_id)?,
        contract_number: form.contract_number.clone(),
        contract_signed_on: form.contract_signed_on,
        customer_order_number: form.customer_order_number.clone(),
        lines: line_facts(form, &doc.priced),
        waiver: form.waiver,
        terms: form.terms.clone(),
        terms_from: form.contract_signed_on.or(Some(dated_on)),
        invoice_kind: form.invoice_kind,
        invoice_title: form.invoice_title.clone(),
        delivery: DeliveryFacts {
            address: form.delivery_address.clone(),
            receiver: form.receiver.clone(),
            phone: form.receiver_phone.clone(),
            promised_on: form.promised_on,
        },
        confirm_days: wording.confirm_days,
        confirm_by: confirm_by(connection, dated_on, wording.confirm_days)?,
        calendar: calendar::current(connection)?.into_owned(),
        objection_days: wording.objection_days,
        own: wording.own(language).clone(),
        specimen: false,
    })
}

/// The close of the last working day on which the customer is asked to answer (O8); none beyond the calendar.
///
/// # Errors
/// Broken when the calendar cannot be read.
pub fn confirm_by(
    connection: &Connection,
    dated_on: NaiveDate,
    days: i64,
) -> Result<Option<NaiveDateTime>, Fault> {
    let calendar = calendar::current(connection)?;
    let day = u32::try_from(days).ok().and_then(|days| calendar.working_day_after(dated_on, days));
    Ok(day.and_then(|day| day.and_hms_opt(18, 0, 0)))
}

/// Lines as papers show them, whatever document they stand on.
pub fn line_facts(form: &OrderForm, priced: &Priced) -> Vec<LineFacts> {
    let line = |(index, line): (usize, &LineForm)| LineFacts {
        name: line.name.clone(),
        specification: line.spec.clone(),
        unit: line.unit.clone(),
        quantity: line.quantity.unwrap_or_default(),
        price: discounted_half_up(line.price.unwrap_or_default(), line.discount),
        amount: priced.lines.get(index).copied().flatten().map(|priced| priced.amount).unwrap_or_default(),
        rate: line.tax_rate.unwrap_or_default(),
        promised_on: form.line_promise(line),
        customised: line.customised,
    };
    form.lines.iter().enumerate().map(line).collect()
}

/// The company as papers name it.
///
/// # Errors
/// Broken when the settings cannot be read.
pub fn seller(connection: &Connection) -> Result<SellerFacts, Fault> {
    let company = setting::company(connection)?;
    Ok(SellerFacts {
        name: company.name,
        name_en: company.name_en,
        tax_number: company.tax_number,
        address: company.address,
        phone: company.phone,
        email: company.email,
        bank_name: company.bank_name,
        bank_account: company.bank_account,
    })
}

/// The customer and the order's own contact; without one, the customer's main contact.
fn customer_facts(connection: &Connection, doc: &OrderDoc) -> Result<CustomerFacts, Fault> {
    let Some(id) = doc.form.customer_id else { return Ok(CustomerFacts::default()) };
    addressee(connection, id, &doc.form.customer_name, doc.form.contact_id)
}

/// A customer as papers address it, with the contact a document names; without one, the main contact.
///
/// # Errors
/// `RowNotFound`.
pub fn addressee(
    connection: &Connection,
    customer_id: i64,
    customer_name: &str,
    contact_id: Option<i64>,
) -> Result<CustomerFacts, Fault> {
    let card = customer::get(connection, customer_id)?;
    // A chosen contact who is gone has no stand-in: a letter never goes to an address nobody chose.
    let contact = match contact_id {
        None => card.contacts.first().cloned(),
        chosen => card.contacts.iter().find(|contact| contact.id == chosen).cloned(),
    };
    let name = if card.print_name.is_empty() { customer_name.to_owned() } else { card.print_name };
    let short_name = if card.short_name.is_empty() { customer_name.to_owned() } else { card.short_name };
    let mut facts =
        CustomerFacts { name, short_name, tax_number: card.tax_number, ..CustomerFacts::default() };
    if let Some(contact) = contact {
        facts.contact = contact.name;
        facts.salutation = contact.salutation;
        facts.title = contact.title;
        facts.phone = contact.phone;
        facts.email = contact.email;
    }
    Ok(facts)
}

/// The account manager of a document.
///
/// # Errors
/// `RowNotFound`.
pub fn manager(connection: &Connection, owner_id: Option<i64>) -> Result<ManagerFacts, Fault> {
    let Some(id) = owner_id else { return Ok(ManagerFacts::default()) };
    let owner = person::get(connection, id)?;
    Ok(ManagerFacts { name: owner.name, phone: owner.phone, email: owner.email })
}

/// A letter whose bytes are kept and whose mail is frozen, ready to be issued in one act.
pub struct Ready {
    pdf_sha256: String,
    pdf_name: String,
    pdf_size: usize,
    mail: NewLetter,
}

/// Sets the PDF and freezes the mail, both outside any transaction.
///
/// # Errors
/// `GlyphMissing`, `MailNotSet`, `FieldNotEmail`, `DiskFull`, or broken.
pub fn make_ready(app: &App, book: &Book, id: i64, doc: &OrderDoc) -> Result<Ready, Fault> {
    let facts = book.read(|connection| facts(connection, doc, true, app.today()))?;
    let pdf = app.press()?.letter_pdf(&facts)?;
    let pdf_sha256 = book.keep_bytes(&pdf)?;
    let pdf_name = facts.file_name();
    let draft = Draft {
        kind: KIND,
        about: Some((DocumentKind::Order, id)),
        order_number: &facts.order_number,
        customer: &doc.form.customer_name,
        revision: facts.revision,
        to: Party::new(&facts.customer.contact, &facts.customer.email),
        manager: Party::new(&facts.manager.name, &facts.manager.email),
        words: confirmation(&facts).words(),
        pdf_name: &pdf_name,
        pdf: &pdf,
    };
    let mail = prepare(book, app.now(), &draft)?;
    Ok(Ready { pdf_sha256, pdf_size: pdf.len(), mail, pdf_name })
}

/// Freezes R1 and queues it to the customer, inside the approving act (O5).
pub fn issue(act: &Act, id: i64, ready: Ready, content_hash: &str) -> Result<(), Fault> {
    let letter_id = outbox::issue(
        act,
        &Issue {
            about: (DocumentKind::Order, id),
            kind: KIND,
            revision: 1,
            pdf_sha256: &ready.pdf_sha256,
            pdf_name: &ready.pdf_name,
            pdf_size: ready.pdf_size,
            content_hash,
        },
    )?;
    outbox::queue(act, &NewLetter { letter_id: Some(letter_id), ..ready.mail })?;
    Ok(())
}
