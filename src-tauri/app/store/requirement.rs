//! Lists of what a customer needs (N1): revisions with their lines, and the customer's confirmation. Every write checks the
//! version that was seen.

use chengdan_domain::money::Quantity;
use chengdan_domain::number::Series;
use chengdan_domain::requirement::law::RequirementDoc;
use chengdan_domain::requirement::{Confirmation, ConfirmedHow, NeedLine, RequirementForm, RequirementState};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Act, attachment, opportunity, series};
use crate::clock::year_month;
use crate::fault::Fault;
use crate::views::DocumentKind;

/// A revision as the book keeps it.
#[derive(Debug, Clone)]
pub struct RequirementRecord {
    pub id: i64,
    pub version: i64,
    pub opportunity_id: i64,
    /// `XQ202611-001`, the same for every revision.
    pub number: String,
    pub doc: RequirementDoc,
    pub confirmation: Confirmation,
    pub recorder: String,
    pub creator: String,
    pub created_at: String,
}

/// A state as the book writes it.
pub fn state_text(state: RequirementState) -> &'static str {
    match state {
        RequirementState::Draft => "Draft",
        RequirementState::Confirmed => "Confirmed",
        RequirementState::Superseded => "Superseded",
    }
}

/// Reads a state; an unknown word (from a newer program) is treated as superseded, which allows nothing.
fn state_of(text: &str) -> RequirementState {
    RequirementState::ALL
        .into_iter()
        .find(|state| state_text(*state) == text)
        .unwrap_or(RequirementState::Superseded)
}

/// How the book writes the way of a confirmation.
pub fn how_text(how: ConfirmedHow) -> &'static str {
    match how {
        ConfirmedHow::Signature => "Signature",
        ConfirmedHow::Email => "Email",
    }
}

fn how_of(text: &str) -> ConfirmedHow {
    if text == how_text(ConfirmedHow::Email) { ConfirmedHow::Email } else { ConfirmedHow::Signature }
}

/// How numbers of lists are made: `XQ202611-001`.
fn numbers() -> Series {
    Series { prefix: "XQ".into(), ..Series::default() }
}

const RECORD: &str = "select r.id, r.version, r.opportunity_id, r.number, r.revision, r.state, r.contact_id,
        r.delivery_address, r.note, r.confirmed_by, r.confirmed_on, r.confirmed_how, r.evidence, coalesce(w.name, ''),
        coalesce(p.name, ''), r.created_at
   from requirement r left join person w on w.id = r.recorder_id left join person p on p.id = r.creator_id";

/// A revision, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn load(connection: &Connection, id: i64) -> Result<RequirementRecord, Fault> {
    let mut record =
        connection.prepare_cached(&format!("{RECORD} where r.id = $1"))?.query_row([id], record_of)?;
    record.doc.form.lines = lines(connection, id)?;
    Ok(record)
}

/// The revisions of an opportunity, the newest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn of_opportunity(connection: &Connection, id: i64) -> Result<Vec<RequirementRecord>, Fault> {
    let mut statement = connection
        .prepare_cached(&format!("{RECORD} where r.opportunity_id = $1 order by r.revision desc"))?;
    let mut found: Vec<RequirementRecord> =
        statement.query_map([id], record_of)?.collect::<Result<_, _>>()?;
    for record in &mut found {
        record.doc.form.lines = lines(connection, record.id)?;
    }
    Ok(found)
}

/// The revision that holds: the customer confirmed it, and no other one since.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn confirmed(connection: &Connection, opportunity_id: i64) -> Result<Option<i64>, Fault> {
    Ok(connection
        .prepare_cached(
            "select id from requirement where opportunity_id = $1 and state = 'Confirmed' order by revision desc limit 1",
        )?
        .query_row([opportunity_id], |row| row.get(0))
        .optional()?)
}

/// The list that was begun last, if it has lines to be shown.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn last_begun(connection: &Connection) -> Result<Option<i64>, Fault> {
    Ok(connection
        .prepare_cached(
            "select max(requirement_id) from requirement_line where name <> ''
                and requirement_id in (select id from requirement where state <> 'Superseded')",
        )?
        .query_row([], |row| row.get(0))?)
}

fn date_of(text: Option<String>) -> Option<NaiveDate> {
    text.and_then(|day| day.parse().ok())
}

fn record_of(row: &Row) -> rusqlite::Result<RequirementRecord> {
    let form = RequirementForm {
        contact_id: row.get(6)?,
        delivery_address: row.get(7)?,
        note: row.get(8)?,
        lines: Vec::new(),
    };
    Ok(RequirementRecord {
        id: row.get(0)?,
        version: row.get(1)?,
        opportunity_id: row.get(2)?,
        number: row.get(3)?,
        doc: RequirementDoc { state: state_of(&row.get::<_, String>(5)?), revision: row.get(4)?, form },
        confirmation: Confirmation {
            by: row.get(9)?,
            on: date_of(row.get(10)?),
            how: how_of(&row.get::<_, String>(11)?),
            evidence: row.get(12)?,
        },
        recorder: row.get(13)?,
        creator: row.get(14)?,
        created_at: row.get(15)?,
    })
}

