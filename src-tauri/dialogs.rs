//! The system's file dialogs and its viewer; in debug builds files of scripted answers may stand in for them.

use std::path::{Path, PathBuf};

use chengdan_app::session::Dialogs;
use chengdan_app::views::PickKind;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::viewer;

/// Opens the system's dialogs in front of the window.
pub struct WindowDialogs {
    handle: AppHandle,
}

impl WindowDialogs {
    /// Dialogs of this program.
    pub fn new(handle: AppHandle) -> WindowDialogs {
        WindowDialogs { handle }
    }

    fn dialog(&self) -> FileDialogBuilder<tauri::Wry> {
        self.handle.dialog().file()
    }
}

impl Dialogs for WindowDialogs {
    fn pick(&self, kind: PickKind) -> Option<PathBuf> {
        if let Some(answer) = scripted::answer() {
            return answer;
        }
        let dialog = self.dialog();
        let chosen = match kind {
            PickKind::Folder | PickKind::Book => dialog.blocking_pick_folder(),
            PickKind::Workbook => {
                dialog.add_filter("Excel, CSV", &["xlsx", "xls", "csv"]).blocking_pick_file()
            }
            PickKind::Any => dialog.blocking_pick_file(),
        };
        path_of(chosen)
    }

    fn pick_save(&self, name: &str) -> Option<PathBuf> {
        if let Some(answer) = scripted::answer() {
            return answer;
        }
        path_of(self.dialog().set_file_name(name).blocking_save_file())
    }

    fn open_pdf(&self, path: &Path) -> Result<(), String> {
        scripted::view(path).unwrap_or_else(|| viewer::open(path))
    }

    fn show(&self, folder: &Path) -> bool {
        viewer::open(folder).is_ok()
    }
}

fn path_of(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen.and_then(|path| path.into_path().ok())
}

/// Answers from the file that `CHENGDAN_DIALOGS` names: one path a line, taken from the top; an empty line cancels.
#[cfg(debug_assertions)]
mod scripted {
    use std::path::{Path, PathBuf};

    /// The next scripted answer; `None` when dialogs are not scripted.
    pub fn answer() -> Option<Option<PathBuf>> {
        let script = std::env::var_os("CHENGDAN_DIALOGS")?;
        let text = std::fs::read_to_string(&script).unwrap_or_default();
        let (first, rest) = text.split_once('\n').unwrap_or((text.as_str(), ""));
        let _ = std::fs::write(&script, rest);
        Some((!first.is_empty()).then(|| PathBuf::from(first)))
    }

    /// A viewer that only writes down what it was shown, one path a line, in the file that `CHENGDAN_VIEWER` names;
    /// without that file there is no viewer. `None` when the viewer is not scripted.
    pub fn view(path: &Path) -> Option<Result<(), String>> {
        use std::io::Write;
        let list = std::env::var_os("CHENGDAN_VIEWER")?;
        let written = std::fs::OpenOptions::new()
            .append(true)
            .open(list)
            .and_then(|mut list| writeln!(list, "{}", path.display()));
        Some(written.map_err(|error| error.to_string()))
    }
}

/// What is shipped asks the system only.
#[cfg(not(debug_assertions))]
mod scripted {
    use std::path::{Path, PathBuf};

    /// Never scripted.
    pub fn answer() -> Option<Option<PathBuf>> {
        None
    }

    /// Never scripted.
    pub fn view(_path: &Path) -> Option<Result<(), String>> {
        None
    }
}
