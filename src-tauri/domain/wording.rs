//! The sentences of papers and of their mails that a company may write itself. Facts are no sentences: number, parties,
//! lines, amounts, terms and dates stand on the paper whatever the wording says.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::refusal::Refusal;

/// A paper whose sentences may be worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 客户需求清单
    Needs,
    /// 报价单
    Quotation,
    /// 销售合同
    Contract,
    /// 订单确认函
    Letter,
}

/// A sentence that may be worded. Greeting, closing and signature are one for all papers that have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sentence {
    // The letter
    Greeting,
    Opening,
    Acceptance,
    Confirm,
    Deemed,
    /// A signed contract prevails over the letter; said only where there is one.
    Prevails,
    Closing,
    // Its mail
    MailSubject,
    MailGreeting,
    MailOpening,
    MailRequest,
    MailClosing,
    MailSignature,
    // The list of needs and its mail
    NeedsOpening,
    NeedsRequest,
    NeedsMailSubject,
    NeedsMailOpening,
    NeedsMailRequest,
    /// With a list that is confirmed already.
    NeedsMailKept,
    // The quotation and its mail
    QuotationOpening,
    QuotationTerms,
    QuotationRemarks,
    QuotationMailSubject,
    QuotationMailOpening,
    QuotationMailRequest,
    // The contract
    ContractOpening,
    /// In place of the opening, where it supplements another.
    ContractSupplement,
    /// Of a framework: up to how much is called off.
    ContractLimit,
    /// Of a framework: how each call-off is paid.
    ContractEach,
    ContractClosing,
}

use Sentence::{
    Acceptance, Closing, Confirm, ContractClosing, ContractEach, ContractLimit, ContractOpening,
    ContractSupplement, Deemed, Greeting, MailClosing, MailGreeting, MailOpening, MailRequest, MailSignature,
    MailSubject, NeedsMailKept, NeedsMailOpening, NeedsMailRequest, NeedsMailSubject, NeedsOpening,
    NeedsRequest, Opening, Prevails, QuotationMailOpening, QuotationMailRequest, QuotationMailSubject,
    QuotationOpening, QuotationRemarks, QuotationTerms,
};

/// Names of facts that may stand between braces.
pub mod place {
    /// The contact with 称谓, or 「尊敬的客户」.
    pub const CONTACT: &str = "contact";
    pub const CUSTOMER: &str = "customer";
    pub const CUSTOMER_SHORT: &str = "customer_short";
    pub const ORDER: &str = "order";
    /// The paper's own number, with its version where it has one.
    pub const NUMBER: &str = "number";
    /// What the deal is called.
    pub const PROJECT: &str = "project";
    pub const VALID_UNTIL: &str = "valid_until";
    pub const AMOUNT: &str = "amount";
    /// The amount in words, 大写.
    pub const UPPERCASE: &str = "uppercase";
    /// The signed contract of an order; the one that a supplement changes.
    pub const CONTRACT: &str = "contract";
    /// Until when the customer is asked to answer, with the number of days.
    pub const DEADLINE: &str = "deadline";
    pub const DAYS: &str = "days";
    pub const OBJECTION_DAYS: &str = "objection_days";
    pub const COMPANY: &str = "company";
    pub const MANAGER: &str = "manager";
    pub const MANAGER_PHONE: &str = "manager_phone";
    pub const MANAGER_EMAIL: &str = "manager_email";
}

use place::{
    AMOUNT, COMPANY, CONTACT, CONTRACT, CUSTOMER, CUSTOMER_SHORT, DAYS, DEADLINE, MANAGER, MANAGER_EMAIL,
    MANAGER_PHONE, NUMBER, OBJECTION_DAYS, ORDER, PROJECT, UPPERCASE, VALID_UNTIL,
};

impl Paper {
    /// Every paper, in the order in which a deal comes to them.
    pub const ALL: [Paper; 4] = [Paper::Needs, Paper::Quotation, Paper::Contract, Paper::Letter];

