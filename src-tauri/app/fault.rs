//! The four kinds of failure that cross the door.

use chengdan_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a call did not do what was asked. Nothing was written in any of the four cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(tag = "kind")]
pub enum Fault {
    /// The rules say no; every reason is named.
    #[error("refused: {reasons:?}")]
    Refused { reasons: Vec<Refusal> },
    /// Somebody else was faster: reload and look again.
    #[error("stale: {what}")]
    Stale { what: String },
    /// The request does not fit its form: a mistake of ours.
    #[error("malformed: {detail}")]
    Malformed { detail: String },
    /// Disk, network or a panic: logged and shown with a ticket number.
    #[error("broken ({ticket}): {detail}")]
    Broken { ticket: String, detail: String },
}

impl Fault {
    /// A single refusal.
    pub fn refused(reason: Refusal) -> Fault {
        Fault::Refused { reasons: vec![reason] }
    }

    /// A failure of the surroundings. The ticket is drawn here and logged by the door.
    pub fn broken(detail: impl std::fmt::Display) -> Fault {
        let ticket = format!("{:08X}", rand::random::<u32>());
        Fault::Broken { ticket, detail: detail.to_string() }
    }
}

impl From<Refusal> for Fault {
    fn from(reason: Refusal) -> Fault {
        Fault::refused(reason)
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Fault {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Fault::refused(Refusal::DiskFull),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Fault::refused(Refusal::BookLocked { path: String::new() })
            }
            _ if matches!(error, rusqlite::Error::QueryReturnedNoRows) => {
                Fault::refused(Refusal::RowNotFound)
            }
            _ => Fault::broken(error),
        }
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Fault {
        if error.kind() == std::io::ErrorKind::StorageFull {
            return Fault::refused(Refusal::DiskFull);
        }
        Fault::broken(error)
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Fault {
        Fault::Malformed { detail: error.to_string() }
    }
}
