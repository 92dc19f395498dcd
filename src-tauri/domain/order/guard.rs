//! The guards of an order's law: what should hold. Each answers every reason why it does not.

use super::form::{LineForm, OrderForm};
use super::law::{OrderDoc, OrderFacts};
use crate::approval::{Member, Round, hand_objections, ladder_for};
use crate::bargain::Bargain;
use crate::contract::{ContractKind, ContractState};
use crate::money::Money;
use crate::payment::{PaymentTerms, check_terms};
use crate::people::{Given, Hand};
use crate::refusal::Refusal;
use crate::text::is_email;

type Reasons = Vec<Refusal>;

fn unless(holds: bool, reason: Refusal) -> Reasons {
    if holds { Vec::new() } else { vec![reason] }
}

fn missing(field: &str) -> Refusal {
    Refusal::FieldMissing { field: field.into() }
}

pub fn customer_is_named(doc: &OrderDoc, _: &OrderFacts) -> Reasons {
    unless(doc.form.customer_id.is_some(), Refusal::CustomerMissing)
}

pub fn has_lines(doc: &OrderDoc, _: &OrderFacts) -> Reasons {
    unless(!doc.form.lines.is_empty(), Refusal::NoLines)
}

pub fn lines_are_complete(doc: &OrderDoc, _: &OrderFacts) -> Reasons {
    incomplete_lines(&doc.form.lines.iter().collect::<Vec<_>>())
}

/// What lines lack, whatever document they stand on.
pub(crate) fn incomplete_lines(lines: &[&LineForm]) -> Reasons {
    let mut reasons = Vec::new();
    for (row, line) in (1..).zip(lines) {
        let lacks = |field: &str| Refusal::LineFieldMissing { field: field.into(), row };
        let not_positive = |field: &str| Refusal::FieldNotPositive { field: field.into(), row: Some(row) };
        if line.name.trim().is_empty() {
            reasons.push(lacks("name"));
        }
        match line.quantity {
            None => reasons.push(lacks("quantity_milli")),
            Some(quantity) if quantity.0 <= 0 => reasons.push(not_positive("quantity_milli")),
            Some(_) => {}
        }
        match line.price {
            None => reasons.push(lacks("price_micro")),
            // A gift is a line at 0; a price below it is a mistake.
            Some(price) if price.0 < 0 => reasons.push(not_positive("price_micro")),
            Some(_) => {}
        }
        if line.tax_rate.is_none() {
            reasons.push(lacks("tax_rate"));
        }
    }
    reasons
}

pub fn fields_are_complete(doc: &OrderDoc, _: &OrderFacts) -> Reasons {
    let form = &doc.form;
    let filled = [
        ("delivery_address", !form.delivery_address.trim().is_empty()),
        ("receiver", !form.receiver.trim().is_empty()),
        ("receiver_phone", !form.receiver_phone.trim().is_empty()),
        ("promised_on", form.promised_on.is_some()),
        ("owner_id", form.owner_id.is_some()),
    ];
    filled.into_iter().filter(|(_, filled)| !filled).map(|(field, _)| missing(field)).collect()
}

pub fn waiver_is_within_amount(doc: &OrderDoc, _: &OrderFacts) -> Reasons {
    waiver_exceeds(&doc.form)
}

/// 整单优惠 beyond what it is taken off, whatever document it stands on.
pub(crate) fn waiver_exceeds(form: &OrderForm) -> Reasons {
    let most = form.amount_before_waiver().unwrap_or_default().0.max(0);
    let within = (0..=most).contains(&form.waiver.0);
    unless(within, Refusal::FieldOutOfRange { field: "waiver_fen".into(), row: None, least: 0, most })
}

pub fn contract_is_present(doc: &OrderDoc, _: &OrderFacts) -> Reasons {
    let present = !doc.form.contract_number.trim().is_empty() && doc.form.contract_signed_on.is_some();
    unless(present, Refusal::ContractMissing)
}

/// What stands under a contract of the book names everything in which it departs from it, or has a reason. Of a contract
/// that is only told by its number, the amount is compared; a framework has none.
pub fn agrees_with_contract(doc: &OrderDoc, facts: &OrderFacts) -> Reasons {
    if let Some(contract) = &facts.contract {
        let differences = contract.bargain.differences(&Bargain::of_order(&doc.form, &doc.priced));
        let explained = differences.is_empty() || !doc.form.contract_reason.trim().is_empty();
        return unless(explained, Refusal::ContractDiffers { number: contract.number.clone(), differences });
    }
    let order_fen = doc.priced.amount;
    let differs = doc.form.contract_amount.filter(|amount| *amount != order_fen);
    differs.map(|contract_fen| Refusal::ContractDisagrees { contract_fen, order_fen }).into_iter().collect()
}

