//! Somebody leaves: customers and unfinished orders go to the heir, past figures stay, and the ladder stays climbable.

use chengdan_tests::{TestDesk, customer, person};
use serde_json::{Value, json};

use crate::order::desk::*;

fn view(desk: &TestDesk, name: &str) -> Value {
    let people = desk.ok("person_list", json!({}));
    people.as_array().expect("a list").iter().find(|one| one["name"] == name).expect("somebody").clone()
}

fn leaves(desk: &TestDesk, name: &str, heir: Option<&str>) -> Value {
    desk.sit("沈一禾");
    let who = view(desk, name);
    json!({ "id": who["id"], "version": who["version"], "heir_id": heir.map(|heir| desk.person(heir)) })
}

/// 林知远 looks after a customer, a draft, an order in approval and an approved one; 许澈 may take over.
fn busy() -> TestDesk {
    let desk = TestDesk::staffed();
    desk.ok("person_save", person("许澈", json!(["SalesRep"])));
    let mut card = customer("沐原民宿", "mu@muyuan.example.com");
    card["owner_id"] = json!(desk.person("林知远"));
    desk.ok("customer_save", card);
    approved(&desk);
    submitted(&desk);
    saved(&desk);
    desk.sit("沈一禾");
    desk
}

/// Every order with its account manager, by number; drafts last.
fn orders(desk: &TestDesk) -> Vec<Value> {
    let book = desk.app.book().expect("a book");
    let raw = rusqlite::Connection::open(book.folder().join("book.db")).expect("open");
    let mut statement = raw
        .prepare("select id, number, owner_name, status from sales_order order by sort_ym, sort_serial")
        .expect("a statement");
    let row = |row: &rusqlite::Row| -> rusqlite::Result<Value> {
        let (number, owner, status): (Option<String>, String, String) =
            (row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(json!({ "id": row.get::<_, i64>(0)?, "number": number, "owner": owner, "status": status }))
    };
    statement.query_map([], row).expect("rows").collect::<Result<_, _>>().expect("rows")
}

#[test]
fn everything_that_is_not_finished_goes_to_the_heir() {
    let desk = busy();
    let before = orders(&desk);
    assert!(before.iter().all(|row| row["owner"] == "林知远"), "{before:?}");
    let owns = desk.ok("person_owns", json!({ "id": desk.person("林知远") }));
    assert_eq!((&owns["customers"], &owns["drafts"]), (&json!(1), &json!(1)));
    assert_eq!((&owns["in_approval"], &owns["open_orders"]), (&json!(1), &json!(1)));
    assert_eq!(owns["refusals"], json!([]));

    let left = desk.ok("person_leave", leaves(&desk, "林知远", Some("许澈")));

    assert_eq!((&left["customers"], &left["orders"], &left["kept"]), (&json!(1), &json!(3), &json!([])));
    assert_eq!(left["person"]["active"], false);
    assert!(orders(&desk).iter().all(|row| row["owner"] == "许澈"));
    let found = desk.ok("search", json!({ "text": "许澈", "limit": 9 })).to_string();
    assert!(found.contains("DD202610-001"), "the search follows: {found}");
    let history = desk.ok("history_list", json!({ "document": "Order", "id": before[0]["id"] })).to_string();
    assert!(history.contains("order_hand_over") && history.contains("许澈"), "{history}");
    let people = desk.ok("setting_history", json!({ "of": "People" }));
    assert_eq!((&people[0]["act"], &people[0]["note"]), (&json!("person_leave"), &json!("林知远")));
    let ask = json!({ "person_id": desk.person("林知远"), "password": "" });
    assert_eq!(desk.refused("person_sign_in", ask), ["PersonInactive"]);
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn past_figures_stay_with_whom_they_counted_for() {
    let desk = busy();
    let facet = |desk: &TestDesk| {
        let month = desk.ok("month_view", json!({ "ym": 202_610 }));
        serde_json::to_string(&month["people"]).expect("JSON")
    };
    let before = facet(&desk);
    desk.ok("person_leave", leaves(&desk, "林知远", Some("许澈")));
    assert_eq!(facet(&desk), before);
}

#[test]
fn an_approval_goes_on_after_its_author_left() {
    let desk = busy();
    let waiting =
        orders(&desk).iter().find(|row| row["status"] == "AwaitingSupervisor").expect("one").clone();
    desk.ok("person_leave", leaves(&desk, "林知远", Some("许澈")));
    let mut order = desk.ok("order_view", json!({ "id": waiting["id"] }));
    for who in ["顾行", "周予安", "罗朗"] {
        order = decided(&desk, "approval_grant", &order, who, "");
    }
    assert_eq!(order["state"], "Approved");
}

#[test]
fn an_heir_who_decides_takes_the_order_only_when_it_can_still_be_decided() {
    let desk = busy();
    desk.sit("沈一禾");
    let left = desk.ok("person_leave", leaves(&desk, "林知远", Some("顾行")));
    assert_eq!(left["kept"], json!(["DD202610-002"]), "顾行 is its only supervisor and would be its author");
    assert_eq!(left["orders"], 2);
}

#[test]
fn nobody_leaves_without_an_heir_who_is_there() {
    let desk = busy();
    for heir in [None, Some("林知远")] {
        assert_eq!(desk.refused("person_leave", leaves(&desk, "林知远", heir)), ["HeirMissing"]);
    }
    desk.ok("person_leave", leaves(&desk, "何叶", None));
    assert_eq!(desk.refused("person_leave", leaves(&desk, "林知远", Some("何叶"))), ["HeirMissing"]);
    let mut stale = leaves(&desk, "林知远", Some("许澈"));
    stale["version"] = json!(9);
    assert!(matches!(desk.ask("person_leave", stale), Err(chengdan_app::fault::Fault::Stale { .. })));
    assert_eq!(orders(&desk)[0]["owner"], "林知远", "nothing was handed over");
    desk.sit("林知远");
    let who = view(&desk, "许澈");
    let ask = json!({ "id": who["id"], "version": who["version"], "heir_id": null });
    assert_eq!(desk.refused("person_leave", ask), ["RoleMissing"]);
}

#[test]
fn the_ladder_keeps_somebody_for_every_level() {
    let desk = busy();
    let owns = desk.ok("person_owns", json!({ "id": desk.person("周予安") }));
    let named: Vec<&Value> =
        owns["refusals"].as_array().expect("reasons").iter().map(|one| &one["code"]).collect();
    assert_eq!(named, ["LadderUnfilled", "WouldStick"]);
    assert_eq!(owns["refusals"][1]["numbers"], json!(["DD202610-002"]));
    let expected = ["LadderUnfilled", "WouldStick"];
    assert_eq!(desk.refused("person_leave", leaves(&desk, "周予安", None)), expected);
    // Taking the role away, or the tick 在用, is the same as leaving.
    for (roles, active) in [(json!(["SalesRep"]), true), (json!(["Finance"]), false)] {
        let who = view(&desk, "周予安");
        let mut request = person("周予安", roles);
        (request["id"], request["version"]) = (who["id"].clone(), who["version"].clone());
        request["active"] = json!(active);
        assert_eq!(desk.refused("person_save", request), expected);
    }
    desk.ok("person_save", person("苏棠", json!(["Finance"])));
    desk.ok("person_leave", leaves(&desk, "周予安", None));
}

#[test]
fn the_last_administrator_does_not_leave() {
    let desk = busy();
    let reasons = desk.ok("person_owns", json!({ "id": desk.person("沈一禾") }))["refusals"].clone();
    assert_eq!(reasons, json!([{ "code": "LastAdmin" }]));
    assert_eq!(desk.refused("person_leave", leaves(&desk, "沈一禾", Some("许澈"))), ["LastAdmin"]);
}

#[test]
fn whoever_leaves_leaves_the_desk_too() {
    let desk = busy();
    desk.ok("person_save", person("苏棠", json!(["Admin"])));
    desk.ok("person_leave", leaves(&desk, "沈一禾", Some("许澈")));
    assert_eq!(desk.ok("app_status", json!({}))["person"], Value::Null);
}

#[test]
fn quotations_and_contracts_go_to_the_heir_whosever_deal_they_are_of() {
    let desk = crate::contract::desk::desk();
    desk.ok("person_save", person("许澈", json!(["SalesRep"])));
    // One of the own deal, submitted within the limits; one of a deal that 许澈 looks after; a contract without a deal.
    let own = crate::quotation::desk::saved(&desk);
    let own = desk.ok("quotation_submit", crate::quotation::desk::seen(&own));
    let deal = crate::quotation::desk::deal(&desk);
    let mut theirs = crate::quotation::desk::draft(&deal);
    theirs["owner_id"] = json!(desk.person("林知远"));
    let theirs = desk.ok("quotation_save", theirs);
    crate::contract::desk::write(
        &desk,
        &format!("update opportunity set owner_id = {} where id = {deal}", desk.person("许澈")),
    );
    let contract = crate::contract::desk::submitted(&desk, "Single");
    let signed = crate::contract::desk::signed(&desk, "Single");
    let owns = desk.ok("person_owns", json!({ "id": desk.person("林知远") }));
    assert_eq!((&owns["quotations"], &owns["contracts"]), (&json!(2), &json!(2)));
    desk.sit("沈一禾");
    assert_eq!(desk.refused("person_leave", leaves(&desk, "林知远", None)), ["HeirMissing"]);
    let left = desk.ok("person_leave", leaves(&desk, "林知远", Some("许澈")));
    assert_eq!((&left["quotations"], &left["contracts"], &left["kept"]), (&json!(2), &json!(2), &json!([])));
    for (id, version) in [(&own["id"], &own["version"]), (&theirs["id"], &theirs["version"])] {
        let view = desk.ok("quotation_view", json!({ "id": id }));
        assert_eq!(view["owner_name"], "许澈");
        assert_ne!(&view["version"], version, "whoever looks at it looks again");
    }
    desk.sit("许澈");
    let view = desk.ok("contract_view", json!({ "id": signed["id"] }));
    assert_eq!(view["owner_name"], "许澈");
    let day = desk.ok("today_view", json!({ "everyone": false }));
    let lines = [&day["rows"], &day["soon"]].map(Value::to_string).concat();
    assert!(lines.contains("OrderSubmission"), "the order of what is signed is the heir's to make: {lines}");
    desk.ok(
        "quotation_send",
        crate::quotation::desk::with(
            &desk.ok("quotation_view", json!({ "id": own["id"] })),
            json!({ "to": null }),
        ),
    );
    assert_eq!(
        crate::contract::desk::passed(&desk, &crate::contract::desk::again(&desk, &contract))["state"],
        "Reviewed"
    );
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn nobody_leaves_while_a_quotation_or_a_contract_waits_for_them_alone() {
    let desk = crate::contract::desk::desk();
    let contract = crate::contract::desk::submitted(&desk, "Single");
    let offer = crate::quotation::waiting::asked(&desk);
    desk.sit("沈一禾");
    assert_eq!(desk.refused("person_leave", leaves(&desk, "苏衡", None)), ["WouldStick"]);
    let owns = desk.ok("person_owns", json!({ "id": desk.person("苏衡") }));
    assert_eq!(owns["refusals"][0]["numbers"], json!([contract["number"]]));
    let owns = desk.ok("person_owns", json!({ "id": desk.person("顾行") }));
    let stuck = owns["refusals"].as_array().expect("reasons").iter().find(|one| one["code"] == "WouldStick");
    assert_eq!(stuck.expect("named")["numbers"], json!([offer["number"]]));
    // The supervisor takes over what they would have to decide alone: it stays until they have decided.
    let left = desk.ok("person_leave", leaves(&desk, "林知远", Some("顾行")));
    assert_eq!(
        (&left["kept"], &left["quotations"], &left["contracts"]),
        (&json!([offer["number"]]), &json!(0), &json!(1))
    );
    desk.ok("person_save", person("方研", json!(["Legal"])));
    desk.ok("person_leave", leaves(&desk, "苏衡", None));
}
