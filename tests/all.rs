//! The one test binary: its modules mirror the house.
