//! Reviews of contracts: each with what was checked, who decided and who wrote it down.

use chengdan_domain::contract::Checked;
use chengdan_domain::people::Hand;
use rusqlite::{Connection, Row, params};

use crate::fault::Fault;
use crate::store::behalf::given_of;
use crate::store::{Act, attachment};
use crate::views::DocumentKind;
use crate::views::contract::ContractReview;

/// A review to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewReview<'a> {
    pub contract_id: i64,
    pub passed: bool,
    pub checklist: &'a [Checked],
    pub reason: &'a str,
    pub hand: &'a Hand,
    /// What was read.
    pub content_hash: &'a str,
}

/// Writes a review; its evidence is an attachment that cannot be removed.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn insert(act: &Act, new: &NewReview) -> Result<(), Fault> {
    let hand = new.hand;
    if let Some(sha256) = &hand.evidence {
        let contract = (DocumentKind::Contract, new.contract_id);
        attachment::add_evidence(act, contract, hand.recorder_id, sha256, &act.at())?;
    }
    act.tx
        .prepare_cached(
            "insert into contract_review (contract_id, outcome, checklist, reason, decider_id, recorder_id, given,
                    evidence, behalf_reason, content_hash, at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )?
        .execute(params![
            new.contract_id,
            if new.passed { "Passed" } else { "Returned" },
            serde_json::to_string(new.checklist)?,
            new.reason,
            hand.decider_id,
            hand.recorder_id,
            format!("{:?}", hand.given),
            hand.evidence,
            hand.behalf_reason.as_deref().unwrap_or_default(),
            new.content_hash,
            act.at()
        ])?;
    Ok(())
}

/// Every review of a contract, the newest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn of(connection: &Connection, contract_id: i64) -> Result<Vec<ContractReview>, Fault> {
    let mut statement = connection.prepare_cached(
        "select r.id, r.outcome, r.checklist, r.reason, d.name, w.name, r.given, r.evidence, r.behalf_reason, r.at,
                r.confirmed
           from contract_review r join person d on d.id = r.decider_id join person w on w.id = r.recorder_id
          where r.contract_id = $1 order by r.id desc",
    )?;
    let rows = statement.query_map([contract_id], review_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Contracts that somebody reviewed, the latest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn decided_by(connection: &Connection, person_id: i64) -> Result<Vec<i64>, Fault> {
    let mut statement = connection.prepare_cached(
        "select contract_id from contract_review where decider_id = $1
          group by contract_id order by max(id) desc limit 200",
    )?;
    let rows = statement.query_map([person_id], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How often a contract was given back.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn returns(connection: &Connection, contract_id: i64) -> Result<i64, Fault> {
    Ok(connection
        .prepare_cached(
            "select count(*) from contract_review where contract_id = $1 and outcome = 'Returned'",
        )?
        .query_row([contract_id], |row| row.get(0))?)
}

fn review_of(row: &Row) -> rusqlite::Result<ContractReview> {
    let checklist: String = row.get(2)?;
    Ok(ContractReview {
        id: row.get(0)?,
        passed: row.get::<_, String>(1)? == "Passed",
        checklist: serde_json::from_str(&checklist).unwrap_or_default(),
        reason: row.get(3)?,
        decider: row.get(4)?,
        recorder: row.get(5)?,
        given: given_of(&row.get::<_, String>(6)?),
        evidence: row.get(7)?,
        behalf_reason: row.get(8)?,
        at: row.get(9)?,
        confirmed: row.get(10)?,
    })
}
