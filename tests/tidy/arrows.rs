//! Who may know whom: the arrows of ARCHITECTURE.md. Everything that is not drawn there is forbidden.

use std::fs;

use super::{PAGE, RUST, Source, catches, nothing, sources, top};

#[test]
fn the_page_reaches_the_core_through_its_bridge_only() {
    nothing(past_the_bridge(&sources()));
    catches(past_the_bridge(&[Source::new(
        "ui/features/orders/a.tsx",
        "import { invoke } from '@tauri-apps/api/core';\n",
    )]));
}

fn past_the_bridge(files: &[Source]) -> Vec<String> {
    let page = files.iter().filter(|file| file.is("ui/", PAGE) && !file.path.starts_with("ui/bridge/"));
    imports(page, |_, from| from.starts_with("@tauri-apps/")).map_words("only ui/bridge knows the window")
}

#[test]
fn the_pages_rooms_do_not_know_each_other() {
    nothing(between_rooms(&sources()));
    let import =
        |path: &str, from: &str| vec![Source::new(path, &format!("import {{ a }} from '{from}';\n"))];
    catches(between_rooms(&import("ui/features/orders/a.tsx", "../customers/b")));
    catches(between_rooms(&import("ui/features/orders/deep/a.tsx", "../../customers/b")));
    catches(between_rooms(&import("ui/features/orders/a.tsx", "../../frame/Frame")));
    catches(between_rooms(&import("ui/parts/a.tsx", "../features/orders/b")));
    catches(between_rooms(&import("ui/words/a.ts", "../parts/b")));
    catches(between_rooms(&import("ui/bridge/a.ts", "../words/b")));
}

/// What a folder of the page may import from beside itself.
fn may_know(folder: &str) -> &'static [&'static str] {
    match folder {
        "bridge" => &[],
        "words" => &["bridge"],
        "parts" => &["words", "bridge"],
        "features" => &["parts", "words", "bridge"],
        _ => &["features", "frame", "parts", "words", "bridge"],
    }
}

fn between_rooms(files: &[Source]) -> Vec<String> {
    let page = files.iter().filter(|file| file.is("ui/", PAGE));
    imports(page, |file, from| {
        let Some(target) = resolved(&file.path, from) else { return false };
        let here: Vec<&str> = file.path.split('/').skip(1).collect();
        let there: Vec<&str> = target.split('/').skip(1).collect();
        if here.len() < 2 || there.is_empty() {
            return false;
        }
        if here[0] == there[0] {
            return here[0] == "features" && here.len() > 2 && there.get(1) != here.get(1);
        }
        let style = from.ends_with(".css") || from.ends_with(".svg") || from.ends_with(".json");
        !style && !may_know(here[0]).contains(&there[0])
    })
    .map_words(
        "features → parts, words, bridge; parts → words, bridge; words → bridge; a feature knows no other",
    )
}

