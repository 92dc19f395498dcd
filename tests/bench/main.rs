//! `cargo xtask bench [orders [list|search|today|paper|window]]`: what the program and its window cost on 100,000 orders, or one
//! part of it. Prints the data's hash, counts, p50 and p95; trust ratios more than milliseconds.

mod lists;
mod search;
mod today;
#[cfg(target_os = "linux")]
mod window;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use chengdan_app::App;
use chengdan_app::clock::StoppedClock;
use chengdan_app::import::memory::held;
use chengdan_app::sample::{SEED, SampleSize, fill};
use chengdan_app::session::{MemoryVault, NoDialogs};
use chengdan_app::store::Book;
use chengdan_tests::{MORNING, first_start, instant};
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The busiest month of the sample made at [`MORNING`].
const BUSIEST: i64 = 202_607;

/// What must hold, in milliseconds (or MiB).
struct Verdict {
    all_kept: bool,
}

impl Verdict {
    fn say(&mut self, what: &str, found: f64, most: f64, unit: &str) {
        let kept = found <= most;
        self.all_kept &= kept;
        println!("{} {what}: {found:.2} {unit} (at most {most} {unit})", if kept { "ok " } else { "OVER" });
    }
}

fn main() {
    let orders: i64 = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(100_000);
    let busiest = orders * 28 / 100;
    let home = tempfile::tempdir().expect("a folder");
    // Whoever measures one part again and again keeps the book: its making takes longest.
    let kept = std::env::var_os("CHENGDAN_BENCH_HOME").map(std::path::PathBuf::from);
    let app = desk(kept.as_deref().unwrap_or_else(|| home.path()));
    if chengdan_app::commands::book::open_last(&app).is_err() || app.book().is_err() {
        make(&app, orders, busiest);
    }
    let folder = app.book().expect("a book").folder().to_path_buf();
    println!("data hash {}", data_hash(&folder, &app));

    let mut verdict = Verdict { all_kept: true };
    opening(&app, &folder, &mut verdict);
    let only = std::env::args().nth(2);
    let asked = |part: &str| only.as_deref().is_none_or(|only| only == part);
    if asked("list") {
        pages(&app, orders, &mut verdict);
        queries(&app, &mut verdict);
        lists::lists(&app, orders, &mut verdict);
    }
    if asked("search") {
        search::search(&app, &mut verdict);
    }
    if asked("today") {
        today::today(&mut verdict);
    }
    if asked("paper") {
        report(&app, &mut verdict);
        letter(&app, &mut verdict);
    }
    if asked("window") {
        windows(&app, &orders.to_string(), &mut verdict);
    }
    if !verdict.all_kept {
        std::process::exit(1);
    }
}

/// Fills a new book.
fn make(app: &App, orders: i64, busiest: i64) {
    ask(app, "book_create", &first_start("Empty"));
    let folder = app.book().expect("a book").folder().to_path_buf();
    app.set_book(None);
    let began = Instant::now();
    let book = Book::open(&folder, app.now()).expect("a book");
    let size = SampleSize { orders, busiest_month: busiest, story: false };
    fill(book, app.now(), SEED, &size).expect("a sample company");
    chengdan_app::commands::book::open_folder(app, &folder).expect("the book");
    println!(
        "{orders} orders, {busiest} in the busiest month, made in {:.1} s",
        began.elapsed().as_secs_f64()
    );
}

/// The real window on this book and on the sample company, at the desk of somebody who sat down before.
#[cfg(target_os = "linux")]
fn windows(app: &App, orders: &str, verdict: &mut Verdict) {
    if std::env::var_os("DISPLAY").is_none() {
        println!("    window: not measured; no display (start with: cargo xtask bench)");
        return;
    }
    let seat = |app: &App| {
        let person = app.desk().person_id;
        ask(app, "person_sign_in", &json!({ "person_id": person, "password": "" }));
        // The window is the writer now.
        app.set_book(None);
    };
    seat(app);
    window::measure(&format!("{orders} orders"), app.home(), verdict);
    window::page(app.home(), verdict);
    let home = tempfile::tempdir().expect("a folder");
    let sample = desk(home.path());
    ask(&sample, "book_create", &first_start("Sample"));
    seat(&sample);
    window::measure("the sample company", sample.home(), verdict);
}

