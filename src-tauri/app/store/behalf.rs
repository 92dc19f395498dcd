//! 「以我名义的决定」: decisions that somebody else recorded, until the decider confirms or disputes them.

use chengdan_domain::people::Given;
use chengdan_domain::refusal::Refusal;
use rusqlite::{Connection, params};

use super::{Act, history, person};
use crate::fault::Fault;
use crate::views::person::{BehalfAnswer, BehalfDecision, BehalfKind};

/// The decisions in somebody's name that wait for an answer, oldest first.
pub fn of(connection: &Connection, decider_id: i64) -> Result<Vec<BehalfDecision>, Fault> {
    let mut statement = connection.prepare_cached(
        "select a.id, a.document_id, coalesce(o.number, ''), a.decision, coalesce(p.name, ''), a.given,
                a.behalf_reason, a.at, a.round, a.level, a.role
           from approval a left join sales_order o on o.id = a.document_id left join person p on p.id = a.recorder_id
          where a.decider_id = $1 and a.recorder_id <> $1 and a.confirmed is null
            and a.decision in ('Granted', 'SentBack') order by a.id limit 200",
    )?;
    let rows = statement.query_map([decider_id], |row| {
        Ok(BehalfDecision {
            kind: BehalfKind::Approval,
            id: row.get(0)?,
            document_id: row.get(1)?,
            name: row.get(2)?,
            grade: None,
            owner: String::new(),
            decided: row.get(3)?,
            recorder: row.get(4)?,
            given: given_of(&row.get::<_, String>(5)?),
            reason: row.get(6)?,
            at: row.get(7)?,
            round: row.get(8)?,
            level: row.get(9)?,
            role: row.get::<_, Option<String>>(10)?.and_then(|role| person::role_of(&role)),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
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
    let changed = act.tx.execute(
        "update approval set confirmed = $1, confirmed_note = $2
          where id = $3 and decider_id = $4 and recorder_id <> $4 and confirmed is null",
        params![answer.agree, answer.note, answer.id, decider_id],
    )?;
    if changed != 1 {
        return Err(Refusal::RowNotFound.into());
    }
    let order: i64 =
        act.tx.query_row("select document_id from approval where id = $1", [answer.id], |row| {
            row.get(0)
        })?;
    let name = if answer.agree { "behalf_confirm" } else { "behalf_dispute" };
    history::record(act, name, "order", order, &history::Payload::note(&answer.note))
}
