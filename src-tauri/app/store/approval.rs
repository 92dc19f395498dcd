//! Decisions: every submission, grant, return and withdrawal of every round.

use chengdan_domain::approval::{Decision, Granted, Level, Member};
use chengdan_domain::people::{Given, Role};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::behalf::given_of;
use super::{Act, attachment, person};
use crate::fault::Fault;
use crate::views::order::{ApprovalEntry, DecisionPage, OrderDecision};
use crate::views::{DocumentKind, PageOf};

/// A decision to be written.
#[derive(Debug, Clone)]
pub struct NewDecision {
    pub document: (DocumentKind, i64),
    pub round: i64,
    /// 0 for submission and withdrawal.
    pub level: i64,
    pub role: Option<Role>,
    pub decision: Decision,
    pub decider_id: i64,
    pub recorder_id: i64,
    pub given: Given,
    /// The hash of a kept file.
    pub evidence: Option<String>,
    pub behalf_reason: String,
    pub note: String,
    /// What was decided on (O4).
    pub content_hash: String,
}

/// Writes a decision; answers its id.
pub fn insert(act: &Act, new: &NewDecision) -> Result<i64, Fault> {
    insert_at(act, new, &act.at())
}

/// Writes a decision that was taken at another time: for the sample company's past.
pub fn insert_at(act: &Act, new: &NewDecision, at: &str) -> Result<i64, Fault> {
    if let Some(sha256) = &new.evidence {
        attachment::add_evidence(act, new.document, new.recorder_id, sha256, at)?;
    }
    Ok(act
        .tx
        .prepare_cached(
            "insert into approval (document, document_id, round, level, role, decision, decider_id, recorder_id, given,
                    evidence, behalf_reason, note, content_hash, at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id",
        )?
        .query_row(
            params![
                attachment::noun(new.document.0),
                new.document.1,
                new.round,
                new.level,
                new.role.map(person::role_text),
                format!("{:?}", new.decision),
                new.decider_id,
                new.recorder_id,
                format!("{:?}", new.given),
                new.evidence,
                new.behalf_reason,
                new.note,
                new.content_hash,
                at
            ],
            |row| row.get(0),
        )?)
}

