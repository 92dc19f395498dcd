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
                eprintln!("- {}", serde_json::to_string(reason).unwrap_or_default());
            }
        }
        other => eprintln!("- {}", serde_json::to_string(other).unwrap_or_default()),
    }
}
