//! A real trading company by a mapping file: every figure equals one computed independently, to the 分.

use std::path::PathBuf;

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

/// Where the shared data lie: `CHENGDAN_SHARED_DATA`, else beside the repository. They are not ours to carry.
pub fn data() -> Option<PathBuf> {
    let told = std::env::var_os("CHENGDAN_SHARED_DATA").map(PathBuf::from);
    let folder = told.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"));
    let found = folder.join("northwind.xlsx").is_file();
    if !found {
        println!("no northwind.xlsx in {}: nothing to compare with", folder.display());
    }
    found.then_some(folder)
}

/// The mapping as the command line takes it.
pub fn mapping() -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors/northwind.mapping.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_record_comes_over_and_every_amount_adds_up() {
    let Some(folder) = data() else { return };
    super::reader();
    let desk = TestDesk::empty();
    let token = desk.app.desk().token(folder.join("northwind.xlsx"));
    let report = desk.ok("import_run", json!({ "token": token, "mapping": mapping() }));
    let counts = ["customers", "products", "people", "orders", "lines", "skipped"]
        .map(|name| report[name].as_i64().unwrap());
    assert_eq!(counts, [91, 77, 9, 830, 2_155, 0]);
    assert_eq!(report["amount_fen"], 126_579_329);
    let codes: Vec<String> = super::cells(&report["notes"]);
    assert!(codes.iter().all(|note| note.ends_with("similar_name")), "{codes:#?}");
    // The order of the guess differs from the mapping file's, its meaning may not: the guess alone imports it too.
    let guessed = TestDesk::empty();
    let token = guessed.app.desk().token(folder.join("northwind.xlsx"));
    let opened = guessed.ok("import_open", json!({ "token": token }));
    let report = guessed.ok("import_check", json!({ "token": token, "mapping": opened["mapping"] }));
    let counts = ["customers", "products", "people", "orders", "lines", "bad_count"]
        .map(|name| report[name].as_i64().unwrap());
    assert_eq!(counts, [91, 77, 9, 830, 2_155, 0]);
    assert_eq!(report["amount_fen"], 126_579_329);
}

/// A book with the trading company in it, its deliveries counted at dispatch.
fn imported(folder: &std::path::Path) -> TestDesk {
    super::reader();
    let desk = TestDesk::empty();
    let mut policy = desk.ok("setting_view", json!({}))["policy"].take();
    policy["delivery_point"] = json!("Dispatch");
    desk.ok("setting_save_policy", policy);
    let token = desk.app.desk().token(folder.join("northwind.xlsx"));
    desk.ok("import_run", json!({ "token": token, "mapping": mapping() }));
    desk
}

/// The first five of a facet as name (or key) and amount.
fn top(rows: &Value, name: impl Fn(&Value) -> Value) -> Vec<(Value, i64)> {
    let rows = rows.as_array().unwrap().iter().take(5);
    rows.map(|row| (name(row), row["amount_fen"].as_i64().unwrap())).collect()
}

fn expected_top(rows: &Value) -> Vec<(Value, i64)> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| (row[0].clone(), row[1].as_i64().unwrap())).collect()
}

#[test]
fn every_month_equals_the_figures_computed_elsewhere() {
    let Some(folder) = data() else { return };
    let desk = imported(&folder);
    let text = std::fs::read_to_string(folder.join("northwind_expected.json")).unwrap();
    let expected: Value = serde_json::from_str(&text).unwrap();
    let people = desk.ok("person_list", json!({}));
    let ask = json!({ "sort": "", "descending": false, "after": null, "limit": 500 });
    let products = desk.ok("product_list", ask)["rows"].take();
    let product_of = |row: &Value| {
        let mut products = products.as_array().unwrap().iter();
        products.find(|card| card["id"].as_i64() == row["key"].as_str().unwrap().parse().ok()).unwrap()["name"].clone()
    };
    let code_of = |row: &Value| {
        let person = people
            .as_array()
            .unwrap()
            .iter()
            .find(|person| person["id"].as_i64() == row["key"].as_str().unwrap().parse().ok());
        json!(person.unwrap()["code"].as_str().unwrap().parse::<i64>().unwrap())
    };
    let months = expected["months"].as_object().unwrap();
    let (mut shipped, mut on_time) = (std::collections::BTreeMap::<String, i64>::new(), 0);
    for (month, figures) in months {
        let ym: i64 = month.replace('-', "").parse().unwrap();
        let view = desk.ok("month_view", json!({ "ym": ym }));
        assert_eq!(view["delivery_point"], "Dispatch");
        assert_eq!(view["amount"]["orders"], figures["orders"], "{month}");
        let amount = view["amount"]["amount_fen"].as_i64().unwrap_or(0);
        assert_eq!(amount, figures["amount_fen"].as_i64().unwrap(), "{month}");
        for name in ["due", "on_time", "late", "open_past_due"] {
            assert_eq!(view["orders"][name], figures[name], "{month} {name}");
        }
        on_time += view["orders"]["on_time"].as_i64().unwrap();
        assert_eq!(top(&view["products"], product_of), expected_top(&figures["top_products"]), "{month}");
        assert_eq!(
            top(&view["regions"], |row| row["name"].clone()),
            expected_top(&figures["countries"]),
            "{month}"
        );
        assert_eq!(top(&view["people"], code_of), expected_top(&figures["employees"]), "{month}");
        let due = desk.ok("month_rows", json!({ "ym": ym, "figure": "orders_due" }));
        assert_eq!(due["count"], figures["due"], "{month}");
        for row in due["rows"].as_array().unwrap() {
            if let Some(day) = row["delivered_on"].as_str() {
                *shipped.entry(day[..7].to_string()).or_default() += 1;
            }
        }
    }
    for (month, figures) in months {
        assert_eq!(
            shipped.get(month).copied().unwrap_or(0),
            figures["delivered"].as_i64().unwrap(),
            "{month} delivered"
        );
    }
    assert_eq!(shipped.values().sum::<i64>(), expected["totals"]["shipped"].as_i64().unwrap());
    assert_eq!(on_time, expected["totals"]["shipped_on_time"].as_i64().unwrap());
}
