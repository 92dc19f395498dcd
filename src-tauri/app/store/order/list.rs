//! The order list: keyset pages on every sort, whatever is filtered.
//!
//! A page is read in one of three ways. When a filter leaves only a few orders, their ids come from the filter's own
//! index, a text's from the search index, and are sorted. Otherwise the sort's index is walked, but only a stretch of it:
//! that fills the page when the filter is a common one. If it does not, a text's orders are read as a set of ids, cut with
//! those of the other filters, and the walk goes on along the sort's index alone, looking only at orders of the set;
//! without a text one pass over `order_for_list`, which holds all that is filtered by, finds the page's ids, or, where the
//! sort's values do not stand there, the set to walk for. So neither a rare nor a common filter, nor any two together, reads the orders themselves from end to end.

use chengdan_domain::money::Money;
use chengdan_domain::order::OrderState;
use chengdan_domain::payment::{PaymentTerms, sentence_en, sentence_zh};
use rusqlite::{Connection, Row, named_params};

use super::filter::{Candidates, Filter};
use super::held::Held;
use super::sort::{Sort, sort_of};
use super::{origin_of, state_of, status_of};
use crate::fault::Fault;
use crate::store::setting;
use crate::views::book::Language;
use crate::views::order::{OrderFilter, OrderListAsk, OrderPage, OrderRow, OrderTotals};

/// So many orders are walked in the hope of filling a page.
const STRETCH: i64 = 1_000;

const ROW: &str = "o.id, o.number, o.status, o.origin, o.customer_name, o.owner_name, o.amount_fen, o.promised_on,
    o.created_on, o.approved_on, o.first_product, o.line_count, o.open_promised_on, o.open_lines, o.part_delivered,
    o.state, o.version, o.contract_number, o.customer_order_number, o.counted_region, o.terms, o.delivered_on";

/// So many columns stand before what is sorted by.
const ROW_COLUMNS: usize = 22;

/// How one page is asked for: its filter, its sort, and the row it comes after.
struct Asked<'a> {
    connection: &'a Connection,
    filter: Filter,
    sort: &'static Sort,
    descending: bool,
    after: Option<Cursor>,
    most: i64,
    today: &'a str,
    /// Of the sentences in the rows.
    language: Language,
}

/// Which orders a page is made of.
enum Way {
    /// All that pass, along the sort's index.
    Walk,
    /// Those among these ids that pass.
    Few(&'static str),
    /// Those that pass within the next stretch of the sort's index.
    Stretch,
    /// Those that a pass over `order_for_list` finds, in the order of these values of it.
    Scan(&'static [&'static str]),
}

