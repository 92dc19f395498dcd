//! On what a contract stands, and what stands on it: the version that was accepted, orders, supplements.

use chengdan_domain::bargain::Bargain;
use chengdan_domain::contract::ContractState;
use chengdan_domain::contract::form::ContractForm;
use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::order::form::{LineForm, OrderForm};
use chengdan_domain::order::law::ContractGround;
use rusqlite::{Connection, OptionalExtension, params};

use super::{load, state_of};
use crate::fault::Fault;
use crate::store::Act;
use crate::store::order::status_of;
use crate::views::contract::{ContractOrder, ContractOther};

/// A version of a quotation, as far as a contract takes it over. What it costs us is not among it.
#[derive(Debug, Clone)]
pub struct Version {
    pub id: i64,
    pub quotation_id: i64,
    pub number: String,
    pub revision: i64,
    pub state: String,
    /// Opportunity, customer, contact, manager, terms, lines, 整单优惠 and delivery period.
    pub form: ContractForm,
}

impl Version {
    /// What both sides agreed on.
    ///
    /// # Errors
    /// `AmountTooLarge`.
    pub fn bargain(&self) -> Result<Bargain, Fault> {
        Ok(self.form.bargain(&self.form.priced()?))
    }

    /// Its name: the quotation's number and which version.
    pub fn name(&self) -> String {
        format!("{} V{}", self.number, self.revision)
    }
}

/// The current version of a quotation.
///
/// # Errors
/// `RowNotFound`.
pub fn current_version(connection: &Connection, quotation_id: i64) -> Result<Version, Fault> {
    let id: Option<i64> = connection
        .prepare_cached("select current_id from quotation where id = $1")?
        .query_row([quotation_id], |row| row.get(0))?;
    version(connection, id.unwrap_or_default())
}

/// A version of a quotation.
///
/// # Errors
/// `RowNotFound`.
pub fn version(connection: &Connection, id: i64) -> Result<Version, Fault> {
    let mut found = connection
        .prepare_cached(
            "select v.id, v.quotation_id, q.number, v.revision, v.state, q.opportunity_id, q.customer_id,
                    q.customer_name, v.contact_id, q.owner_id, coalesce(p.name, ''), v.terms, v.delivery_period,
                    v.waiver_fen
               from quotation_version v join quotation q on q.id = v.quotation_id
               left join person p on p.id = q.owner_id
              where v.id = $1",
        )?
        .query_row([id], |row| {
            let terms: String = row.get(11)?;
            let sale = OrderForm {
                customer_id: row.get(6)?,
                customer_name: row.get(7)?,
                contact_id: row.get(8)?,
                owner_id: row.get(9)?,
                owner_name: row.get(10)?,
                terms: serde_json::from_str(&terms).unwrap_or_default(),
                waiver: Money(row.get(13)?),
                ..OrderForm::default()
            };
            Ok(Version {
                id: row.get(0)?,
                quotation_id: row.get(1)?,
                number: row.get(2)?,
                revision: row.get(3)?,
                state: row.get(4)?,
                form: ContractForm {
                    opportunity_id: row.get(5)?,
                    quotation_version_id: Some(id),
                    delivery_period: row.get(12)?,
                    sale,
                    ..ContractForm::default()
                },
            })
        })?;
    let mut statement = connection.prepare_cached(
        "select product_id, name, spec, unit, quantity_milli, price_micro, discount, tax_rate, customised
           from quotation_line where quotation_version_id = $1 order by position, id",
    )?;
    let lines = statement.query_map([id], |row| {
        Ok(LineForm {
            product_id: row.get(0)?,
            name: row.get(1)?,
            spec: row.get(2)?,
            unit: row.get(3)?,
            quantity: row.get::<_, Option<i64>>(4)?.map(Quantity),
            price: row.get::<_, Option<i64>>(5)?.map(Price),
            discount: Rate(row.get(6)?),
            tax_rate: row.get::<_, Option<i64>>(7)?.map(Rate),
            customised: row.get(8)?,
            ..LineForm::default()
        })
    })?;
    for line in lines {
        found.form.sale.lines.push(line?);
    }
    Ok(found)
}

