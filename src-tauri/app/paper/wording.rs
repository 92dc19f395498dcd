//! The standard wording of papers and of their mails, and how a sentence is filled with facts.

use chengdan_domain::text::{clean_line, clean_text};
use chengdan_domain::wording::{Paper, Sentence, place};

use super::fill::{Run, fill, runs};
use super::letter::{CustomerFacts, ManagerFacts, SellerFacts, or};
use super::words::Language;
use crate::views::wording::{Kept, Sentences, Wording};

/// What a sentence says unless the company words it otherwise; some say nothing.
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
        own => before_the_order(own),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// The standard of the list of needs and of the quotation.
fn before_the_order(sentence: Sentence) -> (&'static str, &'static str) {
    match sentence {
        Sentence::NeedsOpening => (
            "根据与贵公司的沟通，现将需求整理如下，作为我方方案与报价的依据，请核对。",
            "this is what we understood from our talks. Our solution and quotation rest on it; please check it.",
        ),
        Sentence::NeedsRequest => (
            "以上内容如与贵公司需求一致，请签字盖章回传，或直接回复邮件确认；如需调整请告知，我方将另出新版清单。",
            "If this is what you need, please sign, seal and return it, or simply reply to our mail. If anything is to \
             change, please tell us and we will issue another version.",
        ),
        Sentence::NeedsMailSubject => {
            ("【需求确认】{number} {customer_short}", "[Needs to confirm] {number} {customer_short}")
        }
        Sentence::NeedsMailOpening => (
            "根据我们的沟通，已整理贵公司的需求，《客户需求清单》见附件，要点如下：",
            "We have written down what you need; the list is attached. In short:",
        ),
        Sentence::NeedsMailRequest => (
            "请核对附件。无误请签字盖章回传，或直接回复本邮件确认；如需调整，请在回复中说明。",
            "Please check the attached list and return it signed, or simply reply to this mail. If anything is to \
             change, please say so in your reply.",
        ),
        Sentence::NeedsMailKept => {
            ("附上已确认的清单，请留存。", "The list as it was confirmed is attached for your files.")
        }
        Sentence::QuotationOpening => (
            "感谢贵公司的信任，现按贵公司的需求报价如下。",
            "thank you for your inquiry. We are pleased to offer as follows.",
        ),
        Sentence::QuotationTerms => (
            "本报价有效期至 {valid_until}。价格含税，币种为人民币。双方权利义务以随后签订的销售合同为准。",
            "This offer is valid until {valid_until}. Prices are in CNY and include VAT. The sales contract to be signed \
             prevails.",
        ),
        Sentence::QuotationMailSubject => {
            ("【报价单】{number} {customer_short} {amount}", "[Quotation] {number} {customer_short} {amount}")
        }
        Sentence::QuotationMailOpening => {
            ("《报价单》见附件，要点如下：", "Please find our quotation attached. In short:")
        }
        Sentence::QuotationMailRequest => (
            "如有任何问题，请直接回复本邮件或致电客户经理。",
            "If you have any question, just answer this mail or call your account manager.",
        ),
        own => of_the_contract(own),
    }
}

/// The standard of the contract. How many copies it has and what ends it is said by its clauses.
fn of_the_contract(sentence: Sentence) -> (&'static str, &'static str) {
    match sentence {
        Sentence::ContractOpening => (
            "甲乙双方本着平等自愿、诚实信用的原则，经协商一致，就下列产品（服务）的买卖订立本合同，共同遵守。",
            "The parties have agreed, freely and in good faith, on the sale of the following goods and services under \
             the terms below.",
        ),
        Sentence::ContractSupplement => (
            "甲乙双方就合同 {contract} 协商一致，订立本补充协议。除本协议另有约定外，原合同各条款继续有效。",
            "The parties supplement contract {contract} as follows. What this supplement does not change goes on being \
             valid.",
        ),
        Sentence::ContractLimit => (
            "本合同有效期内，甲方以采购单分次订货，累计含税总额不超过 {amount}（大写：{uppercase}）。",
            "While this contract is valid the buyer calls off by purchase orders up to a total of {amount} incl. VAT \
             ({uppercase}).",
        ),
        Sentence::ContractEach => ("每次订货分别按下列方式付款：", "Each call-off is paid as follows:"),
        _ => ("", ""),
    }
}

/// What a paper says of a company's own sentences, every one of them: what is kept with a paper whose content is frozen
/// stays as it was, whatever becomes of the wording and of the standard.
pub fn printed(language: Language, own: &Sentences, paper: Paper) -> Sentences {
    let said = |sentence: &Sentence| own.get(sentence).map_or(standard(language, *sentence), String::as_str);
    let printed = paper.sentences().iter().filter(|sentence| sentence.is_printed());
    printed.map(|sentence| (*sentence, said(sentence).to_owned())).collect()
}

/// What a frozen paper says, and around it, in its mail, what the company says today.
pub fn said(wording: &Wording, kept: Kept) -> Sentences {
    let mut said = wording.own(kept.language).clone();
    said.extend(kept.sentences);
    said
}

/// A company's own sentences on a paper with the names of their fields, to be looked at before it leaves.
pub(super) fn own_texts(own: &Sentences, paper: Paper) -> Vec<(String, String)> {
    let on_paper = |sentence: &Sentence| sentence.is_printed() && paper.sentences().contains(sentence);
    let own = own.iter().filter(|(sentence, _)| on_paper(sentence));
    own.map(|(sentence, text)| (format!("wording.{}", sentence.name()), text.clone())).collect()
}

/// The facts that sentences of every paper may name: both parties and who answers.
pub(super) fn parties(
    language: Language,
    customer: &CustomerFacts,
    seller: &SellerFacts,
    manager: &ManagerFacts,
) -> Vec<(&'static str, String)> {
    let called = customer.called(language);
    let contact = if called.is_empty() { dear_customer(language).to_owned() } else { called };
    vec![
        (place::CONTACT, contact),
        (place::CUSTOMER, clean_line(&customer.name)),
        (place::CUSTOMER_SHORT, clean_line(or(&customer.short_name, &customer.name))),
        (place::COMPANY, clean_line(&seller.name)),
        (place::MANAGER, clean_line(&manager.name)),
        (place::MANAGER_PHONE, clean_line(&manager.phone)),
        (place::MANAGER_EMAIL, clean_line(&manager.email)),
    ]
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

    /// Sentences one after the other on one line; what is empty leaves no gap.
    pub(super) fn joined(&self, sentences: &[Sentence]) -> String {
        self.asked(sentences, "").into_iter().map(|run| run.text).collect()
    }

    /// Sentences one after the other, the place called `bold` set apart.
    pub(super) fn asked(&self, sentences: &[Sentence], bold: &str) -> Vec<Run> {
        let between = if self.language == Language::Zh { "" } else { " " };
        let written = sentences.iter().map(|sentence| clean_line(self.written(*sentence)));
        let written: Vec<String> = written.filter(|text| !text.is_empty()).collect();
        runs(&written.join(between), &self.values(), bold)
    }

    fn values(&self) -> Vec<(&str, &str)> {
        self.facts.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
}
