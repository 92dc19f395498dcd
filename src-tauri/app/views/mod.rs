//! What the door takes and gives, one file per room. Amounts in 分, prices in millionths of 元,
//! quantities in thousandths, rates in basis points; instants UTC text, business dates `YYYY-MM-DD`.

pub mod attachment;
pub mod bin;
pub mod book;
pub mod bulk;
pub mod calendar;
pub mod clause;
pub mod computed;
pub mod contract;
pub mod customer;
pub mod deadline;
pub mod delivery;
pub mod import;
pub mod lead;
pub mod month;
pub mod notice;
pub mod opportunity;
pub mod order;
pub mod outbox;
pub mod person;
pub mod product;
pub mod quotation;
pub mod requirement;
pub mod saved;
pub mod search;
pub mod setting;
pub mod table;
pub mod unfinished;
pub mod wording;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request without words.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// A request for one record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ById {
    pub id: i64,
}

/// A page of what belongs to one record, newest first; `after` is the id the last page ended with.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PageOf {
    pub id: i64,
    pub after: Option<i64>,
    pub limit: i64,
}

impl PageOf {
    /// Cuts off the row that was read beyond the limit, and tells where to go on.
    pub fn cut<Row>(&self, mut rows: Vec<Row>, id: impl Fn(&Row) -> i64) -> (Vec<Row>, Option<i64>) {
        let limit = usize::try_from(self.limit.clamp(1, 500)).unwrap_or(1);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(id);
        (rows, next)
    }
}

/// Documents that have attachments and a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum DocumentKind {
    Order,
    Customer,
    Product,
    Lead,
    Opportunity,
    Quotation,
    Contract,
}

/// A request about one document.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DocumentAsk {
    pub document: DocumentKind,
    pub id: i64,
}

/// A request for one record at the version that was seen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ByVersion {
    pub id: i64,
    pub version: i64,
}

/// A search while typing; at most `limit` answers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Find {
    pub text: String,
    pub limit: i64,
}

/// A file's bytes for the page (base64), with its name and type.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FileView {
    pub name: String,
    pub mime: String,
    pub base64: String,
    pub sha256: String,
}

/// Where something was written; shown to the user.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Written {
    pub path: String,
}

/// A file to be kept in the book: evidence, a pasted screenshot.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FileKeep {
    pub name: String,
    pub mime: String,
    pub base64: String,
}

/// May a file of this size be kept? Asked before it is read.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FileCheck {
    pub name: String,
    pub size: i64,
}

/// A kept file, named by its content.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FileKept {
    pub sha256: String,
    pub name: String,
    pub size: i64,
}

/// A handle for a file the user chose in a dialog; paths never come from the page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FileToken {
    pub token: String,
    pub name: String,
    pub size: i64,
}

/// Which dialog to open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum PickKind {
    Workbook,
    Book,
    Folder,
    Any,
}

/// One readable entry of the history.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HistoryEntry {
    pub seq: i64,
    pub at: String,
    pub person: String,
    /// A stable name such as `order_submit`; the page has the words.
    pub act: String,
    pub changes: Vec<HistoryChange>,
    pub note: String,
}

/// A field before and after.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HistoryChange {
    pub field: String,
    pub before: String,
    pub after: String,
}

/// Opens a dialog to choose a file or folder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilePick {
    pub kind: PickKind,
}

/// Opens a save dialog with a proposed name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilePickSave {
    pub name: String,
}

/// A kept file by its content hash.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FileAsk {
    pub sha256: String,
}

/// Saves a kept file, or a paper that was shown, where a dialog says.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FileSaveAs {
    pub sha256: String,
    pub name: String,
}

/// Opens a PDF in the system's viewer, to be printed from there: a kept file, or a paper that was shown.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilePrint {
    pub sha256: String,
    pub name: String,
}
