//! What the command line prints: files, figures, and why something did not happen.

use chengdan_app::fault::Fault;
use serde_json::Value;

use crate::desk::Failure;
use crate::line::Lang;

/// One of two sentences.
pub fn either<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A JSON text without its quotes; anything else as JSON.
pub fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_string)
}

/// A file that was written, on a line of its own.
pub fn file(path: &Value) {
    println!("→ {}", text(path));
}

/// 分 as 元 with thousands separators; 「—」 when there is nothing to count.
pub fn yuan(fen: &Value) -> String {
    let Some(fen) = fen.as_i64() else { return "—".into() };
    let digits = (fen.abs() / 100).to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{}¥{grouped}.{:02}", if fen < 0 { "-" } else { "" }, fen.abs() % 100)
}

/// Why it did not happen: a short sentence, then the codes with their arguments. The full words are the window's.
pub fn failure(lang: Lang, failure: &Failure) {
    let fault = match failure {
        Failure::Words { zh, en } => {
            eprintln!("{}", either(lang, zh, en));
            return;
        }
        Failure::Fault(fault) => fault,
    };
    let (zh, en) = match fault {
        Fault::Refused { .. } => ("没有做，账本未变。原因：", "Refused, nothing was changed. Reasons:"),
        Fault::Stale { .. } => ("别人刚刚改过，请再看一遍：", "Somebody was faster; look again:"),
        Fault::Malformed { .. } => ("请求的写法不对：", "The request is malformed:"),
        Fault::Broken { .. } => ("出了故障：", "Something broke:"),
    };
    eprintln!("{}", either(lang, zh, en));
    match fault {
        Fault::Refused { reasons } => {
            for reason in reasons {
                let reason = serde_json::to_value(reason).unwrap_or_default();
                if let Some((zh, en)) = of_the_book(&reason) {
                    eprintln!("{}", either(lang, &zh, &en));
                }
                eprintln!("- {reason}");
            }
        }
        other => eprintln!("- {}", serde_json::to_string(other).unwrap_or_default()),
    }
}

/// Whoever cannot even open the book has no window to read the words in.
fn of_the_book(reason: &Value) -> Option<(String, String)> {
    let (found, known) = (&reason["found"], &reason["known"]);
    Some(match reason["code"].as_str()? {
        "BookOlder" => (
            format!(
                "账本还是旧格式（第 {found} 版，本程序用第 {known} 版），旧版的程序正开着它。关掉那边再试：会先备份，再升级。"
            ),
            format!(
                "The book is of an older format ({found}, this program writes {known}) and an older program has it \
                 open. Close that one and try again: the book is backed up, then brought up to date."
            ),
        ),
        "BookNewer" => (
            format!("账本由更新的版本写成（第 {found} 版，本程序识到第 {known} 版），请升级程序。"),
            format!(
                "A newer version wrote the book (format {found}, this program knows {known}): please update."
            ),
        ),
        "BookLocked" => (
            "账本正被另一个窗口使用，先关掉那边再写。".into(),
            "Another window has the book open; close it before writing.".into(),
        ),
        _ => return None,
    })
}
