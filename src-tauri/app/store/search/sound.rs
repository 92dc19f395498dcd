//! How Chinese names sound: 拼音 in full and by initials. A character with several readings counts with its usual one.

use pinyin::ToPinyin;

/// A name is heard up to so many characters.
const MOST: usize = 40;

/// From every character of the names on: the initials and the full sound of the rest, as one word each. What somebody
/// types is the beginning of one of them: 「shjm」, 「jingmi」 for 上海精密.
pub(super) fn words(names: &[&str]) -> Vec<String> {
    let mut words = Vec::new();
    for name in names {
        let mut heard: Vec<String> = Vec::new();
        for letter in name.chars().take(MOST) {
            match letter.to_pinyin() {
                Some(sound) => heard.push(sound.plain().replace('ü', "v")),
                // Letters and digits within a name are typed as they stand; anything else is passed over.
                None if letter.is_ascii_alphanumeric() => heard.push(letter.to_ascii_lowercase().to_string()),
                None => {}
            }
        }
        if name.is_ascii() {
            continue;
        }
        for start in 0..heard.len() {
            let rest = heard.get(start..).unwrap_or_default();
            words.push(rest.iter().filter_map(|sound| sound.chars().next()).collect());
            words.push(rest.concat());
        }
    }
    words.sort();
    words.dedup();
    words
}

/// What is asked for by sound: at least two letters, and nothing but letters and digits.
pub(super) fn asked(key: &str) -> Option<&str> {
    let letters = key.chars().filter(char::is_ascii_lowercase).count();
    (letters >= 2 && key.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit()))
        .then_some(key)
}
