//! Closing the window: the page is asked first, because it knows what is typed and not saved. A page that does not
//! answer cannot keep the window open. Who wants closing to hide, and has a tray to come back from, is not asked: nothing
//! is left then.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use tauri::menu::{Menu, MenuItem, MenuItemKind};
use tauri::{AppHandle, Emitter, Manager, Runtime, State, Window, WindowEvent};

use crate::tray::Tray;

/// How long the page may take to say that it has heard.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often somebody wanted to close the window, and the last of them that the page heard of.
#[derive(Default)]
pub struct Closing {
    asked: AtomicU64,
    heard: AtomicU64,
    /// The person wants closing to hide.
    hides: AtomicBool,
}

impl Closing {
    /// Whether closing hides from now on.
    pub fn hide(&self, hides: bool) {
        self.hides.store(hides, Ordering::SeqCst);
    }
}

/// The cross, Alt F4, the window manager: nothing closes before the page has been asked.
pub fn on_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    api.prevent_close();
    let hides =
        window.state::<Closing>().hides.load(Ordering::SeqCst) && window.state::<Option<Tray>>().is_some();
    if hides {
        let _ = window.hide();
    } else {
        ask(window.app_handle());
    }
}

/// Asks the page whether the program may end; the tray's 「退出」 and ⌘ Q do so whatever the cross does.
pub fn ask<R: Runtime>(handle: &AppHandle<R>) {
    let asked = handle.state::<Closing>().asked.fetch_add(1, Ordering::SeqCst) + 1;
    let _ = handle.emit("closing", ());
    let handle = handle.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        if handle.state::<Closing>().heard.load(Ordering::SeqCst) < asked {
            handle.exit(0);
        }
    });
}

/// The page has heard and sees to it.
#[tauri::command]
pub fn window_closing_heard(closing: State<'_, Closing>) {
    closing.heard.store(closing.asked.load(Ordering::SeqCst), Ordering::SeqCst);
}

/// The page has nothing to lose, or was told that it may be lost.
#[tauri::command]
pub fn window_close(window: Window) {
    let _ = window.destroy();
}

/// On macOS ⌘ Q is a line of the program's menu that ends the program without asking; ours closes the window instead.
pub fn menu<R: Runtime>(handle: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let menu = Menu::default(handle)?;
    if let Some(MenuItemKind::Submenu(own)) = menu.items()?.first() {
        if let Some(quit @ MenuItemKind::Predefined(_)) = own.items()?.last() {
            own.remove(quit)?;
        }
        own.append(&MenuItem::with_id(handle, QUIT, "Quit 成单", true, Some("CmdOrCtrl+Q"))?)?;
    }
    Ok(menu)
}

const QUIT: &str = "quit";

/// The line of the menu was chosen.
pub fn on_menu<R: Runtime>(handle: &AppHandle<R>, event: &tauri::menu::MenuEvent) {
    if event.id().as_ref() == QUIT {
        ask(handle);
    }
}
