//! A complete order in a given state, written without the law: for imports (期初), the sample company and tests.

use chengdan_domain::approval::Level;
use chengdan_domain::money::{Money, Quantity};
use chengdan_domain::number::{OrderNumber, sort_key};
use chengdan_domain::order::content::content_hash;
use chengdan_domain::order::form::{OrderForm, Priced};
use chengdan_domain::order::{OrderOrigin, OrderState, OrderStatus};
use chengdan_domain::text::search_key;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::params;

use super::{date_text, state_text, status_text};
use crate::clock::{business_date, instant_text, year_month};
use crate::fault::Fault;
use crate::store::search::{self, Kind};
use crate::store::{Act, delivery_note, series};

/// An order as it came to be elsewhere.
#[derive(Debug, Clone)]
pub struct NewOrder {
    /// `customer_name` and `owner_name` must be filled in.
    pub form: OrderForm,
    pub number: Option<String>,
    pub state: OrderState,
    pub origin: OrderOrigin,
    pub round: i64,
    /// The rung it waits for, from 1; 0 outside approval.
    pub level: i64,
    pub ladder: Vec<Level>,
    pub creator_id: Option<i64>,
    pub created_at: DateTime<Utc>,
    pub submitted_at: Option<DateTime<Utc>>,
    pub approved_at: Option<DateTime<Utc>>,
    /// The date the order counts on (K1); none while it is not approved.
    pub approved_on: Option<NaiveDate>,
    /// Region and industry as figures count them; copied from the customer.
    pub region: String,
    pub industry: String,
    /// Why it was sent back, and by whom.
    pub sent_back_reason: String,
    pub sent_back_by: String,
    pub deliveries: Vec<NewDelivery>,
    pub import_id: Option<i64>,
}

/// Goods that reached the delivery point.
#[derive(Debug, Clone)]
pub struct NewDelivery {
    /// The index of the line in the form.
    pub line: usize,
    pub quantity: Quantity,
    pub delivered_on: NaiveDate,
}

impl NewOrder {
    /// A draft of that form; change what differs.
    pub fn draft(form: OrderForm, created_at: DateTime<Utc>) -> NewOrder {
        NewOrder {
            form,
            number: None,
            state: OrderState::Draft,
            origin: OrderOrigin::Desk,
            round: 0,
            level: 0,
            ladder: Vec::new(),
            creator_id: None,
            created_at,
            submitted_at: None,
            approved_at: None,
            approved_on: None,
            region: String::new(),
            industry: String::new(),
            sent_back_reason: String::new(),
            sent_back_by: String::new(),
            deliveries: Vec::new(),
            import_id: None,
        }
    }

    fn counts(&self) -> bool {
        self.approved_on.is_some() && matches!(self.state, OrderState::Approved | OrderState::Opening)
    }
}

/// Writes an order with its lines and deliveries and answers its id. Neither history nor roll-ups are written here:
/// an import is one entry of its own, and `store::month_sum` counts afterwards. The number advances its series.
///
/// # Errors
/// `AmountTooLarge`; `NameTaken` when the number exists.
pub fn insert(act: &Act, order: &NewOrder) -> Result<i64, Fault> {
    let taken_over = taken_over(order)?;
    let order = taken_over.as_ref().unwrap_or(order);
    let priced = order.form.priced()?;
    let id = insert_head(act, order, &priced)?;
    let mut lines = Vec::with_capacity(order.form.lines.len());
    for index in 0..order.form.lines.len() {
        lines.push(insert_line(act, id, order, &priced, index)?);
    }
    let mut statement = act.tx.prepare_cached(
        "insert into delivery (order_id, line_id, quantity_milli, delivered_on, recorded_by, recorded_at, serial)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )?;
    let serials = delivery_note::serials(1, order.deliveries.iter().map(|delivery| delivery.delivered_on));
    for delivery in &order.deliveries {
        let Some(line) = lines.get(delivery.line) else { continue };
        let (quantity, day) = (delivery.quantity.0, delivery.delivered_on.to_string());
        let serial = serials.get(&delivery.delivered_on);
        statement.execute(params![id, line, quantity, day, act.actor, act.at(), serial])?;
    }
    Ok(id)
}

/// Amounts of 期初 orders are kept as they were, not computed again; their 整单优惠 is already in them.
fn taken_over(order: &NewOrder) -> Result<Option<NewOrder>, Fault> {
    if order.origin != OrderOrigin::Opening {
        return Ok(None);
    }
    let priced = order.form.priced()?;
    let mut kept = order.clone();
    kept.form.waiver = Money(0);
    for (line, priced) in kept.form.lines.iter_mut().zip(priced.lines) {
        line.given_amount = priced.map(|priced| priced.amount);
    }
    Ok(Some(kept))
}

fn insert_head(act: &Act, order: &NewOrder, priced: &Priced) -> Result<i64, Fault> {
    let created_on = business_date(order.created_at);
    let id: i64 = act
        .tx
        .prepare_cached(
            "insert into sales_order (number, sort_ym, sort_serial, state, status, origin, round, level, ladder, terms,
                    creator_id, created_at, created_on, submitted_at, approved_at, approved_on, approved_ym,
                    counted_region, counted_industry, counted_person_id, sent_back_reason, sent_back_by, import_id)
             values ($1, 999999, 0, $2, $3, $4, $5, $6, $7, '{}', $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                    $19, $20) returning id",
        )?
        .query_row(
            params![
                Option::<String>::None,
                state_text(order.state),
                status_text(OrderStatus::of(order.state, &order.ladder, order.level)),
                format!("{:?}", order.origin),
                order.round,
                order.level,
                serde_json::to_string(&order.ladder)?,
                order.creator_id,
                instant_text(order.created_at),
                created_on.to_string(),
                order.submitted_at.map(instant_text),
                order.approved_at.map(instant_text),
                date_text(order.approved_on),
                order.approved_on.map(year_month),
                order.region,
                order.industry,
                order.approved_on.and(order.form.owner_id),
                order.sent_back_reason,
                order.sent_back_by,
                order.import_id,
            ],
            |row| row.get(0),
        )?;
    if let Some(number) = &order.number {
        write_number(act, id, number, year_month(order.approved_on.unwrap_or(created_on)))?;
    }
    super::write::write_form(act, id, order.number.as_deref(), &order.form, priced)?;
    finish_head(act, id, order, priced)?;
    Ok(id)
}

