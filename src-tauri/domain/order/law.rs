//! The law of an order as one table (O1–O5), and the two questions asked of it: [`step`] and [`buttons`].

use chrono::NaiveDate;

use super::form::{OrderForm, Priced};
use super::guard::*;
use super::{OrderAct, OrderState};
use crate::approval::{Granted, Level, Member, Round, Rules, ladder_for};
use crate::bargain::Bargain;
use crate::contract::{ContractKind, ContractState};
use crate::guards;
use crate::law::{self, Row};
use crate::money::{Money, Quantity};
use crate::people::{Hand, Role};
use crate::refusal::Refusal;

/// Who may do an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Whoever may write orders: sales, and those who run the desk.
    Sales,
    /// The author (creator or account manager), or those who run the desk.
    Author,
    /// The ladder of approval decides by itself who may.
    Ladder,
    /// The author, the warehouse and those who bring goods to the customer, or those who run the desk.
    Delivery,
}

/// An order as the law sees it.
#[derive(Debug, Clone)]
pub struct OrderDoc {
    pub number: Option<String>,
    pub state: OrderState,
    pub round: i64,
    pub level: i64,
    pub ladder: Vec<Level>,
    pub creator_id: Option<i64>,
    pub form: OrderForm,
    pub priced: Priced,
    /// The hash as it was at submission; of a draft, as it was last saved.
    pub content_hash: String,
    pub approved_hash: String,
    pub approved_on: Option<NaiveDate>,
    /// Delivered so far, per line.
    pub delivered: Vec<Quantity>,
    pub sent_back_level: i64,
    pub sent_back_hash: String,
}

/// What a guard may judge by; gathered by the command.
#[derive(Debug, Clone)]
pub struct OrderFacts {
    /// Who holds the pen.
    pub actor: Member,
    pub today: NaiveDate,
    pub people: Vec<Member>,
    pub rules: Rules,
    /// Granted in the running round.
    pub granted: Vec<Granted>,
    /// Who decided and how it was given; none outside a decision.
    pub hand: Option<Hand>,
    /// 审批意见, or the reason of a return.
    pub note: String,
    /// True when only asked whether a button may be pressed: what its form will ask for is not judged yet.
    pub asking: bool,
    pub paper: PaperFacts,
    /// The contract of the book it stands on; none for one that is only told by its number.
    pub contract: Option<ContractGround>,
    pub deliveries: Vec<DeliveryAsk>,
}

/// A contract as the orders that stand on it see it.
#[derive(Debug, Clone)]
pub struct ContractGround {
    pub id: i64,
    pub number: String,
    pub kind: ContractKind,
    pub state: ContractState,
    pub customer_id: i64,
    pub valid_until: Option<NaiveDate>,
    /// How much a framework lets be called off, and what other orders have called.
    pub limit: Money,
    pub called: Money,
    /// The numbers of the other orders that stand on it; drafts are empty texts.
    pub other_orders: Vec<String>,
    pub bargain: Bargain,
}

/// What could stop the letter (O5).
#[derive(Debug, Clone, Default)]
pub struct PaperFacts {
    /// Fields of the company that the letterhead lacks.
    pub company_missing: Vec<String>,
    /// Characters the font lacks, each with its field.
    pub glyphs_missing: Vec<Refusal>,
    /// The customer's address; empty lets the letter wait as 缺少邮箱.
    pub email: String,
    /// The account manager's address.
    pub owner_email: String,
    /// A sender's address is set (or nothing is ever sent, as in the sample company).
    pub sender_known: bool,
}

/// A quantity that is to be recorded as delivered.
#[derive(Debug, Clone)]
pub struct DeliveryAsk {
    /// The index of the line.
    pub line: usize,
    pub quantity: Quantity,
    pub delivered_on: NaiveDate,
}

/// A row of this law.
pub type OrderRow = Row<OrderState, OrderAct, By, OrderDoc, OrderFacts>;

const fn row(from: OrderState, act: OrderAct, to: OrderState, by: By, guards: Guards) -> OrderRow {
    Row { from, act, to: Some(to), by, guards }
}

/// A row that ends the document.
const fn gone(from: OrderState, act: OrderAct, by: By, guards: Guards) -> OrderRow {
    Row { from, act, to: None, by, guards }
}

type Guards = &'static [law::Guard<OrderDoc, OrderFacts>];

