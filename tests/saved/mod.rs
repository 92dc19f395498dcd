//! Saved views and chosen columns: whose they are, who sees and changes them, and what is refused.

use chengdan_app::fault::Fault;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

fn content(filter: Value) -> Value {
    json!({ "list": "Orders", "filter": filter, "sort": "amount", "descending": true,
        "columns": [{ "key": "number", "width": null }, { "key": "terms", "width": 220 }] })
}

fn save(name: &str, shared: bool) -> Value {
    json!({ "id": null, "version": null, "name": name, "content": content(json!({ "overdue": true })), "shared": shared })
}

fn look(desk: &TestDesk) -> Value {
    desk.ok("list_look", json!({ "list": "Orders" }))
}

fn names(look: &Value) -> Vec<String> {
    let views = look["views"].as_array().expect("views").iter();
    views.map(|view| view["name"].as_str().expect("a name").to_string()).collect()
}

#[test]
fn a_view_keeps_filter_sort_and_columns() {
    let desk = TestDesk::staffed();
    let kept = desk.ok("view_save", save("  逾期\u{3000}大单 ", false));
    assert_eq!(kept["name"], "逾期 大单", "one clean line");
    let view = &look(&desk)["views"][0];
    assert_eq!((&view["content"]["sort"], &view["content"]["descending"]), (&json!("amount"), &json!(true)));
    assert_eq!(view["content"]["filter"]["overdue"], true);
    assert_eq!(view["content"]["columns"][1], json!({ "key": "terms", "width": 220 }));
    // The filter is one the list understands.
    let filter = view["content"]["filter"].clone();
    desk.ok("order_totals", filter);
    assert_eq!(names(&desk.ok("list_look", json!({ "list": "Customers" }))), [""; 0]);
}

#[test]
fn the_later_of_two_changes_is_stale() {
    let desk = TestDesk::staffed();
    let view = desk.ok("view_save", save("一", false));
    let renamed = json!({ "id": view["id"], "version": view["version"], "name": "二", "content": view["content"], "shared": false });
    let now = desk.ok("view_save", renamed.clone());
    assert_eq!((&now["name"], &now["version"]), (&json!("二"), &json!(2)));
    assert!(matches!(desk.ask("view_save", renamed), Err(Fault::Stale { .. })));
    let seen = json!({ "id": view["id"], "version": 1 });
    assert!(matches!(desk.ask("view_remove", seen), Err(Fault::Stale { .. })));
    desk.ok("view_remove", json!({ "id": view["id"], "version": 2 }));
    assert_eq!(names(&look(&desk)), [""; 0]);
    // What was removed is saved anew, the way it is undone.
    desk.ok(
        "view_save",
        json!({ "id": null, "version": null, "name": "二", "content": now["content"], "shared": false }),
    );
    assert_eq!(names(&look(&desk)), ["二"]);
}

#[test]
fn a_view_is_its_makers_and_shown_to_others_when_it_is_shared() {
    let desk = TestDesk::staffed();
    desk.sit("林知远");
    desk.ok("view_save", save("我的", false));
    let shared = desk.ok("view_save", save("大家的", true));
    desk.sit("顾行");
    let seen = look(&desk);
    assert_eq!(names(&seen), ["大家的"]);
    assert_eq!(
        (&seen["views"][0]["owner"], &seen["views"][0]["changeable"]),
        (&json!("林知远"), &json!(false))
    );
    let mut change = json!({ "id": shared["id"], "version": 1, "name": "顾行的", "content": shared["content"], "shared": true });
    assert_eq!(desk.refused("view_save", change.clone()), ["ViewOfAnother"]);
    assert_eq!(desk.refused("view_remove", json!({ "id": shared["id"], "version": 1 })), ["ViewOfAnother"]);
    // The same name is free for everybody's own.
    desk.ok("view_save", save("大家的", false));
    assert_eq!(names(&look(&desk)), ["大家的", "大家的"]);
    // An Admin may clear up what somebody left behind, and it stays whose it was.
    desk.sit("沈一禾");
    change["name"] = json!("改过");
    desk.ok("view_save", change);
    desk.sit("林知远");
    assert_eq!(names(&look(&desk)), ["我的", "改过"]);
    assert_eq!(look(&desk)["views"][1]["changeable"], true);
}

#[test]
fn what_cannot_be_a_view_is_refused_by_name() {
    let desk = TestDesk::staffed();
    desk.ok("view_save", save("逾期", false));
    assert_eq!(desk.refused("view_save", save("逾期", true)), ["NameTaken"]);
    assert_eq!(desk.refused("view_save", save("  ", false)), ["FieldMissing"]);
    assert_eq!(desk.refused("view_save", save(&"长".repeat(41), false)), ["FieldTooLong"]);
    let mut wide = save("宽", false);
    wide["content"]["columns"] = json!([{ "key": "number", "width": 90_000 }]);
    assert_eq!(desk.refused("view_save", wide), ["FieldOutOfRange"]);
    let mut strange = save("怪", false);
    strange["content"]["filter"]["statuses"] = json!(["没有这个状态"]);
    assert!(matches!(desk.ask("view_save", strange), Err(Fault::Malformed { .. })));
    assert_eq!(desk.refused("view_remove", json!({ "id": 99, "version": 1 })), ["RowNotFound"]);
    desk.app.desk().person_id = None;
    assert_eq!(desk.refused("list_look", json!({ "list": "Orders" })), ["NotSignedIn"]);
}

#[test]
fn a_view_that_is_not_understood_hides_and_stays() {
    let desk = TestDesk::staffed();
    desk.ok("view_save", save("旧", false));
    let book = desk.app.book().expect("a book");
    let newer = "update saved_view set content = '{\"list\":\"Leads\"}'";
    book.act(desk.app.now(), None, |act| Ok(act.tx.execute(newer, [])?)).expect("a newer program's view");
    assert_eq!(names(&look(&desk)), [""; 0]);
    let left: i64 = book
        .read(|connection| Ok(connection.query_row("select count(*) from saved_view", [], |row| row.get(0))?))
        .expect("a count");
    assert_eq!(left, 1);
}

#[test]
fn columns_are_each_persons_own_and_go_back_to_the_standard() {
    let desk = TestDesk::staffed();
    let columns = json!([{ "key": "amount", "width": 140 }, { "key": "number", "width": null }]);
    let now = desk.ok("columns_save", json!({ "list": "Orders", "columns": columns }));
    assert_eq!(now["columns"], columns);
    desk.ok("columns_save", json!({ "list": "Orders", "columns": [{ "key": "number", "width": null }] }));
    desk.sit("林知远");
    assert_eq!(look(&desk)["columns"], json!([]));
    desk.sit("沈一禾");
    assert_eq!(look(&desk)["columns"], json!([{ "key": "number", "width": null }]));
    desk.ok("columns_save", json!({ "list": "Orders", "columns": [] }));
    assert_eq!(look(&desk)["columns"], json!([]));
}

#[test]
fn a_filter_chooses_from_what_occurs() {
    let desk = TestDesk::staffed();
    crate::order::desk::saved(&desk);
    for (of, found) in [
        ("OrderRegion", json!(["示例省"])),
        ("CustomerIndustry", json!(["酒店"])),
        ("CustomerRegion", json!(["示例省"])),
        ("ProductCategory", json!(["门锁"])),
    ] {
        assert_eq!(desk.ok("list_values", json!({ "of": of })), found, "{of}");
    }
}
