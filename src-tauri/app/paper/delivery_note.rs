//! 发货单: what leaves the warehouse, for whom, and who signs for it. It has nowhere to put what anything costs
//! (a guard in tests/tidy sees to it).

use chengdan_domain::money::Quantity;
use chengdan_domain::number::delivery_note_number;
use chengdan_domain::text::{clean_line, safe_file_name, shorten};
use chrono::NaiveDate;
use serde::Serialize;

use super::delivery_words::{NoteWords, note_words};
use super::figures::{long_date, quantity};
use super::fill::fill;
use super::letterhead::{Letterhead, LetterheadSheet, Row, joined, rows};
use crate::views::book::Language;
use crate::views::delivery::{DeliveryNote, DeliveryNoteLine};

/// The most characters of the customer's name in a file name, so that the number always fits.
const NAME_IN_FILE: usize = 24;

/// What a 发货单 says besides the delivery.
#[derive(Debug, Clone)]
pub struct NoteFacts<'a> {
    pub language: Language,
    /// False prints the watermark 「未审批」 over every page (O5).
    pub approved: bool,
    /// The day of the delivery; while it is still to be sent, the day the note is made.
    pub dated_on: NaiveDate,
    pub letterhead: Letterhead,
    pub note: &'a DeliveryNote,
}

impl NoteFacts<'_> {
    /// `FH-DD202611-001-1`; an order without number says that it is a draft.
    pub fn number(&self) -> String {
        match delivery_note_number(&self.note.order_number, self.note.serial) {
            number if number.is_empty() => note_words(self.language).draft.to_owned(),
            number => number,
        }
    }

    /// `发货单_<number>_<customer>.pdf`, safe on every file system.
    pub fn file_name(&self) -> String {
        let customer = shorten(&clean_line(&self.note.customer), NAME_IN_FILE);
        safe_file_name(
            &format!("{}_{}_{customer}", note_words(self.language).title_file, self.number()),
            "pdf",
        )
    }
}

/// The 发货单, ready to be arranged by `delivery_note.typ`.
#[derive(Debug, Serialize)]
pub(super) struct NoteSheet {
    words: &'static NoteWords,
    language: &'static str,
    watermark: bool,
    pub(super) number: String,
    date: String,
    seller: LetterheadSheet,
    to_name: String,
    to: Vec<Row>,
    /// 「草稿」 while the order has none.
    order_number: String,
    order: Vec<Row>,
    /// Still to be sent: the hand that packs writes what it took.
    planned: bool,
    heads: [&'static str; 8],
    lines: Vec<[String; 8]>,
    sum: String,
    note: String,
    signatures: [&'static str; 3],
}

/// Everything the 发货单 shows.
pub(super) fn note_sheet(facts: &NoteFacts<'_>) -> NoteSheet {
    let words = note_words(facts.language);
    let note = facts.note;
    let planned = note.delivered_on.is_none();
    let to = [
        (words.receiver, joined([clean_line(&note.receiver), clean_line(&note.phone)])),
        (words.address, clean_line(&note.address)),
    ];
    let order = [
        (words.customer_order, clean_line(&note.customer_order_number)),
        (words.manager, joined([clean_line(&note.manager), clean_line(&note.manager_phone)])),
    ];
    NoteSheet {
        words,
        language: if facts.language == Language::Zh { "zh" } else { "en" },
        watermark: !facts.approved,
        number: clean_line(&facts.number()),
        date: long_date(facts.language, facts.dated_on),
        seller: facts.letterhead.sheet(words.phone, words.tax_number),
        to_name: clean_line(&note.customer),
        to: rows(to),
        order_number: clean_line(if note.order_number.is_empty() { words.draft } else { &note.order_number }),
        order: rows(order),
        planned,
        heads: if planned { words.heads_planned } else { words.heads_sent },
        lines: (1_i64..).zip(&note.lines).map(|(number, line)| cells(number, line, planned)).collect(),
        sum: sum(words, note, planned),
        note: clean_line(&note.note),
        signatures: words.signatures,
    }
}

/// Still to be sent: ordered, sent before, now, and an empty box for what was packed. Sent: ordered, now, in all, open.
fn cells(number: i64, line: &DeliveryNoteLine, planned: bool) -> [String; 8] {
    let said = |count: i64| quantity(Quantity(count));
    let (ordered, now, before) = (line.ordered.0, line.now.0, line.before.0);
    let [third, fourth, fifth] = if planned {
        [said(before), said(now), String::new()]
    } else {
        let all = before.saturating_add(now);
        [said(now), said(all), said(ordered.saturating_sub(all).max(0))]
    };
    [
        number.to_string(),
        clean_line(&line.name),
        clean_line(&line.specification),
        clean_line(&line.unit),
        said(ordered),
        third,
        fourth,
        fifth,
    ]
}

/// How many lines, and how much of each unit: what two people count against each other at the gate.
fn sum(words: &NoteWords, note: &DeliveryNote, planned: bool) -> String {
    let mut units: Vec<(String, i64)> = Vec::new();
    for line in &note.lines {
        let unit = clean_line(&line.unit);
        match units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, count)) => *count = count.saturating_add(line.now.0),
            None => units.push((unit, line.now.0)),
        }
    }
    let said = |(unit, count): (String, i64)| {
        fill(words.unit_sum, &[("unit", &unit), ("count", &quantity(Quantity(count)))])
    };
    let each = units.into_iter().map(said);
    let template = if planned { words.sum_planned } else { words.sum_sent };
    let (count, each) = (note.lines.len().to_string(), each.collect::<Vec<_>>().join(words.between));
    fill(template, &[("lines", &count), ("each", &each)])
}
