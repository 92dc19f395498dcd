//! The rows of the 订单信息表, handed out one by one so that long tables take little memory.

use std::collections::HashMap;

use chengdan_domain::money::{Money, Price, Quantity, Rate, discounted_half_up};
use chengdan_domain::month::{Month, kept};
use chengdan_domain::order::sheet::OrderSheetRow;
use chengdan_domain::payment::PaymentTerms;
use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use super::month_sum::COUNTS;
use super::order::status_of;
use crate::fault::Fault;

const COLUMNS: &str =
    "coalesce(o.number, ''), o.customer_name, l.name, l.spec, coalesce(l.quantity_milli, 0),
     coalesce(l.price_micro, 0), coalesce(l.amount_fen, 0), o.terms, o.delivery_address, o.owner_name, o.created_on,
     coalesce(l.promised_on, o.promised_on), o.status, o.approved_on, l.first_promised_on, l.delivered_on, l.counted,
     l.discount";

/// Turns a schedule into its sentence; few different ones are used, so each is read once.
struct Sentences<'a> {
    known: HashMap<String, String>,
    make: &'a dyn Fn(&PaymentTerms) -> String,
}

impl Sentences<'_> {
    fn of(&mut self, json: &str) -> &str {
        if !self.known.contains_key(json) {
            let terms = serde_json::from_str(json).unwrap_or_default();
            self.known.insert(json.to_string(), (self.make)(&terms));
        }
        self.known.get(json).map_or("", String::as_str)
    }
}

fn words<'a>(row: &'a Row, index: usize) -> Result<&'a str, Fault> {
    row.get_ref(index)?.as_str().map_err(Fault::broken)
}

fn day(row: &Row, index: usize) -> Result<Option<NaiveDate>, Fault> {
    Ok(row.get_ref(index)?.as_str_or_null().map_err(Fault::broken)?.and_then(|text| text.parse().ok()))
}

/// Lends a row as it lies in SQLite's memory: a long table copies nothing before it is written.
fn row_of<'a>(
    row: &'a Row,
    sentences: &'a mut Sentences,
    today: NaiveDate,
) -> Result<OrderSheetRow<'a>, Fault> {
    let (first_promised_on, delivered_on) = (day(row, 14)?, day(row, 15)?);
    let counts: bool = row.get(16)?;
    let promised = first_promised_on.filter(|_| counts);
    Ok(OrderSheetRow {
        number: words(row, 0)?,
        customer: words(row, 1)?,
        product: words(row, 2)?,
        spec: words(row, 3)?,
        quantity: Quantity(row.get(4)?),
        price: discounted_half_up(Price(row.get(5)?), Rate(row.get(17)?)),
        amount: Money(row.get(6)?),
        terms: sentences.of(words(row, 7)?),
        address: words(row, 8)?,
        owner: words(row, 9)?,
        created_on: day(row, 10)?,
        promised_on: day(row, 11)?,
        status: status_of(words(row, 12)?),
        approved_on: day(row, 13)?,
        kept: promised.map(|promised| kept(promised, delivered_on, today)),
        first_promised_on,
        delivered_on,
    })
}

/// Every line of the orders that count in a month, in the order in which they were written.
///
/// # Errors
/// Broken when the book cannot be read; or what `visit` answers.
pub fn month_lines(
    connection: &Connection,
    month: Month,
    today: NaiveDate,
    sentence: &dyn Fn(&PaymentTerms) -> String,
    visit: &mut dyn FnMut(&OrderSheetRow) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut sentences = Sentences { known: HashMap::new(), make: sentence };
    // In the order of the month's index: sorting 100,000 wide rows would cost more than writing them.
    let mut statement = connection.prepare_cached(&format!(
        "select {COLUMNS} from sales_order o join order_line l on l.order_id = o.id
          where o.approved_ym = $1 and {COUNTS} order by o.approved_ym, o.id, l.position"
    ))?;
    let mut rows = statement.query([month.ym()])?;
    while let Some(row) = rows.next()? {
        visit(&row_of(row, &mut sentences, today)?)?;
    }
    Ok(())
}

/// Every line of some orders, in the order of their ids as given.
///
/// # Errors
/// Broken when the book cannot be read; or what `visit` answers.
pub fn lines_of(
    connection: &Connection,
    orders: &[i64],
    today: NaiveDate,
    sentence: &dyn Fn(&PaymentTerms) -> String,
    visit: &mut dyn FnMut(&OrderSheetRow) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut sentences = Sentences { known: HashMap::new(), make: sentence };
    let mut statement = connection.prepare_cached(&format!(
        "select {COLUMNS} from sales_order o join order_line l on l.order_id = o.id
          where o.id = $1 order by l.position, l.id"
    ))?;
    for id in orders {
        let mut rows = statement.query(params![id])?;
        while let Some(row) = rows.next()? {
            visit(&row_of(row, &mut sentences, today)?)?;
        }
    }
    Ok(())
}
