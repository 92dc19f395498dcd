//! The law of an opportunity as one table, and the two questions asked of it: [`step`] and [`buttons`].

use super::{OpportunityAct, OpportunityForm, OpportunityState, Papers, SolutionForm};
use crate::approval::Member;
use crate::guards;
use crate::law::{self, Row};
use crate::lead::law::SALES;
use crate::money::LARGEST_FEN;
use crate::people::{Role, TEAM};
use crate::refusal::Refusal;

/// Who may do an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Who looks after the deal, the supervisor, or those who run the desk; anybody who sells while nobody looks after it.
    Owner,
    /// The same, and those who make solutions.
    Solver,
    /// It follows from a document, whoever signed it.
    Document,
}

/// An opportunity as the law sees it.
#[derive(Debug, Clone)]
pub struct OpportunityDoc {
    pub state: OpportunityState,
    /// What is written about it, or is about to be.
    pub form: OpportunityForm,
    /// Who looks after it until now.
    pub owner_id: Option<i64>,
}

/// What a guard may judge by; gathered by the command.
#[derive(Debug, Clone)]
pub struct OpportunityFacts {
    /// Who holds the pen.
    pub actor: Member,
    pub people: Vec<Member>,
    pub papers: Papers,
    /// The number of a contract that stands; empty for one without a number.
    pub contract: Option<String>,
    /// The number of a quotation that waits for the supervisor.
    pub waiting: Option<String>,
    pub solution: Option<SolutionForm>,
    /// Why it is lost.
    pub reason: String,
    /// True when only asked whether a button may be pressed: what its form will ask for is not judged yet.
    pub asking: bool,
}

/// A row of this law.
pub type OpportunityRow = Row<OpportunityState, OpportunityAct, By, OpportunityDoc, OpportunityFacts>;
type Guards = &'static [law::Guard<OpportunityDoc, OpportunityFacts>];

const fn row(
    from: OpportunityState,
    act: OpportunityAct,
    to: OpportunityState,
    by: By,
    guards: Guards,
) -> OpportunityRow {
    Row { from, act, to: Some(to), by, guards }
}

const WRITTEN: Guards = guards![name_is_given, customer_is_named, expectation_is_no_debt, owner_sells];
const SOLVED: Guards = guards![solution_says_something, somebody_is_responsible];

use OpportunityAct::*;
use OpportunityState::*;

/// The law. What is won stays won.
#[rustfmt::skip]
pub const LAW: &[OpportunityRow] = &[
    //   from  act     to    by            guards
    row(Open, Edit,   Open, By::Owner,    WRITTEN),
    row(Open, Solve,  Open, By::Solver,   SOLVED),
    row(Open, Lose,   Lost, By::Owner,    guards![reason_is_given, no_contract_stands, no_quotation_waits]),
    row(Open, Win,    Won,  By::Document, guards![contract_is_signed]),
    row(Lost, Reopen, Open, By::Owner,    &[]),
];

/// The state an act leads to.
///
/// # Errors
/// All refusals at once.
pub fn step(
    doc: &OpportunityDoc,
    act: OpportunityAct,
    facts: &OpportunityFacts,
) -> Result<OpportunityState, Vec<Refusal>> {
    let row = law::step(LAW, doc.state, act, doc, facts, may)?;
    Ok(row.to.unwrap_or(doc.state))
}

/// Every act that has a button, with the reasons why it is not possible now; what the law has no row for is left out.
pub fn buttons(doc: &OpportunityDoc, facts: &OpportunityFacts) -> Vec<(OpportunityAct, Vec<Refusal>)> {
    let known = |act: &OpportunityAct| LAW.iter().any(|row| row.from == doc.state && row.act == *act);
    let asking = OpportunityFacts { asking: true, ..facts.clone() };
    let reasons = |act| (act, step(doc, act, &asking).err().unwrap_or_default());
    OpportunityAct::ALL.into_iter().filter(known).map(reasons).collect()
}

/// What is refused of a new opportunity: the same as of a change.
pub fn opening(form: &OpportunityForm, facts: &OpportunityFacts) -> Vec<Refusal> {
    let doc = OpportunityDoc { state: Open, form: form.clone(), owner_id: None };
    step(&doc, Edit, facts).err().unwrap_or_default()
}

/// Why somebody may not write the needs, or anything else, of a deal they do not look after.
pub fn not_theirs(owner_id: Option<i64>, actor: &Member) -> Option<Refusal> {
    let holds = |roles: &[Role]| roles.iter().any(|role| actor.roles.contains(role));
    match owner_id {
        None => (!holds(&SALES)).then(|| Refusal::RoleMissing { roles: SALES.to_vec() }),
        Some(id) => (id != actor.id && !holds(&TEAM)).then_some(Refusal::OnlyOwner),
    }
}

