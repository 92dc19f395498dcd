//! The customer list: pages by any column, and the sums of what is filtered.

use chengdan_domain::opportunity::Stage;
use rusqlite::{Connection, Row, ToSql, params};

use super::opportunity::{stage_from, stage_text};
use super::search::{CUSTOMER_MATCHES, Question};
use super::sorted::{Key, Sorted, number, text};
use crate::fault::Fault;
use crate::views::customer::*;

const ORDERS: &str = "(select cast(coalesce(sum(m.orders), 0) as bigint) from month_sum m
    where m.facet = 'customer' and m.key = cast(c.id as text))";
const AMOUNT: &str = "(select cast(coalesce(sum(m.amount_fen), 0) as bigint) from month_sum m
    where m.facet = 'customer' and m.key = cast(c.id as text))";
const LAST: &str =
    "(select max(o.approved_on) from sales_order o where o.customer_id = c.id and o.approved_on is not null)";
/// 需求阶段: of the newest deal that is open, else of the newest; of a customer without a deal what the orders say.
const STAGE: &str = "coalesce((select d.stage from opportunity d where d.customer_id = c.id
        order by case d.state when 'Open' then 0 else 1 end, d.id desc limit 1),
    case when exists (select 1 from sales_order o where o.customer_id = c.id and o.approved_on is not null) then 'Won'
         when exists (select 1 from sales_order o where o.customer_id = c.id
            and o.state in ('Draft', 'InApproval', 'SentBack')) then 'Contract' end)";
/// The main contact, or the first one.
const CONTACT: &str =
    "left join contact k on k.id = (select f.id from contact f where f.customer_id = c.id and f.removed = 0
    order by f.main desc, f.position, f.id limit 1)";
const JOINS: &str = "left join person p on p.id = c.owner_id";

/// What each column is sorted by; by name when there is none of that name.
fn key_of(sort: &str) -> &'static Key {
    const BY_NAME: Key = text("c.name_key");
    const BY_CODE: Key = text("c.code");
    const BY_SHORT_NAME: Key = text("c.short_name");
    const BY_TAX_NUMBER: Key = text("c.tax_number");
    const BY_INDUSTRY: Key = text("c.industry");
    const BY_REGION: Key = text("c.region");
    const BY_CREATION: Key = text("c.created_at");
    const BY_CONTACT: Key = text(
        "coalesce((select f.name from contact f where f.customer_id = c.id and f.removed = 0
            order by f.main desc, f.position, f.id limit 1), '')",
    );
    const BY_PHONE: Key = text(
        "coalesce((select f.phone from contact f where f.customer_id = c.id and f.removed = 0
            order by f.main desc, f.position, f.id limit 1), '')",
    );
    const BY_EMAIL: Key = text(
        "coalesce((select f.email from contact f where f.customer_id = c.id and f.removed = 0
            order by f.main desc, f.position, f.id limit 1), '')",
    );
    const BY_TITLE: Key = text(
        "coalesce((select f.title from contact f where f.customer_id = c.id and f.removed = 0
            order by f.main desc, f.position, f.id limit 1), '')",
    );
    const BY_OWNER: Key = text("coalesce((select p.name from person p where p.id = c.owner_id), '')");
    /// In the order of the process; what is still a lead comes first.
    const BY_STAGE: Key = text(
        "case coalesce((select d.stage from opportunity d where d.customer_id = c.id
              order by case d.state when 'Open' then 0 else 1 end, d.id desc limit 1),
            case when exists (select 1 from sales_order o where o.customer_id = c.id and o.approved_on is not null)
                 then 'Won'
                 when exists (select 1 from sales_order o where o.customer_id = c.id
                    and o.state in ('Draft', 'InApproval', 'SentBack')) then 'Contract' end)
            when 'Survey' then '2' when 'Solution' then '3' when 'Negotiation' then '4' when 'Contract' then '5'
            when 'Won' then '6' when 'Lost' then '7' else '1' end",
    );
    const BY_ORDERS: Key = number(ORDERS);
    const BY_AMOUNT: Key = number(AMOUNT);
    const BY_LAST: Key = text(
        "coalesce((select max(o.approved_on) from sales_order o
            where o.customer_id = c.id and o.approved_on is not null), '')",
    );
    match sort {
        "code" => &BY_CODE,
        "short_name" => &BY_SHORT_NAME,
        "tax_number" => &BY_TAX_NUMBER,
        "industry" => &BY_INDUSTRY,
        "region" => &BY_REGION,
        "created" => &BY_CREATION,
        "contact" => &BY_CONTACT,
        "phone" => &BY_PHONE,
        "email" => &BY_EMAIL,
        "title" => &BY_TITLE,
        "owner" => &BY_OWNER,
        "stage" => &BY_STAGE,
        "orders" => &BY_ORDERS,
        "amount" => &BY_AMOUNT,
        "last" => &BY_LAST,
        _ => &BY_NAME,
    }
}

/// The filter over `customer c`; SQLite looks at what is not asked for no further than its first half.
fn passes() -> String {
    format!(
        "{CUSTOMER_MATCHES} and ($4 is null or c.owner_id = $4) and ($5 = 0 or c.owner_id is null)
         and ($6 is null or c.industry = $6) and ($7 is null or c.region = $7)
         and ($8 is null or ($8 = 1 and {ORDERS} > 0) or ($8 = 0 and {ORDERS} = 0))
         and ($9 is null or {LAST} >= $9) and ($10 is null or {LAST} < $10)
         and ($11 is null or {AMOUNT} >= $11) and ($12 is null or {AMOUNT} <= $12)
         and ($13 = '' or instr($13, ',' || coalesce({STAGE}, '-') || ',') > 0)"
    )
}

