//! A room looks the same whichever room was opened before it: its style is its own, and what it borrows lies in `parts`.

use std::collections::{BTreeMap, BTreeSet};

use super::{PAGE, Source, catches, nothing, sources};

#[test]
fn a_rooms_style_is_its_own() {
    nothing(shared_by_chance(&sources()));
    let style = |path: &str, text: &str| Source::new(path, text);
    let orders = || style("ui/features/orders/orders.css", ".form{color:red}\n");
    catches(shared_by_chance(&[
        orders(),
        style("ui/features/today/today.css", ".day, .form > b{color:blue}\n"),
    ]));
    catches(shared_by_chance(&[orders(), style("ui/parts/parts.css", ".form{color:blue}\n")]));
    catches(shared_by_chance(&[
        orders(),
        style("ui/features/today/a.tsx", "<i className=\"pad form\" />\n"),
    ]));
    catches(shared_by_chance(&[orders(), style("ui/parts/a.tsx", "<i className={`form ${look}`} />\n")]));
    nothing(shared_by_chance(&[
        orders(),
        style("ui/features/today/today.css", "@media (width<9px){.today .form{color:blue}}\n"),
        style("ui/features/orders/a.tsx", "<i className=\"form\" />\n"),
    ]));
}

/// The room a file of the page belongs to; none for what all rooms share.
fn room(path: &str) -> Option<&str> {
    path.strip_prefix("ui/features/")?.split('/').next()
}

fn shared_by_chance(files: &[Source]) -> Vec<String> {
    let mut homes: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut shared = BTreeSet::new();
    let styles: Vec<(&Source, Vec<Start>)> = files
        .iter()
        .filter(|file| file.is("ui/", &[".css"]))
        .map(|file| (file, beginnings(&file.text)))
        .collect();
    for (file, starts) in &styles {
        for class in starts.iter().flat_map(|start| &start.first) {
            match room(&file.path) {
                Some(room) => drop(homes.entry(class.clone()).or_default().insert(room)),
                None => drop(shared.insert(class.clone())),
            }
        }
    }
    let own =
        |class: &String| !shared.contains(class) && homes.get(class).is_some_and(|rooms| rooms.len() == 1);
    let of_rooms =
        styles.iter().filter(|(file, _)| room(&file.path).is_some()).flat_map(|(_, starts)| starts);
    let astray: BTreeSet<String> =
        of_rooms.filter(|start| !start.all.iter().any(own)).map(|start| start.first.join(".")).collect();
    let mut found: Vec<String> = astray
        .iter()
        .map(|class| format!("ui/features: .{class} is no single room's; it belongs to ui/parts"))
        .collect();
    for file in files.iter().filter(|file| file.is("ui/", PAGE)) {
        for (line, text) in file.code() {
            let foreign = |class: &String| own(class) && room(&file.path) != homes[class].first().copied();
            let borrowed = classes_used(text).into_iter().filter(foreign);
            found.extend(
                borrowed.map(|class| file.at(line, &format!("the style of .{class} is another room's"))),
            );
        }
    }
    found
}

/// The classes of a selector: of its first part that names any, and of all parts.
struct Start {
    first: Vec<String>,
    all: Vec<String>,
}

/// Of every selector of a stylesheet, its classes; one that stands below a place of
/// the page (`data-test`) is left out.
fn beginnings(style: &str) -> Vec<Start> {
    let mut found = Vec::new();
    for rule in without_comments(style).split(['}', ';']) {
        // In a nest the last text before a brace is the selector.
        let Some((before, _)) = rule.rsplit_once('{') else { continue };
        let selector = before.rsplit('{').next().unwrap_or_default();
        for one in listed(selector)
            .iter()
            .filter(|one| !one.trim_start().starts_with('@') && !one.contains("data-test"))
        {
            let first =
                one.split([' ', '>', '+', '~', '\n']).map(classes_in).find(|classes| !classes.is_empty());
            found.extend(first.map(|first| Start { first, all: classes_in(one) }));
        }
    }
    found
}

fn without_comments(style: &str) -> String {
    let parts = style.split("/*").enumerate();
    parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) })
        .collect()
}

/// The selectors of a list; a comma between brackets separates none.
fn listed(selectors: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut depth = 0;
    for letter in selectors.chars() {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        match (letter, depth, found.last_mut()) {
            (',', 0, _) => found.push(String::new()),
            (_, _, Some(last)) => last.push(letter),
            (_, _, None) => {}
        }
    }
    found
}

fn classes_in(part: &str) -> Vec<String> {
    let names = part.split('.').skip(1);
    let name = |text: &str| {
        text.chars()
            .take_while(|letter| letter.is_alphanumeric() || "-_".contains(*letter))
            .collect::<String>()
    };
    names.map(name).filter(|name| name.starts_with(|letter: char| letter.is_ascii_alphabetic())).collect()
}

/// The classes that a line of the page names outright.
fn classes_used(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in line.split("className=").skip(1) {
        let (text, end) = match (piece.strip_prefix('"'), piece.strip_prefix("{`")) {
            (Some(text), _) => (text, '"'),
            (None, Some(text)) => (text, '`'),
            (None, None) => continue,
        };
        let words = text.split(end).next().unwrap_or_default().split("${");
        let said = words
            .enumerate()
            .map(|(at, part)| if at == 0 { part } else { part.split_once('}').map_or("", |(_, rest)| rest) });
        found.extend(said.flat_map(|part| part.split_whitespace().map(String::from).collect::<Vec<_>>()));
    }
    found
}
