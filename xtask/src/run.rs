//! `cargo xtask run`: from a fresh clone to the open window; without a display, the same job without one.

use crate::build;
use crate::needs::{self, Task};
use crate::shell::{Outcome, program, run as start};

/// Builds what changed and opens the window.
pub fn run() -> Outcome {
    needs::provide(Task::Run)?;
    build::all()?;
    if has_display() {
        println!("Opening the window …");
        return start(program(".", &[&build::binary("chengdan", false)?.to_string_lossy()]));
    }
    println!("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.");
    println!(
        "The same job without one: the sample company takes an order through three approvals, the letter"
    );
    println!("arrives, the month's workbook is written. (chengdan-cli demo)\n");
    start(program(".", &[&build::binary("chengdan-cli", false)?.to_string_lossy(), "demo"]))
}

fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
