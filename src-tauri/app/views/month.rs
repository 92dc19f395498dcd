//! The month: figures, the rows behind each, the workbook.

use chengdan_domain::money::{Money, Quantity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a month, 202610.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthAsk {
    pub ym: i64,
}

/// 成交金额 (K1) of a month, with what it is compared to. `None` = nothing to count, shown 「—」.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthAmount {
    pub orders: i64,
    pub amount_fen: Option<Money>,
    pub previous_fen: Option<Money>,
    pub last_year_fen: Option<Money>,
    pub average_fen: Option<Money>,
    /// The company's own target.
    pub target_fen: Option<Money>,
    pub customers: i64,
    pub new_customers: i64,
    pub new_customers_fen: Money,
    pub later: MonthLater,
}

/// 净额 (K1), shown apart: 成交金额 and what was recorded in this month about orders of earlier months.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct MonthLater {
    /// Changes and cancellations recorded in this month that concern orders of earlier months.
    pub rows: i64,
    /// Net changes, signed.
    pub changed_fen: Money,
    /// Cancellations; zero or negative.
    pub cancelled_fen: Money,
    /// 成交金额 + changes + cancellations; none when there is nothing of either, shown 「—」.
    pub total_fen: Option<Money>,
}

/// 交付准时率 (K3) of a month: on time ÷ due.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct MonthPunctuality {
    pub due: i64,
    pub on_time: i64,
    pub late: i64,
    pub open_past_due: i64,
    /// Promised later this month and not yet delivered: neither late nor on time.
    pub open: i64,
    /// Sum of days late over late deliveries, for the average.
    pub late_days: i64,
}

/// A point of the trend.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthPoint {
    pub ym: i64,
    pub orders: i64,
    pub amount_fen: Money,
    pub last_year_fen: Option<Money>,
}

/// K8: one row of a facet (product, category, region, customer, person).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FacetRow {
    /// Id as text, or the name where there is none.
    pub key: String,
    pub name: String,
    pub orders: i64,
    pub lines: i64,
    pub quantity_milli: Quantity,
    pub amount_fen: Money,
    pub previous_fen: Option<Money>,
    pub last_year_fen: Option<Money>,
    pub target_fen: Option<Money>,
    /// Customers: bought for the first time this month.
    pub is_new: bool,
}

/// The month, whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthView {
    pub ym: i64,
    /// The earliest and latest month with anything in it.
    pub first_ym: Option<i64>,
    pub last_ym: Option<i64>,
    /// 口径 printed with the figures: `Dispatch`, `Receipt`, `Acceptance`.
    pub delivery_point: chengdan_domain::order::DeliveryPoint,
    pub amount: MonthAmount,
    pub lines: MonthPunctuality,
    pub lines_previous: MonthPunctuality,
    pub lines_last_year: MonthPunctuality,
    pub orders: MonthPunctuality,
    pub trend: Vec<MonthPoint>,
    pub products: Vec<FacetRow>,
    pub categories: Vec<FacetRow>,
    pub regions: Vec<FacetRow>,
    pub industries: Vec<FacetRow>,
    pub customers: Vec<FacetRow>,
    pub people: Vec<FacetRow>,
}

/// The rows behind a figure. `figure`: `amount`; `later` (what 净额 adds to it); `due`, `on_time`, `late`, `open_past_due`, `open` by line, and with
/// `orders_` before them by order; or `product:<key>`, `category:<key>`, `region:<key>`, `industry:<key>`,
/// `customer:<key>`, `person:<key>`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthRowsAsk {
    pub ym: i64,
    pub figure: String,
}

/// A row behind a figure.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthRow {
    pub order_id: i64,
    pub number: String,
    pub customer: String,
    pub product: String,
    pub amount_fen: Money,
    pub promised_on: Option<String>,
    pub delivered_on: Option<String>,
    pub days_late: Option<i64>,
}

/// The rows behind a figure: the first 5,000, with the number and the sum of all.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthRows {
    pub rows: Vec<MonthRow>,
    pub count: i64,
    pub amount_fen: Money,
}

/// Writes the workbook; a save dialog's token, or none for the book's reports folder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthWorkbook {
    pub ym: i64,
    pub token: Option<String>,
}

/// A target of a person (or of the company, `person_id` none) for a month.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TargetSet {
    pub ym: i64,
    pub person_id: Option<i64>,
    pub amount_fen: Option<Money>,
}
