//! Deliveries and their 发货单. Nothing here knows what anything costs (a guard in tests/tidy sees to it).

use chengdan_domain::money::Quantity;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A delivery of one line, as it was recorded.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeliveryView {
    pub id: i64,
    pub line_id: i64,
    pub line_name: String,
    pub quantity_milli: Quantity,
    pub delivered_on: String,
    pub recorded_by: String,
    pub recorded_at: String,
    pub note: String,
    /// Lines that left together share a serial: they stand on one 发货单.
    pub serial: i64,
    /// `FH-DD202611-001-1`
    pub note_number: String,
}

/// Asks for a 发货单: of a recorded delivery by its serial, or (none) for what is still to be sent.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeliveryNoteAsk {
    pub order_id: i64,
    pub serial: Option<i64>,
}

/// What stands on a 发货单.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeliveryNote {
    /// Empty while the order is a draft without number.
    pub order_number: String,
    /// Counts the deliveries of the order.
    pub serial: i64,
    /// The day the goods left; none while they are still to be sent.
    pub delivered_on: Option<NaiveDate>,
    /// 打印名称 if the customer has one, otherwise the name.
    pub customer: String,
    /// The customer's own purchase number.
    pub customer_order_number: String,
    pub receiver: String,
    pub phone: String,
    pub address: String,
    /// Our account manager, to be asked.
    pub manager: String,
    pub manager_phone: String,
    /// Said when the delivery was recorded.
    pub note: String,
    pub lines: Vec<DeliveryNoteLine>,
}

/// One line that is on its way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeliveryNoteLine {
    pub name: String,
    pub specification: String,
    pub unit: String,
    pub ordered: Quantity,
    /// With this note.
    pub now: Quantity,
    /// Before this note.
    pub before: Quantity,
}
