//! Settings: one JSON row per group.

use std::time::Duration;

use chengdan_domain::refusal::Refusal;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Act, history, series};
use crate::fault::Fault;
use crate::post::mime::Party;
use crate::views::HistoryChange;
use crate::views::book::Language;
use crate::views::setting::{BackupRule, Company, MailAccount, Policy};

/// Reads a group, or its default when it was never set.
pub fn get<T: DeserializeOwned>(connection: &Connection, key: &str) -> Result<Option<T>, Fault> {
    let text: Option<String> = connection
        .prepare_cached("select value from setting where key = $1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
}

/// Writes a group; the history tells every field that changed, before and after. What was never set counts as its
/// default.
pub fn put<T: Serialize + Default>(act: &Act, key: &str, value: &T) -> Result<(), Fault> {
    let after = serde_json::to_string(value)?;
    let before: Option<String> = act
        .tx
        .prepare_cached("select value from setting where key = $1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    if before.as_deref() == Some(after.as_str()) {
        return Ok(());
    }
    act.tx.execute(
        "insert into setting (key, value) values ($1, $2)
         on conflict (key) do update set value = excluded.value, version = version + 1",
        params![key, after],
    )?;
    let before = before.map_or_else(|| serde_json::to_string(&T::default()), Ok)?;
    let changes = changes(key, &before, &after);
    if changes.is_empty() {
        return Ok(());
    }
    history::record(act, "setting_save", "setting", 0, &history::Payload { changes, note: String::new() })
}

/// Writes the policy. The prefix that an older book keeps in it moves to the numbers' own group first.
pub fn put_policy(act: &Act, policy: &Policy) -> Result<(), Fault> {
    if get::<Value>(act.tx, "series")?.is_none() {
        let series = series::rule(act.tx)?;
        put(act, "series", &series)?;
    }
    put(act, "policy", policy)
}

/// What differs between two values of a group, field by field: `company.phone`, `policy.levels.3.role`.
pub fn changes(key: &str, before: &str, after: &str) -> Vec<HistoryChange> {
    let fields = |text: &str| {
        let mut found = Vec::new();
        let value = serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.into()));
        unfold(key, &value, &mut found);
        found
    };
    let (before, after) = (fields(before), fields(after));
    let at = |all: &[(String, String)], field: &str| {
        all.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let gone = before.iter().filter(|(name, _)| after.iter().all(|(other, _)| other != name));
    let fields = after.iter().chain(gone).map(|(field, _)| field);
    let all = fields.map(|field| HistoryChange {
        field: field.clone(),
        before: at(&before, field),
        after: at(&after, field),
    });
    all.filter(|change| change.before != change.after).collect()
}

/// The leaves of a value, each with its way.
fn unfold(path: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| unfold(&format!("{path}.{name}"), value, found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(nth, value)| unfold(&format!("{path}.{nth}"), value, found));
        }
        Value::Null => found.push((path.into(), String::new())),
        Value::String(text) => found.push((path.into(), text.clone())),
        other => found.push((path.into(), other.to_string())),
    }
}

/// The company as it stands in the letterhead.
pub fn company(connection: &Connection) -> Result<Company, Fault> {
    Ok(get(connection, "company")?.unwrap_or_default())
}

/// The company's own rules.
pub fn policy(connection: &Connection) -> Result<Policy, Fault> {
    Ok(get(connection, "policy")?.unwrap_or_default())
}

/// The mail account, without its password.
pub fn mail(connection: &Connection) -> Result<MailAccount, Fault> {
    Ok(get(connection, "mail")?.unwrap_or_default())
}

/// Where backups go, how many are kept, and whether they make themselves.
pub fn backup(connection: &Connection) -> Result<BackupRule, Fault> {
    Ok(get(connection, "backup")?.unwrap_or_default())
}

/// The language of screen and papers.
pub fn language(connection: &Connection) -> Result<Language, Fault> {
    Ok(get(connection, "language")?.unwrap_or_default())
}

/// Whether this is the sample company, whose postman can never reach SMTP.
pub fn is_sample(connection: &Connection) -> Result<bool, Fault> {
    Ok(get(connection, "sample")?.unwrap_or(false))
}

/// Who letters come from: the mail account, else the company's own address.
///
/// # Errors
/// `MailNotSet` when neither has an address.
pub fn sender(connection: &Connection) -> Result<Party, Fault> {
    let (account, company) = (mail(connection)?, company(connection)?);
    let address = if account.from_address.is_empty() { company.email } else { account.from_address };
    let name = if account.from_name.is_empty() { company.name } else { account.from_name };
    if address.is_empty() { Err(Refusal::MailNotSet.into()) } else { Ok(Party::new(&name, &address)) }
}

/// How long to wait for a mail server.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For every answer before the body.
    pub command: Duration,
    /// For the answer to the body: RFC 5321, 4.5.3.2.6 grants ten minutes.
    pub closing: Duration,
}

/// The postman's patience: the group `mail_patience` ([command, closing] in milliseconds), for which there is no page.
pub fn patience(connection: &Connection) -> Result<Patience, Fault> {
    let [command, closing] = get(connection, "mail_patience")?.unwrap_or([60_000, 600_000]);
    Ok(Patience { command: Duration::from_millis(command), closing: Duration::from_millis(closing) })
}
