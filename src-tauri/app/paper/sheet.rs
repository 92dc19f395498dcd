//! From facts to what the page shows: every text finished, every figure formatted, every place filled.
//!
//! The page (`letter.typ`) only arranges; it computes nothing and says nothing of its own.

use std::collections::BTreeMap;

use chengdan_domain::money::{Money, Rate, net_and_tax_half_up};
use chengdan_domain::order::InvoiceKind;
use chengdan_domain::payment::{
    condition_en, condition_zh, instalment_amounts_half_up, latest_date, sentence_en, sentence_zh,
};
use chengdan_domain::text::clean_line;
use chengdan_domain::uppercase::uppercase;
use chengdan_domain::wording::Sentence;
use serde::Serialize;

use super::PaperFault;
use super::figures::{date, long_date, money, price, quantity, rate};
use super::fill::{Run, fill};
use super::letter::{LetterFacts, or};
use super::letterhead::{LetterheadSheet, Row, joined, rows};
use super::wording::Saying;
use super::words::{Language, Words, instalment, invoice_kind, payment_method, words};

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
    total: String,
    uppercase: String,
    waiver: String,
    net_and_tax: String,
    rates: Vec<String>,
    terms: String,
    method: &'static str,
    instalments: Vec<InstalmentSheet>,
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
struct LineSheet {
    name: String,
    customised: bool,
    specification: String,
    unit: String,
    quantity: String,
    price: String,
    amount: String,
    rate: String,
    promised: String,
}

#[derive(Debug, Serialize)]
struct InstalmentSheet {
    name: String,
    amount: String,
    when: String,
}

/// Everything the letter shows.
pub(super) fn letter_sheet(facts: &LetterFacts) -> Result<Sheet, PaperFault> {
    let words = words(facts.language);
    let total = facts.total().ok_or(PaperFault::Amount)?;
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
        total: format!("¥ {}", money(total)),
        uppercase: uppercase(total),
        waiver: waiver(facts, words),
        net_and_tax: net_and_tax(facts, words),
        rates: rates(facts, words),
        terms: terms(facts),
        method: payment_method(facts.language, facts.terms.method),
        instalments: instalments(facts, words, total),
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
        (words.contact, joined([facts.called(), clean_line(&customer.title)])),
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
    let line = |line: &super::letter::LineFacts| LineSheet {
        name: clean_line(&line.name),
        customised: line.customised,
        specification: clean_line(&line.specification),
        unit: clean_line(&line.unit),
        quantity: quantity(line.quantity),
        price: price(line.price),
        amount: money(line.amount),
        rate: rate(line.rate),
        promised: line.promised_on.or(facts.delivery.promised_on).map(date).unwrap_or_default(),
    };
    facts.lines.iter().map(line).collect()
}

fn waiver(facts: &LetterFacts, words: &Words) -> String {
    if facts.waiver.0 == 0 {
        return String::new();
    }
    fill(words.waiver, &[("amount", &money(facts.waiver))])
}

/// Net and tax of every rate, highest rate first; rounded per line, then summed.
fn by_rate(facts: &LetterFacts) -> Vec<(Rate, Money, Money)> {
    let mut sums: BTreeMap<Rate, (i64, i64)> = BTreeMap::new();
    for line in &facts.lines {
        let (net, tax) = net_and_tax_half_up(line.amount, line.rate);
        let sum = sums.entry(line.rate).or_default();
        // The total was summed within range before, and parts of one sign are smaller than their sum.
        *sum = (sum.0.saturating_add(net.0), sum.1.saturating_add(tax.0));
    }
    sums.into_iter().rev().map(|(rate, (net, tax))| (rate, Money(net), Money(tax))).collect()
}

fn net_and_tax(facts: &LetterFacts, words: &Words) -> String {
    let parts = by_rate(facts);
    let net = parts.iter().map(|(_, net, _)| net.0).sum();
    let tax = parts.iter().map(|(_, _, tax)| tax.0).sum();
    fill(words.net_and_tax, &[("net", &money(Money(net))), ("tax", &money(Money(tax)))])
}

fn rates(facts: &LetterFacts, words: &Words) -> Vec<String> {
    let say = |(of, net, tax): (Rate, Money, Money)| {
        fill(words.rate_part, &[("rate", &rate(of)), ("net", &money(net)), ("tax", &money(tax))])
    };
    by_rate(facts).into_iter().map(say).collect()
}

fn terms(facts: &LetterFacts) -> String {
    match facts.language {
        Language::Zh => sentence_zh(&facts.terms),
        Language::En => sentence_en(&facts.terms),
    }
}

fn instalments(facts: &LetterFacts, words: &Words, total: Money) -> Vec<InstalmentSheet> {
    let amounts = instalment_amounts_half_up(&facts.terms, total);
    let one = |(part, amount): (&chengdan_domain::payment::Instalment, Money)| InstalmentSheet {
        name: format!("{} {}", instalment(facts.language, part.trigger), rate(part.share)),
        amount: money(amount),
        when: match latest_date(part, facts.terms_from, &facts.calendar) {
            Some(day) => fill(words.not_later, &[("date", &date(day))]),
            None if facts.language == Language::Zh => condition_zh(part),
            None => condition_en(part),
        },
    };
    facts.terms.instalments.iter().zip(amounts).map(one).collect()
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
    say.asked(if signed { &all } else { &all[..2] })
}
