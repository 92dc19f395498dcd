//! cargo xtask run | test | ci | gen | bench | bundle
fn main() {}
