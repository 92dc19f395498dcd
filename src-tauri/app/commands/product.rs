//! Products and services.

use chengdan_domain::money::{LARGEST_FEN, Rate};
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::clean_line;

use super::check::Check;
use crate::App;
use crate::fault::Fault;
use crate::store::bin::refuse_taken_code;
use crate::store::{product, product_list};
use crate::views::bin::BinKind;
use crate::views::product::*;
use crate::views::{ById, Find, PageOf};

/// A page of the list.
pub fn list(app: &App, request: ProductListAsk) -> Result<ProductPage, Fault> {
    app.book()?.read(|connection| product_list::page(connection, &request))
}

/// The counts of what is filtered.
pub fn totals(app: &App, request: ProductFilter) -> Result<ProductTotals, Fault> {
    app.book()?.read(|connection| product_list::totals(connection, &request))
}

/// A product, whole.
pub fn view(app: &App, request: ById) -> Result<ProductCard, Fault> {
    app.book()?.read(|connection| product::get(connection, request.id))
}

/// Creates or changes a product.
///
/// # Errors
/// Field refusals, `CodeTaken`, `Stale`.
pub fn save(app: &App, mut request: ProductCard) -> Result<ProductCard, Fault> {
    let me = app.person_id()?;
    request.name = clean_line(&request.name);
    request.spec = clean_line(&request.spec);
    check(&request)?;
    let id = app.book()?.act(app.now(), Some(me), |act| {
        refuse_taken_code(act.tx, BinKind::Product, &request.code, request.id.unwrap_or_default())?;
        product::save(act, &request)
    })?;
    app.changed();
    view(app, ById { id })
}

fn check(card: &ProductCard) -> Result<(), Fault> {
    let mut check = Check::default();
    check
        .line("name", &card.name, true, 200)
        .line("spec", &card.spec, false, 200)
        .line("code", &card.code, false, 40)
        .line("unit", &card.unit, true, 20)
        .line("category", &card.category, false, 60)
        .lines("note", &card.note, 10_000);
    let mut range = |field: &str, found: i64, most: i64| {
        if !(0..=most).contains(&found) {
            check.add(Refusal::FieldOutOfRange { field: field.into(), row: None, least: 0, most });
        }
    };
    range("price_micro", card.price_micro.0, LARGEST_FEN);
    range("cost_micro", card.cost_micro.map_or(0, |cost| cost.0), LARGEST_FEN);
    let Rate(rate) = card.tax_rate;
    range("tax_rate", rate, 10_000);
    check.done()
}

/// Products found while typing.
pub fn find(app: &App, request: Find) -> Result<Vec<ProductCard>, Fault> {
    app.book()?.read(|connection| product::find(connection, &request.text, request.limit))
}

/// The orders that name a product.
pub fn orders(app: &App, request: PageOf) -> Result<ProductOrders, Fault> {
    app.book()?.read(|connection| product::orders_of(connection, &request))
}
