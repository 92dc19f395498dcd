//! What search costs: terms of one, two and four characters and fragments of numbers, rare, common and absent, in the
//! order list under every sort and in the search of everything.

use std::collections::HashMap;
use std::time::Instant;

use chengdan_app::App;
use serde_json::json;

use crate::{Verdict, ask, list, millis};

const SORTS: [&str; 5] = ["number", "promised_on", "amount", "customer", "created"];

/// Every part of the orders' texts with as many characters, by how many orders hold it.
fn parts(texts: &[String], length: usize, wanted: impl Fn(char) -> bool) -> Vec<(usize, String)> {
    let mut held: HashMap<String, usize> = HashMap::new();
    for text in texts {
        let letters: Vec<char> = text.chars().collect();
        let mut own: Vec<String> = letters
            .windows(length)
            .filter(|part| part.iter().all(|letter| wanted(*letter)))
            .map(|part| part.iter().collect())
            .collect();
        own.sort_unstable();
        own.dedup();
        for part in own {
            *held.entry(part).or_default() += 1;
        }
    }
    let mut all: Vec<(usize, String)> = held.into_iter().map(|(part, count)| (count, part)).collect();
    all.sort_unstable();
    all
}

fn texts(app: &App) -> Vec<String> {
    let book = app.book().expect("a book");
    let read = book.read(|connection| {
        let mut statement = connection.prepare("select search_key from sales_order order by id")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    });
    read.expect("texts")
}

/// From the rarest to the commonest, evenly, with how often they occur; and some that nothing holds.
fn terms(app: &App) -> Vec<(usize, String)> {
    let texts = texts(app);
    let chinese = |letter: char| !letter.is_ascii();
    let digit = |letter: char| letter.is_ascii_digit();
    let mut terms: Vec<(usize, String)> =
        ["龘", "没有", "没有这个", "9999999", "酒店龘龘"].map(|term| (0, term.to_string())).into();
    for some in [
        parts(&texts, 1, chinese),
        parts(&texts, 2, chinese),
        parts(&texts, 4, chinese),
        parts(&texts, 3, digit),
        parts(&texts, 4, digit),
        parts(&texts, 6, digit),
    ] {
        let step = (some.len() / 12).max(1);
        terms.extend(some.iter().rev().step_by(step).cloned());
    }
    terms.extend(["shjm", "qy", "jiudian", "dd2026"].map(|term| (0, term.to_string())));
    terms
}

/// Times every term in every sort, the second page too, the totals, and the search of everything.
pub fn search(app: &App, verdict: &mut Verdict) {
    let terms = terms(app);
    println!(
        "    {} terms, from absent to held by {} orders",
        terms.len(),
        terms.iter().map(|term| term.0).max().unwrap_or(0)
    );
    let mut pages: Vec<(f64, String)> = Vec::new();
    let mut totals: Vec<(f64, String)> = Vec::new();
    let mut everything: Vec<(f64, String)> = Vec::new();
    let timed = |taken: &mut Vec<(f64, String)>, name: &str, request: &serde_json::Value, told: String| {
        // The better of two: what is measured is the question, not what the machine does beside.
        let once = || {
            let began = Instant::now();
            let answer = ask(app, name, request);
            (millis(began.elapsed()), answer)
        };
        let (first, answer) = once();
        taken.push((first.min(once().0), told));
        answer
    };
    for (held, term) in &terms {
        for sort in SORTS {
            let told = format!("「{term}」 ({held} orders) by {sort}");
            let page = timed(
                &mut pages,
                "order_list",
                &list(&json!({ "text": term }), sort, None, 100),
                told.clone(),
            );
            if let Some(next) = page["next"].as_str() {
                timed(
                    &mut pages,
                    "order_list",
                    &list(&json!({ "text": term }), sort, Some(next), 100),
                    told + ", second page",
                );
            }
        }
        let told = format!("「{term}」 ({held} orders)");
        timed(
            &mut totals,
            "order_totals",
            &list(&json!({ "text": term }), "number", None, 1)["filter"],
            told.clone(),
        );
        timed(&mut everything, "search", &json!({ "text": term, "limit": 6 }), told);
    }
    say("order list by text", pages, verdict);
    say("search of everything", everything, verdict);
    totals.sort_by(|a, b| a.0.total_cmp(&b.0));
    let at = |part: usize| totals[(totals.len() - 1) * part / 100].0;
    println!(
        "    totals by text: p50 {:.2} ms, p95 {:.2} ms, slowest {:.2} ms: {}",
        at(50),
        at(95),
        at(100),
        totals[totals.len() - 1].1
    );
}

fn say(what: &str, mut taken: Vec<(f64, String)>, verdict: &mut Verdict) {
    taken.sort_by(|a, b| a.0.total_cmp(&b.0));
    let at = |part: usize| taken[(taken.len() - 1) * part / 100].0;
    println!(
        "    {what}: {} questions, p50 {:.2} ms, p95 {:.2} ms, {} over 10 ms",
        taken.len(),
        at(50),
        at(95),
        taken.iter().filter(|one| one.0 > 10.0).count()
    );
    for (took, told) in taken.iter().rev().take(8) {
        println!("    {took:.2} ms: {told}");
    }
    verdict.say(&format!("{what}, p95"), at(95), 10.0, "ms");
}
