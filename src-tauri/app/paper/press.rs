//! The press: one typst compiler with embedded fonts, kept warm, that turns facts into PDF bytes.

use std::sync::{Mutex, PoisonError};

use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::clean_line;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use serde_json::Value;
use typst::foundations::{Datetime, Dict, IntoValue, Smart};
use typst_as_lib::TypstEngine;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};

use super::PaperFault;
use super::approval::{ApprovalFacts, approval_sheet};
use super::contract::{ContractFacts, contract_sheet};
use super::delivery_note::{NoteFacts, note_sheet};
use super::fonts::Fonts;
use super::letter::LetterFacts;
use super::quotation::{QuotationFacts, quotation_sheet};
use super::requirement::{NeedsFacts, needs_sheet};
use super::sheet;

/// The pages, as typst markup; everything that is said on them comes in as data.
const PAGES: [(&str, &str); 8] = [
    ("style.typ", include_str!("style.typ")),
    ("priced.typ", include_str!("priced.typ")),
    (QUOTATION, include_str!("quotation.typ")),
    (LETTER, include_str!("letter.typ")),
    (CONTRACT, include_str!("contract.typ")),
    (NEEDS, include_str!("requirement.typ")),
    (APPROVAL, include_str!("approval.typ")),
    (DELIVERY, include_str!("delivery_note.typ")),
];
const LETTER: &str = "letter.typ";
const CONTRACT: &str = "contract.typ";
const NEEDS: &str = "requirement.typ";
const APPROVAL: &str = "approval.typ";
const DELIVERY: &str = "delivery_note.typ";
const QUOTATION: &str = "quotation.typ";

/// How many compilations an unused part of typst's memory survives: enough to stay warm, little enough not to grow.
const KEPT_COMPILATIONS: usize = 8;

/// Sets letters. Make one and keep it: making it anew costs several times a letter.
pub struct LetterPress {
    fonts: Fonts,
    /// typst's memory is shared by the whole process; one letter at a time keeps it small.
    engine: Mutex<TypstEngine>,
}

impl LetterPress {
    /// A press with the embedded fonts.
    ///
    /// # Errors
    /// [`PaperFault::WrongFont`] when an embedded font is not the family the page asks for.
    pub fn new() -> Result<LetterPress, PaperFault> {
        let fonts = Fonts::embedded()?;
        let engine = TypstEngine::builder()
            .with_static_source_file_resolver(PAGES)
            .fonts(fonts.all())
            .comemo_evict_max_age(Some(KEPT_COMPILATIONS))
            .build();
        Ok(LetterPress { fonts, engine: Mutex::new(engine) })
    }

    /// The letter as PDF. The same facts give the same bytes within one version of the program.
    ///
    /// # Errors
    /// [`PaperFault::GlyphMissing`] rather than a box on paper; [`PaperFault::Amount`] beyond the range of
    /// money; the rest are mistakes of ours.
    pub fn letter_pdf(&self, facts: &LetterFacts) -> Result<Vec<u8>, PaperFault> {
        let mut sheet = sheet::letter_sheet(facts)?;
        let ident = format!("{} R{} {}", sheet.number, facts.revision, facts.content_code);
        let engine = self.engine.lock().unwrap_or_else(PoisonError::into_inner);
        let mut document = self.set(&engine, LETTER, &sheet)?;
        // Long names or sentences can push a short order over the page; then it is set again, only as tight as it must.
        let roomy = document.pages().len();
        while document.pages().len() == roomy && roomy > 1 && sheet.tighten() {
            let next = self.set(&engine, LETTER, &sheet)?;
            if next.pages().len() < roomy {
                document = next;
            }
        }
        written(&document, ident, facts.dated_on)
    }

    /// The internal 审批单 as PDF.
    ///
    /// # Errors
    /// As [`LetterPress::letter_pdf`].
    pub fn approval_pdf(&self, facts: &ApprovalFacts<'_>) -> Result<Vec<u8>, PaperFault> {
        let sheet = approval_sheet(facts);
        let engine = self.engine.lock().unwrap_or_else(PoisonError::into_inner);
        let document = self.set(&engine, APPROVAL, &sheet)?;
        written(&document, sheet.number, facts.printed_at.date_naive())
    }

    /// The 客户需求清单 as PDF.
    ///
    /// # Errors
    /// As [`LetterPress::letter_pdf`].
    pub fn needs_pdf(&self, facts: &NeedsFacts) -> Result<Vec<u8>, PaperFault> {
        let sheet = needs_sheet(facts);
        let engine = self.engine.lock().unwrap_or_else(PoisonError::into_inner);
        let document = self.set(&engine, NEEDS, &sheet)?;
        written(&document, facts.full_number(), facts.dated_on)
    }

