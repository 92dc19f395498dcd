//! Orders as the tests write them.

use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::order::form::{LineForm, OrderForm};
use chengdan_domain::payment::{DayKind, Instalment, PaymentMethod, PaymentTerms, Trigger};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

/// A business date.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// An instant, given as the clock on the wall in Shanghai.
pub fn instant(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time");
    (local - chrono::Duration::hours(8)).and_utc()
}

/// 预付30%，发货前付清70%
pub fn terms() -> PaymentTerms {
    let part =
        |trigger, share| Instalment { trigger, share: Rate(share), days: 0, day_kind: DayKind::Calendar };
    PaymentTerms {
        instalments: vec![part(Trigger::Order, 3_000), part(Trigger::BeforeDispatch, 7_000)],
        method: PaymentMethod::Transfer,
    }
}

/// An order with two lines, one of them customised, that lacks nothing but people.
pub fn complete() -> OrderForm {
    let line = |name: &str, quantity, price, customised| LineForm {
        name: name.into(),
        spec: "0–1.6 MPa".into(),
        unit: "台".into(),
        quantity: Some(Quantity(quantity)),
        price: Some(Price(price)),
        list_price: Some(Price(price)),
        tax_rate: Some(Rate(1_300)),
        customised,
        ..LineForm::default()
    };
    OrderForm {
        customer_name: "临江水务设备有限公司".into(),
        contract_number: "HT-2026-118".into(),
        contract_signed_on: Some(day("2026-11-01")),
        invoice_title: "临江水务设备有限公司".into(),
        terms: terms(),
        delivery_address: "浙江省临江市滨河路 8 号".into(),
        receiver: "周敏".into(),
        receiver_phone: "13800000001".into(),
        promised_on: Some(day("2026-12-15")),
        owner_name: "李想".into(),
        waiver: Money(0),
        lines: vec![
            line("压力变送器", 2_000, 1_250_000_000, false),
            line("控制柜", 1_000, 38_000_000_000, true),
        ],
        ..OrderForm::default()
    }
}