impl Asked<'_> {
    /// What is sorted by: these columns, the id last.
    fn order(&self, columns: &[&str]) -> String {
        let direction = if self.descending { "desc" } else { "asc" };
        let keys: Vec<String> = columns.iter().map(|column| format!("{column} {direction}")).collect();
        format!("{}, o.id {direction}", keys.join(", "))
    }

    /// The condition that leaves what comes after the cursor.
    fn rest(&self, columns: &[&str]) -> String {
        if self.after.is_none() {
            return String::new();
        }
        let past = if self.descending { "<" } else { ">" };
        let marks = if columns.len() == 2 { "$k0, $k1" } else { "$k0" };
        let mut rest = format!(" and ({}, o.id) {past} ({marks}, $k)", columns.join(", "));
        if columns.len() == 1 {
            // SQLite finds an index on an expression by a plain comparison only, not by one of rows.
            rest.push_str(&format!(" and {} {past}= $k0", columns[0]));
        }
        rest
    }

    fn query(&self, way: &Way) -> String {
        let columns = self.sort.columns;
        let (order, rest) = (self.order(columns), self.rest(columns));
        let matches = self.filter.matches();
        let which = match way {
            Way::Walk => format!("{matches}{rest}"),
            Way::Few(ids) => format!("{matches} and o.id in ({ids}){rest}"),
            Way::Stretch => {
                let walk = if columns.len() == 2 { self.filter.walk() } else { "" };
                format!(
                    "{matches} and o.id in (select o.id from sales_order o where 1 = 1{walk}{rest} order by {order}
                      limit {STRETCH})"
                )
            }
            Way::Scan(scanned) => {
                let (order, rest) = (self.order(scanned), self.rest(scanned));
                format!(
                    "o.id in (select o.id from sales_order o where {matches}{rest} order by {order} limit $most)"
                )
            }
        };
        format!(
            "select {ROW}, {} from sales_order o where {which} order by {order} limit $most",
            columns.join(", ")
        )
    }

    /// One row more than the page takes, when there is one.
    fn rows(&self, way: &Way) -> Result<Vec<(OrderRow, String)>, Fault> {
        let mut statement = self.connection.prepare_cached(&self.query(way))?;
        self.filter.bind(&mut statement)?;
        bind_cursor(&mut statement, self.after.as_ref(), self.sort.numeric, self.most + 1)?;
        let (mut found, mut rows) = (Vec::new(), statement.raw_query());
        while let Some(row) = rows.next()? {
            found.push((
                row_of(row, self.today, self.language)?,
                cursor_of(row, self.sort.columns.len(), self.sort.numeric)?,
            ));
        }
        Ok(found)
    }

    /// The rows when neither all pass nor a filter's own index leaves few: what is common fills the page within a stretch.
    fn search(&self) -> Result<Vec<(OrderRow, String)>, Fault> {
        let near = self.rows(&Way::Stretch)?;
        if i64::try_from(near.len()).unwrap_or(0) > self.most {
            return Ok(near);
        }
        match (self.filter.candidates(self.connection)?, self.sort.scanned) {
            (Some(candidates), _) => self.walk(&candidates),
            (None, Some(scanned)) => self.rows(&Way::Scan(scanned)),
            // The pass finds what passes; walking the sort's index says which of it comes first.
            (None, None) => {
                let held = self.filter.passing(self.connection)?;
                self.walk(&Candidates { held, sounding: Held::default() })
            }
        }
    }

    /// Walks the sort's index, which is read alone, and looks only at the orders of a set, until the page is full.
    fn walk(&self, candidates: &Candidates) -> Result<Vec<(OrderRow, String)>, Fault> {
        let (columns, numeric) = (self.sort.columns, self.sort.numeric);
        let (order, rest) = (self.order(columns), self.rest(columns));
        let walk = format!("select o.id from sales_order o where 1 = 1{rest} order by {order}");
        let look = format!(
            "select {ROW}, {} from sales_order o where o.id = $id and {}",
            columns.join(", "),
            self.filter.matches_one()
        );
        let mut walk = self.connection.prepare_cached(&walk)?;
        bind_cursor(&mut walk, self.after.as_ref(), numeric, self.most + 1)?;
        let mut look = self.connection.prepare_cached(&look)?;
        self.filter.bind(&mut look)?;
        let (mut found, mut left, mut met) = (Vec::new(), candidates.held.count(), walk.raw_query());
        while left > 0
            && i64::try_from(found.len()).unwrap_or(0) <= self.most
            && let Some(one) = met.next()?
        {
            let id: i64 = one.get(0)?;
            if !candidates.held.has(id) {
                continue;
            }
            left -= 1;
            candidates.bind(&mut look, id)?;
            let mut rows = look.raw_query();
            if let Some(row) = rows.next()? {
                found
                    .push((row_of(row, self.today, self.language)?, cursor_of(row, columns.len(), numeric)?));
            }
        }
        Ok(found)
    }
}

/// A page of the list, after the cursor of the page before. `today` decides what is overdue.
///
/// # Errors
/// Malformed, when the cursor is not one of ours.
pub fn page(connection: &Connection, ask: &OrderListAsk, today: &str) -> Result<OrderPage, Fault> {
    let (filter, sort) = (Filter::of(&ask.filter, today), sort_of(&ask.sort));
    let after = ask.after.as_deref().map(|after| read_cursor(after, sort.columns.len())).transpose()?;
    let most = ask.limit.clamp(1, 500);
    let page = usize::try_from(most).unwrap_or(usize::MAX);
    let language = setting::language(connection)?;
    let descending = ask.descending;
    let asked = Asked { connection, filter, sort, descending, after, most, today, language };
    let mut found = if asked.filter.lets_all_pass() {
        asked.rows(&Way::Walk)?
    } else if let Some(ids) = asked.filter.few(connection)? {
        asked.rows(&Way::Few(ids))?
    } else {
        asked.search()?
    };
    let more = found.len() > page;
    found.truncate(page);
    let next = found.last().filter(|_| more).map(|(_, cursor)| cursor.clone());
    Ok(OrderPage { rows: found.into_iter().map(|(row, _)| row).collect(), next })
}

