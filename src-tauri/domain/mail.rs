//! Why a letter has not left, as stable names: the outbox keeps them, the page has their words.

/// A reason with words of its own in both languages (`ui/words/mail.ts`; `tests/tidy/words.rs` sees to it).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explain {
    WrongPassword,
    BasicAuthOff,
    LoginUnsupported,
    SenderRefused,
    MailboxUnknown,
    MailboxFull,
    TooLarge,
    Spam,
    TryLater,
    /// A no without a better name.
    ServerRefused,
    Timeout,
    ConnectionRefused,
    /// No answer, and no better name for it.
    ConnectionLost,
    HostUnknown,
    TlsUntrusted,
    TlsWrongName,
    TlsExpected,
    StarttlsMissing,
    /// Answers stood before the encryption that only a stranger on the way can have put there.
    AnswersInjected,
    MailNotSet,
    PasswordMissing,
    /// A postman who is gone had handed it over, and nobody knows what the server said.
    FoundHanded,
    /// The frozen letter is gone from the book's files, or changed.
    MimeBroken,
    /// The sample company's 演示收件箱 cannot be written.
    InboxUnwritable,
}

impl Explain {
    /// Every reason.
    pub const ALL: [Explain; 24] = [
        Explain::WrongPassword,
        Explain::BasicAuthOff,
        Explain::LoginUnsupported,
        Explain::SenderRefused,
        Explain::MailboxUnknown,
        Explain::MailboxFull,
        Explain::TooLarge,
        Explain::Spam,
        Explain::TryLater,
        Explain::ServerRefused,
        Explain::Timeout,
        Explain::ConnectionRefused,
        Explain::ConnectionLost,
        Explain::HostUnknown,
        Explain::TlsUntrusted,
        Explain::TlsWrongName,
        Explain::TlsExpected,
        Explain::StarttlsMissing,
        Explain::AnswersInjected,
        Explain::MailNotSet,
        Explain::PasswordMissing,
        Explain::FoundHanded,
        Explain::MimeBroken,
        Explain::InboxUnwritable,
    ];

    /// The name that is kept and crosses the door.
    pub fn name(self) -> &'static str {
        match self {
            Explain::WrongPassword => "wrong_password",
            Explain::BasicAuthOff => "basic_auth_off",
            Explain::LoginUnsupported => "login_unsupported",
            Explain::SenderRefused => "sender_refused",
            Explain::MailboxUnknown => "mailbox_unknown",
            Explain::MailboxFull => "mailbox_full",
            Explain::TooLarge => "too_large",
            Explain::Spam => "spam",
            Explain::TryLater => "try_later",
            Explain::ServerRefused => "server_refused",
            Explain::Timeout => "timeout",
            Explain::ConnectionRefused => "connection_refused",
            Explain::ConnectionLost => "connection_lost",
            Explain::HostUnknown => "host_unknown",
            Explain::TlsUntrusted => "tls_untrusted",
            Explain::TlsWrongName => "tls_wrong_name",
            Explain::TlsExpected => "tls_expected",
            Explain::StarttlsMissing => "starttls_missing",
            Explain::AnswersInjected => "answers_injected",
            Explain::MailNotSet => "mail_not_set",
            Explain::PasswordMissing => "password_missing",
            Explain::FoundHanded => "found_handed",
            Explain::MimeBroken => "mime_broken",
            Explain::InboxUnwritable => "inbox_unwritable",
        }
    }
}
