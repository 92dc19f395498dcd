//! Quotations with their versions (Q2, Q3). Costs and margins are for inside; papers are made of `paper::quotation`.

use chengdan_domain::approval::Level;
use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::payment::PaymentTerms;
use chengdan_domain::people::Given;
use chengdan_domain::quotation::margin::Concern;
use chengdan_domain::quotation::{Objection, QuotationAct, QuotationState};
use chengdan_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::deadline::DeadlineView;
use super::order::{ApprovalEntry, Candidate, OrderComputed};
use super::outbox::OutboxRow;

/// What the list is filtered by; what a request leaves out is empty and means all.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct QuotationFilter {
    pub text: String,
    pub states: Vec<QuotationState>,
    pub customer_id: Option<i64>,
    pub opportunity_id: Option<i64>,
    pub owner_id: Option<i64>,
    pub least_fen: Option<i64>,
    pub most_fen: Option<i64>,
    pub valid_from: Option<String>,
    pub valid_before: Option<String>,
    pub created_from: Option<String>,
    pub created_before: Option<String>,
}

/// How the list is asked for; `after` is the last row's cursor. `sort`: `created` (default), `number`, `customer`, `state`,
/// `amount`, `valid_until`, `revision`, `owner`, `opportunity`, `margin`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationListAsk {
    #[serde(default)]
    pub filter: QuotationFilter,
    pub sort: String,
    pub descending: bool,
    pub after: Option<String>,
    pub limit: i64,
}

/// A row of the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationRow {
    pub id: i64,
    pub version: i64,
    pub number: String,
    pub state: QuotationState,
    /// The current version: V1 …
    pub revision: i64,
    pub customer: String,
    pub opportunity_id: i64,
    pub opportunity: String,
    pub owner: String,
    pub amount_fen: Money,
    pub margin: Option<Rate>,
    pub valid_until: Option<String>,
    /// An instant.
    pub created_at: String,
    pub line_count: i64,
    pub first_line: String,
}

/// A page of the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationPage {
    pub rows: Vec<QuotationRow>,
    pub next: Option<String>,
}

/// Totals of what is filtered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationTotals {
    pub count: i64,
    pub amount_fen: Money,
    /// Sent, and not answered yet.
    pub open_count: i64,
    pub all_count: i64,
}

/// A line as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct QuotationLineDraft {
    pub product_id: Option<i64>,
    pub name: String,
    pub spec: String,
    pub unit: String,
    pub quantity_milli: Option<Quantity>,
    pub list_price_micro: Option<Price>,
    /// Tax-inclusive, as offered.
    pub price_micro: Option<Price>,
    /// Off the line, in basis points (0 for none).
    pub discount: Rate,
    /// Inside only; tax-inclusive like the price.
    pub cost_micro: Option<Price>,
    pub tax_rate: Option<Rate>,
    pub customised: bool,
    pub market_reference: String,
}

/// The current version as it is typed; incomplete is welcome until submission. A new one names its opportunity.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationDraft {
    pub id: Option<i64>,
    pub version: Option<i64>,
    pub opportunity_id: i64,
    pub contact_id: Option<i64>,
    pub owner_id: Option<i64>,
    /// Why there is no confirmed list of needs (N1).
    pub no_requirement_reason: String,
    pub valid_until: Option<String>,
    pub terms: PaymentTerms,
    pub delivery_period: String,
    /// 服务与质保
    pub service: String,
    pub note: String,
    pub waiver_fen: Money,
    pub lines: Vec<QuotationLineDraft>,
}

/// What a line, or all of them, leaves.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct QuotationMargin {
    pub cost_fen: Option<Money>,
    pub left_fen: Option<Money>,
    /// In basis points of the amount.
    pub rate: Option<Rate>,
}

/// What the core computes from a version.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationComputed {
    /// Amounts, tax, instalments; its refusals are those of a submission.
    pub amounts: OrderComputed,
    /// Per line; none while its amount is not known.
    pub margins: Vec<Option<QuotationMargin>>,
    pub total: QuotationMargin,
    pub margin_floor: Rate,
    pub discount_limit: Rate,
    /// Off the list, 整单优惠 included.
    pub discount: Option<Rate>,
    /// What needs the supervisor.
    pub concerns: Vec<Concern>,
    /// Some cost is not known, and the company lets that pass: the margin is not known either.
    pub cost_passes: bool,
}

