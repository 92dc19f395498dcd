//! The order list against the plainest possible reading: every filter and sort gives exactly the orders that pass, in
//! order, page after page, and totals that agree; with enough orders that every way of reading a page is taken.

use std::cmp::Ordering;

use chengdan_app::sample::{SEED, SampleSize, fill};
use chengdan_app::store::Book;
use chengdan_tests::{TestDesk, first_start};
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};

/// More than are ever looked up one by one, and several times what is walked in the hope of a page.
const ORDERS: i64 = 4_000;
const TODAY: &str = "2026-10-08";
const PAGE: usize = 40;

/// What the list may filter and sort an order by.
struct Plain {
    id: i64,
    status: String,
    customer_id: Option<i64>,
    owner_id: Option<i64>,
    promised_on: Option<String>,
    created_on: String,
    amount_fen: i64,
    open_promised_on: Option<String>,
    search_key: String,
    number: (i64, i64),
    customer_key: String,
    created_at: String,
}

fn desk() -> TestDesk {
    let desk = TestDesk::without_book();
    desk.ok("book_create", first_start("Empty"));
    let folder = desk.app.book().expect("a book").folder().to_path_buf();
    desk.app.set_book(None);
    let size = SampleSize { orders: ORDERS, busiest_month: 400, story: false };
    fill(Book::open(&folder, desk.app.now()).expect("a book"), desk.app.now(), SEED, &size)
        .expect("a sample");
    chengdan_app::commands::book::open_folder(&desk.app, &folder).expect("the book");
    let varied =
        "update sales_order set status = case when id % 7 = 0 then 'Void' when id % 5 = 0 then 'Approved'
                      when id % 3 = 0 then 'AwaitingFinance' else status end,
                    state = case when id % 7 = 0 then 'Void' else state end,
                    promised_on = case when id % 11 = 0 then null else promised_on end";
    let book = desk.app.book().expect("a book");
    book.act(desk.app.now(), None, |act| Ok(act.tx.execute(varied, [])?)).expect("orders of every kind");
    desk
}

fn all(desk: &TestDesk) -> Vec<Plain> {
    let sql = "select id, status, customer_id, owner_id, promised_on, created_on, amount_fen, open_promised_on, search_key,
                      sort_ym, sort_serial, customer_key, created_at from sales_order order by id";
    let book = desk.app.book().expect("a book");
    let read = book.read(|connection| {
        let mut statement = connection.prepare(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(Plain {
                id: row.get(0)?,
                status: row.get(1)?,
                customer_id: row.get(2)?,
                owner_id: row.get(3)?,
                promised_on: row.get(4)?,
                created_on: row.get(5)?,
                amount_fen: row.get(6)?,
                open_promised_on: row.get(7)?,
                search_key: row.get(8)?,
                number: (row.get(9)?, row.get(10)?),
                customer_key: row.get(11)?,
                created_at: row.get(12)?,
            })
        })?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    });
    read.expect("orders")
}

/// Whether an order passes, read off the filter word by word.
fn passes(order: &Plain, filter: &Value) -> bool {
    let text = |name: &str| filter[name].as_str();
    let number = |name: &str| filter[name].as_i64();
    let statuses = filter["statuses"].as_array().expect("a list");
    let day = |day: &Option<String>, name: &str, least: bool| {
        text(name).is_none_or(|limit| {
            day.as_deref().is_some_and(|day| if least { day >= limit } else { day < limit })
        })
    };
    let created = Some(order.created_on.clone());
    (statuses.is_empty() || statuses.iter().any(|status| *status == order.status.as_str()))
        && number("customer_id").is_none_or(|id| order.customer_id == Some(id))
        && number("owner_id").is_none_or(|id| order.owner_id == Some(id))
        && number("least_fen").is_none_or(|least| order.amount_fen >= least)
        && day(&order.promised_on, "promised_from", true)
        && day(&order.promised_on, "promised_before", false)
        && day(&created, "created_from", true)
        && day(&created, "created_before", false)
        && (filter["overdue"] != true || order.open_promised_on.as_deref().is_some_and(|day| day < TODAY))
        && text("text").is_none_or(|text| order.search_key.contains(text))
}

