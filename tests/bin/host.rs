//! The door served on loopback for tests in a browser: `GET /…` the built page, `POST /door/<name>` the core,
//! `GET /changed?since=N` how often something changed. The page comes with the window's own content policy. It lives in
//! the tests and never ships.
//!
//! `host --home <folder> [--port 0] [--now 2026-10-08T01:42:00Z]`; prints the address it listens on.
//! A file dialog is answered with the path that stands in `<folder>/pick.txt`; without that file it is cancelled.
//! The viewer of PDFs writes what it was shown into `<folder>/viewer.txt`; without that file there is no viewer.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chengdan_app::App;
use chengdan_app::clock::{Clock, StoppedClock, WallClock};
use chengdan_app::session::{Dialogs, MemoryVault};
use chengdan_app::views::PickKind;

fn option(name: &str) -> Option<String> {
    let mut words = std::env::args().skip_while(|word| word != name);
    words.next().and(words.next())
}

/// A desktop that a test has prepared in files of a folder.
struct Prepared(PathBuf);

impl Prepared {
    fn answer(&self) -> Option<PathBuf> {
        let text = std::fs::read_to_string(self.0.join("pick.txt")).ok()?;
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
    fn open_pdf(&self, path: &Path) -> Result<(), String> {
        let list = std::fs::OpenOptions::new().append(true).open(self.0.join("viewer.txt"));
        list.and_then(|mut list| writeln!(list, "{}", path.display())).map_err(|error| error.to_string())
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
    let app =
        Arc::new(App::new(&home, clock, Arc::new(Prepared(home.clone())), Arc::new(MemoryVault::default())));
    let changes = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&changes);
    app.on_change(Box::new(move || {
        counted.fetch_add(1, Ordering::Relaxed);
    }));
    if let Err(fault) = chengdan_app::commands::book::open_last(&app) {
        eprintln!("{fault}");
    }
    let port = option("--port").unwrap_or_else(|| "0".into());
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).expect("a free port");
    println!("http://{}", listener.local_addr().expect("an address"));
    // A thread for each connection, and one answer on each: browsers open connections they never use, and a pool
    // of workers would wait on those.
    for stream in listener.incoming().flatten() {
        let (app, changes) = (Arc::clone(&app), Arc::clone(&changes));
        std::thread::spawn(move || {
            if let Some(asked) = Asked::read(&stream) {
                let _ = answer(&asked, &app, &changes).write(stream);
            }
        });
    }
}

/// A request: what a browser on this machine asks, nothing more of HTTP.
struct Asked {
    post: bool,
    url: String,
    body: String,
}

impl Asked {
    fn read(stream: &TcpStream) -> Option<Asked> {
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let mut words = line.split_whitespace();
        let (method, url) = (words.next()?.to_string(), words.next()?.to_string());
        let mut length = 0;
        loop {
            let mut header = String::new();
            reader.read_line(&mut header).ok()?;
            let Some((name, value)) = header.trim().split_once(':') else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().ok()?;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        Some(Asked { post: method == "POST", url, body: String::from_utf8(body).ok()? })
    }
}

/// An answer: status, type, bytes.
struct Answer(u16, &'static str, Vec<u8>);

impl Answer {
    fn write(self, mut stream: TcpStream) -> std::io::Result<()> {
        let Answer(status, kind, bytes) = self;
        let length = bytes.len();
        let policy = if kind.starts_with("text/html") {
            format!("content-security-policy: {}\r\n", policy())
        } else {
            String::new()
        };
        let head = format!(
            "HTTP/1.1 {status} -\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n{policy}connection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(&bytes)?;
        stream.flush()
    }
}

fn answer(asked: &Asked, app: &App, changes: &AtomicU64) -> Answer {
    const JSON: &str = "application/json";
    if let (true, Some(name)) = (asked.post, asked.url.strip_prefix("/door/")) {
        return match app.call(name, &asked.body) {
            Ok(text) => Answer(200, JSON, text.into_bytes()),
            Err(fault) => Answer(422, JSON, serde_json::to_vec(&fault).expect("JSON")),
        };
    }
    if asked.url.starts_with("/changed") {
        return Answer(200, "text/plain", changes.load(Ordering::Relaxed).to_string().into_bytes());
    }
    page(&asked.url)
}

/// Stands in for the one that the window draws anew for each page.
const NONCE: &str = "loopback";

/// The window's policy, with a nonce for styles as Tauri puts it in.
fn policy() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tauri.conf.json");
    let text = std::fs::read_to_string(path).expect("the window's configuration");
    let conf: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let policy = conf["app"]["security"]["csp"].as_str().expect("a policy");
    policy.replace("style-src 'self'", &format!("style-src 'self' 'nonce-{NONCE}'"))
}

fn page(url: &str) -> Answer {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist");
    let wanted = url.split(['?', '#']).next().unwrap_or("/").trim_start_matches('/');
    let wanted = if wanted.is_empty() || wanted.contains("..") { "index.html" } else { wanted };
    let Ok(bytes) = std::fs::read(dist.join(wanted)) else {
        return Answer(404, "text/plain", b"not here".to_vec());
    };
    let bytes = match wanted {
        "index.html" => String::from_utf8_lossy(&bytes).replace("__TAURI_STYLE_NONCE__", NONCE).into_bytes(),
        _ => bytes,
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
    Answer(200, kind, bytes)
}
