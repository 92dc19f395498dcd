//! An invented deal, to show a wording while a book has no papers of its own.

use chengdan_domain::calendar::Calendar;
use chengdan_domain::contract::clauses::STANDARD;
use chengdan_domain::contract::{ContractKind, ContractState};
use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::order::InvoiceKind;
use chengdan_domain::payment::presets;
use chrono::{Days, NaiveDate};

use super::contract::ContractFacts;
use super::letter::{CustomerFacts, DeliveryFacts, LetterFacts, LineFacts, ManagerFacts, SellerFacts};
use super::quotation::QuotationFacts;
use super::requirement::{NeedFacts, NeedsFacts};
use super::words::Language;

/// Name, specification, unit, quantity in thousandths, price in 分, per language.
type Goods = (&'static str, &'static str, &'static str, i64, i64);

const GOODS_ZH: [Goods; 2] = [
    ("智能门锁 S3", "曜石黑 左开", "把", 12_000, 68_000),
    ("客控主机 H8", "8 路 DIN 导轨", "台", 2_000, 115_000),
];
const GOODS_EN: [Goods; 2] = [
    ("Door lock S3", "black, left", "pcs", 12_000, 68_000),
    ("Room controller H8", "8 channels, DIN", "pcs", 2_000, 115_000),
];

/// Facts of an order that nobody placed. Seller, days, deadline and wording are the caller's.
pub fn specimen(language: Language, dated_on: NaiveDate) -> LetterFacts {
    let zh = language == Language::Zh;
    let pick = |chinese: &str, english: &str| if zh { chinese.to_owned() } else { english.to_owned() };
    let promised_on = dated_on.checked_add_days(Days::new(30));
    LetterFacts {
        language,
        approved: true,
        order_number: "DD202610-001".into(),
        revision: 1,
        dated_on,
        content_code: "5D1A70E2".into(),
        seller: SellerFacts::default(),
        customer: CustomerFacts {
            name: pick("示例客户有限公司", "Example Customer Ltd."),
            short_name: pick("示例客户", "Example"),
            contact: pick("王小明", "Wang Xiaoming"),
            salutation: pick("经理", ""),
            title: pick("采购经理", "Purchasing"),
            phone: "139 0000 0000".into(),
            email: "wang@example.com".into(),
            tax_number: String::new(),
        },
        manager: ManagerFacts {
            name: pick("李敏", "Li Min"),
            phone: "138 0000 0000".into(),
            email: "limin@example.com".into(),
        },
        contract_number: "HT202610-001".into(),
        contract_signed_on: Some(dated_on),
        customer_order_number: "PO-1001".into(),
        lines: if zh { GOODS_ZH } else { GOODS_EN }.map(|goods| line(goods, promised_on)).to_vec(),
        waiver: Money(0),
        terms: presets().into_iter().next().map(|(_, terms)| terms).unwrap_or_default(),
        terms_from: Some(dated_on),
        calendar: Calendar::published().clone(),
        invoice_kind: InvoiceKind::VatSpecial,
        invoice_title: String::new(),
        delivery: DeliveryFacts {
            address: pick("示例省示例市示例路 1 号", "1 Example Road, Example City"),
            receiver: pick("王小明", "Wang Xiaoming"),
            phone: "139 0000 0000".into(),
            promised_on,
        },
        confirm_days: 0,
        confirm_by: None,
        objection_days: 0,
        own: Default::default(),
        specimen: true,
    }
}

fn line((name, specification, unit, quantity, price): Goods, promised_on: Option<NaiveDate>) -> LineFacts {
    LineFacts {
        name: name.into(),
        specification: specification.into(),
        unit: unit.into(),
        quantity: Quantity(quantity),
        price: Price(price * 10_000),
        amount: Money(price * quantity / 1_000),
        rate: Rate(1_300),
        promised_on,
        customised: false,
    }
}

/// Needs that nobody has. The seller is the caller's.
pub fn needs_specimen(language: Language, dated_on: NaiveDate) -> NeedsFacts {
    let letter = specimen(language, dated_on);
    let need = |line: LineFacts| NeedFacts {
        name: line.name,
        specification: line.specification,
        unit: line.unit,
        quantity: Some(line.quantity),
        wanted_on: line.promised_on,
        ..NeedFacts::default()
    };
    NeedsFacts {
        language,
        number: "XQ202610-001".into(),
        revision: 1,
        superseded: false,
        dated_on,
        seller: letter.seller,
        customer: letter.customer,
        manager: letter.manager,
        project: if language == Language::Zh { "示例项目".into() } else { "Example project".into() },
        delivery_address: letter.delivery.address,
        note: String::new(),
        lines: letter.lines.into_iter().map(need).collect(),
        confirmed: None,
        own: letter.own,
        specimen: true,
    }
}

/// An offer that nobody made. The seller is the caller's.
pub fn quotation_specimen(language: Language, dated_on: NaiveDate) -> QuotationFacts {
    let letter = specimen(language, dated_on);
    let zh = language == Language::Zh;
    QuotationFacts {
        language,
        offered: true,
        number: "BJ202610-001".into(),
        revision: 1,
        dated_on,
        valid_until: letter.delivery.promised_on,
        seller: letter.seller,
        customer: letter.customer,
        manager: letter.manager,
        needs: "XQ202610-001 V1".into(),
        lines: letter.lines,
        waiver: letter.waiver,
        terms: letter.terms,
        calendar: letter.calendar,
        delivery_period: if zh { "签约后 20 个工作日".into() } else { "20 working days".into() },
        service: if zh { "质保 12 个月".into() } else { "12 months of warranty".into() },
        note: String::new(),
        own: letter.own,
        specimen: true,
    }
}

/// A contract that nobody signed. The seller is the caller's.
pub fn contract_specimen(language: Language, dated_on: NaiveDate) -> ContractFacts {
    let letter = specimen(language, dated_on);
    let zh = language == Language::Zh;
    let said = STANDARD.iter().map(|clause| match language {
        Language::Zh => (clause.title.to_owned(), clause.text_zh.to_owned()),
        Language::En => (clause.title_en.to_owned(), clause.text_en.to_owned()),
    });
    ContractFacts {
        language,
        state: ContractState::Reviewed,
        kind: ContractKind::Single,
        number: "HT202610-001".into(),
        supplement_of: String::new(),
        dated_on,
        content_code: letter.content_code,
        seller: letter.seller,
        customer: letter.customer,
        customer_address: letter.delivery.address.clone(),
        customer_bank: Default::default(),
        customer_order_number: String::new(),
        manager: letter.manager,
        lines: letter.lines,
        waiver: letter.waiver,
        terms: letter.terms,
        calendar: letter.calendar,
        limit: Money(50_000_000),
        valid_until: dated_on.checked_add_days(Days::new(365)),
        delivery_period: if zh { "签约后 20 个工作日".into() } else { "20 working days".into() },
        delivery_address: letter.delivery.address,
        promised_on: None,
        clauses: said.collect(),
        signed_on: None,
        our_signatory: String::new(),
        their_signatory: String::new(),
        own: letter.own,
        specimen: true,
    }
}
