//! Opportunities: reading one whole, writing what was typed, how it ends, and [`restage`]: what its documents say about how
//! far it has come. Every write that somebody asked for checks the version that was seen.

use chengdan_domain::approval::Member;
use chengdan_domain::money::Money;
use chengdan_domain::number::Series;
use chengdan_domain::opportunity::law::{OpportunityDoc, OpportunityFacts, step};
use chengdan_domain::opportunity::{
    OpportunityAct, OpportunityForm, OpportunityState, Papers, SolutionForm, Stage, stage_of,
};
use chengdan_domain::text::search_key;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::history::Payload;
use super::search::{self, Kind};
use super::{Act, history, series};
use crate::clock::year_month;
use crate::fault::Fault;

/// An opportunity as the book keeps it.
#[derive(Debug, Clone)]
pub struct OpportunityRecord {
    pub id: i64,
    pub version: i64,
    pub number: String,
    pub doc: OpportunityDoc,
    pub stage: Stage,
    /// What its documents say by now.
    pub amount: Money,
    pub customer: String,
    pub owner: String,
    pub lead_id: Option<i64>,
    /// Why it was lost, and to whom.
    pub reason: String,
    pub winner: String,
    pub closed_at: Option<String>,
    pub creator: String,
    pub created_at: String,
}

/// A state as the book writes it.
pub fn state_text(state: OpportunityState) -> &'static str {
    match state {
        OpportunityState::Open => "Open",
        OpportunityState::Won => "Won",
        OpportunityState::Lost => "Lost",
    }
}

/// Reads a state; an unknown word (from a newer program) is treated as won, which allows nothing.
pub fn state_of(text: &str) -> OpportunityState {
    OpportunityState::ALL
        .into_iter()
        .find(|state| state_text(*state) == text)
        .unwrap_or(OpportunityState::Won)
}

/// A stage as the book writes it.
pub fn stage_text(stage: Stage) -> &'static str {
    match stage {
        Stage::Survey => "Survey",
        Stage::Solution => "Solution",
        Stage::Negotiation => "Negotiation",
        Stage::Contract => "Contract",
        Stage::Won => "Won",
        Stage::Lost => "Lost",
    }
}

/// Reads a stage.
pub fn stage_from(text: &str) -> Stage {
    Stage::ALL.into_iter().find(|stage| stage_text(*stage) == text).unwrap_or(Stage::Survey)
}

/// How numbers of opportunities are made: `SJ202611-001`.
fn numbers() -> Series {
    Series { prefix: "SJ".into(), ..Series::default() }
}

/// An opportunity, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn load(connection: &Connection, id: i64) -> Result<OpportunityRecord, Fault> {
    Ok(connection
        .prepare_cached(
            "select o.id, o.version, o.number, o.name, o.customer_id, o.owner_id, o.expected_fen, o.expected_on, o.state,
                    o.stage, o.amount_fen, c.name, coalesce(p.name, ''), o.lead_id, o.reason, o.winner, o.closed_at,
                    coalesce(w.name, ''), o.created_at
               from opportunity o join customer c on c.id = o.customer_id
               left join person p on p.id = o.owner_id left join person w on w.id = o.creator_id
              where o.id = $1",
        )?
        .query_row([id], record_of)?)
}

fn record_of(row: &Row) -> rusqlite::Result<OpportunityRecord> {
    let expected_on: Option<String> = row.get(7)?;
    let owner_id = row.get(5)?;
    let form = OpportunityForm {
        name: row.get(3)?,
        customer_id: row.get(4)?,
        owner_id,
        expected: Money(row.get(6)?),
        expected_on: expected_on.and_then(|day| day.parse().ok()),
    };
    Ok(OpportunityRecord {
        id: row.get(0)?,
        version: row.get(1)?,
        number: row.get(2)?,
        doc: OpportunityDoc { state: state_of(&row.get::<_, String>(8)?), form, owner_id },
        stage: stage_from(&row.get::<_, String>(9)?),
        amount: Money(row.get(10)?),
        customer: row.get(11)?,
        owner: row.get(12)?,
        lead_id: row.get(13)?,
        reason: row.get(14)?,
        winner: row.get(15)?,
        closed_at: row.get(16)?,
        creator: row.get(17)?,
        created_at: row.get(18)?,
    })
}

