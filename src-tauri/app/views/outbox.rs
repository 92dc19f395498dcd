//! The outbox and the 演示收件箱.

pub use chengdan_domain::letter::LetterState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::DocumentAsk;

/// A row of the outbox.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxRow {
    pub id: i64,
    pub version: i64,
    /// `order_confirmation`, `requirement`, `quotation`, `test`
    pub kind: String,
    pub revision: i64,
    pub state: LetterState,
    pub order_id: Option<i64>,
    /// The document it is about, orders among them; none for a test letter.
    pub about: Option<DocumentAsk>,
    /// The document's number.
    pub order_number: String,
    pub customer: String,
    pub to: String,
    pub subject: String,
    pub queued_at: String,
    pub sent_at: Option<String>,
    pub next_try_at: Option<String>,
    pub tries: i64,
    /// The server's last words.
    pub said: String,
    /// A stable name for the explanation: `wrong_password`, `mailbox_unknown`, `timeout`, …
    pub explain: String,
}

/// A page of the letters to a customer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LetterPage {
    pub rows: Vec<OutboxRow>,
    pub next: Option<i64>,
    pub total: i64,
}

/// A letter, whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxView {
    pub row: OutboxRow,
    pub to_name: String,
    pub cc: String,
    pub reply_to: String,
    pub message_id: String,
    pub text_body: String,
    pub pdf_name: String,
    pub pdf_sha256: String,
    pub attempts: Vec<OutboxAttempt>,
    /// Ids of the letters that were sent again from this one, or that this one repeats.
    pub related: Vec<i64>,
    pub can_resend: bool,
    pub can_mark_delivered: bool,
    pub can_retry_now: bool,
    pub delivered_note: String,
}

/// One line of the 通信记录.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxAttempt {
    pub at: String,
    pub stage: String,
    pub said: String,
}

/// What the letters are filtered by; what a request leaves out is empty and means all.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct OutboxFilter {
    /// `todo`, `moving`, `sent`; empty: all.
    pub view: String,
    /// In customer, order number or address.
    pub text: String,
    pub states: Vec<LetterState>,
    pub kind: Option<String>,
    pub queued_from: Option<String>,
    pub queued_before: Option<String>,
    pub sent_from: Option<String>,
    pub sent_before: Option<String>,
}

/// Which letters. `sort`: `queued` (default, the newest first), `state`, `kind`,
/// `customer`, `order`, `to`, `sent`, `tries`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxAsk {
    #[serde(default)]
    pub filter: OutboxFilter,
    #[serde(default)]
    pub sort: String,
    #[serde(default = "newest_first")]
    pub descending: bool,
    pub after: Option<String>,
    pub limit: i64,
}

fn newest_first() -> bool {
    true
}

/// A page of letters.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxPage {
    pub rows: Vec<OutboxRow>,
    pub next: Option<String>,
}

/// How many letters each view holds under a filter, and how many there are in all.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxTotals {
    /// What the filter leaves, in its own view.
    pub count: i64,
    pub todo: i64,
    pub moving: i64,
    pub sent: i64,
    pub all: i64,
    pub all_count: i64,
}

/// 「再次发送」: a new letter with a new Message-ID; `to` none keeps the address (or takes the contact's present one).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxResend {
    pub id: i64,
    pub version: i64,
    pub to: Option<String>,
}

/// 「已另行送达」
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxDelivered {
    pub id: i64,
    pub version: i64,
    /// `wechat`, `in_person`, `phone_confirmed`, `post`
    pub how: String,
    pub by: String,
    pub on: String,
}

/// A letter in the 演示收件箱.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InboxRow {
    pub file: String,
    pub at: String,
    pub to: String,
    pub subject: String,
    pub size: i64,
}

/// The 演示收件箱: a folder beside the book.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InboxView {
    pub folder: String,
    pub rows: Vec<InboxRow>,
}
