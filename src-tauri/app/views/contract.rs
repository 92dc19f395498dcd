//! Contracts 「合同」 (C1): the list, the document, its form and its review.

use chengdan_domain::bargain::Difference;
use chengdan_domain::contract::{Checked, ContractAct, ContractKind, ContractState};
use chengdan_domain::money::Money;
use chengdan_domain::order::OrderStatus;
use chengdan_domain::payment::PaymentTerms;
use chengdan_domain::people::Given;
use chengdan_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::HistoryEntry;
use super::computed::OrderComputed;
use super::deadline::DeadlineView;
use super::order::{Candidate, LineDraft};

/// What the list is filtered by; what a request leaves out is empty and means all.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ContractFilter {
    pub text: String,
    pub states: Vec<ContractState>,
    pub kinds: Vec<ContractKind>,
    pub customer_id: Option<i64>,
    pub owner_id: Option<i64>,
    pub signed_from: Option<String>,
    pub signed_before: Option<String>,
    pub least_fen: Option<i64>,
    pub most_fen: Option<i64>,
    /// Days of the company's zone.
    pub created_from: Option<String>,
    pub created_before: Option<String>,
}

/// A page of the list. `sort`: `number` (default), `created`, `customer`, `kind`, `state`, `amount`, `called`, `signed`,
/// `valid`, `owner`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractListAsk {
    #[serde(default)]
    pub filter: ContractFilter,
    pub sort: String,
    pub descending: bool,
    pub after: Option<String>,
    pub limit: i64,
}

/// A row of the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractRow {
    pub id: i64,
    pub version: i64,
    pub number: Option<String>,
    pub kind: ContractKind,
    pub state: ContractState,
    pub customer: String,
    pub owner: String,
    pub amount_fen: Money,
    /// What orders call off from a framework.
    pub called_fen: Money,
    pub signed_on: Option<String>,
    pub valid_until: Option<String>,
    pub created_on: String,
    /// The number of the contract it supplements; empty for most.
    pub supplement_of: String,
}

/// A page of contracts.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractPage {
    pub rows: Vec<ContractRow>,
    pub next: Option<String>,
}

/// Count and sum of what is filtered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractTotals {
    pub count: i64,
    /// Void ones are not in it.
    pub amount_fen: Money,
    pub in_review: i64,
    pub all_count: i64,
}

/// A clause as it stands in a contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClauseDraft {
    /// The edition it was taken from; none for one that was written here.
    pub clause_id: Option<i64>,
    pub title: String,
    pub body: String,
}

/// A contract as it is typed; incomplete is welcome until submission.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractDraft {
    pub id: Option<i64>,
    pub version: Option<i64>,
    pub kind: ContractKind,
    /// Where a new one belongs; one that is there keeps its own, whatever is said here.
    pub opportunity_id: Option<i64>,
    pub customer_id: Option<i64>,
    pub contact_id: Option<i64>,
    pub customer_order_number: String,
    pub owner_id: Option<i64>,
    pub terms: PaymentTerms,
    pub delivery_period: String,
    pub delivery_address: String,
    pub promised_on: Option<String>,
    /// Of a framework: until when, and how much.
    pub valid_until: Option<String>,
    pub limit_fen: Option<Money>,
    pub waiver_fen: Money,
    pub difference_reason: String,
    pub note: String,
    pub lines: Vec<LineDraft>,
    pub clauses: Vec<ClauseDraft>,
}

/// What the core computes from a contract while it is typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractComputed {
    pub computed: OrderComputed,
    /// Where it departs from the version that was accepted.
    pub differences: Vec<Difference>,
}

/// A document beside it, by its name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractNeighbour {
    pub id: i64,
    pub name: String,
}

/// Another contract.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractOther {
    pub id: i64,
    /// Empty while it is a draft.
    pub number: String,
    pub state: ContractState,
}

/// An order that stands on a contract.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractOrder {
    pub id: i64,
    /// Empty while it is a draft.
    pub number: String,
    pub status: OrderStatus,
    pub amount_fen: Money,
    pub created_on: String,
}

/// An act with the reasons why it cannot be done now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractMay {
    pub act: ContractAct,
    pub refusals: Vec<Refusal>,
}

