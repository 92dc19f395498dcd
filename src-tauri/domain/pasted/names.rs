//! Companies, banks, people and titles by their words; what is left over is the request.

use std::ops::Range;

use super::places::claim_address;
use super::sheet::{Sheet, is_edge, is_han};
use super::words::{
    BEFORE_COMPANY, COMPANY_ENDINGS, COMPOUND_SURNAMES, HONORIFICS, HOUSE_ENDINGS, IDLE, NO_COMPANY,
    NO_NAMES, SURNAMES, TITLE_BEGINNINGS, TITLE_ENDINGS,
};
use super::{Confidence, PartKind, latin};

/// Reads the free runs of every line in pieces.
pub fn read(sheet: &mut Sheet) {
    for line in sheet.lines() {
        if spaced_name(sheet, &line) {
            sheet.claim(PartKind::Person, line, Confidence::Guess);
            continue;
        }
        for run in sheet.free(line.clone()) {
            if sheet.letters[run.clone()].iter().any(|letter| is_han(*letter)) {
                chinese(sheet, &line, run);
            } else {
                latin::read(sheet, &line, run);
            }
        }
    }
}

/// A name of two characters that was spread to line up with longer ones: 陈　静.
fn spaced_name(sheet: &Sheet, line: &Range<usize>) -> bool {
    let range = sheet.trimmed(line.clone());
    if range.len() > 5 || sheet.free(range.clone()).len() != 1 {
        return false;
    }
    let text = sheet.text(range);
    let name: String = text.split_whitespace().collect();
    name.chars().count() == 2 && text.split_whitespace().count() == 2 && is_name(&name)
}

/// Pieces between blanks, commas and stops; brackets of a company's name do not separate.
pub fn pieces(sheet: &Sheet, run: &Range<usize>, separates: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = run.start;
    for at in run.clone() {
        if separates(sheet.letters[at]) {
            found.push(start..at);
            start = at + 1;
        }
    }
    found.push(start..run.end);
    let trimmed = found.into_iter().map(|piece| sheet.trimmed(piece));
    trimmed.filter(|piece| !piece.is_empty()).collect()
}

fn chinese(sheet: &mut Sheet, line: &Range<usize>, run: Range<usize>) {
    let separates = |letter: char| {
        letter.is_whitespace() || "，,。:;；!！?？、|/·【】「」<>《》~→\u{a0}".contains(letter)
    };
    let all = pieces(sheet, &run, separates);
    let mut at = 0;
    while at < all.len() {
        let address = claim_address(sheet, &all[at..]);
        if address > 0 {
            at += address;
            continue;
        }
        piece(sheet, line, all[at].clone(), 0);
        at += 1;
    }
}

/// Reads one piece: what it is as a whole, or what it begins or ends with.
fn piece(sheet: &mut Sheet, line: &Range<usize>, range: Range<usize>, depth: usize) {
    let range = sheet.trimmed(range);
    let text = sheet.text(range.clone());
    if range.is_empty() || depth > 4 || dated(&text) {
        return;
    }
    if idle(&text) {
        sheet.pass_over(range);
        return;
    }
    if bank(sheet, &text, &range) || company(sheet, line, &text, &range, depth) {
        return;
    }
    let count = text.chars().count();
    if is_title(&text) {
        sheet.claim(PartKind::Title, range, Confidence::Likely);
        return;
    }
    if let Some(open) = text.chars().position(|letter| letter == '(') {
        let middle = range.start + open;
        if middle > range.start && count <= 16 {
            piece(sheet, line, range.start..middle, depth + 1);
            piece(sheet, line, middle..range.end, depth + 1);
            return;
        }
    }
    if count <= 14 {
        person(sheet, line, &text, range);
    }
}

/// A bank's branch.
fn bank(sheet: &mut Sheet, text: &str, range: &Range<usize>) -> bool {
    let branch = ["支行", "分行", "营业部", "分理处", "营业室"].iter().any(|end| text.ends_with(end));
    let house = text.contains("银行") || text.contains("信用社") || text.contains("农商行");
    if !(house && (branch || text.ends_with("银行")))
        || text.chars().count() > 40
        || sheet.has(PartKind::BankName)
    {
        return false;
    }
    sheet.claim(PartKind::BankName, range.clone(), if branch { Confidence::Sure } else { Confidence::Likely })
}

/// A company's name inside a piece, with what stands before and behind it read on.
fn company(sheet: &mut Sheet, line: &Range<usize>, text: &str, range: &Range<usize>, depth: usize) -> bool {
    let Some((start, end, confidence)) = company_in(text) else { return false };
    let (first, last) = (range.start + start, range.start + end);
    if !sheet.claim(PartKind::Company, first..last, confidence) {
        return false;
    }
    let behind = sheet.trimmed(last..range.end);
    let de = usize::from(!behind.is_empty() && sheet.letters[behind.start] == '的');
    piece(sheet, line, behind.start + de..behind.end, depth + 1);
    if start > 0 {
        piece(sheet, line, range.start..first, depth + 1);
    }
    true
}

