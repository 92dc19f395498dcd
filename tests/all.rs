//! The one test binary: its modules mirror the house.

mod approval;
mod attachment;
mod bin;
mod book;
mod bulk;
mod cli;
mod customer;
mod domain;
mod file;
mod history;
mod import;
mod month;
mod order;
mod outbox;
mod paper;
mod person;
mod post;
mod product;
mod report;
mod sample;
mod saved;
mod search;
mod setting;
mod store;
mod tidy;
mod unfinished;
