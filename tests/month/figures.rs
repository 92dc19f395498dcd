//! Every figure of the month against a naive recomputation, and against the rows behind it.

use std::collections::{BTreeMap, BTreeSet};

use chengdan_app::store::month_sum;
use chengdan_app::views::month::{FacetRow, MonthPunctuality, MonthView};
use chengdan_tests::{TestDesk, code_of, instant};
use chrono::NaiveDate;
use serde_json::json;

use super::{rows, sample, view};

/// An order that counts, read the simplest way.
struct Order {
    id: i64,
    ym: i64,
    amount: i64,
    customer: String,
    person: String,
    region: String,
    industry: String,
}

struct Line {
    order_id: i64,
    product: String,
    category: String,
    amount: i64,
    promised: Option<NaiveDate>,
    delivered: Option<NaiveDate>,
}

struct Naive {
    orders: Vec<Order>,
    lines: Vec<Line>,
}

fn naive(desk: &TestDesk) -> Naive {
    let date = |text: Option<String>| text.map(|text| text.parse::<NaiveDate>().expect("a date"));
    let read = desk.app.book().expect("a book").read(|connection| {
        let mut orders = connection.prepare(
            "select id, cast(substr(approved_on, 1, 4) || substr(approved_on, 6, 2) as integer), amount_fen,
                    cast(customer_id as text), cast(counted_person_id as text), counted_region, counted_industry
               from sales_order where state in ('Approved', 'Opening')",
        )?;
        let orders = orders
            .query_map([], |row| {
                Ok(Order {
                    id: row.get(0)?,
                    ym: row.get(1)?,
                    amount: row.get(2)?,
                    customer: row.get(3)?,
                    person: row.get(4)?,
                    region: row.get(5)?,
                    industry: row.get(6)?,
                })
            })?
            .collect::<Result<Vec<_>, _>>()?;
        let mut lines = connection.prepare(
            "select order_id, cast(product_id as text), category, amount_fen, first_promised_on,
                    case when delivered_milli >= quantity_milli then
                      (select max(delivered_on) from delivery d where d.line_id = l.id) end
               from order_line l where order_id in
                 (select id from sales_order where state in ('Approved', 'Opening'))",
        )?;
        let lines = lines
            .query_map([], |row| {
                Ok(Line {
                    order_id: row.get(0)?,
                    product: row.get(1)?,
                    category: row.get(2)?,
                    amount: row.get(3)?,
                    promised: date(row.get(4)?),
                    delivered: date(row.get(5)?),
                })
            })?
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Naive { orders, lines })
    });
    read.expect("a readable book")
}

fn months(found: &Naive) -> BTreeSet<i64> {
    found.orders.iter().map(|order| order.ym).collect()
}

type Sums = BTreeMap<String, (i64, i64)>;

/// Orders and amount per key of a facet.
fn facet(found: &Naive, ym: i64, name: &str) -> Sums {
    let mut sums = Sums::new();
    for order in found.orders.iter().filter(|order| order.ym == ym) {
        let mut add = |key: &str, orders: i64, amount: i64| {
            let sum = sums.entry(key.to_string()).or_default();
            sum.0 += orders;
            sum.1 += amount;
        };
        match name {
            "customer" => add(&order.customer, 1, order.amount),
            "person" => add(&order.person, 1, order.amount),
            "region" => add(&order.region, 1, order.amount),
            "industry" => add(&order.industry, 1, order.amount),
            _ => {
                let lines: Vec<&Line> = found.lines.iter().filter(|line| line.order_id == order.id).collect();
                let key_of = |line: &Line| {
                    if name == "product" { line.product.clone() } else { line.category.clone() }
                };
                for line in &lines {
                    add(&key_of(line), 0, line.amount);
                }
                for key in lines.iter().map(|line| key_of(line)).collect::<BTreeSet<_>>() {
                    add(&key, 1, 0);
                }
            }
        }
    }
    sums
}

fn listed(rows: &[FacetRow]) -> Sums {
    let with_orders = rows.iter().filter(|row| row.orders > 0);
    with_orders.map(|row| (row.key.clone(), (row.orders, row.amount_fen.0))).collect()
}

