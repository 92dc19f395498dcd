//! The one test binary: its modules mirror the house.

mod approval;
mod book;
mod customer;
mod domain;
mod file;
mod import;
mod order;
mod paper;
mod outbox;
mod person;
mod post;
mod product;
mod setting;
mod store;
mod tidy;
