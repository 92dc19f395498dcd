//! The outbox and the 演示收件箱.

pub use chengdan_domain::letter::LetterState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A row of the outbox.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxRow {
    pub id: i64,
    pub version: i64,
    /// `order_confirmation`, `test`
    pub kind: String,
    pub revision: i64,
    pub state: LetterState,
    pub order_id: Option<i64>,
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

/// Which letters. `view`: `todo`, `moving`, `sent`, `all`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxAsk {
    pub view: String,
    pub after: Option<String>,
    pub limit: i64,
}

/// A page of letters with the counts of each view.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxPage {
    pub rows: Vec<OutboxRow>,
    pub next: Option<String>,
    pub todo: i64,
    pub moving: i64,
    pub sent: i64,
    pub all: i64,
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
