//! What leaves on paper: letters and forms (PDF by typst) with their fonts and words, and workbooks.

mod amounts;
pub mod approval;
mod approval_words;
pub mod book;
pub mod contract;
mod contract_words;
pub mod customer_sheet;
pub mod delivery_note;
mod delivery_words;
pub mod figures;
mod fill;
mod fonts;
pub mod letter;
pub mod letterhead;
pub mod month_book;
pub mod order_sheet;
mod press;
pub mod quotation;
mod quotation_words;
pub mod requirement;
pub mod requirement_words;
mod sheet;
pub mod specimen;
pub mod table;
pub mod wording;
pub mod words;

use chengdan_domain::refusal::Refusal;

use crate::fault::Fault;

/// Why a paper could not be made. None of these is the user's doing: glyphs are checked at submission.
#[derive(Debug, thiserror::Error)]
pub enum PaperFault {
    /// The embedded font is not the family the page asks for; typst would silently take another.
    #[error("the embedded font {found:?} is not {expected:?}")]
    WrongFont { expected: &'static str, found: String },
    /// A character no embedded font has; it would print as a box.
    #[error("no glyph for {character:?} in {field}")]
    GlyphMissing { field: String, character: char },
    /// Amounts leave the range of money.
    #[error("the amounts do not add up within range")]
    Amount,
    /// The page could not be set.
    #[error("typesetting failed: {0}")]
    Typesetting(String),
    /// The set page could not be written as PDF.
    #[error("writing the PDF failed: {0}")]
    Writing(String),
}

impl From<PaperFault> for Fault {
    fn from(fault: PaperFault) -> Fault {
        match fault {
            PaperFault::GlyphMissing { field, character } => {
                Fault::refused(Refusal::GlyphMissing { field, character: character.to_string() })
            }
            PaperFault::Amount => Fault::refused(Refusal::AmountTooLarge),
            other => Fault::broken(other),
        }
    }
}
