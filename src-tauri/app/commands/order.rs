//! Orders: list, form, submission, delivery, tasks. Each command: open · gather · ask · write · show.

pub mod draft;
pub mod gather;
pub mod judge;
pub mod letter;
pub mod past;
pub mod show;
pub mod summary;

use chengdan_domain::approval::Decision;
use chengdan_domain::contract::ContractKind;
use chengdan_domain::deadline::rules::Event;
use chengdan_domain::order::content::short_code;
use chengdan_domain::order::form::OrderForm;
use chengdan_domain::order::law::{self, DeliveryAsk, OrderDoc, OrderFacts, SALES, Step};
use chengdan_domain::order::why::Why;
use chengdan_domain::order::{OrderAct, OrderState};
use chengdan_domain::people::{Given, Role};
use chengdan_domain::refusal::Refusal;
use chrono::NaiveDate;
use rusqlite::Connection;

use super::bin;
use super::person::require;
use crate::App;
use crate::clock::year_month;
use crate::clocks::{self, Heard};
use crate::fault::Fault;
use crate::store::approval::{self, NewDecision};
use crate::store::order::{self, Moved, OrderRecord, approve, insert::set_number};
use crate::store::{Act, contract, delivery, history, series, task};
use crate::views::bin::Removed;
use crate::views::deadline::ClockOf;
use crate::views::order::*;
use crate::views::*;

/// A page of the list.
pub fn list(app: &App, request: OrderListAsk) -> Result<OrderPage, Fault> {
    let today = app.today().to_string();
    app.book()?.read(|connection| order::list::page(connection, &request, &today))
}

/// Count and sum of what is filtered.
pub fn totals(app: &App, request: OrderFilter) -> Result<OrderTotals, Fault> {
    let today = app.today().to_string();
    app.book()?.count(|connection| order::list::totals(connection, &request, &today))
}

/// An order, whole.
pub fn view(app: &App, request: ById) -> Result<OrderView, Fault> {
    show::view(app, request.id)
}

/// Why an order is where it is, without the rest of it.
pub fn why(app: &App, request: ById) -> Result<Vec<Why>, Fault> {
    show::why(app, request.id)
}

/// What the core computes from a draft while it is typed.
pub fn compute(app: &App, request: OrderDraft) -> Result<OrderComputed, Fault> {
    show::compute(app, &request)
}

/// Saves a draft, or an order that was sent back.
///
/// # Errors
/// Field refusals, `ContentLocked`, `OnlyAuthor`, `RoleMissing`, `Stale`.
pub fn save(app: &App, mut request: OrderDraft) -> Result<OrderView, Fault> {
    let me = app.person_id()?;
    if request.id.is_none() {
        require(app, &SALES)?;
        request.owner_id = request.owner_id.or(Some(me));
    }
    let id = app.book()?.act(app.now(), Some(me), |act| {
        let form = draft::form_of(act.tx, &request)?;
        let seen = match request.id {
            None => None,
            Some(id) => Some(Seen::at(app, act, id, request.version.unwrap_or(0))?),
        };
        if let Some(seen) = &seen {
            seen.step(OrderAct::Edit)?;
        }
        let before = seen.as_ref().map(|seen| &seen.record);
        let id = order::save_form(act, before, &form)?;
        contract::ground::count_calls(act, before.and_then(|before| before.form.contract_id))?;
        contract::ground::count_calls(act, form.contract_id)?;
        if before.is_none_or(|before| before.submitted_at.is_none()) {
            clocks::contract(act, id, runs_from(act.tx, &form)?, form.owner_id)?;
        }
        Ok(id)
    })?;
    app.changed();
    show::view(app, id)
}

/// An order as an act finds it: at the version the page saw, with the facts of the law.
pub(super) struct Seen {
    pub record: OrderRecord,
    pub doc: OrderDoc,
    pub facts: OrderFacts,
}

impl Seen {
    /// Reads an order inside an act.
    ///
    /// # Errors
    /// `RowNotFound`, `Stale`.
    pub fn at(app: &App, act: &Act, id: i64, version: i64) -> Result<Seen, Fault> {
        Seen::read(app, act.tx, id, version, act.actor)
    }

    /// Reads an order beside the writer.
    ///
    /// # Errors
    /// `RowNotFound`, `Stale`.
    pub fn read(
        app: &App,
        connection: &Connection,
        id: i64,
        version: i64,
        actor: Option<i64>,
    ) -> Result<Seen, Fault> {
        let record = order::load(connection, id)?;
        if record.version != version {
            return Err(Fault::Stale { what: "order".into() });
        }
        let doc = gather::doc(&record);
        let facts = gather::facts(app, connection, &doc, Some(id), actor, app.today())?;
        Ok(Seen { record, doc, facts })
    }

