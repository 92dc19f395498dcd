//! What labels announce: 公司名称：…, 电话 138…, Tel: …, with or without a colon, several on one line.

use std::ops::Range;

use super::numbers::{account_in, claim_broken_phone, claim_tax_number, read_shapes};
use super::sheet::{Sheet, is_edge, is_han};
use super::words::{Announces, LABELS};
use super::{Confidence, PartKind, names};
use crate::refusal::Refusal;

/// A label on a line: its letters, with colon and blanks, and what it announces.
struct Label {
    at: Range<usize>,
    says: Announces,
}

/// Reads every line with labels; a label at the end of a line speaks of the next line.
pub fn read(sheet: &mut Sheet) {
    let mut waiting: Option<Announces> = None;
    for line in sheet.lines() {
        let labels = labels_of(sheet, &line);
        let first = labels.first().map_or(line.end, |label| label.at.start);
        let before = sheet.trimmed(line.start..first);
        if let Some(says) = waiting.take().filter(|_| !before.is_empty()) {
            announced(sheet, says, before);
        }
        for (index, label) in labels.iter().enumerate() {
            let end = labels.get(index + 1).map_or(line.end, |next| next.at.start);
            sheet.pass_over(label.at.clone());
            let value = sheet.trimmed(label.at.end..end);
            if value.is_empty() {
                waiting = (end == line.end).then_some(label.says);
            } else {
                announced(sheet, label.says, value);
            }
        }
    }
}

/// The labels of a line, in its order.
fn labels_of(sheet: &Sheet, line: &Range<usize>) -> Vec<Label> {
    let mut found: Vec<Label> = Vec::new();
    let mut at = line.start;
    while at < line.end {
        match label_at(sheet, at, line) {
            Some(label) => {
                at = label.at.end;
                found.push(label);
            }
            None => at += 1,
        }
    }
    found
}

/// The longest label that begins here.
fn label_at(sheet: &Sheet, at: usize, line: &Range<usize>) -> Option<Label> {
    let before = (at > line.start).then(|| sheet.letters[at - 1]);
    let clear = before.is_none_or(|letter| is_edge(letter) || letter == '\u{a0}');
    let first = sheet.letters[at].to_ascii_lowercase();
    if is_edge(first) || (first.is_ascii() && !clear) {
        return None;
    }
    let mut best: Option<Label> = None;
    for (says, general, words) in LABELS {
        for word in words.iter().filter(|word| word.starts_with(first)) {
            let Some(end) = spelled(&sheet.letters, at..line.end, word) else { continue };
            if best.as_ref().is_some_and(|known| known.at.end >= end) {
                continue;
            }
            let (after, colon) = after_label(&sheet.letters, end..line.end);
            let fits = if colon {
                clear || !*general
            } else {
                (clear || *says == Announces::Part(PartKind::Wechat))
                    && !*general
                    && fits_bare(sheet, *says, end..line.end)
            };
            if fits {
                best = Some(Label { at: at..after, says: *says });
            }
        }
    }
    best
}

/// The end of a label's word; Chinese ones may be spread with blanks to line up (电　话).
fn spelled(letters: &[char], range: Range<usize>, word: &str) -> Option<usize> {
    let mut at = range.start;
    for (index, expected) in word.chars().enumerate() {
        let mut gap = 0;
        while index > 0 && is_han(expected) && gap < 5 && at < range.end && letters[at] == ' ' {
            at += 1;
            gap += 1;
        }
        if at >= range.end || letters[at].to_ascii_lowercase() != expected {
            return None;
        }
        at += 1;
    }
    let latin = word.ends_with(|letter: char| letter.is_ascii_alphanumeric());
    let goes_on = latin && at < range.end && letters[at].is_ascii_alphabetic();
    (!goes_on).then_some(at)
}

/// Where the value begins, and whether a colon or a closing bracket made the word a label. A remark in brackets
/// (手机（微信同号）：) belongs to the label.
fn after_label(letters: &[char], range: Range<usize>) -> (usize, bool) {
    let blank = |mut at: usize| {
        while at < range.end && (letters[at] == ' ' || letters[at] == '\t' || letters[at] == '\u{a0}') {
            at += 1;
        }
        at
    };
    let mut at = blank(range.start);
    if at < range.end && letters[at] == '(' {
        let close = letters[at..range.end.min(at + 14)].iter().position(|letter| *letter == ')');
        let behind = close.map(|close| blank(at + close + 1));
        if let Some(behind) = behind.filter(|behind| *behind < range.end && letters[*behind] == ':') {
            return (behind + 1, true);
        }
    }
    if at < range.end && letters[at] == '.' {
        at = blank(at + 1);
    }
    let mark = at < range.end && ":=】]」是为".contains(letters[at]);
    let spoken = mark && "是为".contains(letters[at]);
    if mark && !spoken {
        return (at + 1, true);
    }
    (if spoken { at + 1 } else { range.start }, spoken)
}

