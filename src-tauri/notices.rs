//! Native notices. The core decides what is told and the page in which words; here they are only shown, and a click on
//! one brings the window and opens what it is about.

use notify_rust::{Notification, NotificationResponse};
use tauri::{AppHandle, Emitter};

use crate::to_front;

/// A notice in words.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Said {
    pub title: String,
    pub body: String,
    /// What a click opens, as an address of the page.
    pub address: String,
}

/// Shows notices. Each waits for its click on a thread of its own, because the systems' own ways of waiting block.
#[tauri::command]
pub fn window_notify(handle: AppHandle, notices: Vec<Said>) {
    for said in notices {
        let handle = handle.clone();
        std::thread::spawn(move || show(&handle, &said));
    }
}

/// A desktop that shows no notices is none the worse: the same stands in the rooms.
fn show(handle: &AppHandle, said: &Said) {
    let mut notice = Notification::new();
    notice
        .appname("成单 Chengdan")
        .summary(&said.title)
        .body(&said.body)
        .action("default", &said.title)
        .auto_icon();
    #[cfg(windows)]
    notice.app_id(&handle.config().identifier);
    let Ok(shown) = notice.show() else { return };
    let opened = |response: &NotificationResponse| {
        if matches!(response, NotificationResponse::Default | NotificationResponse::Action(_)) {
            to_front(handle);
            let _ = handle.emit("go", &said.address);
        }
    };
    let _ = shown.wait_for_response(opened);
}
