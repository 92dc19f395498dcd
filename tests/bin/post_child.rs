//! A process for tests to kill or to run on a bus of its own: a postman, or somebody at the keychain.

use std::sync::Arc;

use chengdan_app::App;
use chengdan_app::clock::{Clock, WallClock};
use chengdan_app::commands::setting::password_entry;
use chengdan_app::session::{MemoryVault, NoDialogs, Vault};
use chengdan_app::store::Book;
use chengdan_app::vault::SystemVault;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["post", folder] => post(folder.as_ref()),
        ["approve", folder, person, request] => approve(folder.as_ref(), person, request),
        ["vault", act] => vault(act),
        _ => panic!("post <book> | approve <book> <person> <request> | vault set|get|forget|without"),
    }
}

fn at_book(folder: &std::path::Path) -> App {
    let vault = Arc::new(MemoryVault::default());
    let app = App::new(folder, Arc::new(WallClock), Arc::new(NoDialogs), vault);
    app.set_book(Some(Book::open(folder, WallClock.now()).expect("the book")));
    app
}

/// One round; the password is the one the test's server knows.
fn post(folder: &std::path::Path) {
    let app = at_book(folder);
    app.vault().set(&password_entry(&app).expect("an entry"), Some("secret")).expect("kept");
    println!("{}", app.post_once().expect("a round"));
}

/// Grants a level; a parent kills it on the way.
fn approve(folder: &std::path::Path, person: &str, request: &str) {
    let app = at_book(folder);
    let sign_in = format!("{{\"person_id\":{person},\"password\":\"\"}}");
    app.call("person_sign_in", &sign_in).expect("at the desk");
    println!("going");
    app.call("approval_grant", request).expect("granted");
    println!("done");
}

fn vault(act: &str) {
    const NAME: &str = "test";
    const SECRET: &str = "geheim 授权码";
    let vault = SystemVault::default();
    let kept = |done: Result<(), String>| match (done, vault.problem()) {
        (Ok(()), None) => println!("kept"),
        other => println!("{other:?}"),
    };
    match act {
        "set" => kept(vault.set(NAME, Some(SECRET))),
        "forget" => kept(vault.set(NAME, None)),
        "get" => println!("{:?}", vault.get(NAME).expect("an answer")),
        _ => {
            vault.set(NAME, Some(SECRET)).expect("remembered");
            let remembered = vault.get(NAME).expect("remembered");
            println!("remembered {remembered:?}, because {}", vault.problem().expect("a reason"));
        }
    }
}
