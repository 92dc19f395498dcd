//! The library of clauses 「合同条款」.

use chengdan_domain::contract::ClauseKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An edition of a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClauseView {
    pub id: i64,
    /// The same through all editions.
    pub code: String,
    pub edition: i64,
    pub kind: ClauseKind,
    pub title: String,
    pub title_en: String,
    pub text_zh: String,
    pub text_en: String,
    /// Taken into every new contract.
    pub standard: bool,
    /// Whether it is still offered.
    pub active: bool,
    /// Empty for what the program brought along.
    pub saved_by: String,
    pub saved_at: String,
}

/// A new clause, or the next edition of the one that was seen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClauseSave {
    /// The edition that was seen; none makes a new clause.
    pub id: Option<i64>,
    pub kind: ClauseKind,
    pub title: String,
    pub title_en: String,
    pub text_zh: String,
    pub text_en: String,
    pub standard: bool,
    pub active: bool,
}

impl From<ClauseView> for ClauseSave {
    fn from(seen: ClauseView) -> ClauseSave {
        ClauseSave {
            id: Some(seen.id),
            kind: seen.kind,
            title: seen.title,
            title_en: seen.title_en,
            text_zh: seen.text_zh,
            text_en: seen.text_en,
            standard: seen.standard,
            active: seen.active,
        }
    }
}

impl ClauseSave {
    /// Whether it says what an edition says already.
    pub fn says_the_same(&self, seen: &ClauseView) -> bool {
        *self == ClauseSave::from(seen.clone())
    }
}
