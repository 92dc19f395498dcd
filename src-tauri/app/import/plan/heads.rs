//! Heads of 期初 orders (O9): out of a sheet of their own, or out of the first row of an order's lines.

use std::collections::HashMap;

use chengdan_domain::money::Money;
use chengdan_domain::order::form::{LineForm, OrderForm};
use chengdan_domain::payment::{PaymentTerms, presets, recognise};
use chrono::NaiveDate;

use super::{Draft, PlannedOrder};
use crate::import::date::{Near, date};
use crate::import::known::Link;
use crate::import::taken::{Record, Taken};

/// The orders of a file in the order they are met, and which key means which.
#[derive(Default)]
pub(super) struct Orders<'a> {
    pub heads: Vec<Head<'a>>,
    keys: HashMap<String, usize>,
}

/// An order as far as it is known.
pub(super) struct Head<'a> {
    record: Record<'a>,
    /// Not taken: the book has it, or it was never approved. Its lines are not taken either.
    pub left_out: bool,
    /// Something of it is bad; its lines are still looked at.
    number: String,
    customer: Option<Link>,
    owner: Option<Link>,
    pub ordered_on: Option<NaiveDate>,
    pub delivered_on: Option<NaiveDate>,
    form: OrderForm,
    pub lines: Vec<Line>,
}

/// A line with what it refers to.
pub(super) struct Line {
    pub form: LineForm,
    pub product: Option<Link>,
    pub delivered_on: Option<NaiveDate>,
}

impl Orders<'_> {
    /// The order of a key, by its place.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.keys.get(key).copied()
    }
}

