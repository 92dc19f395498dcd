//! The list of leads: pages by any column, and the counts of what is filtered.

mod board;

pub use board::board;

use chengdan_domain::lead::{Grade, LeadState};
use chrono::NaiveDate;
use rusqlite::{Connection, Row, ToSql, params};

use super::lead::{grade_of, grade_text, source_of, source_text, state_of, state_text};
use super::search::{LEAD_MATCHES, Question};
use super::sorted::{Key, Sorted, text};
use crate::clock::begins;
use crate::fault::Fault;
use crate::views::lead::*;

/// The most urgent of a lead's running clocks.
const DUE: &str = "(select min(d.due_at) from deadline d
    where d.document = 'Lead' and d.document_id = l.id and d.state = 'Running')";

/// What each column is sorted by; by receipt when there is none of that name.
fn key_of(sort: &str) -> &'static Key {
    const BY_RECEIPT: Key = text("l.received_at");
    const BY_REGISTRATION: Key = text("l.registered_at");
    const BY_CUSTOMER: Key = text("l.name_key");
    const BY_CONTACT: Key = text("l.contact");
    /// What is not rated comes last.
    const BY_GRADE: Key = text("coalesce(l.grade, 'Z')");
    /// In the order of the process.
    const BY_STATE: Key = text(
        "case l.state when 'New' then '1' when 'Rated' then '2' when 'Assigned' then '3' when 'Converted' then '4'
            when 'Lost' then '5' when 'Invalid' then '6' else '7' end",
    );
    const BY_SOURCE: Key = text("l.source");
    const BY_INDUSTRY: Key = text("l.industry");
    const BY_REGION: Key = text("l.region");
    const BY_OWNER: Key = text("coalesce((select p.name from person p where p.id = l.owner_id), '')");
    const BY_FOLLOW_UP: Key = text("coalesce(l.followed_at, '')");
    const BY_NEXT: Key = text("coalesce(l.next_on, '~')");
    const BY_DUE: Key = text(
        "coalesce((select min(d.due_at) from deadline d
            where d.document = 'Lead' and d.document_id = l.id and d.state = 'Running'), '~')",
    );
    match sort {
        "registered" => &BY_REGISTRATION,
        "customer" => &BY_CUSTOMER,
        "contact" => &BY_CONTACT,
        "grade" => &BY_GRADE,
        "state" => &BY_STATE,
        "source" => &BY_SOURCE,
        "industry" => &BY_INDUSTRY,
        "region" => &BY_REGION,
        "owner" => &BY_OWNER,
        "followed" => &BY_FOLLOW_UP,
        "next" => &BY_NEXT,
        "due" => &BY_DUE,
        _ => &BY_RECEIPT,
    }
}

/// The filter over `lead l`; $14 is the present instant.
fn passes() -> String {
    format!(
        "{LEAD_MATCHES} and ($4 = '' or instr($4, ',' || l.state || ',') > 0)
         and ($5 = '' or instr($5, ',' || coalesce(l.grade, '-') || ',') > 0)
         and ($6 is null or l.source = $6) and ($7 is null or l.owner_id = $7) and ($8 = 0 or l.owner_id is null)
         and ($9 is null or l.industry = $9) and ($10 is null or l.region = $10)
         and ($11 is null or l.received_at >= $11) and ($12 is null or l.received_at < $12)
         and ($13 = 0 or {DUE} < $14) and ($15 is null or l.next_on >= $15) and ($16 is null or l.next_on < $16)"
    )
}

/// The columns of a row, for [`row_of`]; `person p` follows it.
fn columns() -> String {
    format!(
        "l.id, l.version, l.state, l.grade, l.name, l.contact, l.phone, l.industry, l.region, l.source, l.need,
         coalesce(p.name, ''), l.received_at, l.registered_at, l.followed_at, l.next_on, {DUE}"
    )
}

/// Words between commas, so that each stands between two; empty when there are none.
fn listed<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<&str> = words.collect();
    if words.is_empty() { String::new() } else { format!(",{},", words.join(",")) }
}

/// A day of the page; an empty text is none.
fn day(text: Option<&str>) -> Result<Option<NaiveDate>, Fault> {
    let day = text.map(str::trim).filter(|day| !day.is_empty());
    let read = |day: &str| day.parse().map_err(|_| Fault::Malformed { detail: format!("{day} is no date") });
    day.map(read).transpose()
}

