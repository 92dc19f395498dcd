//! 销售合同: the facts that stand in it and its file name. Its clauses are those of the contract; payment and amount are
//! generated from the same schedule and lines as every priced paper.

use chengdan_domain::calendar::Calendar;
use chengdan_domain::contract::{ContractKind, ContractState};
use chengdan_domain::money::Money;
use chengdan_domain::payment::PaymentTerms;
use chengdan_domain::text::{clean_line, clean_text, safe_file_name, shorten};
use chengdan_domain::uppercase::uppercase;
use chengdan_domain::wording::{Paper, Sentence, place};
use chrono::NaiveDate;
use serde::Serialize;

use super::PaperFault;
use super::amounts::{self, AmountSheet, TermsSheet};
use super::contract_words::{ContractWords, contract_words};
use super::figures::{date, long_date, money};
use super::fill::fill;
use super::letter::{CustomerFacts, LineFacts, ManagerFacts, SellerFacts, line_texts, or};
use super::letterhead::{LetterheadSheet, Row, joined, rows};
use super::sheet::{LineSheet, priced_lines};
use super::wording::{Saying, own_texts, parties};
use super::words::{Language, Words, words};
use crate::views::wording::Sentences;

/// The most characters of the customer's name in a file name.
const NAME_IN_FILE: usize = 24;

/// Everything that stands in one 销售合同. Empty text means "not known" and leaves its row out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractFacts {
    pub language: Language,
    pub state: ContractState,
    pub kind: ContractKind,
    /// `HT202611-001`; empty while it is a draft.
    pub number: String,
    /// The number of the contract it supplements; empty for most.
    pub supplement_of: String,
    /// The day of signature, or today for a preview.
    pub dated_on: NaiveDate,
    pub content_code: String,
    pub seller: SellerFacts,
    pub customer: CustomerFacts,
    pub customer_address: String,
    pub customer_bank: [String; 2],
    pub customer_order_number: String,
    pub manager: ManagerFacts,
    pub lines: Vec<LineFacts>,
    /// 整单优惠, already spread into the line amounts.
    pub waiver: Money,
    pub terms: PaymentTerms,
    pub calendar: Calendar,
    /// How much a framework lets be called off.
    pub limit: Money,
    pub valid_until: Option<NaiveDate>,
    pub delivery_period: String,
    pub delivery_address: String,
    pub promised_on: Option<NaiveDate>,
    /// Title and body.
    pub clauses: Vec<(String, String)>,
    pub signed_on: Option<NaiveDate>,
    pub our_signatory: String,
    pub their_signatory: String,
    /// The company's own sentences in this language; the others follow the standard.
    pub own: Sentences,
    /// Only shows a wording: the watermark 「样张」 over every page.
    pub specimen: bool,
}

impl ContractFacts {
    /// The facts that the company's sentences may name.
    pub fn places(&self) -> Vec<(&'static str, String)> {
        let until = self.valid_until.map_or_else(|| "—".to_owned(), |day| long_date(self.language, day));
        let mut all = parties(self.language, &self.customer, &self.seller, &self.manager);
        all.extend([
            (place::NUMBER, self.shown_number()),
            (place::CONTRACT, clean_line(&self.supplement_of)),
            (place::AMOUNT, format!("¥ {}", money(self.limit))),
            (place::UPPERCASE, uppercase(self.limit)),
            (place::VALID_UNTIL, until),
        ]);
        all
    }

    /// `销售合同_<number>_<customer>.pdf`, safe on every file system.
    pub fn file_name(&self) -> String {
        let customer = shorten(&clean_line(&self.customer.name), NAME_IN_FILE);
        safe_file_name(&format!("{}_{}_{customer}", self.title(), self.shown_number()), "pdf")
    }

