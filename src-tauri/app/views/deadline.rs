//! Clocks that run, with their explanation; and 「今天」.

use chengdan_domain::deadline::rules::{RuleId, Whom};
use chengdan_domain::deadline::{Length, ReckonStep};
use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a clock ended, or that it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum ClockState {
    Running,
    Met,
    /// Met, but after it was due.
    Late,
    Lapsed,
}

/// What a clock belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum ClockOf {
    Lead,
    Order,
    Quotation,
    /// A contract that waits for legal (C1), or signed for its order (O1).
    Contract,
}

/// A clock with its explanation.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeadlineView {
    pub id: i64,
    pub rule: RuleId,
    /// The process's own name of the rule, e.g. `L4`.
    pub code: String,
    pub state: ClockState,
    pub length: Length,
    /// Instants, UTC.
    pub started_at: String,
    pub due_at: String,
    pub warns_at: String,
    pub ended_at: Option<String>,
    pub steps: Vec<ReckonStep>,
    /// A year on the way whose rest days are not published yet.
    pub year_unknown: Option<i32>,
}

/// A line of 「今天」: what is due, of whom, until when, and why then.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TodayRow {
    pub deadline: DeadlineView,
    pub of: ClockOf,
    pub document_id: i64,
    pub version: i64,
    /// An order's or quotation's number, or the lead's customer.
    pub name: String,
    pub customer: String,
    pub person_id: Option<i64>,
    pub person: String,
    /// Where it is nobody's by name: whoever holds this role.
    pub role: Option<Role>,
    pub overdue: bool,
    /// Put off until this instant, with the reason.
    pub snoozed_until: Option<String>,
    pub snooze_reason: String,
    /// Why the person at the desk cannot do the line's usual act now.
    pub refusals: Vec<Refusal>,
}

/// Asks for 「今天」: of the person at the desk, or of all.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TodayAsk {
    pub everyone: bool,
}

/// 「今天」: overdue and due until the end of the day, the most urgent first; what is put off stands apart.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Today {
    pub rows: Vec<TodayRow>,
    /// Due within the next seven days, not counted in `n`.
    pub soon: Vec<TodayRow>,
    pub snoozed: Vec<TodayRow>,
    /// Clocks of today that were met today.
    pub done: i64,
    /// `done` and `rows` together.
    pub all: i64,
    /// `done` rule by rule, in the order of the process.
    pub finished: Vec<DoneToday>,
}

/// How many clocks of a rule were met today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DoneToday {
    pub rule: RuleId,
    pub code: String,
    pub met: i64,
    pub late: i64,
}

/// A rule with the length it has now, its standard, and the lengths it had.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ClockRule {
    pub rule: RuleId,
    pub code: String,
    pub length: Length,
    pub standard: Length,
    pub warns: Whom,
    pub escalates: Whom,
    /// Every length that was set, the latest first.
    pub past: Vec<ClockLength>,
}

/// A length from an instant (UTC) on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ClockLength {
    pub length: Length,
    pub from: String,
    pub by: String,
}

/// Sets how long a rule gives from now on; clocks that run keep theirs.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ClockRuleSave {
    pub rule: RuleId,
    pub length: Length,
}

/// Puts a line off until an instant (UTC), with the reason; the clock itself goes on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Snooze {
    pub deadline_id: i64,
    pub until: String,
    pub reason: String,
}

/// A month of the record (K6): `ym` as 202611.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordAsk {
    pub ym: i64,
}

/// What fell due in a month under one rule for one person from one source.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordRow {
    pub rule: RuleId,
    pub code: String,
    pub person: String,
    /// A lead's source; empty for orders.
    pub source: String,
    pub due: i64,
    pub met: i64,
    pub late: i64,
    pub lapsed: i64,
    pub running: i64,
    /// On average over the late ones, in hours.
    pub late_hours: i64,
}

/// The rows behind figures of the record; what is none means all. At most five hundred, the first due on top.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordRowsAsk {
    pub ym: i64,
    pub rule: Option<RuleId>,
    /// As the record writes it: a name, or empty for nobody.
    pub person: Option<String>,
    pub source: Option<String>,
    pub state: Option<ClockState>,
}
