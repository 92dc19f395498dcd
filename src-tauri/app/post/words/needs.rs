//! The mail around a 客户需求清单: it asks for the confirmation, or brings what was confirmed.

use chengdan_domain::text::clean_line;
use chengdan_domain::wording::Sentence;

use super::Mail;
use crate::paper::requirement::NeedsFacts;
use crate::paper::requirement_words::needs_words;
use crate::paper::wording::Saying;

/// Greeting, closing and signature are the company's own, as in every mail of it.
pub fn needs(facts: &NeedsFacts) -> Mail {
    let words = needs_words(facts.language);
    let places = facts.places();
    let say = Saying { language: facts.language, own: &facts.own, facts: &places };
    let count = words.mail_count.replace("{count}", &facts.lines.len().to_string());
    let shown = [
        (words.number, clean_line(&facts.full_number())),
        (words.project, clean_line(&facts.project)),
        (words.mail_lines, count),
        (words.address, clean_line(&facts.delivery_address)),
        (words.manager, facts.manager.line()),
    ];
    let known = facts.confirmed.is_some();
    Mail {
        language: facts.language,
        subject: say.line(Sentence::NeedsMailSubject),
        greeting: say.lines(Sentence::MailGreeting),
        opening: say.lines(Sentence::NeedsMailOpening),
        facts: shown
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(label, text)| (label.to_owned(), text))
            .collect(),
        request: say.lines(if known { Sentence::NeedsMailKept } else { Sentence::NeedsMailRequest }),
        closing: say.lines(Sentence::MailClosing),
        signature: say.lines(Sentence::MailSignature),
    }
}
