//! Search of everything.

use crate::App;
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::store::search::look;
use crate::views::search::*;

/// Customers, contacts, orders, leads and products that hold the text or whose names sound so.
///
/// # Errors
/// `NotSignedIn`, `NoBook`.
pub fn all(app: &App, request: SearchAsk) -> Result<SearchFound, Fault> {
    app.person_id()?;
    let (today, now) = (app.today().to_string(), instant_text(app.now()));
    app.book()?.read(|connection| look::all(connection, &request, &today, &now))
}
