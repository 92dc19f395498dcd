//! One conversation with a mail server, stage by stage, because "never twice" needs to know which stage was reached,
//! and body and dot must go out in one write. The commands and answers are lettre's, the line is `wire`.

use std::fmt;
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::time::Duration;

use chengdan_domain::mail::Explain;
use lettre::address::Address;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::commands::{Auth, Data, Ehlo, Mail, Quit, Rcpt, Rset, Starttls};
use lettre::transport::smtp::extension::{ClientId, Extension, ServerInfo};
use lettre::transport::smtp::response::{Response, Severity};

use super::account::Account;
use super::explain::explain;
use super::wire::{Failure, Trust, Wire};
use crate::views::setting::MailSecurity;

/// Where a conversation stands; the names stand in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Lookup,
    Connect,
    Tls,
    Login,
    Sender,
    Recipient,
    Copy,
    Data,
    Body,
}

impl Stage {
    /// The stage's name in the 通信记录.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Lookup => "lookup",
            Stage::Connect => "connect",
            Stage::Tls => "tls",
            Stage::Login => "login",
            Stage::Sender => "sender",
            Stage::Recipient => "recipient",
            Stage::Copy => "copy",
            Stage::Data => "data",
            Stage::Body => "body",
        }
    }
}

/// What kind of no it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// 4xx
    Later,
    /// 5xx
    Never,
    /// No answer: lost, timed out, not understood.
    None,
}

/// What went wrong, where, in the server's own words and with a stable name.
#[derive(Debug, Clone)]
pub struct Trouble {
    pub stage: Stage,
    pub answer: Answer,
    pub said: String,
    pub explain: Explain,
}

/// Listens to every stage that was reached, with the server's words.
pub type Listener<'a> = &'a mut dyn FnMut(Stage, &str);

/// An open, logged-in conversation.
pub struct Session {
    wire: Wire,
    offers: ServerInfo,
    command: Duration,
    closing: Duration,
}

/// How often a server may ask back during one login.
const MOST_CHALLENGES: usize = 10;

impl Session {
    /// Looks up, connects, secures and logs in. Without TLS nothing is ever said to a server.
    ///
    /// # Errors
    /// The [`Trouble`] of the stage that failed.
    pub fn open(account: &Account, hear: Listener) -> Result<Session, Trouble> {
        let addresses = lookup(account)?;
        let found: Vec<String> = addresses.iter().map(ToString::to_string).collect();
        hear(Stage::Lookup, &found.join(" "));
        let of = |stage: Stage| move |failure: Failure| trouble(stage, &failure);
        let trust = Trust::new(account.host(), account.trusted_pem()).map_err(of(Stage::Tls))?;
        let patience = account.patience();
        let mut wire = Wire::connect(&addresses, patience.command).map_err(of(Stage::Connect))?;
        let wrapped = account.security() == MailSecurity::Tls;
        if wrapped {
            wire.encrypt(&trust).map_err(of(Stage::Tls))?;
        }
        wire.answer().map_err(of(Stage::Connect))?;
        let mut offers = greet(&mut wire).map_err(of(Stage::Connect))?;
        hear(Stage::Connect, account.host());
        if !wrapped {
            if !offers.supports_feature(Extension::StartTls) {
                let _ = wire.command(Quit);
                return Err(Trouble {
                    stage: Stage::Tls,
                    answer: Answer::None,
                    said: "the server does not offer STARTTLS".into(),
                    explain: Explain::StarttlsMissing,
                });
            }
            wire.command(Starttls).map_err(of(Stage::Tls))?;
            wire.encrypt(&trust).map_err(of(Stage::Tls))?;
            // What was offered in the open counts for nothing.
            offers = greet(&mut wire).map_err(of(Stage::Tls))?;
        }
        hear(Stage::Tls, "EHLO");
        let mut session = Session { wire, offers, command: patience.command, closing: patience.closing };
        session.log_in(account, hear)?;
        Ok(session)
    }

