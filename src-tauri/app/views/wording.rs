//! The sentences of papers that a company writes itself, and their live preview.

use std::collections::BTreeMap;

use chengdan_domain::refusal::Refusal;
pub use chengdan_domain::wording::{Paper, Sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::book::Language;
use super::{FileView, HistoryEntry};

/// A company's own sentences in one language; what is not there is the standard. An empty one says nothing.
pub type Sentences = BTreeMap<Sentence, String>;

/// What the company says in its own words, and the days it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Wording {
    /// Working days within which the customer is asked to confirm.
    pub confirm_days: i64,
    /// Days after arrival within which objections must be raised.
    pub objection_days: i64,
    pub zh: Sentences,
    pub en: Sentences,
}

impl Default for Wording {
    fn default() -> Wording {
        Wording { confirm_days: 3, objection_days: 7, zh: Sentences::new(), en: Sentences::new() }
    }
}

impl Wording {
    /// The company's own sentences in a language.
    pub fn own(&self, language: Language) -> &Sentences {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

/// What a paper says whose content is frozen, kept with its document: every sentence on it in the language of that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    pub language: Language,
    pub sentences: Sentences,
}

/// What may stand in a sentence, and how the standard says it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SentenceRule {
    pub sentence: Sentence,
    pub places: Vec<String>,
    /// One of these must be named; none for most.
    pub needs: Vec<String>,
    pub most: i64,
    /// May go over several lines.
    pub lines: bool,
    /// Said in the mail and not on the paper.
    pub mailed: bool,
    pub zh: String,
    pub en: String,
}

/// What a paper and its mail say, in the order in which a reader meets it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PaperRule {
    pub paper: Paper,
    pub sentences: Vec<Sentence>,
}

/// The wording with its rules and who changed what.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WordingView {
    /// 0 while nothing was ever changed.
    pub version: i64,
    pub wording: Wording,
    pub papers: Vec<PaperRule>,
    pub rules: Vec<SentenceRule>,
    pub history: Vec<HistoryEntry>,
}

/// Saves the wording at the version that was seen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WordingSave {
    pub version: i64,
    pub wording: Wording,
}

/// Asks how a paper and its mail would look with a wording that is not saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WordingTry {
    pub paper: Paper,
    pub wording: Wording,
    pub language: Language,
    /// The sentence that is being written, which is to be seen: not every document says all of them.
    #[serde(default)]
    pub at: Option<Sentence>,
}

/// Paper and mail as they would be; none where the wording has faults, which are all named. A contract has no mail.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WordingTried {
    pub paper: Paper,
    pub refusals: Vec<Refusal>,
    /// The document whose facts are used; none: an invented one.
    pub number: Option<String>,
    pub page: Option<FileView>,
    pub mail: Option<MailTried>,
}

/// The mail as it would be, in its parts and as plain text.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MailTried {
    pub from: String,
    pub to: String,
    pub subject: String,
    pub greeting: String,
    pub opening: String,
    /// Label and fact; no wording can leave these out.
    pub facts: Vec<(String, String)>,
    pub request: String,
    pub closing: String,
    pub signature: String,
    pub text: String,
}
