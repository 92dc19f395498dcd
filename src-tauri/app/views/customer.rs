//! Customers and their contacts.

use chengdan_domain::opportunity::Stage;
use chengdan_domain::pasted::{Confidence, PartKind, region_of};
use chengdan_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A row of the customer list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CustomerRow {
    pub id: i64,
    pub version: i64,
    pub code: String,
    pub name: String,
    pub short_name: String,
    pub contact: String,
    pub contact_title: String,
    pub contact_phone: String,
    pub contact_email: String,
    pub industry: String,
    pub region: String,
    pub owner: String,
    pub orders: i64,
    pub amount_fen: i64,
    pub last_order_on: Option<String>,
    pub tax_number: String,
    pub created_at: String,
    /// 需求阶段; none while it is cared for as a lead.
    pub stage: Option<Stage>,
}

/// What the customer list is filtered by; what a request leaves out is empty and means all.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CustomerFilter {
    pub text: String,
    pub owner_id: Option<i64>,
    /// Only customers without an account manager.
    pub no_owner: bool,
    pub industry: Option<String>,
    pub region: Option<String>,
    /// Whether an approved order of theirs counts.
    pub ordered: Option<bool>,
    /// The last approved order.
    pub last_from: Option<String>,
    pub last_before: Option<String>,
    /// What they ordered in all.
    pub least_fen: Option<i64>,
    pub most_fen: Option<i64>,
    /// 需求阶段
    pub stages: Vec<Stage>,
}

/// How the customer list is asked for; `after` is the last row's cursor. `sort`: `name` (default), `code`, `short_name`,
/// `tax_number`, `contact`, `title`, `phone`, `email`, `industry`, `region`, `owner`, `stage`, `orders`, `amount`, `last`, `created`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CustomerListAsk {
    #[serde(default)]
    pub filter: CustomerFilter,
    pub sort: String,
    pub descending: bool,
    pub after: Option<String>,
    pub limit: i64,
}

/// Totals of the customers that are filtered: their approved orders, and how many customers there are in all.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CustomerTotals {
    pub count: i64,
    pub orders: i64,
    pub amount_fen: i64,
    pub all_count: i64,
}

/// A page of customers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CustomerPage {
    pub rows: Vec<CustomerRow>,
    pub next: Option<String>,
    pub total: i64,
}

/// A person at the customer's.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Contact {
    pub id: Option<i64>,
    pub name: String,
    /// 职务
    pub title: String,
    /// 称谓 (女士, 先生, 经理)
    pub salutation: String,
    pub phone: String,
    pub wechat: String,
    pub email: String,
    pub main: bool,
}

/// A customer, whole: what is shown and what is saved.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CustomerCard {
    pub id: Option<i64>,
    pub version: Option<i64>,
    pub code: String,
    pub name: String,
    pub short_name: String,
    /// Printed instead of the name where the font lacks a character.
    pub print_name: String,
    pub tax_number: String,
    pub invoice_title: String,
    pub industry: String,
    pub province: String,
    pub city: String,
    pub district: String,
    pub address: String,
    pub phone: String,
    pub bank_name: String,
    pub bank_account: String,
    pub owner_id: Option<i64>,
    pub note: String,
    pub contacts: Vec<Contact>,
}

/// Hands a customer over to another account manager; none: to nobody.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CustomerHandOver {
    pub id: i64,
    pub version: i64,
    pub owner_id: Option<i64>,
}

/// Somebody who looks like the customer being typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Similar {
    pub id: i64,
    pub name: String,
    /// `name` or `phone`
    pub by: String,
    pub owner: String,
}

/// What is typed so far, to warn of duplicates.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SimilarAsk {
    pub id: Option<i64>,
    pub name: String,
    pub phones: Vec<String>,
}

/// A customer found while typing, with what an order form needs.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CustomerFound {
    pub id: i64,
    pub name: String,
    pub short_name: String,
    pub region: String,
    pub address: String,
    pub owner_id: Option<i64>,
    pub contacts: Vec<Contact>,
}

/// A block of text from a chat or a mail.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PastedText {
    pub text: String,
}

/// What was found in it, in the order of the text; parts never overlap.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Pasted {
    pub parts: Vec<PastedPart>,
}

/// A part of the text. `start` and `end` count UTF-16 units, as the page's strings do.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PastedPart {
    pub kind: PartKind,
    /// As a card keeps it.
    pub value: String,
    pub start: usize,
    pub end: usize,
    pub confidence: Confidence,
    /// What is wrong with it, e.g. a tax number's check character.
    pub problems: Vec<Refusal>,
    /// Of an address.
    pub region: Option<PastedRegion>,
}

/// An address by its parts; what it does not name is empty.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PastedRegion {
    pub province: String,
    pub city: String,
    pub district: String,
    pub street: String,
}

impl PastedRegion {
    /// Of an address on one line.
    pub fn of(address: &str) -> PastedRegion {
        let region = region_of(address);
        let (province, city) = (region.province, region.city);
        PastedRegion { province, city, district: region.district, street: region.street }
    }
}
