//! An order as the page shows it, whole: form, figures, buttons with their reasons, rounds, letters, tasks.

use chengdan_domain::approval::{Level, ladder_for};
use chengdan_domain::bargain::{Bargain, Difference};
use chengdan_domain::contract::ContractKind;
use chengdan_domain::money::Money;
use chengdan_domain::number::delivery_note_number;
use chengdan_domain::order::content::short_code;
use chengdan_domain::order::form::OrderForm;
use chengdan_domain::order::form::Priced;
use chengdan_domain::order::law::{self, OrderDoc, OrderFacts};
use chengdan_domain::order::why::Why;
use chengdan_domain::order::{OrderAct, OrderState, OrderStatus};
use chengdan_domain::payment::instalment_amounts_half_up;
use chengdan_domain::payment::{sentence_en, sentence_zh};
use chengdan_domain::refusal::Refusal;
use chengdan_domain::uppercase::uppercase;
use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::{draft, gather, judge, past};
use crate::App;
use crate::clock::{business_date, instant_text};
use crate::commands::history::MOST;
use crate::fault::Fault;
use crate::store::order::{OrderRecord, load};
use crate::store::{
    approval, contract, customer, delivery, delivery_note, history, import, outbox_list, person, setting,
    task,
};
use crate::views::book::Language;
use crate::views::contract::OrderContract;
use crate::views::customer::Contact;
use crate::views::order::*;
use crate::views::setting::Policy;

/// An order, whole, for whoever is at the desk.
///
/// # Errors
/// `RowNotFound`.
pub fn view(app: &App, id: i64) -> Result<OrderView, Fault> {
    let (actor, now) = (app.desk_person(), app.now());
    app.book()?.read(|connection| {
        let record = load(connection, id)?;
        let doc = gather::doc(&record);
        let facts = gather::facts(app, connection, &doc, Some(id), actor, business_date(now))?;
        whole(connection, &record, &doc, &facts, now)
    })
}

/// Why an order is where it is, for the tip of a list's row.
///
/// # Errors
/// `RowNotFound`.
pub fn why(app: &App, id: i64) -> Result<Vec<Why>, Fault> {
    let now = app.now();
    app.book()?.read(|connection| {
        let record = load(connection, id)?;
        let doc = gather::doc(&record);
        let facts = gather::facts(app, connection, &doc, Some(id), None, business_date(now))?;
        judge::why(connection, &record, &doc, &facts)
    })
}

fn whole(
    connection: &Connection,
    record: &OrderRecord,
    doc: &OrderDoc,
    facts: &OrderFacts,
    now: DateTime<Utc>,
) -> Result<OrderView, Fault> {
    let language = setting::language(connection)?;
    let policy = setting::policy(connection)?;
    let contact = contact(connection, &record.form)?;
    let creator = record.creator_id.map(|id| person::brief(connection, id)).transpose()?.flatten();
    let letters = outbox_list::of_order(connection, record.id)?;
    let why = judge::why(connection, record, doc, facts)?;
    let buttons: Vec<OrderButton> =
        law::buttons(doc, facts).into_iter().map(|(act, refusals)| OrderButton { act, refusals }).collect();
    let submit = buttons.iter().find(|button| button.act == OrderAct::Submit);
    let refusals = submit.map(|button| button.refusals.clone()).unwrap_or_default();
    Ok(OrderView {
        id: record.id,
        version: record.version,
        number: record.number.clone(),
        state: record.state,
        status: OrderStatus::of(record.state, &record.ladder, record.level),
        origin: record.origin,
        round: record.round,
        level: record.level,
        ladder: ladder(record, &policy),
        draft: draft::draft_of(record),
        customer_name: record.form.customer_name.clone(),
        contact_name: contact.as_ref().map(|contact| contact.name.clone()).unwrap_or_default(),
        contact_email: contact.as_ref().map(|contact| contact.email.clone()).unwrap_or_default(),
        contact_phone: contact.map(|contact| contact.phone).unwrap_or_default(),
        owner_name: record.form.owner_name.clone(),
        creator_name: creator.map(|creator| creator.name).unwrap_or_default(),
        attested: import::attested(connection, record.id)?,
        lines: lines(record),
        computed: computed(&record.form, &record.priced, language, refusals),
        content_code: short_code(&doc.present_hash()),
        contract: contract_of(connection, doc, facts)?,
        approval_void: doc.approval_is_void(),
        created_at: record.created_at.clone(),
        submitted_at: record.submitted_at.clone(),
        approved_at: record.approved_at.clone(),
        approved_on: record.approved_on.clone(),
        sent_back_reason: record.sent_back_reason.clone(),
        sent_back_by: record.sent_back_by.clone(),
        buttons,
        why,
        facts: judge::level_facts(doc, &policy, language, facts.today),
        approvals: approval::of_order(connection, record.id)?,
        letters,
        tasks: task::of_order(connection, record.id)?,
        deliveries: delivery::of_order(connection, record.id)?,
        open_note: open_note(connection, record)?,
        history: past::sittings(history::of(connection, "order", record.id, MOST)?),
        read_at: instant_text(now),
    })
}

/// The contract it stands on, and where it departs from it.
fn contract_of(
    connection: &Connection,
    doc: &OrderDoc,
    facts: &OrderFacts,
) -> Result<Option<OrderContract>, Fault> {
    let Some(ground) = &facts.contract else { return Ok(None) };
    let frame = ground.kind == ContractKind::Framework;
    Ok(Some(OrderContract {
        id: ground.id,
        number: ground.number.clone(),
        kind: ground.kind,
        signed_on: contract::load(connection, ground.id)?.signed_on,
        amount_fen: ground.limit,
        left_fen: frame.then(|| Money((ground.limit.0 - ground.called.0).max(0))),
        differences: departures(doc, facts),
    }))
}

