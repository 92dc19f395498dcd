//! What submission, return and the last approval leave behind on an order. Call after `move_to`, in the same act.

use chengdan_domain::order::content::content_hash;
use chengdan_domain::refusal::Refusal;
use rusqlite::{Connection, OptionalExtension, params};

use super::row::OrderRecord;
use crate::clock::year_month;
use crate::fault::Fault;
use crate::store::{Act, customer, delivery, month_sum};

/// Marks an order as submitted: what is submitted, and when.
pub fn submitted(act: &Act, id: i64, content_hash: &str) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "update sales_order set content_hash = $1, submitted_at = $2, sent_back_reason = '', sent_back_by = '',
                    sent_back_level = 0, sent_back_hash = '' where id = $3",
        )?
        .execute(params![content_hash, act.at(), id])?;
    Ok(())
}

/// Puts the reason of a return on top of the form.
pub fn sent_back(act: &Act, order: &OrderRecord, reason: &str, by: &str) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "update sales_order set sent_back_reason = $1, sent_back_by = $2, sent_back_level = $3, sent_back_hash = $4
              where id = $5",
        )?
        .execute(params![reason, by, order.level, order.content_hash, order.id])?;
    Ok(())
}

/// Lets an order count (O1, K1, K3): its day, the copies of region, industry, person and category, the first
/// promise of each line, and how much is still to be delivered.
pub fn approved(act: &Act, order: &OrderRecord, content_hash: &str) -> Result<(), Fault> {
    let (region, industry) = match order.form.customer_id {
        Some(id) => (customer::region(act.tx, id)?, customer::get(act.tx, id)?.industry),
        None => (String::new(), String::new()),
    };
    let today = act.today();
    act.tx
        .prepare_cached(
            "update sales_order set approved_hash = $1, approved_at = $2, approved_on = $3, approved_ym = $4,
                    counted_region = $5, counted_industry = $6, counted_person_id = owner_id where id = $7",
        )?
        .execute(params![
            content_hash,
            act.at(),
            today.to_string(),
            year_month(today),
            region,
            industry,
            order.id
        ])?;
    for (line, form) in order.lines.iter().zip(&order.form.lines) {
        let promise = order.form.line_promise(form);
        act.tx
            .prepare_cached(
                "update order_line set counted = 1, first_promised_on = $1, first_promised_ym = $2,
                        category = coalesce((select p.category from product p where p.id = order_line.product_id),
                                            category)
                  where id = $3",
            )?
            .execute(params![super::date_text(promise), promise.map(year_month), line.id])?;
    }
    delivery::refresh_order(act, order.id)?;
    month_sum::count_order(act, order.id, 1)
}

/// Names the contact that the letter goes to, when the form left it open.
pub fn set_contact(act: &Act, id: i64, contact_id: i64) -> Result<(), Fault> {
    act.tx
        .prepare_cached("update sales_order set contact_id = $1 where id = $2 and contact_id is null")?
        .execute([contact_id, id])?;
    Ok(())
}

/// The letter that was issued last for an order: (hash of its PDF, its file name).
pub fn issued_letter(connection: &Connection, order_id: i64) -> Result<Option<(String, String)>, Fault> {
    Ok(connection
        .prepare_cached(
            "select pdf_sha256, pdf_name from letter where order_id = $1 and kind = 'order_confirmation'
              order by revision desc limit 1",
        )?
        .query_row([order_id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// The order whose letter was issued last.
pub fn last_issued(connection: &Connection) -> Result<Option<i64>, Fault> {
    Ok(connection
        .prepare_cached(
            "select order_id from letter where kind = 'order_confirmation' order by id desc limit 1",
        )?
        .query_row([], |row| row.get(0))
        .optional()?)
}

/// Refuses what an order's approval no longer covers (审批失效, O4): no letter leaves for it.
///
/// # Errors
/// `ContentChanged`.
pub fn insist_on_approval(connection: &Connection, order_id: Option<i64>) -> Result<(), Fault> {
    let Some(id) = order_id else { return Ok(()) };
    let record = super::load(connection, id)?;
    let holds = record.approved_hash == content_hash(&record.form, &record.priced);
    if holds { Ok(()) } else { Err(Refusal::ContentChanged.into()) }
}
