//! The law of a quotation's current version as one table (Q2, Q3), and the two questions asked of it: [`step`] and
//! [`buttons`].

use chrono::NaiveDate;

use super::guard::*;
use super::margin::{self, Concern, Limits};
use super::{QuotationAct, QuotationForm, QuotationState};
use crate::approval::{Granted, Level, Member, RECORDERS, Round, Rules};
use crate::guards;
use crate::law::{self, Row};
use crate::order::form::Priced;
use crate::order::law::PaperFacts;
use crate::people::{Given, Hand, Role};
use crate::refusal::Refusal;

/// Who may do an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The author (creator or account manager), the supervisor, or those who run the desk.
    Author,
    /// The ladder of approval decides by itself who may.
    Ladder,
    /// Nobody: it happens by itself.
    Clock,
}

/// The current version as the law sees it.
#[derive(Debug, Clone)]
pub struct QuotationDoc {
    pub state: QuotationState,
    /// V1 …
    pub revision: i64,
    pub customer_id: i64,
    pub creator_id: Option<i64>,
    pub round: i64,
    pub level: i64,
    pub ladder: Vec<Level>,
    pub form: QuotationForm,
    pub priced: Priced,
    /// The hash as it was at submission.
    pub content_hash: String,
}

/// What a guard may judge by; gathered by the command.
#[derive(Debug, Clone)]
pub struct QuotationFacts {
    /// Who holds the pen; none where nobody does (the night watch).
    pub actor: Option<Member>,
    pub today: NaiveDate,
    pub people: Vec<Member>,
    pub rules: Rules,
    pub limits: Limits,
    /// Granted in the running round.
    pub granted: Vec<Granted>,
    /// Who decided and how it was given; none outside a decision.
    pub hand: Option<Hand>,
    /// 审批意见, the reason of a return or of a loss, or what the customer objected to.
    pub note: String,
    /// Q3: what was changed, as the next version begins.
    pub changed: String,
    /// Which earlier version is taken up again.
    pub taken_from: Option<i64>,
    /// True when only asked whether a button may be pressed: what its form will ask for is not judged yet.
    pub asking: bool,
    /// The customer confirmed a list of needs (N1).
    pub needs_confirmed: bool,
    /// The number of the opportunity, when it is won or lost.
    pub closed_deal: Option<String>,
    pub paper: PaperFacts,
}

/// A row of this law.
pub type QuotationRow = Row<QuotationState, QuotationAct, By, QuotationDoc, QuotationFacts>;
type Guards = &'static [law::Guard<QuotationDoc, QuotationFacts>];

const fn row(
    from: QuotationState,
    act: QuotationAct,
    to: QuotationState,
    by: By,
    guards: Guards,
) -> QuotationRow {
    Row { from, act, to: Some(to), by, guards }
}

/// What is checked before a version may be sent; among it everything that could stop its paper.
const READY: Guards = guards![
    deal_goes_on,
    needs_are_known,
    has_lines,
    lines_are_complete,
    rates_are_in_force,
    waiver_is_within_amount,
    terms_are_whole,
    fields_are_complete,
    validity_is_ahead,
    company_is_complete,
    paper_can_be_printed,
    ladder_can_be_filled,
];
const GRANTED: Guards = guards![decider_may_decide, hand_is_in_order, content_is_unchanged];
const RETURNED: Guards = guards![decider_may_decide, hand_is_in_order, reason_is_given];
const SENDABLE: Guards = guards![validity_holds, content_is_unchanged, paper_can_be_sent];
const NEGOTIATED: Guards = guards![deal_goes_on, reason_is_given, change_is_told];
const TAKEN_UP: Guards = guards![deal_goes_on, earlier_version_is_chosen, reason_is_given];

use QuotationAct::*;
use QuotationState::*;

/// The law. Submit leads to Approved at once where nothing needs the supervisor.
#[rustfmt::skip]
pub const LAW: &[QuotationRow] = &[
    //   from        act       to          by          guards
    row(Draft,      Edit,     Draft,      By::Author, &[]),
    row(SentBack,   Edit,     SentBack,   By::Author, &[]),
    row(Draft,      Submit,   InApproval, By::Author, READY),
    row(SentBack,   Submit,   InApproval, By::Author, READY),
    row(InApproval, Grant,    Approved,   By::Ladder, GRANTED),
    row(InApproval, SendBack, SentBack,   By::Ladder, RETURNED),
    row(InApproval, Withdraw, Draft,      By::Author, &[]),
    row(Approved,   Withdraw, Draft,      By::Author, &[]),
    row(Approved,   Send,     Sent,       By::Author, SENDABLE),
    row(Sent,       Round,    Superseded, By::Author, NEGOTIATED),
    row(Expired,    Round,    Superseded, By::Author, NEGOTIATED),
    row(Draft,      TakeUp,   Superseded, By::Author, TAKEN_UP),
    row(SentBack,   TakeUp,   Superseded, By::Author, TAKEN_UP),
    row(Sent,       TakeUp,   Superseded, By::Author, TAKEN_UP),
    row(Expired,    TakeUp,   Superseded, By::Author, TAKEN_UP),
    row(Sent,       Accept,   Accepted,   By::Author, guards![deal_goes_on, validity_holds]),
    row(Draft,      Lose,     Lost,       By::Author, guards![reason_is_given]),
    row(SentBack,   Lose,     Lost,       By::Author, guards![reason_is_given]),
    row(Approved,   Lose,     Lost,       By::Author, guards![reason_is_given]),
    row(Sent,       Lose,     Lost,       By::Author, guards![reason_is_given]),
    row(Expired,    Lose,     Lost,       By::Author, guards![reason_is_given]),
    row(Approved,   Expire,   Expired,    By::Clock,  guards![validity_is_over]),
    row(Sent,       Expire,   Expired,    By::Clock,  guards![validity_is_over]),
];

