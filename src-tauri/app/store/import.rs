//! Imports: what they join to, what they write, what was remembered of them, and how they are undone.

mod lead;

pub use lead::{each_lead, insert_lead};

use std::collections::HashSet;

use chengdan_domain::text::{name_key, phone_key};
use rusqlite::{Connection, OptionalExtension, params};

use super::person::role_text;
use super::search::{self, Kind};
use super::{Act, customer, month_sum, product};
use crate::fault::Fault;
use crate::views::customer::CustomerCard;
use crate::views::import::{ImportReport, ImportRow, Mapping};
use crate::views::order::Attested;
use crate::views::person::PersonSave;
use crate::views::product::ProductCard;

/// How many of the things that are in the way of an undo are named.
const MOST_NAMED: usize = 20;

/// Above so many orders the roll-up is made anew instead of counted one by one.
const MANY: i64 = 1_000;

/// Id, code, name, region, industry of every customer.
pub fn customers(connection: &Connection) -> Result<Vec<[String; 5]>, Fault> {
    let mut statement = connection
        .prepare_cached("select cast(id as text), code, name, region, industry from customer order by id")?;
    let rows = statement
        .query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every number an order carries.
pub fn order_numbers(connection: &Connection) -> Result<HashSet<String>, Fault> {
    let mut statement =
        connection.prepare_cached("select number from sales_order where number is not null order by id")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Begins an import and answers its id.
pub fn begin(act: &Act, file_name: &str, sha256: &str, mapping: &Mapping) -> Result<i64, Fault> {
    act.tx.execute(
        "insert into import (file_name, sha256, mapping, person_id, at) values ($1, $2, $3, $4, $5)",
        params![file_name, sha256, serde_json::to_string(mapping)?, act.actor, act.at()],
    )?;
    Ok(act.tx.last_insert_rowid())
}

/// Notes what an import wrote, and counts its orders into their months.
pub fn finish(act: &Act, id: i64, report: &ImportReport) -> Result<(), Fault> {
    act.tx.execute(
        "update import set customers = $1, products = $2, people = $3, orders = $4, lines = $5, leads = $6 where id = $7",
        params![
            report.customers,
            report.products,
            report.people,
            report.orders,
            report.lines,
            report.leads,
            id
        ],
    )?;
    if report.orders > MANY {
        return month_sum::rebuild(act);
    }
    for order in orders(act, id)? {
        month_sum::count_order(act, order, 1)?;
    }
    Ok(())
}

fn orders(act: &Act, id: i64) -> Result<Vec<i64>, Fault> {
    let mut statement =
        act.tx.prepare_cached("select id from sales_order where import_id = $1 order by id")?;
    let rows = statement.query_map([id], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a person; the history has one entry for the whole import.
pub fn insert_person(act: &Act, id: i64, person: &PersonSave) -> Result<i64, Fault> {
    act.tx
        .prepare_cached(
            "insert into person (code, name, name_key, email, phone, region, import_id, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )?
        .execute(params![
            person.code,
            person.name,
            person.name.to_lowercase(),
            person.email,
            person.phone,
            person.region,
            id,
            act.at()
        ])?;
    let person_id = act.tx.last_insert_rowid();
    for role in &person.roles {
        act.tx
            .prepare_cached(
                "insert into person_role (person_id, role) values ($1, $2) on conflict do nothing",
            )?
            .execute(params![person_id, role_text(*role)])?;
    }
    Ok(person_id)
}

/// Writes a customer with its contact.
pub fn insert_customer(act: &Act, id: i64, card: &CustomerCard, region: &str) -> Result<i64, Fault> {
    let text = customer::search_text(card);
    act.tx
        .prepare_cached(
            "insert into customer (code, name, name_key, short_name, print_name, tax_number, invoice_title, industry,
                    province, city, district, region, address, phone, bank_name, bank_account, owner_id, note,
                    search_key, import_id, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)",
        )?
        .execute(params![
            card.code,
            card.name,
            name_key(&card.name),
            card.short_name,
            card.print_name,
            card.tax_number,
            card.invoice_title,
            card.industry,
            card.province,
            card.city,
            card.district,
            region,
            card.address,
            card.phone,
            card.bank_name,
            card.bank_account,
            card.owner_id,
            card.note,
            text,
            id,
            act.at()
        ])?;
    let customer_id = act.tx.last_insert_rowid();
    for (position, contact) in (0_i64..).zip(&card.contacts) {
        act.tx
            .prepare_cached(
                "insert into contact (customer_id, position, name, title, phone, phone_key, wechat, email, main)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            )?
            .execute(params![
                customer_id,
                position,
                contact.name,
                contact.title,
                contact.phone,
                phone_key(&contact.phone),
                contact.wechat,
                contact.email,
                contact.main
            ])?;
    }
    search::insert(act.tx, Kind::Customer, customer_id, &text, &search::customer_names(card))?;
    Ok(customer_id)
}

/// Writes a product.
pub fn insert_product(act: &Act, id: i64, card: &ProductCard) -> Result<i64, Fault> {
    let text = product::search_text(card);
    act.tx
        .prepare_cached(
            "insert into product (code, name, spec, unit, category, kind, price_micro, tax_rate, customised, active,
                    note, search_key, import_id, created_at, cost_micro)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        )?
        .execute(params![
            card.code,
            card.name,
            card.spec,
            card.unit,
            card.category,
            format!("{:?}", card.kind),
            card.price_micro.0,
            card.tax_rate.0,
            card.customised,
            card.active,
            card.note,
            text,
            id,
            act.at(),
            card.cost_micro.map(|cost| cost.0)
        ])?;
    let product_id = act.tx.last_insert_rowid();
    search::insert(act.tx, Kind::Product, product_id, &text, &[&card.name])?;
    Ok(product_id)
}

/// Remembers how files with these headers are taken.
pub fn remember(act: &Act, fingerprint: &str, mapping: &Mapping) -> Result<(), Fault> {
    act.tx.execute(
        "insert into import_mapping (fingerprint, mapping, used_at) values ($1, $2, $3)
         on conflict (fingerprint) do update set mapping = excluded.mapping, used_at = excluded.used_at",
        params![fingerprint, serde_json::to_string(mapping)?, act.at()],
    )?;
    Ok(())
}

/// How files were taken, with the fingerprints they were remembered by, the last used first; what an older program
/// wrote and nobody can read is forgotten. More than a hundred kinds of files are nobody's.
pub fn remembered(connection: &Connection) -> Result<Vec<(String, Mapping)>, Fault> {
    let mut statement = connection.prepare_cached(
        "select fingerprint, mapping from import_mapping order by used_at desc, fingerprint limit 100",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let mut kept = Vec::new();
    for row in rows {
        let (fingerprint, text): (String, String) = row?;
        kept.extend(serde_json::from_str(&text).ok().map(|mapping| (fingerprint, mapping)));
    }
    Ok(kept)
}

/// Who attested a 期初 order (O9) and by which import it came; none for an order of this book.
pub fn attested(connection: &Connection, order_id: i64) -> Result<Option<Attested>, Fault> {
    let mut statement = connection.prepare_cached(
        "select coalesce(p.name, ''), i.at, coalesce(r.name, ''), coalesce(i.file_name, '')
           from sales_order o
           left join person p on p.id = o.creator_id
           left join import i on i.id = o.import_id
           left join person r on r.id = i.person_id
          where o.id = $1 and o.origin = 'Opening'",
    )?;
    let found = statement.query_row([order_id], |row| {
        Ok(Attested { by: row.get(0)?, at: row.get(1)?, recorded_by: row.get(2)?, file_name: row.get(3)? })
    });
    Ok(found.optional()?)
}

/// All imports, newest first.
pub fn list(connection: &Connection) -> Result<Vec<ImportRow>, Fault> {
    let mut statement = connection.prepare_cached(
        "select i.id, i.file_name, i.sha256, i.at, coalesce(p.name, ''), i.customers, i.products, i.people, i.orders,
                i.leads, i.undone_at
           from import i left join person p on p.id = i.person_id order by i.id desc",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(ImportRow {
            id: row.get(0)?,
            file_name: row.get(1)?,
            sha256: row.get(2)?,
            at: row.get(3)?,
            person: row.get(4)?,
            customers: row.get(5)?,
            products: row.get(6)?,
            people: row.get(7)?,
            orders: row.get(8)?,
            leads: row.get(9)?,
            undone_at: row.get(10)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// File name and hash of an import that still stands.
///
/// # Errors
/// `RowNotFound`, also when it was undone before.
pub fn standing(connection: &Connection, id: i64) -> Result<(String, String), Fault> {
    Ok(connection
        .prepare_cached("select file_name, sha256 from import where id = $1 and undone_at is null")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Rows of an import that were changed or used since, by number or name.
pub fn used_since(connection: &Connection, id: i64) -> Result<Vec<String>, Fault> {
    const USED: [&str; 6] = [
        "select coalesce(number, '') from sales_order where import_id = $1 and version <> 1 order by id",
        "select c.name from customer c where c.import_id = $1 and (c.version <> 1 or exists (
            select 1 from sales_order o where o.customer_id = c.id and coalesce(o.import_id, 0) <> $1)
            or exists (select 1 from lead l where (l.customer_id = c.id or l.became_id = c.id)
                        and coalesce(l.import_id, 0) <> $1)
            or exists (select 1 from contract k where k.customer_id = c.id)
            or exists (select 1 from opportunity d where d.customer_id = c.id)) order by c.id",
        "select p.name from product p where p.import_id = $1 and (p.version <> 1 or exists (
            select 1 from order_line l join sales_order o on o.id = l.order_id
             where l.product_id = p.id and coalesce(o.import_id, 0) <> $1)
            or exists (select 1 from requirement_line n where n.product_id = p.id)
            or exists (select 1 from quotation_line q where q.product_id = p.id)
            or exists (select 1 from contract_line k where k.product_id = p.id)) order by p.id",
        "select p.name from person p where p.import_id = $1 and (p.version <> 1
            or exists (select 1 from sales_order o
                        where (o.owner_id = p.id or o.creator_id = p.id) and coalesce(o.import_id, 0) <> $1)
            or exists (select 1 from customer c where c.owner_id = p.id and coalesce(c.import_id, 0) <> $1)
            or exists (select 1 from lead l where l.owner_id = p.id and coalesce(l.import_id, 0) <> $1)
            or exists (select 1 from opportunity d where d.owner_id = p.id)
            or exists (select 1 from contract k where k.owner_id = p.id or k.creator_id = p.id)
            or exists (select 1 from contract_review v where v.decider_id = p.id or v.recorder_id = p.id)
            or exists (select 1 from solution s where s.person_id = p.id)
            or exists (select 1 from lead_rating r where r.decider_id = p.id)
            or exists (select 1 from lead_assignment s where s.owner_id = p.id or s.decider_id = p.id)
            or exists (select 1 from approval a where a.decider_id = p.id or a.recorder_id = p.id)
            or exists (select 1 from delivery d where d.recorded_by = p.id)
            or exists (select 1 from task t where t.done_by = p.id)
            or exists (select 1 from target g where g.person_id = p.id)
            or exists (select 1 from import i where i.person_id = p.id)
            or exists (select 1 from history h where h.actor_id = p.id)) order by p.id",
        "select l.name from lead l where l.import_id = $1 and (l.version <> 1
            or exists (select 1 from lead m where m.merged_into = l.id)) order by l.id",
        "select a.name from attachment a where
            (a.document = 'order' and a.document_id in (select id from sales_order where import_id = $1))
            or (a.document = 'customer' and a.document_id in (select id from customer where import_id = $1))
            or (a.document = 'product' and a.document_id in (select id from product where import_id = $1))
            or (a.document = 'lead' and a.document_id in (select id from lead where import_id = $1)) order by a.id",
    ];
    let mut named = Vec::new();
    for sql in USED {
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement.query_map([id], |row| row.get::<_, String>(0))?;
        for row in rows {
            named.push(row?);
        }
    }
    named.truncate(MOST_NAMED);
    Ok(named)
}

/// Takes everything back that an import wrote, and marks it undone. Ask [`used_since`] first.
pub fn remove(act: &Act, id: i64) -> Result<(), Fault> {
    const STEPS: [&str; 11] = [
        "delete from delivery where order_id in (select id from sales_order where import_id = $1)",
        "delete from order_line where order_id in (select id from sales_order where import_id = $1)",
        "delete from sales_order where import_id = $1",
        "delete from deadline_mark where deadline_id in (select d.id from deadline d
            join lead l on d.document = 'Lead' and d.document_id = l.id where l.import_id = $1)",
        "delete from deadline where document = 'Lead' and document_id in (select id from lead where import_id = $1)",
        "delete from lead where import_id = $1",
        "delete from contact where customer_id in (select id from customer where import_id = $1)",
        "delete from customer where import_id = $1",
        "delete from product where import_id = $1",
        "delete from person_role where person_id in (select id from person where import_id = $1)",
        "delete from person where import_id = $1",
    ];
    search::remove_imported(act, id)?;
    for step in STEPS {
        act.tx.execute(step, [id])?;
    }
    act.tx.execute("update import set undone_at = $1 where id = $2", params![act.at(), id])?;
    month_sum::rebuild(act)
}
