//! Opportunities: list, board, form, solution (Q1), and how a deal ends. Each command: open · gather · ask · write · show.

pub(super) mod gather;
mod save;
pub(super) mod show;

pub use save::{save, solve};

use chengdan_domain::opportunity::OpportunityAct;
use chengdan_domain::text::{clean_line, clean_text};

use self::gather::Seen;
use crate::App;
use crate::commands::check::Check;
use crate::fault::Fault;
use crate::store::history::Payload;
use crate::store::{Act, history, opportunity, opportunity_list};
use crate::views::opportunity::*;
use crate::views::{ById, ByVersion};

/// A page of the list.
///
/// # Errors
/// Malformed, when the cursor is not one of ours or a day is no date.
pub fn list(app: &App, request: OpportunityListAsk) -> Result<OpportunityPage, Fault> {
    app.book()?.read(|connection| opportunity_list::page(connection, &request))
}

/// Counts and amounts of what is filtered.
///
/// # Errors
/// Malformed, when a day is no date; `NoBook`.
pub fn totals(app: &App, request: OpportunityFilter) -> Result<OpportunityTotals, Fault> {
    app.book()?.count(|connection| opportunity_list::totals(connection, &request))
}

/// The opportunities that are filtered, stage by stage.
///
/// # Errors
/// Malformed, when a day is no date; `NoBook`.
pub fn board(app: &App, request: OpportunityFilter) -> Result<OpportunityBoard, Fault> {
    let columns = app.book()?.read(|connection| opportunity_list::board(connection, &request))?;
    Ok(OpportunityBoard { columns })
}

/// An opportunity, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn view(app: &App, request: ById) -> Result<OpportunityView, Fault> {
    show::view(app, request.id)
}

/// Lost, with the reason and, where it is known, to whom.
///
/// # Errors
/// `ReasonMissing`, `ContractStands`, `QuotationWaits`, `WrongState`, `OnlyOwner`, `Stale`.
pub fn lose(app: &App, request: OpportunityLose) -> Result<OpportunityView, Fault> {
    let me = app.person_id()?;
    let winner = clean_line(&request.winner);
    Check::default().lines("reason", &request.reason, 1_000).line("winner", &winner, false, 200).done()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(act, request.id, request.version)?;
        close_as_lost(act, seen, &clean_text(&request.reason), &winner)
    })?;
    app.changed();
    show::view(app, request.id)
}

/// Closes a deal as lost inside an act, its own or that of its last quotation (K2: once).
///
/// # Errors
/// `ReasonMissing`, `ContractStands`, `QuotationWaits`, `WrongState`, `OnlyOwner`, `Stale`.
pub(super) fn close_as_lost(act: &Act, mut seen: Seen, reason: &str, winner: &str) -> Result<(), Fault> {
    seen.facts.reason = reason.into();
    let state = seen.step(OpportunityAct::Lose)?;
    opportunity::stand(act, &seen.record, state, reason, winner)?;
    let told = Payload::note(reason).change("winner", "", winner);
    history::record(act, "opportunity_lose", "opportunity", seen.record.id, &told)
}

/// Takes a lost deal up again.
///
/// # Errors
/// `WrongState`, `OnlyOwner`, `Stale`.
pub fn reopen(app: &App, request: ByVersion) -> Result<OpportunityView, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(act, request.id, request.version)?;
        let state = seen.step(OpportunityAct::Reopen)?;
        opportunity::stand(act, &seen.record, state, "", "")?;
        history::record(act, "opportunity_reopen", "opportunity", request.id, &Payload::default())
    })?;
    app.changed();
    show::view(app, request.id)
}
