//! 订单审批单, an internal paper: an order as it stands and every decision about it, round by round.

use chengdan_domain::approval::Decision;
use chengdan_domain::money::{Money, Rate, line_amount_half_up};
use chengdan_domain::payment::{sentence_en, sentence_zh};
use chengdan_domain::text::{clean_line, safe_file_name};
use chrono::{DateTime, FixedOffset, Utc};
use serde::Serialize;

use super::approval_words::{ApprovalWords, approval_words, decision, given, role, status};
use super::figures::{money, price, quantity, rate};
use super::fill::fill;
use super::words::Language;
use crate::views::order::{ApprovalEntry, OrderLine, OrderView};

/// What the 审批单 says besides the order.
#[derive(Debug, Clone)]
pub struct ApprovalFacts<'a> {
    pub language: Language,
    pub company: &'a str,
    /// 单人模式 is on: it is noted here, and never on the customer's letter.
    pub single_person: bool,
    /// When it is printed.
    pub printed_at: DateTime<Utc>,
    pub order: &'a OrderView,
}

impl ApprovalFacts<'_> {
    /// `订单审批单_<number>.pdf`
    pub fn file_name(&self) -> String {
        let words = approval_words(self.language);
        let number = self.order.number.as_deref().unwrap_or(words.draft);
        safe_file_name(&format!("{}_{number}", words.title), "pdf")
    }
}

