//! The index that search and the lists' text filters look into (FTS5, special to SQLite): written in the act that writes
//! a record, never behind it. The index names candidates; `instr` on the record's `search_key` decides, so that what is
//! found is what a plain substring search finds.

mod contract;
mod lead;
pub mod look;
mod opportunity;
mod quotation;
mod sound;

use chengdan_domain::search::{asked, grams};
use chengdan_domain::text::search_key;
use rusqlite::{Connection, OptionalExtension, params};

use super::{Act, customer, product};
use crate::fault::Fault;

/// How the index is made; a book whose index was made otherwise gets it anew at opening.
const RECIPE: &str = "1";

/// Sounds are kept beside grams, behind a mark that no text begins with.
const SOUND: char = '\u{E100}';

/// What no record holds: `match` takes no empty question.
const NOTHING: &str = "\"\u{E101}\u{E101}\u{E101}\"";

/// The candidates among orders.
pub const ORDER_IDS: &str = "select rowid from order_search where order_search match $grams";

/// The same, with the orders of customers whose name sounds so.
pub const ORDER_IDS_BY_SOUND: &str = "select rowid from order_search where order_search match $grams
    union all select id from sales_order where customer_id in
      (select rowid from customer_search where customer_search match $sounds)";

/// The orders of customers whose name sounds so.
pub const ORDER_IDS_SOUNDING: &str = "select id from sales_order where customer_id in
      (select rowid from customer_search where customer_search match $sounds) order by customer_id, approved_on, id";

/// Whether an order `o` passes, when the text may be meant as 拼音.
pub const ORDER_MATCHES_BY_SOUND: &str = "(instr(o.search_key, $text) > 0 or o.customer_id + 0 in
    (select rowid from customer_search where customer_search match $sounds))";

/// The newest orders that hold a text, read from the index backwards until there are enough: $1 grams, $2 text, $3 how many.
const NEWEST_ORDERS: &str = "select o.id from order_search s cross join sales_order o on o.id = s.rowid
    where s.order_search match $1 and instr(o.search_key, $2) > 0 order by s.rowid desc limit $3";

/// Customers whose name sounds so: $1 the sound, $2 how many.
const CUSTOMERS_BY_SOUND: &str =
    "select rowid from customer_search where customer_search match $1 order by rowid limit $2";

/// The newest leads that hold a text: $1 grams, $2 text, $3 how many.
const NEWEST_LEADS: &str = "select l.id from lead_search s cross join lead l on l.id = s.rowid
    where s.lead_search match $1 and instr(l.search_key, $2) > 0 order by s.rowid desc limit $3";

/// The newest leads whose names sound so: $1 the sound, $2 how many.
const LEADS_BY_SOUND: &str =
    "select rowid from lead_search where lead_search match $1 order by rowid desc limit $2";

/// The newest opportunities that hold a text: $1 grams, $2 text, $3 how many.
const NEWEST_OPPORTUNITIES: &str =
    "select o.id from opportunity_search s cross join opportunity o on o.id = s.rowid
    where s.opportunity_search match $1 and instr(o.search_key, $2) > 0 order by s.rowid desc limit $3";

/// The newest opportunities whose names sound so: $1 the sound, $2 how many.
const OPPORTUNITIES_BY_SOUND: &str =
    "select rowid from opportunity_search where opportunity_search match $1 order by rowid desc limit $2";

/// Whether a customer `c` passes: $1 the text, $2 its grams, $3 how it sounds.
pub const CUSTOMER_MATCHES: &str = "($1 = '' or (c.id in (select rowid from customer_search where customer_search match $2)
    and instr(c.search_key, $1) > 0) or c.id in (select rowid from customer_search where customer_search match $3))";

/// Whether a product `p` passes: $1 the text, $2 its grams, $3 how it sounds.
pub const PRODUCT_MATCHES: &str = "($1 = '' or (p.id in (select rowid from product_search where product_search match $2)
    and instr(p.search_key, $1) > 0) or p.id in (select rowid from product_search where product_search match $3))";

/// Whether a lead `l` passes: $1 the text, $2 its grams, $3 how it sounds.
pub const LEAD_MATCHES: &str =
    "($1 = '' or (l.id in (select rowid from lead_search where lead_search match $2)
    and instr(l.search_key, $1) > 0) or l.id in (select rowid from lead_search where lead_search match $3))";

/// Whether an opportunity `o` passes: $1 the text, $2 its grams, $3 how it sounds.
pub const OPPORTUNITY_MATCHES: &str =
    "($1 = '' or (o.id in (select rowid from opportunity_search where opportunity_search match $2)
    and instr(o.search_key, $1) > 0) or o.id in (select rowid from opportunity_search where opportunity_search match $3))";

