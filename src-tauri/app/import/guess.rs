//! What a sheet probably is and which column is probably which field; always open to correction.

use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::shorten;
use sha2::{Digest, Sha256};

use super::cell::{Row, Sheet};
use super::field::{self, Field};
use super::header::{self, title_key};
use crate::views::import::{ColumnMapping, ImportTarget, Mapping, SheetMapping, SheetRow, SheetView};

/// What is found in most of its fields wins, of equals the first.
const TARGETS: [ImportTarget; 6] = [
    ImportTarget::Leads,
    ImportTarget::People,
    ImportTarget::Customers,
    ImportTarget::Products,
    ImportTarget::Orders,
    ImportTarget::OrderLines,
];

/// How many records the page shows of a sheet, how many rows above its header, and how many columns at most.
const SAMPLE: usize = 8;
const ABOVE: usize = 5;
const WIDEST: usize = 200;

/// A sheet as the page shows it, read from a row that [`header::row`] allows, with a guess at its target.
pub fn view(sheet: &Sheet, header_row: i64) -> SheetView {
    let columns = header::columns(sheet, header_row);
    let records = header::records(sheet, header_row);
    let above: Vec<&Row> = sheet.rows.iter().filter(|row| row.number < header_row).collect();
    SheetView {
        name: sheet.name.clone(),
        header_row,
        rows: i64::try_from(records.len()).unwrap_or(i64::MAX),
        above: above[above.len().saturating_sub(ABOVE)..].iter().map(|row| shown(row)).collect(),
        sample: records.iter().take(SAMPLE).map(|row| shown(row)).collect(),
        guess: target(&sheet.name, &columns),
        columns,
    }
}

fn shown(row: &Row) -> SheetRow {
    let width = row.cells.last().map_or(0, |(column, _)| column + 1).min(WIDEST);
    let text = |column: usize| row.cell(column).map(|cell| shorten(&cell.shown(), 80)).unwrap_or_default();
    SheetRow { number: row.number, cells: (0..width).map(text).collect() }
}

/// The sheets of a file, each read from the row its mapping names, else from the one that is found.
///
/// # Errors
/// `HeaderRowWrong`.
pub fn views(sheets: &[Sheet], mapping: &Mapping) -> Result<Vec<SheetView>, Refusal> {
    let named = |sheet: &Sheet| mapping.sheets.iter().find(|one| one.sheet == sheet.name)?.header_row;
    sheets.iter().map(|sheet| Ok(view(sheet, header::row(sheet, named(sheet))?))).collect()
}

/// How a sheet is probably taken, for a target that the user chose or that is guessed.
pub fn sheet(view: &SheetView, chosen: Option<ImportTarget>) -> Option<SheetMapping> {
    let target = chosen.or(view.guess)?;
    Some(SheetMapping {
        sheet: view.name.clone(),
        target,
        header_row: Some(view.header_row),
        columns: columns(target, &view.columns),
    })
}

/// The mapping that is proposed for a file: every sheet whose target could be guessed.
pub fn mapping(sheets: &[SheetView]) -> Mapping {
    Mapping { sheets: sheets.iter().filter_map(|view| sheet(view, None)).collect(), attested_by: None }
}

/// The fingerprint of a file's sheets and titles: files that look alike are taken alike.
pub fn fingerprint(sheets: &[SheetView]) -> String {
    let mut digest = Sha256::new();
    for sheet in sheets {
        digest.update(format!("{}\u{1}{}\u{2}", sheet.name, sheet.columns.join("\u{1}")));
    }
    format!("{:x}", digest.finalize())
}

/// Of the mappings that are remembered, with their fingerprints, the first that was made for a file like this one:
/// read from its header rows, the titles are the same. What stands above the header may differ every month.
pub fn recognised(sheets: &[Sheet], kept: Vec<(String, Mapping)>) -> Option<(Mapping, Vec<SheetView>)> {
    kept.into_iter().find_map(|(print, mapping)| {
        let found = views(sheets, &mapping).ok()?;
        (fingerprint(&found) == print).then_some((mapping, found))
    })
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
        if !whole || (target == ImportTarget::Leads && !are_leads(name, &found)) {
            continue;
        }
        let points = found.len() + if named(name, target) { 3 } else { 0 };
        if points >= 2 && best.is_none_or(|(most, _)| points > most) {
            best = Some((points, target));
        }
    }
    best.map(|(_, target)| target)
}

/// Whether somebody is named, and the sheet's name or two of its columns speak of leads: one source alone stands in many
/// lists of customers.
fn are_leads(name: &str, found: &[ColumnMapping]) -> bool {
    const OWN: [&str; 5] = ["source", "need", "received_at", "registered_at", "grade"];
    let has = |field: &&str| found.iter().any(|column| column.field == *field);
    let own = OWN.iter().filter(|field| has(field)).count();
    ["name", "contact_name"].iter().any(has) && (own >= 2 || named(name, ImportTarget::Leads))
}

fn named(sheet: &str, target: ImportTarget) -> bool {
    let key = title_key(sheet);
    let words: &[&str] = match target {
        ImportTarget::Customers => &["客户", "customer", "client"],
        ImportTarget::Products => &["产品", "商品", "物料", "product", "item"],
        ImportTarget::People => &["人员", "员工", "业务员", "employee", "people", "staff"],
        ImportTarget::Orders => &["订单", "order"],
        ImportTarget::OrderLines => &["明细", "details", "lines", "订单信息表"],
        ImportTarget::Leads => &["线索", "lead"],
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
