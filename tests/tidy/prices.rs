//! The 发货单 cannot know a price: not its view, not what reads it from the book, not its words, not its page.

use super::{Source, catches, nothing, sources};

/// Everything a 发货单 is made of, from the book to the page.
const BLIND: [&str; 5] = [
    "src-tauri/app/views/delivery.rs",
    "src-tauri/app/store/delivery_note.rs",
    "src-tauri/app/paper/delivery_note.rs",
    "src-tauri/app/paper/delivery_words.rs",
    "src-tauri/app/paper/delivery_note.typ",
];

/// Words that stand for what something costs, wherever they stand in a name.
const COSTS: [&str; 20] = [
    "money",
    "price",
    "prices",
    "amount",
    "amounts",
    "fen",
    "micro",
    "rate",
    "tax",
    "discount",
    "waiver",
    "terms",
    "instalment",
    "payment",
    "invoice",
    "contract",
    "bank",
    "cost",
    "net",
    "total",
];

/// Types and modules through which it could come, and the characters for it.
const WAYS: [&str; 13] = [
    "OrderView",
    "OrderLine",
    "OrderForm",
    "OrderDoc",
    "OrderRecord",
    "LetterFacts",
    "super::letter::",
    "::order::",
    "单价",
    "金额",
    "价",
    "元",
    "税",
];

/// What may be named although it holds one of these: the type of quantities, and the tax number in the letterhead.
const ALLOWED: [&str; 4] = ["use chengdan_domain::money::Quantity;", "tax_number", "\"税号\"", "\"Tax no.\""];

fn knows_a_price(files: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| BLIND.contains(&file.path.as_str())) {
        for (line, text) in file.code() {
            let rest = ALLOWED.iter().fold(text.to_string(), |rest, allowed| rest.replace(allowed, ""));
            let way = WAYS.iter().find(|way| rest.contains(**way)).map(ToString::to_string);
            let word = words(&rest).into_iter().find(|word| COSTS.contains(&word.as_str()));
            if let Some(word) = way.or(word) {
                findings.push(file.at(line, &format!("a 发货单 knows no {word}")));
            }
        }
    }
    findings
}

/// `unit_price`, `UnitPrice` and `l.price_micro` in their words.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.chars() {
        if letter.is_uppercase() || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if let (true, Some(word)) = (letter.is_alphanumeric(), words.last_mut()) {
            word.extend(letter.to_lowercase());
        }
    }
    words
}

#[test]
fn a_delivery_note_cannot_know_a_price() {
    let all = sources();
    for path in BLIND {
        assert!(all.iter().any(|file| file.path == path), "the guard looks in the wrong place: {path}");
    }
    nothing(knows_a_price(&all));
    let culprit = |path: &str, text: &str| vec![Source::new(path, text)];
    catches(knows_a_price(&culprit(BLIND[0], "    pub unit_price: Price,\n")));
    catches(knows_a_price(&culprit(BLIND[0], "use super::order::OrderLine;\n")));
    catches(knows_a_price(&culprit(BLIND[1], "        \"select l.amount_fen from order_line l\",\n")));
    catches(knows_a_price(&culprit(BLIND[1], "use super::order::{OrderRecord, load};\n")));
    catches(knows_a_price(&culprit(BLIND[2], "use super::figures::{money, quantity};\n")));
    catches(knows_a_price(&culprit(BLIND[3], "    heads: [\"名称\", \"单价\"],\n")));
    catches(knows_a_price(&culprit(BLIND[4], "  sheet.total,\n")));
}
