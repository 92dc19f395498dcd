//! The icon in the tray with the count of what waits, its menu, and the count on dock or taskbar. A desktop without a
//! tray goes without: the program says so in `Tray::build` and runs on.

use tauri::image::Image;
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Emitter, Wry};

use crate::badge::{Picture, counted};
use crate::{closing, main_window, to_front};

/// What the page says to whoever looks at the tray, in the language of the book.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct TraySaid {
    pub tooltip: String,
    pub open: String,
    pub new_order: String,
    pub quit: String,
    pub count: i64,
}

/// Not `quit`: that is a line of the menu on macOS, and both are heard by everybody.
const QUIT: &str = "tray_quit";

/// The tray, as long as there is one.
pub struct Tray {
    icon: TrayIcon,
    plain: Picture,
    open: MenuItem<Wry>,
    new_order: MenuItem<Wry>,
    quit: MenuItem<Wry>,
}

impl Tray {
    /// Puts the icon into the tray; until the page speaks, in the program's first language.
    ///
    /// # Errors
    /// The desktop has no tray, or does not answer.
    pub fn build(handle: &AppHandle) -> tauri::Result<Tray> {
        let item = |id: &str, text: &str| MenuItem::with_id(handle, id, text, true, None::<&str>);
        let (open, new_order, quit) =
            (item("open", "打开")?, item("new_order", "新订单")?, item(QUIT, "退出")?);
        let line = PredefinedMenuItem::separator(handle)?;
        let menu = Menu::with_items(handle, &[&open, &new_order, &line, &quit])?;
        let image = handle.default_window_icon().cloned().unwrap_or_else(|| Image::new(&[], 0, 0));
        let plain = Picture { pixels: image.rgba().to_vec(), width: image.width(), height: image.height() };
        let icon = TrayIconBuilder::with_id("main")
            .icon(image)
            .tooltip("成单")
            .menu(&menu)
            .show_menu_on_left_click(false)
            .on_menu_event(|handle, event| chosen(handle, event.id().as_ref()))
            .on_tray_icon_event(|icon, event| {
                let left = MouseButton::Left;
                if matches!(event, TrayIconEvent::Click { button, button_state: MouseButtonState::Up, .. } if button == left) {
                    to_front(icon.app_handle());
                }
            })
            .build(handle)?;
        Ok(Tray { icon, plain, open, new_order, quit })
    }

    /// Says what the page says. A desktop that refuses a part of it goes without.
    pub fn say(&self, said: &TraySaid) {
        let _ = self.open.set_text(&said.open);
        let _ = self.new_order.set_text(&said.new_order);
        let _ = self.quit.set_text(&said.quit);
        let _ = self.icon.set_tooltip(Some(&said.tooltip));
        let picture = counted(&self.plain, said.count);
        let _ = self.icon.set_icon(Some(Image::new_owned(picture.pixels, picture.width, picture.height)));
    }
}

fn chosen(handle: &AppHandle, id: &str) {
    match id {
        QUIT => {
            // The page may have to ask something, which must be seen.
            to_front(handle);
            closing::ask(handle);
        }
        "new_order" => {
            to_front(handle);
            let _ = handle.emit("go", "#/orders/new");
        }
        _ => to_front(handle),
    }
}

/// The count on dock or taskbar, where the system has a place for it.
pub fn count_on_taskbar(handle: &AppHandle, count: i64) {
    let Some(window) = main_window(handle) else { return };
    let _ = window.set_badge_count(Some(count).filter(|count| *count > 0));
    #[cfg(windows)]
    {
        let empty = Picture { pixels: vec![0; 32 * 32 * 4], width: 32, height: 32 };
        let picture = counted(&empty, count);
        let overlay = (count > 0).then(|| Image::new_owned(picture.pixels, picture.width, picture.height));
        let _ = window.set_overlay_icon(overlay);
    }
}
