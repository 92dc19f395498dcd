//! The list of what a customer needs 「客户需求清单」 (N1): lines, revisions, and the customer's confirmation.

pub mod law;
pub mod print;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::Quantity;

/// Where a revision of the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum RequirementState {
    Draft,
    /// The customer said that this is what is needed.
    Confirmed,
    /// Another revision was confirmed in its place.
    Superseded,
}

/// What is done with a revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum RequirementAct {
    Edit,
    /// Mails it to the customer.
    Send,
    Confirm,
    /// Begins another revision with the same lines.
    Revise,
    /// Another revision was confirmed; nobody presses a button for it.
    Supersede,
}

/// How a customer confirms (N1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub enum ConfirmedHow {
    /// 签字
    #[default]
    Signature,
    /// 邮件
    Email,
}

/// A line: what is needed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NeedLine {
    pub product_id: Option<i64>,
    pub name: String,
    pub spec: String,
    pub unit: String,
    pub quantity: Option<Quantity>,
    pub wanted_on: Option<NaiveDate>,
    pub customised: bool,
    /// What is to be made otherwise.
    pub customisation: String,
    /// 服务标准
    pub standard: String,
}

/// A list as it is written down; incomplete until it is sent or confirmed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequirementForm {
    pub contact_id: Option<i64>,
    pub delivery_address: String,
    pub note: String,
    pub lines: Vec<NeedLine>,
}

/// The customer's word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Confirmation {
    /// Who of the customer's people.
    pub by: String,
    pub on: Option<NaiveDate>,
    pub how: ConfirmedHow,
    /// A file's digest.
    pub evidence: Option<String>,
}

impl RequirementState {
    /// Every state.
    pub const ALL: [RequirementState; 3] =
        [RequirementState::Draft, RequirementState::Confirmed, RequirementState::Superseded];
}

impl RequirementAct {
    /// Every act that has a button, in their order.
    pub const ALL: [RequirementAct; 4] =
        [RequirementAct::Confirm, RequirementAct::Send, RequirementAct::Edit, RequirementAct::Revise];
}

impl NeedLine {
    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        *self == NeedLine::default()
    }
}
