//! 人民币大写: every vector, and what must hold for every amount.

use chengdan_domain::money::{LARGEST_FEN, Money};
use chengdan_domain::uppercase::uppercase;
use proptest::prelude::*;

use super::money::fen;

#[test]
fn every_vector_holds() {
    let vectors = include_str!("../vectors/rmb_uppercase.csv");
    let rows: Vec<&str> = vectors.lines().skip(1).collect();
    assert_eq!(rows.len(), 26);
    for row in rows {
        let (amount, words) = row.split_once(',').unwrap();
        assert_eq!(uppercase(fen(amount)), words, "{amount}");
    }
}

#[test]
fn where_the_rules_leave_a_choice() {
    assert_eq!(uppercase(fen("10.50")), "人民币壹拾元零伍角整");
    assert_eq!(uppercase(fen("-0.01")), "人民币负壹分");
    assert_eq!(uppercase(fen("500000000")), "人民币伍亿元整");
    assert_eq!(uppercase(fen("10000001000000")), "人民币壹拾万亿零壹佰万元整");
    assert_eq!(
        uppercase(Money(LARGEST_FEN)),
        "人民币玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分"
    );
}

/// Reads the words back, as somebody at a bank counter would.
fn read_back(words: &str) -> i64 {
    let words = words.strip_prefix("人民币").unwrap();
    let (sign, words) = words.strip_prefix('负').map_or((1, words), |rest| (-1, rest));
    let (mut whole, mut section, mut digit, mut fen) = (0_i64, 0_i64, 0_i64, 0_i64);
    for letter in words.chars() {
        match letter {
            '零' | '整' => {}
            '拾' => section += std::mem::take(&mut digit) * 10,
            '佰' => section += std::mem::take(&mut digit) * 100,
            '仟' => section += std::mem::take(&mut digit) * 1_000,
            '万' => section = (section + std::mem::take(&mut digit)) * 10_000,
            '亿' => whole = (std::mem::take(&mut section) + std::mem::take(&mut digit)) * 100_000_000,
            '元' => whole += std::mem::take(&mut section) + std::mem::take(&mut digit),
            '角' => fen += std::mem::take(&mut digit) * 10,
            '分' => fen += std::mem::take(&mut digit),
            _ => digit = "零壹贰叁肆伍陆柒捌玖".chars().position(|known| known == letter).unwrap() as i64,
        }
    }
    sign * (whole * 100 + fen)
}

proptest! {
    #[test]
    fn words_read_back_to_the_amount(fen in -LARGEST_FEN..=LARGEST_FEN, scale in 0_u32..15) {
        let amount = Money(fen / 10_i64.pow(scale));
        let words = uppercase(amount);
        prop_assert_eq!(read_back(&words), amount.0, "{}", words);
        prop_assert!(!words.contains("零零"), "{}", words);
        prop_assert!(words.ends_with('整') || words.ends_with('分'), "{}", words);
    }
}
