//! 「以我名义的决定」: decisions that somebody else recorded, until the decider confirms or disputes them.

use chengdan_domain::people::Given;
use chengdan_domain::refusal::Refusal;
use rusqlite::{Connection, Row, params};

use super::{Act, history, lead, person};
use crate::fault::Fault;
use crate::views::person::{BehalfAnswer, BehalfDecision, BehalfKind};

/// The decisions in somebody's name that wait for an answer, oldest first.
pub fn of(connection: &Connection, decider_id: i64) -> Result<Vec<BehalfDecision>, Fault> {
    let mut all = Vec::new();
    for (kind, sql) in [
        (BehalfKind::Approval, APPROVALS),
        (BehalfKind::QuotationApproval, QUOTATIONS),
        (BehalfKind::ContractReview, REVIEWS),
        (BehalfKind::LeadRating, RATINGS),
        (BehalfKind::LeadAssignment, ASSIGNMENTS),
    ] {
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement.query_map([decider_id], |row| decision_of(kind, row))?;
        for row in rows {
            all.push(row?);
        }
    }
    all.sort_by(|one, next| one.at.cmp(&next.at));
    Ok(all)
}

const APPROVALS: &str =
    "select a.id, a.document_id, coalesce(o.number, ''), coalesce(p.name, ''), a.given, a.behalf_reason, a.at,
            a.decision, a.round, a.level, a.role, null, ''
       from approval a left join sales_order o on o.id = a.document_id left join person p on p.id = a.recorder_id
      where a.document = 'order' and a.decider_id = $1 and a.recorder_id <> $1 and a.confirmed is null
        and a.decision in ('Granted', 'SentBack') order by a.id limit 200";

const QUOTATIONS: &str =
    "select a.id, a.document_id, q.number, coalesce(p.name, ''), a.given, a.behalf_reason, a.at, a.decision, a.round,
            a.level, a.role, null, ''
       from approval a join quotation q on q.id = a.document_id left join person p on p.id = a.recorder_id
      where a.document = 'quotation' and a.decider_id = $1 and a.recorder_id <> $1 and a.confirmed is null
        and a.decision in ('Granted', 'SentBack') order by a.id limit 200";

const REVIEWS: &str =
    "select a.id, a.contract_id, coalesce(k.number, ''), coalesce(p.name, ''), a.given, a.behalf_reason, a.at, a.outcome,
            0, 0, 'Legal', null, ''
       from contract_review a join contract k on k.id = a.contract_id left join person p on p.id = a.recorder_id
      where a.decider_id = $1 and a.recorder_id <> $1 and a.confirmed is null order by a.id limit 200";

const RATINGS: &str =
    "select a.id, a.lead_id, l.name, coalesce(p.name, ''), a.given, a.behalf_reason, a.at, 'Rated', 0, 0, null,
            a.grade, ''
       from lead_rating a join lead l on l.id = a.lead_id left join person p on p.id = a.recorder_id
      where a.decider_id = $1 and a.recorder_id <> $1 and a.confirmed is null order by a.id limit 200";

const ASSIGNMENTS: &str =
    "select a.id, a.lead_id, l.name, coalesce(p.name, ''), a.given, a.behalf_reason, a.at, 'Assigned', 0, 0, null,
            null, coalesce(w.name, '')
       from lead_assignment a join lead l on l.id = a.lead_id left join person p on p.id = a.recorder_id
       left join person w on w.id = a.owner_id
      where a.decider_id = $1 and a.recorder_id <> $1 and a.confirmed is null order by a.id limit 200";

fn decision_of(kind: BehalfKind, row: &Row) -> rusqlite::Result<BehalfDecision> {
    Ok(BehalfDecision {
        kind,
        id: row.get(0)?,
        document_id: row.get(1)?,
        name: row.get(2)?,
        recorder: row.get(3)?,
        given: given_of(&row.get::<_, String>(4)?),
        reason: row.get(5)?,
        at: row.get(6)?,
        decided: row.get(7)?,
        round: row.get(8)?,
        level: row.get(9)?,
        role: row.get::<_, Option<String>>(10)?.and_then(|role| person::role_of(&role)),
        grade: row.get::<_, Option<String>>(11)?.and_then(|grade| lead::grade_of(&grade)),
        owner: row.get(12)?,
    })
}

/// Reads how a decision was given.
pub fn given_of(text: &str) -> Given {
    match text {
        "InPerson" => Given::InPerson,
        "Phone" => Given::Phone,
        "WeChat" => Given::WeChat,
        "Email" => Given::Email,
        "Written" => Given::Written,
        _ => Given::SignedIn,
    }
}

/// Writes the decider's answer; it changes nothing that was decided, it is shown beside it.
///
/// # Errors
/// `RowNotFound` when the decision is not in this person's name or was answered before.
pub fn answer(act: &Act, decider_id: i64, answer: &BehalfAnswer) -> Result<(), Fault> {
    let (write, find, document) = match answer.kind {
        BehalfKind::Approval | BehalfKind::QuotationApproval => (
            "update approval set confirmed = $1, confirmed_note = $2
              where id = $3 and decider_id = $4 and recorder_id <> $4 and confirmed is null",
            "select document_id from approval where id = $1",
            if answer.kind == BehalfKind::Approval { "order" } else { "quotation" },
        ),
        BehalfKind::ContractReview => (
            "update contract_review set confirmed = $1, confirmed_note = $2
              where id = $3 and decider_id = $4 and recorder_id <> $4 and confirmed is null",
            "select contract_id from contract_review where id = $1",
            "contract",
        ),
        BehalfKind::LeadRating => (
            "update lead_rating set confirmed = $1, confirmed_note = $2
              where id = $3 and decider_id = $4 and recorder_id <> $4 and confirmed is null",
            "select lead_id from lead_rating where id = $1",
            "lead",
        ),
        BehalfKind::LeadAssignment => (
            "update lead_assignment set confirmed = $1, confirmed_note = $2
              where id = $3 and decider_id = $4 and recorder_id <> $4 and confirmed is null",
            "select lead_id from lead_assignment where id = $1",
            "lead",
        ),
    };
    let changed = act.tx.execute(write, params![answer.agree, answer.note, answer.id, decider_id])?;
    if changed != 1 {
        return Err(Refusal::RowNotFound.into());
    }
    let document_id: i64 = act.tx.query_row(find, [answer.id], |row| row.get(0))?;
    let name = if answer.agree { "behalf_confirm" } else { "behalf_dispute" };
    history::record(act, name, document, document_id, &history::Payload::note(&answer.note))
}
