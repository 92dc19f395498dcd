//! O2: order numbers are read in every form that was ever used, and sort as integers.

use chengdan_domain::number::{OrderNumber, sort_key};

#[test]
fn numbers_are_written_with_at_least_three_digits() {
    let number = |serial| OrderNumber { prefix: "DD".into(), ym: 202_611, serial }.text();
    assert_eq!([number(1), number(999), number(1_000)], ["DD202611-001", "DD202611-999", "DD202611-1000"]);
}

#[test]
fn every_known_form_is_understood() {
    for (text, ym, serial) in [
        ("DD202611-001", 202_611, 1),
        ("DD202611-1000", 202_611, 1_000),
        ("DD202611001", 202_611, 1),
        ("DD2026-11-001", 202_611, 1),
        ("DD20269-12", 202_609, 12),
        ("DD2023901", 202_309, 1),
        ("DD2023912", 202_309, 12),
        ("DD20231001", 202_310, 1),
        ("DD20231201", 202_312, 1),
        ("DD2023101", 202_301, 1),
        ("DD20239123", 202_309, 123),
        (" XS202601-007 ", 202_601, 7),
    ] {
        let found = OrderNumber::read(text).unwrap_or_else(|| panic!("{text} is not understood"));
        assert_eq!((found.ym, found.serial), (ym, serial), "{text}");
    }
    for strange in
        ["", "DD", "10248", "DD2026-13-001", "DD202611-", "DD202611-A", "合同七号", "DD99999999999999999999"]
    {
        assert_eq!(OrderNumber::read(strange), None, "{strange}");
    }
}

#[test]
fn what_is_written_is_read_back() {
    for serial in [1, 9, 99, 999, 1_000, 12_345] {
        let number = OrderNumber { prefix: "DD".into(), ym: 202_612, serial };
        assert_eq!(OrderNumber::read(&number.text()), Some(number));
    }
}

#[test]
fn numbers_sort_by_month_and_serial_as_integers() {
    let mut numbers = ["DD202611-1000", "DD202611-999", "DD2023901", "DD202612-001", "10248"];
    numbers.sort_by_key(|text| sort_key(text, 199_607));
    assert_eq!(numbers, ["10248", "DD2023901", "DD202611-999", "DD202611-1000", "DD202612-001"]);
    assert_eq!(sort_key("10248", 199_607), (199_607, 10_248));
    assert_eq!(sort_key("七号", 199_607), (199_607, 0));
}
