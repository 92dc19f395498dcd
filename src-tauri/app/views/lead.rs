//! Leads 「线索」 (L1–L6): the list, the document, and what is asked of them.

use chengdan_domain::lead::proposal::Reason;
use chengdan_domain::lead::{Grade, Grounds, LeadAct, LeadSource, LeadState, Method};
use chengdan_domain::people::Given;
use chengdan_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::deadline::DeadlineView;

/// A row of the list of leads.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadRow {
    pub id: i64,
    pub version: i64,
    pub state: LeadState,
    pub grade: Option<Grade>,
    /// The company; the contact's name where none is known.
    pub customer: String,
    pub contact: String,
    pub phone: String,
    pub industry: String,
    pub region: String,
    pub source: LeadSource,
    pub need: String,
    pub owner: String,
    /// Instants, UTC.
    pub received_at: String,
    pub registered_at: String,
    /// 最近跟进时间
    pub followed_at: Option<String>,
    pub next_on: Option<String>,
    /// The most urgent of its running clocks.
    pub due_at: Option<String>,
    pub overdue: bool,
}

/// What the list of leads is filtered by; what a request leaves out is empty and means all.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LeadFilter {
    pub text: String,
    pub states: Vec<LeadState>,
    pub grades: Vec<Grade>,
    pub source: Option<LeadSource>,
    pub owner_id: Option<i64>,
    pub no_owner: bool,
    pub industry: Option<String>,
    pub region: Option<String>,
    /// Days of the company's zone.
    pub received_from: Option<String>,
    pub received_before: Option<String>,
    /// Days of the next contact.
    pub next_from: Option<String>,
    pub next_before: Option<String>,
    /// Only leads with a clock that has run out.
    pub overdue: bool,
}

/// How the list is asked for; `after` is the last row's cursor. `sort`: `received` (default), `registered`, `customer`,
/// `contact`, `grade`, `state`, `source`, `industry`, `region`, `owner`, `followed`, `next`, `due`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadListAsk {
    #[serde(default)]
    pub filter: LeadFilter,
    pub sort: String,
    pub descending: bool,
    pub after: Option<String>,
    pub limit: i64,
}

/// A page of leads.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadPage {
    pub rows: Vec<LeadRow>,
    pub next: Option<String>,
}

/// Counts of the leads that are filtered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadTotals {
    pub count: i64,
    /// Not rated yet.
    pub unrated: i64,
    pub overdue: i64,
    pub all_count: i64,
}

/// The leads that are filtered, as columns of their states.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadBoard {
    pub columns: Vec<LeadColumn>,
}

/// A state's column: how many there are, and the first fifty, the most urgent clock on top; what ended by receipt, the
/// newest on top.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadColumn {
    pub state: LeadState,
    pub count: i64,
    pub rows: Vec<LeadRow>,
}

/// What is registered and changed (L1).
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct LeadCard {
    pub id: Option<i64>,
    pub version: Option<i64>,
    pub customer: String,
    pub contact: String,
    /// 职务
    pub title: String,
    pub phone: String,
    pub wechat: String,
    pub email: String,
    pub industry: String,
    pub province: String,
    pub city: String,
    pub district: String,
    pub source: LeadSource,
    /// Who referred it, which exhibition.
    pub source_note: String,
    pub need: String,
    /// Instant, UTC; none: now.
    pub received_at: Option<String>,
    /// Where it is the same customer's: a lead of one who is known.
    pub customer_id: Option<i64>,
}

/// What was judged (L2).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadRating {
    pub grade: Grade,
    pub grounds: Grounds,
    pub decider: String,
    pub recorder: String,
    pub at: String,
}

/// What was said (L5), newest first in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadFollowUp {
    pub at: String,
    pub person: String,
    pub method: Method,
    pub reached: bool,
    pub said: String,
    pub need_change: String,
    pub next_on: Option<String>,
}

/// A lead, whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadView {
    pub card: LeadCard,
    pub state: LeadState,
    pub owner_id: Option<i64>,
    pub owner: String,
    pub registered_at: String,
    pub registered_by: String,
    /// Registered more than 24 hours after receipt (L1).
    pub registered_late: bool,
    pub grade: Option<Grade>,
    /// None while it is not rated; also for a grade that an import brought, whose grounds nobody of this book knows.
    pub rating: Option<LeadRating>,
    pub follow_ups: Vec<LeadFollowUp>,
    /// Why it was lost or is invalid.
    pub reason: String,
    /// What it became, or lives on in.
    pub customer: Option<LeadBecame>,
    /// The deal it goes on as.
    pub opportunity: Option<LeadBecame>,
    pub merged_into: Option<LeadBecame>,
    pub acts: Vec<LeadMay>,
    /// Running clocks first, the most urgent on top; then those that ended.
    pub deadlines: Vec<DeadlineView>,
}

/// A record by its id and name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadBecame {
    pub id: i64,
    pub name: String,
}

/// An act of a lead with the reasons why it cannot be done now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadMay {
    pub act: LeadAct,
    pub refusals: Vec<Refusal>,
}

/// A decision of the supervisor, whoever records it: who decided, how it was given, and why it is recorded for them.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadHand {
    pub decider_id: i64,
    pub given: Given,
    /// A file's digest.
    pub evidence: Option<String>,
    pub behalf_reason: String,
}

/// 评级 (L2).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadRate {
    pub id: i64,
    pub version: i64,
    pub grade: Grade,
    pub grounds: Grounds,
    pub hand: LeadHand,
}

/// 分配 (L3).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadAssign {
    pub id: i64,
    pub version: i64,
    pub assignee_id: i64,
    pub hand: LeadHand,
}

/// Who a lead is proposed to, the best first (L3).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadProposal {
    pub person_id: i64,
    pub name: String,
    pub in_hand: i64,
    pub reasons: Vec<Reason>,
}

/// A follow-up (L5); `at` none: now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadFollow {
    pub id: i64,
    pub version: i64,
    pub at: Option<String>,
    pub method: Method,
    pub reached: bool,
    pub said: String,
    pub need_change: String,
    pub next_on: Option<String>,
}

/// Lost or invalid, with the reason (L6); reopening needs none.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadEnd {
    pub id: i64,
    pub version: i64,
    pub reason: String,
}

/// The same as another one: its follow-ups go along.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadMerge {
    pub id: i64,
    pub version: i64,
    pub into_id: i64,
}

/// Becomes a customer (L6): a new one, or one that is known.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadConvert {
    pub id: i64,
    pub version: i64,
    pub customer_id: Option<i64>,
}

/// Somebody who looks like the lead being typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadLike {
    pub id: i64,
    pub name: String,
    /// `lead` or `customer`
    pub what: String,
    /// `name` or `phone`
    pub by: String,
    pub owner: String,
    pub state: Option<LeadState>,
}

/// What is typed so far, to warn of duplicates.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadLikeAsk {
    pub id: Option<i64>,
    pub name: String,
    pub phone: String,
}
