//! How a lead ends (L6): it becomes a customer, is lost, invalid or the same as another one; and how it is taken up again.

use chengdan_domain::deadline::rules::Event;
use chengdan_domain::lead::{LeadAct, LeadForm};
use chengdan_domain::opportunity::OpportunityForm;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::{clean_line, clean_text, shorten};

use super::gather::Seen;
use super::show;
use crate::App;
use crate::clocks;
use crate::commands::check::Check;
use crate::fault::Fault;
use crate::store::history::Payload;
use crate::store::lead::{self, Standing, name_of};
use crate::store::{Act, customer, history, lead_contact, opportunity};
use crate::views::ByVersion;
use crate::views::customer::{Contact, CustomerCard};
use crate::views::lead::{LeadConvert, LeadEnd, LeadMerge, LeadView};

/// Becomes a customer: a new one with everything that is known, or one that is known already, who gets the contact when
/// it is new; and an opportunity, named by the need. Nothing is typed again; the follow-ups go along.
///
/// # Errors
/// `WrongState`, `OnlyOwner`, `RoleMissing`, `RowNotFound`, `Stale`.
pub fn convert(app: &App, request: LeadConvert) -> Result<LeadView, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(act, request.id, request.version)?;
        let state = seen.step(LeadAct::Convert)?;
        let form = &seen.record.doc.form;
        let customer_id = match request.customer_id.or(seen.record.customer_id) {
            Some(known) => meet(act, known, form)?,
            None => customer::save(act, &card_of(form, seen.record.doc.owner_id.or(Some(me))))?,
        };
        let standing = Standing { became_id: Some(customer_id), ..seen.record.standing(state) };
        lead::stand(act, &seen.record, &standing)?;
        clocks::hear(act, &seen.heard(act, Event::LeadConverted))?;
        let name = customer::get(act.tx, customer_id)?.name;
        open_deal(act, &seen, customer_id, &name)?;
        history::record(act, "lead_convert", "lead", request.id, &Payload::note(name))
    })?;
    app.changed();
    show::view(app, request.id)
}

/// The opportunity that a lead becomes: what is needed names it; what it may come to is not known yet.
fn open_deal(act: &Act, seen: &Seen, customer_id: i64, customer: &str) -> Result<(), Fault> {
    let need = seen.record.doc.form.need.lines().map(clean_line).find(|line| !line.is_empty());
    let form = OpportunityForm {
        name: need.map_or_else(|| customer.into(), |need| shorten(&need, DEAL_NAME)),
        customer_id: Some(customer_id),
        owner_id: seen.record.doc.owner_id.or(act.actor),
        ..OpportunityForm::default()
    };
    let id = opportunity::insert(act, &form, Some(seen.record.id))?;
    history::record(act, "opportunity_create", "opportunity", id, &Payload::note(&form.name))
}

/// The most characters of a need that name an opportunity.
const DEAL_NAME: usize = 60;

/// A lead as a new customer.
fn card_of(form: &LeadForm, owner_id: Option<i64>) -> CustomerCard {
    CustomerCard {
        name: name_of(form).into(),
        industry: form.industry.clone(),
        province: form.province.clone(),
        city: form.city.clone(),
        district: form.district.clone(),
        note: form.need.clone(),
        owner_id,
        contacts: vec![contact_of(form, true)],
        ..CustomerCard::default()
    }
}

/// Whoever was spoken to; where no name is known the company's stands for it, so that phone and WeChat are kept.
fn contact_of(form: &LeadForm, main: bool) -> Contact {
    let name = if form.contact.is_empty() { &form.customer } else { &form.contact };
    Contact {
        id: None,
        name: name.clone(),
        title: form.title.clone(),
        salutation: String::new(),
        phone: form.phone.clone(),
        wechat: form.wechat.clone(),
        email: form.email.clone(),
        main,
    }
}

