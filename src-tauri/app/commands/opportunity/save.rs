//! Beginning an opportunity, changing what was typed about it, and writing its solution (Q1).

use chengdan_domain::opportunity::law;
use chengdan_domain::opportunity::{OpportunityAct, OpportunityForm, SolutionForm};
use chengdan_domain::text::{clean_line, clean_text};
use rusqlite::Connection;

use super::gather::{self, Seen};
use super::show;
use crate::App;
use crate::commands::check::Check;
use crate::commands::order::draft::date;
use crate::fault::Fault;
use crate::store::history::Payload;
use crate::store::{Act, customer, history, opportunity, person};
use crate::views::opportunity::{OpportunityCard, OpportunityView, SolutionSave};

/// Begins an opportunity, or changes one.
///
/// # Errors
/// Field refusals, `CustomerMissing`, `PersonInactive`, `RoleMissing`, `OnlyOwner`, `WrongState`, `Stale`.
pub fn save(app: &App, request: OpportunityCard) -> Result<OpportunityView, Fault> {
    let me = app.person_id()?;
    let form = OpportunityForm {
        name: clean_line(&request.name),
        customer_id: request.customer_id,
        owner_id: request.owner_id,
        expected: request.expected_fen,
        expected_on: date(request.expected_on.as_deref())?,
    };
    let mut check = Check::default();
    check.line("name", &form.name, false, 200);
    let id = app.book()?.act(app.now(), Some(me), |act| {
        if let Some(id) = form.customer_id {
            customer::get(act.tx, id)?;
        }
        match request.id {
            None => begin(act, &form, &mut check),
            Some(id) => change(act, (id, request.version.unwrap_or(0)), &form, &mut check),
        }
    })?;
    app.changed();
    show::view(app, id)
}

fn begin(act: &Act, form: &OpportunityForm, check: &mut Check) -> Result<i64, Fault> {
    let facts = gather::facts(act.tx, None, act.actor)?;
    for reason in law::opening(form, &facts) {
        check.add(reason);
    }
    check.done()?;
    let id = opportunity::insert(act, form, None)?;
    history::record(act, "opportunity_create", "opportunity", id, &Payload::note(&form.name))?;
    Ok(id)
}

fn change(
    act: &Act,
    (id, version): (i64, i64),
    form: &OpportunityForm,
    check: &mut Check,
) -> Result<i64, Fault> {
    let mut seen = Seen::at(act, id, version)?;
    let before = std::mem::replace(&mut seen.record.doc.form, form.clone());
    if let Err(Fault::Refused { reasons }) = seen.step(OpportunityAct::Edit) {
        for reason in reasons {
            check.add(reason);
        }
    }
    check.done()?;
    if before == *form {
        return Ok(id);
    }
    opportunity::edit(act, &seen.record, form)?;
    let told = changes(act.tx, &before, form)?;
    history::record(act, "opportunity_save", "opportunity", id, &told)?;
    Ok(id)
}

/// What a change tells the history; people and customers by name.
fn changes(
    connection: &Connection,
    before: &OpportunityForm,
    after: &OpportunityForm,
) -> Result<Payload, Fault> {
    let day = |form: &OpportunityForm| form.expected_on.map(|day| day.to_string()).unwrap_or_default();
    let customer_name = |form: &OpportunityForm| match form.customer_id {
        Some(id) => Ok::<_, Fault>(customer::get(connection, id)?.name),
        None => Ok(String::new()),
    };
    Ok(Payload::default()
        .change("name", &before.name, &after.name)
        .change("customer", customer_name(before)?, customer_name(after)?)
        .change("owner", name_of(connection, before.owner_id)?, name_of(connection, after.owner_id)?)
        .change("expected_fen", before.expected.0, after.expected.0)
        .change("expected_on", day(before), day(after)))
}

fn name_of(connection: &Connection, id: Option<i64>) -> Result<String, Fault> {
    let brief = id.map(|id| person::brief(connection, id)).transpose()?.flatten();
    Ok(brief.map(|person| person.name).unwrap_or_default())
}

/// Writes the solution (Q1): configuration, service, plan, and who answers for it.
///
/// # Errors
/// Field refusals, `PersonInactive`, `OnlyOwner`, `RoleMissing`, `WrongState`, `Stale`.
pub fn solve(app: &App, request: SolutionSave) -> Result<OpportunityView, Fault> {
    let me = app.person_id()?;
    let form = SolutionForm {
        configuration: clean_text(&request.configuration),
        service: clean_text(&request.service),
        plan: clean_text(&request.plan),
        person_id: request.person_id,
    };
    Check::default()
        .lines("configuration", &form.configuration, 10_000)
        .lines("service", &form.service, 10_000)
        .lines("plan", &form.plan, 10_000)
        .done()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(act, request.id, request.version)?;
        seen.facts.solution = Some(form.clone());
        seen.step(OpportunityAct::Solve)?;
        let before = opportunity::solution(act.tx, request.id)?.map(|(form, _, _)| form).unwrap_or_default();
        if before == form {
            return Ok(());
        }
        opportunity::solve(act, &seen.record, &form)?;
        let told = Payload::default()
            .change("configuration", &before.configuration, &form.configuration)
            .change("service", &before.service, &form.service)
            .change("plan", &before.plan, &form.plan)
            .change("person_id", name_of(act.tx, before.person_id)?, name_of(act.tx, form.person_id)?);
        history::record(act, "solution_save", "opportunity", request.id, &told)
    })?;
    app.changed();
    show::view(app, request.id)
}
