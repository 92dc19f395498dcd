//! The text while it is read: its letters at half width, which of them are spoken for, and the parts found so far.

use std::ops::Range;

use super::{Confidence, Part, PartKind, normalised};
use crate::refusal::Refusal;
use crate::text::fold_width;

/// How far the other half of a bracket is looked for, so that many of them cost no more than their number.
const FARTHEST_BRACKET: usize = 100;

/// Ranges are of letters; only the parts themselves are told in bytes.
pub struct Sheet<'a> {
    source: &'a str,
    /// Half width, one for each character of the source.
    pub letters: Vec<char>,
    /// Where each letter begins, and at last the end of the source.
    bytes: Vec<usize>,
    taken: Vec<bool>,
    parts: Vec<Part>,
}

impl<'a> Sheet<'a> {
    /// Nothing read yet.
    pub fn new(source: &'a str) -> Sheet<'a> {
        let letters: Vec<char> = fold_width(source).chars().collect();
        let mut bytes: Vec<usize> = source.char_indices().map(|(at, _)| at).collect();
        bytes.push(source.len());
        let taken = vec![false; letters.len()];
        Sheet { source, letters, bytes, taken, parts: Vec::new() }
    }

    /// The lines that hold something.
    pub fn lines(&self) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut start = 0;
        for (at, letter) in self.letters.iter().enumerate() {
            if matches!(letter, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
                lines.push(start..at);
                start = at + 1;
            }
        }
        lines.push(start..self.letters.len());
        lines.retain(|line| self.letters[line.clone()].iter().any(|letter| !letter.is_whitespace()));
        lines
    }

    /// Runs of letters nobody has claimed.
    pub fn free(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut runs = Vec::new();
        let mut start = None;
        for at in range.clone() {
            match (self.taken[at], start) {
                (false, None) => start = Some(at),
                (true, Some(first)) => {
                    runs.push(first..at);
                    start = None;
                }
                _ => {}
            }
        }
        runs.extend(start.map(|first| first..range.end));
        runs
    }

    /// The range without blanks and separators at its ends.
    pub fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = range;
        while start < end && is_edge(self.letters[start]) && !self.opens_pair(start, end) {
            start += 1;
        }
        while start < end
            && is_edge(self.letters[end - 1])
            && !self.closes_pair(start, end)
            && !self.abbreviates(start, end)
        {
            end -= 1;
        }
        start..end
    }

    /// An opening bracket whose other half stands inside belongs to the text.
    fn opens_pair(&self, start: usize, end: usize) -> bool {
        self.letters[start] == '('
            && self.letters[start..end.min(start + FARTHEST_BRACKET) - 1].contains(&')')
    }

    fn closes_pair(&self, start: usize, end: usize) -> bool {
        let from = start.max(end.saturating_sub(FARTHEST_BRACKET));
        self.letters[end - 1] == ')' && self.letters[from..end].contains(&'(')
    }

    /// The stop of Co., Ltd. belongs to the name.
    fn abbreviates(&self, start: usize, end: usize) -> bool {
        let word: Vec<char> = self.letters[start..end].iter().rev().skip(1).take(4).copied().collect();
        let word: String = word.iter().rev().collect::<String>().to_lowercase();
        self.letters[end - 1] == '.'
            && ["ltd", "inc", "corp", " co"].iter().any(|short| word.ends_with(short))
    }

    /// The letters of a range as text.
    pub fn text(&self, range: Range<usize>) -> String {
        self.letters[range].iter().collect()
    }

    /// Marks letters that say something about a part without being one: a label, a greeting, a date.
    pub fn pass_over(&mut self, range: Range<usize>) {
        self.taken[range].fill(true);
    }

    /// Makes a part of a range, unless nothing is left of it or somebody was here before.
    pub fn claim(&mut self, kind: PartKind, range: Range<usize>, confidence: Confidence) -> bool {
        self.claim_with(kind, range, confidence, Vec::new())
    }

    /// The same, with what is wrong with it.
    pub fn claim_with(
        &mut self,
        kind: PartKind,
        range: Range<usize>,
        confidence: Confidence,
        problems: Vec<Refusal>,
    ) -> bool {
        let range = self.trimmed(range);
        if range.is_empty() || self.taken[range.clone()].contains(&true) {
            return false;
        }
        let (start, end) = (self.bytes[range.start], self.bytes[range.end]);
        let value = normalised(kind, &self.source[start..end]);
        if value.is_empty() {
            return false;
        }
        self.taken[range].fill(true);
        self.parts.push(Part { kind, value, start, end, confidence, problems });
        true
    }

    /// Whether a part of this kind was found.
    pub fn has(&self, kind: PartKind) -> bool {
        self.parts.iter().any(|part| part.kind == kind)
    }

    /// Whether a part of one of these kinds lies in the range.
    pub fn holds(&self, kinds: &[PartKind], range: Range<usize>) -> bool {
        let (start, end) = (self.bytes[range.start], self.bytes[range.end]);
        self.parts.iter().any(|part| kinds.contains(&part.kind) && part.start >= start && part.end <= end)
    }

    /// The parts in the order of the text.
    pub fn finish(mut self) -> Vec<Part> {
        self.parts.sort_by_key(|part| part.start);
        self.parts
    }
}

/// Signs that separate and are no part of what they separate.
pub fn is_edge(letter: char) -> bool {
    let accent = ('\u{300}'..='\u{36f}').contains(&letter);
    !(letter.is_alphanumeric() || accent || is_han(letter) || "#%+".contains(letter))
}

/// A character of Chinese writing.
pub fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}
