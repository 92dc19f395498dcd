//! Writing a quotation: what was typed, the steps of its law, and the next version. Every step checks the version that was
//! seen.

use chengdan_domain::approval::Level;
use chengdan_domain::number::Series;
use chengdan_domain::order::form::Priced;
use chengdan_domain::quotation::margin::in_total;
use chengdan_domain::quotation::{Objection, QuotationForm, QuotationLine, QuotationState};
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::search_key;
use rusqlite::params;

use super::row::{QuotationRecord, VersionRecord};
use super::{objection_text, state_text};
use crate::clock::year_month;
use crate::fault::Fault;
use crate::store::order::date_text;
use crate::store::search::{self, Kind};
use crate::store::{Act, series};

/// How numbers of quotations are made: `BJ202611-001`.
fn numbers() -> Series {
    Series { prefix: "BJ".into(), ..Series::default() }
}

/// Begins a quotation of an opportunity with V1 as a draft; draws its number and answers its id.
///
/// # Errors
/// `AmountTooLarge`.
pub fn insert(
    act: &Act,
    opportunity_id: i64,
    customer: (i64, &str),
    form: &QuotationForm,
) -> Result<i64, Fault> {
    let number = series::draw(act, &numbers(), year_month(act.today()))?;
    let (customer_id, customer_name) = customer;
    let id: i64 = act
        .tx
        .prepare_cached(
            "insert into quotation (number, opportunity_id, customer_id, customer_name, owner_id, creator_id, state,
                    created_at)
             values ($1, $2, $3, $4, $5, $6, 'Draft', $7) returning id",
        )?
        .query_row(
            params![number, opportunity_id, customer_id, customer_name, form.owner_id, act.actor, act.at()],
            |row| row.get(0),
        )?;
    insert_version(act, id, 1, form, 0)?;
    find_by(act, id, &number, customer_name, form)?;
    Ok(id)
}

fn insert_version(
    act: &Act,
    quotation_id: i64,
    revision: i64,
    form: &QuotationForm,
    round: i64,
) -> Result<i64, Fault> {
    let version_id: i64 = act
        .tx
        .prepare_cached(
            "insert into quotation_version (quotation_id, revision, state, terms, round, created_at)
             values ($1, $2, 'Draft', '{}', $3, $4) returning id",
        )?
        .query_row(params![quotation_id, revision, round, act.at()], |row| row.get(0))?;
    write_form(act, quotation_id, version_id, form)?;
    act.tx
        .prepare_cached("update quotation set current_id = $1, revision = $2, state = 'Draft' where id = $3")?
        .execute([version_id, revision, quotation_id])?;
    Ok(version_id)
}

/// Saves what was typed into the current version; the same as before writes nothing. Answers whether it wrote.
///
/// # Errors
/// `Stale`, `AmountTooLarge`.
pub fn save_form(act: &Act, seen: &QuotationRecord, form: &QuotationForm) -> Result<bool, Fault> {
    let current = seen.current()?;
    if current.form == *form {
        return Ok(false);
    }
    touch(act, seen)?;
    act.tx
        .prepare_cached("update quotation set owner_id = $1 where id = $2")?
        .execute(params![form.owner_id, seen.id])?;
    write_form(act, seen.id, current.id, form)?;
    find_by(act, seen.id, &seen.number, &seen.customer_name, form)?;
    Ok(true)
}

/// Raises the version; exactly one row, or somebody was faster.
fn touch(act: &Act, seen: &QuotationRecord) -> Result<(), Fault> {
    let changed = act
        .tx
        .prepare_cached("update quotation set version = version + 1 where id = $1 and version = $2")?
        .execute([seen.id, seen.version])?;
    if changed == 1 { Ok(()) } else { Err(Fault::Stale { what: "quotation".into() }) }
}

fn write_form(act: &Act, quotation_id: i64, version_id: i64, form: &QuotationForm) -> Result<(), Fault> {
    let priced = form.priced()?;
    let total = in_total(form, &priced);
    let valid_until = date_text(form.valid_until);
    act.tx
        .prepare_cached(
            "update quotation_version set requirement_id = $1, no_requirement_reason = $2, contact_id = $3,
                    valid_until = $4, terms = $5, delivery_period = $6, service = $7, note = $8, waiver_fen = $9,
                    amount_fen = $10, net_fen = $11, tax_fen = $12, cost_fen = $13, margin = $14
              where id = $15",
        )?
        .execute(params![
            form.requirement_id,
            form.no_requirement_reason,
            form.contact_id,
            valid_until,
            serde_json::to_string(&form.terms)?,
            form.delivery_period,
            form.service,
            form.note,
            form.waiver.0,
            priced.amount.0,
            priced.net.0,
            priced.tax.0,
            total.cost.map(|cost| cost.0),
            total.rate.map(|rate| rate.0),
            version_id
        ])?;
    act.tx
        .prepare_cached("update quotation set amount_fen = $1, valid_until = $2 where id = $3")?
        .execute(params![priced.amount.0, valid_until, quotation_id])?;
    act.tx
        .prepare_cached("delete from quotation_line where quotation_version_id = $1")?
        .execute([version_id])?;
    for (position, line) in (0_i64..).zip(&form.lines) {
        insert_line(act, version_id, position, line, &priced)?;
    }
    Ok(())
}

