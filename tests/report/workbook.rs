//! The workbooks, read back: sheets, columns, totals, and text that stays text.

use std::path::Path;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use chengdan_tests::{ORDER_TABLE, TestDesk, instant};
use serde_json::json;

use crate::month::{sample, view, workbook};

/// Values and formulas of one sheet.
pub fn sheet(path: &Path, name: &str) -> (Range<Data>, Range<String>) {
    let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
    (book.worksheet_range(name).expect("a sheet"), book.worksheet_formula(name).expect("its formulas"))
}

fn texts(range: &Range<Data>, row: u32) -> Vec<String> {
    (0..=range.end().expect("cells").1)
        .map(|col| range.get_value((row, col)).map_or_else(String::new, ToString::to_string))
        .collect()
}

fn number(range: &Range<Data>, row: u32, col: u32) -> f64 {
    match range.get_value((row, col)) {
        Some(Data::Float(value)) => *value,
        Some(Data::Int(value)) => *value as f64,
        other => panic!("no number at {row},{col}: {other:?}"),
    }
}

fn all(filter: serde_json::Value) -> serde_json::Value {
    let mut whole = json!({ "statuses": [], "text": "", "customer_id": null, "owner_id": null, "promised_before": null,
        "promised_from": null, "created_from": null, "created_before": null, "least_fen": null, "overdue": false });
    for (key, value) in filter.as_object().expect("an object") {
        whole[key] = value.clone();
    }
    json!({ "filter": whole })
}

#[test]
fn the_months_workbook_has_its_sheets_and_its_total_is_the_figure() {
    let desk = sample();
    let path = workbook(&desk, 202_608);
    assert!(path.starts_with(desk.app.book().expect("a book").folder().join("reports")));
    let book: Xlsx<_> = open_workbook(&path).expect("a workbook");
    assert_eq!(
        book.sheet_names(),
        [
            "① 封面与口径",
            "② 核心指标",
            "③ 订单明细",
            "④ 趋势",
            "⑤ 产品TOP10",
            "⑥ 区域",
            "⑦ 业务员",
            "⑧ 客户TOP10"
        ]
    );
    let month = view(&desk, 202_608);
    let amount = month.amount.amount_fen.expect("an amount").0 as f64 / 100.0;
    let (detail, formulas) = sheet(&path, "③ 订单明细");
    assert_eq!(texts(&detail, 3)[..13], ORDER_TABLE);
    let last = detail.end().expect("cells").0;
    assert_eq!(texts(&detail, last)[0], "合计");
    assert!((number(&detail, last, 6) - amount).abs() < 0.005);
    assert_eq!(formulas.get_value((last, 6)), Some(&format!("SUM(G5:G{last})")));
    let (figures, _) = sheet(&path, "② 核心指标");
    assert!((number(&figures, 4, 2) - amount).abs() < 0.005, "the figure is linked to the lines");
    assert_eq!(number(&figures, 6, 2) as i64, month.amount.orders);
    let half = path.with_extension("part");
    assert!(!half.exists(), "no temporary file stays");
}

#[test]
fn the_order_table_has_exactly_its_thirteen_columns_and_leaves_void_orders_out_of_the_sum() {
    let desk = sample();
    let filter = json!({ "statuses": ["Opening", "Void"] });
    let book = desk.app.book().expect("a book");
    let now = desk.app.now();
    book.act(now, None, |act| {
        act.tx.execute("update sales_order set state = 'Void', status = 'Void' where id = 1", [])?;
        Ok(())
    })
    .expect("a void order");
    let written = desk.ok("order_export", all(filter.clone()));
    let (range, formulas) = sheet(Path::new(written["path"].as_str().expect("a path")), "订单信息表");
    assert_eq!(texts(&range, 0), ORDER_TABLE);
    let last = range.end().expect("cells").0;
    let totals = desk.ok("order_totals", all(filter)["filter"].clone());
    let sum = totals["amount_fen"].as_i64().expect("a sum") as f64 / 100.0;
    assert!((number(&range, last, 6) - sum).abs() < 0.005, "the table sums what the list sums");
    assert_eq!(formulas.get_value((last, 6)), Some(&format!("SUMIFS(G2:G{last},M2:M{last},\"<>已作废\")")));
    let lines: i64 = book
        .read(|connection| {
            Ok(connection.query_row(
                "select count(*) from order_line l join sales_order o on o.id = l.order_id
                  where o.status in ('Opening', 'Void')",
                [],
                |row| row.get(0),
            )?)
        })
        .expect("a count");
    assert_eq!(i64::from(last) - 1, lines, "one row per line");
    assert!(matches!(range.get_value((1, 10)), Some(Data::DateTime(_))), "dates are dates");
}

#[test]
fn the_customer_table_has_exactly_its_eleven_columns() {
    let desk = sample();
    let ask = json!({ "sort": "name", "descending": false, "after": null, "limit": 50 });
    let written = desk.ok("customer_export", ask);
    let (range, _) = sheet(Path::new(written["path"].as_str().expect("a path")), "客户信息表");
    assert_eq!(
        texts(&range, 0),
        [
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
            "备注"
        ]
    );
    let customers =
        desk.ok("customer_list", json!({ "sort": "name", "descending": false, "after": null, "limit": 1 }));
    assert_eq!(i64::from(range.end().expect("cells").0), customers["total"].as_i64().expect("a number"));
}

