//! Lines without Chinese writing: companies by their endings, titles by their last word, people by their capitals.

use std::ops::Range;

use super::names::{idle, pieces};
use super::sheet::Sheet;
use super::words::{ENGLISH_TITLES, LATIN_COMPANIES};
use super::{Confidence, PartKind};

/// A line or part of a line without Chinese writing.
pub fn read(sheet: &mut Sheet, line: &Range<usize>, run: Range<usize>) {
    for part in pieces(sheet, &run, |letter| "|;·\t/".contains(letter)) {
        let text = sheet.text(part.clone());
        if latin_company(&text) {
            sheet.claim(PartKind::Company, part, Confidence::Likely);
            continue;
        }
        for word in pieces(sheet, &part, |letter| letter == ',') {
            let text = sheet.text(word.clone());
            let alone = sheet.trimmed(line.clone()).start == word.start;
            if idle(&text) {
                sheet.pass_over(word);
            } else if is_english_title(&text) {
                sheet.claim(PartKind::Title, word, Confidence::Likely);
            } else if alone && latin_name(&text) && text.chars().count() < 40 {
                sheet.claim(PartKind::Person, word, Confidence::Guess);
            }
        }
    }
}

fn latin_company(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower
        .split(|letter: char| letter.is_whitespace() || ",.()".contains(letter))
        .filter(|word| !word.is_empty());
    let count = words.clone().count();
    let capital = text.chars().next().is_some_and(|first| first.is_ascii_uppercase());
    capital
        && (2..=9).contains(&count)
        && words.next_back().is_some_and(|word| LATIN_COMPANIES.contains(&word))
}

/// Two or three capitalised words.
fn latin_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(|first| first.is_ascii_uppercase())
            && letters.clone().any(|letter| letter.is_ascii_lowercase())
            && letters.all(|letter| letter.is_ascii_lowercase() || "-'.".contains(letter))
    };
    (2..=3).contains(&words.len()) && words.iter().all(capital)
}

/// Plain words of which the last is a title, or a head of something.
pub fn is_english_title(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let plain = text.chars().all(|letter| letter.is_ascii_alphabetic() || " &-/.".contains(letter));
    plain && (1..=5).contains(&words.len()) && words.last().is_some_and(|word| ENGLISH_TITLES.contains(word))
        || (plain
            && words.len() > 2
            && ["head of", "director of", "vp of"].iter().any(|start| lower.starts_with(start)))
}