fn compare(sort: &str, a: &Plain, b: &Plain) -> Ordering {
    let promised = |order: &Plain| order.promised_on.clone().unwrap_or_else(|| "9999-12-31".into());
    let by_sort = match sort {
        "promised_on" => promised(a).cmp(&promised(b)),
        "amount" => a.amount_fen.cmp(&b.amount_fen),
        "customer" => a.customer_key.cmp(&b.customer_key),
        "created" => a.created_at.cmp(&b.created_at),
        _ => a.number.cmp(&b.number),
    };
    by_sort.then(a.id.cmp(&b.id))
}

/// A filter with each of its fields set now and then.
fn filter(dice: &mut StdRng) -> Value {
    let mut filter = json!({ "statuses": [], "text": "", "customer_id": null, "owner_id": null, "promised_before": null,
        "promised_from": null, "created_from": null, "created_before": null, "least_fen": null, "overdue": false });
    let mut set = |dice: &mut StdRng, often: f64, name: &str, value: Value| {
        if dice.random_bool(often) {
            filter[name] = value;
        }
    };
    let statuses = ["Void", "Approved", "AwaitingFinance", "Opening", "Draft", "SentBack"];
    let some: Vec<&str> = statuses.into_iter().filter(|_| dice.random_bool(0.5)).collect();
    set(dice, 0.2, "statuses", json!(some));
    let customer = dice.random_range(1..60);
    set(dice, 0.1, "customer_id", json!(customer));
    let owner = dice.random_range(1..6);
    set(dice, 0.4, "owner_id", json!(owner));
    let least = dice.random_range(0..30_000_000);
    set(dice, 0.4, "least_fen", json!(least));
    let text = ["酒店", "202607", "智能", "门锁", "没有这个"].choose(dice).copied();
    set(dice, 0.2, "text", json!(text));
    set(dice, 0.1, "overdue", json!(true));
    for name in ["promised_from", "created_from"] {
        let day = format!("202{}-{:02}-10", dice.random_range(5..7), dice.random_range(1..11));
        set(dice, 0.15, name, json!(day));
    }
    for name in ["promised_before", "created_before"] {
        let day = format!("2026-{:02}-20", dice.random_range(1..13));
        set(dice, 0.15, name, json!(day));
    }
    filter
}

#[test]
fn every_filter_and_sort_gives_exactly_the_orders_that_pass() {
    let desk = desk();
    let mut orders = all(&desk);
    let mut dice = StdRng::seed_from_u64(SEED);
    let mut found = 0;
    for _ in 0..250 {
        let filter = filter(&mut dice);
        let sort = ["number", "promised_on", "amount", "customer", "created"][dice.random_range(0..5_usize)];
        let descending = dice.random_bool(0.5);
        orders.sort_by(|a, b| if descending { compare(sort, b, a) } else { compare(sort, a, b) });
        let pass: Vec<&Plain> = orders.iter().filter(|order| passes(order, &filter)).collect();
        let told = format!("{filter} by {sort}, descending: {descending}");

        let mut after = Value::Null;
        for page in 0..3 {
            let ask = json!({ "filter": filter, "sort": sort, "descending": descending, "after": after, "limit": PAGE });
            let answer = desk.ok("order_list", ask);
            let shown = answer["rows"].as_array().expect("rows").iter().map(|row| row["id"].as_i64());
            let meant = pass.iter().skip(page * PAGE).take(PAGE).map(|order| Some(order.id));
            assert_eq!(shown.collect::<Vec<_>>(), meant.collect::<Vec<_>>(), "page {page} of {told}");
            after = answer["next"].clone();
            assert_eq!(after.is_null(), pass.len() <= (page + 1) * PAGE, "the end of {told}");
            if after.is_null() {
                break;
            }
        }
        let totals = desk.ok("order_totals", filter);
        let standing = pass.iter().filter(|order| order.status != "Void");
        assert_eq!(totals["count"], pass.len(), "{told}");
        assert_eq!(totals["amount_fen"], standing.map(|order| order.amount_fen).sum::<i64>(), "{told}");
        found += pass.len();
    }
    assert!(found > 10_000, "the questions find something: {found}");
}
