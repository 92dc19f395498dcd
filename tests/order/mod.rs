//! The order room: numbers, amounts, hash, law, and the store behind them.

pub mod desk;
mod forms;
mod store;
