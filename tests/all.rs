//! The one test binary: its modules mirror the house.

mod book;
mod customer;
mod domain;
mod file;
mod import;
mod orders;
mod paper;
mod person;
mod product;
mod setting;
mod store;
mod tidy;