/// What was granted in a round below a rung; a rung that was granted and then sent back from above counts again
/// only when its round goes on.
pub fn granted(
    connection: &Connection,
    order_id: i64,
    round: i64,
    below: i64,
) -> Result<Vec<Granted>, Fault> {
    let mut statement = connection.prepare_cached(
        "select level, decider_id, content_hash from approval
          where document = 'order' and document_id = $1 and round = $2 and decision = 'Granted' and level < $3
          order by id",
    )?;
    let rows = statement.query_map([order_id, round, below], |row| {
        Ok(Granted { level: row.get(0)?, decider_id: row.get(1)?, content_hash: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every decision on an order, oldest first.
pub fn of_order(connection: &Connection, order_id: i64) -> Result<Vec<ApprovalEntry>, Fault> {
    of_document(connection, (DocumentKind::Order, order_id))
}

/// Every decision on a document, oldest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn of_document(
    connection: &Connection,
    (kind, id): (DocumentKind, i64),
) -> Result<Vec<ApprovalEntry>, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select {ENTRY} from approval a join person d on d.id = a.decider_id join person r on r.id = a.recorder_id
          where a.document = $1 and a.document_id = $2 order by a.id",
    ))?;
    let rows = statement.query_map(params![attachment::noun(kind), id], entry_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

const ENTRY: &str =
    "a.id, a.round, a.level, a.role, a.decision, d.name, r.name, a.given, a.behalf_reason, a.evidence,
    a.note, a.at, a.confirmed";

fn entry_of(row: &Row) -> rusqlite::Result<ApprovalEntry> {
    Ok(ApprovalEntry {
        id: row.get(0)?,
        round: row.get(1)?,
        level: row.get(2)?,
        role: row.get::<_, Option<String>>(3)?.and_then(|role| person::role_of(&role)),
        decision: decision_of(&row.get::<_, String>(4)?),
        decider: row.get(5)?,
        recorder: row.get(6)?,
        given: given_of(&row.get::<_, String>(7)?),
        behalf_reason: row.get(8)?,
        evidence: row.get(9)?,
        note: row.get(10)?,
        at: row.get(11)?,
        confirmed: row.get(12)?,
    })
}

/// The decisions about a customer's orders, newest first; `after` is the id the last page ended with.
pub fn of_customer(connection: &Connection, ask: &PageOf) -> Result<DecisionPage, Fault> {
    let mut statement = connection.prepare_cached(&format!(
        "select {ENTRY}, s.id, coalesce(s.number, '') from sales_order s
           join approval a on a.document = 'order' and a.document_id = s.id
           join person d on d.id = a.decider_id join person r on r.id = a.recorder_id
          where s.customer_id = $1 and a.id < $2 and a.level > 0 order by a.id desc limit $3",
    ))?;
    let rows = statement
        .query_map(params![ask.id, ask.after.unwrap_or(i64::MAX), ask.limit.clamp(1, 500) + 1], |row| {
            Ok(OrderDecision { entry: entry_of(row)?, order_id: row.get(13)?, order_number: row.get(14)? })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let (rows, next) = ask.cut(rows, |row| row.entry.id);
    Ok(DecisionPage { rows, next })
}

fn decision_of(text: &str) -> Decision {
    match text {
        "Granted" => Decision::Granted,
        "SentBack" => Decision::SentBack,
        "Withdrawn" => Decision::Withdrawn,
        _ => Decision::Submitted,
    }
}

/// Everybody as the ladder sees them.
pub fn members(connection: &Connection) -> Result<Vec<Member>, Fault> {
    let people = person::all(connection)?.into_iter();
    Ok(people
        .map(|who| Member { id: who.id, name: who.name, roles: who.roles, active: who.active })
        .collect())
}

/// Orders in approval, the longest waiting first.
pub fn waiting(connection: &Connection) -> Result<Vec<i64>, Fault> {
    ids(
        connection,
        "select o.id from sales_order o where o.state = 'InApproval' and $1 >= 0 order by o.submitted_at, o.id limit 500",
        0,
    )
}

/// Where an order in approval stands.
pub struct Standing {
    pub order_id: i64,
    pub round: i64,
    pub level: i64,
    pub ladder: Vec<Level>,
    /// Creator and account manager.
    pub authors: Vec<i64>,
}

/// Every order in approval, without its content.
pub fn standing(connection: &Connection) -> Result<Vec<Standing>, Fault> {
    let mut statement = connection.prepare_cached(
        "select id, round, level, ladder, creator_id, owner_id from sales_order
          where state = 'InApproval' order by id",
    )?;
    let rows = statement.query_map([], standing_in)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Where one order in approval stands; none for one that is not.
pub fn standing_of(connection: &Connection, order_id: i64) -> Result<Option<Standing>, Fault> {
    Ok(connection
        .prepare_cached(
            "select id, round, level, ladder, creator_id, owner_id from sales_order
              where id = $1 and state = 'InApproval'",
        )?
        .query_row([order_id], standing_in)
        .optional()?)
}

fn standing_in(row: &Row) -> rusqlite::Result<Standing> {
    let ladder: String = row.get(3)?;
    let authors: [Option<i64>; 2] = [row.get(4)?, row.get(5)?];
    Ok(Standing {
        order_id: row.get(0)?,
        round: row.get(1)?,
        level: row.get(2)?,
        ladder: serde_json::from_str(&ladder).unwrap_or_default(),
        authors: authors.into_iter().flatten().collect(),
    })
}

/// Orders that somebody submitted, the newest first.
pub fn submitted_by(connection: &Connection, person_id: i64) -> Result<Vec<i64>, Fault> {
    ids(
        connection,
        "select a.document_id from approval a
          where a.document = 'order' and a.decision = 'Submitted' and a.decider_id = $1
          group by a.document_id order by max(a.id) desc limit 200",
        person_id,
    )
}

/// Orders that somebody decided on, the newest first.
pub fn decided_by(connection: &Connection, person_id: i64) -> Result<Vec<i64>, Fault> {
    ids(
        connection,
        "select a.document_id from approval a
          where a.document = 'order' and a.decision in ('Granted', 'SentBack') and a.decider_id = $1
          group by a.document_id order by max(a.id) desc limit 200",
        person_id,
    )
}

/// Documents of a kind about which somebody took such a decision, the newest first; what was sent back is a decision as
/// what was granted is.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn of_kind_by(
    connection: &Connection,
    kind: DocumentKind,
    person_id: i64,
    decision: Decision,
) -> Result<Vec<i64>, Fault> {
    let mut statement = connection.prepare_cached(
        "select a.document_id from approval a
          where a.document = $1 and a.decider_id = $2
            and (a.decision = $3 or (a.decision = 'SentBack' and $3 = 'Granted'))
          group by a.document_id order by max(a.id) desc limit 200",
    )?;
    let rows = statement
        .query_map(params![attachment::noun(kind), person_id, format!("{decision:?}")], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn ids(connection: &Connection, query: &str, person_id: i64) -> Result<Vec<i64>, Fault> {
    let mut statement = connection.prepare_cached(query)?;
    let rows = statement.query_map([person_id], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// When the order came to where it stands in approval: its last submission or grant.
pub fn waiting_since(connection: &Connection, order_id: i64) -> Result<Option<String>, Fault> {
    since(connection, (DocumentKind::Order, order_id))
}

/// The last decision about a document.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn since(connection: &Connection, (kind, id): (DocumentKind, i64)) -> Result<Option<String>, Fault> {
    Ok(connection
        .prepare_cached("select max(at) from approval where document = $1 and document_id = $2")?
        .query_row(params![attachment::noun(kind), id], |row| row.get(0))?)
}
