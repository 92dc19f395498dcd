//! Orders (O1–O9): their states, their law as a table, and the hash of what is approved.

pub mod content;
pub mod form;
pub mod guard;
pub mod law;
pub mod print;
pub mod sheet;
pub mod why;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::approval::Level;
use crate::people::Role;

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

impl OrderStatus {
    /// Every status, in the order of the process.
    pub const ALL: [OrderStatus; 10] = [
        OrderStatus::Draft,
        OrderStatus::AwaitingSupervisor,
        OrderStatus::AwaitingFinance,
        OrderStatus::AwaitingOperations,
        OrderStatus::AwaitingOther,
        OrderStatus::SentBack,
        OrderStatus::Approved,
        OrderStatus::Changing,
        OrderStatus::Void,
        OrderStatus::Opening,
    ];

    /// The 审批状态 of a state; in approval it is named after whom the order waits for (`level` counts from 1).
    pub fn of(state: OrderState, ladder: &[Level], level: i64) -> OrderStatus {
        let rung = usize::try_from(level - 1).ok().and_then(|index| ladder.get(index));
        match (state, rung.map(|rung| rung.role)) {
            (OrderState::Draft, _) => OrderStatus::Draft,
            (OrderState::InApproval, Some(Role::SalesSupervisor)) => OrderStatus::AwaitingSupervisor,
            (OrderState::InApproval, Some(Role::Finance)) => OrderStatus::AwaitingFinance,
            (OrderState::InApproval, Some(Role::Operations)) => OrderStatus::AwaitingOperations,
            (OrderState::InApproval, _) => OrderStatus::AwaitingOther,
            (OrderState::SentBack, _) => OrderStatus::SentBack,
            (OrderState::Approved, _) => OrderStatus::Approved,
            (OrderState::Void, _) => OrderStatus::Void,
            (OrderState::Opening, _) => OrderStatus::Opening,
        }
    }
}

impl OrderState {
    /// Every state.
    pub const ALL: [OrderState; 6] = [
        OrderState::Draft,
        OrderState::InApproval,
        OrderState::SentBack,
        OrderState::Approved,
        OrderState::Void,
        OrderState::Opening,
    ];
}

impl OrderAct {
    /// Every act, in the order of the buttons.
    pub const ALL: [OrderAct; 9] = [
        OrderAct::Edit,
        OrderAct::Submit,
        OrderAct::Grant,
        OrderAct::SendBack,
        OrderAct::Withdraw,
        OrderAct::Deliver,
        OrderAct::Resend,
        OrderAct::Copy,
        OrderAct::Discard,
    ];
}
