//! The list of quotations: pages by any column, and the totals of what is filtered.

use chengdan_domain::money::{Money, Rate};
use chrono::NaiveDate;
use rusqlite::{Connection, Row, ToSql, params};

use super::{state_of, state_text};
use crate::clock::begins;
use crate::fault::Fault;
use crate::store::search::{QUOTATION_MATCHES, Question};
use crate::store::sorted::{Key, Sorted, number, text};
use crate::views::quotation::*;

/// What each column is sorted by; by creation when there is none of that name.
fn key_of(sort: &str) -> &'static Key {
    const BY_CREATION: Key = text("q.created_at");
    const BY_NUMBER: Key = text("q.number");
    const BY_CUSTOMER: Key = text("q.customer_name");
    const BY_AMOUNT: Key = number("q.amount_fen");
    const BY_VALIDITY: Key = text("coalesce(q.valid_until, '')");
    const BY_REVISION: Key = number("q.revision");
    const BY_OWNER: Key = text("coalesce((select p.name from person p where p.id = q.owner_id), '')");
    const BY_OPPORTUNITY: Key = text("(select o.number from opportunity o where o.id = q.opportunity_id)");
    /// What is not known comes first.
    const BY_MARGIN: Key =
        number("coalesce((select v.margin from quotation_version v where v.id = q.current_id), -1000000)");
    /// In the order of the process.
    const BY_STATE: Key = text(
        "case q.state when 'Draft' then '1' when 'InApproval' then '2' when 'SentBack' then '3' when 'Approved' then '4'
            when 'Sent' then '5' when 'Expired' then '6' when 'Accepted' then '7' else '8' end",
    );
    match sort {
        "number" => &BY_NUMBER,
        "customer" => &BY_CUSTOMER,
        "amount" => &BY_AMOUNT,
        "valid_until" => &BY_VALIDITY,
        "revision" => &BY_REVISION,
        "owner" => &BY_OWNER,
        "opportunity" => &BY_OPPORTUNITY,
        "margin" => &BY_MARGIN,
        "state" => &BY_STATE,
        _ => &BY_CREATION,
    }
}

/// The filter over `quotation q`.
fn passes() -> String {
    format!(
        "{QUOTATION_MATCHES} and ($4 = '' or instr($4, ',' || q.state || ',') > 0)
         and ($5 is null or q.customer_id = $5) and ($6 is null or q.opportunity_id = $6)
         and ($7 is null or q.owner_id = $7) and ($8 is null or q.amount_fen >= $8)
         and ($9 is null or q.amount_fen <= $9) and ($10 is null or q.valid_until >= $10)
         and ($11 is null or q.valid_until < $11) and ($12 is null or q.created_at >= $12)
         and ($13 is null or q.created_at < $13)"
    )
}

/// A day of the page; an empty text is none.
fn day(text: Option<&str>) -> Result<Option<NaiveDate>, Fault> {
    let day = text.map(str::trim).filter(|day| !day.is_empty());
    let read = |day: &str| day.parse().map_err(|_| Fault::Malformed { detail: format!("{day} is no date") });
    day.map(read).transpose()
}

/// Calls with the filter's parameters.
fn with<T>(
    filter: &QuotationFilter,
    ask: impl FnOnce(&[&dyn ToSql]) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let Question { text, grams, sounds, .. } = Question::of(&filter.text);
    let states: Vec<&str> = filter.states.iter().map(|state| state_text(*state)).collect();
    let states = if states.is_empty() { String::new() } else { format!(",{},", states.join(",")) };
    let written = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let (from, before) = (day(filter.valid_from.as_deref())?, day(filter.valid_before.as_deref())?);
    let (since, until) = (day(filter.created_from.as_deref())?, day(filter.created_before.as_deref())?);
    ask(params![
        text,
        grams,
        sounds,
        states,
        filter.customer_id,
        filter.opportunity_id,
        filter.owner_id,
        filter.least_fen,
        filter.most_fen,
        written(from),
        written(before),
        since.map(begins),
        until.map(begins)
    ])
}

/// The columns of a row, for [`row_of`].
const ROW: &str = "q.id, q.version, q.number, q.state, q.revision, q.customer_name, q.opportunity_id, o.number,
    coalesce(p.name, ''), q.amount_fen, v.margin, q.valid_until, q.created_at,
    (select count(*) from quotation_line n where n.quotation_version_id = q.current_id),
    coalesce((select f.name from quotation_line f where f.quotation_version_id = q.current_id and f.position = 0), '')";

/// A page of the list, after the cursor of the page before.
///
/// # Errors
/// Malformed, when the cursor is not one of ours or a day is no date.
pub fn page(connection: &Connection, ask: &QuotationListAsk) -> Result<QuotationPage, Fault> {
    let sorted = Sorted {
        table: "quotation q",
        letter: "q",
        passes: &passes(),
        key: key_of(&ask.sort),
        descending: ask.descending,
        row: ROW,
        joins: "join opportunity o on o.id = q.opportunity_id left join person p on p.id = q.owner_id
                left join quotation_version v on v.id = q.current_id",
        walks: false,
    };
    let (rows, next) =
        with(&ask.filter, |filter| sorted.page(connection, filter, ask.after.as_deref(), ask.limit, row_of))?;
    Ok(QuotationPage { rows, next })
}

fn row_of(row: &Row) -> rusqlite::Result<QuotationRow> {
    Ok(QuotationRow {
        id: row.get(0)?,
        version: row.get(1)?,
        number: row.get(2)?,
        state: state_of(&row.get::<_, String>(3)?),
        revision: row.get(4)?,
        customer: row.get(5)?,
        opportunity_id: row.get(6)?,
        opportunity: row.get(7)?,
        owner: row.get(8)?,
        amount_fen: Money(row.get(9)?),
        margin: row.get::<_, Option<i64>>(10)?.map(Rate),
        valid_until: row.get(11)?,
        created_at: row.get(12)?,
        line_count: row.get(13)?,
        first_line: row.get(14)?,
    })
}

/// Count and sum of what is filtered, and how many of them wait for the customer.
///
/// # Errors
/// Malformed, when a day is no date.
pub fn totals(connection: &Connection, filter: &QuotationFilter) -> Result<QuotationTotals, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select count(*), cast(coalesce(sum(q.amount_fen), 0) as bigint),
                cast(coalesce(sum(case when q.state = 'Sent' then 1 else 0 end), 0) as bigint),
                (select count(*) from quotation)
           from quotation q where {}",
        passes()
    ))?;
    with(filter, |filter| {
        Ok(statement.query_row(filter, |row| {
            Ok(QuotationTotals {
                count: row.get(0)?,
                amount_fen: Money(row.get(1)?),
                open_count: row.get(2)?,
                all_count: row.get(3)?,
            })
        })?)
    })
}
