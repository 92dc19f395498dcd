//! The law of a list of needs as one table (N1), and the two questions asked of it: [`step`] and [`buttons`].

use chrono::NaiveDate;

use super::{Confirmation, RequirementAct, RequirementForm, RequirementState};
use crate::approval::Member;
use crate::guards;
use crate::law::{self, Row};
use crate::opportunity::OpportunityState;
use crate::opportunity::law::not_theirs;
use crate::refusal::Refusal;

/// Who may do an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Who looks after the deal, the supervisor, or those who run the desk.
    Owner,
    /// It follows from the next revision's confirmation.
    Document,
}

/// A revision as the law sees it.
#[derive(Debug, Clone)]
pub struct RequirementDoc {
    pub state: RequirementState,
    pub revision: i64,
    pub form: RequirementForm,
}

/// What a guard may judge by; gathered by the command.
#[derive(Debug, Clone)]
pub struct RequirementFacts {
    /// Who holds the pen.
    pub actor: Member,
    /// Who looks after the deal, where the deal stands, and its number.
    pub owner_id: Option<i64>,
    pub deal: OpportunityState,
    pub deal_number: String,
    pub today: NaiveDate,
    /// The revision that was begun last.
    pub newest: i64,
    pub confirmation: Option<Confirmation>,
    /// Whether the evidence lies in the book.
    pub evidence_is_kept: bool,
    /// What keeps the list from leaving by mail: the address, the mailbox, a character without a shape.
    pub letter: Vec<Refusal>,
    /// True when only asked whether a button may be pressed: what its form will ask for is not judged yet.
    pub asking: bool,
}

/// A row of this law.
pub type RequirementRow = Row<RequirementState, RequirementAct, By, RequirementDoc, RequirementFacts>;
type Guards = &'static [law::Guard<RequirementDoc, RequirementFacts>];

const fn row(
    from: RequirementState,
    act: RequirementAct,
    to: RequirementState,
    by: By,
    guards: Guards,
) -> RequirementRow {
    Row { from, act, to: Some(to), by, guards }
}

const WRITTEN: Guards = guards![deal_is_open, quantities_are_possible];
const SENT: Guards = guards![deal_is_open, lines_are_whole, letter_can_leave];
const CONFIRMED: Guards =
    guards![deal_is_open, lines_are_whole, somebody_confirmed, confirmation_is_past, confirmation_is_proved];

use RequirementAct::*;
use RequirementState::*;

/// The law. What is confirmed is not written in any more; a change is another revision, and until that is confirmed the one
/// before it goes on to hold.
#[rustfmt::skip]
pub const LAW: &[RequirementRow] = &[
    //   from       act        to          by            guards
    row(Draft,     Edit,      Draft,      By::Owner,    WRITTEN),
    row(Draft,     Send,      Draft,      By::Owner,    SENT),
    row(Draft,     Confirm,   Confirmed,  By::Owner,    CONFIRMED),
    row(Confirmed, Send,      Confirmed,  By::Owner,    SENT),
    row(Confirmed, Revise,    Confirmed,  By::Owner,    guards![deal_is_open, no_revision_is_begun]),
    row(Confirmed, Supersede, Superseded, By::Document, guards![another_is_newer]),
];

/// The state an act leads to.
///
/// # Errors
/// All refusals at once.
pub fn step(
    doc: &RequirementDoc,
    act: RequirementAct,
    facts: &RequirementFacts,
) -> Result<RequirementState, Vec<Refusal>> {
    let row = law::step(LAW, doc.state, act, doc, facts, may)?;
    Ok(row.to.unwrap_or(doc.state))
}

/// Every act that has a button, with the reasons why it is not possible now; what the law has no row for is left out.
pub fn buttons(doc: &RequirementDoc, facts: &RequirementFacts) -> Vec<(RequirementAct, Vec<Refusal>)> {
    let known = |act: &RequirementAct| LAW.iter().any(|row| row.from == doc.state && row.act == *act);
    let asking = RequirementFacts { asking: true, ..facts.clone() };
    let reasons = |act| (act, step(doc, act, &asking).err().unwrap_or_default());
    RequirementAct::ALL.into_iter().filter(known).map(reasons).collect()
}

/// What is refused of the first list of a deal: the same as of a change.
pub fn beginning(form: &RequirementForm, facts: &RequirementFacts) -> Vec<Refusal> {
    let doc = RequirementDoc { state: Draft, revision: 1, form: form.clone() };
    step(&doc, Edit, facts).err().unwrap_or_default()
}

