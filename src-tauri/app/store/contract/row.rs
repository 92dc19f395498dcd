//! A contract as it stands in the book, read whole.

use chengdan_domain::contract::ContractState;
use chengdan_domain::contract::form::{ClauseForm, ContractForm};
use chengdan_domain::contract::law::ContractDoc;
use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::order::form::{LineForm, OrderForm};
use rusqlite::{Connection, Row};

use super::{kind_of, state_of};
use crate::fault::Fault;
use crate::store::order::date_of;

/// A contract, whole.
#[derive(Debug, Clone)]
pub struct ContractRecord {
    pub id: i64,
    pub version: i64,
    pub doc: ContractDoc,
    pub creator: String,
    pub created_at: String,
    pub signed_on: Option<String>,
    pub our_signatory: String,
    pub their_signatory: String,
    pub scan: Option<String>,
    /// Why legal gave it back, or why it is void.
    pub returned_reason: String,
    /// What orders call off from a framework.
    pub called: Money,
}

/// A contract, whole.
///
/// # Errors
/// `RowNotFound`.
pub fn load(connection: &Connection, id: i64) -> Result<ContractRecord, Fault> {
    let mut record = connection
        .prepare_cached(
            "select c.id, c.version, c.number, c.state, c.creator_id, c.content_hash, c.reviewed_hash,
                    coalesce(w.name, ''), c.created_at, c.signed_on, c.our_signatory, c.their_signatory, c.scan,
                    c.returned_reason, c.called_fen, c.kind, c.opportunity_id, c.quotation_version_id,
                    c.supplement_of, c.delivery_period, c.valid_until, c.limit_fen, c.difference_reason,
                    c.customer_id, c.customer_name, c.contact_id, c.customer_order_number, c.terms,
                    c.delivery_address, c.promised_on, c.owner_id, coalesce(o.name, ''), c.waiver_fen, c.note
               from contract c left join person w on w.id = c.creator_id left join person o on o.id = c.owner_id
              where c.id = $1",
        )?
        .query_row([id], record_of)?;
    let form = &mut record.doc.form;
    let mut statement = connection.prepare_cached(
        "select l.product_id, l.name, l.spec, l.unit, l.quantity_milli, l.price_micro, p.price_micro, l.discount,
                l.tax_rate, l.customised, coalesce(p.kind, ''), l.promised_on, coalesce(p.category, '')
           from contract_line l left join product p on p.id = l.product_id
          where l.contract_id = $1 order by l.position, l.id",
    )?;
    for line in statement.query_map([id], line_of)? {
        form.sale.lines.push(line?);
    }
    let mut statement = connection.prepare_cached(
        "select clause_id, title, body from contract_clause where contract_id = $1 order by position",
    )?;
    let clause = |row: &Row| Ok(ClauseForm { clause_id: row.get(0)?, title: row.get(1)?, body: row.get(2)? });
    for clause in statement.query_map([id], clause)? {
        form.clauses.push(clause?);
    }
    record.doc.priced = record.doc.form.priced()?;
    Ok(record)
}

fn record_of(row: &Row) -> rusqlite::Result<ContractRecord> {
    Ok(ContractRecord {
        id: row.get(0)?,
        version: row.get(1)?,
        doc: ContractDoc {
            number: row.get(2)?,
            state: state_of(&row.get::<_, String>(3)?),
            creator_id: row.get(4)?,
            form: form_of(row)?,
            priced: Default::default(),
            content_hash: row.get(5)?,
            reviewed_hash: row.get(6)?,
        },
        creator: row.get(7)?,
        created_at: row.get(8)?,
        signed_on: row.get(9)?,
        our_signatory: row.get(10)?,
        their_signatory: row.get(11)?,
        scan: row.get(12)?,
        returned_reason: row.get(13)?,
        called: Money(row.get(14)?),
    })
}

fn form_of(row: &Row) -> rusqlite::Result<ContractForm> {
    let terms: String = row.get(27)?;
    let sale = OrderForm {
        customer_id: row.get(23)?,
        customer_name: row.get(24)?,
        contact_id: row.get(25)?,
        customer_order_number: row.get(26)?,
        terms: serde_json::from_str(&terms).unwrap_or_default(),
        delivery_address: row.get(28)?,
        promised_on: date_of(row.get(29)?),
        owner_id: row.get(30)?,
        owner_name: row.get(31)?,
        waiver: Money(row.get(32)?),
        note: row.get(33)?,
        ..OrderForm::default()
    };
    Ok(ContractForm {
        kind: kind_of(&row.get::<_, String>(15)?),
        opportunity_id: row.get(16)?,
        quotation_version_id: row.get(17)?,
        supplement_of: row.get(18)?,
        sale,
        delivery_period: row.get(19)?,
        valid_until: date_of(row.get(20)?),
        limit: row.get::<_, Option<i64>>(21)?.map(Money),
        difference_reason: row.get(22)?,
        clauses: Vec::new(),
    })
}

fn line_of(row: &Row) -> rusqlite::Result<LineForm> {
    Ok(LineForm {
        product_id: row.get(0)?,
        name: row.get(1)?,
        spec: row.get(2)?,
        unit: row.get(3)?,
        quantity: row.get::<_, Option<i64>>(4)?.map(Quantity),
        price: row.get::<_, Option<i64>>(5)?.map(Price),
        list_price: row.get::<_, Option<i64>>(6)?.filter(|price| *price > 0).map(Price),
        discount: Rate(row.get(7)?),
        tax_rate: row.get::<_, Option<i64>>(8)?.map(Rate),
        customised: row.get(9)?,
        service: row.get::<_, String>(10)? == "Service",
        promised_on: date_of(row.get(11)?),
        category: row.get(12)?,
        given_amount: None,
    })
}

impl ContractRecord {
    /// Whether nothing about it changes any more.
    pub fn is_closed(&self) -> bool {
        matches!(self.doc.state, ContractState::Signed | ContractState::Void)
    }
}