/// Begins an opportunity, of a lead or of a customer who came without one; draws its number and answers its id.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn insert(act: &Act, form: &OpportunityForm, lead_id: Option<i64>) -> Result<i64, Fault> {
    let number = series::draw(act, &numbers(), year_month(act.today()))?;
    let id: i64 = act
        .tx
        .prepare_cached(
            "insert into opportunity (number, name, customer_id, lead_id, state, stage, creator_id, created_at)
             values ($1, $2, $3, $4, 'Open', 'Survey', $5, $6) returning id",
        )?
        .query_row(params![number, form.name, form.customer_id, lead_id, act.actor, act.at()], |row| {
            row.get(0)
        })?;
    write_form(act, id, form)?;
    restage(act, id)?;
    Ok(id)
}

/// Changes what was typed.
///
/// # Errors
/// `Stale`.
pub fn edit(act: &Act, seen: &OpportunityRecord, form: &OpportunityForm) -> Result<(), Fault> {
    touch(act, seen.id, seen.version)?;
    write_form(act, seen.id, form)?;
    restage(act, seen.id)
}

/// Insists that nobody was faster, and makes the next one know.
///
/// # Errors
/// `Stale`.
pub fn touch(act: &Act, id: i64, version: i64) -> Result<(), Fault> {
    let changed = act
        .tx
        .prepare_cached("update opportunity set version = version + 1 where id = $1 and version = $2")?
        .execute([id, version])?;
    if changed == 1 { Ok(()) } else { Err(Fault::Stale { what: "opportunity".into() }) }
}

fn write_form(act: &Act, id: i64, form: &OpportunityForm) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "update opportunity set name = $1, customer_id = $2, owner_id = $3, expected_fen = $4, expected_on = $5
              where id = $6",
        )?
        .execute(params![
            form.name,
            form.customer_id,
            form.owner_id,
            form.expected.0,
            form.expected_on.map(|day| day.to_string()),
            id
        ])?;
    let (number, name, customer): (String, String, String) = act
        .tx
        .prepare_cached(
            "select o.number, o.name, c.name from opportunity o join customer c on c.id = o.customer_id where o.id = $1",
        )?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let key = search_key(&[number.as_str(), &name, &customer].join(" "));
    act.tx
        .prepare_cached("update opportunity set search_key = $1 where id = $2")?
        .execute(params![key, id])?;
    search::put(act, Kind::Opportunity, id, &key, &[&name, &customer])
}

/// What is searched, for a new index: id, text and the names that may be asked for by sound.
pub(super) fn searched(connection: &Connection) -> Result<Vec<(i64, String, [String; 2])>, Fault> {
    let mut statement = connection.prepare(
        "select o.id, o.search_key, o.name, c.name from opportunity o join customer c on c.id = o.customer_id
          order by o.id",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, [row.get(2)?, row.get(3)?])))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What the documents of an opportunity say.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn papers(connection: &Connection, id: i64) -> Result<Papers, Fault> {
    Ok(connection
        .prepare_cached(
            "select exists (select 1 from requirement r where r.opportunity_id = $1 and r.confirmed_on is not null),
                    exists (select 1 from solution s where s.opportunity_id = $1),
                    exists (select 1 from quotation q join quotation_version v on v.quotation_id = q.id
                             where q.opportunity_id = $1 and v.sent_at is not null),
                    exists (select 1 from contract k where k.opportunity_id = $1 and k.state <> 'Void'),
                    exists (select 1 from contract k where k.opportunity_id = $1 and k.state = 'Signed')",
        )?
        .query_row([id], |row| {
            Ok(Papers {
                list_confirmed: row.get(0)?,
                solution_stands: row.get(1)?,
                version_sent: row.get(2)?,
                contract_stands: row.get(3)?,
                contract_signed: row.get(4)?,
            })
        })?)
}

/// A contract that stands: its number, empty while it has none.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn contract_that_stands(connection: &Connection, id: i64) -> Result<Option<String>, Fault> {
    Ok(connection
        .prepare_cached(
            "select coalesce(number, '') from contract where opportunity_id = $1 and state <> 'Void' order by id limit 1",
        )?
        .query_row([id], |row| row.get(0))
        .optional()?)
}

/// What an opportunity comes to: its contracts (a supplement is none of its own), else its newest quotation that is not
/// lost, else, of a deal that is lost itself, what was quoted last (K2), else what is expected.
fn amount(connection: &Connection, id: i64) -> Result<Money, Fault> {
    let fen: i64 = connection
        .prepare_cached(
            "select coalesce(
               (select cast(sum(k.amount_fen) as bigint) from contract k
                 where k.opportunity_id = $1 and k.state <> 'Void' and k.supplement_of is null),
               (select q.amount_fen from quotation q
                 where q.opportunity_id = $1 and q.state <> 'Lost' order by q.id desc limit 1),
               (select q.amount_fen from quotation q join opportunity o on o.id = q.opportunity_id
                 where o.id = $1 and o.state = 'Lost' order by q.id desc limit 1),
               (select o.expected_fen from opportunity o where o.id = $1))",
        )?
        .query_row([id], |row| row.get(0))?;
    Ok(Money(fen))
}

