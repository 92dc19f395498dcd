//! A quotation as it stands in the book, read whole with its versions.

use chengdan_domain::approval::Level;
use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::order::form::{LineForm, Priced};
use chengdan_domain::quotation::law::QuotationDoc;
use chengdan_domain::quotation::{Objection, QuotationForm, QuotationLine, QuotationState};
use chengdan_domain::refusal::Refusal;
use rusqlite::{Connection, OptionalExtension, Row};

use super::{objection_of, state_of};
use crate::fault::Fault;
use crate::store::order::date_of;
use crate::views::quotation::{QuotationContract, QuotationNeeds};

/// A quotation, whole.
#[derive(Debug, Clone)]
pub struct QuotationRecord {
    pub id: i64,
    pub version: i64,
    pub number: String,
    pub opportunity_id: i64,
    pub customer_id: i64,
    pub customer_name: String,
    pub owner_id: Option<i64>,
    pub creator_id: Option<i64>,
    pub reason: String,
    pub winner: String,
    pub created_at: String,
    /// V1 … Vn; the last one is current.
    pub versions: Vec<VersionRecord>,
}

/// A version.
#[derive(Debug, Clone)]
pub struct VersionRecord {
    pub id: i64,
    pub revision: i64,
    pub state: QuotationState,
    pub form: QuotationForm,
    pub priced: Priced,
    pub objection: Option<Objection>,
    pub objection_note: String,
    pub changed: String,
    /// The version that was taken up again in it.
    pub taken_from: Option<i64>,
    pub round: i64,
    pub level: i64,
    pub ladder: Vec<Level>,
    pub content_hash: String,
    pub sent_back_reason: String,
    pub sent_at: Option<String>,
    pub decided_at: Option<String>,
    pub created_at: String,
}

impl QuotationRecord {
    /// The current version.
    ///
    /// # Errors
    /// `RowNotFound`: every quotation has one.
    pub fn current(&self) -> Result<&VersionRecord, Fault> {
        self.versions.last().ok_or_else(|| Refusal::RowNotFound.into())
    }

    /// The current version as the law sees it.
    ///
    /// # Errors
    /// `RowNotFound`.
    pub fn doc(&self) -> Result<QuotationDoc, Fault> {
        let current = self.current()?;
        Ok(QuotationDoc {
            state: current.state,
            revision: current.revision,
            customer_id: self.customer_id,
            creator_id: self.creator_id,
            round: current.round,
            level: current.level,
            ladder: current.ladder.clone(),
            form: current.form.clone(),
            priced: current.priced.clone(),
            content_hash: current.content_hash.clone(),
        })
    }
}

/// A quotation with all its versions.
///
/// # Errors
/// `RowNotFound`.
pub fn load(connection: &Connection, id: i64) -> Result<QuotationRecord, Fault> {
    let mut record = connection
        .prepare_cached(
            "select id, version, number, opportunity_id, customer_id, customer_name, owner_id, creator_id, reason, winner,
                    created_at
               from quotation where id = $1",
        )?
        .query_row([id], |row| {
            Ok(QuotationRecord {
                id: row.get(0)?,
                version: row.get(1)?,
                number: row.get(2)?,
                opportunity_id: row.get(3)?,
                customer_id: row.get(4)?,
                customer_name: row.get(5)?,
                owner_id: row.get(6)?,
                creator_id: row.get(7)?,
                reason: row.get(8)?,
                winner: row.get(9)?,
                created_at: row.get(10)?,
                versions: Vec::new(),
            })
        })?;
    let mut statement = connection.prepare_cached(
        "select id, revision, state, requirement_id, no_requirement_reason, contact_id, valid_until, terms,
                delivery_period, service, note, waiver_fen, objection, objection_note, changed, round, level, ladder,
                content_hash, sent_back_reason, sent_at, decided_at, created_at, taken_from
           from quotation_version where quotation_id = $1 order by revision",
    )?;
    let owner_id = record.owner_id;
    let versions = statement.query_map([id], |row| version_of(row, owner_id))?;
    record.versions = versions.collect::<Result<_, _>>()?;
    for version in &mut record.versions {
        version.form.lines = lines(connection, version.id)?;
        version.priced = version.form.priced()?;
    }
    Ok(record)
}

