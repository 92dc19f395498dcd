//! Lists of what a customer needs (N1): writing, mailing, the customer's confirmation, and the next revision. Each command:
//! open · gather · ask · write · show.

mod draft;
mod letter;
pub(super) mod show;

pub(super) use letter::example;
pub use letter::{paper, send};

use chengdan_domain::requirement::law::{self, RequirementFacts};
use chengdan_domain::requirement::{Confirmation, RequirementAct, RequirementForm, RequirementState};
use chengdan_domain::text::clean_line;

use crate::App;
use crate::commands::check::Check;
use crate::commands::opportunity::show as whole;
use crate::commands::order::draft::date;
use crate::fault::Fault;
use crate::store::history::Payload;
use crate::store::opportunity::{self, OpportunityRecord};
use crate::store::requirement::{self, RequirementRecord};
use crate::store::{Act, file, history};
use crate::views::ByVersion;
use crate::views::opportunity::OpportunityView;
use crate::views::requirement::{RequirementConfirm, RequirementDraft};

/// A revision as an act finds it: at the version the page saw, with its deal and the facts of the law.
struct Seen {
    record: RequirementRecord,
    deal: OpportunityRecord,
    facts: RequirementFacts,
}

impl Seen {
    fn at(act: &Act, id: i64, version: i64) -> Result<Seen, Fault> {
        let record = requirement::load(act.tx, id)?;
        if record.version != version {
            return Err(Fault::Stale { what: "requirement".into() });
        }
        let deal = opportunity::load(act.tx, record.opportunity_id)?;
        let facts = show::facts(act.tx, &deal, act.actor, act.today())?;
        Ok(Seen { record, deal, facts })
    }

    fn step(&self, act: RequirementAct) -> Result<RequirementState, Fault> {
        law::step(&self.record.doc, act, &self.facts).map_err(|reasons| Fault::Refused { reasons })
    }

    /// `XQ202611-001 V1`, as people call it.
    fn name(&self) -> String {
        format!("{} V{}", self.record.number, self.record.doc.revision)
    }
}

/// Begins the list of a deal, or changes a revision that is a draft.
///
/// # Errors
/// Field refusals, `FieldNotPositive`, `OpportunityClosed`, `OnlyOwner`, `WrongState`, `Stale`.
pub fn save(app: &App, request: RequirementDraft) -> Result<OpportunityView, Fault> {
    let me = app.person_id()?;
    let (form, mut check) = draft::form_of(&request)?;
    let id = request.opportunity_id;
    app.book()?.act(app.now(), Some(me), |act| {
        draft::insist_on_neighbours(act.tx, id, &form)?;
        match request.id {
            None => begin(act, id, &form, &mut check),
            Some(revision) => change(act, (revision, request.version.unwrap_or(0)), &form, &mut check),
        }
    })?;
    app.changed();
    whole::view(app, id)
}

fn begin(act: &Act, id: i64, form: &RequirementForm, check: &mut Check) -> Result<(), Fault> {
    let deal = opportunity::load(act.tx, id)?;
    let facts = show::facts(act.tx, &deal, act.actor, act.today())?;
    // There is one list of a deal; whoever comes second finds the first one's.
    if facts.newest > 0 {
        return Err(Fault::Stale { what: "requirement".into() });
    }
    for reason in law::beginning(form, &facts) {
        check.add(reason);
    }
    check.done()?;
    let revision = requirement::insert(act, id, form)?;
    let begun = requirement::load(act.tx, revision)?;
    let told = draft::changes(act.tx, &RequirementForm::default(), form)?;
    let told = Payload { note: format!("{} V{}", begun.number, begun.doc.revision), ..told };
    history::record(act, "requirement_create", "opportunity", id, &told)
}

fn change(
    act: &Act,
    (id, version): (i64, i64),
    form: &RequirementForm,
    check: &mut Check,
) -> Result<(), Fault> {
    let mut seen = Seen::at(act, id, version)?;
    let before = std::mem::replace(&mut seen.record.doc.form, form.clone());
    if let Err(Fault::Refused { reasons }) = seen.step(RequirementAct::Edit) {
        for reason in reasons {
            check.add(reason);
        }
    }
    check.done()?;
    if before == *form {
        return Ok(());
    }
    requirement::edit(act, &seen.record, form)?;
    let told = Payload { note: seen.name(), ..draft::changes(act.tx, &before, form)? };
    history::record(act, "requirement_save", "opportunity", seen.deal.id, &told)
}

/// The customer's confirmation (N1): who, when, how, with what proves it. The revision that held before gives way.
///
/// # Errors
/// `NoLines`, `LineFieldMissing`, `FieldMissing`, `ConfirmedInFuture`, `ConfirmationUnproved`, `OpportunityClosed`, `OnlyOwner`,
/// `WrongState`, `Stale`.
pub fn confirm(app: &App, request: RequirementConfirm) -> Result<OpportunityView, Fault> {
    let me = app.person_id()?;
    let word = Confirmation {
        by: clean_line(&request.confirmed_by),
        on: date(request.confirmed_on.as_deref())?,
        how: request.confirmed_how,
        evidence: request.evidence.clone().filter(|sha256| !sha256.is_empty()),
    };
    Check::default().line("confirmed_by", &word.by, false, 60).done()?;
    let id = app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(act, request.id, request.version)?;
        seen.facts.evidence_is_kept = match &word.evidence {
            Some(sha256) => file::describe(act.tx, sha256)?.is_some(),
            None => false,
        };
        seen.facts.confirmation = Some(word.clone());
        let state = seen.step(RequirementAct::Confirm)?;
        let held = requirement::confirmed(act.tx, seen.deal.id)?;
        requirement::confirm(act, &seen.record, state, &word)?;
        letter::keep_wording(act, request.id)?;
        if let Some(held) = held {
            give_way(act, held)?;
        }
        let told = Payload::note(seen.name())
            .change("confirmed_by", "", &word.by)
            .change("confirmed_on", "", word.on.map(|day| day.to_string()).unwrap_or_default())
            .change("confirmed_how", "", requirement::how_text(word.how));
        history::record(act, "requirement_confirm", "opportunity", seen.deal.id, &told)?;
        Ok(seen.deal.id)
    })?;
    app.changed();
    whole::view(app, id)
}

fn give_way(act: &Act, id: i64) -> Result<(), Fault> {
    let version = requirement::load(act.tx, id)?.version;
    let seen = Seen::at(act, id, version)?;
    let state = seen.step(RequirementAct::Supersede)?;
    requirement::stand(act, &seen.record, state)
}

/// Begins the next revision with the lines of the one that holds.
///
/// # Errors
/// `RevisionBegun`, `OpportunityClosed`, `OnlyOwner`, `WrongState`, `Stale`.
pub fn revise(app: &App, request: ByVersion) -> Result<OpportunityView, Fault> {
    let me = app.person_id()?;
    let id = app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(act, request.id, request.version)?;
        seen.step(RequirementAct::Revise)?;
        requirement::touch(act, &seen.record)?;
        let next = requirement::insert(act, seen.deal.id, &seen.record.doc.form)?;
        let next = requirement::load(act.tx, next)?;
        let told = Payload::note(format!("{} V{}", next.number, next.doc.revision));
        history::record(act, "requirement_revise", "opportunity", seen.deal.id, &told)?;
        Ok(seen.deal.id)
    })?;
    app.changed();
    whole::view(app, id)
}
