//! Files: dialogs, evidence, saving.

use crate::App;
use crate::fault::Fault;
use crate::views::*;

/// See `api.rs`.
pub fn pick(_app: &App, _request: FilePick) -> Result<Option<FileToken>, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn pick_save(_app: &App, _request: FilePickSave) -> Result<Option<FileToken>, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn keep(_app: &App, _request: FileKeep) -> Result<FileKept, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn view(_app: &App, _request: FileAsk) -> Result<FileView, Fault> {
    Err(Fault::broken("not built yet"))
}

/// See `api.rs`.
pub fn save_as(_app: &App, _request: FileSaveAs) -> Result<Option<Written>, Fault> {
    Err(Fault::broken("not built yet"))
}
