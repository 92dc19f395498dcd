//! The sample company's people, customers and products.

use chengdan_domain::money::{Price, Rate};
use rand::Rng;
use rand_pcg::Pcg64;

use super::cast::{FAMILY, GIVEN, NAMES, PEOPLE, PLACES, REPS, TITLES, TRADES, WARES};
use crate::fault::Fault;
use crate::store::{Act, customer, person, product, series, setting};
use crate::views::customer::{Contact, CustomerCard};
use crate::views::person::PersonSave;
use crate::views::product::{ProductCard, ProductKind};
use crate::views::setting::{BankAccount, Company, MailAccount};

/// The cast with the ids that the book gave them.
pub struct Cast {
    pub prefix: String,
    pub assistant: i64,
    /// Supervisor, finance, operations: the three levels of O3.
    pub deciders: [i64; 3],
    pub reps: Vec<i64>,
    pub customers: Vec<Buyer>,
    pub products: Vec<ProductCard>,
}

/// A customer as orders need it.
pub struct Buyer {
    pub id: i64,
    pub name: String,
    pub region: String,
    pub industry: String,
    pub address: String,
    pub owner_id: i64,
    pub owner: String,
    pub contact_id: i64,
    pub contact: String,
    pub phone: String,
}

impl Cast {
    /// Where a customer stands in the cast; the first one for a stranger.
    pub fn customer_index(&self, id: Option<i64>) -> usize {
        self.customers.iter().position(|buyer| Some(buyer.id) == id).unwrap_or(0)
    }
}

/// Writes everybody and everything that orders need.
///
/// # Errors
/// Broken when the book cannot be written.
pub fn cast(act: &Act, dice: &mut Pcg64) -> Result<Cast, Fault> {
    company(act)?;
    let people = people(act)?;
    let buyers = customers(act, &people, dice)?;
    Ok(Cast {
        prefix: series::rule(act.tx)?.prefix,
        assistant: people[0],
        deciders: [people[5], people[6], people[7]],
        reps: REPS.iter().map(|index| people[*index]).collect(),
        customers: buyers.into_iter().map(|id| buyer(act, id)).collect::<Result<_, _>>()?,
        products: products(act)?,
    })
}

fn buyer(act: &Act, id: i64) -> Result<Buyer, Fault> {
    let card = customer::get(act.tx, id)?;
    let owner_id = card.owner_id.unwrap_or(1);
    let main = card.contacts.first().cloned();
    let (contact_id, contact, phone) =
        main.map(|main| (main.id.unwrap_or(0), main.name, main.phone)).unwrap_or_default();
    Ok(Buyer {
        id,
        region: customer::region(act.tx, id)?,
        industry: card.industry,
        address: format!("{}{}{}{}", card.province, card.city, card.district, card.address),
        owner_id,
        owner: person::get(act.tx, owner_id)?.name,
        contact_id,
        contact,
        phone,
        name: card.name,
    })
}

/// The letterhead, in the name that the first start gave (or 岭桥智能设备有限公司).
fn company(act: &Act) -> Result<(), Fault> {
    let given = setting::company(act.tx)?;
    let company = Company {
        name: given.name,
        name_en: "LINGQIAO SMART DEVICES CO., LTD.".into(),
        tax_number: if given.tax_number.is_empty() { "914403001922038216".into() } else { given.tax_number },
        address: "东临省临江市桥东路 66 号 3 幢".into(),
        phone: "0500-00006600".into(),
        email: "dingdan@lingqiao.example.com".into(),
        bank_label: "基本户".into(),
        bank_name: "示例银行临江支行".into(),
        bank_account: "6200 0000 0000 0000 018".into(),
        other_accounts: vec![BankAccount {
            label: "一般户".into(),
            bank_name: "示例银行桥东支行".into(),
            bank_account: "6200 0000 0000 0000 026".into(),
        }],
    };
    setting::put(act, "company", &company)?;
    let mail = MailAccount {
        from_address: company.email.clone(),
        from_name: company.name.clone(),
        per_minute: 30,
        ..MailAccount::default()
    };
    setting::put(act, "mail", &mail)
}

