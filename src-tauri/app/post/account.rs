//! The mail account as the postman uses it. It can only be had from a book that is not the sample company's: this is
//! why the sample's postman cannot reach SMTP.

use std::time::Duration;

use chengdan_domain::mail::Explain;

use super::mime;
use crate::App;
use crate::fault::Fault;
use crate::store::setting::{self, Patience};
use crate::views::setting::{MailAccount, MailSecurity};
use lettre::address::Address;

/// An account with its password, for as long as letters are sent. Never printed.
pub struct Account {
    settings: MailAccount,
    port: u16,
    from: Address,
    password: String,
    patience: Patience,
}

/// Where this book's letters go.
pub enum Carrier {
    /// The sample company: files in the 演示收件箱.
    Inbox,
    Smtp(Box<Account>),
    /// Nothing can be sent, and why.
    Nothing(Explain),
}

impl Carrier {
    /// Chooses by the book.
    ///
    /// # Errors
    /// Broken when the book cannot be read.
    pub fn of(app: &App) -> Result<Carrier, Fault> {
        let book = app.book()?;
        let (sample, settings, patience) = book.read(|connection| {
            Ok((setting::is_sample(connection)?, setting::mail(connection)?, setting::patience(connection)?))
        })?;
        if sample {
            return Ok(Carrier::Inbox);
        }
        let Some(port) = u16::try_from(settings.port).ok().filter(|port| *port > 0) else {
            return Ok(Carrier::Nothing(Explain::MailNotSet));
        };
        if settings.host.is_empty() || settings.from_address.is_empty() {
            return Ok(Carrier::Nothing(Explain::MailNotSet));
        }
        let Ok(from) = mime::address("from_address", &settings.from_address) else {
            return Ok(Carrier::Nothing(Explain::SenderRefused));
        };
        let entry = crate::commands::setting::password_entry(app)?;
        let password = app.vault().get(&entry).ok().flatten().unwrap_or_default();
        if password.is_empty() && !settings.user.is_empty() {
            return Ok(Carrier::Nothing(Explain::PasswordMissing));
        }
        Ok(Carrier::Smtp(Box::new(Account { settings, port, from, password, patience })))
    }
}

impl Account {
    pub(super) fn host(&self) -> &str {
        &self.settings.host
    }
    pub(super) fn port(&self) -> u16 {
        self.port
    }
    pub(super) fn security(&self) -> MailSecurity {
        self.settings.security
    }
    pub(super) fn user(&self) -> &str {
        &self.settings.user
    }
    pub(super) fn password(&self) -> &str {
        &self.password
    }
    pub(super) fn trusted_pem(&self) -> &str {
        &self.settings.trusted_pem
    }
    pub(super) fn patience(&self) -> Patience {
        self.patience
    }
    /// The sender of the SMTP envelope.
    pub fn from(&self) -> &Address {
        &self.from
    }
    /// Letters a minute at most; Exchange Online takes 30.
    pub fn per_minute(&self) -> i64 {
        if self.settings.per_minute > 0 { self.settings.per_minute } else { 30 }
    }
    /// Waits shorter for the doctor, who stands beside a person.
    pub fn impatient(mut self) -> Account {
        let least = Duration::from_secs(30);
        self.patience.command = self.patience.command.min(least);
        self.patience.closing = self.patience.closing.min(Duration::from_secs(60));
        self
    }
}
