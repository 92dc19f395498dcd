//! The monthly roll-up (K1, K8): every counted order adds to its month once per facet, in the transaction that
//! makes it count.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Act;
use crate::fault::Fault;

/// What is summed for one key of one facet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    pub orders: i64,
    pub lines: i64,
    pub quantity_milli: i64,
    pub amount_fen: i64,
}

impl Sum {
    /// Adds another sum, `sign` times. Sums of checked amounts stay far inside 64 bits.
    fn add(&mut self, other: Sum, sign: i64) {
        self.orders += sign * other.orders;
        self.lines += sign * other.lines;
        self.quantity_milli += sign * other.quantity_milli;
        self.amount_fen += sign * other.amount_fen;
    }
}

/// The facets of K8, as the roll-up names them.
pub const FACETS: [&str; 7] = ["total", "product", "category", "region", "industry", "customer", "person"];

type Shares = BTreeMap<(&'static str, String), Sum>;

/// The key of somebody or something that may have no record of its own: the id, else the name. A name made of
/// digits gets a mark, so that it is never taken for an id.
pub fn key_of(id: Option<i64>, name: &str) -> String {
    match id {
        Some(id) => id.to_string(),
        None if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) => format!("~{name}"),
        None => name.to_string(),
    }
}

/// Whether an order `o` counts in its month (K1): approved or 期初, and not cancelled within that month. One that was
/// cancelled later stays there and is taken off in the later month's 净额.
pub(super) const COUNTS: &str =
    "o.approved_ym is not null and (o.state <> 'Void' or exists (select 1 from amount_change v
       where v.order_id = o.id and v.kind = 'Cancel' and v.ym > o.approved_ym))";

/// The head of a counted order, as the roll-up needs it.
struct Head {
    ym: i64,
    amount_fen: i64,
    region: String,
    industry: String,
    customer: String,
    person: String,
}

/// A line of it.
struct Line {
    product: String,
    category: String,
    quantity_milli: i64,
    amount_fen: i64,
}

const HEAD: &str =
    "o.approved_ym, o.amount_fen, o.counted_region, o.counted_industry, o.customer_id, o.customer_name,
     o.counted_person_id, o.owner_name";

fn head_of(row: &Row, first: usize) -> rusqlite::Result<Head> {
    Ok(Head {
        ym: row.get(first)?,
        amount_fen: row.get(first + 1)?,
        region: row.get(first + 2)?,
        industry: row.get(first + 3)?,
        customer: key_of(row.get(first + 4)?, &row.get::<_, String>(first + 5)?),
        person: key_of(row.get(first + 6)?, &row.get::<_, String>(first + 7)?),
    })
}

const LINE: &str =
    "l.product_id, l.name, l.category, coalesce(l.quantity_milli, 0), coalesce(l.amount_fen, 0)";

fn line_of(row: &Row, first: usize) -> rusqlite::Result<Line> {
    Ok(Line {
        product: key_of(row.get(first)?, &row.get::<_, String>(first + 1)?),
        category: row.get(first + 2)?,
        quantity_milli: row.get(first + 3)?,
        amount_fen: row.get(first + 4)?,
    })
}

/// What one order adds to its month. Under product and category it counts once per different key.
fn shares(head: &Head, lines: &[Line]) -> Shares {
    let mut shares = Shares::new();
    let mut whole = Sum { orders: 1, amount_fen: head.amount_fen, ..Sum::default() };
    for line in lines {
        let part =
            Sum { orders: 0, lines: 1, quantity_milli: line.quantity_milli, amount_fen: line.amount_fen };
        whole.lines += 1;
        whole.quantity_milli += line.quantity_milli;
        for (facet, key) in [("product", &line.product), ("category", &line.category)] {
            let sum = shares.entry((facet, key.clone())).or_default();
            sum.add(part, 1);
            sum.orders = 1;
        }
    }
    for (facet, key) in [
        ("total", ""),
        ("region", &head.region),
        ("industry", &head.industry),
        ("customer", &head.customer),
        ("person", &head.person),
    ] {
        shares.insert((facet, key.to_string()), whole);
    }
    shares
}

/// Adds (`sign` 1) or takes away (`sign` −1) one order, as it stands in this transaction. Call it after the order's
/// month, copied facts and lines are written; an order without a month adds nothing.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn count_order(act: &Act, order_id: i64, sign: i64) -> Result<(), Fault> {
    let Some(head) = head(act.tx, order_id)? else { return Ok(()) };
    let mut statement = act.tx.prepare_cached(&format!(
        "select {LINE} from order_line l where l.order_id = $1 order by l.position, l.id"
    ))?;
    let lines: Vec<Line> =
        statement.query_map([order_id], |row| line_of(row, 0))?.collect::<Result<_, _>>()?;
    for ((facet, key), sum) in shares(&head, &lines) {
        let mut signed = Sum::default();
        signed.add(sum, sign);
        write(act, head.ym, facet, &key, signed)?;
    }
    Ok(())
}

fn head(connection: &Connection, order_id: i64) -> Result<Option<Head>, Fault> {
    Ok(connection
        .prepare_cached(&format!(
            "select {HEAD} from sales_order o where o.id = $1 and o.approved_ym is not null"
        ))?
        .query_row([order_id], |row| head_of(row, 0))
        .optional()?)
}

fn write(act: &Act, ym: i64, facet: &str, key: &str, sum: Sum) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "insert into month_sum (ym, facet, key, orders, lines, quantity_milli, amount_fen)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (ym, facet, key) do update set orders = month_sum.orders + excluded.orders,
               lines = month_sum.lines + excluded.lines,
               quantity_milli = month_sum.quantity_milli + excluded.quantity_milli,
               amount_fen = month_sum.amount_fen + excluded.amount_fen",
        )?
        .execute(params![ym, facet, key, sum.orders, sum.lines, sum.quantity_milli, sum.amount_fen])?;
    Ok(())
}

/// Makes the roll-up anew from the orders themselves: one scan, summed in memory (a GROUP BY sorts instead).
/// For many orders written at once; orders that were cancelled before they counted add nothing.
///
/// # Errors
/// Broken when the book cannot be read or written.
pub fn rebuild(act: &Act) -> Result<(), Fault> {
    act.tx.execute("delete from month_sum", [])?;
    let mut totals: BTreeMap<(i64, &'static str, String), Sum> = BTreeMap::new();
    each_order(act.tx, |head, lines| {
        for ((facet, key), sum) in shares(head, lines) {
            totals.entry((head.ym, facet, key)).or_default().add(sum, 1);
        }
    })?;
    for ((ym, facet, key), sum) in totals {
        write(act, ym, facet, &key, sum)?;
    }
    Ok(())
}

/// Walks every counted order with its lines.
fn each_order(connection: &Connection, mut visit: impl FnMut(&Head, &[Line])) -> Result<(), Fault> {
    let mut statement = connection.prepare(&format!(
        "select o.id, {HEAD}, {LINE} from sales_order o join order_line l on l.order_id = o.id
          where {COUNTS} order by o.id, l.position, l.id"
    ))?;
    let mut rows = statement.query([])?;
    let mut open: Option<(i64, Head)> = None;
    let mut lines: Vec<Line> = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if open.as_ref().is_none_or(|(seen, _)| *seen != id) {
            if let Some((_, head)) = &open {
                visit(head, &lines);
            }
            open = Some((id, head_of(row, 1)?));
            lines.clear();
        }
        lines.push(line_of(row, 9)?);
    }
    if let Some((_, head)) = &open {
        visit(head, &lines);
    }
    Ok(())
}
