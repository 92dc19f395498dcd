//! The postman's side of the outbox: what is due, each arrow of the letter's law as one write, and the log.

use chengdan_domain::letter::{LetterAct, LetterState, back_off_minutes, step};
use chengdan_domain::mail::Explain;
use chengdan_domain::refusal::Refusal;
use chrono::{DateTime, Duration, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::outbox::{About, about_of, subject_of};
use super::{Act, history};
use crate::clock::instant_text;
use crate::fault::Fault;

/// A letter the postman holds.
#[derive(Debug, Clone)]
pub struct Held {
    pub id: i64,
    pub to_address: String,
    /// `name <address>`, or empty.
    pub cc: String,
    pub order_number: String,
    pub mime_sha256: String,
    pub tries: i64,
}

/// One line of the 通信记录, not yet written.
#[derive(Debug, Clone)]
pub struct Line {
    pub at: DateTime<Utc>,
    pub stage: &'static str,
    pub said: String,
}

/// How a try ended.
#[derive(Debug, Clone)]
pub struct Ending<'a> {
    pub act: LetterAct,
    /// The server's own words.
    pub said: &'a str,
    /// What it means; none when there is nothing to explain.
    pub explain: Option<Explain>,
    pub lines: &'a [Line],
}

/// Explanations that concern the account and not the letter: repairing the account sends these letters again.
pub const ACCOUNT_TROUBLES: &str = "'wrong_password', 'basic_auth_off', 'login_unsupported', 'password_missing', \
     'mail_not_set', 'tls_untrusted', 'tls_wrong_name', 'tls_expected', 'starttls_missing', 'host_unknown', \
     'connection_refused', 'sender_refused'";

/// Whether anything is due at `now`, or was left in hand by a postman who is gone.
pub fn has_work(connection: &Connection, now: DateTime<Utc>) -> Result<bool, Fault> {
    Ok(connection
        .prepare_cached(
            "select exists (select 1 from outbox where state in ('Claimed', 'Handed')
                or (state in ('Queued', 'Retry') and (next_try_at is null or next_try_at <= $1)))",
        )?
        .query_row([instant_text(now)], |row| row.get(0))?)
}

/// How many letters were handed over since `since`: what pacing counts.
pub fn handed_since(connection: &Connection, since: DateTime<Utc>) -> Result<i64, Fault> {
    Ok(connection
        .prepare_cached("select count(*) from outbox where handed_at > $1")?
        .query_row([instant_text(since)], |row| row.get(0))?)
}

