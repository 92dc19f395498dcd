//! What waits for legal (C1), for the room 审批 and the day: whose it is, what is asked about it, and who may read it.

use chengdan_domain::approval::Round;
use chengdan_domain::contract::law::{self, ContractDoc, ladder};
use chengdan_domain::contract::{ContractAct, ContractState};
use chengdan_domain::payment::{sentence_en, sentence_zh};
use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;
use rusqlite::Connection;

use super::gather;
use crate::App;
use crate::fault::Fault;
use crate::store::contract::{self, review};
use crate::store::{approval, history, person, setting};
use crate::views::book::Language;
use crate::views::contract::ContractWaiting;
use crate::views::order::{ApprovalAsk, ApprovalList, Candidate};

/// Contracts that wait for legal, that somebody handed in, that they decided on.
///
/// # Errors
/// `NotSignedIn`.
pub fn waiting(app: &App, request: ApprovalAsk) -> Result<Vec<ContractWaiting>, Fault> {
    let me = app.person_id()?;
    app.book()?.read(|connection| {
        let ids = match request.list {
            ApprovalList::Waiting => contract::in_review(connection)?,
            ApprovalList::Submitted => history::done_by(connection, "contract", "contract_submit", me)?,
            ApprovalList::Decided => review::decided_by(connection, me)?,
        };
        let mut rows = Vec::new();
        for id in ids {
            let row = row(app, connection, id, me)?;
            let mine = row.reviewers.iter().any(|who| who.id == me);
            if request.list != ApprovalList::Waiting || request.everyone || mine {
                rows.push(row);
            }
        }
        Ok(rows)
    })
}

fn row(app: &App, connection: &Connection, id: i64, me: i64) -> Result<ContractWaiting, Fault> {
    let record = contract::load(connection, id)?;
    let doc = &record.doc;
    let facts = gather::facts(app, connection, doc, Some(id), Some(me), app.today())?;
    Ok(ContractWaiting {
        id,
        version: record.version,
        number: doc.number.clone(),
        kind: doc.form.kind,
        state: doc.state,
        customer: doc.form.sale.customer_name.clone(),
        owner: doc.form.sale.owner_name.clone(),
        amount_fen: doc.amount(),
        differences: doc.differences(&facts),
        difference_reason: doc.form.difference_reason.clone(),
        terms: match setting::language(connection)? {
            Language::Zh => sentence_zh(&doc.form.sale.terms),
            Language::En => sentence_en(&doc.form.sale.terms),
        },
        delivery_period: doc.form.delivery_period.clone(),
        clauses: i64::try_from(doc.form.clauses.len()).unwrap_or(i64::MAX),
        returns: review::returns(connection, id)?,
        since: history::last_at(connection, ("contract", id), "contract_submit")?.unwrap_or_default(),
        reviewers: reviewers(connection, doc)?,
        refusals: refusals(doc, &facts),
    })
}

/// Who of legal may read a contract that waits for it.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn reviewers(connection: &Connection, doc: &ContractDoc) -> Result<Vec<Candidate>, Fault> {
    if doc.state != ContractState::InReview {
        return Ok(Vec::new());
    }
    let (ladder, authors, people) = (ladder(), doc.authors(), approval::members(connection)?);
    let single_person = setting::policy(connection)?.single_person;
    let round = Round { ladder: &ladder, level: 1, authors: &authors, granted: &[], single_person };
    let found = round.candidates(&people).into_iter();
    Ok(found.map(|who| Candidate { id: who.id, name: who.name.clone() }).collect())
}

/// How many contracts wait for a person; whoever runs the desk is asked for everybody's.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn count_waiting(connection: &Connection, me: i64) -> Result<i64, Fault> {
    let everyone = person::roles(connection, me)?.contains(&Role::SalesAssistant);
    let mut count = 0;
    for id in contract::in_review(connection)? {
        let doc = contract::load(connection, id)?.doc;
        count += i64::from(everyone || reviewers(connection, &doc)?.iter().any(|who| who.id == me));
    }
    Ok(count)
}

/// Why somebody cannot review a contract now; nothing when they can, or when there is nothing to review.
///
/// # Errors
/// `RowNotFound`.
pub fn refusals_of_review(
    app: &App,
    connection: &Connection,
    id: i64,
    me: i64,
) -> Result<Vec<Refusal>, Fault> {
    let doc = contract::load(connection, id)?.doc;
    let facts = gather::facts(app, connection, &doc, Some(id), Some(me), app.today())?;
    Ok(refusals(&doc, &facts))
}

fn refusals(doc: &ContractDoc, facts: &law::ContractFacts) -> Vec<Refusal> {
    let pass = law::buttons(doc, facts).into_iter().find(|(act, _)| *act == ContractAct::Pass);
    pass.map(|(_, reasons)| reasons).unwrap_or_default()
}
