//! The law of a lead as one table (L1–L6), and the two questions asked of it: [`step`] and [`buttons`].

use chrono::{DateTime, Utc};

use super::guard::*;
use super::{FollowUp, Grade, Grounds, LeadAct, LeadForm, LeadState};
use crate::approval::{Member, Rules};
use crate::guards;
use crate::law::{self, Row};
use crate::people::{Hand, Role};
use crate::refusal::Refusal;

/// Who may do an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Whoever sells, and those who run the desk.
    Sales,
    /// The supervisor decides; the desk may record it on behalf.
    Supervisor,
    /// Whoever follows the lead, the supervisor, or those who run the desk.
    Owner,
}

/// A lead as the law sees it.
#[derive(Debug, Clone)]
pub struct LeadDoc {
    pub state: LeadState,
    pub form: LeadForm,
    pub registered_at: DateTime<Utc>,
    pub grade: Option<Grade>,
    pub owner_id: Option<i64>,
}

/// What a guard may judge by; gathered by the command.
#[derive(Debug, Clone)]
pub struct LeadFacts {
    /// Who holds the pen.
    pub actor: Member,
    pub now: DateTime<Utc>,
    pub people: Vec<Member>,
    pub rules: Rules,
    /// Who decided and how it was given; none outside a decision.
    pub hand: Option<Hand>,
    pub rating: Option<(Grade, Grounds)>,
    pub assignee_id: Option<i64>,
    pub follow_up: Option<FollowUp>,
    /// Why it is lost or invalid.
    pub reason: String,
    /// The lead it is the same as.
    pub into: Option<(i64, LeadState)>,
    /// True when only asked whether a button may be pressed: what its form will ask for is not judged yet.
    pub asking: bool,
}

/// A row of this law.
pub type LeadRow = Row<LeadState, LeadAct, By, LeadDoc, LeadFacts>;
type Guards = &'static [law::Guard<LeadDoc, LeadFacts>];

const fn row(from: LeadState, act: LeadAct, to: LeadState, by: By, guards: Guards) -> LeadRow {
    Row { from, act, to: Some(to), by, guards }
}

const REGISTERED: Guards =
    guards![somebody_is_named, can_be_contacted, receipt_is_past, receipt_precedes_registration];
const RATED: Guards = guards![supervisor_decides, hand_is_in_order, rating_has_grounds];
const ASSIGNED: Guards = guards![supervisor_decides, hand_is_in_order, assignee_sells];
const SPOKEN: Guards = guards![something_was_said, contact_is_past, next_contact_is_ahead];
const ENDED: Guards = guards![reason_is_given];

use LeadAct::*;
use LeadState::*;

/// The law. Reopening leads back to the rating, whatever it was before.
#[rustfmt::skip]
pub const LAW: &[LeadRow] = &[
    //   from       act         to         by              guards
    row(New,       Edit,       New,       By::Sales,      REGISTERED),
    row(Rated,     Edit,       Rated,     By::Sales,      REGISTERED),
    row(Assigned,  Edit,       Assigned,  By::Owner,      REGISTERED),
    row(New,       Rate,       Rated,     By::Supervisor, RATED),
    row(Rated,     Rate,       Rated,     By::Supervisor, RATED),
    row(Assigned,  Rate,       Assigned,  By::Supervisor, RATED),
    row(Rated,     Assign,     Assigned,  By::Supervisor, ASSIGNED),
    row(Assigned,  Assign,     Assigned,  By::Supervisor, ASSIGNED),
    row(New,       FollowUp,   New,       By::Sales,      SPOKEN),
    row(Rated,     FollowUp,   Rated,     By::Sales,      SPOKEN),
    row(Assigned,  FollowUp,   Assigned,  By::Owner,      SPOKEN),
    row(Rated,     Convert,    Converted, By::Sales,      &[]),
    row(Assigned,  Convert,    Converted, By::Owner,      &[]),
    row(Rated,     Lose,       Lost,      By::Supervisor, ENDED),
    row(Assigned,  Lose,       Lost,      By::Owner,      ENDED),
    row(New,       Invalidate, Invalid,   By::Supervisor, ENDED),
    row(Rated,     Invalidate, Invalid,   By::Supervisor, ENDED),
    row(Assigned,  Invalidate, Invalid,   By::Owner,      ENDED),
    row(New,       Merge,      Merged,    By::Sales,      guards![other_is_open]),
    row(Rated,     Merge,      Merged,    By::Sales,      guards![other_is_open]),
    row(Assigned,  Merge,      Merged,    By::Owner,      guards![other_is_open]),
    row(Lost,      Reopen,     New,       By::Sales,      &[]),
    row(Invalid,   Reopen,     New,       By::Sales,      &[]),
    row(Merged,    Reopen,     New,       By::Sales,      &[]),
];

/// Who registers and follows leads.
pub const SALES: [Role; 4] = [Role::SalesRep, Role::SalesSupervisor, Role::SalesAssistant, Role::Admin];
/// Who may act for whoever follows a lead.
const DESK: [Role; 3] = [Role::SalesSupervisor, Role::SalesAssistant, Role::Admin];
/// Who may hold the pen of a supervisor's decision.
const PEN: [Role; 3] = [Role::SalesSupervisor, Role::SalesAssistant, Role::Admin];

/// The state an act leads to.
///
/// # Errors
/// All refusals at once.
pub fn step(doc: &LeadDoc, act: LeadAct, facts: &LeadFacts) -> Result<LeadState, Vec<Refusal>> {
    let row = law::step(LAW, doc.state, act, doc, facts, may)?;
    Ok(row.to.unwrap_or(doc.state))
}

/// Every act with the reasons why it is not possible now; what the law has no row for is left out.
pub fn buttons(doc: &LeadDoc, facts: &LeadFacts) -> Vec<(LeadAct, Vec<Refusal>)> {
    let known = |act: &LeadAct| LAW.iter().any(|row| row.from == doc.state && row.act == *act);
    let asking = LeadFacts { asking: true, ..facts.clone() };
    let reasons = |act| (act, step(doc, act, &asking).err().unwrap_or_default());
    LeadAct::ALL.into_iter().filter(known).map(reasons).collect()
}

/// Why an act cannot be done now, as far as a list can tell: by where the lead stands and who follows it. The facts are
/// those of somebody who only asks.
pub fn refused(state: LeadState, owner_id: Option<i64>, act: LeadAct, facts: &LeadFacts) -> Vec<Refusal> {
    let (form, registered_at) = (LeadForm::default(), facts.now);
    let doc = LeadDoc { state, form, registered_at, grade: None, owner_id };
    step(&doc, act, facts).err().unwrap_or_default()
}

/// What is refused of a registration (L1).
pub fn registration(doc: &LeadDoc, facts: &LeadFacts) -> Vec<Refusal> {
    let may_write = may(By::Sales, doc, facts);
    may_write.into_iter().chain(REGISTERED.iter().flat_map(|guard| (guard.holds)(doc, facts))).collect()
}

fn may(by: By, doc: &LeadDoc, facts: &LeadFacts) -> Option<Refusal> {
    let holds = |roles: &[Role]| roles.iter().any(|role| facts.actor.roles.contains(role));
    match by {
        By::Sales if !holds(&SALES) => Some(Refusal::RoleMissing { roles: SALES.to_vec() }),
        By::Supervisor if !holds(&PEN) => Some(Refusal::RoleMissing { roles: vec![Role::SalesSupervisor] }),
        By::Owner if doc.owner_id != Some(facts.actor.id) && !holds(&DESK) => Some(Refusal::OnlyOwner),
        _ => None,
    }
}
