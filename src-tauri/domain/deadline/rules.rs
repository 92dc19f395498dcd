//! Every limit of the process as one table: what starts it, how long, what meets it, what lets it lapse, whom it warns
//! and to whom it escalates.
//!
//! A length is the standard; a company may set another, from a day on. What is not known yet (a room that is not built)
//! has its row all the same, so that opening it needs no new rule.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Length;
use crate::people::Role;
use crate::refusal::Refusal;

/// A limit of the process, named after its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum RuleId {
    /// L2: every new lead is rated each working day.
    LeadRating,
    /// L3: a rated lead is assigned by the close of the next working day.
    LeadAssignment,
    /// L4: first contact with an A lead within 48 hours of assignment.
    LeadFirstContact,
    /// L4: an A lead is in stage 2 within 7 days of its rating.
    LeadIntoStage2,
    /// L4: a B lead has a follow-up within 14 days of its rating.
    LeadFollowUpB,
    /// L4: B and C leads, at least every 7 days from the last contact that reached the customer.
    LeadWeekly,
    /// L5: the next contact that was promised to the customer.
    LeadNextContact,
    /// Q2: a version beyond the limits does not wait longer than this for the supervisor.
    QuotationDecision,
    /// Q2: an offer holds until the day that stands on it, and expires by itself.
    QuotationValidity,
    /// C1: a contract does not lie with legal longer than this.
    ContractReview,
    /// O1: the order is submitted within one working day of the contract's signature.
    OrderSubmission,
    /// O3: a level of approval does not wait longer than this.
    ApprovalDecision,
}

/// What happened, as clocks hear it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub enum Event {
    LeadRegistered,
    LeadRatedA,
    LeadRatedB,
    LeadRatedC,
    LeadAssigned,
    /// Any follow-up, reached or not.
    LeadFollowedUp,
    /// A follow-up that reached the customer (联系上).
    LeadReached,
    LeadNextContactSet,
    LeadConverted,
    /// Lost, invalid or merged into another.
    LeadClosed,
    /// A version waits for the supervisor.
    QuotationAsked,
    /// The supervisor said yes, or sent it back.
    QuotationDecided,
    /// A version may be sent: the customer's time runs.
    QuotationOpened,
    /// Accepted, or answered by another round.
    QuotationAnswered,
    /// Expired, lost, or taken back to be edited.
    QuotationClosed,
    /// A contract went to legal.
    ContractSubmitted,
    /// Legal passed it, or gave it back.
    ContractReviewed,
    ContractWithdrawn,
    ContractSigned,
    OrderSubmitted,
    OrderDiscarded,
    LevelReached,
    LevelDecided,
    OrderWithdrawn,
}

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "who")]
pub enum Whom {
    /// The account manager, or whoever the act names.
    Person,
    Holders {
        role: Role,
    },
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub id: RuleId,
    /// The process's own name of the rule.
    pub code: &'static str,
    pub starts: &'static [Event],
    pub length: Length,
    pub met_by: &'static [Event],
    pub lapses_by: &'static [Event],
    pub warns: Whom,
    pub escalates: Whom,
    /// A new start takes the place of the clock that runs; otherwise a running clock goes on.
    pub restarts: bool,
    /// It ends on the very day it is reckoned from, a rest day or not, and warns so many days before.
    pub on_the_day: Option<u32>,
}

use Event::*;
use RuleId::*;

const SUPERVISOR: Whom = Whom::Holders { role: Role::SalesSupervisor };
const ADMIN: Whom = Whom::Holders { role: Role::Admin };
const LEGAL: Whom = Whom::Holders { role: Role::Legal };

const fn days(days: u32) -> Length {
    Length::CalendarDays { days }
}
const fn working(days: u32) -> Length {
    Length::WorkingDays { days }
}

