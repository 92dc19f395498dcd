//! Text from outside: cleaned for one line, folded into keys that find duplicates, made safe as a file name.

/// Chinese endings of company names that say nothing about who it is; the longest fitting one goes first.
const CHINESE_ENDINGS: [&str; 9] =
    ["股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "总公司", "分公司", "公司", "集团", "股份"];

/// The same in Latin letters, as whole words.
const LATIN_ENDINGS: [&str; 13] = [
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "group",
    "inc",
    "limited",
    "llc",
    "ltd",
    "plc",
    "pte",
    "pty",
];

/// Names Windows gives to devices; a file may not be called so, whatever its ending.
const DEVICE_NAMES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The most bytes of a file name without its ending: Linux takes 255 in all, archives and mail want room.
const LONGEST_STEM: usize = 180;

/// Full-width Latin letters, digits and signs become half-width ones, the ideographic space a space.
pub fn fold_width(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

fn fold_char(letter: char) -> char {
    match letter {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(letter).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(letter)
        }
        _ => letter,
    }
}

/// One clean line: control characters and line breaks become spaces, invisible marks go,
/// runs of spaces become one, the ends are trimmed. For names, titles, addresses.
pub fn clean_line(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !is_invisible(*letter)) {
        let letter = if letter.is_control() || letter.is_whitespace() { ' ' } else { letter };
        if letter != ' ' || !(clean.is_empty() || clean.ends_with(' ')) {
            clean.push(letter);
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// Several clean lines: like [`clean_line`] line by line, every kind of line break becomes `\n`,
/// empty lines at the ends go. For notes.
pub fn clean_text(text: &str) -> String {
    let unified = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let lines: Vec<String> = unified.split('\n').map(clean_line).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// True when the text holds a control character or line break that a single line may not have.
pub fn has_control(text: &str) -> bool {
    text.chars().any(|letter| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}'))
}

/// Marks without ink: zero-width, direction overrides, soft hyphen, byte-order mark, variation selectors.
/// They make two names that look the same differ, and can turn a line around.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The key under which a company's name is compared (L6): half width, lower case, letters and digits only,
/// without legal endings such as 有限公司 or Co., Ltd. Two names with the same key are warned of as duplicates.
pub fn name_key(name: &str) -> String {
    let lower: String = fold_width(name).chars().flat_map(char::to_lowercase).collect();
    let mut words: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // A name that is nothing but endings stays as it is.
    while words.len() > 1 && words.last().is_some_and(|word| LATIN_ENDINGS.contains(word)) {
        words.pop();
    }
    let mut key = words.concat();
    // An ending may stand before another one (集团股份有限公司).
    while let Some(shorter) = CHINESE_ENDINGS.iter().find_map(|ending| key.strip_suffix(ending)) {
        if shorter.is_empty() {
            break;
        }
        key = shorter.to_owned();
    }
    key
}

/// The key under which phone numbers are compared: digits only, without extension and without +86;
/// a fixed line keeps the 0 of its area code.
pub fn phone_key(phone: &str) -> String {
    let folded = fold_width(phone).to_lowercase();
    let main = folded.split(['转', 'x', '#', 'e', '/', ',', ';', '、']).find(|part| has_digit(part));
    let digits: String = main.unwrap_or("").chars().filter(char::is_ascii_digit).collect();
    let national = if let Some(national) = digits.strip_prefix("0086") {
        national
    } else if digits.starts_with("86") && digits.len() > 11 {
        &digits[2..]
    } else {
        return digits;
    };
    let mobile = national.len() == 11 && national.starts_with('1');
    let service = national.len() == 10 && (national.starts_with("400") || national.starts_with("800"));
    if mobile || service || national.starts_with('0') { national.to_owned() } else { format!("0{national}") }
}

fn has_digit(text: &str) -> bool {
    text.chars().any(|letter| letter.is_ascii_digit())
}

/// A file name that Windows, macOS, Linux, mail and archives take: forbidden signs become `_`,
/// the stem is cut at a character, device names get a `_` in front, an empty stem becomes `_`.
pub fn safe_file_name(stem: &str, extension: &str) -> String {
    let replaced: String = clean_line(stem)
        .chars()
        .map(|letter| if r#"\/:*?"<>|"#.contains(letter) { '_' } else { letter })
        .collect();
    let mut safe = cut_bytes(&replaced, LONGEST_STEM).trim_matches([' ', '.']).to_owned();
    let lower = safe.split('.').next().unwrap_or("").trim_end().to_lowercase();
    let port = lower.strip_prefix("com").or_else(|| lower.strip_prefix("lpt"));
    let device = DEVICE_NAMES.contains(&lower.as_str())
        || port.is_some_and(|rest| rest.chars().count() == 1 && rest.chars().all(is_port_digit));
    if safe.is_empty() || device {
        safe.insert(0, '_');
    }
    format!("{safe}.{extension}")
}

fn is_port_digit(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '¹' | '²' | '³')
}

/// The longest beginning of `text` with at most `most` bytes that ends at a character.
fn cut_bytes(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    &text[..end]
}

/// The first `most` characters, with 「…」 in place of what was cut.
pub fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(most.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// What lists search through and with: half width, lower case, every run of blanks one blank.
pub fn search_key(text: &str) -> String {
    let folded = fold_width(text).to_lowercase();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
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
