//! A block of text from a chat or a mail, split into what a customer's card asks for: who, where, which numbers,
//! and what is wanted. Nothing leaves the desk for it and nothing is guessed silently: each part says where it
//! stands in the text, how sure it is and what is wrong with it.
//!
//! Read in three passes, each over what the one before left: labels (电话：…), shapes (an address with @, eleven
//! digits), words (names of companies, people, titles, places). What nobody claims is the request itself.

mod labels;
mod latin;
mod names;
mod numbers;
mod places;
mod sheet;
mod words;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::refusal::Refusal;
use crate::tax_number::tidy_tax_number;
use crate::text::{clean_line, fold_width};

pub use places::{Region, region_of};
use sheet::Sheet;

/// The most characters that are read; more is not a message about a customer.
pub const MOST_CHARACTERS: usize = 20_000;

/// What a part of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub enum PartKind {
    Company,
    Person,
    Title,
    Phone,
    Email,
    TaxNumber,
    Address,
    BankName,
    BankAccount,
    Wechat,
    /// What is asked for, and everything else somebody wrote.
    Need,
}

/// How sure a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Confidence {
    /// A label says so, or the shape leaves no doubt.
    Sure,
    /// The words say so.
    Likely,
    /// It may be something else.
    Guess,
}

/// A part of the text. `start` and `end` are bytes of the text and lie between characters; parts come in the order
/// of the text and never overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub kind: PartKind,
    /// The part as a card keeps it: [`normalised`] of what stands in the text.
    pub value: String,
    pub start: usize,
    pub end: usize,
    pub confidence: Confidence,
    /// What is wrong with the value, e.g. a tax number whose check character does not fit.
    pub problems: Vec<Refusal>,
}

/// Splits a text.
///
/// # Errors
/// [`Refusal::FieldTooLong`] above [`MOST_CHARACTERS`].
pub fn split(text: &str) -> Result<Vec<Part>, Refusal> {
    let count = text.chars().count();
    if count > MOST_CHARACTERS {
        let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let (most, found) = (whole(MOST_CHARACTERS), whole(count));
        return Err(Refusal::FieldTooLong { field: "text".into(), most, found });
    }
    let mut sheet = Sheet::new(text);
    labels::read(&mut sheet);
    for line in sheet.lines() {
        numbers::read_shapes(&mut sheet, line, false);
    }
    numbers::read_accounts(&mut sheet);
    names::read(&mut sheet);
    names::read_requests(&mut sheet);
    Ok(sheet.finish())
}

/// What a card keeps of a piece of text when it is of this kind: half width, one line, numbers without ornaments.
pub fn normalised(kind: PartKind, raw: &str) -> String {
    let line = clean_line(raw);
    match kind {
        PartKind::Phone => numbers::tidy_phone(&line),
        PartKind::Email => fold_width(&line).replace(' ', "").to_lowercase(),
        PartKind::TaxNumber => tidy_tax_number(&line),
        PartKind::BankAccount => fold_width(&line).chars().filter(char::is_ascii_alphanumeric).collect(),
        PartKind::Wechat => fold_width(&line).trim().to_owned(),
        PartKind::Address => places::tidy_address(&line),
        PartKind::Person => places::tidy_address(&fold_letters(&line)),
        PartKind::Company | PartKind::Title | PartKind::BankName => fold_letters(&line),
        PartKind::Need => line,
    }
}

/// Latin letters and digits half width; brackets and commas of a Chinese name stay as they were written.
fn fold_letters(text: &str) -> String {
    let fold = |letter: char| {
        let folded = fold_width(letter.encode_utf8(&mut [0; 4]));
        if folded.chars().all(|one| one.is_ascii_alphanumeric() || one == ' ') {
            folded
        } else {
            letter.into()
        }
    };
    clean_line(&text.chars().map(fold).collect::<String>())
}