/// A relative import as a path from the top; `None` for packages.
fn resolved(file: &str, from: &str) -> Option<String> {
    if !from.starts_with('.') {
        return None;
    }
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for step in from.split('/') {
        match step {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// Lines that import something, told by file, line and what is imported.
struct Imports(Vec<(String, usize)>);

impl Imports {
    fn map_words(self, words: &str) -> Vec<String> {
        self.0.into_iter().map(|(path, line)| format!("{path}:{line}: {words}")).collect()
    }
}

fn imports<'a>(files: impl Iterator<Item = &'a Source>, wrong: impl Fn(&Source, &str) -> bool) -> Imports {
    let mut found = Vec::new();
    for file in files {
        for (line, text) in file.code() {
            let from = ["from '", "from \"", "import '", "import \"", "import('", "import(\""]
                .iter()
                .find_map(|mark| text.split_once(mark))
                .and_then(|(_, rest)| rest.split(['\'', '"']).next());
            if from.is_some_and(|from| wrong(file, from)) {
                found.push((file.path.clone(), line));
            }
        }
    }
    Imports(found)
}

#[test]
fn the_cores_layers_look_down_only() {
    nothing(looks_up(&sources()));
    catches(looks_up(&[Source::new("src-tauri/app/store/order.rs", "use crate::commands::order;\n")]));
    catches(looks_up(&[Source::new("src-tauri/app/paper/letter.rs", "use crate::store::order;\n")]));
    catches(looks_up(&[Source::new("src-tauri/cli/main.rs", "use chengdan_app::store::Book;\n")]));
}

/// Below `folder` nothing may name any of these.
const BLIND: &[(&str, &[&str])] = &[
    ("src-tauri/app/store/", &["crate::commands", "crate::paper", "crate::import::", "crate::api"]),
    ("src-tauri/app/paper/", &["crate::commands", "crate::store", "crate::post", "crate::api"]),
    ("src-tauri/app/import/", &["crate::commands", "crate::store", "crate::post", "crate::api"]),
    ("src-tauri/app/views/", &["crate::commands", "crate::store", "crate::paper", "crate::post"]),
    ("src-tauri/cli/", &["chengdan_app::store", "chengdan_domain"]),
    ("src-tauri/main.rs", &["chengdan_app::store", "chengdan_domain"]),
];

fn looks_up(files: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is("src-tauri/", RUST)) {
        let blind = BLIND.iter().filter(|(folder, _)| file.path.starts_with(folder));
        for (_, hidden) in blind {
            for (line, text) in file.code() {
                if let Some(name) = hidden.iter().find(|name| text.contains(**name)) {
                    findings.push(file.at(line, &format!("must not know {name}")));
                }
            }
        }
    }
    findings
}

#[test]
fn the_crates_keep_their_walls() {
    let read = |path: &str| fs::read_to_string(top().join(path)).unwrap();
    nothing(through_the_wall("src-tauri/domain/Cargo.toml", &read("src-tauri/domain/Cargo.toml")));
    nothing(through_the_wall("src-tauri/app/Cargo.toml", &read("src-tauri/app/Cargo.toml")));
    nothing(through_the_wall("src-tauri/cli/Cargo.toml", &read("src-tauri/cli/Cargo.toml")));
    nothing(through_the_wall("Cargo.toml", &read("Cargo.toml")));
    catches(through_the_wall("src-tauri/domain/Cargo.toml", "[dependencies]\nrusqlite = \"0.41\"\n"));
    catches(through_the_wall("src-tauri/app/Cargo.toml", "[dependencies]\ntauri = \"2\"\n"));
    catches(through_the_wall("src-tauri/cli/Cargo.toml", "[dependencies]\nrusqlite.workspace = true\n"));
    catches(through_the_wall("Cargo.toml", "[dependencies]\nchengdan-domain.workspace = true\n"));
}

fn through_the_wall(path: &str, manifest: &str) -> Vec<String> {
    let foreign = |name: &str| match path {
        "src-tauri/domain/Cargo.toml" => !["chrono", "serde", "ts-rs", "sha2"].contains(&name),
        "src-tauri/app/Cargo.toml" => name.starts_with("tauri"),
        _ => {
            ["rusqlite", "chengdan-domain"].contains(&name)
                || (path.contains("cli") && name.starts_with("tauri"))
        }
    };
    let names = dependencies(manifest);
    names
        .iter()
        .filter(|name| foreign(name))
        .map(|name| format!("{path}: {name} stands behind the wall"))
        .collect()
}

/// The names under `[dependencies]`.
fn dependencies(manifest: &str) -> Vec<String> {
    let inside = manifest.lines().skip_while(|line| line.trim() != "[dependencies]").skip(1);
    let lines = inside.take_while(|line| !line.starts_with('[')).filter(|line| !line.starts_with('#'));
    let names = lines.filter_map(|line| line.split(['.', '=', ' ']).next().map(str::to_string));
    names.filter(|name| !name.is_empty()).collect()
}