fn punctual(found: &Naive, ym: i64, today: NaiveDate) -> (MonthPunctuality, MonthPunctuality) {
    let in_month = |day: NaiveDate| day.format("%Y%m").to_string() == ym.to_string();
    let due: Vec<&Line> = found.lines.iter().filter(|line| line.promised.is_some_and(in_month)).collect();
    let rank = |line: &Line| -> (i64, i64) {
        let promised = line.promised.expect("promised");
        match line.delivered {
            Some(day) if day <= promised => (0, 0),
            Some(day) => (2, (day - promised).num_days()),
            None if promised >= today => (1, 0),
            None => (3, (today - promised).num_days()),
        }
    };
    let mut by_order: BTreeMap<i64, (i64, i64)> = BTreeMap::new();
    for line in &due {
        let worst = by_order.entry(line.order_id).or_default();
        *worst = (*worst).max(rank(line));
    }
    let count = |all: Vec<(i64, i64)>| {
        let of = |kind: i64| all.iter().filter(|(found, _)| *found == kind).count() as i64;
        MonthPunctuality {
            due: all.len() as i64,
            on_time: of(0),
            open: of(1),
            late: of(2),
            open_past_due: of(3),
            late_days: all.iter().filter(|(kind, _)| *kind == 2).map(|(_, days)| days).sum(),
        }
    };
    (count(due.iter().map(|line| rank(line)).collect()), count(by_order.into_values().collect()))
}

fn same(found: &MonthPunctuality, expected: &MonthPunctuality, what: &str) {
    assert_eq!(format!("{found:?}"), format!("{expected:?}"), "{what}");
}

#[test]
fn every_figure_of_every_month_equals_a_naive_recomputation() {
    let desk = sample();
    let found = naive(&desk);
    let today = desk.app.today();
    assert!(months(&found).len() >= 16, "the sample company has more than a year behind it");
    for ym in months(&found) {
        let month = view(&desk, ym);
        let orders: Vec<&Order> = found.orders.iter().filter(|order| order.ym == ym).collect();
        assert_eq!(month.amount.orders, orders.len() as i64, "{ym}");
        assert_eq!(
            month.amount.amount_fen.map(|amount| amount.0),
            Some(orders.iter().map(|order| order.amount).sum())
        );
        for (name, rows) in [
            ("product", &month.products),
            ("category", &month.categories),
            ("region", &month.regions),
            ("industry", &month.industries),
            ("customer", &month.customers),
            ("person", &month.people),
        ] {
            assert_eq!(listed(rows), facet(&found, ym, name), "{ym} {name}");
        }
        let (lines, by_order) = punctual(&found, ym, today);
        same(&month.lines, &lines, &format!("{ym} by line"));
        same(&month.orders, &by_order, &format!("{ym} by order"));
        let earlier: BTreeSet<&str> =
            found.orders.iter().filter(|order| order.ym < ym).map(|order| order.customer.as_str()).collect();
        let new: BTreeSet<&str> =
            orders.iter().map(|order| order.customer.as_str()).filter(|key| !earlier.contains(key)).collect();
        assert_eq!(month.amount.new_customers, new.len() as i64, "{ym}");
        let new_fen: i64 = orders
            .iter()
            .filter(|order| new.contains(order.customer.as_str()))
            .map(|order| order.amount)
            .sum();
        assert_eq!(month.amount.new_customers_fen.0, new_fen, "{ym}");
        compared(&desk, &month, &found);
    }
}

