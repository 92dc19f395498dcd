//! Leads 「线索」 (L1–L6): somebody who may want something, from the first word to a customer or to a reason why not.

pub mod guard;
pub mod law;
pub mod print;
pub mod proposal;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a lead stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum LeadState {
    /// Registered, not rated yet.
    New,
    /// Rated, with nobody to follow it yet.
    Rated,
    /// Somebody follows it.
    Assigned,
    /// It became a customer.
    Converted,
    Lost,
    Invalid,
    /// It was the same as another one and lives on in it.
    Merged,
}

/// How likely it is (L2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum Grade {
    /// 高意向: can be pushed within a week.
    A,
    /// 中意向: followed within two weeks.
    B,
    /// 低意向: long term.
    C,
}

/// Where it came from (L1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub enum LeadSource {
    #[default]
    Inquiry,
    Exhibition,
    Marketing,
    Referral,
    Other,
}

/// What somebody can do with a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum LeadAct {
    Edit,
    Rate,
    Assign,
    FollowUp,
    Convert,
    Lose,
    Invalidate,
    Merge,
    Reopen,
}

/// How somebody was spoken to (L5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub enum Method {
    #[default]
    Phone,
    Visit,
    WeChat,
    Email,
    Exhibition,
}

/// What is registered (L1). Both times are kept, so that lateness is measured.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeadForm {
    pub customer: String,
    pub contact: String,
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
    pub received_at: DateTime<Utc>,
}

/// One ground of a rating: a verdict of three, and a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Ground {
    /// 0 speaks for it, 1 is middling, 2 speaks against it.
    pub verdict: i64,
    pub note: String,
}

/// The grounds of a rating (L2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Grounds {
    pub industry: Ground,
    /// Function and budget.
    pub fit: Ground,
    /// Decision cycle and history.
    pub likelihood: Ground,
}

/// What was said (L5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    pub at: DateTime<Utc>,
    pub method: Method,
    /// 联系上
    pub reached: bool,
    pub said: String,
    pub need_change: String,
    pub next_on: Option<NaiveDate>,
}

impl LeadState {
    /// Every state.
    pub const ALL: [LeadState; 7] = [
        LeadState::New,
        LeadState::Rated,
        LeadState::Assigned,
        LeadState::Converted,
        LeadState::Lost,
        LeadState::Invalid,
        LeadState::Merged,
    ];

    /// Whether its process goes on.
    pub fn is_open(self) -> bool {
        matches!(self, LeadState::New | LeadState::Rated | LeadState::Assigned)
    }
}

impl LeadAct {
    /// Every act, in the order of the buttons.
    pub const ALL: [LeadAct; 9] = [
        LeadAct::Rate,
        LeadAct::Assign,
        LeadAct::FollowUp,
        LeadAct::Convert,
        LeadAct::Edit,
        LeadAct::Merge,
        LeadAct::Lose,
        LeadAct::Invalidate,
        LeadAct::Reopen,
    ];
}