/// An order stands on a contract that is signed, of the same customer, and that has room for it.
pub fn contract_has_room(doc: &OrderDoc, facts: &OrderFacts) -> Reasons {
    let Some(contract) = &facts.contract else { return Vec::new() };
    let number = contract.number.clone();
    if contract.state != ContractState::Signed {
        return vec![Refusal::ContractNotSigned { number }];
    }
    if doc.form.customer_id != Some(contract.customer_id) {
        return vec![Refusal::ContractOfAnother { number }];
    }
    if contract.kind != ContractKind::Framework {
        let other = contract.other_orders.first().cloned();
        return other.map(|order| Refusal::ContractOrdered { contract: number, order }).into_iter().collect();
    }
    let over = contract.valid_until.filter(|day| *day < facts.today);
    let over = over.map(|valid_until| Refusal::FrameworkOver { number: number.clone(), valid_until });
    let left_fen = Money((contract.limit.0 - contract.called.0).max(0));
    let order_fen = doc.priced.amount;
    let beyond = (order_fen > left_fen).then_some(Refusal::FrameworkExceeded { number, left_fen, order_fen });
    let undated = doc.form.customer_order_on.is_none().then(|| missing("customer_order_on"));
    over.into_iter().chain(beyond).chain(undated).collect()
}

pub fn terms_are_whole(doc: &OrderDoc, _: &OrderFacts) -> Reasons {
    terms_lack(&doc.form.terms)
}

/// What is wrong with a schedule, whatever document it stands on.
pub(crate) fn terms_lack(terms: &PaymentTerms) -> Reasons {
    if terms.instalments.is_empty() {
        return vec![missing("terms")];
    }
    check_terms(terms)
}

pub fn promises_are_not_past(doc: &OrderDoc, facts: &OrderFacts) -> Reasons {
    let lines = doc.form.lines.iter().filter_map(|line| line.promised_on);
    let earliest = doc.form.promised_on.into_iter().chain(lines).min();
    let past = earliest.filter(|day| *day < facts.today);
    past.map(|promised_on| Refusal::PromisedBeforeToday { promised_on }).into_iter().collect()
}

pub fn company_is_complete(_: &OrderDoc, facts: &OrderFacts) -> Reasons {
    let fields = facts.paper.company_missing.iter();
    fields.map(|field| Refusal::CompanyIncomplete { field: field.clone() }).collect()
}

pub fn letter_can_be_printed(_: &OrderDoc, facts: &OrderFacts) -> Reasons {
    facts.paper.glyphs_missing.clone()
}

/// No address is allowed (the letter waits for one); an address that no server would take is not, and neither is a
/// company without a sender's: the customer's address may come before the last approval, which it would then stop.
pub fn letter_can_be_sent(_: &OrderDoc, facts: &OrderFacts) -> Reasons {
    let paper = &facts.paper;
    let mut reasons = Vec::new();
    for (field, address) in [("contact_email", &paper.email), ("owner_email", &paper.owner_email)] {
        if !address.is_empty() && !is_email(address) {
            reasons.push(Refusal::FieldNotEmail { field: field.into(), found: address.clone() });
        }
    }
    reasons.extend(unless(paper.sender_known, Refusal::MailNotSet));
    reasons
}

/// Refused, by name, when too few different people can fill the ladder.
pub fn ladder_can_be_filled(doc: &OrderDoc, facts: &OrderFacts) -> Reasons {
    let ladder = ladder_for(&facts.rules.levels, doc.priced.amount);
    if ladder.is_empty() {
        return vec![missing("levels")];
    }
    let authors = doc.authors();
    let single_person = facts.rules.single_person;
    let round = Round { ladder: &ladder, level: 1, authors: &authors, granted: &[], single_person };
    round.unfilled(1, &facts.people, &[])
}

fn decider(facts: &OrderFacts) -> Option<(&Hand, &Member)> {
    let hand = facts.hand.as_ref()?;
    let known = facts.people.iter().find(|who| who.id == hand.decider_id);
    Some((hand, known.or((facts.actor.id == hand.decider_id).then_some(&facts.actor))?))
}

pub fn decider_may_decide(doc: &OrderDoc, facts: &OrderFacts) -> Reasons {
    match decider(facts) {
        Some((_, who)) => doc.running(facts).round().objections(who),
        None => vec![missing("decider_id")],
    }
}

