//! The order list against the plainest possible reading: every filter and sort gives exactly the orders that pass, in
//! order, page after page, and totals that agree; with enough orders that every way of reading a page is taken.

use std::cmp::Ordering;
use std::collections::HashMap;

use chengdan_app::sample::{SEED, SampleSize, fill};
use chengdan_app::store::Book;
use chengdan_domain::payment::{PaymentTerms, sentence_zh};
use chengdan_tests::{TestDesk, first_start, make_older};
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
    state: String,
    approved_on: Option<String>,
    region: String,
    open_lines: i64,
    /// What the sorts of the same names compare.
    texts: HashMap<&'static str, String>,
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
                    promised_on = case when id % 11 = 0 then null else promised_on end,
                    approved_on = case when id % 3 = 0 then null else approved_on end,
                    contract_number = case when id % 2 = 0 then '' else contract_number end,
                    customer_order_number = case when id % 4 = 0 then 'PO-' || (id % 50) else '' end";
    let book = desk.app.book().expect("a book");
    book.act(desk.app.now(), None, |act| Ok(act.tx.execute(varied, [])?)).expect("orders of every kind");
    desk
}

fn all(desk: &TestDesk) -> Vec<Plain> {
    let sql = "select id, status, customer_id, owner_id, promised_on, created_on, amount_fen, open_promised_on, search_key,
                      sort_ym, sort_serial, customer_key, created_at, state, approved_on, counted_region, open_lines,
                      owner_name, first_product, contract_number, customer_order_number, terms, delivered_on
                 from sales_order order by id";
    let book = desk.app.book().expect("a book");
    let read = book.read(|connection| {
        let mut statement = connection.prepare(sql)?;
        let rows = statement.query_map([], |row| {
            let (status, open_promised_on): (String, Option<String>) = (row.get(1)?, row.get(7)?);
            let (approved_on, region): (Option<String>, String) = (row.get(14)?, row.get(15)?);
            let open_lines: i64 = row.get(16)?;
            let terms: PaymentTerms = serde_json::from_str(&row.get::<_, String>(21)?).expect("terms");
            let texts = HashMap::from([
                ("status", rank(&status, open_lines, open_promised_on.as_deref())),
                ("owner", row.get(17)?),
                ("product", row.get(18)?),
                ("contract", row.get(19)?),
                ("customer_order", row.get(20)?),
                ("region", region.clone()),
                ("terms", sentence_zh(&terms)),
                ("approved_on", approved_on.clone().unwrap_or_default()),
                ("delivered_on", row.get(22)?),
            ]);
            Ok(Plain {
                id: row.get(0)?,
                status,
                customer_id: row.get(2)?,
                owner_id: row.get(3)?,
                promised_on: row.get(4)?,
                created_on: row.get(5)?,
                amount_fen: row.get(6)?,
                open_promised_on,
                search_key: row.get(8)?,
                number: (row.get(9)?, row.get(10)?),
                customer_key: row.get(11)?,
                created_at: row.get(12)?,
                state: row.get(13)?,
                approved_on,
                region,
                open_lines,
                texts,
            })
        })?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    });
    read.expect("orders")
}

/// The place of a status in the process; an approved order's by its earliest open promise, delivered ones after them.
fn rank(status: &str, open_lines: i64, open_promised_on: Option<&str>) -> String {
    let before =
        ["Draft", "SentBack", "AwaitingSupervisor", "AwaitingFinance", "AwaitingOperations", "AwaitingOther"];
    match before.iter().position(|one| *one == status) {
        Some(place) => format!("{}", place + 1),
        None if status == "Changing" => "7".into(),
        None if status == "Void" => "9".into(),
        None if open_lines > 0 => format!("8{}", open_promised_on.unwrap_or("9999")),
        None => "8d".into(),
    }
}

/// Whether an order passes, read off the filter word by word.
fn passes(order: &Plain, filter: &Value) -> bool {
    let text = |name: &str| filter[name].as_str();
    let number = |name: &str| filter[name].as_i64();
    let statuses = filter["statuses"].as_array().expect("a list");
    let never = filter["not_statuses"].as_array().expect("a list");
    let counts = ["Approved", "Opening"].contains(&order.state.as_str());
    let day = |day: &Option<String>, name: &str, least: bool| {
        text(name).is_none_or(|limit| {
            day.as_deref().is_some_and(|day| if least { day >= limit } else { day < limit })
        })
    };
    let created = Some(order.created_on.clone());
    (statuses.is_empty() || statuses.iter().any(|status| *status == order.status.as_str()))
        && never.iter().all(|status| *status != order.status.as_str())
        && number("most_fen").is_none_or(|most| order.amount_fen <= most)
        && day(&order.approved_on, "approved_from", true)
        && day(&order.approved_on, "approved_before", false)
        && text("region").is_none_or(|region| order.region == region)
        && filter["delivered"].as_bool().is_none_or(|done| counts && done == (order.open_lines == 0))
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
        other if a.texts.contains_key(other) => a.texts[other].cmp(&b.texts[other]),
        _ => a.number.cmp(&b.number),
    };
    by_sort.then(a.id.cmp(&b.id))
}

