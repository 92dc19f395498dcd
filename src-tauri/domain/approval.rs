//! The ladder of approval (O3): levels, four eyes, rounds. Shared by every document that needs approval.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::people::Role;

/// One rung: who must agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Level {
    pub role: Role,
    /// The level is needed only from this amount on (分); 0 means always.
    pub from_fen: i64,
}

/// What happened on one rung of one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Decision {
    Submitted,
    Granted,
    SentBack,
    Withdrawn,
}