/// Calls with the filter's parameters.
pub(super) fn with<T>(filter: &CustomerFilter, ask: impl FnOnce(&[&dyn ToSql]) -> T) -> T {
    let Question { text, grams, sounds, .. } = Question::of(&filter.text);
    let ordered = filter.ordered.map(i64::from);
    let (from, before) = (&filter.last_from, &filter.last_before);
    let stages: Vec<&str> = filter.stages.iter().map(|stage| stage_text(*stage)).collect();
    let stages = if stages.is_empty() { String::new() } else { format!(",{},", stages.join(",")) };
    ask(params![
        text,
        grams,
        sounds,
        filter.owner_id,
        filter.no_owner,
        filter.industry,
        filter.region,
        ordered,
        from,
        before,
        filter.least_fen,
        filter.most_fen,
        stages
    ])
}

/// A page of the list, after the cursor of the page before.
///
/// # Errors
/// Malformed, when the cursor is not one of ours.
pub fn page(connection: &Connection, ask: &CustomerListAsk) -> Result<CustomerPage, Fault> {
    let row = format!(
        "c.version, c.code, c.name, c.short_name, coalesce(k.name, ''), coalesce(k.title, ''), coalesce(k.phone, ''),
         coalesce(k.email, ''), c.industry, c.region, coalesce(p.name, ''), {ORDERS}, {AMOUNT}, {LAST}, c.tax_number,
         c.created_at, {STAGE}, c.id"
    );
    let sorted = Sorted {
        table: "customer c",
        letter: "c",
        passes: &passes(),
        key: key_of(&ask.sort),
        descending: ask.descending,
        row: &row,
        joins: &format!("{CONTACT} {JOINS}"),
        walks: false,
    };
    let (rows, next) =
        with(&ask.filter, |filter| sorted.page(connection, filter, ask.after.as_deref(), ask.limit, row_of))?;
    let count = format!("select count(*) from customer c where {}", passes());
    let mut statement = connection.prepare_cached(&count)?;
    let total = with(&ask.filter, |filter| statement.query_row(filter, |row| row.get(0)))?;
    Ok(CustomerPage { rows, next, total })
}

/// A stage that was written; none while it is cared for as a lead.
fn stage_named(text: Option<String>) -> Option<Stage> {
    text.map(|text| stage_from(&text))
}

fn row_of(row: &Row) -> rusqlite::Result<CustomerRow> {
    Ok(CustomerRow {
        version: row.get(0)?,
        code: row.get(1)?,
        name: row.get(2)?,
        short_name: row.get(3)?,
        contact: row.get(4)?,
        contact_title: row.get(5)?,
        contact_phone: row.get(6)?,
        contact_email: row.get(7)?,
        industry: row.get(8)?,
        region: row.get(9)?,
        owner: row.get(10)?,
        orders: row.get(11)?,
        amount_fen: row.get(12)?,
        last_order_on: row.get(13)?,
        tax_number: row.get(14)?,
        created_at: row.get(15)?,
        stage: stage_named(row.get(16)?),
        id: row.get(17)?,
    })
}

/// How many customers are filtered, and what they ordered.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn totals(connection: &Connection, filter: &CustomerFilter) -> Result<CustomerTotals, Fault> {
    let passes = passes();
    let mut statement = connection.prepare_cached(&format!(
        "select count(*), cast(coalesce(sum({ORDERS}), 0) as bigint), cast(coalesce(sum({AMOUNT}), 0) as bigint),
                (select count(*) from customer) from customer c where {passes}"
    ))?;
    with(filter, |filter| {
        Ok(statement.query_row(filter, |row| {
            Ok(CustomerTotals {
                count: row.get(0)?,
                orders: row.get(1)?,
                amount_fen: row.get(2)?,
                all_count: row.get(3)?,
            })
        })?)
    })
}

/// A row of the 客户信息表.
#[derive(Debug, Clone)]
pub struct CustomerSheetRow {
    pub name: String,
    pub contact: String,
    pub title: String,
    pub phone: String,
    pub industry: String,
    /// 需求阶段; none while it is cared for as a lead.
    pub stage: Option<Stage>,
    pub owner: String,
    pub last_contact_on: Option<String>,
    pub note: String,
    /// The grade of the lead it comes from, and when that was spoken to last (an instant).
    pub grade: Option<String>,
    pub followed_at: Option<String>,
}

/// Every customer that is filtered, by name.
///
/// # Errors
/// Broken when the book cannot be read; or what `visit` answers.
pub fn sheet(
    connection: &Connection,
    filter: &CustomerFilter,
    visit: &mut dyn FnMut(&CustomerSheetRow) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select c.name, coalesce(k.name, ''), coalesce(k.title, ''),
                case when coalesce(k.phone, '') <> '' then k.phone
                     when coalesce(k.email, '') <> '' then k.email else c.phone end,
                c.industry,
                {STAGE},
                coalesce(p.name, ''),
                (select max(o.created_on) from sales_order o where o.customer_id = c.id), c.note,
                (select l.grade from lead l where l.became_id = c.id order by l.id desc limit 1),
                (select max(l.followed_at) from lead l where l.became_id = c.id)
           from customer c {CONTACT} {JOINS} where {} order by c.name_key, c.id",
        passes()
    ))?;
    let mut rows = with(filter, |filter| statement.query(filter))?;
    while let Some(row) = rows.next()? {
        visit(&CustomerSheetRow {
            name: row.get(0)?,
            contact: row.get(1)?,
            title: row.get(2)?,
            phone: row.get(3)?,
            industry: row.get(4)?,
            stage: stage_named(row.get(5)?),
            owner: row.get(6)?,
            last_contact_on: row.get(7)?,
            note: row.get(8)?,
            grade: row.get(9)?,
            followed_at: row.get(10)?,
        })?;
    }
    Ok(())
}