/// The list of needs a version rests on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationNeeds {
    pub id: i64,
    pub number: String,
    pub revision: i64,
}

/// A version, whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationVersionView {
    pub id: i64,
    pub revision: i64,
    pub state: QuotationState,
    pub draft: QuotationDraft,
    pub computed: QuotationComputed,
    pub contact_name: String,
    pub needs: Option<QuotationNeeds>,
    /// What the customer objected to in the version before, in what words, and what was changed (Q3).
    pub objection: Option<Objection>,
    pub objection_note: String,
    pub changed: String,
    /// The version that was taken up again in it.
    pub taken_from: Option<i64>,
    pub round: i64,
    pub sent_back_reason: String,
    pub sent_at: Option<String>,
    /// Accepted, lost or expired.
    pub decided_at: Option<String>,
    pub created_at: String,
}

/// An act with the reasons why it is not possible now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationMay {
    pub act: QuotationAct,
    pub refusals: Vec<Refusal>,
}

/// A contract that was made of it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationContract {
    pub id: i64,
    /// Empty while it has none.
    pub number: String,
}

/// A quotation, whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationView {
    pub id: i64,
    pub version: i64,
    pub number: String,
    /// The state of its current version, the last one of `versions`.
    pub state: QuotationState,
    pub revision: i64,
    pub opportunity_id: i64,
    pub opportunity_number: String,
    pub opportunity_name: String,
    pub customer_id: i64,
    pub customer_name: String,
    pub contact_email: String,
    pub owner_name: String,
    pub creator_name: String,
    pub reason: String,
    pub winner: String,
    pub created_at: String,
    pub round: i64,
    pub level: i64,
    pub ladder: Vec<Level>,
    /// V1 … Vn.
    pub versions: Vec<QuotationVersionView>,
    /// Lines side by side: a row per line, in it for each version the index of the line there.
    pub rows: Vec<Vec<Option<i64>>>,
    pub acts: Vec<QuotationMay>,
    pub approvals: Vec<ApprovalEntry>,
    pub letters: Vec<OutboxRow>,
    pub deadlines: Vec<DeadlineView>,
    pub contract: Option<QuotationContract>,
    /// Why no contract can be made of it now; where it was accepted and has none.
    pub contract_refusals: Vec<Refusal>,
    /// What losing it means for the deal; none where that is closed.
    pub deal_end: Option<QuotationDealEnd>,
}

/// Whether a deal ends with a quotation that is lost.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationDealEnd {
    /// Nothing else of the deal is alive: no other quotation, no contract.
    pub last: bool,
    /// Why the deal cannot be closed as lost by who sits here.
    pub refusals: Vec<Refusal>,
}

/// Sends the current version to its contact, or to another address.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationSend {
    pub id: i64,
    pub version: i64,
    pub to: Option<String>,
}

/// Another round (Q3): the objection to the current version, and what is changed in the next one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationRound {
    pub id: i64,
    pub version: i64,
    pub objection: Objection,
    pub note: String,
    pub changed: String,
}

/// The customer accepted the current version; `note` says how.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationAccept {
    pub id: i64,
    pub version: i64,
    pub note: String,
}

/// It is lost: why, and to whom if known.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationLose {
    pub id: i64,
    pub version: i64,
    pub reason: String,
    pub winner: String,
    /// The deal is lost with it, for the same reason.
    #[serde(default)]
    pub close_deal: bool,
}

/// Goes back to an earlier version (Q3): the next one begins with what stood in it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationTakeUp {
    pub id: i64,
    pub version: i64,
    /// Which version is taken up again.
    pub revision: i64,
    pub reason: String,
}

/// The supervisor's decision on a version beyond the limits; the hand as with orders.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationDecide {
    pub id: i64,
    pub version: i64,
    pub decider_id: i64,
    pub given: Given,
    pub evidence: Option<String>,
    pub behalf_reason: String,
    pub note: String,
}

/// Which version's paper.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationPaperAsk {
    pub id: i64,
    pub revision: i64,
}

/// A version that waits for the supervisor, for the room 审批.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuotationWaiting {
    pub id: i64,
    pub version: i64,
    pub number: String,
    pub revision: i64,
    pub state: QuotationState,
    pub customer: String,
    pub owner: String,
    pub amount_fen: Money,
    pub margin: Option<Rate>,
    pub discount: Option<Rate>,
    pub concerns: Vec<Concern>,
    pub since: String,
    pub candidates: Vec<Candidate>,
}