    /// What it and its mail say, in the order in which a reader meets it.
    pub fn sentences(self) -> &'static [Sentence] {
        match self {
            Paper::Needs => &[
                Greeting,
                NeedsOpening,
                NeedsRequest,
                NeedsMailSubject,
                MailGreeting,
                NeedsMailOpening,
                NeedsMailRequest,
                NeedsMailKept,
                MailClosing,
                MailSignature,
            ],
            Paper::Quotation => &[
                Greeting,
                QuotationOpening,
                QuotationRemarks,
                QuotationTerms,
                Closing,
                QuotationMailSubject,
                MailGreeting,
                QuotationMailOpening,
                QuotationMailRequest,
                MailClosing,
                MailSignature,
            ],
            Paper::Contract => {
                &[ContractOpening, ContractSupplement, ContractLimit, ContractEach, ContractClosing]
            }
            Paper::Letter => &[
                Greeting,
                Opening,
                Acceptance,
                Confirm,
                Deemed,
                Prevails,
                Closing,
                MailSubject,
                MailGreeting,
                MailOpening,
                MailRequest,
                MailClosing,
                MailSignature,
            ],
        }
    }
}

impl Sentence {
    /// Every sentence: the letter's first, then those that the other papers have of their own.
    pub const ALL: [Sentence; 30] = [
        Greeting,
        Opening,
        Acceptance,
        Confirm,
        Deemed,
        Prevails,
        Closing,
        MailSubject,
        MailGreeting,
        MailOpening,
        MailRequest,
        MailClosing,
        MailSignature,
        NeedsOpening,
        NeedsRequest,
        NeedsMailSubject,
        NeedsMailOpening,
        NeedsMailRequest,
        NeedsMailKept,
        QuotationOpening,
        QuotationTerms,
        QuotationRemarks,
        QuotationMailSubject,
        QuotationMailOpening,
        QuotationMailRequest,
        ContractOpening,
        ContractSupplement,
        ContractLimit,
        ContractEach,
        ContractClosing,
    ];

