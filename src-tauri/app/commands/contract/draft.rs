//! A contract between page and book: the draft as it is typed, the form as it is judged.

use chengdan_domain::contract::form::{ClauseForm, ContractForm};
use chengdan_domain::order::form::OrderForm;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::{clean_line, clean_text};
use chrono::NaiveDate;
use rusqlite::Connection;

use crate::commands::check::Check;
use crate::commands::order::draft::{check_goods, date, line_draft, line_of, tidy_lines};
use crate::fault::Fault;
use crate::store::contract::ContractRecord;
use crate::store::history::Payload;
use crate::store::{customer, person};
use crate::views::contract::{ClauseDraft, ContractDraft};

/// The most clauses, and the longest one.
const MOST_CLAUSES: usize = 60;
const LONGEST_CLAUSE: usize = 8_000;
/// The largest limit of a framework.
const LARGEST: i64 = 1_000_000_000_000_000;

/// Checks what was typed and completes it from the book. Where it comes from is what the book says, not the page.
///
/// # Errors
/// Field refusals, all at once; `CustomerMissing`; malformed dates; `RowNotFound`.
pub fn form_of(
    connection: &Connection,
    draft: &ContractDraft,
    before: Option<&ContractRecord>,
) -> Result<ContractForm, Fault> {
    let draft = tidied(draft);
    check(&draft)?;
    let customer_id = draft.customer_id.ok_or(Refusal::CustomerMissing)?;
    let customer = customer::get(connection, customer_id)?;
    let owner = draft.owner_id.map(|id| person::get(connection, id)).transpose()?;
    let lines = draft.lines.iter().map(|line| line_of(connection, line));
    let sale = OrderForm {
        customer_id: Some(customer_id),
        customer_name: customer.name,
        contact_id: draft.contact_id,
        customer_order_number: draft.customer_order_number,
        terms: draft.terms,
        delivery_address: draft.delivery_address,
        promised_on: date(draft.promised_on.as_deref())?,
        owner_id: draft.owner_id,
        owner_name: owner.map(|owner| owner.name).unwrap_or_default(),
        waiver: draft.waiver_fen,
        note: draft.note,
        lines: lines.collect::<Result<_, _>>()?,
        ..OrderForm::default()
    };
    let from = before.map(|before| &before.doc.form);
    let clause = |clause: ClauseDraft| ClauseForm {
        clause_id: clause.clause_id,
        title: clause.title,
        body: clause.body,
    };
    Ok(ContractForm {
        kind: draft.kind,
        opportunity_id: from.map_or(draft.opportunity_id, |from| from.opportunity_id),
        quotation_version_id: from.and_then(|from| from.quotation_version_id),
        supplement_of: from.and_then(|from| from.supplement_of),
        sale,
        delivery_period: draft.delivery_period,
        valid_until: date(draft.valid_until.as_deref())?,
        limit: draft.limit_fen,
        difference_reason: draft.difference_reason,
        clauses: draft.clauses.into_iter().map(clause).collect(),
    })
}

/// Pasted text comes with line breaks and blanks; one line is what was meant, but for notes and clauses.
fn tidied(draft: &ContractDraft) -> ContractDraft {
    let mut draft = draft.clone();
    for text in [&mut draft.customer_order_number, &mut draft.delivery_period, &mut draft.delivery_address] {
        *text = clean_line(text);
    }
    draft.note = clean_text(&draft.note);
    draft.difference_reason = clean_text(&draft.difference_reason);
    tidy_lines(&mut draft.lines);
    for clause in &mut draft.clauses {
        (clause.title, clause.body) = (clean_line(&clause.title), clean_text(&clause.body));
    }
    draft
}

