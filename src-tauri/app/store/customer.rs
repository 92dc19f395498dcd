//! Customers and their contacts.

use chengdan_domain::text::{name_key, phone_key, search_key};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::search::{self, CUSTOMER_MATCHES, Question};
use super::{Act, history};
use crate::fault::Fault;
use crate::views::customer::*;

const CARD: &str =
    "id, version, code, name, short_name, print_name, tax_number, invoice_title, industry, province,
    city, district, address, phone, bank_name, bank_account, owner_id, note";

fn card_of(row: &Row) -> rusqlite::Result<CustomerCard> {
    Ok(CustomerCard {
        id: row.get(0)?,
        version: row.get(1)?,
        code: row.get(2)?,
        name: row.get(3)?,
        short_name: row.get(4)?,
        print_name: row.get(5)?,
        tax_number: row.get(6)?,
        invoice_title: row.get(7)?,
        industry: row.get(8)?,
        province: row.get(9)?,
        city: row.get(10)?,
        district: row.get(11)?,
        address: row.get(12)?,
        phone: row.get(13)?,
        bank_name: row.get(14)?,
        bank_account: row.get(15)?,
        owner_id: row.get(16)?,
        note: row.get(17)?,
        contacts: Vec::new(),
    })
}

/// A customer with its contacts.
///
/// # Errors
/// `RowNotFound`.
pub fn get(connection: &Connection, id: i64) -> Result<CustomerCard, Fault> {
    let mut card = connection
        .prepare_cached(&format!("select {CARD} from customer where id = $1"))?
        .query_row([id], card_of)?;
    card.contacts = contacts(connection, id)?;
    Ok(card)
}

