//! The sentences of the 订单确认函 and of its mail that a company may write itself. Facts are no sentences: number,
//! parties, lines, amounts, terms and dates stand on the paper whatever the wording says.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::refusal::Refusal;

/// A sentence that may be worded.
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
    // The mail
    MailSubject,
    MailGreeting,
    MailOpening,
    MailRequest,
    MailClosing,
    MailSignature,
}

use Sentence::{
    Acceptance, Closing, Confirm, Deemed, Greeting, MailClosing, MailGreeting, MailOpening, MailRequest,
    MailSignature, MailSubject, Opening, Prevails,
};

/// Names of facts that may stand between braces.
pub mod place {
    /// The contact with 称谓, or 「尊敬的客户」.
    pub const CONTACT: &str = "contact";
    pub const CUSTOMER: &str = "customer";
    pub const CUSTOMER_SHORT: &str = "customer_short";
    pub const ORDER: &str = "order";
    pub const AMOUNT: &str = "amount";
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
    MANAGER_PHONE, OBJECTION_DAYS, ORDER,
};

impl Sentence {
    /// Every sentence, in the order in which a reader meets it.
    pub const ALL: [Sentence; 13] = [
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
        }
    }

    /// One of these it must name: a letter that asks says until when (O8), and a subject says which order.
    pub fn needs(self) -> &'static [&'static str] {
        match self {
            Confirm | MailRequest => &[DEADLINE, DAYS],
            MailSubject => &[ORDER],
            _ => &[],
        }
    }

    /// Printed, so that the font must hold every character.
    pub fn is_printed(self) -> bool {
        self < MailSubject
    }

    /// May go over several lines.
    pub fn has_lines(self) -> bool {
        self > MailSubject
    }

    /// The most characters.
    pub fn most(self) -> usize {
        match self {
            Greeting | MailGreeting | Closing | MailClosing => 120,
            MailSubject => 150,
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