    /// Asks the law.
    ///
    /// # Errors
    /// All refusals.
    pub fn step(&self, act: OrderAct) -> Result<Step, Fault> {
        law::step(&self.doc, act, &self.facts).map_err(|reasons| Fault::Refused { reasons })
    }

    /// Writes where the order stands now.
    ///
    /// # Errors
    /// `Stale`.
    pub fn move_to(&self, act: &Act, step: &Step) -> Result<(), Fault> {
        let state = step.state.unwrap_or(self.record.state);
        let (id, version) = (self.record.id, self.record.version);
        let moved = Moved { id, version, state, round: step.round, level: step.level, ladder: &step.ladder };
        order::move_to(act, &moved)
    }

    /// A decision of the person at the desk that is no rung: submission, withdrawal.
    fn own_decision(&self, me: i64, decision: Decision, round: i64, content_hash: &str) -> NewDecision {
        NewDecision {
            document: (DocumentKind::Order, self.record.id),
            round,
            level: 0,
            role: None,
            decision,
            decider_id: me,
            recorder_id: me,
            given: Given::SignedIn,
            evidence: None,
            behalf_reason: String::new(),
            note: String::new(),
            content_hash: content_hash.into(),
        }
    }
}

/// Submits an order (O2, O3): draws its number, freezes its content and starts a round, in one transaction.
///
/// # Errors
/// Everything that stops a submission, all at once; `Stale`.
pub fn submit(app: &App, request: ByVersion) -> Result<OrderView, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(app, act, request.id, request.version)?;
        let step = seen.step(OrderAct::Submit)?;
        seen.move_to(act, &step)?;
        clocks::order(act, Event::OrderSubmitted, request.id, None, Some(me))?;
        stands_on_contract(act, &seen)?;
        wait_at_rung(act, request.id, &step)?;
        let number = number(act, &seen.record)?;
        let hash = seen.doc.present_hash();
        approve::submitted(act, request.id, &hash)?;
        if let Some(contact) = show::contact(act.tx, &seen.doc.form)?.and_then(|contact| contact.id) {
            approve::set_contact(act, request.id, contact)?;
        }
        approval::insert(act, &seen.own_decision(me, Decision::Submitted, step.round, &hash))?;
        let note = format!("{number} {}", short_code(&hash));
        // A draft's saves tell no content: the first submission tells all of it, later ones what changed was told.
        let told = match seen.record.submitted_at {
            None => order::changes::whole(act.tx, &seen.record)?,
            Some(_) => history::Payload::default(),
        };
        history::record(act, "order_submit", "order", request.id, &history::Payload { note, ..told })
    })?;
    app.changed();
    show::view(app, request.id)
}

/// From when an order's own clock runs (O1): from the contract's signature; a call-off from the customer's purchase order.
/// A contract of the book that is no framework has a clock of its own, which its order meets.
pub(super) fn runs_from(connection: &Connection, form: &OrderForm) -> Result<Option<NaiveDate>, Fault> {
    let Some(id) = form.contract_id else { return Ok(form.contract_signed_on) };
    let frame = contract::load(connection, id)?.doc.form.kind == ContractKind::Framework;
    Ok(form.customer_order_on.filter(|_| frame))
}

/// What a submitted order means for the contract it stands on: it is ordered, and so much is called off.
fn stands_on_contract(act: &Act, seen: &Seen) -> Result<(), Fault> {
    let Some(id) = seen.doc.form.contract_id else { return Ok(()) };
    contract::ground::count_calls(act, Some(id))?;
    clocks::hear(act, &Heard::now(act, Event::OrderSubmitted, ClockOf::Contract, id))
}

/// The rung an order waits for has its clock (O3).
pub(super) fn wait_at_rung(act: &Act, id: i64, step: &Step) -> Result<(), Fault> {
    let rung = usize::try_from(step.level - 1).ok().and_then(|index| step.ladder.get(index));
    match rung {
        Some(rung) if step.state == Some(OrderState::InApproval) => {
            clocks::order(act, Event::LevelReached, id, Some(rung.role), None)
        }
        _ => Ok(()),
    }
}

/// The order's number, drawn at its first submission; one that somebody typed elsewhere is skipped.
fn number(act: &Act, record: &OrderRecord) -> Result<String, Fault> {
    if let Some(number) = &record.number {
        return Ok(number.clone());
    }
    let rule = series::rule(act.tx)?;
    let ym = year_month(act.today());
    loop {
        let number = series::draw(act, &rule, ym)?;
        match set_number(act, record.id, &number, ym) {
            Err(Fault::Refused { reasons }) if matches!(reasons.as_slice(), [Refusal::NameTaken { .. }]) => {}
            done => return done.map(|()| number),
        }
    }
}

