//! Notices: what needs the person at the desk while they look elsewhere.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub enum NoticeKind {
    LetterFailed,
    LetterUncertain,
    /// An order, a quotation or a contract came back to its author.
    OrderBack,
    /// An order, a quotation or a contract waits for a decision that this person can give.
    ApprovalWaits,
    /// An import that this person started is finished.
    ImportDone,
    /// Something becomes due soon.
    DeadlineDue,
    /// Something ran out.
    DeadlineOver,
}

impl NoticeKind {
    /// Every kind, the most urgent first.
    pub const ALL: [NoticeKind; 7] = [
        NoticeKind::LetterUncertain,
        NoticeKind::LetterFailed,
        NoticeKind::OrderBack,
        NoticeKind::DeadlineOver,
        NoticeKind::DeadlineDue,
        NoticeKind::ApprovalWaits,
        NoticeKind::ImportDone,
    ];
}

impl NoticeKind {
    /// Whether the night watch finds it, and not the history.
    pub fn is_of_clocks(self) -> bool {
        matches!(self, NoticeKind::DeadlineDue | NoticeKind::DeadlineOver)
    }
}

/// Whether the person wants notices at all; asked once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub enum NoticeLeave {
    #[default]
    Unasked,
    Granted,
    Denied,
}

/// What one person wants to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeRule {
    pub leave: NoticeLeave,
    pub letters: bool,
    pub orders_back: bool,
    pub approvals: bool,
    pub imports: bool,
    /// 时限到期
    #[serde(default = "wanted")]
    pub deadlines: bool,
}

/// What a book from before says nothing about is told.
fn wanted() -> bool {
    true
}

impl Default for NoticeRule {
    fn default() -> NoticeRule {
        NoticeRule {
            leave: NoticeLeave::Unasked,
            letters: true,
            orders_back: true,
            approvals: true,
            imports: true,
            deadlines: true,
        }
    }
}

impl NoticeRule {
    /// Whether this kind is wanted.
    pub fn wants(&self, kind: NoticeKind) -> bool {
        match kind {
            NoticeKind::LetterFailed | NoticeKind::LetterUncertain => self.letters,
            NoticeKind::OrderBack => self.orders_back,
            NoticeKind::ApprovalWaits => self.approvals,
            NoticeKind::ImportDone => self.imports,
            NoticeKind::DeadlineDue | NoticeKind::DeadlineOver => self.deadlines,
        }
    }
}

/// Takes what is to be told now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoticeTake {
    /// The window is in front of the person: what they see happen needs no notice.
    pub in_front: bool,
}

/// One notice. Several events of a kind are one; then the ids are none and the texts are of the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Notice {
    pub kind: NoticeKind,
    pub count: i64,
    pub order_id: Option<i64>,
    pub lead_id: Option<i64>,
    #[serde(default)]
    pub quotation_id: Option<i64>,
    #[serde(default)]
    pub contract_id: Option<i64>,
    /// The order's number, or the name of the file that was imported; empty for a lead.
    pub name: String,
    pub customer: String,
    /// Why a letter failed (a name the page has words for), why an order came back; of a limit its rule.
    pub reason: String,
}

/// What is to be told now, once.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoticesTaken {
    /// Something is to be told, and the person was never asked whether they want that.
    pub ask: bool,
    pub notices: Vec<Notice>,
}
