//! Products and services.

use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::order::OrderStatus;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Goods or a service (a service counts as delivered only at acceptance).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub enum ProductKind {
    #[default]
    Goods,
    Service,
}

/// A product, whole: what is shown and what is saved.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ProductCard {
    pub id: Option<i64>,
    pub version: Option<i64>,
    pub code: String,
    pub name: String,
    pub spec: String,
    pub unit: String,
    pub category: String,
    pub kind: ProductKind,
    /// Tax-inclusive list price.
    pub price_micro: Price,
    /// What it costs the house, tax-inclusive like the price; inside only, no paper knows it.
    #[serde(default)]
    pub cost_micro: Option<Price>,
    pub tax_rate: Rate,
    pub customised: bool,
    pub active: bool,
    pub note: String,
}

/// What the product list is filtered by; what a request leaves out is empty and means all.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProductFilter {
    pub text: String,
    pub category: Option<String>,
    pub kind: Option<ProductKind>,
    pub active: Option<bool>,
    pub customised: Option<bool>,
    pub least_micro: Option<i64>,
    pub most_micro: Option<i64>,
}

/// How the product list is asked for; `after` is the last row's cursor. `sort`: `name` (default), `code`, `spec`,
/// `category`, `kind`, `unit`, `price`, `cost`, `tax`, `state`, `note`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProductListAsk {
    #[serde(default)]
    pub filter: ProductFilter,
    pub sort: String,
    pub descending: bool,
    pub after: Option<String>,
    pub limit: i64,
}

/// Totals of the products that are filtered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProductTotals {
    pub count: i64,
    /// No longer sold.
    pub inactive: i64,
    pub all_count: i64,
}

/// A page of products.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProductPage {
    pub rows: Vec<ProductCard>,
    pub next: Option<String>,
    pub total: i64,
}

/// An order that names a product.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProductOrder {
    pub order_id: i64,
    pub order_number: Option<String>,
    pub status: OrderStatus,
    pub customer: String,
    /// Of all its lines with the product.
    pub quantity_milli: Quantity,
    pub unit: String,
    pub amount_fen: Money,
    pub created_on: String,
}

/// A page of them.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProductOrders {
    pub rows: Vec<ProductOrder>,
    pub next: Option<i64>,
}
