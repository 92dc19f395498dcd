//! Undo takes everything back while nothing of it was used, and names what was.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::files::{Put, texts, workbook};
use super::ran;

/// A customer, a product, a person and an order of theirs.
fn small() -> Vec<u8> {
    let sheets = [
        ("客户", texts(&[&["客户名称", "国家"], &["甲公司", "浙江"]])),
        ("产品", texts(&[&["产品名称", "单价"], &["机器", "100"]])),
        ("员工", texts(&[&["姓名", "邮箱"], &["吴双", "wu@lingqiao.example.com"]])),
        (
            "订单明细",
            texts(&[
                &["订单号", "客户", "产品", "数量", "单价", "日期", "交期", "负责人"],
                &["DD202609-001", "甲公司", "机器", "2", "100", "2026-09-05", "2026-09-30", "吴双"],
            ]),
        ),
    ];
    let rows: Vec<(&str, Vec<&[Put]>)> =
        sheets.iter().map(|(name, rows)| (*name, rows.iter().map(Vec::as_slice).collect())).collect();
    let rows: Vec<(&str, &[&[Put]])> = rows.iter().map(|(name, rows)| (*name, rows.as_slice())).collect();
    workbook(&rows)
}

fn sums(desk: &TestDesk) -> i64 {
    let book = desk.app.book().unwrap();
    book.read(|connection| {
        Ok(connection.query_row(
            "select cast(coalesce(sum(amount_fen), 0) as bigint) from month_sum where facet = 'total'",
            [],
            |row| row.get(0),
        )?)
    })
    .unwrap()
}

fn customers(desk: &TestDesk) -> Value {
    let ask = json!({ "sort": "", "descending": false, "after": null, "limit": 10 });
    desk.ok("customer_list", ask)
}

#[test]
fn what_was_not_used_goes_and_can_come_again() {
    let desk = TestDesk::empty();
    let report = ran(&desk, "a.xlsx", &small());
    let counts =
        ["customers", "products", "people", "orders", "lines"].map(|name| report[name].as_i64().unwrap());
    assert_eq!(counts, [1, 1, 1, 1, 1]);
    assert_eq!(sums(&desk), 20_000);
    assert_eq!(customers(&desk)["rows"][0]["amount_fen"], 20_000);
    crate::search::plain::is_current(&desk);
    let list = desk.ok("import_undo", json!({ "id": report["import_id"] }));
    crate::search::plain::is_current(&desk);
    assert!(list["rows"][0]["undone_at"].is_string());
    assert_eq!(sums(&desk), 0);
    assert_eq!(customers(&desk)["total"], 0);
    assert_eq!(desk.ok("person_list", json!({})).as_array().unwrap().len(), 1);
    assert_eq!(desk.refused("import_undo", json!({ "id": report["import_id"] })), ["RowNotFound"]);
    let verified = desk.ok("book_verify", json!({}));
    assert_eq!(verified["problems"], json!([]));
    assert_eq!(ran(&desk, "a.xlsx", &small())["orders"], 1);
    assert_eq!(sums(&desk), 20_000);
}

#[test]
fn what_was_used_since_is_named_and_stays() {
    let desk = TestDesk::empty();
    let report = ran(&desk, "a.xlsx", &small());
    let id = customers(&desk)["rows"][0]["id"].clone();
    let mut card = desk.ok("customer_view", json!({ "id": id }));
    card["note"] = json!("changed");
    desk.ok("customer_save", card);
    desk.sit("吴双");
    desk.ok("language_set", json!({ "language": "En" }));
    desk.sit("沈一禾");
    let fault = desk.ask("import_undo", json!({ "id": report["import_id"] })).unwrap_err();
    let expected = chengdan_domain::refusal::Refusal::ImportUsedSince {
        what: vec!["甲公司".into(), "吴双".into()],
    };
    assert_eq!(fault, expected.into());
    assert_eq!(customers(&desk)["total"], 1);
    assert_eq!(sums(&desk), 20_000);
}
