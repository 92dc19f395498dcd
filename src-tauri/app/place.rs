//! Where the program keeps its books, unless told otherwise: the same place for the window and the command line.

use std::path::PathBuf;

/// The home folder: `CHENGDAN_HOME` when it is set, else 「成单」 among the user's documents, else in the working
/// folder.
pub fn home() -> PathBuf {
    if let Some(told) = std::env::var_os("CHENGDAN_HOME").filter(|told| !told.is_empty()) {
        return PathBuf::from(told);
    }
    let documents = dirs::document_dir().or_else(|| dirs::home_dir().map(|home| home.join("Documents")));
    documents.unwrap_or_default().join("成单")
}
