//! Lists of what a customer needs 「客户需求清单」 (N1): what is typed, what is shown, and the customer's confirmation.

use chengdan_domain::money::Quantity;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::requirement::{ConfirmedHow, RequirementAct, RequirementState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct NeedDraft {
    pub product_id: Option<i64>,
    pub name: String,
    pub spec: String,
    pub unit: String,
    pub quantity_milli: Option<Quantity>,
    pub wanted_on: Option<String>,
    pub customised: bool,
    /// What is to be made otherwise.
    pub customisation: String,
    /// 服务标准
    pub standard: String,
}

/// A revision as it is typed; without an id it is the first one of its opportunity. Incomplete is welcome until it is sent
/// or confirmed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RequirementDraft {
    pub id: Option<i64>,
    pub version: Option<i64>,
    pub opportunity_id: i64,
    pub contact_id: Option<i64>,
    pub delivery_address: String,
    pub note: String,
    pub lines: Vec<NeedDraft>,
}

/// An act with the reasons why it cannot be done now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RequirementMay {
    pub act: RequirementAct,
    pub refusals: Vec<Refusal>,
}

/// A revision, whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RequirementView {
    pub draft: RequirementDraft,
    /// `XQ202611-001`, the same for every revision.
    pub number: String,
    pub revision: i64,
    pub state: RequirementState,
    pub contact: String,
    pub confirmed_by: String,
    pub confirmed_on: Option<String>,
    /// None while it is not confirmed.
    pub confirmed_how: Option<ConfirmedHow>,
    /// A file's digest.
    pub evidence: Option<String>,
    pub recorder: String,
    pub creator: String,
    pub created_at: String,
    pub acts: Vec<RequirementMay>,
}

/// The customer's confirmation.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RequirementConfirm {
    pub id: i64,
    pub version: i64,
    /// Who of the customer's people.
    pub confirmed_by: String,
    pub confirmed_on: Option<String>,
    pub confirmed_how: ConfirmedHow,
    /// A file's digest: the signed list, the mail.
    pub evidence: Option<String>,
}