/// The cut-off of L2: what is registered before it is rated the same day.
pub const RATING_CUTOFF: NaiveTime = match NaiveTime::from_hms_opt(16, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

const fn rule(
    id: RuleId,
    code: &'static str,
    starts: &'static [Event],
    length: Length,
    met_by: &'static [Event],
    lapses_by: &'static [Event],
) -> Rule {
    Rule {
        id,
        code,
        starts,
        length,
        met_by,
        lapses_by,
        warns: Whom::Person,
        escalates: SUPERVISOR,
        restarts: false,
        on_the_day: None,
    }
}

/// The table.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    //   rule              code  starts                                        length                 met by                             lapses by
    Rule { warns: SUPERVISOR, escalates: ADMIN,
    ..rule(LeadRating,       "L2", &[LeadRegistered],                            Length::SameDay { cutoff: RATING_CUTOFF }, &[LeadRatedA, LeadRatedB, LeadRatedC], &[LeadConverted, LeadClosed]) },
    Rule { warns: SUPERVISOR, escalates: ADMIN,
    ..rule(LeadAssignment,   "L3", &[LeadRatedA, LeadRatedB, LeadRatedC],        working(1),            &[LeadAssigned],                   &[LeadConverted, LeadClosed]) },
    rule(LeadFirstContact,   "L4", &[LeadAssigned],                              Length::ClockHours { hours: 48 }, &[LeadReached, LeadConverted], &[LeadRatedB, LeadRatedC, LeadClosed]),
    rule(LeadIntoStage2,     "L4", &[LeadRatedA],                                days(7),               &[LeadConverted],                  &[LeadRatedB, LeadRatedC, LeadClosed]),
    rule(LeadFollowUpB,      "L4", &[LeadRatedB],                                days(14),              &[LeadFollowedUp, LeadConverted],  &[LeadRatedA, LeadRatedC, LeadClosed]),
    Rule { restarts: true,
    ..rule(LeadWeekly,       "L4", &[LeadReached],                               days(7),               &[LeadReached, LeadConverted],     &[LeadRatedA, LeadClosed]) },
    Rule { restarts: true,
    ..rule(LeadNextContact,  "L5", &[LeadNextContactSet],                        days(0),               &[LeadFollowedUp, LeadConverted],  &[LeadClosed]) },
    Rule { warns: SUPERVISOR, escalates: ADMIN, restarts: true,
    ..rule(QuotationDecision,"Q2", &[QuotationAsked],                            working(1),            &[QuotationDecided],               &[QuotationClosed]) },
    Rule { restarts: true, on_the_day: Some(3),
    ..rule(QuotationValidity,"Q2", &[QuotationOpened],                           days(0),               &[QuotationAnswered],              &[QuotationClosed]) },
    Rule { warns: LEGAL, restarts: true,
    ..rule(ContractReview,   "C1", &[ContractSubmitted],                         working(2),            &[ContractReviewed],               &[ContractWithdrawn]) },
    rule(OrderSubmission,    "O1", &[ContractSigned],                            working(1),            &[OrderSubmitted],                 &[OrderDiscarded]),
    Rule { warns: Whom::Person, escalates: SUPERVISOR, restarts: true,
    ..rule(ApprovalDecision, "O3", &[LevelReached],                              working(1),            &[LevelDecided],                   &[OrderWithdrawn]) },
];

/// The row of a rule.
pub fn rule_of(id: RuleId) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

impl RuleId {
    /// Every rule, in the order of the process.
    pub const ALL: [RuleId; 12] = [
        LeadRating,
        LeadAssignment,
        LeadFirstContact,
        LeadIntoStage2,
        LeadFollowUpB,
        LeadWeekly,
        LeadNextContact,
        QuotationDecision,
        QuotationValidity,
        ContractReview,
        OrderSubmission,
        ApprovalDecision,
    ];
}

/// The longest limits that may be set.
const MOST_HOURS: u32 = 720;
const MOST_WORKING_DAYS: u32 = 60;
const MOST_DAYS: u32 = 366;

/// Why a company may not set a rule to a length; none when it may.
/// No days at all is the day itself.
pub fn length_fault(rule: &Rule, length: Length) -> Option<Refusal> {
    let range = |found: u32, least: u32, most: u32| {
        let (least, wide) = (i64::from(least), i64::from(most));
        let fault = Refusal::FieldOutOfRange { field: "length".into(), row: None, least, most: wide };
        (i64::from(found) < least || found > most).then_some(fault)
    };
    if rule.on_the_day.is_some() && length != rule.length {
        // The day stands on the document.
        return range(1, 0, 0);
    }
    match (rule.length, length) {
        (Length::ClockHours { .. }, Length::ClockHours { hours }) => range(hours, 1, MOST_HOURS),
        (Length::WorkingDays { .. }, Length::WorkingDays { days }) => range(days, 1, MOST_WORKING_DAYS),
        (Length::CalendarDays { .. }, Length::CalendarDays { days }) => range(days, 0, MOST_DAYS),
        (Length::SameDay { .. }, Length::SameDay { .. }) => None,
        _ => Some(Refusal::LengthOfAnotherKind { rule: rule.code.into() }),
    }
}
