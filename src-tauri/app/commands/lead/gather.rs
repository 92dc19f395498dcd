//! What the law of a lead judges by, gathered from the book.

use chengdan_domain::approval::{Member, Rules};
use chengdan_domain::deadline::rules::Event;
use chengdan_domain::lead::law::{self, LeadFacts};
use chengdan_domain::lead::{LeadAct, LeadState};
use chengdan_domain::money::Money;
use chengdan_domain::people::{Given, Hand};
use chengdan_domain::refusal::Refusal;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;

use crate::App;
use crate::clocks::Heard;
use crate::commands::check::Check;
use crate::commands::order::gather::rules;
use crate::fault::Fault;
use crate::store::lead::{self, LeadRecord, source_text};
use crate::store::{Act, approval, file, history, setting};
use crate::views::deadline::ClockOf;
use crate::views::lead::LeadHand;

/// The facts for an act of `actor_id` (none: nobody at the desk). A lead has no amount: evidence is never compulsory.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn facts(connection: &Connection, actor_id: Option<i64>, now: DateTime<Utc>) -> Result<LeadFacts, Fault> {
    let people = approval::members(connection)?;
    let nobody = || Member { id: 0, name: String::new(), roles: Vec::new(), active: false };
    let actor = people.iter().find(|who| Some(who.id) == actor_id).cloned().unwrap_or_else(nobody);
    let rules = Rules { evidence_from: Money(i64::MAX), ..rules(&setting::policy(connection)?) };
    Ok(LeadFacts {
        actor,
        now,
        people,
        rules,
        hand: None,
        rating: None,
        assignee_id: None,
        follow_up: None,
        reason: String::new(),
        into: None,
        asking: false,
    })
}

/// A lead as an act finds it: at the version the page saw, with the facts of the law.
pub struct Seen {
    pub record: LeadRecord,
    pub facts: LeadFacts,
}

impl Seen {
    /// Reads a lead inside an act.
    ///
    /// # Errors
    /// `RowNotFound`, `Stale`.
    pub fn at(act: &Act, id: i64, version: i64) -> Result<Seen, Fault> {
        let record = lead::load(act.tx, id)?;
        if record.version != version {
            return Err(Fault::Stale { what: "lead".into() });
        }
        Ok(Seen { record, facts: facts(act.tx, act.actor, act.now)? })
    }

    /// Asks the law.
    ///
    /// # Errors
    /// All refusals.
    pub fn step(&self, act: LeadAct) -> Result<LeadState, Fault> {
        law::step(&self.record.doc, act, &self.facts).map_err(|reasons| Fault::Refused { reasons })
    }

    /// Something that happens to this lead now, for the clocks.
    pub fn heard(&self, act: &Act, event: Event) -> Heard {
        Heard {
            person_id: self.record.doc.owner_id,
            source: source_text(self.record.doc.form.source).into(),
            ..Heard::now(act, event, ClockOf::Lead, self.record.id)
        }
    }

    /// The name of somebody.
    pub fn name_of(&self, person_id: Option<i64>) -> String {
        let known = self.facts.people.iter().find(|who| Some(who.id) == person_id);
        known.map(|who| who.name.clone()).unwrap_or_default()
    }

    /// What the history tells of a decision: whose it was when somebody else wrote it down.
    pub fn told(&self, hand: &Hand) -> history::Payload {
        let payload = history::Payload::default();
        if hand.decider_id == hand.recorder_id {
            return payload;
        }
        payload
            .change("decider", "", self.name_of(Some(hand.decider_id)))
            .change("given", "", format!("{:?}", hand.given))
            .change("behalf_reason", "", hand.behalf_reason.clone().unwrap_or_default())
    }
}

/// The hand behind a decision: one's own, or the desk's on behalf of somebody. Evidence must be kept in the book.
///
/// # Errors
/// `NotSignedIn`, `FieldTooLong`, `EvidenceMissing` when the file is not in the book.
pub fn hand(app: &App, asked: &LeadHand) -> Result<(i64, Hand), Fault> {
    let me = app.person_id()?;
    Check::default().lines("behalf_reason", &asked.behalf_reason, 1_000).done()?;
    let evidence = asked.evidence.clone().filter(|sha256| !sha256.is_empty());
    if let Some(sha256) = &evidence
        && app.book()?.read(|connection| file::describe(connection, sha256))?.is_none()
    {
        return Err(Refusal::EvidenceMissing.into());
    }
    let own = asked.decider_id == me;
    let hand = Hand {
        decider_id: asked.decider_id,
        recorder_id: me,
        given: if own { Given::SignedIn } else { asked.given },
        evidence,
        behalf_reason: Some(asked.behalf_reason.clone()).filter(|_| !own),
    };
    Ok((me, hand))
}

/// Reads an instant of the page; an empty text is none.
///
/// # Errors
/// Malformed.
pub fn instant(text: Option<&str>) -> Result<Option<DateTime<Utc>>, Fault> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    let read = |text: &str| {
        let read = DateTime::parse_from_rfc3339(text).map(|at| at.to_utc());
        read.map_err(|_| Fault::Malformed { detail: format!("{text} is no instant") })
    };
    text.map(read).transpose()
}

/// Reads a date of the page; an empty text is none.
///
/// # Errors
/// Malformed.
pub fn date(text: Option<&str>) -> Result<Option<NaiveDate>, Fault> {
    crate::commands::order::draft::date(text)
}
