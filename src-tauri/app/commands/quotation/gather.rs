//! What the law of a quotation judges by, gathered from the book.

use chengdan_domain::approval::{Member, Round};
use chengdan_domain::opportunity::OpportunityState;
use chengdan_domain::order::law::PaperFacts;
use chengdan_domain::quotation::law::{self, QuotationDoc, QuotationFacts, Step};
use chengdan_domain::quotation::margin::Limits;
use chengdan_domain::quotation::{QuotationAct, QuotationForm, QuotationState};
use chengdan_domain::text::is_email;
use rusqlite::Connection;

use super::paper;
use crate::App;
use crate::commands::order::gather::{lacking, rules};
use crate::fault::Fault;
use crate::store::quotation::{self, Moved, QuotationRecord};
use crate::store::{Act, approval, opportunity, product, setting};
use crate::views::order::Candidate;
use crate::views::setting::Policy;

/// A form that is typed, as the law sees it: in the place of the current version, or of a quotation that is not there yet.
///
/// # Errors
/// `AmountTooLarge`, `RowNotFound`.
pub fn doc_of_form(
    connection: &Connection,
    before: Option<&QuotationRecord>,
    opportunity_id: i64,
    form: QuotationForm,
    creator_id: Option<i64>,
) -> Result<QuotationDoc, Fault> {
    let priced = form.priced()?;
    if let Some(before) = before {
        return Ok(QuotationDoc { form, priced, ..before.doc()? });
    }
    let customer_id = opportunity::load(connection, opportunity_id)?.doc.form.customer_id;
    Ok(QuotationDoc {
        state: QuotationState::Draft,
        revision: 1,
        customer_id: customer_id.unwrap_or_default(),
        creator_id,
        round: 0,
        level: 0,
        ladder: Vec::new(),
        form,
        priced,
        content_hash: String::new(),
    })
}

/// What the company allows without asking, as it stands in the book.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn limits(connection: &Connection, policy: &Policy) -> Result<Limits, Fault> {
    let Policy { margin_floor, discount_limit, unknown_cost, .. } = *policy;
    let unknown_cost_asks = unknown_cost.asks(product::any_has_cost(connection)?);
    Ok(Limits { margin_floor, discount_limit, unknown_cost_asks })
}

/// The facts for an act of `actor_id` (none: nobody at the desk) on the current version.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn facts(
    app: &App,
    connection: &Connection,
    doc: &QuotationDoc,
    opportunity_id: i64,
    actor_id: Option<i64>,
) -> Result<QuotationFacts, Fault> {
    let people = approval::members(connection)?;
    let actor = people.iter().find(|who| Some(who.id) == actor_id).cloned();
    let policy = setting::policy(connection)?;
    let deal = opportunity::load(connection, opportunity_id)?;
    let closed = deal.doc.state != OpportunityState::Open;
    // Only what is to be offered is looked at with the printer's eyes.
    use QuotationState::{Approved, Draft, SentBack};
    let paper = match doc.state {
        Draft | SentBack | Approved => paper_facts(app, connection, doc)?,
        _ => PaperFacts::default(),
    };
    Ok(QuotationFacts {
        actor,
        today: app.today(),
        people,
        rules: rules(&policy),
        limits: limits(connection, &policy)?,
        granted: Vec::new(),
        hand: None,
        note: String::new(),
        changed: String::new(),
        taken_from: None,
        asking: false,
        needs_confirmed: quotation::needs_of(connection, opportunity_id)?.is_some(),
        closed_deal: closed.then_some(deal.number),
        paper,
    })
}

fn paper_facts(app: &App, connection: &Connection, doc: &QuotationDoc) -> Result<PaperFacts, Fault> {
    let facts = paper::facts(connection, doc, paper::Named::default(), app.today())?;
    Ok(PaperFacts {
        company_missing: lacking(&setting::company(connection)?),
        glyphs_missing: app.press()?.missing_glyphs(&facts.texts()),
        email: facts.customer.email,
        owner_email: facts.manager.email,
        sender_known: setting::sender(connection).is_ok_and(|from| is_email(&from.address)),
    })
}

/// Who could decide on a version that waits.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn candidates(
    connection: &Connection,
    record: &QuotationRecord,
    doc: &QuotationDoc,
) -> Result<Vec<Candidate>, Fault> {
    if record.current()?.state != QuotationState::InApproval {
        return Ok(Vec::new());
    }
    let people: Vec<Member> = approval::members(connection)?;
    let authors = doc.authors();
    let single_person = setting::policy(connection)?.single_person;
    let round =
        Round { ladder: &doc.ladder, level: doc.level, authors: &authors, granted: &[], single_person };
    let found = round.candidates(&people).into_iter();
    Ok(found.map(|who| Candidate { id: who.id, name: who.name.clone() }).collect())
}

/// A quotation as an act finds it: at the version the page saw, with the facts of the law.
pub struct Seen {
    pub record: QuotationRecord,
    pub doc: QuotationDoc,
    pub facts: QuotationFacts,
}

impl Seen {
    /// Reads a quotation beside the writer, or inside an act.
    ///
    /// # Errors
    /// `RowNotFound`, `Stale`.
    pub fn read(
        app: &App,
        connection: &Connection,
        id: i64,
        version: i64,
        actor: Option<i64>,
    ) -> Result<Seen, Fault> {
        let record = quotation::load(connection, id)?;
        if record.version != version {
            return Err(Fault::Stale { what: "quotation".into() });
        }
        let doc = record.doc()?;
        let facts = facts(app, connection, &doc, record.opportunity_id, actor)?;
        Ok(Seen { record, doc, facts })
    }

    /// The same inside an act.
    ///
    /// # Errors
    /// `RowNotFound`, `Stale`.
    pub fn at(app: &App, act: &Act, id: i64, version: i64) -> Result<Seen, Fault> {
        Seen::read(app, act.tx, id, version, act.actor)
    }

    /// Asks the law.
    ///
    /// # Errors
    /// All refusals.
    pub fn step(&self, act: QuotationAct) -> Result<Step, Fault> {
        law::step(&self.doc, act, &self.facts).map_err(|reasons| Fault::Refused { reasons })
    }

    /// Writes where the version stands now, and what the deal comes to.
    ///
    /// # Errors
    /// `Stale`.
    pub fn move_to(&self, act: &Act, step: &Step) -> Result<(), Fault> {
        let Step { state, round, level, ladder } = step;
        let moved = Moved { state: *state, round: *round, level: *level, ladder };
        quotation::move_to(act, &self.record, &moved)?;
        opportunity::restage(act, self.record.opportunity_id)
    }
}
