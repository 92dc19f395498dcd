//! How somebody looks at a list: saved views, and the columns that were chosen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::contract::ContractFilter;
use super::customer::CustomerFilter;
use super::lead::LeadFilter;
use super::opportunity::OpportunityFilter;
use super::order::OrderFilter;
use super::outbox::OutboxFilter;
use super::product::ProductFilter;
use super::quotation::QuotationFilter;

/// The lists that have views and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum ListName {
    Orders,
    Customers,
    Products,
    Outbox,
    Leads,
    Opportunities,
    Quotations,
    Contracts,
}

/// A list with its filter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "list", content = "filter")]
pub enum ListFilter {
    Orders(OrderFilter),
    Customers(CustomerFilter),
    Products(ProductFilter),
    Outbox(OutboxFilter),
    Leads(LeadFilter),
    Opportunities(OpportunityFilter),
    Quotations(QuotationFilter),
    Contracts(ContractFilter),
}

impl ListFilter {
    /// Which list it is of.
    pub fn list(&self) -> ListName {
        match self {
            ListFilter::Orders(_) => ListName::Orders,
            ListFilter::Customers(_) => ListName::Customers,
            ListFilter::Products(_) => ListName::Products,
            ListFilter::Outbox(_) => ListName::Outbox,
            ListFilter::Leads(_) => ListName::Leads,
            ListFilter::Opportunities(_) => ListName::Opportunities,
            ListFilter::Quotations(_) => ListName::Quotations,
            ListFilter::Contracts(_) => ListName::Contracts,
        }
    }
}

/// A column that is shown, by the page's name for it; `width` none: as wide as at first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnLook {
    pub key: String,
    pub width: Option<i64>,
}

/// What a saved view keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ViewContent {
    #[serde(flatten)]
    pub of: ListFilter,
    pub sort: String,
    pub descending: bool,
    /// In their order; empty: as the person has them.
    pub columns: Vec<ColumnLook>,
}

/// A saved view.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SavedView {
    pub id: i64,
    pub version: i64,
    pub name: String,
    pub content: ViewContent,
    /// Everybody sees it.
    pub shared: bool,
    /// Whose it is.
    pub owner: String,
    /// Whether the person at the desk may change it.
    pub changeable: bool,
}

/// Asks how the person at the desk looks at a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ListLookAsk {
    pub list: ListName,
}

/// One's own views and those that are shared, and the columns that were chosen; empty: the standard.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ListLook {
    pub views: Vec<SavedView>,
    pub columns: Vec<ColumnLook>,
}

/// Saves a view: a new one, or one's own at the version that was seen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ViewSave {
    pub id: Option<i64>,
    pub version: Option<i64>,
    pub name: String,
    pub content: ViewContent,
    pub shared: bool,
}

/// Remembers the columns of a list; none: back to the standard.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ColumnsSave {
    pub list: ListName,
    pub columns: Vec<ColumnLook>,
}

/// What a list's filter can choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum ValuesOf {
    OrderRegion,
    CustomerIndustry,
    CustomerRegion,
    ProductCategory,
    LeadIndustry,
    LeadRegion,
}

/// Asks for the values that occur.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ValuesAsk {
    pub of: ValuesOf,
}
