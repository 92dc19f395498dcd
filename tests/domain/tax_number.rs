//! 统一社会信用代码: every vector, the expected check character, what is accepted with a note.

use chengdan_domain::refusal::Refusal;
use chengdan_domain::tax_number::{TaxNumberKind, check_tax_number, tidy_tax_number};

#[test]
fn every_vector_holds() {
    let rows: Vec<&str> = include_str!("../vectors/uscc.csv").lines().skip(1).collect();
    assert_eq!(rows.len(), 6);
    for row in rows {
        let cells: Vec<&str> = row.split(',').collect();
        assert_eq!(check_tax_number(cells[0]).is_ok(), cells[1] == "yes", "{row}");
    }
}

#[test]
fn the_refusal_names_the_expected_character() {
    let refused = check_tax_number("91310115MA1H8R7C6D").unwrap_err();
    let expected_check = Some("7".to_owned());
    assert_eq!(refused, Refusal::TaxNumberWrong { found: "91310115MA1H8R7C6D".to_owned(), expected_check });
}

#[test]
fn a_wrong_letter_or_length_has_no_expected_character() {
    // I, O, S, V and Z are not in the alphabet.
    for found in ["91310115MAIH8R7C67", "9131011", "91310115MA1H8R7C677"] {
        let expected_check = None;
        assert_eq!(
            check_tax_number(found),
            Err(Refusal::TaxNumberWrong { found: found.to_owned(), expected_check })
        );
    }
}

#[test]
fn old_numbers_and_none_are_accepted_with_a_note() {
    assert_eq!(check_tax_number("440300192203821"), Ok(TaxNumberKind::OldFifteen));
    assert_eq!(check_tax_number("  "), Ok(TaxNumberKind::Absent));
    assert_eq!(check_tax_number("91350100M000100Y43"), Ok(TaxNumberKind::UnifiedCode));
}

#[test]
fn typing_habits_are_tidied() {
    assert_eq!(tidy_tax_number(" ９１３５０１００ｍ０００-100y43\n"), "91350100M000100Y43");
    assert_eq!(check_tax_number("91350100m000100y43"), Ok(TaxNumberKind::UnifiedCode));
}

#[test]
fn every_single_wrong_character_is_found() {
    let right: Vec<char> = "91350100M000100Y43".chars().collect();
    for place in 0..18 {
        for letter in "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().filter(|letter| *letter != right[place]) {
            let mut wrong = right.clone();
            wrong[place] = letter;
            let wrong: String = wrong.into_iter().collect();
            assert!(check_tax_number(&wrong).is_err(), "{wrong}");
        }
    }
}
