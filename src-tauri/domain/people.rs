//! Who works at the desk, and how a decision was given.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A part somebody plays; one person may hold several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum Role {
    SalesRep,
    SalesSupervisor,
    Solution,
    Legal,
    Finance,
    Operations,
    Warehouse,
    Production,
    Purchasing,
    Logistics,
    ServiceEngineer,
    CustomerService,
    SalesAssistant,
    Admin,
}

impl Role {
    /// Every role, in the order the settings page shows them.
    pub const ALL: [Role; 14] = [
        Role::SalesRep,
        Role::SalesSupervisor,
        Role::Solution,
        Role::Legal,
        Role::Finance,
        Role::Operations,
        Role::Warehouse,
        Role::Production,
        Role::Purchasing,
        Role::Logistics,
        Role::ServiceEngineer,
        Role::CustomerService,
        Role::SalesAssistant,
        Role::Admin,
    ];
}

/// Who sees the day of all, and puts off what is somebody else's.
pub const TEAM: [Role; 3] = [Role::SalesSupervisor, Role::SalesAssistant, Role::Admin];

/// How a decision reached the book: by the decider at the keyboard, or told to the recorder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub enum Given {
    SignedIn,
    InPerson,
    Phone,
    WeChat,
    Email,
    Written,
}

/// Who decided, who holds the pen, and what proves it when they differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Hand {
    pub decider_id: i64,
    pub recorder_id: i64,
    pub given: Given,
    /// The hash of a file kept in the book (a screenshot, a scan).
    pub evidence: Option<String>,
    /// Why it is recorded on behalf, when there is no evidence.
    pub behalf_reason: Option<String>,
}
