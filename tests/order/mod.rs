//! The order room: numbers, amounts, hash, law, and the store behind them.

mod content;
pub mod desk;
pub mod forms;
mod law;
mod list;
mod number;
mod past;
mod store;
mod why;
