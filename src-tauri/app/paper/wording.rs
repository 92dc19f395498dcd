//! The standard wording of the confirmation and of its mail, and how a sentence is filled with facts.

use chengdan_domain::text::{clean_line, clean_text};
use chengdan_domain::wording::{Sentence, place};

use super::fill::{Run, fill, runs};
use super::words::Language;
use crate::views::wording::Sentences;

/// What a sentence says unless the company words it otherwise.
pub fn standard(language: Language, sentence: Sentence) -> &'static str {
    let (zh, en) = match sentence {
        Sentence::Greeting => ("{contact}，您好：", "Dear {contact},"),
        Sentence::Opening => (
            "感谢贵公司的订购。本订单已完成内部审批，现将内容确认如下，请核对。",
            "thank you for your order. It has passed our approval; please check the details below.",
        ),
        Sentence::Acceptance => (
            "到货后请当场清点，按《交付验收单》验收；对数量、外观的异议，请在到货后 {objection_days} 日内书面提出。",
            "Please count the goods on arrival and accept them on the acceptance sheet. Objections to quantity or \
             appearance are to be raised in writing within {objection_days} days of arrival.",
        ),
        Sentence::Confirm => (
            "请在 {deadline}签字盖章回传，或直接回复本邮件确认。",
            "Please sign, seal and return this letter {deadline}, or simply reply to our mail.",
        ),
        Sentence::Deemed => (
            "逾期未提出书面异议的，视为对本函内容无异议。",
            "Without a written objection within this time the content is deemed accepted.",
        ),
        Sentence::Prevails => (
            "双方已签合同 {contract}，本函与合同不一致之处以合同为准。",
            "Contract {contract} has been signed; where this letter differs from it, the contract prevails.",
        ),
        Sentence::Closing => ("感谢您的信任，顺祝商祺！", "With thanks for your trust and kind regards"),
        Sentence::MailSubject => (
            "【订单确认】{order} {customer_short} {amount}",
            "[Order confirmation] {order} {customer_short} {amount}",
        ),
        Sentence::MailGreeting => ("{contact}，您好！", "Dear {contact},"),
        Sentence::MailOpening => (
            "感谢贵公司的订购。订单已确认，《订单确认函》见附件，要点如下：",
            "Thank you for your order. It is confirmed; the confirmation is attached. In short:",
        ),
        Sentence::MailRequest => (
            "请在 {deadline}核对附件，签字盖章回传，或直接回复本邮件确认；如有不符，请在回复中说明。",
            "Please check the attached confirmation and return it signed {deadline}, or simply reply to this mail. If \
             anything differs, please say so in your reply.",
        ),
        Sentence::MailClosing => ("顺祝商祺！", "Kind regards"),
        Sentence::MailSignature => {
            ("{manager} {manager_phone}\n{company}", "{manager} {manager_phone}\n{company}")
        }
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// How the contact is called when nobody is named.
pub fn dear_customer(language: Language) -> &'static str {
    match language {
        Language::Zh => "尊敬的客户",
        Language::En => "customer",
    }
}

/// A company's sentences, and the facts that fill them.
pub struct Saying<'a> {
    pub language: Language,
    pub own: &'a Sentences,
    /// By the names of [`place`].
    pub facts: &'a [(&'static str, String)],
}

impl Saying<'_> {
    /// The sentence as it was written, its places still open.
    fn written(&self, sentence: Sentence) -> &str {
        self.own.get(&sentence).map_or_else(|| standard(self.language, sentence), String::as_str)
    }

    /// A sentence on one line. A fact that is missing leaves no gap.
    pub fn line(&self, sentence: Sentence) -> String {
        clean_line(&fill(self.written(sentence), &self.values()))
    }

    /// A sentence that may go over several lines; a line of facts that are all missing goes.
    pub fn lines(&self, sentence: Sentence) -> String {
        let written = clean_text(self.written(sentence));
        let filled = written.split('\n').filter_map(|line| {
            let said = clean_line(&fill(line, &self.values()));
            (line.is_empty() || !said.is_empty()).then_some(said)
        });
        clean_text(&filled.collect::<Vec<_>>().join("\n"))
    }

    /// Sentences one after the other, the deadline set apart.
    pub(super) fn asked(&self, sentences: &[Sentence]) -> Vec<Run> {
        let between = if self.language == Language::Zh { "" } else { " " };
        let written = sentences.iter().map(|sentence| clean_line(self.written(*sentence)));
        let written: Vec<String> = written.filter(|text| !text.is_empty()).collect();
        runs(&written.join(between), &self.values(), place::DEADLINE)
    }

    fn values(&self) -> Vec<(&str, &str)> {
        self.facts.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
}