/// A review with what was checked.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractReview {
    pub id: i64,
    pub passed: bool,
    pub checklist: Vec<Checked>,
    /// The reason of a return, or a remark when it passed.
    pub reason: String,
    pub decider: String,
    pub recorder: String,
    pub given: Given,
    pub evidence: Option<String>,
    pub behalf_reason: String,
    pub at: String,
    /// The decider's own answer to a review that somebody else recorded: none yet, confirmed or disputed.
    pub confirmed: Option<bool>,
}

/// A contract, whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractView {
    pub id: i64,
    pub version: i64,
    pub number: Option<String>,
    pub state: ContractState,
    pub draft: ContractDraft,
    pub customer_name: String,
    pub contact_name: String,
    pub owner_name: String,
    pub creator_name: String,
    pub created_at: String,
    pub opportunity: Option<ContractNeighbour>,
    /// The quotation it was made from; the name says which version.
    pub quotation: Option<ContractNeighbour>,
    pub supplement_of: Option<ContractOther>,
    pub supplements: Vec<ContractOther>,
    pub orders: Vec<ContractOrder>,
    /// What it is worth: of a framework its limit.
    pub amount_fen: Money,
    pub called_fen: Money,
    pub computed: OrderComputed,
    pub differences: Vec<Difference>,
    pub content_code: String,
    /// Whether legal reads it.
    pub needs_review: bool,
    /// Who of legal could review it.
    pub reviewers: Vec<Candidate>,
    pub reviews: Vec<ContractReview>,
    /// Why legal gave it back, or why it is void.
    pub returned_reason: String,
    pub signed_on: Option<String>,
    pub our_signatory: String,
    pub their_signatory: String,
    pub scan: Option<String>,
    pub acts: Vec<ContractMay>,
    /// The clocks of its review and of its order.
    pub deadlines: Vec<DeadlineView>,
    pub history: Vec<HistoryEntry>,
    /// The instant of this answer; after a save, when it was saved.
    pub read_at: String,
}

/// A review of legal: passed, or given back with the reason.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractDecide {
    pub id: i64,
    pub version: i64,
    pub pass: bool,
    pub checklist: Vec<Checked>,
    /// A remark when passing, the compulsory reason of a return.
    pub note: String,
    pub decider_id: i64,
    pub given: Given,
    pub evidence: Option<String>,
    pub behalf_reason: String,
}

/// A contract that waits for legal, for the room 审批.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractWaiting {
    pub id: i64,
    pub version: i64,
    pub number: Option<String>,
    pub kind: ContractKind,
    pub state: ContractState,
    pub customer: String,
    pub owner: String,
    pub amount_fen: Money,
    /// Where it departs from the version that was accepted, and why.
    pub differences: Vec<Difference>,
    pub difference_reason: String,
    /// As a sentence in the book's language.
    pub terms: String,
    pub delivery_period: String,
    pub clauses: i64,
    /// How often legal gave it back already.
    pub returns: i64,
    /// When it was handed in last: an instant.
    pub since: String,
    /// Who of legal could review it.
    pub reviewers: Vec<Candidate>,
    /// Why the person at the desk cannot review it, or record a review, now.
    pub refusals: Vec<Refusal>,
}

/// How a contract was signed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractSign {
    pub id: i64,
    pub version: i64,
    pub signed_on: Option<String>,
    pub our_signatory: String,
    pub their_signatory: String,
    /// The digest of the scan, kept before.
    pub scan: Option<String>,
}

/// Makes a contract void, with the reason.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractEnd {
    pub id: i64,
    pub version: i64,
    pub reason: String,
}

/// Makes a contract of the accepted version of a quotation.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContractFrom {
    pub quotation_id: i64,
    pub kind: ContractKind,
}

/// Makes an order of a signed contract. A call-off names the customer's purchase order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderFrom {
    pub contract_id: i64,
    pub customer_order_number: String,
    pub customer_order_on: Option<String>,
}

/// The contract that an order stands on, as the order shows it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderContract {
    pub id: i64,
    pub number: String,
    pub kind: ContractKind,
    pub signed_on: Option<String>,
    pub amount_fen: Money,
    /// Of a framework: what other orders leave.
    pub left_fen: Option<Money>,
    pub differences: Vec<Difference>,
}
