//! People, customers and products out of their sheets. What the book has already is left as it is.

use chengdan_domain::money::{Price, Rate};
use chengdan_domain::people::Role;
use chengdan_domain::tax_number::{TaxNumberKind, check_tax_number, tidy_tax_number};
use chengdan_domain::text::{fold_width, is_email};

use super::{Draft, PlannedCustomer};
use crate::import::cell::Cell;
use crate::import::header::title_key;
use crate::import::known::Link;
use crate::import::taken::{Findings, Record, Taken};
use crate::import::value::{self, Problem};
use crate::views::customer::{Contact, CustomerCard};
use crate::views::person::PersonSave;
use crate::views::product::{ProductCard, ProductKind};

/// The rate of goods, where neither the file nor the product says another.
pub(super) const USUAL_RATE: Rate = Rate(1_300);

impl Draft<'_> {
    pub(super) fn people_of(&mut self, sheet: &Taken) {
        for record in sheet.records() {
            let Some(person) = person_of(&mut self.plan.findings, &record) else { continue };
            if self.people.by_code(&person.code).is_some() || self.people.by_name(&person.name).is_some() {
                self.skip(&record, "name");
                continue;
            }
            let link = Link::New(self.plan.people.len());
            self.people.add(&person.code, &person.name, "", link);
            self.plan.people.push(person);
        }
    }

    pub(super) fn customers_of(&mut self, sheet: &Taken) {
        for record in sheet.records() {
            let Some(card) = customer_of(&mut self.plan.findings, &record) else { continue };
            let region = self.plan.findings.text(&record, "region", 60);
            let owner = self.person(&record);
            let held = if card.code.is_empty() {
                self.customers.by_name(&card.name)
            } else {
                self.customers.by_code(&card.code)
            };
            if let Some(link) = held {
                self.met_again(&record, link, |draft, place| {
                    draft.plan.customers.get(place).is_some_and(|other| other.card.name == card.name)
                });
                continue;
            }
            if self.customers.alike(&card.name).is_some() {
                self.plan.findings.note(&record, "name", "similar_name");
            }
            let region = if region.is_empty() { card.province.clone() } else { region };
            let link = Link::New(self.plan.customers.len());
            self.customers.add(&card.code, &card.name, "", link);
            self.plan.customers.push(PlannedCustomer { card, region, owner });
        }
    }

    pub(super) fn products_of(&mut self, sheet: &Taken) {
        for record in sheet.records() {
            let Some(card) = product_of(&mut self.plan.findings, &record) else { continue };
            let held = match card.code.as_str() {
                "" if self.products.holds(&card.name, &card.spec) => {
                    self.products.by_detail(&card.name, &card.spec)
                }
                "" => None,
                code => self.products.by_code(code),
            };
            if let Some(link) = held {
                self.met_again(&record, link, |draft, place| {
                    draft
                        .plan
                        .products
                        .get(place)
                        .is_some_and(|other| other.name == card.name && other.spec == card.spec)
                });
                continue;
            }
            let link = Link::New(self.plan.products.len());
            self.products.add(&card.code, &card.name, &card.spec, link);
            self.plan.products.push(card);
        }
    }

    /// A record met again: of the book, it is left alone; of this file, it must say the same.
    fn met_again(&mut self, record: &Record, link: Link, same: impl FnOnce(&Self, usize) -> bool) {
        match link {
            Link::Known(_) => self.skip(record, "name"),
            Link::New(place) if same(self, place) => self.plan.skipped += 1,
            Link::New(_) => self.plan.findings.bad(record, "code", "duplicate_key"),
        }
    }

    pub(super) fn skip(&mut self, record: &Record, field: &str) {
        self.plan.skipped += 1;
        self.plan.findings.note(record, field, "exists");
    }

    /// The person a record names, if it names one.
    pub(super) fn person(&mut self, record: &Record) -> Option<Link> {
        let key = self.plan.findings.text(record, "person_key", 60);
        if key.is_empty() {
            return None;
        }
        let found = self.people.find(&key);
        if found.is_none() {
            self.plan.findings.bad(record, "person_key", "unknown_key");
        }
        found
    }
}

fn person_of(findings: &mut Findings, record: &Record) -> Option<PersonSave> {
    let name = findings.name(record, "name", 60)?;
    let roles = findings.take(record, "roles", roles_of).unwrap_or_default();
    Some(PersonSave {
        id: None,
        version: None,
        name,
        code: findings.text(record, "code", 40),
        email: findings.take(record, "email", email_of).unwrap_or_default(),
        phone: findings.text(record, "phone", 60),
        region: findings.text(record, "region", 60),
        industries: Vec::new(),
        senior: false,
        active: true,
        roles: if roles.is_empty() { vec![Role::SalesRep] } else { roles },
        password: None,
    })
}

/// Roles by their code or their Chinese name, several separated; a title that is none of them sells.
fn roles_of(cell: &Cell) -> Result<Vec<Role>, Problem> {
    const NAMES: [&str; 14] = [
        "销售代表",
        "销售主管",
        "产品经理",
        "法务",
        "财务",
        "运营",
        "仓储",
        "生产",
        "采购",
        "物流",
        "服务工程师",
        "客服代表",
        "销售助理",
        "管理员",
    ];
    let text = value::line(cell)?;
    let words = text.split([',', '，', '、', '/', ';', '；', ' ']).map(title_key);
    let role = |word: String| {
        let held = Role::ALL.iter().zip(NAMES);
        held.into_iter()
            .find(|(role, name)| word == *name || word == format!("{role:?}").to_lowercase())
            .map(|(role, _)| *role)
    };
    Ok(words.filter_map(role).collect())
}

