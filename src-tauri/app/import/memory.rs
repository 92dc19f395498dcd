//! The counting allocator of every binary of this house. It costs two atomic additions; in the child that reads a
//! stranger's file it is given a cap, beyond which an allocation fails and the child dies alone.

use std::alloc::System;

use cap::Cap;

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// From now on this process may hold at most `bytes`; more aborts it. Only for the child that imports.
///
/// False when more is held already: then there is no cap, and nothing of a stranger's may be read.
#[must_use]
pub fn limit_to(bytes: usize) -> bool {
    MEMORY.set_limit(bytes).is_ok()
}

/// How much the process holds now, in bytes; SQLite's own memory is not in it.
pub fn held() -> usize {
    MEMORY.allocated()
}
