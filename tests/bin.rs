//! The recycle bin: what may enter it, that nothing meets it there, how it comes back, and how it is emptied.

use chengdan_app::fault::Fault;
use chengdan_tests::{TestDesk, customer, instant, product};
use serde_json::{Value, json};

use crate::order::desk::{draft, saved, seen, submitted};

fn bin(desk: &TestDesk) -> Vec<(String, String)> {
    let rows = desk.ok("bin_list", json!({}));
    let text = |row: &Value, name: &str| row[name].as_str().expect("text").to_owned();
    rows.as_array().expect("rows").iter().map(|row| (text(row, "kind"), text(row, "name"))).collect()
}

fn restored(desk: &TestDesk, removed: &Value) -> Value {
    desk.ok("bin_restore", json!({ "id": removed["id"] }))
}

#[test]
fn a_customer_goes_and_comes_back_whole() {
    let desk = TestDesk::staffed();
    let mut card = customer("示例南风酒店", "feng@nanfeng.example.com");
    card["code"] = json!("C-9");
    card["tax_number"] = json!("914403001922038216");
    let card = desk.ok("customer_save", card);
    let removed = desk.ok("customer_remove", seen(&card));
    assert_eq!(
        (removed["kind"].as_str(), removed["name"].as_str()),
        (Some("Customer"), Some("示例南风酒店"))
    );
    let gone =
        |text: &str| desk.ok("customer_find", json!({ "text": text, "limit": 5 })).as_array().map(Vec::len);
    assert_eq!(gone("南风"), Some(0), "nothing finds it");
    let alike = json!({ "id": null, "name": "示例南风酒店", "phones": ["13900000418"] });
    let similar = desk.ok("customer_similar", alike);
    assert!(
        similar
            .as_array()
            .expect("a list")
            .iter()
            .all(|one| one["by"] == "phone" && one["name"] != "示例南风酒店")
    );
    let rows = desk.ok("bin_list", json!({}));
    assert_eq!((rows[0]["removed_by"].as_str(), rows[0]["detail"].as_str()), (Some("沈一禾"), Some("祝青")));

    let back = restored(&desk, &removed);
    let again = desk.ok("customer_view", json!({ "id": back["id"] }));
    for field in ["name", "code", "tax_number", "address", "industry"] {
        assert_eq!(again[field], card[field], "{field}");
    }
    assert_eq!(again["contacts"][0]["email"], "feng@nanfeng.example.com");
    assert_eq!(bin(&desk), []);
    assert_eq!(desk.refused("bin_restore", json!({ "id": removed["id"] })), ["RowNotFound"]);
}

#[test]
fn what_an_order_names_stays_and_the_refusal_names_the_orders() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk);
    let card = desk.ok("customer_view", json!({ "id": order["draft"]["customer_id"] }));
    let Err(Fault::Refused { reasons }) = desk.ask("customer_remove", seen(&card)) else { panic!("refused") };
    let by = serde_json::to_value(&reasons[0]).expect("JSON");
    assert_eq!((&by["code"], &by["by"]), (&json!("InUse"), &json!(["DD202610-001"])));
    let goods = desk.ok("product_view", json!({ "id": order["draft"]["lines"][0]["product_id"] }));
    assert_eq!(desk.refused("product_remove", seen(&goods)), ["InUse"]);
    assert_eq!(desk.refused("order_discard", seen(&order)), ["WrongState"], "what has a number never enters");
    assert_eq!(bin(&desk), []);
}

#[test]
fn a_place_taken_meanwhile_is_a_refusal_and_nothing_is_lost() {
    let desk = TestDesk::staffed();
    let coded = |name: &str| {
        let mut card = product(name, "", "台", 1_000_000, false);
        card["code"] = json!("P-1");
        card
    };
    let first = desk.ok("product_save", coded("旧网关"));
    assert_eq!(desk.refused("product_save", coded("新网关")), ["CodeTaken"]);
    let removed = desk.ok("product_remove", seen(&first));
    let second = desk.ok("product_save", coded("新网关"));
    assert_eq!(desk.refused("bin_restore", json!({ "id": removed["id"] })), ["CodeTaken"]);
    assert_eq!(bin(&desk), [("Product".to_owned(), "旧网关".to_owned())], "it still lies there");
    desk.ok("product_remove", seen(&second));
    assert_eq!(restored(&desk, &removed)["name"], "旧网关");
}

#[test]
fn a_discarded_draft_comes_back_as_it_was() {
    let desk = TestDesk::staffed();
    let order = saved(&desk);
    let removed = desk.ok("order_discard", seen(&order));
    assert_eq!(bin(&desk), [("Order".to_owned(), "青屿酒店管理有限公司".to_owned())]);
    let back = restored(&desk, &removed);
    let again = desk.ok("order_view", json!({ "id": back["id"] }));
    assert_eq!((&again["state"], &again["number"]), (&json!("Draft"), &Value::Null));
    let (mut before, mut after) = (order["draft"].clone(), again["draft"].clone());
    for draft in [&mut before, &mut after] {
        (draft["id"], draft["version"]) = (Value::Null, Value::Null);
    }
    assert_eq!(after, before);
}

