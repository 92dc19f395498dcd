//! Orders in the book: what is inserted reads back the same, and pages neither lose nor repeat a row.

use chengdan_app::store::order::{self, NewDelivery, NewOrder};
use chengdan_app::store::{Act, Book};
use chengdan_app::views::order::{OrderFilter, OrderListAsk};
use chengdan_domain::money::{Money, Quantity};
use chengdan_domain::number::Series;
use chengdan_domain::order::form::OrderForm;
use chengdan_domain::order::{OrderOrigin, OrderState, OrderStatus};
use chrono::NaiveDate;

use super::forms::{self, day, instant};

fn book() -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().expect("a folder");
    let book = Book::create(&folder.path().join("a.book"), instant("2026-11-02 09:00")).expect("a book");
    (folder, book)
}

fn numbered(number: &str, state: OrderState, approved: Option<NaiveDate>, form: OrderForm) -> NewOrder {
    let mut order = NewOrder::draft(form, instant("2026-10-08 10:00"));
    (order.number, order.state, order.approved_on) = (Some(number.into()), state, approved);
    order
}

#[test]
fn what_is_inserted_reads_back_the_same() {
    let (_folder, book) = book();
    let form = forms::complete();
    let mut order = numbered("DD202610-007", OrderState::Approved, Some(day("2026-10-09")), form.clone());
    order.deliveries =
        vec![NewDelivery { line: 0, quantity: Quantity(2_000), delivered_on: day("2026-10-20") }];
    let id = book.act(instant("2026-11-02 09:00"), None, |act| order::insert(act, &order)).expect("inserted");
    let found = book.read(|connection| order::load(connection, id)).expect("there");
    assert_eq!(found.form, form);
    assert_eq!(found.priced, form.priced().expect("small"));
    assert_eq!(found.number.as_deref(), Some("DD202610-007"));
    assert_eq!(found.content_hash, found.approved_hash);
    assert_eq!(found.lines[0].delivered, Quantity(2_000));
    assert_eq!(found.lines[0].delivered_on.as_deref(), Some("2026-10-20"));
    assert_eq!((found.open_lines, found.open_promised_on.as_deref()), (1, Some("2026-12-15")));
}

#[test]
fn opening_orders_keep_the_amounts_they_came_with() {
    let (_folder, book) = book();
    let mut form = forms::complete();
    form.lines[0].given_amount = Some(Money(12_345));
    form.waiver = Money(45);
    let mut order = numbered("DD2023901", OrderState::Opening, Some(day("2023-09-04")), form);
    order.origin = OrderOrigin::Opening;
    let amount = order.form.priced().expect("small").amount;
    let id = book.act(instant("2026-11-02 09:00"), None, |act| order::insert(act, &order)).expect("inserted");
    let found = book.read(|connection| order::load(connection, id)).expect("there");
    assert_eq!(found.priced.amount, amount);
    let hash = chengdan_domain::order::content::content_hash(&found.form, &found.priced);
    assert_eq!(hash, found.approved_hash, "what was taken over counts as approved");
}

#[test]
fn an_imported_number_advances_its_series() {
    let (_folder, book) = book();
    book.act(instant("2026-11-02 09:00"), None, |act: &Act| {
        order::insert(act, &numbered("DD202611-041", OrderState::Void, None, forms::complete()))?;
        let next = chengdan_app::store::series::draw(act, &Series::default(), 202611)?;
        assert_eq!(next, "DD202611-042");
        assert_eq!(chengdan_app::store::series::draw(act, &Series::default(), 202611)?, "DD202611-043");
        assert_eq!(chengdan_app::store::series::draw(act, &Series::default(), 202612)?, "DD202612-001");
        Ok(())
    })
    .expect("drawn");
}

#[test]
fn pages_neither_lose_nor_repeat_a_row_on_any_sort() {
    let (_folder, book) = book();
    let count = 57;
    book.act(instant("2026-11-02 09:00"), None, |act| {
        for index in 0..count {
            let mut form = forms::complete();
            form.customer_name = format!("客户{}", index % 5);
            form.waiver = Money(index % 7);
            form.promised_on = (index % 3 != 0).then(|| day("2026-12-01"));
            let number = format!("DD2026{:02}-{:03}", 1 + index % 3, 1 + index);
            order::insert(act, &numbered(&number, OrderState::Void, None, form))?;
        }
        Ok(())
    })
    .expect("filled");
    for sort in ["number", "promised_on", "amount", "customer", "created"] {
        for descending in [false, true] {
            for statuses in [vec![], vec![OrderStatus::Void]] {
                let mut seen = Vec::new();
                let mut after = None;
                loop {
                    let ask = OrderListAsk {
                        filter: OrderFilter { statuses: statuses.clone(), ..OrderFilter::default() },
                        sort: sort.into(),
                        descending,
                        after,
                        limit: 10,
                    };
                    let page = book
                        .read(|connection| order::list::page(connection, &ask, "2026-11-02"))
                        .expect("a page");
                    seen.extend(page.rows.iter().map(|row| row.id));
                    after = page.next;
                    if after.is_none() {
                        break;
                    }
                }
                let mut once = seen.clone();
                once.sort_unstable();
                once.dedup();
                assert_eq!((seen.len(), once.len()), (57, 57), "{sort} {descending}");
            }
        }
    }
}

#[test]
fn filters_and_totals_agree() {
    let (_folder, book) = book();
    book.act(instant("2026-11-02 09:00"), None, |act| {
        let form = forms::complete();
        order::insert(act, &numbered("DD202610-001", OrderState::Void, None, form.clone()))?;
        order::insert(act, &numbered("DD202610-002", OrderState::Approved, Some(day("2026-10-09")), form))
    })
    .expect("filled");
    let one = forms::complete().priced().expect("small").amount;
    let totals = |filter: OrderFilter, today: &str| {
        book.read(|connection| order::list::totals(connection, &filter, today)).expect("totals")
    };
    let all = totals(OrderFilter::default(), "2026-11-02");
    assert_eq!((all.count, all.void_count, all.all_count, all.amount_fen), (2, 1, 2, one));
    let overdue = OrderFilter { overdue: true, ..OrderFilter::default() };
    assert_eq!(totals(overdue.clone(), "2026-11-02").count, 0);
    assert_eq!(totals(overdue, "2027-01-01").count, 1);
    let text = OrderFilter { text: "dd202610-002".into(), ..OrderFilter::default() };
    assert_eq!(totals(text, "2026-11-02").count, 1);
}
