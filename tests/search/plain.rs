//! What the index finds is what a plain substring search over the same normalised text finds, whatever was done before.

use chengdan_app::sample::{SEED, SampleSize, fill};
use chengdan_app::store::migrate::MIGRATIONS;
use chengdan_app::store::{Book, search};
use chengdan_domain::text::search_key;
use chengdan_tests::{TestDesk, customer, first_start, make_older, product};
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng, rngs::StdRng};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::lead::desk::{card, with};
use crate::order::desk::{draft, seen};

/// Signs of every kind that somebody types or pastes.
const SIGNS: &str =
    "青屿酒店有限公司智能锁门 abcxyzSQ0123456789-—_.@()（）「」，。%*\"'Ａｂ０９　éßñΩж😀👨‍👩‍👧𠮷㎡①ｱ";

fn desk() -> TestDesk {
    let desk = TestDesk::without_book();
    desk.ok("book_create", first_start("Empty"));
    let folder = desk.app.book().expect("a book").folder().to_path_buf();
    desk.app.set_book(None);
    let size = SampleSize { orders: 3_000, busiest_month: 300, story: false };
    fill(Book::open(&folder, desk.app.now()).expect("a book"), desk.app.now(), SEED, &size)
        .expect("a sample");
    chengdan_app::commands::book::open_folder(&desk.app, &folder).expect("the book");
    let people = desk.ok("person_list", json!({}));
    desk.app.desk().person_id = people[0]["id"].as_i64();
    desk
}

fn raw(desk: &TestDesk) -> Connection {
    Connection::open(desk.app.book().expect("a book").folder().join("book.db")).expect("open")
}

/// Id and search text of every record of a table.
fn keys(desk: &TestDesk, table: &str) -> Vec<(i64, String)> {
    let raw = raw(desk);
    let mut statement = raw.prepare(&format!("select id, search_key from {table}")).expect("a table");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    rows.collect::<Result<_, _>>().expect("rows")
}

/// A text cut from the data, a random one, or two of them.
fn term(dice: &mut StdRng, keys: &[(i64, String)]) -> String {
    let signs: Vec<char> = SIGNS.chars().collect();
    let random = |dice: &mut StdRng| -> String {
        (0..dice.random_range(1..5)).filter_map(|_| signs.choose(dice)).collect()
    };
    let cut = |dice: &mut StdRng| -> String {
        let letters: Vec<char> = keys.choose(dice).expect("a key").1.chars().collect();
        let from = dice.random_range(0..letters.len());
        letters.iter().skip(from).take(dice.random_range(1..9)).collect()
    };
    let term = match dice.random_range(0..6) {
        0 => random(dice),
        1 => format!("{} {}", cut(dice), cut(dice)),
        2 => cut(dice).to_uppercase(),
        _ => cut(dice),
    };
    // Letters alone may also be meant as 拼音, which finds more; that is tested apart.
    if term.trim().len() > 1 && term.trim().chars().all(|letter| letter.is_ascii_alphanumeric()) {
        return term.chars().filter(|letter| !letter.is_alphabetic()).collect();
    }
    term
}

/// Every row of a list that a text leaves.
fn found(desk: &TestDesk, name: &str, text: &str) -> Vec<i64> {
    let (mut ids, mut after) = (Vec::new(), Value::Null);
    loop {
        let mut ask = json!({ "sort": "", "descending": false, "after": after, "limit": 500 });
        ask["filter"] = json!({ "text": text });
        let page = desk.ok(name, ask);
        ids.extend(
            page["rows"].as_array().expect("rows").iter().map(|row| row["id"].as_i64().expect("an id")),
        );
        after = page["next"].clone();
        if after.is_null() {
            ids.sort_unstable();
            return ids;
        }
    }
}

fn agree(desk: &TestDesk, dice: &mut StdRng, times: usize) {
    for (table, name) in [
        ("sales_order", "order_list"),
        ("customer", "customer_list"),
        ("product", "product_list"),
        ("lead", "lead_list"),
    ] {
        let mut keys = keys(desk, table);
        keys.sort_unstable();
        for _ in 0..times {
            let term = term(dice, &keys);
            let key = search_key(&term);
            let plain: Vec<i64> =
                keys.iter().filter(|(_, text)| text.contains(&key)).map(|(id, _)| *id).collect();
            assert_eq!(found(desk, name, &term), plain, "{name} for {term:?}");
        }
    }
}

/// Everything the index holds, told by terms and records.
fn index(raw: &Connection) -> Vec<(String, String, i64)> {
    let mut all = Vec::new();
    for table in ["order_search", "customer_search", "product_search", "lead_search"] {
        raw.execute_batch(&format!(
            "create virtual table if not exists temp.{table}_terms using fts5vocab('main', '{table}', 'instance')"
        ))
        .expect("terms");
        let mut statement = raw.prepare(&format!("select term, doc from temp.{table}_terms")).expect("terms");
        let rows =
            statement.query_map([], |row| Ok((table.to_string(), row.get(0)?, row.get(1)?))).expect("rows");
        all.extend(rows.map(|row| row.expect("a row")));
    }
    all.sort();
    all.dedup();
    all
}

