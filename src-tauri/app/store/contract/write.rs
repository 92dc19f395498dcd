//! Writing a contract: what was typed, and the steps of its law. Every step checks the version that was seen.

use chengdan_domain::contract::ContractState;
use chengdan_domain::contract::content::content_hash;
use chengdan_domain::contract::form::ContractForm;
use chengdan_domain::number::{Series, sort_key};
use chengdan_domain::order::form::Priced;
use chengdan_domain::text::search_key;
use rusqlite::{Connection, params};

use super::row::ContractRecord;
use super::{kind_text, state_text};
use crate::clock::year_month;
use crate::fault::Fault;
use crate::store::order::date_text;
use crate::store::search::{self, Kind};
use crate::store::{Act, attachment, series};
use crate::views::DocumentKind;

/// Saves what was typed into a new draft (`before` none) or into the contract that was seen; answers the id.
///
/// # Errors
/// `Stale`, `AmountTooLarge`.
pub fn save_form(act: &Act, before: Option<&ContractRecord>, form: &ContractForm) -> Result<i64, Fault> {
    let priced = form.priced()?;
    let id = match before {
        Some(before) => {
            touch(act, before.id, before.version)?;
            before.id
        }
        None => act
            .tx
            .prepare_cached(
                "insert into contract (kind, state, customer_id, customer_name, terms, creator_id, created_at)
                 values ('Single', 'Draft', $1, '', '{}', $2, $3) returning id",
            )?
            .query_row(params![form.sale.customer_id, act.actor, act.at()], |row| row.get(0))?,
    };
    write_form(act, id, before.and_then(|before| before.doc.number.as_deref()), form, &priced)?;
    act.tx.execute("delete from contract_line where contract_id = $1", [id])?;
    for index in 0..form.sale.lines.len() {
        insert_line(act, id, form, &priced, index)?;
    }
    act.tx.execute("delete from contract_clause where contract_id = $1", [id])?;
    let mut statement = act.tx.prepare_cached(
        "insert into contract_clause (contract_id, position, clause_id, title, body) values ($1, $2, $3, $4, $5)",
    )?;
    for (position, clause) in (1_i64..).zip(&form.clauses) {
        statement.execute(params![id, position, clause.clause_id, clause.title, clause.body])?;
    }
    Ok(id)
}

/// Raises the version; exactly one row, or somebody was faster.
fn touch(act: &Act, id: i64, version: i64) -> Result<(), Fault> {
    let changed = act
        .tx
        .prepare_cached("update contract set version = version + 1 where id = $1 and version = $2")?
        .execute([id, version])?;
    if changed == 1 { Ok(()) } else { Err(Fault::Stale { what: "contract".into() }) }
}

fn write_form(
    act: &Act,
    id: i64,
    number: Option<&str>,
    form: &ContractForm,
    priced: &Priced,
) -> Result<(), Fault> {
    let sale = &form.sale;
    act.tx
        .prepare_cached(
            "update contract set kind = $1, opportunity_id = $2, quotation_version_id = $3, supplement_of = $4,
                    customer_id = $5, customer_name = $6, contact_id = $7, customer_order_number = $8, owner_id = $9,
                    terms = $10, delivery_period = $11, delivery_address = $12, promised_on = $13, valid_until = $14,
                    amount_fen = $15, net_fen = $16, tax_fen = $17, waiver_fen = $18, limit_fen = $19,
                    difference_reason = $20, note = $21, content_hash = $22
              where id = $23",
        )?
        .execute(params![
            kind_text(form.kind),
            form.opportunity_id,
            form.quotation_version_id,
            form.supplement_of,
            sale.customer_id,
            sale.customer_name,
            sale.contact_id,
            sale.customer_order_number,
            sale.owner_id,
            serde_json::to_string(&sale.terms)?,
            form.delivery_period,
            sale.delivery_address,
            date_text(sale.promised_on),
            date_text(form.valid_until),
            form.amount(priced).0,
            priced.net.0,
            priced.tax.0,
            sale.waiver.0,
            form.limit.map(|limit| limit.0),
            form.difference_reason,
            sale.note,
            content_hash(form, priced),
            id,
        ])?;
    find_by(act, id, number, form)
}

/// What the search and the list's text look through.
fn find_by(act: &Act, id: i64, number: Option<&str>, form: &ContractForm) -> Result<(), Fault> {
    let sale = &form.sale;
    let mut parts = vec![number.unwrap_or(""), &sale.customer_name, &sale.owner_name];
    parts.push(&sale.customer_order_number);
    parts.extend(sale.lines.iter().take(20).map(|line| line.name.as_str()));
    let text = search_key(&parts.join(" "));
    act.tx.prepare_cached("update contract set search_key = $1 where id = $2")?.execute(params![text, id])?;
    search::put(act, Kind::Contract, id, &text, &[&sale.customer_name])
}

