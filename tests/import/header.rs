//! The header row that the program finds can be corrected, sheet by sheet, and the correction is remembered.

use chengdan_domain::refusal::Refusal;
use chengdan_tests::TestDesk;
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::files::{piped, text_workbook};
use super::{checked, opened, token};

/// A head over the columns is taken for the header: it has more known titles than the true one below.
fn misread(month: &str, company: &str) -> Vec<u8> {
    let rows = [
        format!("{month}月名单"),
        "客户名称|联系人|电话|备注".into(),
        String::new(),
        "全称|电话|找谁".into(),
        format!("{company}|057188887777|朱女士"),
        "乙公司|057188886666|".into(),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    piped("名单", &rows)
}

/// The code of a refusal with its arguments.
fn refused(desk: &TestDesk, name: &str, ask: Value) -> Vec<Value> {
    match desk.ask(name, ask) {
        Err(chengdan_app::fault::Fault::Refused { reasons }) => {
            reasons.iter().map(|reason| serde_json::to_value(reason).expect("JSON")).collect()
        }
        other => panic!("{name} should be refused, but: {other:?}"),
    }
}

fn mapped(target: &str, header_row: Value, columns: &[(&str, &str)]) -> Value {
    let columns: Vec<Value> =
        columns.iter().map(|(field, column)| json!({ "field": field, "column": column })).collect();
    json!({ "sheets": [{ "sheet": "名单", "target": target, "header_row": header_row, "columns": columns }] })
}

#[test]
fn another_row_is_read_as_the_header_and_its_columns_are_guessed_anew() {
    let desk = TestDesk::empty();
    let found = opened(&desk, "a.xlsx", &misread("九", "甲公司"));
    let sheet = &found["sheets"][0];
    assert_eq!((&sheet["header_row"], &sheet["rows"]), (&json!(2), &json!(3)));
    assert_eq!(sheet["above"], json!([{ "number": 1, "cells": ["九月名单"] }]));
    assert_eq!(
        sheet["sample"][0],
        json!({ "number": 4, "cells": ["全称", "电话", "找谁"] }),
        "blank rows keep their number"
    );

    let ask = json!({ "token": found["token"], "sheet": "名单", "header_row": 4, "target": "Customers" });
    let read = desk.ok("import_header", ask.clone());
    assert_eq!(read["view"]["columns"], json!(["全称", "电话", "找谁"]));
    assert_eq!((&read["view"]["header_row"], &read["view"]["rows"]), (&json!(4), &json!(2)));
    assert_eq!(read["view"]["above"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&read["mapping"]["target"], &read["mapping"]["header_row"]),
        (&json!("Customers"), &json!(4))
    );
    let columns = read["mapping"]["columns"].as_array().unwrap();
    assert!(columns.iter().any(|one| one["field"] == "phone" && one["column"] == "电话"), "{columns:?}");
    assert!(
        columns.iter().all(|one| one["column"] != "客户名称"),
        "nothing stays of the old row: {columns:?}"
    );

    let mut guess = ask;
    guess["target"] = Value::Null;
    guess["header_row"] = json!(2);
    assert_eq!(
        desk.ok("import_header", guess)["mapping"]["target"],
        "Customers",
        "without a choice it is guessed"
    );
}

#[test]
fn a_row_that_is_none_is_refused_by_its_number() {
    let desk = TestDesk::empty();
    let token = token(&desk, "a.xlsx", &misread("九", "甲公司"));
    for row in [0, -1, 3, 7, 1_048_577, i64::MAX] {
        let wrong = json!([{ "code": "HeaderRowWrong", "sheet": "名单", "row": row, "last": 6 }]);
        let ask = json!({ "token": token, "sheet": "名单", "header_row": row });
        assert_eq!(json!(refused(&desk, "import_header", ask)), wrong);
        for command in ["import_check", "import_run"] {
            let mapping = mapped("Customers", json!(row), &[("name", "全称")]);
            assert_eq!(
                json!(refused(&desk, command, json!({ "token": token, "mapping": mapping }))),
                wrong,
                "{command}"
            );
        }
    }
    let ask = json!({ "token": token, "sheet": "别的", "header_row": 1 });
    assert_eq!(desk.refused("import_header", ask), ["SheetMissing"]);
    assert_eq!(
        desk.refused("import_header", json!({ "token": "x", "sheet": "名单", "header_row": 1 })),
        ["TokenUnknown"]
    );
}

#[test]
fn a_correction_is_remembered_whatever_stands_above_the_header() {
    let desk = TestDesk::empty();
    let first = opened(&desk, "九月.xlsx", &misread("九", "甲公司"));
    let mapping = mapped(
        "Customers",
        json!(4),
        &[("name", "全称"), ("contact_name", "找谁"), ("contact_phone", "电话")],
    );
    let report = desk.ok("import_run", json!({ "token": first["token"], "mapping": mapping }));
    assert_eq!((&report["customers"], &report["bad_count"]), (&json!(2), &json!(0)));

    let again = opened(&desk, "十月.xlsx", &misread("十", "丙公司"));
    assert_eq!(again["remembered"], true);
    assert_eq!(again["mapping"]["sheets"][0]["header_row"], 4);
    assert_eq!(
        again["sheets"][0]["columns"],
        json!(["全称", "电话", "找谁"]),
        "the page shows the remembered row"
    );
    let report = desk.ok("import_run", json!({ "token": again["token"], "mapping": again["mapping"] }));
    assert_eq!((&report["customers"], &report["skipped"]), (&json!(1), &json!(1)));

    // Somebody changes their mind: what was used last counts.
    desk.clock.set(desk.app.now() + TimeDelta::minutes(1));
    let other = mapped("Customers", json!(2), &[("name", "客户名称")]);
    desk.ok("import_run", json!({ "token": again["token"], "mapping": other }));
    let last = opened(&desk, "十一月.xlsx", &misread("十一", "丁公司"));
    assert_eq!((&last["remembered"], &last["mapping"]["sheets"][0]["header_row"]), (&json!(true), &json!(2)));

    let bytes = text_workbook(
        "名单",
        &[&["客户名称", "联系人"], &[], &[], &["全称", "手机", "找谁"], &["甲", "1", ""]],
    );
    assert_eq!(opened(&desk, "别的.xlsx", &bytes)["remembered"], false, "other titles are another file");
}

#[test]
fn a_mapping_file_without_a_row_takes_the_one_that_is_found() {
    let desk = TestDesk::empty();
    let token = token(&desk, "a.xlsx", &misread("九", "甲公司"));
    let mut mapping = mapped("Customers", Value::Null, &[("name", "客户名称"), ("contact_name", "联系人")]);
    let check = |mapping: &Value| desk.ok("import_check", json!({ "token": token, "mapping": mapping }));
    assert_eq!(check(&mapping)["customers"], 3, "the rows below row 2");
    mapping["sheets"][0].as_object_mut().unwrap().remove("header_row");
    assert_eq!(check(&mapping)["customers"], 3);
    assert_eq!(checked(&desk, "b.csv", "客户名称,电话\n甲公司,057188887777\n".as_bytes())["customers"], 1);
}

#[test]
fn an_empty_sheet_has_no_header() {
    let desk = TestDesk::empty();
    let token = token(&desk, "a.xlsx", &text_workbook("名单", &[]));
    let ask = json!({ "token": token, "sheet": "名单", "header_row": 1 });
    let expected = Refusal::HeaderRowWrong { sheet: "名单".into(), row: 1, last: 0 };
    assert_eq!(refused(&desk, "import_header", ask), [serde_json::to_value(expected).unwrap()]);
}
