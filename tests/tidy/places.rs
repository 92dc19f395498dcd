//! Things that have one place: SQL, the clock, floats, the page's bridge, a room's tests.

use super::{PAGE, RUST, Source, catches, nothing, sources};

/// Literal text of a file: what stands between double quotes, lines joined, with the line where it begins.
fn literals(file: &Source) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let (mut line, mut open): (usize, Option<(usize, String)>) = (1, None);
    let mut letters = file.text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (&mut open, letter) {
            (None, '/') if letters.peek() == Some(&'/') => {
                while letters.next_if(|next| *next != '\n').is_some() {}
            }
            (None, '\'') => {
                // A character: 'x', '\'', '"'. A lifetime has no closing quote near by and is passed over.
                let mut ahead = letters.clone();
                let first = ahead.next();
                let second = ahead.next();
                if first == Some('\\') || second == Some('\'') {
                    letters.next();
                    letters.next();
                }
            }
            (None, '"') => open = Some((line, String::new())),
            (Some(_), '"') => found.extend(open.take()),
            (Some((_, text)), '\\') => text.extend(letters.next()),
            (Some((_, text)), letter) => text.push(letter),
            _ => {}
        }
        if letter == '\n' {
            line += 1;
        }
    }
    found
}

/// Whether text is a statement of SQL.
fn is_sql(text: &str) -> bool {
    let text = text.trim_start().to_lowercase();
    let has = |word: &str| text.split_whitespace().any(|found| found == word);
    (text.starts_with("select ") && (has("from") || has("where")))
        || text.starts_with("insert into ")
        || (text.starts_with("update ") && has("set"))
        || text.starts_with("delete from ")
        || (text.starts_with("with ") && has("select"))
        || text.starts_with("create table")
        || text.starts_with("pragma ")
}

#[test]
fn sql_stands_in_the_store_only() {
    nothing(sql_elsewhere(&sources()));
    catches(sql_elsewhere(&[Source::new("src-tauri/app/commands/a.rs", "let a = \"select x from y\";\n")]));
    catches(sql_elsewhere(&[Source::new("src-tauri/cli/a.rs", "use rusqlite::params;\n")]));
}

/// The handle that `Book::read` lends may be named; what to do with it is written in the store.
const HANDLE: &str = "use rusqlite::Connection;";

fn sql_elsewhere(files: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in
        files.iter().filter(|file| file.is("src-tauri/", RUST) && !file.is("src-tauri/app/store/", RUST))
    {
        let statements = literals(file).into_iter().filter(|(_, text)| is_sql(text));
        findings.extend(statements.map(|(line, _)| file.at(line, "SQL outside app/store")));
        // A failure of the book becomes a Fault in one place.
        let may = file.path == "src-tauri/app/fault.rs";
        let uses = file.code().filter(|(_, text)| !may && text.contains("rusqlite::") && *text != HANDLE);
        findings.extend(uses.map(|(line, _)| file.at(line, "rusqlite outside app/store")));
    }
    findings
}

#[test]
fn sql_keeps_to_what_both_engines_speak() {
    nothing(beyond_the_subset(&sources()));
    let store = |text: &str| vec![Source::new("src-tauri/app/store/order.rs", text)];
    catches(beyond_the_subset(&store("x(\"select a from b where c like $1\");\n")));
    catches(beyond_the_subset(&store("x(\"select a from b where b match $1\");\n")));
    catches(beyond_the_subset(&store("x(\"select a from b where c = ?1\");\n")));
    catches(beyond_the_subset(&store("x(\"select a from b order by a limit 5 offset 3\");\n")));
    catches(beyond_the_subset(&store("x(\"select strftime('%Y', a) from b\");\n")));
    catches(beyond_the_subset(&store("x(\"select sum(a) from b\");\n")));
    catches(beyond_the_subset(&store("x(\"insert or ignore into b values ($1)\");\n")));
    catches(beyond_the_subset(&store("x(\"select a from b\")?;\n  y.query_map([], z)?;\n")));
    catches(beyond_the_subset(&[Source::new(
        "src-tauri/app/store/migrations/0002_a.sql",
        "-- a\ncreate table a (b real) strict;\n",
    )]));
}

/// What is special to SQLite lives in these.
const SPECIAL: [&str; 4] = ["store/engine.rs", "store/migrate.rs", "store/backup.rs", "store/search.rs"];

fn beyond_the_subset(files: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is("src-tauri/app/store/", &[".rs"])) {
        if SPECIAL.iter().any(|name| file.path.ends_with(name)) {
            continue;
        }
        for (line, text) in literals(file) {
            let text = text.to_lowercase();
            let start = text.trim_start();
            if is_sql(&text) || start.starts_with("insert or ") {
                let after: Vec<&str> = file.text.lines().skip(line - 1).take(30).collect();
                findings.extend(outside(&text, &after).into_iter().map(|words| file.at(line, words)));
            }
        }
    }
    for file in files.iter().filter(|file| file.is("src-tauri/app/store/migrations/", &[".sql"])) {
        for (index, line) in
            file.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("--"))
        {
            let columns = line.to_lowercase();
            let strange =
                [" real", " float", " double", " boolean", " datetime", " varchar", "autoincrement"];
            if strange.iter().any(|kind| columns.contains(kind)) {
                findings.push(file.at(index + 1, "a type outside INTEGER, TEXT, BLOB"));
            }
        }
    }
    findings
}

