//! The figures of a month, read from the roll-up (K1, K8) and from the promised lines (K3); targets.

use std::collections::HashMap;

use chengdan_domain::money::{Money, Quantity};
use chengdan_domain::month::{Kept, Month, Punctuality, average_half_up, kept, net_of_changes};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::{Act, history, setting};
use crate::fault::Fault;
use crate::views::month::*;

/// Lists of the page end here; the rows behind the total stay complete.
const MOST_KEYS: i64 = 200;

/// The month, whole. `today` decides what is past due.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn view(connection: &Connection, month: Month, today: NaiveDate) -> Result<MonthView, Fault> {
    let (lines, orders) = punctuality(connection, month, today)?;
    let (first_ym, last_ym) = range(connection)?;
    let list = |facet| facet_rows(connection, month, facet);
    Ok(MonthView {
        ym: month.ym(),
        first_ym,
        last_ym,
        delivery_point: setting::policy(connection)?.delivery_point,
        amount: amount(connection, month)?,
        lines,
        lines_previous: punctuality(connection, month.back(1), today)?.0,
        lines_last_year: punctuality(connection, month.back(12), today)?.0,
        orders,
        trend: trend(connection, month)?,
        products: list("product")?,
        categories: list("category")?,
        regions: list("region")?,
        industries: list("industry")?,
        customers: list("customer")?,
        people: people(connection, month)?,
    })
}