/// Takes an order back out of approval, to edit it.
///
/// # Errors
/// `WrongState`, `OnlyAuthor`, `Stale`.
pub fn withdraw(app: &App, request: ByVersion) -> Result<OrderView, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(app, act, request.id, request.version)?;
        let step = seen.step(OrderAct::Withdraw)?;
        seen.move_to(act, &step)?;
        clocks::order(act, Event::OrderWithdrawn, request.id, None, Some(me))?;
        contract::ground::count_calls(act, seen.doc.form.contract_id)?;
        let hash = seen.doc.content_hash.clone();
        approval::insert(act, &seen.own_decision(me, Decision::Withdrawn, step.round, &hash))?;
        history::record(act, "order_withdraw", "order", request.id, &history::Payload::default())
    })?;
    app.changed();
    show::view(app, request.id)
}

/// Puts a draft that never carried a number into the bin.
///
/// # Errors
/// `NumberedNotDeletable`, `WrongState`, `OnlyAuthor`, `Stale`.
pub fn discard(app: &App, request: ByVersion) -> Result<Removed, Fault> {
    let me = app.person_id()?;
    let removed = app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(app, act, request.id, request.version)?;
        seen.step(OrderAct::Discard)?;
        let removed = bin::put_draft(act, &seen.record)?;
        order::discard(act, &seen.record, removed.id)?;
        clocks::order(act, Event::OrderDiscarded, request.id, None, Some(me))?;
        Ok(removed)
    })?;
    app.changed();
    Ok(removed)
}

/// A new draft with the same customer and lines. Contract, dates and approval are not copied (O4).
///
/// # Errors
/// `RoleMissing`.
pub fn copy(app: &App, request: ById) -> Result<OrderView, Fault> {
    let me = app.person_id()?;
    let id = app.book()?.act(app.now(), Some(me), |act| {
        let record = order::load(act.tx, request.id)?;
        let seen = Seen::at(app, act, request.id, record.version)?;
        seen.step(OrderAct::Copy)?;
        let mut form = record.form;
        form.customer_order_number = String::new();
        form.contract_number = String::new();
        (form.contract_id, form.customer_order_on) = (None, None);
        form.contract_reason = String::new();
        (form.contract_signed_on, form.contract_amount, form.promised_on) = (None, None, None);
        for line in &mut form.lines {
            (line.promised_on, line.given_amount) = (None, None);
        }
        let id = order::save_form(act, None, &form)?;
        let from = record.number.unwrap_or_else(|| record.id.to_string());
        history::record(act, "order_copy", "order", id, &history::Payload::note(from))?;
        Ok(id)
    })?;
    app.changed();
    show::view(app, id)
}

/// Records deliveries of an approved order.
///
/// # Errors
/// `DeliveredTooMuch`, `DeliveryInFuture`, `DeliveryBeforeApproval`, `ContentChanged` when the approval is void, `Stale`.
pub fn deliver(app: &App, request: DeliveryRecord) -> Result<OrderView, Fault> {
    let me = app.person_id()?;
    super::check::Check::default().lines("note", &request.note, 1_000).done()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(app, act, request.order_id, request.version)?;
        for asked in &request.lines {
            let line = seen.record.lines.iter().position(|line| line.id == asked.line_id);
            let day = draft::date(Some(&asked.delivered_on))?;
            seen.facts.deliveries.push(DeliveryAsk {
                line: line.ok_or(Refusal::RowNotFound)?,
                quantity: asked.quantity_milli,
                delivered_on: day.ok_or(Refusal::FieldMissing { field: "delivered_on".into() })?,
            });
        }
        seen.step(OrderAct::Deliver)?;
        delivery::record(act, &seen.record, &seen.facts.deliveries, &request.note)
    })?;
    app.changed();
    show::view(app, request.order_id)
}

/// Open tasks, and after them the last that were done.
pub fn tasks(app: &App, _request: Nothing) -> Result<Vec<TaskView>, Fault> {
    app.book()?.read(task::list)
}

/// Ticks a task off.
///
/// # Errors
/// `RoleMissing`, `RowNotFound`.
pub fn task_done(app: &App, request: ById) -> Result<Vec<TaskView>, Fault> {
    let book = app.book()?;
    let found = book.read(|connection| task::get(connection, request.id))?;
    let me = require(app, &[found.role, Role::SalesAssistant, Role::Admin])?;
    book.act(app.now(), Some(me), |act| task::done(act, &found))?;
    app.changed();
    tasks(app, Nothing {})
}
