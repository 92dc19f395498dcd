//! What a 发货单 says, read from the book without a single column that costs anything.

use std::collections::{BTreeMap, BTreeSet};

use chengdan_domain::money::Quantity;
use chengdan_domain::refusal::Refusal;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use crate::fault::Fault;
use crate::views::delivery::{DeliveryNote, DeliveryNoteLine};

/// A note of an order: of the delivery with this serial, or (none) for everything that is still to be sent.
///
/// # Errors
/// `RowNotFound` without such an order or delivery; `NothingToSend`.
pub fn of(connection: &Connection, order_id: i64, serial: Option<i64>) -> Result<DeliveryNote, Fault> {
    let mut note = head(connection, order_id)?;
    match serial {
        Some(serial) => {
            let found: Option<(String, String)> = connection
                .prepare_cached(
                    "select delivered_on, note from delivery where order_id = $1 and serial = $2 order by id limit 1",
                )?
                .query_row([order_id, serial], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            let (day, said) = found.ok_or(Refusal::RowNotFound)?;
            note.serial = serial;
            note.delivered_on = day.parse().ok();
            note.note = said;
            note.lines = sent(connection, order_id, serial)?;
        }
        None => {
            note.serial = next_serial(connection, order_id)?;
            note.lines = open(connection, order_id)?;
        }
    }
    if note.lines.is_empty() {
        return Err(Refusal::NothingToSend.into());
    }
    Ok(note)
}

/// The serial that the order's next delivery gets.
pub fn next_serial(connection: &Connection, order_id: i64) -> Result<i64, Fault> {
    Ok(connection
        .prepare_cached("select coalesce(max(serial), 0) + 1 from delivery where order_id = $1")?
        .query_row([order_id], |row| row.get(0))?)
}

/// The serial of each day of deliveries that are recorded together: every day is a note of its own, in their order.
pub fn serials(first: i64, days: impl Iterator<Item = NaiveDate>) -> BTreeMap<NaiveDate, i64> {
    days.collect::<BTreeSet<_>>().into_iter().zip(first..).collect()
}

fn head(connection: &Connection, order_id: i64) -> Result<DeliveryNote, Fault> {
    let found = connection
        .prepare_cached(
            "select coalesce(o.number, ''), coalesce(nullif(c.print_name, ''), o.customer_name),
                    o.customer_order_number, o.receiver, o.receiver_phone, o.delivery_address, o.owner_name,
                    coalesce(p.phone, '')
               from sales_order o left join customer c on c.id = o.customer_id left join person p on p.id = o.owner_id
              where o.id = $1",
        )?
        .query_row([order_id], |row| {
            Ok(DeliveryNote {
                order_number: row.get(0)?,
                customer: row.get(1)?,
                customer_order_number: row.get(2)?,
                receiver: row.get(3)?,
                phone: row.get(4)?,
                address: row.get(5)?,
                manager: row.get(6)?,
                manager_phone: row.get(7)?,
                ..DeliveryNote::default()
            })
        })
        .optional()?;
    found.ok_or_else(|| Refusal::RowNotFound.into())
}

/// What left with one delivery, and what of each line had left before it.
fn sent(connection: &Connection, order_id: i64, serial: i64) -> Result<Vec<DeliveryNoteLine>, Fault> {
    lines(
        connection,
        "select l.name, l.spec, l.unit, coalesce(l.quantity_milli, 0),
                cast(coalesce(sum(case when d.serial = $1 then d.quantity_milli end), 0) as bigint),
                cast(coalesce(sum(case when d.serial < $1 then d.quantity_milli end), 0) as bigint)
           from order_line l join delivery d on d.line_id = l.id where l.order_id = $2
          group by l.id, l.name, l.spec, l.unit, l.quantity_milli, l.position order by l.position, l.id",
        [serial, order_id],
    )
}

/// What is still to be sent. Services are rendered, not sent.
fn open(connection: &Connection, order_id: i64) -> Result<Vec<DeliveryNoteLine>, Fault> {
    lines(
        connection,
        "select name, spec, unit, coalesce(quantity_milli, 0), coalesce(quantity_milli, 0) - delivered_milli,
                delivered_milli
           from order_line where service = $1 and order_id = $2 order by position, id",
        [0, order_id],
    )
}

fn lines(connection: &Connection, sql: &str, parameters: [i64; 2]) -> Result<Vec<DeliveryNoteLine>, Fault> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![parameters[0], parameters[1]], |row| {
        Ok(DeliveryNoteLine {
            name: row.get(0)?,
            specification: row.get(1)?,
            unit: row.get(2)?,
            ordered: Quantity(row.get(3)?),
            now: Quantity(row.get(4)?),
            before: Quantity(row.get(5)?),
        })
    })?;
    let all: Vec<DeliveryNoteLine> = rows.collect::<Result<_, _>>()?;
    Ok(all.into_iter().filter(|line| line.now.0 > 0).collect())
}
