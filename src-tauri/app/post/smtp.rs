//! One conversation with a mail server, stage by stage: lettre's `SmtpConnection` driven by hand, because "never
//! twice" needs to know which stage was reached, and body and dot must go out in one write.

use std::fmt;
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::time::Duration;

use chengdan_domain::mail::Explain;
use lettre::address::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{
    Certificate, CertificateStore, SmtpConnection, TlsParameters, TlsParametersBuilder,
};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;

use super::account::Account;
use super::explain::explain;
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
    connection: SmtpConnection,
    closing: Duration,
}

impl Session {
    /// Looks up, connects, secures and logs in. Without TLS nothing is ever said to a server.
    ///
    /// # Errors
    /// The [`Trouble`] of the stage that failed.
    pub fn open(account: &Account, hear: Listener) -> Result<Session, Trouble> {
        let addresses = lookup(account)?;
        let found: Vec<String> = addresses.iter().map(ToString::to_string).collect();
        hear(Stage::Lookup, &found.join(" "));
        let tls = tls_parameters(account).map_err(|error| trouble(Stage::Tls, &error))?;
        // A literal instead of the machine's name: it says nothing about the user's network.
        let hello = ClientId::Ipv4(std::net::Ipv4Addr::LOCALHOST);
        let wrapped = account.security() == MailSecurity::Tls;
        let mut connection = SmtpConnection::connect(
            &addresses[..],
            Some(account.patience().command),
            &hello,
            wrapped.then_some(&tls),
            None,
        )
        .map_err(|error| trouble(connect_stage(&error), &error))?;
        hear(Stage::Connect, account.host());
        if !wrapped {
            if !connection.can_starttls() {
                connection.abort();
                return Err(Trouble {
                    stage: Stage::Tls,
                    answer: Answer::None,
                    said: "the server does not offer STARTTLS".into(),
                    explain: Explain::StarttlsMissing,
                });
            }
            connection.starttls(&tls, &hello).map_err(|error| trouble(Stage::Tls, &error))?;
        }
        hear(Stage::Tls, "EHLO");
        let mut session = Session { connection, closing: account.patience().closing };
        session.log_in(account, hear)?;
        Ok(session)
    }

    fn log_in(&mut self, account: &Account, hear: Listener) -> Result<(), Trouble> {
        if account.user().is_empty() {
            return Ok(());
        }
        let mechanisms = [Mechanism::Plain, Mechanism::Login];
        if self.connection.server_info().get_auth_mechanism(&mechanisms).is_none() {
            self.connection.abort();
            return Err(Trouble {
                stage: Stage::Login,
                answer: Answer::Never,
                said: "the server offers neither AUTH PLAIN nor AUTH LOGIN".into(),
                explain: Explain::LoginUnsupported,
            });
        }
        let credentials = Credentials::new(account.user().into(), account.password().into());
        let answer = self.connection.auth(&mechanisms, &credentials);
        let answer = answer.map_err(|error| trouble(Stage::Login, &error))?;
        hear(Stage::Login, &words(&answer));
        Ok(())
    }

    /// MAIL, RCPT for the receiver and the copy, DATA: up to the point where the body may go out. A copy that the
    /// server refuses is left out and noted; the customer's letter does not fail because of it.
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
        let answer = self.connection.command(Mail::new(Some(from.clone()), vec![]));
        hear(Stage::Sender, &words(&answer.map_err(|error| trouble(Stage::Sender, &error))?));
        let answer = self.connection.command(Rcpt::new(to.clone(), vec![]));
        hear(Stage::Recipient, &words(&answer.map_err(|error| trouble(Stage::Recipient, &error))?));
        if let Some(copy) = copy.filter(|copy| *copy != to) {
            match self.connection.command(Rcpt::new(copy.clone(), vec![])) {
                Ok(answer) => hear(Stage::Copy, &words(&answer)),
                Err(error) if error.status().is_some() => hear(Stage::Copy, &said(&error)),
                Err(error) => return Err(trouble(Stage::Copy, &error)),
            }
        }
        let answer = self.connection.command(Data);
        hear(Stage::Data, &words(&answer.map_err(|error| trouble(Stage::Data, &error))?));
        Ok(())
    }

    /// Body and dot in one write, then the answer. Call only after the letter is committed as handed over.
    ///
    /// # Errors
    /// The server's no, or [`Answer::None`]: then nobody knows whether it was taken.
    pub fn hand_over(&mut self, mime: &[u8]) -> Result<String, Trouble> {
        // RFC 5321 grants the server ten minutes here; giving up early is how letters are sent twice.
        let _ = self.connection.set_timeout(Some(self.closing));
        let answer = self.connection.command(Body::of(mime));
        answer.map(|answer| words(&answer)).map_err(|error| trouble(Stage::Body, &error))
    }

    /// Takes back an offer, so that the next letter can be offered in the same conversation.
    pub fn reset(&mut self) -> bool {
        self.connection.command(Reset).is_ok()
    }

    /// Says good-bye; a server that does not answer is left alone.
    pub fn quit(mut self) {
        let _ = self.connection.quit();
    }
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

fn tls_parameters(account: &Account) -> Result<TlsParameters, Error> {
    let mut builder =
        TlsParametersBuilder::new(account.host().into()).certificate_store(CertificateStore::Default);
    if !account.trusted_pem().is_empty() {
        // One after the other, so that a chain pasted as one text is taken whole.
        for pem in account.trusted_pem().split_inclusive("-----END CERTIFICATE-----") {
            if pem.contains("-----BEGIN CERTIFICATE-----") {
                builder = builder.add_root_certificate(Certificate::from_pem(pem.as_bytes())?);
            }
        }
    }
    builder.build()
}

/// lettre connects, shakes hands and greets in one call; its error tells how far it came.
fn connect_stage(error: &Error) -> Stage {
    let text = said(error);
    if text.contains("certificate") || text.contains("InvalidContentType") || text.contains("handshake") {
        Stage::Tls
    } else {
        Stage::Connect
    }
}

fn trouble(stage: Stage, error: &Error) -> Trouble {
    let answer = match () {
        () if error.is_transient() => Answer::Later,
        () if error.is_permanent() => Answer::Never,
        () => Answer::None,
    };
    let said = said(error);
    let code = error.status().map(u16::from);
    Trouble { stage, answer, explain: explain(stage, code, timed_out(error), &said), said }
}

/// The server's own words, or those of the failure below, without lettre's wrapping.
fn said(error: &Error) -> String {
    let cause = std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string);
    let text = match error.status() {
        Some(code) => format!("{code} {cause}"),
        None => cause,
    };
    short(&text)
}

fn words(answer: &Response) -> String {
    short(&format!("{} {}", answer.code(), answer.message().collect::<Vec<_>>().join(" ")))
}

/// A server's words are text from outside: one line, at most 500 characters.
fn short(text: &str) -> String {
    chengdan_domain::text::shorten(&chengdan_domain::text::clean_line(text), 500)
}

/// A read that times out is `WouldBlock` on Unix and `TimedOut` on Windows.
fn timed_out(error: &Error) -> bool {
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        if let Some(io) = cause.downcast_ref::<std::io::Error>() {
            use std::io::ErrorKind::{TimedOut, WouldBlock};
            return matches!(io.kind(), TimedOut | WouldBlock);
        }
        source = cause.source();
    }
    false
}

/// RSET
struct Reset;

impl fmt::Display for Reset {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("RSET\r\n")
    }
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
