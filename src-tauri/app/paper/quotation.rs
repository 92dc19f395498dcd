//! 报价单: the facts that stand on it, and its file name. It is handed what the customer may see and
//! nothing else (a guard in tests/tidy sees to it).

use chengdan_domain::calendar::Calendar;
use chengdan_domain::money::Money;
use chengdan_domain::payment::PaymentTerms;
use chengdan_domain::text::{clean_line, clean_text, safe_file_name, shorten};
use chengdan_domain::wording::{Paper, Sentence, place};
use chrono::NaiveDate;
use serde::Serialize;

use super::PaperFault;
use super::amounts::{self, AmountSheet, TermsSheet};
use super::figures::{long_date, money};
use super::fill::{Run, fill};
use super::letter::{CustomerFacts, LineFacts, ManagerFacts, SellerFacts, line_texts, or};
use super::letterhead::{LetterheadSheet, Row, joined, rows};
use super::quotation_words::{QuotationWords, quotation_words};
use super::sheet::{LineSheet, priced_lines};
use super::wording::{Saying, own_texts, parties};
use super::words::{Language, Words, words};
use crate::views::wording::Sentences;

/// The most characters of the customer's name in a file name, so that number and version always fit.
const NAME_IN_FILE: usize = 24;

/// Everything that stands on one 报价单. Empty text means "not known" and leaves its row out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotationFacts {
    pub language: Language,
    /// False prints a watermark over every page: it is no offer yet.
    pub offered: bool,
    /// `BJ202611-001`; empty while it is not saved.
    pub number: String,
    /// 1 prints V1.
    pub revision: i64,
    pub dated_on: NaiveDate,
    pub valid_until: Option<NaiveDate>,
    pub seller: SellerFacts,
    pub customer: CustomerFacts,
    pub manager: ManagerFacts,
    /// The list of needs it rests on: `XQ202611-001 V1`.
    pub needs: String,
    pub lines: Vec<LineFacts>,
    /// 整单优惠, already spread into the line amounts.
    pub waiver: Money,
    pub terms: PaymentTerms,
    pub calendar: Calendar,
    pub delivery_period: String,
    pub service: String,
    pub note: String,
    /// The company's own sentences in this language; the others follow the standard.
    pub own: Sentences,
    /// Only shows a wording: the watermark 「样张」 over every page.
    pub specimen: bool,
}

impl QuotationFacts {
    /// The amount, or `None` beyond the range of [`Money`].
    pub fn total(&self) -> Option<Money> {
        Money::sum(self.lines.iter().map(|line| line.amount))
    }

    /// `报价单_<number>_<customer>_V1.pdf`, safe on every file system.
    pub fn file_name(&self) -> String {
        let title = quotation_words(self.language).title;
        let customer = shorten(&clean_line(&self.customer.name), NAME_IN_FILE);
        safe_file_name(&format!("{title}_{}_{customer}_V{}", self.shown_number(), self.revision), "pdf")
    }

    /// The number, or that it has none yet.
    pub fn shown_number(&self) -> String {
        clean_line(or(&self.number, words(self.language).draft))
    }

    /// The facts that the company's sentences may name.
    pub fn places(&self) -> Vec<(&'static str, String)> {
        let until = self.valid_until.map_or_else(|| "—".to_owned(), |day| long_date(self.language, day));
        let mut all = parties(self.language, &self.customer, &self.seller, &self.manager);
        all.extend([
            (place::NUMBER, format!("{} V{}", self.shown_number(), self.revision)),
            (place::AMOUNT, self.total().map(money).unwrap_or_default()),
            (place::VALID_UNTIL, until),
        ]);
        all
    }

    /// Every text of the paper with the name of its field, to be looked at before it is offered.
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = [
            ("seller.name", &self.seller.name),
            ("seller.name_en", &self.seller.name_en),
            ("seller.address", &self.seller.address),
            ("seller.bank_name", &self.seller.bank_name),
            ("customer.name", &self.customer.name),
            ("customer.contact", &self.customer.contact),
            ("customer.salutation", &self.customer.salutation),
            ("customer.title", &self.customer.title),
            ("customer.email", &self.customer.email),
            ("manager.name", &self.manager.name),
            ("manager.email", &self.manager.email),
            ("delivery_period", &self.delivery_period),
            ("service", &self.service),
            ("note", &self.note),
        ]
        .into_iter()
        .map(|(field, text)| (field.to_owned(), text.clone()))
        .collect();
        all.extend(line_texts(&self.lines));
        all.extend(own_texts(&self.own, Paper::Quotation));
        all
    }
}

