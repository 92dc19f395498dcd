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
    let short = [&facts.customer.short_name, &facts.customer.name].into_iter().find(|name| !name.is_empty());
    let subject = words
        .mail_subject
        .replace("{number}", &facts.full_number())
        .replace("{customer_short}", short.map_or("", String::as_str));
    let count = words.mail_count.replace("{count}", &facts.lines.len().to_string());
    let manager =
        [&facts.manager.name, &facts.manager.phone, &facts.manager.email].map(|part| clean_line(part));
    let manager = manager.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let shown = [
        (words.number, clean_line(&facts.full_number())),
        (words.project, clean_line(&facts.project)),
        (words.mail_lines, count),
        (words.address, clean_line(&facts.delivery_address)),
        (words.manager, manager),
    ];
    let request = if facts.confirmed.is_some() { words.mail_kept } else { words.mail_request };
    Mail {
        language: facts.language,
        subject: clean_line(&subject),
        greeting: say.lines(Sentence::MailGreeting),
        opening: words.mail_opening.into(),
        facts: shown
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(label, text)| (label.to_owned(), text))
            .collect(),
        request: request.into(),
        closing: say.lines(Sentence::MailClosing),
        signature: say.lines(Sentence::MailSignature),
    }
}
