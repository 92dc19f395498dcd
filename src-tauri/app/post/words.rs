//! What a letter says around its PDF: subject and a short body with the five facts, as text and as HTML.

pub mod needs;

use chengdan_domain::money::Money;
use chengdan_domain::payment::{sentence_en, sentence_zh};
use chengdan_domain::text::clean_line;
use chengdan_domain::wording::Sentence;

use crate::paper::letter::LetterFacts;
use crate::paper::wording::Saying;
use crate::views::book::Language;

/// Subject and bodies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// A mail in its parts, every one cleaned and none escaped. What is empty is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mail {
    pub language: Language,
    pub subject: String,
    pub greeting: String,
    pub opening: String,
    /// Label and fact.
    pub facts: Vec<(String, String)>,
    pub request: String,
    pub closing: String,
    pub signature: String,
}

/// The 订单确认函's mail: the company's sentences around the five facts, which no wording can leave out.
pub fn confirmation(facts: &LetterFacts) -> Mail {
    let places = facts.places();
    let say = Saying { language: facts.language, own: &facts.own, facts: &places };
    Mail {
        language: facts.language,
        subject: say.line(Sentence::MailSubject),
        greeting: say.lines(Sentence::MailGreeting),
        opening: say.lines(Sentence::MailOpening),
        facts: five(facts),
        request: say.lines(Sentence::MailRequest),
        closing: say.lines(Sentence::MailClosing),
        signature: say.lines(Sentence::MailSignature),
    }
}

fn five(facts: &LetterFacts) -> Vec<(String, String)> {
    let pick = |chinese: &str, english: &str| match facts.language {
        Language::Zh => chinese.to_owned(),
        Language::En => english.to_owned(),
    };
    let amount = yuan(facts.total().unwrap_or_default());
    let terms = match facts.language {
        Language::Zh => sentence_zh(&facts.terms),
        Language::En => sentence_en(&facts.terms),
    };
    let promised = facts.delivery.promised_on.map_or_else(|| "—".into(), |day| day.to_string());
    vec![
        (pick("订单编号", "Order"), clean_line(&facts.order_number)),
        (pick("含税总额", "Total incl. tax"), pick(&format!("¥{amount}"), &format!("CNY {amount}"))),
        (pick("付款方式", "Payment"), clean_line(&terms)),
        (pick("预计交付", "Delivery"), promised),
        (pick("客户经理", "Account manager"), facts.manager.line()),
    ]
}

/// A letter to oneself that proves the account works.
pub fn test(language: Language, company: &str) -> Words {
    let pick = |chinese: &str, english: &str| match language {
        Language::Zh => chinese.to_owned(),
        Language::En => english.to_owned(),
    };
    let mail = Mail {
        language,
        subject: pick("【测试】成单邮件设置", "[Test] Chengdan mail settings"),
        greeting: pick("您好！", "Hello,"),
        opening: pick(
            "这是成单发给您自己的测试邮件。收到它，说明邮箱设置可用。",
            "This is a test letter to yourself. If you can read it, the mail settings work.",
        ),
        signature: clean_line(company),
        ..Mail::default()
    };
    mail.words()
}

const NOTE: &str =
    "（本邮件为再次发送，如已收到请忽略。Sent again; please ignore it if you already have it.）";

/// The note on top of a letter that is sent again. Bodies already noted stay as they are.
pub fn noted_as_repeat(words: &Words) -> Words {
    if words.text.starts_with(NOTE) {
        return words.clone();
    }
    let html = match words.html.split_once("<body>") {
        Some((head, rest)) => format!("{head}<body><p>{NOTE}</p>{rest}"),
        None => format!("<p>{NOTE}</p>{}", words.html),
    };
    Words { subject: words.subject.clone(), text: format!("{NOTE}\n\n{}", words.text), html }
}

/// Styles stand at every element: mail programs drop sheets of style.
const FRAME: &str = "max-width:600px;font-family:-apple-system,'PingFang SC','Microsoft YaHei','Segoe UI',sans-serif;\
                     font-size:14px;line-height:1.7;color:#1c2233";
const TABLE: &str = "border-collapse:collapse;width:100%;margin:14px 0 16px;border-top:1px solid #23345c;\
                     border-bottom:1px solid #23345c";
const LABEL: &str = "padding:6px 20px 6px 2px;border-bottom:1px solid #d3d9e6;color:#5d6885;white-space:nowrap;\
                     vertical-align:top;width:96px";
const FACT: &str = "padding:6px 2px;border-bottom:1px solid #d3d9e6;vertical-align:top";
const SIGNATURE: &str =
    "margin:18px 0 0;padding-top:10px;border-top:1px solid #d3d9e6;color:#5d6885;font-size:13px";

impl Mail {
    /// Subject and both bodies.
    pub fn words(&self) -> Words {
        Words { subject: self.subject.clone(), text: self.text(), html: self.html() }
    }

    /// As plain text: paragraphs with empty lines between them.
    pub fn text(&self) -> String {
        let colon = if self.language == Language::Zh { "：" } else { ": " };
        let facts: Vec<String> =
            self.facts.iter().map(|(name, value)| format!("{name}{colon}{value}")).collect();
        let parts =
            [&self.greeting, &self.opening, &facts.join("\n"), &self.request, &self.closing, &self.signature];
        let said: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        said.join("\n\n") + "\n"
    }

    /// As HTML that old mail programs show too: a table for the facts, no sheet of style, no picture.
    pub fn html(&self) -> String {
        let paragraph = |text: &String| match text.as_str() {
            "" => String::new(),
            text => format!("<p style=\"margin:0 0 10px\">{}</p>", broken(text)),
        };
        let row = |(nth, (name, value)): (usize, &(String, String))| {
            // Which order and how much: what the eye looks for.
            let weight = if nth < 2 { ";font-weight:bold" } else { "" };
            format!(
                "<tr><td style=\"{LABEL}\">{}</td><td style=\"{FACT}{weight}\">{}</td></tr>",
                escaped(name),
                escaped(value)
            )
        };
        let rows: String = self.facts.iter().enumerate().map(row).collect();
        let table = match rows.as_str() {
            "" => String::new(),
            rows => {
                format!("<table role=\"presentation\" cellspacing=\"0\" style=\"{TABLE}\">{rows}</table>")
            }
        };
        let signature = match self.signature.as_str() {
            "" => String::new(),
            text => format!("<p style=\"{SIGNATURE}\">{}</p>", broken(text)),
        };
        format!(
            "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"></head><body><div style=\"{FRAME}\">{}{}\
             {table}{}{}{signature}</div></body></html>",
            if self.language == Language::Zh { "zh-CN" } else { "en" },
            paragraph(&self.greeting),
            paragraph(&self.opening),
            paragraph(&self.request),
            paragraph(&self.closing),
        )
    }
}

/// Lines as HTML.
fn broken(text: &str) -> String {
    escaped(text).replace('\n', "<br>")
}

/// Text that can stand anywhere in HTML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// 97,200.00
pub fn yuan(amount: Money) -> String {
    let digits = (amount.0.unsigned_abs() / 100).to_string();
    let mut whole = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            whole.push(',');
        }
        whole.push(digit);
    }
    let sign = if amount.0 < 0 { "-" } else { "" };
    format!("{sign}{whole}.{:02}", amount.0.unsigned_abs() % 100)
}
