//! Products: search while typing, bad figures.

use chengdan_tests::{TestDesk, product};
use serde_json::json;

#[test]
fn a_product_is_found_while_typing() {
    let desk = TestDesk::staffed();
    let find = |text: &str| desk.ok("product_find", json!({ "text": text, "limit": 10 }));
    assert_eq!(find("智能")[0]["name"], "智能门锁 S3 Pro");
    assert_eq!(find("ｓ３ ｐｒｏ")[0]["name"], "智能门锁 S3 Pro");
    assert_eq!(find("没有这个"), json!([]));
}

#[test]
fn a_name_comes_before_a_category() {
    let desk = TestDesk::staffed();
    let mut host = product("安装支架", "", "套", 1_000_000, false);
    host["category"] = json!("门锁配件");
    desk.ok("product_save", host);
    let found = desk.ok("product_find", json!({ "text": "门锁", "limit": 2 }));
    assert_eq!(found[0]["name"], "智能门锁 S3 Pro");
}

#[test]
fn a_negative_price_and_a_rate_above_whole_are_refused() {
    let desk = TestDesk::staffed();
    let mut request = product("坏价", "", "个", -1, false);
    request["tax_rate"] = json!(10_001);
    assert_eq!(desk.refused("product_save", request), ["FieldOutOfRange", "FieldOutOfRange"]);
}

#[test]
fn what_is_no_longer_sold_is_not_offered() {
    let desk = TestDesk::staffed();
    let mut card = desk.ok("product_view", json!({ "id": 1 }));
    card["active"] = json!(false);
    desk.ok("product_save", card);
    assert_eq!(desk.ok("product_find", json!({ "text": "智能", "limit": 10 })), json!([]));
    let all = desk.ok(
        "product_list",
        json!({ "text": "", "sort": "", "descending": false, "after": null, "limit": 9 }),
    );
    assert_eq!(all["total"], 2);
}