#[test]
fn a_draft_whose_customer_went_too_waits_for_it() {
    let desk = TestDesk::staffed();
    let card = desk.ok("customer_save", customer("示例过客", ""));
    let mut typed = draft(&desk);
    (typed["customer_id"], typed["contact_id"]) = (card["id"].clone(), card["contacts"][0]["id"].clone());
    let order = desk.ok("order_save", typed);
    assert_eq!(desk.refused("customer_remove", seen(&card)), ["InUse"], "a draft counts");
    let draft = desk.ok("order_discard", seen(&order));
    let gone = desk.ok("customer_remove", seen(&card));
    // Somebody else gets the number the customer had in the book: the draft must not fall to them.
    let other = desk.ok("customer_save", customer("别家", ""));
    assert_eq!(desk.refused("bin_restore", json!({ "id": draft["id"] })), ["GoneMeanwhile"]);
    let back = restored(&desk, &gone);
    let order = restored(&desk, &draft);
    let again = desk.ok("order_view", json!({ "id": order["id"] }));
    assert_eq!(again["draft"]["customer_id"], back["id"]);
    assert_ne!(again["draft"]["customer_id"], other["id"]);
}

#[test]
fn a_contact_left_out_can_be_put_back() {
    let desk = TestDesk::staffed();
    let card = desk.ok("customer_save", customer("示例两人", "zhu@two.example.com"));
    let mut without = card.clone();
    without["contacts"] = json!([]);
    let without = desk.ok("customer_save", without);
    assert_eq!(bin(&desk), [("Contact".to_owned(), "祝青".to_owned())]);
    let rows = desk.ok("bin_list", json!({}));
    assert_eq!(rows[0]["detail"], "示例两人");
    let back = restored(&desk, &rows[0]);
    let again = desk.ok("customer_view", json!({ "id": back["id"] }));
    assert_eq!((&again["id"], &again["contacts"]), (&card["id"], &card["contacts"]));
    assert!(again["version"].as_i64() > without["version"].as_i64());
    assert_eq!(bin(&desk), []);
    // The customer takes its former contacts along.
    let mut without = again.clone();
    without["contacts"] = json!([]);
    desk.ok("customer_remove", seen(&desk.ok("customer_save", without)));
    assert_eq!(bin(&desk), [("Customer".to_owned(), "示例两人".to_owned())]);
}

#[test]
fn only_an_admin_empties_and_only_what_is_old_enough() {
    let desk = TestDesk::staffed();
    let card = desk.ok("customer_save", customer("早删的", ""));
    desk.ok("customer_remove", seen(&card));
    desk.clock.set(instant("2026-10-20T01:42:00Z"));
    let card = desk.ok("customer_save", customer("晚删的", ""));
    desk.ok("customer_remove", seen(&card));
    desk.sit("林知远");
    assert_eq!(desk.refused("bin_empty", json!({ "older_than_days": 0 })), ["RoleMissing"]);
    desk.sit("沈一禾");
    assert_eq!(desk.refused("bin_empty", json!({ "older_than_days": -1 })), ["FieldOutOfRange"]);
    desk.ok("bin_empty", json!({ "older_than_days": 10 }));
    assert_eq!(bin(&desk), [("Customer".to_owned(), "晚删的".to_owned())]);
    assert_eq!(desk.ok("bin_empty", json!({ "older_than_days": 0 })), json!([]));
    let told = desk.app.book().expect("open").read(|connection| {
        let all = "select payload from history where act = 'customer_remove' order by seq limit 1";
        Ok(connection.query_row(all, [], |row| row.get::<_, String>(0))?)
    });
    assert!(told.expect("told").contains("青屿路 18 号"), "the history keeps what it was");
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn somebody_faster_wins() {
    let desk = TestDesk::staffed();
    let card = desk.ok("customer_save", customer("改过的", ""));
    desk.ok("customer_save", card.clone());
    assert!(matches!(desk.ask("customer_remove", seen(&card)), Err(Fault::Stale { .. })));
    assert_eq!(bin(&desk), []);
}

#[test]
fn what_is_attached_goes_and_comes_along() {
    let desk = TestDesk::staffed();
    let order = saved(&desk);
    let picture = json!({ "from": "Page", "name": "报价.png", "base64": "iVBORw0KGgpyZXN0" });
    let add = json!({ "document": "Order", "id": order["id"], "source": picture, "note": "" });
    let rows = desk.ok("attachment_add", add);
    let removed = desk.ok("order_discard", seen(&order));
    let next = desk.ok("order_save", draft(&desk));
    let list = |id: &Value| desk.ok("attachment_list", json!({ "document": "Order", "id": id }));
    assert_eq!(list(&next["id"]), json!([]), "whoever gets the draft's id inherits nothing");
    let back = restored(&desk, &removed);
    assert_eq!(list(&back["id"])[0]["sha256"], rows[0]["sha256"]);
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}
