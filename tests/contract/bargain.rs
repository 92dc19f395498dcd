//! Where two papers of a deal differ: every difference has a name, and what one leaves open is not compared.

use chengdan_domain::bargain::{Bargain, Difference, LineText};
use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::order::form::OrderForm;

use crate::order::forms::{complete, day};

fn bargain(form: &OrderForm) -> Bargain {
    Bargain::of_order(form, &form.priced().expect("small"))
}

fn changed(change: impl FnOnce(&mut OrderForm)) -> Vec<Difference> {
    let mut other = complete();
    change(&mut other);
    bargain(&complete()).differences(&bargain(&other))
}

#[test]
fn the_same_does_not_differ() {
    assert_eq!(changed(|_| ()), Vec::new());
    assert_eq!(changed(|form| form.note = "别的".into()), Vec::new());
    assert_eq!(changed(|form| form.lines.reverse()), Vec::new(), "the order of lines says nothing");
}

#[test]
fn each_change_has_its_name() {
    let name = || "压力变送器".to_string();
    let (row, before) = (1, Money(4_050_000));
    let amount = |found: i64| Difference::Amount { agreed_fen: before, found_fen: Money(found) };
    assert_eq!(bargain(&complete()).amount, before);
    assert_eq!(
        changed(|form| form.lines[0].quantity = Some(Quantity(3_000))),
        [
            amount(4_175_000),
            Difference::LineQuantity {
                row,
                name: name(),
                agreed_milli: Quantity(2_000),
                found_milli: Some(Quantity(3_000))
            }
        ]
    );
    assert_eq!(
        changed(|form| form.lines[0].discount = Rate(1_000)),
        [
            amount(4_025_000),
            Difference::LinePrice {
                row,
                name: name(),
                agreed_micro: Price(1_250_000_000),
                found_micro: Some(Price(1_125_000_000))
            }
        ]
    );
    assert_eq!(
        changed(|form| form.lines[0].tax_rate = Some(Rate(600))),
        [Difference::LineTax { row, name: name(), agreed: Rate(1_300), found: Some(Rate(600)) }]
    );
    assert_eq!(
        changed(|form| form.lines[0].customised = true),
        [Difference::LineCustomised { row, name: name(), found: true }]
    );
    assert_eq!(
        changed(|form| form.lines[0].spec = "0–2.5 MPa".into()),
        [Difference::LineText {
            row,
            name: name(),
            text: LineText::Spec,
            agreed: "0–1.6 MPa".into(),
            found: "0–2.5 MPa".into()
        }]
    );
    assert_eq!(
        changed(|form| form.promised_on = Some(day("2026-12-20"))),
        [Difference::Promised { agreed: day("2026-12-15"), found: Some(day("2026-12-20")) }]
    );
    let said = changed(|form| form.terms.instalments.reverse());
    assert!(matches!(said.as_slice(), [Difference::Terms { .. }]), "{said:?}");
}

#[test]
fn lines_that_are_missing_or_added_are_named() {
    let gone = changed(|form| {
        form.lines.remove(1);
    });
    assert!(matches!(gone.as_slice(), [Difference::Amount { .. }, Difference::LineMissing { row: 2, .. }]));
    let more = changed(|form| {
        let mut line = form.lines[0].clone();
        line.name = "支架".into();
        form.lines.push(line);
    });
    assert!(matches!(more.as_slice(), [Difference::Amount { .. }, Difference::LineAdded { row: 3, .. }]));
}

#[test]
fn a_framework_agrees_on_prices_only() {
    let mut frame = Bargain { frame: true, ..bargain(&complete()) };
    let mut call = complete();
    call.lines.remove(1);
    call.lines[0].quantity = Some(Quantity(9_000));
    call.promised_on = None;
    assert_eq!(frame.differences(&bargain(&call)), Vec::new());
    call.lines[0].price = Some(Price(1));
    assert!(matches!(frame.differences(&bargain(&call)).as_slice(), [Difference::LinePrice { .. }]));
    frame.lines.clear();
    assert_eq!(
        frame.differences(&bargain(&call)),
        Vec::new(),
        "one without goods lets anything be called off"
    );
}
