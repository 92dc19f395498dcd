//! Q2: what nobody answered expires by itself when its last day is over. No loss, and never before its reminder: the night
//! watch marks what falls due first.

use chengdan_domain::deadline::rules::Event;
use chengdan_domain::quotation::QuotationAct;

use super::act::tell_clock;
use super::gather::Seen;
use crate::App;
use crate::fault::Fault;
use crate::store::history::{self, Payload};
use crate::store::quotation;

/// Lets expire whatever is over; answers how many did.
///
/// # Errors
/// `NoBook`; broken when the book cannot be written.
pub fn watch(app: &App) -> Result<usize, Fault> {
    let (book, today) = (app.book()?, app.today().to_string());
    if !book.writes() {
        return Ok(0);
    }
    let over = book.read(|connection| quotation::over(connection, &today))?;
    if over.is_empty() {
        return Ok(0);
    }
    for id in &over {
        book.act(app.now(), None, |act| {
            let version = quotation::load(act.tx, *id)?.version;
            let seen = Seen::at(app, act, *id, version)?;
            // Somebody may have answered meanwhile.
            let Ok(step) = seen.step(QuotationAct::Expire) else { return Ok(()) };
            seen.move_to(act, &step)?;
            tell_clock(act, &seen, Event::QuotationClosed)?;
            let until = seen.doc.form.valid_until.map_or_else(String::new, |day| day.to_string());
            history::record(act, "quotation_expire", "quotation", *id, &Payload::note(until))
        })?;
    }
    app.changed();
    Ok(over.len())
}
