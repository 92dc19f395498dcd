//! What a letter says around its PDF: subject and a short body with the five facts, as text and as HTML.

use chengdan_domain::money::Money;
use chengdan_domain::text::clean_line;
use chrono::NaiveDate;

use crate::views::book::Language;

/// The facts of an order confirmation. Free text is cleaned and escaped here.
#[derive(Debug, Clone)]
pub struct ConfirmationFacts {
    pub company: String,
    pub customer_short: String,
    /// 「王经理」: the contact with 称谓, or empty.
    pub dear: String,
    pub number: String,
    pub amount: Money,
    /// The payment schedule as its sentence.
    pub terms: String,
    pub promised_on: Option<NaiveDate>,
    pub manager: String,
    pub manager_phone: String,
    pub manager_email: String,
    /// Working days within which the customer is asked to confirm.
    pub confirm_days: i64,
}

/// Subject and bodies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// The 订单确认函's mail.
pub fn confirmation(language: Language, facts: &ConfirmationFacts) -> Words {
    let zh = language == Language::Zh;
    let pick = |chinese: &str, english: &str| if zh { chinese.to_string() } else { english.to_string() };
    let amount = yuan(facts.amount);
    let (number, customer) = (clean_line(&facts.number), clean_line(&facts.customer_short));
    let subject = format!("{}{number} {customer} {amount}", pick("【订单确认】", "[Order confirmation] "));
    let dear = clean_line(&facts.dear);
    let greeting = match (zh, dear.is_empty()) {
        (true, true) => "您好！".into(),
        (true, false) => format!("{dear}，您好！"),
        (false, true) => "Dear customer,".into(),
        (false, false) => format!("Dear {dear},"),
    };
    let opening = pick(
        "感谢贵公司的订购。订单已确认，《订单确认函》见附件，要点如下：",
        "Thank you for your order. It is confirmed; the confirmation is attached. In short:",
    );
    let promised = facts.promised_on.map_or_else(|| "—".into(), |day| day.to_string());
    let manager = [&facts.manager, &facts.manager_phone, &facts.manager_email].map(|part| clean_line(part));
    let manager = manager.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let five = [
        (pick("订单编号", "Order"), number),
        (pick("含税总额", "Total incl. tax"), pick(&format!("¥{amount}"), &format!("CNY {amount}"))),
        (pick("付款方式", "Payment"), clean_line(&facts.terms)),
        (pick("预计交付", "Delivery"), promised),
        (pick("负责人", "Account manager"), manager),
    ];
    let days = facts.confirm_days;
    let asking = pick(
        &format!("请在 {days} 个工作日内核对并回复确认；如有不符，请直接回复本邮件。"),
        &format!(
            "Please check it and confirm within {days} working days; reply to this mail if anything differs."
        ),
    );
    compose(subject, &greeting, &opening, &five, &asking, &clean_line(&facts.company), zh)
}

/// A letter to oneself that proves the account works.
pub fn test(language: Language, company: &str) -> Words {
    let company = clean_line(company);
    if language == Language::Zh {
        let body = "这是成单发给您自己的测试邮件。收到它，说明邮箱设置可用。";
        compose("【测试】成单邮件设置".into(), "您好！", body, &[], "", &company, true)
    } else {
        let body = "This is a test letter to yourself. If you can read it, the mail settings work.";
        compose("[Test] Chengdan mail settings".into(), "Hello,", body, &[], "", &company, false)
    }
}

/// The note on top of a letter that is sent again. Bodies already noted stay as they are.
pub fn noted_as_repeat(words: &Words) -> Words {
    const NOTE: &str =
        "（本邮件为再次发送，如已收到请忽略。Sent again; please ignore it if you already have it.）";
    if words.text.starts_with(NOTE) {
        return words.clone();
    }
    let html = match words.html.split_once("<body>") {
        Some((head, rest)) => format!("{head}<body><p>{NOTE}</p>{rest}"),
        None => format!("<p>{NOTE}</p>{}", words.html),
    };
    Words { subject: words.subject.clone(), text: format!("{NOTE}\n\n{}", words.text), html }
}

fn compose(
    subject: String,
    greeting: &str,
    opening: &str,
    facts: &[(String, String)],
    asking: &str,
    company: &str,
    zh: bool,
) -> Words {
    let colon = if zh { "：" } else { ": " };
    let mut text = format!("{greeting}\n\n{opening}\n\n");
    for (name, value) in facts {
        text.push_str(&format!("{name}{colon}{value}\n"));
    }
    text.push_str(&format!("\n{asking}\n\n{company}\n"));
    let rows: String = facts
        .iter()
        .map(|(name, value)| {
            format!(
                "<tr><td style=\"color:#5b6472;padding:3px 16px 3px 0\">{}</td><td style=\"padding:3px 0\"><b>{}</b></td></tr>",
                escaped(name),
                escaped(value)
            )
        })
        .collect();
    let html = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"></head><body><p>{}</p><p>{}</p><table>{rows}</table><p>{}</p><p>{}</p></body></html>",
        if zh { "zh-CN" } else { "en" },
        escaped(greeting),
        escaped(opening),
        escaped(asking),
        escaped(company),
    );
    Words { subject, text, html }
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