    /// Its name in fields, settings and histories.
    pub fn name(self) -> &'static str {
        match self {
            Greeting => "greeting",
            Opening => "opening",
            Acceptance => "acceptance",
            Confirm => "confirm",
            Deemed => "deemed",
            Prevails => "prevails",
            Closing => "closing",
            MailSubject => "mail_subject",
            MailGreeting => "mail_greeting",
            MailOpening => "mail_opening",
            MailRequest => "mail_request",
            MailClosing => "mail_closing",
            MailSignature => "mail_signature",
            NeedsOpening => "needs_opening",
            NeedsRequest => "needs_request",
            NeedsMailSubject => "needs_mail_subject",
            NeedsMailOpening => "needs_mail_opening",
            NeedsMailRequest => "needs_mail_request",
            NeedsMailKept => "needs_mail_kept",
            QuotationOpening => "quotation_opening",
            QuotationTerms => "quotation_terms",
            QuotationRemarks => "quotation_remarks",
            QuotationMailSubject => "quotation_mail_subject",
            QuotationMailOpening => "quotation_mail_opening",
            QuotationMailRequest => "quotation_mail_request",
            ContractOpening => "contract_opening",
            ContractSupplement => "contract_supplement",
            ContractLimit => "contract_limit",
            ContractEach => "contract_each",
            ContractClosing => "contract_closing",
        }
    }

    /// The facts it may name, the usual ones first.
    pub fn places(self) -> &'static [&'static str] {
        match self {
            Greeting | MailGreeting => &[CONTACT, CUSTOMER, CUSTOMER_SHORT],
            Opening => &[ORDER, CONTRACT, CUSTOMER, COMPANY],
            Acceptance => &[OBJECTION_DAYS],
            Confirm => &[DEADLINE, DAYS, ORDER, CONTRACT, MANAGER, MANAGER_PHONE],
            Deemed => &[DEADLINE, DAYS, OBJECTION_DAYS],
            Prevails => &[CONTRACT],
            Closing => &[COMPANY, MANAGER, MANAGER_PHONE],
            MailSubject => &[ORDER, CUSTOMER_SHORT, AMOUNT, CUSTOMER, CONTRACT, COMPANY],
            MailOpening => &[ORDER, CONTRACT, CUSTOMER, AMOUNT, COMPANY],
            MailRequest => &[DEADLINE, DAYS, ORDER, MANAGER, MANAGER_PHONE, MANAGER_EMAIL],
            MailClosing | MailSignature => &[MANAGER, MANAGER_PHONE, MANAGER_EMAIL, COMPANY],
            NeedsOpening | NeedsMailOpening => &[PROJECT, NUMBER, CUSTOMER, COMPANY],
            NeedsMailSubject => &[NUMBER, CUSTOMER_SHORT, CUSTOMER, PROJECT, COMPANY],
            NeedsRequest | NeedsMailRequest | NeedsMailKept => {
                &[NUMBER, MANAGER, MANAGER_PHONE, MANAGER_EMAIL, COMPANY]
            }
            QuotationOpening => &[NUMBER, CUSTOMER, COMPANY],
            QuotationTerms => &[VALID_UNTIL, NUMBER, COMPANY],
            QuotationRemarks => &[VALID_UNTIL, NUMBER, MANAGER, MANAGER_PHONE, COMPANY],
            QuotationMailSubject => &[NUMBER, CUSTOMER_SHORT, AMOUNT, VALID_UNTIL, CUSTOMER, COMPANY],
            QuotationMailOpening => &[NUMBER, AMOUNT, VALID_UNTIL, CUSTOMER, COMPANY],
            QuotationMailRequest => &[VALID_UNTIL, NUMBER, MANAGER, MANAGER_PHONE, MANAGER_EMAIL],
            ContractOpening | ContractEach => &[CUSTOMER, COMPANY],
            ContractSupplement => &[CONTRACT, CUSTOMER, COMPANY],
            ContractLimit => &[AMOUNT, UPPERCASE, VALID_UNTIL, CUSTOMER, COMPANY],
            ContractClosing => &[NUMBER, CUSTOMER, COMPANY],
        }
    }

    /// One of these it must name: a letter that asks says until when (O8), an offer until when it holds (Q2), and a
    /// subject which document it is about.
    pub fn needs(self) -> &'static [&'static str] {
        match self {
            Confirm | MailRequest => &[DEADLINE, DAYS],
            MailSubject => &[ORDER],
            NeedsMailSubject | QuotationMailSubject => &[NUMBER],
            QuotationTerms => &[VALID_UNTIL],
            ContractSupplement => &[CONTRACT],
            ContractLimit => &[AMOUNT],
            _ => &[],
        }
    }

    /// The subject of a mail.
    fn is_subject(self) -> bool {
        matches!(self, MailSubject | NeedsMailSubject | QuotationMailSubject)
    }

    /// Said in the mail and not on the paper.
    pub fn is_mailed(self) -> bool {
        self.is_subject()
            || matches!(self, MailGreeting | MailOpening | MailRequest | MailClosing | MailSignature)
            || matches!(self, NeedsMailOpening | NeedsMailRequest | NeedsMailKept)
            || matches!(self, QuotationMailOpening | QuotationMailRequest)
    }

    /// Printed, so that the font must hold every character.
    pub fn is_printed(self) -> bool {
        !self.is_mailed()
    }

    /// May go over several lines.
    pub fn has_lines(self) -> bool {
        self == QuotationRemarks || (self.is_mailed() && !self.is_subject())
    }

    /// The most characters.
    pub fn most(self) -> usize {
        match self {
            Greeting | MailGreeting | Closing | MailClosing => 120,
            MailSubject | NeedsMailSubject | QuotationMailSubject => 150,
            Opening | Prevails | MailSignature => 300,
            _ => 500,
        }
    }

    /// Everything that is wrong with a text for it; `field` is what the page calls its box.
    pub fn objections(self, field: &str, text: &str) -> Vec<Refusal> {
        let mut found = Vec::new();
        let length = text.chars().count();
        if length > self.most() {
            let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            found.push(Refusal::FieldTooLong {
                field: field.into(),
                most: whole(self.most()),
                found: whole(length),
            });
        }
        if text.chars().any(|letter| letter.is_control() && !(self.has_lines() && letter == '\n')) {
            found.push(Refusal::FieldHasControl { field: field.into() });
        }
        let (named, unfinished) = places(text);
        for place in named.iter().filter(|place| !self.places().contains(*place)) {
            found.push(Refusal::PlaceUnknown { field: field.into(), place: (*place).to_string() });
        }
        if unfinished {
            found.push(Refusal::PlaceUnknown { field: field.into(), place: String::new() });
        }
        if !self.needs().is_empty() && !self.needs().iter().any(|place| named.contains(place)) {
            let places = self.needs().iter().map(ToString::to_string).collect();
            found.push(Refusal::PlaceMissing { field: field.into(), places });
        }
        found
    }
}

/// What stands before the first `{place}`, its name, and what stands after it.
pub fn next_place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (place, after) = rest.split_once('}')?;
    Some((before, place, after))
}

/// The names between braces, and whether a brace was opened and not closed.
fn places(text: &str) -> (Vec<&str>, bool) {
    let (mut named, mut rest) = (Vec::new(), text);
    while let Some((_, place, after)) = next_place(rest) {
        named.push(place);
        rest = after;
    }
    (named, rest.contains('{'))
}
