//! The letter as MIME: multipart/mixed{alternative{text, HTML}, PDF}, pure ASCII, made once and then frozen.

use std::time::SystemTime;

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text;
use chrono::{DateTime, Utc};
use lettre::Message;
use lettre::address::Address;
use lettre::message::header::{ContentDisposition, ContentTransferEncoding, Header, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use sha2::{Digest, Sha256};

use crate::fault::Fault;
use crate::store::history::hex;

/// A name and an address; the name may be empty and is cleaned before it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    pub address: String,
}

impl Party {
    /// A party from any text.
    pub fn new(name: &str, address: &str) -> Party {
        Party { name: text::clean_line(name), address: address.into() }
    }

    /// `name <address>`, as the outbox keeps it; empty without an address.
    pub fn line(&self) -> String {
        match (self.name.is_empty(), self.address.is_empty()) {
            (_, true) => String::new(),
            (true, false) => self.address.clone(),
            (false, false) => format!("{} <{}>", self.name, self.address),
        }
    }

    /// Reads back what [`Party::line`] wrote; `None` when empty.
    pub fn from_line(line: &str) -> Option<Party> {
        if line.is_empty() {
            return None;
        }
        match line.strip_suffix('>').and_then(|line| line.rsplit_once(" <")) {
            Some((name, address)) => Some(Party { name: name.into(), address: address.into() }),
            None => Some(Party { name: String::new(), address: line.into() }),
        }
    }
}

/// Everything that makes a letter; the same envelope makes the same bytes.
#[derive(Debug, Clone)]
pub struct Envelope<'a> {
    pub from: Party,
    pub to: Party,
    pub cc: Option<Party>,
    pub reply_to: Option<Party>,
    pub subject: &'a str,
    pub text: &'a str,
    pub html: &'a str,
    /// File name and bytes.
    pub pdf: Option<(&'a str, &'a [u8])>,
    /// With its angle brackets; fixed, because a letter is looked for by it.
    pub message_id: &'a str,
    pub date: DateTime<Utc>,
}

/// Writes the letter. Names and subject are cleaned, addresses that could end a header are refused.
///
/// # Errors
/// `FieldNotEmail` with the field (`from`, `to`, `cc`, `reply_to`); broken when the MIME is not pure ASCII.
pub fn build(envelope: &Envelope) -> Result<Vec<u8>, Fault> {
    let mut builder = Message::builder()
        .from(mailbox("from", &envelope.from)?)
        .to(mailbox("to", &envelope.to)?)
        .subject(text::clean_line(envelope.subject))
        .message_id(Some(text::clean_line(envelope.message_id)))
        .date(SystemTime::from(envelope.date));
    if let Some(cc) = &envelope.cc {
        builder = builder.cc(mailbox("cc", cc)?);
    }
    if let Some(reply_to) = &envelope.reply_to {
        builder = builder.reply_to(mailbox("reply_to", reply_to)?);
    }
    let words = MultiPart::alternative()
        .boundary(boundary(envelope.message_id, "words"))
        .singlepart(SinglePart::plain(lines(envelope.text)))
        .singlepart(SinglePart::html(lines(envelope.html)));
    let mut whole = MultiPart::mixed().boundary(boundary(envelope.message_id, "whole")).multipart(words);
    if let Some((name, bytes)) = envelope.pdf {
        whole = whole.singlepart(pdf_part(name, bytes)?);
    }
    let bytes = builder.multipart(whole).map_err(Fault::broken)?.formatted();
    if bytes.is_ascii() { Ok(bytes) } else { Err(Fault::broken("the letter is not pure ASCII")) }
}

/// A fresh Message-ID in the sender's domain.
pub fn new_message_id(from_address: &str) -> String {
    let domain = from_address.rsplit_once('@').map_or("", |(_, domain)| domain);
    let domain = if text::is_email(from_address) && domain.is_ascii() { domain } else { "chengdan.invalid" };
    format!("<{:032x}@{domain}>", rand::random::<u128>())
}

/// An address as SMTP and MIME take it.
///
/// # Errors
/// `FieldNotEmail`, in particular for CR, LF, blanks and letters outside ASCII.
pub fn address(field: &str, address: &str) -> Result<Address, Fault> {
    let wrong = || Fault::refused(Refusal::FieldNotEmail { field: field.into(), found: address.into() });
    if !address.is_ascii() || !text::is_email(address) {
        return Err(wrong());
    }
    address.parse().map_err(|_| wrong())
}

fn mailbox(field: &str, party: &Party) -> Result<Mailbox, Fault> {
    // lettre panics on CR/LF in a display name; cells with line breaks make that everyday input.
    let name = text::clean_line(&party.name);
    Ok(Mailbox::new((!name.is_empty()).then_some(name), address(field, &party.address)?))
}

/// Bodies travel with CRLF only.
fn lines(body: &str) -> String {
    body.replace("\r\n", "\n").replace(['\r', '\n'], "\r\n")
}

fn boundary(message_id: &str, part: &str) -> String {
    format!("=_{}", &hex(&Sha256::digest(format!("{part} {message_id}").as_bytes()))[..40])
}

fn pdf_part(name: &str, bytes: &[u8]) -> Result<SinglePart, Fault> {
    let name = text::safe_file_name(name.strip_suffix(".pdf").unwrap_or(name), "pdf");
    let body = Body::new_with_encoding(bytes.to_vec(), ContentTransferEncoding::Base64)
        .map_err(|_| Fault::broken("base64 refused the PDF"))?;
    Ok(SinglePart::builder()
        .header(PdfType(name.clone()))
        // filename*0*=utf-8''…: the form of RFC 2231, for everything written since 1997.
        .header(ContentDisposition::attachment(&name))
        .body(body))
}

/// `Content-Type` with the name as encoded words (RFC 2047), for Outlook and the web mails of QQ and 163.
#[derive(Clone)]
struct PdfType(String);

impl Header for PdfType {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Type")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(PdfType(text.into()))
    }

    fn display(&self) -> HeaderValue {
        let raw = format!("application/pdf; name=\"{}\"", self.0);
        let encoded = format!("application/pdf;\r\n name=\"{}\"", encoded_words(&self.0));
        HeaderValue::dangerous_new_pre_encoded(Self::name(), raw, encoded)
    }
}

/// Text as encoded words of at most 75 characters, folded; plain when it is ASCII.
fn encoded_words(text: &str) -> String {
    if text.is_ascii() {
        return text.into();
    }
    // 45 bytes make 60 characters of base64, with `=?UTF-8?B?` and `?=` 72.
    let mut words: Vec<String> = vec![String::new()];
    for character in text.chars() {
        if words.last().is_some_and(|word| word.len() + character.len_utf8() > 45) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(character);
        }
    }
    let coded: Vec<String> =
        words.iter().map(|word| format!("=?UTF-8?B?{}?=", BASE64.encode(word.as_bytes()))).collect();
    coded.join("\r\n ")
}
