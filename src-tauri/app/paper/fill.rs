//! Sentences with `{places}`, filled with facts.

use chengdan_domain::wording::next_place;
use serde::Serialize;

/// A piece of a sentence; what must not be overlooked is bold.
#[derive(Debug, Serialize)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) bold: bool,
}

/// Fills `{places}` in one pass, so that a value with braces of its own is never filled again.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    runs(template, values, "").into_iter().map(|run| run.text).collect()
}

/// Like [`fill`], with the place called `bold` set apart. Unknown places stay as they were typed.
pub(super) fn runs(template: &str, values: &[(&str, &str)], bold: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = template;
    while let Some((before, place, after)) = next_place(rest) {
        let value = values.iter().find(|(name, _)| *name == place).map(|(_, value)| *value);
        runs.push(Run { text: before.to_owned(), bold: false });
        match value {
            Some(value) => runs.push(Run { text: value.to_owned(), bold: place == bold }),
            None => runs.push(Run { text: format!("{{{place}}}"), bold: false }),
        }
        rest = after;
    }
    runs.push(Run { text: rest.to_owned(), bold: false });
    runs.retain(|run| !run.text.is_empty());
    runs
}
