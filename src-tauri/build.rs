//! Prepares what the window needs before it compiles: the page must exist, even if only as a note.

fn main() {
    let page = std::path::Path::new("ui/dist/index.html");
    if !page.exists() {
        let note = "<!doctype html><meta charset=utf-8><title>成单</title><p>The page is not built yet: <code>cargo xtask run</code>";
        let made = std::fs::create_dir_all("ui/dist").and_then(|()| std::fs::write(page, note));
        if let Err(error) = made {
            println!("cargo::error=ui/dist cannot be written: {error}");
        }
    }
    // A page that was built anew must be embedded anew.
    println!("cargo::rerun-if-changed=ui/dist");
    tauri_build::build();
}