/// 环比 and 同比 stand on the figures of those months.
fn compared(desk: &TestDesk, month: &MonthView, found: &Naive) {
    let amount = |ym: i64| {
        let of: Vec<i64> =
            found.orders.iter().filter(|order| order.ym == ym).map(|order| order.amount).collect();
        (!of.is_empty()).then(|| of.iter().sum::<i64>())
    };
    let previous = if month.ym % 100 == 1 { month.ym - 89 } else { month.ym - 1 };
    assert_eq!(month.amount.previous_fen.map(|fen| fen.0), amount(previous));
    assert_eq!(month.amount.last_year_fen.map(|fen| fen.0), amount(month.ym - 100));
    assert_eq!(month.trend.len(), 12);
    for point in &month.trend {
        assert_eq!(
            point.amount_fen.0,
            amount(point.ym).unwrap_or(0),
            "{} in the trend of {}",
            point.ym,
            month.ym
        );
        assert_eq!(point.last_year_fen.map(|fen| fen.0), amount(point.ym - 100));
    }
    same(&month.lines_previous, &view(desk, previous).lines, "the lines of the month before");
}

#[test]
fn each_figure_leads_to_exactly_its_rows() {
    let desk = sample();
    for ym in [202_607, 202_608, 202_609, 202_610] {
        let month = view(&desk, ym);
        let all = rows(&desk, ym, "amount");
        assert_eq!(all.count, month.amount.orders);
        assert_eq!(Some(all.amount_fen), month.amount.amount_fen.or(Some(all.amount_fen)));
        assert_eq!(all.rows.iter().map(|row| row.amount_fen.0).sum::<i64>(), all.amount_fen.0);
        for (prefix, figures) in [("", &month.lines), ("orders_", &month.orders)] {
            for (name, count) in [
                ("due", figures.due),
                ("on_time", figures.on_time),
                ("late", figures.late),
                ("open_past_due", figures.open_past_due),
                ("open", figures.open),
            ] {
                let behind = rows(&desk, ym, &format!("{prefix}{name}"));
                assert_eq!((behind.count, behind.rows.len() as i64), (count, count), "{ym} {prefix}{name}");
            }
            let late = rows(&desk, ym, &format!("{prefix}late"));
            assert_eq!(late.rows.iter().filter_map(|row| row.days_late).sum::<i64>(), figures.late_days);
        }
        for (name, facets) in [
            ("product", &month.products),
            ("category", &month.categories),
            ("region", &month.regions),
            ("industry", &month.industries),
            ("customer", &month.customers),
            ("person", &month.people),
        ] {
            for facet in facets {
                let behind = rows(&desk, ym, &format!("{name}:{}", facet.key));
                let orders: BTreeSet<i64> = behind.rows.iter().map(|row| row.order_id).collect();
                assert_eq!(behind.amount_fen, facet.amount_fen, "{ym} {name} {}", facet.name);
                assert_eq!(orders.len() as i64, facet.orders, "{ym} {name} {}", facet.name);
            }
        }
    }
}

