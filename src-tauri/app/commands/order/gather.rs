//! What the law of an order judges by, gathered from the book.

use chengdan_domain::approval::{Member, Rules};
use chengdan_domain::money::Money;
use chengdan_domain::order::OrderState;
use chengdan_domain::order::form::OrderForm;
use chengdan_domain::order::law::{OrderDoc, OrderFacts, PaperFacts};
use chengdan_domain::text::is_email;
use chrono::NaiveDate;
use rusqlite::Connection;

use super::letter;
use crate::App;
use crate::fault::Fault;
use crate::store::contract::ground::for_order;
use crate::store::order::{OrderRecord, date_of};
use crate::store::{approval, setting};
use crate::views::setting::{Company, Policy};

/// An order as the law sees it.
pub fn doc(record: &OrderRecord) -> OrderDoc {
    OrderDoc {
        number: record.number.clone(),
        state: record.state,
        round: record.round,
        level: record.level,
        ladder: record.ladder.clone(),
        creator_id: record.creator_id,
        form: record.form.clone(),
        priced: record.priced.clone(),
        content_hash: record.content_hash.clone(),
        approved_hash: record.approved_hash.clone(),
        approved_on: date_of(record.approved_on.clone()),
        delivered: record.lines.iter().map(|line| line.delivered).collect(),
        sent_back_level: record.sent_back_level,
        sent_back_hash: record.sent_back_hash.clone(),
    }
}

/// A form that is not in the book yet, as the law sees it.
///
/// # Errors
/// `AmountTooLarge`.
pub fn doc_of_form(form: OrderForm, creator_id: Option<i64>) -> Result<OrderDoc, Fault> {
    Ok(OrderDoc {
        number: None,
        state: OrderState::Draft,
        round: 0,
        level: 0,
        ladder: Vec::new(),
        creator_id,
        priced: form.priced()?,
        form,
        content_hash: String::new(),
        approved_hash: String::new(),
        approved_on: None,
        delivered: Vec::new(),
        sent_back_level: 0,
        sent_back_hash: String::new(),
    })
}

/// The facts for an act of `actor_id` (none: nobody at the desk) on an order.
pub fn facts(
    app: &App,
    connection: &Connection,
    doc: &OrderDoc,
    id: Option<i64>,
    actor_id: Option<i64>,
    today: NaiveDate,
) -> Result<OrderFacts, Fault> {
    let people = approval::members(connection)?;
    let nobody = || Member { id: 0, name: String::new(), roles: Vec::new(), active: false };
    let actor = people.iter().find(|who| Some(who.id) == actor_id).cloned().unwrap_or_else(nobody);
    let policy = setting::policy(connection)?;
    let granted = match id {
        Some(id) if doc.state == OrderState::InApproval => {
            approval::granted(connection, id, doc.round, doc.level)?
        }
        // What stands when the round goes on at the rung that refused.
        Some(id) if doc.state == OrderState::SentBack => {
            approval::granted(connection, id, doc.round, doc.sent_back_level)?
        }
        _ => Vec::new(),
    };
    // Only what goes into approval is looked at with the printer's eyes.
    let paper = match doc.state {
        OrderState::Draft | OrderState::SentBack => paper(app, connection, doc, today)?,
        _ => PaperFacts::default(),
    };
    Ok(OrderFacts {
        actor,
        today,
        people,
        rules: rules(&policy),
        granted,
        hand: None,
        note: String::new(),
        asking: false,
        paper,
        contract: doc.form.contract_id.map(|ground| for_order(connection, ground, id)).transpose()?,
        deliveries: Vec::new(),
    })
}

/// The company's rules as the ladder knows them.
pub fn rules(policy: &Policy) -> Rules {
    Rules {
        levels: policy.levels.clone(),
        single_person: policy.single_person,
        must_sign_in: policy.must_sign_in,
        evidence_from: Money(policy.evidence_from_fen),
        resubmit_at_refusing_level: policy.resubmit_at_refusing_level,
    }
}

fn paper(app: &App, connection: &Connection, doc: &OrderDoc, today: NaiveDate) -> Result<PaperFacts, Fault> {
    let facts = letter::facts(connection, doc, false, today)?;
    Ok(PaperFacts {
        company_missing: lacking(&setting::company(connection)?),
        glyphs_missing: app.press()?.missing_glyphs(&facts.texts()),
        email: facts.customer.email,
        owner_email: facts.manager.email,
        sender_known: setting::sender(connection).is_ok_and(|from| is_email(&from.address)),
    })
}

/// What a letterhead and a bank block cannot do without.
pub(in crate::commands) fn lacking(company: &Company) -> Vec<String> {
    let fields = [
        ("name", &company.name),
        ("tax_number", &company.tax_number),
        ("address", &company.address),
        ("phone", &company.phone),
        ("bank_name", &company.bank_name),
        ("bank_account", &company.bank_account),
    ];
    fields.into_iter().filter(|(_, text)| text.trim().is_empty()).map(|(field, _)| field.into()).collect()
}
