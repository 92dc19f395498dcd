//! 客户需求清单: what a customer needs, as it is sent to be confirmed and as it was confirmed (N1).

use chengdan_domain::money::Quantity;
use chengdan_domain::requirement::ConfirmedHow;
use chengdan_domain::text::{clean_line, safe_file_name, shorten};
use chengdan_domain::wording::{Paper, Sentence, place};
use chrono::NaiveDate;
use serde::Serialize;

use super::figures::{date, long_date, quantity};
use super::fill::fill;
use super::letter::{CustomerFacts, ManagerFacts, SellerFacts};
use super::letterhead::{LetterheadSheet, Row, joined, rows};
use super::requirement_words::{NeedsWords, needs_words};
use super::wording::{Saying, own_texts, parties};
use super::words::words as shared;
use crate::views::book::Language;
use crate::views::wording::Sentences;

/// The most characters of the customer's name in a file name, so that number and version always fit.
const NAME_IN_FILE: usize = 24;

/// Everything that stands on one 客户需求清单. Empty text means "not known" and leaves its row out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedsFacts {
    pub language: Language,
    /// `XQ202611-001`
    pub number: String,
    pub revision: i64,
    /// Another revision took its place: the watermark says so.
    pub superseded: bool,
    pub dated_on: NaiveDate,
    pub seller: SellerFacts,
    pub customer: CustomerFacts,
    pub manager: ManagerFacts,
    /// What the deal is called.
    pub project: String,
    pub delivery_address: String,
    pub note: String,
    pub lines: Vec<NeedFacts>,
    /// Who confirmed it, when and how.
    pub confirmed: Option<(String, NaiveDate, ConfirmedHow)>,
    /// The company's own sentences in this language; the others follow the standard.
    pub own: Sentences,
    /// Only shows a wording: the watermark 「样张」 over every page.
    pub specimen: bool,
}

/// One line of needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NeedFacts {
    pub name: String,
    pub specification: String,
    pub unit: String,
    pub quantity: Option<Quantity>,
    pub wanted_on: Option<NaiveDate>,
    pub customised: bool,
    pub customisation: String,
    pub standard: String,
}

impl NeedsFacts {
    /// `XQ202611-001 V1`
    pub fn full_number(&self) -> String {
        format!("{} V{}", self.number, self.revision)
    }

    /// `客户需求清单_<number>_<customer>_V1.pdf`, safe on every file system.
    pub fn file_name(&self) -> String {
        let customer = shorten(&clean_line(&self.customer.name), NAME_IN_FILE);
        let title = needs_words(self.language).title_file;
        safe_file_name(&format!("{title}_{}_{customer}_V{}", self.number, self.revision), "pdf")
    }

    /// The facts that the company's sentences may name.
    pub fn places(&self) -> Vec<(&'static str, String)> {
        let mut all = parties(self.language, &self.customer, &self.seller, &self.manager);
        all.extend([
            (place::NUMBER, clean_line(&self.full_number())),
            (place::PROJECT, clean_line(&self.project)),
        ]);
        all
    }

    /// Every text of the paper with the name of its field, to be looked at before it is mailed.
    pub fn texts(&self) -> Vec<(String, String)> {
        let head = [
            ("seller.name", &self.seller.name),
            ("seller.name_en", &self.seller.name_en),
            ("seller.address", &self.seller.address),
            ("customer.name", &self.customer.name),
            ("customer.contact", &self.customer.contact),
            ("customer.title", &self.customer.title),
            ("manager.name", &self.manager.name),
            ("name", &self.project),
            ("delivery_address", &self.delivery_address),
            ("note", &self.note),
        ];
        let mut all: Vec<(String, String)> =
            head.into_iter().map(|(field, text)| (field.to_owned(), text.clone())).collect();
        for (row, line) in (1..).zip(&self.lines) {
            for (field, text) in [
                ("name", &line.name),
                ("spec", &line.specification),
                ("unit", &line.unit),
                ("customisation", &line.customisation),
                ("standard", &line.standard),
            ] {
                all.push((format!("lines.{row}.{field}"), text.clone()));
            }
        }
        all.extend(own_texts(&self.own, Paper::Needs));
        all
    }
}

