//! From facts to what the page shows: every text finished, every figure formatted, every place filled.
//!
//! The page (`letter.typ`) only arranges; it computes nothing and says nothing of its own.

use chengdan_domain::order::InvoiceKind;
use chengdan_domain::text::clean_line;
use chengdan_domain::wording::{Sentence, place};
use chrono::NaiveDate;
use serde::Serialize;

use super::PaperFault;
use super::amounts::{self, AmountSheet, TermsSheet};
use super::figures::{date, long_date, money, price, quantity, rate};
use super::fill::{Run, fill};
use super::letter::{LetterFacts, LineFacts, or};
use super::letterhead::{LetterheadSheet, Row, joined, rows};
use super::wording::Saying;
use super::words::{Language, Words, invoice_kind, words};

/// Lines up to which the page is set roomily; from here to [`FULL_LINES`] it is tightened step by step.
const ROOMY_LINES: usize = 5;
/// The most lines of usual length that one page holds; longer letters take several and are roomy again.
const FULL_LINES: usize = 13;
/// As tight as it gets.
const TIGHTEST: usize = 100;
/// How much tighter each time.
const STEP: usize = 34;

/// One letter, ready to be arranged.
#[derive(Debug, Serialize)]
pub(super) struct Sheet {
    words: &'static Words,
    /// `zh` or `en`: hyphenation and quotation marks.
    language: &'static str,
    /// 0 (roomy) to 100 (tight).
    tight: usize,
    /// Over every page; empty for none.
    watermark: &'static str,
    pub(super) number: String,
    revision: String,
    date: String,
    code: String,
    seller: LetterheadSheet,
    to_name: String,
    to: Vec<Row>,
    from: Vec<Row>,
    opening: String,
    lines: Vec<LineSheet>,
    #[serde(flatten)]
    amounts: AmountSheet,
    #[serde(flatten)]
    terms: TermsSheet,
    bank: Vec<Row>,
    delivery: Vec<Row>,
    acceptance: String,
    invoice: Vec<Row>,
    ask: Vec<Run>,
    closing: String,
    seal_seller: String,
    seal_buyer: String,
    handled_by: String,
    signed_on: String,
    reply_to: String,
}

#[derive(Debug, Serialize)]
pub(super) struct LineSheet {
    name: String,
    customised: bool,
    specification: String,
    unit: String,
    pub(super) quantity: String,
    price: String,
    pub(super) amount: String,
    rate: String,
    promised: String,
}

/// Everything the letter shows.
pub(super) fn letter_sheet(facts: &LetterFacts) -> Result<Sheet, PaperFault> {
    let words = words(facts.language);
    let total = amounts::total(&facts.lines)?;
    let seller = clean_line(&facts.seller.name);
    let customer = clean_line(&facts.customer.name);
    let manager = clean_line(&facts.manager.name);
    let places = facts.places();
    let say = Saying { language: facts.language, own: &facts.own, facts: &places };
    Ok(Sheet {
        words,
        language: if facts.language == Language::Zh { "zh" } else { "en" },
        tight: tightness(facts.lines.len()),
        watermark: watermark(facts, words),
        number: clean_line(&facts.letter_number()),
        revision: format!("R{}", facts.revision),
        date: long_date(facts.language, facts.dated_on),
        code: clean_line(&facts.content_code),
        seller: facts.seller.letterhead().sheet(words.phone, words.tax_number),
        to: to_rows(facts, words),
        from: from_rows(facts, words),
        opening: opening(facts, words, &say),
        lines: lines_sheet(facts),
        amounts: amounts::amounts(facts.language, &facts.lines, facts.waiver)?,
        terms: amounts::schedule(facts.language, &facts.terms, total, facts.terms_from, &facts.calendar),
        bank: bank(facts, words),
        delivery: delivery(facts, words),
        acceptance: say.line(Sentence::Acceptance),
        invoice: invoice(facts, words),
        ask: ask(facts, &say),
        closing: say.line(Sentence::Closing),
        seal_seller: fill(words.seal, &[("name", &seller)]),
        seal_buyer: fill(words.seal, &[("name", &customer)]),
        to_name: customer,
        handled_by: manager,
        signed_on: date(facts.dated_on),
        reply_to: clean_line(or(&facts.manager.email, &facts.seller.email)),
    })
}

fn watermark(facts: &LetterFacts, words: &Words) -> &'static str {
    match (facts.specimen, facts.approved) {
        (true, _) => words.specimen,
        (false, false) => words.watermark,
        (false, true) => "",
    }
}

/// Few lines are set roomily, a page full tightly, and in between evenly between the two.
fn tightness(lines: usize) -> usize {
    if lines <= ROOMY_LINES || lines > FULL_LINES {
        return 0;
    }
    // 12 lines must fit: they and what is beyond are set as tightly as it gets.
    ((lines - ROOMY_LINES) * TIGHTEST / (FULL_LINES - 1 - ROOMY_LINES)).min(TIGHTEST)
}

