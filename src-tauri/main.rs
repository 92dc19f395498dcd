//! The window: builds `App`, lets the page through its one door, says when something changed, and does for the page what
//! only a window can: its title, its zoom, the tray, notices, and closing without losing anything.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod badge;
mod closing;
mod dialogs;
#[cfg(target_os = "linux")]
mod drawing;
mod notices;
mod tray;
mod viewer;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use chengdan_app::App;
use chengdan_app::clock::WallClock;
use chengdan_app::fault::Fault;
use chengdan_app::vault::SystemVault;
use tauri::ipc::Response;
use tauri::{AppHandle, Emitter, Manager, State, Theme, WebviewWindow};
use tauri_plugin_window_state::StateFlags;

use closing::Closing;
use tray::{Tray, TraySaid};

/// How long the page may take for its first paint before the window shows itself anyway: a blank window can at
/// least be closed, a hidden one cannot.
const PAINT_PATIENCE: Duration = Duration::from_secs(5);

fn main() -> ExitCode {
    // Before window and single instance: this process may have been started only to read a stranger's file.
    if chengdan_app::import::child_entry() {
        return ExitCode::SUCCESS;
    }
    #[cfg(target_os = "linux")]
    drawing::settle();
    let builder = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|handle, _arguments, _folder| to_front(handle)))
        .plugin(tauri_plugin_dialog::init())
        .plugin(window_memory())
        .manage(Closing::default())
        .on_window_event(closing::on_event)
        .invoke_handler(tauri::generate_handler![
            call,
            window_ready,
            window_say,
            window_zoom,
            notices::window_notify,
            closing::window_close,
            closing::window_closing_heard
        ])
        .setup(|tauri| {
            start(tauri.handle())?;
            Ok(())
        });
    // Only macOS has the menu outside of the window.
    let builder = if cfg!(target_os = "macos") {
        builder.menu(closing::menu).on_menu_event(|handle, event| closing::on_menu(handle, &event))
    } else {
        builder
    };
    #[cfg(debug_assertions)]
    let builder = builder.plugin(refusals_of_the_policy());
    match builder.run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("成单 cannot open its window: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Builds the program behind the window and starts what runs beside it.
fn start(handle: &AppHandle) -> Result<(), Box<dyn std::error::Error>> {
    let home = chengdan_app::place::home();
    std::fs::create_dir_all(&home)?;
    let dialogs = Arc::new(dialogs::WindowDialogs::new(handle.clone()));
    let app = App::new(&home, Arc::new(WallClock), dialogs, Arc::new(SystemVault::default()));
    let app = Arc::new(app.of_build(env!("CHENGDAN_BUILD")));
    let page = handle.clone();
    app.on_change(Box::new(move || {
        let _ = page.emit("changed", ());
    }));
    // A book that cannot be opened is the page's to show (app_status); the window opens in any case.
    let _ = chengdan_app::commands::book::open_last(&app);
    tauri::async_runtime::spawn(chengdan_app::post::run(Arc::clone(&app)));
    tauri::async_runtime::spawn(chengdan_app::watch::run(Arc::clone(&app)));
    let tray = Tray::build(handle).inspect_err(|error| app.log(&format!("no tray: {error}"))).ok();
    handle.manage(tray);
    handle.manage(app);
    let late = handle.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PAINT_PATIENCE).await;
        show(&late);
    });
    Ok(())
}

/// The one door. The page asks by name; the answer is JSON, a failure is a `Fault`.
#[tauri::command]
async fn call(app: State<'_, Arc<App>>, name: String, request: String) -> Result<Response, Fault> {
    let app = Arc::clone(&app);
    // The core blocks on the disk; the window's own threads must not.
    let answer = tauri::async_runtime::spawn_blocking(move || app.call(&name, &request)).await;
    answer.map_err(Fault::broken)?.map(Response::new)
}

/// The page has painted: now the window may be seen.
#[tauri::command]
fn window_ready(handle: AppHandle) {
    show(&handle);
}

/// What the page says to the outside: the window's title, the tray, the look, and whether closing hides.
#[derive(Debug, Clone, serde::Deserialize)]
struct Said {
    title: String,
    /// `light` or `dark`; anything else follows the system.
    appearance: String,
    hides: bool,
    tray: TraySaid,
}

/// The page says it again whenever any of it changed; answers whether there is a tray to hide in.
#[tauri::command]
fn window_say(handle: AppHandle, said: Said) -> bool {
    if let Some(window) = main_window(&handle) {
        let _ = window.set_title(&said.title);
        let _ = window.set_theme(match said.appearance.as_str() {
            "light" => Some(Theme::Light),
            "dark" => Some(Theme::Dark),
            _ => None,
        });
    }
    handle.state::<Closing>().hide(said.hides);
    tray::count_on_taskbar(&handle, said.tray.count);
    let tray = handle.state::<Option<Tray>>();
    if let Some(tray) = tray.as_ref() {
        tray.say(&said.tray);
    }
    tray.is_some()
}

/// The page's size in percent, as the browsers' own zoom.
#[tauri::command]
fn window_zoom(handle: AppHandle, percent: u32) {
    if let Some(window) = main_window(&handle) {
        let _ = window.set_zoom(f64::from(percent.clamp(50, 200)) / 100.0);
    }
}

fn show(handle: &AppHandle) {
    if let Some(window) = main_window(handle)
        && !window.is_visible().unwrap_or(false)
    {
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// A second start brings the first window to the front.
fn to_front(handle: &AppHandle) {
    if let Some(window) = main_window(handle) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

fn main_window(handle: &AppHandle) -> Option<WebviewWindow> {
    handle.get_webview_window("main")
}

/// The window comes back where it was, but is never shown before its first paint.
fn window_memory() -> tauri::plugin::TauriPlugin<tauri::Wry> {
    let remembered = StateFlags::POSITION | StateFlags::SIZE | StateFlags::MAXIMIZED;
    tauri_plugin_window_state::Builder::default().with_state_flags(remembered).build()
}

/// Debug builds keep what the content security policy refused, from the first byte on, for the real-window tests.
#[cfg(debug_assertions)]
fn refusals_of_the_policy() -> tauri::plugin::TauriPlugin<tauri::Wry> {
    let listen = "window.__refused = []; addEventListener('securitypolicyviolation', (event) => \
                  window.__refused.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));";
    tauri::plugin::Builder::new("policy").js_init_script(listen).build()
}
