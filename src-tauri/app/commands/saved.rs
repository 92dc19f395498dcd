//! How somebody looks at a list: saved views, chosen columns, and what a filter can choose from.

use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::clean_line;
use rusqlite::Connection;

use super::check::Check;
use crate::App;
use crate::fault::Fault;
use crate::store::{person, saved};
use crate::views::saved::*;
use crate::views::{ByVersion, Nothing};

/// More columns than any list has.
const MOST_COLUMNS: usize = 60;
const WIDEST: i64 = 2_000;

fn is_admin(connection: &Connection, me: i64) -> Result<bool, Fault> {
    Ok(person::get(connection, me)?.roles.contains(&Role::Admin))
}

/// The views and columns of the person at the desk.
///
/// # Errors
/// `NotSignedIn`.
pub fn look(app: &App, request: ListLookAsk) -> Result<ListLook, Fault> {
    let me = app.person_id()?;
    app.book()?.read(|connection| {
        let admin = is_admin(connection, me)?;
        Ok(ListLook {
            views: saved::views(connection, request.list, me, admin)?,
            columns: saved::columns(connection, request.list, me)?,
        })
    })
}

/// Saves a view of one's own. A shared one of somebody else's is changed by an Admin only.
///
/// # Errors
/// Field refusals, `NameTaken`, `ViewOfAnother`, `Stale`.
pub fn save(app: &App, mut request: ViewSave) -> Result<SavedView, Fault> {
    let me = app.person_id()?;
    request.name = clean_line(&request.name);
    let mut check = Check::default();
    check.line("view_name", &request.name, true, 40);
    columns_fit(&mut check, &request.content.columns);
    check.done()?;
    let view = app.book()?.act(app.now(), Some(me), |act| {
        let admin = is_admin(act.tx, me)?;
        if let Some(id) = request.id {
            insist_on_changeable(&saved::view(act.tx, id, me, admin)?)?;
        }
        let id = saved::save(act, me, &request)?;
        saved::view(act.tx, id, me, admin)
    })?;
    app.changed();
    Ok(view)
}

/// Removes a view; saving it anew brings it back.
///
/// # Errors
/// `ViewOfAnother`, `RowNotFound`, `Stale`.
pub fn remove(app: &App, request: ByVersion) -> Result<Nothing, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let admin = is_admin(act.tx, me)?;
        insist_on_changeable(&saved::view(act.tx, request.id, me, admin)?)?;
        saved::remove(act, request.id, request.version)
    })?;
    app.changed();
    Ok(Nothing {})
}

fn insist_on_changeable(view: &SavedView) -> Result<(), Fault> {
    if view.changeable { Ok(()) } else { Err(Refusal::ViewOfAnother { owner: view.owner.clone() }.into()) }
}

fn columns_fit(check: &mut Check, columns: &[ColumnLook]) {
    let mut range = |least, most, found: i64| {
        if !(least..=most).contains(&found) {
            check.add(Refusal::FieldOutOfRange { field: "columns".into(), row: None, least, most });
        }
    };
    range(0, i64::try_from(MOST_COLUMNS).unwrap_or(0), i64::try_from(columns.len()).unwrap_or(i64::MAX));
    for width in columns.iter().filter_map(|column| column.width) {
        range(1, WIDEST, width);
    }
    for column in columns {
        check.line("columns", &column.key, true, 60);
    }
}

/// Remembers the columns of a list for the person at the desk.
///
/// # Errors
/// `NotSignedIn`, `FieldOutOfRange`.
pub fn save_columns(app: &App, request: ColumnsSave) -> Result<ListLook, Fault> {
    let me = app.person_id()?;
    let mut check = Check::default();
    columns_fit(&mut check, &request.columns);
    check.done()?;
    app.book()?.act(app.now(), Some(me), |act| saved::save_columns(act, me, &request))?;
    look(app, ListLookAsk { list: request.list })
}

/// The values that occur in a field.
///
/// # Errors
/// `NoBook`.
pub fn values(app: &App, request: ValuesAsk) -> Result<Vec<String>, Fault> {
    app.book()?.read(|connection| saved::values(connection, request.of))
}
