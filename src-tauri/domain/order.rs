//! Orders (O1–O9): their states, their law as a table, and the hash of what is approved.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where an order stands. Derived conditions (part-delivered, overdue) are computed, never stored here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum OrderState {
    Draft,
    InApproval,
    SentBack,
    Approved,
    Void,
    Opening,
}

/// 审批状态 as the 订单信息表 shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum OrderStatus {
    Draft,
    AwaitingSupervisor,
    AwaitingFinance,
    AwaitingOperations,
    AwaitingOther,
    SentBack,
    Approved,
    Changing,
    Void,
    Opening,
}

/// What somebody can do with an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum OrderAct {
    Edit,
    Submit,
    Grant,
    SendBack,
    Withdraw,
    Discard,
    Deliver,
    Copy,
    Resend,
}

/// The kind of invoice the customer gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
pub enum InvoiceKind {
    #[default]
    VatSpecial,
    VatGeneral,
    Paper,
    None,
}

/// 交付口径: the point at which goods count as delivered (services always at acceptance).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub enum DeliveryPoint {
    Dispatch,
    #[default]
    Receipt,
    Acceptance,
}

/// Where the order came from: written at the desk, or taken over as 期初 (O9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
pub enum OrderOrigin {
    #[default]
    Desk,
    Opening,
}
