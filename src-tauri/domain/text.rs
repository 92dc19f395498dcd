//! Text from outside: made comparable, cleaned for one line, made safe as a file name.

/// Folds full-width letters, digits and punctuation to their half-width forms and lower-cases.
pub fn folded(text: &str) -> String {
    text.chars().map(half_width).flat_map(char::to_lowercase).collect()
}

fn half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        _ => character,
    }
}

/// What lists search through and with: folded, line breaks and runs of blanks as one blank.
pub fn search_key(text: &str) -> String {
    folded(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Endings and fillers that two spellings of one company differ in.
const COMPANY_WORDS: [&str; 14] = [
    "股份有限公司",
    "有限责任公司",
    "集团有限公司",
    "有限公司",
    "股份公司",
    "集团公司",
    "公司",
    "集团",
    "co.,ltd",
    "co.ltd",
    "coltd",
    "limited",
    "ltd",
    "inc",
];

/// A company's name as duplicates are compared (L6): folded, without blanks, punctuation and legal endings.
pub fn name_key(name: &str) -> String {
    let letters: String = folded(name).chars().filter(|character| character.is_alphanumeric()).collect();
    let mut rest = letters.as_str();
    while let Some(shorter) = COMPANY_WORDS.iter().find_map(|word| rest.strip_suffix(word)) {
        if shorter.is_empty() {
            break;
        }
        rest = shorter;
    }
    rest.to_string()
}

/// A phone number as duplicates are compared: its digits, without the country code of China.
pub fn phone_key(phone: &str) -> String {
    let digits: String = folded(phone).chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86")).unwrap_or(&digits);
    if national.len() >= 7 { national.to_string() } else { String::new() }
}

/// One line: control characters and line breaks become blanks, runs of blanks one, ends trimmed.
pub fn one_line(text: &str) -> String {
    let clean: String =
        text.chars().map(|character| if is_unfit(character) { ' ' } else { character }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines: control characters other than the line break become blanks, ends trimmed.
pub fn many_lines(text: &str) -> String {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let clean: String = unified.chars().map(|c| if c != '\n' && is_unfit(c) { ' ' } else { c }).collect();
    clean.trim().to_string()
}

/// Control characters, line and paragraph separators, and marks that turn the reading direction.
fn is_unfit(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A name every file system takes: no separators, no reserved characters, at most 80 characters.
pub fn file_name(text: &str) -> String {
    let line = one_line(text);
    let clean: String = line
        .chars()
        .map(|c| if matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') { '_' } else { c })
        .take(80)
        .collect();
    let trimmed = clean.trim_matches(['.', ' ']);
    if trimmed.is_empty() { "_".into() } else { trimmed.to_string() }
}

/// Whether this can be an e-mail address: one @, something before it, a dotted domain after it, no blanks or
/// controls, nothing that could end a header. A plausibility check; the server has the last word.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let fits = |part: &str, extra: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || (c.is_ascii() && extra.contains(c)))
    };
    text.len() <= 254
        && fits(local, "!#$%&'*+-/=?^_`{|}~.")
        && fits(domain, "-.")
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !text.contains("..")
}
