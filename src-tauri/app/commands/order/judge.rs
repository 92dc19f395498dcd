//! What helps people to judge an order: the facts of each level (O3), and one sentence on why it is where it is.

use chengdan_domain::money::{Money, Rate};
use chengdan_domain::order::law::{OrderDoc, OrderFacts};
use chengdan_domain::order::{OrderState, OrderStatus};
use chengdan_domain::payment::Trigger;
use chengdan_domain::people::Role;
use chrono::NaiveDate;
use rusqlite::Connection;

use super::show::terms_sentence;
use crate::fault::Fault;
use crate::paper::figures;
use crate::store::approval;
use crate::store::order::OrderRecord;
use crate::views::book::Language;
use crate::views::order::{LevelFact, Waiting};
use crate::views::outbox::{LetterState, OutboxRow};
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
    let (mut listed, mut paid) = (0_i128, 0_i128);
    for (line, priced) in doc.form.lines.iter().zip(&doc.priced.lines) {
        let (Some(list), Some(quantity), Some(priced)) =
            (line.list_price.filter(|price| price.0 > 0), line.quantity, priced)
        else {
            continue;
        };
        let amount = chengdan_domain::money::line_amount_half_up(list, quantity, Rate(0)).unwrap_or(Money(0));
        listed += i128::from(amount.0);
        paid += i128::from(priced.amount.0);
    }
    if listed <= 0 {
        return None;
    }
    let off = chengdan_domain::money::divide_half_up((listed - paid) * 10_000, listed);
    i64::try_from(off).ok().map(Rate)
}

/// The share that is due before the goods leave.
fn prepaid_share(doc: &OrderDoc) -> Rate {
    let before = doc.form.terms.instalments.iter();
    let before = before.filter(|part| matches!(part.trigger, Trigger::Order | Trigger::BeforeDispatch));
    Rate(before.map(|part| part.share.0).sum())
}

/// What stands between the order and its next step.
pub fn waiting(
    connection: &Connection,
    record: &OrderRecord,
    doc: &OrderDoc,
    facts: &OrderFacts,
    letters: &[OutboxRow],
) -> Result<Waiting, Fault> {
    let mut waiting =
        Waiting { code: String::new(), who: String::new(), role: None, since: None, detail: String::new() };
    match record.state {
        OrderState::Draft => {
            waiting.code = "draft".into();
            waiting.who = record.form.owner_name.clone();
            waiting.since = Some(record.created_at.clone());
        }
        OrderState::SentBack => {
            waiting.code = "sent_back".into();
            waiting.who = record.form.owner_name.clone();
            waiting.detail = record.sent_back_reason.clone();
            waiting.since = approval::waiting_since(connection, record.id)?;
        }
        OrderState::InApproval => {
            let running = doc.running(facts);
            let names: Vec<String> =
                running.round().candidates(&facts.people).iter().map(|who| who.name.clone()).collect();
            waiting.code = "level".into();
            waiting.who = names.join("、");
            waiting.role = running.round().rung().map(|rung| rung.role);
            waiting.detail = format!("{}/{}", record.level, record.ladder.len());
            waiting.since = approval::waiting_since(connection, record.id)?;
        }
        OrderState::Void => waiting.code = "void".into(),
        OrderState::Approved | OrderState::Opening => fulfilment(record, facts, letters, &mut waiting),
    }
    debug_assert!(
        !waiting.code.is_empty(),
        "{:?}",
        OrderStatus::of(record.state, &record.ladder, record.level)
    );
    Ok(waiting)
}

/// After approval: first the letter, then what is overdue, then what is open.
fn fulfilment(record: &OrderRecord, facts: &OrderFacts, letters: &[OutboxRow], waiting: &mut Waiting) {
    let stuck = letters.iter().rev().find_map(|letter| {
        let code = match letter.state {
            LetterState::MissingAddress => "letter_missing_address",
            LetterState::Uncertain => "letter_uncertain",
            LetterState::Failed => "letter_failed",
            LetterState::Queued | LetterState::Claimed | LetterState::Handed | LetterState::Retry => {
                "letter_queued"
            }
            LetterState::Sent | LetterState::DeliveredOtherwise | LetterState::Withdrawn => return None,
        };
        Some((code, letter))
    });
    // A letter that was sent again and arrived settles the one before it.
    let settled = letters
        .last()
        .is_some_and(|last| matches!(last.state, LetterState::Sent | LetterState::DeliveredOtherwise));
    if let Some((code, letter)) = stuck.filter(|_| !settled) {
        waiting.code = code.into();
        waiting.who = letter.to.clone();
        waiting.since = Some(letter.queued_at.clone());
        waiting.detail = letter.said.clone();
        return;
    }
    if record.open_lines == 0 {
        waiting.code = "done".into();
        return;
    }
    let overdue =
        record.open_promised_on.as_deref().is_some_and(|day| day < facts.today.to_string().as_str());
    waiting.code = if overdue { "overdue" } else { "delivery" }.into();
    waiting.who = record.form.owner_name.clone();
    waiting.since = record.open_promised_on.clone();
    waiting.detail = record.open_lines.to_string();
}