    fn title(&self) -> &'static str {
        let own = contract_words(self.language);
        match self.kind {
            _ if !self.supplement_of.is_empty() => own.title_supplement,
            ContractKind::Single => own.title,
            ContractKind::Framework => own.title_frame,
            ContractKind::PurchaseOrder => own.title_purchase,
        }
    }

    fn shown_number(&self) -> String {
        clean_line(or(&self.number, words(self.language).draft))
    }

    /// Every text of the paper with the name of its field, to be looked at before legal reads it.
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = [
            ("seller.name", &self.seller.name),
            ("seller.name_en", &self.seller.name_en),
            ("seller.address", &self.seller.address),
            ("seller.bank_name", &self.seller.bank_name),
            ("customer.name", &self.customer.name),
            ("customer.contact", &self.customer.contact),
            ("customer.address", &self.customer_address),
            ("customer_order_number", &self.customer_order_number),
            ("manager.name", &self.manager.name),
            ("delivery_period", &self.delivery_period),
            ("delivery_address", &self.delivery_address),
        ]
        .into_iter()
        .map(|(field, text)| (field.to_owned(), text.clone()))
        .collect();
        all.extend(line_texts(&self.lines));
        for (index, (title, body)) in self.clauses.iter().enumerate() {
            let row = index + 1;
            all.push((format!("clauses.{row}.title"), title.clone()));
            // Line breaks are set, not printed.
            all.push((format!("clauses.{row}.body"), body.replace('\n', " ")));
        }
        all.extend(own_texts(&self.own, Paper::Contract));
        all
    }
}

/// One 销售合同, ready to be arranged by `contract.typ`.
#[derive(Debug, Serialize)]
pub(super) struct ContractSheet {
    words: &'static Words,
    own: &'static ContractWords,
    language: &'static str,
    watermark: &'static str,
    title: &'static str,
    pub(super) number: String,
    code: String,
    signed_on: String,
    seller: LetterheadSheet,
    buyer_name: String,
    buyer: Vec<Row>,
    seller_rows: Vec<Row>,
    about: Vec<Row>,
    opening: String,
    goods_title: &'static str,
    lines: Vec<LineSheet>,
    /// A sentence in place of the amount block; empty for all but frameworks.
    /// Of a framework: what is called off and how it is paid stand in place of amounts and dates.
    frame: bool,
    limit: String,
    each: String,
    /// After the last article.
    closing: String,
    #[serde(flatten)]
    amounts: AmountSheet,
    #[serde(flatten)]
    terms: TermsSheet,
    bank: Vec<Row>,
    delivery: Vec<Row>,
    /// Numbers of the articles, as words: one for goods, payment, delivery and each clause.
    articles: Vec<String>,
    clauses: Vec<ClauseSheet>,
    our_signatory: String,
    their_signatory: String,
}

#[derive(Debug, Serialize)]
struct ClauseSheet {
    title: String,
    body: Vec<String>,
}