/// Where a company's name stands in a piece, in characters.
fn company_in(text: &str) -> Option<(usize, usize, Confidence)> {
    let mut start = 0;
    let mut name = text;
    while let Some(prefix) = BEFORE_COMPANY.iter().find(|prefix| name.starts_with(**prefix)) {
        start += prefix.chars().count();
        name = &name[prefix.len()..];
    }
    // 某某酒店的采购
    let owner = name.split_once('的').map(|(owner, _)| owner);
    let house =
        |owner: &&str| COMPANY_ENDINGS.iter().chain(&HOUSE_ENDINGS).any(|ending| owner.ends_with(ending));
    name = owner.filter(house).unwrap_or(name);
    let (end, strong) = match COMPANY_ENDINGS.iter().filter_map(|ending| behind(name, ending)).max() {
        Some(end) => (end, true),
        None => (name.len(), false),
    };
    let found = &name[..end];
    let count = found.chars().count();
    let weak =
        HOUSE_ENDINGS.iter().any(|ending| found.ends_with(ending)) || (found.ends_with('厂') && count > 4);
    let talk = [
        "我们",
        "需要",
        "想",
        "给",
        "请",
        "麻烦",
        "报价",
        "的",
        "采购",
        "一家",
        "你们",
        "什么",
        "客户是",
        "贵公司",
    ];
    let talks = talk.iter().any(|word| found.contains(word));
    let least = if strong { 4 } else { 4 + usize::from(start == 0) };
    if NO_COMPANY.contains(&found) || count < least || count > 45 || talks || !(strong || weak) {
        return None;
    }
    let sure = if strong { Confidence::Likely } else { Confidence::Guess };
    Some((start, start + count, sure))
}

/// The byte behind the last place where an ending stands.
fn behind(name: &str, ending: &str) -> Option<usize> {
    name.rfind(ending).map(|at| at + ending.len())
}

/// Where a labelled company's name ends: at a separator, and at the blank behind the company's ending.
pub fn end_of_company(sheet: &Sheet, run: Range<usize>) -> usize {
    let text = sheet.text(run.clone());
    let han = text.chars().any(is_han);
    let stop = run
        .clone()
        .find(|at| (han && "，,;；、|".contains(sheet.letters[*at])) || sheet.letters[*at] == '\t');
    let end = stop.unwrap_or(run.end);
    let shown = sheet.text(run.start..end);
    let blank =
        shown.find(' ').filter(|at| han && COMPANY_ENDINGS.iter().any(|one| shown[..*at].ends_with(one)));
    blank.map_or(end, |at| run.start + shown[..at].chars().count())
}

/// A title made of known words only, the last one ending it.
fn is_title(text: &str) -> bool {
    let count = text.chars().count();
    if !(2..=14).contains(&count) || !text.chars().all(|letter| is_han(letter) || "/ ".contains(letter)) {
        return latin::is_english_title(text);
    }
    TITLE_ENDINGS.iter().any(|end| text.strip_suffix(end).is_some_and(made_of_beginnings))
}

fn made_of_beginnings(text: &str) -> bool {
    let text = text.trim_end_matches([' ', '/']);
    text.is_empty()
        || TITLE_BEGINNINGS
            .iter()
            .chain(&TITLE_ENDINGS)
            .any(|word| text.strip_suffix(word).is_some_and(made_of_beginnings))
}

/// How many characters of a text are its surname; 0: none.
fn surname(text: &str) -> usize {
    if COMPOUND_SURNAMES.iter().any(|name| text.starts_with(name)) {
        return 2;
    }
    usize::from(text.chars().next().is_some_and(|first| SURNAMES.contains(first)))
}

/// Whether the whole text is a person's name: a surname and one or two characters.
fn is_name(text: &str) -> bool {
    let count = text.chars().count();
    let own = surname(text);
    own > 0
        && (own + 1..=own + 2).contains(&count)
        && text.chars().all(is_han)
        && !NO_NAMES.iter().any(|word| text.starts_with(word))
}

/// Whether a text begins with a person's name and something that is no Chinese writing.
pub fn begins_with_name(text: &str) -> bool {
    let name: String = text.chars().take_while(|letter| is_han(*letter)).collect();
    is_name(&name)
}