#[cfg(not(target_os = "linux"))]
fn windows(_: &App, _: &str, _: &mut Verdict) {
    println!("    window: not measured; it is looked at on Linux only");
}

/// The program without a window.
fn desk(home: &std::path::Path) -> App {
    App::new(
        home,
        Arc::new(StoppedClock::at(instant(MORNING))),
        Arc::new(NoDialogs),
        Arc::new(MemoryVault::default()),
    )
}

fn ask(app: &App, name: &str, request: &Value) -> Value {
    let text = app.call(name, &request.to_string()).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
    serde_json::from_str(&text).expect("JSON")
}

/// The same seed and day give the same numbers, amounts and dates on every machine.
fn data_hash(folder: &std::path::Path, app: &App) -> String {
    let book = Book::open_to_look(folder, app.now()).expect("a book");
    let hash = book.read(|connection| {
        let mut digest = Sha256::new();
        let mut statement = connection.prepare(
            "select coalesce(number, ''), amount_fen, coalesce(promised_on, ''), customer_name from sales_order order by id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (number, amount): (String, i64) = (row.get(0)?, row.get(1)?);
            let (promised, customer): (String, String) = (row.get(2)?, row.get(3)?);
            digest.update(format!("{number}|{amount}|{promised}|{customer}\n"));
        }
        Ok(digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>())
    });
    hash.expect("a readable book")
}

fn millis(took: Duration) -> f64 {
    took.as_secs_f64() * 1_000.0
}

/// Runs something often; answers p50 and p95 in milliseconds.
fn often(times: usize, mut run: impl FnMut()) -> (f64, f64) {
    let mut taken: Vec<f64> = (0..times)
        .map(|_| {
            let began = Instant::now();
            run();
            millis(began.elapsed())
        })
        .collect();
    taken.sort_by(f64::total_cmp);
    (taken[times / 2], taken[times * 95 / 100])
}

fn list(filter: &Value, sort: &str, after: Option<&str>, limit: i64) -> Value {
    let mut whole = json!({ "statuses": [], "text": "", "customer_id": null, "owner_id": null, "promised_before": null,
        "promised_from": null, "created_from": null, "created_before": null, "least_fen": null, "overdue": false });
    for (key, value) in filter.as_object().into_iter().flatten() {
        whole[key] = value.clone();
    }
    json!({ "filter": whole, "sort": sort, "descending": true, "after": after, "limit": limit })
}

fn opening(app: &App, folder: &std::path::Path, verdict: &mut Verdict) {
    let (p50, p95) = often(20, || {
        app.set_book(None);
        chengdan_app::commands::book::open_folder(app, folder).expect("the book");
        ask(app, "order_list", &list(&json!({}), "number", None, 100));
    });
    println!("    open to first page p95 {p95:.2} ms");
    verdict.say("open to first page, p50", p50, 50.0, "ms");
    let people = ask(app, "person_list", &json!({}));
    app.desk().person_id = people[0]["id"].as_i64();
}

fn pages(app: &App, orders: i64, verdict: &mut Verdict) {
    for sort in ["number", "promised_on", "amount", "customer", "created"] {
        let front = list(&json!({}), sort, None, 100);
        let (p50, _) = often(50, || drop(ask(app, "order_list", &front)));
        verdict.say(&format!("page at the front by {sort}, p50"), p50, 5.0, "ms");
        let mut after: Option<String> = None;
        for _ in 0..orders / 1_000 {
            let page = ask(app, "order_list", &list(&json!({}), sort, after.as_deref(), 500));
            after = page["next"].as_str().map(String::from);
        }
        let middle = list(&json!({}), sort, after.as_deref(), 100);
        let (deep, _) = often(50, || drop(ask(app, "order_list", &middle)));
        verdict.say(&format!("page in the middle by {sort}, p50"), deep, 5.0, "ms");
        println!("    middle ÷ front {:.2}", deep / p50.max(0.001));
    }
}

/// What people type; the last finds nothing.
const TEXTS: [&str; 5] = ["青屿", "酒店", "澄湖", "物业", "没有这个"];