/// The contacts of a customer, the main one first.
pub fn contacts(connection: &Connection, customer_id: i64) -> Result<Vec<Contact>, Fault> {
    let mut statement = connection.prepare_cached(
        "select id, name, title, salutation, phone, wechat, email, main from contact
          where customer_id = $1 and removed = 0 order by main desc, position, id",
    )?;
    let rows = statement.query_map([customer_id], |row| {
        Ok(Contact {
            id: row.get(0)?,
            name: row.get(1)?,
            title: row.get(2)?,
            salutation: row.get(3)?,
            phone: row.get(4)?,
            wechat: row.get(5)?,
            email: row.get(6)?,
            main: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What figures count as the customer's region: the province, or what an import named.
pub fn region(connection: &Connection, id: i64) -> Result<String, Fault> {
    Ok(connection
        .prepare_cached("select region from customer where id = $1")?
        .query_row([id], |row| row.get(0))?)
}

/// Creates or changes a customer; answers the id.
///
/// # Errors
/// `Stale` when somebody changed it meanwhile.
pub fn save(act: &Act, card: &CustomerCard) -> Result<i64, Fault> {
    let text = search_text(card);
    let key = name_key(&card.name);
    let id = if let Some(id) = card.id {
        let before = get(act.tx, id)?;
        let changed = act.tx.execute(
            "update customer set version = version + 1, code = $1, name = $2, name_key = $3, short_name = $4,
                    print_name = $5, tax_number = $6, invoice_title = $7, industry = $8, province = $9, city = $10,
                    district = $11, region = case when $9 = '' then region else $9 end, address = $12, phone = $13,
                    bank_name = $14, bank_account = $15, owner_id = $16, note = $17, search_key = $18
              where id = $19 and version = $20",
            params![card.code, card.name, key, card.short_name, card.print_name, card.tax_number, card.invoice_title, card.industry, card.province, card.city, card.district, card.address, card.phone, card.bank_name, card.bank_account, card.owner_id, card.note, text, id, card.version],
        )?;
        if changed != 1 {
            return Err(Fault::Stale { what: "customer".into() });
        }
        write_contacts(act, id, &card.contacts)?;
        // Orders take the region along until their approval copies it for good.
        act.tx.execute(
            "update sales_order set counted_region = (select c.region from customer c where c.id = $1)
              where customer_id = $1 and approved_on is null",
            [id],
        )?;
        search::put(act, search::Kind::Customer, id, &text, &search::customer_names(card))?;
        history::record(act, "customer_save", "customer", id, &changes(&before, card))?;
        id
    } else {
        act.tx.execute(
            "insert into customer (code, name, name_key, short_name, print_name, tax_number, invoice_title, industry,
                    province, city, district, region, address, phone, bank_name, bank_account, owner_id, note,
                    search_key, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $9, $12, $13, $14, $15, $16, $17, $18, $19)",
            params![
                card.code, card.name, key, card.short_name, card.print_name, card.tax_number, card.invoice_title,
                card.industry, card.province, card.city, card.district, card.address, card.phone, card.bank_name,
                card.bank_account, card.owner_id, card.note, text, act.at()
            ],
        )?;
        let id = act.tx.last_insert_rowid();
        write_contacts(act, id, &card.contacts)?;
        search::insert(act.tx, search::Kind::Customer, id, &text, &search::customer_names(card))?;
        history::record(act, "customer_create", "customer", id, &history::Payload::note(&card.name))?;
        id
    };
    Ok(id)
}

/// Gives a customer another account manager.
///
/// # Errors
/// `Stale` when somebody changed it meanwhile.
pub fn hand_over(act: &Act, id: i64, version: i64, owner_id: Option<i64>) -> Result<(), Fault> {
    let before = get(act.tx, id)?;
    let changed = act.tx.execute(
        "update customer set version = version + 1, owner_id = $1 where id = $2 and version = $3",
        params![owner_id, id, version],
    )?;
    if changed != 1 {
        return Err(Fault::Stale { what: "customer".into() });
    }
    let after = CustomerCard { owner_id, ..before.clone() };
    history::record(act, "customer_hand_over", "customer", id, &changes(&before, &after))
}

/// What a customer is found by. Phones stand there as they were typed and as digits alone, because both are typed.
pub(super) fn search_text(card: &CustomerCard) -> String {
    let mut parts: Vec<String> =
        [&card.code, &card.name, &card.short_name, &card.tax_number].map(Clone::clone).into();
    parts.extend(phone_texts(&card.phone));
    for contact in &card.contacts {
        parts.extend([contact.name.clone(), contact.email.clone(), contact.wechat.clone()]);
        parts.extend(phone_texts(&contact.phone));
    }
    search_key(&parts.join(" "))
}

fn phone_texts(phone: &str) -> [String; 2] {
    let key = phone_key(phone);
    let more = if phone.contains(&key) { String::new() } else { key };
    [phone.to_string(), more]
}

/// What a change of a card tells the history.
pub fn changes(before: &CustomerCard, after: &CustomerCard) -> history::Payload {
    let people = |card: &CustomerCard| {
        let line = |c: &Contact| format!("{} {} {} {}", c.name, c.title, c.phone, c.email);
        card.contacts.iter().map(line).collect::<Vec<_>>().join("; ")
    };
    history::Payload::default()
        .change("code", &before.code, &after.code)
        .change("name", &before.name, &after.name)
        .change("short_name", &before.short_name, &after.short_name)
        .change("print_name", &before.print_name, &after.print_name)
        .change("tax_number", &before.tax_number, &after.tax_number)
        .change("invoice_title", &before.invoice_title, &after.invoice_title)
        .change("industry", &before.industry, &after.industry)
        .change("province", &before.province, &after.province)
        .change("city", &before.city, &after.city)
        .change("district", &before.district, &after.district)
        .change("address", &before.address, &after.address)
        .change("phone", &before.phone, &after.phone)
        .change("bank_name", &before.bank_name, &after.bank_name)
        .change("bank_account", &before.bank_account, &after.bank_account)
        .change("owner_id", before.owner_id.unwrap_or(0), after.owner_id.unwrap_or(0))
        .change("note", &before.note, &after.note)
        .change("contacts", people(before), people(after))
}

/// Contacts keep their ids, because orders refer to them; one that is left out is marked removed.
fn write_contacts(act: &Act, customer_id: i64, contacts: &[Contact]) -> Result<(), Fault> {
    act.tx.execute("update contact set removed = 1 where customer_id = $1", [customer_id])?;
    for (position, contact) in (0_i64..).zip(contacts) {
        let phone = phone_key(&contact.phone);
        let kept = match contact.id {
            Some(id) => act.tx.execute(
                "update contact set removed = 0, position = $1, name = $2, title = $3, salutation = $4, phone = $5,
                        phone_key = $6, wechat = $7, email = $8, main = $9
                  where id = $10 and customer_id = $11",
                params![position, contact.name, contact.title, contact.salutation, contact.phone, phone, contact.wechat, contact.email, contact.main, id, customer_id],
            )?,
            None => 0,
        };
        if kept == 0 {
            act.tx.execute(
                "insert into contact (customer_id, position, name, title, salutation, phone, phone_key, wechat, email,
                        main)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                params![
                    customer_id, position, contact.name, contact.title, contact.salutation, contact.phone, phone,
                    contact.wechat, contact.email, contact.main
                ],
            )?;
        }
    }
    Ok(())
}

/// Customers that look like the one being typed: the same normalised name, or the same phone.
pub fn similar(connection: &Connection, ask: &SimilarAsk) -> Result<Vec<Similar>, Fault> {
    let mut found: Vec<Similar> = Vec::new();
    let own = ask.id.unwrap_or(0);
    let mut look = |sql: &str, key: &str, by: &str| -> Result<(), Fault> {
        if key.is_empty() {
            return Ok(());
        }
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement.query_map(params![key, own], |row| {
            Ok(Similar { id: row.get(0)?, name: row.get(1)?, by: by.into(), owner: row.get(2)? })
        })?;
        for row in rows {
            let row = row?;
            if !found.iter().any(|other| other.id == row.id) {
                found.push(row);
            }
        }
        Ok(())
    };
    look(
        "select c.id, c.name, coalesce(p.name, '') from customer c left join person p on p.id = c.owner_id
          where c.name_key = $1 and c.id <> $2 order by c.id limit 5",
        &name_key(&ask.name),
        "name",
    )?;
    for phone in &ask.phones {
        look(
            "select c.id, c.name, coalesce(p.name, '') from contact k join customer c on c.id = k.customer_id
               left join person p on p.id = c.owner_id
              where k.phone_key = $1 and k.removed = 0 and c.id <> $2 order by c.id limit 5",
            &phone_key(phone),
            "phone",
        )?;
    }
    Ok(found)
}

/// Customers found while typing: those whose name begins with the text first.
pub fn find(connection: &Connection, text: &str, limit: i64) -> Result<Vec<CustomerFound>, Fault> {
    let question = Question::of(text);
    let mut statement = connection.prepare_cached(&format!(
        "select c.id, c.name, c.short_name, c.region, c.province, c.city, c.district, c.address, c.owner_id
           from customer c where {CUSTOMER_MATCHES}
          order by case when instr(c.name_key, $1) = 1 then 0 when instr(c.search_key, $1) > 0 then 1 else 2 end,
                   c.name_key, c.id limit $4"
    ))?;
    let Question { text, grams, sounds, .. } = question;
    let rows = statement.query_map(params![text, grams, sounds, limit.clamp(1, 100)], |row| {
        // 北京市 is a province and its own city; an address names it once.
        let mut parts: Vec<String> = vec![row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?];
        parts.dedup();
        Ok(CustomerFound {
            id: row.get(0)?,
            name: row.get(1)?,
            short_name: row.get(2)?,
            region: row.get(3)?,
            address: parts.concat(),
            owner_id: row.get(8)?,
            contacts: Vec::new(),
        })
    })?;
    let mut found: Vec<CustomerFound> = rows.collect::<Result<_, _>>()?;
    for customer in &mut found {
        customer.contacts = contacts(connection, customer.id)?;
    }
    Ok(found)
}

/// The name of a contact, also of one who is gone; empty when nobody has this id.
pub fn contact_name(connection: &Connection, contact_id: i64) -> Result<String, Fault> {
    let found: Option<String> = connection
        .prepare_cached("select name from contact where id = $1")?
        .query_row([contact_id], |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Marks a customer's e-mail known: the address of a contact, for a letter that waited.
pub fn contact_email(connection: &Connection, contact_id: i64) -> Result<Option<String>, Fault> {
    Ok(connection
        .prepare_cached("select email from contact where id = $1 and removed = 0")?
        .query_row([contact_id], |row| row.get(0))
        .optional()?)
}
