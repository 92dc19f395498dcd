//! The order list: keyset pages on every sort, whatever is filtered.
//!
//! A page is read in one of two ways. When a filter leaves only a few orders, their ids come from the filter's own
//! index and are sorted; otherwise the sort's index is walked from the cursor until the page is full. Which one is
//! decided by a capped count, so that neither a rare nor a common filter reads the whole book.

use chengdan_domain::money::Money;
use chengdan_domain::order::OrderState;
use chengdan_domain::text::search_key;
use rusqlite::{Connection, Row, named_params};

use super::{origin_of, state_of, status_of, status_text};
use crate::fault::Fault;
use crate::views::order::{OrderFilter, OrderListAsk, OrderPage, OrderRow, OrderTotals};

/// From this many matches on, walking the sort's index fills a page sooner than sorting the matches.
const FEW: i64 = 1_500;

/// The filters, the same for pages and totals. Written so that no filter's index is taken for them:
/// the page's order decides how the table is walked.
const MATCHES: &str = "($statuses = '' or instr($statuses, ',' || o.status || ',') > 0)
    and ($customer_id is null or o.customer_id = $customer_id) and ($owner_id is null or o.owner_id = $owner_id)
    and ($promised_from is null or o.promised_on >= $promised_from)
    and ($promised_before is null or o.promised_on < $promised_before)
    and ($created_from is null or o.created_on >= $created_from)
    and ($created_before is null or o.created_on < $created_before)
    and ($least_fen is null or o.amount_fen >= $least_fen)
    and ($open_before is null or o.open_promised_on < $open_before)
    and ($text = '' or instr(o.search_key, $text) > 0)";

const ROW: &str = "o.id, o.number, o.status, o.origin, o.customer_name, o.owner_name, o.amount_fen, o.promised_on,
    o.created_on, o.approved_on, o.first_product, o.line_count, o.open_promised_on, o.open_lines, o.part_delivered,
    o.state";

/// A filter that has an index of its own.
struct Indexed {
    is_set: fn(&Filter) -> bool,
    /// The ids it leaves, or a few more; the page's own condition is exact.
    ids: &'static str,
    /// Up to so many ids are sorted; beyond it the sort's index is walked.
    few: i64,
    /// The condition by which the default sort can walk this filter's index instead.
    walk: &'static str,
}

/// In the order in which they are tried: the most selective first.
const INDEXED: [Indexed; 6] = [
    Indexed {
        is_set: |filter| filter.customer_id.is_some(),
        ids: "select id from sales_order where customer_id = $customer_id order by approved_on, id",
        few: FEW,
        walk: "",
    },
    Indexed {
        is_set: |filter| filter.open_before.is_some(),
        ids: "select id from sales_order where open_promised_on < $open_before order by open_promised_on, id",
        // What is overdue lies together, at one end: walking towards it reads everything else first.
        few: 4 * FEW,
        walk: "",
    },
    Indexed {
        is_set: |filter| filter.promised_from.is_some() || filter.promised_before.is_some(),
        ids: "select id from sales_order where coalesce(promised_on, '9999-12-31') >= coalesce($promised_from, '')
                 and coalesce(promised_on, '9999-12-31') < coalesce($promised_before, '9999-12-31')
               order by coalesce(promised_on, '9999-12-31'), id",
        few: FEW,
        walk: "",
    },
    Indexed {
        is_set: |filter| filter.created_from.is_some() || filter.created_before.is_some(),
        ids: "select id from sales_order where created_at >= $instant_from and created_at < $instant_before
               order by created_at, id",
        few: FEW,
        walk: "",
    },
    Indexed {
        is_set: |filter| (1..=4).contains(&filter.each_status.len()),
        ids: "select id from sales_order where status in ($s0, $s1, $s2, $s3)
               order by status, sort_ym, sort_serial, id",
        few: FEW,
        walk: " and o.status = $s0",
    },
    Indexed {
        is_set: |filter| filter.owner_id.is_some(),
        ids: "select id from sales_order where owner_id = $owner_id order by sort_ym, sort_serial, id",
        few: FEW,
        walk: " and o.owner_id = $owner_id",
    },
];

