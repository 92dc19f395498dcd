//! The rules of selling, checked against vectors from outside and against their own laws.

mod calendar;
mod deadline;
mod lead;
mod money;
mod notice;
mod opportunity;
mod pasted;
mod payment;
mod quotation;
mod requirement;
mod tax_number;
mod text;
mod uppercase;
