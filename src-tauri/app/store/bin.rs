//! The recycle bin: rows that left their own tables, whole, and what still uses a customer or a product.

use chengdan_domain::refusal::Refusal;
use rusqlite::{Connection, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Act, attachment, history, search, unfinished};
use crate::fault::Fault;
use crate::views::bin::{BinKind, BinRow};

/// The most documents a refusal names.
const MOST_NAMED: i64 = 5;

/// What goes into the bin.
pub struct Gone<'a, Content: Serialize> {
    pub kind: BinKind,
    pub former_id: i64,
    /// The customer of a contact.
    pub parent_id: Option<i64>,
    pub name: &'a str,
    pub detail: &'a str,
    pub content: &'a Content,
}

/// What comes out of it.
pub struct Kept {
    pub kind: BinKind,
    pub former_id: i64,
    pub parent_id: Option<i64>,
    pub name: String,
    content: String,
}

impl Kept {
    /// The thing itself.
    ///
    /// # Errors
    /// Broken when it was written by a program that knew it differently.
    pub fn content<Content: DeserializeOwned>(&self) -> Result<Content, Fault> {
        serde_json::from_str(&self.content).map_err(Fault::broken)
    }
}

fn kind_text(kind: BinKind) -> &'static str {
    match kind {
        BinKind::Order => "Order",
        BinKind::Customer => "Customer",
        BinKind::Product => "Product",
        BinKind::Contact => "Contact",
    }
}

fn kind_of(text: &str) -> BinKind {
    match text {
        "Order" => BinKind::Order,
        "Product" => BinKind::Product,
        "Contact" => BinKind::Contact,
        _ => BinKind::Customer,
    }
}

/// Puts something into the bin; answers its place there.
pub fn put<Content: Serialize>(act: &Act, gone: &Gone<Content>) -> Result<i64, Fault> {
    let content = serde_json::to_string(gone.content)?;
    act.tx.execute(
        "insert into removed (kind, former_id, parent_id, name, detail, content, removed_by, removed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            kind_text(gone.kind),
            gone.former_id,
            gone.parent_id,
            gone.name,
            gone.detail,
            content,
            act.actor,
            act.at()
        ],
    )?;
    Ok(act.tx.last_insert_rowid())
}

/// Takes something out of the bin, to be restored in the same act.
///
/// # Errors
/// `RowNotFound`: restored or emptied meanwhile.
pub fn take(act: &Act, id: i64) -> Result<Kept, Fault> {
    Ok(act.tx.query_row(
        "delete from removed where id = $1 returning kind, former_id, parent_id, name, content",
        [id],
        |row| {
            Ok(Kept {
                kind: kind_of(&row.get::<_, String>(0)?),
                former_id: row.get(1)?,
                parent_id: row.get(2)?,
                name: row.get(3)?,
                content: row.get(4)?,
            })
        },
    )?)
}

