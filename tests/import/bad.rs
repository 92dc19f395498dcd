//! Bad cells are named by sheet, row and column, and nothing of a file with one is written.

use chengdan_tests::TestDesk;
use serde_json::json;

use super::files::{Put, text_workbook, workbook};
use super::{cells, checked, opened, ran};

#[test]
fn every_bad_cell_is_named() {
    let desk = TestDesk::staffed();
    let hotel = "青屿酒店管理有限公司";
    let rows: &[&[&str]] = &[
        &["订单号", "客户", "品名", "数量", "单价", "日期", "交期", "发货日期", "负责人"],
        &["1", hotel, "甲", "十个", "5", "2026-10-01", "", "", ""],
        &["2", "没有这家", "甲", "1", "5", "2026-10-01", "", "", ""],
        &["3", hotel, "甲", "0", "-5", "2026-10-01", "", "", ""],
        &["4", hotel, "甲", "1", "", "2026-10-01", "", "", ""],
        &["5", hotel, "甲", "1", "5", "十月一日", "月底", "", ""],
        &["6", hotel, "甲", "1", "5", "2026-10-09", "", "", ""],
        &["7", hotel, "甲", "1", "5", "2026-10-01", "", "2026-09-30", "无此人"],
        &["8", hotel, "", "1", "5", "", "", "", ""],
        &["9", hotel, "甲", "9000000000", "9000000000", "2026-10-01", "", "", ""],
    ];
    let report = checked(&desk, "a.xlsx", &text_workbook("明细", rows));
    let expected = [
        "2 数量 [十个] not_a_number",
        "3 客户 [没有这家] unknown_key",
        "4 数量 [0] not_positive",
        "4 单价 [-5] not_positive",
        "5 单价 [] missing",
        "6 日期 [十月一日] not_a_date",
        "6 交期 [月底] not_a_date",
        "7 日期 [2026-10-09] out_of_range",
        "8 发货日期 [2026-09-30] out_of_range",
        "8 负责人 [无此人] unknown_key",
        "9 日期 [] missing",
        "9 品名 [] missing",
        "10 数量 [9000000000] out_of_range",
    ];
    let found = cells(&report["bad_cells"]);
    for line in expected {
        assert!(found.iter().any(|cell| cell == line), "{line} is not among {found:#?}");
    }
    assert_eq!(report["bad_count"], found.len());
    assert!(report["bad_cells"].as_array().unwrap().iter().all(|cell| cell["sheet"] == "明细"));
}

#[test]
fn one_bad_cell_and_nothing_is_written() {
    let desk = TestDesk::empty();
    let bytes = text_workbook(
        "客户",
        &[
            &["客户名称", "税号", "邮箱", "联系人"],
            &["甲公司", "", "", ""],
            &["乙公司", "914403001922038217", "", ""],
            &["丙公司", "", "zhu@a.example.com\r\nBcc: x@b.example.com", "朱"],
        ],
    );
    let found = opened(&desk, "a.xlsx", &bytes);
    let ask = json!({ "token": found["token"], "mapping": found["mapping"] });
    let report = desk.ok("import_check", ask.clone());
    let bad = cells(&report["bad_cells"]);
    assert_eq!(bad.len(), 2);
    assert_eq!(bad[0], "3 税号 [914403001922038217] tax_number_wrong");
    assert!(bad[1].starts_with("4 邮箱 ") && bad[1].ends_with("bad_email"), "{bad:?}");
    assert_eq!(desk.refused("import_run", ask), ["ImportHasErrors"]);
    let list =
        desk.ok("customer_list", json!({ "sort": "", "descending": false, "after": null, "limit": 10 }));
    assert_eq!(list["total"], 0);
    assert_eq!(desk.ok("import_list", json!({}))["rows"], json!([]));
}

#[test]
fn text_from_outside_stays_text() {
    let desk = TestDesk::empty();
    let long = "长".repeat(9_000);
    let rows: &[&[Put]] = &[
        &[
            Put::Text("客户名称"),
            Put::Text("联系电话"),
            Put::Text("备注"),
            Put::Text("开户行"),
            Put::Text("银行账号"),
        ],
        &[
            Put::Text("=cmd|' /C calc'!A0"),
            Put::Number(13_800_138_000.0),
            Put::Text(&long),
            Put::No,
            Put::Text("6222 0210 0100 0000 123"),
        ],
        &[
            Put::Text("上海\r\n某某\n公司"),
            Put::Text("０５７１－８８８８７７７７"),
            Put::Text("一\n二"),
            Put::No,
            Put::No,
        ],
        &[Put::Text("<img src=x onerror=alert(1)>"), Put::No, Put::No, Put::No, Put::No],
    ];
    let report = ran(&desk, "a.xlsx", &workbook(&[("客户", rows)]));
    assert_eq!((&report["customers"], &report["bad_count"]), (&json!(3), &json!(0)));
    let list =
        desk.ok("customer_list", json!({ "sort": "", "descending": false, "after": null, "limit": 10 }));
    let names: Vec<&str> =
        list["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    for name in ["=cmd|' /C calc'!A0", "上海 某某 公司", "<img src=x onerror=alert(1)>"] {
        assert!(names.contains(&name), "{name} is not among {names:?}");
    }
    let id = |name: &str| {
        list["rows"].as_array().unwrap().iter().find(|row| row["name"] == name).unwrap()["id"].clone()
    };
    let card = desk.ok("customer_view", json!({ "id": id("=cmd|' /C calc'!A0") }));
    assert_eq!(card["contacts"][0]["phone"], "13800138000", "a phone is never 1.38E+10");
    assert_eq!(card["note"].as_str().unwrap().chars().count(), 9_000);
    assert_eq!(card["bank_account"], "6222 0210 0100 0000 123");
}

#[test]
fn a_note_that_is_too_long_is_named_and_not_cut() {
    let desk = TestDesk::empty();
    let long = "长".repeat(10_000);
    let report = checked(&desk, "a.csv", format!("客户名称,备注\n甲公司,{long}\n").as_bytes());
    assert_eq!(report["bad_cells"][0]["problem"], "too_long");
    let report = checked(&desk, "b.csv", format!("客户名称\n{}\n", "长".repeat(201)).as_bytes());
    assert_eq!(report["bad_count"], 0, "a single column is no table that can be guessed");
    assert_eq!(report["customers"], 0);
}

#[test]
fn the_same_code_with_another_name_is_named() {
    let desk = TestDesk::empty();
    let text = "客户编号,客户名称\nA1,甲公司\nA1,乙公司\nA2,丙公司\nA2,丙公司\n";
    let report = checked(&desk, "a.csv", text.as_bytes());
    assert_eq!(cells(&report["bad_cells"]), ["3 客户编号 [A1] duplicate_key"]);
    assert_eq!((&report["customers"], &report["skipped"]), (&json!(2), &json!(1)));
}
