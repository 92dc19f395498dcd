//! What was said with a lead (L5), who looks like it (L6), and who has how many. What is merged into a lead brings its
//! follow-ups along; nothing is moved, so that taking the merge back brings them back.

use std::collections::BTreeMap;

use chengdan_domain::lead::{FollowUp, Method};
use chengdan_domain::text::{name_key, phone_key};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Act;
use super::lead::state_of;
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::views::lead::{LeadBecame, LeadFollowUp, LeadLike, LeadLikeAsk};

fn method_of(text: &str) -> Method {
    match text {
        "Visit" => Method::Visit,
        "WeChat" => Method::WeChat,
        "Email" => Method::Email,
        "Exhibition" => Method::Exhibition,
        _ => Method::Phone,
    }
}

/// Keeps a follow-up; the person at the desk spoke.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn add(act: &Act, lead_id: i64, one: &FollowUp) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "insert into lead_follow_up (lead_id, person_id, at, recorded_at, method, reached, said, need_change, next_on)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )?
        .execute(params![
            lead_id,
            act.actor,
            instant_text(one.at),
            act.at(),
            format!("{:?}", one.method),
            one.reached,
            one.said,
            one.need_change,
            one.next_on.map(|day| day.to_string())
        ])?;
    Ok(())
}

/// The follow-ups of a lead and of what is merged into it, newest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn follow_ups(connection: &Connection, lead_id: i64) -> Result<Vec<LeadFollowUp>, Fault> {
    let mut statement = connection.prepare_cached(
        "with recursive family (id) as (
             select $1 union select l.id from lead l join family f on l.merged_into = f.id)
         select u.at, coalesce(p.name, ''), u.method, u.reached, u.said, u.need_change, u.next_on
           from lead_follow_up u left join person p on p.id = u.person_id
          where u.lead_id in (select id from family) order by u.at desc, u.id desc limit 500",
    )?;
    let rows = statement.query_map([lead_id], |row| {
        Ok(LeadFollowUp {
            at: row.get(0)?,
            person: row.get(1)?,
            method: method_of(&row.get::<_, String>(2)?),
            reached: row.get(3)?,
            said: row.get(4)?,
            need_change: row.get(5)?,
            next_on: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Brings 最近跟进时间 and the next contact of a lead up to its follow-ups.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn bring_up_to_date(act: &Act, lead_id: i64) -> Result<(), Fault> {
    let all = follow_ups(act.tx, lead_id)?;
    let newest = all.first();
    let reached = all.iter().find(|one| one.reached);
    act.tx
        .prepare_cached("update lead set followed_at = $1, next_on = $2, reached_at = $3 where id = $4")?
        .execute(params![
        newest.map(|one| one.at.as_str()),
        newest.and_then(|one| one.next_on.as_deref()),
        reached.map(|one| one.at.as_str()),
        lead_id
    ])?;
    Ok(())
}

/// Leads and customers that look like the lead being typed: the same normalised name, or the same phone (L6).
///
/// # Errors
/// Broken when the book cannot be read.
pub fn similar(connection: &Connection, ask: &LeadLikeAsk) -> Result<Vec<LeadLike>, Fault> {
    const LOOKS: [(&str, &str, &str); 4] = [
        (
            "lead",
            "name",
            "select l.id, l.name, coalesce(p.name, ''), l.state from lead l left join person p on p.id = l.owner_id
              where l.name_key = $1 and l.customer <> '' and l.id <> $2 order by l.id desc limit 5",
        ),
        (
            "lead",
            "phone",
            "select l.id, l.name, coalesce(p.name, ''), l.state from lead l left join person p on p.id = l.owner_id
              where l.phone_key = $1 and l.id <> $2 order by l.id desc limit 5",
        ),
        (
            "customer",
            "name",
            "select c.id, c.name, coalesce(p.name, ''), '' from customer c left join person p on p.id = c.owner_id
              where c.name_key = $1 and $2 >= 0 order by c.id limit 5",
        ),
        (
            "customer",
            "phone",
            "select distinct c.id, c.name, coalesce(p.name, ''), '' from contact k join customer c on c.id = k.customer_id
               left join person p on p.id = c.owner_id
              where k.phone_key = $1 and k.removed = 0 and $2 >= 0 order by c.id limit 5",
        ),
    ];
    let (own, name, phone) = (ask.id.unwrap_or(0), name_key(&ask.name), phone_key(&ask.phone));
    let mut found: Vec<LeadLike> = Vec::new();
    for (what, by, sql) in LOOKS {
        let key = if by == "name" { &name } else { &phone };
        if key.is_empty() {
            continue;
        }
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement.query_map(params![key, own], |row| like_of(row, what, by))?;
        for row in rows {
            let row = row?;
            if !found.iter().any(|other| other.id == row.id && other.what == row.what) {
                found.push(row);
            }
        }
    }
    Ok(found)
}

fn like_of(row: &Row, what: &str, by: &str) -> rusqlite::Result<LeadLike> {
    let state: String = row.get(3)?;
    Ok(LeadLike {
        id: row.get(0)?,
        name: row.get(1)?,
        what: what.into(),
        by: by.into(),
        owner: row.get(2)?,
        state: (!state.is_empty()).then(|| state_of(&state)),
    })
}

/// The customer of exactly this name and its account manager, or of this id.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn known_owner(
    connection: &Connection,
    customer_id: Option<i64>,
    name: &str,
) -> Result<Option<i64>, Fault> {
    let owner: Option<Option<i64>> = connection
        .prepare_cached(
            "select owner_id from customer where (id = $1 or ($1 is null and name_key = $2 and $2 <> ''))
                and owner_id is not null order by id limit 1",
        )?
        .query_row(params![customer_id, name_key(name)], |row| row.get(0))
        .optional()?;
    Ok(owner.flatten())
}

/// A customer or another lead by id and name, as long as it is there.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn became(connection: &Connection, id: Option<i64>, customer: bool) -> Result<Option<LeadBecame>, Fault> {
    let Some(id) = id else { return Ok(None) };
    let sql = if customer {
        "select id, name from customer where id = $1"
    } else {
        "select id, name from lead where id = $1"
    };
    let read = |row: &Row| Ok(LeadBecame { id: row.get(0)?, name: row.get(1)? });
    Ok(connection.prepare_cached(sql)?.query_row([id], read).optional()?)
}

/// The opportunity a lead goes on as.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn deal(connection: &Connection, lead_id: i64) -> Result<Option<LeadBecame>, Fault> {
    Ok(connection
        .prepare_cached("select id, name from opportunity where lead_id = $1 order by id desc limit 1")?
        .query_row([lead_id], |row| Ok(LeadBecame { id: row.get(0)?, name: row.get(1)? }))
        .optional()?)
}

/// Leads that are not rated yet, the oldest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn unrated(connection: &Connection) -> Result<Vec<i64>, Fault> {
    let mut statement = connection
        .prepare_cached("select id from lead where state = 'New' order by registered_at, id limit 200")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The open leads somebody follows.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn in_hand_of(connection: &Connection, person_id: i64) -> Result<Vec<i64>, Fault> {
    let mut statement = connection.prepare_cached(
        "select id from lead where owner_id = $1 and state in ('New', 'Rated', 'Assigned') order by id",
    )?;
    let rows = statement.query_map([person_id], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many open leads everybody has in hand.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn in_hand(connection: &Connection) -> Result<BTreeMap<i64, i64>, Fault> {
    let mut statement = connection.prepare_cached(
        "select owner_id, count(*) from lead
          where owner_id is not null and state in ('New', 'Rated', 'Assigned') group by owner_id order by owner_id",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