/// Everything in the bin, the newest first; at most a thousand.
pub fn list(connection: &Connection) -> Result<Vec<BinRow>, Fault> {
    let mut statement = connection.prepare_cached(
        "select r.id, r.kind, r.name, r.detail, r.removed_at, coalesce(p.name, '')
           from removed r left join person p on p.id = r.removed_by
          order by r.removed_at desc, r.id desc limit 1000",
    )?;
    let rows = statement.query_map([], |row: &Row| {
        Ok(BinRow {
            id: row.get(0)?,
            kind: kind_of(&row.get::<_, String>(1)?),
            name: row.get(2)?,
            detail: row.get(3)?,
            removed_at: row.get(4)?,
            removed_by: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Deletes for good what was removed up to an instant; the history tells how much and keeps what each was.
pub fn empty(act: &Act, until: &str) -> Result<(), Fault> {
    let count = act.tx.execute("delete from removed where removed_at <= $1", [until])?;
    if count == 0 {
        return Ok(());
    }
    attachment::drop_orphans(act)?;
    history::record(act, "bin_empty", "book", 0, &history::Payload::note(count.to_string()))
}

/// Removes a customer with its contacts from their tables.
///
/// # Errors
/// `InUse`, `Stale`.
pub fn take_customer(act: &Act, id: i64, version: i64, name: &str) -> Result<(), Fault> {
    refuse_used_customer(act.tx, id, name)?;
    act.tx.execute("delete from removed where kind = 'Contact' and parent_id = $1", [id])?;
    act.tx.execute("delete from contact where customer_id = $1", [id])?;
    act.tx.execute("update lead set customer_id = null where customer_id = $1", [id])?;
    search::remove(act, search::Kind::Customer, id)?;
    unfinished::drop_all_of(act, "customer", id)?;
    let gone = act.tx.execute("delete from customer where id = $1 and version = $2", [id, version])?;
    if gone == 1 { Ok(()) } else { Err(Fault::Stale { what: "customer".into() }) }
}

/// Removes a product from its table.
///
/// # Errors
/// `InUse`, `Stale`.
pub fn take_product(act: &Act, id: i64, version: i64, name: &str) -> Result<(), Fault> {
    refuse_used_product(act.tx, id, name)?;
    search::remove(act, search::Kind::Product, id)?;
    unfinished::drop_all_of(act, "product", id)?;
    let gone = act.tx.execute("delete from product where id = $1 and version = $2", [id, version])?;
    if gone == 1 { Ok(()) } else { Err(Fault::Stale { what: "product".into() }) }
}

/// Refuses a customer that orders, deals, contracts or leads name.
///
/// # Errors
/// `InUse`.
pub fn refuse_used_customer(connection: &Connection, id: i64, name: &str) -> Result<(), Fault> {
    refuse_used(
        connection,
        name,
        "select used from (select coalesce(number, '') as used, id from sales_order where customer_id = $1
            union all select number, 0 from opportunity where customer_id = $1
            union all select coalesce(number, ''), 0 from contract where customer_id = $1
            union all select name, 0 from lead where became_id = $1) as uses order by id desc limit $2",
        id,
    )
}

/// Refuses a product that orders, lists of needs, quotations or contracts name.
///
/// # Errors
/// `InUse`.
pub fn refuse_used_product(connection: &Connection, id: i64, name: &str) -> Result<(), Fault> {
    refuse_used(
        connection,
        name,
        "select used from (select coalesce(o.number, '') as used, o.id as id from sales_order o
              where o.id in (select order_id from order_line where product_id = $1)
            union all select distinct r.number, 0 from requirement_line l join requirement r on r.id = l.requirement_id
              where l.product_id = $1
            union all select distinct q.number, 0 from quotation_line l
              join quotation_version v on v.id = l.quotation_version_id join quotation q on q.id = v.quotation_id
              where l.product_id = $1
            union all select distinct coalesce(k.number, ''), 0 from contract_line l join contract k on k.id = l.contract_id
              where l.product_id = $1) as uses order by id desc limit $2",
        id,
    )
}

fn refuse_used(connection: &Connection, name: &str, sql: &str, id: i64) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([id, MOST_NAMED], |row| row.get::<_, String>(0))?;
    let by: Vec<String> = rows.collect::<Result<_, _>>()?;
    if by.is_empty() {
        return Ok(());
    }
    Err(Refusal::InUse { name: name.into(), by }.into())
}

/// Refuses a customer's or product's code that another one has.
///
/// # Errors
/// `CodeTaken`.
pub fn refuse_taken_code(connection: &Connection, kind: BinKind, code: &str, own: i64) -> Result<(), Fault> {
    let sql = match kind {
        BinKind::Product => {
            "select name from product where code = $1 and code <> '' and id <> $2 order by id"
        }
        _ => "select name from customer where code = $1 and code <> '' and id <> $2 order by id",
    };
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params![code, own])?;
    match rows.next()? {
        Some(row) => Err(Refusal::CodeTaken { found: code.into(), name: row.get(0)? }.into()),
        None => Ok(()),
    }
}

/// Whether a contact still waits, marked removed, with its customer.
pub fn contact_waits(connection: &Connection, id: i64, customer_id: i64, name: &str) -> Result<bool, Fault> {
    Ok(connection
        .prepare_cached(
            "select 1 from contact where id = $1 and customer_id = $2 and name = $3 and removed = 1",
        )?
        .exists(params![id, customer_id, name])?)
}

/// The customer a draft was for: the one of that id and name, or the only one of that name.
pub fn customer_again(connection: &Connection, id: i64, name: &str) -> Result<Option<i64>, Fault> {
    let mut statement = connection.prepare_cached(
        "select id from customer where name = $1 order by case when id = $2 then 0 else 1 end, id limit 1",
    )?;
    let mut rows = statement.query(params![name, id])?;
    Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
}
