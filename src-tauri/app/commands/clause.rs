//! The library of clauses (C1): the last edition of each, and saving another.

use chengdan_domain::people::Role;
use chengdan_domain::text::{clean_line, clean_text};

use super::check::Check;
use super::person::require;
use crate::App;
use crate::fault::Fault;
use crate::store::clause;
use crate::views::Nothing;
use crate::views::clause::{ClauseSave, ClauseView};

/// Who writes the library.
const WRITERS: [Role; 2] = [Role::Legal, Role::Admin];

/// The last edition of every clause.
///
/// # Errors
/// `NoBook`.
pub fn list(app: &App, _request: Nothing) -> Result<Vec<ClauseView>, Fault> {
    app.book()?.read(clause::latest)
}

/// A new clause, or the next edition of one; contracts keep the words they took.
///
/// # Errors
/// Field refusals, `RoleMissing`, `Stale`.
pub fn save(app: &App, mut request: ClauseSave) -> Result<Vec<ClauseView>, Fault> {
    let me = require(app, &WRITERS)?;
    for text in [&mut request.title, &mut request.title_en] {
        *text = clean_line(text);
    }
    for text in [&mut request.text_zh, &mut request.text_en] {
        *text = clean_text(text);
    }
    let mut check = Check::default();
    check
        .line("clause.title", &request.title, true, 100)
        .line("clause.title_en", &request.title_en, false, 100)
        .lines("clause.text_zh", &request.text_zh, 8_000)
        .lines("clause.text_en", &request.text_en, 8_000);
    if request.text_zh.is_empty() {
        check.add(chengdan_domain::refusal::Refusal::FieldMissing { field: "clause.text_zh".into() });
    }
    check.done()?;
    app.book()?.act(app.now(), Some(me), |act| clause::save(act, &request))?;
    app.changed();
    list(app, Nothing {})
}