fn may(by: By, doc: &OpportunityDoc, facts: &OpportunityFacts) -> Option<Refusal> {
    match by {
        By::Document => None,
        By::Solver if facts.actor.roles.contains(&Role::Solution) => None,
        By::Owner | By::Solver => not_theirs(doc.owner_id, &facts.actor),
    }
}

fn unless(holds: bool, reason: Refusal) -> Vec<Refusal> {
    if holds { Vec::new() } else { vec![reason] }
}

fn missing(field: &str) -> Refusal {
    Refusal::FieldMissing { field: field.into() }
}

/// A deal has a name: what it is about.
pub fn name_is_given(doc: &OpportunityDoc, _: &OpportunityFacts) -> Vec<Refusal> {
    unless(!doc.form.name.trim().is_empty(), missing("name"))
}

/// A deal is one customer's.
pub fn customer_is_named(doc: &OpportunityDoc, _: &OpportunityFacts) -> Vec<Refusal> {
    unless(doc.form.customer_id.is_some(), Refusal::CustomerMissing)
}

/// What is expected is nothing or something, never less.
pub fn expectation_is_no_debt(doc: &OpportunityDoc, _: &OpportunityFacts) -> Vec<Refusal> {
    let field = "expected_fen".to_string();
    unless(
        (0..=LARGEST_FEN).contains(&doc.form.expected.0),
        Refusal::FieldOutOfRange { field, row: None, least: 0, most: LARGEST_FEN },
    )
}

/// Whoever it is given to sells and works here; who left since is no reason against writing something else.
pub fn owner_sells(doc: &OpportunityDoc, facts: &OpportunityFacts) -> Vec<Refusal> {
    let Some(id) = doc.form.owner_id.filter(|id| doc.owner_id != Some(*id)) else { return Vec::new() };
    match facts.people.iter().find(|who| who.id == id) {
        None => vec![missing("owner_id")],
        Some(who) if !who.active => vec![Refusal::PersonInactive { name: who.name.clone() }],
        Some(who) => unless(
            SALES.iter().any(|role| who.roles.contains(role)),
            Refusal::RoleMissing { roles: vec![Role::SalesRep] },
        ),
    }
}

/// A solution names a configuration, a service or a plan.
pub fn solution_says_something(_: &OpportunityDoc, facts: &OpportunityFacts) -> Vec<Refusal> {
    let says = facts.solution.as_ref().is_some_and(|solution| {
        let parts = [&solution.configuration, &solution.service, &solution.plan];
        parts.iter().any(|part| !part.trim().is_empty())
    });
    unless(facts.asking || says, missing("configuration"))
}

/// Somebody who works here answers for it (Q1).
pub fn somebody_is_responsible(_: &OpportunityDoc, facts: &OpportunityFacts) -> Vec<Refusal> {
    if facts.asking {
        return Vec::new();
    }
    let id = facts.solution.as_ref().and_then(|solution| solution.person_id);
    match id.and_then(|id| facts.people.iter().find(|who| who.id == id)) {
        None => vec![missing("person_id")],
        Some(who) => unless(who.active, Refusal::PersonInactive { name: who.name.clone() }),
    }
}

/// A deal is not lost without a word.
pub fn reason_is_given(_: &OpportunityDoc, facts: &OpportunityFacts) -> Vec<Refusal> {
    unless(facts.asking || !facts.reason.trim().is_empty(), Refusal::ReasonMissing)
}

/// A deal with a contract is not lost; the contract is voided first.
pub fn no_contract_stands(_: &OpportunityDoc, facts: &OpportunityFacts) -> Vec<Refusal> {
    let contract = facts.contract.clone().map(|number| Refusal::ContractStands { number });
    contract.into_iter().collect()
}

/// Nobody decides on a quotation of a lost deal; it is withdrawn first.
pub fn no_quotation_waits(_: &OpportunityDoc, facts: &OpportunityFacts) -> Vec<Refusal> {
    facts.waiting.clone().map(|number| Refusal::QuotationWaits { number }).into_iter().collect()
}

/// Won is what has a signed contract (K2).
pub fn contract_is_signed(_: &OpportunityDoc, facts: &OpportunityFacts) -> Vec<Refusal> {
    unless(facts.papers.contract_signed, Refusal::ContractMissing)
}
