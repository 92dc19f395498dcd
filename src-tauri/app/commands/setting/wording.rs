//! The wording of the confirmation and of its mail: seen, tried and saved.

use chengdan_domain::refusal::Refusal;
use chengdan_domain::wording::Sentence;
use rusqlite::Connection;

use crate::App;
use crate::commands::book::admin;
use crate::commands::check::Check;
use crate::commands::file::shown;
use crate::commands::order::{gather, letter};
use crate::fault::Fault;
use crate::paper::letter::LetterFacts;
use crate::paper::specimen::specimen;
use crate::paper::wording::standard;
use crate::post::mime::Party;
use crate::post::words::{Mail, confirmation};
use crate::store::{calendar, history, order, setting, wording};
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
        zh: standard(Language::Zh, sentence).into(),
        en: standard(Language::En, sentence).into(),
    }
}

/// Saves the wording. What is frozen keeps its bytes: only letters that are still to be issued follow it.
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

/// Letter and mail as they would be: of the order whose letter was issued last, else of an invented one.
///
/// # Errors
/// `NoBook`; `GlyphMissing` for the order's own facts.
pub fn attempt(app: &App, request: WordingTry) -> Result<WordingTried, Fault> {
    let (language, wording) = (request.language, plain(request.wording));
    let refusals = objections(app, &wording, &[language])?;
    let (facts, from) = app.book()?.read(|connection| {
        let from = setting::sender(connection).map(|from| from.line()).unwrap_or_default();
        Ok((facts(app, connection, language, &wording)?, from))
    })?;
    let (facts, order_number) = facts;
    if !refusals.is_empty() {
        return Ok(WordingTried { refusals, order_number, letter: None, mail: None });
    }
    let pdf = app.press()?.letter_pdf(&facts)?;
    let letter = shown(facts.file_name(), "application/pdf".into(), &pdf, String::new());
    let to = Party::new(&facts.customer.contact, &facts.customer.email).line();
    Ok(WordingTried {
        refusals,
        order_number,
        letter: Some(letter),
        mail: Some(tried(confirmation(&facts), from, to)),
    })
}

fn tried(mail: Mail, from: String, to: String) -> MailTried {
    let text = mail.text();
    let Mail { subject, greeting, opening, facts, request, closing, signature, .. } = mail;
    MailTried { from, to, subject, greeting, opening, facts, request, closing, signature, text }
}

/// The facts to show a wording with, and the number of the order they are from.
fn facts(
    app: &App,
    connection: &Connection,
    language: Language,
    wording: &Wording,
) -> Result<(LetterFacts, Option<String>), Fault> {
    let today = app.today();
    if let Some(id) = order::approve::last_issued(connection)? {
        let doc = gather::doc(&order::load(connection, id)?);
        let facts = letter::facts_in(connection, &doc, true, today, (language, wording))?;
        return Ok((LetterFacts { specimen: true, ..facts }, doc.number));
    }
    let facts = LetterFacts {
        seller: letter::seller(connection)?,
        confirm_days: wording.confirm_days,
        confirm_by: letter::confirm_by(connection, today, wording.confirm_days)?,
        calendar: calendar::current(connection)?.into_owned(),
        objection_days: wording.objection_days,
        own: wording.own(language).clone(),
        ..specimen(language, today)
    };
    Ok((facts, None))
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
