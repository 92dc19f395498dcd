//! What a server or the network means by its words.

use chengdan_domain::mail::Explain;

use super::smtp::Stage;

/// Names the trouble. `said` are the server's or the system's own words.
pub fn explain(stage: Stage, code: Option<u16>, timed_out: bool, said: &str) -> Explain {
    let lower = said.to_lowercase();
    match code {
        None => network(&lower, timed_out),
        Some(code) => answered(stage, code, &lower),
    }
}

fn network(lower: &str, timed_out: bool) -> Explain {
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    match () {
        () if timed_out || says(&["timed out"]) => Explain::Timeout,
        () if says(&["notvalidforname"]) => Explain::TlsWrongName,
        () if says(&["certificate", "unknownissuer"]) => Explain::TlsUntrusted,
        () if says(&["invalidcontenttype", "corrupt message"]) => Explain::TlsExpected,
        () if says(&["connection refused", "unreachable", "os error 111"]) => Explain::ConnectionRefused,
        () if says(&["resolve", "name or service", "lookup"]) => Explain::HostUnknown,
        () => Explain::ConnectionLost,
    }
}

fn answered(stage: Stage, code: u16, lower: &str) -> Explain {
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let later = (400..500).contains(&code);
    match () {
        // Microsoft 365 after basic authentication was switched off, at whichever stage it says so.
        () if says(&["5.7.30", "5.7.139", "basic authentication"]) => Explain::BasicAuthOff,
        () if stage == Stage::Login && later => Explain::TryLater,
        () if stage == Stage::Login => Explain::WrongPassword,
        () if says(&["5.2.2", "mailbox full", "over quota", "quota exceeded"]) => Explain::MailboxFull,
        () if says(&["spam", "5.7.1 ", "blocked", "blacklist", "垃圾"]) => Explain::Spam,
        () if code == 552 || says(&["5.3.4", "5.2.3", "too large", "size limit"]) => Explain::TooLarge,
        () if later => Explain::TryLater,
        () if stage == Stage::Sender => Explain::SenderRefused,
        () if stage == Stage::Recipient => Explain::MailboxUnknown,
        () if code == 554 => Explain::Spam,
        () => Explain::ServerRefused,
    }
}
