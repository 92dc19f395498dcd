//! O4: every protected field changes the hash, what is not protected does not; amounts, 整单优惠 and tax.

use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::order::InvoiceKind;
use chengdan_domain::order::content::{content_hash, short_code};
use chengdan_domain::order::form::OrderForm;
use chengdan_domain::payment::{PaymentMethod, Trigger};
use chengdan_domain::refusal::Refusal;

use super::forms::{complete, day};

type Change = (&'static str, fn(&mut OrderForm));

fn hash(form: &OrderForm) -> String {
    content_hash(form, &form.priced().expect("small"))
}

const PROTECTED: [Change; 26] = [
    ("customer", |form| form.customer_id = Some(7)),
    ("customer's name", |form| form.customer_name.push('甲')),
    ("invoice title", |form| form.invoice_title.push('甲')),
    ("invoice kind", |form| form.invoice_kind = InvoiceKind::Paper),
    ("contract number", |form| form.contract_number.push('1')),
    ("contract date", |form| form.contract_signed_on = Some(day("2026-11-02"))),
    ("contract amount", |form| form.contract_amount = Some(Money(1))),
    ("method", |form| form.terms.method = PaymentMethod::Cash),
    ("trigger", |form| form.terms.instalments[0].trigger = Trigger::Arrival),
    ("share", |form| form.terms.instalments[0].share = Rate(3_001)),
    ("days", |form| form.terms.instalments[1].days = 30),
    ("instalment removed", |form| {
        form.terms.instalments.pop();
    }),
    ("address", |form| form.delivery_address.push('1')),
    ("promised date", |form| form.promised_on = Some(day("2026-12-16"))),
    ("整单优惠", |form| form.waiver = Money(1)),
    ("line name", |form| form.lines[0].name.push('甲')),
    ("specification", |form| form.lines[1].spec.push('甲')),
    ("unit", |form| form.lines[1].unit = "套".into()),
    ("quantity", |form| form.lines[0].quantity = Some(Quantity(2_001))),
    ("price", |form| form.lines[0].price = Some(Price(1_250_000_001))),
    ("discount", |form| form.lines[0].discount = Rate(1)),
    ("tax rate", |form| form.lines[0].tax_rate = Some(Rate(900))),
    ("customised", |form| form.lines[0].customised = true),
    ("line's promise", |form| form.lines[1].promised_on = Some(day("2026-12-15"))),
    ("line removed", |form| drop(form.lines.pop())),
    ("lines swapped", |form| form.lines.swap(0, 1)),
];

const FREE: [Change; 7] = [
    ("note", |form| form.note = "加急".into()),
    ("receiver", |form| form.receiver = "王芳".into()),
    ("receiver's phone", |form| form.receiver_phone = "13900000000".into()),
    ("contact", |form| form.contact_id = Some(3)),
    ("customer's own number", |form| form.customer_order_number = "PO-1".into()),
    ("list price", |form| form.lines[0].list_price = None),
    ("category", |form| form.lines[0].category = "仪表".into()),
];

#[test]
fn every_protected_field_changes_the_hash() {
    let mut seen = vec![hash(&complete())];
    for (field, change) in PROTECTED {
        let mut form = complete();
        change(&mut form);
        let found = hash(&form);
        assert!(!seen.contains(&found), "{field} is not told apart");
        seen.push(found);
    }
}

#[test]
fn what_is_not_protected_does_not() {
    for (field, change) in FREE {
        let mut form = complete();
        change(&mut form);
        assert_eq!(hash(&form), hash(&complete()), "{field}");
    }
}

#[test]
fn text_cannot_move_from_one_field_to_the_next() {
    let (mut a, mut b) = (complete(), complete());
    (a.lines[0].name, a.lines[0].spec) = ("阀\nspec=1:x".into(), String::new());
    (b.lines[0].name, b.lines[0].spec) = ("阀".into(), "x\nspec=0:".into());
    assert_ne!(hash(&a), hash(&b));
}

#[test]
fn the_recipe_of_version_one_never_changes() {
    let found = hash(&complete());
    assert!(found.starts_with("v1:"));
    assert_eq!(short_code(&found).len(), 8);
    assert_eq!(short_code(&found), RECIPE, "approved orders of earlier versions would become void");
}

const RECIPE: &str = "B021301E";

#[test]
fn the_waiver_is_spread_and_the_last_line_takes_the_rounding() {
    let mut form = complete();
    form.lines.push(form.lines[0].clone());
    form.lines[0].quantity = Some(Quantity(1_000));
    (form.lines[1].quantity, form.lines[1].price) = (Some(Quantity(1_000)), Some(Price(1_250_000_000)));
    form.lines[2].quantity = Some(Quantity(1_000));
    form.waiver = Money(100);
    let priced = form.priced().expect("small");
    let waivers: Vec<i64> = priced.lines.iter().map(|line| line.expect("priced").waiver.0).collect();
    assert_eq!(waivers, [33, 33, 34]);
    assert_eq!(priced.amount, Money(3 * 125_000 - 100));
}

#[test]
fn rounding_takes_off_what_stands_below_the_unit_and_never_everything() {
    let mut form = complete();
    form.lines.truncate(1);
    (form.lines[0].quantity, form.lines[0].price) = (Some(Quantity(1_000)), Some(Price(1_234_560_000)));
    let off = |form: &OrderForm, unit| form.rounding_waiver(Money(unit)).map(|waiver| waiver.0);
    assert_eq!([100, 1_000, 10_000].map(|unit| off(&form, unit)), [Some(56), Some(456), Some(3_456)]);
    form.waiver = form.rounding_waiver(Money(1_000)).expect("something to take off");
    assert_eq!(form.priced().expect("small").amount, Money(123_000));
    assert_eq!(off(&form, 1_000), Some(456), "a waiver that is there already does not add to it");
    form.lines[0].price = Some(Price(9_000_000));
    assert_eq!(
        [100, 1_000].map(|unit| off(&form, unit)),
        [None, None],
        "whole already; and nothing would be left"
    );
    form.lines[0].price = None;
    assert_eq!(off(&form, 100), None);
}

#[test]
fn totals_are_kept_per_tax_rate() {
    let mut form = complete();
    form.lines[1].tax_rate = Some(Rate(900));
    let priced = form.priced().expect("small");
    let rates: Vec<(i64, i64, i64, i64)> =
        priced.rates.iter().map(|sum| (sum.rate.0, sum.gross.0, sum.net.0, sum.tax.0)).collect();
    assert_eq!(rates, [(1_300, 250_000, 221_239, 28_761), (900, 3_800_000, 3_486_239, 313_761)]);
    assert_eq!(priced.net.0 + priced.tax.0, priced.amount.0);
}

#[test]
fn amounts_beyond_the_range_are_refused() {
    let mut form = complete();
    form.lines[0].price = Some(Price(i64::MAX));
    form.lines[0].quantity = Some(Quantity(i64::MAX));
    assert_eq!(form.priced(), Err(Refusal::AmountTooLarge));
}
