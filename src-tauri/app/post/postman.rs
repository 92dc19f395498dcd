//! A round of the postman: what is due goes out, one letter after the other; the network is never under a book lock.

use std::sync::Arc;
use std::time::Duration as Pause;

use chengdan_domain::letter::LetterAct;
use chengdan_domain::mail::Explain;
use chrono::Duration;

use super::account::{Account, Carrier};
use super::mime::{self, Party};
use super::smtp::{Answer, Session, Stage, Trouble};
use super::{inbox, seam};
use crate::App;
use crate::fault::Fault;
use crate::store::post::{Ending, Held, Line};
use crate::store::{Book, outbox_list, post};

/// How long a claimed letter is this postman's.
const LEASE_MINUTES: i64 = 15;
/// The most letters of one round, so that a round ends.
const ROUND: i64 = 200;
/// How often the window looks into the outbox.
const PATROL: Pause = Pause::from_secs(2);
/// How long it rests after the book or the disk failed.
const REST: Pause = Pause::from_secs(60);

/// Runs rounds for as long as the window lives.
pub async fn run(app: Arc<App>) {
    loop {
        let worker = Arc::clone(&app);
        let round = tokio::task::spawn_blocking(move || worker.post_once()).await;
        let rest = match round {
            Ok(Err(Fault::Broken { ticket, detail })) => {
                app.log(&format!("{ticket} post: {detail}"));
                REST
            }
            Err(panic) => {
                app.log(&format!("post: {panic}"));
                REST
            }
            // No book yet, or refused for now (a full disk): look again soon.
            Ok(_) => PATROL,
        };
        tokio::time::sleep(rest).await;
    }
}

impl App {
    /// Sends what is due and answers how many letters were accepted. Rounds never overlap.
    ///
    /// # Errors
    /// `NoBook`, `DiskFull`, or broken. A letter's own trouble is no error: it stands with the letter.
    pub fn post_once(&self) -> Result<usize, Fault> {
        let _turn = self.posting();
        let book = self.book()?;
        fill_addresses(self, &book)?;
        if !book.read(|connection| post::has_work(connection, self.now()))? {
            return Ok(0);
        }
        let left = book.act(self.now(), None, post::recover)?;
        if left > 0 {
            self.changed();
        }
        let sent = match Carrier::of(self)? {
            Carrier::Inbox => Round::new(self, &book).deliver_to_inbox()?,
            Carrier::Smtp(account) => Round::new(self, &book).deliver_to_server(&account)?,
            Carrier::Nothing(why) => {
                explain_waiting(self, &book, why)?;
                0
            }
        };
        Ok(sent)
    }
}

