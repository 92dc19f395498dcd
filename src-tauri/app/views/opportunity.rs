//! Opportunities 「商机」: the list, the board, and the document that ties lead, needs, solution, quotations, contracts and
//! orders together.

use chengdan_domain::lead::{Grade, LeadState};
use chengdan_domain::money::Money;
use chengdan_domain::opportunity::{OpportunityAct, OpportunityState, Stage};
use chengdan_domain::order::OrderStatus;
use chengdan_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::lead::LeadFollowUp;
use super::outbox::OutboxRow;
use super::requirement::RequirementView;

/// A row of the list of opportunities.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpportunityRow {
    pub id: i64,
    pub version: i64,
    pub number: String,
    pub name: String,
    pub customer_id: i64,
    pub customer: String,
    pub owner: String,
    pub state: OpportunityState,
    pub stage: Stage,
    /// What its documents say by now.
    pub amount_fen: Money,
    pub expected_on: Option<String>,
    /// Instants, UTC.
    pub created_at: String,
    pub closed_at: Option<String>,
}

/// What the list of opportunities is filtered by; what a request leaves out is empty and means all.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct OpportunityFilter {
    pub text: String,
    pub stages: Vec<Stage>,
    pub customer_id: Option<i64>,
    pub owner_id: Option<i64>,
    pub no_owner: bool,
    pub least_fen: Option<Money>,
    pub most_fen: Option<Money>,
    /// Days of the company's zone.
    pub created_from: Option<String>,
    pub created_before: Option<String>,
    /// When it may be decided.
    pub expected_from: Option<String>,
    pub expected_before: Option<String>,
    pub closed_from: Option<String>,
    pub closed_before: Option<String>,
}

/// How the list is asked for; `after` is the last row's cursor. `sort`: `created` (default), `number`, `name`, `customer`,
/// `owner`, `stage`, `amount`, `expected`, `closed`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpportunityListAsk {
    #[serde(default)]
    pub filter: OpportunityFilter,
    pub sort: String,
    pub descending: bool,
    pub after: Option<String>,
    pub limit: i64,
}

/// A page of opportunities.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpportunityPage {
    pub rows: Vec<OpportunityRow>,
    pub next: Option<String>,
}

/// Counts and amounts of the opportunities that are filtered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpportunityTotals {
    pub count: i64,
    pub open_count: i64,
    /// Of the open ones.
    pub open_fen: Money,
    pub all_count: i64,
}

/// The opportunities that are filtered, as columns of their stages.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpportunityBoard {
    pub columns: Vec<OpportunityColumn>,
}

/// A stage's column: how many there are, what they come to, and the first fifty, the largest on top; what is closed by its
/// closing, the last on top.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpportunityColumn {
    pub stage: Stage,
    pub count: i64,
    pub amount_fen: Money,
    pub rows: Vec<OpportunityRow>,
}

/// What is written about a deal.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct OpportunityCard {
    pub id: Option<i64>,
    pub version: Option<i64>,
    pub name: String,
    pub customer_id: Option<i64>,
    pub owner_id: Option<i64>,
    /// What it may come to; 0 where it is not known.
    pub expected_fen: Money,
    pub expected_on: Option<String>,
}

/// An act with the reasons why it cannot be done now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpportunityMay {
    pub act: OpportunityAct,
    pub refusals: Vec<Refusal>,
}

/// An opportunity, whole, with all its neighbours.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpportunityView {
    pub card: OpportunityCard,
    pub number: String,
    pub state: OpportunityState,
    pub stage: Stage,
    pub amount_fen: Money,
    pub customer: String,
    pub owner: String,
    pub creator: String,
    pub created_at: String,
    pub closed_at: Option<String>,
    /// Why it was lost, and to whom.
    pub reason: String,
    pub winner: String,
    pub lead: Option<LeadBrief>,
    /// What was said while it was a lead.
    pub follow_ups: Vec<LeadFollowUp>,
    /// Revisions, the newest first.
    pub requirements: Vec<RequirementView>,
    pub solution: Option<SolutionView>,
    pub quotations: Vec<QuotationBrief>,
    pub contracts: Vec<ContractBrief>,
    pub orders: Vec<OrderBrief>,
    pub letters: Vec<OutboxRow>,
    pub acts: Vec<OpportunityMay>,
    /// Why the first list of needs cannot be begun.
    pub list: Vec<Refusal>,
}

/// The lead it came from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadBrief {
    pub id: i64,
    pub name: String,
    pub state: LeadState,
    pub grade: Option<Grade>,
}

/// A quotation of it, as its current version stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationBrief {
    pub id: i64,
    pub number: String,
    pub revision: i64,
    /// As the quotation's law names it.
    pub state: String,
    pub amount_fen: Money,
    pub valid_until: Option<String>,
}

/// A contract of it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractBrief {
    pub id: i64,
    /// Empty while it has none.
    pub number: String,
    /// As the contract's law names it.
    pub state: String,
    pub kind: String,
    pub amount_fen: Money,
    pub signed_on: Option<String>,
    /// The contract it supplements.
    pub supplement_of: Option<i64>,
}

/// An order of one of its contracts.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderBrief {
    pub id: i64,
    /// Empty while it has none.
    pub number: String,
    pub status: OrderStatus,
    pub amount_fen: Money,
    pub contract_id: i64,
}

/// The solution behind the quotations (Q1).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SolutionView {
    pub configuration: String,
    pub service: String,
    pub plan: String,
    pub person_id: Option<i64>,
    pub person: String,
    pub saved_at: String,
}

/// Writes the solution; `id` and `version` are the opportunity's.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SolutionSave {
    pub id: i64,
    pub version: i64,
    pub configuration: String,
    pub service: String,
    pub plan: String,
    pub person_id: Option<i64>,
}

/// Lost, with the reason and, where it is known, to whom.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpportunityLose {
    pub id: i64,
    pub version: i64,
    pub reason: String,
    pub winner: String,
}