/// What is wrong with a statement; `after` are the lines from where it stands, to see how it is run.
fn outside(sql: &str, after: &[&str]) -> Vec<&'static str> {
    let mut wrong = Vec::new();
    let padded = format!(" {} ", sql.split_whitespace().collect::<Vec<_>>().join(" "));
    let holds = |mark: &str| padded.contains(mark);
    if holds(" like ") || holds(" glob ") {
        wrong.push("LIKE on text: use the normalised column and instr");
    }
    if holds(" match ") {
        wrong.push("MATCH: what is asked of FTS5 stands in store/search.rs");
    }
    if holds("?") {
        wrong.push("parameters are $1, $2 …");
    }
    if holds(" offset ") {
        wrong.push("OFFSET: use keyset pages");
    }
    if holds("strftime")
        || holds("julianday")
        || holds("current_timestamp")
        || holds("date('now")
        || holds("datetime(")
    {
        wrong.push("the engine's calendar: store ym, hand in the time");
    }
    if holds(" or ignore ") || holds(" or replace ") {
        wrong.push("use on conflict do nothing / do update");
    }
    let sums = padded.matches("sum(").count() - padded.matches("cast(sum(").count();
    if sums > padded.matches("cast(coalesce(sum(").count() {
        wrong.push("sum() without cast(… as bigint)");
    }
    let run = after.iter().find_map(|line| {
        let many =
            line.contains(".query_map(") || line.contains(".query(") || line.contains(".query_and_then(");
        let one = line.contains("query_row") || line.contains(".execute") || line.contains(".exists(");
        // The first row of one key is no list.
        let first = line.contains(".next()");
        (many || one).then_some(many && !first)
    });
    if run == Some(true) && padded.trim_start().starts_with("select") && !holds(" order by ") {
        wrong.push("a list without order by");
    }
    wrong
}

#[test]
fn rules_of_selling_know_no_floats() {
    nothing(floats(&sources()));
    catches(floats(&[Source::new("src-tauri/domain/a.rs", "    let a = b as f64;\n")]));
}

fn floats(files: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is("src-tauri/domain/", RUST)) {
        for (line, text) in file.code() {
            let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            if words.clone().any(|word| word == "f64" || word == "f32") {
                findings.push(file.at(line, "a float in the rules of selling"));
            }
        }
    }
    findings
}

#[test]
fn one_file_reads_the_clock() {
    nothing(clocks(&sources()));
    catches(clocks(&[Source::new("src-tauri/app/post.rs", "    let a = Utc::now();\n")]));
    catches(clocks(&[Source::new("src-tauri/app/a.rs", "#[allow(clippy::disallowed_methods)]\n")]));
    catches(clocks(&[Source::new("ui/features/orders/a.tsx", "const a = new Date();\n")]));
}

fn clocks(files: &[Source]) -> Vec<String> {
    let read =
        ["Utc::now(", "Local::now(", "SystemTime::now(", "Instant::now(", "allow(clippy::disallowed_methods"];
    let page = ["new Date()", "Date.now(", "dayjs()"];
    let mut findings = Vec::new();
    for file in files {
        let marks: &[&str] = match () {
            () if file.path == "src-tauri/app/clock.rs" => &[],
            () if file.is("src-tauri/", RUST) => &read,
            () if file.is("ui/", PAGE) => &page,
            () => &[],
        };
        for (line, text) in file.code() {
            if marks.iter().any(|mark| text.contains(mark)) {
                findings.push(
                    file.at(line, "the clock is read in app/clock.rs; the page asks app_status for today"),
                );
            }
        }
    }
    findings
}

#[test]
fn every_room_has_its_tests() {
    let files = sources();
    nothing(rooms_without_tests(&files));
    let lonely = [Source::new("src-tauri/app/commands/weather.rs", "//! A room.\npub fn list(_: &App) {}\n")];
    catches(rooms_without_tests(&lonely));
}

/// Files of `commands/` that are no room: the list of rooms, and checks that several rooms share.
const NO_ROOMS: [&str; 2] = ["mod", "check"];

fn rooms_without_tests(files: &[Source]) -> Vec<String> {
    let tested = |room: &str| {
        let folder = format!("tests/{room}/");
        let single = format!("tests/{room}.rs");
        let mine = files.iter().filter(|file| file.path.starts_with(&folder) || file.path == single);
        mine.into_iter().any(|file| file.text.contains("#[test]"))
    };
    let rooms = files.iter().filter(|file| {
        // A room that only says "not built yet" has nothing to test.
        file.is("src-tauri/app/commands/", RUST) && !file.text.contains("\"not built yet\"")
    });
    // A file in a room's folder belongs to that room.
    let room = |file: &&Source| {
        let inside = file.path.strip_prefix("src-tauri/app/commands/").unwrap_or_default();
        inside.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_string()
    };
    let named = rooms.map(|file| (file, room(&file)));
    let missing = named.filter(|(_, room)| !NO_ROOMS.contains(&room.as_str()) && !tested(room));
    missing.map(|(file, room)| file.at(1, &format!("no tests in tests/{room}/"))).collect()
}
