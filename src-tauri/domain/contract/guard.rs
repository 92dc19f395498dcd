//! The guards of a contract's law: what should hold. Each answers every reason why it does not.

use super::law::{self, ContractDoc, ContractFacts};
use super::{CheckItem, ContractKind, ContractState};
use crate::approval::hand_objections;
use crate::order::guard::{incomplete_lines, terms_lack, waiver_exceeds};
use crate::people::Given;
use crate::refusal::Refusal;
use crate::tax_rate;

type Reasons = Vec<Refusal>;

fn unless(holds: bool, reason: Refusal) -> Reasons {
    if holds { Vec::new() } else { vec![reason] }
}

fn missing(field: &str) -> Refusal {
    Refusal::FieldMissing { field: field.into() }
}

/// A lost deal is taken up again before anything is agreed on it.
pub fn deal_is_not_lost(_: &ContractDoc, facts: &ContractFacts) -> Reasons {
    law::opening(facts.lost_deal.as_deref())
}

pub fn customer_is_named(doc: &ContractDoc, _: &ContractFacts) -> Reasons {
    unless(doc.form.sale.customer_id.is_some(), Refusal::CustomerMissing)
}

/// A framework says how much and until when; a purchase order has the customer's number.
pub fn kind_is_complete(doc: &ContractDoc, _: &ContractFacts) -> Reasons {
    let form = &doc.form;
    match form.kind {
        ContractKind::Single => Vec::new(),
        ContractKind::PurchaseOrder => {
            unless(!form.sale.customer_order_number.trim().is_empty(), missing("customer_order_number"))
        }
        ContractKind::Framework => {
            let mut reasons = match form.limit {
                None => vec![missing("limit_fen")],
                Some(limit) => {
                    unless(limit.0 > 0, Refusal::FieldNotPositive { field: "limit_fen".into(), row: None })
                }
            };
            reasons.extend(unless(form.valid_until.is_some(), missing("valid_until")));
            reasons
        }
    }
}

/// A framework may name prices without quantities, or nothing at all.
pub fn lines_are_there(doc: &ContractDoc, _: &ContractFacts) -> Reasons {
    let frame = doc.form.kind == ContractKind::Framework;
    if doc.form.sale.lines.is_empty() {
        return unless(frame, Refusal::NoLines);
    }
    let mut reasons = incomplete_lines(&doc.form.sale.lines.iter().collect::<Vec<_>>());
    let counted = |reason: &Refusal| match reason {
        Refusal::LineFieldMissing { field, .. } => field != "quantity_milli",
        _ => true,
    };
    reasons.retain(|reason| !frame || counted(reason));
    reasons
}

/// A rate that is in force; a contract is kept for years, and its rate is printed in it.
pub fn tax_rates_are_in_force(doc: &ContractDoc, facts: &ContractFacts) -> Reasons {
    let rates = (1..).zip(&doc.form.sale.lines).filter_map(|(row, line)| Some((row, line.tax_rate?)));
    rates.filter_map(|(row, rate)| tax_rate::objection(rate, facts.today, row)).collect()
}

pub fn fields_are_complete(doc: &ContractDoc, _: &ContractFacts) -> Reasons {
    let (form, sale) = (&doc.form, &doc.form.sale);
    let frame = form.kind == ContractKind::Framework;
    let when = sale.promised_on.is_some() || !form.delivery_period.trim().is_empty();
    let filled = [
        ("delivery_address", frame || !sale.delivery_address.trim().is_empty()),
        ("delivery_period", frame || when),
        ("owner_id", sale.owner_id.is_some()),
    ];
    filled.into_iter().filter(|(_, filled)| !filled).map(|(field, _)| missing(field)).collect()
}

pub fn waiver_is_within_amount(doc: &ContractDoc, _: &ContractFacts) -> Reasons {
    waiver_exceeds(&doc.form.sale)
}

pub fn terms_are_whole(doc: &ContractDoc, _: &ContractFacts) -> Reasons {
    terms_lack(&doc.form.sale.terms)
}

/// A contract of ours has clauses, each with its words; a customer's purchase order has its own.
pub fn clauses_are_there(doc: &ContractDoc, _: &ContractFacts) -> Reasons {
    let clauses = &doc.form.clauses;
    let theirs = doc.form.kind == ContractKind::PurchaseOrder || doc.form.supplement_of.is_some();
    let mut reasons = unless(theirs || !clauses.is_empty(), Refusal::ClausesMissing);
    for (row, clause) in (1..).zip(clauses) {
        for (field, text) in [("clause.title", &clause.title), ("clause.body", &clause.body)] {
            if text.trim().is_empty() {
                reasons.push(Refusal::LineFieldMissing { field: field.into(), row });
            }
        }
    }
    reasons
}

pub fn dates_are_ahead(doc: &ContractDoc, facts: &ContractFacts) -> Reasons {
    let sale = &doc.form.sale;
    let lines = sale.lines.iter().filter_map(|line| line.promised_on);
    let earliest = sale.promised_on.into_iter().chain(lines).min().filter(|day| *day < facts.today);
    let promised = earliest.map(|promised_on| Refusal::PromisedBeforeToday { promised_on });
    let over = doc.form.valid_until.filter(|day| *day < facts.today);
    let over = over.map(|valid_until| Refusal::FrameworkOver {
        number: doc.number.clone().unwrap_or_default(),
        valid_until,
    });
    promised.into_iter().chain(over).collect()
}

/// Amount, terms and lines agree with what was accepted, or every difference is named and there is a reason.
pub fn agrees_with_the_quotation(doc: &ContractDoc, facts: &ContractFacts) -> Reasons {
    let differences = doc.differences(facts);
    let explained = differences.is_empty() || !doc.form.difference_reason.trim().is_empty();
    unless(explained, Refusal::QuotationDiffers { differences })
}