/// A filter as it is bound.
struct Filter {
    each_status: Vec<String>,
    statuses: String,
    customer_id: Option<i64>,
    owner_id: Option<i64>,
    promised_from: Option<String>,
    promised_before: Option<String>,
    created_from: Option<String>,
    created_before: Option<String>,
    /// The instants that surely hold those days in every zone.
    instant_from: String,
    instant_before: String,
    least_fen: Option<i64>,
    open_before: Option<String>,
    text: String,
}

impl Filter {
    fn of(filter: &OrderFilter, today: &str) -> Filter {
        let each_status: Vec<String> = filter.statuses.iter().map(|status| status_text(*status)).collect();
        let statuses =
            if each_status.is_empty() { String::new() } else { format!(",{},", each_status.join(",")) };
        Filter {
            each_status,
            statuses,
            customer_id: filter.customer_id,
            owner_id: filter.owner_id,
            promised_from: filter.promised_from.clone(),
            promised_before: filter.promised_before.clone(),
            created_from: filter.created_from.clone(),
            created_before: filter.created_before.clone(),
            instant_from: beside(filter.created_from.as_deref(), -1).unwrap_or_default(),
            instant_before: beside(filter.created_before.as_deref(), 1).unwrap_or_else(|| "9999".into()),
            least_fen: filter.least_fen,
            open_before: filter.overdue.then(|| today.to_string()),
            text: search_key(&filter.text),
        }
    }

    /// Binds what a statement names; a parameter it does not name is left out.
    fn bind(&self, statement: &mut rusqlite::CachedStatement) -> Result<(), Fault> {
        let status = |index: usize| self.each_status.get(index).map_or("", String::as_str);
        let all: [(&str, &dyn rusqlite::ToSql); 16] = [
            ("$statuses", &self.statuses),
            ("$s0", &status(0)),
            ("$s1", &status(1)),
            ("$s2", &status(2)),
            ("$s3", &status(3)),
            ("$customer_id", &self.customer_id),
            ("$owner_id", &self.owner_id),
            ("$promised_from", &self.promised_from),
            ("$promised_before", &self.promised_before),
            ("$created_from", &self.created_from),
            ("$created_before", &self.created_before),
            ("$instant_from", &self.instant_from),
            ("$instant_before", &self.instant_before),
            ("$least_fen", &self.least_fen),
            ("$open_before", &self.open_before),
            ("$text", &self.text),
        ];
        for (name, value) in all {
            if let Some(index) = statement.parameter_index(name)? {
                statement.raw_bind_parameter(index, value)?;
            }
        }
        Ok(())
    }

    /// The condition that lets a selective filter's index lead, or none when the sort's index should.
    fn lead(&self, connection: &Connection, sort: &Sort) -> Result<Option<String>, Fault> {
        for index in INDEXED.iter().filter(|index| (index.is_set)(self)) {
            let count = format!("select count(*) from ({} limit {})", index.ids, index.few + 1);
            let mut statement = connection.prepare_cached(&count)?;
            self.bind(&mut statement)?;
            let mut rows = statement.raw_query();
            let found: i64 = match rows.next()? {
                Some(row) => row.get(0)?,
                None => 0,
            };
            if found <= index.few {
                return Ok(Some(format!(" and o.id in ({})", index.ids)));
            }
        }
        if let Some(ids) = self.with_text(connection)? {
            return Ok(Some(format!(" and o.id in ({ids})")));
        }
        let walkable = |index: &&Indexed| {
            (index.is_set)(self)
                && !index.walk.is_empty()
                && (self.each_status.len() <= 1 || self.owner_id.is_some())
        };
        let walks = sort.columns.len() == 2;
        Ok(INDEXED.iter().filter(|_| walks).rfind(walkable).map(|index| index.walk.into()))
    }