/// Puts right what a postman who is gone left in hand: handed → uncertain, claimed → queued. Only one postman works
/// on a book (the writer's lock), so whatever is in hand before a round begins is nobody's.
pub fn recover(act: &Act) -> Result<usize, Fault> {
    let mut statement = act
        .tx
        .prepare_cached("select id, state from outbox where state in ('Claimed', 'Handed') order by id")?;
    let left: Vec<(i64, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    for (id, state) in &left {
        let was_handed = state == "Handed";
        let line = Line {
            at: act.now,
            stage: if was_handed { "found_handed" } else { "released" },
            said: String::new(),
        };
        let ending = Ending {
            act: if was_handed { LetterAct::Lose } else { LetterAct::Release },
            said: "",
            explain: was_handed.then_some(Explain::FoundHanded),
            lines: &[line],
        };
        end(act, *id, &ending)?;
    }
    Ok(left.len())
}

/// Takes the oldest letter that is due, for as long as the lease lasts.
pub fn claim(act: &Act, postman: &str, lease: Duration) -> Result<Option<Held>, Fault> {
    let held = act
        .tx
        .prepare_cached(
            "update outbox set state = 'Claimed', claimed_by = $1, lease_until = $2, tries = tries + 1,
                next_try_at = null, version = version + 1
              where id = (select id from outbox where state in ('Queued', 'Retry')
                    and (next_try_at is null or next_try_at <= $3) order by id limit 1)
              returning id, to_address, cc, order_number, mime_sha256, tries",
        )?
        .query_row(params![postman, instant_text(act.now + lease), act.at()], |row| {
            Ok(Held {
                id: row.get(0)?,
                to_address: row.get(1)?,
                cc: row.get(2)?,
                order_number: row.get(3)?,
                mime_sha256: row.get(4)?,
                tries: row.get(5)?,
            })
        })
        .optional()?;
    if let Some(held) = &held {
        log(act, held.id, &[Line { at: act.now, stage: "claimed", said: String::new() }])?;
    }
    Ok(held)
}

/// claimed → handed, with the log so far: committed before body and dot go out.
pub fn hand_over(act: &Act, id: i64, lines: &[Line]) -> Result<(), Fault> {
    let (from, to, _) = arrow(act, id, LetterAct::HandOver)?;
    let changed = act
        .tx
        .prepare_cached(
            "update outbox set state = $1, handed_at = $2, version = version + 1 where id = $3 and state = $4",
        )?
        .execute(params![to, act.at(), id, from])?;
    one(changed)?;
    log(act, id, lines)?;
    log(act, id, &[Line { at: act.now, stage: "handed", said: String::new() }])
}

/// Any other arrow of the postman: the state, the server's words, when to try again, the log and the history.
pub fn end(act: &Act, id: i64, ending: &Ending) -> Result<(), Fault> {
    let (from, to, about) = arrow(act, id, ending.act)?;
    let tries: i64 = act.tx.query_row("select tries from outbox where id = $1", [id], |row| row.get(0))?;
    let next = (ending.act == LetterAct::Defer)
        .then(|| instant_text(act.now + Duration::minutes(back_off_minutes(tries))));
    let sent_at = (ending.act == LetterAct::Accept).then(|| act.at());
    let changed = act
        .tx
        .prepare_cached(
            "update outbox set state = $1, said = $2, explain = $3, next_try_at = $4,
                sent_at = coalesce($5, sent_at), claimed_by = '', lease_until = null, version = version + 1
              where id = $6 and state = $7",
        )?
        .execute(params![
            to,
            ending.said,
            ending.explain.map_or("", Explain::name),
            next,
            sent_at,
            id,
            from
        ])?;
    one(changed)?;
    log(act, id, ending.lines)?;
    let name = match ending.act {
        LetterAct::Accept => "letter_sent",
        LetterAct::Refuse => "letter_failed",
        LetterAct::Lose => "letter_uncertain",
        // Tries and leases are in the log; the history would drown in them.
        _ => return Ok(()),
    };
    let (document, document_id) = subject_of(about, id);
    history::record(act, name, document, document_id, &history::Payload::note(ending.said))
}

/// After trouble with the account, the other letters wait as long as the one that met it: a wrong password is not
/// tried once per letter. Answers nothing; a letter queued later is tried at once.
pub fn pause_others(act: &Act, tries: i64) -> Result<(), Fault> {
    let next = instant_text(act.now + Duration::minutes(back_off_minutes(tries)));
    act.tx
        .prepare_cached(
            "update outbox set next_try_at = $1, version = version + 1
              where state in ('Queued', 'Retry') and (next_try_at is null or next_try_at < $1)",
        )?
        .execute([next])?;
    Ok(())
}

/// Says on the letters that wait why nothing is tried at all (`mail_not_set`, `password_missing`).
pub fn explain_waiting(act: &Act, explain: Explain) -> Result<usize, Fault> {
    Ok(act
        .tx
        .prepare_cached(
            "update outbox set explain = $1, version = version + 1
              where state in ('Queued', 'Retry') and explain <> $1",
        )?
        .execute([explain.name()])?)
}

/// Whether waiting letters do not yet say `explain`.
pub fn lacks_explanation(connection: &Connection, explain: Explain) -> Result<bool, Fault> {
    Ok(connection
        .prepare_cached(
            "select exists (select 1 from outbox where state in ('Queued', 'Retry') and explain <> $1)",
        )?
        .query_row([explain.name()], |row| row.get(0))?)
}

/// The account was repaired: what waited for it or was refused because of it is tried again at once.
pub fn account_changed(act: &Act) -> Result<(), Fault> {
    act.tx.execute(
        "update outbox set next_try_at = null, explain = '', version = version + 1
          where state in ('Queued', 'Retry') and (next_try_at is not null or explain <> '')",
        [],
    )?;
    let mut statement = act.tx.prepare(&format!(
        "select id from outbox o where state = 'Failed' and explain in ({ACCOUNT_TROUBLES})
            and not exists (select 1 from outbox n where n.resend_of = o.id) order by id"
    ))?;
    let ids: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for id in ids {
        try_again(act, id)?;
    }
    Ok(())
}

/// Back to the queue, due at once.
pub fn try_again(act: &Act, id: i64) -> Result<(), Fault> {
    let line = Line { at: act.now, stage: "try_again", said: String::new() };
    end(act, id, &Ending { act: LetterAct::TryAgain, said: "", explain: None, lines: &[line] })
}

/// Asks the law; answers (from, to, document) as the table keeps them.
pub(super) fn arrow(act: &Act, id: i64, letter_act: LetterAct) -> Result<(String, String, About), Fault> {
    let (from, about): (String, About) = act
        .tx
        .prepare_cached("select state, order_id, document, document_id from outbox where id = $1")?
        .query_row([id], |row| {
            Ok((row.get(0)?, about_of(row.get(1)?, &row.get::<_, String>(2)?, row.get(3)?)))
        })?;
    let to = step(state_named(&from)?, letter_act)?;
    Ok((from, format!("{to:?}"), about))
}

/// A state as the table writes it.
pub(super) fn state_named(name: &str) -> Result<LetterState, Fault> {
    let found = LetterState::ALL.into_iter().find(|state| format!("{state:?}") == name);
    found.ok_or_else(|| Refusal::LetterNotMailable { state: name.into() }.into())
}

/// Appends to the 通信记录.
pub fn log(act: &Act, id: i64, lines: &[Line]) -> Result<(), Fault> {
    let mut statement = act
        .tx
        .prepare_cached("insert into outbox_attempt (outbox_id, at, stage, said) values ($1, $2, $3, $4)")?;
    for line in lines {
        statement.execute(params![id, instant_text(line.at), line.stage, line.said])?;
    }
    Ok(())
}

fn one(changed: usize) -> Result<(), Fault> {
    if changed == 1 { Ok(()) } else { Err(Fault::Stale { what: "outbox".into() }) }
}