/// A filter with each of its fields set now and then.
fn filter(dice: &mut StdRng) -> Value {
    let mut filter = json!({ "statuses": [], "text": "", "customer_id": null, "owner_id": null, "promised_before": null,
        "promised_from": null, "created_from": null, "created_before": null, "least_fen": null, "overdue": false,
        "not_statuses": [], "most_fen": null, "approved_from": null, "approved_before": null, "region": null,
        "delivered": null });
    let mut set = |dice: &mut StdRng, often: f64, name: &str, value: Value| {
        if dice.random_bool(often) {
            filter[name] = value;
        }
    };
    let statuses = ["Void", "Approved", "AwaitingFinance", "Opening", "Draft", "SentBack"];
    let some: Vec<&str> = statuses.into_iter().filter(|_| dice.random_bool(0.5)).collect();
    set(dice, 0.2, "statuses", json!(some));
    let none: Vec<&str> = statuses.into_iter().filter(|_| dice.random_bool(0.3)).collect();
    set(dice, 0.15, "not_statuses", json!(none));
    let most = dice.random_range(1_000_000..60_000_000);
    set(dice, 0.15, "most_fen", json!(most));
    let region = ["东临省", "南屏省", "西岭省", "无此地"].choose(dice).copied();
    set(dice, 0.1, "region", json!(region));
    let delivered = dice.random_bool(0.5);
    set(dice, 0.1, "delivered", json!(delivered));
    let customer = dice.random_range(1..60);
    set(dice, 0.1, "customer_id", json!(customer));
    let owner = dice.random_range(1..6);
    set(dice, 0.4, "owner_id", json!(owner));
    let least = dice.random_range(0..30_000_000);
    set(dice, 0.4, "least_fen", json!(least));
    let text = ["酒店", "202607", "智能", "门锁", "没有这个"].choose(dice).copied();
    set(dice, 0.2, "text", json!(text));
    set(dice, 0.1, "overdue", json!(true));
    for name in ["promised_from", "created_from", "approved_from"] {
        let day = format!("202{}-{:02}-10", dice.random_range(5..7), dice.random_range(1..11));
        set(dice, 0.15, name, json!(day));
    }
    for name in ["promised_before", "created_before", "approved_before"] {
        let day = format!("2026-{:02}-20", dice.random_range(1..13));
        set(dice, 0.15, name, json!(day));
    }
    filter
}

/// Every sort there is.
const SORTS: [&str; 14] = [
    "number",
    "promised_on",
    "amount",
    "customer",
    "created",
    "status",
    "owner",
    "product",
    "contract",
    "customer_order",
    "region",
    "terms",
    "approved_on",
    "delivered_on",
];

#[test]
fn every_filter_and_sort_gives_exactly_the_orders_that_pass() {
    let desk = desk();
    let mut orders = all(&desk);
    let mut dice = StdRng::seed_from_u64(SEED);
    let mut found = 0;
    for nth in 0..SORTS.len() * 24 {
        let filter = filter(&mut dice);
        let (sort, descending) = (SORTS[nth / 24], nth % 24 < 12);
        if nth % 12 == 0 {
            orders.sort_by(|a, b| if descending { compare(sort, b, a) } else { compare(sort, a, b) });
        }
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

#[test]
fn an_older_books_orders_get_what_the_list_sorts_by() {
    let desk = TestDesk::staffed();
    crate::order::desk::saved(&desk);
    let folder = desk.app.book().expect("a book").folder().to_path_buf();
    desk.app.set_book(None);
    let size = SampleSize { orders: 300, busiest_month: 30, story: false };
    fill(Book::open(&folder, desk.app.now()).expect("a book"), desk.app.now(), SEED, &size)
        .expect("a sample");
    chengdan_app::commands::book::open_folder(&desk.app, &folder).expect("the book");
    let keys = |desk: &TestDesk| {
        let sql = "select id, terms_key, delivered_on, counted_region, status_key, approved_day from sales_order order by id";
        let read = desk.app.book().expect("a book").read(|connection| {
            let mut statement = connection.prepare(sql)?;
            let rows = statement.query_map([], |row| {
                Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?]))
            })?;
            Ok(rows.collect::<Result<Vec<(i64, [String; 5])>, _>>()?)
        });
        read.expect("orders")
    };
    let written = keys(&desk);
    assert!(
        written.iter().any(|(_, keys)| !keys[1].is_empty())
            && written.iter().any(|(_, keys)| keys[1].is_empty())
    );
    assert!(written.iter().all(|(_, keys)| !keys[0].is_empty() && !keys[2].is_empty()));
    desk.app.set_book(None);
    make_older(&folder, 9);
    let raw = rusqlite::Connection::open(folder.join("book.db")).expect("open");
    raw.execute("delete from meta where key = 'terms'", []).expect("without the recipe");
    drop(raw);
    chengdan_app::commands::book::open_folder(&desk.app, &folder).expect("brought to the present");
    let differs = keys(&desk).into_iter().zip(&written).find(|(now, before)| now != *before);
    assert_eq!(differs, None);
}