    /// The ids of the orders that hold the text, when they are few; found in one pass over the text's own index.
    fn with_text(&self, connection: &Connection) -> Result<Option<String>, Fault> {
        if self.text.is_empty() {
            return Ok(None);
        }
        let mut statement = connection.prepare_cached(
            "select id from sales_order where instr(search_key, $1) > 0 order by search_key limit $2",
        )?;
        let rows = statement.query_map(rusqlite::params![self.text, FEW + 1], |row| row.get::<_, i64>(0))?;
        let ids: Vec<String> = rows.map(|id| id.map(|id| id.to_string())).collect::<Result<_, _>>()?;
        let few = i64::try_from(ids.len()).is_ok_and(|count| count <= FEW);
        // Integers of our own, so they may stand in the statement.
        Ok(few.then(|| if ids.is_empty() { "-1".into() } else { ids.join(", ") }))
    }
}

/// The day before or after, as text; none when it is no date.
fn beside(day: Option<&str>, days: i64) -> Option<String> {
    let day: chrono::NaiveDate = day?.parse().ok()?;
    day.checked_add_signed(chrono::Duration::days(days)).map(|day| day.to_string())
}

/// A sort: the columns of its index before the id, and how its cursor reads.
struct Sort {
    columns: &'static [&'static str],
    numeric: bool,
}

fn sort_of(name: &str) -> Sort {
    match name {
        "promised_on" => Sort { columns: &["coalesce(o.promised_on, '9999-12-31')"], numeric: false },
        "amount" => Sort { columns: &["o.amount_fen"], numeric: true },
        "customer" => Sort { columns: &["o.customer_key"], numeric: false },
        "created" => Sort { columns: &["o.created_at"], numeric: false },
        _ => Sort { columns: &["o.sort_ym", "o.sort_serial"], numeric: true },
    }
}

/// A page of the list, after the cursor of the page before. `today` decides what is overdue.
///
/// # Errors
/// Malformed, when the cursor is not one of ours.
pub fn page(connection: &Connection, ask: &OrderListAsk, today: &str) -> Result<OrderPage, Fault> {
    let (filter, sort) = (Filter::of(&ask.filter, today), sort_of(&ask.sort));
    let (past, direction) = if ask.descending { ("<", "desc") } else { (">", "asc") };
    let keys = sort.columns.join(", ");
    let mut query = format!("select {ROW}, {keys} from sales_order o where {MATCHES}");
    query.push_str(&filter.lead(connection, &sort)?.unwrap_or_default());
    let after = ask.after.as_deref().map(|after| read_cursor(after, sort.columns.len())).transpose()?;
    if after.is_some() {
        let marks = if sort.columns.len() == 2 { "$k0, $k1" } else { "$k0" };
        query.push_str(&format!(" and ({keys}, o.id) {past} ({marks}, $k)"));
        if sort.columns.len() == 1 {
            // SQLite finds an index on an expression by a plain comparison only, not by one of rows.
            query.push_str(&format!(" and {keys} {past}= $k0"));
        }
    }
    let order: Vec<String> = sort.columns.iter().map(|column| format!("{column} {direction}")).collect();
    query.push_str(&format!(" order by {}, o.id {direction} limit $most", order.join(", ")));

    let most = ask.limit.clamp(1, 500);
    let mut statement = connection.prepare_cached(&query)?;
    filter.bind(&mut statement)?;
    bind_cursor(&mut statement, after.as_ref(), sort.numeric, most + 1)?;
    let (mut found, mut rows) = (Vec::new(), statement.raw_query());
    while let Some(row) = rows.next()? {
        found.push((row_of(row, today)?, cursor_of(row, sort.columns.len(), sort.numeric)?));
    }
    let more = found.len() > usize::try_from(most).unwrap_or(usize::MAX);
    found.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let next = found.last().filter(|_| more).map(|(_, cursor)| cursor.clone());
    Ok(OrderPage { rows: found.into_iter().map(|(row, _)| row).collect(), next })
}

