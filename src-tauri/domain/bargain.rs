//! What two sides agreed on, and where two of their papers differ: an accepted version and its contract (C1), a contract
//! and its order (O1). Every difference is named; what one of them leaves open is not compared.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::{Money, Price, Quantity, Rate, discounted_half_up};
use crate::order::form::{LineForm, OrderForm, Priced};
use crate::payment::{PaymentTerms, sentence_en, sentence_zh};

/// What was agreed. Empty texts and missing dates were left open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bargain {
    /// Only prices are agreed: quantities, lines and amount are told by every order that calls off.
    pub frame: bool,
    pub amount: Money,
    pub terms: PaymentTerms,
    pub delivery_period: String,
    pub delivery_address: String,
    pub promised_on: Option<NaiveDate>,
    pub lines: Vec<BargainLine>,
}

/// A line of it. The price is what is paid, its own discount taken off.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BargainLine {
    pub product_id: Option<i64>,
    pub name: String,
    pub spec: String,
    pub unit: String,
    pub quantity: Option<Quantity>,
    pub price: Option<Price>,
    pub tax_rate: Option<Rate>,
    pub customised: bool,
    pub promised_on: Option<NaiveDate>,
}

/// What a line says in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub enum LineText {
    Name,
    Spec,
    Unit,
}

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Said {
    pub zh: String,
    pub en: String,
}

/// Where the later paper departs from what was agreed. `row` counts from 1: of the agreed paper for a line that is
/// missing, otherwise of the later one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "what")]
pub enum Difference {
    Amount { agreed_fen: Money, found_fen: Money },
    Terms { agreed: Said, found: Said },
    DeliveryPeriod { agreed: String, found: String },
    Address { agreed: String, found: String },
    Promised { agreed: NaiveDate, found: Option<NaiveDate> },
    LineMissing { row: i64, name: String },
    LineAdded { row: i64, name: String },
    LineText { row: i64, name: String, text: LineText, agreed: String, found: String },
    LineQuantity { row: i64, name: String, agreed_milli: Quantity, found_milli: Option<Quantity> },
    LinePrice { row: i64, name: String, agreed_micro: Price, found_micro: Option<Price> },
    LineTax { row: i64, name: String, agreed: Rate, found: Option<Rate> },
    LineCustomised { row: i64, name: String, found: bool },
    LinePromised { row: i64, name: String, agreed: NaiveDate, found: Option<NaiveDate> },
}

impl Bargain {
    /// What an order, or what will become one, says.
    pub fn of_order(form: &OrderForm, priced: &Priced) -> Bargain {
        Bargain {
            frame: false,
            amount: priced.amount,
            terms: form.terms.clone(),
            delivery_period: String::new(),
            delivery_address: form.delivery_address.clone(),
            promised_on: form.promised_on,
            lines: form.lines.iter().map(BargainLine::of).collect(),
        }
    }

    /// Everything in which `found` departs from this.
    pub fn differences(&self, found: &Bargain) -> Vec<Difference> {
        let mut all = Vec::new();
        if !self.frame && self.amount != found.amount {
            all.push(Difference::Amount { agreed_fen: self.amount, found_fen: found.amount });
        }
        if !self.terms.instalments.is_empty() && self.terms != found.terms {
            all.push(Difference::Terms { agreed: said(&self.terms), found: said(&found.terms) });
        }
        let texts = |agreed: &String, found: &String| {
            let differ = !agreed.is_empty() && !found.is_empty() && agreed != found;
            differ.then(|| (agreed.clone(), found.clone()))
        };
        if let Some((agreed, found)) = texts(&self.delivery_period, &found.delivery_period) {
            all.push(Difference::DeliveryPeriod { agreed, found });
        }
        if let Some((agreed, found)) = texts(&self.delivery_address, &found.delivery_address) {
            all.push(Difference::Address { agreed, found });
        }
        if let Some(agreed) = self.promised_on.filter(|day| !self.frame && found.promised_on != Some(*day)) {
            all.push(Difference::Promised { agreed, found: found.promised_on });
        }
        self.lines_differ(found, &mut all);
        all
    }

