//! Somebody leaves: what they look after goes to an heir, and nobody leaves a ladder behind that cannot be climbed.

use chengdan_domain::approval::{Member, left_unfilled};
use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;
use rusqlite::Connection;

use super::{require, waiting};
use crate::App;
use crate::commands::order::gather;
use crate::fault::Fault;
use crate::store::order::{OrderRecord, load};
use crate::store::{Act, approval, handover, person, setting};
use crate::views::ById;
use crate::views::person::*;

/// So many documents are named in a refusal.
const NAMED: usize = 5;

/// What somebody looks after, and why they cannot leave now.
///
/// # Errors
/// `RowNotFound`.
pub fn owns(app: &App, request: ById) -> Result<PersonOwns, Fault> {
    app.book()?.read(|connection| {
        let who = person::get(connection, request.id)?;
        let before = approval::members(connection)?;
        let after = without(&before, request.id);
        let mut refusals = ladder_reasons(app, connection, &who.name, &before, &after)?;
        let admins = after.iter().filter(|other| other.active && other.roles.contains(&Role::Admin)).count();
        if admins == 0 {
            refusals.push(Refusal::LastAdmin);
        }
        let owned = handover::owned(connection, request.id)?;
        let count = |state: handover::Stage| {
            let of_state = owned.orders.iter().filter(|(_, found)| *found == state);
            i64::try_from(of_state.count()).unwrap_or(i64::MAX)
        };
        Ok(PersonOwns {
            customers: i64::try_from(owned.customers.len()).unwrap_or(i64::MAX),
            leads: i64::try_from(owned.leads.len()).unwrap_or(i64::MAX),
            opportunities: i64::try_from(owned.deals.len()).unwrap_or(i64::MAX),
            drafts: count(handover::Stage::Draft),
            in_approval: count(handover::Stage::InApproval),
            open_orders: count(handover::Stage::Open),
            quotations: i64::try_from(owned.quotations.len()).unwrap_or(i64::MAX),
            contracts: i64::try_from(owned.contracts.len()).unwrap_or(i64::MAX),
            refusals,
        })
    })
}

/// Hands everything over and lets somebody leave, in one act.
///
/// # Errors
/// `RoleMissing`, `HeirMissing`, `LadderUnfilled`, `WouldStick`, `LastAdmin`, `Stale`.
pub fn leave(app: &App, request: PersonLeave) -> Result<PersonLeft, Fault> {
    let me = require(app, &[Role::Admin])?;
    let left = app.book()?.act(app.now(), Some(me), |act| {
        let who = person::get(act.tx, request.id)?;
        let before = approval::members(act.tx)?;
        let owned = handover::owned(act.tx, request.id)?;
        let heir = heir(&before, &request, owned.is_empty())?;
        let mut left = PersonLeft::nothing(who);
        if let Some(heir) = &heir {
            let leaver = (request.id, left.person.name.clone());
            waiting::hand_over(act, &owned, (leaver.0, &leaver.1), heir, &mut left)?;
            for id in owned.customers {
                handover::customer(act, id, heir.id)?;
                left.customers += 1;
            }
            for id in owned.leads {
                handover::lead(act, id, heir.id, &heir.name)?;
                left.leads += 1;
            }
            for id in owned.deals {
                handover::opportunity(act, id, heir.id, &heir.name)?;
                left.opportunities += 1;
            }
            for (id, _) in owned.orders {
                let record = load(act.tx, id)?;
                if can_take(app, act, &record, heir)? {
                    handover::order(act, &record, heir.id, &heir.name)?;
                    left.orders += 1;
                } else {
                    left.kept.push(record.number.unwrap_or_default());
                }
            }
        }
        person::deactivate(act, request.id, request.version, heir.as_ref().map_or("", |heir| &heir.name))?;
        insist_on_ladder(app, act, &left.person.name, &before)?;
        Ok(left)
    })?;
    if app.desk_person() == Some(request.id) {
        app.desk().person_id = None;
    }
    app.changed();
    let person = app.book()?.read(|connection| person::get(connection, request.id))?;
    Ok(PersonLeft { person, ..left })
}

