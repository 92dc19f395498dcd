//! 编号: how the company's numbers are made, what the next one is, and what a change does.

use chengdan_domain::number::Series;
use chengdan_domain::refusal::Refusal;
use chrono::Datelike;

use super::view;
use crate::App;
use crate::clock::year_month;
use crate::commands::book::admin;
use crate::fault::Fault;
use crate::store::{history, series, setting};
use crate::views::Nothing;
use crate::views::setting::*;

/// The box of the next serial.
const NEXT: &str = "next_serial";
/// The largest serial.
const MOST: i64 = 999_999;

/// What the numbers would look like; nothing is drawn.
///
/// # Errors
/// `PrefixWrong`, `FieldOutOfRange`, `SerialUsed`.
pub fn preview(app: &App, request: SeriesSave) -> Result<SeriesPreview, Fault> {
    let rule = checked(&request)?;
    let today = app.today();
    let ym = year_month(today);
    let following = if today.month() == 12 { (i64::from(today.year()) + 1) * 100 + 1 } else { ym + 1 };
    app.book()?.read(|connection| {
        let least = series::next(connection, &rule, ym)?;
        let next_serial = wanted(request.next, least)?;
        let begins = match rule.period(following) == rule.period(ym) {
            true => next_serial,
            false => series::next(connection, &rule, following)?,
        };
        Ok(SeriesPreview {
            next: rule.text(ym, next_serial),
            next_serial,
            least,
            then: rule.text(ym, next_serial + 1),
            next_month: rule.text(following, begins.max(series::next(connection, &rule, following)?)),
            last: series::last(connection)?,
        })
    })
}

/// Saves how numbers are made, and lets the next one begin higher. Numbers that were given out stay as they are.
///
/// # Errors
/// `RoleMissing`, `PrefixWrong`, `FieldOutOfRange`, `SerialUsed`.
pub fn save_series(app: &App, request: SeriesSave) -> Result<SettingsView, Fault> {
    let me = admin(app)?;
    let rule = checked(&request)?;
    let ym = year_month(app.today());
    app.book()?.act(app.now(), Some(me), |act| {
        setting::put(act, "series", &rule)?;
        let least = series::next(act.tx, &rule, ym)?;
        let next = wanted(request.next, least)?;
        if next == least {
            return Ok(());
        }
        series::begin_at(act, &rule, ym, next)?;
        let told =
            history::Payload::default().change("series.next", rule.text(ym, least), rule.text(ym, next));
        history::record(act, "setting_save", "setting", 0, &told)
    })?;
    app.changed();
    view(app, Nothing {})
}

fn checked(request: &SeriesSave) -> Result<Series, Fault> {
    let rule = Series { prefix: request.series.prefix.trim().into(), ..request.series.clone() };
    let reasons = rule.faults();
    if reasons.is_empty() { Ok(rule) } else { Err(Fault::Refused { reasons }) }
}

/// The serial that is to come next: as it stands, or raised.
fn wanted(next: Option<i64>, least: i64) -> Result<i64, Fault> {
    match next {
        None => Ok(least),
        Some(next) if next < least => Err(Refusal::SerialUsed { field: NEXT.into(), least }.into()),
        Some(next) if next > MOST => {
            let field = NEXT.into();
            Err(Refusal::FieldOutOfRange { field, row: None, least, most: MOST }.into())
        }
        Some(next) => Ok(next),
    }
}