fn version_of(row: &Row, owner_id: Option<i64>) -> rusqlite::Result<VersionRecord> {
    let (terms, ladder): (String, String) = (row.get(7)?, row.get(17)?);
    let form = QuotationForm {
        contact_id: row.get(5)?,
        owner_id,
        requirement_id: row.get(3)?,
        no_requirement_reason: row.get(4)?,
        valid_until: date_of(row.get(6)?),
        terms: serde_json::from_str(&terms).unwrap_or_default(),
        delivery_period: row.get(8)?,
        service: row.get(9)?,
        note: row.get(10)?,
        waiver: Money(row.get(11)?),
        lines: Vec::new(),
    };
    Ok(VersionRecord {
        id: row.get(0)?,
        revision: row.get(1)?,
        state: state_of(&row.get::<_, String>(2)?),
        form,
        priced: Priced::default(),
        objection: row.get::<_, Option<String>>(12)?.map(|text| objection_of(&text)),
        objection_note: row.get(13)?,
        changed: row.get(14)?,
        taken_from: row.get(23)?,
        round: row.get(15)?,
        level: row.get(16)?,
        ladder: serde_json::from_str(&ladder).unwrap_or_default(),
        content_hash: row.get(18)?,
        sent_back_reason: row.get(19)?,
        sent_at: row.get(20)?,
        decided_at: row.get(21)?,
        created_at: row.get(22)?,
    })
}

fn lines(connection: &Connection, version_id: i64) -> Result<Vec<QuotationLine>, Fault> {
    let mut statement = connection.prepare_cached(
        "select l.product_id, l.name, l.spec, l.unit, l.quantity_milli, l.list_price_micro, l.price_micro, l.discount,
                l.cost_micro, l.tax_rate, l.customised, l.market_reference, coalesce(p.kind, ''), coalesce(p.category, '')
           from quotation_line l left join product p on p.id = l.product_id
          where l.quotation_version_id = $1 order by l.position",
    )?;
    let rows = statement.query_map([version_id], |row| {
        let line = LineForm {
            product_id: row.get(0)?,
            name: row.get(1)?,
            spec: row.get(2)?,
            unit: row.get(3)?,
            quantity: row.get::<_, Option<i64>>(4)?.map(Quantity),
            list_price: row.get::<_, Option<i64>>(5)?.map(Price),
            price: row.get::<_, Option<i64>>(6)?.map(Price),
            discount: Rate(row.get(7)?),
            tax_rate: row.get::<_, Option<i64>>(9)?.map(Rate),
            customised: row.get(10)?,
            service: row.get::<_, String>(12)? == "Service",
            category: row.get(13)?,
            promised_on: None,
            given_amount: None,
        };
        let cost = row.get::<_, Option<i64>>(8)?.map(Price);
        Ok(QuotationLine { line, cost, market_reference: row.get(11)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The list of needs that the customer confirmed last for an opportunity (N1).
///
/// # Errors
/// Broken when the book cannot be read.
pub fn needs_of(connection: &Connection, opportunity_id: i64) -> Result<Option<QuotationNeeds>, Fault> {
    Ok(connection
        .prepare_cached(
            "select id, number, revision from requirement where opportunity_id = $1 and state = 'Confirmed'
              order by revision desc limit 1",
        )?
        .query_row([opportunity_id], |row| {
            Ok(QuotationNeeds { id: row.get(0)?, number: row.get(1)?, revision: row.get(2)? })
        })
        .optional()?)
}

/// A list of needs by its id.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn needs_by_id(connection: &Connection, id: i64) -> Result<Option<QuotationNeeds>, Fault> {
    Ok(connection
        .prepare_cached("select id, number, revision from requirement where id = $1")?
        .query_row([id], |row| {
            Ok(QuotationNeeds { id: row.get(0)?, number: row.get(1)?, revision: row.get(2)? })
        })
        .optional()?)
}

/// The contract that was made of a quotation's version and stands.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn contract_of(connection: &Connection, id: i64) -> Result<Option<QuotationContract>, Fault> {
    Ok(connection
        .prepare_cached(
            "select k.id, coalesce(k.number, '') from quotation_version v join contract k on k.quotation_version_id = v.id
              where v.quotation_id = $1 and k.state <> 'Void' order by k.id desc limit 1",
        )?
        .query_row([id], |row| Ok(QuotationContract { id: row.get(0)?, number: row.get(1)? }))
        .optional()?)
}
