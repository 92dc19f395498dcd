//! The guards of a lead's law: what should hold. Each answers every reason why it does not.

use chrono::Days;

use super::law::{LeadDoc, LeadFacts, SALES};
use crate::approval::hand_objections;
use crate::money::Money;
use crate::people::{Given, Role};
use crate::refusal::Refusal;
use crate::text::is_email;

type Reasons = Vec<Refusal>;

fn unless(holds: bool, reason: Refusal) -> Reasons {
    if holds { Vec::new() } else { vec![reason] }
}

fn missing(field: &str) -> Refusal {
    Refusal::FieldMissing { field: field.into() }
}

/// A company or a person; a chat that names neither is no lead.
pub fn somebody_is_named(doc: &LeadDoc, _: &LeadFacts) -> Reasons {
    let form = &doc.form;
    unless(!form.customer.trim().is_empty() || !form.contact.trim().is_empty(), missing("customer"))
}

/// A way to reach them: phone, WeChat or e-mail.
pub fn can_be_contacted(doc: &LeadDoc, _: &LeadFacts) -> Reasons {
    let form = &doc.form;
    let ways = [&form.phone, &form.wechat, &form.email];
    let mut reasons = unless(ways.iter().any(|way| !way.trim().is_empty()), Refusal::NoWayOfContact);
    if !form.email.trim().is_empty() && !is_email(form.email.trim()) {
        reasons.push(Refusal::FieldNotEmail { field: "email".into(), found: form.email.clone() });
    }
    reasons
}

pub fn receipt_is_past(doc: &LeadDoc, facts: &LeadFacts) -> Reasons {
    unless(doc.form.received_at <= facts.now, Refusal::ReceivedInFuture { at: doc.form.received_at })
}

pub fn receipt_precedes_registration(doc: &LeadDoc, facts: &LeadFacts) -> Reasons {
    let (received, registered) = (doc.form.received_at, doc.registered_at);
    let holds = received <= registered || received > facts.now;
    unless(holds, Refusal::ReceivedAfterRegistration { at: received, registered })
}

/// A rating and an assignment are the supervisor's decision, whoever records them.
pub fn supervisor_decides(_: &LeadDoc, facts: &LeadFacts) -> Reasons {
    let Some(hand) = &facts.hand else {
        return if facts.asking { Vec::new() } else { vec![missing("decider_id")] };
    };
    let known = facts.people.iter().find(|who| who.id == hand.decider_id);
    match known {
        None => vec![missing("decider_id")],
        Some(who) if !who.active => vec![Refusal::PersonInactive { name: who.name.clone() }],
        Some(who) => unless(
            who.roles.contains(&Role::SalesSupervisor),
            Refusal::NotYourLevel { role: Role::SalesSupervisor },
        ),
    }
}

/// A lead has no amount: evidence is never compulsory, a reason is.
pub fn hand_is_in_order(_: &LeadDoc, facts: &LeadFacts) -> Reasons {
    let Some(hand) = &facts.hand else { return Vec::new() };
    let mut reasons = hand_objections(hand, &facts.actor, &facts.rules, Money::default());
    if facts.asking {
        reasons
            .retain(|reason| !matches!(reason, Refusal::EvidenceMissing | Refusal::EvidenceOrReasonMissing));
    }
    if hand.decider_id == hand.recorder_id && hand.given != Given::SignedIn {
        reasons.push(missing("given"));
    }
    reasons
}

/// Each ground with its note (L2).
pub fn rating_has_grounds(_: &LeadDoc, facts: &LeadFacts) -> Reasons {
    if facts.asking {
        return Vec::new();
    }
    let Some((_, grounds)) = &facts.rating else { return vec![missing("grade")] };
    let each = [("industry", &grounds.industry), ("fit", &grounds.fit), ("likelihood", &grounds.likelihood)];
    let mut reasons = Vec::new();
    for (field, ground) in each {
        if ground.note.trim().is_empty() {
            reasons.push(missing(field));
        }
        if !(0..=2).contains(&ground.verdict) {
            let field = field.to_string();
            reasons.push(Refusal::FieldOutOfRange { field, row: None, least: 0, most: 2 });
        }
    }
    reasons
}

/// Somebody active who sells; the program proposes, a person decides (L3).
pub fn assignee_sells(_: &LeadDoc, facts: &LeadFacts) -> Reasons {
    if facts.asking {
        return Vec::new();
    }
    let known = facts.assignee_id.and_then(|id| facts.people.iter().find(|who| who.id == id));
    match known {
        None => vec![missing("assignee_id")],
        Some(who) if !who.active => vec![Refusal::PersonInactive { name: who.name.clone() }],
        Some(who) => unless(
            SALES.iter().any(|role| who.roles.contains(role)),
            Refusal::RoleMissing { roles: vec![Role::SalesRep] },
        ),
    }
}

pub fn something_was_said(_: &LeadDoc, facts: &LeadFacts) -> Reasons {
    if facts.asking {
        return Vec::new();
    }
    let said = facts.follow_up.as_ref().is_some_and(|one| !one.said.trim().is_empty());
    unless(said, missing("said"))
}

pub fn contact_is_past(_: &LeadDoc, facts: &LeadFacts) -> Reasons {
    let ahead = facts.follow_up.as_ref().filter(|one| one.at > facts.now);
    ahead.map(|one| Refusal::ReceivedInFuture { at: one.at }).into_iter().collect()
}

/// The next contact is not before this one; the day itself is possible.
pub fn next_contact_is_ahead(_: &LeadDoc, facts: &LeadFacts) -> Reasons {
    let next = facts.follow_up.as_ref().and_then(|one| Some((one.next_on?, one.at)));
    // A day of slack: the instant is UTC, the date the company's.
    let behind = next.filter(|(next, at)| {
        at.date_naive().checked_sub_days(Days::new(1)).is_some_and(|least| *next < least)
    });
    behind.map(|(date, _)| Refusal::NextContactPast { date }).into_iter().collect()
}

pub fn reason_is_given(_: &LeadDoc, facts: &LeadFacts) -> Reasons {
    unless(facts.asking || !facts.reason.trim().is_empty(), Refusal::ReasonMissing)
}

/// What it is merged into goes on.
pub fn other_is_open(_: &LeadDoc, facts: &LeadFacts) -> Reasons {
    if facts.asking {
        return Vec::new();
    }
    match facts.into {
        None => vec![missing("into")],
        Some((_, state)) => unless(
            state.is_open() || state == super::LeadState::Converted,
            Refusal::WrongState { state: format!("{state:?}"), act: "Merge".into() },
        ),
    }
}