    /// The 发货单 as PDF.
    ///
    /// # Errors
    /// As [`LetterPress::letter_pdf`].
    pub fn delivery_pdf(&self, facts: &NoteFacts<'_>) -> Result<Vec<u8>, PaperFault> {
        let sheet = note_sheet(facts);
        let engine = self.engine.lock().unwrap_or_else(PoisonError::into_inner);
        let document = self.set(&engine, DELIVERY, &sheet)?;
        written(&document, sheet.number, facts.dated_on)
    }

    /// The 报价单 as PDF.
    ///
    /// # Errors
    /// As [`LetterPress::letter_pdf`].
    pub fn quotation_pdf(&self, facts: &QuotationFacts) -> Result<Vec<u8>, PaperFault> {
        let sheet = quotation_sheet(facts)?;
        let ident = format!("{} V{}", sheet.number, facts.revision);
        let engine = self.engine.lock().unwrap_or_else(PoisonError::into_inner);
        let document = self.set(&engine, QUOTATION, &sheet)?;
        written(&document, ident, facts.dated_on)
    }

    /// The 销售合同 as PDF.
    ///
    /// # Errors
    /// As [`LetterPress::letter_pdf`].
    pub fn contract_pdf(&self, facts: &ContractFacts) -> Result<Vec<u8>, PaperFault> {
        let sheet = contract_sheet(facts)?;
        let ident = format!("{} {}", sheet.number, facts.content_code);
        let engine = self.engine.lock().unwrap_or_else(PoisonError::into_inner);
        let document = self.set(&engine, CONTRACT, &sheet)?;
        written(&document, ident, facts.dated_on)
    }

    fn set(
        &self,
        engine: &TypstEngine,
        page: &str,
        sheet: &impl Serialize,
    ) -> Result<PagedDocument, PaperFault> {
        let json = serde_json::to_value(sheet).map_err(|error| PaperFault::Typesetting(error.to_string()))?;
        self.no_box(page, &json)?;
        let mut inputs = Dict::new();
        inputs.insert("sheet".into(), json.to_string().into_value());
        let set = engine.compile_with_input(page, inputs);
        // A layout that does not settle, or a family typst had to replace, is only a warning to typst.
        if let Some(warning) = set.warnings.first() {
            return Err(PaperFault::Typesetting(warning.message.to_string()));
        }
        set.output.map_err(|error| PaperFault::Typesetting(error.to_string()))
    }

    /// The first character of a text that would print as a box. Line breaks and invisible marks are
    /// cleaned away before printing and do not count.
    pub fn missing_glyph(&self, text: &str) -> Option<char> {
        self.fonts.missing_glyph(&clean_line(text))
    }

    /// One refusal per field that holds a character without a glyph; what submission checks (O5).
    pub fn missing_glyphs<F: AsRef<str>, T: AsRef<str>>(&self, fields: &[(F, T)]) -> Vec<Refusal> {
        fields
            .iter()
            .filter_map(|(field, text)| {
                let character = self.missing_glyph(text.as_ref())?;
                Some(Refusal::GlyphMissing {
                    field: field.as_ref().to_owned(),
                    character: character.to_string(),
                })
            })
            .collect()
    }

    /// Looks at every text that reaches the page, wherever it came from.
    fn no_box(&self, field: &str, value: &Value) -> Result<(), PaperFault> {
        match value {
            Value::String(text) => match self.fonts.missing_glyph(text) {
                Some(character) => Err(PaperFault::GlyphMissing { field: field.to_owned(), character }),
                None => Ok(()),
            },
            Value::Array(parts) => parts.iter().try_for_each(|part| self.no_box(field, part)),
            Value::Object(parts) => parts.iter().try_for_each(|(name, part)| self.no_box(name, part)),
            _ => Ok(()),
        }
    }
}

/// The bytes of a set page. Identity and date come from the facts, so that the bytes can be made again.
fn written(document: &PagedDocument, ident: String, dated_on: NaiveDate) -> Result<Vec<u8>, PaperFault> {
    let options = PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("Chengdan".to_owned())),
        timestamp: timestamp(dated_on),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| PaperFault::Writing(format!("{errors:?}")))
}

/// Midnight of a day: the clock is not read here.
fn timestamp(day: NaiveDate) -> Option<Timestamp> {
    let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    Some(Timestamp::new_utc(Datetime::from_ymd_hms(day.year(), month, of_month, 0, 0, 0)?))
}
