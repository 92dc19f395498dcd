//! What helps people to judge an order: the facts of each level (O3), and why it is where it is (F3).

use chengdan_domain::money::Rate;
use chengdan_domain::order::law::{OrderDoc, OrderFacts};
use chengdan_domain::order::why::{self, LetterStanding, OpenTask, Standing, Why};
use chengdan_domain::payment::Trigger;
use chengdan_domain::people::Role;
use chrono::NaiveDate;
use rusqlite::Connection;

use super::show::terms_sentence;
use crate::clock::business_date;
use crate::fault::Fault;
use crate::paper::figures;
use crate::store::order::{OrderRecord, date_of};
use crate::store::{approval, calendar, outbox_list, task};
use crate::views::book::Language;
use crate::views::order::LevelFact;
use crate::views::outbox::OutboxRow;
use crate::views::setting::Policy;

/// The facts of every level: amount and discount for the supervisor, terms for finance, promise and customised
/// lines for operations. Another role on the ladder is shown the amount.
pub fn level_facts(doc: &OrderDoc, policy: &Policy, language: Language, today: NaiveDate) -> Vec<LevelFact> {
    let ladder = if doc.ladder.is_empty() { &policy.levels } else { &doc.ladder };
    let mut facts = Vec::new();
    for (level, rung) in (1..).zip(ladder) {
        let fact = |code: &str, text: String, within: Option<bool>| LevelFact {
            level,
            code: code.into(),
            text,
            within,
        };
        let amount = figures::money(doc.priced.amount);
        match rung.role {
            Role::Finance => {
                let share = prepaid_share(doc);
                facts.push(fact("terms", terms_sentence(&doc.form, language), None));
                facts.push(fact("prepaid_share", figures::rate(share), None));
                facts.push(fact("amount", amount, None));
            }
            Role::Operations => {
                let promised = doc.form.promised_on;
                let text = promised.map_or_else(|| "—".into(), |day| day.to_string());
                facts.push(fact("promised", text, promised.map(|day| day >= today)));
                let customised: Vec<&str> = doc
                    .form
                    .lines
                    .iter()
                    .filter(|line| line.customised)
                    .map(|line| line.name.as_str())
                    .collect();
                let text = if customised.is_empty() { "—".into() } else { customised.join("、") };
                facts.push(fact("customised_lines", text, None));
            }
            Role::SalesSupervisor => {
                facts.push(fact("amount", amount, None));
                let discount = discount(doc);
                let text = discount.map_or_else(|| "—".into(), figures::rate);
                facts.push(fact("discount", text, discount.map(|found| found <= policy.discount_limit)));
            }
            _ => facts.push(fact("amount", amount, None)),
        }
    }
    facts
}

/// How far the whole order is below the price list, 整单优惠 included; none when no line has a list price.
pub fn discount(doc: &OrderDoc) -> Option<Rate> {
    doc.priced.discount_off_list(&doc.form.lines.iter().collect::<Vec<_>>())
}

/// The share that is due before the goods leave.
fn prepaid_share(doc: &OrderDoc) -> Rate {
    let before = doc.form.terms.instalments.iter();
    let before = before.filter(|part| matches!(part.trigger, Trigger::Order | Trigger::BeforeDispatch));
    Rate(before.map(|part| part.share.0).sum())
}

/// Why the order is where it is (F3).
pub fn why(
    connection: &Connection,
    record: &OrderRecord,
    doc: &OrderDoc,
    facts: &OrderFacts,
) -> Result<Vec<Why>, Fault> {
    let since = approval::waiting_since(connection, record.id)?;
    let since = since.and_then(|at| Some((at.clone(), business_date(at.parse().ok()?))));
    let letters = outbox_list::of_order(connection, record.id)?.into_iter();
    let tasks = task::of_order(connection, record.id)?.into_iter();
    let standing = Standing {
        since,
        sent_back_by: record.sent_back_by.clone(),
        sent_back_reason: record.sent_back_reason.clone(),
        letters: letters.map(letter_standing).collect(),
        open_tasks: tasks
            .filter(|task| task.done_at.is_none())
            .map(|task| (OpenTask { kind: task.kind, role: task.role }, task.created_at))
            .collect(),
        open_lines: record.open_lines,
        open_promised_on: date_of(record.open_promised_on.clone()),
        delivered_on: record.lines.iter().filter_map(|line| date_of(line.delivered_on.clone())).max(),
    };
    let calendar = calendar::current(connection)?;
    Ok(why::why(doc, facts, &standing, &calendar))
}

fn letter_standing(letter: OutboxRow) -> LetterStanding {
    LetterStanding {
        state: letter.state,
        to: letter.to,
        queued_at: letter.queued_at,
        sent_at: letter.sent_at,
        next_try_at: letter.next_try_at,
        tries: letter.tries,
        explain: letter.explain,
    }
}
