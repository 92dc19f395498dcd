//! Opportunities 「商机」: what ties a customer's need, the quotations, the contract and the orders together. Its stage is
//! computed from its documents; it closes once (K2).

pub mod law;
pub mod print;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::Money;

/// Whether a deal goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum OpportunityState {
    Open,
    /// A contract was signed.
    Won,
    Lost,
}

/// How far a deal has come 「需求阶段」, in the order of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum Stage {
    /// 需求调研
    Survey,
    /// 方案洽谈: a list of needs is confirmed, or a solution stands.
    Solution,
    /// 报价谈判: a version of a quotation was sent.
    Negotiation,
    /// 合同: there is a contract.
    Contract,
    /// 成交
    Won,
    /// 输单
    Lost,
}

/// What somebody, or a signature, does to an opportunity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum OpportunityAct {
    Edit,
    /// Writes the solution (Q1).
    Solve,
    Lose,
    Reopen,
    /// A contract was signed; nobody presses a button for it.
    Win,
}

/// What is written about a deal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpportunityForm {
    pub name: String,
    pub customer_id: Option<i64>,
    pub owner_id: Option<i64>,
    /// What it may come to, before a quotation says more; nothing where it is not known.
    pub expected: Money,
    /// When it may be decided.
    pub expected_on: Option<NaiveDate>,
}

/// The solution behind the quotations (Q1).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SolutionForm {
    pub configuration: String,
    pub service: String,
    pub plan: String,
    /// Who is responsible for it.
    pub person_id: Option<i64>,
}

/// What the documents of a deal say about how far it has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Papers {
    pub list_confirmed: bool,
    pub solution_stands: bool,
    pub version_sent: bool,
    pub contract_stands: bool,
    pub contract_signed: bool,
}

impl OpportunityState {
    /// Every state.
    pub const ALL: [OpportunityState; 3] =
        [OpportunityState::Open, OpportunityState::Won, OpportunityState::Lost];
}

impl Stage {
    /// Every stage, in the order of the process.
    pub const ALL: [Stage; 6] =
        [Stage::Survey, Stage::Solution, Stage::Negotiation, Stage::Contract, Stage::Won, Stage::Lost];
}

impl OpportunityAct {
    /// Every act that has a button, in their order.
    pub const ALL: [OpportunityAct; 4] =
        [OpportunityAct::Edit, OpportunityAct::Solve, OpportunityAct::Lose, OpportunityAct::Reopen];
}

/// How far a deal has come: the furthest that its documents say, as long as it is open.
pub fn stage_of(state: OpportunityState, papers: &Papers) -> Stage {
    match state {
        OpportunityState::Won => Stage::Won,
        OpportunityState::Lost => Stage::Lost,
        OpportunityState::Open if papers.contract_stands => Stage::Contract,
        OpportunityState::Open if papers.version_sent => Stage::Negotiation,
        OpportunityState::Open if papers.list_confirmed || papers.solution_stands => Stage::Solution,
        OpportunityState::Open => Stage::Survey,
    }
}
