//! The generic engine of a document's law: a constant table of rows, read by [`step`].
//!
//! A row says: from this state, this act leads to that state, done by these people, when these guards hold.
//! What is not in the table is refused. A guard judges facts it is handed and never looks anything up.

pub mod print;

use std::fmt::Debug;

use crate::refusal::Refusal;

/// A guard with its name; it answers every reason why it does not hold, none when it does.
pub struct Guard<D: 'static, F: 'static> {
    pub name: &'static str,
    pub holds: fn(&D, &F) -> Vec<Refusal>,
}

/// One row of a law.
pub struct Row<S: 'static, A: 'static, B: 'static, D: 'static, F: 'static> {
    pub from: S,
    pub act: A,
    /// None: the document is gone afterwards.
    pub to: Option<S>,
    pub by: B,
    pub guards: &'static [Guard<D, F>],
}

/// Guards by their names, so that the printed law shows what the code calls.
#[macro_export]
macro_rules! guards {
    ($($name:ident),* $(,)?) => {
        &[$($crate::law::Guard { name: stringify!($name), holds: $name }),*]
    };
}

/// Looks the act up and asks who may and every guard.
///
/// # Errors
/// All refusals at once: `WrongState` when the table has no such row, otherwise what `may` and the guards say.
pub fn step<S, A, B, D, F>(
    law: &'static [Row<S, A, B, D, F>],
    state: S,
    act: A,
    doc: &D,
    facts: &F,
    may: fn(B, &D, &F) -> Option<Refusal>,
) -> Result<&'static Row<S, A, B, D, F>, Vec<Refusal>>
where
    S: Copy + PartialEq + Debug,
    A: Copy + PartialEq + Debug,
    B: Copy,
{
    let Some(row) = law.iter().find(|row| row.from == state && row.act == act) else {
        return Err(vec![Refusal::WrongState { state: format!("{state:?}"), act: format!("{act:?}") }]);
    };
    let mut reasons: Vec<Refusal> = may(row.by, doc, facts).into_iter().collect();
    for guard in row.guards {
        reasons.extend((guard.holds)(doc, facts));
    }
    if reasons.is_empty() { Ok(row) } else { Err(reasons) }
}