/// A quotation of a deal that waits for the supervisor: its number.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn quotation_that_waits(connection: &Connection, id: i64) -> Result<Option<String>, Fault> {
    Ok(connection
        .prepare_cached("select number from quotation where opportunity_id = $1 and state = 'InApproval' order by id limit 1")?
        .query_row([id], |row| row.get(0))
        .optional()?)
}

/// Computes stage and amount anew from requirement, solution, quotation and contract rows, and closes the deal as won when
/// a contract was signed. Call it in every act that changes one of them, after the rows are written.
///
/// # Errors
/// `RowNotFound`.
pub fn restage(act: &Act, id: i64) -> Result<(), Fault> {
    let seen = load(act.tx, id)?;
    let papers = papers(act.tx, id)?;
    let mut state = seen.doc.state;
    if state == OpportunityState::Open && papers.contract_signed {
        let facts = OpportunityFacts {
            actor: nobody(),
            people: Vec::new(),
            papers,
            contract: None,
            waiting: None,
            solution: None,
            reason: String::new(),
            asking: false,
        };
        state = step(&seen.doc, OpportunityAct::Win, &facts).map_err(|reasons| Fault::Refused { reasons })?;
        close(act, id, state, "", "")?;
        let told = Payload::default().change("state", state_text(seen.doc.state), state_text(state));
        history::record(act, "opportunity_win", "opportunity", id, &told)?;
    }
    let stage = stage_of(state, &papers);
    let amount = amount(act.tx, id)?;
    if stage == seen.stage && amount == seen.amount {
        return Ok(());
    }
    act.tx
        .prepare_cached("update opportunity set stage = $1, amount_fen = $2 where id = $3")?
        .execute(params![stage_text(stage), amount.0, id])?;
    Ok(())
}

/// What follows from a document is judged by the document, not by whose hand it was.
fn nobody() -> Member {
    Member { id: 0, name: String::new(), roles: Vec::new(), active: true }
}

/// Ends or reopens: state, when, and why. The caller asked the law and checked the version.
fn close(act: &Act, id: i64, state: OpportunityState, reason: &str, winner: &str) -> Result<(), Fault> {
    let closed = state != OpportunityState::Open;
    act.tx
        .prepare_cached(
            "update opportunity set state = $1, reason = $2, winner = $3, closed_at = $4, closed_ym = $5 where id = $6",
        )?
        .execute(params![
            state_text(state),
            reason,
            winner,
            closed.then(|| act.at()),
            closed.then(|| year_month(act.today())),
            id
        ])?;
    Ok(())
}

/// Writes how a deal ended, or that it goes on again.
///
/// # Errors
/// `Stale`.
pub fn stand(
    act: &Act,
    seen: &OpportunityRecord,
    state: OpportunityState,
    reason: &str,
    winner: &str,
) -> Result<(), Fault> {
    touch(act, seen.id, seen.version)?;
    close(act, seen.id, state, reason, winner)?;
    restage(act, seen.id)
}

/// The solution of an opportunity (Q1), with the name of who is responsible and when it was written.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn solution(connection: &Connection, id: i64) -> Result<Option<(SolutionForm, String, String)>, Fault> {
    Ok(connection
        .prepare_cached(
            "select s.configuration, s.service, s.plan, s.person_id, coalesce(p.name, ''), s.saved_at
               from solution s left join person p on p.id = s.person_id where s.opportunity_id = $1",
        )?
        .query_row([id], |row| {
            let form = SolutionForm {
                configuration: row.get(0)?,
                service: row.get(1)?,
                plan: row.get(2)?,
                person_id: row.get(3)?,
            };
            Ok((form, row.get(4)?, row.get(5)?))
        })
        .optional()?)
}

/// Writes the solution. The opportunity's version is the solution's too.
///
/// # Errors
/// `Stale`.
pub fn solve(act: &Act, seen: &OpportunityRecord, form: &SolutionForm) -> Result<(), Fault> {
    touch(act, seen.id, seen.version)?;
    act.tx
        .prepare_cached(
            "insert into solution (opportunity_id, configuration, service, plan, person_id, saved_at)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (opportunity_id) do update set version = solution.version + 1,
               configuration = excluded.configuration, service = excluded.service, plan = excluded.plan,
               person_id = excluded.person_id, saved_at = excluded.saved_at",
        )?
        .execute(params![seen.id, form.configuration, form.service, form.plan, form.person_id, act.at()])?;
    restage(act, seen.id)
}
