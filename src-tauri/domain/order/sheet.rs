//! One row of the 订单信息表: a line of an order with what the table says of its order.

use super::OrderStatus;
use crate::money::{Money, Price, Quantity};
use crate::month::Kept;

/// One line of an order, as the table shows it. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone)]
pub struct OrderSheetRow {
    pub number: String,
    pub customer: String,
    pub product: String,
    pub spec: String,
    pub quantity: Quantity,
    pub price: Price,
    /// The tax-inclusive amount of the line.
    pub amount: Money,
    /// The sentence of the schedule.
    pub terms: String,
    pub address: String,
    pub owner: String,
    pub created_on: String,
    /// The line's own promise, otherwise the order's.
    pub promised_on: Option<String>,
    pub status: OrderStatus,
    /// The date the order counts on.
    pub approved_on: Option<String>,
    pub first_promised_on: Option<String>,
    pub delivered_on: Option<String>,
    /// How the first promise was kept; none while nothing counts.
    pub kept: Option<Kept>,
}
