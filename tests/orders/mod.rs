//! The order room: numbers, amounts, hash, law, approval, and the store behind them.

mod forms;
mod store;
