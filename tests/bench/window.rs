//! The real window under a display of its own: how long after the start of its process it is seen, painted and at rest,
//! and the memory of all its processes. Nothing in the program helps: the screen is looked at from outside.

use std::collections::HashSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{ChangeWindowAttributesAux, ConnectionExt, EventMask, ImageFormat, Window};
use x11rb::rust_connection::RustConnection;

use super::Verdict;

/// How often the window is started.
const STARTS: usize = 7;
/// A start that takes longer has failed.
const PATIENCE: Duration = Duration::from_secs(20);
/// A screen that has not changed for so long is at rest.
const REST: Duration = Duration::from_millis(700);
/// An empty window on an empty screen has two colours; text with smooth edges has many more.
const PAINTED_COLOURS: usize = 64;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Moments of one start in milliseconds after the process was started, and the memory at rest in MiB.
struct Start {
    seen: f64,
    painted: f64,
    rest: f64,
    resident: f64,
    proportional: f64,
    processes: usize,
}

/// Starts the window on `home`, whose last book is opened by it, and says what was seen.
pub fn measure(what: &str, home: &Path, verdict: &mut Verdict) {
    let Some(program) = std::env::var_os("CHENGDAN_WINDOW") else {
        println!(
            "    window: not measured; CHENGDAN_WINDOW names no program (start with: cargo xtask bench)"
        );
        return;
    };
    // Held until the last start: a display that everybody has left begins anew, and refuses whoever comes meanwhile.
    let held = Screen::open();
    let starts = (0..STARTS).map(|_| start(Path::new(&program), home));
    let starts: Vec<Start> = match starts.collect() {
        Ok(starts) => starts,
        Err(error) => {
            println!("    window on {what}: not measured; {error}");
            verdict.all_kept = false;
            return;
        }
    };
    drop(held);
    let median = |figure: fn(&Start) -> f64| {
        let mut figures: Vec<f64> = starts.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        (figures[STARTS / 2], figures[0], figures[STARTS - 1])
    };
    println!("    window on {what}, {STARTS} starts: middle (best to worst)");
    for (name, figure) in
        [("seen", (|start| start.seen) as fn(&Start) -> f64), ("at rest", |start| start.rest)]
    {
        let (middle, best, worst) = median(figure);
        println!("    {name} after {middle:.0} ms ({best:.0} to {worst:.0})");
    }
    let (middle, best, worst) = median(|start| start.painted);
    println!("    painted after {middle:.0} ms ({best:.0} to {worst:.0})");
    verdict.say(&format!("window on {what} painted, p50"), middle, 1_000.0, "ms");
    let (proportional, ..) = median(|start| start.proportional);
    let (resident, ..) = median(|start| start.resident);
    println!(
        "    memory of its {} processes at rest: {proportional:.0} MiB PSS, {resident:.0} MiB RSS (counting what they \
         share once and several times)",
        starts[0].processes
    );
}

/// Lets the page measure itself in the window: switching rooms, typing into a long order, and how big its chunks are.
pub fn page(home: &Path, verdict: &mut Verdict) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/desk.mjs");
    // A driver starts the window; without one only the outside of it is measured.
    if std::env::var_os("TAURI_DRIVER").is_none() {
        println!("    page: not measured; TAURI_DRIVER names no driver (start with: cargo xtask bench)");
        return;
    }
    let kept = Command::new("node").arg(script).arg(home).status().is_ok_and(|status| status.success());
    verdict.all_kept &= kept;
}

fn start(program: &Path, home: &Path) -> Outcome<Start> {
    let mut screen = Screen::open()?;
    let began = Instant::now();
    let mut child = Command::new(program)
        .env("CHENGDAN_HOME", home)
        .env("XDG_CONFIG_HOME", home.join(".config"))
        .env("XDG_DATA_HOME", home.join(".data"))
        .env("XDG_CACHE_HOME", home.join(".cache"))
        .env("GDK_BACKEND", "x11")
        .env_remove("WAYLAND_DISPLAY")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let seen = look(&mut screen, &mut child, began);
    let family = family(child.id());
    let memory: Vec<(f64, f64)> = family.iter().filter_map(|id| memory(*id)).collect();
    child.kill()?;
    child.wait()?;
    gone(&family)?;
    let (seen, painted, rest) = seen?;
    Ok(Start {
        seen,
        painted,
        rest,
        resident: memory.iter().map(|(resident, _)| resident).sum(),
        proportional: memory.iter().map(|(_, proportional)| proportional).sum(),
        processes: memory.len(),
    })
}

