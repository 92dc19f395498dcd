//! The law of a contract and its review as one table (C1), and the two questions asked of it: [`step`] and [`buttons`].

use chrono::NaiveDate;

use super::form::ContractForm;
use super::guard::*;
use super::{Checked, ContractAct, ContractKind, ContractState};
use crate::approval::{Level, Member, RECORDERS, Round, Rules};
use crate::bargain::{Bargain, Difference};
use crate::guards;
use crate::law::{self, Row};
use crate::money::Money;
use crate::order::form::Priced;
use crate::people::{Given, Hand, Role};
use crate::refusal::Refusal;

/// Who may do an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Whoever sells, and those who run the desk.
    Sales,
    /// The author (creator or account manager), or those who run the desk.
    Author,
    /// Legal decides; the desk may record it on behalf. Who may, the guards say.
    Legal,
}

/// A contract as the law sees it.
#[derive(Debug, Clone)]
pub struct ContractDoc {
    pub number: Option<String>,
    pub state: ContractState,
    pub creator_id: Option<i64>,
    pub form: ContractForm,
    pub priced: Priced,
    /// The hash as it was at submission; of a draft, as it was last saved.
    pub content_hash: String,
    /// What legal passed; empty where nobody had to.
    pub reviewed_hash: String,
}

/// What a guard may judge by; gathered by the command.
#[derive(Debug, Clone)]
pub struct ContractFacts {
    /// Who holds the pen.
    pub actor: Member,
    pub today: NaiveDate,
    pub people: Vec<Member>,
    pub rules: Rules,
    /// Whether legal reads a customer's purchase order.
    pub review_purchase_orders: bool,
    /// The number of the deal it belongs to, when that is lost.
    pub lost_deal: Option<String>,
    /// What the customer accepted; none for a contract that follows no quotation.
    pub accepted: Option<Bargain>,
    /// The state of the contract it supplements.
    pub supplements: Option<(String, ContractState)>,
    /// The numbers of orders that stand on it (drafts are empty texts), and what they call off.
    pub orders: Vec<String>,
    pub called: Money,
    /// Fields of the company that the letterhead lacks, and characters that the font lacks.
    pub company_missing: Vec<String>,
    pub glyphs_missing: Vec<Refusal>,
    /// Who decided and how it was given; none outside a decision.
    pub hand: Option<Hand>,
    pub checklist: Vec<Checked>,
    /// Remarks when passing, the reason of a return or of voiding.
    pub note: String,
    pub signing: Option<Signing>,
    /// True when only asked whether a button may be pressed: what its form will ask for is not judged yet.
    pub asking: bool,
}

/// How a contract was signed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signing {
    pub signed_on: Option<NaiveDate>,
    pub our_signatory: String,
    pub their_signatory: String,
    /// The digest of the scan, kept in the book.
    pub scan: Option<String>,
}

/// A row of this law.
pub type ContractRow = Row<ContractState, ContractAct, By, ContractDoc, ContractFacts>;
type Guards = &'static [law::Guard<ContractDoc, ContractFacts>];

const fn row(
    from: ContractState,
    act: ContractAct,
    to: ContractState,
    by: By,
    guards: Guards,
) -> ContractRow {
    Row { from, act, to: Some(to), by, guards }
}

/// What is checked before legal reads it.
const READY: Guards = guards![
    deal_is_not_lost,
    customer_is_named,
    kind_is_complete,
    lines_are_there,
    tax_rates_are_in_force,
    fields_are_complete,
    waiver_is_within_amount,
    terms_are_whole,
    clauses_are_there,
    dates_are_ahead,
    agrees_with_the_quotation,
    what_it_supplements_is_signed,
    company_is_complete,
    paper_can_be_printed,
    somebody_can_review,
];

const PASSED: Guards =
    guards![decider_is_legal, hand_is_in_order, checklist_is_in_order, content_is_unchanged];
const RETURNED: Guards = guards![decider_is_legal, hand_is_in_order, checklist_is_known, reason_is_given];
const SIGNED: Guards = guards![deal_is_not_lost, review_holds, signature_is_complete, signature_is_past];
const ORDERED: Guards = guards![still_to_be_ordered, framework_is_open];

use ContractAct::*;
use ContractState::*;

/// The law. Submit leads to Reviewed at once for a customer's purchase order that legal need not read.
#[rustfmt::skip]
pub const LAW: &[ContractRow] = &[
    //   from       act         to         by           guards
    row(Draft,     Edit,       Draft,     By::Author,  &[]),
    row(Returned,  Edit,       Returned,  By::Author,  &[]),
    row(Draft,     Submit,     InReview,  By::Author,  READY),
    row(Returned,  Submit,     InReview,  By::Author,  READY),
    row(InReview,  Pass,       Reviewed,  By::Legal,   PASSED),
    row(InReview,  Return,     Returned,  By::Legal,   RETURNED),
    row(InReview,  Withdraw,   Draft,     By::Author,  &[]),
    row(Reviewed,  Withdraw,   Draft,     By::Author,  &[]),
    row(Reviewed,  Sign,       Signed,    By::Author,  SIGNED),
    row(Signed,    Order,      Signed,    By::Sales,   ORDERED),
    row(Signed,    Supplement, Signed,    By::Sales,   &[]),
    row(Draft,     Annul,      Void,      By::Author,  guards![reason_is_given]),
    row(Returned,  Annul,      Void,      By::Author,  guards![reason_is_given]),
    row(Reviewed,  Annul,      Void,      By::Author,  guards![reason_is_given]),
];

