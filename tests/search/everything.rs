//! Search of everything through the door: kinds, marks, ranks.

use chengdan_tests::{TestDesk, customer, product};
use serde_json::{Value, json};

fn hits(desk: &TestDesk, text: &str) -> Vec<Value> {
    desk.ok("search", json!({ "text": text, "limit": 8 }))["hits"].as_array().expect("hits").clone()
}

fn told(desk: &TestDesk, text: &str) -> Vec<String> {
    let word = |hit: &Value, name: &str| hit[name]["text"].as_str().unwrap_or_default().to_string();
    hits(desk, text)
        .iter()
        .map(|hit| {
            format!(
                "{} {} | {}",
                hit["kind"].as_str().unwrap_or_default(),
                word(hit, "title"),
                word(hit, "detail")
            )
        })
        .collect()
}

fn desk() -> TestDesk {
    let desk = TestDesk::staffed();
    let mut card = customer("上海精密机械有限公司", "wang@jingmi.example.com");
    card["tax_number"] = json!("91310115MA1H8R7C6X");
    card["tax_number"] = json!("");
    card["code"] = json!("KH-0099");
    card["contacts"][0]["name"] = json!("王大海");
    card["contacts"][0]["phone"] = json!("137-0064-5921");
    desk.ok("customer_save", card);
    desk.ok("product_save", product("精密轴承 Z9", "20 毫米", "只", 12_000_000, false));
    desk
}

#[test]
fn customers_are_found_by_text_number_and_sound() {
    let desk = desk();
    let one = ["Customer 上海精密机械有限公司 | 示例省"];
    for text in ["海精", "上", "KH-00", "h-009", "shjm", "jmjx", "shanghaijing", "jingmiji", "ＳＨＪＭ"]
    {
        let found: Vec<String> =
            told(&desk, text).into_iter().filter(|hit| hit.starts_with("Customer")).collect();
        assert_eq!(found, one, "{text}");
    }
    assert!(told(&desk, "hanghai").is_empty(), "a sound begins with a syllable");
    assert!(told(&desk, "没有这个").is_empty());
    assert!(told(&desk, "  ").is_empty());
}

#[test]
fn a_contact_leads_to_its_customer() {
    let desk = desk();
    for text in ["王大", "0064", "7006459", "wdh", "wang@"] {
        let found = hits(&desk, text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0]["kind"], "Contact");
        let card = desk.ok("customer_view", json!({ "id": found[0]["id"] }));
        assert_eq!(card["name"], "上海精密机械有限公司");
    }
    let by_phone = hits(&desk, "0064");
    assert_eq!(
        by_phone[0]["found"],
        json!({ "field": "phone", "text": { "text": "137-0064-5921", "from": 4, "length": 4 } })
    );
}

#[test]
fn what_was_asked_for_is_marked_in_characters() {
    let desk = desk();
    let title = |text: &str| hits(&desk, text)[0]["title"].clone();
    assert_eq!(title("密机"), json!({ "text": "上海精密机械有限公司", "from": 3, "length": 2 }));
    assert_eq!(title("轴承　ｚ"), json!({ "text": "精密轴承 Z9", "from": 2, "length": 4 }));
    let by_sound = &hits(&desk, "shjm")[0];
    assert_eq!((by_sound["by_sound"].clone(), by_sound["title"]["length"].clone()), (json!(true), json!(0)));
}

#[test]
fn an_order_number_goes_before_all_else_and_newer_before_older() {
    let desk = TestDesk::without_book();
    desk.ok("book_create", chengdan_tests::first_start("Sample"));
    let people = desk.ok("person_list", json!({}));
    desk.app.desk().person_id = people[0]["id"].as_i64();
    let all = json!({ "statuses": [], "text": "", "customer_id": null, "owner_id": null, "promised_before": null,
        "promised_from": null, "created_from": null, "created_before": null, "least_fen": null, "overdue": false });
    let page = desk.ok(
        "order_list",
        json!({ "filter": all, "sort": "number", "descending": false, "after": null, "limit": 90 }),
    );
    let row =
        page["rows"].as_array().expect("rows").iter().find(|row| !row["number"].is_null()).expect("a number");
    let number = row["number"].as_str().expect("a number");
    let first = &hits(&desk, &number.to_lowercase())[0];
    assert_eq!(
        (&first["kind"], &first["title"]["text"], &first["id"]),
        (&json!("Order"), &json!(number), &row["id"])
    );
    assert_eq!((&first["status"], &first["amount_fen"]), (&row["status"], &row["amount_fen"]));
    let newest: Vec<i64> = hits(&desk, "DD2026").iter().filter_map(|hit| hit["id"].as_i64()).collect();
    assert_eq!(newest.len(), 8);
}

#[test]
fn by_sound_an_order_is_found_before_its_approval_too() {
    let desk = TestDesk::staffed();
    let order = crate::order::desk::submitted(&desk);
    let found = hits(&desk, "qyjd");
    let orders: Vec<&Value> =
        found.iter().filter(|hit| hit["kind"] == "Order").map(|hit| &hit["id"]).collect();
    assert_eq!(orders, [&order["id"]]);
}
