//! Search of everything.

use chengdan_domain::contract::ContractState;
use chengdan_domain::lead::{Grade, LeadState};
use chengdan_domain::money::{Money, Price};
use chengdan_domain::opportunity::Stage;
use chengdan_domain::order::OrderStatus;
use chengdan_domain::quotation::QuotationState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What somebody typed; at most `limit` answers of each kind (1 to 50).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchAsk {
    pub text: String,
    pub limit: i64,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum SearchKind {
    Customer,
    Contact,
    Order,
    Product,
    Lead,
    Opportunity,
    Quotation,
    Contract,
}

/// A text with the part that was asked for; both counted in characters (code points), `length` 0 when nothing is marked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Marked {
    pub text: String,
    pub from: i64,
    pub length: i64,
}

/// Where else the text stands, when neither title nor detail holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchField {
    /// `code`, `short_name`, `phone`, `tax_number`, `email`, `wechat`, `owner`, `customer_order_number`,
    /// `contract_number`, `line`, `category`; of a lead also `source_note`, `need`;
    /// of an opportunity `customer`
    pub field: String,
    pub text: Marked,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchHit {
    pub kind: SearchKind,
    /// The record it leads to: of a contact, the customer.
    pub id: i64,
    pub contact_id: Option<i64>,
    /// The name; of an order the number, empty for a draft; of a lead the company, else the contact.
    pub title: Marked,
    /// Of an order, a contract and a contact the customer, of a product the specification, of a customer the region, of a lead the
    /// contact of its company, of an opportunity its name.
    pub detail: Marked,
    pub found: Option<SearchField>,
    /// Found by how the name sounds, not by how it is written.
    pub by_sound: bool,
    pub status: Option<OrderStatus>,
    pub lead_state: Option<LeadState>,
    pub grade: Option<Grade>,
    /// Of an opportunity.
    pub stage: Option<Stage>,
    pub quotation_state: Option<QuotationState>,
    pub contract_state: Option<ContractState>,
    pub overdue: bool,
    pub amount_fen: Option<Money>,
    /// Tax-inclusive list price of a product, per `unit`.
    pub price_micro: Option<Price>,
    pub unit: String,
}

/// Kinds stand together, the kind with the best answer first; within a kind the most relevant first: exact, then what
/// begins so, then the newer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchFound {
    pub hits: Vec<SearchHit>,
}
