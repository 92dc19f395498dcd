//! The counting allocator of every binary of this house. It costs two atomic additions; in the child that reads a
//! stranger's file it is given a cap, beyond which an allocation fails and the child dies alone.

use std::alloc::System;

use cap::Cap;

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// From now on this process may hold at most `bytes`; more aborts it. Only for the child that imports.
pub fn limit_to(bytes: usize) {
    // An error means more is held already: then nothing can be read, and the next allocation says so.
    let _ = MEMORY.set_limit(bytes);
}

/// How much the process holds now, in bytes; SQLite's own memory is not in it.
pub fn held() -> usize {
    MEMORY.allocated()
}
