//! Why an order is where it is (F3): what stands in its way, the most urgent first, each with its arguments. The words
//! are the page's.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::OrderState;
use super::law::{OrderDoc, OrderFacts, lacks};
use crate::calendar::Calendar;
use crate::letter::LetterState;
use crate::people::Role;
use crate::refusal::Refusal;

/// One thing that stands in an order's way, or that has been done on it. Instants are UTC text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code")]
pub enum Why {
    /// A draft that could be submitted.
    DraftReady {
        owner: String,
    },
    /// A draft that lacks something.
    DraftLacks {
        owner: String,
        lacks: Vec<Refusal>,
    },
    /// It waits for a decision. Nobody may give it: `candidates` is empty.
    Level {
        level: i64,
        of: i64,
        role: Option<Role>,
        since: Option<String>,
        /// Working days since then, the day itself not counted.
        days: i64,
        candidates: Vec<String>,
        excluded: Vec<Excluded>,
    },
    /// It came back; `lacks` is what would stop it from being submitted again as it stands.
    SentBack {
        by: String,
        at: Option<String>,
        reason: String,
        owner: String,
        lacks: Vec<Refusal>,
    },
    /// 审批失效: what stands there is not what was approved; neither letter nor delivery.
    ApprovalVoid,
    LetterMissingAddress {
        since: String,
    },
    LetterUncertain {
        to: String,
        since: String,
    },
    LetterFailed {
        to: String,
        since: String,
        explain: String,
    },
    LetterRetry {
        to: String,
        tries: i64,
        next: Option<String>,
        explain: String,
    },
    LetterQueued {
        to: String,
        since: String,
    },
    LetterOnItsWay {
        to: String,
        since: String,
    },
    LetterSent {
        to: String,
        at: Option<String>,
    },
    /// Given to the customer otherwise.
    LetterGiven {
        at: Option<String>,
    },
    /// Withdrawn before it was sent, and none after it.
    LetterWithdrawn,
    /// What the warehouse and production have not ticked off; `since` is the oldest of them.
    TasksOpen {
        tasks: Vec<OpenTask>,
        since: String,
    },
    /// `days` late: calendar days since the promise.
    Overdue {
        promised_on: NaiveDate,
        days: i64,
        lines: i64,
    },
    /// Lines are open; none of them is late.
    Delivery {
        promised_on: Option<NaiveDate>,
        days: Option<i64>,
        lines: i64,
    },
    Delivered {
        on: Option<NaiveDate>,
    },
    Void,
}

/// Somebody who holds the role of the level and may not decide it all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Excluded {
    pub name: String,
    pub reason: Refusal,
}

/// A task nobody has ticked off: `prepare` 备货 or `schedule` 排产, and who is to do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenTask {
    pub kind: String,
    pub role: Role,
}

/// What the order's own record, its letters and its tasks say.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// The last submission, grant, return or withdrawal.
    pub since: Option<(String, NaiveDate)>,
    pub sent_back_by: String,
    pub sent_back_reason: String,
    /// Oldest first.
    pub letters: Vec<LetterStanding>,
    /// Each with its beginning; oldest first.
    pub open_tasks: Vec<(OpenTask, String)>,
    pub open_lines: i64,
    /// The earliest promise of an open line.
    pub open_promised_on: Option<NaiveDate>,
    pub delivered_on: Option<NaiveDate>,
}

/// A letter of the order.
#[derive(Debug, Clone)]
pub struct LetterStanding {
    pub state: LetterState,
    pub to: String,
    pub queued_at: String,
    pub sent_at: Option<String>,
    pub next_try_at: Option<String>,
    pub tries: i64,
    pub explain: String,
}

/// Everything that stands in the way, the most urgent first; never empty.
pub fn why(doc: &OrderDoc, facts: &OrderFacts, standing: &Standing, calendar: &Calendar) -> Vec<Why> {
    let owner = doc.form.owner_name.clone();
    match doc.state {
        OrderState::Draft => {
            let lacks = lacks(doc, facts);
            vec![if lacks.is_empty() { Why::DraftReady { owner } } else { Why::DraftLacks { owner, lacks } }]
        }
        OrderState::SentBack => vec![Why::SentBack {
            by: standing.sent_back_by.clone(),
            at: standing.since.clone().map(|(at, _)| at),
            reason: standing.sent_back_reason.clone(),
            owner,
            lacks: lacks(doc, facts),
        }],
        OrderState::InApproval => vec![level(doc, facts, standing, calendar)],
        OrderState::Void => vec![Why::Void],
        OrderState::Approved | OrderState::Opening => running(doc, facts, standing),
    }
}