/// The newest quotations that hold a text: $1 grams, $2 text, $3 how many.
const NEWEST_QUOTATIONS: &str = "select q.id from quotation_search s cross join quotation q on q.id = s.rowid
    where s.quotation_search match $1 and instr(q.search_key, $2) > 0 order by s.rowid desc limit $3";

/// The newest quotations of customers whose name sounds so: $1 the sound, $2 how many.
const QUOTATIONS_BY_SOUND: &str =
    "select rowid from quotation_search where quotation_search match $1 order by rowid desc limit $2";

/// Whether a quotation `q` passes: $1 the text, $2 its grams, $3 how it sounds.
pub const QUOTATION_MATCHES: &str =
    "($1 = '' or (q.id in (select rowid from quotation_search where quotation_search match $2)
    and instr(q.search_key, $1) > 0) or q.id in (select rowid from quotation_search where quotation_search match $3))";

/// The newest contracts that hold a text: $1 grams, $2 text, $3 how many.
const NEWEST_CONTRACTS: &str = "select c.id from contract_search s cross join contract c on c.id = s.rowid
    where s.contract_search match $1 and instr(c.search_key, $2) > 0 order by s.rowid desc limit $3";

/// The newest contracts whose customer's name sounds so: $1 the sound, $2 how many.
const CONTRACTS_BY_SOUND: &str =
    "select rowid from contract_search where contract_search match $1 order by rowid desc limit $2";

/// Whether a contract `c` passes: $1 the text, $2 its grams, $3 how it sounds.
pub const CONTRACT_MATCHES: &str =
    "($1 = '' or (c.id in (select rowid from contract_search where contract_search match $2)
    and instr(c.search_key, $1) > 0) or c.id in (select rowid from contract_search where contract_search match $3))";

/// A question as the index is asked it.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// As `search_key` makes it; empty when nothing is asked.
    pub text: String,
    /// The grams, for `match`.
    pub grams: String,
    /// The sound, for `match`.
    pub sounds: String,
    /// Whether it may be meant as 拼音.
    pub may_sound: bool,
}

impl Question {
    /// What somebody typed.
    pub fn of(typed: &str) -> Question {
        let text = search_key(typed);
        let quoted: Vec<String> = asked(&text).iter().map(|gram| format!("\"{gram}\"")).collect();
        let grams = if quoted.is_empty() { NOTHING.into() } else { quoted.join(" AND ") };
        let sounds = sound::asked(&text).map(|sound| format!("\"{SOUND}{sound}\" *"));
        Question {
            grams,
            may_sound: sounds.is_some(),
            sounds: sounds.unwrap_or_else(|| NOTHING.into()),
            text,
        }
    }
}

/// What is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Order,
    Customer,
    Product,
    Lead,
    Opportunity,
    Quotation,
    Contract,
}

impl Kind {
    const ALL: [Kind; 7] = [
        Kind::Order,
        Kind::Customer,
        Kind::Product,
        Kind::Lead,
        Kind::Opportunity,
        Kind::Quotation,
        Kind::Contract,
    ];

    fn insert(self) -> &'static str {
        match self {
            Kind::Order => "insert into order_search (rowid, grams) values ($1, $2)",
            Kind::Customer => "insert into customer_search (rowid, grams) values ($1, $2)",
            Kind::Product => "insert into product_search (rowid, grams) values ($1, $2)",
            Kind::Lead => "insert into lead_search (rowid, grams) values ($1, $2)",
            Kind::Opportunity => "insert into opportunity_search (rowid, grams) values ($1, $2)",
            Kind::Quotation => "insert into quotation_search (rowid, grams) values ($1, $2)",
            Kind::Contract => "insert into contract_search (rowid, grams) values ($1, $2)",
        }
    }

    fn delete(self) -> &'static str {
        match self {
            Kind::Order => "delete from order_search where rowid = $1",
            Kind::Customer => "delete from customer_search where rowid = $1",
            Kind::Product => "delete from product_search where rowid = $1",
            Kind::Lead => "delete from lead_search where rowid = $1",
            Kind::Opportunity => "delete from opportunity_search where rowid = $1",
            Kind::Quotation => "delete from quotation_search where rowid = $1",
            Kind::Contract => "delete from contract_search where rowid = $1",
        }
    }

    fn empty(self) -> &'static str {
        match self {
            Kind::Order => "insert into order_search (order_search) values ('delete-all')",
            Kind::Customer => "insert into customer_search (customer_search) values ('delete-all')",
            Kind::Product => "insert into product_search (product_search) values ('delete-all')",
            Kind::Lead => "insert into lead_search (lead_search) values ('delete-all')",
            Kind::Opportunity => "insert into opportunity_search (opportunity_search) values ('delete-all')",
            Kind::Quotation => "insert into quotation_search (quotation_search) values ('delete-all')",
            Kind::Contract => "insert into contract_search (contract_search) values ('delete-all')",
        }
    }
}

