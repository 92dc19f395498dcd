//! Who is at the desk, what was chosen in dialogs, and the seams to the surroundings.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::fault::Fault;
use crate::views::PickKind;

/// File dialogs. The window opens the system's; tests script them; the command line has none.
pub trait Dialogs: Send + Sync {
    /// Asks for a file or folder; `None` when the user cancelled or nobody can be asked.
    fn pick(&self, kind: PickKind) -> Option<PathBuf>;
    /// Asks where to save.
    fn pick_save(&self, name: &str) -> Option<PathBuf>;
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

/// The desk: the open book's visitor and the tokens that dialogs gave out.
#[derive(Default)]
pub struct Desk {
    pub person_id: Option<i64>,
    /// Why the book that was open last could not be opened at start.
    pub trouble: Option<Fault>,
    tokens: HashMap<String, PathBuf>,
}

impl Desk {
    /// Hands out a token for a path that a dialog or the command line named.
    pub fn token(&mut self, path: PathBuf) -> String {
        let token = format!("{:032x}", rand::random::<u128>());
        self.tokens.insert(token.clone(), path);
        token
    }

    /// The path behind a token.
    pub fn path(&self, token: &str) -> Option<PathBuf> {
        self.tokens.get(token).cloned()
    }
}
