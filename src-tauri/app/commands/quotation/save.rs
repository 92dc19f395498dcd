//! Saving what was typed: a new quotation of an opportunity, or its current version.

use chengdan_domain::opportunity::OpportunityState;
use chengdan_domain::order::law::SALES;
use chengdan_domain::quotation::{QuotationAct, QuotationForm};
use chengdan_domain::refusal::Refusal;

use super::draft;
use super::gather::Seen;
use super::show;
use crate::App;
use crate::commands::person::require;
use crate::fault::Fault;
use crate::store::quotation::{self, changes::changes};
use crate::store::{Act, history, opportunity};
use crate::views::quotation::{QuotationDraft, QuotationView};

/// Saves a quotation: a new one draws its number, otherwise the current version changes.
///
/// # Errors
/// Field refusals, `QuotationFrozen`, `ContentLocked`, `OpportunityClosed`, `OnlyAuthor`, `RoleMissing`, `Stale`.
pub fn save(app: &App, request: QuotationDraft) -> Result<QuotationView, Fault> {
    let me = app.person_id()?;
    if request.id.is_none() {
        require(app, &SALES)?;
    }
    let id = app.book()?.act(app.now(), Some(me), |act| match request.id {
        None => begin(act, &request),
        Some(id) => edit(app, act, id, &request),
    })?;
    app.changed();
    show::view(app, id)
}

fn begin(act: &Act, request: &QuotationDraft) -> Result<i64, Fault> {
    let deal = opportunity::load(act.tx, request.opportunity_id)?;
    if deal.doc.state != OpportunityState::Open {
        return Err(Refusal::OpportunityClosed { number: deal.number }.into());
    }
    let customer_id = deal.doc.form.customer_id.ok_or(Refusal::CustomerMissing)?;
    let needs = quotation::needs_of(act.tx, deal.id)?.map(|needs| needs.id);
    let mut form = draft::form_of(act.tx, request, needs)?;
    form.owner_id = draft::owner_of(&form, &deal, act.actor);
    let id = quotation::insert(act, deal.id, (customer_id, &deal.customer), &form)?;
    opportunity::restage(act, deal.id)?;
    let told = changes(act.tx, customer_id, &QuotationForm::default(), &form)?;
    history::record(
        act,
        "quotation_create",
        "quotation",
        id,
        &history::Payload { note: deal.number, ..told },
    )?;
    Ok(id)
}

fn edit(app: &App, act: &Act, id: i64, request: &QuotationDraft) -> Result<i64, Fault> {
    let seen = Seen::at(app, act, id, request.version.unwrap_or(0))?;
    seen.step(QuotationAct::Edit)?;
    let needs = quotation::needs_of(act.tx, seen.record.opportunity_id)?.map(|needs| needs.id);
    let form = draft::form_of(act.tx, request, needs)?;
    if quotation::save_form(act, &seen.record, &form)? {
        opportunity::restage(act, seen.record.opportunity_id)?;
        let told = changes(act.tx, seen.record.customer_id, &seen.doc.form, &form)?;
        history::record(act, "quotation_save", "quotation", id, &told)?;
    }
    Ok(id)
}
