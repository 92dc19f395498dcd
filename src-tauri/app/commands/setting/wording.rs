//! The wording of papers and of their mails: seen, tried and saved.

mod example;

use chengdan_domain::refusal::Refusal;

use crate::App;
use crate::commands::book::admin;
use crate::commands::check::Check;
use crate::commands::file::shown;
use crate::fault::Fault;
use crate::paper::wording::standard;
use crate::post::words::Mail;
use crate::store::{history, setting, wording};
use crate::views::Nothing;
use crate::views::book::Language;
use crate::views::wording::*;

/// How much of the history is shown.
const MOST: i64 = 100;

/// The wording in force, what may stand in each sentence, and who changed what.
///
/// # Errors
/// `NoBook`.
pub fn view(app: &App, _request: Nothing) -> Result<WordingView, Fault> {
    app.book()?.read(|connection| {
        Ok(WordingView {
            version: wording::version(connection)?,
            wording: wording::get(connection)?,
            papers: Paper::ALL
                .map(|paper| PaperRule { paper, sentences: paper.sentences().to_vec() })
                .to_vec(),
            rules: Sentence::ALL.map(rule).to_vec(),
            history: history::of(connection, wording::DOCUMENT.0, wording::DOCUMENT.1, MOST)?,
        })
    })
}

fn rule(sentence: Sentence) -> SentenceRule {
    let owned = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    SentenceRule {
        sentence,
        places: owned(sentence.places()),
        needs: owned(sentence.needs()),
        most: i64::try_from(sentence.most()).unwrap_or(i64::MAX),
        lines: sentence.has_lines(),
        mailed: sentence.is_mailed(),
        zh: standard(Language::Zh, sentence).into(),
        en: standard(Language::En, sentence).into(),
    }
}

/// Saves the wording. What is frozen keeps its bytes: only papers that are still to be issued follow it.
///
/// # Errors
/// `PlaceUnknown`, `PlaceMissing`, `GlyphMissing` and the other refusals of fields, all at once; `RoleMissing`; `Stale`.
pub fn save(app: &App, request: WordingSave) -> Result<WordingView, Fault> {
    let me = admin(app)?;
    let wording = plain(request.wording);
    let mut check = Check::default();
    for reason in objections(app, &wording, &[Language::Zh, Language::En])? {
        check.add(reason);
    }
    check.done()?;
    app.book()?.act(app.now(), Some(me), |act| wording::save(act, request.version, &wording))?;
    app.changed();
    view(app, Nothing {})
}

/// A paper and its mail as they would be: of the document that was issued last, else of an invented one.
///
/// # Errors
/// `NoBook`; `GlyphMissing` for the document's own facts.
pub fn attempt(app: &App, request: WordingTry) -> Result<WordingTried, Fault> {
    let request = WordingTry { wording: plain(request.wording), ..request };
    let paper = request.paper;
    let refusals = objections(app, &request.wording, &[request.language])?;
    if !refusals.is_empty() {
        return Ok(WordingTried { paper, refusals, number: None, page: None, mail: None });
    }
    let example = example::of(app, &request)?;
    let from = app
        .book()?
        .read(|connection| Ok(setting::sender(connection).map(|from| from.line()).unwrap_or_default()))?;
    let page = shown(example.file_name, "application/pdf".into(), &example.pdf, String::new());
    let mail = example.mail.map(|(mail, to)| tried(mail, from, to));
    Ok(WordingTried { paper, refusals, number: example.number, page: Some(page), mail })
}

fn tried(mail: Mail, from: String, to: String) -> MailTried {
    let text = mail.text();
    let Mail { subject, greeting, opening, facts, request, closing, signature, .. } = mail;
    MailTried { from, to, subject, greeting, opening, facts, request, closing, signature, text }
}

/// Line breaks of every system are one; what says the same as the standard follows the standard.
fn plain(mut wording: Wording) -> Wording {
    for (language, own) in [(Language::Zh, &mut wording.zh), (Language::En, &mut wording.en)] {
        for text in own.values_mut() {
            *text = text.replace("\r\n", "\n").trim().to_owned();
        }
        own.retain(|sentence, text| text != standard(language, *sentence));
    }
    wording
}

/// Everything that is wrong with a wording, named by language and sentence.
fn objections(app: &App, wording: &Wording, languages: &[Language]) -> Result<Vec<Refusal>, Fault> {
    let mut found = Vec::new();
    for (field, days, least, most) in
        [("confirm_days", wording.confirm_days, 1, 60), ("objection_days", wording.objection_days, 0, 365)]
    {
        if !(least..=most).contains(&days) {
            found.push(Refusal::FieldOutOfRange { field: field.into(), row: None, least, most });
        }
    }
    let press = app.press()?;
    for language in languages {
        let code = if *language == Language::Zh { "zh" } else { "en" };
        for (sentence, text) in wording.own(*language) {
            let field = format!("wording.{code}.{}", sentence.name());
            found.extend(sentence.objections(&field, text));
            if sentence.is_printed() {
                found.extend(press.missing_glyphs(&[(field, text)]));
            }
        }
    }
    Ok(found)
}