/// Gives an order its number and its place among others, and moves the series past it.
///
/// # Errors
/// `NameTaken` when another order carries it.
pub fn set_number(act: &Act, id: i64, number: &str, dated_ym: i64) -> Result<(), Fault> {
    write_number(act, id, number, dated_ym)?;
    let before: String = act
        .tx
        .prepare_cached("select search_key from sales_order where id = $1")?
        .query_row([id], |row| row.get(0))?;
    let key = search_key(&format!("{number} {before}"));
    act.tx
        .prepare_cached("update sales_order set search_key = $1 where id = $2")?
        .execute(params![key, id])?;
    search::put(act, Kind::Order, id, &key, &[])
}

fn write_number(act: &Act, id: i64, number: &str, dated_ym: i64) -> Result<(), Fault> {
    let (ym, serial) = sort_key(number, dated_ym);
    let taken: i64 = act
        .tx
        .prepare_cached("select count(*) from sales_order where number = $1")?
        .query_row([number], |row| row.get(0))?;
    if taken > 0 {
        return Err(chengdan_domain::refusal::Refusal::NameTaken { name: number.into() }.into());
    }
    act.tx
        .prepare_cached("update sales_order set number = $1, sort_ym = $2, sort_serial = $3 where id = $4")?
        .execute(params![number, ym, serial, id])?;
    OrderNumber::read(number).map_or(Ok(()), |number| series::advance(act, &number))
}

/// What depends on the amounts: hashes, and how much is still to be delivered.
fn finish_head(act: &Act, id: i64, order: &NewOrder, priced: &Priced) -> Result<(), Fault> {
    let hash = content_hash(&order.form, priced);
    let approved = if order.counts() { hash.as_str() } else { "" };
    let (mut open, mut part, mut promise, mut last) = (0_i64, false, None, None);
    if order.counts() {
        for (index, line) in order.form.lines.iter().enumerate() {
            let (delivered, full) = delivered(order, index);
            part |= delivered.0 > 0;
            last = last.max(full);
            if delivered < line.quantity.unwrap_or_default() {
                open += 1;
                promise = earliest(promise, order.form.line_promise(line));
            }
        }
    }
    act.tx
        .prepare_cached(
            "update sales_order set content_hash = $1, approved_hash = $2, open_lines = $3, part_delivered = $4,
                    open_promised_on = $5, delivered_on = $6 where id = $7",
        )?
        .execute(params![
            hash,
            approved,
            open,
            part && open > 0,
            date_text(promise),
            date_text(last.filter(|_| open == 0)).unwrap_or_default(),
            id
        ])?;
    Ok(())
}

fn earliest(found: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    match (found, other) {
        (Some(found), Some(other)) => Some(found.min(other)),
        (found, other) => found.or(other),
    }
}

/// How much of a line was delivered, and the day on which all of it was.
fn delivered(order: &NewOrder, line: usize) -> (Quantity, Option<NaiveDate>) {
    let ordered = order.form.lines.get(line).and_then(|line| line.quantity).unwrap_or_default();
    let mut found: Vec<&NewDelivery> =
        order.deliveries.iter().filter(|delivery| delivery.line == line).collect();
    found.sort_by_key(|delivery| delivery.delivered_on);
    let (mut sum, mut full) = (0, None);
    for delivery in found {
        sum += delivery.quantity.0;
        if sum >= ordered.0 && full.is_none() {
            full = Some(delivery.delivered_on);
        }
    }
    (Quantity(sum), full)
}

fn insert_line(
    act: &Act,
    order_id: i64,
    order: &NewOrder,
    priced: &Priced,
    index: usize,
) -> Result<i64, Fault> {
    let id = super::write::insert_line(act, order_id, &order.form, priced, index)?;
    let (delivered, full) = delivered(order, index);
    let counts = order.counts();
    let promise = order.form.lines.get(index).and_then(|line| order.form.line_promise(line));
    let first = promise.filter(|_| counts);
    act.tx
        .prepare_cached(
            "update order_line set first_promised_on = $1, first_promised_ym = $2, counted = $3, delivered_milli = $4,
                    delivered_on = $5 where id = $6",
        )?
        .execute(params![date_text(first), first.map(year_month), counts, delivered.0, date_text(full), id])?;
    Ok(id)
}
