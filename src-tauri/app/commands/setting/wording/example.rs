//! What a wording is shown with: the document of its kind that was issued last, else an invented one.

use chengdan_domain::contract::ContractKind;
use chengdan_domain::requirement::ConfirmedHow;
use chengdan_domain::text::clean_line;
use chrono::NaiveDate;
use rusqlite::Connection;

use crate::App;
use crate::commands::order::{gather, letter};
use crate::commands::{quotation, requirement};
use crate::fault::Fault;
use crate::paper::contract::ContractFacts;
use crate::paper::letter::{CustomerFacts, LetterFacts};
use crate::paper::quotation::QuotationFacts;
use crate::paper::requirement::NeedsFacts;
use crate::paper::specimen::{contract_specimen, needs_specimen, quotation_specimen, specimen};
use crate::post::mime::Party;
use crate::post::quotation::offer;
use crate::post::words::needs::needs;
use crate::post::words::{Mail, confirmation};
use crate::store::{self, calendar, order};
use crate::views::book::Language;
use crate::views::wording::{Paper, Sentence, Wording, WordingTry};

/// A paper with its mail.
pub(super) struct Example {
    pub(super) file_name: String,
    pub(super) pdf: Vec<u8>,
    /// The mail and to whom it goes; a contract has none.
    pub(super) mail: Option<(Mail, String)>,
    /// The document whose facts are shown; none: an invented one.
    pub(super) number: Option<String>,
}

/// The paper as it would be.
///
/// # Errors
/// `NoBook`; `GlyphMissing` for the document's own facts.
pub(super) fn of(app: &App, asked: &WordingTry) -> Result<Example, Fault> {
    let WordingTry { paper, wording, language, at } = asked;
    let (language, at) = (*language, *at);
    let (book, press, today) = (app.book()?, app.press()?, app.today());
    Ok(match *paper {
        Paper::Needs => {
            let (facts, number) =
                book.read(|connection| needs_facts(connection, (language, wording), today, at))?;
            let mail = Some((needs(&facts), addressed(&facts.customer)));
            Example { file_name: facts.file_name(), pdf: press.needs_pdf(&facts)?, mail, number }
        }
        Paper::Quotation => {
            let (facts, number) =
                book.read(|connection| offer_facts(connection, (language, wording), today))?;
            let mail = Some((offer(&facts), addressed(&facts.customer)));
            Example { file_name: facts.file_name(), pdf: press.quotation_pdf(&facts)?, mail, number }
        }
        Paper::Contract => {
            let (facts, number) =
                book.read(|connection| contract_facts(connection, (language, wording), today, at))?;
            Example { file_name: facts.file_name(), pdf: press.contract_pdf(&facts)?, mail: None, number }
        }
        Paper::Letter => {
            let (facts, number) =
                book.read(|connection| letter_facts(connection, (language, wording), today))?;
            let mail = Some((confirmation(&facts), addressed(&facts.customer)));
            Example { file_name: facts.file_name(), pdf: press.letter_pdf(&facts)?, mail, number }
        }
    })
}

fn addressed(customer: &CustomerFacts) -> String {
    Party::new(&customer.contact, &customer.email).line()
}

type Shown<T> = Result<(T, Option<String>), Fault>;

fn needs_facts(
    connection: &Connection,
    (language, wording): (Language, &Wording),
    today: NaiveDate,
    at: Option<Sentence>,
) -> Shown<NeedsFacts> {
    let own = wording.own(language).clone();
    let (facts, is_real) = match store::requirement::last_begun(connection)? {
        Some(id) => (requirement::example(connection, id, today, (language, own))?, true),
        None => {
            let seller = letter::seller(connection)?;
            (NeedsFacts { seller, own, ..needs_specimen(language, today) }, false)
        }
    };
    let number = is_real.then(|| facts.full_number());
    // What is asked is worded, what was said is not; only the mail has a sentence for a list that is confirmed.
    let kept = (at == Some(Sentence::NeedsMailKept))
        .then(|| (facts.customer.contact.clone(), today, ConfirmedHow::Email));
    Ok((NeedsFacts { confirmed: kept, superseded: false, specimen: true, ..facts }, number))
}

fn offer_facts(
    connection: &Connection,
    (language, wording): (Language, &Wording),
    today: NaiveDate,
) -> Shown<QuotationFacts> {
    let own = wording.own(language).clone();
    if let Some(version) = store::quotation::last_sent(connection)? {
        let facts = quotation::example(connection, version, today, (language, own))?;
        let number = clean_line(&format!("{} V{}", facts.number, facts.revision));
        return Ok((QuotationFacts { specimen: true, ..facts }, Some(number)));
    }
    let (seller, calendar) = (letter::seller(connection)?, calendar::current(connection)?.into_owned());
    Ok((QuotationFacts { seller, calendar, own, ..quotation_specimen(language, today) }, None))
}

/// The contract is always invented: of the kind that says the sentence, with clauses in the language that is worded.
fn contract_facts(
    connection: &Connection,
    (language, wording): (Language, &Wording),
    today: NaiveDate,
    at: Option<Sentence>,
) -> Shown<ContractFacts> {
    let own = wording.own(language).clone();
    let (seller, calendar) = (letter::seller(connection)?, calendar::current(connection)?.into_owned());
    let facts = ContractFacts { seller, calendar, own, ..contract_specimen(language, today) };
    Ok(match at {
        Some(Sentence::ContractLimit | Sentence::ContractEach) => {
            (ContractFacts { kind: ContractKind::Framework, ..facts }, None)
        }
        Some(Sentence::ContractSupplement) => {
            (ContractFacts { supplement_of: "HT202609-001".into(), ..facts }, None)
        }
        _ => (facts, None),
    })
}

fn letter_facts(
    connection: &Connection,
    (language, wording): (Language, &Wording),
    today: NaiveDate,
) -> Shown<LetterFacts> {
    if let Some(id) = order::approve::last_issued(connection)? {
        let doc = gather::doc(&order::load(connection, id)?);
        let facts = letter::facts_in(connection, &doc, true, today, (language, wording))?;
        return Ok((LetterFacts { specimen: true, ..facts }, doc.number));
    }
    let facts = LetterFacts {
        seller: letter::seller(connection)?,
        confirm_days: wording.confirm_days,
        confirm_by: letter::confirm_by(connection, today, wording.confirm_days)?,
        calendar: calendar::current(connection)?.into_owned(),
        objection_days: wording.objection_days,
        own: wording.own(language).clone(),
        ..specimen(language, today)
    };
    Ok((facts, None))
}
