//! The mail doctor: the way to the server step by step, with times, the server's own words and an explanation.

use chengdan_domain::mail::Explain;
use chengdan_domain::refusal::Refusal;
use chrono::{DateTime, Utc};

use super::account::{Account, Carrier};
use super::mime::{self, Envelope, Party};
use super::smtp::{self, Session, Stage, Trouble};
use super::{inbox, words};
use crate::App;
use crate::clock::instant_text;
use crate::fault::Fault;
use crate::store::outbox::NewLetter;
use crate::store::post::Line;
use crate::store::{outbox, setting};
use crate::views::setting::{MailStep, MailTested};

/// Sends a test letter to oneself and tells every step. A letter that was accepted stands in the outbox as `test`.
///
/// # Errors
/// `FieldNotEmail`, `MailNotSet`, `PasswordMissing`; trouble with the server is no error but an answer.
pub fn examine(app: &App, to: &str) -> Result<MailTested, Fault> {
    mime::address("to", to)?;
    let carrier = Carrier::of(app)?;
    match carrier {
        Carrier::Nothing(Explain::PasswordMissing) => Err(Refusal::PasswordMissing.into()),
        Carrier::Nothing(_) => Err(Refusal::MailNotSet.into()),
        Carrier::Inbox => to_inbox(app, to),
        Carrier::Smtp(account) => to_server(app, &account.impatient(), to),
    }
}

fn letter(app: &App, to: &str) -> Result<(NewLetter, Vec<u8>), Fault> {
    let (from, language) =
        app.book()?.read(|connection| Ok((setting::sender(connection)?, setting::language(connection)?)))?;
    let words = words::test(language, &from.name);
    let message_id = mime::new_message_id(&from.address);
    let bytes = mime::build(&Envelope {
        from,
        to: Party::new("", to),
        cc: None,
        reply_to: None,
        subject: &words.subject,
        text: &words.text,
        html: &words.html,
        pdf: None,
        message_id: &message_id,
        date: app.now(),
    })?;
    let letter = NewLetter {
        kind: "test".into(),
        revision: 1,
        to_address: to.into(),
        subject: words.subject,
        text_body: words.text,
        html_body: words.html,
        message_id,
        mime_sha256: app.book()?.keep_bytes(&bytes)?,
        mime_size: bytes.len(),
        ..NewLetter::default()
    };
    Ok((letter, bytes))
}

fn to_inbox(app: &App, to: &str) -> Result<MailTested, Fault> {
    let book = app.book()?;
    let (letter, bytes) = letter(app, to)?;
    let person = app.person_id().ok();
    let id = book.act(app.now(), person, |act| outbox::record_test(act, &letter, inbox::FOLDER, &[]))?;
    let name = inbox::write(&inbox::folder(&book), id, "test", &bytes)?;
    let said = format!("{}/{name}", inbox::FOLDER);
    let step = MailStep { step: "handover".into(), ok: true, millis: 0, said, explain: String::new() };
    Ok(MailTested { at: instant_text(app.now()), ok: true, steps: vec![step] })
}

fn to_server(app: &App, account: &Account, to: &str) -> Result<MailTested, Fault> {
    let (letter, bytes) = letter(app, to)?;
    let receiver = mime::address("to", to)?;
    let mut chart = Chart::new(app);
    let outcome = walk(account, &receiver, &bytes, &mut chart);
    if let Err(trouble) = &outcome {
        chart.failed(trouble);
    }
    if let Ok(said) = &outcome {
        let person = app.person_id().ok();
        app.book()?.act(app.now(), person, |act| outbox::record_test(act, &letter, said, &chart.lines))?;
    }
    Ok(MailTested { at: instant_text(app.now()), ok: outcome.is_ok(), steps: chart.steps })
}

fn walk(account: &Account, to: &lettre::Address, bytes: &[u8], chart: &mut Chart) -> Result<String, Trouble> {
    let addresses = smtp::lookup(account)?;
    chart.passed("lookup", &addresses.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
    smtp::knock(account, &addresses)?;
    chart.passed("connect", "");
    let mut session = Session::open(account, &mut |stage, said| match stage {
        Stage::Tls => chart.passed("tls", said),
        Stage::Login => chart.passed("login", said),
        _ => {}
    })?;
    session.offer(account.from(), to, None, &mut |stage, said| {
        if stage == Stage::Recipient {
            chart.passed("sender", said);
        }
    })?;
    let said = session.hand_over(bytes)?;
    chart.passed("handover", &said);
    session.quit();
    Ok(said)
}

/// The steps so far, each with the time it took.
struct Chart<'a> {
    app: &'a App,
    since: DateTime<Utc>,
    steps: Vec<MailStep>,
    lines: Vec<Line>,
}

impl<'a> Chart<'a> {
    fn new(app: &'a App) -> Chart<'a> {
        Chart { app, since: app.now(), steps: Vec::new(), lines: Vec::new() }
    }

    fn passed(&mut self, step: &'static str, said: &str) {
        self.lines.push(Line { at: self.app.now(), stage: step, said: said.into() });
        self.add(step, true, said, "");
    }

    fn failed(&mut self, trouble: &Trouble) {
        let step = match trouble.stage {
            Stage::Lookup => "lookup",
            // The line was there a moment ago, so it is the greeting that failed: shown with TLS.
            Stage::Connect if self.steps.iter().any(|step| step.step == "connect") => "tls",
            Stage::Connect => "connect",
            Stage::Tls => "tls",
            Stage::Login => "login",
            Stage::Sender | Stage::Recipient | Stage::Copy => "sender",
            Stage::Data | Stage::Body => "handover",
        };
        self.add(step, false, &trouble.said, trouble.explain.name());
    }

    fn add(&mut self, step: &str, ok: bool, said: &str, explain: &str) {
        let now = self.app.now();
        let millis = (now - self.since).num_milliseconds();
        self.since = now;
        let (step, said, explain) = (step.into(), said.into(), explain.into());
        self.steps.push(MailStep { step, ok, millis, said, explain });
    }
}
