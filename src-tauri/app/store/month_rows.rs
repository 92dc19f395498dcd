//! The rows behind a figure of the month: their number and their sum are the figure.

use std::collections::BTreeMap;

use chengdan_domain::money::Money;
use chengdan_domain::month::{Kept, Month};
use chengdan_domain::refusal::Refusal;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params};

use super::month::{LATER, Promise, promises};
use super::month_sum::COUNTS;
use crate::fault::Fault;
use crate::views::month::*;

/// More rows than this are counted and summed but not shown; they stand in the workbook.
const MOST_ROWS: usize = 5_000;

/// What a figure counts.
enum Figure<'a> {
    /// Orders of the month, all or those of one key: `column = value`.
    Orders(Option<(&'a str, Value)>),
    /// Changes and cancellations of orders of earlier months (净额).
    Later,
    /// Lines of orders of the month.
    Lines(&'a str, Value),
    /// Promised lines or (true) orders that stand like this.
    Promised(fn(Kept) -> bool, bool),
}

/// Reads a figure's name as [`MonthRowsAsk`] describes it.
fn figure_of(name: &str) -> Option<Figure<'_>> {
    if let Some((facet, key)) = name.split_once(':') {
        let text = || Value::Text(key.to_string());
        return Some(match facet {
            "category" => Figure::Lines("l.category = $2", text()),
            "product" => {
                keyed(key, "l.product_id = $2", "l.product_id is null and l.name = $2", Figure::Lines)
            }
            "region" => Figure::Orders(Some(("o.counted_region = $2", text()))),
            "industry" => Figure::Orders(Some(("o.counted_industry = $2", text()))),
            "customer" => keyed(
                key,
                "o.customer_id = $2",
                "o.customer_id is null and o.customer_name = $2",
                |condition, value| Figure::Orders(Some((condition, value))),
            ),
            "person" => keyed(
                key,
                "o.counted_person_id = $2",
                "o.counted_person_id is null and o.owner_name = $2",
                |condition, value| Figure::Orders(Some((condition, value))),
            ),
            _ => return None,
        });
    }
    let (by_order, stand) = name.strip_prefix("orders_").map_or((false, name), |stand| (true, stand));
    let stands: fn(Kept) -> bool = match stand {
        "amount" if !by_order => return Some(Figure::Orders(None)),
        "later" if !by_order => return Some(Figure::Later),
        "due" => |_| true,
        "on_time" => |kept| kept == Kept::OnTime,
        "late" => |kept| matches!(kept, Kept::Late { .. }),
        "open_past_due" => |kept| matches!(kept, Kept::OpenPastDue { .. }),
        "open" => |kept| kept == Kept::Open,
        _ => return None,
    };
    Some(Figure::Promised(stands, by_order))
}

/// A key is an id, or a name (marked when it is made of digits).
fn keyed<'a>(
    key: &str,
    by_id: &'a str,
    by_name: &'a str,
    figure: impl Fn(&'a str, Value) -> Figure<'a>,
) -> Figure<'a> {
    match key.parse::<i64>() {
        Ok(id) => figure(by_id, Value::Integer(id)),
        Err(_) => figure(by_name, Value::Text(key.strip_prefix('~').unwrap_or(key).to_string())),
    }
}

/// The rows behind a figure.
///
/// # Errors
/// `RowNotFound` for a figure nobody knows.
pub fn rows(connection: &Connection, month: Month, name: &str, today: NaiveDate) -> Result<MonthRows, Fault> {
    let mut answer = Answer(MonthRows { rows: Vec::new(), count: 0, amount_fen: Money(0) });
    match figure_of(name).ok_or(Refusal::RowNotFound)? {
        Figure::Orders(only) => orders(connection, month, only, &mut answer)?,
        Figure::Later => later(connection, month, &mut answer)?,
        Figure::Lines(condition, value) => lines(connection, month, condition, value, &mut answer)?,
        Figure::Promised(stands, false) => {
            promised_lines(connection, month, today, stands, &mut answer)?;
        }
        Figure::Promised(stands, true) => promised_orders(connection, month, today, stands, &mut answer)?,
    }
    Ok(answer.0)
}

/// Counts and sums every row, keeps the first ones.
struct Answer(MonthRows);

