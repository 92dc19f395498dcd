//! Who is at the desk, what was chosen in dialogs, and the seams to the surroundings.

use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::fault::Fault;
use crate::store::history::hex;
use crate::views::PickKind;

/// What the system's desktop does for us: file dialogs, and showing a PDF. The window asks the system; tests script it;
/// the command line has none.
pub trait Dialogs: Send + Sync {
    /// Asks for a file or folder; `None` when the user cancelled or nobody can be asked.
    fn pick(&self, kind: PickKind) -> Option<PathBuf>;
    /// Asks where to save.
    fn pick_save(&self, name: &str) -> Option<PathBuf>;
    /// Opens a PDF in the system's viewer and does not wait for it.
    ///
    /// # Errors
    /// Why there is no viewer, for the log.
    fn open_pdf(&self, path: &Path) -> Result<(), String>;
    /// Shows a folder in the system's file manager; answers whether there is one.
    fn show(&self, _folder: &Path) -> bool {
        false
    }
}

/// No dialogs: the command line and most tests.
pub struct NoDialogs;

impl Dialogs for NoDialogs {
    fn pick(&self, _kind: PickKind) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, _name: &str) -> Option<PathBuf> {
        None
    }
    fn open_pdf(&self, _path: &Path) -> Result<(), String> {
        Err("no desktop here".into())
    }
}

/// The system's keychain: one entry per secret, never in the book, the log or a file.
pub trait Vault: Send + Sync {
    /// The secret, or `None` when there is none.
    ///
    /// # Errors
    /// Why the keychain does not answer, in its own words.
    fn get(&self, name: &str) -> Result<Option<String>, String>;
    /// Keeps or (with `None`) forgets a secret.
    ///
    /// # Errors
    /// Why the keychain does not answer.
    fn set(&self, name: &str, secret: Option<&str>) -> Result<(), String>;
    /// Why secrets are kept only as long as the program runs, when the keychain does not answer.
    fn problem(&self) -> Option<String> {
        None
    }
}

/// Keeps secrets only as long as the program runs: tests, and machines without a keychain ("ask each time").
#[derive(Default)]
pub struct MemoryVault(std::sync::Mutex<HashMap<String, String>>);

impl Vault for MemoryVault {
    fn get(&self, name: &str) -> Result<Option<String>, String> {
        let secrets = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Ok(secrets.get(name).cloned())
    }
    fn set(&self, name: &str, secret: Option<&str>) -> Result<(), String> {
        let mut secrets = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match secret {
            Some(secret) => secrets.insert(name.into(), secret.into()),
            None => secrets.remove(name),
        };
        Ok(())
    }
}

/// How many papers are held for saving and printing after they were shown.
const MOST_HELD: usize = 64;

/// The desk: the open book's visitor, the tokens that dialogs gave out, and the papers that were shown.
#[derive(Default)]
pub struct Desk {
    pub person_id: Option<i64>,
    /// Why the book that was open last could not be opened at start.
    pub trouble: Option<Fault>,
    /// Why the last daily backup was not made, as the name of a warning.
    pub backup_trouble: Option<&'static str>,
    tokens: HashMap<String, PathBuf>,
    /// Hash and bytes, oldest first. In memory only: what is merely looked at leaves no trace in the book.
    papers: VecDeque<(String, Vec<u8>)>,
}

impl Desk {
    /// Hands out a token for a path that a dialog or the command line named.
    pub fn token(&mut self, path: PathBuf) -> String {
        let token = format!("{:032x}", rand::random::<u128>());
        self.tokens.insert(token.clone(), path);
        token
    }

    /// Holds a paper that is being shown and answers its hash, by which it is saved and printed.
    pub fn hold_paper(&mut self, bytes: &[u8]) -> String {
        let sha256 = hex(&Sha256::digest(bytes));
        self.papers.retain(|(known, _)| *known != sha256);
        self.papers.push_back((sha256.clone(), bytes.to_vec()));
        while self.papers.len() > MOST_HELD {
            self.papers.pop_front();
        }
        sha256
    }

    /// The bytes of a paper that was shown.
    pub fn held_paper(&self, sha256: &str) -> Option<Vec<u8>> {
        self.papers.iter().find(|(known, _)| known == sha256).map(|(_, bytes)| bytes.clone())
    }

    /// The path behind a token.
    pub fn path(&self, token: &str) -> Option<PathBuf> {
        self.tokens.get(token).cloned()
    }
}
