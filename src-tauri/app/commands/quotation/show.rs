//! A quotation as the page shows it, whole: versions side by side, figures, acts with their reasons, neighbours.

use chengdan_domain::contract::law as contract_law;
use chengdan_domain::opportunity::{OpportunityAct, OpportunityState, law as opportunity_law};
use chengdan_domain::order::form::OrderForm;
use chengdan_domain::quotation::law;
use chengdan_domain::quotation::law::QuotationDoc;
use chengdan_domain::quotation::margin::{Limits, Margin, concerns, in_total, is_unknown, of_lines};
use chengdan_domain::quotation::versions::align;
use chengdan_domain::quotation::{QuotationAct, QuotationForm, QuotationLine, QuotationState};
use chengdan_domain::refusal::Refusal;
use rusqlite::Connection;

use super::{draft, gather};
use crate::App;
use crate::commands::opportunity::gather as opportunity_gather;
use crate::commands::order::letter::addressee;
use crate::commands::order::show::computed;
use crate::fault::Fault;
use crate::store::opportunity::OpportunityRecord;
use crate::store::quotation::{self, QuotationRecord, VersionRecord};
use crate::store::{approval, customer, deadline, opportunity, outbox_list, person, setting};
use crate::views::DocumentKind;
use crate::views::deadline::ClockOf;
use crate::views::quotation::*;

/// A quotation, whole, for whoever is at the desk.
///
/// # Errors
/// `RowNotFound`.
pub fn view(app: &App, id: i64) -> Result<QuotationView, Fault> {
    let actor = app.desk_person();
    app.book()?.read(|connection| {
        let record = quotation::load(connection, id)?;
        let doc = record.doc()?;
        let facts = gather::facts(app, connection, &doc, record.opportunity_id, actor)?;
        let acts = law::buttons(&doc, &facts).into_iter();
        let acts: Vec<QuotationMay> = acts.map(|(act, refusals)| QuotationMay { act, refusals }).collect();
        whole(connection, &record, &doc, acts, facts.limits, actor)
    })
}

fn whole(
    connection: &Connection,
    record: &QuotationRecord,
    doc: &QuotationDoc,
    acts: Vec<QuotationMay>,
    limits: Limits,
    actor: Option<i64>,
) -> Result<QuotationView, Fault> {
    let deal = opportunity::load(connection, record.opportunity_id)?;
    let name = |id: Option<i64>| -> Result<String, Fault> {
        let brief = id.map(|id| person::brief(connection, id)).transpose()?.flatten();
        Ok(brief.map(|who| who.name).unwrap_or_default())
    };
    let to = addressee(connection, record.customer_id, &record.customer_name, doc.form.contact_id)?;
    let submit = acts.iter().find(|may| may.act == QuotationAct::Submit);
    let stops = submit.map(|may| may.refusals.clone()).unwrap_or_default();
    let last = record.versions.len().saturating_sub(1);
    let mut versions = Vec::with_capacity(record.versions.len());
    for (index, version) in record.versions.iter().enumerate() {
        let refusals = if index == last { stops.clone() } else { Vec::new() };
        versions.push(version_view(connection, record, version, limits, refusals)?);
    }
    let lines: Vec<&[QuotationLine]> =
        record.versions.iter().map(|version| version.form.lines.as_slice()).collect();
    let number = |index: Option<usize>| index.and_then(|index| i64::try_from(index).ok());
    let rows = align(&lines).into_iter().map(|row| row.into_iter().map(number).collect());
    let of = (DocumentKind::Quotation, record.id);
    let contract = quotation::contract_of(connection, record.id)?;
    let to_be_made = doc.state == QuotationState::Accepted && contract.is_none();
    let lost = (deal.doc.state == OpportunityState::Lost).then_some(deal.number.as_str());
    let contract_refusals = if to_be_made { contract_law::opening(lost) } else { Vec::new() };
    let deal_end = deal_end(connection, record.id, &deal, actor)?;
    Ok(QuotationView {
        id: record.id,
        version: record.version,
        number: record.number.clone(),
        state: doc.state,
        revision: record.current()?.revision,
        opportunity_id: record.opportunity_id,
        opportunity_number: deal.number,
        opportunity_name: deal.doc.form.name,
        customer_id: record.customer_id,
        customer_name: record.customer_name.clone(),
        contact_email: to.email,
        owner_name: name(record.owner_id)?,
        creator_name: name(record.creator_id)?,
        reason: record.reason.clone(),
        winner: record.winner.clone(),
        created_at: record.created_at.clone(),
        round: doc.round,
        level: doc.level,
        ladder: doc.ladder.clone(),
        versions,
        rows: rows.collect(),
        acts,
        approvals: approval::of_document(connection, of)?,
        letters: outbox_list::of_quotation(connection, record.id)?,
        deadlines: deadline::of(connection, ClockOf::Quotation, record.id)?,
        contract,
        contract_refusals,
        deal_end,
    })
}

