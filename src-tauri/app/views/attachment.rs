//! Attachments: files that belong to a document.

use chengdan_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::DocumentKind;

/// May this file be attached? Asked before a byte of it is read.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttachmentCheck {
    pub document: DocumentKind,
    pub id: i64,
    pub name: String,
    /// In bytes.
    pub size: i64,
}

/// Where the bytes come from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "from")]
pub enum AttachmentSource {
    /// Dropped or pasted on the page.
    Page { name: String, base64: String },
    /// Chosen in the system's dialog.
    Dialog { token: String },
}

/// Attaches a file to a document.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttachmentAdd {
    pub document: DocumentKind,
    pub id: i64,
    pub source: AttachmentSource,
    pub note: String,
}

/// Says what an attachment is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttachmentNote {
    pub id: i64,
    pub note: String,
}

/// An attachment; one that was taken away has `removed_at` and can be put back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttachmentRow {
    pub id: i64,
    pub sha256: String,
    pub name: String,
    /// By its content: a picture or a PDF that is shown, `application/octet-stream` for anything else.
    pub mime: String,
    /// In bytes.
    pub size: i64,
    pub note: String,
    /// Why it cannot be taken away: empty, or that it is evidence of a decision on this document.
    pub remove: Vec<Refusal>,
    pub added_by: String,
    pub added_at: String,
    pub removed_by: String,
    pub removed_at: Option<String>,
}
