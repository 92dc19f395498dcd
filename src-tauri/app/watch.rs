//! The night watch: what must happen by itself while the window is open: the daily backup, marking what falls due, and
//! letting quotations expire.

use std::sync::Arc;
use std::time::Duration;

use crate::App;
use crate::clocks;
use crate::commands::book::back_up_if_due;
use crate::commands::quotation;
use crate::fault::Fault;

/// How often it looks.
const PATROL: Duration = Duration::from_secs(60);
/// How long it rests after a backup failed: a drive that was taken out does not come back within the minute.
const REST: Duration = Duration::from_secs(30 * 60);

/// One round. What fell due while the machine slept is marked once, late or not.
fn look(app: &App) -> Result<(), Fault> {
    clocks::watch(app)?;
    quotation::expire::watch(app)?;
    back_up_if_due(app).map(drop)
}

/// Looks for as long as the window lives.
pub async fn run(app: Arc<App>) {
    loop {
        let worker = Arc::clone(&app);
        let looked = tokio::task::spawn_blocking(move || look(&worker)).await;
        let rest = match looked {
            Ok(Ok(_)) => PATROL,
            // No book is open yet.
            Ok(Err(Fault::Refused { reasons })) if reasons == [chengdan_domain::refusal::Refusal::NoBook] => {
                PATROL
            }
            Ok(Err(fault)) => {
                app.log(&format!("daily backup: {fault}"));
                REST
            }
            Err(panic) => {
                app.log(&format!("daily backup: {panic}"));
                REST
            }
        };
        tokio::time::sleep(rest).await;
    }
}
