//! Parts that show by their shape: addresses with @, phone numbers, tax numbers, bank accounts.

use std::ops::Range;

use super::sheet::{Sheet, is_han};
use super::{Confidence, PartKind, normalised};
use crate::refusal::Refusal;
use crate::tax_number::{TaxNumberKind, check_tax_number};
use crate::text::{fold_width, is_email};

/// A digit and where it stands.
type Digits = Vec<(usize, char)>;

/// Claims what has a shape in the free letters of `range`. `labelled`: a label says that phones stand here, and a
/// number of seven or eight digits without an area code is one.
pub fn read_shapes(sheet: &mut Sheet, range: Range<usize>, labelled: bool) {
    for run in sheet.free(range.clone()) {
        emails(sheet, run);
    }
    for run in sheet.free(range.clone()) {
        tax_numbers(sheet, run);
    }
    for run in sheet.free(range) {
        phones(sheet, run, labelled);
    }
}

/// Claims mail addresses.
pub fn emails(sheet: &mut Sheet, run: Range<usize>) {
    let mut least = run.start;
    for at in run.clone() {
        if sheet.letters[at] != '@' {
            continue;
        }
        let local = |letter: char| letter.is_ascii_alphanumeric() || "._%+-".contains(letter);
        let domain = |letter: char| letter.is_ascii_alphanumeric() || ".-".contains(letter);
        let mut start = at;
        while start > least && local(sheet.letters[start - 1]) {
            start -= 1;
        }
        let mut end = at + 1;
        while end < run.end && domain(sheet.letters[end]) {
            end += 1;
        }
        while start < at && "._%+-".contains(sheet.letters[start]) {
            start += 1;
        }
        while end > at + 1 && ".-".contains(sheet.letters[end - 1]) {
            end -= 1;
        }
        if is_email(&sheet.text(start..end)) && sheet.claim(PartKind::Email, start..end, Confidence::Sure) {
            least = end;
        }
    }
}

/// Claims tax numbers that nobody labelled: eighteen letters that can be nothing else.
fn tax_numbers(sheet: &mut Sheet, run: Range<usize>) {
    for word in words(sheet, run) {
        if word.len() != 18 {
            continue;
        }
        let letters: Vec<char> = sheet.letters[word.clone()].iter().map(char::to_ascii_uppercase).collect();
        let text: String = letters.iter().collect();
        let right = check_tax_number(&text) == Ok(TaxNumberKind::UnifiedCode);
        let digits = letters.iter().all(char::is_ascii_digit);
        let begins = matches!((letters[0], letters[1]), ('1' | '5' | '9', '1' | '2' | '3' | '9'));
        let region = letters[2..8].iter().all(char::is_ascii_digit);
        // A number of eighteen digits that does not check is an account or somebody's identity card.
        if right || (begins && region && !digits) {
            claim_tax_number(sheet, word);
        }
    }
}

/// Claims a range as a tax number and says whether it checks.
pub fn claim_tax_number(sheet: &mut Sheet, range: Range<usize>) -> bool {
    let value = normalised(PartKind::TaxNumber, &sheet.text(sheet.trimmed(range.clone())));
    let (confidence, problems) = match check_tax_number(&value) {
        Ok(_) => (Confidence::Sure, Vec::new()),
        Err(problem) => (Confidence::Guess, vec![problem]),
    };
    sheet.claim_with(PartKind::TaxNumber, range, confidence, problems)
}

/// Runs of Latin letters and digits.
fn words(sheet: &Sheet, run: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = run.start;
    while at < run.end {
        let start = at;
        while at < run.end && sheet.letters[at].is_ascii_alphanumeric() {
            at += 1;
        }
        if at > start {
            found.push(start..at);
        }
        at += 1;
    }
    found
}

fn phones(sheet: &mut Sheet, run: Range<usize>, labelled: bool) {
    let mut at = run.start;
    while at < run.end {
        let before = if at > run.start { sheet.letters[at - 1] } else { ' ' };
        let begins = sheet.letters[at].is_ascii_digit() || "+(".contains(sheet.letters[at]);
        if !begins || before.is_ascii_alphanumeric() || before == '.' {
            at += 1;
            continue;
        }
        match phone_at(&sheet.letters, at..run.end, labelled) {
            Some((end, confidence)) => {
                sheet.claim(PartKind::Phone, at..end, confidence);
                at = end;
            }
            None => at += 1,
        }
    }
}

