//! Sets of orders: what the filters' own indexes name, read whole, and what these have in common. A page is sought in such
//! a set when no filter leaves few, and totals are summed over it.

/// Ids of orders; ascending, each once.
#[derive(Debug, Default)]
pub(super) struct Held(Vec<i64>);

impl Held {
    pub(super) fn of(mut ids: Vec<i64>) -> Held {
        // The index of texts names them in order already, and sorting what is sorted costs one look.
        ids.sort_unstable();
        ids.dedup();
        Held(ids)
    }

    /// What either holds.
    pub(super) fn or(mut self, other: &Held) -> Held {
        self.0.extend(&other.0);
        Held::of(self.0)
    }

    pub(super) fn has(&self, id: i64) -> bool {
        self.0.binary_search(&id).is_ok()
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// What both hold.
    pub(super) fn and(mut self, other: &Held) -> Held {
        self.0.retain(|id| other.has(*id));
        self
    }

    /// The ids, in order.
    pub(super) fn ids(&self) -> &[i64] {
        &self.0
    }
}