fn insert_line(
    act: &Act,
    version_id: i64,
    position: i64,
    line: &QuotationLine,
    priced: &Priced,
) -> Result<(), Fault> {
    let figures = usize::try_from(position).ok().and_then(|row| priced.lines.get(row).copied().flatten());
    let QuotationLine { line, cost, market_reference } = line;
    act.tx
        .prepare_cached(
            "insert into quotation_line (quotation_version_id, position, product_id, name, spec, unit, quantity_milli,
                    list_price_micro, price_micro, discount, waiver_fen, amount_fen, cost_micro, tax_rate, customised,
                    market_reference)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        )?
        .execute(params![
            version_id,
            position,
            line.product_id,
            line.name,
            line.spec,
            line.unit,
            line.quantity.map(|quantity| quantity.0),
            line.list_price.map(|price| price.0),
            line.price.map(|price| price.0),
            line.discount.0,
            figures.map_or(0, |figures| figures.waiver.0),
            figures.map(|figures| figures.amount.0),
            cost.map(|cost| cost.0),
            line.tax_rate.map(|rate| rate.0),
            line.customised,
            market_reference
        ])?;
    Ok(())
}

/// What a quotation is found by: number, customer, and what is offered.
fn find_by(act: &Act, id: i64, number: &str, customer: &str, form: &QuotationForm) -> Result<(), Fault> {
    let names = form.lines.iter().map(|line| line.line.name.as_str());
    let text: Vec<&str> = [number, customer].into_iter().chain(names).collect();
    let key = search_key(&text.join(" "));
    act.tx.prepare_cached("update quotation set search_key = $1 where id = $2")?.execute(params![key, id])?;
    search::put(act, Kind::Quotation, id, &key, &[customer])
}

/// Where the current version stands after a step.
#[derive(Debug, Clone)]
pub struct Moved<'a> {
    pub state: QuotationState,
    pub round: i64,
    pub level: i64,
    pub ladder: &'a [Level],
}

/// Writes a step of the law.
///
/// # Errors
/// `Stale`.
pub fn move_to(act: &Act, seen: &QuotationRecord, moved: &Moved) -> Result<(), Fault> {
    use QuotationState::*;
    touch(act, seen)?;
    let current = seen.current()?;
    let state = state_text(moved.state);
    let sent = (moved.state == Sent).then(|| act.at());
    let decided = matches!(moved.state, Accepted | Lost | Expired).then(|| act.at());
    act.tx
        .prepare_cached(
            "update quotation_version set state = $1, round = $2, level = $3, ladder = $4,
                    sent_at = coalesce(sent_at, $5), decided_at = coalesce($6, decided_at)
              where id = $7",
        )?
        .execute(params![
            state,
            moved.round,
            moved.level,
            serde_json::to_string(moved.ladder)?,
            sent,
            decided,
            current.id
        ])?;
    act.tx
        .prepare_cached("update quotation set state = $1 where id = $2")?
        .execute(params![state, seen.id])?;
    Ok(())
}

/// What is submitted, and that a former return is answered.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn set_content(
    act: &Act,
    version: &VersionRecord,
    requirement: Option<i64>,
    hash: &str,
) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "update quotation_version set content_hash = $1, requirement_id = $2, sent_back_reason = '' where id = $3",
        )?
        .execute(params![hash, requirement, version.id])?;
    Ok(())
}

/// Puts the reason of a return on top of the form.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn set_sent_back(act: &Act, version: &VersionRecord, reason: &str) -> Result<(), Fault> {
    act.tx
        .prepare_cached("update quotation_version set sent_back_reason = $1 where id = $2")?
        .execute(params![reason, version.id])?;
    Ok(())
}

/// Why it was lost, and to whom.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn note_loss(act: &Act, id: i64, reason: &str, winner: &str) -> Result<(), Fault> {
    act.tx
        .prepare_cached("update quotation set reason = $1, winner = $2 where id = $3")?
        .execute(params![reason, winner, id])?;
    Ok(())
}

/// The version after the current one, a draft that begins with a form; what is past of its validity is left open.
fn next(act: &Act, seen: &QuotationRecord, form: &QuotationForm) -> Result<i64, Fault> {
    let current = seen.current()?;
    let kept = form.valid_until.filter(|day| *day >= act.today());
    let form = QuotationForm { valid_until: kept, owner_id: current.form.owner_id, ..form.clone() };
    insert_version(act, seen.id, current.revision + 1, &form, current.round)
}

/// The next version begins with what stood in an earlier one (Q3), with the reason; call after [`move_to`].
///
/// # Errors
/// `RowNotFound` when there is no such version, `AmountTooLarge`.
pub fn take_up(act: &Act, seen: &QuotationRecord, revision: i64, reason: &str) -> Result<(), Fault> {
    let chosen = seen.versions.iter().find(|version| version.revision == revision);
    let chosen = chosen.ok_or(Refusal::RowNotFound)?;
    let version_id = next(act, seen, &chosen.form)?;
    act.tx
        .prepare_cached("update quotation_version set taken_from = $1, objection_note = $2 where id = $3")?
        .execute(params![revision, reason, version_id])?;
    find_by(act, seen.id, &seen.number, &seen.customer_name, &chosen.form)
}

/// The next version, a draft with everything that stood in the one before but its validity (Q3); call after [`move_to`].
///
/// # Errors
/// `AmountTooLarge`.
pub fn another(
    act: &Act,
    seen: &QuotationRecord,
    objection: Objection,
    note: &str,
    changed: &str,
) -> Result<(), Fault> {
    let version_id = next(act, seen, &seen.current()?.form)?;
    act.tx
        .prepare_cached(
            "update quotation_version set objection = $1, objection_note = $2, changed = $3 where id = $4",
        )?
        .execute(params![objection_text(objection), note, changed, version_id])?;
    Ok(())
}
