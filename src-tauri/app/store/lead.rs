//! Leads: reading one whole, writing what was typed, and where it stands. Every write checks the version that was seen.

use chengdan_domain::lead::law::LeadDoc;
use chengdan_domain::lead::{Grade, Ground, Grounds, LeadForm, LeadSource, LeadState};
use chengdan_domain::people::Hand;
use chengdan_domain::text::{name_key, phone_key, search_key};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::search::{self, Kind};
use super::{Act, attachment};
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::views::DocumentKind;
use crate::views::lead::LeadRating;

/// A lead as the book keeps it.
#[derive(Debug, Clone)]
pub struct LeadRecord {
    pub id: i64,
    pub version: i64,
    pub doc: LeadDoc,
    /// The company, or the contact where none is known.
    pub name: String,
    pub registered_by: String,
    pub owner: String,
    /// A customer who is known already.
    pub customer_id: Option<i64>,
    pub became_id: Option<i64>,
    pub merged_into: Option<i64>,
    pub reason: String,
    /// When the customer was reached last.
    pub reached_at: Option<DateTime<Utc>>,
}

/// Where a lead stands after an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub state: LeadState,
    pub grade: Option<Grade>,
    pub owner_id: Option<i64>,
    pub became_id: Option<i64>,
    pub merged_into: Option<i64>,
    pub reason: String,
}

impl LeadRecord {
    /// Where it stands now, in another state.
    pub fn standing(&self, state: LeadState) -> Standing {
        Standing {
            state,
            grade: self.doc.grade,
            owner_id: self.doc.owner_id,
            became_id: self.became_id,
            merged_into: self.merged_into,
            reason: self.reason.clone(),
        }
    }
}

/// A state as the book writes it.
pub fn state_text(state: LeadState) -> &'static str {
    match state {
        LeadState::New => "New",
        LeadState::Rated => "Rated",
        LeadState::Assigned => "Assigned",
        LeadState::Converted => "Converted",
        LeadState::Lost => "Lost",
        LeadState::Invalid => "Invalid",
        LeadState::Merged => "Merged",
    }
}

/// Reads a state; an unknown word (from a newer program) is treated as converted, which allows nothing.
pub fn state_of(text: &str) -> LeadState {
    LeadState::ALL.into_iter().find(|state| state_text(*state) == text).unwrap_or(LeadState::Converted)
}

/// A grade as the book writes it.
pub fn grade_text(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "A",
        Grade::B => "B",
        Grade::C => "C",
    }
}

/// Reads a grade.
pub fn grade_of(text: &str) -> Option<Grade> {
    [Grade::A, Grade::B, Grade::C].into_iter().find(|grade| grade_text(*grade) == text)
}

/// A source as the book writes it.
pub fn source_text(source: LeadSource) -> &'static str {
    match source {
        LeadSource::Inquiry => "Inquiry",
        LeadSource::Exhibition => "Exhibition",
        LeadSource::Marketing => "Marketing",
        LeadSource::Referral => "Referral",
        LeadSource::Other => "Other",
    }
}

/// Reads a source.
pub fn source_of(text: &str) -> LeadSource {
    use LeadSource::*;
    let all = [Inquiry, Exhibition, Marketing, Referral];
    all.into_iter().find(|source| source_text(*source) == text).unwrap_or(Other)
}

/// Reads an instant that the book wrote.
pub(super) fn instant_of(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

/// A lead, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn load(connection: &Connection, id: i64) -> Result<LeadRecord, Fault> {
    Ok(connection
        .prepare_cached(
            "select l.id, l.version, l.state, l.grade, l.name, l.customer, l.contact, l.title, l.phone, l.wechat,
                    l.email, l.industry, l.province, l.city, l.district, l.source, l.source_note, l.need,
                    l.received_at, l.registered_at, l.owner_id, l.customer_id, l.became_id, l.merged_into, l.reason,
                    l.reached_at, coalesce(r.name, ''), coalesce(o.name, '')
               from lead l left join person r on r.id = l.registered_by left join person o on o.id = l.owner_id
              where l.id = $1",
        )?
        .query_row([id], record_of)?)
}