/// Count and sum of what is filtered; void orders are counted but not summed.
pub fn totals(connection: &Connection, filter: &OrderFilter, today: &str) -> Result<OrderTotals, Fault> {
    let filter = Filter::of(filter, today);
    let mut query = format!(
        "select count(*), cast(coalesce(sum(case when o.state <> 'Void' then o.amount_fen else 0 end), 0) as bigint),
                cast(coalesce(sum(case when o.state = 'Void' then 1 else 0 end), 0) as bigint)
           from sales_order o where {MATCHES}"
    );
    query.push_str(&filter.lead(connection, &sort_of("id"))?.unwrap_or_default());
    let mut statement = connection.prepare_cached(&query)?;
    filter.bind(&mut statement)?;
    let mut rows = statement.raw_query();
    let (count, sum, void_count) = match rows.next()? {
        Some(row) => (row.get(0)?, row.get(1)?, row.get(2)?),
        None => (0, 0, 0),
    };
    let all_count = connection
        .prepare_cached("select count(*) from sales_order")?
        .query_row(named_params! {}, |row| row.get(0))?;
    Ok(OrderTotals { count, amount_fen: Money(sum), void_count, all_count })
}

fn row_of(row: &Row, today: &str) -> Result<OrderRow, Fault> {
    let open_promised_on: Option<String> = row.get(12)?;
    let state = state_of(&row.get::<_, String>(15)?);
    let counts = matches!(state, OrderState::Approved | OrderState::Opening);
    Ok(OrderRow {
        id: row.get(0)?,
        number: row.get(1)?,
        status: status_of(&row.get::<_, String>(2)?),
        origin: origin_of(&row.get::<_, String>(3)?),
        customer: row.get(4)?,
        owner: row.get(5)?,
        amount_fen: Money(row.get(6)?),
        promised_on: row.get(7)?,
        created_on: row.get(8)?,
        approved_on: row.get(9)?,
        first_product: row.get(10)?,
        line_count: row.get(11)?,
        overdue: open_promised_on.is_some_and(|day| day.as_str() < today),
        delivered: counts && row.get::<_, i64>(13)? == 0,
        part_delivered: row.get(14)?,
    })
}

/// `id:key` or `id:key:key`; the customer's key may hold anything after the first colon.
fn cursor_of(row: &Row, keys: usize, numeric: bool) -> Result<String, Fault> {
    let id: i64 = row.get(0)?;
    let key = |index: usize| -> rusqlite::Result<String> {
        if numeric { row.get::<_, i64>(16 + index).map(|key| key.to_string()) } else { row.get(16 + index) }
    };
    Ok(if keys == 2 { format!("{id}:{}:{}", key(0)?, key(1)?) } else { format!("{id}:{}", key(0)?) })
}

/// The last row of the page before.
struct Cursor {
    id: i64,
    keys: Vec<String>,
}

fn read_cursor(after: &str, keys: usize) -> Result<Cursor, Fault> {
    let strange = || Fault::Malformed { detail: "this is no cursor of the order list".into() };
    let mut parts = after.splitn(keys + 1, ':');
    let id = parts.next().and_then(|id| id.parse().ok()).ok_or_else(strange)?;
    let found: Vec<String> = parts.map(String::from).collect();
    if found.len() == keys { Ok(Cursor { id, keys: found }) } else { Err(strange()) }
}

fn bind_cursor(
    statement: &mut rusqlite::CachedStatement,
    cursor: Option<&Cursor>,
    numeric: bool,
    most: i64,
) -> Result<(), Fault> {
    let mut bind = |name: &str, value: &dyn rusqlite::ToSql| -> Result<(), Fault> {
        if let Some(index) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(index, value)?;
        }
        Ok(())
    };
    bind("$most", &most)?;
    let Some(cursor) = cursor else { return Ok(()) };
    bind("$k", &cursor.id)?;
    for (name, key) in ["$k0", "$k1"].into_iter().zip(&cursor.keys) {
        if numeric {
            let strange = |_| Fault::Malformed { detail: "this is no cursor of the order list".into() };
            bind(name, &key.parse::<i64>().map_err(strange)?)?;
        } else {
            bind(name, key)?;
        }
    }
    Ok(())
}
