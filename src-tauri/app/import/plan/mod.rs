//! A file under its mapping as a plan: what would be written, and every cell that stands in the way.

mod heads;
mod leads;
mod lines;
mod masters;

use std::collections::HashMap;

use chrono::NaiveDate;

use chengdan_domain::money::{Money, Quantity};
use chengdan_domain::order::form::OrderForm;

pub use leads::PlannedLead;

use super::known::{Index, Known, KnownCustomer, Link};
use super::taken::{Findings, Taken};
use crate::views::customer::CustomerCard;
use crate::views::import::{ImportReport, ImportTarget};
use crate::views::person::PersonSave;
use crate::views::product::ProductCard;

/// A customer to be written.
#[derive(Debug, Clone)]
pub struct PlannedCustomer {
    pub card: CustomerCard,
    /// As figures count it: the mapped region or country, else the province.
    pub region: String,
    pub owner: Option<Link>,
}

/// A 期初 order to be written (O9).
#[derive(Debug, Clone)]
pub struct PlannedOrder {
    pub number: String,
    /// Customer, owner and products are links until the records they mean have their ids.
    pub form: OrderForm,
    pub customer: Link,
    pub owner: Option<Link>,
    pub products: Vec<Option<Link>>,
    pub ordered_on: NaiveDate,
    pub region: String,
    pub industry: String,
    /// Line, quantity, day.
    pub deliveries: Vec<(usize, Quantity, NaiveDate)>,
    pub amount: Money,
}

/// What would be written.
#[derive(Default)]
pub struct Plan {
    pub people: Vec<PersonSave>,
    pub customers: Vec<PlannedCustomer>,
    pub products: Vec<ProductCard>,
    pub orders: Vec<PlannedOrder>,
    pub leads: Vec<PlannedLead>,
    /// Records of the file that the book has already.
    pub skipped: i64,
    pub findings: Findings,
}

/// The plan in the making, with the joints between sheets.
struct Draft<'k> {
    plan: Plan,
    known: &'k Known,
    today: NaiveDate,
    people: Index,
    customers: Index,
    products: Index,
    customer_by_id: HashMap<i64, &'k KnownCustomer>,
    product_by_id: HashMap<i64, &'k ProductCard>,
}

/// Plans a file: masters first, then the orders and leads that refer to them, whatever the order of the sheets.
pub fn plan(sheets: &[Taken], known: &Known, today: NaiveDate) -> Plan {
    let mut draft = Draft {
        plan: Plan::default(),
        known,
        today,
        people: Index::default(),
        customers: Index::default(),
        products: Index::default(),
        customer_by_id: known.customers.iter().map(|customer| (customer.id, customer)).collect(),
        product_by_id: known.products.iter().filter_map(|card| Some((card.id?, card))).collect(),
    };
    draft.know();
    let of = |target| sheets.iter().filter(move |sheet: &&Taken| sheet.mapping.target == target);
    of(ImportTarget::People).for_each(|sheet| draft.people_of(sheet));
    of(ImportTarget::Customers).for_each(|sheet| draft.customers_of(sheet));
    of(ImportTarget::Products).for_each(|sheet| draft.products_of(sheet));
    let mut orders = heads::Orders::default();
    of(ImportTarget::Orders).for_each(|sheet| draft.heads_of(sheet, &mut orders));
    of(ImportTarget::OrderLines).for_each(|sheet| draft.lines_of(sheet, &mut orders));
    draft.finish(orders);
    if let Some(mut known) = known.leads.clone() {
        of(ImportTarget::Leads).for_each(|sheet| draft.leads_of(sheet, &mut known));
    }
    draft.plan
}

impl Draft<'_> {
    fn know(&mut self) {
        for person in &self.known.people {
            self.people.add(&person.code, &person.name, "", Link::Known(person.id));
        }
        for customer in &self.known.customers {
            self.customers.add(&customer.code, &customer.name, "", Link::Known(customer.id));
        }
        for product in &self.known.products {
            let link = Link::Known(product.id.unwrap_or(0));
            self.products.add(&product.code, &product.name, &product.spec, link);
        }
    }
}

impl Plan {
    /// The plan in figures, with what stands in its way.
    pub fn report(&self) -> ImportReport {
        let count = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
        ImportReport {
            import_id: None,
            customers: count(self.customers.len()),
            products: count(self.products.len()),
            people: count(self.people.len()),
            orders: count(self.orders.len()),
            lines: count(self.orders.iter().map(|order| order.form.lines.len()).sum()),
            leads: count(self.leads.len()),
            skipped: self.skipped,
            amount_fen: Money::sum(self.orders.iter().map(|order| order.amount)).unwrap_or_default(),
            bad_cells: self.findings.bad.clone(),
            bad_count: self.findings.bad_count,
            notes: self.findings.notes.clone(),
        }
    }
}
