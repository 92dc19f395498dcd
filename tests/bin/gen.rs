//! Prints the page's side of the door; `cargo xtask gen` writes it to ui/bridge/generated.ts.

fn main() {
    print!("{}", chengdan_app::api::typescript());
}
