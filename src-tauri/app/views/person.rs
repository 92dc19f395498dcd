//! People at the desk.

use chengdan_domain::lead::Grade;
use chengdan_domain::people::{Given, Role};
use chengdan_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who somebody is, in one line.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PersonBrief {
    pub id: i64,
    pub name: String,
    pub roles: Vec<Role>,
    pub has_password: bool,
    pub active: bool,
}

/// A person with everything the settings page edits.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PersonView {
    pub id: i64,
    pub version: i64,
    pub name: String,
    pub code: String,
    pub email: String,
    pub phone: String,
    pub region: String,
    /// Industries they look after.
    #[serde(default)]
    pub industries: Vec<String>,
    pub senior: bool,
    pub active: bool,
    pub roles: Vec<Role>,
    pub has_password: bool,
}

/// Creates (`id` none) or changes a person. `password`: none keeps, empty removes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PersonSave {
    pub id: Option<i64>,
    pub version: Option<i64>,
    pub name: String,
    pub code: String,
    pub email: String,
    pub phone: String,
    pub region: String,
    #[serde(default)]
    pub industries: Vec<String>,
    pub senior: bool,
    pub active: bool,
    pub roles: Vec<Role>,
    pub password: Option<String>,
}

/// What somebody looks after, before it is handed over.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PersonOwns {
    pub customers: i64,
    /// Open leads.
    pub leads: i64,
    /// Open opportunities.
    pub opportunities: i64,
    /// Drafts and orders that were sent back.
    pub drafts: i64,
    pub in_approval: i64,
    /// Approved and not yet delivered in full.
    pub open_orders: i64,
    /// Quotations of which something may still come.
    pub quotations: i64,
    /// Contracts that are not signed, or not ordered yet.
    pub contracts: i64,
    /// Why this person cannot leave now.
    pub refusals: Vec<Refusal>,
}

/// Somebody leaves: what is looked after goes to `heir_id` (none only when there is nothing), the person cannot sign
/// in any more and stays on everything done so far.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PersonLeave {
    pub id: i64,
    pub version: i64,
    pub heir_id: Option<i64>,
}

/// What was handed over.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PersonLeft {
    pub person: PersonView,
    pub customers: i64,
    pub leads: i64,
    pub opportunities: i64,
    pub orders: i64,
    pub quotations: i64,
    pub contracts: i64,
    /// What stays with the one who left until they are decided: the heir decides or decided on them.
    pub kept: Vec<String>,
}

impl PersonLeft {
    /// Before anything was handed over.
    pub fn nothing(person: PersonView) -> PersonLeft {
        PersonLeft {
            person,
            customers: 0,
            leads: 0,
            opportunities: 0,
            orders: 0,
            quotations: 0,
            contracts: 0,
            kept: Vec::new(),
        }
    }
}

/// Sits down at the desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SignIn {
    pub person_id: i64,
    pub password: String,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum BehalfKind {
    Approval,
    QuotationApproval,
    ContractReview,
    LeadRating,
    LeadAssignment,
}

/// A decision recorded in somebody's name by another hand, to be confirmed or disputed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BehalfDecision {
    pub kind: BehalfKind,
    pub id: i64,
    /// The order or the lead.
    pub document_id: i64,
    /// The order's number, or the lead's customer.
    pub name: String,
    /// Of an approval.
    pub round: i64,
    pub level: i64,
    pub role: Option<Role>,
    /// `Granted`, `SentBack`; of a lead `Rated`, `Assigned`.
    pub decided: String,
    /// Of a rating.
    pub grade: Option<Grade>,
    /// Of an assignment: to whom.
    pub owner: String,
    pub recorder: String,
    pub given: Given,
    pub reason: String,
    pub at: String,
}

/// Confirms or disputes a decision recorded in one's name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BehalfAnswer {
    pub kind: BehalfKind,
    pub id: i64,
    pub agree: bool,
    pub note: String,
}
