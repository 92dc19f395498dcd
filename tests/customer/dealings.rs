//! What passed between the house and a customer: letters and decisions over all its orders, newest first, in pages; and
//! the orders that name a product.

use chengdan_tests::{TestDesk, customer};
use serde_json::{Value, json};

use crate::order::desk::{approved, decided, draft, seen, submitted};

fn page(desk: &TestDesk, name: &str, id: &Value, after: &Value, limit: i64) -> Value {
    desk.ok(name, json!({ "id": id, "after": after, "limit": limit }))
}

#[test]
fn letters_and_decisions_are_those_of_this_customer_and_lead_to_their_orders() {
    let desk = TestDesk::staffed();
    let first = approved(&desk);
    let second = decided(&desk, "approval_send_back", &submitted(&desk), "顾行", "请核对单价");
    let other = desk.ok("customer_save", customer("别家酒店", "a@other.example.com"));
    desk.sit("林知远");
    let mut theirs = draft(&desk);
    (theirs["customer_id"], theirs["contact_id"]) = (other["id"].clone(), other["contacts"][0]["id"].clone());
    let third = desk.ok("order_submit", seen(&desk.ok("order_save", theirs)));
    decided(&desk, "approval_grant", &third, "顾行", "");
    let id = &first["draft"]["customer_id"];

    let letters = page(&desk, "customer_letters", id, &Value::Null, 10);
    assert_eq!((&letters["total"], &letters["next"]), (&json!(1), &Value::Null));
    let letter = &letters["rows"][0];
    assert_eq!((&letter["order_id"], &letter["order_number"]), (&first["id"], &first["number"]));
    assert_eq!(page(&desk, "customer_letters", &other["id"], &Value::Null, 10)["rows"], json!([]));

    let all = page(&desk, "customer_approvals", id, &Value::Null, 10);
    let told: Vec<(&Value, &Value, &Value)> = all["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| (&row["order_id"], &row["entry"]["decision"], &row["entry"]["decider"]))
        .collect();
    assert_eq!(
        told,
        [
            (&second["id"], &json!("SentBack"), &json!("顾行")),
            (&first["id"], &json!("Granted"), &json!("罗朗")),
            (&first["id"], &json!("Granted"), &json!("周予安")),
            (&first["id"], &json!("Granted"), &json!("顾行")),
        ]
    );
}

#[test]
fn pages_follow_one_another_without_loss_or_repetition() {
    let desk = TestDesk::staffed();
    let orders = [approved(&desk), approved(&desk), approved(&desk)];
    let id = &orders[0]["draft"]["customer_id"];
    let product = &orders[0]["lines"][0]["product_id"];
    for (name, of, key, whole) in [
        ("customer_letters", id, "id", 3),
        ("customer_approvals", id, "entry", 9),
        ("product_orders", product, "order_id", 3),
    ] {
        let (mut found, mut after) = (Vec::new(), Value::Null);
        loop {
            let page = page(&desk, name, of, &after, 2);
            found.extend(page["rows"].as_array().expect("rows").iter().map(|row| row[key].clone()));
            after = page["next"].clone();
            if after.is_null() {
                break;
            }
        }
        let mut once = found.clone();
        once.dedup();
        assert_eq!((found.len(), once.len()), (whole, whole), "{name}");
    }
}

#[test]
fn the_orders_of_a_product_say_how_much_of_it_they_name() {
    let desk = TestDesk::staffed();
    desk.sit("林知远");
    let mut twice = draft(&desk);
    let line = twice["lines"][0].clone();
    twice["lines"].as_array_mut().expect("lines").push(line);
    let order = desk.ok("order_save", twice);
    let product = &order["lines"][0]["product_id"];
    let found = page(&desk, "product_orders", product, &Value::Null, 10);
    let row = &found["rows"][0];
    assert_eq!(
        (&row["order_id"], &row["order_number"], &row["status"]),
        (&order["id"], &Value::Null, &json!("Draft"))
    );
    assert_eq!((&row["quantity_milli"], &row["amount_fen"]), (&json!(4_000), &json!(272_000)));
    assert_eq!(found["rows"].as_array().map(Vec::len), Some(1));
}
