//! What a sheet probably is and which column is probably which field; always open to correction.

use sha2::{Digest, Sha256};

use super::cell::Sheet;
use super::field::{self, Field};
use super::header::{self, title_key};
use crate::views::import::{ColumnMapping, ImportTarget, Mapping, SheetMapping, SheetView};

const TARGETS: [ImportTarget; 5] = [
    ImportTarget::People,
    ImportTarget::Customers,
    ImportTarget::Products,
    ImportTarget::Orders,
    ImportTarget::OrderLines,
];

/// How many rows the page shows of a sheet.
const SAMPLE: usize = 8;

/// A sheet as the page shows it, with a guess at its target.
pub fn view(sheet: &Sheet) -> SheetView {
    let header_row = header::find(sheet);
    let columns = header::columns(sheet, header_row);
    let records = header::records(sheet, header_row);
    let shown = |row: &&super::cell::Row| {
        let text =
            |column: usize| row.cell(column).map(|cell| chengdan_domain::text::shorten(&cell.shown(), 80));
        (0..columns.len()).map(|column| text(column).unwrap_or_default()).collect()
    };
    SheetView {
        name: sheet.name.clone(),
        header_row,
        rows: i64::try_from(records.len()).unwrap_or(i64::MAX),
        sample: records.iter().take(SAMPLE).map(shown).collect(),
        guess: target(&sheet.name, &columns),
        columns,
    }
}

/// The mapping that is proposed for a file: every sheet whose target could be guessed.
pub fn mapping(sheets: &[SheetView]) -> Mapping {
    let taken = sheets.iter().filter_map(|sheet| {
        let target = sheet.guess?;
        Some(SheetMapping {
            sheet: sheet.name.clone(),
            target,
            header_row: sheet.header_row,
            columns: columns(target, &sheet.columns),
        })
    });
    Mapping { sheets: taken.collect(), attested_by: None }
}

/// The fingerprint of a file's sheets and titles: files that look alike are taken alike.
pub fn fingerprint(sheets: &[SheetView]) -> String {
    let mut digest = Sha256::new();
    for sheet in sheets {
        digest.update(format!("{}\u{1}{}\u{2}", sheet.name, sheet.columns.join("\u{1}")));
    }
    format!("{:x}", digest.finalize())
}

/// The target whose required fields are all there and of which most fields are found; the sheet's name tips
/// the balance.
fn target(name: &str, titles: &[String]) -> Option<ImportTarget> {
    let mut best: Option<(usize, ImportTarget)> = None;
    for target in TARGETS {
        let found = columns(target, titles);
        let whole = field::of(target)
            .filter(|field| field.required)
            .all(|field| found.iter().any(|column| column.field == field.name));
        if !whole {
            continue;
        }
        let points = found.len() + if named(name, target) { 3 } else { 0 };
        if points >= 2 && best.is_none_or(|(most, _)| points > most) {
            best = Some((points, target));
        }
    }
    best.map(|(_, target)| target)
}

fn named(sheet: &str, target: ImportTarget) -> bool {
    let key = title_key(sheet);
    let words: &[&str] = match target {
        ImportTarget::Customers => &["客户", "customer", "client"],
        ImportTarget::Products => &["产品", "商品", "物料", "product", "item"],
        ImportTarget::People => &["人员", "员工", "业务员", "employee", "people", "staff"],
        ImportTarget::Orders => &["订单", "order"],
        ImportTarget::OrderLines => &["明细", "details", "lines", "订单信息表"],
    };
    words.iter().any(|word| key.contains(word))
}

/// Columns for fields: the best fitting title for each field, each column for one field.
pub fn columns(target: ImportTarget, titles: &[String]) -> Vec<ColumnMapping> {
    let keys: Vec<String> = titles.iter().map(|title| title_key(title)).collect();
    let fields: Vec<&Field> = field::of(target).collect();
    let mut pairs = Vec::new();
    for (place, field) in fields.iter().enumerate() {
        for (column, key) in keys.iter().enumerate() {
            pairs.extend(field.fit(key).map(|fit| (fit, place, column)));
        }
    }
    pairs.sort_unstable();
    let mut taken: Vec<Option<usize>> = vec![None; fields.len()];
    for (_, place, column) in pairs {
        if taken[place].is_none() && !taken.contains(&Some(column)) {
            taken[place] = Some(column);
        }
    }
    let mut found: Vec<ColumnMapping> = Vec::new();
    for (field, column) in fields.iter().zip(&taken) {
        let title = column.and_then(|column| titles.get(column)).cloned();
        found.extend(title.map(|title| one(field.name, title)));
    }
    if target == ImportTarget::People && !found.iter().any(|column| column.field == "name") {
        found.extend(joined_name(titles, &keys));
    }
    found
}

fn one(field: &str, title: String) -> ColumnMapping {
    ColumnMapping { field: field.into(), column: Some(title), columns: Vec::new(), constant: None }
}

/// First and last name in two columns.
fn joined_name(titles: &[String], keys: &[String]) -> Option<ColumnMapping> {
    let title = |key: &str| titles.get(keys.iter().position(|other| other == key)?).cloned();
    let columns = match (title("firstname"), title("lastname")) {
        (Some(first), Some(last)) => vec![first, last],
        _ => vec![title("姓")?, title("名")?],
    };
    Some(ColumnMapping { field: "name".into(), column: None, columns, constant: None })
}
