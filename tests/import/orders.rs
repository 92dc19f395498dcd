//! 期初 orders (O9): one row per line or two sheets, numbers kept and series advanced, no letter and no tasks.

use chengdan_tests::{ORDER_TABLE, TestDesk};
use serde_json::{Value, json};

use super::files::{Put, piped, text_workbook, texts, workbook};
use super::{cells, checked, opened, ran};

/// What the book holds of a number.
fn order(desk: &TestDesk, number: &str) -> Value {
    let book = desk.app.book().unwrap();
    let id: i64 = book
        .read(|connection| {
            Ok(connection
                .query_row("select id from sales_order where number = $1", [number], |row| row.get(0))?)
        })
        .unwrap();
    let record = book.read(|connection| chengdan_app::store::order::load(connection, id)).unwrap();
    let lines = record.form.lines.iter().zip(&record.lines);
    let lines: Vec<String> = lines.map(|(line, kept)| format!("{line:?} {kept:?}")).collect();
    json!({
        "state": format!("{:?}", record.state), "lines": lines,
        "amount": record.priced.amount.0, "created_on": record.created_on.to_string(), "id": id,
        "promised_on": record.form.promised_on.map(|day| day.to_string()), "owner": record.form.owner_name,
        "terms": format!("{:?}", record.form.terms), "note": record.form.note,
        "content": record.content_hash == record.approved_hash,
    })
}