/// Calls with the filter's parameters.
fn with<T>(
    filter: &LeadFilter,
    now: &str,
    ask: impl FnOnce(&[&dyn ToSql]) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let Question { text, grams, sounds, .. } = Question::of(&filter.text);
    let states = listed(filter.states.iter().map(|state| state_text(*state)));
    let grades = listed(filter.grades.iter().map(|grade| grade_text(*grade)));
    // Receipt is an instant, the next contact a date.
    let (from, before) = (day(filter.received_from.as_deref())?, day(filter.received_before.as_deref())?);
    let (next_from, next_before) = (day(filter.next_from.as_deref())?, day(filter.next_before.as_deref())?);
    ask(params![
        text,
        grams,
        sounds,
        states,
        grades,
        filter.source.map(source_text),
        filter.owner_id,
        filter.no_owner,
        filter.industry,
        filter.region,
        from.map(begins),
        before.map(begins),
        filter.overdue,
        now,
        next_from.map(|day| day.to_string()),
        next_before.map(|day| day.to_string())
    ])
}

/// A page of the list, after the cursor of the page before; `now` decides what is overdue.
///
/// # Errors
/// Malformed, when the cursor is not one of ours or a day is no date.
pub fn page(connection: &Connection, ask: &LeadListAsk, now: &str) -> Result<LeadPage, Fault> {
    let sorted = Sorted {
        table: "lead l",
        letter: "l",
        passes: &passes(),
        key: key_of(&ask.sort),
        descending: ask.descending,
        row: &columns(),
        joins: "left join person p on p.id = l.owner_id",
        walks: false,
    };
    let (rows, next) = with(&ask.filter, now, |filter| {
        sorted.page(connection, filter, ask.after.as_deref(), ask.limit, |row| row_of(row, now))
    })?;
    Ok(LeadPage { rows, next })
}

fn row_of(row: &Row, now: &str) -> rusqlite::Result<LeadRow> {
    let due_at: Option<String> = row.get(16)?;
    Ok(LeadRow {
        id: row.get(0)?,
        version: row.get(1)?,
        state: state_of(&row.get::<_, String>(2)?),
        grade: row.get::<_, Option<String>>(3)?.and_then(|grade| grade_of(&grade)),
        customer: row.get(4)?,
        contact: row.get(5)?,
        phone: row.get(6)?,
        industry: row.get(7)?,
        region: row.get(8)?,
        source: source_of(&row.get::<_, String>(9)?),
        need: row.get(10)?,
        owner: row.get(11)?,
        received_at: row.get(12)?,
        registered_at: row.get(13)?,
        followed_at: row.get(14)?,
        next_on: row.get(15)?,
        overdue: due_at.as_deref().is_some_and(|due| due < now),
        due_at,
    })
}

/// How many leads are filtered, not rated, overdue.
///
/// # Errors
/// Malformed, when a day is no date.
pub fn totals(connection: &Connection, filter: &LeadFilter, now: &str) -> Result<LeadTotals, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "with passed as materialized (select l.state as state, {DUE} as due from lead l where {})
         select count(*), cast(coalesce(sum(case when state = 'New' then 1 else 0 end), 0) as bigint),
                cast(coalesce(sum(case when due < $14 then 1 else 0 end), 0) as bigint), (select count(*) from lead)
           from passed",
        passes()
    ))?;
    with(filter, now, |filter| {
        Ok(statement.query_row(filter, |row| {
            Ok(LeadTotals {
                count: row.get(0)?,
                unrated: row.get(1)?,
                overdue: row.get(2)?,
                all_count: row.get(3)?,
            })
        })?)
    })
}

/// A lead of the 客户信息表.
#[derive(Debug, Clone)]
pub struct LeadSheetRow {
    pub name: String,
    pub contact: String,
    pub title: String,
    pub phone: String,
    pub industry: String,
    pub state: LeadState,
    pub grade: Option<Grade>,
    pub owner: String,
    /// An instant.
    pub followed_at: Option<String>,
    pub need: String,
}

/// Every lead that is filtered and lives neither as a customer nor in another lead, by name.
///
/// # Errors
/// Broken when the book cannot be read; or what `visit` answers.
pub fn sheet(
    connection: &Connection,
    filter: &LeadFilter,
    visit: &mut dyn FnMut(&LeadSheetRow) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select l.name, l.contact, l.title,
                case when l.phone <> '' then l.phone when l.wechat <> '' then l.wechat else l.email end,
                l.industry, l.state, l.grade, coalesce(p.name, ''), l.followed_at, l.need
           from lead l left join person p on p.id = l.owner_id
          where {} and l.state not in ('Converted', 'Merged') order by l.name_key, l.id",
        passes()
    ))?;
    with(filter, "", |filter| {
        let mut rows = statement.query(filter)?;
        while let Some(row) = rows.next()? {
            visit(&LeadSheetRow {
                name: row.get(0)?,
                contact: row.get(1)?,
                title: row.get(2)?,
                phone: row.get(3)?,
                industry: row.get(4)?,
                state: state_of(&row.get::<_, String>(5)?),
                grade: row.get::<_, Option<String>>(6)?.and_then(|grade| grade_of(&grade)),
                owner: row.get(7)?,
                followed_at: row.get(8)?,
                need: row.get(9)?,
            })?;
        }
        Ok(())
    })
}
