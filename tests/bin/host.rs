//! The door served on loopback for tests in a browser: `GET /…` the built page, `POST /door/<name>` the core,
//! `GET /changed?since=N` how often something changed. It lives in the tests and never ships.
//!
//! `host --home <folder> [--port 0] [--now 2026-10-08T01:42:00Z]`; prints the address it listens on.
//! A file dialog is answered with the path that stands in `<folder>/pick.txt`; without that file it is cancelled.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chengdan_app::App;
use chengdan_app::clock::{Clock, StoppedClock, WallClock};
use chengdan_app::session::{Dialogs, MemoryVault};
use chengdan_app::views::PickKind;
use tiny_http::{Header, Method, Request, Response, Server};

fn option(name: &str) -> Option<String> {
    let mut words = std::env::args().skip_while(|word| word != name);
    words.next().and(words.next())
}

/// Dialogs whose answers a test has prepared in a file.
struct Prepared(PathBuf);

impl Prepared {
    fn answer(&self) -> Option<PathBuf> {
        let text = std::fs::read_to_string(&self.0).ok()?;
        Some(PathBuf::from(text.trim())).filter(|path| !path.as_os_str().is_empty())
    }
}

impl Dialogs for Prepared {
    fn pick(&self, _kind: PickKind) -> Option<PathBuf> {
        self.answer()
    }
    fn pick_save(&self, _name: &str) -> Option<PathBuf> {
        self.answer()
    }
}

fn main() {
    // This process may have been started only to read a stranger's file.
    if chengdan_app::import::child_entry() {
        return;
    }
    let home = PathBuf::from(option("--home").expect("--home <folder>"));
    std::fs::create_dir_all(&home).expect("the home folder");
    let clock: Arc<dyn Clock> = match option("--now") {
        Some(now) => Arc::new(StoppedClock::at(now.parse().expect("an instant"))),
        None => Arc::new(WallClock),
    };
    let app = Arc::new(App::new(
        &home,
        clock,
        Arc::new(Prepared(home.join("pick.txt"))),
        Arc::new(MemoryVault::default()),
    ));
    let changes = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&changes);
    app.on_change(Box::new(move || {
        counted.fetch_add(1, Ordering::Relaxed);
    }));
    if let Err(fault) = chengdan_app::commands::book::open_last(&app) {
        eprintln!("{fault}");
    }
    let port = option("--port").unwrap_or_else(|| "0".into());
    let server = Server::http(format!("127.0.0.1:{port}")).expect("a free port");
    println!("http://{}", server.server_addr());
    let server = Arc::new(server);
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let (server, app, changes) = (Arc::clone(&server), Arc::clone(&app), Arc::clone(&changes));
            std::thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    answer(request, &app, &changes);
                }
            })
        })
        .collect();
    for worker in workers {
        let _ = worker.join();
    }
}

fn answer(mut request: Request, app: &App, changes: &AtomicU64) {
    let url = request.url().to_string();
    if let (Method::Post, Some(name)) = (request.method(), url.strip_prefix("/door/")) {
        let mut body = String::new();
        let read = request.as_reader().read_to_string(&mut body);
        let (status, text) = match read.map(|_| app.call(name, &body)) {
            Ok(Ok(text)) => (200, text),
            Ok(Err(fault)) => (422, serde_json::to_string(&fault).expect("JSON")),
            Err(error) => (400, error.to_string()),
        };
        let _ = request.respond(
            Response::from_string(text)
                .with_status_code(status)
                .with_header(header("content-type", "application/json")),
        );
        return;
    }
    if url.starts_with("/changed") {
        let _ = request.respond(Response::from_string(changes.load(Ordering::Relaxed).to_string()));
        return;
    }
    serve(request, &url);
}

fn serve(request: Request, url: &str) {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist");
    let wanted = url.split(['?', '#']).next().unwrap_or("/").trim_start_matches('/');
    let wanted = if wanted.is_empty() || wanted.contains("..") { "index.html" } else { wanted };
    let Ok(bytes) = std::fs::read(dist.join(wanted)) else {
        let _ = request.respond(Response::from_string("not here").with_status_code(404));
        return;
    };
    let kind = match wanted.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    };
    let _ = request.respond(Response::from_data(bytes).with_header(header("content-type", kind)));
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("a header")
}