pub fn what_it_supplements_is_signed(_: &ContractDoc, facts: &ContractFacts) -> Reasons {
    let open = facts.supplements.as_ref().filter(|(_, state)| *state != ContractState::Signed);
    open.map(|(number, _)| Refusal::ContractNotSigned { number: number.clone() }).into_iter().collect()
}

pub fn company_is_complete(_: &ContractDoc, facts: &ContractFacts) -> Reasons {
    facts.company_missing.iter().map(|field| Refusal::CompanyIncomplete { field: field.clone() }).collect()
}

pub fn paper_can_be_printed(_: &ContractDoc, facts: &ContractFacts) -> Reasons {
    facts.glyphs_missing.clone()
}

/// Refused, by name, when nobody of legal is left beside the authors.
pub fn somebody_can_review(doc: &ContractDoc, facts: &ContractFacts) -> Reasons {
    if !doc.needs_review(facts) {
        return Vec::new();
    }
    doc.round(facts, |round| round.unfilled(1, &facts.people, &[]))
}

pub fn decider_is_legal(doc: &ContractDoc, facts: &ContractFacts) -> Reasons {
    let Some(hand) = &facts.hand else { return vec![missing("decider_id")] };
    match facts.people.iter().find(|who| who.id == hand.decider_id) {
        Some(who) => doc.round(facts, |round| round.objections(who)),
        None => vec![missing("decider_id")],
    }
}

pub fn hand_is_in_order(doc: &ContractDoc, facts: &ContractFacts) -> Reasons {
    let Some(hand) = &facts.hand else { return Vec::new() };
    let mut reasons = hand_objections(hand, &facts.actor, &facts.rules, doc.amount());
    if facts.asking {
        reasons
            .retain(|reason| !matches!(reason, Refusal::EvidenceMissing | Refusal::EvidenceOrReasonMissing));
    }
    if hand.decider_id == hand.recorder_id && hand.given != Given::SignedIn {
        reasons.push(missing("given"));
    }
    reasons
}

/// To pass it, every point is in order.
pub fn checklist_is_in_order(_: &ContractDoc, facts: &ContractFacts) -> Reasons {
    if facts.asking {
        return Vec::new();
    }
    let ok = |item: &CheckItem| facts.checklist.iter().any(|checked| checked.item == *item && checked.ok);
    let items: Vec<CheckItem> = CheckItem::ALL.into_iter().filter(|item| !ok(item)).collect();
    unless(items.is_empty(), Refusal::ChecklistOpen { items })
}

/// A point that is not in order says what is wrong with it.
pub fn checklist_is_known(_: &ContractDoc, facts: &ContractFacts) -> Reasons {
    let silent = facts.checklist.iter().filter(|checked| !checked.ok && checked.remark.trim().is_empty());
    let items: Vec<CheckItem> = silent.map(|checked| checked.item).collect();
    unless(items.is_empty(), Refusal::ChecklistUnexplained { items })
}

/// What legal passes is what was submitted.
pub fn content_is_unchanged(doc: &ContractDoc, _: &ContractFacts) -> Reasons {
    unless(doc.content_hash == doc.present_hash(), Refusal::ContentChanged)
}

pub fn reason_is_given(_: &ContractDoc, facts: &ContractFacts) -> Reasons {
    unless(facts.asking || !facts.note.trim().is_empty(), Refusal::ReasonMissing)
}

/// What is signed is what legal passed.
pub fn review_holds(doc: &ContractDoc, _: &ContractFacts) -> Reasons {
    unless(doc.reviewed_hash == doc.present_hash(), Refusal::ContentChanged)
}

pub fn signature_is_complete(_: &ContractDoc, facts: &ContractFacts) -> Reasons {
    if facts.asking {
        return Vec::new();
    }
    let signing = facts.signing.clone().unwrap_or_default();
    let filled = [
        ("signed_on", signing.signed_on.is_some()),
        ("our_signatory", !signing.our_signatory.trim().is_empty()),
        ("their_signatory", !signing.their_signatory.trim().is_empty()),
        ("scan", signing.scan.is_some()),
    ];
    filled.into_iter().filter(|(_, filled)| !filled).map(|(field, _)| missing(field)).collect()
}

pub fn signature_is_past(_: &ContractDoc, facts: &ContractFacts) -> Reasons {
    let day = facts.signing.as_ref().and_then(|signing| signing.signed_on);
    let ahead = day.filter(|day| *day > facts.today);
    ahead.map(|date| Refusal::SignedInFuture { date }).into_iter().collect()
}

/// A contract that is no framework is one order.
pub fn still_to_be_ordered(doc: &ContractDoc, facts: &ContractFacts) -> Reasons {
    if doc.form.kind == ContractKind::Framework {
        return Vec::new();
    }
    let contract = doc.number.clone().unwrap_or_default();
    let order = facts.orders.first().cloned();
    order.map(|order| Refusal::ContractOrdered { contract, order }).into_iter().collect()
}

pub fn framework_is_open(doc: &ContractDoc, facts: &ContractFacts) -> Reasons {
    if doc.form.kind != ContractKind::Framework {
        return Vec::new();
    }
    let number = doc.number.clone().unwrap_or_default();
    let over = doc.form.valid_until.filter(|day| *day < facts.today);
    let over = over.map(|valid_until| Refusal::FrameworkOver { number: number.clone(), valid_until });
    let left = doc.amount().0 - facts.called.0;
    let used = (left <= 0).then_some(Refusal::FrameworkUsedUp { number });
    over.into_iter().chain(used).collect()
}
