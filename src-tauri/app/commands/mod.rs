//! One file per room; each command: open · gather · ask · write · show.

pub mod approval;
pub mod attachment;
pub mod bin;
pub mod book;
pub mod bulk;
pub mod check;
pub mod customer;
pub mod file;
pub mod history;
pub mod import;
pub mod lead;
pub mod month;
pub mod notice;
pub mod order;
pub mod outbox;
pub mod paper;
pub mod person;
pub mod product;
pub mod report;
pub mod saved;
pub mod search;
pub mod setting;
pub mod today;
pub mod unfinished;