/// What is checked before an order goes into approval; among it everything that could stop the letter (O5).
const READY: Guards = guards![
    customer_is_named,
    has_lines,
    lines_are_complete,
    fields_are_complete,
    waiver_is_within_amount,
    contract_is_present,
    contract_has_room,
    agrees_with_contract,
    terms_are_whole,
    promises_are_not_past,
    company_is_complete,
    letter_can_be_printed,
    letter_can_be_sent,
    ladder_can_be_filled,
];

const DELIVERABLE: Guards = guards![approval_holds, delivery_fits, delivery_dates_are_possible];

use OrderAct::*;
use OrderState::*;

/// The law. Grant leads to Approved on the last rung; on a rung before it the order stays in approval.
#[rustfmt::skip]
pub const LAW: &[OrderRow] = &[
    //   from        act       to          by            guards
    row(Draft,      Edit,     Draft,      By::Author,   &[]),
    row(SentBack,   Edit,     SentBack,   By::Author,   &[]),
    row(Draft,      Submit,   InApproval, By::Author,   READY),
    row(SentBack,   Submit,   InApproval, By::Author,   READY),
    row(InApproval, Grant,    Approved,   By::Ladder,   guards![decider_may_decide, hand_is_in_order, content_is_unchanged, rungs_above_can_be_filled]),
    row(InApproval, SendBack, SentBack,   By::Ladder,   guards![decider_holds_the_rung, hand_is_in_order, reason_is_given]),
    row(InApproval, Withdraw, Draft,      By::Author,   &[]),
    gone(Draft,     Discard,              By::Author,   guards![carries_no_number]),
    row(Approved,   Deliver,  Approved,   By::Delivery, DELIVERABLE),
    row(Opening,    Deliver,  Opening,    By::Delivery, DELIVERABLE),
    row(Approved,   Resend,   Approved,   By::Author,   guards![approval_holds]),
    row(Draft,      Copy,     Draft,      By::Sales,    &[]),
    row(InApproval, Copy,     InApproval, By::Sales,    &[]),
    row(SentBack,   Copy,     SentBack,   By::Sales,    &[]),
    row(Approved,   Copy,     Approved,   By::Sales,    &[]),
    row(Opening,    Copy,     Opening,    By::Sales,    &[]),
    row(Void,       Copy,     Void,       By::Sales,    &[]),
];

/// Who writes orders.
pub const SALES: [Role; 4] = [Role::SalesRep, Role::SalesSupervisor, Role::SalesAssistant, Role::Admin];

/// Who runs the desk and may act for an author.
const DESK: [Role; 2] = [Role::SalesAssistant, Role::Admin];

/// Who brings goods to the customer.
const DELIVERY: [Role; 4] = [Role::Warehouse, Role::Logistics, Role::ServiceEngineer, Role::Operations];

/// Where an order stands after a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// None: the order is gone.
    pub state: Option<OrderState>,
    pub round: i64,
    /// The rung it waits for; 0 outside approval.
    pub level: i64,
    pub ladder: Vec<Level>,
}

/// The step an act leads to.
///
/// # Errors
/// All refusals at once.
pub fn step(doc: &OrderDoc, act: OrderAct, facts: &OrderFacts) -> Result<Step, Vec<Refusal>> {
    let row = law::step(LAW, doc.state, act, doc, facts, may).map_err(|reasons| named(doc, act, reasons))?;
    let outside = Step { state: row.to, round: doc.round, level: 0, ladder: doc.ladder.clone() };
    Ok(match act {
        Submit => submitted(doc, facts),
        Grant if !doc.running(facts).is_last() => {
            Step { state: Some(InApproval), level: doc.level + 1, ..outside }
        }
        Grant => Step { level: doc.level, ..outside },
        _ if row.to == Some(doc.state) => Step { level: doc.level, ..outside },
        _ => outside,
    })
}

/// Every act with the reasons why it is not possible now; what the law has no row for is left out.
pub fn buttons(doc: &OrderDoc, facts: &OrderFacts) -> Vec<(OrderAct, Vec<Refusal>)> {
    let known = |act: &OrderAct| LAW.iter().any(|row| row.from == doc.state && row.act == *act);
    let mut asking = OrderFacts { asking: true, ..facts.clone() };
    if doc.state == InApproval && facts.hand.is_none() {
        asking.hand = doc.likely_hand(facts);
    }
    OrderAct::ALL
        .into_iter()
        .filter(known)
        .map(|act| (act, step(doc, act, &asking).err().unwrap_or_default()))
        .collect()
}

