//! 统一社会信用代码 (GB 32100): is the number right, and if not, which check character it should end in.

use crate::refusal::Refusal;
use crate::text::fold_width;

/// The characters of a code with their values 0–30; I, O, S, V and Z are left out by the standard.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// What a tax number turned out to be; the last two are accepted with a note beside the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaxNumberKind {
    /// 18 characters with a right check character.
    UnifiedCode,
    /// An old tax number of 15 characters; it carries no check.
    OldFifteen,
    /// None given: a person, or not known yet.
    Absent,
}

/// The number as it is kept: half width, upper case, without spaces and hyphens.
pub fn tidy_tax_number(text: &str) -> String {
    fold_width(text)
        .chars()
        .filter(|letter| !letter.is_whitespace() && !letter.is_control() && *letter != '-')
        .flat_map(char::to_uppercase)
        .collect()
}

/// Checks a tax number as typed.
///
/// # Errors
/// [`Refusal::TaxNumberWrong`]; with the expected check character when all the others can be right.
pub fn check_tax_number(text: &str) -> Result<TaxNumberKind, Refusal> {
    let tidy = tidy_tax_number(text);
    let letters: Vec<char> = tidy.chars().collect();
    match letters.len() {
        0 => Ok(TaxNumberKind::Absent),
        15 if letters.iter().all(char::is_ascii_alphanumeric) => Ok(TaxNumberKind::OldFifteen),
        18 => match check_character(&letters[..17]) {
            Some(expected) if expected == letters[17] => Ok(TaxNumberKind::UnifiedCode),
            expected => Err(wrong(tidy, expected)),
        },
        _ => Err(wrong(tidy, None)),
    }
}

/// The 18th character for the first 17, or `None` when one of them is not in the alphabet.
pub fn check_character(first: &[char]) -> Option<char> {
    let mut weight = 1;
    let mut sum = 0;
    for letter in first {
        sum += ALPHABET.find(*letter)? * weight;
        weight = weight * 3 % 31;
    }
    ALPHABET.chars().nth((31 - sum % 31) % 31)
}

fn wrong(found: String, expected: Option<char>) -> Refusal {
    Refusal::TaxNumberWrong { found, expected_check: expected.map(String::from) }
}
