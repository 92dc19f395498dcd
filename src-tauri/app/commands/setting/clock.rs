//! 时限: how long each rule of the process gives, which a company may set for itself.

use chengdan_domain::deadline::rules::{RULES, length_fault, rule_of};
use chengdan_domain::refusal::Refusal;

use crate::App;
use crate::commands::book::admin;
use crate::fault::Fault;
use crate::store::clock_length;
use crate::views::Nothing;
use crate::views::deadline::{ClockRule, ClockRuleSave};

/// Every rule in the order of the process, with the length it has now and those it had; not those whose day stands on the
/// document.
///
/// # Errors
/// `NoBook`.
pub fn rules(app: &App, _request: Nothing) -> Result<Vec<ClockRule>, Fault> {
    let now = app.now();
    app.book()?.read(|connection| {
        let set = clock_length::all(connection)?;
        let view = |rule: &chengdan_domain::deadline::rules::Rule| {
            let past = set.iter().filter(|(id, _)| *id == rule.id).map(|(_, length)| length.clone());
            Ok(ClockRule {
                rule: rule.id,
                code: rule.code.into(),
                length: clock_length::at(connection, rule, now)?,
                standard: rule.length,
                warns: rule.warns,
                escalates: rule.escalates,
                past: past.collect(),
            })
        };
        RULES.iter().filter(|rule| rule.on_the_day.is_none()).map(view).collect()
    })
}

/// Sets how long a rule gives from now on; clocks that run keep the length they began with.
///
/// # Errors
/// `RoleMissing`, `LengthOfAnotherKind`, `FieldOutOfRange` (length).
pub fn save(app: &App, request: ClockRuleSave) -> Result<Vec<ClockRule>, Fault> {
    let me = admin(app)?;
    let rule = rule_of(request.rule).ok_or(Refusal::RowNotFound)?;
    if let Some(fault) = length_fault(rule, request.length) {
        return Err(fault.into());
    }
    app.book()?.act(app.now(), Some(me), |act| clock_length::put(act, request.rule, request.length))?;
    app.changed();
    rules(app, Nothing {})
}
