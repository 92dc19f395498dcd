//! Prints what is generated: the page's side of the door, which `cargo xtask gen` writes to ui/bridge/generated.ts, or with
//! the word `licences` the list of what is shipped, for ui/parts/licences.json.

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("licences") => print!("{}", chengdan_tests::licences::json()),
        _ => print!("{}", chengdan_app::api::typescript()),
    }
}
