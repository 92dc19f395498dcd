//! What only the house knows never reaches paper: no module of `app/paper`, nothing that makes a 报价单 and nothing it is
//! handed can name a cost or what is left of a price.

use super::{Source, catches, nothing, sources};

/// What makes the facts of a 报价单, and the mail around it.
const HANDED: [&str; 2] = ["src-tauri/app/commands/quotation/paper.rs", "src-tauri/app/post/quotation.rs"];

/// Words that stand for it, wherever they stand in a name.
const SECRET: [&str; 6] = ["cost", "costs", "margin", "margins", "profit", "concern"];

/// Types through which it could come, and the characters for it.
const WAYS: [&str; 9] = [
    "QuotationView",
    "QuotationVersionView",
    "QuotationComputed",
    "QuotationLine",
    "QuotationForm",
    "ProductCard",
    "成本",
    "毛利",
    "底线",
];

/// The page's own margins, in typst and in workbooks.
const ALLOWED: [&str; 3] = ["margin: (", "page.margin.", "set_margins("];

fn is_blind(path: &str) -> bool {
    path.starts_with("src-tauri/app/paper/") || HANDED.contains(&path)
}

fn knows_a_cost(files: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| is_blind(&file.path)) {
        for (line, text) in file.code() {
            let rest = ALLOWED.iter().fold(text.to_string(), |rest, allowed| rest.replace(allowed, ""));
            let way = WAYS.iter().find(|way| rest.contains(**way)).map(ToString::to_string);
            let words = super::prices::words(&rest);
            let word = words.into_iter().find(|word| SECRET.contains(&word.as_str()));
            if let Some(word) = way.or(word) {
                findings.push(file.at(line, &format!("a paper knows no {word}")));
            }
        }
    }
    findings
}

#[test]
fn no_paper_can_know_a_cost() {
    let all = sources();
    for path in HANDED {
        assert!(all.iter().any(|file| file.path == path), "the guard looks in the wrong place: {path}");
    }
    assert!(all.iter().filter(|file| file.path.starts_with("src-tauri/app/paper/")).count() > 10);
    nothing(knows_a_cost(&all));
    let culprit = |path: &str, text: &str| vec![Source::new(path, text)];
    catches(knows_a_cost(&culprit(HANDED[0], "        price: line.cost,\n")));
    catches(knows_a_cost(&culprit(HANDED[0], "    form: &QuotationForm,\n")));
    catches(knows_a_cost(&culprit("src-tauri/app/paper/quotation.rs", "    pub cost_micro: Price,\n")));
    catches(knows_a_cost(&culprit("src-tauri/app/paper/quotation.typ", "  sheet.margin,\n")));
    catches(knows_a_cost(&culprit("src-tauri/app/paper/quotation_words.rs", "    heads: [\"毛利\"],\n")));
}
