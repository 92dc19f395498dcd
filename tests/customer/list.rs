//! The customer list against the plainest possible reading: every filter and sort, page after page, and sums that agree.

use std::cmp::Ordering;

use chengdan_app::sample::{SEED, SampleSize, fill};
use chengdan_app::store::Book;
use chengdan_tests::{TestDesk, customer, first_start};
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};

const PAGE: usize = 7;

/// A customer as the list shows it, with what is not in its row.
struct Plain {
    row: Value,
    owner_id: Option<i64>,
    name_key: String,
    search_key: String,
}

/// A company with orders, and some customers that never ordered and belong to nobody.
fn desk() -> TestDesk {
    let desk = TestDesk::without_book();
    desk.ok("book_create", first_start("Empty"));
    let folder = desk.app.book().expect("a book").folder().to_path_buf();
    desk.app.set_book(None);
    let size = SampleSize { orders: 600, busiest_month: 60, story: false };
    fill(Book::open(&folder, desk.app.now()).expect("a book"), desk.app.now(), SEED, &size)
        .expect("a sample");
    chengdan_app::commands::book::open_folder(&desk.app, &folder).expect("the book");
    desk.sit("沈一禾");
    for name in ["甲试客户有限公司", "乙试客户有限公司", "甲试客户（分）有限公司", "=1+1"]
    {
        desk.ok("customer_save", customer(name, ""));
    }
    desk
}

/// Everything, read without the list: sums from the orders themselves.
fn all(desk: &TestDesk) -> Vec<Plain> {
    let sql = "select c.id, c.owner_id, c.name_key, c.search_key,
            (select count(*) from sales_order o where o.customer_id = c.id and o.state in ('Approved', 'Opening')),
            (select cast(coalesce(sum(o.amount_fen), 0) as bigint) from sales_order o
              where o.customer_id = c.id and o.state in ('Approved', 'Opening')),
            (select max(o.approved_on) from sales_order o where o.customer_id = c.id)
          from customer c order by c.id";
    let read = desk.app.book().expect("a book").read(|connection| {
        let mut statement = connection.prepare(sql)?;
        let rows = statement.query_map([], |row| {
            let sums =
                json!([row.get::<_, i64>(4)?, row.get::<_, i64>(5)?, row.get::<_, Option<String>>(6)?]);
            Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?, row.get(3)?, sums))
        })?;
        Ok(rows.collect::<Result<Vec<(i64, Option<i64>, String, String, Value)>, _>>()?)
    });
    let shown = listed(desk, &json!({}), "", false);
    let found = read.expect("customers").into_iter().map(|(id, owner_id, name_key, search_key, sums)| {
        let row =
            shown.iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("{id} is listed")).clone();
        assert_eq!(json!([row["orders"], row["amount_fen"], row["last_order_on"]]), sums, "{row}");
        Plain { row, owner_id, name_key, search_key }
    });
    found.collect()
}

/// All pages of a question, one after the other.
fn listed(desk: &TestDesk, filter: &Value, sort: &str, descending: bool) -> Vec<Value> {
    let (mut rows, mut after) = (Vec::new(), Value::Null);
    loop {
        let ask = json!({ "filter": filter, "sort": sort, "descending": descending, "after": after, "limit": PAGE });
        let page = desk.ok("customer_list", ask);
        let shown = page["rows"].as_array().expect("rows");
        assert!(shown.len() <= PAGE);
        rows.extend(shown.iter().cloned());
        after = page["next"].clone();
        if after.is_null() {
            return rows;
        }
    }
}

const SORTS: [(&str, &str); 15] = [
    ("name", ""),
    ("code", "code"),
    ("short_name", "short_name"),
    ("tax_number", "tax_number"),
    ("contact", "contact"),
    ("title", "contact_title"),
    ("phone", "contact_phone"),
    ("email", "contact_email"),
    ("industry", "industry"),
    ("region", "region"),
    ("owner", "owner"),
    ("orders", "orders"),
    ("amount", "amount_fen"),
    ("last", "last_order_on"),
    ("created", "created_at"),
];

fn compare(field: &str, a: &Plain, b: &Plain) -> Ordering {
    let text = |plain: &Plain| plain.row[field].as_str().unwrap_or_default().to_string();
    let by_field = match (field, a.row[field].as_i64(), b.row[field].as_i64()) {
        ("", ..) => a.name_key.cmp(&b.name_key),
        (_, Some(a), Some(b)) => a.cmp(&b),
        _ => text(a).cmp(&text(b)),
    };
    by_field.then(a.row["id"].as_i64().cmp(&b.row["id"].as_i64()))
}