/// Whether the deal ends with it, and why it could not be closed; none where it is closed already.
fn deal_end(
    connection: &Connection,
    id: i64,
    deal: &OpportunityRecord,
    actor: Option<i64>,
) -> Result<Option<QuotationDealEnd>, Fault> {
    let facts = opportunity_gather::facts(connection, Some(deal.id), actor)?;
    let mut buttons = opportunity_law::buttons(&deal.doc, &facts).into_iter();
    let Some((_, refusals)) = buttons.find(|(act, _)| *act == OpportunityAct::Lose) else {
        return Ok(None);
    };
    let last = facts.contract.is_none() && !quotation::another_alive(connection, deal.id, id)?;
    Ok(Some(QuotationDealEnd { last, refusals }))
}

fn version_view(
    connection: &Connection,
    record: &QuotationRecord,
    version: &VersionRecord,
    limits: Limits,
    refusals: Vec<Refusal>,
) -> Result<QuotationVersionView, Fault> {
    let contacts = customer::contacts(connection, record.customer_id)?;
    let contact = match version.form.contact_id {
        None => contacts.first(),
        chosen => contacts.iter().find(|one| one.id == chosen),
    };
    Ok(QuotationVersionView {
        id: version.id,
        revision: version.revision,
        state: version.state,
        draft: draft::draft_of(record, version),
        computed: figures(connection, &version.form, limits, refusals)?,
        contact_name: contact.map(|one| one.name.clone()).unwrap_or_default(),
        needs: needs(connection, record, version)?,
        objection: version.objection,
        objection_note: version.objection_note.clone(),
        changed: version.changed.clone(),
        taken_from: version.taken_from,
        round: version.round,
        sent_back_reason: version.sent_back_reason.clone(),
        sent_at: version.sent_at.clone(),
        decided_at: version.decided_at.clone(),
        created_at: version.created_at.clone(),
    })
}

/// What a version rests on: the list it was submitted with, before that the one that is confirmed now.
fn needs(
    connection: &Connection,
    record: &QuotationRecord,
    version: &VersionRecord,
) -> Result<Option<QuotationNeeds>, Fault> {
    match (version.form.requirement_id, version.state) {
        (Some(id), _) => quotation::needs_by_id(connection, id),
        (None, QuotationState::Draft | QuotationState::SentBack) => {
            quotation::needs_of(connection, record.opportunity_id)
        }
        _ => Ok(None),
    }
}

fn margin_view(margin: Margin) -> QuotationMargin {
    QuotationMargin { cost_fen: margin.cost, left_fen: margin.left, rate: margin.rate }
}

/// What the core computes from a version.
///
/// # Errors
/// `AmountTooLarge`.
pub fn figures(
    connection: &Connection,
    form: &QuotationForm,
    limits: Limits,
    refusals: Vec<Refusal>,
) -> Result<QuotationComputed, Fault> {
    let priced = form.priced()?;
    let lines = form.lines.iter().map(|line| line.line.clone()).collect();
    let as_order =
        OrderForm { terms: form.terms.clone(), waiver: form.waiver, lines, ..OrderForm::default() };
    let margins = of_lines(form, &priced).into_iter();
    Ok(QuotationComputed {
        amounts: computed(&as_order, &priced, setting::language(connection)?, refusals),
        margins: margins.map(|margin| margin.map(margin_view)).collect(),
        total: margin_view(in_total(form, &priced)),
        margin_floor: limits.margin_floor,
        discount_limit: limits.discount_limit,
        discount: priced.discount_off_list(&form.priced_lines()),
        concerns: concerns(form, &priced, limits),
        cost_passes: !limits.unknown_cost_asks && is_unknown(form, &priced),
    })
}

/// What the core computes from a draft while it is typed, and everything that would stop a submission now.
///
/// # Errors
/// Field refusals, `AmountTooLarge`.
pub fn compute(app: &App, request: &QuotationDraft) -> Result<QuotationComputed, Fault> {
    let actor = app.desk_person();
    app.book()?.read(|connection| {
        let before = request.id.map(|id| quotation::load(connection, id)).transpose()?;
        let deal = before.as_ref().map_or(request.opportunity_id, |before| before.opportunity_id);
        let mut form = draft::form_of(connection, request, None)?;
        if before.is_none() {
            form.owner_id = draft::owner_of(&form, &opportunity::load(connection, deal)?, actor);
        }
        let doc = gather::doc_of_form(connection, before.as_ref(), deal, form, actor)?;
        let facts = gather::facts(app, connection, &doc, deal, actor)?;
        let refusals = law::step(&doc, QuotationAct::Submit, &facts).err().unwrap_or_default();
        figures(connection, &doc.form, facts.limits, refusals)
    })
}