/// Who may act for an author.
const DESK: [Role; 3] = [Role::SalesSupervisor, Role::SalesAssistant, Role::Admin];

/// Where a version stands after a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub state: QuotationState,
    pub round: i64,
    /// The rung it waits for; 0 outside approval.
    pub level: i64,
    pub ladder: Vec<Level>,
}

/// The step an act leads to.
///
/// # Errors
/// All refusals at once.
pub fn step(doc: &QuotationDoc, act: QuotationAct, facts: &QuotationFacts) -> Result<Step, Vec<Refusal>> {
    let row = law::step(LAW, doc.state, act, doc, facts, may).map_err(|reasons| named(doc, act, reasons))?;
    let state = row.to.unwrap_or(doc.state);
    let stays = Step { state, round: doc.round, level: 0, ladder: doc.ladder.clone() };
    Ok(match act {
        Submit if doc.concerns(facts.limits).is_empty() => {
            Step { state: Approved, round: doc.round + 1, level: 0, ladder: Vec::new() }
        }
        Submit => Step { state: InApproval, round: doc.round + 1, level: 1, ladder: ladder() },
        _ => stays,
    })
}

/// The one rung of a version beyond the limits.
pub fn ladder() -> Vec<Level> {
    vec![Level { role: Role::SalesSupervisor, from_fen: 0 }]
}

/// Every act with the reasons why it is not possible now; what the law has no row for, and what happens by itself, is
/// left out.
pub fn buttons(doc: &QuotationDoc, facts: &QuotationFacts) -> Vec<(QuotationAct, Vec<Refusal>)> {
    let known = |act: &QuotationAct| {
        LAW.iter().any(|row| row.from == doc.state && row.act == *act && row.by != By::Clock)
    };
    let mut asking = QuotationFacts { asking: true, ..facts.clone() };
    if doc.state == InApproval && facts.hand.is_none() {
        asking.hand = doc.likely_hand(facts);
    }
    let reasons = |act| (act, step(doc, act, &asking).err().unwrap_or_default());
    QuotationAct::ALL.into_iter().filter(known).map(reasons).collect()
}

/// What stops a submission whoever asks for it.
pub fn lacks(doc: &QuotationDoc, facts: &QuotationFacts) -> Vec<Refusal> {
    READY.iter().flat_map(|guard| (guard.holds)(doc, facts)).collect()
}

/// What was sent is frozen, and what expired cannot be accepted: both have names of their own.
fn named(doc: &QuotationDoc, act: QuotationAct, reasons: Vec<Refusal>) -> Vec<Refusal> {
    let outside = reasons.iter().any(|reason| matches!(reason, Refusal::WrongState { .. }));
    match (act, doc.state) {
        (Edit, Sent | Accepted | Lost | Expired | Superseded) if outside => vec![Refusal::QuotationFrozen],
        (Edit, _) if outside => vec![Refusal::ContentLocked],
        (Accept | Send, Expired) if outside => {
            let valid_until = doc.form.valid_until.unwrap_or_default();
            vec![Refusal::QuotationExpired { valid_until }]
        }
        _ => reasons,
    }
}

fn may(by: By, doc: &QuotationDoc, facts: &QuotationFacts) -> Option<Refusal> {
    let holds = |who: &Member| DESK.iter().any(|role| who.roles.contains(role));
    let allowed = match (by, &facts.actor) {
        (By::Author, Some(who)) => doc.authors().contains(&who.id) || holds(who),
        (By::Author, None) => false,
        (By::Ladder, _) => true,
        (By::Clock, actor) => actor.is_none(),
    };
    (!allowed).then_some(Refusal::OnlyAuthor)
}

impl QuotationDoc {
    /// Creator and account manager, who never approve their own quotation.
    pub fn authors(&self) -> Vec<i64> {
        self.creator_id.into_iter().chain(self.form.owner_id).collect()
    }

    /// Everything that needs the supervisor.
    pub fn concerns(&self, limits: Limits) -> Vec<Concern> {
        margin::concerns(&self.form, &self.priced, limits)
    }

    /// The hash of what stands there now.
    pub fn present_hash(&self) -> String {
        super::content::content_hash(self.customer_id, &self.form, &self.priced)
    }

    /// Asks the running round.
    pub fn with_round<T>(&self, facts: &QuotationFacts, ask: impl FnOnce(&Round) -> T) -> T {
        let authors = self.authors();
        ask(&Round {
            ladder: &self.ladder,
            level: self.level,
            authors: &authors,
            granted: &facts.granted,
            single_person: facts.rules.single_person,
        })
    }

    /// Whose decision the person at the desk would record: their own, or for those who run the desk, anybody's.
    fn likely_hand(&self, facts: &QuotationFacts) -> Option<Hand> {
        let actor = facts.actor.as_ref()?;
        let records = actor.roles.iter().any(|role| RECORDERS.contains(role));
        let decider_id = self.with_round(facts, |round| {
            let own = !records || round.objections(actor).is_empty();
            let other = round.candidates(&facts.people).first().map(|who| who.id);
            if own { actor.id } else { other.unwrap_or(actor.id) }
        });
        let given = if decider_id == actor.id { Given::SignedIn } else { Given::InPerson };
        Some(Hand { decider_id, recorder_id: actor.id, given, evidence: None, behalf_reason: None })
    }
}
