//! The same door without a window.

fn main() {
    // This process may have been started only to read a stranger's file.
    chengdan_app::import::child_entry();
}