/// Everybody of the cast; answers their ids in the order of [`PEOPLE`]. Who made the book plays the assistant.
fn people(act: &Act) -> Result<Vec<i64>, Fault> {
    let at_desk: Option<i64> = setting::get(act.tx, "at_desk")?;
    let mut ids = Vec::new();
    for (index, player) in PEOPLE.iter().enumerate() {
        if let (0, Some(id)) = (index, at_desk) {
            let mut own = person::get(act.tx, id)?;
            own.roles.extend(
                player.roles.iter().filter(|role| !own.roles.contains(role)).copied().collect::<Vec<_>>(),
            );
            person::save(act, &kept(own), None)?;
            ids.push(id);
            continue;
        }
        let taken = person::all(act.tx)?.into_iter().any(|other| other.name == player.name);
        let name = if taken { format!("{}（示例）", player.name) } else { player.name.to_string() };
        let save = PersonSave {
            id: None,
            version: None,
            name,
            code: format!("P{:02}", index + 1),
            email: format!("{}@lingqiao.example.com", player.mailbox),
            phone: format!("139 0000 {:04}", 200 + index),
            region: player.region.into(),
            industries: player.industries.iter().map(|industry| (*industry).into()).collect(),
            senior: player.senior,
            active: true,
            roles: player.roles.to_vec(),
            password: None,
        };
        ids.push(person::save(act, &save, None)?);
    }
    Ok(ids)
}

fn kept(view: crate::views::person::PersonView) -> PersonSave {
    PersonSave {
        id: Some(view.id),
        version: Some(view.version),
        name: view.name,
        code: view.code,
        email: if view.email.is_empty() { "shenyihe@lingqiao.example.com".into() } else { view.email },
        phone: view.phone,
        region: view.region,
        industries: view.industries,
        senior: view.senior,
        active: true,
        roles: view.roles,
        password: None,
    }
}

/// Sixty customers, each with one to three contacts; every twentieth has no e-mail address yet.
fn customers(act: &Act, people: &[i64], dice: &mut Pcg64) -> Result<Vec<i64>, Fault> {
    let mut ids = Vec::new();
    for (index, name) in NAMES.iter().enumerate() {
        let (ending, industry) = TRADES[dice.random_range(0..TRADES.len())];
        let place = dice.random_range(0..PLACES.len());
        let (province, city, district) = PLACES[place];
        let full = format!("{name}{ending}");
        let contacts = (0..dice.random_range(1..=3_usize)).map(|nth| contact(index, nth, dice)).collect();
        let rare = name.contains('𬭎');
        let card = CustomerCard {
            id: None,
            version: None,
            code: format!("C{:03}", index + 1),
            short_name: format!("{name}{}", industry),
            // A character that few fonts hold: letters print this instead.
            print_name: if rare { full.replace('𬭎', "宏") } else { String::new() },
            tax_number: String::new(),
            invoice_title: full.clone(),
            name: full,
            industry: industry.into(),
            province: province.into(),
            city: city.into(),
            district: district.into(),
            address: format!("{name}路 {} 号", dice.random_range(1..200)),
            phone: String::new(),
            bank_name: String::new(),
            bank_account: String::new(),
            owner_id: people.get(REPS[place / 2]).copied(),
            note: String::new(),
            contacts,
        };
        ids.push(customer::save(act, &card)?);
    }
    Ok(ids)
}

fn contact(customer: usize, nth: usize, dice: &mut Pcg64) -> Contact {
    let family = FAMILY[dice.random_range(0..FAMILY.len())];
    let given = GIVEN[dice.random_range(0..GIVEN.len())];
    let known = nth == 0 && customer % 20 != 7;
    Contact {
        id: None,
        name: format!("{family}{given}"),
        title: TITLES[dice.random_range(0..TITLES.len())].into(),
        salutation: if dice.random_bool(0.5) { "女士".into() } else { "先生".into() },
        phone: format!("138 0000 {:04}", customer * 10 + nth),
        wechat: String::new(),
        email: if known { format!("order{:03}@customer.example.com", customer + 1) } else { String::new() },
        main: nth == 0,
    }
}

/// Forty products; answers their cards with ids.
fn products(act: &Act) -> Result<Vec<ProductCard>, Fault> {
    let mut cards = Vec::new();
    for (index, ware) in WARES.iter().enumerate() {
        let mut card = ProductCard {
            id: None,
            version: None,
            code: format!("A{:03}", index + 1),
            name: ware.name.into(),
            spec: ware.spec.into(),
            unit: ware.unit.into(),
            category: ware.category.into(),
            kind: if ware.service { ProductKind::Service } else { ProductKind::Goods },
            price_micro: Price(ware.price_fen * 10_000),
            cost_micro: Some(Price(ware.price_fen * 10_000 / 100 * 64)),
            tax_rate: Rate(ware.rate),
            customised: ware.customised,
            active: true,
            note: String::new(),
        };
        card.id = Some(product::save(act, &card)?);
        cards.push(card);
    }
    Ok(cards)
}