fn record_of(row: &Row) -> rusqlite::Result<LeadRecord> {
    let instant = |column: usize| row.get::<_, String>(column).map(|text| instant_of(&text));
    let form = LeadForm {
        customer: row.get(5)?,
        contact: row.get(6)?,
        title: row.get(7)?,
        phone: row.get(8)?,
        wechat: row.get(9)?,
        email: row.get(10)?,
        industry: row.get(11)?,
        province: row.get(12)?,
        city: row.get(13)?,
        district: row.get(14)?,
        source: source_of(&row.get::<_, String>(15)?),
        source_note: row.get(16)?,
        need: row.get(17)?,
        received_at: instant(18)?,
    };
    let doc = LeadDoc {
        state: state_of(&row.get::<_, String>(2)?),
        form,
        registered_at: instant(19)?,
        grade: row.get::<_, Option<String>>(3)?.and_then(|grade| grade_of(&grade)),
        owner_id: row.get(20)?,
    };
    Ok(LeadRecord {
        id: row.get(0)?,
        version: row.get(1)?,
        doc,
        name: row.get(4)?,
        registered_by: row.get(26)?,
        owner: row.get(27)?,
        customer_id: row.get(21)?,
        became_id: row.get(22)?,
        merged_into: row.get(23)?,
        reason: row.get(24)?,
        reached_at: row.get::<_, Option<String>>(25)?.map(|text| instant_of(&text)),
    })
}

/// The company, or the contact where none is known.
pub fn name_of(form: &LeadForm) -> &str {
    if form.customer.is_empty() { &form.contact } else { &form.customer }
}

/// What a lead is found by.
fn search_text(form: &LeadForm) -> String {
    let phone = phone_key(&form.phone);
    let parts = [
        form.customer.as_str(),
        &form.contact,
        &form.phone,
        if form.phone.contains(&phone) { "" } else { &phone },
        &form.wechat,
        &form.email,
        &form.source_note,
        &form.need,
    ];
    search_key(&parts.join(" "))
}

/// What is searched, for a new index: id, text and the names that may be asked for by sound.
pub(super) fn searched(connection: &Connection) -> Result<Vec<(i64, String, [String; 2])>, Fault> {
    let mut statement =
        connection.prepare("select id, search_key, customer, contact from lead order by id")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, [row.get(2)?, row.get(3)?])))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Registers a lead (L1); answers its id.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn insert(act: &Act, form: &LeadForm, customer_id: Option<i64>) -> Result<i64, Fault> {
    let now = act.at();
    let id: i64 = act
        .tx
        .prepare_cached(
            "insert into lead (state, name, name_key, customer, contact, title, phone, phone_key, wechat, email, industry,
                    province, city, district, region, source, source_note, need, received_at, registered_at,
                    registered_by, customer_id, search_key)
             values ('New', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', $1, $2, $3, null, '')
             returning id",
        )?
        .query_row(params![instant_text(form.received_at), now, act.actor], |row| row.get(0))?;
    write_form(act, id, form, customer_id)?;
    Ok(id)
}

/// Changes what was typed.
///
/// # Errors
/// `Stale`.
pub fn edit(act: &Act, seen: &LeadRecord, form: &LeadForm, customer_id: Option<i64>) -> Result<(), Fault> {
    touch(act, seen.id, seen.version)?;
    write_form(act, seen.id, form, customer_id)
}

fn touch(act: &Act, id: i64, version: i64) -> Result<(), Fault> {
    let changed = act
        .tx
        .prepare_cached("update lead set version = version + 1 where id = $1 and version = $2")?
        .execute([id, version])?;
    if changed == 1 { Ok(()) } else { Err(Fault::Stale { what: "lead".into() }) }
}

fn write_form(act: &Act, id: i64, form: &LeadForm, customer_id: Option<i64>) -> Result<(), Fault> {
    let (name, text) = (name_of(form), search_text(form));
    let region = if form.province.is_empty() { &form.city } else { &form.province };
    act.tx
        .prepare_cached(
            "update lead set name = $1, name_key = $2, customer = $3, contact = $4, title = $5, phone = $6,
                    phone_key = $7, wechat = $8, email = $9, industry = $10, province = $11, city = $12, district = $13,
                    region = $14, source = $15, source_note = $16, need = $17, received_at = $18, customer_id = $19,
                    search_key = $20
              where id = $21",
        )?
        .execute(params![
            name,
            name_key(name),
            form.customer,
            form.contact,
            form.title,
            form.phone,
            phone_key(&form.phone),
            form.wechat,
            form.email,
            form.industry,
            form.province,
            form.city,
            form.district,
            region,
            source_text(form.source),
            form.source_note,
            form.need,
            instant_text(form.received_at),
            customer_id,
            text,
            id
        ])?;
    search::put(act, Kind::Lead, id, &text, &[&form.customer, &form.contact])
}

