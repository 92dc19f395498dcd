//! The list of opportunities: pages by any column, the board by stage, the sums of what is filtered, and the documents of
//! one.

mod neighbours;

pub use neighbours::{contracts, lead, orders, quotations};

use std::collections::BTreeMap;

use chengdan_domain::money::Money;
use chengdan_domain::opportunity::Stage;
use chrono::NaiveDate;
use rusqlite::{Connection, Row, ToSql, params};

use super::opportunity::{stage_from, stage_text, state_of};
use super::search::{OPPORTUNITY_MATCHES, Question};
use super::sorted::{Key, Sorted, number, text};
use crate::clock::begins;
use crate::fault::Fault;
use crate::views::opportunity::*;

/// What each column is sorted by; by its beginning when there is none of that name.
fn key_of(sort: &str) -> &'static Key {
    const BY_CREATION: Key = text("o.created_at");
    const BY_NUMBER: Key = text("o.number");
    const BY_NAME: Key = text("o.name");
    const BY_CUSTOMER: Key = text("(select c.name_key from customer c where c.id = o.customer_id)");
    const BY_OWNER: Key = text("coalesce((select p.name from person p where p.id = o.owner_id), '')");
    /// In the order of the process.
    const BY_STAGE: Key = text(
        "case o.stage when 'Survey' then '1' when 'Solution' then '2' when 'Negotiation' then '3'
            when 'Contract' then '4' when 'Won' then '5' else '6' end",
    );
    const BY_AMOUNT: Key = number("o.amount_fen");
    const BY_EXPECTATION: Key = text("coalesce(o.expected_on, '~')");
    const BY_CLOSING: Key = text("coalesce(o.closed_at, '')");
    match sort {
        "number" => &BY_NUMBER,
        "name" => &BY_NAME,
        "customer" => &BY_CUSTOMER,
        "owner" => &BY_OWNER,
        "stage" => &BY_STAGE,
        "amount" => &BY_AMOUNT,
        "expected" => &BY_EXPECTATION,
        "closed" => &BY_CLOSING,
        _ => &BY_CREATION,
    }
}

/// The filter over `opportunity o`.
fn passes() -> String {
    format!(
        "{OPPORTUNITY_MATCHES} and ($4 = '' or instr($4, ',' || o.stage || ',') > 0)
         and ($5 is null or o.customer_id = $5) and ($6 is null or o.owner_id = $6) and ($7 = 0 or o.owner_id is null)
         and ($8 is null or o.amount_fen >= $8) and ($9 is null or o.amount_fen <= $9)
         and ($10 is null or o.created_at >= $10) and ($11 is null or o.created_at < $11)
         and ($12 is null or o.expected_on >= $12) and ($13 is null or o.expected_on < $13)
         and ($14 is null or o.closed_at >= $14) and ($15 is null or o.closed_at < $15)"
    )
}

/// The columns of a row, for [`row_of`]; `customer c` and `person p` follow it.
const COLUMNS: &str =
    "o.id, o.version, o.number, o.name, o.customer_id, c.name, coalesce(p.name, ''), o.state, o.stage,
    o.amount_fen, o.expected_on, o.created_at, o.closed_at";
const JOINS: &str = "join customer c on c.id = o.customer_id left join person p on p.id = o.owner_id";

/// A day of the page; an empty text is none.
fn day(text: Option<&str>) -> Result<Option<NaiveDate>, Fault> {
    let day = text.map(str::trim).filter(|day| !day.is_empty());
    let read = |day: &str| day.parse().map_err(|_| Fault::Malformed { detail: format!("{day} is no date") });
    day.map(read).transpose()
}

/// Calls with the filter's parameters.
fn with<T>(
    filter: &OpportunityFilter,
    ask: impl FnOnce(&[&dyn ToSql]) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let Question { text, grams, sounds, .. } = Question::of(&filter.text);
    let stages: Vec<&str> = filter.stages.iter().map(|stage| stage_text(*stage)).collect();
    let stages = if stages.is_empty() { String::new() } else { format!(",{},", stages.join(",")) };
    // Beginning and closing are instants, what is expected is a date.
    let instant = |text: &Option<String>| Ok::<_, Fault>(day(text.as_deref())?.map(begins));
    let date = |text: &Option<String>| Ok::<_, Fault>(day(text.as_deref())?.map(|day| day.to_string()));
    ask(params![
        text,
        grams,
        sounds,
        stages,
        filter.customer_id,
        filter.owner_id,
        filter.no_owner,
        filter.least_fen.map(|amount| amount.0),
        filter.most_fen.map(|amount| amount.0),
        instant(&filter.created_from)?,
        instant(&filter.created_before)?,
        date(&filter.expected_from)?,
        date(&filter.expected_before)?,
        instant(&filter.closed_from)?,
        instant(&filter.closed_before)?
    ])
}

