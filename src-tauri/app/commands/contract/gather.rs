//! What the law of a contract judges by, gathered from the book.

use chengdan_domain::approval::Member;
use chengdan_domain::contract::law::{self, ContractDoc, ContractFacts};
use chengdan_domain::contract::{ContractAct, ContractState};
use chengdan_domain::money::Money;
use chengdan_domain::opportunity::OpportunityState;
use chengdan_domain::people::{Given, Hand};
use chengdan_domain::refusal::Refusal;
use chrono::NaiveDate;
use rusqlite::Connection;

use super::paper;
use crate::App;
use crate::commands::check::Check;
use crate::commands::order::gather::{lacking, rules};
use crate::fault::Fault;
use crate::store::contract::{self, ContractRecord, ground};
use crate::store::history::Payload;
use crate::store::{Act, approval, file, opportunity, setting};
use crate::views::contract::ContractDecide;

/// The facts for an act of `actor_id` (none: nobody at the desk) on a contract; `id` none for one that is only typed.
///
/// # Errors
/// `RowNotFound`; broken when the book cannot be read.
pub fn facts(
    app: &App,
    connection: &Connection,
    doc: &ContractDoc,
    id: Option<i64>,
    actor_id: Option<i64>,
    today: NaiveDate,
) -> Result<ContractFacts, Fault> {
    let people = approval::members(connection)?;
    let nobody = || Member { id: 0, name: String::new(), roles: Vec::new(), active: false };
    let actor = people.iter().find(|who| Some(who.id) == actor_id).cloned().unwrap_or_else(nobody);
    let policy = setting::policy(connection)?;
    let form = &doc.form;
    let accepted = form.quotation_version_id.map(|id| ground::version(connection, id)?.bargain());
    let (mut orders, mut called) = (Vec::new(), Money(0));
    if let Some(id) = id.filter(|_| doc.state == ContractState::Signed) {
        let ground = ground::for_order(connection, id, None)?;
        (orders, called) = (ground.other_orders, ground.called);
    }
    // Only what goes to legal is looked at with the printer's eyes.
    let before_review = matches!(doc.state, ContractState::Draft | ContractState::Returned);
    let glyphs_missing = if before_review {
        app.press()?.missing_glyphs(&paper::facts(connection, doc, today)?.texts())
    } else {
        Vec::new()
    };
    let lost_deal = form.opportunity_id.map(|id| lost_deal(connection, id)).transpose()?.flatten();
    Ok(ContractFacts {
        actor,
        today,
        people,
        rules: rules(&policy),
        lost_deal,
        review_purchase_orders: policy.review_purchase_orders,
        accepted: accepted.transpose()?,
        supplements: form.supplement_of.map(|id| ground::standing(connection, id)).transpose()?,
        orders,
        called,
        company_missing: if before_review { lacking(&setting::company(connection)?) } else { Vec::new() },
        glyphs_missing,
        hand: None,
        checklist: Vec::new(),
        note: String::new(),
        signing: None,
        asking: false,
    })
}

/// The number of a deal when it is lost.
///
/// # Errors
/// `RowNotFound`.
pub fn lost_deal(connection: &Connection, opportunity_id: i64) -> Result<Option<String>, Fault> {
    let deal = opportunity::load(connection, opportunity_id)?;
    Ok((deal.doc.state == OpportunityState::Lost).then_some(deal.number))
}

/// A contract as an act finds it: at the version the page saw, with the facts of the law.
pub struct Seen {
    pub record: ContractRecord,
    pub facts: ContractFacts,
}

impl Seen {
    /// Reads a contract inside an act.
    ///
    /// # Errors
    /// `RowNotFound`, `Stale`.
    pub fn at(app: &App, act: &Act, id: i64, version: i64) -> Result<Seen, Fault> {
        let record = contract::load(act.tx, id)?;
        if record.version != version {
            return Err(Fault::Stale { what: "contract".into() });
        }
        let facts = facts(app, act.tx, &record.doc, Some(id), act.actor, act.today())?;
        Ok(Seen { record, facts })
    }

    /// Asks the law.
    ///
    /// # Errors
    /// All refusals.
    pub fn step(&self, act: ContractAct) -> Result<ContractState, Fault> {
        law::step(&self.record.doc, act, &self.facts).map_err(|reasons| Fault::Refused { reasons })
    }

    /// What the history tells of a review: whose it was when somebody else wrote it down.
    pub fn told(&self, hand: &Hand, note: &str) -> Payload {
        let payload = Payload::note(note);
        if hand.decider_id == hand.recorder_id {
            return payload;
        }
        let decider = self.facts.people.iter().find(|who| who.id == hand.decider_id);
        payload
            .change("decider", "", decider.map(|who| who.name.as_str()).unwrap_or_default())
            .change("given", "", format!("{:?}", hand.given))
            .change("behalf_reason", "", hand.behalf_reason.clone().unwrap_or_default())
    }
}

/// The hand behind a review: one's own, or the desk's on behalf of somebody. Evidence must be kept in the book.
///
/// # Errors
/// `NotSignedIn`, `FieldTooLong`, `EvidenceMissing` when the file is not in the book.
pub fn hand(app: &App, asked: &ContractDecide) -> Result<(i64, Hand), Fault> {
    let me = app.person_id()?;
    Check::default().lines("behalf_reason", &asked.behalf_reason, 1_000).done()?;
    let evidence = asked.evidence.clone().filter(|sha256| !sha256.is_empty());
    insist_on_file(app, evidence.as_deref())?;
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

/// A file that is named must lie in the book.
///
/// # Errors
/// `EvidenceMissing`.
pub fn insist_on_file(app: &App, sha256: Option<&str>) -> Result<(), Fault> {
    let Some(sha256) = sha256 else { return Ok(()) };
    match app.book()?.read(|connection| file::describe(connection, sha256))? {
        Some(_) => Ok(()),
        None => Err(Refusal::EvidenceMissing.into()),
    }
}
