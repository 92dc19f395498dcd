//! Workbooks made for the tests: plain ones, and archives written by hand to be hostile.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Format, Workbook};
use zip::write::SimpleFileOptions;

/// What a cell of a made workbook holds.
#[derive(Clone, Copy)]
pub enum Put<'a> {
    No,
    Text(&'a str),
    Number(f64),
    /// A serial number shown as a date.
    Day(f64),
    Truth(bool),
}

/// A workbook of named sheets.
pub fn workbook(sheets: &[(&str, &[&[Put]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("a name");
        for (row, cells) in (0_u32..).zip(*rows) {
            for (column, cell) in (0_u16..).zip(*cells) {
                match cell {
                    Put::No => continue,
                    Put::Text(text) => sheet.write_string(row, column, *text),
                    Put::Number(number) => sheet.write_number(row, column, *number),
                    Put::Day(serial) => sheet.write_number_with_format(row, column, *serial, &day),
                    Put::Truth(truth) => sheet.write_boolean(row, column, *truth),
                }
                .expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// A sheet whose cells are all text.
pub fn texts<'a>(rows: &[&[&'a str]]) -> Vec<Vec<Put<'a>>> {
    let put = |text: &&'a str| if text.is_empty() { Put::No } else { Put::Text(text) };
    rows.iter().map(|cells| cells.iter().map(put).collect()).collect()
}

/// A workbook with one sheet of text cells.
pub fn text_workbook(name: &str, rows: &[&[&str]]) -> Vec<u8> {
    let cells = texts(rows);
    let rows: Vec<&[Put]> = cells.iter().map(Vec::as_slice).collect();
    workbook(&[(name, &rows)])
}

/// A workbook with one sheet of text cells, each row written as `a|b|c`.
pub fn piped(name: &str, rows: &[&str]) -> Vec<u8> {
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.split('|').collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    text_workbook(name, &rows)
}

/// An archive with these entries.
pub fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A workbook by hand: its one sheet and its shared strings as XML.
pub fn forged(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{REL}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let links = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{REL}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{REL}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let top = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{REL}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    archive(&[
        ("_rels/.rels", top.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// A sheet's XML around its rows.
pub fn sheet_xml(dimension: &str, rows: &str) -> Vec<u8> {
    format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"{dimension}\"/>\
         <sheetData>{rows}</sheetData></worksheet>"
    )
    .into_bytes()
}

/// Shared strings that claim to be `count`.
pub fn strings_xml(count: &str) -> Vec<u8> {
    format!(
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"{count}\" uniqueCount=\"{count}\">\
         <si><t>a</t></si></sst>"
    )
    .into_bytes()
}
