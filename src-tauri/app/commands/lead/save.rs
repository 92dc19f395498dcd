//! Registering a lead (L1) and changing what was typed.

use chengdan_domain::deadline::rules::Event;
use chengdan_domain::lead::law::{self, LeadDoc};
use chengdan_domain::lead::{LeadAct, LeadForm, LeadState};
use chengdan_domain::text::{clean_line, clean_text};
use chrono::{DateTime, Utc};

use super::gather::{self, Seen};
use super::show;
use crate::App;
use crate::clocks::{self, Heard};
use crate::commands::check::Check;
use crate::fault::Fault;
use crate::store::history::Payload;
use crate::store::lead::source_text;
use crate::store::{Act, customer, history, lead};
use crate::views::deadline::ClockOf;
use crate::views::lead::{LeadCard, LeadView};

/// Registers a lead, or changes one (L1). Duplicates are warned of while typing, not refused (L6).
///
/// # Errors
/// Field refusals, `NoWayOfContact`, `ReceivedInFuture`, `ReceivedAfterRegistration`, `RoleMissing`, `OnlyOwner`,
/// `WrongState`, `Stale`.
pub fn save(app: &App, request: LeadCard) -> Result<LeadView, Fault> {
    let me = app.person_id()?;
    let mut check = checked(&request);
    let given = gather::instant(request.received_at.as_deref())?;
    let id = app.book()?.act(app.now(), Some(me), |act| {
        if let Some(id) = request.customer_id {
            customer::get(act.tx, id)?;
        }
        match request.id {
            None => register(act, &request, &mut check, given),
            Some(id) => change(act, id, &request, &mut check, given),
        }
    })?;
    app.changed();
    show::view(app, id)
}

fn register(
    act: &Act,
    request: &LeadCard,
    check: &mut Check,
    given: Option<DateTime<Utc>>,
) -> Result<i64, Fault> {
    let form = form_of(request, given.unwrap_or(act.now));
    let facts = gather::facts(act.tx, act.actor, act.now)?;
    let doc = LeadDoc { state: LeadState::New, form, registered_at: act.now, grade: None, owner_id: None };
    for reason in law::registration(&doc, &facts) {
        check.add(reason);
    }
    check.done()?;
    let id = lead::insert(act, &doc.form, request.customer_id)?;
    let heard = Heard::now(act, Event::LeadRegistered, ClockOf::Lead, id);
    clocks::hear(act, &Heard { source: source_text(doc.form.source).into(), ..heard })?;
    history::record(act, "lead_create", "lead", id, &Payload::note(lead::name_of(&doc.form)))?;
    Ok(id)
}

fn change(
    act: &Act,
    id: i64,
    request: &LeadCard,
    check: &mut Check,
    given: Option<DateTime<Utc>>,
) -> Result<i64, Fault> {
    let mut seen = Seen::at(act, id, request.version.unwrap_or(0))?;
    let before = seen.record.doc.form.clone();
    let after = form_of(request, given.unwrap_or(before.received_at));
    seen.record.doc.form = after.clone();
    if let Err(Fault::Refused { reasons }) = seen.step(LeadAct::Edit) {
        for reason in reasons {
            check.add(reason);
        }
    }
    check.done()?;
    if before == after && seen.record.customer_id == request.customer_id {
        return Ok(id);
    }
    lead::edit(act, &seen.record, &after, request.customer_id)?;
    history::record(act, "lead_save", "lead", id, &changes(&before, &after))?;
    Ok(id)
}

/// What was typed, with pasted line breaks and blanks taken out.
fn form_of(card: &LeadCard, received_at: DateTime<Utc>) -> LeadForm {
    LeadForm {
        customer: clean_line(&card.customer),
        contact: clean_line(&card.contact),
        title: clean_line(&card.title),
        phone: clean_line(&card.phone),
        wechat: clean_line(&card.wechat),
        email: card.email.trim().to_string(),
        industry: clean_line(&card.industry),
        province: clean_line(&card.province),
        city: clean_line(&card.city),
        district: clean_line(&card.district),
        source: card.source,
        source_note: clean_line(&card.source_note),
        need: clean_text(&card.need),
        received_at,
    }
}

/// Lengths and shapes; whether an e-mail is one the law says.
fn checked(card: &LeadCard) -> Check {
    let mut check = Check::default();
    check
        .line("customer", &clean_line(&card.customer), false, 200)
        .line("contact", &clean_line(&card.contact), false, 60)
        .line("title", &clean_line(&card.title), false, 60)
        .line("phone", &clean_line(&card.phone), false, 60)
        .phone("phone", card.phone.trim())
        .line("wechat", &clean_line(&card.wechat), false, 60)
        .line("email", card.email.trim(), false, 254)
        .line("industry", &clean_line(&card.industry), false, 60)
        .line("province", &clean_line(&card.province), false, 60)
        .line("city", &clean_line(&card.city), false, 60)
        .line("district", &clean_line(&card.district), false, 60)
        .line("source_note", &clean_line(&card.source_note), false, 200)
        .lines("need", &card.need, 10_000);
    check
}

/// What a change tells the history.
fn changes(before: &LeadForm, after: &LeadForm) -> Payload {
    let at = crate::clock::instant_text;
    Payload::default()
        .change("customer", &before.customer, &after.customer)
        .change("contact", &before.contact, &after.contact)
        .change("title", &before.title, &after.title)
        .change("phone", &before.phone, &after.phone)
        .change("wechat", &before.wechat, &after.wechat)
        .change("email", &before.email, &after.email)
        .change("industry", &before.industry, &after.industry)
        .change("province", &before.province, &after.province)
        .change("city", &before.city, &after.city)
        .change("district", &before.district, &after.district)
        .change("source", source_text(before.source), source_text(after.source))
        .change("source_note", &before.source_note, &after.source_note)
        .change("need", &before.need, &after.need)
        .change("received_at", at(before.received_at), at(after.received_at))
}