/// The 审批单, ready to be arranged by `approval.typ`.
#[derive(Debug, Serialize)]
pub(super) struct ApprovalSheet {
    words: &'static ApprovalWords,
    language: &'static str,
    company: String,
    pub(super) number: String,
    status: &'static str,
    code: String,
    printed: String,
    notes: Vec<&'static str>,
    facts: Vec<Fact>,
    line_heads: [&'static str; 9],
    lines: Vec<[String; 9]>,
    uppercase: String,
    total: String,
    decision_heads: [&'static str; 7],
    decisions: Vec<[String; 7]>,
}

#[derive(Debug, Serialize)]
struct Fact {
    label: &'static str,
    text: String,
}

/// Everything the 审批单 shows.
pub(super) fn approval_sheet(facts: &ApprovalFacts<'_>) -> ApprovalSheet {
    let words = approval_words(facts.language);
    let order = facts.order;
    let mut notes = Vec::new();
    if order.approval_void {
        notes.push(words.void);
    }
    if facts.single_person {
        notes.push(words.single_person);
    }
    if decided_alone(order) {
        notes.push(words.decided_alone);
    }
    let lines = (1_i64..).zip(&order.lines);
    ApprovalSheet {
        words,
        language: if facts.language == Language::Zh { "zh" } else { "en" },
        company: clean_line(facts.company),
        number: clean_line(order.number.as_deref().unwrap_or(words.draft)),
        status: status(facts.language, order.status),
        code: clean_line(&order.content_code),
        printed: local(facts.printed_at),
        notes,
        facts: order_facts(facts, words),
        line_heads: words.line_heads,
        lines: lines.map(|(number, line)| line_cells(words, number, line)).collect(),
        uppercase: clean_line(&order.computed.uppercase),
        total: format!("¥ {}", money(order.computed.amount_fen)),
        decision_heads: words.decision_heads,
        decisions: order.approvals.iter().map(|entry| decision_cells(facts.language, words, entry)).collect(),
    }
}

/// Whether four eyes were waived for the running round: seen from its decisions, so that the note stays when the mode
/// is switched off again. Names of people are unique in a book.
fn decided_alone(order: &OrderView) -> bool {
    let granted: Vec<&str> = order
        .approvals
        .iter()
        .filter(|entry| entry.round == order.round && entry.decision == Decision::Granted)
        .map(|entry| entry.decider.as_str())
        .collect();
    let author = |name: &&str| *name == order.creator_name || *name == order.owner_name;
    let twice = |(index, name): (usize, &&str)| granted[..index].contains(name);
    granted.iter().any(author) || granted.iter().enumerate().any(twice)
}

fn order_facts(facts: &ApprovalFacts<'_>, words: &ApprovalWords) -> Vec<Fact> {
    let order = facts.order;
    let draft = &order.draft;
    let terms = match facts.language {
        Language::Zh => sentence_zh(&draft.terms),
        Language::En => sentence_en(&draft.terms),
    };
    let contract = [draft.contract_number.as_str(), draft.contract_signed_on.as_deref().unwrap_or("")];
    let list = Money::sum(order.lines.iter().filter_map(at_list_price));
    let waiver = if draft.waiver_fen.0 == 0 { "—".to_owned() } else { money(draft.waiver_fen) };
    let all = [
        (words.customer, order.customer_name.clone()),
        (words.owner, order.owner_name.clone()),
        (words.contract, contract.join("　")),
        (words.contract_amount, draft.contract_amount_fen.map(money).unwrap_or_default()),
        (words.list_total, list.map(money).unwrap_or_default()),
        (words.waiver, waiver),
        (words.terms, terms),
        (words.promised, draft.promised_on.clone().unwrap_or_default()),
        (words.creator, order.creator_name.clone()),
        (words.created, moment(&order.created_at)),
        (words.address, draft.delivery_address.clone()),
    ];
    let known = |text: String| Some(clean_line(&text)).filter(|text| !text.is_empty());
    let known = |(label, text)| Fact { label, text: known(text).unwrap_or_else(|| "—".to_owned()) };
    all.into_iter().map(known).collect()
}

/// A line without any discount: its list price, or its own price when the product has none.
fn at_list_price(line: &OrderLine) -> Option<Money> {
    line_amount_half_up(line.list_price_micro.unwrap_or(line.price_micro), line.quantity_milli, Rate(0))
}

fn line_cells(words: &ApprovalWords, number: i64, line: &OrderLine) -> [String; 9] {
    let name = clean_line(&line.name);
    [
        number.to_string(),
        if line.customised { format!("{name}（{}）", words.customised) } else { name },
        clean_line(&line.spec),
        clean_line(&line.unit),
        quantity(line.quantity_milli),
        price(line.price_micro),
        if line.discount.0 == 0 { "—".to_owned() } else { rate(line.discount) },
        money(line.amount_fen),
        clean_line(line.promised_on.as_deref().unwrap_or("—")),
    ]
}

fn decision_cells(language: Language, words: &ApprovalWords, entry: &ApprovalEntry) -> [String; 7] {
    let level = match entry.role {
        Some(of) if entry.level > 0 => format!("{} {}", entry.level, role(language, of)),
        _ => "—".to_owned(),
    };
    let mut how = vec![given(language, entry.given).to_owned()];
    if entry.recorder != entry.decider && !entry.recorder.is_empty() {
        how.push(fill(words.recorded_by, &[("name", &clean_line(&entry.recorder))]));
    }
    if entry.evidence.is_some() {
        how.push(words.with_evidence.to_owned());
    }
    match entry.confirmed {
        Some(true) => how.push(words.confirmed.to_owned()),
        Some(false) => how.push(words.disputed.to_owned()),
        None => {}
    }
    let said: Vec<String> = [&entry.note, &entry.behalf_reason].map(|text| clean_line(text)).to_vec();
    [
        entry.round.to_string(),
        level,
        decision(language, entry.decision).to_owned(),
        clean_line(&entry.decider),
        how.join(if language == Language::Zh { "，" } else { ", " }),
        moment(&entry.at),
        said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" / "),
    ]
}

/// An instant of the book in the company's zone; what is none stays as it is.
fn moment(text: &str) -> String {
    DateTime::parse_from_rfc3339(text).map_or_else(|_| clean_line(text), |at| local(at.to_utc()))
}

/// `2026-10-08 09:42` in Shanghai.
fn local(at: DateTime<Utc>) -> String {
    let zone = FixedOffset::east_opt(8 * 3_600);
    zone.map_or_else(|| at.naive_utc(), |zone| at.with_timezone(&zone).naive_local())
        .format("%Y-%m-%d %H:%M")
        .to_string()
}