/// The 客户需求清单, ready to be arranged by `requirement.typ`.
#[derive(Debug, Serialize)]
pub(super) struct NeedsSheet {
    words: &'static NeedsWords,
    language: &'static str,
    /// Over every page; empty for none.
    watermark: &'static str,
    pub(super) number: String,
    pub(super) revision: String,
    date: String,
    seller: LetterheadSheet,
    to_name: String,
    to: Vec<Row>,
    from: Vec<Row>,
    heads: [&'static str; 7],
    lines: Vec<LineSheet>,
    opening: String,
    notes: String,
    /// What is asked, or what was said.
    request: String,
    manager: String,
    handled_on: String,
    confirmed_by: String,
    confirmed_on: String,
}

#[derive(Debug, Serialize)]
struct LineSheet {
    name: String,
    specification: String,
    unit: String,
    quantity: String,
    wanted: String,
    customised: bool,
    special: Vec<String>,
}

/// Everything the 客户需求清单 shows.
pub(super) fn needs_sheet(facts: &NeedsFacts) -> NeedsSheet {
    let words = needs_words(facts.language);
    let (customer, manager) = (&facts.customer, &facts.manager);
    let places = facts.places();
    let say = Saying { language: facts.language, own: &facts.own, facts: &places };
    let to = [
        (words.contact, joined([customer.called(facts.language), clean_line(&customer.title)])),
        (words.phone, clean_line(&customer.phone)),
        (words.email, clean_line(&customer.email)),
        (words.address, clean_line(&facts.delivery_address)),
    ];
    let from = [
        (words.manager, clean_line(&manager.name)),
        (words.phone, clean_line(&manager.phone)),
        (words.email, clean_line(&manager.email)),
        (words.project, clean_line(&facts.project)),
    ];
    let (by, on) = match &facts.confirmed {
        Some((by, on, _)) => (clean_line(by), date(*on)),
        None => (String::new(), String::new()),
    };
    NeedsSheet {
        words,
        language: if facts.language == Language::Zh { "zh" } else { "en" },
        watermark: watermark(facts, words),
        number: clean_line(&facts.number),
        revision: format!("V{}", facts.revision),
        date: long_date(facts.language, facts.dated_on),
        seller: facts.seller.letterhead().sheet(words.phone, words.tax_number),
        to_name: clean_line(&customer.name),
        to: rows(to),
        from: rows(from),
        heads: words.heads,
        lines: facts.lines.iter().map(|line| line_sheet(words, line)).collect(),
        opening: say.joined(&[Sentence::Greeting, Sentence::NeedsOpening]),
        notes: clean_line(&facts.note),
        request: request(facts, words, &say),
        manager: clean_line(&manager.name),
        handled_on: date(facts.dated_on),
        confirmed_by: by,
        confirmed_on: on,
    }
}

fn line_sheet(words: &NeedsWords, line: &NeedFacts) -> LineSheet {
    let standard = clean_line(&line.standard);
    let standard = if standard.is_empty() { standard } else { format!("{}{standard}", words.standard) };
    LineSheet {
        name: clean_line(&line.name),
        specification: clean_line(&line.specification),
        unit: clean_line(&line.unit),
        quantity: line.quantity.map(quantity).unwrap_or_default(),
        wanted: line.wanted_on.map(date).unwrap_or_default(),
        customised: line.customised,
        special: [clean_line(&line.customisation), standard]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect(),
    }
}

fn watermark(facts: &NeedsFacts, words: &NeedsWords) -> &'static str {
    match (facts.specimen, facts.superseded) {
        (true, _) => shared(facts.language).specimen,
        (false, true) => words.watermark,
        (false, false) => "",
    }
}

/// What the customer is asked; a list that was confirmed says by whom, and no wording can leave that out.
fn request(facts: &NeedsFacts, words: &NeedsWords, say: &Saying) -> String {
    let Some((by, on, how)) = &facts.confirmed else { return say.line(Sentence::NeedsRequest) };
    let template = match how {
        ConfirmedHow::Signature => words.confirmed_signed,
        ConfirmedHow::Email => words.confirmed_mailed,
    };
    fill(template, &[("name", &clean_line(by)), ("date", &long_date(facts.language, *on))])
}