#[test]
fn the_order_table_of_the_source_becomes_opening_orders() {
    let desk = TestDesk::staffed();
    let hotel = "青屿酒店管理有限公司";
    let rows = [
        "2026 年 9 月订单信息表".to_string(),
        ORDER_TABLE.join("|"),
        format!(
            "DD2026901|{hotel}|智能门锁 S3 Pro|曜石黑 左开 NFC|10|680|6800|款到发货|青屿路 18 号|林知远|2026.9.5|9月20日|已通过"
        ),
        // Merged cells: the head stands in the first row only.
        "||安装辅材||２|33.333|66.67|||||2026/9/25|".into(),
        format!(
            "DD202609-017|{hotel}|客控主机 H8|8 路 DIN 导轨|1||1150.00|三七开|青屿路 18 号|林知远|20260908|2026-10-30|期初"
        ),
        format!("DD202609-018|{hotel}|客控主机 H8||1|1150|1150|||林知远|20260909||已作废"),
        "合计||||13||9166.67".into(),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let report = ran(&desk, "订单.xlsx", &piped("订单信息表", &rows));
    assert_eq!(cells(&report["bad_cells"]), Vec::<String>::new());
    assert_eq!((&report["orders"], &report["lines"], &report["skipped"]), (&json!(2), &json!(3), &json!(1)));
    assert_eq!(report["amount_fen"], 680_000 + 6_667 + 115_000);
    let notes = cells(&report["notes"]);
    for part in [
        "4 产品名称 [安装辅材] no_product",
        "5 付款方式 [三七开] terms_unknown",
        "6 审批状态 [已作废] not_approved",
    ] {
        assert!(notes.iter().any(|note| note == part), "{part} is not among {notes:#?}");
    }
    let first = order(&desk, "DD2026901");
    assert_eq!(first["state"], "Opening");
    assert_eq!(first["amount"], 686_667);
    assert_eq!(first["created_on"], "2026-09-05");
    assert_eq!(first["promised_on"], "2026-09-20");
    assert_eq!(first["owner"], "林知远");
    assert_eq!(first["content"], true, "the approved content is the content");
    let second = order(&desk, "DD202609-017");
    assert!(second["terms"].as_str().unwrap().contains("Arrival"));
    assert_eq!(second["note"], "付款方式：三七开");
    assert!(second["lines"][0].as_str().unwrap().contains("Price(1150000000)"), "{second}");
    let outbox = desk.ok("outbox_list", json!({ "after": null, "limit": 10 }));
    assert_eq!(outbox["rows"].as_array().unwrap().len(), 0, "an opening order owes no letter");
}

#[test]
fn numbers_are_kept_and_the_series_goes_on_after_them() {
    let desk = TestDesk::staffed();
    let head = ["订单号", "客户", "数量", "单价", "品名", "日期"];
    let rows: &[&[&str]] = &[
        &head,
        &["DD202610-041", "青屿酒店管理有限公司", "1", "5", "甲", "2026-10-05"],
        &["10248", "青屿酒店管理有限公司", "1", "5", "甲", "2026-10-05"],
    ];
    ran(&desk, "a.xlsx", &text_workbook("订单明细", rows));
    order(&desk, "QC-10248");
    let next: i64 = desk
        .app
        .book()
        .unwrap()
        .read(|connection| {
            Ok(connection.query_row(
                "select next from series where prefix = 'DD' and ym = 202610",
                [],
                |row| row.get(0),
            )?)
        })
        .unwrap();
    assert_eq!(next, 42);
}

#[test]
fn heads_and_lines_in_two_sheets_are_joined_by_their_key() {
    let desk = TestDesk::staffed();
    let heads = texts(&[
        &["订单号", "客户", "负责人", "下单日期", "交货日期", "发货日期", "合同号"],
        &["7", "青屿酒店管理有限公司", "林知远", "2026/9/1", "2026/9/10", "2026/9/9", "HT-7"],
        &["8", "青屿酒店管理有限公司", "林知远", "2026/9/2", "2026/9/10", "", ""],
    ]);
    let lines: Vec<Vec<Put>> = vec![
        texts(&[&["订单号", "品名", "数量", "单价", "折扣"]]).remove(0),
        vec![
            Put::Number(7.0),
            Put::Text("智能门锁 S3 Pro"),
            Put::Number(2.5),
            Put::Number(0.0385),
            Put::Number(0.15),
        ],
        vec![
            Put::Number(8.0),
            Put::Text("智能门锁 S3 Pro"),
            Put::Number(3.0),
            Put::Number(680.0),
            Put::Text("8.5折"),
        ],
    ];
    let heads: Vec<&[Put]> = heads.iter().map(Vec::as_slice).collect();
    let lines: Vec<&[Put]> = lines.iter().map(Vec::as_slice).collect();
    let bytes = workbook(&[("明细", &lines), ("订单", &heads)]);
    let report = ran(&desk, "b.xlsx", &bytes);
    assert_eq!((&report["orders"], &report["lines"]), (&json!(2), &json!(2)));
    // 0.0385 × 2.5 × 0.85 = 0.0818…; 680 × 3 × 0.85 = 1734.
    assert_eq!(report["amount_fen"], 8 + 173_400);
    let delivered = order(&desk, "QC-7");
    assert!(delivered["lines"][0].as_str().unwrap().contains("2026-09-09"), "{delivered}");
    let open = order(&desk, "QC-8");
    assert!(open["lines"][0].as_str().unwrap().contains("delivered_on: None"), "{open}");
}

#[test]
fn a_second_run_of_the_same_file_adds_nothing() {
    let desk = TestDesk::staffed();
    let rows: &[&[&str]] = &[
        &["订单号", "客户", "数量", "单价", "品名", "日期"],
        &["7", "青屿酒店管理有限公司", "1", "5", "甲", "2026-10-05"],
    ];
    let bytes = text_workbook("订单明细", rows);
    assert_eq!(ran(&desk, "a.xlsx", &bytes)["orders"], 1);
    let again = ran(&desk, "a.xlsx", &bytes);
    assert_eq!((&again["orders"], &again["lines"], &again["skipped"]), (&json!(0), &json!(0), &json!(1)));
    assert_eq!(cells(&again["notes"])[0], "2 订单号 [7] exists");
}

#[test]
fn opening_orders_are_attested_by_a_named_person() {
    let desk = TestDesk::staffed();
    let rows: &[&[&str]] = &[
        &["订单号", "客户", "数量", "单价", "品名", "日期"],
        &["7", "青屿酒店管理有限公司", "1", "5", "甲", "2026-10-05"],
    ];
    let found = opened(&desk, "a.xlsx", &text_workbook("订单明细", rows));
    let mut mapping = found["mapping"].clone();
    mapping["attested_by"] = json!("无此人");
    assert_eq!(
        desk.refused("import_run", json!({ "token": found["token"], "mapping": mapping })),
        ["FieldMissing"]
    );
    mapping["attested_by"] = json!("顾行");
    let report = desk.ok("import_run", json!({ "token": found["token"], "mapping": mapping }));
    let book = desk.app.book().unwrap();
    let id = report["import_id"].as_i64().unwrap();
    let entries =
        book.read(|connection| chengdan_app::store::history::of(connection, "import", id, 10)).unwrap();
    assert_eq!(entries.len(), 1, "an import is one entry");
    assert_eq!(entries[0].person, "沈一禾");
    assert!(entries[0].changes.iter().any(|change| change.field == "attested_by" && change.after == "顾行"));
    assert!(entries[0].changes.iter().any(|change| change.field == "sha256" && change.after.len() == 64));
    // The document itself says so, and who brought it in.
    let seen = desk.ok("order_view", json!({ "id": order(&desk, "QC-7")["id"] }));
    let expected = json!({
        "by": "顾行", "at": "2026-10-08T01:42:00Z", "recorded_by": "沈一禾", "file_name": "a.xlsx",
    });
    assert_eq!(seen["attested"], expected);
}

#[test]
fn only_the_desk_may_import() {
    let desk = TestDesk::staffed();
    desk.sit("林知远");
    let found = opened(&desk, "a.csv", "客户名称,电话\n甲公司,057188887777\n".as_bytes());
    let ask = json!({ "token": found["token"], "mapping": found["mapping"] });
    assert_eq!(desk.refused("import_run", ask), ["RoleMissing"]);
    assert_eq!(checked(&desk, "b.csv", "客户名称,电话\n甲公司,057188887777\n".as_bytes())["customers"], 1);
}