/// When the window was seen, painted and at rest.
fn look(screen: &mut Screen, child: &mut Child, began: Instant) -> Outcome<(f64, f64, f64)> {
    let after = |moment: Instant| super::millis(moment.duration_since(began));
    let early = |child: &mut Child| child.try_wait().is_ok_and(|ended| ended.is_some());
    while !screen.shows_a_window()? {
        if early(child) {
            return Err("the program ended by itself".into());
        }
        if began.elapsed() > PATIENCE {
            return Err("no window was seen".into());
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let seen = Instant::now();
    let mut painted = None;
    let (mut picture, mut changed) = (Vec::new(), seen);
    while painted.is_none() || changed.elapsed() < REST {
        let now = screen.picture()?;
        if now != picture {
            (picture, changed) = (now, Instant::now());
        }
        if painted.is_none() && is_painted(&picture) {
            painted = Some(Instant::now());
            keep("painted", &picture, screen.size);
        }
        if began.elapsed() > PATIENCE {
            return Err("the window was not painted, or never came to rest".into());
        }
        std::thread::sleep(Duration::from_millis(8));
    }
    keep("rest", &picture, screen.size);
    Ok((after(seen), after(painted.unwrap_or(changed)), after(changed)))
}

/// Keeps what counted as painted and as at rest, for whoever wants to look at it.
fn keep(moment: &str, picture: &[u8], (width, height): (u16, u16)) {
    let mut file = format!("P6 {width} {height} 255\n").into_bytes();
    file.extend(picture.chunks_exact(4).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]));
    let _ = std::fs::create_dir_all("gen/shots");
    let _ = std::fs::write(format!("gen/shots/bench-{moment}.ppm"), file);
}

fn is_painted(picture: &[u8]) -> bool {
    let mut colours = HashSet::new();
    picture.chunks_exact(4).any(|pixel| {
        colours.insert([pixel[0], pixel[1], pixel[2]]);
        colours.len() >= PAINTED_COLOURS
    })
}

/// The screen, looked at from outside.
struct Screen {
    connection: RustConnection,
    root: Window,
    size: (u16, u16),
}

impl Screen {
    fn open() -> Outcome<Screen> {
        let began = Instant::now();
        let (connection, number) = loop {
            match x11rb::connect(None) {
                Ok(found) => break found,
                // The display may begin anew just now.
                Err(_) if began.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(50)),
                Err(error) => return Err(error.into()),
            }
        };
        let screen = connection.setup().roots.get(number).ok_or("no such screen")?;
        let (root, size) = (screen.root, (screen.width_in_pixels, screen.height_in_pixels));
        let wish = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
        connection.change_window_attributes(root, &wish)?.check()?;
        Ok(Screen { connection, root, size })
    }

    /// Whether a window of the size of a program's was just put on the screen.
    fn shows_a_window(&mut self) -> Outcome<bool> {
        while let Some(event) = self.connection.poll_for_event()? {
            if let Event::MapNotify(mapped) = event
                && let Ok(place) = self.connection.get_geometry(mapped.window)?.reply()
                && place.width > 400
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn picture(&self) -> Outcome<Vec<u8>> {
        let (width, height) = self.size;
        let image =
            self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, 0, 0, width, height, !0)?.reply()?;
        Ok(image.data)
    }
}

/// A process with all that it started, and those in turn.
fn family(first: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let id = entry.file_name().to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
            // Behind the name, which may hold anything: state and parent.
            let parent = stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()?;
            Some((id, parent))
        })
        .collect();
    let mut family = vec![first];
    let mut next = 0;
    while let Some(parent) = family.get(next).copied() {
        family.extend(parents.iter().filter(|(_, its)| *its == parent).map(|(id, _)| *id));
        next += 1;
    }
    family
}

/// Resident and proportional memory of a process in MiB.
fn memory(id: u32) -> Option<(f64, f64)> {
    let text = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let figure = |name: &str| -> Option<f64> {
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<f64>().ok().map(|kib| kib / 1_024.0)
    };
    Some((figure("Rss:")?, figure("Pss:")?))
}

/// Waits until all these processes have ended: the next start must find nobody.
fn gone(family: &[u32]) -> Outcome<()> {
    let began = Instant::now();
    let lives = |id: &u32| {
        std::fs::read_to_string(format!("/proc/{id}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
    };
    while family.iter().any(lives) {
        if began.elapsed() > PATIENCE {
            return Err("a process of the window outlived it".into());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}