/// Who takes over: another active person. Only somebody who looks after nothing leaves without one.
fn heir(people: &[Member], request: &PersonLeave, nothing: bool) -> Result<Option<Member>, Fault> {
    let found =
        people.iter().find(|who| Some(who.id) == request.heir_id && who.active && who.id != request.id);
    match (found, request.heir_id) {
        (Some(heir), _) => Ok(Some(heir.clone())),
        (None, None) if nothing => Ok(None),
        _ => Err(Refusal::HeirMissing.into()),
    }
}

/// Whoever looks after an order is its author and does not decide on it. In a running round the heir therefore takes
/// it only when the rungs that are left can be filled without them, and when they have not decided on it already.
fn can_take(app: &App, act: &Act, record: &OrderRecord, heir: &Member) -> Result<bool, Fault> {
    let doc = gather::doc(record);
    let facts = gather::facts(app, act.tx, &doc, Some(record.id), None, act.today())?;
    let running = doc.running(&facts);
    let round = running.round();
    if record.state != chengdan_domain::order::OrderState::InApproval || facts.rules.single_person {
        return Ok(true);
    }
    let taken: Vec<i64> = round.granted.iter().map(|granted| granted.decider_id).collect();
    let others: Vec<Member> = facts.people.iter().filter(|who| who.id != heir.id).cloned().collect();
    let unfilled = |people: &[Member]| round.unfilled(record.level, people, &taken).len();
    Ok(!taken.contains(&heir.id) && unfilled(&others) <= unfilled(&facts.people))
}

fn without(people: &[Member], id: i64) -> Vec<Member> {
    let stays = |who: &Member| Member { active: who.active && who.id != id, ..who.clone() };
    people.iter().map(stays).collect()
}

/// Refuses what an act has just done to the people when the ladder, or a document that waits, can no longer be
/// decided because of it. What was impossible before stays allowed: a book begins with one person.
///
/// # Errors
/// `LadderUnfilled`, `WouldStick`.
pub fn insist_on_ladder(app: &App, act: &Act, name: &str, before: &[Member]) -> Result<(), Fault> {
    let after = approval::members(act.tx)?;
    let reasons = ladder_reasons(app, act.tx, name, before, &after)?;
    if reasons.is_empty() { Ok(()) } else { Err(Fault::Refused { reasons }) }
}

fn ladder_reasons(
    app: &App,
    connection: &Connection,
    name: &str,
    before: &[Member],
    after: &[Member],
) -> Result<Vec<Refusal>, Fault> {
    let policy = setting::policy(connection)?;
    let rungs = left_unfilled(&policy.levels, policy.single_person, before, after).into_iter();
    let mut reasons: Vec<Refusal> =
        rungs.map(|(level, role)| Refusal::LadderUnfilled { name: name.into(), level, role }).collect();
    let mut numbers = stuck(app, connection, before, after)?;
    numbers.extend(waiting::stuck(connection, before, after)?);
    if !numbers.is_empty() {
        numbers.truncate(NAMED);
        reasons.push(Refusal::WouldStick { name: name.into(), numbers });
    }
    Ok(reasons)
}

/// Orders in approval that these people could decide to the end and those others could not.
fn stuck(
    app: &App,
    connection: &Connection,
    before: &[Member],
    after: &[Member],
) -> Result<Vec<String>, Fault> {
    let mut numbers = Vec::new();
    for id in approval::waiting(connection)? {
        let record = load(connection, id)?;
        let doc = gather::doc(&record);
        let facts = gather::facts(app, connection, &doc, Some(id), None, app.today())?;
        let running = doc.running(&facts);
        let round = running.round();
        let taken: Vec<i64> = round.granted.iter().map(|granted| granted.decider_id).collect();
        let missing = |people: &[Member]| round.unfilled(round.level, people, &taken).len();
        if missing(after) > missing(before) {
            numbers.push(record.number.unwrap_or_default());
        }
        if numbers.len() == NAMED {
            break;
        }
    }
    Ok(numbers)
}
