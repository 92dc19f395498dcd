//! What the law of an opportunity judges by, gathered from the book.

use chengdan_domain::approval::Member;
use chengdan_domain::opportunity::law::{self, OpportunityFacts};
use chengdan_domain::opportunity::{OpportunityAct, OpportunityState, Papers};
use rusqlite::Connection;

use crate::fault::Fault;
use crate::store::opportunity::{self, OpportunityRecord};
use crate::store::{Act, approval};

/// The person of an act, and everybody else; nobody at the desk has no roles.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn people(connection: &Connection, actor_id: Option<i64>) -> Result<(Member, Vec<Member>), Fault> {
    let people = approval::members(connection)?;
    let nobody = || Member { id: 0, name: String::new(), roles: Vec::new(), active: false };
    let actor = people.iter().find(|who| Some(who.id) == actor_id).cloned().unwrap_or_else(nobody);
    Ok((actor, people))
}

/// The facts for an act of `actor_id` on an opportunity; none: on one that is only about to begin.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn facts(
    connection: &Connection,
    id: Option<i64>,
    actor_id: Option<i64>,
) -> Result<OpportunityFacts, Fault> {
    let (actor, people) = people(connection, actor_id)?;
    let (papers, contract, waiting) = match id {
        Some(id) => (
            opportunity::papers(connection, id)?,
            opportunity::contract_that_stands(connection, id)?,
            opportunity::quotation_that_waits(connection, id)?,
        ),
        None => (Papers::default(), None, None),
    };
    Ok(OpportunityFacts {
        actor,
        people,
        papers,
        contract,
        waiting,
        solution: None,
        reason: String::new(),
        asking: false,
    })
}

/// An opportunity as an act finds it: at the version the page saw, with the facts of the law.
pub struct Seen {
    pub record: OpportunityRecord,
    pub facts: OpportunityFacts,
}

impl Seen {
    /// Reads an opportunity inside an act.
    ///
    /// # Errors
    /// `RowNotFound`, `Stale`.
    pub fn at(act: &Act, id: i64, version: i64) -> Result<Seen, Fault> {
        let record = opportunity::load(act.tx, id)?;
        if record.version != version {
            return Err(Fault::Stale { what: "opportunity".into() });
        }
        Ok(Seen { record, facts: facts(act.tx, Some(id), act.actor)? })
    }

    /// Asks the law.
    ///
    /// # Errors
    /// All refusals.
    pub fn step(&self, act: OpportunityAct) -> Result<OpportunityState, Fault> {
        law::step(&self.record.doc, act, &self.facts).map_err(|reasons| Fault::Refused { reasons })
    }
}
