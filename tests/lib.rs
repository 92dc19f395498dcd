//! What several tests share; the tests themselves are in all.rs.
