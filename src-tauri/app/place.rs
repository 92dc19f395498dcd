//! Where the program keeps its books, unless told otherwise: the same place for the window and the command line.

use std::path::PathBuf;

use crate::views::book::Language;

/// The home folder: `CHENGDAN_HOME` when it is set, else 「成单」 among the user's documents, else in the working
/// folder.
pub fn home() -> PathBuf {
    if let Some(told) = std::env::var_os("CHENGDAN_HOME").filter(|told| !told.is_empty()) {
        return PathBuf::from(told);
    }
    let documents = dirs::document_dir().or_else(|| dirs::home_dir().map(|home| home.join("Documents")));
    documents.unwrap_or_default().join("成单")
}

/// The language in which the surroundings speak, by the variables that say so on Linux; none where they say nothing: the
/// web view knows the system's language there. On Linux it does not, when the locale that is asked for is not installed.
pub fn language() -> Option<Language> {
    spoken(|name| std::env::var(name).ok())
}

/// What such variables say. The first locale that is set decides; a list of languages stands before it.
pub fn spoken(variable: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let set = |name: &str| variable(name).filter(|text| !text.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set)?;
    if locale == "POSIX" || locale.split('.').next() == Some("C") {
        return None;
    }
    let first = set("LANGUAGE").unwrap_or(locale);
    Some(if first.starts_with("zh") { Language::Zh } else { Language::En })
}
