//! The recycle bin.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What may lie in the bin: things without a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum BinKind {
    /// A draft.
    Order,
    Customer,
    Product,
    Contact,
}

/// Something was removed; `id` is its place in the bin, with which it can be restored at once.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Removed {
    pub id: i64,
    pub kind: BinKind,
    pub name: String,
}

/// A row of the bin.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BinRow {
    pub id: i64,
    pub kind: BinKind,
    pub name: String,
    /// What tells it apart: a contact's company, a product's specification, a draft's first product.
    pub detail: String,
    pub removed_at: String,
    /// Who removed it; empty when the program did.
    pub removed_by: String,
}

/// It is back; `id` is where: the order, the customer (also for a contact), the product.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Restored {
    pub kind: BinKind,
    pub id: i64,
    pub name: String,
}

/// Empties the bin of what has lain there for at least so many days; 0: everything.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BinEmpty {
    pub older_than_days: i64,
}
