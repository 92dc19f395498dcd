//! The sample company's earlier orders, taken over as 期初 (O9): sixteen months that count in figures and owe no letter.

use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::number::OrderNumber;
use chengdan_domain::order::form::{LineForm, OrderForm};
use chengdan_domain::order::{OrderOrigin, OrderState};
use chengdan_domain::payment;
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Weekday};
use rand::Rng;
use rand_pcg::Pcg64;

use super::SampleSize;
use super::masters::Cast;
use crate::fault::Fault;
use crate::store::order::{NewDelivery, NewOrder, insert};
use crate::store::{Act, history, month_sum};

/// How many months of earlier records there are; the last one ends where the desk's own orders begin.
const MONTHS: u32 = 16;

/// Writes the earlier orders, month by month, numbered in the order of their dates.
pub fn orders(act: &Act, cast: &Cast, size: &SampleSize, dice: &mut Pcg64) -> Result<(), Fault> {
    let first = first_of_month(act.today()).checked_sub_months(Months::new(MONTHS + 1)).unwrap_or_default();
    for nth in 0..MONTHS {
        let month = first.checked_add_months(Months::new(nth)).unwrap_or(first);
        let mut days: Vec<NaiveDate> = (0..count_of(nth, size)).map(|_| working_day(month, dice)).collect();
        days.sort();
        for (serial, day) in (1_i64..).zip(days) {
            let number = OrderNumber {
                prefix: cast.prefix.clone(),
                ym: i64::from(month.year()) * 100 + i64::from(month.month()),
                serial,
            };
            insert(act, &order(act.today(), cast, day, number.text(), dice))?;
        }
    }
    month_sum::rebuild(act)?;
    history::record(act, "sample_fill", "book", 0, &history::Payload::note(format!("{}", size.orders)))
}

/// The busiest month is the last but one; the others share the rest, a little more each season.
fn count_of(nth: u32, size: &SampleSize) -> i64 {
    if nth == MONTHS - 2 {
        return size.busiest_month.min(size.orders);
    }
    const SEASON: [i64; 16] = [7, 8, 9, 10, 9, 11, 6, 5, 9, 10, 11, 12, 11, 12, 0, 13];
    let whole: i64 = SEASON.iter().sum();
    let rest = (size.orders - size.busiest_month).max(0);
    let share = |months: usize| rest * SEASON[..months].iter().sum::<i64>() / whole;
    let nth = nth as usize;
    share(nth + 1) - share(nth)
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn working_day(month: NaiveDate, dice: &mut Pcg64) -> NaiveDate {
    let day = month + Days::new(dice.random_range(0..28));
    match day.weekday() {
        Weekday::Sat => day - Days::new(u64::from(day.day() > 1)),
        Weekday::Sun => day + Days::new(1),
        _ => day,
    }
}

fn order(today: NaiveDate, cast: &Cast, day: NaiveDate, number: String, dice: &mut Pcg64) -> NewOrder {
    let form = form(cast, day, dice);
    let noon = day.and_hms_opt(4, 0, 0).map(|time| DateTime::from_naive_utc_and_offset(time, chrono::Utc));
    let at = noon.unwrap_or_default();
    let customer = &cast.customers[cast.customer_index(form.customer_id)];
    let mut order = NewOrder::draft(form, at);
    order.number = Some(number);
    order.state = OrderState::Opening;
    order.origin = OrderOrigin::Opening;
    order.creator_id = order.form.owner_id;
    order.submitted_at = Some(at);
    order.approved_at = Some(at);
    order.approved_on = Some(day);
    order.region = customer.region.clone();
    order.industry = customer.industry.clone();
    order.deliveries = deliveries(today, &order.form, dice);
    order
}

/// What somebody ordered that day: larger customers more often, cheap things in larger quantities.
pub fn form(cast: &Cast, day: NaiveDate, dice: &mut Pcg64) -> OrderForm {
    // The product of two throws falls on the first customers more often.
    let throw = dice.random_range(0..1_000) * dice.random_range(0..1_000) / 1_000;
    let customer = &cast.customers[throw * cast.customers.len() / 1_000];
    let promised = day + Days::new(dice.random_range(9..36));
    let presets = payment::presets();
    let mut lines: Vec<LineForm> = Vec::new();
    for _ in 0..dice.random_range(1..=5) {
        let line = line(cast, dice);
        if lines.iter().all(|other| other.product_id != line.product_id) {
            lines.push(line);
        }
    }
    let mut form = OrderForm {
        customer_id: Some(customer.id),
        customer_name: customer.name.clone(),
        contact_id: Some(customer.contact_id),
        contract_number: format!("HT{}-{:04}", day.format("%Y%m"), dice.random_range(1..9_999)),
        contract_signed_on: Some(day),
        invoice_title: customer.name.clone(),
        terms: presets[dice.random_range(0..presets.len())].1.clone(),
        delivery_address: customer.address.clone(),
        receiver: customer.contact.clone(),
        receiver_phone: customer.phone.clone(),
        promised_on: Some(promised),
        owner_id: Some(customer.owner_id),
        owner_name: customer.owner.clone(),
        lines,
        ..OrderForm::default()
    };
    if let Some(before) = form.amount_before_waiver() {
        // 抹零: what exceeds full hundreds goes now and then.
        form.waiver = Money(if dice.random_bool(0.15) { before.0 % 10_000 } else { 0 });
        form.contract_amount = Some(Money(before.0 - form.waiver.0));
    }
    form
}

fn line(cast: &Cast, dice: &mut Pcg64) -> LineForm {
    let product = &cast.products[dice.random_range(0..cast.products.len())];
    let most = (600_000_000_000 / product.price_micro.0.max(1) / 8).clamp(2, 160);
    let discount = [0, 0, 0, 300, 500, 800][dice.random_range(0..6_usize)];
    LineForm {
        product_id: product.id,
        name: product.name.clone(),
        spec: product.spec.clone(),
        unit: product.unit.clone(),
        quantity: Some(Quantity(dice.random_range(1..=most) * 1_000)),
        price: Some(Price(product.price_micro.0)),
        list_price: Some(product.price_micro),
        discount: Rate(discount),
        tax_rate: Some(product.tax_rate),
        customised: product.customised,
        service: product.kind == crate::views::product::ProductKind::Service,
        category: product.category.clone(),
        ..LineForm::default()
    }
}

/// Most lines arrive on time, some late, and of the recent ones a few are still open.
fn deliveries(today: NaiveDate, form: &OrderForm, dice: &mut Pcg64) -> Vec<NewDelivery> {
    let mut found = Vec::new();
    for (index, line) in form.lines.iter().enumerate() {
        let (Some(promised), Some(quantity)) = (form.line_promise(line), line.quantity) else { continue };
        let on = match dice.random_range(0..100) {
            0..=87 => promised - Days::new(dice.random_range(0..5)),
            88..=97 => promised + Days::new(dice.random_range(1..12)),
            _ if promised + Days::new(60) > today => continue,
            _ => promised,
        };
        if on <= today {
            found.push(NewDelivery { line: index, quantity, delivered_on: on });
        }
    }
    found
}
