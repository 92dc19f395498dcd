//! Presses the cross of every window on the display that can be closed: what a window manager sends when somebody does.
//! `cross count` only counts them.

#[cfg(target_os = "linux")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use x11rb::connection::Connection;
    use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, Window};

    let (connection, screen) = x11rb::connect(None)?;
    let atom = |name: &str| -> Result<u32, Box<dyn std::error::Error>> {
        Ok(connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
    };
    let (protocols, delete) = (atom("WM_PROTOCOLS")?, atom("WM_DELETE_WINDOW")?);
    let mut open: Vec<Window> = vec![connection.setup().roots[screen].root];
    let only_count = std::env::args().nth(1).is_some_and(|word| word == "count");
    let mut pressed = 0;
    while let Some(window) = open.pop() {
        // A window may vanish while it is looked at.
        let Ok(tree) = connection.query_tree(window)?.reply() else { continue };
        open.extend(tree.children);
        let asked = connection.get_property(false, window, protocols, AtomEnum::ATOM, 0, 32)?.reply();
        let closes =
            asked.is_ok_and(|found| found.value32().is_some_and(|mut all| all.any(|one| one == delete)));
        let shown = connection.get_window_attributes(window)?.reply();
        let shown = shown.is_ok_and(|found| found.map_state == x11rb::protocol::xproto::MapState::VIEWABLE);
        if closes && shown {
            pressed += 1;
        }
        if closes && shown && !only_count {
            let event =
                ClientMessageEvent::new(32, window, protocols, [delete, x11rb::CURRENT_TIME, 0, 0, 0]);
            connection.send_event(false, window, EventMask::NO_EVENT, event)?;
        }
    }
    connection.flush()?;
    println!("{pressed}");
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("the display can be asked only on Linux");
    std::process::exit(1);
}
