//! Contracts (C1): list, form, review, signature, and the order that is made of them. Each command: open · gather · ask ·
//! write · show.

mod act;
mod draft;
pub(super) mod gather;
mod make;
mod paper;
mod show;
mod waiting;

pub use act::{annul, review, sign, submit, withdraw};
pub use make::{from_quotation, order, supplement};
pub use paper::paper;
pub use waiting::waiting;
pub(super) use waiting::{count_waiting, refusals_of_review, reviewers};

use chengdan_domain::contract::ContractAct;
use chengdan_domain::contract::law::SALES;

use super::person::require;
use crate::App;
use crate::fault::Fault;
use crate::store::history::{self, Payload};
use crate::store::{contract, opportunity};
use crate::views::ById;
use crate::views::contract::*;
use gather::Seen;

/// A page of the list.
///
/// # Errors
/// Malformed, when the cursor is not one of ours.
pub fn list(app: &App, request: ContractListAsk) -> Result<ContractPage, Fault> {
    app.book()?.read(|connection| contract::list::page(connection, &request))
}

/// Count and sum of what is filtered.
///
/// # Errors
/// Malformed, when a day is no date.
pub fn totals(app: &App, request: ContractFilter) -> Result<ContractTotals, Fault> {
    app.book()?.count(|connection| contract::list::totals(connection, &request))
}

/// A contract, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn view(app: &App, request: ById) -> Result<ContractView, Fault> {
    show::view(app, request.id)
}

/// What the core computes from a contract while it is typed, and everything that would stop its submission now.
///
/// # Errors
/// Field refusals, `AmountTooLarge`.
pub fn compute(app: &App, request: ContractDraft) -> Result<ContractComputed, Fault> {
    show::compute(app, &request)
}

/// Saves a draft, or a contract that legal gave back. A new one begins with the standard clauses unless it brings its own.
///
/// # Errors
/// Field refusals, `CustomerMissing`, `ContentLocked`, `ContractSigned`, `OnlyAuthor`, `RoleMissing`, `Stale`.
pub fn save(app: &App, mut request: ContractDraft) -> Result<ContractView, Fault> {
    let me = app.person_id()?;
    if request.id.is_none() {
        require(app, &SALES)?;
        request.owner_id = request.owner_id.or(Some(me));
    }
    let id = app.book()?.act(app.now(), Some(me), |act| {
        let Some(id) = request.id else {
            let mut form = draft::form_of(act.tx, &request, None)?;
            if form.clauses.is_empty() {
                form.clauses = make::standard_clauses(act.tx, form.kind)?;
            }
            return make::begin(act, &form, "contract_create", "");
        };
        let seen = Seen::at(app, act, id, request.version.unwrap_or(0))?;
        seen.step(ContractAct::Edit)?;
        let form = draft::form_of(act.tx, &request, Some(&seen.record))?;
        if form == seen.record.doc.form {
            return Ok(id);
        }
        contract::save_form(act, Some(&seen.record), &form)?;
        if let Some(deal) = form.opportunity_id {
            opportunity::restage(act, deal)?;
        }
        let told = match seen.record.doc.number {
            // A draft saves itself every few seconds; what counts is what was submitted.
            None if history::is_sitting(act, "contract", id, &["contract_create", "contract_save"])? => {
                return Ok(id);
            }
            None => Payload::default(),
            Some(_) => draft::changes(&seen.record.doc.form, &form)?,
        };
        history::record(act, "contract_save", "contract", id, &told)?;
        Ok(id)
    })?;
    app.changed();
    show::view(app, id)
}
