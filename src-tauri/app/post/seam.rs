//! Where a test may stop the postman to kill him: debug builds only, and only when `CHENGDAN_PAUSE_AT` names the point.

/// Stops here for ever when the test asked for this point, after saying so on standard error.
#[cfg(debug_assertions)]
pub fn pause(point: &str) {
    if std::env::var("CHENGDAN_PAUSE_AT").is_ok_and(|wanted| wanted == point) {
        eprintln!("paused at {point}");
        loop {
            std::thread::sleep(std::time::Duration::from_secs(1));
        }
    }
}

/// Nothing in the program people use.
#[cfg(not(debug_assertions))]
pub fn pause(_point: &str) {}
