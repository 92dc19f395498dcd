//! A desk without a window: the program, its book, and who sits there.

use std::path::Path;
use std::sync::Arc;

use chengdan_app::App;
use chengdan_app::clock::WallClock;
use chengdan_app::commands::book;
use chengdan_app::fault::Fault;
use chengdan_app::session::NoDialogs;
use chengdan_app::vault::SystemVault;
use serde_json::{Value, json};

use crate::line::{Lang, Line};

/// Why nothing came of it.
#[derive(Debug)]
pub enum Failure {
    /// The door said no.
    Fault(Fault),
    /// Said here, in both languages.
    Words { zh: String, en: String },
}

impl Failure {
    /// A failure in words.
    pub fn words(zh: impl Into<String>, en: impl Into<String>) -> Failure {
        Failure::Words { zh: zh.into(), en: en.into() }
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Failure {
        Failure::Fault(fault)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure::Fault(error.into())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Failure {
        Failure::Fault(error.into())
    }
}

/// Whether a command only looks, so that it may be asked beside a running window.
pub fn only_looks(command: &str) -> bool {
    const LOOKS: [&str; 29] = [
        "_list",
        "_view",
        "_status",
        "_totals",
        "_compute",
        "_similar",
        "_find",
        "_summary",
        "_rows",
        "_pdf",
        "_letter",
        "_sheet",
        "delivery_note",
        "_letters",
        "_approvals",
        "_orders",
        "_why",
        "wording_try",
        "_verify",
        "_backup",
        "import_open",
        "import_header",
        "import_check",
        "lead_board",
        "lead_unrated",
        "lead_proposals",
        "calendar_read",
        "deadline_record",
        "clock_rules",
    ];
    LOOKS.iter().any(|end| command.ends_with(end))
}

/// A desk in front of an open book.
pub struct Desk {
    app: Arc<App>,
    pub lang: Lang,
}

impl Desk {
    /// A program whose home is `home`, without a book.
    pub fn at(home: &Path, lang: Lang) -> Result<Desk, Failure> {
        std::fs::create_dir_all(home)?;
        let app = App::new(home, Arc::new(WallClock), Arc::new(NoDialogs), Arc::new(SystemVault::default()));
        Ok(Desk { app: Arc::new(app), lang })
    }

    /// Opens the book the line names, and lets the person sit down. `to_look`: a book that another hand writes is
    /// opened beside it.
    pub fn open(line: &Line, to_look: bool) -> Result<Desk, Failure> {
        let desk = Desk::at(&chengdan_app::place::home(), line.lang)?;
        let folder = line.book.clone().or_else(|| book::last_folder(&desk.app)).ok_or_else(|| {
            Failure::words(
                "没有账本：用 --book 指明文件夹，或先在窗口里新建。",
                "No book: name its folder with --book, or make one in the window first.",
            )
        })?;
        let file = folder.is_file();
        let folder = folder.parent().filter(|_| file).unwrap_or(&folder);
        book::open_beside(&desk.app, folder, to_look)?;
        if let Some(who) = &line.who {
            desk.sit(who)?;
        }
        Ok(desk)
    }

    /// Asks the door, text in and text out.
    pub fn call(&self, command: &str, request: &str) -> Result<String, Failure> {
        Ok(self.app.call(command, request)?)
    }

    /// Asks the door.
    pub fn ask(&self, command: &str, request: &Value) -> Result<Value, Failure> {
        Ok(serde_json::from_str(&self.call(command, &request.to_string())?)?)
    }

    /// A handle for a path that the line named.
    pub fn token(&self, path: &Path) -> String {
        self.app.desk().token(path.to_path_buf())
    }

    /// Lets the postman walk one round.
    pub fn post(&self) -> Result<usize, Failure> {
        Ok(self.app.post_once()?)
    }

    /// Lets somebody sit down, by name or id.
    pub fn sit(&self, who: &str) -> Result<(), Failure> {
        let people = self.ask("person_list", &json!({}))?;
        let mut people = people.as_array().into_iter().flatten();
        let found = people.find(|person| {
            person["name"] == who || person["id"].as_i64().is_some_and(|id| who.parse() == Ok(id))
        });
        let id = found.map(|person| person["id"].clone()).ok_or_else(|| {
            Failure::words(format!("账本里没有「{who}」。"), format!("Nobody in the book is called {who}."))
        })?;
        let password = std::env::var("CHENGDAN_PASSWORD").unwrap_or_default();
        self.ask("person_sign_in", &json!({ "person_id": id, "password": password }))?;
        Ok(())
    }

    /// Says a line in the language of the desk.
    pub fn tell(&self, zh: &str, en: &str) {
        println!("{}", crate::say::either(self.lang, zh, en));
    }
}
