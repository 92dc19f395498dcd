//! Stable names for what a server or the network means; the page has the words in both languages.

use super::smtp::Stage;

/// Names the trouble. `said` are the server's or the system's own words.
pub fn explain(stage: Stage, code: Option<u16>, timed_out: bool, said: &str) -> &'static str {
    let lower = said.to_lowercase();
    match code {
        None => network(&lower, timed_out),
        Some(code) => answered(stage, code, &lower),
    }
}

fn network(lower: &str, timed_out: bool) -> &'static str {
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    match () {
        () if timed_out || says(&["timed out"]) => "timeout",
        () if says(&["notvalidforname"]) => "tls_wrong_name",
        () if says(&["certificate", "unknownissuer"]) => "tls_untrusted",
        () if says(&["invalidcontenttype", "corrupt message"]) => "tls_expected",
        () if says(&["connection refused", "unreachable", "os error 111"]) => "connection_refused",
        () if says(&["resolve", "name or service", "lookup"]) => "host_unknown",
        () => "connection_lost",
    }
}

fn answered(stage: Stage, code: u16, lower: &str) -> &'static str {
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let later = (400..500).contains(&code);
    match () {
        // Microsoft 365 after basic authentication was switched off, at whichever stage it says so.
        () if says(&["5.7.30", "5.7.139", "basic authentication"]) => "basic_auth_off",
        () if stage == Stage::Login && later => "try_later",
        () if stage == Stage::Login => "wrong_password",
        () if says(&["5.2.2", "mailbox full", "over quota", "quota exceeded"]) => "mailbox_full",
        () if says(&["spam", "5.7.1 ", "blocked", "blacklist", "垃圾"]) => "spam",
        () if code == 552 || says(&["5.3.4", "5.2.3", "too large", "size limit"]) => "too_large",
        () if later => "try_later",
        () if stage == Stage::Sender => "sender_refused",
        () if stage == Stage::Recipient => "mailbox_unknown",
        () if code == 554 => "spam",
        () => "server_refused",
    }
}