/// What stops a submission whoever asks for it: all of [`READY`] that does not hold.
pub fn lacks(doc: &OrderDoc, facts: &OrderFacts) -> Vec<Refusal> {
    READY.iter().flat_map(|guard| (guard.holds)(doc, facts)).collect()
}

/// A new round at the first rung; or, if the company wants it and no protected content changed since the return,
/// the same round at the rung that refused.
fn submitted(doc: &OrderDoc, facts: &OrderFacts) -> Step {
    let unchanged = doc.state == SentBack && doc.sent_back_hash == doc.present_hash();
    // A new account manager may have granted a lower rung: then that grant no longer counts, and all start anew.
    let authors = doc.authors();
    let unchanged = unchanged && !facts.granted.iter().any(|rung| authors.contains(&rung.decider_id));
    if facts.rules.resubmit_at_refusing_level && unchanged && doc.sent_back_level > 0 {
        let ladder = doc.ladder.clone();
        return Step { state: Some(InApproval), round: doc.round, level: doc.sent_back_level, ladder };
    }
    let ladder = ladder_for(&facts.rules.levels, doc.priced.amount);
    Step { state: Some(InApproval), round: doc.round + 1, level: 1, ladder }
}

/// A locked form has a name of its own.
fn named(doc: &OrderDoc, act: OrderAct, reasons: Vec<Refusal>) -> Vec<Refusal> {
    let outside = reasons.iter().any(|reason| matches!(reason, Refusal::WrongState { .. }));
    if act == Edit && outside && doc.state != Void { vec![Refusal::ContentLocked] } else { reasons }
}

fn may(by: By, doc: &OrderDoc, facts: &OrderFacts) -> Option<Refusal> {
    let holds = |roles: &[Role]| roles.iter().any(|role| facts.actor.roles.contains(role));
    let author = doc.authors().contains(&facts.actor.id);
    match by {
        By::Sales if !holds(&SALES) => Some(Refusal::RoleMissing { roles: SALES.to_vec() }),
        By::Author if !author && !holds(&DESK) => Some(Refusal::OnlyAuthor),
        By::Delivery if !author && !holds(&DESK) && !holds(&DELIVERY) => {
            Some(Refusal::RoleMissing { roles: DELIVERY.to_vec() })
        }
        _ => None,
    }
}

impl OrderDoc {
    /// Creator and account manager, who never approve their own order.
    pub fn authors(&self) -> Vec<i64> {
        self.creator_id.into_iter().chain(self.form.owner_id).collect()
    }

    /// The running round.
    pub fn running<'a>(&'a self, facts: &'a OrderFacts) -> Running<'a> {
        Running { doc: self, facts, authors: self.authors() }
    }

    /// The hash of what stands there now.
    pub fn present_hash(&self) -> String {
        super::content::content_hash(&self.form, &self.priced)
    }

    /// 审批失效: approved, but not what stands there now (O4).
    pub fn approval_is_void(&self) -> bool {
        matches!(self.state, Approved | Opening) && self.approved_hash != self.present_hash()
    }

    /// Whose decision the person at the desk would record: their own, or for those who run the desk, anybody's.
    fn likely_hand(&self, facts: &OrderFacts) -> Option<Hand> {
        let running = self.running(facts);
        let recorder_id = facts.actor.id;
        let own = running.round().objections(&facts.actor).is_empty();
        let other = running.round().candidates(&facts.people).first().map(|who| who.id);
        let decider_id = if own { recorder_id } else { other.unwrap_or(recorder_id) };
        let given = if decider_id == recorder_id {
            crate::people::Given::SignedIn
        } else {
            crate::people::Given::InPerson
        };
        Some(Hand { decider_id, recorder_id, given, evidence: None, behalf_reason: None })
    }
}

/// A document in approval with what is known of its round.
pub struct Running<'a> {
    doc: &'a OrderDoc,
    facts: &'a OrderFacts,
    authors: Vec<i64>,
}

impl Running<'_> {
    /// The round as the ladder sees it.
    pub fn round(&self) -> Round<'_> {
        Round {
            ladder: &self.doc.ladder,
            level: self.doc.level,
            authors: &self.authors,
            granted: &self.facts.granted,
            single_person: self.facts.rules.single_person,
        }
    }

    fn is_last(&self) -> bool {
        self.round().is_last()
    }
}