    fn log_in(&mut self, account: &Account, hear: Listener) -> Result<(), Trouble> {
        if account.user().is_empty() {
            return Ok(());
        }
        let Some(mechanism) = self.offers.get_auth_mechanism(&[Mechanism::Plain, Mechanism::Login]) else {
            let _ = self.wire.command(Quit);
            return Err(Trouble {
                stage: Stage::Login,
                answer: Answer::Never,
                said: "the server offers neither AUTH PLAIN nor AUTH LOGIN".into(),
                explain: Explain::LoginUnsupported,
            });
        };
        let credentials = Credentials::new(account.user().into(), account.password().into());
        let answer = self.authenticate(mechanism, &credentials);
        hear(Stage::Login, &words(&answer.map_err(|failure| trouble(Stage::Login, &failure))?));
        Ok(())
    }

    fn authenticate(&mut self, mechanism: Mechanism, as_whom: &Credentials) -> Result<Response, Failure> {
        let mut answer = self.wire.command(Auth::new(mechanism, as_whom.clone(), None)?)?;
        for _ in 0..MOST_CHALLENGES {
            if !answer.has_code(334) {
                return Ok(answer);
            }
            answer = self.wire.command(Auth::new_from_response(mechanism, as_whom.clone(), &answer)?)?;
        }
        Err(Failure::Garbled("the login asks back without end".into()))
    }

    /// MAIL, RCPT for the receiver and the copy, DATA: up to the point where the body may go out, and the long wait for
    /// its answer is agreed with the system. A copy that the server refuses is left out and noted; the customer's letter does not fail because of it.
    ///
    /// # Errors
    /// The [`Trouble`] of the stage that failed. Nothing was handed over.
    pub fn offer(
        &mut self,
        from: &Address,
        to: &Address,
        copy: Option<&Address>,
        hear: Listener,
    ) -> Result<(), Trouble> {
        let of = |stage: Stage| move |failure: Failure| trouble(stage, &failure);
        self.wire.set_patience(self.command).map_err(of(Stage::Sender))?;
        let answer = self.wire.command(Mail::new(Some(from.clone()), vec![]));
        hear(Stage::Sender, &words(&answer.map_err(of(Stage::Sender))?));
        let answer = self.wire.command(Rcpt::new(to.clone(), vec![]));
        hear(Stage::Recipient, &words(&answer.map_err(of(Stage::Recipient))?));
        if let Some(copy) = copy.filter(|copy| *copy != to) {
            match self.wire.command(Rcpt::new(copy.clone(), vec![])) {
                Ok(answer) | Err(Failure::No(answer)) => hear(Stage::Copy, &words(&answer)),
                Err(failure) => return Err(trouble(Stage::Copy, &failure)),
            }
        }
        let answer = self.wire.command(Data);
        hear(Stage::Data, &words(&answer.map_err(of(Stage::Data))?));
        // RFC 5321 grants the server ten minutes for the body; giving up early is how letters are sent twice. A wait
        // that cannot be set is found out here, before the letter counts as handed over.
        self.wire.set_patience(self.closing).map_err(of(Stage::Data))
    }

    /// Body and dot in one write, then the answer. Call only after the letter is committed as handed over.
    ///
    /// # Errors
    /// The server's no, or [`Answer::None`]: then nobody knows whether it was taken.
    pub fn hand_over(&mut self, mime: &[u8]) -> Result<String, Trouble> {
        let answer = self.wire.command(Body::of(mime));
        answer.map(|answer| words(&answer)).map_err(|failure| trouble(Stage::Body, &failure))
    }

    /// Takes back an offer, so that the next letter can be offered in the same conversation.
    pub fn reset(&mut self) -> bool {
        self.wire.command(Rset).is_ok()
    }