impl Sheet {
    /// Sets the letter a step tighter, when the roomier one ran over the page; false when it is as tight as it gets or
    /// has more lines than a page could hold.
    pub(super) fn tighten(&mut self) -> bool {
        if self.tight == TIGHTEST || self.lines.len() > FULL_LINES {
            return false;
        }
        self.tight = (self.tight + STEP).min(TIGHTEST);
        true
    }
}

fn to_rows(facts: &LetterFacts, words: &Words) -> Vec<Row> {
    let customer = &facts.customer;
    rows([
        (words.contact, joined([customer.called(facts.language), clean_line(&customer.title)])),
        (words.phone, clean_line(&customer.phone)),
        (words.email, clean_line(&customer.email)),
        (words.customer_order, clean_line(&facts.customer_order_number)),
    ])
}

fn from_rows(facts: &LetterFacts, words: &Words) -> Vec<Row> {
    let number = clean_line(&facts.contract_number);
    let contract = match facts.contract_signed_on {
        Some(day) if !number.is_empty() => {
            fill(words.contract_dated, &[("contract", &number), ("date", &date(day))])
        }
        _ => number,
    };
    rows([
        (words.manager, joined([clean_line(&facts.manager.name), clean_line(&facts.manager.phone)])),
        (words.email, clean_line(&facts.manager.email)),
        (words.order, clean_line(&facts.order_number)),
        (words.contract, contract),
    ])
}

fn opening(facts: &LetterFacts, words: &Words, say: &Saying) -> String {
    let unapproved = words.opening_unapproved.to_owned();
    let rest = if facts.approved { say.line(Sentence::Opening) } else { unapproved };
    let parts = [say.line(Sentence::Greeting), rest];
    let between = if facts.language == Language::Zh { "" } else { " " };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

fn lines_sheet(facts: &LetterFacts) -> Vec<LineSheet> {
    priced_lines(&facts.lines, facts.delivery.promised_on)
}

/// Lines as every priced paper shows them; a line without a date of its own has the document's.
pub(super) fn priced_lines(lines: &[LineFacts], promised_on: Option<NaiveDate>) -> Vec<LineSheet> {
    let line = |line: &LineFacts| LineSheet {
        name: clean_line(&line.name),
        customised: line.customised,
        specification: clean_line(&line.specification),
        unit: clean_line(&line.unit),
        quantity: quantity(line.quantity),
        price: price(line.price),
        amount: money(line.amount),
        rate: rate(line.rate),
        promised: line.promised_on.or(promised_on).map(date).unwrap_or_default(),
    };
    lines.iter().map(line).collect()
}

fn bank(facts: &LetterFacts, words: &Words) -> Vec<Row> {
    let seller = &facts.seller;
    rows([
        (words.bank_holder, clean_line(&seller.name)),
        (words.bank_name, clean_line(&seller.bank_name)),
        (words.bank_account, clean_line(&seller.bank_account)),
    ])
}

/// The invoice's kind, and for whom it is made out; without an invoice the kind says so.
fn invoice(facts: &LetterFacts, words: &Words) -> Vec<Row> {
    let kind = invoice_kind(facts.language, facts.invoice_kind).to_owned();
    if facts.invoice_kind == InvoiceKind::None {
        return rows([(words.invoice, kind)]);
    }
    let title = clean_line(or(&facts.invoice_title, &facts.customer.name));
    let number = clean_line(&facts.customer.tax_number);
    rows([(words.invoice, kind), (words.invoice_title, title), (words.tax_number, number)])
}

fn delivery(facts: &LetterFacts, words: &Words) -> Vec<Row> {
    let days: Vec<_> =
        facts.lines.iter().filter_map(|line| line.promised_on.or(facts.delivery.promised_on)).collect();
    let promised = match (days.iter().min(), days.iter().max()) {
        (Some(first), Some(last)) if first != last => fill(words.promised_by_line, &[("date", &date(*last))]),
        (Some(day), _) => date(*day),
        _ => facts.delivery.promised_on.map(date).unwrap_or_default(),
    };
    rows([
        (words.address, clean_line(&facts.delivery.address)),
        (words.receiver, joined([clean_line(&facts.delivery.receiver), clean_line(&facts.delivery.phone)])),
        (words.promised, promised),
    ])
}

/// What the customer is asked to do and until when; a signed contract prevails over the letter.
fn ask(facts: &LetterFacts, say: &Saying) -> Vec<Run> {
    let signed = facts.contract_signed_on.is_some() && !clean_line(&facts.contract_number).is_empty();
    let all = [Sentence::Confirm, Sentence::Deemed, Sentence::Prevails];
    say.asked(if signed { &all } else { &all[..2] }, place::DEADLINE)
}
