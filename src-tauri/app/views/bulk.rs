//! What may be done with several rows at once: the law is asked about each before anything is done.

use chengdan_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ByVersion;

/// Acts on several rows. Each row's act is the single one, in a transaction of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum BulkAct {
    OrderSubmit,
    OrderDiscard,
    CustomerHandOver,
    CustomerRemove,
    ProductRemove,
    OutboxResend,
    OutboxRetry,
    LeadAssign,
    LeadInvalidate,
    LeadReopen,
}

/// Asks whether an act may be done with each of some rows, at most a thousand.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BulkAsk {
    pub act: BulkAct,
    pub rows: Vec<ByVersion>,
}

/// Why a row refuses; none when it does not.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BulkMay {
    pub id: i64,
    pub refusals: Vec<Refusal>,
    /// Somebody changed it, or it is gone, since it was seen.
    pub stale: bool,
}