/// Writes where a lead stands now.
///
/// # Errors
/// `Stale`.
pub fn stand(act: &Act, seen: &LeadRecord, now: &Standing) -> Result<(), Fault> {
    touch(act, seen.id, seen.version)?;
    act.tx
        .prepare_cached(
            "update lead set state = $1, grade = $2, owner_id = $3, became_id = $4, merged_into = $5, reason = $6
              where id = $7",
        )?
        .execute(params![
            state_text(now.state),
            now.grade.map(grade_text),
            now.owner_id,
            now.became_id,
            now.merged_into,
            now.reason,
            seen.id
        ])?;
    Ok(())
}

/// Evidence of a decision is an attachment of its lead that cannot be removed.
fn keep_evidence(act: &Act, id: i64, hand: &Hand) -> Result<(), Fault> {
    let Some(sha256) = &hand.evidence else { return Ok(()) };
    attachment::add_evidence(act, (DocumentKind::Lead, id), hand.recorder_id, sha256, &act.at())
}

/// Keeps a rating with its grounds (L2).
///
/// # Errors
/// Broken when the book cannot be written.
pub fn add_rating(act: &Act, id: i64, grade: Grade, grounds: &Grounds, hand: &Hand) -> Result<(), Fault> {
    let Grounds { industry, fit, likelihood } = grounds;
    keep_evidence(act, id, hand)?;
    act.tx
        .prepare_cached(
            "insert into lead_rating (lead_id, grade, industry_verdict, industry_note, fit_verdict, fit_note,
                    likelihood_verdict, likelihood_note, decider_id, recorder_id, given, evidence, behalf_reason, at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        )?
        .execute(params![
            id,
            grade_text(grade),
            industry.verdict,
            industry.note,
            fit.verdict,
            fit.note,
            likelihood.verdict,
            likelihood.note,
            hand.decider_id,
            hand.recorder_id,
            format!("{:?}", hand.given),
            hand.evidence,
            hand.behalf_reason.as_deref().unwrap_or_default(),
            act.at()
        ])?;
    Ok(())
}

/// Keeps an assignment (L3).
///
/// # Errors
/// Broken when the book cannot be written.
pub fn add_assignment(act: &Act, id: i64, owner_id: i64, hand: &Hand) -> Result<(), Fault> {
    keep_evidence(act, id, hand)?;
    act.tx
        .prepare_cached(
            "insert into lead_assignment (lead_id, owner_id, decider_id, recorder_id, given, evidence, behalf_reason, at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )?
        .execute(params![
            id,
            owner_id,
            hand.decider_id,
            hand.recorder_id,
            format!("{:?}", hand.given),
            hand.evidence,
            hand.behalf_reason.as_deref().unwrap_or_default(),
            act.at()
        ])?;
    Ok(())
}

/// The last rating, if there is one.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn rating(connection: &Connection, id: i64) -> Result<Option<LeadRating>, Fault> {
    let ground = |row: &Row, column: usize| {
        Ok::<_, rusqlite::Error>(Ground { verdict: row.get(column)?, note: row.get(column + 1)? })
    };
    Ok(connection
        .prepare_cached(
            "select r.grade, r.industry_verdict, r.industry_note, r.fit_verdict, r.fit_note, r.likelihood_verdict,
                    r.likelihood_note, d.name, w.name, r.at
               from lead_rating r join person d on d.id = r.decider_id join person w on w.id = r.recorder_id
              where r.lead_id = $1 order by r.id desc limit 1",
        )?
        .query_row([id], |row| {
            Ok(LeadRating {
                grade: grade_of(&row.get::<_, String>(0)?).unwrap_or(Grade::C),
                grounds: Grounds {
                    industry: ground(row, 1)?,
                    fit: ground(row, 3)?,
                    likelihood: ground(row, 5)?,
                },
                decider: row.get(7)?,
                recorder: row.get(8)?,
                at: row.get(9)?,
            })
        })
        .optional()?)
}
