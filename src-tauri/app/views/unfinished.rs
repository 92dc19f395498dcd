//! Forms that were begun and not saved: kept as typed for whoever typed them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A form that was begun. `content` is JSON of the page's own making; the core only keeps it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Unfinished {
    /// Which form: `customer`, `product`, `settings company` …
    pub kind: String,
    /// The record it changes; none for a new one.
    pub document_id: Option<i64>,
    /// What the list of unfinished forms calls it.
    pub title: String,
    pub content: String,
    pub kept_at: String,
}

/// Keeps what was typed so far.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UnfinishedKeep {
    pub kind: String,
    pub document_id: Option<i64>,
    pub title: String,
    pub content: String,
}

/// When it was kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UnfinishedKept {
    pub kept_at: String,
}

/// One form: it was saved or given up.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UnfinishedAsk {
    pub kind: String,
    pub document_id: Option<i64>,
}
