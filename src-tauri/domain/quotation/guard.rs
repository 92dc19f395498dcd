//! The guards of a quotation's law: what should hold. Each answers every reason why it does not.

use super::law::{QuotationDoc, QuotationFacts, ladder};
use crate::approval::{Round, hand_objections};
use crate::order::guard::incomplete_lines;
use crate::payment::check_terms;
use crate::people::Given;
use crate::refusal::Refusal;
use crate::tax_rate;
use crate::text::is_email;

type Reasons = Vec<Refusal>;

fn unless(holds: bool, reason: Refusal) -> Reasons {
    if holds { Vec::new() } else { vec![reason] }
}

fn missing(field: &str) -> Refusal {
    Refusal::FieldMissing { field: field.into() }
}

pub fn deal_goes_on(_: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    let closed = facts.closed_deal.clone();
    closed.map(|number| Refusal::OpportunityClosed { number }).into_iter().collect()
}

/// N1: a confirmed list of needs, or the reason in writing.
pub fn needs_are_known(doc: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    let told = !doc.form.no_requirement_reason.trim().is_empty();
    unless(facts.needs_confirmed || told, Refusal::RequirementMissing)
}

pub fn has_lines(doc: &QuotationDoc, _: &QuotationFacts) -> Reasons {
    unless(!doc.form.lines.is_empty(), Refusal::NoLines)
}

pub fn lines_are_complete(doc: &QuotationDoc, _: &QuotationFacts) -> Reasons {
    incomplete_lines(&doc.form.priced_lines())
}

/// Of today: the offer is made now.
pub fn rates_are_in_force(doc: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    let rates = (1..).zip(doc.form.priced_lines());
    rates.filter_map(|(row, line)| tax_rate::objection(line.tax_rate?, facts.today, row)).collect()
}

pub fn waiver_is_within_amount(doc: &QuotationDoc, _: &QuotationFacts) -> Reasons {
    let most = doc.form.amount_before_waiver().unwrap_or_default().0.max(0);
    let within = (0..=most).contains(&doc.form.waiver.0);
    unless(within, Refusal::FieldOutOfRange { field: "waiver_fen".into(), row: None, least: 0, most })
}

pub fn terms_are_whole(doc: &QuotationDoc, _: &QuotationFacts) -> Reasons {
    if doc.form.terms.instalments.is_empty() {
        return vec![missing("terms")];
    }
    check_terms(&doc.form.terms)
}

pub fn fields_are_complete(doc: &QuotationDoc, _: &QuotationFacts) -> Reasons {
    let form = &doc.form;
    let filled = [
        ("delivery_period", !form.delivery_period.trim().is_empty()),
        ("valid_until", form.valid_until.is_some()),
        ("owner_id", form.owner_id.is_some()),
    ];
    filled.into_iter().filter(|(_, filled)| !filled).map(|(field, _)| missing(field)).collect()
}

pub fn validity_is_ahead(doc: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    let past = doc.form.valid_until.filter(|day| *day < facts.today);
    past.map(|valid_until| Refusal::ValidityPast { valid_until }).into_iter().collect()
}

/// Also before the night watch has looked: the day decides.
pub fn validity_holds(doc: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    let past = doc.form.valid_until.filter(|day| *day < facts.today);
    past.map(|valid_until| Refusal::QuotationExpired { valid_until }).into_iter().collect()
}

pub fn validity_is_over(doc: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    let over = doc.form.valid_until.is_some_and(|day| day < facts.today);
    let state = format!("{:?}", doc.state);
    unless(over, Refusal::WrongState { state, act: "Expire".into() })
}

pub fn company_is_complete(_: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    let fields = facts.paper.company_missing.iter();
    fields.map(|field| Refusal::CompanyIncomplete { field: field.clone() }).collect()
}

pub fn paper_can_be_printed(_: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    facts.paper.glyphs_missing.clone()
}

/// No address is allowed (the letter waits for one); an address that no server would take is not.
pub fn paper_can_be_sent(_: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    let paper = &facts.paper;
    let mut reasons = paper.glyphs_missing.clone();
    for (field, address) in [("contact_email", &paper.email), ("owner_email", &paper.owner_email)] {
        if !address.is_empty() && !is_email(address) {
            reasons.push(Refusal::FieldNotEmail { field: field.into(), found: address.clone() });
        }
    }
    reasons.extend(unless(paper.sender_known, Refusal::MailNotSet));
    reasons
}

/// Only what is beyond the limits needs somebody to decide.
pub fn ladder_can_be_filled(doc: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    if doc.concerns(facts.limits).is_empty() {
        return Vec::new();
    }
    let (ladder, authors) = (ladder(), doc.authors());
    let single_person = facts.rules.single_person;
    Round { ladder: &ladder, level: 1, authors: &authors, granted: &[], single_person }.unfilled(
        1,
        &facts.people,
        &[],
    )
}

pub fn decider_may_decide(doc: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    let hand = facts.hand.as_ref();
    let who = hand.and_then(|hand| facts.people.iter().find(|who| who.id == hand.decider_id));
    match who {
        Some(who) => doc.with_round(facts, |round| round.objections(who)),
        None => vec![missing("decider_id")],
    }
}

pub fn hand_is_in_order(doc: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    let (Some(hand), Some(actor)) = (&facts.hand, &facts.actor) else { return Vec::new() };
    let mut reasons = hand_objections(hand, actor, &facts.rules, doc.priced.amount);
    if facts.asking {
        reasons
            .retain(|reason| !matches!(reason, Refusal::EvidenceMissing | Refusal::EvidenceOrReasonMissing));
    }
    if hand.decider_id == hand.recorder_id && hand.given != Given::SignedIn {
        reasons.push(missing("given"));
    }
    reasons
}

/// What is approved and sent is what was submitted.
pub fn content_is_unchanged(doc: &QuotationDoc, _: &QuotationFacts) -> Reasons {
    unless(doc.content_hash == doc.present_hash(), Refusal::ContentChanged)
}

pub fn reason_is_given(_: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    unless(facts.asking || !facts.note.trim().is_empty(), Refusal::ReasonMissing)
}

pub fn change_is_told(_: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    unless(facts.asking || !facts.changed.trim().is_empty(), missing("changed"))
}

/// There is an earlier version, and it is one of those before the current one.
pub fn earlier_version_is_chosen(doc: &QuotationDoc, facts: &QuotationFacts) -> Reasons {
    let most = doc.revision - 1;
    if most < 1 {
        return vec![Refusal::NoEarlierVersion];
    }
    let chosen = facts.taken_from.is_some_and(|revision| (1..=most).contains(&revision));
    let field = "revision".into();
    unless(facts.asking || chosen, Refusal::FieldOutOfRange { field, row: None, least: 1, most })
}
