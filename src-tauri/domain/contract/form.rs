//! What is written in a contract (C1). What is sold has the shape of the order it will become, so that nothing has to be
//! written twice.

use chrono::NaiveDate;

use super::ContractKind;
use crate::bargain::Bargain;
use crate::money::Money;
use crate::order::form::{OrderForm, Priced};
use crate::refusal::Refusal;

/// A contract as it is written down. Incomplete until it is submitted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContractForm {
    pub kind: ContractKind,
    pub opportunity_id: Option<i64>,
    /// The version that was accepted.
    pub quotation_version_id: Option<i64>,
    /// The signed contract that it supplements.
    pub supplement_of: Option<i64>,
    /// Customer, contact, account manager, terms, address, dates, lines, 整单优惠, note; of a purchase order its number.
    pub sale: OrderForm,
    pub delivery_period: String,
    /// Until when orders may call off from a framework.
    pub valid_until: Option<NaiveDate>,
    /// How much may be called off from a framework.
    pub limit: Option<Money>,
    /// Why it departs from the version that was accepted.
    pub difference_reason: String,
    pub clauses: Vec<ClauseForm>,
}

/// A clause as it stands in a contract; an edition of the library, or written for this one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClauseForm {
    pub clause_id: Option<i64>,
    pub title: String,
    pub body: String,
}

impl ContractForm {
    /// Computes every amount of its lines.
    ///
    /// # Errors
    /// `AmountTooLarge` beyond the range of money.
    pub fn priced(&self) -> Result<Priced, Refusal> {
        self.sale.priced()
    }

    /// What the contract is worth: of a framework its limit, otherwise the sum of its lines.
    pub fn amount(&self, priced: &Priced) -> Money {
        match self.kind {
            ContractKind::Framework => self.limit.unwrap_or_default(),
            ContractKind::Single | ContractKind::PurchaseOrder => priced.amount,
        }
    }

    /// What both sides agree on, to compare it with what was accepted before or is ordered after.
    pub fn bargain(&self, priced: &Priced) -> Bargain {
        Bargain {
            frame: self.kind == ContractKind::Framework,
            delivery_period: self.delivery_period.clone(),
            ..Bargain::of_order(&self.sale, priced)
        }
    }
}
