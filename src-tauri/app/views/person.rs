//! People at the desk.

use chengdan_domain::people::{Given, Role};
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
    pub senior: bool,
    pub active: bool,
    pub roles: Vec<Role>,
    pub password: Option<String>,
}

/// Sits down at the desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SignIn {
    pub person_id: i64,
    pub password: String,
}

/// A decision recorded in somebody's name by another hand, to be confirmed or disputed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BehalfDecision {
    pub approval_id: i64,
    pub order_id: i64,
    pub order_number: String,
    pub round: i64,
    pub level: i64,
    pub role: Option<Role>,
    pub decided: String,
    pub recorder: String,
    pub given: Given,
    pub reason: String,
    pub at: String,
}

/// Confirms or disputes a decision recorded in one's name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BehalfAnswer {
    pub approval_id: i64,
    pub agree: bool,
    pub note: String,
}
