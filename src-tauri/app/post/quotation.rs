//! The mail around a 报价单: subject, the facts that are looked for, and who answers.

use chengdan_domain::payment::{sentence_en, sentence_zh};
use chengdan_domain::text::clean_line;

use super::words::{Mail, yuan};
use crate::paper::quotation::QuotationFacts;
use crate::views::book::Language;

/// The 报价单's mail.
pub fn offer(facts: &QuotationFacts) -> Mail {
    let zh = facts.language == Language::Zh;
    let pick = |chinese: &str, english: &str| if zh { chinese.to_owned() } else { english.to_owned() };
    let amount = yuan(facts.total().unwrap_or_default());
    let amount = pick(&format!("¥{amount}"), &format!("CNY {amount}"));
    let short = &facts.customer.short_name;
    let customer = clean_line(if short.trim().is_empty() { &facts.customer.name } else { short });
    let number = format!("{} V{}", facts.shown_number(), facts.revision);
    let terms = if zh { sentence_zh(&facts.terms) } else { sentence_en(&facts.terms) };
    let manager = &facts.manager;
    let manager = [&manager.name, &manager.phone, &manager.email].map(|part| clean_line(part));
    let manager = manager.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let until = facts.valid_until.map_or_else(|| "—".into(), |day| day.to_string());
    Mail {
        language: facts.language,
        subject: format!("{}{number} {customer} {amount}", pick("【报价单】", "[Quotation] ")),
        greeting: format!("{}{}", facts.called(), pick("：", ",")),
        opening: pick("附件是我们的报价单，要点如下：", "please find our quotation attached. In short:"),
        facts: vec![
            (pick("报价编号", "Quotation"), number),
            (pick("含税总额", "Total incl. VAT"), amount),
            (pick("付款方式", "Payment"), clean_line(&terms)),
            (pick("交货期", "Delivery"), clean_line(&facts.delivery_period)),
            (pick("有效期至", "Valid until"), until),
            (pick("客户经理", "Account manager"), manager),
        ],
        request: String::new(),
        closing: pick(
            "如有任何问题，请直接回复本邮件或致电客户经理。",
            "If you have any question, just answer this mail or call your account manager.",
        ),
        signature: clean_line(&facts.seller.name),
    }
}