/// Everything the 销售合同 shows.
pub(super) fn contract_sheet(facts: &ContractFacts) -> Result<ContractSheet, PaperFault> {
    let (words, own) = (words(facts.language), contract_words(facts.language));
    let frame = facts.kind == ContractKind::Framework;
    let total = amounts::total(&facts.lines)?;
    let mut lines = priced_lines(&facts.lines, facts.promised_on);
    for (line, known) in lines.iter_mut().zip(&facts.lines) {
        if known.quantity.0 == 0 {
            (line.quantity, line.amount) = ("—".to_owned(), "—".to_owned());
        }
    }
    let places = facts.places();
    let say = Saying { language: facts.language, own: &facts.own, facts: &places };
    let only_of_frames = |sentence| if frame { say.line(sentence) } else { String::new() };
    let is_supplement = !facts.supplement_of.is_empty();
    let opening = if is_supplement { Sentence::ContractSupplement } else { Sentence::ContractOpening };
    let clauses: Vec<ClauseSheet> = facts.clauses.iter().map(clause).collect();
    let numbered = 1..=clauses.len() + 3;
    let signed = facts.signed_on.map(|day| long_date(facts.language, day)).unwrap_or_default();
    Ok(ContractSheet {
        words,
        own,
        language: if facts.language == Language::Zh { "zh" } else { "en" },
        watermark: watermark(facts, own),
        title: facts.title(),
        number: facts.shown_number(),
        code: clean_line(&facts.content_code),
        seller: facts.seller.letterhead().sheet(words.phone, words.tax_number),
        buyer_name: clean_line(&facts.customer.name),
        buyer: buyer(facts, words, own),
        seller_rows: seller(facts, words, own),
        about: rows([
            (words.number, facts.shown_number()),
            (own.supplements, clean_line(&facts.supplement_of)),
            (own.customer_order, clean_line(&facts.customer_order_number)),
            (own.signed_on, signed.clone()),
            (own.valid_until, facts.valid_until.map(date).unwrap_or_default()),
        ]),
        opening: say.line(opening),
        goods_title: if frame { own.goods_frame } else { own.goods },
        lines,
        frame,
        limit: only_of_frames(Sentence::ContractLimit),
        each: only_of_frames(Sentence::ContractEach),
        closing: say.line(Sentence::ContractClosing),
        amounts: amounts::amounts(facts.language, &facts.lines, facts.waiver)?,
        terms: amounts::schedule(facts.language, &facts.terms, total, None, &facts.calendar),
        bank: rows([
            (words.bank_holder, clean_line(&facts.seller.name)),
            (words.bank_name, clean_line(&facts.seller.bank_name)),
            (words.bank_account, clean_line(&facts.seller.bank_account)),
        ]),
        delivery: rows([
            (own.period, clean_line(&facts.delivery_period)),
            (own.promised, facts.promised_on.map(date).unwrap_or_default()),
            (own.place, clean_line(&facts.delivery_address)),
        ]),
        articles: numbered.map(|nth| fill(own.article, &[("nth", &ordinal(facts.language, nth))])).collect(),
        clauses,
        our_signatory: clean_line(&facts.our_signatory),
        their_signatory: clean_line(&facts.their_signatory),
        signed_on: signed,
    })
}

fn clause((title, body): &(String, String)) -> ClauseSheet {
    let body = clean_text(body);
    ClauseSheet { title: clean_line(title), body: body.split('\n').map(str::to_owned).collect() }
}

fn watermark(facts: &ContractFacts, own: &ContractWords) -> &'static str {
    match facts.state {
        _ if facts.specimen => words(facts.language).specimen,
        ContractState::Draft | ContractState::InReview | ContractState::Returned => own.watermark,
        ContractState::Void => own.void,
        ContractState::Reviewed | ContractState::Signed => "",
    }
}

fn buyer(facts: &ContractFacts, words: &'static Words, own: &'static ContractWords) -> Vec<Row> {
    let customer = &facts.customer;
    rows([
        (own.address, clean_line(&facts.customer_address)),
        (words.tax_number, clean_line(&customer.tax_number)),
        (words.contact, joined([clean_line(&customer.contact), clean_line(&customer.phone)])),
        (own.bank, joined(facts.customer_bank.clone().map(|text| clean_line(&text)))),
    ])
}

fn seller(facts: &ContractFacts, words: &'static Words, own: &'static ContractWords) -> Vec<Row> {
    let (company, manager) = (&facts.seller, &facts.manager);
    rows([
        (own.address, clean_line(&company.address)),
        (words.tax_number, clean_line(&company.tax_number)),
        (words.contact, joined([clean_line(&manager.name), clean_line(&manager.phone)])),
        (own.bank, joined([clean_line(&company.bank_name), clean_line(&company.bank_account)])),
    ])
}

/// 一, 二 … 十一 …, or the figure.
fn ordinal(language: Language, nth: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if language == Language::En || nth > 99 {
        return nth.to_string();
    }
    let (tens, ones) = (nth / 10, DIGITS[nth % 10]);
    match tens {
        0 => ones.to_owned(),
        1 => format!("十{ones}"),
        tens => format!("{}十{ones}", DIGITS[tens]),
    }
}
