//! An order as it stands in the book, read whole.

use chengdan_domain::approval::Level;
use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::order::form::{LineForm, OrderForm, Priced};
use chengdan_domain::order::{OrderOrigin, OrderState};
use rusqlite::{Connection, Row};

use super::{date_of, invoice_kind_of, origin_of, state_of};
use crate::fault::Fault;

/// An order, whole.
#[derive(Debug, Clone)]
pub struct OrderRecord {
    pub id: i64,
    pub version: i64,
    pub number: Option<String>,
    pub state: OrderState,
    pub origin: OrderOrigin,
    pub round: i64,
    pub level: i64,
    pub ladder: Vec<Level>,
    pub form: OrderForm,
    pub priced: Priced,
    pub creator_id: Option<i64>,
    pub content_hash: String,
    pub approved_hash: String,
    pub sent_back_reason: String,
    pub sent_back_by: String,
    pub sent_back_level: i64,
    pub sent_back_hash: String,
    pub created_at: String,
    pub created_on: String,
    pub submitted_at: Option<String>,
    pub approved_at: Option<String>,
    pub approved_on: Option<String>,
    pub open_lines: i64,
    pub open_promised_on: Option<String>,
    /// In the same order as `form.lines`.
    pub lines: Vec<LineRecord>,
}

/// What the book knows of a line beside what was typed.
#[derive(Debug, Clone)]
pub struct LineRecord {
    pub id: i64,
    pub delivered: Quantity,
    pub delivered_on: Option<String>,
}

const HEAD: &str = "id, version, number, state, origin, round, level, ladder, creator_id, content_hash, approved_hash,
    sent_back_reason, sent_back_by, sent_back_level, sent_back_hash, created_at, created_on, submitted_at, approved_at,
    approved_on, open_lines, open_promised_on";

const FORM: &str = "customer_id, customer_name, contact_id, customer_order_number, contract_number,
    contract_signed_on, contract_amount_fen, invoice_title, invoice_kind, terms, delivery_address, receiver,
    receiver_phone, promised_on, owner_id, owner_name, waiver_fen, note, customer_order_on, contract_id, contract_reason";

/// An order, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn load(connection: &Connection, id: i64) -> Result<OrderRecord, Fault> {
    let mut form = connection
        .prepare_cached(&format!("select {FORM} from sales_order where id = $1"))?
        .query_row([id], form_of)?;
    let mut record = connection
        .prepare_cached(&format!("select {HEAD} from sales_order where id = $1"))?
        .query_row([id], head_of)?;
    let mut statement = connection.prepare_cached(
        "select id, delivered_milli, delivered_on, product_id, name, spec, unit, quantity_milli, price_micro,
                list_price_micro, discount, tax_rate, customised, service, promised_on, category, amount_fen
           from order_line where order_id = $1 order by position, id",
    )?;
    let rows = statement.query_map([id], |row| line_of(row, record.origin))?;
    for row in rows {
        let (line, written) = row?;
        record.lines.push(line);
        form.lines.push(written);
    }
    record.priced = form.priced()?;
    record.form = form;
    Ok(record)
}

fn head_of(row: &Row) -> rusqlite::Result<OrderRecord> {
    let ladder: String = row.get(7)?;
    Ok(OrderRecord {
        id: row.get(0)?,
        version: row.get(1)?,
        number: row.get(2)?,
        state: state_of(&row.get::<_, String>(3)?),
        origin: origin_of(&row.get::<_, String>(4)?),
        round: row.get(5)?,
        level: row.get(6)?,
        ladder: serde_json::from_str(&ladder).unwrap_or_default(),
        form: OrderForm::default(),
        priced: Priced::default(),
        creator_id: row.get(8)?,
        content_hash: row.get(9)?,
        approved_hash: row.get(10)?,
        sent_back_reason: row.get(11)?,
        sent_back_by: row.get(12)?,
        sent_back_level: row.get(13)?,
        sent_back_hash: row.get(14)?,
        created_at: row.get(15)?,
        created_on: row.get(16)?,
        submitted_at: row.get(17)?,
        approved_at: row.get(18)?,
        approved_on: row.get(19)?,
        open_lines: row.get(20)?,
        open_promised_on: row.get(21)?,
        lines: Vec::new(),
    })
}

fn form_of(row: &Row) -> rusqlite::Result<OrderForm> {
    let terms: String = row.get(9)?;
    Ok(OrderForm {
        customer_id: row.get(0)?,
        customer_name: row.get(1)?,
        contact_id: row.get(2)?,
        customer_order_number: row.get(3)?,
        contract_number: row.get(4)?,
        contract_signed_on: date_of(row.get(5)?),
        contract_amount: row.get::<_, Option<i64>>(6)?.map(Money),
        invoice_title: row.get(7)?,
        invoice_kind: invoice_kind_of(&row.get::<_, String>(8)?),
        terms: serde_json::from_str(&terms).unwrap_or_default(),
        delivery_address: row.get(10)?,
        receiver: row.get(11)?,
        receiver_phone: row.get(12)?,
        promised_on: date_of(row.get(13)?),
        owner_id: row.get(14)?,
        owner_name: row.get(15)?,
        waiver: Money(row.get(16)?),
        note: row.get(17)?,
        customer_order_on: date_of(row.get(18)?),
        contract_id: row.get(19)?,
        contract_reason: row.get(20)?,
        lines: Vec::new(),
    })
}

fn line_of(row: &Row, origin: OrderOrigin) -> rusqlite::Result<(LineRecord, LineForm)> {
    let record = LineRecord { id: row.get(0)?, delivered: Quantity(row.get(1)?), delivered_on: row.get(2)? };
    let amount: Option<i64> = row.get(16)?;
    let form = LineForm {
        product_id: row.get(3)?,
        name: row.get(4)?,
        spec: row.get(5)?,
        unit: row.get(6)?,
        quantity: row.get::<_, Option<i64>>(7)?.map(Quantity),
        price: row.get::<_, Option<i64>>(8)?.map(Price),
        list_price: row.get::<_, Option<i64>>(9)?.map(Price),
        discount: Rate(row.get(10)?),
        tax_rate: row.get::<_, Option<i64>>(11)?.map(Rate),
        customised: row.get(12)?,
        service: row.get(13)?,
        promised_on: date_of(row.get(14)?),
        category: row.get(15)?,
        // Amounts of 期初 orders were taken over, not computed.
        given_amount: amount.filter(|_| origin == OrderOrigin::Opening).map(Money),
    };
    Ok((record, form))
}