/// 200 random questions, as somebody filters and types.
fn queries(app: &App, verdict: &mut Verdict) {
    let mut dice = StdRng::seed_from_u64(SEED);
    let mut taken: Vec<(f64, String)> = Vec::new();
    let mut found = 0;
    for _ in 0..200 {
        let filter = match dice.random_range(0..8) {
            0 => json!({ "customer_id": dice.random_range(1..60) }),
            1 => {
                json!({ "owner_id": dice.random_range(1..6), "least_fen": dice.random_range(0..50_000_000) })
            }
            2 => {
                json!({ "text": format!("2026{:02}-{:03}", dice.random_range(1..8), dice.random_range(1..400)) })
            }
            3 => json!({ "text": TEXTS[dice.random_range(0..TEXTS.len())] }),
            4 => json!({ "overdue": true }),
            5 => {
                json!({ "text": TEXTS[dice.random_range(0..TEXTS.len())], "owner_id": dice.random_range(1..6),
                "least_fen": dice.random_range(0..50_000_000) })
            }
            6 => {
                json!({ "statuses": ["Approved", "Opening"], "created_from": "2026-02-10", "owner_id": dice.random_range(1..6),
                "promised_before": format!("2026-{:02}-15", dice.random_range(4..11)) })
            }
            _ => json!({ "promised_from": "2026-05-01", "promised_before": "2026-05-20" }),
        };
        let sort = ["number", "promised_on", "amount", "customer", "created"][dice.random_range(0..5_usize)];
        let request = list(&filter, sort, None, 100);
        let began = Instant::now();
        let page = ask(app, "order_list", &request);
        taken.push((millis(began.elapsed()), format!("{filter} by {sort}")));
        found += page["rows"].as_array().map_or(0, Vec::len);
    }
    taken.sort_by(|a, b| a.0.total_cmp(&b.0));
    println!("    200 random queries: p50 {:.2} ms, p95 {:.2} ms, {found} rows", taken[100].0, taken[190].0);
    println!("    slowest: {}", taken[199].1);
    verdict.say("slowest of the random queries", taken[199].0, 50.0, "ms");
}

fn report(app: &App, verdict: &mut Verdict) {
    let (p50, _) = often(5, || drop(ask(app, "month_view", &json!({ "ym": BUSIEST }))));
    println!("    month on the screen p50 {p50:.2} ms");
    let before = held();
    let done = AtomicBool::new(false);
    let (written, took, peak) = std::thread::scope(|scope| {
        let watch = scope.spawn(|| highest(&done));
        let began = Instant::now();
        let written = ask(app, "month_workbook", &json!({ "ym": BUSIEST, "token": null }));
        let took = millis(began.elapsed());
        done.store(true, Ordering::Relaxed);
        (written, took, watch.join().unwrap_or_default())
    });
    let peak = peak.saturating_sub(before) as f64 / 1_048_576.0;
    let bytes =
        written["path"].as_str().and_then(|path| std::fs::metadata(path).ok()).map_or(0, |meta| meta.len());
    println!("    workbook of {:.1} MB", bytes as f64 / 1e6);
    verdict.say("month to workbook", took, 1_000.0, "ms");
    verdict.say("its highest memory", peak, 32.0, "MiB");
}

/// Looks at the program's counting allocator every 200 µs; SQLite's own memory is C's and capped by its cache size.
fn highest(done: &AtomicBool) -> usize {
    let mut peak = 0;
    while !done.load(Ordering::Relaxed) {
        peak = peak.max(held());
        std::thread::sleep(Duration::from_micros(200));
    }
    peak
}

fn letter(app: &App, verdict: &mut Verdict) {
    let page = ask(app, "order_list", &list(&json!({}), "number", None, 1));
    let request = json!({ "id": page["rows"][0]["id"] });
    let Ok(_) = app.call("order_letter", &request.to_string()) else {
        println!("    letter: not for this order");
        return;
    };
    let (p50, p95) = often(20, || drop(app.call("order_letter", &request.to_string())));
    println!("    letter p95 {p95:.2} ms");
    verdict.say("one letter, warm, p50", p50, 50.0, "ms");
}
