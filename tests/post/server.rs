//! A real SMTP server process (tests/smtp/server.mjs) with a certificate made at run time.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, OnceLock};
use std::time::Duration;

use serde_json::{Value, json};

/// A guard against hanging for ever, not an assertion.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the server told so far.
#[derive(Default)]
struct Heard {
    lines: Mutex<Vec<Value>>,
    news: Condvar,
}

/// The server; it ends with the test.
pub struct Server {
    child: Child,
    orders: Mutex<(ChildStdin, u32)>,
    heard: Arc<Heard>,
    pub port: u64,
}

impl Server {
    /// Implicit TLS, log-in `desk@lingqiao.example.com` / `secret`.
    pub fn tls() -> Server {
        Server::with(json!({ "secure": true }))
    }

    /// STARTTLS.
    pub fn starttls() -> Server {
        Server::with(json!({ "secure": false }))
    }

    /// With options of its own.
    pub fn with(mut options: Value) -> Server {
        let certificate = certificate();
        options["key"] = certificate.key.clone().into();
        options["cert"] = certificate.chain.clone().into();
        options["user"] = "desk@lingqiao.example.com".into();
        options["pass"] = "secret".into();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("smtp/server.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .arg(options.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node, and `npm ci` in tests/");
        let orders = child.stdin.take().expect("its input");
        let output = child.stdout.take().expect("its output");
        let heard = Arc::new(Heard::default());
        let ear = Arc::clone(&heard);
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let line: Value = serde_json::from_str(&line).expect("JSON lines");
                ear.lines.lock().expect("its lines").push(line);
                ear.news.notify_all();
            }
        });
        let mut server = Server { child, orders: Mutex::new((orders, 0)), heard, port: 0 };
        server.port = server.wait("event", "listening")["port"].as_u64().expect("a port");
        server
    }

    /// Replaces the trouble it makes.
    pub fn trouble(&self, at: Value) {
        self.order(json!({ "at": at }));
    }

    /// Answers RCPT by address.
    pub fn answer_rcpt(&self, rcpt: Value) {
        self.order(json!({ "rcpt": rcpt }));
    }

    /// Lets everything that pauses go on.
    pub fn go(&self) {
        self.order(json!({ "at": {}, "go": true }));
    }

    /// Gives an order and waits until it was taken: whatever happened before it is heard by then.
    fn order(&self, mut order: Value) {
        let mut orders = self.orders.lock().expect("its input");
        orders.1 += 1;
        let name = orders.1.to_string();
        order["order"] = name.clone().into();
        writeln!(orders.0, "{order}").expect("the server listens");
        self.wait("order", &name);
    }

    /// Waits until a line has this field, and answers it.
    pub fn wait(&self, field: &str, value: &str) -> Value {
        let mut lines = self.heard.lines.lock().expect("its lines");
        loop {
            if let Some(found) = lines.iter().find(|line| line[field] == value) {
                return found.clone();
            }
            let (next, late) = self.heard.news.wait_timeout(lines, PATIENCE).expect("its lines");
            assert!(!late.timed_out(), "the server never told {field} = {value}: {next:?}");
            lines = next;
        }
    }

    /// Every letter it kept.
    pub fn mails(&self) -> Vec<Value> {
        self.order(json!({}));
        let lines = self.heard.lines.lock().expect("its lines");
        lines.iter().filter(|line| line["event"] == "mail").cloned().collect()
    }

    /// Forgets what it told so far.
    pub fn forget(&self) {
        self.order(json!({}));
        self.heard.lines.lock().expect("its lines").clear();
    }

    /// How often a point was reached.
    pub fn count(&self, field: &str, value: &str) -> usize {
        self.order(json!({}));
        let lines = self.heard.lines.lock().expect("its lines");
        lines.iter().filter(|line| line[field] == value).count()
    }

    /// The account a book needs for this server.
    pub fn account(&self, security: &str) -> Value {
        json!({
            "provider": "自定义", "host": "localhost", "port": self.port, "security": security,
            "user": "desk@lingqiao.example.com", "from_address": "desk@lingqiao.example.com",
            "from_name": "岭桥智能设备", "trusted_pem": certificate().authority, "per_minute": 600,
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A certificate for localhost and the authority that signed it, as PEM.
pub struct Certificate {
    pub key: String,
    pub chain: String,
    pub authority: String,
}

/// Made once per run with openssl: nothing secret is kept in the repository.
pub fn certificate() -> &'static Certificate {
    static MADE: OnceLock<Certificate> = OnceLock::new();
    MADE.get_or_init(|| {
        let place = tempfile::tempdir().expect("a folder");
        let at = |name: &str| -> PathBuf { place.path().join(name) };
        let openssl = |arguments: &[&str]| {
            let done = Command::new("openssl").args(arguments).current_dir(place.path()).output();
            let done = done.expect("openssl");
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        };
        let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
        let authority = ["-days", "2", "-subj", "/CN=Test authority", "-keyout", "ca.key", "-out", "ca.pem"];
        openssl(&[&["req", "-x509"], &curve[..], &authority[..]].concat());
        let ask = ["-subj", "/CN=localhost", "-keyout", "leaf.key", "-out", "leaf.csr"];
        openssl(&[&["req", "-new"], &curve[..], &ask[..]].concat());
        let names = "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=critical,CA:FALSE\n";
        std::fs::write(at("leaf.ext"), names).expect("its names");
        let sign =
            ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "leaf.ext"];
        openssl(&[&["x509", "-req", "-in", "leaf.csr", "-out", "leaf.pem"], &sign[..]].concat());
        let read = |name: &str| std::fs::read_to_string(at(name)).expect("PEM");
        Certificate { key: read("leaf.key"), chain: read("leaf.pem"), authority: read("ca.pem") }
    })
}
