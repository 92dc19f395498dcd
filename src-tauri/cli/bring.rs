//! `import`: a file under a mapping, with every bad cell named.

use serde_json::{Value, json};

use crate::desk::{Desk, Failure};
use crate::line::ImportFile;
use crate::say;

/// Checks the file, then brings it in.
pub fn run(desk: &Desk, file: &ImportFile) -> Result<(), Failure> {
    let token = desk.token(&file.file);
    let mapping = match &file.mapping {
        Some(path) => serde_json::from_str(&std::fs::read_to_string(path)?)?,
        None => desk.ask("import_open", &json!({ "token": token }))?["mapping"].take(),
    };
    if let Some(path) = &file.save_mapping {
        std::fs::write(path, serde_json::to_string_pretty(&mapping)?)?;
        say::file(&json!(path));
    }
    if mapping["sheets"].as_array().is_none_or(Vec::is_empty) {
        return Err(Failure::words(
            "看不出哪一页是什么：请用 --mapping 指明。",
            "No sheet could be recognised: name a mapping with --mapping.",
        ));
    }
    let ask = json!({ "token": token, "mapping": mapping });
    let checked = desk.ask("import_check", &ask)?;
    cells(desk, &checked["notes"], "注意", "note");
    cells(desk, &checked["bad_cells"], "错误", "bad");
    let bad = checked["bad_count"].as_i64().unwrap_or(0);
    if bad > 0 {
        return Err(Failure::words(
            format!("{bad} 个单元格有错，什么也没有写入。"),
            format!("{bad} bad cells; nothing was written."),
        ));
    }
    if file.check {
        figures(desk, &checked, "检查通过，将导入", "Checked; would import");
        return Ok(());
    }
    let report = desk.ask("import_run", &ask)?;
    figures(desk, &report, "已导入", "Imported");
    Ok(())
}

fn figures(desk: &Desk, report: &Value, zh: &str, en: &str) {
    let n = |name: &str| report[name].to_string();
    let amount = say::yuan(&report["amount_fen"]);
    let (customers, products, people) = (n("customers"), n("products"), n("people"));
    let (orders, lines, leads, skipped) = (n("orders"), n("lines"), n("leads"), n("skipped"));
    desk.tell(
        &format!(
            "{zh}：客户 {customers}，产品 {products}，人员 {people}，期初订单 {orders}（{lines} 行，{amount}），线索 {leads}；\
             已有而跳过 {skipped}。"
        ),
        &format!(
            "{en}: {customers} customers, {products} products, {people} people, {orders} opening orders \
             ({lines} lines, {amount}), {leads} leads; {skipped} skipped."
        ),
    );
}

fn cells(desk: &Desk, cells: &Value, zh: &str, en: &str) {
    for cell in cells.as_array().into_iter().flatten() {
        let (sheet, row, column) = (say::text(&cell["sheet"]), &cell["row"], say::text(&cell["column"]));
        let (found, problem) = (say::text(&cell["found"]), say::text(&cell["problem"]));
        desk.tell(
            &format!("{zh} {sheet} 第 {row} 行 {column}：「{found}」{problem}"),
            &format!("{en} {sheet} row {row} {column}: \"{found}\" {problem}"),
        );
    }
}
