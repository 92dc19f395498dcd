//! Saved views of the lists and the columns each person chose. No history: they change what is seen, never what is so.

use chengdan_domain::refusal::Refusal;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Act;
use crate::fault::Fault;
use crate::views::saved::*;

/// A list as the book names it.
fn list_text(list: ListName) -> &'static str {
    match list {
        ListName::Orders => "Orders",
        ListName::Customers => "Customers",
        ListName::Products => "Products",
        ListName::Outbox => "Outbox",
        ListName::Leads => "Leads",
        ListName::Opportunities => "Opportunities",
        ListName::Quotations => "Quotations",
        ListName::Contracts => "Contracts",
    }
}

const VIEW: &str = "v.id, v.version, v.name, v.content, v.shared, p.name, v.person_id";

/// A view, and the person whose it is. None when a newer program wrote it in a way that is not understood.
fn view_of(row: &Row, me: i64, admin: bool) -> rusqlite::Result<Option<(SavedView, i64)>> {
    let content: String = row.get(3)?;
    let Ok(content) = serde_json::from_str(&content) else { return Ok(None) };
    let (shared, person_id): (bool, i64) = (row.get(4)?, row.get(6)?);
    let view = SavedView {
        id: row.get(0)?,
        version: row.get(1)?,
        name: row.get(2)?,
        content,
        shared,
        owner: row.get(5)?,
        changeable: person_id == me || (shared && admin),
    };
    Ok(Some((view, person_id)))
}

/// One's own views in the order in which they were made, then those of others that are shared.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn views(connection: &Connection, list: ListName, me: i64, admin: bool) -> Result<Vec<SavedView>, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select {VIEW} from saved_view v join person p on p.id = v.person_id
          where v.list = $1 and (v.person_id = $2 or v.shared = 1)
          order by case when v.person_id = $2 then 0 else 1 end, v.id"
    ))?;
    let rows = statement.query_map(params![list_text(list), me], |row| view_of(row, me, admin))?;
    let found: Vec<Option<(SavedView, i64)>> = rows.collect::<Result<_, _>>()?;
    Ok(found.into_iter().flatten().map(|(view, _)| view).collect())
}

/// One view.
///
/// # Errors
/// `RowNotFound`.
pub fn view(connection: &Connection, id: i64, me: i64, admin: bool) -> Result<SavedView, Fault> {
    let found = connection
        .prepare_cached(&format!(
            "select {VIEW} from saved_view v join person p on p.id = v.person_id where v.id = $1"
        ))?
        .query_row([id], |row| view_of(row, me, admin))?;
    found.map(|(view, _)| view).ok_or_else(|| Refusal::RowNotFound.into())
}

/// Saves a view under a name that none of the same person's has in that list; answers its id.
///
/// # Errors
/// `NameTaken`, `Stale`.
pub fn save(act: &Act, me: i64, ask: &ViewSave) -> Result<i64, Fault> {
    let list = list_text(ask.content.of.list());
    let content = serde_json::to_string(&ask.content)?;
    let owner: i64 = match ask.id {
        None => me,
        Some(id) => act
            .tx
            .prepare_cached("select person_id from saved_view where id = $1")?
            .query_row([id], |row| row.get(0))?,
    };
    let taken = act
        .tx
        .prepare_cached(
            "select 1 from saved_view where person_id = $1 and list = $2 and name = $3 and id <> $4",
        )?
        .exists(params![owner, list, ask.name, ask.id.unwrap_or(0)])?;
    if taken {
        return Err(Refusal::NameTaken { name: ask.name.clone() }.into());
    }
    if let Some(id) = ask.id {
        let changed = act.tx.execute(
            "update saved_view set version = version + 1, name = $1, content = $2, shared = $3
              where id = $4 and version = $5 and list = $6",
            params![ask.name, content, ask.shared, id, ask.version, list],
        )?;
        return if changed == 1 { Ok(id) } else { Err(Fault::Stale { what: "view".into() }) };
    }
    act.tx.execute(
        "insert into saved_view (person_id, list, name, content, shared, created_at)
         values ($1, $2, $3, $4, $5, $6)",
        params![me, list, ask.name, content, ask.shared, act.at()],
    )?;
    Ok(act.tx.last_insert_rowid())
}

/// Removes a view.
///
/// # Errors
/// `Stale`.
pub fn remove(act: &Act, id: i64, version: i64) -> Result<(), Fault> {
    let gone =
        act.tx.execute("delete from saved_view where id = $1 and version = $2", params![id, version])?;
    if gone == 1 { Ok(()) } else { Err(Fault::Stale { what: "view".into() }) }
}

/// The columns a person chose; empty: the standard.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn columns(connection: &Connection, list: ListName, me: i64) -> Result<Vec<ColumnLook>, Fault> {
    let found: Option<String> = connection
        .prepare_cached("select columns from list_columns where person_id = $1 and list = $2")?
        .query_row(params![me, list_text(list)], |row| row.get(0))
        .optional()?;
    Ok(found.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

/// Remembers the columns; none are the standard.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn save_columns(act: &Act, me: i64, ask: &ColumnsSave) -> Result<(), Fault> {
    let list = list_text(ask.list);
    if ask.columns.is_empty() {
        act.tx.execute("delete from list_columns where person_id = $1 and list = $2", params![me, list])?;
        return Ok(());
    }
    act.tx.execute(
        "insert into list_columns (person_id, list, columns) values ($1, $2, $3)
         on conflict (person_id, list) do update set columns = excluded.columns",
        params![me, list, serde_json::to_string(&ask.columns)?],
    )?;
    Ok(())
}

/// The values that occur, for a filter to choose from; at most five hundred.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn values(connection: &Connection, of: ValuesOf) -> Result<Vec<String>, Fault> {
    let sql = match of {
        ValuesOf::OrderRegion => {
            "select distinct counted_region from sales_order where counted_region <> '' order by counted_region limit 500"
        }
        ValuesOf::CustomerIndustry => {
            "select distinct industry from customer where industry <> '' order by industry limit 500"
        }
        ValuesOf::CustomerRegion => {
            "select distinct region from customer where region <> '' order by region limit 500"
        }
        ValuesOf::ProductCategory => {
            "select distinct category from product where category <> '' order by category limit 500"
        }
        ValuesOf::LeadIndustry => {
            "select distinct industry from lead where industry <> '' order by industry limit 500"
        }
        ValuesOf::LeadRegion => {
            "select distinct region from lead where region <> '' order by region limit 500"
        }
    };
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
