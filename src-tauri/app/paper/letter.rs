//! 订单确认函: the facts that stand on the letter, its number and its file name.
//!
//! The press that sets them is [`LetterPress`]; what the page looks like is `letter.typ`.

use chengdan_domain::calendar::Calendar;
use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::order::InvoiceKind;
use chengdan_domain::payment::PaymentTerms;
use chengdan_domain::text::{clean_line, safe_file_name, shorten};
use chengdan_domain::wording::{Paper, place};
use chrono::{NaiveDate, NaiveDateTime};

use super::figures::{long_date, money};
use super::fill::fill;
use super::letterhead::Letterhead;
pub use super::press::LetterPress;
use super::wording::{own_texts, parties};
pub use super::words::Language;
use crate::views::wording::Sentences;

/// The most characters of the customer's name in a file name, so that number and version always fit.
const NAME_IN_FILE: usize = 24;

/// Everything that stands on one 订单确认函. Empty text means "not known" and leaves its row out.
///
/// The same facts give the same bytes; nothing is read from the book, the clock or the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterFacts {
    pub language: Language,
    /// False prints the watermark 「未审批」 over every page (O5).
    pub approved: bool,
    /// `DD202611-001`; empty while the order is a draft without number.
    pub order_number: String,
    /// 1 prints R1.
    pub revision: i64,
    /// The letter's date: of the last approval, or today for a preview.
    pub dated_on: NaiveDate,
    /// The first 6–8 characters of the hash of what was approved (O4).
    pub content_code: String,
    pub seller: SellerFacts,
    pub customer: CustomerFacts,
    pub manager: ManagerFacts,
    pub contract_number: String,
    pub contract_signed_on: Option<NaiveDate>,
    /// The customer's own purchase number.
    pub customer_order_number: String,
    pub lines: Vec<LineFacts>,
    /// 整单优惠/抹零, already spread into the line amounts; 0 prints nothing.
    pub waiver: Money,
    pub terms: PaymentTerms,
    /// The day from which 预付 counts: the contract's signature, or the letter's date without one.
    pub terms_from: Option<NaiveDate>,
    pub invoice_kind: InvoiceKind,
    /// Empty: the customer's name.
    pub invoice_title: String,
    pub delivery: DeliveryFacts,
    /// By which the instalments' working days are counted.
    pub calendar: Calendar,
    /// N working days within which the customer is asked to confirm.
    pub confirm_days: i64,
    /// The end of those days when already known; otherwise 「收到本函后 N 个工作日内」.
    pub confirm_by: Option<NaiveDateTime>,
    /// Days after arrival within which objections must be raised.
    pub objection_days: i64,
    /// The company's own sentences in this language; the others follow the standard.
    pub own: Sentences,
    /// Only shows a wording: the watermark 「样张」 over every page.
    pub specimen: bool,
}

/// The letterhead and the bank block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SellerFacts {
    pub name: String,
    pub name_en: String,
    pub tax_number: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub bank_name: String,
    pub bank_account: String,
}

impl SellerFacts {
    /// The part of it that stands on every paper.
    pub fn letterhead(&self) -> Letterhead {
        Letterhead {
            name: self.name.clone(),
            name_en: self.name_en.clone(),
            tax_number: self.tax_number.clone(),
            address: self.address.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
        }
    }
}

/// To whom the letter goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerFacts {
    /// 打印名称 if the customer has one, otherwise the name.
    pub name: String,
    /// 简称, or the name.
    pub short_name: String,
    pub contact: String,
    /// 称谓: 女士 / 先生 / 经理; follows the name.
    pub salutation: String,
    /// 职务
    pub title: String,
    pub phone: String,
    pub email: String,
    pub tax_number: String,
}

impl CustomerFacts {
    /// The contact with 称谓, which is not said twice when it was typed into the name; empty when nobody is named.
    pub fn called(&self, language: Language) -> String {
        let (contact, salutation) = (clean_line(&self.contact), clean_line(&self.salutation));
        if contact.is_empty() || salutation.is_empty() || contact.ends_with(&salutation) {
            return contact;
        }
        match language {
            Language::Zh => format!("{contact}{salutation}"),
            Language::En => format!("{contact} {salutation}"),
        }
    }
}

/// Our account manager.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ManagerFacts {
    pub name: String,
    pub phone: String,
    pub email: String,
}