/// Letters that waited for an address which the contact's card has by now.
fn fill_addresses(app: &App, book: &Book) -> Result<(), Fault> {
    for (id, version, address) in book.read(outbox_list::addresses_known)? {
        match super::give_address(book, app.now(), None, id, version, &address) {
            // An address that is none, or no sender yet: it keeps waiting and says so on its page.
            Ok(()) | Err(Fault::Refused { .. } | Fault::Stale { .. }) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}

fn explain_waiting(app: &App, book: &Book, why: Explain) -> Result<(), Fault> {
    if book.read(|connection| post::lacks_explanation(connection, why))? {
        book.act(app.now(), None, |act| post::explain_waiting(act, why))?;
        app.changed();
    }
    Ok(())
}

/// What follows a letter.
enum Then {
    Sent,
    Next,
    /// The account is in trouble: no other letter is tried in this round.
    Stop,
}

struct Round<'a> {
    app: &'a App,
    book: &'a Book,
    postman: String,
    session: Option<Session>,
    lines: Vec<Line>,
}

impl<'a> Round<'a> {
    fn new(app: &'a App, book: &'a Book) -> Round<'a> {
        let postman = format!("{:016x}", rand::random::<u64>());
        Round { app, book, postman, session: None, lines: Vec::new() }
    }

    fn claim(&self) -> Result<Option<Held>, Fault> {
        let lease = Duration::minutes(LEASE_MINUTES);
        self.book.act(self.app.now(), None, |act| post::claim(act, &self.postman, lease))
    }

    /// The sample company's way: there is no account here, so no letter can leave the machine.
    fn deliver_to_inbox(&mut self) -> Result<usize, Fault> {
        let folder = inbox::folder(self.book);
        let mut sent = 0;
        while let Some(held) = self.claim()? {
            let Some(mime) = self.bytes(&held)? else { continue };
            self.commit_handed(&held)?;
            let name = inbox::write(&folder, held.id, &held.order_number, &mime);
            match name {
                Ok(name) => self.accept(&held, &format!("{}/{name}", inbox::FOLDER))?,
                Err(fault) => {
                    // The file is there whole or not at all, so nothing is uncertain here.
                    self.end(&held, LetterAct::Defer, &fault.to_string(), Some(Explain::InboxUnwritable))?;
                    return Err(fault);
                }
            }
            sent += 1;
        }
        Ok(sent)
    }

    fn deliver_to_server(&mut self, account: &Account) -> Result<usize, Fault> {
        let minute_ago = self.app.now() - Duration::minutes(1);
        let gone = self.book.read(|connection| post::handed_since(connection, minute_ago))?;
        let mut sent = 0;
        for _ in 0..(account.per_minute() - gone).min(ROUND) {
            let Some(held) = self.claim()? else { break };
            match self.carry(account, &held)? {
                Then::Sent => sent += 1,
                Then::Next => {}
                Then::Stop => break,
            }
        }
        if let Some(session) = self.session.take() {
            session.quit();
        }
        Ok(sent)
    }

    fn carry(&mut self, account: &Account, held: &Held) -> Result<Then, Fault> {
        self.lines.clear();
        let Some(mime) = self.bytes(held)? else { return Ok(Then::Next) };
        let mut session = match self.offer(account, held)? {
            Ok(session) => session,
            Err(trouble) => return self.give_up(held, &trouble, false),
        };
        // Should this commit fail, the conversation ends without a body: the server drops the letter.
        self.commit_handed(held)?;
        seam::pause("handed");
        match session.hand_over(&mime) {
            Ok(said) => {
                seam::pause("accepted");
                self.session = Some(session);
                self.accept(held, &said)?;
                Ok(Then::Sent)
            }
            Err(trouble) => {
                if trouble.answer != Answer::None {
                    self.session = Some(session);
                }
                self.give_up(held, &trouble, true)
            }
        }
    }

    /// Up to DATA. A conversation that is already open may have died in silence: then a new one is tried at once.
    fn offer(&mut self, account: &Account, held: &Held) -> Result<Result<Session, Trouble>, Fault> {
        let (to, copy) = match receivers(held) {
            Ok(receivers) => receivers,
            Err(fault) => return Ok(Err(unfit(&fault))),
        };
        let mut reused = self.session.take();
        loop {
            let was_reused = reused.is_some();
            let (app, lines) = (self.app, &mut self.lines);
            let mut hear = |stage: Stage, said: &str| {
                lines.push(Line { at: app.now(), stage: stage.name(), said: said.into() })
            };
            let mut session = match reused.take() {
                Some(session) => session,
                None => match Session::open(account, &mut hear) {
                    Ok(session) => session,
                    Err(trouble) => return Ok(Err(trouble)),
                },
            };
            match session.offer(account.from(), &to, copy.as_ref(), &mut hear) {
                Ok(()) => return Ok(Ok(session)),
                Err(trouble) if trouble.answer == Answer::None && was_reused => {}
                Err(trouble) => {
                    if trouble.answer != Answer::None && session.reset() {
                        self.session = Some(session);
                    }
                    return Ok(Err(trouble));
                }
            }
        }
    }

    fn bytes(&self, held: &Held) -> Result<Option<Vec<u8>>, Fault> {
        match self.book.file_bytes(&held.mime_sha256) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(fault) => {
                self.end(held, LetterAct::Refuse, &fault.to_string(), Some(Explain::MimeBroken))?;
                Ok(None)
            }
        }
    }

    fn commit_handed(&mut self, held: &Held) -> Result<(), Fault> {
        let lines = std::mem::take(&mut self.lines);
        self.book.act(self.app.now(), None, |act| post::hand_over(act, held.id, &lines))
    }

    /// The 250 is kept. Should the commit fail it is tried once more: losing it makes a sent letter uncertain.
    fn accept(&self, held: &Held, said: &str) -> Result<(), Fault> {
        self.end(held, LetterAct::Accept, said, None)
            .or_else(|_| self.end(held, LetterAct::Accept, said, None))
    }

    fn give_up(&mut self, held: &Held, trouble: &Trouble, handed: bool) -> Result<Then, Fault> {
        let conversation = trouble.stage <= Stage::Tls;
        let act = match trouble.answer {
            Answer::Never if !conversation => LetterAct::Refuse,
            Answer::None if handed => LetterAct::Lose,
            _ => LetterAct::Defer,
        };
        self.lines.push(Line { at: self.app.now(), stage: trouble.stage.name(), said: trouble.said.clone() });
        let of_account = trouble.stage <= Stage::Login;
        let now = self.app.now();
        self.book.act(now, None, |write| {
            if of_account {
                post::pause_others(write, held.tries)?;
            }
            let ending =
                Ending { act, said: &trouble.said, explain: Some(trouble.explain), lines: &self.lines };
            post::end(write, held.id, &ending)
        })?;
        self.app.changed();
        Ok(if of_account { Then::Stop } else { Then::Next })
    }

    fn end(&self, held: &Held, act: LetterAct, said: &str, explain: Option<Explain>) -> Result<(), Fault> {
        let stage = if act == LetterAct::Accept { "sent" } else { "failed" };
        let lines = [Line { at: self.app.now(), stage, said: said.into() }];
        let ending = Ending { act, said, explain, lines: &lines };
        self.book.act(self.app.now(), None, |write| post::end(write, held.id, &ending))?;
        self.app.changed();
        Ok(())
    }
}

type Receivers = (lettre::Address, Option<lettre::Address>);

fn receivers(held: &Held) -> Result<Receivers, Fault> {
    let to = mime::address("to", &held.to_address)?;
    let copy = Party::from_line(&held.cc).map(|party| mime::address("cc", &party.address)).transpose()?;
    Ok((to, copy))
}

fn unfit(fault: &Fault) -> Trouble {
    Trouble {
        stage: Stage::Recipient,
        answer: Answer::Never,
        said: fault.to_string(),
        explain: Explain::MailboxUnknown,
    }
}