/// Whether a word without a colon is a label: what follows must look like it.
fn fits_bare(sheet: &Sheet, says: Announces, range: Range<usize>) -> bool {
    let rest = &sheet.letters[range];
    let Some(first) = rest.iter().find(|letter| !letter.is_whitespace() && **letter != '.').copied() else {
        return false;
    };
    let text: String = rest.iter().take(60).collect();
    let spaced = rest[0].is_whitespace();
    let Announces::Part(kind) = says else {
        return matches!(says, Announces::BankAndAccount)
            || (says == Announces::Nothing && (first.is_ascii_digit() || "+(".contains(first)));
    };
    match kind {
        PartKind::Phone => first.is_ascii_digit() || "+(".contains(first),
        PartKind::TaxNumber | PartKind::Email | PartKind::Wechat => first.is_ascii_alphanumeric(),
        PartKind::BankAccount => first.is_ascii_digit(),
        PartKind::BankName => text.contains("银行") || text.contains("支行") || text.contains("信用社"),
        PartKind::Address => {
            is_han(first) && (spaced || text.contains(['省', '市', '区', '县', '路', '街', '号']))
        }
        PartKind::Company => {
            let word: String =
                text.trim_start().chars().take_while(|letter| !letter.is_whitespace()).collect();
            is_han(first) && (spaced || word.contains("公司"))
        }
        PartKind::Person => is_han(first) && (spaced || names::begins_with_name(text.trim_start())),
        PartKind::Title => spaced && is_han(first),
        PartKind::Need => false,
    }
}

/// Makes parts of what stands behind a label; what the label does not explain is left to the other passes.
fn announced(sheet: &mut Sheet, says: Announces, value: Range<usize>) {
    match says {
        Announces::Nothing => sheet.pass_over(value),
        Announces::Heading => {}
        Announces::BankAndAccount => bank(sheet, value),
        Announces::Part(PartKind::BankName) => bank(sheet, value),
        Announces::Part(PartKind::BankAccount) => {
            if let Some(account) = account_in(sheet, value, 6) {
                sheet.claim(PartKind::BankAccount, account, Confidence::Sure);
            }
        }
        Announces::Part(PartKind::Phone) => phone(sheet, value),
        Announces::Part(PartKind::Email) => email(sheet, value),
        Announces::Part(PartKind::TaxNumber) => tax_number(sheet, value),
        Announces::Part(PartKind::Wechat) => wechat(sheet, value),
        Announces::Part(PartKind::Person) => names::claim_person(sheet, value),
        Announces::Part(PartKind::Need) => {
            sheet.claim(PartKind::Need, value, Confidence::Sure);
        }
        Announces::Part(kind) => {
            read_shapes(sheet, value.clone(), false);
            let Some(run) =
                sheet.free(value).into_iter().map(|run| sheet.trimmed(run)).find(|run| !run.is_empty())
            else {
                return;
            };
            // 名称：甲公司，联系人张三 — a name ends at the comma, an address does not.
            let end = match kind {
                PartKind::Company => names::end_of_company(sheet, run.clone()),
                PartKind::Title => {
                    run.clone().find(|at| "，,;；、|/".contains(sheet.letters[*at])).unwrap_or(run.end)
                }
                _ => run.end,
            };
            sheet.claim(kind, run.start..end, Confidence::Sure);
        }
    }
}

fn phone(sheet: &mut Sheet, value: Range<usize>) {
    read_shapes(sheet, value.clone(), true);
    if !sheet.holds(&[PartKind::Phone, PartKind::Email], value.clone()) {
        claim_broken_phone(sheet, value);
    }
}

fn email(sheet: &mut Sheet, value: Range<usize>) {
    read_shapes(sheet, value.clone(), false);
    if sheet.holds(&[PartKind::Email], value.clone()) {
        return;
    }
    let word = first_word(sheet, value);
    let found = sheet.text(word.clone());
    if found.contains('@') || found.contains('.') {
        let problem = Refusal::FieldNotEmail { field: "email".into(), found };
        sheet.claim_with(PartKind::Email, word, Confidence::Guess, vec![problem]);
    }
}

/// A labelled tax number may be written in groups; it ends where eighteen letters are reached or something else comes.
fn tax_number(sheet: &mut Sheet, value: Range<usize>) {
    let (mut end, mut count) = (value.start, 0);
    for at in value.clone() {
        let letter = sheet.letters[at];
        if letter.is_ascii_alphanumeric() {
            count += 1;
            end = at + 1;
        }
        let next_joins = sheet.letters.get(at + 1).is_some_and(char::is_ascii_alphanumeric);
        if !(letter.is_ascii_alphanumeric() || letter == ' ' || letter == '-') || (count >= 18 && !next_joins)
        {
            break;
        }
    }
    if count >= 10 {
        claim_tax_number(sheet, value.start..end);
    }
}

fn wechat(sheet: &mut Sheet, value: Range<usize>) {
    let mut end = value.start;
    while end < value.end
        && (sheet.letters[end].is_ascii_alphanumeric() || "-_+".contains(sheet.letters[end]))
    {
        end += 1;
    }
    if end - value.start >= 5 {
        sheet.claim(PartKind::Wechat, value.start..end, Confidence::Sure);
    }
}

/// The bank's name up to the account, and the account.
fn bank(sheet: &mut Sheet, value: Range<usize>) {
    if let Some(account) = account_in(sheet, value.clone(), 8) {
        sheet.claim(PartKind::BankAccount, account, Confidence::Sure);
    }
    let name = sheet.free(value).into_iter().map(|run| sheet.trimmed(run)).find(|run| !run.is_empty());
    if let Some(run) = name {
        let stop = |at: &usize| "，,;；|".contains(sheet.letters[*at]);
        let end = run.clone().find(stop).unwrap_or(run.end);
        sheet.claim(PartKind::BankName, run.start..end, Confidence::Sure);
    }
}

fn first_word(sheet: &Sheet, value: Range<usize>) -> Range<usize> {
    let end = value
        .clone()
        .find(|at| sheet.letters[*at].is_whitespace() || "，,;；、".contains(sheet.letters[*at]));
    value.start..end.unwrap_or(value.end)
}
