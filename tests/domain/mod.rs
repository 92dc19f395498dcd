//! The rules of selling, checked against vectors from outside and against their own laws.

mod calendar;
mod money;
mod pasted;
mod payment;
mod tax_number;
mod text;
mod uppercase;