/// Digits from a place on, as long as no more than a bracket and a blank separate them; 24 at most.
fn digits_from(letters: &[char], range: Range<usize>) -> Digits {
    let mut found = Digits::new();
    let mut gap = 0;
    for at in range {
        let letter = letters[at];
        if letter.is_ascii_digit() {
            found.push((at, letter));
            gap = 0;
        } else if gap < 3 && " -().–—+\u{a0}\t".contains(letter) && (letter != '+' || found.is_empty()) {
            gap += 1;
        } else {
            break;
        }
        if found.len() == 24 {
            break;
        }
    }
    found
}

/// The end of the phone number that begins here, and how sure it is one.
fn phone_at(letters: &[char], range: Range<usize>, labelled: bool) -> Option<(usize, Confidence)> {
    let digits = digits_from(letters, range.clone());
    let text: String = digits.iter().map(|(_, digit)| digit).collect();
    let plus = letters[range.start..digits.first()?.0].contains(&'+');
    // A number ends where its last digit is followed by something else than a digit.
    let ends = |count: usize| {
        let (last, _) = *digits.get(count.checked_sub(1)?)?;
        let open = letters.get(last + 1).is_none_or(|next| !next.is_ascii_alphanumeric() || *next == 'x');
        open.then_some(last + 1)
    };
    let country = match () {
        () if text.starts_with("0086") => 4,
        () if text.starts_with("86") && (plus || text.len() >= 12) => 2,
        () if plus => {
            let count = digits.len().min(15);
            let end = (8..=count).rev().find_map(ends)?;
            return Some((end, Confidence::Likely));
        }
        () => 0,
    };
    let rest = &text[country..];
    if let Some(count) = national(rest, country > 0, |count| ends(country + count).is_some()) {
        let end = ends(country + count)?;
        return Some((extension(letters, end, range.end), Confidence::Sure));
    }
    let bare = [8, 7].into_iter().find_map(|count| ends(count).filter(|_| rest.len() >= count));
    let bare = bare.filter(|_| labelled && country == 0);
    bare.map(|end| (extension(letters, end, range.end), Confidence::Likely))
}

/// How many digits a number has within the country, or none.
fn national(rest: &str, country: bool, ends: impl Fn(usize) -> bool) -> Option<usize> {
    let digit = |at: usize| rest.as_bytes().get(at).copied().unwrap_or(b' ');
    if digit(0) == b'1' && (b'3'..=b'9').contains(&digit(1)) {
        return ends(11).then_some(11);
    }
    if rest.starts_with("400") || rest.starts_with("800") {
        return ends(10).then_some(10);
    }
    // After +86 the 0 of the area code is left out.
    let zero = usize::from(digit(0) == b'0');
    if zero == 0 && !country {
        return None;
    }
    let short = (digit(zero) == b'1' && digit(zero + 1) == b'0') || digit(zero) == b'2';
    if !(b'1'..=b'9').contains(&digit(zero)) {
        return None;
    }
    let area = zero + if short { 2 } else { 3 };
    let local = |count: usize| (zero == 1 || (b'2'..=b'9').contains(&digit(area))) && ends(area + count);
    [8, 7].into_iter().find(|count| local(*count)).map(|count| area + count)
}

/// The end of an extension behind a number, or the end of the number.
fn extension(letters: &[char], end: usize, most: usize) -> usize {
    let after: String = letters[end..most.min(end + 16)].iter().collect::<String>().to_lowercase();
    let bare = after.trim_start();
    let marks = ["转分机", "分机号", "分机", "转", "ext.", "ext:", "ext", "x", "#", "-"];
    let Some(mark) = marks.iter().find(|mark| bare.starts_with(**mark)) else { return end };
    let tail = bare[mark.len()..].trim_start_matches([' ', ':', '.']);
    let count = tail.chars().take_while(char::is_ascii_digit).count();
    let next = tail.chars().nth(count);
    // 「- 2026」 and the like are no extension.
    let glued =
        *mark != "-" || (after.starts_with('-') && bare.chars().nth(1).is_some_and(|c| c.is_ascii_digit()));
    if count == 0 || count > 6 || !glued || next.is_some_and(|letter| letter.is_ascii_alphanumeric()) {
        return end;
    }
    let passed = after.chars().count() - tail.chars().count();
    end + passed + count
}