    fn lines_differ(&self, found: &Bargain, all: &mut Vec<Difference>) {
        let pairs = paired(&self.lines, &found.lines);
        for (index, agreed) in self.lines.iter().enumerate() {
            let other = pairs.iter().find(|(one, _)| *one == index);
            match other.and_then(|(_, other)| Some((row_of(*other), found.lines.get(*other)?))) {
                Some((row, line)) => agreed.differs(line, row, self.frame, all),
                None if self.frame => {}
                None => all.push(Difference::LineMissing { row: row_of(index), name: agreed.name.clone() }),
            }
        }
        // A framework that names no goods lets anything be called off.
        if self.frame && self.lines.is_empty() {
            return;
        }
        for (index, line) in found.lines.iter().enumerate() {
            if !pairs.iter().any(|(_, other)| *other == index) {
                all.push(Difference::LineAdded { row: row_of(index), name: line.name.clone() });
            }
        }
    }
}

impl BargainLine {
    fn of(line: &LineForm) -> BargainLine {
        BargainLine {
            product_id: line.product_id,
            name: line.name.clone(),
            spec: line.spec.clone(),
            unit: line.unit.clone(),
            quantity: line.quantity,
            price: line.price.map(|price| discounted_half_up(price, line.discount)),
            tax_rate: line.tax_rate,
            customised: line.customised,
            promised_on: line.promised_on,
        }
    }

    fn differs(&self, found: &BargainLine, row: i64, frame: bool, all: &mut Vec<Difference>) {
        let name = || found.name.clone();
        for (text, agreed, found) in [
            (LineText::Name, &self.name, &found.name),
            (LineText::Spec, &self.spec, &found.spec),
            (LineText::Unit, &self.unit, &found.unit),
        ] {
            if agreed != found {
                let (agreed, found) = (agreed.clone(), found.clone());
                all.push(Difference::LineText { row, name: name(), text, agreed, found });
            }
        }
        if let Some(agreed_milli) = self.quantity.filter(|agreed| !frame && found.quantity != Some(*agreed)) {
            let found_milli = found.quantity;
            all.push(Difference::LineQuantity { row, name: name(), agreed_milli, found_milli });
        }
        if let Some(agreed_micro) = self.price.filter(|agreed| found.price != Some(*agreed)) {
            all.push(Difference::LinePrice { row, name: name(), agreed_micro, found_micro: found.price });
        }
        if let Some(agreed) = self.tax_rate.filter(|agreed| found.tax_rate != Some(*agreed)) {
            all.push(Difference::LineTax { row, name: name(), agreed, found: found.tax_rate });
        }
        if self.customised != found.customised {
            all.push(Difference::LineCustomised { row, name: name(), found: found.customised });
        }
        let promised = self.promised_on.filter(|day| !frame && found.promised_on != Some(*day));
        if let Some(agreed) = promised {
            all.push(Difference::LinePromised { row, name: name(), agreed, found: found.promised_on });
        }
    }
}

/// Which line stands for which, by their places: the same product and specification first, then the same product, then
/// the same name. Each stands for one.
fn paired(agreed: &[BargainLine], found: &[BargainLine]) -> Vec<(usize, usize)> {
    type Same = fn(&BargainLine, &BargainLine) -> bool;
    let alike: [Same; 4] = [
        |one, other| one == other,
        |one, other| one.product_id == other.product_id && one.name == other.name && one.spec == other.spec,
        |one, other| one.product_id.is_some() && one.product_id == other.product_id,
        |one, other| !one.name.is_empty() && one.name == other.name,
    ];
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for same in alike {
        for (index, line) in agreed.iter().enumerate() {
            if pairs.iter().any(|(one, _)| *one == index) {
                continue;
            }
            let free = |other: &usize| !pairs.iter().any(|(_, taken)| taken == other);
            let other = (0..found.len()).filter(free).find(|other| same(line, &found[*other]));
            pairs.extend(other.map(|other| (index, other)));
        }
    }
    pairs
}

fn row_of(index: usize) -> i64 {
    i64::try_from(index + 1).unwrap_or(i64::MAX)
}

fn said(terms: &PaymentTerms) -> Said {
    Said { zh: sentence_zh(terms), en: sentence_en(terms) }
}
