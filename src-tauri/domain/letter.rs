//! The law of a letter on its way: never sent twice by itself, and nothing that may have left is called unsent.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::refusal::Refusal;

/// The state of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum LetterState {
    /// 缺少邮箱: the PDF is frozen, the MIME waits for an address.
    MissingAddress,
    Queued,
    Claimed,
    /// Committed before body and dot go out.
    Handed,
    Sent,
    Retry,
    Failed,
    /// Connection lost after handed: a person decides.
    Uncertain,
    /// 已另行送达
    DeliveredOtherwise,
    /// Withdrawn before it was sent (order changed or cancelled).
    Withdrawn,
}

impl LetterState {
    /// Every state.
    pub const ALL: [LetterState; 10] = [
        LetterState::MissingAddress,
        LetterState::Queued,
        LetterState::Claimed,
        LetterState::Handed,
        LetterState::Sent,
        LetterState::Retry,
        LetterState::Failed,
        LetterState::Uncertain,
        LetterState::DeliveredOtherwise,
        LetterState::Withdrawn,
    ];
}

/// What happens to a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterAct {
    /// The address is known now and the MIME is made.
    GiveAddress,
    /// The postman takes it, for as long as the lease lasts.
    Claim,
    /// The lease ran out before anything went out.
    Release,
    /// Committed, then body and dot go out.
    HandOver,
    /// The server said 250.
    Accept,
    /// The server said 4xx, or anything failed before it was handed over.
    Defer,
    /// The server said 5xx.
    Refuse,
    /// The connection was lost after it was handed over, or it was found handed over at start.
    Lose,
    /// A person (or the repaired account) wants it tried again at once; the server had refused it.
    TryAgain,
    /// 「再次发送」: another letter with another Message-ID; this one stays as it is.
    Repeat,
    /// 「已另行送达」
    MarkDelivered,
    /// The order changed or was cancelled before it was sent.
    Withdraw,
}

impl LetterAct {
    /// Every act.
    pub const ALL: [LetterAct; 12] = [
        LetterAct::GiveAddress,
        LetterAct::Claim,
        LetterAct::Release,
        LetterAct::HandOver,
        LetterAct::Accept,
        LetterAct::Defer,
        LetterAct::Refuse,
        LetterAct::Lose,
        LetterAct::TryAgain,
        LetterAct::Repeat,
        LetterAct::MarkDelivered,
        LetterAct::Withdraw,
    ];
}

/// Whose hand an arrow needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Postman,
    Person,
    /// The postman when the contact's card has an address now, or a person who types one.
    Either,
}

use By::{Either, Person, Postman};
use LetterAct::{
    Accept, Claim, Defer, GiveAddress, HandOver, Lose, MarkDelivered, Refuse, Release, Repeat, TryAgain,
    Withdraw,
};
use LetterState::{
    Claimed, DeliveredOtherwise, Failed, Handed, MissingAddress, Queued, Retry, Sent, Uncertain, Withdrawn,
};

/// The law, one line per arrow. What is not here is refused.
pub const LAW: &[(LetterState, LetterAct, LetterState, By)] = &[
    // from              act            to                  by
    (MissingAddress, GiveAddress, Queued, Either),
    (Queued, Claim, Claimed, Postman),
    (Retry, Claim, Claimed, Postman),
    (Claimed, Release, Queued, Postman),
    (Claimed, Defer, Retry, Postman),
    (Claimed, Refuse, Failed, Postman),
    (Claimed, HandOver, Handed, Postman),
    (Handed, Accept, Sent, Postman),
    (Handed, Defer, Retry, Postman),
    (Handed, Refuse, Failed, Postman),
    (Handed, Lose, Uncertain, Postman),
    (Retry, TryAgain, Queued, Person),
    (Failed, TryAgain, Queued, Person),
    (Sent, Repeat, Sent, Person),
    (Failed, Repeat, Failed, Person),
    (Uncertain, Repeat, Uncertain, Person),
    (DeliveredOtherwise, Repeat, DeliveredOtherwise, Person),
    (MissingAddress, MarkDelivered, DeliveredOtherwise, Person),
    (Queued, MarkDelivered, DeliveredOtherwise, Person),
    (Retry, MarkDelivered, DeliveredOtherwise, Person),
    (Failed, MarkDelivered, DeliveredOtherwise, Person),
    (Uncertain, MarkDelivered, DeliveredOtherwise, Person),
    (MissingAddress, Withdraw, Withdrawn, Person),
    (Queued, Withdraw, Withdrawn, Person),
    (Retry, Withdraw, Withdrawn, Person),
    (Failed, Withdraw, Withdrawn, Person),
];

/// Where the act leads.
///
/// # Errors
/// `LetterInFlight` while the postman has it in hand, else `LetterNotMailable`.
pub fn step(state: LetterState, act: LetterAct) -> Result<LetterState, Refusal> {
    let arrow = LAW.iter().find(|(from, by_act, _, _)| *from == state && *by_act == act);
    arrow.map(|(_, _, to, _)| *to).ok_or_else(|| {
        let state_name = format!("{state:?}");
        match state {
            Claimed | Handed => Refusal::LetterInFlight { state: state_name },
            _ => Refusal::LetterNotMailable { state: state_name },
        }
    })
}

/// What the page may offer. A letter that was repeated is history: only its repetition is tried or marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offers {
    pub resend: bool,
    pub retry: bool,
    pub mark_delivered: bool,
}

/// The offers for a letter; `repeated` when another letter repeats it.
pub fn offers(state: LetterState, repeated: bool) -> Offers {
    let may = |act| step(state, act).is_ok();
    Offers {
        // A missing address is given by 「再次发送」 with an address.
        resend: may(Repeat) || may(GiveAddress),
        retry: may(TryAgain) && !repeated,
        mark_delivered: may(MarkDelivered) && !repeated,
    }
}

/// Minutes until the next try after `tries` tries that failed.
pub fn back_off_minutes(tries: i64) -> i64 {
    match tries {
        ..=1 => 1,
        2 => 2,
        3 => 5,
        4 => 15,
        5 => 30,
        _ => 60,
    }
}
