//! Acts on several rows: the law answers for each row what the act itself would answer, and nothing is written.

mod leads;

use chengdan_app::fault::Fault;
use chengdan_tests::{TestDesk, customer, product};
use serde_json::{Value, json};

use crate::order::desk::{draft, saved, seen, submitted};

fn may(desk: &TestDesk, act: &str, rows: &[Value]) -> Vec<Value> {
    let found = desk.ok("bulk_check", json!({ "act": act, "rows": rows }));
    found.as_array().expect("answers").clone()
}

fn codes(answer: &Value) -> Vec<&str> {
    let refusals = answer["refusals"].as_array().expect("refusals").iter();
    refusals.map(|one| one["code"].as_str().expect("a code")).collect()
}

/// What the act itself answers: its refusals by code, or that it is stale; none when it was done.
fn itself(desk: &TestDesk, name: &str, request: &Value) -> (Vec<String>, bool) {
    match desk.ask(name, request.clone()) {
        Ok(_) => (Vec::new(), false),
        Err(Fault::Refused { reasons }) => (reasons.iter().map(chengdan_tests::code_of).collect(), false),
        Err(Fault::Stale { .. }) => (Vec::new(), true),
        Err(other) => panic!("{name}: {other:?}"),
    }
}

#[test]
fn orders_are_asked_about_one_by_one_and_answer_as_the_act_does() {
    let desk = TestDesk::staffed();
    let good = saved(&desk);
    let mut empty = draft(&desk);
    (empty["lines"], empty["customer_id"]) = (json!([]), Value::Null);
    let bare = desk.ok("order_save", empty);
    let away = submitted(&desk);
    let mut old = seen(&saved(&desk));
    old["version"] = json!(7);
    // The one that is willing stands last: what is done is no longer asked about.
    let rows = [seen(&away), old, json!({ "id": 999, "version": 1 }), seen(&bare), seen(&good)];
    for (act, name) in [("OrderSubmit", "order_submit"), ("OrderDiscard", "order_discard")] {
        let history = desk.ok("history_list", json!({ "document": "Order", "id": good["id"] }));
        let answers = may(&desk, act, &rows);
        assert_eq!(answers.len(), rows.len());
        assert_eq!(
            desk.ok("history_list", json!({ "document": "Order", "id": good["id"] })),
            history,
            "nothing is written"
        );
        for (answer, row) in answers.iter().zip(&rows) {
            assert_eq!(answer["id"], row["id"]);
            let (refused, stale) = itself(&desk, name, row);
            assert_eq!(
                (codes(answer), answer["stale"].as_bool()),
                (refused.iter().map(String::as_str).collect(), Some(stale)),
                "{act} {row}"
            );
        }
        assert_eq!((answers[1]["stale"].as_bool(), codes(&answers[2])), (Some(true), vec!["RowNotFound"]));
        assert!(!codes(&answers[0]).is_empty(), "{act}: one that is in approval refuses");
    }
}

#[test]
fn customers_and_products_say_which_orders_name_them() {
    let desk = TestDesk::staffed();
    saved(&desk);
    let free = desk.ok("customer_save", customer("没有订单的客户", ""));
    let rows = [json!({ "id": 1, "version": 1 }), seen(&free)];
    let answers = may(&desk, "CustomerRemove", &rows);
    assert_eq!((codes(&answers[0]), codes(&answers[1])), (vec!["InUse"], vec![]));
    assert_eq!(itself(&desk, "customer_remove", &rows[0]).0, ["InUse"]);
    assert_eq!(itself(&desk, "customer_remove", &rows[1]), (vec![], false));
    let idle = desk.ok("product_save", product("没有卖过", "", "台", 1_000_000, false));
    let rows = [json!({ "id": 1, "version": 1 }), seen(&idle), json!({ "id": 2, "version": 5 })];
    let answers = may(&desk, "ProductRemove", &rows);
    assert_eq!(
        (codes(&answers[0]), codes(&answers[1]), &answers[2]["stale"]),
        (vec!["InUse"], vec![], &json!(true))
    );
}

#[test]
fn a_customer_is_handed_over_and_nothing_else_of_it_changes() {
    let desk = TestDesk::staffed();
    let before = desk.ok("customer_view", json!({ "id": 1 }));
    let to = desk.person("林知远");
    let rows = [seen(&before), json!({ "id": 1, "version": 9 })];
    let answers = may(&desk, "CustomerHandOver", &rows);
    assert_eq!((codes(&answers[0]), &answers[1]["stale"]), (vec![], &json!(true)));
    let after =
        desk.ok("customer_hand_over", json!({ "id": 1, "version": before["version"], "owner_id": to }));
    let mut meant = before.clone();
    (meant["owner_id"], meant["version"]) =
        (json!(to), json!(before["version"].as_i64().expect("a version") + 1));
    assert_eq!(after, meant);
    let history = desk.ok("history_list", json!({ "document": "Customer", "id": 1 }));
    assert_eq!(history[0]["act"], "customer_hand_over");
    assert!(matches!(
        desk.ask("customer_hand_over", json!({ "id": 1, "version": before["version"], "owner_id": null })),
        Err(Fault::Stale { .. })
    ));
    let back = desk.ok(
        "customer_hand_over",
        json!({ "id": 1, "version": after["version"], "owner_id": before["owner_id"] }),
    );
    assert_eq!(back["owner_id"], before["owner_id"]);
    let mut gone = desk.ok("person_list", json!({}))[2].clone();
    let id = gone["id"].clone();
    gone["active"] = json!(false);
    gone["password"] = Value::Null;
    desk.sit("沈一禾");
    desk.ok("person_save", gone);
    let ask = json!({ "id": 1, "version": back["version"], "owner_id": id });
    assert_eq!(desk.refused("customer_hand_over", ask), ["PersonInactive"]);
}

#[test]
fn no_more_than_a_thousand_are_asked_about() {
    let desk = TestDesk::staffed();
    let rows: Vec<Value> = (0..1_001).map(|id| json!({ "id": id, "version": 1 })).collect();
    assert_eq!(
        desk.refused("bulk_check", json!({ "act": "ProductRemove", "rows": rows })),
        ["FieldOutOfRange"]
    );
}