    /// Says good-bye; a server that does not answer is left alone.
    pub fn quit(mut self) {
        let _ = self.wire.set_patience(self.command);
        let _ = self.wire.command(Quit);
    }
}

/// EHLO, with a literal instead of the machine's name: it says nothing about the user's network.
fn greet(wire: &mut Wire) -> Result<ServerInfo, Failure> {
    let answer = wire.command(Ehlo::new(ClientId::Ipv4(std::net::Ipv4Addr::LOCALHOST)))?;
    Ok(ServerInfo::from_response(&answer)?)
}

/// Resolves the server's name.
///
/// # Errors
/// `host_unknown`.
pub fn lookup(account: &Account) -> Result<Vec<SocketAddr>, Trouble> {
    let found = (account.host(), account.port()).to_socket_addrs().map(Iterator::collect::<Vec<_>>);
    match found {
        Ok(addresses) if !addresses.is_empty() => Ok(addresses),
        Ok(_) => Err(unknown(account.host().into())),
        Err(error) => Err(unknown(error.to_string())),
    }
}

/// Whether a TCP connection can be made at all; the doctor's own step.
///
/// # Errors
/// `connection_refused`, `timeout`.
pub fn knock(account: &Account, addresses: &[SocketAddr]) -> Result<(), Trouble> {
    let mut last = String::new();
    for address in addresses {
        match TcpStream::connect_timeout(address, account.patience().command) {
            Ok(_) => return Ok(()),
            Err(error) => last = error.to_string(),
        }
    }
    let timed_out = last.contains("timed out");
    let name = if timed_out { Explain::Timeout } else { Explain::ConnectionRefused };
    Err(Trouble { stage: Stage::Connect, answer: Answer::None, said: last, explain: name })
}

fn unknown(said: String) -> Trouble {
    Trouble { stage: Stage::Lookup, answer: Answer::None, said, explain: Explain::HostUnknown }
}

fn trouble(stage: Stage, failure: &Failure) -> Trouble {
    let (answer, code, said) = match failure {
        Failure::No(no) if no.code().severity == Severity::TransientNegativeCompletion => {
            (Answer::Later, Some(no.code().into()), words(no))
        }
        Failure::No(no) => (Answer::Never, Some(no.code().into()), words(no)),
        Failure::Line(error) => (Answer::None, None, short(&error.to_string())),
        Failure::Garbled(what) => (Answer::None, None, short(what)),
        Failure::Injected => (Answer::None, None, "more was said in the open than was asked for".into()),
    };
    let explain = match failure {
        Failure::Injected => Explain::AnswersInjected,
        _ => explain(stage, code, timed_out(failure), &said),
    };
    Trouble { stage, answer, said, explain }
}

fn words(answer: &Response) -> String {
    short(&format!("{} {}", answer.code(), answer.message().collect::<Vec<_>>().join(" ")))
}

/// A server's words are text from outside: one line, at most 500 characters.
fn short(text: &str) -> String {
    chengdan_domain::text::shorten(&chengdan_domain::text::clean_line(text), 500)
}

/// A read that times out is `WouldBlock` on Unix and `TimedOut` on Windows.
fn timed_out(failure: &Failure) -> bool {
    use std::io::ErrorKind::{TimedOut, WouldBlock};
    matches!(failure, Failure::Line(error) if matches!(error.kind(), TimedOut | WouldBlock))
}

/// The dot-stuffed body with its final dot.
struct Body(String);

impl Body {
    fn of(mime: &[u8]) -> Body {
        let text = String::from_utf8_lossy(mime);
        let mut body = String::with_capacity(text.len() + 64);
        for line in text.split_inclusive("\r\n") {
            if line.starts_with('.') {
                body.push('.');
            }
            body.push_str(line);
        }
        if !body.ends_with("\r\n") {
            body.push_str("\r\n");
        }
        body.push_str(".\r\n");
        Body(body)
    }
}

impl fmt::Display for Body {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
