//! Deliveries per line (登记交付), and what follows from them for line and order.

use chengdan_domain::money::Quantity;
use chengdan_domain::number::delivery_note_number;
use chengdan_domain::order::law::DeliveryAsk;
use rusqlite::{Connection, params};

use super::order::OrderRecord;
use super::{Act, delivery_note, history};
use crate::fault::Fault;
use crate::views::order::DeliveryView;

/// Records deliveries of an order at the version that was seen.
///
/// # Errors
/// `Stale`.
pub fn record(act: &Act, order: &OrderRecord, asks: &[DeliveryAsk], note: &str) -> Result<(), Fault> {
    let ladder = &order.ladder;
    let moved = super::order::Moved {
        id: order.id,
        version: order.version,
        state: order.state,
        round: order.round,
        level: order.level,
        ladder,
    };
    super::order::move_to(act, &moved)?;
    let mut payload = history::Payload::note(note);
    let first = delivery_note::next_serial(act.tx, order.id)?;
    let serials = delivery_note::serials(first, asks.iter().map(|ask| ask.delivered_on));
    for ask in asks {
        let (Some(line), Some(form)) = (order.lines.get(ask.line), order.form.lines.get(ask.line)) else {
            continue;
        };
        act.tx
            .prepare_cached(
                "insert into delivery (order_id, line_id, quantity_milli, delivered_on, note, recorded_by, recorded_at,
                   serial)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)",
            )?
            .execute(params![
                order.id,
                line.id,
                ask.quantity.0,
                ask.delivered_on.to_string(),
                note,
                act.actor,
                act.at(),
                serials.get(&ask.delivered_on)
            ])?;
        refresh_line(act, line.id)?;
        payload = payload.change(&form.name, "", format!("{} {}", ask.quantity.0, ask.delivered_on));
    }
    refresh_order(act, order.id)?;
    history::record(act, "delivery_record", "order", order.id, &payload)
}

/// A line counts as delivered on the day on which its full quantity had reached the delivery point.
fn refresh_line(act: &Act, line_id: i64) -> Result<(), Fault> {
    let ordered: i64 = act
        .tx
        .prepare_cached("select coalesce(quantity_milli, 0) from order_line where id = $1")?
        .query_row([line_id], |row| row.get(0))?;
    let mut statement = act.tx.prepare_cached(
        "select quantity_milli, delivered_on from delivery where line_id = $1 order by delivered_on, id",
    )?;
    let found =
        statement.query_map([line_id], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    let (mut sum, mut full) = (0_i64, None);
    for pair in found {
        let (quantity, day) = pair?;
        sum += quantity;
        if sum >= ordered && full.is_none() {
            full = Some(day);
        }
    }
    act.tx
        .prepare_cached("update order_line set delivered_milli = $1, delivered_on = $2 where id = $3")?
        .execute(params![sum, full, line_id])?;
    Ok(())
}

/// How many lines are still open, the earliest promise among them, and the day on which the last one was delivered. Also
/// called when an order is approved.
pub fn refresh_order(act: &Act, order_id: i64) -> Result<(), Fault> {
    let (open, started, promise, last): (i64, i64, Option<String>, Option<String>) = act
        .tx
        .prepare_cached(
            "select cast(coalesce(sum(case when l.delivered_milli < coalesce(l.quantity_milli, 0) then 1 else 0 end), 0)
                         as bigint),
                    cast(coalesce(sum(case when l.delivered_milli > 0 then 1 else 0 end), 0) as bigint),
                    min(case when l.delivered_milli < coalesce(l.quantity_milli, 0)
                             then coalesce(l.promised_on, o.promised_on) end),
                    max(l.delivered_on)
               from order_line l join sales_order o on o.id = l.order_id where l.order_id = $1",
        )?
        .query_row([order_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let delivered_on = last.filter(|_| open == 0).unwrap_or_default();
    act.tx
        .prepare_cached(
            "update sales_order set open_lines = $1, part_delivered = $2, open_promised_on = $3, delivered_on = $4
              where id = $5",
        )?
        .execute(params![open, open > 0 && started > 0, promise, delivered_on, order_id])?;
    Ok(())
}

/// The deliveries of an order, oldest first.
pub fn of_order(connection: &Connection, order_id: i64) -> Result<Vec<DeliveryView>, Fault> {
    let mut statement = connection.prepare_cached(
        "select d.id, d.line_id, l.name, d.quantity_milli, d.delivered_on, coalesce(p.name, ''), d.recorded_at, d.note,
                d.serial, coalesce(o.number, '')
           from delivery d join order_line l on l.id = d.line_id join sales_order o on o.id = d.order_id
                left join person p on p.id = d.recorded_by
          where d.order_id = $1 order by d.id",
    )?;
    let rows = statement.query_map([order_id], |row| {
        let serial = row.get(8)?;
        Ok(DeliveryView {
            id: row.get(0)?,
            line_id: row.get(1)?,
            line_name: row.get(2)?,
            quantity_milli: Quantity(row.get(3)?),
            delivered_on: row.get(4)?,
            recorded_by: row.get(5)?,
            recorded_at: row.get(6)?,
            note: row.get(7)?,
            serial,
            note_number: delivery_note_number(&row.get::<_, String>(9)?, serial),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