impl ManagerFacts {
    /// Name, phone and address one after the other, as far as they are known.
    pub fn line(&self) -> String {
        let parts = [&self.name, &self.phone, &self.email].map(|part| clean_line(part));
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Where and when the goods arrive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeliveryFacts {
    pub address: String,
    pub receiver: String,
    pub phone: String,
    pub promised_on: Option<NaiveDate>,
}

/// One line of the order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineFacts {
    pub name: String,
    pub specification: String,
    pub unit: String,
    pub quantity: Quantity,
    /// Tax-inclusive.
    pub price: Price,
    /// Tax-inclusive, after every discount.
    pub amount: Money,
    pub rate: Rate,
    pub promised_on: Option<NaiveDate>,
    /// 定制
    pub customised: bool,
}

impl LetterFacts {
    /// `QR-DD202611-001`, the number of the letter; a draft without number says that it is one.
    pub fn letter_number(&self) -> String {
        match self.order_number.as_str() {
            "" => super::words::words(self.language).draft.to_owned(),
            number => format!("QR-{number}"),
        }
    }

    /// The order's amount, or `None` beyond the range of [`Money`].
    pub fn total(&self) -> Option<Money> {
        Money::sum(self.lines.iter().map(|line| line.amount))
    }

    /// `订单确认函_<number>_<customer>_R1.pdf`, safe on every file system.
    pub fn file_name(&self) -> String {
        letter_file_name(self.language, &self.order_number, &self.customer.name, self.revision)
    }

    /// Until when the customer is asked to answer.
    fn deadline(&self) -> String {
        let words = super::words::words(self.language);
        let days = self.confirm_days.to_string();
        match self.confirm_by {
            Some(end) => {
                let (day, time) = (long_date(self.language, end.date()), end.format("%H:%M").to_string());
                fill(words.deadline_known, &[("date", &day), ("time", &time), ("days", &days)])
            }
            None => fill(words.deadline_open, &[("days", &days)]),
        }
    }

    /// The facts that sentences may name, by their names.
    pub fn places(&self) -> Vec<(&'static str, String)> {
        let mut all = parties(self.language, &self.customer, &self.seller, &self.manager);
        all.extend([
            (place::ORDER, clean_line(&self.order_number)),
            (place::AMOUNT, self.total().map(money).unwrap_or_default()),
            (place::CONTRACT, clean_line(&self.contract_number)),
            (place::DEADLINE, self.deadline()),
            (place::DAYS, self.confirm_days.to_string()),
            (place::OBJECTION_DAYS, self.objection_days.to_string()),
        ]);
        all
    }

    /// Every text of the letter with the name of its field: what [`LetterPress::missing_glyphs`]
    /// wants to see when the order is submitted (O5).
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = [
            ("number", &self.order_number),
            ("seller.name", &self.seller.name),
            ("seller.name_en", &self.seller.name_en),
            ("seller.tax_number", &self.seller.tax_number),
            ("seller.address", &self.seller.address),
            ("seller.phone", &self.seller.phone),
            ("seller.email", &self.seller.email),
            ("seller.bank_name", &self.seller.bank_name),
            ("seller.bank_account", &self.seller.bank_account),
            ("customer.name", &self.customer.name),
            ("customer.contact", &self.customer.contact),
            ("customer.salutation", &self.customer.salutation),
            ("customer.title", &self.customer.title),
            ("customer.phone", &self.customer.phone),
            ("customer.email", &self.customer.email),
            ("customer.tax_number", &self.customer.tax_number),
            ("manager.name", &self.manager.name),
            ("manager.phone", &self.manager.phone),
            ("manager.email", &self.manager.email),
            ("contract_number", &self.contract_number),
            ("customer_order_number", &self.customer_order_number),
            ("invoice_title", &self.invoice_title),
            ("delivery_address", &self.delivery.address),
            ("receiver", &self.delivery.receiver),
            ("receiver_phone", &self.delivery.phone),
            ("content_code", &self.content_code),
        ]
        .into_iter()
        .map(|(field, text)| (field.to_owned(), text.clone()))
        .collect();
        all.extend(own_texts(&self.own, Paper::Letter));
        all.extend(line_texts(&self.lines));
        all
    }
}

/// The file name of a letter: `订单确认函_<number>_<customer>_R1.pdf`; the customer's name is cut
/// and cleaned so that Windows, mail and archives take it.
pub fn letter_file_name(language: Language, order_number: &str, customer: &str, revision: i64) -> String {
    let words = super::words::words(language);
    let order_number = if order_number.is_empty() { words.draft } else { order_number };
    let customer = shorten(&clean_line(customer), NAME_IN_FILE);
    let stem = format!("{}_{order_number}_{customer}_R{revision}", words.title_file);
    safe_file_name(&stem, "pdf")
}

/// Every text of a paper's lines with the name of its field.
pub(super) fn line_texts(lines: &[LineFacts]) -> impl Iterator<Item = (String, String)> {
    lines.iter().zip(1..).flat_map(|(line, row)| {
        let texts = [("name", &line.name), ("spec", &line.specification), ("unit", &line.unit)];
        texts.map(|(field, text)| (format!("lines.{row}.{field}"), text.clone()))
    })
}

pub(super) fn or<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    if text.trim().is_empty() { otherwise } else { text }
}
