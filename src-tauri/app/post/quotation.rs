//! The mail around a 报价单: the company's sentences around the facts that are looked for.

use chengdan_domain::payment::{sentence_en, sentence_zh};
use chengdan_domain::text::clean_line;
use chengdan_domain::wording::Sentence;

use super::words::{Mail, yuan};
use crate::paper::quotation::QuotationFacts;
use crate::paper::wording::Saying;
use crate::views::book::Language;

/// The 报价单's mail.
pub fn offer(facts: &QuotationFacts) -> Mail {
    let zh = facts.language == Language::Zh;
    let pick = |chinese: &str, english: &str| if zh { chinese.to_owned() } else { english.to_owned() };
    let amount = yuan(facts.total().unwrap_or_default());
    let terms = if zh { sentence_zh(&facts.terms) } else { sentence_en(&facts.terms) };
    let until = facts.valid_until.map_or_else(|| "—".into(), |day| day.to_string());
    let places = facts.places();
    let say = Saying { language: facts.language, own: &facts.own, facts: &places };
    let shown = [
        (pick("报价编号", "Quotation"), format!("{} V{}", facts.shown_number(), facts.revision)),
        (pick("含税总额", "Total incl. VAT"), pick(&format!("¥{amount}"), &format!("CNY {amount}"))),
        (pick("付款方式", "Payment"), clean_line(&terms)),
        (pick("交货期", "Delivery"), clean_line(&facts.delivery_period)),
        (pick("有效期至", "Valid until"), until),
        (pick("客户经理", "Account manager"), facts.manager.line()),
    ];
    Mail {
        language: facts.language,
        subject: say.line(Sentence::QuotationMailSubject),
        greeting: say.lines(Sentence::MailGreeting),
        opening: say.lines(Sentence::QuotationMailOpening),
        facts: shown.into_iter().filter(|(_, fact)| !fact.is_empty()).collect(),
        request: say.lines(Sentence::QuotationMailRequest),
        closing: say.lines(Sentence::MailClosing),
        signature: say.lines(Sentence::MailSignature),
    }
}
