//! Contracts 「销售合同」 (C1): what was agreed, on paper; read by legal, signed by both, and then frozen.

pub mod clauses;
pub mod content;
pub mod form;
pub mod guard;
pub mod law;
pub mod print;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of contract it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub enum ContractKind {
    /// 单次: one order fulfils it.
    #[default]
    Single,
    /// 框架: orders call off from it until its limit is reached.
    Framework,
    /// 客户采购单: the customer's purchase order counts as the contract.
    PurchaseOrder,
}

/// Where a contract stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum ContractState {
    Draft,
    /// Legal reads it.
    InReview,
    /// Legal gave it back with a reason.
    Returned,
    /// Legal passed it; it waits for both signatures.
    Reviewed,
    Signed,
    Void,
}

/// What somebody can do with a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum ContractAct {
    Edit,
    Submit,
    Withdraw,
    /// 法审通过
    Pass,
    /// 退回修改
    Return,
    Sign,
    /// An order is made from it.
    Order,
    /// 补充协议
    Supplement,
    /// 作废
    Annul,
}

/// What legal checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum CheckItem {
    Parties,
    Amount,
    Terms,
    Clauses,
    Delivery,
    Liability,
}

/// A point of the checklist: in order, or what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Checked {
    pub item: CheckItem,
    pub ok: bool,
    pub remark: String,
}

/// What a clause is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub enum ClauseKind {
    /// 权利义务
    Rights,
    /// 违约责任
    Breach,
    /// 保密
    Secrecy,
    /// 争议解决
    Dispute,
    #[default]
    Other,
}

impl ContractKind {
    /// Every kind, in the order they are offered.
    pub const ALL: [ContractKind; 3] =
        [ContractKind::Single, ContractKind::Framework, ContractKind::PurchaseOrder];
}

impl ContractState {
    /// Every state, in the order of the process.
    pub const ALL: [ContractState; 6] = [
        ContractState::Draft,
        ContractState::InReview,
        ContractState::Returned,
        ContractState::Reviewed,
        ContractState::Signed,
        ContractState::Void,
    ];
}

impl ContractAct {
    /// Every act, in the order of the buttons.
    pub const ALL: [ContractAct; 9] = [
        ContractAct::Edit,
        ContractAct::Submit,
        ContractAct::Pass,
        ContractAct::Return,
        ContractAct::Sign,
        ContractAct::Order,
        ContractAct::Supplement,
        ContractAct::Withdraw,
        ContractAct::Annul,
    ];
}

impl CheckItem {
    /// The whole checklist, in its order.
    pub const ALL: [CheckItem; 6] = [
        CheckItem::Parties,
        CheckItem::Amount,
        CheckItem::Terms,
        CheckItem::Clauses,
        CheckItem::Delivery,
        CheckItem::Liability,
    ];
}

impl ClauseKind {
    /// Every kind, in the order in which a contract tells them.
    pub const ALL: [ClauseKind; 5] =
        [ClauseKind::Rights, ClauseKind::Breach, ClauseKind::Secrecy, ClauseKind::Dispute, ClauseKind::Other];
}