fn check(draft: &ContractDraft) -> Result<(), Fault> {
    let mut check = Check::default();
    check
        .line("customer_order_number", &draft.customer_order_number, false, 60)
        .line("delivery_period", &draft.delivery_period, false, 200)
        .line("delivery_address", &draft.delivery_address, false, 300)
        .lines("difference_reason", &draft.difference_reason, 1_000)
        .lines("note", &draft.note, 10_000);
    check_goods(&mut check, draft.waiver_fen, &draft.terms, &draft.lines);
    if draft.limit_fen.is_some_and(|limit| !(0..=LARGEST).contains(&limit.0)) {
        let field = "limit_fen".into();
        check.add(Refusal::FieldOutOfRange { field, row: None, least: 0, most: LARGEST });
    }
    if draft.clauses.len() > MOST_CLAUSES {
        let most = i64::try_from(MOST_CLAUSES).unwrap_or(i64::MAX);
        check.add(Refusal::FieldOutOfRange { field: "clauses".into(), row: None, least: 0, most });
    }
    for (row, clause) in draft.clauses.iter().enumerate() {
        check.line(&format!("clauses.{row}.title"), &clause.title, false, 100).lines(
            &format!("clauses.{row}.body"),
            &clause.body,
            LONGEST_CLAUSE,
        );
    }
    check.done()
}

/// The form as the page edits it.
pub fn draft_of(record: &ContractRecord) -> ContractDraft {
    let (form, sale) = (&record.doc.form, &record.doc.form.sale);
    let text = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let clause = |clause: &ClauseForm| ClauseDraft {
        clause_id: clause.clause_id,
        title: clause.title.clone(),
        body: clause.body.clone(),
    };
    ContractDraft {
        id: Some(record.id),
        version: Some(record.version),
        kind: form.kind,
        opportunity_id: form.opportunity_id,
        customer_id: sale.customer_id,
        contact_id: sale.contact_id,
        customer_order_number: sale.customer_order_number.clone(),
        owner_id: sale.owner_id,
        terms: sale.terms.clone(),
        delivery_period: form.delivery_period.clone(),
        delivery_address: sale.delivery_address.clone(),
        promised_on: text(sale.promised_on),
        valid_until: text(form.valid_until),
        limit_fen: form.limit,
        waiver_fen: sale.waiver,
        difference_reason: form.difference_reason.clone(),
        note: sale.note.clone(),
        lines: sale.lines.iter().map(line_draft).collect(),
        clauses: form.clauses.iter().map(clause).collect(),
    }
}

/// What a change tells the history, once the contract was submitted.
///
/// # Errors
/// Malformed, when the terms cannot be written.
pub fn changes(before: &ContractForm, after: &ContractForm) -> Result<Payload, Fault> {
    let (old, new) = (told(before)?, told(after)?);
    Ok(old.iter().zip(&new).fold(Payload::default(), |payload, ((field, before), (_, after))| {
        payload.change(field, before, after)
    }))
}

/// Everything that stands in a contract, as if it had been empty before.
///
/// # Errors
/// Malformed, when the terms cannot be written.
pub fn whole(form: &ContractForm) -> Result<Payload, Fault> {
    Ok(told(form)?.iter().fold(Payload::default(), |payload, (field, text)| payload.change(field, "", text)))
}

fn told(form: &ContractForm) -> Result<Vec<(&'static str, String)>, Fault> {
    let sale = &form.sale;
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let amount = form.priced().map(|priced| form.amount(&priced).0).unwrap_or_default();
    let lines: Vec<String> = sale.lines.iter().map(crate::store::order::changes::line_text).collect();
    let clauses: Vec<String> =
        form.clauses.iter().map(|clause| format!("{}\n{}", clause.title, clause.body)).collect();
    Ok(vec![
        ("contract.kind", format!("{:?}", form.kind)),
        ("customer", sale.customer_name.clone()),
        ("customer_order_number", sale.customer_order_number.clone()),
        ("owner", sale.owner_name.clone()),
        ("terms", serde_json::to_string(&sale.terms)?),
        ("contract.delivery_period", form.delivery_period.clone()),
        ("delivery_address", sale.delivery_address.clone()),
        ("promised_on", day(sale.promised_on)),
        ("contract.valid_until", day(form.valid_until)),
        ("waiver_fen", if sale.waiver.0 == 0 { String::new() } else { sale.waiver.0.to_string() }),
        ("amount_fen", if amount == 0 { String::new() } else { amount.to_string() }),
        ("contract.difference_reason", form.difference_reason.clone()),
        ("contract.lines", lines.join("\n")),
        ("contract.clauses", clauses.join("\n")),
        ("note", sale.note.clone()),
    ])
}
