//! Quotations 「报价单」 (Q2, Q3): versions of one offer, of which exactly one is current, until it is accepted or lost.

pub mod content;
pub mod guard;
pub mod law;
pub mod margin;
pub mod print;
pub mod versions;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::{Money, Price};
use crate::order::form::{LineForm, Priced};
use crate::payment::PaymentTerms;
use crate::refusal::Refusal;

/// Where a version stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub enum QuotationState {
    #[default]
    Draft,
    /// The supervisor is asked: the margin or the discount is beyond the limits.
    InApproval,
    SentBack,
    /// May be sent.
    Approved,
    Sent,
    Accepted,
    Lost,
    /// Its validity is over; no loss.
    Expired,
    /// Another version is current.
    Superseded,
}

/// What somebody can do with the current version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum QuotationAct {
    Edit,
    Submit,
    Grant,
    SendBack,
    Withdraw,
    Send,
    /// Another round of negotiation: what the customer objected to makes the next version.
    Round,
    /// Another round that begins with what stood in an earlier version.
    TakeUp,
    Accept,
    Lose,
    /// The end of its validity, by itself.
    Expire,
}

/// What the customer objects to (Q3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub enum Objection {
    #[default]
    Price,
    Delivery,
    Terms,
    Other,
}

/// A version as it is written down. Incomplete until it is submitted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuotationForm {
    pub contact_id: Option<i64>,
    /// 负责人
    pub owner_id: Option<i64>,
    pub requirement_id: Option<i64>,
    /// Why there is no confirmed list of needs (N1).
    pub no_requirement_reason: String,
    pub valid_until: Option<NaiveDate>,
    pub terms: PaymentTerms,
    pub delivery_period: String,
    /// 服务与质保
    pub service: String,
    pub note: String,
    /// 整单优惠/抹零
    pub waiver: Money,
    pub lines: Vec<QuotationLine>,
}

/// A line of it: what every priced line has, and what only the house knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuotationLine {
    pub line: LineForm,
    /// Tax-inclusive, of one unit, like the price beside it; none while nobody knows.
    pub cost: Option<Price>,
    /// 市场参考: what others ask.
    pub market_reference: String,
}

impl QuotationForm {
    /// The lines as every document prices them.
    pub fn priced_lines(&self) -> Vec<&LineForm> {
        self.lines.iter().map(|line| &line.line).collect()
    }

    /// Computes every amount.
    ///
    /// # Errors
    /// `AmountTooLarge`.
    pub fn priced(&self) -> Result<Priced, Refusal> {
        Priced::of(&self.priced_lines(), self.waiver)
    }

    /// The sum of the lines before 整单优惠, as far as it is known.
    pub fn amount_before_waiver(&self) -> Option<Money> {
        Money::sum(self.lines.iter().filter_map(|line| line.line.amount_before_waiver().ok().flatten()))
    }
}

impl QuotationState {
    /// Every state, in the order of the process.
    pub const ALL: [QuotationState; 9] = [
        QuotationState::Draft,
        QuotationState::InApproval,
        QuotationState::SentBack,
        QuotationState::Approved,
        QuotationState::Sent,
        QuotationState::Accepted,
        QuotationState::Lost,
        QuotationState::Expired,
        QuotationState::Superseded,
    ];

    /// Whether the deal may still come of it.
    pub fn is_open(self) -> bool {
        use QuotationState::*;
        matches!(self, Draft | InApproval | SentBack | Approved | Sent | Expired)
    }
}

impl QuotationAct {
    /// Every act, in the order of the buttons.
    pub const ALL: [QuotationAct; 11] = [
        QuotationAct::Submit,
        QuotationAct::Grant,
        QuotationAct::SendBack,
        QuotationAct::Send,
        QuotationAct::Accept,
        QuotationAct::Round,
        QuotationAct::TakeUp,
        QuotationAct::Edit,
        QuotationAct::Withdraw,
        QuotationAct::Lose,
        QuotationAct::Expire,
    ];
}
