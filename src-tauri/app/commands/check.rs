//! Checks of single fields: every bad field of a request is named at once, none is corrected silently.

use chengdan_domain::refusal::Refusal;
use chengdan_domain::text;

use crate::fault::Fault;

/// Gathers what is wrong with a request.
#[derive(Default)]
pub struct Check {
    reasons: Vec<Refusal>,
}

impl Check {
    /// One line of text: required or not, at most `most` characters, without control characters.
    pub fn line(&mut self, field: &str, found: &str, required: bool, most: usize) -> &mut Check {
        if required && found.trim().is_empty() {
            self.reasons.push(Refusal::FieldMissing { field: field.into() });
        }
        if found.chars().any(char::is_control) {
            self.reasons.push(Refusal::FieldHasControl { field: field.into() });
        }
        self.length(field, found, most)
    }

    /// Text of several lines.
    pub fn lines(&mut self, field: &str, found: &str, most: usize) -> &mut Check {
        self.length(field, found, most)
    }

    fn length(&mut self, field: &str, found: &str, most: usize) -> &mut Check {
        let count = found.chars().count();
        if count > most {
            let (most, found) = (whole(most), whole(count));
            self.reasons.push(Refusal::FieldTooLong { field: field.into(), most, found });
        }
        self
    }

    /// An e-mail address, or nothing.
    pub fn email(&mut self, field: &str, found: &str) -> &mut Check {
        if !found.is_empty() && !text::is_email(found) {
            self.reasons.push(Refusal::FieldNotEmail { field: field.into(), found: found.into() });
        }
        self
    }

    /// A phone number, or nothing: digits, blanks and the usual marks; at least seven digits.
    pub fn phone(&mut self, field: &str, found: &str) -> &mut Check {
        let folded = text::fold_width(found);
        let strange = folded.chars().any(|c| !c.is_ascii_digit() && !" -+()./#转extEXT,;、".contains(c));
        if !found.is_empty() && (strange || folded.chars().filter(char::is_ascii_digit).count() < 7) {
            self.reasons.push(Refusal::FieldNotPhone { field: field.into(), found: found.into() });
        }
        self
    }

    /// Any other refusal.
    pub fn add(&mut self, reason: Refusal) -> &mut Check {
        self.reasons.push(reason);
        self
    }

    /// Nothing wrong, or everything that is.
    ///
    /// # Errors
    /// All refusals together.
    pub fn done(&mut self) -> Result<(), Fault> {
        if self.reasons.is_empty() {
            return Ok(());
        }
        Err(Fault::Refused { reasons: std::mem::take(&mut self.reasons) })
    }
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
