//! The lists by every column they show: orders at the front, in the middle and near the end, whatever is filtered; 10,000
//! customers; as many letters as orders.

use chengdan_app::App;
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};

use crate::{Verdict, ask, list, often};

/// Every sort of the order list that is not measured apart.
const MORE_SORTS: [&str; 9] = [
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

/// No page of a list may cost more, at any depth.
const MOST: f64 = 50.0;

pub fn lists(app: &App, orders: i64, verdict: &mut Verdict) {
    deep_orders(app, orders, verdict);
    filtered_orders(app, verdict);
    customers(app, verdict);
    letters(app, verdict);
}

/// The slowest page on a walk from the front to the end, and the pages of a user's size at both ends.
fn deep_orders(app: &App, orders: i64, verdict: &mut Verdict) {
    for sort in MORE_SORTS {
        let front = list(&json!({}), sort, None, 100);
        let (first, _) = often(20, || drop(ask(app, "order_list", &front)));
        let (mut after, mut read): (Option<String>, i64) = (None, 0);
        while read < orders - 1_000 {
            let page = ask(app, "order_list", &list(&json!({}), sort, after.as_deref(), 500));
            read += 500;
            match page["next"].as_str() {
                Some(next) => after = Some(next.to_string()),
                None => break,
            }
            if read == orders / 2 / 500 * 500 {
                let middle = list(&json!({}), sort, after.as_deref(), 100);
                let (p50, _) = often(20, || drop(ask(app, "order_list", &middle)));
                verdict.say(&format!("page in the middle by {sort}, p50"), p50, MOST, "ms");
            }
        }
        let end = list(&json!({}), sort, after.as_deref(), 100);
        let (last, _) = often(20, || drop(ask(app, "order_list", &end)));
        println!("    front {first:.2} ms, near the end {last:.2} ms");
        verdict.say(&format!("page at the front or the end by {sort}, p50"), first.max(last), MOST, "ms");
    }
}

/// Filters that leave few, some and most, and two together, under every sort, at the front and two pages on.
fn filtered_orders(app: &App, verdict: &mut Verdict) {
    let filters = [
        json!({ "not_statuses": ["Opening"] }),
        json!({ "not_statuses": ["Void"], "owner_id": 3 }),
        json!({ "least_fen": 20_000_000 }),
        json!({ "least_fen": 5_000_000, "most_fen": 5_100_000 }),
        json!({ "delivered": false }),
        json!({ "region": "东临省", "approved_from": "2026-05-01" }),
        json!({ "approved_from": "2026-03-01", "approved_before": "2026-03-20" }),
        json!({ "created_before": "2025-09-01", "owner_id": 2 }),
        json!({ "text": "酒店", "least_fen": 10_000_000 }),
        json!({ "region": "没有" }),
    ];
    let mut dice = StdRng::seed_from_u64(7);
    let (mut slowest, mut told): (f64, String) = (0.0, String::new());
    for filter in &filters {
        for sort in MORE_SORTS.iter().chain(&["number", "promised_on", "amount", "customer", "created"]) {
            let mut after: Option<String> = None;
            for page in 0..3 {
                let mut request = list(filter, sort, after.as_deref(), 100);
                request["descending"] = json!(dice.random_bool(0.5) || page > 0);
                let (taken, _) = often(2, || drop(ask(app, "order_list", &request)));
                if taken > slowest {
                    (slowest, told) = (taken, format!("{filter} by {sort}, page {page}"));
                }
                let answer = ask(app, "order_list", &list(filter, sort, after.as_deref(), 100));
                after = answer["next"].as_str().map(String::from);
                if after.is_none() {
                    break;
                }
            }
        }
        let (totals, _) =
            often(5, || drop(ask(app, "order_totals", &list(filter, "number", None, 1)["filter"])));
        println!("    totals of {filter} {totals:.2} ms");
    }
    println!("    slowest: {told}");
    verdict.say("slowest filtered page by any column", slowest, MOST, "ms");
}

fn customers(app: &App, verdict: &mut Verdict) {
    let book = app.book().expect("a book");
    let more = "with recursive n (i) as (select 1 union all select i + 1 from n where i < 10000)
        insert into customer (name, name_key, industry, region, owner_id, search_key, created_at)
        select '第' || i || '家试客户', 'k' || (i * 7919 % 10007), 'i' || (i % 9), 'r' || (i % 31), 1 + i % 5, '第' || i || '家试客户',
               '2026-01-01T00:00:00Z' from n";
    book.act(app.now(), None, |act| Ok(act.tx.execute(more, [])?)).expect("ten thousand customers");
    let sorts =
        ["name", "contact", "phone", "industry", "region", "owner", "orders", "amount", "last", "created"];
    for sort in sorts {
        let request = |after: &Value| json!({ "filter": {}, "sort": sort, "descending": true, "after": after, "limit": 100 });
        let (front, _) = often(10, || drop(ask(app, "customer_list", &request(&Value::Null))));
        let mut after = Value::Null;
        for _ in 0..50 {
            after = ask(app, "customer_list", &request(&after))["next"].clone();
        }
        let (deep, _) = often(10, || drop(ask(app, "customer_list", &request(&after))));
        verdict.say(&format!("page of 10,000 customers by {sort}, p50"), front.max(deep), MOST, "ms");
    }
    let (totals, _) = often(10, || drop(ask(app, "customer_totals", &json!({}))));
    verdict.say("totals of 10,000 customers, p50", totals, MOST, "ms");
}

fn letters(app: &App, verdict: &mut Verdict) {
    let book = app.book().expect("a book");
    let more = "insert into outbox (order_id, kind, state, customer, order_number, to_address, subject, text_body, html_body,
               message_id, queued_at, sent_at, tries)
        select o.id, 'order_confirmation',
               case when o.id % 997 = 0 then 'Failed' when o.id % 499 = 0 then 'Queued' else 'Sent' end,
               o.customer_name, coalesce(o.number, ''), 'to' || (o.id % 60) || '@boye.example.com', 'subject',
               replace(hex(zeroblob(1500)), '0', 'x'), replace(hex(zeroblob(3000)), '0', 'y'), 'bench' || o.id,
               o.created_at, case when o.id % 499 = 0 then null else o.created_at end, o.id % 3 from sales_order o";
    let made = book.act(app.now(), None, |act| Ok(act.tx.execute(more, [])?)).expect("letters");
    for sort in ["queued", "state", "kind", "customer", "order", "to", "sent", "tries"] {
        for filter in
            [json!({}), json!({ "view": "sent" }), json!({ "text": "酒店" }), json!({ "view": "todo" })]
        {
            let request = |after: &Value| json!({ "filter": filter, "sort": sort, "descending": true, "after": after, "limit": 100 });
            let (front, _) = often(5, || drop(ask(app, "outbox_list", &request(&Value::Null))));
            let mut after = ask(app, "outbox_list", &request(&Value::Null))["next"].clone();
            if !after.is_null() {
                after = ask(app, "outbox_list", &request(&after))["next"].clone();
            }
            let (next, _) = often(5, || drop(ask(app, "outbox_list", &request(&after))));
            verdict.say(
                &format!("page of {made} letters by {sort} under {filter}, p50"),
                front.max(next),
                MOST,
                "ms",
            );
        }
    }
    let (totals, _) = often(5, || drop(ask(app, "outbox_totals", &json!({}))));
    verdict.say("counts of the letters, p50", totals, MOST, "ms");
}