impl Draft<'_> {
    pub(super) fn heads_of<'a>(&mut self, sheet: &'a Taken<'a>, orders: &mut Orders<'a>) {
        for record in sheet.records() {
            let Some(key) = self.plan.findings.name(&record, "order_key", 60) else { continue };
            if orders.keys.contains_key(&key) {
                self.plan.findings.bad(&record, "order_key", "duplicate_key");
                continue;
            }
            self.begin(record, key, orders);
        }
    }

    /// Reads a head out of a record and answers its place.
    pub(super) fn begin<'a>(&mut self, record: Record<'a>, key: String, orders: &mut Orders<'a>) -> usize {
        let number = self.number_of(&record, &key);
        let left_out = self.not_approved(&record) || self.in_book(&record, &number);
        let findings = &mut self.plan.findings;
        let today = self.today;
        let ordered_on = findings.need(&record, "ordered_on", |cell| {
            let day = date(cell, Near::UpTo(today))?;
            if day > today { Err("out_of_range") } else { Ok(day) }
        });
        let near = Near::From(ordered_on.unwrap_or(today));
        let promised_on = findings.take(&record, "promised_on", |cell| date(cell, near));
        let delivered_on = self.delivered(&record, ordered_on);
        let (customer, customer_name) = self.customer_of(&record);
        let owner = self.person(&record);
        let (terms, terms_note) = self.terms_of(&record);
        let findings = &mut self.plan.findings;
        let mut text = |field: &str, most: usize| findings.text(&record, field, most);
        let form = OrderForm {
            customer_name,
            contract_number: text("contract_number", 60),
            customer_order_number: text("customer_order_number", 60),
            delivery_address: text("delivery_address", 300),
            receiver: text("receiver", 60),
            receiver_phone: text("receiver_phone", 60),
            promised_on,
            terms,
            note: [findings.lines(&record, "note", 9_800), terms_note].join("\n").trim().to_string(),
            ..OrderForm::default()
        };
        let place = orders.heads.len();
        orders.keys.insert(key, place);
        orders.heads.push(Head {
            record,
            left_out,
            number,
            customer,
            owner,
            ordered_on,
            delivered_on,
            form,
            lines: Vec::new(),
        });
        place
    }

    /// The number it keeps: its own, else its key; a key of bare digits gets a mark, so that it is known as taken over.
    fn number_of(&mut self, record: &Record, key: &str) -> String {
        let number = self.plan.findings.text(record, "number", 60);
        match number.as_str() {
            "" if key.bytes().all(|byte| byte.is_ascii_digit()) => format!("QC-{key}"),
            "" => key.to_string(),
            _ => number,
        }
    }

    fn in_book(&mut self, record: &Record, number: &str) -> bool {
        let held = self.known.order_numbers.contains(number);
        if held {
            self.skip(record, "order_key");
        }
        held
    }

    /// A 订单信息表 also lists drafts, orders in approval and cancelled ones: those are nobody's 期初.
    fn not_approved(&mut self, record: &Record) -> bool {
        const PENDING: [&str; 9] =
            ["草稿", "待主管", "待财务", "待运营", "已退回", "已作废", "draft", "void", "cancelled"];
        let status = self.plan.findings.text(record, "status", 60).to_lowercase();
        let pending = PENDING.iter().any(|word| status.starts_with(word));
        if pending {
            self.plan.skipped += 1;
            self.plan.findings.note(record, "status", "not_approved");
        }
        pending
    }

    pub(super) fn delivered(&mut self, record: &Record, ordered_on: Option<NaiveDate>) -> Option<NaiveDate> {
        let today = self.today;
        let from = ordered_on.unwrap_or(NaiveDate::MIN);
        self.plan.findings.take(record, "delivered_on", |cell| {
            let day = date(cell, Near::From(ordered_on.unwrap_or(today)))?;
            if (from..=today).contains(&day) { Ok(day) } else { Err("out_of_range") }
        })
    }

    fn customer_of(&mut self, record: &Record) -> (Option<Link>, String) {
        let Some(key) = self.plan.findings.name(record, "customer_key", 200) else {
            return (None, String::new());
        };
        let link = self.customers.find(&key);
        let name = match link {
            Some(Link::New(place)) => {
                self.plan.customers.get(place).map(|customer| customer.card.name.clone())
            }
            Some(Link::Known(id)) => self.customer_by_id.get(&id).map(|customer| customer.name.clone()),
            None => {
                self.plan.findings.bad(record, "customer_key", "unknown_key");
                None
            }
        };
        (link, name.unwrap_or_default())
    }

    /// The schedule, where its words are known; else the words go into the note, and payment on arrival stands.
    fn terms_of(&mut self, record: &Record) -> (PaymentTerms, String) {
        let text = self.plan.findings.text(record, "terms", 200);
        let usual = || presets().into_iter().find(|(name, _)| *name == "on_arrival").map(|(_, terms)| terms);
        match recognise(&text) {
            Some(terms) => (terms, String::new()),
            None if text.is_empty() => (usual().unwrap_or_default(), String::new()),
            None => {
                self.plan.findings.note(record, "terms", "terms_unknown");
                (usual().unwrap_or_default(), format!("{}：{text}", record.title("terms")))
            }
        }
    }

    /// Heads and their lines become planned orders.
    pub(super) fn finish(&mut self, orders: Orders) {
        let mut numbers = std::collections::HashSet::new();
        for head in orders.heads.into_iter().filter(|head| !head.left_out) {
            if !numbers.insert(head.number.clone()) {
                self.plan.findings.bad(&head.record, "number", "duplicate_key");
            }
            if head.lines.is_empty() {
                self.plan.findings.bad(&head.record, "order_key", "no_lines");
            }
            let record = head.record;
            if let Some(order) = self.whole(head) {
                match order {
                    Some(order) => self.plan.orders.push(order),
                    None => self.plan.findings.bad(&record, "order_key", "out_of_range"),
                }
            }
        }
    }

    /// The order, `None` where a needed field is bad (named already), `Some(None)` where its amount is too large.
    fn whole(&self, head: Head) -> Option<Option<PlannedOrder>> {
        let (customer, ordered_on) = (head.customer?, head.ordered_on?);
        let (region, industry) = self.counted_as(customer);
        let mut form = head.form;
        let (mut products, mut deliveries) = (Vec::new(), Vec::new());
        for (place, line) in head.lines.into_iter().enumerate() {
            let quantity = line.form.quantity.unwrap_or_default();
            deliveries.extend(line.delivered_on.or(head.delivered_on).map(|day| (place, quantity, day)));
            products.push(line.product);
            form.lines.push(line.form);
        }
        form.promised_on = form.promised_on.or(form.lines.iter().filter_map(|line| line.promised_on).max());
        let Ok(priced) = form.priced() else { return Some(None) };
        let amount: Money = priced.amount;
        Some(Some(PlannedOrder {
            number: head.number,
            form,
            customer,
            owner: head.owner,
            products,
            ordered_on,
            region,
            industry,
            deliveries,
            amount,
        }))
    }

    fn counted_as(&self, customer: Link) -> (String, String) {
        match customer {
            Link::New(place) => self
                .plan
                .customers
                .get(place)
                .map(|customer| (customer.region.clone(), customer.card.industry.clone())),
            Link::Known(id) => {
                let held = self.customer_by_id.get(&id);
                held.map(|customer| (customer.region.clone(), customer.industry.clone()))
            }
        }
        .unwrap_or_default()
    }
}
