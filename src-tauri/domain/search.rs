//! Search: the grams by which a text is found, those a question asks for, and where in a text it stands.
//!
//! What is found is what a plain substring search over [`search_key`] finds. Grams only make the candidates few: every
//! text that holds a question holds the question's grams.

use std::collections::BTreeSet;

use crate::text::fold_width;

/// So many grams of one word are asked for; the last ones, because numbers differ at their end.
const MOST_PER_WORD: usize = 4;
/// So many of a whole question.
const MOST: usize = 12;
/// ASCII signs are moved here, because an index takes them for blanks.
const SIGNS: u32 = 0xE000;

/// The grams of a normalised text: every character, every two neighbours in a word, and every three when all are ASCII,
/// so that the middle of a number is found and a single Chinese character too.
pub fn grams(key: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for word in key.split(' ') {
        let letters: Vec<char> = word.chars().collect();
        for start in 0..letters.len() {
            for length in 1..=3 {
                let gram = letters.get(start..start + length).filter(|gram| length < 3 || ascii(gram));
                found.extend(gram.map(gram_text));
            }
        }
    }
    found
}

/// The grams every text holds that holds this normalised question, some of them at least; none for an empty one.
pub fn asked(key: &str) -> Vec<String> {
    let mut asked = Vec::new();
    for word in key.split(' ').filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        let covering = covering(&letters);
        asked.extend(covering.into_iter().rev().take(MOST_PER_WORD));
    }
    asked.truncate(MOST);
    asked
}

/// The fewest grams that cover a word.
fn covering(letters: &[char]) -> Vec<String> {
    let three = |start: usize| letters.get(start..start + 3).filter(|gram| ascii(gram));
    if letters.len() == 1 {
        return vec![gram_text(letters)];
    }
    let mut found = Vec::new();
    for start in 0..letters.len().saturating_sub(1) {
        if let Some(gram) = three(start) {
            found.push(gram_text(gram));
        } else if start == 0 || three(start - 1).is_none() {
            found.extend(letters.get(start..start + 2).map(gram_text));
        }
    }
    found
}

fn ascii(letters: &[char]) -> bool {
    letters.iter().all(char::is_ascii)
}

fn gram_text(letters: &[char]) -> String {
    let moved = |letter: &char| {
        let sign = letter.is_ascii() && !letter.is_ascii_alphanumeric();
        if sign { char::from_u32(SIGNS + u32::from(*letter)).unwrap_or(*letter) } else { *letter }
    };
    letters.iter().map(moved).collect()
}

/// Where the first occurrence of a normalised question stands in a text as it is shown: (first character, number of
/// characters), counted in characters; none when it is not there.
pub fn place(text: &str, key: &str) -> Option<(usize, usize)> {
    if key.is_empty() {
        return None;
    }
    // The text as `search_key` makes it, and for each of its characters the one it came from.
    let (mut normal, mut from): (Vec<char>, Vec<usize>) = (Vec::new(), Vec::new());
    for (index, letter) in fold_width(text).chars().enumerate() {
        if letter.is_whitespace() {
            if normal.last().is_some_and(|last| *last != ' ') {
                normal.push(' ');
                from.push(index);
            }
            continue;
        }
        for lower in letter.to_lowercase() {
            normal.push(lower);
            from.push(index);
        }
    }
    let asked: Vec<char> = key.chars().collect();
    let at = normal.windows(asked.len()).position(|part| part == asked)?;
    let (first, last) = (*from.get(at)?, *from.get(at + asked.len() - 1)?);
    Some((first, last - first + 1))
}
