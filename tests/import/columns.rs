//! The header is found, the columns are guessed from Chinese and English titles, and a mapping is remembered.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::files::{Put, text_workbook, texts, workbook};
use super::{opened, ran, token};

/// `field ← column` of the guess for one sheet.
fn guessed(opened: &Value, sheet: usize) -> Vec<String> {
    let columns = opened["mapping"]["sheets"][sheet]["columns"].as_array().unwrap().iter();
    let from = |column: &Value| match column["column"].as_str() {
        Some(title) => title.to_string(),
        None => column["columns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|title| title.as_str().unwrap())
            .collect::<Vec<_>>()
            .join(" + "),
    };
    columns.map(|column| format!("{} ← {}", column["field"].as_str().unwrap(), from(column))).collect()
}

#[test]
fn the_customer_table_of_the_source_is_known_column_by_column() {
    let desk = TestDesk::empty();
    let header = [
        "序号",
        "客户名称",
        "联系人",
        "职务",
        "联系方式",
        "所属行业",
        "需求阶段",
        "跟进状态",
        "负责人",
        "最近跟进时间",
        "备注",
    ];
    let row = [
        "1",
        "青屿酒店",
        "朱女士",
        "采购经理",
        "13800138000",
        "酒店",
        "方案洽谈",
        "A类",
        "沈一禾",
        "2026.9.5",
        "第一行\n第二行",
    ];
    let bytes = text_workbook("客户信息表", &[&["客户信息表"], &[], &header, &row, &["", "合计：1"]]);
    let found = opened(&desk, "客户.xlsx", &bytes);
    assert_eq!(found["sheets"][0]["header_row"], 3, "a merged title is no header");
    assert_eq!(found["sheets"][0]["guess"], "Customers");
    assert_eq!(found["sheets"][0]["rows"], 2, "only a row that begins with a sum is one");
    assert_eq!(
        guessed(&found, 0),
        [
            "name ← 客户名称",
            "contact_name ← 联系人",
            "contact_title ← 职务",
            "contact_phone ← 联系方式",
            "industry ← 所属行业",
            "person_key ← 负责人",
            "stage ← 需求阶段",
            "grade ← 跟进状态",
            "last_contact_on ← 最近跟进时间",
            "note ← 备注",
        ]
    );
    let bytes = text_workbook("客户信息表", &[&["客户信息表"], &[], &header, &row, &["合计：", "1"]]);
    let report = ran(&desk, "客户.xlsx", &bytes);
    assert_eq!((&report["customers"], &report["bad_count"]), (&json!(1), &json!(0)));
    let page =
        desk.ok("customer_list", json!({ "sort": "", "descending": false, "after": null, "limit": 10 }));
    let card = desk.ok("customer_view", json!({ "id": page["rows"][0]["id"] }));
    assert_eq!(card["note"], "第一行\n第二行\n需求阶段：方案洽谈\n跟进状态：A类\n最近跟进时间：2026.9.5");
    assert_eq!(card["contacts"][0]["phone"], "13800138000");
    assert_eq!(card["owner_id"], desk.person("沈一禾"));
}

#[test]
fn a_trading_companys_english_sheets_are_known_too() {
    let desk = TestDesk::empty();
    let titles = [
        ("Customers", "CustomerID CompanyName ContactName ContactTitle Address City Region Country Phone"),
        ("Employees", "EmployeeID LastName FirstName Title"),
        ("Products", "ProductID ProductName Category QuantityPerUnit UnitPrice Discontinued"),
        ("Orders", "OrderID CustomerID EmployeeID OrderDate RequiredDate ShippedDate ShipAddress"),
        ("Order Details", "OrderID ProductID UnitPrice Quantity Discount"),
    ];
    let sheets: Vec<(&str, Vec<Vec<Put>>)> = titles
        .iter()
        .map(|(name, titles)| (*name, texts(&[&titles.split(' ').collect::<Vec<_>>()])))
        .collect();
    let rows: Vec<(&str, Vec<&[Put]>)> =
        sheets.iter().map(|(name, rows)| (*name, rows.iter().map(Vec::as_slice).collect())).collect();
    let rows: Vec<(&str, &[&[Put]])> = rows.iter().map(|(name, rows)| (*name, rows.as_slice())).collect();
    let found = opened(&desk, "trade.xlsx", &workbook(&rows));
    let guesses: Vec<&Value> =
        found["sheets"].as_array().unwrap().iter().map(|sheet| &sheet["guess"]).collect();
    assert_eq!(guesses, ["Customers", "People", "Products", "Orders", "OrderLines"]);
    assert!(guessed(&found, 0).contains(&"region ← Country".to_string()));
    assert!(guessed(&found, 1).contains(&"name ← FirstName + LastName".to_string()));
    assert!(guessed(&found, 2).contains(&"spec ← QuantityPerUnit".to_string()));
    assert_eq!(
        guessed(&found, 3),
        [
            "order_key ← OrderID",
            "customer_key ← CustomerID",
            "person_key ← EmployeeID",
            "ordered_on ← OrderDate",
            "promised_on ← RequiredDate",
            "delivered_on ← ShippedDate",
            "delivery_address ← ShipAddress",
        ]
    );
    assert_eq!(
        guessed(&found, 4),
        [
            "order_key ← OrderID",
            "product_key ← ProductID",
            "quantity ← Quantity",
            "price ← UnitPrice",
            "discount ← Discount",
        ]
    );
}

#[test]
fn a_correction_is_remembered_for_the_same_headers() {
    let desk = TestDesk::empty();
    let bytes = text_workbook("名单", &[&["称呼", "别名"], &["甲公司", "甲"]]);
    let first = opened(&desk, "九月.xlsx", &bytes);
    assert_eq!(first["remembered"], false);
    assert_eq!(first["sheets"][0]["guess"], Value::Null);
    let mapping = json!({ "attested_by": null, "sheets": [{
        "sheet": "名单", "target": "Customers", "header_row": 1,
        "columns": [
            { "field": "name", "column": "称呼", "columns": [], "constant": null },
            { "field": "industry", "column": null, "columns": [], "constant": "酒店" },
        ],
    }] });
    let report = desk.ok("import_run", json!({ "token": first["token"], "mapping": mapping }));
    assert_eq!(report["customers"], 1);
    let again = opened(&desk, "十月.xlsx", &text_workbook("名单", &[&["称呼", "别名"], &["乙公司", "乙"]]));
    assert_eq!(again["remembered"], true);
    assert_eq!(again["mapping"], mapping);
    let other = opened(&desk, "别的.xlsx", &text_workbook("名单", &[&["称呼", "代号"], &["乙公司", "乙"]]));
    assert_eq!(other["remembered"], false);
}

#[test]
fn a_mapping_that_does_not_fit_is_refused_by_sheet_and_column() {
    let desk = TestDesk::empty();
    let token = token(&desk, "a.csv", "客户名称,电话\n甲公司,1\n".as_bytes());
    let column = |field: &str, title: &str| json!({ "field": field, "column": title });
    let ask = |sheet: &str, columns: Value| {
        let sheets = json!([{ "sheet": sheet, "target": "Customers", "header_row": 1, "columns": columns }]);
        json!({ "token": token, "mapping": { "sheets": sheets } })
    };
    assert_eq!(
        desk.refused("import_check", ask("表一", json!([column("name", "客户名称")]))),
        ["SheetMissing"]
    );
    assert_eq!(
        desk.refused("import_check", ask("CSV", json!([column("name", "客户"), column("phone", "手机")]))),
        ["ColumnMissing", "ColumnMissing"]
    );
    assert_eq!(desk.refused("import_check", ask("CSV", json!([column("phone", "电话")]))), ["FieldMissing"]);
    assert_eq!(desk.refused("import_open", json!({ "token": "made up" })), ["TokenUnknown"]);
}