fn email_of(cell: &Cell) -> Result<String, Problem> {
    if matches!(cell, Cell::Error(_)) {
        return Err("error_value");
    }
    // Not cleaned: an address with a line break in it is no address.
    let text = fold_width(&cell.shown()).trim().to_string();
    if is_email(&text) { Ok(text) } else { Err("bad_email") }
}

fn customer_of(findings: &mut Findings, record: &Record) -> Option<CustomerCard> {
    let name = findings.name(record, "name", 200);
    let contact = contact_of(findings, record);
    let tax_number = tax_number_of(findings, record);
    let mut text = |field: &str, most: usize| findings.text(record, field, most);
    let card = CustomerCard {
        id: None,
        version: None,
        code: text("code", 40),
        name: name?,
        short_name: text("short_name", 60),
        print_name: text("print_name", 200),
        tax_number,
        invoice_title: text("invoice_title", 200),
        industry: text("industry", 60),
        province: text("province", 60),
        city: text("city", 60),
        district: text("district", 60),
        address: text("address", 300),
        phone: text("phone", 60),
        bank_name: text("bank_name", 100),
        bank_account: text("bank_account", 60),
        owner_id: None,
        note: String::new(),
        contacts: contact.into_iter().collect(),
    };
    Some(CustomerCard { note: note_of(findings, record), ..card })
}

/// The note, with what the 客户信息表 says of the customer's stage: the rooms for it come later, nothing is lost.
fn note_of(findings: &mut Findings, record: &Record) -> String {
    let mut parts = vec![findings.lines(record, "note", 9_500)];
    for field in ["stage", "grade", "last_contact_on"] {
        let text = findings.text(record, field, 100);
        if !text.is_empty() {
            parts.push(format!("{}：{text}", record.title(field)));
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

fn tax_number_of(findings: &mut Findings, record: &Record) -> String {
    let text = tidy_tax_number(&findings.text(record, "tax_number", 60));
    match check_tax_number(&text) {
        Err(_) => findings.bad(record, "tax_number", "tax_number_wrong"),
        Ok(TaxNumberKind::OldFifteen) => findings.note(record, "tax_number", "tax_number_old"),
        Ok(_) => {}
    }
    text
}

/// The contact of a row. 「联系方式」 holds a phone, an address or a WeChat name.
pub(super) fn contact_of(findings: &mut Findings, record: &Record) -> Option<Contact> {
    let mut contact = Contact {
        id: None,
        name: findings.text(record, "contact_name", 60),
        title: findings.text(record, "contact_title", 60),
        salutation: String::new(),
        phone: String::new(),
        wechat: findings.text(record, "wechat", 60),
        email: findings.take(record, "contact_email", email_of).unwrap_or_default(),
        main: true,
    };
    let way = findings.text(record, "contact_phone", 120);
    let digits = way.chars().filter(char::is_ascii_digit).count();
    if way.contains('@') {
        contact.email = findings.take(record, "contact_phone", email_of).unwrap_or_default();
    } else if way.chars().any(|letter| letter.is_ascii_alphabetic()) && digits < 7 {
        contact.wechat = way;
    } else {
        contact.phone = way;
    }
    let said = [&contact.title, &contact.phone, &contact.wechat, &contact.email];
    if contact.name.is_empty() {
        if said.iter().all(|text| text.is_empty()) {
            return None;
        }
        contact.name = findings.text(record, "name", 60);
    }
    Some(contact)
}

fn product_of(findings: &mut Findings, record: &Record) -> Option<ProductCard> {
    let name = findings.name(record, "name", 200);
    let title = record.title("tax_rate");
    let kind = findings.text(record, "kind", 60);
    let service = kind.contains("服务") || kind.to_lowercase().contains("service");
    let unit = findings.text(record, "unit", 20);
    Some(ProductCard {
        id: None,
        version: None,
        code: findings.text(record, "code", 40),
        spec: findings.text(record, "spec", 200),
        unit: if unit.is_empty() { "件".into() } else { unit },
        category: findings.text(record, "category", 60),
        kind: if service { ProductKind::Service } else { ProductKind::Goods },
        price_micro: Price(findings.take(record, "price", not_negative(6)).unwrap_or(0)),
        cost_micro: findings.take(record, "cost", not_negative(6)).map(Price),
        tax_rate: findings
            .take(record, "tax_rate", |cell| value::rate(cell, &title))
            .map_or(USUAL_RATE, Rate),
        customised: findings.take(record, "customised", value::truth).unwrap_or(false),
        active: !findings.take(record, "discontinued", value::truth).unwrap_or(false),
        note: findings.lines(record, "note", 10_000),
        name: name?,
    })
}

/// A decimal that is zero or more.
pub(super) fn not_negative(digits: u32) -> impl Fn(&Cell) -> Result<i64, Problem> {
    move |cell| match value::decimal(cell, digits)? {
        number if number < 0 => Err("not_positive"),
        number if number > chengdan_domain::money::LARGEST_FEN => Err("out_of_range"),
        number => Ok(number),
    }
}
