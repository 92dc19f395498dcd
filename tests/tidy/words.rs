//! Everything the core names for the page has its words there.

use chengdan_domain::mail::Explain;

use super::{PAGE, RUST, Source, catches, nothing, sources};

/// Names of acts in the history of a document or a letter: the first quoted word with one of these beginnings.
const BEGINNINGS: [&str; 11] = [
    "\"order_",
    "\"letter_",
    "\"delivery_",
    "\"task_",
    "\"behalf_",
    "\"attachment_",
    "\"customer_",
    "\"product_",
    "\"person_",
    "\"setting_",
    "\"wording_",
];

fn acts(source: &Source) -> Vec<String> {
    let names = source.code().filter(|(_, line)| !line.contains("select") && !line.contains("from "));
    names
        .flat_map(|(_, line)| {
            BEGINNINGS
                .iter()
                .filter_map(move |beginning| line.split(beginning).nth(1).map(|rest| (beginning, rest)))
        })
        .filter_map(|(beginning, rest)| {
            let word: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            rest[word.len()..].starts_with('"').then(|| format!("{}{word}", &beginning[1..]))
        })
        .collect()
}

#[test]
fn the_history_of_an_order_is_in_words() {
    let all = sources();
    let words =
        all.iter().find(|source| source.path == "ui/words/history.ts").expect("the words of histories");
    let mut missing = Vec::new();
    let mut found = 0;
    for source in all.iter().filter(|source| source.is("src-tauri/app/store", RUST)) {
        for name in acts(source)
            .into_iter()
            .filter(|name| source.text.contains("history::record(") && name != "order_confirmation")
        {
            found += 1;
            if words.text.matches(&format!("{name}: \"")).count() < 2 {
                missing.push(
                    source.at(1, &format!("{name} has no words in ui/words/history.ts, in both languages")),
                );
            }
        }
    }
    assert!(found > 12, "the guard looks in the wrong place: {found}");
    nothing(missing);
}

/// The names without words in both languages: an entry of the table in each.
fn unexplained(words: &str) -> Vec<&'static str> {
    let names = Explain::ALL.iter().map(|explain| explain.name());
    names.filter(|name| words.matches(&format!("\n  {name}: {{")).count() != 2).collect()
}

#[test]
fn whatever_keeps_a_letter_is_explained_in_words() {
    let all = sources();
    let words = all.iter().find(|source| source.path == "ui/words/mail.ts").expect("the explanations");
    assert_eq!(unexplained(&words.text), Vec::<&str>::new(), "no words in ui/words/mail.ts");
    // A culprit: one language forgot a name.
    let forgetful = words.text.replacen("\n  found_handed: {", "\n  found: {", 1);
    assert_eq!(unexplained(&forgetful), ["found_handed"]);
}

#[test]
fn only_known_troubles_are_troubles_of_the_account() {
    let named = chengdan_app::store::post::ACCOUNT_TROUBLES.split(", ");
    let unknown = named
        .filter(|quoted| Explain::ALL.iter().all(|explain| format!("'{}'", explain.name()) != quoted.trim()));
    assert_eq!(unknown.collect::<Vec<&str>>(), Vec::<&str>::new());
}

#[test]
fn chinese_punctuation_stands_among_the_words_only() {
    nothing(punctuated(&sources()));
    catches(punctuated(&[Source::new("ui/parts/a.tsx", "names.join(\"、\")\n")]));
    catches(punctuated(&[Source::new("ui/features/orders/a.tsx", "`${name}：${note}`\n")]));
}

/// A mark in the page's code is said in English, too; where both are chosen from, the language is asked on the line.
fn punctuated(files: &[Source]) -> Vec<String> {
    let page = files.iter().filter(|file| file.is("ui/features/", PAGE) || file.is("ui/parts/", PAGE));
    let marked = |line: &str| {
        ["\"、\"", "\"，\"", "\"；\"", "}：", "}。", "}，", "}；"].iter().any(|mark| line.contains(mark))
    };
    let asks = |line: &str| line.contains("language ===") || line.contains("tokenSeparators");
    page.flat_map(|file| {
        let lines = file.code().filter(|(_, line)| marked(line) && !asks(line));
        lines
            .map(|(at, _)| file.at(at, "Chinese punctuation is a word; it belongs to ui/words"))
            .collect::<Vec<_>>()
    })
    .collect()
}