/// The earliest and the latest month with an order that counts.
fn range(connection: &Connection) -> Result<(Option<i64>, Option<i64>), Fault> {
    Ok(connection
        .prepare_cached("select min(ym), max(ym) from month_sum where facet = 'total' and orders <> 0")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Orders and amount of a month; none when nothing counted.
fn total(connection: &Connection, month: Month) -> Result<Option<(i64, Money)>, Fault> {
    Ok(connection
        .prepare_cached(
            "select orders, amount_fen from month_sum where ym = $1 and facet = 'total' and orders <> 0",
        )?
        .query_row([month.ym()], |row| Ok((row.get(0)?, Money(row.get(1)?))))
        .optional()?)
}

/// K1 of a month with what it is compared to.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn amount(connection: &Connection, month: Month) -> Result<MonthAmount, Fault> {
    let now = total(connection, month)?;
    let before = |months| Ok::<_, Fault>(total(connection, month.back(months))?.map(|(_, amount)| amount));
    let (customers, new_customers, new_fen) = connection
        .prepare_cached(
            "select count(*),
                    cast(coalesce(sum(case when m.first_ym = m.ym then 1 else 0 end), 0) as bigint),
                    cast(coalesce(sum(case when m.first_ym = m.ym then m.amount_fen else 0 end), 0) as bigint)
               from (select c.ym, c.amount_fen, (select min(e.ym) from month_sum e
                       where e.facet = 'customer' and e.key = c.key and e.orders <> 0) as first_ym
                       from month_sum c where c.ym = $1 and c.facet = 'customer' and c.orders <> 0) m",
        )?
        .query_row([month.ym()], |row| Ok((row.get(0)?, row.get(1)?, Money(row.get(2)?))))?;
    Ok(MonthAmount {
        orders: now.map_or(0, |(orders, _)| orders),
        amount_fen: now.map(|(_, amount)| amount),
        previous_fen: before(1)?,
        last_year_fen: before(12)?,
        average_fen: now.and_then(|(orders, amount)| average_half_up(amount, orders)),
        target_fen: targets(connection, month)?.get(&0).copied(),
        customers,
        new_customers,
        new_customers_fen: new_fen,
        later: later(connection, month, now.map(|(_, amount)| amount))?,
    })
}

/// Changes and cancellations of a month that concern orders of earlier months.
pub(super) const LATER: &str =
    "from amount_change c join sales_order o on o.id = c.order_id where c.ym = $1 and o.approved_ym < c.ym";

/// K1 净额: `amount` is the month's 成交金额.
fn later(connection: &Connection, month: Month, amount: Option<Money>) -> Result<MonthLater, Fault> {
    let (rows, changed, cancelled): (i64, i64, i64) = connection
        .prepare_cached(&format!(
            "select count(*),
                    cast(coalesce(sum(case when c.kind = 'Change' then c.amount_fen else 0 end), 0) as bigint),
                    cast(coalesce(sum(case when c.kind = 'Cancel' then c.amount_fen else 0 end), 0) as bigint) {LATER}"
        ))?
        .query_row([month.ym()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let (changed_fen, cancelled_fen) = (Money(changed), Money(cancelled));
    let total_fen = net_of_changes(amount, (rows > 0).then_some([changed_fen, cancelled_fen]))?;
    Ok(MonthLater { rows, changed_fen, cancelled_fen, total_fen })
}

fn shown(figures: Punctuality) -> MonthPunctuality {
    MonthPunctuality {
        due: figures.due,
        on_time: figures.on_time,
        late: figures.late,
        open_past_due: figures.open_past_due,
        open: figures.open,
        late_days: figures.late_days,
    }
}

/// A line that was promised for the month.
pub struct Promise {
    pub order_id: i64,
    pub line_id: i64,
    pub promised_on: NaiveDate,
    pub delivered_on: Option<NaiveDate>,
    pub kept: Kept,
}

/// Walks the lines promised for the month, order by order.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn promises(
    connection: &Connection,
    month: Month,
    today: NaiveDate,
    mut visit: impl FnMut(Promise) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(
        "select order_id, id, first_promised_on, delivered_on from order_line
          where first_promised_ym = $1 and counted = 1 order by first_promised_ym, counted, order_id, id",
    )?;
    let mut rows = statement.query([month.ym()])?;
    while let Some(row) = rows.next()? {
        let Some(promised_on) = day(row.get_ref(2)?.as_str_or_null().map_err(Fault::broken)?) else {
            continue;
        };
        let delivered_on = day(row.get_ref(3)?.as_str_or_null().map_err(Fault::broken)?);
        visit(Promise {
            order_id: row.get(0)?,
            line_id: row.get(1)?,
            promised_on,
            delivered_on,
            kept: kept(promised_on, delivered_on, today),
        })?;
    }
    Ok(())
}

fn day(text: Option<&str>) -> Option<NaiveDate> {
    text.and_then(|text| text.parse().ok())
}

/// K3 by line and by order; an order stands as its worst line of the month.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn punctuality(
    connection: &Connection,
    month: Month,
    today: NaiveDate,
) -> Result<(MonthPunctuality, MonthPunctuality), Fault> {
    let (mut lines, mut orders) = (Punctuality::default(), Punctuality::default());
    let mut open: Option<(i64, Kept)> = None;
    promises(connection, month, today, |promise| {
        lines.count(promise.kept);
        open = match open {
            Some((id, worst)) if id == promise.order_id => Some((id, worst.max(promise.kept))),
            before => {
                if let Some((_, worst)) = before {
                    orders.count(worst);
                }
                Some((promise.order_id, promise.kept))
            }
        };
        Ok(())
    })?;
    if let Some((_, worst)) = open {
        orders.count(worst);
    }
    Ok((shown(lines), shown(orders)))
}

/// Twelve months up to this one, each with the same month of the year before.
fn trend(connection: &Connection, month: Month) -> Result<Vec<MonthPoint>, Fault> {
    let mut statement = connection.prepare_cached(
        "select ym, orders, amount_fen from month_sum
          where facet = 'total' and key = '' and ym >= $1 and ym <= $2 and orders <> 0 order by ym",
    )?;
    let rows = statement.query_map(params![month.back(23).ym(), month.ym()], |row| {
        Ok((row.get::<_, i64>(0)?, (row.get::<_, i64>(1)?, Money(row.get(2)?))))
    })?;
    let sums: HashMap<i64, (i64, Money)> = rows.collect::<Result<_, _>>()?;
    let point = |back: u32| {
        let at = month.back(back);
        let (orders, amount_fen) = sums.get(&at.ym()).copied().unwrap_or_default();
        let last_year_fen = sums.get(&at.back(12).ym()).map(|(_, amount)| *amount);
        MonthPoint { ym: at.ym(), orders, amount_fen, last_year_fen }
    };
    Ok((0..12).rev().map(point).collect())
}

const FACET_ROWS: &str = "select m.key, m.orders, m.lines, m.quantity_milli, m.amount_fen,
        (select p.amount_fen from month_sum p where p.ym = $1 and p.facet = m.facet and p.key = m.key and p.orders <> 0),
        (select y.amount_fen from month_sum y where y.ym = $2 and y.facet = m.facet and y.key = m.key and y.orders <> 0),
        not exists (select 1 from month_sum e
          where e.facet = m.facet and e.key = m.key and e.ym < m.ym and e.orders <> 0)
   from month_sum m where m.ym = $3 and m.facet = $4 and m.orders <> 0
  order by m.amount_fen desc, m.key limit $5";

/// K8: one facet of the month, the largest amount first.
///
/// # Errors
/// Broken when the book cannot be read.
fn facet_rows(connection: &Connection, month: Month, facet: &str) -> Result<Vec<FacetRow>, Fault> {
    let mut statement = connection.prepare_cached(FACET_ROWS)?;
    let asked = params![month.back(1).ym(), month.back(12).ym(), month.ym(), facet, MOST_KEYS];
    let rows = statement.query_map(asked, |row| {
        Ok(FacetRow {
            key: row.get(0)?,
            name: String::new(),
            orders: row.get(1)?,
            lines: row.get(2)?,
            quantity_milli: Quantity(row.get(3)?),
            amount_fen: Money(row.get(4)?),
            previous_fen: row.get::<_, Option<i64>>(5)?.map(Money),
            last_year_fen: row.get::<_, Option<i64>>(6)?.map(Money),
            target_fen: None,
            is_new: row.get::<_, bool>(7)? && facet == "customer",
        })
    })?;
    let mut rows: Vec<FacetRow> = rows.collect::<Result<_, _>>()?;
    for row in &mut rows {
        row.name = name_of(connection, facet, &row.key)?;
    }
    Ok(rows)
}

/// The name behind a key of the roll-up: the record's present name, or the name itself where there is no record.
fn name_of(connection: &Connection, facet: &str, key: &str) -> Result<String, Fault> {
    let sql = match facet {
        "product" => "select trim(name || ' ' || spec) from product where id = $1",
        "customer" => "select name from customer where id = $1",
        "person" => "select name from person where id = $1",
        _ => return Ok(key.to_string()),
    };
    let Ok(id) = key.parse::<i64>() else { return Ok(key.trim_start_matches('~').to_string()) };
    let found: Option<String> =
        connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?;
    Ok(found.unwrap_or_else(|| key.to_string()))
}

/// 业务员: who sold, and who has a target and sold nothing.
fn people(connection: &Connection, month: Month) -> Result<Vec<FacetRow>, Fault> {
    let mut rows = facet_rows(connection, month, "person")?;
    let mut targets: Vec<(i64, Money)> = targets(connection, month)?.into_iter().collect();
    targets.sort();
    for (id, target) in targets.into_iter().filter(|(id, _)| *id != 0) {
        let key = id.to_string();
        match rows.iter_mut().find(|row| row.key == key) {
            Some(row) => row.target_fen = Some(target),
            None => rows.push(FacetRow {
                name: name_of(connection, "person", &key)?,
                key,
                orders: 0,
                lines: 0,
                quantity_milli: Quantity(0),
                amount_fen: Money(0),
                previous_fen: None,
                last_year_fen: None,
                target_fen: Some(target),
                is_new: false,
            }),
        }
    }
    Ok(rows)
}

/// The targets of a month by person; 0 is the company.
fn targets(connection: &Connection, month: Month) -> Result<HashMap<i64, Money>, Fault> {
    let mut statement = connection
        .prepare_cached("select person_id, amount_fen from target where ym = $1 order by person_id")?;
    let rows = statement.query_map([month.ym()], |row| Ok((row.get(0)?, Money(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Sets or takes back a target; the history keeps before and after.
///
/// # Errors
/// `RowNotFound` for a person who is not in the book.
pub fn set_target(
    act: &Act,
    month: Month,
    person_id: Option<i64>,
    target: Option<Money>,
) -> Result<(), Fault> {
    let id = person_id.unwrap_or(0);
    if person_id.is_some() {
        super::person::get(act.tx, id)?;
    }
    let before = targets(act.tx, month)?.get(&id).copied();
    act.tx.execute("delete from target where ym = $1 and person_id = $2", params![month.ym(), id])?;
    if let Some(target) = target {
        act.tx.execute(
            "insert into target (ym, person_id, amount_fen) values ($1, $2, $3)",
            params![month.ym(), id, target.0],
        )?;
    }
    let text = |amount: Option<Money>| amount.map_or_else(String::new, |amount| amount.0.to_string());
    let who = person_id.map_or_else(String::new, |id| id.to_string());
    let payload = history::Payload::note(who).change("target_fen", text(before), text(target));
    history::record(act, "target_set", "month", month.ym(), &payload)
}
