//! One row of the 订单信息表: a line of an order with what the table says of its order.

use chrono::NaiveDate;

use super::OrderStatus;
use crate::money::{Money, Price, Quantity};
use crate::month::Kept;

/// One line of an order, as the table shows it: lent by whoever reads it, for as long as the row is written.
#[derive(Debug, Clone)]
pub struct OrderSheetRow<'a> {
    pub number: &'a str,
    pub customer: &'a str,
    pub product: &'a str,
    pub spec: &'a str,
    pub quantity: Quantity,
    pub price: Price,
    /// The tax-inclusive amount of the line.
    pub amount: Money,
    /// The sentence of the schedule.
    pub terms: &'a str,
    pub address: &'a str,
    pub owner: &'a str,
    pub created_on: Option<NaiveDate>,
    /// The line's own promise, otherwise the order's.
    pub promised_on: Option<NaiveDate>,
    pub status: OrderStatus,
    /// The date the order counts on.
    pub approved_on: Option<NaiveDate>,
    pub first_promised_on: Option<NaiveDate>,
    pub delivered_on: Option<NaiveDate>,
    /// How the first promise was kept; none while nothing counts.
    pub kept: Option<Kept>,
}