/// Writes what a record is found by: its `search_key`, and the names that may be asked for by sound.
pub fn put(act: &Act, kind: Kind, id: i64, key: &str, names: &[&str]) -> Result<(), Fault> {
    remove(act, kind, id)?;
    insert(act.tx, kind, id, key, names)
}

/// The same for a record that was just made.
pub fn insert(connection: &Connection, kind: Kind, id: i64, key: &str, names: &[&str]) -> Result<(), Fault> {
    let mut words: Vec<String> = grams(key).into_iter().collect();
    words.extend(sound::words(names).iter().map(|word| format!("{SOUND}{word}")));
    connection.prepare_cached(kind.insert())?.execute(params![id, words.join(" ")])?;
    Ok(())
}

/// Forgets a record.
pub fn remove(act: &Act, kind: Kind, id: i64) -> Result<(), Fault> {
    act.tx.prepare_cached(kind.delete())?.execute([id])?;
    Ok(())
}

/// Forgets what an import wrote; call before its records go.
pub fn remove_imported(act: &Act, import_id: i64) -> Result<(), Fault> {
    const STEPS: [&str; 4] = [
        "delete from order_search where rowid in (select id from sales_order where import_id = $1)",
        "delete from customer_search where rowid in (select id from customer where import_id = $1)",
        "delete from product_search where rowid in (select id from product where import_id = $1)",
        "delete from lead_search where rowid in (select id from lead where import_id = $1)",
    ];
    for step in STEPS {
        act.tx.execute(step, [import_id])?;
    }
    Ok(())
}

/// The names of a customer that are asked for by sound.
pub fn customer_names(card: &crate::views::customer::CustomerCard) -> Vec<&str> {
    let contacts = card.contacts.iter().map(|contact| contact.name.as_str());
    [card.name.as_str(), &card.short_name].into_iter().chain(contacts).collect()
}

/// Makes the index of a book that was written without it, or by another recipe.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn bring_up_to_date(connection: &mut Connection) -> Result<(), Fault> {
    let made: Option<String> = connection
        .query_row("select value from meta where key = 'search'", [], |row| row.get(0))
        .optional()?;
    if made.as_deref() == Some(RECIPE) {
        return Ok(());
    }
    let tx = connection.transaction()?;
    rebuild(&tx)?;
    tx.execute(
        "insert into meta (key, value) values ('search', $1) on conflict (key) do update set value = excluded.value",
        [RECIPE],
    )?;
    Ok(tx.commit()?)
}

/// Makes the whole index anew from the records.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn rebuild(connection: &Connection) -> Result<(), Fault> {
    for kind in Kind::ALL {
        connection.execute(kind.empty(), [])?;
    }
    for id in ids(connection, "select id from customer order by id")? {
        let card = customer::get(connection, id)?;
        let key = customer::search_text(&card);
        connection
            .prepare_cached("update customer set search_key = $1 where id = $2 and search_key <> $1")?
            .execute(params![key, id])?;
        insert(connection, Kind::Customer, id, &key, &customer_names(&card))?;
    }
    for card in product::all(connection)? {
        let key = product::search_text(&card);
        insert(connection, Kind::Product, card.id.unwrap_or(0), &key, &[&card.name])?;
    }
    for (id, key, names) in super::lead::searched(connection)? {
        insert(connection, Kind::Lead, id, &key, &[&names[0], &names[1]])?;
    }
    for (id, key, names) in super::opportunity::searched(connection)? {
        insert(connection, Kind::Opportunity, id, &key, &[&names[0], &names[1]])?;
    }
    for (id, key, customer) in super::quotation::searched(connection)? {
        insert(connection, Kind::Quotation, id, &key, &[&customer])?;
    }
    for (id, key, customer) in super::contract::list::searched(connection)? {
        insert(connection, Kind::Contract, id, &key, &[&customer])?;
    }
    let mut statement = connection.prepare("select id, search_key from sales_order order by id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, key): (i64, String) = (row.get(0)?, row.get(1)?);
        insert(connection, Kind::Order, id, &key, &[])?;
    }
    Ok(())
}

fn ids(connection: &Connection, sql: &str) -> Result<Vec<i64>, Fault> {
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
