//! Forms that were begun and not saved: kept every few seconds while somebody types, offered again after a crash.

use chengdan_domain::refusal::Refusal;

use super::check::Check;
use crate::App;
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::store::unfinished;
use crate::views::Nothing;
use crate::views::unfinished::*;

/// The longest form; a card with two hundred contacts stays far below.
const LONGEST: usize = 1_000_000;

/// What the person at the desk began, the latest first.
///
/// # Errors
/// `NotSignedIn`.
pub fn list(app: &App, _request: Nothing) -> Result<Vec<Unfinished>, Fault> {
    let me = app.person_id()?;
    app.book()?.read(|connection| unfinished::list(connection, me))
}

/// Keeps what was typed so far. Nobody else sees it, so nothing is told to have changed.
///
/// # Errors
/// `NotSignedIn`, `FieldTooLong`, `DiskFull`; malformed when the content is not JSON.
pub fn keep(app: &App, request: UnfinishedKeep) -> Result<UnfinishedKept, Fault> {
    let me = app.person_id()?;
    Check::default()
        .line("kind", &request.kind, true, 60)
        .line("title", &request.title, false, 300)
        .done()?;
    if request.content.len() > LONGEST {
        let count = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
        let field = "content".into();
        return Err(Refusal::FieldTooLong {
            field,
            most: count(LONGEST),
            found: count(request.content.len()),
        }
        .into());
    }
    serde_json::from_str::<serde::de::IgnoredAny>(&request.content)?;
    let now = app.now();
    app.book()?.act(now, Some(me), |act| unfinished::keep(act, &request))?;
    Ok(UnfinishedKept { kept_at: instant_text(now) })
}

/// It was saved or given up.
///
/// # Errors
/// `NotSignedIn`.
pub fn drop(app: &App, request: UnfinishedAsk) -> Result<Nothing, Fault> {
    let me = app.person_id()?;
    let (kind, id) = (request.kind, request.document_id);
    app.book()?.act(app.now(), Some(me), |act| unfinished::drop(act, &kind, id))?;
    Ok(Nothing {})
}