fn may(by: By, _: &RequirementDoc, facts: &RequirementFacts) -> Option<Refusal> {
    match by {
        By::Document => None,
        By::Owner => not_theirs(facts.owner_id, &facts.actor),
    }
}

fn unless(holds: bool, reason: Refusal) -> Vec<Refusal> {
    if holds { Vec::new() } else { vec![reason] }
}

fn missing(field: &str) -> Refusal {
    Refusal::FieldMissing { field: field.into() }
}

/// The rows that say something, counted from 1 as the sheet shows them.
fn lines(doc: &RequirementDoc) -> impl Iterator<Item = (i64, &super::NeedLine)> {
    (1..).zip(&doc.form.lines).filter(|(_, line)| !line.is_empty())
}

/// What is closed is not worked at.
pub fn deal_is_open(_: &RequirementDoc, facts: &RequirementFacts) -> Vec<Refusal> {
    let number = facts.deal_number.clone();
    unless(facts.deal == OpportunityState::Open, Refusal::OpportunityClosed { number })
}

/// Nothing and less than nothing is not needed; a quantity that is not typed yet is no mistake of a draft.
pub fn quantities_are_possible(doc: &RequirementDoc, _: &RequirementFacts) -> Vec<Refusal> {
    let wrong = lines(doc).filter(|(_, line)| line.quantity.is_some_and(|quantity| quantity.0 <= 0));
    wrong
        .map(|(row, _)| Refusal::FieldNotPositive { field: "quantity_milli".into(), row: Some(row) })
        .collect()
}

/// There are lines, and each names what is needed and how much; what is customised says how.
pub fn lines_are_whole(doc: &RequirementDoc, facts: &RequirementFacts) -> Vec<Refusal> {
    let mut reasons = quantities_are_possible(doc, facts);
    let lacks = |field: &str, row| Refusal::LineFieldMissing { field: field.into(), row };
    let mut count = 0;
    for (row, line) in lines(doc) {
        count += 1;
        if line.name.trim().is_empty() {
            reasons.push(lacks("name", row));
        }
        if line.quantity.is_none() {
            reasons.push(lacks("quantity_milli", row));
        }
        if line.unit.trim().is_empty() {
            reasons.push(lacks("unit", row));
        }
        if line.customised && line.customisation.trim().is_empty() {
            reasons.push(lacks("customisation", row));
        }
    }
    if count == 0 {
        reasons.push(Refusal::NoLines);
    }
    reasons
}

/// A confirmation is somebody's of the customer's.
pub fn somebody_confirmed(_: &RequirementDoc, facts: &RequirementFacts) -> Vec<Refusal> {
    if facts.asking {
        return Vec::new();
    }
    let named = facts.confirmation.as_ref().is_some_and(|word| !word.by.trim().is_empty());
    unless(named, missing("confirmed_by"))
}

/// Nobody confirms tomorrow.
pub fn confirmation_is_past(_: &RequirementDoc, facts: &RequirementFacts) -> Vec<Refusal> {
    if facts.asking {
        return Vec::new();
    }
    match facts.confirmation.as_ref().and_then(|word| word.on) {
        None => vec![missing("confirmed_on")],
        Some(date) => unless(date <= facts.today, Refusal::ConfirmedInFuture { date }),
    }
}

/// The signed list or the mail lies in the book.
pub fn confirmation_is_proved(_: &RequirementDoc, facts: &RequirementFacts) -> Vec<Refusal> {
    unless(facts.asking || facts.evidence_is_kept, Refusal::ConfirmationUnproved)
}

/// What could stop the mail is said before it is queued.
pub fn letter_can_leave(_: &RequirementDoc, facts: &RequirementFacts) -> Vec<Refusal> {
    facts.letter.clone()
}

/// One revision is written at a time.
pub fn no_revision_is_begun(doc: &RequirementDoc, facts: &RequirementFacts) -> Vec<Refusal> {
    unless(facts.newest <= doc.revision, Refusal::RevisionBegun { revision: facts.newest })
}

/// What holds goes on to hold until another one does.
pub fn another_is_newer(doc: &RequirementDoc, facts: &RequirementFacts) -> Vec<Refusal> {
    unless(facts.newest > doc.revision, Refusal::RowNotFound)
}