/// A customer who is known gets the contact, unless one of that name is there.
fn meet(act: &Act, customer_id: i64, form: &LeadForm) -> Result<i64, Fault> {
    let mut card = customer::get(act.tx, customer_id)?;
    let known = card.contacts.iter().any(|one| one.name == form.contact);
    if form.contact.is_empty() || known {
        return Ok(customer_id);
    }
    let main = card.contacts.is_empty();
    card.contacts.push(contact_of(form, main));
    customer::save(act, &card)
}

/// Lost, with the reason.
///
/// # Errors
/// `ReasonMissing`, `WrongState`, `OnlyOwner`, `RoleMissing`, `Stale`.
pub fn lose(app: &App, request: LeadEnd) -> Result<LeadView, Fault> {
    ended(app, &request, LeadAct::Lose, "lead_lose")
}

/// Invalid, with the reason.
///
/// # Errors
/// `ReasonMissing`, `WrongState`, `OnlyOwner`, `RoleMissing`, `Stale`.
pub fn invalidate(app: &App, request: LeadEnd) -> Result<LeadView, Fault> {
    ended(app, &request, LeadAct::Invalidate, "lead_invalidate")
}

fn ended(app: &App, request: &LeadEnd, asked: LeadAct, name: &str) -> Result<LeadView, Fault> {
    let me = app.person_id()?;
    Check::default().lines("reason", &request.reason, 1_000).done()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(act, request.id, request.version)?;
        let reason = clean_text(&request.reason);
        seen.facts.reason.clone_from(&reason);
        let state = seen.step(asked)?;
        let told = Payload::note(&reason);
        lead::stand(act, &seen.record, &Standing { reason, ..seen.record.standing(state) })?;
        clocks::hear(act, &seen.heard(act, Event::LeadClosed))?;
        history::record(act, name, "lead", request.id, &told)
    })?;
    app.changed();
    show::view(app, request.id)
}

/// The same as another one, in which it lives on with its follow-ups.
///
/// # Errors
/// `FieldMissing` when it is itself, `WrongState` when the other one is closed, `OnlyOwner`, `RoleMissing`,
/// `RowNotFound`, `Stale`.
pub fn merge(app: &App, request: LeadMerge) -> Result<LeadView, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(act, request.id, request.version)?;
        if request.into_id == request.id {
            return Err(Refusal::FieldMissing { field: "into".into() }.into());
        }
        let into = lead::load(act.tx, request.into_id)?;
        seen.facts.into = Some((into.id, into.doc.state));
        let state = seen.step(LeadAct::Merge)?;
        let standing = Standing { merged_into: Some(into.id), ..seen.record.standing(state) };
        lead::stand(act, &seen.record, &standing)?;
        lead_contact::bring_up_to_date(act, into.id)?;
        clocks::hear(act, &seen.heard(act, Event::LeadClosed))?;
        history::record(act, "lead_merge", "lead", request.id, &Payload::note(&into.name))?;
        history::record(act, "lead_merge_in", "lead", into.id, &Payload::note(&seen.record.name))
    })?;
    app.changed();
    show::view(app, request.id)
}

/// Takes a lead up again that was lost, invalid or merged; it waits for its rating. What was merged takes its own
/// follow-ups back.
///
/// # Errors
/// `WrongState`, `RoleMissing`, `Stale`.
pub fn reopen(app: &App, request: ByVersion) -> Result<LeadView, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(act, request.id, request.version)?;
        let state = seen.step(LeadAct::Reopen)?;
        let standing = Standing {
            state,
            grade: None,
            owner_id: None,
            became_id: None,
            merged_into: None,
            reason: String::new(),
        };
        lead::stand(act, &seen.record, &standing)?;
        // What it was merged into may have been merged further.
        let mut above = seen.record.merged_into;
        while let Some(into) = above {
            lead_contact::bring_up_to_date(act, into)?;
            above = lead::load(act.tx, into)?.merged_into;
        }
        seen.record.doc.owner_id = None;
        clocks::hear(act, &seen.heard(act, Event::LeadRegistered))?;
        history::record(act, "lead_reopen", "lead", request.id, &Payload::default())
    })?;
    app.changed();
    show::view(app, request.id)
}
