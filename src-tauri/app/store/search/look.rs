//! Search of everything: a few records of each kind, ranked, with the part that was asked for.

use chengdan_domain::money::Money;
use chengdan_domain::search::place;
use chengdan_domain::text::{phone_key, search_key};
use rusqlite::{Connection, Row, params};

use super::contract::contracts;
use super::lead::leads;
use super::opportunity::opportunities;
use super::quotation::quotations;
use super::{CUSTOMERS_BY_SOUND, NEWEST_ORDERS, Question, sound};
use crate::fault::Fault;
use crate::store::order::status_of;
use crate::store::{customer, product};
use crate::views::customer::{Contact, CustomerCard};
use crate::views::search::*;

/// How well something fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Exact,
    Begins,
    Holds,
    Elsewhere,
    Sounds,
}

pub(super) type Ranked = (Rank, SearchHit);

/// Looks for what was typed; `today` decides which order is overdue, `now` which lead.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn all(connection: &Connection, ask: &SearchAsk, today: &str, now: &str) -> Result<SearchFound, Fault> {
    let question = Question::of(&ask.text);
    if question.text.is_empty() {
        return Ok(SearchFound { hits: Vec::new() });
    }
    let limit = ask.limit.clamp(1, 50);
    let (customers, contacts) = people(connection, &question, limit)?;
    let orders = orders(connection, &question, limit, today)?;
    let leads = leads(connection, &question, limit, now)?;
    let deals = opportunities(connection, &question, limit)?;
    let quotations = quotations(connection, &question, limit)?;
    let contracts = contracts(connection, &question, limit)?;
    let products = products(connection, &question, limit)?;
    let mut kinds = [customers, contacts, orders, leads, deals, quotations, contracts, products];
    for kind in &mut kinds {
        // Stable: within a rank the order in which they were found.
        kind.sort_by_key(|(rank, _)| *rank);
        kind.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    }
    kinds.sort_by_key(|kind| kind.first().map_or(Rank::Sounds, |(rank, _)| (*rank).min(Rank::Holds)));
    Ok(SearchFound { hits: kinds.into_iter().flatten().map(|(_, hit)| hit).collect() })
}

pub(super) fn marked(text: &str, key: &str) -> Marked {
    let (from, length) = place(text, key).unwrap_or((0, 0));
    let count = |number: usize| i64::try_from(number).unwrap_or(0);
    Marked { text: text.to_string(), from: count(from), length: count(length) }
}

/// A hit without what only some kinds have.
pub(super) fn hit(kind: SearchKind, id: i64, title: Marked, detail: Marked) -> SearchHit {
    SearchHit {
        kind,
        id,
        contact_id: None,
        title,
        detail,
        found: None,
        by_sound: false,
        status: None,
        lead_state: None,
        grade: None,
        stage: None,
        quotation_state: None,
        contract_state: None,
        overdue: false,
        amount_fen: None,
        price_micro: None,
        unit: String::new(),
    }
}

/// How the title fits; without a mark in title or detail, the first of `elsewhere` that holds the text, and at last the
/// sound.
pub(super) fn rank(mut found: SearchHit, question: &Question, elsewhere: &[(&str, &str)]) -> Ranked {
    let key = &question.text;
    if found.title.length > 0 {
        let title = search_key(&found.title.text);
        let rank = if title == *key {
            Rank::Exact
        } else if found.title.from == 0 {
            Rank::Begins
        } else {
            Rank::Holds
        };
        return (rank, found);
    }
    if found.detail.length > 0 {
        return (if found.detail.from == 0 { Rank::Begins } else { Rank::Holds }, found);
    }
    for (field, text) in elsewhere {
        let text = marked(text, key);
        if text.length > 0 {
            let rank = if search_key(&text.text) == *key { Rank::Exact } else { Rank::Elsewhere };
            found.found = Some(SearchField { field: (*field).into(), text });
            return (rank, found);
        }
    }
    found.by_sound = question.may_sound;
    (if question.may_sound { Rank::Sounds } else { Rank::Elsewhere }, found)
}

fn sounds_so(name: &str, question: &Question) -> bool {
    question.may_sound && sound::words(&[name]).iter().any(|word| word.starts_with(&question.text))
}

/// Customers by what is theirs, and contacts by what is theirs.
fn people(
    connection: &Connection,
    question: &Question,
    limit: i64,
) -> Result<(Vec<Ranked>, Vec<Ranked>), Fault> {
    let (mut customers, mut contacts) = (Vec::new(), Vec::new());
    for found in customer::find(connection, &question.text, limit)? {
        let card = customer::get(connection, found.id)?;
        let theirs: Vec<Ranked> =
            card.contacts.iter().filter_map(|one| contact(&card, one, question)).collect();
        let place = if card.province.is_empty() { found.region } else { card.province.clone() };
        let (title, detail) =
            (marked(&card.name, &question.text), Marked { text: place, ..Marked::default() });
        let ranked = rank(
            hit(SearchKind::Customer, found.id, title, detail),
            question,
            &[
                ("short_name", &card.short_name),
                ("code", &card.code),
                ("tax_number", &card.tax_number),
                ("phone", &card.phone),
                ("phone", &phone_key(&card.phone)),
            ],
        );
        let own = ranked.1.title.length > 0 || ranked.1.found.is_some();
        let heard = [&card.name, &card.short_name].into_iter().any(|name| sounds_so(name, question));
        if own || heard || theirs.is_empty() {
            customers.push(ranked);
        }
        contacts.extend(theirs);
    }
    Ok((customers, contacts))
}

