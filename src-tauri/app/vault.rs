//! The system's keychain: Credential Manager, Keychain, Secret Service. One entry per secret.

use keyring::{Entry, Error};

use crate::session::{MemoryVault, Vault};

/// What the entries are filed under.
const SERVICE: &str = "chengdan";

/// Keeps secrets in the system's keychain. Where none answers they live only as long as the program runs, and
/// [`Vault::problem`] says why: then the password is asked for each time.
#[derive(Default)]
pub struct SystemVault {
    memory: MemoryVault,
    problem: std::sync::Mutex<Option<String>>,
}

impl SystemVault {
    fn note(&self, problem: Option<String>) {
        *self.problem.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = problem;
    }
}

impl Vault for SystemVault {
    fn get(&self, name: &str) -> Result<Option<String>, String> {
        if let Some(secret) = self.memory.get(name)? {
            return Ok(Some(secret));
        }
        let found = aside(|| match entry(name)?.get_password() {
            Ok(secret) => Ok(Some(secret)),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(words(&error)),
        });
        self.note(found.as_ref().err().cloned());
        found
    }

    fn set(&self, name: &str, secret: Option<&str>) -> Result<(), String> {
        let kept = aside(|| match secret {
            Some(secret) => entry(name)?.set_password(secret).map_err(|error| words(&error)),
            None => match entry(name)?.delete_credential() {
                Ok(()) | Err(Error::NoEntry) => Ok(()),
                Err(error) => Err(words(&error)),
            },
        });
        // In memory only when the keychain would not have it; never in both, so that they cannot differ.
        self.memory.set(name, secret.filter(|_| kept.is_err()))?;
        self.note(kept.err());
        Ok(())
    }

    fn problem(&self) -> Option<String> {
        self.problem.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

fn entry(name: &str) -> Result<Entry, String> {
    if let Err(error) = Entry::store_status() {
        return Err(words(error));
    }
    Entry::new(SERVICE, name).map_err(|error| words(&error))
}

/// On a thread of its own: the Secret Service's library runs an executor, which must not meet the window's.
fn aside<T: Send>(ask: impl FnOnce() -> Result<T, String> + Send) -> Result<T, String> {
    std::thread::scope(|scope| {
        scope.spawn(ask).join().unwrap_or_else(|_| Err("the keychain's library panicked".into()))
    })
}

/// The keychain's words; its errors never carry the secret, except for one that this leaves out.
fn words(error: &Error) -> String {
    match error {
        Error::BadEncoding(_) => "the entry is no text".into(),
        other => other.to_string(),
    }
}