/// The lines of a revision, in their order.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn lines(connection: &Connection, id: i64) -> Result<Vec<NeedLine>, Fault> {
    let mut statement = connection.prepare_cached(
        "select product_id, name, spec, unit, quantity_milli, wanted_on, customised, customisation, standard
           from requirement_line where requirement_id = $1 order by position, id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(NeedLine {
            product_id: row.get(0)?,
            name: row.get(1)?,
            spec: row.get(2)?,
            unit: row.get(3)?,
            quantity: row.get::<_, Option<i64>>(4)?.map(Quantity),
            wanted_on: date_of(row.get(5)?),
            customised: row.get(6)?,
            customisation: row.get(7)?,
            standard: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Begins a revision: the first one draws the list's number. Answers its id.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn insert(act: &Act, opportunity_id: i64, form: &RequirementForm) -> Result<i64, Fault> {
    let last: Option<(String, i64)> = act
        .tx
        .prepare_cached(
            "select number, revision from requirement where opportunity_id = $1 order by revision desc limit 1",
        )?
        .query_row([opportunity_id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (number, revision) = match last {
        Some((number, revision)) => (number, revision + 1),
        None => (series::draw(act, &numbers(), year_month(act.today()))?, 1),
    };
    let id: i64 = act
        .tx
        .prepare_cached(
            "insert into requirement (opportunity_id, number, revision, state, creator_id, created_at)
             values ($1, $2, $3, 'Draft', $4, $5) returning id",
        )?
        .query_row(params![opportunity_id, number, revision, act.actor, act.at()], |row| row.get(0))?;
    write_form(act, id, form)?;
    Ok(id)
}

/// Changes what was typed.
///
/// # Errors
/// `Stale`.
pub fn edit(act: &Act, seen: &RequirementRecord, form: &RequirementForm) -> Result<(), Fault> {
    touch(act, seen)?;
    write_form(act, seen.id, form)
}

/// Insists that nobody was faster, and makes the next one know.
///
/// # Errors
/// `Stale`.
pub fn touch(act: &Act, seen: &RequirementRecord) -> Result<(), Fault> {
    let changed = act
        .tx
        .prepare_cached("update requirement set version = version + 1 where id = $1 and version = $2")?
        .execute([seen.id, seen.version])?;
    if changed == 1 { Ok(()) } else { Err(Fault::Stale { what: "requirement".into() }) }
}

fn write_form(act: &Act, id: i64, form: &RequirementForm) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "update requirement set contact_id = $1, delivery_address = $2, note = $3 where id = $4",
        )?
        .execute(params![form.contact_id, form.delivery_address, form.note, id])?;
    act.tx.prepare_cached("delete from requirement_line where requirement_id = $1")?.execute([id])?;
    for (position, line) in (0_i64..).zip(&form.lines) {
        act.tx
            .prepare_cached(
                "insert into requirement_line (requirement_id, position, product_id, name, spec, unit, quantity_milli,
                        wanted_on, customised, customisation, standard)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            )?
            .execute(params![
                id,
                position,
                line.product_id,
                line.name,
                line.spec,
                line.unit,
                line.quantity.map(|quantity| quantity.0),
                line.wanted_on.map(|day| day.to_string()),
                line.customised,
                line.customisation,
                line.standard
            ])?;
    }
    Ok(())
}

/// Writes the customer's confirmation; its evidence becomes an attachment of the opportunity that cannot be removed. The
/// revision that held before gives way, and the deal's stage follows.
///
/// # Errors
/// `Stale`.
pub fn confirm(
    act: &Act,
    seen: &RequirementRecord,
    state: RequirementState,
    word: &Confirmation,
) -> Result<(), Fault> {
    touch(act, seen)?;
    if let (Some(sha256), Some(me)) = (&word.evidence, act.actor) {
        let document = (DocumentKind::Opportunity, seen.opportunity_id);
        attachment::add_evidence(act, document, me, sha256, &act.at())?;
    }
    act.tx
        .prepare_cached(
            "update requirement set state = $1, confirmed_by = $2, confirmed_on = $3, confirmed_how = $4, evidence = $5,
                    recorder_id = $6 where id = $7",
        )?
        .execute(params![
            state_text(state),
            word.by,
            word.on.map(|day| day.to_string()),
            how_text(word.how),
            word.evidence,
            act.actor,
            seen.id
        ])?;
    opportunity::restage(act, seen.opportunity_id)
}

/// Another revision was confirmed in its place.
///
/// # Errors
/// `Stale`.
pub fn stand(act: &Act, seen: &RequirementRecord, state: RequirementState) -> Result<(), Fault> {
    touch(act, seen)?;
    act.tx
        .prepare_cached("update requirement set state = $1 where id = $2")?
        .execute(params![state_text(state), seen.id])?;
    Ok(())
}

/// The revision that was begun last; 0 when there is none.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn newest(connection: &Connection, opportunity_id: i64) -> Result<i64, Fault> {
    Ok(connection
        .prepare_cached("select coalesce(max(revision), 0) from requirement where opportunity_id = $1")?
        .query_row([opportunity_id], |row| row.get(0))?)
}