impl Answer {
    fn push(&mut self, row: MonthRow) -> Result<(), Fault> {
        self.0.count += 1;
        self.0.amount_fen = self.0.amount_fen.checked_add(row.amount_fen).ok_or(Refusal::AmountTooLarge)?;
        if self.0.rows.len() < MOST_ROWS {
            self.0.rows.push(row);
        }
        Ok(())
    }
}

fn row_of(row: &Row) -> rusqlite::Result<MonthRow> {
    Ok(MonthRow {
        order_id: row.get(0)?,
        number: row.get(1)?,
        customer: row.get(2)?,
        product: row.get(3)?,
        amount_fen: Money(row.get(4)?),
        promised_on: row.get(5)?,
        delivered_on: row.get(6)?,
        days_late: None,
    })
}

fn orders(
    connection: &Connection,
    month: Month,
    only: Option<(&str, Value)>,
    answer: &mut Answer,
) -> Result<(), Fault> {
    let (condition, value) = only.unwrap_or(("$2 is null", Value::Null));
    let mut statement = connection.prepare_cached(&format!(
        "select o.id, coalesce(o.number, ''), o.customer_name, o.first_product, o.amount_fen, o.promised_on,
                case when o.open_lines = 0 then
                  (select max(l.delivered_on) from order_line l where l.order_id = o.id) end
           from sales_order o where o.approved_ym = $1 and {COUNTS} and {condition}
          order by o.sort_ym, o.sort_serial, o.id"
    ))?;
    let rows = statement.query_map(params![month.ym(), value], row_of)?;
    rows.into_iter().try_for_each(|row| answer.push(row?))
}

fn later(connection: &Connection, month: Month, answer: &mut Answer) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select o.id, coalesce(o.number, ''), o.customer_name, o.first_product, c.amount_fen, o.promised_on, null
           {LATER} order by c.recorded_on, c.id"
    ))?;
    let rows = statement.query_map([month.ym()], row_of)?;
    rows.into_iter().try_for_each(|row| answer.push(row?))
}

fn lines(
    connection: &Connection,
    month: Month,
    condition: &str,
    value: Value,
    answer: &mut Answer,
) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select o.id, coalesce(o.number, ''), o.customer_name, l.name, coalesce(l.amount_fen, 0),
                coalesce(l.first_promised_on, l.promised_on, o.promised_on), l.delivered_on
           from sales_order o join order_line l on l.order_id = o.id
          where o.approved_ym = $1 and {COUNTS} and {condition}
          order by o.sort_ym, o.sort_serial, o.id, l.position, l.id"
    ))?;
    let rows = statement.query_map(params![month.ym(), value], row_of)?;
    rows.into_iter().try_for_each(|row| answer.push(row?))
}

/// One row of the book, told with how its promise was kept.
fn told(mut row: MonthRow, promise: &Promise) -> MonthRow {
    row.promised_on = Some(promise.promised_on.to_string());
    row.delivered_on = promise.delivered_on.map(|day| day.to_string());
    row.days_late = promise.kept.days_late();
    row
}

fn promised_lines(
    connection: &Connection,
    month: Month,
    today: NaiveDate,
    stands: fn(Kept) -> bool,
    answer: &mut Answer,
) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(
        "select o.id, coalesce(o.number, ''), o.customer_name, l.name, coalesce(l.amount_fen, 0), null, null
           from order_line l join sales_order o on o.id = l.order_id where l.id = $1",
    )?;
    promises(connection, month, today, |promise| {
        if !stands(promise.kept) {
            return Ok(());
        }
        answer.push(told(statement.query_row([promise.line_id], row_of)?, &promise))
    })
}

fn promised_orders(
    connection: &Connection,
    month: Month,
    today: NaiveDate,
    stands: fn(Kept) -> bool,
    answer: &mut Answer,
) -> Result<(), Fault> {
    let mut worst: BTreeMap<i64, Promise> = BTreeMap::new();
    promises(connection, month, today, |promise| {
        let is_worse = worst.get(&promise.order_id).is_none_or(|seen| promise.kept > seen.kept);
        if is_worse {
            worst.insert(promise.order_id, promise);
        }
        Ok(())
    })?;
    let mut statement = connection.prepare_cached(
        "select o.id, coalesce(o.number, ''), o.customer_name, o.first_product, o.amount_fen, null, null
           from sales_order o where o.id = $1",
    )?;
    for (order_id, promise) in worst.iter().filter(|(_, promise)| stands(promise.kept)) {
        answer.push(told(statement.query_row([order_id], row_of)?, promise))?;
    }
    Ok(())
}
