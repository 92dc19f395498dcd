//! Quotations that wait for the supervisor and contracts that legal reads, when somebody leaves or loses a role: each has
//! one rung, and somebody beside its authors must be left for it.

use chengdan_domain::approval::{Level, Member, Round};
use chengdan_domain::contract::{ContractState, law as contract_law};
use chengdan_domain::quotation::QuotationState;
use rusqlite::Connection;

use crate::fault::Fault;
use crate::store::contract::{self, ContractRecord};
use crate::store::handover::{self, Owned};
use crate::store::quotation::{self, QuotationRecord};
use crate::store::{Act, approval, setting};
use crate::views::person::PersonLeft;

/// What a document waits for: its rung, and who never decides it.
struct Waiting {
    ladder: Vec<Level>,
    level: i64,
    authors: Vec<i64>,
}

impl Waiting {
    /// None for a quotation that waits for nobody.
    fn of_quotation(record: &QuotationRecord) -> Result<Option<Waiting>, Fault> {
        let doc = record.doc()?;
        let waits = doc.state == QuotationState::InApproval;
        Ok(waits.then(|| Waiting { authors: doc.authors(), ladder: doc.ladder, level: doc.level }))
    }

    /// None for a contract that legal does not read now.
    fn of_contract(record: &ContractRecord) -> Option<Waiting> {
        let waits = record.doc.state == ContractState::InReview;
        let ladder = contract_law::ladder().to_vec();
        waits.then(|| Waiting { authors: record.doc.authors(), ladder, level: 1 })
    }

    /// How many of these people may decide it.
    fn deciders(&self, people: &[Member], single_person: bool) -> usize {
        let (ladder, authors) = (&self.ladder, &self.authors);
        Round { ladder, level: self.level, authors, granted: &[], single_person }.candidates(people).len()
    }
}

/// The numbers of what these people could decide and those others could not.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn stuck(connection: &Connection, before: &[Member], after: &[Member]) -> Result<Vec<String>, Fault> {
    let single_person = setting::policy(connection)?.single_person;
    let sticks = |waiting: &Waiting| {
        waiting.deciders(before, single_person) > 0 && waiting.deciders(after, single_person) == 0
    };
    let mut numbers = Vec::new();
    for id in quotation::waiting(connection)? {
        let record = quotation::load(connection, id)?;
        numbers.extend(Waiting::of_quotation(&record)?.filter(sticks).map(|_| record.number));
    }
    for id in contract::in_review(connection)? {
        let record = contract::load(connection, id)?;
        let waiting = Waiting::of_contract(&record).filter(sticks);
        numbers.extend(waiting.and(record.doc.number));
    }
    Ok(numbers)
}

/// Hands quotations and contracts over. Whoever looks after one is its author and does not decide on it: the heir takes
/// what waits only when somebody else is left to decide it; otherwise it is kept, by its number.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn hand_over(
    act: &Act,
    owned: &Owned,
    (leaver_id, leaver): (i64, &str),
    heir: &Member,
    left: &mut PersonLeft,
) -> Result<(), Fault> {
    let single_person = setting::policy(act.tx)?.single_person;
    let mut people = approval::members(act.tx)?;
    people.retain(|who| who.id != leaver_id);
    let others: Vec<Member> = people.iter().filter(|who| who.id != heir.id).cloned().collect();
    let can_take = |waiting: Option<Waiting>| {
        waiting.is_none_or(|waiting| {
            let all = waiting.deciders(&people, single_person);
            single_person || all == 0 || waiting.deciders(&others, single_person) > 0
        })
    };
    for id in &owned.quotations {
        let record = quotation::load(act.tx, *id)?;
        if can_take(Waiting::of_quotation(&record)?) {
            handover::quotation(act, *id, leaver, heir.id, &heir.name)?;
            left.quotations += 1;
        } else {
            left.kept.push(record.number);
        }
    }
    for id in &owned.contracts {
        let record = contract::load(act.tx, *id)?;
        if can_take(Waiting::of_contract(&record)) {
            handover::contract(act, &record, heir.id, &heir.name)?;
            left.contracts += 1;
        } else {
            left.kept.extend(record.doc.number);
        }
    }
    Ok(())
}
