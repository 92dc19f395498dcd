//! Leads (L1–L6): list, form, rating, assignment, follow-ups, and how they end. Each command: open · gather · ask · write ·
//! show.

mod act;
mod board;
mod end;
pub(super) mod gather;
mod save;
mod show;

pub use act::{assign, follow, rate};
pub use board::board;
pub use end::{convert, invalidate, lose, merge, reopen};
pub use save::save;

use chengdan_domain::lead::Grade;
use chengdan_domain::lead::proposal::{Seller, propose};
use chengdan_domain::people::Role;

use crate::App;
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::store::{lead, lead_contact, lead_list, person, setting};
use crate::views::lead::*;
use crate::views::{ById, Nothing};

/// A page of the list.
///
/// # Errors
/// Malformed, when the cursor is not one of ours.
pub fn list(app: &App, request: LeadListAsk) -> Result<LeadPage, Fault> {
    let now = instant_text(app.now());
    app.book()?.read(|connection| lead_list::page(connection, &request, &now))
}

/// Counts of what is filtered.
///
/// # Errors
/// `NoBook`.
pub fn totals(app: &App, request: LeadFilter) -> Result<LeadTotals, Fault> {
    let now = instant_text(app.now());
    app.book()?.count(|connection| lead_list::totals(connection, &request, &now))
}

/// A lead, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn view(app: &App, request: ById) -> Result<LeadView, Fault> {
    show::view(app, request.id)
}

/// Who looks like the lead being typed, among leads and customers (L6).
///
/// # Errors
/// `NoBook`.
pub fn similar(app: &App, request: LeadLikeAsk) -> Result<Vec<LeadLike>, Fault> {
    app.book()?.read(|connection| lead_contact::similar(connection, &request))
}

/// Every lead that waits for its rating (L2), the oldest first; at most two hundred.
///
/// # Errors
/// `NoBook`.
pub fn unrated(app: &App, _request: Nothing) -> Result<Vec<LeadView>, Fault> {
    let me = app.desk_person();
    app.book()?.read(|connection| {
        let ids = lead_contact::unrated(connection)?;
        ids.into_iter().map(|id| show::read(app, connection, id, me)).collect()
    })
}

/// Who a lead is proposed to (L3), the best first.
///
/// # Errors
/// `RowNotFound`.
pub fn proposals(app: &App, request: ById) -> Result<Vec<LeadProposal>, Fault> {
    app.book()?.read(|connection| {
        let record = lead::load(connection, request.id)?;
        let form = &record.doc.form;
        let in_hand = lead_contact::in_hand(connection)?;
        let most = setting::policy(connection)?.most_leads;
        let known = lead_contact::known_owner(connection, record.customer_id, &form.customer)?;
        let people = person::all(connection)?.into_iter();
        let sellers: Vec<Seller> = people
            .filter(|who| who.active && who.roles.contains(&Role::SalesRep))
            .map(|who| Seller {
                id: who.id,
                name: who.name,
                senior: who.senior,
                regions: who.region,
                industries: who.industries.join("、"),
                in_hand: in_hand.get(&who.id).copied().unwrap_or_default(),
                most,
                owns_customer: known == Some(who.id),
            })
            .collect();
        let region = if form.province.is_empty() { &form.city } else { &form.province };
        let proposed = propose(record.doc.grade.unwrap_or(Grade::C), region, &form.industry, &sellers);
        let view = |proposal: chengdan_domain::lead::proposal::Proposal| {
            let seller = sellers.iter().find(|seller| seller.id == proposal.person_id)?;
            Some(LeadProposal {
                person_id: seller.id,
                name: seller.name.clone(),
                in_hand: seller.in_hand,
                reasons: proposal.reasons,
            })
        };
        Ok(proposed.into_iter().filter_map(view).collect())
    })
}
