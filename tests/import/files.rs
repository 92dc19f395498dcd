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

/// An old workbook (.xls) by hand: one sheet `S` of these records, each a type and its data.
pub fn old_workbook(records: &[(u16, &[u8])]) -> Vec<u8> {
    let record = |(kind, data): &(u16, &[u8])| {
        [&kind.to_le_bytes()[..], &u16::try_from(data.len()).expect("a record").to_le_bytes(), data].concat()
    };
    let begin = |kind: u8| [0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0];
    let (globals, end) = (record(&(0x0809, &begin(5))), record(&(0x000A, &[])));
    let at = u32::try_from(globals.len() + 13 + end.len()).expect("a place");
    let name = [&at.to_le_bytes()[..], &[0, 0, 1, 0, b'S']].concat();
    let mut stream = [globals, record(&(0x0085, &name)), end.clone(), record(&(0x0809, &begin(16)))].concat();
    stream.extend(records.iter().flat_map(record));
    stream.extend(end);
    // Shorter streams would lie among the small sectors.
    stream.resize(stream.len().next_multiple_of(512).max(4096), 0);
    compound(&stream)
}

/// The container around a stream called Workbook: header, one sector of allocation, one of directory, the stream.
fn compound(stream: &[u8]) -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    let sectors = u32::try_from(stream.len() / 512).expect("sectors");
    let words = |list: &[u32]| -> Vec<u8> { list.iter().flat_map(|word| word.to_le_bytes()).collect() };
    let halves = |list: &[u16]| -> Vec<u8> { list.iter().flat_map(|half| half.to_le_bytes()).collect() };
    let mut head = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    head.resize(24, 0);
    head.extend(halves(&[0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0]));
    head.extend(words(&[0, 1, 1, 0, 4096, END, 0, END, 0, 0]));
    head.resize(80, 0);
    head.resize(512, 0xFF);
    let mut table = vec![0xFFFF_FFFD, END];
    table.extend((3..2 + sectors).chain([END]));
    table.resize(128, FREE);
    let entry = |name: &str, kind: u16, first: u32, size: u32| {
        let mut entry = halves(&name.encode_utf16().collect::<Vec<u16>>());
        let length = u16::try_from(entry.len() + 2).expect("a name");
        entry.resize(64, 0);
        entry.extend(halves(&[length, kind]));
        entry.extend(words(&[FREE, FREE, if kind == 5 { 1 } else { FREE }]));
        entry.resize(116, 0);
        entry.extend(words(&[first, size, 0]));
        entry
    };
    let mut directory = entry("Root Entry", 5, END, 0);
    directory.extend(entry("Workbook", 2, 2, sectors * 512));
    directory.resize(512, 0);
    [head, words(&table), directory, stream.to_vec()].concat()
}

/// A number in an old workbook's cell.
pub fn old_number(row: u16, column: u16, number: f64) -> Vec<u8> {
    let place: Vec<u8> = [row, column, 0].iter().flat_map(|half| half.to_le_bytes()).collect();
    [&place[..], &number.to_le_bytes()].concat()
}