fn contact(card: &CustomerCard, one: &Contact, question: &Question) -> Option<Ranked> {
    let title = marked(&one.name, &question.text);
    let detail = Marked { text: card.name.clone(), ..Marked::default() };
    let mut found = hit(SearchKind::Contact, card.id.unwrap_or(0), title, detail);
    found.contact_id = one.id;
    let ranked = rank(
        found,
        question,
        &[
            ("phone", &one.phone),
            ("phone", &phone_key(&one.phone)),
            ("email", &one.email),
            ("wechat", &one.wechat),
        ],
    );
    let theirs = ranked.1.title.length > 0 || ranked.1.found.is_some() || sounds_so(&one.name, question);
    theirs.then_some(ranked)
}

/// An order with what it may be found by.
struct Found {
    hit: SearchHit,
    owner: String,
    customer_order_number: String,
    contract_number: String,
}

/// Exact numbers and those that begin so, then the newest that hold the text.
fn orders(
    connection: &Connection,
    question: &Question,
    limit: i64,
    today: &str,
) -> Result<Vec<Ranked>, Fault> {
    let number = question.text.to_uppercase();
    let past = format!("{number}\u{10FFFF}");
    let mut ids = read_ids(
        connection,
        "select id from sales_order where number = $1 or (number >= $1 and number < $2) order by number limit $3",
        &[&number, &past, &limit],
    )?;
    let add = |more: Vec<i64>, ids: &mut Vec<i64>| {
        for id in more {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    };
    add(read_ids(connection, NEWEST_ORDERS, &[&question.grams, &question.text, &limit])?, &mut ids);
    if question.may_sound {
        // Customer by customer, along the index of their orders; those of all of them need not be sorted.
        let mut newest = Vec::new();
        for customer in read_ids(connection, CUSTOMERS_BY_SOUND, &[&question.sounds, &limit])? {
            newest.extend(read_ids(
                connection,
                "select id from sales_order where customer_id = $1 order by id desc limit $2",
                &[&customer, &limit],
            )?);
        }
        newest.sort_unstable_by(|a, b| b.cmp(a));
        add(newest, &mut ids);
    }
    let mut found = Vec::with_capacity(ids.len());
    // More than are shown, because ranks are known only afterwards; but not all orders of every customer.
    for id in ids.into_iter().take(150) {
        found.push(order(connection, question, id, today)?);
    }
    Ok(found)
}

pub(super) fn read_ids(
    connection: &Connection,
    sql: &str,
    asked: &[&dyn rusqlite::ToSql],
) -> Result<Vec<i64>, Fault> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(asked, |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn order(connection: &Connection, question: &Question, id: i64, today: &str) -> Result<Ranked, Fault> {
    let found = connection
        .prepare_cached(
            "select id, coalesce(number, ''), customer_name, status, amount_fen, open_promised_on, owner_name,
                    customer_order_number, contract_number from sales_order where id = $1",
        )?
        .query_row([id], |row| found_order(row, question, today))?;
    let mut statement =
        connection.prepare_cached("select name from order_line where order_id = $1 order by position, id")?;
    let lines = statement.query_map(params![id], |row| row.get::<_, String>(0))?;
    let lines: Vec<String> = lines.collect::<Result<_, _>>()?;
    let mut elsewhere = vec![
        ("customer_order_number", found.customer_order_number.as_str()),
        ("contract_number", &found.contract_number),
        ("owner", &found.owner),
    ];
    elsewhere.extend(lines.iter().map(|line| ("line", line.as_str())));
    Ok(rank(found.hit, question, &elsewhere))
}

fn found_order(row: &Row, question: &Question, today: &str) -> rusqlite::Result<Found> {
    let (number, customer): (String, String) = (row.get(1)?, row.get(2)?);
    let due: Option<String> = row.get(5)?;
    let (title, detail) = (marked(&number, &question.text), marked(&customer, &question.text));
    let mut hit = hit(SearchKind::Order, row.get(0)?, title, detail);
    hit.status = Some(status_of(&row.get::<_, String>(3)?));
    hit.amount_fen = Some(Money(row.get(4)?));
    hit.overdue = due.is_some_and(|day| day.as_str() < today);
    Ok(Found { hit, owner: row.get(6)?, customer_order_number: row.get(7)?, contract_number: row.get(8)? })
}

fn products(connection: &Connection, question: &Question, limit: i64) -> Result<Vec<Ranked>, Fault> {
    let found = product::find(connection, &question.text, limit)?;
    let ranked = found.into_iter().map(|card| {
        let (title, detail) = (marked(&card.name, &question.text), marked(&card.spec, &question.text));
        let mut hit = hit(SearchKind::Product, card.id.unwrap_or(0), title, detail);
        hit.price_micro = Some(card.price_micro);
        hit.unit = card.unit;
        rank(hit, question, &[("code", &card.code), ("category", &card.category)])
    });
    Ok(ranked.collect())
}