fn passes(plain: &Plain, filter: &Value) -> bool {
    let row = &plain.row;
    let (amount, last) = (row["amount_fen"].as_i64().unwrap_or_default(), row["last_order_on"].as_str());
    let text = |name: &str| filter[name].as_str();
    let number = |name: &str| filter[name].as_i64();
    text("text").is_none_or(|text| plain.search_key.contains(text))
        && number("owner_id").is_none_or(|id| plain.owner_id == Some(id))
        && (filter["no_owner"] != true || plain.owner_id.is_none())
        && text("industry").is_none_or(|industry| row["industry"] == industry)
        && text("region").is_none_or(|region| row["region"] == region)
        && filter["ordered"].as_bool().is_none_or(|ordered| ordered == (row["orders"].as_i64() > Some(0)))
        && text("last_from").is_none_or(|from| last.is_some_and(|day| day >= from))
        && text("last_before").is_none_or(|before| last.is_some_and(|day| day < before))
        && number("least_fen").is_none_or(|least| amount >= least)
        && number("most_fen").is_none_or(|most| amount <= most)
}

fn filter(dice: &mut StdRng) -> Value {
    let mut filter = json!({});
    let mut set = |dice: &mut StdRng, often: f64, name: &str, value: Value| {
        if dice.random_bool(often) {
            filter[name] = value;
        }
    };
    let text = ["酒店", "物业", "甲试", "没有这个"].choose(dice).copied();
    set(dice, 0.2, "text", json!(text));
    let owner = dice.random_range(1..6);
    set(dice, 0.2, "owner_id", json!(owner));
    set(dice, 0.1, "no_owner", json!(true));
    let industry = ["酒店", "零售", "物业"].choose(dice).copied();
    set(dice, 0.15, "industry", json!(industry));
    let region = ["东临省", "南屏省", "示例省"].choose(dice).copied();
    set(dice, 0.2, "region", json!(region));
    let ordered = dice.random_bool(0.5);
    set(dice, 0.2, "ordered", json!(ordered));
    let day = format!("2026-{:02}-15", dice.random_range(1..9));
    set(dice, 0.2, "last_from", json!(day));
    let day = format!("2026-{:02}-20", dice.random_range(5..10));
    set(dice, 0.2, "last_before", json!(day));
    let least = dice.random_range(0..300_000_000);
    set(dice, 0.2, "least_fen", json!(least));
    let most = dice.random_range(50_000_000..900_000_000);
    set(dice, 0.2, "most_fen", json!(most));
    filter
}

#[test]
fn every_filter_and_sort_gives_exactly_the_customers_that_pass() {
    let desk = desk();
    let mut customers = all(&desk);
    let mut dice = StdRng::seed_from_u64(SEED);
    let mut found = 0;
    for nth in 0..150 {
        let filter = filter(&mut dice);
        let (sort, field) = SORTS[nth % SORTS.len()];
        let descending = dice.random_bool(0.5);
        customers.sort_by(|a, b| if descending { compare(field, b, a) } else { compare(field, a, b) });
        let meant: Vec<&Value> =
            customers.iter().filter(|one| passes(one, &filter)).map(|one| &one.row).collect();
        let told = format!("{filter} by {sort}, descending: {descending}");
        let shown = listed(&desk, &filter, sort, descending);
        assert_eq!(shown.iter().collect::<Vec<_>>(), meant, "{told}");
        let sum = |field: &str| meant.iter().filter_map(|row| row[field].as_i64()).sum::<i64>();
        let totals = desk.ok("customer_totals", filter);
        let sums = json!({ "count": meant.len(), "orders": sum("orders"), "amount_fen": sum("amount_fen"),
            "all_count": customers.len() });
        assert_eq!(totals, sums, "{told}");
        found += meant.len();
    }
    assert!(found > 500, "the questions find something: {found}");
}

#[test]
fn a_strange_cursor_is_refused() {
    let desk = TestDesk::staffed();
    for (sort, after) in [("name", "x"), ("amount", "1:x"), ("orders", "")] {
        let ask = json!({ "sort": sort, "descending": false, "after": after, "limit": 5 });
        assert!(matches!(desk.ask("customer_list", ask), Err(chengdan_app::fault::Fault::Malformed { .. })));
    }
}

#[test]
fn an_order_takes_its_customers_region_along_until_it_is_approved() {
    let desk = TestDesk::staffed();
    desk.sit("林知远");
    let draft = desk.ok("order_save", crate::order::desk::draft(&desk));
    let region = |desk: &TestDesk| {
        let page = desk.ok(
            "order_list",
            json!({ "filter": {}, "sort": "", "descending": false, "after": null, "limit": 5 }),
        );
        page["rows"][0]["region"].clone()
    };
    assert_eq!((draft["id"].is_number(), region(&desk)), (true, json!("示例省")));
    let mut card = desk.ok("customer_view", json!({ "id": 1 }));
    card["province"] = json!("东临省");
    desk.ok("customer_save", card);
    assert_eq!(region(&desk), "东临省");
}
