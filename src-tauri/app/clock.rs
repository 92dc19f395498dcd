//! The only place that reads the clock; everything else is handed the time.

use chengdan_domain::deadline::Office;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Offset, Utc};

/// What time it is. The program has one; tests and stories bring their own.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
}

/// The clock on the wall.
pub struct WallClock;

impl Clock for WallClock {
    #[allow(clippy::disallowed_methods)] // This is the one place.
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that stands still until it is set; for tests and the sample company.
pub struct StoppedClock(std::sync::Mutex<DateTime<Utc>>);

impl StoppedClock {
    /// A clock standing at `at`.
    pub fn at(at: DateTime<Utc>) -> StoppedClock {
        StoppedClock(std::sync::Mutex::new(at))
    }

    /// Moves the hands.
    pub fn set(&self, at: DateTime<Utc>) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = at;
    }
}

impl Clock for StoppedClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// An instant as the book writes it: UTC, seconds, `2026-10-08T01:42:00Z`.
pub fn instant_text(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The plain business date of an instant in the company's zone (Asia/Shanghai has had no daylight saving since 1991).
pub fn business_date(at: DateTime<Utc>) -> NaiveDate {
    let zone = FixedOffset::east_opt(8 * 3600);
    zone.map_or_else(|| at.date_naive(), |zone| at.with_timezone(&zone).date_naive())
}

/// The instant at which a business date begins, as the book writes it.
pub fn begins(day: NaiveDate) -> String {
    let midnight = day.and_time(chrono::NaiveTime::MIN) - chrono::TimeDelta::hours(8);
    instant_text(midnight.and_utc())
}

/// Year and month as one sortable integer: 202610.
pub fn year_month(day: NaiveDate) -> i64 {
    use chrono::Datelike;
    i64::from(day.year()) * 100 + i64::from(day.month())
}

/// An instant as people of the company read it: `2026-10-08 09:42`.
pub fn company_time(at: DateTime<Utc>) -> String {
    let zone = FixedOffset::east_opt(8 * 3600);
    let text = "%Y-%m-%d %H:%M";
    zone.map_or_else(|| at.format(text).to_string(), |zone| at.with_timezone(&zone).format(text).to_string())
}

/// When the company works, and where: Asia/Shanghai, 09:00 to 18:00.
pub fn office() -> Office<FixedOffset> {
    let zone = FixedOffset::east_opt(8 * 3600).unwrap_or_else(|| Utc.fix());
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    Office { zone, opens: hour(9), closes: hour(18) }
}