#[test]
fn the_rollup_made_anew_is_the_one_that_was_kept() {
    let desk = sample();
    let book = desk.app.book().expect("a book");
    let all = || {
        let read = book.read(|connection| {
            let mut statement = connection.prepare(
                "select ym, facet, key, orders, lines, quantity_milli, amount_fen from month_sum
                  where orders <> 0 order by ym, facet, key",
            )?;
            let rows = statement.query_map([], |row| {
                Ok(format!(
                    "{:?} {:?} {:?} {:?} {:?} {:?} {:?}",
                    row.get::<_, i64>(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, String>(2)?,
                    row.get::<_, i64>(3)?,
                    row.get::<_, i64>(4)?,
                    row.get::<_, i64>(5)?,
                    row.get::<_, i64>(6)?
                ))
            })?;
            Ok(rows.collect::<Result<Vec<_>, _>>()?)
        });
        read.expect("a readable book")
    };
    let kept = all();
    assert!(kept.len() > 500);
    let now = desk.app.now();
    book.act(now, None, month_sum::rebuild).expect("made anew");
    assert_eq!(all(), kept);
    let one: i64 = book
        .read(|connection| {
            Ok(connection.query_row(
                "select min(id) from sales_order where state = 'Opening'",
                [],
                |row| row.get(0),
            )?)
        })
        .expect("an order");
    book.act(now, None, |act| month_sum::count_order(act, one, -1)).expect("taken away");
    assert_ne!(all(), kept, "taking an order away shows");
    book.act(now, None, |act| month_sum::count_order(act, one, 1)).expect("added");
    assert_eq!(all(), kept);
}

#[test]
fn what_is_not_delivered_turns_late_when_its_day_has_passed() {
    let desk = sample();
    let moved = desk.app.book().expect("a book").act(desk.app.now(), None, |act| {
        Ok(act.tx.execute(
            "update order_line set first_promised_on = '2026-10-20', first_promised_ym = 202610, delivered_on = null
              where order_id in (1, 2)",
            [],
        )?)
    });
    let moved = moved.expect("promised for later") as i64;
    let before = view(&desk, 202_610).lines;
    assert!(moved > 0 && before.open >= moved, "promised for later this month, not late yet");
    desk.clock.set(instant("2026-12-01T02:00:00Z"));
    let after = view(&desk, 202_610).lines;
    assert_eq!(after.open, 0);
    assert_eq!(after.open_past_due, before.open_past_due + before.open);
    assert_eq!((after.due, after.on_time, after.late), (before.due, before.on_time, before.late));
}

#[test]
fn targets_belong_to_a_month_and_a_person_and_are_kept_in_the_history() {
    let desk = sample();
    let seller = desk.person("林知远");
    desk.ok("target_set", json!({ "ym": 202_608, "person_id": null, "amount_fen": 12_000_000_00_i64 }));
    desk.ok("target_set", json!({ "ym": 202_608, "person_id": seller, "amount_fen": 3_000_000_00_i64 }));
    let month = view(&desk, 202_608);
    assert_eq!(month.amount.target_fen.map(|fen| fen.0), Some(12_000_000_00));
    let row = month.people.iter().find(|row| row.name == "林知远").expect("the seller");
    assert_eq!(row.target_fen.map(|fen| fen.0), Some(3_000_000_00));
    assert_eq!(view(&desk, 202_609).amount.target_fen, None);
    desk.ok("target_set", json!({ "ym": 202_608, "person_id": null, "amount_fen": null }));
    assert_eq!(view(&desk, 202_608).amount.target_fen, None);
    assert_eq!(
        desk.refused("target_set", json!({ "ym": 202_608, "person_id": null, "amount_fen": 0 })),
        ["FieldNotPositive"]
    );
    assert_eq!(
        desk.refused("target_set", json!({ "ym": 202_608, "person_id": 9_999, "amount_fen": 5 })),
        ["RowNotFound"]
    );
    let kept: i64 = desk
        .app
        .book()
        .expect("a book")
        .read(|connection| {
            Ok(connection.query_row(
                "select count(*) from history where act = 'target_set' and document = 'month' and document_id = 202608",
                [],
                |row| row.get(0),
            )?)
        })
        .expect("a count");
    assert_eq!(kept, 3);
    desk.sit("何叶");
    assert_eq!(
        desk.refused("target_set", json!({ "ym": 202_608, "person_id": null, "amount_fen": 5 })),
        ["RoleMissing"]
    );
}

#[test]
fn a_month_without_anything_shows_nothing_and_a_strange_one_is_refused() {
    let desk = TestDesk::staffed();
    let month = view(&desk, 202_610);
    assert_eq!((month.amount.orders, month.amount.amount_fen, month.amount.average_fen), (0, None, None));
    assert_eq!((month.first_ym, month.lines.due, month.products.len()), (None, 0, 0));
    assert_eq!(desk.refused("month_view", json!({ "ym": 202_613 })), ["MonthOutOfRange"]);
    assert_eq!(desk.refused("month_workbook", json!({ "ym": 0, "token": null })), ["MonthOutOfRange"]);
    for strange in ["", "colour:red", "orders_amount", "late; drop table"] {
        assert_eq!(desk.refused("month_rows", json!({ "ym": 202_610, "figure": strange })), ["RowNotFound"]);
    }
    let token = desk.ask("month_workbook", json!({ "ym": 202_610, "token": "/etc/passwd" }));
    let Err(chengdan_app::fault::Fault::Refused { reasons }) = token else { panic!("a path is no token") };
    assert_eq!(code_of(&reasons[0]), "TokenUnknown");
}
