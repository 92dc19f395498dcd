//! What the book knows already, and what the file adds, by code and by name: the joints between sheets.

use std::collections::{HashMap, HashSet};

use chengdan_domain::deadline::Office;
use chengdan_domain::lead::LeadForm;
use chengdan_domain::lead::law::LeadFacts;
use chengdan_domain::text::{name_key, phone_key, search_key};
use chrono::FixedOffset;

use crate::views::product::ProductCard;

/// Somebody or something an order refers to: a record of the book, or one this file brings (by its place in the plan).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    Known(i64),
    New(usize),
}

/// A customer of the book, as far as an import asks.
#[derive(Debug, Clone)]
pub struct KnownCustomer {
    pub id: i64,
    pub code: String,
    pub name: String,
    pub region: String,
    pub industry: String,
}

/// A person of the book.
#[derive(Debug, Clone)]
pub struct KnownPerson {
    pub id: i64,
    pub code: String,
    pub name: String,
}

/// What the book holds before the import.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub people: Vec<KnownPerson>,
    pub customers: Vec<KnownCustomer>,
    pub products: Vec<ProductCard>,
    pub order_numbers: HashSet<String>,
    /// Only for a file that brings leads.
    pub leads: Option<KnownLeads>,
}

/// What the book knows of its leads, and what the law judges by.
#[derive(Debug, Clone)]
pub struct KnownLeads {
    pub facts: LeadFacts,
    pub office: Office<FixedOffset>,
    /// What tells leads apart ([`key_of`]).
    pub keys: HashSet<String>,
    /// Keys of companies and of phones.
    pub names: HashSet<String>,
    pub phones: HashSet<String>,
}

impl KnownLeads {
    /// Nothing known yet, judged at `facts.now`.
    pub fn new(facts: LeadFacts, office: Office<FixedOffset>) -> KnownLeads {
        let none = HashSet::new;
        KnownLeads { facts, office, keys: none(), names: none(), phones: none() }
    }

    /// Makes a lead known; false when just this one was known before.
    pub fn add(&mut self, form: &LeadForm) -> bool {
        self.names.extend(Some(name_key(&form.customer)).filter(|key| !key.is_empty()));
        self.phones.extend(Some(phone_key(&form.phone)).filter(|key| !key.is_empty()));
        self.keys.insert(key_of(form))
    }
}

/// Two leads are the same when they name the same people, ways and need: somebody may ask for something else later.
fn key_of(form: &LeadForm) -> String {
    let LeadForm { customer, contact, phone, wechat, email, need, .. } = form;
    let parts = [search_key(customer), search_key(contact), phone_key(phone), search_key(wechat)];
    format!("{}\u{1}{}\u{1}{}", parts.join("\u{1}"), search_key(email), search_key(need))
}

/// Records by code and by name. A name that means several records means none.
#[derive(Default)]
pub struct Index {
    codes: HashMap<String, Link>,
    names: HashMap<String, Option<Link>>,
    loose: HashMap<String, Option<Link>>,
}

impl Index {
    /// Makes a record known. `detail` (a product's specification) tells equal names apart.
    pub fn add(&mut self, code: &str, name: &str, detail: &str, link: Link) {
        if !code.is_empty() {
            self.codes.entry(search_key(code)).or_insert(link);
        }
        let put = |names: &mut HashMap<String, Option<Link>>, key: String| {
            names
                .entry(key)
                .and_modify(|held| *held = held.filter(|held| *held == link))
                .or_insert(Some(link));
        };
        put(&mut self.names, search_key(name));
        if !detail.is_empty() {
            put(&mut self.names, with_detail(name, detail));
        }
        put(&mut self.loose, name_key(name));
    }

    /// The record of this code.
    pub fn by_code(&self, code: &str) -> Option<Link> {
        self.codes.get(&search_key(code)).copied()
    }

    /// The record of exactly this name.
    pub fn by_name(&self, name: &str) -> Option<Link> {
        self.names.get(&search_key(name)).copied().flatten()
    }

    /// The record of this name and detail, or of the name alone where it is the only one.
    pub fn by_detail(&self, name: &str, detail: &str) -> Option<Link> {
        let exact = self.names.get(&with_detail(name, detail)).copied().flatten();
        exact.or_else(|| self.by_name(name))
    }

    /// Whether this name and detail are held, be it by several records.
    pub fn holds(&self, name: &str, detail: &str) -> bool {
        if detail.is_empty() {
            self.names.contains_key(&search_key(name))
        } else {
            self.names.contains_key(&with_detail(name, detail))
        }
    }

    /// A record whose name differs only in its legal ending, blanks or marks.
    pub fn alike(&self, name: &str) -> Option<Link> {
        self.loose.get(&name_key(name)).copied().flatten()
    }

    /// The record a key column means: by code, by name, by a name alike.
    pub fn find(&self, key: &str) -> Option<Link> {
        self.by_code(key).or_else(|| self.by_name(key)).or_else(|| self.alike(key))
    }
}

fn with_detail(name: &str, detail: &str) -> String {
    format!("{}\u{1}{}", search_key(name), search_key(detail))
}
