//! A contract as the page shows it, whole: form, figures, buttons with their reasons, reviews, neighbours.

use chengdan_domain::contract::law::{self, ContractDoc};
use chengdan_domain::contract::{ContractAct, ContractState};
use chengdan_domain::order::content::short_code;
use rusqlite::Connection;

use super::{draft, gather};
use crate::App;
use crate::clock::instant_text;
use crate::commands::history::MOST;
use crate::commands::order::show::{computed, contact};
use crate::fault::Fault;
use crate::store::contract::{self, ContractRecord, ground, review};
use crate::store::{deadline, history, opportunity, setting};
use crate::views::computed::OrderComputed;
use crate::views::contract::*;
use crate::views::deadline::ClockOf;
use crate::views::order::Candidate;

/// A contract, whole, for whoever is at the desk.
///
/// # Errors
/// `RowNotFound`.
pub fn view(app: &App, id: i64) -> Result<ContractView, Fault> {
    app.book()?.read(|connection| whole(app, connection, contract::load(connection, id)?))
}

fn whole(app: &App, connection: &Connection, record: ContractRecord) -> Result<ContractView, Fault> {
    let (doc, id) = (&record.doc, record.id);
    let facts = gather::facts(app, connection, doc, Some(id), app.desk_person(), app.today())?;
    let acts = law::buttons(doc, &facts).into_iter();
    let acts: Vec<ContractMay> = acts.map(|(act, refusals)| ContractMay { act, refusals }).collect();
    let submit = acts.iter().find(|may| may.act == ContractAct::Submit);
    let refusals = submit.map(|may| may.refusals.clone()).unwrap_or_default();
    let (form, sale) = (&doc.form, &doc.form.sale);
    let computed = computed(sale, &doc.priced, setting::language(connection)?, refusals);
    let reviewers = doc.round(&facts, |round| {
        let found = round.candidates(&facts.people).into_iter();
        found.map(|who| Candidate { id: who.id, name: who.name.clone() }).collect()
    });
    let deal = form.opportunity_id.map(|id| opportunity::load(connection, id)).transpose()?;
    let version = form.quotation_version_id.map(|id| ground::version(connection, id)).transpose()?;
    let first = form.supplement_of.map(|id| Ok::<_, Fault>((id, ground::standing(connection, id)?)));
    Ok(ContractView {
        id,
        version: record.version,
        number: doc.number.clone(),
        state: doc.state,
        draft: draft::draft_of(&record),
        customer_name: sale.customer_name.clone(),
        contact_name: contact(connection, sale)?.map(|contact| contact.name).unwrap_or_default(),
        owner_name: sale.owner_name.clone(),
        creator_name: record.creator.clone(),
        created_at: record.created_at.clone(),
        opportunity: deal.map(|deal| ContractNeighbour { id: deal.id, name: deal.number }),
        quotation: version.map(|one| ContractNeighbour { id: one.quotation_id, name: one.name() }),
        supplement_of: first.transpose()?.map(|(id, (number, state))| ContractOther { id, number, state }),
        supplements: ground::supplements(connection, id)?,
        orders: ground::orders(connection, id)?,
        amount_fen: doc.amount(),
        called_fen: record.called,
        computed,
        differences: doc.differences(&facts),
        content_code: short_code(&doc.present_hash()),
        needs_review: doc.needs_review(&facts),
        reviewers,
        reviews: review::of(connection, id)?,
        returned_reason: record.returned_reason.clone(),
        signed_on: record.signed_on.clone(),
        our_signatory: record.our_signatory.clone(),
        their_signatory: record.their_signatory.clone(),
        scan: record.scan.clone(),
        acts,
        deadlines: deadline::of(connection, ClockOf::Contract, id)?,
        history: history::of(connection, "contract", id, MOST)?,
        read_at: instant_text(app.now()),
    })
}

/// What the core computes from a contract while it is typed.
///
/// # Errors
/// Field refusals, `AmountTooLarge`.
pub fn compute(app: &App, request: &ContractDraft) -> Result<ContractComputed, Fault> {
    let (actor, today) = (app.desk_person(), app.today());
    app.book()?.read(|connection| {
        let before = request.id.map(|id| contract::load(connection, id)).transpose()?;
        let form = draft::form_of(connection, request, before.as_ref())?;
        let doc = ContractDoc {
            number: before.as_ref().and_then(|before| before.doc.number.clone()),
            state: ContractState::Draft,
            creator_id: before.as_ref().map_or(actor, |before| before.doc.creator_id),
            priced: form.priced()?,
            form,
            content_hash: String::new(),
            reviewed_hash: String::new(),
        };
        let facts = gather::facts(app, connection, &doc, request.id, actor, today)?;
        let refusals = law::step(&doc, ContractAct::Submit, &facts).err().unwrap_or_default();
        let differences = doc.differences(&facts);
        let language = setting::language(connection)?;
        let found: OrderComputed = computed(&doc.form.sale, &doc.priced, language, refusals);
        Ok(ContractComputed { computed: found, differences })
    })
}