/// Everything in which an order departs from its contract.
fn departures(doc: &OrderDoc, facts: &OrderFacts) -> Vec<Difference> {
    let found = Bargain::of_order(&doc.form, &doc.priced);
    facts.contract.as_ref().map(|ground| ground.bargain.differences(&found)).unwrap_or_default()
}

/// The number of the 发货单 for what is still to be sent; services are not sent, and a void order sends nothing.
fn open_note(connection: &Connection, record: &OrderRecord) -> Result<Option<String>, Fault> {
    let open = record.lines.iter().zip(&record.form.lines);
    let open =
        open.filter(|(line, form)| !form.service && form.quantity.unwrap_or_default() > line.delivered);
    if record.state == OrderState::Void || open.count() == 0 {
        return Ok(None);
    }
    let serial = delivery_note::next_serial(connection, record.id)?;
    Ok(Some(delivery_note_number(record.number.as_deref().unwrap_or_default(), serial)))
}

/// The rungs it goes through; before its first submission those it would go through now.
fn ladder(record: &OrderRecord, policy: &Policy) -> Vec<Level> {
    let before = record.state == OrderState::Draft && record.ladder.is_empty();
    if before { ladder_for(&policy.levels, record.priced.amount) } else { record.ladder.clone() }
}

/// The order's own contact, none when they are gone; without a choice, the customer's main contact.
pub fn contact(connection: &Connection, form: &OrderForm) -> Result<Option<Contact>, Fault> {
    let Some(id) = form.customer_id else { return Ok(None) };
    let contacts = customer::contacts(connection, id)?;
    Ok(match form.contact_id {
        None => contacts.first().cloned(),
        chosen => contacts.iter().find(|contact| contact.id == chosen).cloned(),
    })
}

fn lines(record: &OrderRecord) -> Vec<OrderLine> {
    let mut lines = Vec::with_capacity(record.lines.len());
    for (index, (kept, form)) in record.lines.iter().zip(&record.form.lines).enumerate() {
        let priced = record.priced.lines.get(index).copied().flatten();
        lines.push(OrderLine {
            id: kept.id,
            position: i64::try_from(index + 1).unwrap_or(i64::MAX),
            product_id: form.product_id,
            name: form.name.clone(),
            spec: form.spec.clone(),
            unit: form.unit.clone(),
            quantity_milli: form.quantity.unwrap_or_default(),
            price_micro: form.price.unwrap_or_default(),
            list_price_micro: form.list_price,
            discount: form.discount,
            waiver_fen: priced.map(|priced| priced.waiver).unwrap_or_default(),
            amount_fen: priced.map(|priced| priced.amount).unwrap_or_default(),
            tax_rate: form.tax_rate.unwrap_or_default(),
            customised: form.customised,
            service: form.service,
            promised_on: record.form.line_promise(form).map(|day| day.to_string()),
            delivered_milli: kept.delivered,
            delivered_on: kept.delivered_on.clone(),
        });
    }
    lines
}

/// What the core computes from a form.
pub fn computed(
    form: &OrderForm,
    priced: &Priced,
    language: Language,
    refusals: Vec<Refusal>,
) -> OrderComputed {
    let rates = priced.rates.iter();
    OrderComputed {
        line_fen: priced.lines.iter().map(|line| line.map(|line| line.amount)).collect(),
        before_waiver_fen: form.amount_before_waiver().unwrap_or_default(),
        roundings: ROUND_UNITS
            .into_iter()
            .filter_map(|unit_fen| Some(Rounding { unit_fen, waiver_fen: form.rounding_waiver(unit_fen)? }))
            .collect(),
        amount_fen: priced.amount,
        net_fen: priced.net,
        tax_fen: priced.tax,
        rates: rates
            .map(|sum| RateTotal { rate: sum.rate, gross_fen: sum.gross, net_fen: sum.net, tax_fen: sum.tax })
            .collect(),
        uppercase: uppercase(priced.amount),
        terms_sentence: terms_sentence(form, language),
        instalment_fen: instalment_amounts_half_up(&form.terms, priced.amount),
        differences: Vec::new(),
        contract_difference_fen: form.contract_amount.map(|amount| Money(priced.amount.0 - amount.0)),
        refusals,
    }
}

/// 元, 十元, 百元: what a total is rounded down to.
const ROUND_UNITS: [Money; 3] = [Money(100), Money(1_000), Money(10_000)];

/// The payment schedule as its sentence.
pub fn terms_sentence(form: &OrderForm, language: Language) -> String {
    match language {
        Language::Zh => sentence_zh(&form.terms),
        Language::En => sentence_en(&form.terms),
    }
}

/// What the core computes from a draft while it is typed, and everything that would stop a submission now.
///
/// # Errors
/// Field refusals, `AmountTooLarge`.
pub fn compute(app: &App, request: &OrderDraft) -> Result<OrderComputed, Fault> {
    let (actor, today) = (app.desk_person(), app.today());
    app.book()?.read(|connection| {
        let form = draft::form_of(connection, request)?;
        let before = request.id.map(|id| load(connection, id)).transpose()?;
        let creator = before.as_ref().map_or(actor, |before| before.creator_id);
        let mut doc = gather::doc_of_form(form, creator)?;
        doc.number = before.and_then(|before| before.number);
        doc.state = OrderState::Draft;
        let facts = gather::facts(app, connection, &doc, request.id, actor, today)?;
        let refusals = law::step(&doc, OrderAct::Submit, &facts).err().unwrap_or_default();
        let computed = computed(&doc.form, &doc.priced, setting::language(connection)?, refusals);
        Ok(OrderComputed { differences: departures(&doc, &facts), ..computed })
    })
}