/// The kept index is the one that would be made anew.
pub fn is_current(desk: &TestDesk) {
    let raw = raw(desk);
    let kept = index(&raw);
    raw.execute_batch("begin").expect("begun");
    search::rebuild(&raw).expect("made anew");
    let anew = index(&raw);
    raw.execute_batch("rollback").expect("rolled back");
    let differ: Vec<_> = kept.iter().filter(|one| anew.binary_search(one).is_err()).take(5).collect();
    let missing: Vec<_> = anew.iter().filter(|one| kept.binary_search(one).is_err()).take(5).collect();
    assert!(differ.is_empty() && missing.is_empty(), "too much: {differ:?}, missing: {missing:?}");
}

/// Leads of all kinds of signs, some typed anew, some ended.
fn leads(desk: &TestDesk, dice: &mut StdRng) {
    let signs: Vec<char> = SIGNS.chars().collect();
    desk.sit("顾行");
    for number in 0..60 {
        let mut lead = card("");
        for field in ["customer", "contact", "wechat", "source_note", "need"] {
            let text: String = (0..dice.random_range(1..12)).filter_map(|_| signs.choose(dice)).collect();
            lead[field] = json!(format!("{text}{number}"));
        }
        lead["phone"] = json!(format!("139 {:04}-{:04}", number * 7, dice.random_range(0..10_000)));
        let lead = desk.ok("lead_save", lead);
        if number % 3 == 0 {
            let mut again = lead["card"].clone();
            again["customer"] = json!(format!("改名 {number}"));
            desk.ok("lead_save", again);
        } else if number % 5 == 0 {
            desk.ok("lead_invalidate", with(&lead, json!({ "reason": "空号" })));
        }
    }
}

#[test]
fn lists_find_what_a_plain_search_finds() {
    let desk = desk();
    let mut dice = StdRng::seed_from_u64(SEED);
    leads(&desk, &mut dice);
    agree(&desk, &mut dice, 120);
    assert!(index(&raw(&desk)).len() > 10_000);
    is_current(&desk);
}

#[test]
fn the_index_follows_every_act() {
    let desk = TestDesk::staffed();
    desk.sit("林知远");
    let mut request = draft(&desk);
    let id = request["customer_id"].clone();
    request["customer_order_number"] = json!("PO-778");
    let kept = desk.ok("order_save", request.clone());
    request["customer_order_number"] = json!("PO-779");
    let gone = desk.ok("order_save", request);
    assert_eq!(found(&desk, "order_list", "o-77").len(), 2);
    desk.ok("order_discard", seen(&gone));
    let id_kept = kept["id"].as_i64().expect("an id");
    assert_eq!(found(&desk, "order_list", "o-77"), [id_kept]);
    let submitted = desk.ok("order_submit", seen(&kept));
    let number = submitted["number"].as_str().expect("a number");
    for text in [number, &number[4..], "qingyu", "qyjd"] {
        assert_eq!(found(&desk, "order_list", text), [id_kept], "{text}");
    }
    is_current(&desk);

    let mut card = desk.ok("customer_view", json!({ "id": id }));
    card["name"] = json!("沐原民宿");
    card["contacts"][0]["phone"] = json!("138 0013 8000");
    desk.ok("customer_save", card);
    assert!(found(&desk, "customer_list", "青屿").is_empty());
    for text in ["沐", "原民", "00138", "013 8", "mymx", "muyuan"] {
        let meant = usize::from(text != "mymx");
        assert_eq!(found(&desk, "customer_list", text).len(), meant, "{text}");
    }
    let other = desk.ok("customer_save", customer("澄湖物业", "a@chenghu.example.com"));
    let alarm = desk.ok("product_save", product("声光报警器", "红", "只", 1_000_000, false));
    assert_eq!(found(&desk, "product_list", "sgbj").len(), 1);
    let removed = desk.ok("customer_remove", seen(&other));
    desk.ok("product_remove", seen(&alarm));
    assert!(found(&desk, "product_list", "sgbj").is_empty());
    is_current(&desk);
    desk.ok("bin_restore", json!({ "id": removed["id"] }));
    assert_eq!(found(&desk, "customer_list", "chwy").len(), 1);
    is_current(&desk);
}

#[test]
fn an_older_book_is_indexed_when_it_is_opened() {
    let desk = desk();
    let folder = desk.app.book().expect("a book").folder().to_path_buf();
    let kept = index(&raw(&desk));
    desk.app.set_book(None);
    make_older(&folder, 5);
    let raw = Connection::open(folder.join("book.db")).expect("open");
    raw.execute_batch("delete from meta where key = 'search'; update customer set search_key = name")
        .expect("older keys");
    drop(raw);
    let book = Book::open(&folder, desk.app.now()).expect("brought to the present");
    drop(book);
    let raw = Connection::open(folder.join("book.db")).expect("open");
    assert!(index(&raw) == kept, "the index is what it was");
    assert_eq!(
        std::fs::read_dir(folder.join("backups")).expect("backups").count(),
        MIGRATIONS.len() - 5,
        "backed up before"
    );
}