#[test]
fn leads_stand_in_the_customer_table_until_they_are_customers() {
    let desk = TestDesk::staffed();
    crate::lead::desk::in_hand(&desk, "云栖酒店管理有限公司", "B");
    let gone = crate::lead::desk::in_hand(&desk, "澜湾度假酒店有限公司", "A");
    desk.ok("lead_convert", crate::lead::desk::with(&gone, json!({ "customer_id": null })));
    let ask = json!({ "sort": "name", "descending": false, "after": null, "limit": 50 });
    let written = desk.ok("customer_export", ask);
    let (range, _) = sheet(Path::new(written["path"].as_str().expect("a path")), "客户信息表");
    let mut rows: Vec<[String; 3]> = (1..=range.end().expect("cells").0)
        .map(|row| texts(&range, row))
        .map(|row| [row[1].clone(), row[6].clone(), row[7].clone()])
        .collect();
    rows.sort();
    let row = |name: &str, stage: &str, grade: &str| [name, stage, grade].map(String::from);
    assert_eq!(
        rows,
        [
            row("云栖酒店管理有限公司", "线索培育", "B类"),
            // What was converted goes on as a deal.
            row("澜湾度假酒店有限公司", "需求调研", "A类"),
            row("青屿酒店管理有限公司", "线索培育", "未评级")
        ]
    );
}

#[test]
fn hostile_names_stay_text_in_cells_headers_and_file_names() {
    let desk = sample();
    let book = desk.app.book().expect("a book");
    let hostile = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "&P&G\u{7}<b>&\"x\""];
    book.act(desk.app.now(), None, |act| {
        for (id, name) in (1..).zip(hostile) {
            act.tx.execute(
                "update sales_order set customer_name = $1, delivery_address = $1, approved_ym = 202608 where id = $2",
                rusqlite::params![name, id],
            )?;
            act.tx.execute("update order_line set name = $1, spec = $1 where order_id = $2", rusqlite::params![name, id])?;
            act.tx.execute("update product set name = $1 where id = $2", rusqlite::params![name, id])?;
            act.tx.execute("update customer set name = $1 where id = $2", rusqlite::params![name, id])?;
        }
        let company = json!({ "name": "=A&D/.. <公司>", "name_en": "", "tax_number": "", "address": "", "phone": "",
            "email": "", "bank_name": "", "bank_account": "" });
        chengdan_app::store::setting::put(act, "company", &company)?;
        chengdan_app::store::month_sum::rebuild(act)
    })
    .expect("written");
    let path = workbook(&desk, 202_608);
    let (detail, formulas) = sheet(&path, "③ 订单明细");
    for name in &hostile[..4] {
        let found = detail
            .used_cells()
            .filter(|(_, _, cell)| matches!(cell, Data::String(text) if text == name))
            .count();
        assert!(found >= 2, "{name} stands in its cells as text");
    }
    for name in ["② 核心指标", "③ 订单明细", "⑤ 产品TOP10", "⑧ 客户TOP10"] {
        let (_, formulas) = sheet(&path, name);
        let odd = formulas
            .used_cells()
            .find(|(_, _, formula)| formula.contains("cmd") || formula.contains("SUM(1)"));
        assert!(odd.is_none(), "{odd:?}");
    }
    assert!(formulas.used_cells().count() >= 2, "the totals are formulas");
}

#[test]
fn an_empty_month_and_english_make_a_whole_workbook_too() {
    let desk = TestDesk::staffed();
    desk.clock.set(instant("2026-10-08T03:00:00Z"));
    desk.ok("language_set", json!({ "language": "En" }));
    let path = workbook(&desk, 202_610);
    let (figures, _) = sheet(&path, "② Key figures");
    assert_eq!(texts(&figures, 3)[..3], ["Figure", "Unit", "Month"]);
    assert_eq!(number(&figures, 4, 2), 0.0);
    let (detail, _) = sheet(&path, "③ Order lines");
    assert_eq!(texts(&detail, 3)[0], "Order no.");
    assert_eq!(texts(&detail, 4)[0], "Total");
    let chinese = |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    for name in ["② Key figures", "③ Order lines", "④ Trend", "⑤ Products", "⑦ People"] {
        let (range, _) = sheet(&path, name);
        let odd = range.used_cells().skip(2).find(|(row, _, cell)| *row > 1 && chinese(&cell.to_string()));
        assert!(odd.is_none(), "{name}: {odd:?}");
    }
}

#[test]
fn a_workbook_that_cannot_be_written_leaves_the_old_one() {
    let desk = sample();
    let path = workbook(&desk, 202_608);
    let before = std::fs::read(&path).expect("bytes");
    let half = path.with_extension("part");
    std::fs::create_dir(&half).expect("something in the way");
    assert!(desk.ask("month_workbook", json!({ "ym": 202_608, "token": null })).is_err());
    assert_eq!(std::fs::read(&path).expect("bytes"), before);
    std::fs::remove_dir(&half).expect("out of the way");
    assert_eq!(std::fs::read(workbook(&desk, 202_608)).expect("bytes"), before, "made again it is identical");
}