/// A phone number as a card keeps it: a mobile as eleven digits, a fixed line as 0571-88880000, an extension behind 转.
pub fn tidy_phone(text: &str) -> String {
    let letters: Vec<char> = fold_width(text).chars().collect();
    let digits = digits_from(&letters, 0..letters.len());
    let plus = letters.iter().find(|letter| !letter.is_whitespace()) == Some(&'+');
    let main = match phone_at(&letters, 0..letters.len(), true) {
        Some((end, _)) => end,
        None => return letters.iter().collect::<String>().trim().to_owned(),
    };
    let inside: String = digits.iter().filter(|(at, _)| *at < main).map(|(_, digit)| digit).collect();
    let country = if inside.starts_with("0086") {
        4
    } else if inside.starts_with("86") && (plus || inside.len() >= 12) {
        2
    } else if plus {
        return letters[..main].iter().collect::<String>().trim().to_owned();
    } else {
        0
    };
    let rest = &inside[country..];
    let Some(count) = counted(&letters, &digits, rest, country) else {
        return letters.iter().collect::<String>().trim().to_owned();
    };
    let (number, own) = rest.split_at(count);
    // The extension's digits stand behind a word and were not counted, or behind a hyphen and were.
    let last = digits[country + count - 1].0;
    let tail: String = letters[last + 1..].iter().filter(|letter| letter.is_ascii_digit()).collect();
    let extension = if tail.is_empty() { own.to_owned() } else { tail };
    let spoken = spoken(number, country > 0);
    if extension.is_empty() { spoken } else { format!("{spoken} 转 {extension}") }
}

fn counted(letters: &[char], digits: &Digits, rest: &str, country: usize) -> Option<usize> {
    let ends = |count: usize| {
        let Some((last, _)) = (country + count).checked_sub(1).and_then(|at| digits.get(at)) else {
            return false;
        };
        letters.get(last + 1).is_none_or(|next| !next.is_ascii_alphanumeric() || *next == 'x')
    };
    national(rest, country > 0, ends)
        .or_else(|| [8, 7].into_iter().find(|count| rest.len() >= *count && ends(*count)))
}

fn spoken(number: &str, country: bool) -> String {
    if number.starts_with("400") || number.starts_with("800") {
        return format!("{}-{}-{}", &number[..3], &number[3..6], &number[6..]);
    }
    if number.len() < 9 || (number.starts_with('1') && number.len() == 11 && !number.starts_with("10")) {
        return number.to_owned();
    }
    let whole = if country && !number.starts_with('0') { format!("0{number}") } else { number.to_owned() };
    let area = if whole.starts_with("010") || whole.starts_with("02") { 3 } else { 4 };
    format!("{}-{}", &whole[..area], &whole[area..])
}

/// The first group of digits in a range that can be an account, as a range: `least` digits at least.
pub fn account_in(sheet: &Sheet, range: Range<usize>, least: usize) -> Option<Range<usize>> {
    let mut at = range.start;
    while at < range.end {
        if !sheet.letters[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let (mut end, mut count) = (at, 0);
        while at < range.end && (sheet.letters[at].is_ascii_digit() || " -".contains(sheet.letters[at])) {
            if sheet.letters[at].is_ascii_digit() {
                count += 1;
                end = at + 1;
            }
            at += 1;
        }
        let alone = start == range.start || !sheet.letters[start - 1].is_ascii_alphabetic();
        if alone && (least..=32).contains(&count) {
            return Some(start..end);
        }
    }
    None
}

/// Claims accounts nobody labelled: a bank was named and nothing else has so many digits, or it is a card's number.
pub fn read_accounts(sheet: &mut Sheet) {
    for line in sheet.lines() {
        for run in sheet.free(line) {
            let Some(found) = account_in(sheet, run.clone(), 12) else { continue };
            let digits = normalised(PartKind::BankAccount, &sheet.text(found.clone()));
            let bank =
                sheet.has(PartKind::BankName) || sheet.letters.windows(2).any(|two| two == ['银', '行']);
            let card = digits.starts_with("62") && (16..=19).contains(&digits.len());
            let alone = !sheet.letters.get(found.end).is_some_and(|next| is_han(*next));
            if (bank || card) && alone && !sheet.has(PartKind::BankAccount) {
                let sure = if card { Confidence::Likely } else { Confidence::Guess };
                sheet.claim(PartKind::BankAccount, found, sure);
            }
        }
    }
}

/// A phone that a label announces but that is none: told with what is wrong.
pub fn claim_broken_phone(sheet: &mut Sheet, range: Range<usize>) {
    let digits: Vec<usize> = range.clone().filter(|at| sheet.letters[*at].is_ascii_digit()).collect();
    let (Some(first), Some(last)) = (digits.first(), digits.last()) else { return };
    if digits.len() < 5 || digits.len() > 20 {
        return;
    }
    let found = sheet.text(*first..*last + 1);
    let problem = Refusal::FieldNotPhone { field: "phone".into(), found };
    sheet.claim_with(PartKind::Phone, *first..*last + 1, Confidence::Guess, vec![problem]);
}
