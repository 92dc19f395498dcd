//! The rules of selling, as a sales director would write them down: no I/O, no clock, no SQL.
//!
//! A command gathers the facts, asks here, and writes the answer. Rule ids (O1, K3 …) are those of
//! the process description in ARCHITECTURE.md.

pub mod approval;
pub mod bargain;
pub mod calendar;
pub mod contract;
pub mod deadline;
pub mod law;
pub mod lead;
pub mod letter;
pub mod mail;
pub mod money;
pub mod month;
pub mod number;
pub mod opportunity;
pub mod order;
pub mod pasted;
pub mod payment;
mod payment_words;
pub mod people;
pub mod quotation;
pub mod refusal;
pub mod requirement;
pub mod search;
pub mod tax_number;
pub mod tax_rate;
pub mod text;
pub mod uppercase;
pub mod wording;
