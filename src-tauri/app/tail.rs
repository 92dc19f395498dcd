//! The log for a technician: what happened stays, whom it happened to does not.

use regex::Regex;

use crate::fault::Fault;

/// What looks personal, and what is left of it. In this order: an address holds a host.
const MASKS: [(&str, &str); 8] = [
    (r#""[^"]*""#, "\"…\""),
    (r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+", "<mail>"),
    // A folder's name may hold a blank; what stands before a path is no letter: I/O is none.
    (r#"(^|[\s"'(=])(?:[A-Za-z]:\\|\\\\|/)(?:[^\\/\s:]+(?: [^\\/\s:]+)?[\\/])*[^\\/\s:]*"#, "${1}<path>"),
    (r"(?i)\S+\.(?:xlsx?|csv|pdf|docx?|png|jpe?g|webp|zip|eml|txt)\b", "<file>"),
    (r"\b\d{1,3}(?:\.\d{1,3}){3}\b", "<address>"),
    // By its ending: person.code is a column of the book.
    (
        r"\b(?:[A-Za-z0-9-]+\.)+(?:com|cn|net|org|edu|gov|io|hk|tw|top|vip|xyz|local|lan|example|test)\b",
        "<host>",
    ),
    (r"\+?\d[\d -]{5,}\d", "<number>"),
    (r"[^\x00-\x7F…]+", "…"),
];

/// Lines of the log without names: `known` are those of this book and this machine, the masks catch what looks like
/// some. A line's own beginning, the time and the ticket, stays.
///
/// # Errors
/// Broken when a mask is no expression.
pub fn without_names(text: &str, known: &[String]) -> Result<String, Fault> {
    let masks: Vec<(Regex, &str)> = MASKS
        .iter()
        .map(|(mask, left)| Ok((Regex::new(mask).map_err(Fault::broken)?, *left)))
        .collect::<Result<_, Fault>>()?;
    let mut known: Vec<&String> = known.iter().filter(|name| name.chars().count() > 1).collect();
    // The longest first: a path of a book holds the path of the house.
    known.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let lines = text.lines().map(|line| {
        let (head, rest) = line.split_at(beginning(line));
        let hidden = known.iter().fold(rest.to_string(), |rest, name| rest.replace(name.as_str(), "…"));
        let masked =
            masks.iter().fold(hidden, |rest, (mask, left)| mask.replace_all(&rest, *left).into_owned());
        format!("{head}{masked}")
    });
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// How much of a line is its time and its ticket: `2026-10-08T01:42:00Z 3F9A12BC `.
fn beginning(line: &str) -> usize {
    let is_time = |word: &str| word.len() == 20 && word.ends_with('Z') && word.is_ascii();
    let is_ticket = |word: &str| word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut words = line.splitn(3, ' ');
    match (words.next(), words.next()) {
        (Some(time), Some(ticket)) if is_time(time) && is_ticket(ticket) => {
            (time.len() + ticket.len() + 2).min(line.len())
        }
        (Some(time), _) if is_time(time) => (time.len() + 1).min(line.len()),
        _ => 0,
    }
}
