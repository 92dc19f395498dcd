//! LibreOffice recalculates the report: every formula gives the value that was written beside it.

use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::json;

use super::workbook::sheet;
use crate::month::{sample, workbook};

/// Tells LibreOffice to calculate every formula anew, whoever wrote the file.
const ALWAYS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

/// Opens workbooks in LibreOffice, lets it calculate and saves them again under the same names in another folder.
fn recalculate(paths: &[&Path], folder: &Path) -> PathBuf {
    let profile = folder.join("profile");
    std::fs::create_dir_all(profile.join("user")).expect("a folder");
    std::fs::write(profile.join("user/registrymodifications.xcu"), ALWAYS).expect("a setting");
    let out = folder.join("out");
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&out)
        .args(paths)
        .output()
        .expect("LibreOffice (apt install libreoffice-calc)");
    for path in paths {
        let made = out.join(path.file_name().expect("a name"));
        assert!(made.exists(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    out
}

/// A workbook whose cached value is wrong: the comparison must see that LibreOffice says otherwise.
fn wrong(folder: &Path) -> PathBuf {
    let path = folder.join("wrong.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let formula = rust_xlsxwriter::Formula::new("=1+1").set_result("3");
    book.add_worksheet().write_formula(0, 0, formula).expect("a cell");
    book.save(&path).expect("a workbook");
    path
}

#[test]
fn every_formula_of_the_report_gives_its_cached_value() {
    let desk = sample();
    desk.ok("target_set", json!({ "ym": 202_608, "person_id": null, "amount_fen": 500_000_000_i64 }));
    desk.ok(
        "target_set",
        json!({ "ym": 202_608, "person_id": desk.person("林知远"), "amount_fen": 90_000_000_i64 }),
    );
    let path = workbook(&desk, 202_608);
    let wrong = wrong(desk.home.path());
    let out = recalculate(&[&path, &wrong], desk.home.path());
    let anew = out.join(path.file_name().expect("a name"));
    let first = |path: &Path| sheet(path, "Sheet1").0.get_value((0, 0)).cloned();
    assert_eq!(first(&wrong), Some(Data::Float(3.0)));
    assert_eq!(first(&out.join("wrong.xlsx")), Some(Data::Float(2.0)), "LibreOffice did calculate");
    compare(&path, &anew);
}

fn compare(path: &Path, anew: &Path) {
    let book: Xlsx<_> = open_workbook(path).expect("a workbook");
    let mut compared = 0;
    for name in book.sheet_names() {
        let (cached, formulas) = sheet(path, &name);
        let (calculated, _) = sheet(anew, &name);
        let (top, left) = formulas.start().unwrap_or_default();
        for (row, col, formula) in formulas.used_cells() {
            let at = (top + row as u32, left + col as u32);
            let (before, after) = (cached.get_value(at), calculated.get_value(at));
            let same = match (before, after) {
                (Some(Data::Float(before)), Some(Data::Float(after))) => (before - after).abs() < 1e-6,
                (before, after) => before.map(ToString::to_string) == after.map(ToString::to_string),
            };
            assert!(same, "{name} {at:?} ={formula}: cached {before:?}, calculated {after:?}");
            compared += 1;
        }
    }
    assert!(compared > 300, "only {compared} formulas");
}