fn level(doc: &OrderDoc, facts: &OrderFacts, standing: &Standing, calendar: &Calendar) -> Why {
    let running = doc.running(facts);
    let round = running.round();
    let role = round.rung().map(|rung| rung.role);
    let candidates = round.candidates(&facts.people);
    let may = |id: i64| candidates.iter().any(|who| who.id == id);
    let holders =
        facts.people.iter().filter(|who| who.active && role.is_some_and(|role| who.roles.contains(&role)));
    let excluded = holders.filter(|who| !may(who.id)).filter_map(|who| {
        let above = || round.unfilled_above(&facts.people, who.id);
        let reason = round.objections(who).into_iter().next().or_else(|| above().into_iter().next());
        Some(Excluded { name: who.name.clone(), reason: reason? })
    });
    let days = standing
        .since
        .as_ref()
        .map_or(0, |(_, day)| i64::from(calendar.working_days_between(*day, facts.today)));
    Why::Level {
        level: doc.level,
        of: i64::try_from(doc.ladder.len()).unwrap_or(i64::MAX),
        role,
        since: standing.since.clone().map(|(at, _)| at),
        days,
        candidates: candidates.iter().map(|who| who.name.clone()).collect(),
        excluded: excluded.collect(),
    }
}

/// After approval: what blocks everything, then what is late, the letter, tasks, what is still to be delivered.
fn running(doc: &OrderDoc, facts: &OrderFacts, standing: &Standing) -> Vec<Why> {
    let letter = letter(standing);
    let (promised_on, lines) = (standing.open_promised_on, standing.open_lines);
    let late = promised_on.filter(|day| *day < facts.today && lines > 0);
    let mut found = Vec::new();
    if doc.approval_is_void() {
        found.push(Why::ApprovalVoid);
    }
    found.extend(letter.clone().filter(|letter| urgency(letter) == Urgency::Stuck));
    if let Some(promised_on) = late {
        found.push(Why::Overdue { promised_on, days: (facts.today - promised_on).num_days(), lines });
    }
    found.extend(letter.clone().filter(|letter| urgency(letter) == Urgency::Moving));
    if lines == 0 {
        found.push(Why::Delivered { on: standing.delivered_on });
    }
    if let Some((_, since)) = standing.open_tasks.first() {
        let tasks = standing.open_tasks.iter().map(|(task, _)| task.clone()).collect();
        found.push(Why::TasksOpen { tasks, since: since.clone() });
    }
    if lines > 0 && late.is_none() {
        let days = promised_on.map(|day| (day - facts.today).num_days());
        found.push(Why::Delivery { promised_on, days, lines });
    }
    found.extend(letter.filter(|letter| urgency(letter) == Urgency::Done));
    found
}

/// What a letter asks of people.
#[derive(PartialEq, Eq)]
enum Urgency {
    Stuck,
    Moving,
    Done,
}

fn urgency(letter: &Why) -> Urgency {
    match letter {
        Why::LetterSent { .. } | Why::LetterGiven { .. } => Urgency::Done,
        Why::LetterQueued { .. } | Why::LetterOnItsWay { .. } => Urgency::Moving,
        _ => Urgency::Stuck,
    }
}

/// How the letter stands: the last one counts; one that was withdrawn is none.
fn letter(standing: &Standing) -> Option<Why> {
    let counts = |letter: &&LetterStanding| letter.state != LetterState::Withdrawn;
    let Some(letter) = standing.letters.iter().rev().find(counts) else {
        return standing.letters.last().map(|_| Why::LetterWithdrawn);
    };
    let (to, since) = (letter.to.clone(), letter.queued_at.clone());
    Some(match letter.state {
        LetterState::MissingAddress => Why::LetterMissingAddress { since },
        LetterState::Uncertain => Why::LetterUncertain { to, since },
        LetterState::Failed => Why::LetterFailed { to, since, explain: letter.explain.clone() },
        LetterState::Retry => Why::LetterRetry {
            to,
            tries: letter.tries,
            next: letter.next_try_at.clone(),
            explain: letter.explain.clone(),
        },
        LetterState::Queued => Why::LetterQueued { to, since },
        LetterState::Claimed | LetterState::Handed => Why::LetterOnItsWay { to, since },
        LetterState::Sent => Why::LetterSent { to, at: letter.sent_at.clone() },
        LetterState::DeliveredOtherwise => Why::LetterGiven { at: letter.sent_at.clone() },
        LetterState::Withdrawn => Why::LetterWithdrawn,
    })
}