/// One 报价单, ready to be arranged by `quotation.typ`.
#[derive(Debug, Serialize)]
pub(super) struct QuotationSheet {
    words: &'static Words,
    own: &'static QuotationWords,
    language: &'static str,
    watermark: &'static str,
    pub(super) number: String,
    revision: String,
    date: String,
    valid_until: String,
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
    note: Vec<String>,
    /// Until when it holds; the day is not to be overlooked.
    binding: Vec<Run>,
    closing: String,
    seal: String,
    handled_by: String,
    reply_to: String,
}

/// Everything the 报价单 shows.
pub(super) fn quotation_sheet(facts: &QuotationFacts) -> Result<QuotationSheet, PaperFault> {
    let (words, own) = (words(facts.language), quotation_words(facts.language));
    let total = amounts::total(&facts.lines)?;
    let (customer, manager, seller) = (&facts.customer, &facts.manager, &facts.seller);
    let until = facts.valid_until.map(|day| long_date(facts.language, day)).unwrap_or_default();
    let places = facts.places();
    let say = Saying { language: facts.language, own: &facts.own, facts: &places };
    let company = clean_line(&seller.name);
    Ok(QuotationSheet {
        words,
        own,
        language: if facts.language == Language::Zh { "zh" } else { "en" },
        watermark: watermark(facts, own),
        number: facts.shown_number(),
        revision: format!("V{}", facts.revision),
        date: long_date(facts.language, facts.dated_on),
        seller: seller.letterhead().sheet(words.phone, words.tax_number),
        to_name: clean_line(&customer.name),
        to: rows([
            (words.contact, joined([customer.called(facts.language), clean_line(&customer.title)])),
            (words.phone, clean_line(&customer.phone)),
            (words.email, clean_line(&customer.email)),
            (own.needs, clean_line(&facts.needs)),
        ]),
        from: rows([
            (words.manager, joined([clean_line(&manager.name), clean_line(&manager.phone)])),
            (words.email, clean_line(&manager.email)),
        ]),
        opening: say.joined(&[Sentence::Greeting, Sentence::QuotationOpening]),
        lines: priced_lines(&facts.lines, None),
        amounts: amounts::amounts(facts.language, &facts.lines, facts.waiver)?,
        terms: amounts::schedule(facts.language, &facts.terms, total, None, &facts.calendar),
        bank: rows([
            (words.bank_holder, company.clone()),
            (words.bank_name, clean_line(&seller.bank_name)),
            (words.bank_account, clean_line(&seller.bank_account)),
        ]),
        delivery: rows([
            (own.delivery_period, clean_line(&facts.delivery_period)),
            (own.service, clean_line(&facts.service)),
        ]),
        note: notes(facts, &say),
        binding: say.asked(&[Sentence::QuotationTerms], place::VALID_UNTIL),
        closing: say.line(Sentence::Closing),
        seal: fill(words.seal, &[("name", &company)]),
        handled_by: clean_line(&manager.name),
        reply_to: clean_line(or(&manager.email, &seller.email)),
        valid_until: until,
    })
}

fn watermark(facts: &QuotationFacts, own: &QuotationWords) -> &'static str {
    match (facts.specimen, facts.offered) {
        (true, _) => words(facts.language).specimen,
        (false, false) => own.watermark,
        (false, true) => "",
    }
}

/// What is remarked on this quotation, then what the company remarks on every one.
fn notes(facts: &QuotationFacts, say: &Saying) -> Vec<String> {
    let all = [clean_text(&facts.note), say.lines(Sentence::QuotationRemarks)];
    all.iter().flat_map(|text| text.lines()).map(str::to_owned).collect()
}
