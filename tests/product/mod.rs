//! Products: search while typing, bad figures, the list by every column.

use chengdan_tests::{TestDesk, product};
use serde_json::{Value, json};

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
    let all = desk.ok("product_list", json!({ "sort": "", "descending": false, "after": null, "limit": 9 }));
    assert_eq!(all["total"], 2);
}

/// Three pages and more of products that differ in everything.
fn shelf() -> TestDesk {
    let desk = TestDesk::staffed();
    for nth in 0_i64..11 {
        let name = format!("{}号货", ["乙", "甲", "丙"][usize::try_from(nth % 3).expect("small")]);
        let unit = ["台", "件"][usize::try_from(nth % 2).expect("small")];
        let mut card =
            product(&name, &format!("规格{}", nth * 7 % 5), unit, nth * 7 % 4 * 1_000_000, nth % 4 == 0);
        card["code"] = json!(format!("P{}", nth * 5 % 11));
        card["category"] = json!(["传感", "", "门锁"][usize::try_from(nth % 3).expect("small")]);
        card["kind"] = json!(if nth % 5 == 0 { "Service" } else { "Goods" });
        card["tax_rate"] = json!([1300, 600][usize::try_from(nth % 2).expect("small")]);
        card["active"] = json!(nth % 6 != 0);
        card["note"] = json!(format!("记{}", nth % 3));
        desk.ok("product_save", card);
    }
    desk
}

fn listed(desk: &TestDesk, filter: &Value, sort: &str, descending: bool) -> Vec<Value> {
    let (mut rows, mut after) = (Vec::new(), Value::Null);
    loop {
        let ask =
            json!({ "filter": filter, "sort": sort, "descending": descending, "after": after, "limit": 4 });
        let page = desk.ok("product_list", ask);
        rows.extend(page["rows"].as_array().expect("rows").iter().cloned());
        after = page["next"].clone();
        if after.is_null() {
            return rows;
        }
    }
}

#[test]
fn every_column_sorts_and_every_filter_leaves_what_passes() {
    let desk = shelf();
    let text = |row: &Value, field: &str| match &row[field] {
        Value::String(text) => text.clone(),
        Value::Bool(yes) => i64::from(*yes).to_string(),
        other => format!("{:020}", other.as_i64().expect("a number")),
    };
    let key = |row: &Value, sort: &str| match sort {
        "name" => ["name", "spec", "code", "category"].map(|field| text(row, field)).join(" ").to_lowercase(),
        "kind" => text(row, "kind") + &text(row, "customised"),
        "price" => text(row, "price_micro"),
        "tax" => text(row, "tax_rate"),
        "state" => text(row, "active"),
        other => text(row, other),
    };
    let filters = [
        json!({}),
        json!({ "text": "甲" }),
        json!({ "category": "门锁", "active": true }),
        json!({ "kind": "Service" }),
        json!({ "customised": false, "least_micro": 1_000_000, "most_micro": 3_000_000 }),
        json!({ "active": false }),
        json!({ "category": "没有" }),
    ];
    let everything = listed(&desk, &json!({}), "code", false);
    assert_eq!(everything.len(), 13);
    let passes = |row: &Value, filter: &Value| {
        filter.as_object().expect("a filter").iter().all(|(name, asked)| match name.as_str() {
            "text" => key(row, "name").contains(asked.as_str().expect("a text")),
            "least_micro" => row["price_micro"].as_i64() >= asked.as_i64(),
            "most_micro" => row["price_micro"].as_i64() <= asked.as_i64(),
            field => row[field] == *asked,
        })
    };
    for filter in &filters {
        for sort in ["name", "code", "spec", "category", "kind", "unit", "price", "tax", "state", "note"] {
            for descending in [false, true] {
                let mut meant: Vec<&Value> = everything.iter().filter(|row| passes(row, filter)).collect();
                meant.sort_by_key(|row| (key(row, sort), row["id"].as_i64()));
                if descending {
                    meant.reverse();
                }
                let shown = listed(&desk, filter, sort, descending);
                assert_eq!(
                    shown.iter().collect::<Vec<_>>(),
                    meant,
                    "{filter} by {sort}, descending: {descending}"
                );
            }
        }
        let meant: Vec<&Value> = everything.iter().filter(|row| passes(row, filter)).collect();
        let inactive = meant.iter().filter(|row| row["active"] == false).count();
        let totals = json!({ "count": meant.len(), "inactive": inactive, "all_count": 13 });
        assert_eq!(desk.ok("product_totals", filter.clone()), totals, "{filter}");
    }
}
