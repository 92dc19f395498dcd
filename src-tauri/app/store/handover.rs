//! Handing over: what a person looks after goes to another account manager. Past figures stay with whom they counted
//! for; those were copied onto the order at its approval.

use chengdan_domain::opportunity::OpportunityForm;
use chengdan_domain::order::OrderState;
use rusqlite::{Connection, params};

use super::contract::ContractRecord;
use super::order::{OrderRecord, state_of, write::search_text};
use super::search::{self, Kind};
use super::{Act, contract, customer, deadline, history, lead, lead_contact, opportunity};
use crate::fault::Fault;
use crate::views::deadline::ClockOf;

/// How far an order is, as far as handing over cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Drafts and what was sent back.
    Draft,
    InApproval,
    /// Approved or 期初, and not yet delivered in full.
    Open,
}

/// What somebody looks after.
pub struct Owned {
    pub customers: Vec<i64>,
    /// Open leads.
    pub leads: Vec<i64>,
    /// Open opportunities.
    pub deals: Vec<i64>,
    pub orders: Vec<(i64, Stage)>,
    /// Of which something may still come.
    pub quotations: Vec<i64>,
    /// Not signed yet, or signed and still to be ordered.
    pub contracts: Vec<i64>,
}

impl Owned {
    /// Whether there is nothing to hand over.
    pub fn is_empty(&self) -> bool {
        let papers = self.orders.is_empty() && self.quotations.is_empty() && self.contracts.is_empty();
        self.customers.is_empty() && self.leads.is_empty() && self.deals.is_empty() && papers
    }
}

/// What somebody looks after: customers, open leads and opportunities, and the quotations, contracts and orders that are
/// not finished.
pub fn owned(connection: &Connection, person_id: i64) -> Result<Owned, Fault> {
    let mut statement =
        connection.prepare_cached("select id from customer where owner_id = $1 order by id")?;
    let customers = statement.query_map([person_id], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut statement = connection.prepare_cached(
        "select id, state from sales_order
          where owner_id = $1 and (state in ('Draft', 'SentBack', 'InApproval') or open_lines > 0)
          order by sort_ym, sort_serial, id",
    )?;
    let rows =
        statement.query_map([person_id], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    let mut orders = Vec::new();
    for row in rows {
        let (id, state) = row?;
        match state_of(&state) {
            OrderState::Draft | OrderState::SentBack => orders.push((id, Stage::Draft)),
            OrderState::InApproval => orders.push((id, Stage::InApproval)),
            OrderState::Approved | OrderState::Opening => orders.push((id, Stage::Open)),
            OrderState::Void => {}
        }
    }
    let ids = |sql: &str| -> Result<Vec<i64>, Fault> {
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement.query_map([person_id], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    };
    Ok(Owned {
        customers,
        leads: lead_contact::in_hand_of(connection, person_id)?,
        deals: ids("select id from opportunity where owner_id = $1 and state = 'Open' order by id")?,
        orders,
        quotations: ids(
            "select id from quotation where owner_id = $1 and state not in ('Lost', 'Superseded')
              and (state <> 'Accepted' or not exists (select 1 from contract k
                     where k.quotation_version_id = quotation.current_id and k.state <> 'Void')) order by id",
        )?,
        contracts: ids("select id from contract where owner_id = $1 and state <> 'Void'
              and (state <> 'Signed' or kind = 'Framework' or not exists (select 1 from sales_order o
                     where o.contract_id = contract.id and o.state <> 'Void'))
              order by sort_ym, sort_serial, id")?,
    })
}

/// A customer goes to another account manager.
pub fn customer(act: &Act, id: i64, heir_id: i64) -> Result<(), Fault> {
    let mut card = customer::get(act.tx, id)?;
    card.owner_id = Some(heir_id);
    customer::save(act, &card)?;
    Ok(())
}

/// An open lead goes to another person, with what is left of its clocks.
pub fn lead(act: &Act, id: i64, heir_id: i64, heir: &str) -> Result<(), Fault> {
    let record = lead::load(act.tx, id)?;
    let standing = lead::Standing { owner_id: Some(heir_id), ..record.standing(record.doc.state) };
    lead::stand(act, &record, &standing)?;
    deadline::hand_over(act, ClockOf::Lead, id, Some(heir_id))?;
    let told = history::Payload::default().change("owner", record.owner, heir);
    history::record(act, "lead_hand_over", "lead", id, &told)
}

/// An open opportunity goes to another person. Its quotations and contracts are theirs who look after them.
pub fn opportunity(act: &Act, id: i64, heir_id: i64, heir: &str) -> Result<(), Fault> {
    let record = opportunity::load(act.tx, id)?;
    let form = OpportunityForm { owner_id: Some(heir_id), ..record.doc.form.clone() };
    opportunity::edit(act, &record, &form)?;
    let told = history::Payload::default().change("owner", record.owner, heir);
    history::record(act, "opportunity_hand_over", "opportunity", id, &told)
}

/// A quotation goes to another account manager, with the clock of its validity; what was approved is the same.
pub fn quotation(act: &Act, id: i64, before: &str, heir_id: i64, heir: &str) -> Result<(), Fault> {
    act.tx
        .prepare_cached("update quotation set owner_id = $1, version = version + 1 where id = $2")?
        .execute([heir_id, id])?;
    deadline::hand_over(act, ClockOf::Quotation, id, Some(heir_id))?;
    let told = history::Payload::default().change("owner", before, heir);
    history::record(act, "quotation_hand_over", "quotation", id, &told)
}

/// A contract goes to another account manager, with the clock of its order; what legal read is the same.
pub fn contract(act: &Act, record: &ContractRecord, heir_id: i64, heir: &str) -> Result<(), Fault> {
    act.tx
        .prepare_cached("update contract set owner_id = $1, version = version + 1 where id = $2")?
        .execute([heir_id, record.id])?;
    contract::found_by(act, record.id, heir)?;
    deadline::hand_over(act, ClockOf::Contract, record.id, Some(heir_id))?;
    let told = history::Payload::default().change("owner", &record.doc.form.sale.owner_name, heir);
    history::record(act, "contract_hand_over", "contract", record.id, &told)
}

/// An order goes to another account manager; nothing that was approved changes by it.
pub fn order(act: &Act, record: &OrderRecord, heir_id: i64, heir: &str) -> Result<(), Fault> {
    let mut form = record.form.clone();
    let before = std::mem::replace(&mut form.owner_name, heir.into());
    form.owner_id = Some(heir_id);
    let text = search_text(record.number.as_deref(), &form);
    act.tx
        .prepare_cached(
            "update sales_order set owner_id = $1, owner_name = $2, search_key = $3, version = version + 1
              where id = $4",
        )?
        .execute(params![heir_id, heir, text, record.id])?;
    search::put(act, Kind::Order, record.id, &text, &[])?;
    deadline::hand_over(act, ClockOf::Order, record.id, Some(heir_id))?;
    let told = history::Payload::default().change("owner", before, heir);
    history::record(act, "order_hand_over", "order", record.id, &told)
}
