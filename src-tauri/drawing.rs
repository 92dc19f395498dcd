//! How the page is drawn on Linux where there is no graphics card (a virtual machine, a terminal server): by the processor,
//! and then without layers. WebKitGTK would put layers together by software GL, which takes five times as long as drawing
//! what changed (measured on 1280×800: 80 ms a frame instead of 15).

use std::os::unix::process::CommandExt;
use std::process::Command;

/// WebKitGTK's own switch; whoever sets it, to whatever, is obeyed.
const SWITCH: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// Starts this program again in its own place with the switch set, where that is needed. It must come first: nobody may
/// change the environment of a process that runs threads. If it cannot be started again, it goes on, only slower.
pub fn settle() {
    if std::env::var_os(SWITCH).is_some() || has_card() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let error = Command::new(program).args(std::env::args_os().skip(1)).env(SWITCH, "1").exec();
        eprintln!("成单 draws slower than it could: {error}");
    }
}

/// Whether the kernel offers something to render with.
fn has_card() -> bool {
    let devices = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    devices.into_iter().any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
}
