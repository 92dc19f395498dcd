//! The letterhead: who writes, shared by every paper that leaves the house.

use chengdan_domain::text::clean_line;
use serde::Serialize;

/// The company as a letterhead names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letterhead {
    pub name: String,
    pub name_en: String,
    pub tax_number: String,
    pub address: String,
    pub phone: String,
    pub email: String,
}

/// The letterhead, ready to be arranged.
#[derive(Debug, Serialize)]
pub(super) struct LetterheadSheet {
    pub(super) name: String,
    name_en: String,
    head: Vec<String>,
}

impl Letterhead {
    /// Finished lines; what is not known leaves its place out. `phone` and `tax_number` are the words for them.
    pub(super) fn sheet(&self, phone: &str, tax_number: &str) -> LetterheadSheet {
        let named =
            |word: &str, text: &str| if text.is_empty() { String::new() } else { format!("{word} {text}") };
        let reach = [named(phone, &clean_line(&self.phone)), clean_line(&self.email)];
        let head =
            [clean_line(&self.address), joined(reach), named(tax_number, &clean_line(&self.tax_number))];
        LetterheadSheet {
            name: clean_line(&self.name),
            name_en: clean_line(&self.name_en),
            head: head.into_iter().filter(|line| !line.is_empty()).collect(),
        }
    }
}

/// A label and what stands beside it.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    label: &'static str,
    text: String,
}

/// Rows whose text is known.
pub(super) fn rows<const N: usize>(all: [(&'static str, String); N]) -> Vec<Row> {
    all.into_iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| Row { label, text }).collect()
}

/// The known parts, a wide space between them.
pub(super) fn joined(parts: [String; 2]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("　")
}