/// A page of the list, after the cursor of the page before.
///
/// # Errors
/// Malformed, when the cursor is not one of ours or a day is no date.
pub fn page(connection: &Connection, ask: &OpportunityListAsk) -> Result<OpportunityPage, Fault> {
    let sorted = Sorted {
        table: "opportunity o",
        letter: "o",
        passes: &passes(),
        key: key_of(&ask.sort),
        descending: ask.descending,
        row: COLUMNS,
        joins: JOINS,
        walks: false,
    };
    let (rows, next) =
        with(&ask.filter, |filter| sorted.page(connection, filter, ask.after.as_deref(), ask.limit, row_of))?;
    Ok(OpportunityPage { rows, next })
}

fn row_of(row: &Row) -> rusqlite::Result<OpportunityRow> {
    Ok(OpportunityRow {
        id: row.get(0)?,
        version: row.get(1)?,
        number: row.get(2)?,
        name: row.get(3)?,
        customer_id: row.get(4)?,
        customer: row.get(5)?,
        owner: row.get(6)?,
        state: state_of(&row.get::<_, String>(7)?),
        stage: stage_from(&row.get::<_, String>(8)?),
        amount_fen: Money(row.get(9)?),
        expected_on: row.get(10)?,
        created_at: row.get(11)?,
        closed_at: row.get(12)?,
    })
}

/// How many opportunities are filtered, and what the open ones come to.
///
/// # Errors
/// Malformed, when a day is no date.
pub fn totals(connection: &Connection, filter: &OpportunityFilter) -> Result<OpportunityTotals, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select count(*), cast(coalesce(sum(case when o.state = 'Open' then 1 else 0 end), 0) as bigint),
                cast(coalesce(sum(case when o.state = 'Open' then o.amount_fen else 0 end), 0) as bigint),
                (select count(*) from opportunity)
           from opportunity o where {}",
        passes()
    ))?;
    with(filter, |filter| {
        Ok(statement.query_row(filter, |row| {
            Ok(OpportunityTotals {
                count: row.get(0)?,
                open_count: row.get(1)?,
                open_fen: Money(row.get(2)?),
                all_count: row.get(3)?,
            })
        })?)
    })
}

/// So many opportunities a column of the board shows; the rest are counted.
const SHOWN: i64 = 50;

/// A column for each stage that is asked for, in the order of the process, also where it is empty.
///
/// # Errors
/// Malformed, when a day is no date.
pub fn board(connection: &Connection, filter: &OpportunityFilter) -> Result<Vec<OpportunityColumn>, Fault> {
    let asked = |stage: &Stage| filter.stages.is_empty() || filter.stages.contains(stage);
    let empty = |stage| OpportunityColumn { stage, count: 0, amount_fen: Money(0), rows: Vec::new() };
    let mut found: BTreeMap<Stage, OpportunityColumn> =
        Stage::ALL.into_iter().filter(asked).map(|stage| (stage, empty(stage))).collect();
    let mut statement = connection.prepare_cached(&board_query())?;
    with(filter, |filter| {
        let mut rows = statement.query(filter)?;
        while let Some(row) = rows.next()? {
            let shown = row_of(row)?;
            let Some(column) = found.get_mut(&shown.stage) else { continue };
            column.count = row.get(13)?;
            column.amount_fen = Money(row.get(14)?);
            column.rows.push(shown);
        }
        Ok(())
    })?;
    Ok(found.into_values().collect())
}

/// What passes is judged once; each column is the top of its own sort.
fn board_query() -> String {
    let top = |stage: Stage| {
        let name = stage_text(stage);
        let order = if stage < Stage::Won { "amount_fen desc, id desc" } else { "closed_at desc, id desc" };
        format!(
            "select * from (select id from passed where stage = '{name}' order by {order} limit {SHOWN}) {name}"
        )
    };
    let tops: Vec<String> = Stage::ALL.into_iter().map(top).collect();
    format!(
        "with passed as materialized (
             select o.id as id, o.stage as stage, o.amount_fen as amount_fen, o.closed_at as closed_at
               from opportunity o where {}),
         counted as materialized (
             select stage, count(*) as deals, cast(sum(amount_fen) as bigint) as fen from passed group by stage),
         shown as materialized ({})
         select {COLUMNS}, counted.deals, counted.fen
           from shown join opportunity o on o.id = shown.id join counted on counted.stage = o.stage {JOINS}
          order by coalesce(o.closed_at, '') desc, o.amount_fen desc, o.id desc",
        passes(),
        tops.join(" union all ")
    )
}