/// What a total is made of, of one order or of all that pass.
const SUMS: &str =
    "count(*), cast(coalesce(sum(case when o.state <> 'Void' then o.amount_fen else 0 end), 0) as bigint),
    cast(coalesce(sum(case when o.state = 'Void' then 1 else 0 end), 0) as bigint)";

/// Count and sum of what is filtered; void orders are counted but not summed.
pub fn totals(connection: &Connection, filter: &OrderFilter, today: &str) -> Result<OrderTotals, Fault> {
    let filter = Filter::of(filter, today);
    let all_count: i64 = connection
        .prepare_cached("select count(*) from sales_order")?
        .query_row(named_params! {}, |row| row.get(0))?;
    let few = if filter.lets_all_pass() { None } else { filter.few(connection)? };
    let candidates = if few.is_none() { filter.candidates(connection)? } else { None };
    let mut totals = OrderTotals { all_count, ..OrderTotals::default() };
    // A pass over the index that holds all of it costs less than looking up a third of the orders.
    let few_enough =
        |found: &Candidates| i64::try_from(found.held.count()).is_ok_and(|count| count * 3 < all_count);
    if let Some(candidates) = candidates.filter(few_enough) {
        let query = format!("select {SUMS} from sales_order o where o.id = $id and {}", filter.matches_one());
        let mut look = connection.prepare_cached(&query)?;
        filter.bind(&mut look)?;
        for id in candidates.held.ids() {
            candidates.bind(&mut look, *id)?;
            add(&mut look, &mut totals)?;
        }
        return Ok(totals);
    }
    let among = few.map(|ids| format!(" and o.id in ({ids})")).unwrap_or_default();
    let query = format!("select {SUMS} from sales_order o where {}{among}", filter.matches());
    let mut statement = connection.prepare_cached(&query)?;
    filter.bind(&mut statement)?;
    add(&mut statement, &mut totals)?;
    Ok(totals)
}

fn add(statement: &mut rusqlite::CachedStatement, totals: &mut OrderTotals) -> Result<(), Fault> {
    let mut rows = statement.raw_query();
    if let Some(row) = rows.next()? {
        totals.count += row.get::<_, i64>(0)?;
        totals.amount_fen = Money(totals.amount_fen.0.saturating_add(row.get(1)?));
        totals.void_count += row.get::<_, i64>(2)?;
    }
    Ok(())
}

fn row_of(row: &Row, today: &str, language: Language) -> Result<OrderRow, Fault> {
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
        version: row.get(16)?,
        contract_number: row.get(17)?,
        customer_order_number: row.get(18)?,
        region: row.get(19)?,
        terms: sentence(row.get_ref(20)?.as_str().map_err(Fault::broken)?, language),
        delivered_on: Some(row.get::<_, String>(21)?).filter(|day| !day.is_empty()),
    })
}

/// Payment terms in words.
fn sentence(json: &str, language: Language) -> String {
    let terms: PaymentTerms = serde_json::from_str(json).unwrap_or_default();
    match language {
        Language::Zh => sentence_zh(&terms),
        Language::En => sentence_en(&terms),
    }
}

/// `id:key` or `id:key:key`; the customer's key may hold anything after the first colon.
fn cursor_of(row: &Row, keys: usize, numeric: bool) -> Result<String, Fault> {
    let id: i64 = row.get(0)?;
    let key = |index: usize| -> rusqlite::Result<String> {
        let column = ROW_COLUMNS + index;
        if numeric { row.get::<_, i64>(column).map(|key| key.to_string()) } else { row.get(column) }
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