/// Writes anew what a contract is found by, when another account manager looks after it.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn found_by(act: &Act, id: i64, owner: &str) -> Result<(), Fault> {
    let doc = super::load(act.tx, id)?.doc;
    let mut form = doc.form;
    form.sale.owner_name = owner.into();
    find_by(act, id, doc.number.as_deref(), &form)
}

fn insert_line(act: &Act, id: i64, form: &ContractForm, priced: &Priced, index: usize) -> Result<(), Fault> {
    let Some(line) = form.sale.lines.get(index) else { return Err(Fault::broken("no such line")) };
    let figures = priced.lines.get(index).copied().flatten();
    act.tx
        .prepare_cached(
            "insert into contract_line (contract_id, position, product_id, name, spec, unit, quantity_milli,
                    price_micro, discount, waiver_fen, amount_fen, tax_rate, customised, promised_on)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        )?
        .execute(params![
            id,
            i64::try_from(index).unwrap_or(i64::MAX),
            line.product_id,
            line.name,
            line.spec,
            line.unit,
            line.quantity.map(|quantity| quantity.0),
            line.price.map(|price| price.0),
            line.discount.0,
            figures.map_or(0, |figures| figures.waiver.0),
            figures.map(|figures| figures.amount.0),
            line.tax_rate.map(|rate| rate.0),
            line.customised,
            date_text(line.promised_on),
        ])?;
    Ok(())
}

/// Moves a contract to a state.
///
/// # Errors
/// `Stale` when it was changed since it was seen.
pub fn move_to(act: &Act, seen: &ContractRecord, state: ContractState) -> Result<(), Fault> {
    touch(act, seen.id, seen.version)?;
    act.tx
        .prepare_cached("update contract set state = $1 where id = $2")?
        .execute(params![state_text(state), seen.id])?;
    Ok(())
}

/// How numbers of contracts are made: `HT202611-001`, counted as the company counts its orders.
fn numbers(connection: &Connection) -> Result<Series, Fault> {
    Ok(Series { prefix: "HT".into(), ..series::rule(connection)? })
}

/// Keeps what was submitted; the first submission draws the number. Answers it. Call after [`move_to`].
///
/// # Errors
/// Broken when the book cannot be written.
pub fn submitted(act: &Act, seen: &ContractRecord, hash: &str) -> Result<String, Fault> {
    let number = match &seen.doc.number {
        Some(number) => number.clone(),
        None => draw(act, seen)?,
    };
    act.tx
        .prepare_cached(
            "update contract set content_hash = $1, reviewed_hash = '', returned_reason = '' where id = $2",
        )?
        .execute(params![hash, seen.id])?;
    Ok(number)
}

/// The next free number; one that stands already is passed over.
fn draw(act: &Act, seen: &ContractRecord) -> Result<String, Fault> {
    let ym = year_month(act.today());
    let rule = numbers(act.tx)?;
    let mut number = series::draw(act, &rule, ym)?;
    while act.tx.prepare_cached("select 1 from contract where number = $1")?.exists([&number])? {
        number = series::draw(act, &rule, ym)?;
    }
    let (ym, serial) = sort_key(&number, ym);
    act.tx
        .prepare_cached("update contract set number = $1, sort_ym = $2, sort_serial = $3 where id = $4")?
        .execute(params![number, ym, serial, seen.id])?;
    find_by(act, seen.id, Some(&number), &seen.doc.form)?;
    Ok(number)
}

/// Keeps what legal passed, or what needed no review.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn reviewed(act: &Act, id: i64, hash: &str) -> Result<(), Fault> {
    act.tx
        .prepare_cached("update contract set reviewed_hash = $1 where id = $2")?
        .execute(params![hash, id])?;
    Ok(())
}

/// Puts the reason of a return on top of the form.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn returned(act: &Act, id: i64, reason: &str) -> Result<(), Fault> {
    act.tx
        .prepare_cached("update contract set returned_reason = $1, reviewed_hash = '' where id = $2")?
        .execute(params![reason, id])?;
    Ok(())
}

/// Keeps why a contract is void.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn annul(act: &Act, id: i64, reason: &str) -> Result<(), Fault> {
    act.tx
        .prepare_cached("update contract set returned_reason = $1 where id = $2")?
        .execute(params![reason, id])?;
    Ok(())
}

/// How it was signed.
#[derive(Debug, Clone, Copy)]
pub struct Signed<'a> {
    pub signed_on: &'a str,
    pub our_signatory: &'a str,
    pub their_signatory: &'a str,
    pub scan: &'a str,
}

/// Keeps how a contract was signed; the scan is an attachment that cannot be removed.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn sign(act: &Act, id: i64, signed: &Signed) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "update contract set signed_on = $1, our_signatory = $2, their_signatory = $3, scan = $4 where id = $5",
        )?
        .execute(params![signed.signed_on, signed.our_signatory, signed.their_signatory, signed.scan, id])?;
    let recorder = act.actor.unwrap_or_default();
    attachment::add_evidence(act, (DocumentKind::Contract, id), recorder, signed.scan, &act.at())
}
