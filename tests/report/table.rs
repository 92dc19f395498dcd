//! A list as a workbook: the titles and cells that the page sends, numbers as numbers, dates as dates, text as text.

use std::path::Path;

use calamine::Data;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::sheet;

/// Names and notes that come from outside.
const HOSTILE: [&str; 8] = [
    "=1+1",
    "+86 139",
    "-cmd|' /C calc'!A0",
    "@SUM(A1)",
    "<b>粗</b>",
    "换\n行\t跳",
    "0012345678901234567",
    "=HYPERLINK(\"x\")",
];

fn written(desk: &TestDesk, table: &Value) -> std::path::PathBuf {
    desk.ok("table_export", table.clone())["path"].as_str().map(std::path::PathBuf::from).expect("a path")
}

fn column(title: &str, kind: &str) -> Value {
    json!({ "title": title, "kind": kind, "width": 120 })
}

#[test]
fn cells_are_what_they_are() {
    let desk = TestDesk::staffed();
    let table = json!({
        "title": "订单",
        "columns": [column("编号", "text"), column("金额", "money"), column("单价", "price"), column("数量", "quantity"),
            column("税率", "percent"), column("张", "count"), column("日期", "date"), column("时间", "instant")],
        "rows": [
            ["DD202610-001", 123_456, 12_345_678, 2_500, 1_300, 7, "2026-10-08", "2026-10-08 09:42"],
            [null, null, null, null, null, null, null, null],
            ["负", -5, 0, 0, 0, 0, "1899-01-01", "不是时间"],
        ],
    });
    let path = written(&desk, &table);
    assert!(
        path.file_name().expect("a name").to_string_lossy().starts_with("订单_2026-10-08"),
        "{}",
        path.display()
    );
    let (range, formulas) = sheet(&path, "订单");
    assert_eq!(range.get_value((0, 0)), Some(&Data::String("编号".into())));
    let number = |col: u32| match range.get_value((1, col)) {
        Some(Data::Float(found)) => *found,
        other => panic!("column {col} is no number: {other:?}"),
    };
    let found = [1, 2, 3, 4, 5].map(number);
    assert_eq!(found, [1234.56, 12.345678, 2.5, 0.13, 7.0]);
    // 2026-10-08 is the 46,303rd day of Excel's.
    for (col, minutes) in [(6, 0.0), (7, 582.0)] {
        let Some(Data::DateTime(at)) = range.get_value((1, col)) else { panic!("column {col} is no date") };
        assert!((at.as_f64() - 46_303.0 - minutes / 1_440.0).abs() < 1e-9, "{at:?}");
    }
    assert!(
        (0..8).all(|col| matches!(range.get_value((2, col)), None | Some(Data::Empty))),
        "nothing stays nothing"
    );
    assert_eq!(range.get_value((3, 1)), Some(&Data::Float(-0.05)));
    // What is no date of Excel's stays as text.
    assert_eq!(range.get_value((3, 6)), Some(&Data::String("1899-01-01".into())));
    assert_eq!(range.get_value((3, 7)), Some(&Data::String("不是时间".into())));
    assert!(formulas.is_empty());
}

#[test]
fn text_from_outside_is_text_wherever_it_stands() {
    let desk = TestDesk::staffed();
    let rows: Vec<Value> = HOSTILE.iter().map(|text| json!([text, text])).collect();
    let table = json!({ "title": "=[坏]:*?/\\ '名' 很长很长很长很长很长很长很长很长很长很长很长很长很长很长",
        "columns": [column("=标题", "text"), column("金额", "money")], "rows": rows });
    let path = written(&desk, &table);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).expect("a workbook");
    let names = calamine::Reader::sheet_names(&book);
    assert_eq!(names.len(), 1);
    let range = calamine::Reader::worksheet_range(&mut book, &names[0]).expect("a sheet");
    let formulas = calamine::Reader::worksheet_formula(&mut book, &names[0]).expect("formulas");
    assert!(formulas.is_empty(), "no text became a formula");
    for (row, text) in (1..).zip(HOSTILE) {
        for col in 0..2 {
            assert_eq!(
                range.get_value((row, col)),
                Some(&Data::String(text.into())),
                "{text} in column {col}"
            );
        }
    }
}

#[test]
fn what_no_sheet_holds_is_refused() {
    let desk = TestDesk::staffed();
    assert_eq!(
        desk.refused("table_export", json!({ "title": "空", "columns": [], "rows": [] })),
        ["FieldOutOfRange"]
    );
    let columns: Vec<Value> = (0..61).map(|_| column("列", "text")).collect();
    assert_eq!(
        desk.refused("table_export", json!({ "title": "宽", "columns": columns, "rows": [] })),
        ["FieldOutOfRange"]
    );
    // A table without rows is a header.
    let path = written(&desk, &json!({ "title": "空", "columns": [column("列", "text")], "rows": [] }));
    assert!(Path::new(&path).exists());
}
