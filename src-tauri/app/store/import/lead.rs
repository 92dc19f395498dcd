//! Leads that an import brings: registered as others are, standing where the file says.

use chengdan_domain::lead::{LeadForm, LeadSource};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use crate::clock::instant_text;
use crate::fault::Fault;
use crate::store::Act;
use crate::store::lead::{Standing, grade_text, insert, state_text};

/// Writes a lead; the history has one entry for the whole import.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn insert_lead(
    act: &Act,
    import_id: i64,
    form: &LeadForm,
    customer_id: Option<i64>,
    registered_at: DateTime<Utc>,
    standing: &Standing,
) -> Result<i64, Fault> {
    let id = insert(act, form, customer_id)?;
    act.tx
        .prepare_cached(
            "update lead set import_id = $1, registered_at = $2, state = $3, grade = $4, owner_id = $5, reason = $6
              where id = $7",
        )?
        .execute(params![
            import_id,
            instant_text(registered_at),
            state_text(standing.state),
            standing.grade.map(grade_text),
            standing.owner_id,
            standing.reason,
            id
        ])?;
    Ok(id)
}

/// What tells leads apart, of every lead of the book.
///
/// # Errors
/// Broken when the book cannot be read; or what `visit` answers.
pub fn each_lead(connection: &Connection, visit: &mut dyn FnMut(LeadForm)) -> Result<(), Fault> {
    let mut statement = connection
        .prepare_cached("select customer, contact, phone, wechat, email, need from lead order by id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        visit(LeadForm {
            customer: row.get(0)?,
            contact: row.get(1)?,
            title: String::new(),
            phone: row.get(2)?,
            wechat: row.get(3)?,
            email: row.get(4)?,
            industry: String::new(),
            province: String::new(),
            city: String::new(),
            district: String::new(),
            source: LeadSource::default(),
            source_note: String::new(),
            need: row.get(5)?,
            received_at: DateTime::<Utc>::default(),
        });
    }
    Ok(())
}