/// The contract that was made from a version and is not void: its number, empty while it has none.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn made_from(connection: &Connection, version_id: i64) -> Result<Option<String>, Fault> {
    Ok(connection
        .prepare_cached(
            "select coalesce(number, '') from contract where quotation_version_id = $1 and state <> 'Void'
              order by id limit 1",
        )?
        .query_row([version_id], |row| row.get(0))
        .optional()?)
}

/// The paper as it was when it was signed: (hash of its PDF, its file name).
///
/// # Errors
/// Broken when the book cannot be read.
pub fn signed_paper(connection: &Connection, id: i64) -> Result<Option<(String, String)>, Fault> {
    Ok(connection
        .prepare_cached(
            "select pdf_sha256, pdf_name from letter where document = 'contract' and document_id = $1
              order by id desc limit 1",
        )?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// Number and state of a contract.
///
/// # Errors
/// `RowNotFound`.
pub fn standing(connection: &Connection, id: i64) -> Result<(String, ContractState), Fault> {
    Ok(connection
        .prepare_cached("select coalesce(number, ''), state from contract where id = $1")?
        .query_row([id], |row| Ok((row.get(0)?, state_of(&row.get::<_, String>(1)?))))?)
}

/// The orders that stand on a contract, the oldest first; void ones among them.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn orders(connection: &Connection, id: i64) -> Result<Vec<ContractOrder>, Fault> {
    let mut statement = connection.prepare_cached(
        "select id, coalesce(number, ''), status, amount_fen, created_on from sales_order where contract_id = $1
          order by id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(ContractOrder {
            id: row.get(0)?,
            number: row.get(1)?,
            status: status_of(&row.get::<_, String>(2)?),
            amount_fen: Money(row.get(3)?),
            created_on: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The supplements of a contract, the oldest first.
///
/// # Errors
/// Broken when the book cannot be read.
pub fn supplements(connection: &Connection, id: i64) -> Result<Vec<ContractOther>, Fault> {
    let mut statement = connection.prepare_cached(
        "select id, coalesce(number, ''), state from contract where supplement_of = $1 order by id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(ContractOther { id: row.get(0)?, number: row.get(1)?, state: state_of(&row.get::<_, String>(2)?) })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A contract as an order sees it that stands, or will stand, on it.
///
/// # Errors
/// `RowNotFound`.
pub fn for_order(connection: &Connection, id: i64, order_id: Option<i64>) -> Result<ContractGround, Fault> {
    let record = load(connection, id)?;
    let doc = record.doc;
    let others: Vec<(String, bool, i64)> = connection
        .prepare_cached(
            "select coalesce(number, ''), state in ('Draft', 'Void'), amount_fen from sales_order
              where contract_id = $1 and id <> $2 and state <> 'Void' order by id",
        )?
        .query_map(params![id, order_id.unwrap_or(0)], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    let called = others.iter().filter(|(_, idle, _)| !idle).map(|(_, _, fen)| fen).sum();
    Ok(ContractGround {
        id,
        number: doc.number.clone().unwrap_or_default(),
        kind: doc.form.kind,
        state: doc.state,
        customer_id: doc.form.sale.customer_id.unwrap_or_default(),
        valid_until: doc.form.valid_until,
        limit: doc.amount(),
        called: Money(called),
        other_orders: others.into_iter().map(|(number, _, _)| number).collect(),
        bargain: doc.form.bargain(&doc.priced),
    })
}

/// Counts anew what orders call off: what was submitted and is not void. Call in every act that moves such an order.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn count_calls(act: &Act, contract_id: Option<i64>) -> Result<(), Fault> {
    let Some(id) = contract_id else { return Ok(()) };
    act.tx
        .prepare_cached(
            "update contract set called_fen = (select cast(coalesce(sum(o.amount_fen), 0) as bigint) from sales_order o
                                                where o.contract_id = $1 and o.state not in ('Draft', 'Void'))
              where id = $1",
        )?
        .execute([id])?;
    Ok(())
}
