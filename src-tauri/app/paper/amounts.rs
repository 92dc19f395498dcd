//! The amount block and the payment schedule, which every priced paper shares: total, 大写, net and tax per rate, and when
//! which part is due.

use std::collections::BTreeMap;

use chengdan_domain::calendar::Calendar;
use chengdan_domain::money::{Money, Rate, net_and_tax_half_up};
use chengdan_domain::payment::{
    Instalment, PaymentTerms, condition_en, condition_zh, instalment_amounts_half_up, latest_date,
    sentence_en, sentence_zh,
};
use chengdan_domain::uppercase::uppercase;
use chrono::NaiveDate;
use serde::Serialize;

use super::PaperFault;
use super::figures::{date, money, rate};
use super::fill::fill;
use super::letter::LineFacts;
use super::words::{Language, Words, instalment, payment_method, words};

/// What stands under the lines of a priced paper.
#[derive(Debug, Serialize)]
pub(super) struct AmountSheet {
    total: String,
    uppercase: String,
    waiver: String,
    net_and_tax: String,
    rates: Vec<String>,
}

/// How and when it is paid.
#[derive(Debug, Serialize)]
pub(super) struct TermsSheet {
    terms: String,
    method: &'static str,
    instalments: Vec<InstalmentSheet>,
}

#[derive(Debug, Serialize)]
struct InstalmentSheet {
    name: String,
    amount: String,
    when: String,
}

/// The amount of lines.
pub(super) fn total(lines: &[LineFacts]) -> Result<Money, PaperFault> {
    Money::sum(lines.iter().map(|line| line.amount)).ok_or(PaperFault::Amount)
}

/// The amount block under lines.
pub(super) fn amounts(
    language: Language,
    lines: &[LineFacts],
    waiver: Money,
) -> Result<AmountSheet, PaperFault> {
    let (words, total) = (words(language), total(lines)?);
    let parts = by_rate(lines);
    let net = parts.iter().map(|(_, net, _)| net.0).sum();
    let tax = parts.iter().map(|(_, _, tax)| tax.0).sum();
    let off = match waiver.0 {
        0 => String::new(),
        _ => fill(words.waiver, &[("amount", &money(waiver))]),
    };
    Ok(AmountSheet {
        total: format!("¥ {}", money(total)),
        uppercase: uppercase(total),
        waiver: off,
        net_and_tax: fill(words.net_and_tax, &[("net", &money(Money(net))), ("tax", &money(Money(tax)))]),
        rates: rates(words, parts),
    })
}

fn rates(words: &Words, parts: Vec<(Rate, Money, Money)>) -> Vec<String> {
    let say = |(of, net, tax): (Rate, Money, Money)| {
        fill(words.rate_part, &[("rate", &rate(of)), ("net", &money(net)), ("tax", &money(tax))])
    };
    parts.into_iter().map(say).collect()
}

/// Net and tax of every rate, highest rate first; rounded per line, then summed.
fn by_rate(lines: &[LineFacts]) -> Vec<(Rate, Money, Money)> {
    let mut sums: BTreeMap<Rate, (i64, i64)> = BTreeMap::new();
    for line in lines {
        let (net, tax) = net_and_tax_half_up(line.amount, line.rate);
        let sum = sums.entry(line.rate).or_default();
        // The total was summed within range before, and parts of one sign are smaller than their sum.
        *sum = (sum.0.saturating_add(net.0), sum.1.saturating_add(tax.0));
    }
    sums.into_iter().rev().map(|(rate, (net, tax))| (rate, Money(net), Money(tax))).collect()
}

/// The schedule over a total: its sentence, and each part with its amount and its latest date or its condition. Dates are
/// reckoned from `from`.
pub(super) fn schedule(
    language: Language,
    terms: &PaymentTerms,
    total: Money,
    from: Option<NaiveDate>,
    calendar: &Calendar,
) -> TermsSheet {
    let words = words(language);
    let one = |(part, amount): (&Instalment, Money)| InstalmentSheet {
        name: format!("{} {}", instalment(language, part.trigger), rate(part.share)),
        amount: money(amount),
        when: match latest_date(part, from, calendar) {
            Some(day) => fill(words.not_later, &[("date", &date(day))]),
            None if language == Language::Zh => condition_zh(part),
            None => condition_en(part),
        },
    };
    TermsSheet {
        terms: match language {
            Language::Zh => sentence_zh(terms),
            Language::En => sentence_en(terms),
        },
        method: payment_method(language, terms.method),
        instalments: terms
            .instalments
            .iter()
            .zip(instalment_amounts_half_up(terms, total))
            .map(one)
            .collect(),
    }
}
