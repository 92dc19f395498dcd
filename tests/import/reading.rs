//! Files of strangers: what can be read is read cell by cell, what is hostile is refused, and the reader's parent lives.

use chengdan_app::import::cell::Cell;
use chengdan_domain::refusal::Refusal;

use super::files::{Put, archive, forged, sheet_xml, strings_xml, workbook};
use super::read;

#[test]
fn cells_keep_their_type_and_their_number_as_text() {
    let rows: &[&[Put]] = &[
        &[Put::Text("电话"), Put::Text("单价")],
        &[],
        &[
            Put::Number(13_800_138_000.0),
            Put::Number(0.0385),
            Put::Day(46_270.0),
            Put::Truth(true),
            Put::Text("=1+1"),
        ],
        &[Put::Number(0.1 + 0.2), Put::No, Put::Number(1e15)],
    ];
    let sheets = read("a.xlsx", &workbook(&[("表", rows)])).unwrap();
    assert_eq!(sheets.len(), 1);
    assert_eq!(sheets[0].name, "表");
    let numbers: Vec<i64> = sheets[0].rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 3, 4], "rows are numbered as Excel shows them");
    let cells: Vec<Cell> = sheets[0].rows[1].cells.iter().map(|(_, cell)| cell.clone()).collect();
    let expected = [
        Cell::Number("13800138000".into()),
        Cell::Number("0.0385".into()),
        Cell::Date("2026-09-05".into()),
        Cell::Bool(true),
        Cell::Text("=1+1".into()),
    ];
    assert_eq!(cells, expected);
    assert_eq!(sheets[0].rows[2].cell(0), Some(&Cell::Number("0.30000000000000004".into())));
    assert_eq!(sheets[0].rows[2].cell(1), None);
    assert_eq!(sheets[0].rows[2].cell(2), Some(&Cell::Number("1000000000000000".into())));
}

#[test]
fn csv_is_read_in_utf8_with_and_without_its_mark_in_utf16_and_in_gb18030() {
    let text = "客户名称,电话\r\n青屿酒店,0571-87654321\r\n";
    let (gb, ..) = encoding_rs::GB18030.encode(text);
    let marked = [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat();
    let wide: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [text.as_bytes(), &gb, &marked, &wide] {
        let sheets = read("a.csv", bytes).unwrap();
        assert_eq!(sheets[0].rows[0].cell(0), Some(&Cell::Text("客户名称".into())));
        assert_eq!(sheets[0].rows[1].cell(1), Some(&Cell::Text("0571-87654321".into())));
    }
}

#[test]
fn a_line_break_inside_quotes_is_no_row_and_an_empty_line_is_one() {
    let text = "a;b\n\"x\ny\";1\n\n\"=cmd|' /C calc'!A0\";2\n";
    let sheets = read("a.csv", text.as_bytes()).unwrap();
    let rows = &sheets[0].rows;
    let numbers: Vec<i64> = rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 2, 4]);
    assert_eq!(rows[1].cell(0), Some(&Cell::Text("x\ny".into())));
    assert_eq!(rows[2].cell(0), Some(&Cell::Text("=cmd|' /C calc'!A0".into())));
}

#[test]
fn what_is_no_workbook_is_named() {
    let png = [&b"\x89PNG\r\n\x1a\n"[..], &[0, 0, 0, 13], &[0xFF; 64]].concat();
    let other = archive(&[("word/document.xml", b"<w/>")]);
    let files: [(&str, &[u8]); 7] = [
        ("图.png", &png),
        ("空.xlsx", b""),
        ("页.xls", b"<html><table><tr><td>1</td></tr></table></html>"),
        ("书.pdf", b"%PDF-1.7 text"),
        ("信.docx", &other),
        ("旧.xls", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2, 3]),
        ("断.xlsx", b"PK\x03\x04 cut off"),
    ];
    for (name, bytes) in files {
        assert_eq!(read(name, bytes), Err(Refusal::FileNotWorkbook { name: name.into() }));
    }
}

#[test]
fn a_cell_in_the_far_corner_costs_nothing() {
    let far = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c></row>\
               <row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let bytes = forged(&sheet_xml("A1:XFD1048576", far), &strings_xml("1"));
    let sheets = read("corner.xlsx", &bytes).unwrap();
    let places: Vec<(i64, usize)> = sheets[0]
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().map(|(column, _)| (row.number, *column)))
        .collect();
    assert_eq!(places, [(1, 0), (1_048_576, 16_383)]);
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let zeros = vec![b' '; 64 << 20];
    let bytes = forged(&sheet_xml("A1", ""), &zeros);
    assert!(bytes.len() < 1 << 20, "the bomb is small: {}", bytes.len());
    assert_eq!(read("bomb.xlsx", &bytes), Err(Refusal::FileHostile { name: "bomb.xlsx".into() }));
}

#[test]
fn a_forged_count_kills_the_child_and_not_its_parent() {
    for count in ["4294967295", "99999999999", "18446744073709551615"] {
        let bytes =
            forged(&sheet_xml("A1", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"), &strings_xml(count));
        assert!(bytes.len() < 2_000);
        // Depending on the reader it is refused, dies at its cap, or sees through the lie; the parent lives.
        if let Err(reason) = read("forged.xlsx", &bytes) {
            let name = "forged.xlsx".to_string();
            assert!(
                [Refusal::FileHostile { name: name.clone() }, Refusal::FileNotWorkbook { name }]
                    .contains(&reason),
                "{count}: {reason:?}"
            );
        }
    }
    assert!(read("after.csv", b"a,b\n1,2\n").is_ok());
}

#[test]
fn a_file_above_the_limit_is_not_read_at_all() {
    super::reader();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("big.xlsx");
    // A sparse file: it takes no room on the disk.
    std::fs::File::create(&path).unwrap().set_len((64 << 20) + 1).unwrap();
    let fault = chengdan_app::import::read_file(&path).unwrap_err();
    let expected = Refusal::FileTooLarge { name: "big.xlsx".into(), most_mb: 64, size: None };
    assert_eq!(fault, expected.into());
}

#[test]
fn an_old_workbook_is_read_too() {
    // Written by LibreOffice as "MS Excel 97".
    let bytes = include_bytes!("../vectors/small.xls");
    let sheets = read("small.xls", bytes).unwrap();
    let rows = &sheets[0].rows;
    assert_eq!(rows[0].cell(0), Some(&Cell::Text("客户名称".into())));
    assert_eq!(rows[1].number, 2);
    assert_eq!(rows[1].cell(1), Some(&Cell::Text("0571-87654321".into())));
    assert_eq!(rows[1].cell(2), Some(&Cell::Date("2026-09-05".into())));
    assert_eq!(rows[1].cell(3), Some(&Cell::Number("1234.5".into())));
}