/// Who writes contracts.
pub const SALES: [Role; 4] = [Role::SalesRep, Role::SalesSupervisor, Role::SalesAssistant, Role::Admin];
/// Who runs the desk and may act for an author.
const DESK: [Role; 2] = [Role::SalesAssistant, Role::Admin];

/// The state an act leads to.
///
/// # Errors
/// All refusals at once.
pub fn step(
    doc: &ContractDoc,
    act: ContractAct,
    facts: &ContractFacts,
) -> Result<ContractState, Vec<Refusal>> {
    let row = law::step(LAW, doc.state, act, doc, facts, may).map_err(|reasons| named(doc, act, reasons))?;
    Ok(match act {
        Submit if !doc.needs_review(facts) => Reviewed,
        _ => row.to.unwrap_or(doc.state),
    })
}

/// Every act with the reasons why it is not possible now; what the law has no row for is left out.
pub fn buttons(doc: &ContractDoc, facts: &ContractFacts) -> Vec<(ContractAct, Vec<Refusal>)> {
    let known = |act: &ContractAct| LAW.iter().any(|row| row.from == doc.state && row.act == *act);
    let mut asking = ContractFacts { asking: true, ..facts.clone() };
    if doc.state == InReview && facts.hand.is_none() {
        asking.hand = Some(doc.likely_hand(facts));
    }
    let reasons = |act| (act, step(doc, act, &asking).err().unwrap_or_default());
    ContractAct::ALL.into_iter().filter(known).map(reasons).collect()
}

/// What stops a submission whoever asks for it: all of [`READY`] that does not hold.
pub fn lacks(doc: &ContractDoc, facts: &ContractFacts) -> Vec<Refusal> {
    READY.iter().flat_map(|guard| (guard.holds)(doc, facts)).collect()
}

/// Why no contract may be begun for a deal: `lost_deal` is its number when it is lost.
pub fn opening(lost_deal: Option<&str>) -> Vec<Refusal> {
    lost_deal.map(|number| Refusal::DealIsLost { number: number.into() }).into_iter().collect()
}

/// What is frozen has a name of its own.
fn named(doc: &ContractDoc, act: ContractAct, reasons: Vec<Refusal>) -> Vec<Refusal> {
    let outside = reasons.iter().any(|reason| matches!(reason, Refusal::WrongState { .. }));
    let number = doc.number.clone().unwrap_or_default();
    match (act, doc.state) {
        (Edit, InReview | Reviewed) if outside => vec![Refusal::ContentLocked],
        (Edit | Annul | Withdraw, Signed) if outside => vec![Refusal::ContractSigned { number }],
        (Sign, Draft | InReview | Returned) if outside => vec![Refusal::ContractNotReviewed { number }],
        _ => reasons,
    }
}

fn may(by: By, doc: &ContractDoc, facts: &ContractFacts) -> Option<Refusal> {
    let holds = |roles: &[Role]| roles.iter().any(|role| facts.actor.roles.contains(role));
    let author = doc.authors().contains(&facts.actor.id);
    match by {
        By::Sales if !holds(&SALES) => Some(Refusal::RoleMissing { roles: SALES.to_vec() }),
        By::Author if !author && !holds(&DESK) => Some(Refusal::OnlyAuthor),
        _ => None,
    }
}

/// Legal is the one rung of a contract.
pub fn ladder() -> [Level; 1] {
    [Level { role: Role::Legal, from_fen: 0 }]
}

impl ContractDoc {
    /// Creator and account manager, who never review their own contract.
    pub fn authors(&self) -> Vec<i64> {
        self.creator_id.into_iter().chain(self.form.sale.owner_id).collect()
    }

    /// What the contract is worth.
    pub fn amount(&self) -> Money {
        self.form.amount(&self.priced)
    }

    /// The hash of what stands there now.
    pub fn present_hash(&self) -> String {
        super::content::content_hash(&self.form, &self.priced)
    }

    /// Whether legal reads it.
    pub fn needs_review(&self, facts: &ContractFacts) -> bool {
        self.form.kind != ContractKind::PurchaseOrder || facts.review_purchase_orders
    }

    /// Where it departs from what the customer accepted.
    pub fn differences(&self, facts: &ContractFacts) -> Vec<Difference> {
        let accepted = facts.accepted.as_ref();
        accepted.map(|agreed| agreed.differences(&self.form.bargain(&self.priced))).unwrap_or_default()
    }

    /// Asks who may review it, and lets `ask` look at the round.
    pub fn round<T>(&self, facts: &ContractFacts, ask: impl FnOnce(&Round) -> T) -> T {
        let (ladder, authors) = (ladder(), self.authors());
        let single_person = facts.rules.single_person;
        ask(&Round { ladder: &ladder, level: 1, authors: &authors, granted: &[], single_person })
    }

    /// Whose decision the person at the desk would record: their own, or for those who run the desk, anybody's.
    fn likely_hand(&self, facts: &ContractFacts) -> Hand {
        let recorder_id = facts.actor.id;
        let records = facts.actor.roles.iter().any(|role| RECORDERS.contains(role));
        let own = !records || self.round(facts, |round| round.objections(&facts.actor).is_empty());
        let other = self.round(facts, |round| round.candidates(&facts.people).first().map(|who| who.id));
        let decider_id = if own { recorder_id } else { other.unwrap_or(recorder_id) };
        let given = if decider_id == recorder_id { Given::SignedIn } else { Given::InPerson };
        Hand { decider_id, recorder_id, given, evidence: None, behalf_reason: None }
    }
}
