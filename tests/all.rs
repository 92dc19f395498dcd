//! The one test binary: its modules mirror the house.

mod book;
mod customer;
mod domain;
mod file;
mod orders;
mod import;
mod paper;
mod person;
mod product;
mod setting;
mod store;
mod tidy;