/// A name, a name with a title before or behind it, or a surname with how one is addressed.
fn person(sheet: &mut Sheet, line: &Range<usize>, text: &str, range: Range<usize>) {
    let (start, text) = match ["我叫", "我是", "联系人", "找"].iter().find_map(|word| text.strip_prefix(word))
    {
        Some(rest) => (range.end - rest.chars().count(), rest),
        None => (range.start, text),
    };
    let range = start..range.end;
    let company = [PartKind::Company, PartKind::Phone, PartKind::Email, PartKind::Title, PartKind::Wechat];
    // A chat's export puts the time beside the name.
    let alone = line.len() < 200
        && sheet.text(line.start..range.start).trim().is_empty()
        && dated(&sheet.text(range.end..line.end));
    let near = is_name(text) && sheet.holds(&company, line.clone());
    if is_name(text) {
        if near || alone {
            sheet.claim(PartKind::Person, range, if near { Confidence::Likely } else { Confidence::Guess });
        }
        return;
    }
    let letters: Vec<char> = text.chars().collect();
    // 小陈, 老王
    if letters.len() == 2 && "小老".contains(letters[0]) && SURNAMES.contains(letters[1]) {
        sheet.claim(PartKind::Person, range, Confidence::Guess);
        return;
    }
    let part = |from: usize, to: usize| -> String {
        letters[from.min(letters.len())..to.min(letters.len())].iter().collect()
    };
    for count in [2, 3, 4] {
        if letters.len() <= count {
            break;
        }
        let (name, rest) = (part(0, count), part(count, letters.len()));
        if is_name(&name) && HONORIFICS[..4].contains(&rest.as_str()) {
            sheet.claim(PartKind::Person, start..start + count, Confidence::Likely);
            sheet.pass_over(start + count..range.end);
            return;
        }
        if is_name(&name) && is_title(&rest) {
            sheet.claim(PartKind::Person, start..start + count, Confidence::Likely);
            sheet.claim(PartKind::Title, start + count..range.end, Confidence::Likely);
            return;
        }
        let (title, name) = (part(0, letters.len() - count), part(letters.len() - count, letters.len()));
        if is_name(&name) && is_title(&title) {
            let middle = range.end - count;
            sheet.claim(PartKind::Title, start..middle, Confidence::Likely);
            sheet.claim(PartKind::Person, middle..range.end, Confidence::Likely);
            return;
        }
    }
    // 王总, 陈女士: the way they are addressed is all there is of the name.
    let own = surname(text);
    if own > 0 && HONORIFICS.contains(&part(own, letters.len()).as_str()) {
        sheet.claim(PartKind::Person, range, Confidence::Likely);
    }
}

/// A labelled person: the name to the first sign or blank, the rest read on.
pub fn claim_person(sheet: &mut Sheet, value: Range<usize>) {
    let han = is_han(sheet.letters[value.start]);
    let stops = |letter: char| {
        "，,;；、|/()<>:".contains(letter)
            || letter.is_ascii_digit()
            || letter == '\t'
            || (han && letter.is_whitespace())
    };
    let end = value.clone().find(|at| stops(sheet.letters[*at])).unwrap_or(value.end);
    let word = sheet.trimmed(value.start..end);
    let text = sheet.text(word.clone());
    let letters: Vec<char> = text.chars().collect();
    for count in [2, 3, 4] {
        let name: String = letters.iter().take(count).collect();
        let rest: String = letters.iter().skip(count).collect();
        if letters.len() > count && is_name(&name) && (is_title(&rest) || HONORIFICS.contains(&rest.as_str()))
        {
            sheet.claim(PartKind::Person, word.start..word.start + count, Confidence::Sure);
            if HONORIFICS[..4].contains(&rest.as_str()) {
                sheet.pass_over(word.start + count..word.end);
            } else {
                sheet.claim(PartKind::Title, word.start + count..word.end, Confidence::Likely);
            }
            return;
        }
    }
    if letters.len() <= 40 {
        sheet.claim(PartKind::Person, word, Confidence::Sure);
    }
}

/// Greetings, thanks and the like.
pub fn idle(text: &str) -> bool {
    IDLE.contains(&text.trim_matches(is_edge).to_lowercase().as_str())
}

/// Nothing, a number, a date or a time.
fn dated(text: &str) -> bool {
    text.chars().all(|letter| letter.is_ascii_digit() || is_edge(letter) || "年月日时分".contains(letter))
}

/// Whatever nobody claimed and says something is what was asked for, line by line.
pub fn read_requests(sheet: &mut Sheet) {
    for line in sheet.lines() {
        for run in sheet.free(line) {
            let run = sheet.trimmed(run);
            let text = sheet.text(run.clone());
            let han = text.chars().filter(|letter| is_han(*letter)).count();
            let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
            let says = han >= 4 || (han == 0 && words >= 3) || (han >= 2 && words >= 2);
            if says && !idle(&text) {
                sheet.claim(PartKind::Need, run, Confidence::Guess);
            }
        }
    }
}
