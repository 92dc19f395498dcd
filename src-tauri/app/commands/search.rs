//! Search of everything.

use crate::App;
use crate::fault::Fault;
use crate::store::search::look;
use crate::views::search::*;

/// Customers, contacts, orders and products that hold the text or whose names sound so.
///
/// # Errors
/// `NotSignedIn`, `NoBook`.
pub fn all(app: &App, request: SearchAsk) -> Result<SearchFound, Fault> {
    app.person_id()?;
    let today = app.today().to_string();
    app.book()?.read(|connection| look::all(connection, &request, &today))
}