/// Sending back is no approval: who granted a lower rung may still return the order from a higher one.
pub fn decider_holds_the_rung(doc: &OrderDoc, facts: &OrderFacts) -> Reasons {
    let mut reasons = decider_may_decide(doc, facts);
    reasons.retain(|reason| !matches!(reason, Refusal::FourEyesTwice { .. }));
    reasons
}

pub fn hand_is_in_order(doc: &OrderDoc, facts: &OrderFacts) -> Reasons {
    let Some(hand) = &facts.hand else { return Vec::new() };
    let mut reasons = hand_objections(hand, &facts.actor, &facts.rules, doc.priced.amount);
    if facts.asking {
        reasons
            .retain(|reason| !matches!(reason, Refusal::EvidenceMissing | Refusal::EvidenceOrReasonMissing));
    }
    if hand.decider_id == hand.recorder_id && hand.given != Given::SignedIn {
        reasons.push(missing("given"));
    }
    reasons
}

/// An approval belongs to exact content (O4): what was submitted, what the lower rungs granted, what stands there.
pub fn content_is_unchanged(doc: &OrderDoc, facts: &OrderFacts) -> Reasons {
    let present = doc.present_hash();
    let same = doc.content_hash == present && facts.granted.iter().all(|rung| rung.content_hash == present);
    unless(same, Refusal::ContentChanged)
}

pub fn rungs_above_can_be_filled(doc: &OrderDoc, facts: &OrderFacts) -> Reasons {
    // Whoever may not decide at all is told so, not what would follow.
    if !decider_may_decide(doc, facts).is_empty() {
        return Vec::new();
    }
    let Some((hand, _)) = decider(facts) else { return Vec::new() };
    doc.running(facts).round().unfilled_above(&facts.people, hand.decider_id)
}

pub fn reason_is_given(_: &OrderDoc, facts: &OrderFacts) -> Reasons {
    unless(facts.asking || !facts.note.trim().is_empty(), Refusal::ReasonMissing)
}

pub fn carries_no_number(doc: &OrderDoc, _: &OrderFacts) -> Reasons {
    let number = doc.number.clone();
    number.map(|number| Refusal::NumberedNotDeletable { number }).into_iter().collect()
}

pub fn approval_holds(doc: &OrderDoc, _: &OrderFacts) -> Reasons {
    unless(!doc.approval_is_void(), Refusal::ContentChanged)
}

/// Σ delivered ≤ ordered.
pub fn delivery_fits(doc: &OrderDoc, facts: &OrderFacts) -> Reasons {
    if facts.asking {
        let open = doc
            .form
            .lines
            .iter()
            .zip(&doc.delivered)
            .any(|(line, done)| line.quantity.unwrap_or_default() > *done);
        let state = format!("{:?}", doc.state);
        return unless(open, Refusal::WrongState { state, act: "Deliver".into() });
    }
    let mut reasons = unless(!facts.deliveries.is_empty(), Refusal::NoLines);
    for (index, line) in doc.form.lines.iter().enumerate() {
        let asked: Vec<i64> =
            facts.deliveries.iter().filter(|ask| ask.line == index).map(|ask| ask.quantity.0).collect();
        let row = i64::try_from(index + 1).unwrap_or(i64::MAX);
        if asked.iter().any(|quantity| *quantity <= 0) {
            reasons.push(Refusal::FieldNotPositive { field: "quantity_milli".into(), row: Some(row) });
        }
        let before = doc.delivered.get(index).map_or(0, |quantity| quantity.0);
        let delivered_milli = asked.iter().fold(before, |sum, quantity| sum.saturating_add(*quantity));
        let ordered_milli = line.quantity.unwrap_or_default().0;
        if !asked.is_empty() && delivered_milli > ordered_milli {
            reasons.push(Refusal::DeliveredTooMuch { row, ordered_milli, delivered_milli });
        }
    }
    reasons
}

pub fn delivery_dates_are_possible(doc: &OrderDoc, facts: &OrderFacts) -> Reasons {
    let mut reasons = Vec::new();
    for ask in &facts.deliveries {
        let date = ask.delivered_on;
        if date > facts.today {
            reasons.push(Refusal::DeliveryInFuture { date });
        }
        if doc.approved_on.is_some_and(|approved| date < approved) {
            reasons.push(Refusal::DeliveryBeforeApproval { date });
        }
    }
    reasons
}
