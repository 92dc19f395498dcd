//! The embedded fonts: is it really the family the page asks for, and does it hold a character?

use typst::foundations::Bytes;
use typst::text::Font;

use super::PaperFault;

/// The family the page names; typst would silently take another one if it were missing.
const FAMILY: &str = "Noto Sans CJK SC";

static REGULAR: &[u8] = include_bytes!("fonts/NotoSansCJKsc-Regular-subset.otf");
static BOLD: &[u8] = include_bytes!("fonts/NotoSansCJKsc-Bold-subset.otf");

/// Regular holds every character that may be printed; bold fewer, and falls back to regular.
pub(super) struct Fonts {
    regular: Font,
    bold: Font,
}

impl Fonts {
    /// Reads the embedded files.
    pub(super) fn embedded() -> Result<Fonts, PaperFault> {
        Ok(Fonts { regular: read(REGULAR)?, bold: read(BOLD)? })
    }

    /// Both faces, for the compiler.
    pub(super) fn all(&self) -> [Font; 2] {
        [self.regular.clone(), self.bold.clone()]
    }

    /// The first character that would print as a box or not at all.
    pub(super) fn missing_glyph(&self, text: &str) -> Option<char> {
        let coverage = &self.regular.info().coverage;
        text.chars().find(|letter| letter.is_control() || !coverage.contains(u32::from(*letter)))
    }
}

fn read(data: &'static [u8]) -> Result<Font, PaperFault> {
    let wrong = |found: &str| PaperFault::WrongFont { expected: FAMILY, found: found.to_owned() };
    let font = Font::new(Bytes::new(data), 0).ok_or_else(|| wrong("(unreadable)"))?;
    if font.info().family != FAMILY {
        return Err(wrong(&font.info().family));
    }
    Ok(font)
}
