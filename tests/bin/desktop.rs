//! A desktop for the real-window tests: shows notices and holds a tray, and does with them what it is told.
//!
//! It prints a line for each notice (`notice <id> <title> | <body>`), and answers lines on its input: `click <id>` clicks a
//! notice, `tray` tells tooltip and menu of the newest icon, `menu <label>` chooses from its menu, `activate` clicks it.

#[cfg(target_os = "linux")]
fn main() {
    desktop::run().expect("a session bus");
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("there is no session bus here");
}

#[cfg(target_os = "linux")]
mod desktop {
    use std::collections::HashMap;
    use std::io::BufRead;
    use std::sync::{Arc, Mutex};

    use zbus::blocking::{Connection, connection};
    use zbus::message::Header;
    use zbus::zvariant::{OwnedValue, Structure, Value};

    const NOTICES: &str = "org.freedesktop.Notifications";
    const NOTICES_AT: &str = "/org/freedesktop/Notifications";

    /// Shows notices on its output.
    struct Notices(u32);

    #[zbus::interface(name = "org.freedesktop.Notifications")]
    impl Notices {
        #[allow(clippy::too_many_arguments)] // As the specification has it.
        fn notify(
            &mut self,
            _app_name: String,
            _replaces: u32,
            _icon: String,
            summary: String,
            body: String,
            _actions: Vec<String>,
            _hints: HashMap<String, OwnedValue>,
            _timeout: i32,
        ) -> u32 {
            self.0 += 1;
            println!("notice {} {summary} | {}", self.0, body.replace('\n', " "));
            self.0
        }
        fn close_notification(&self, _id: u32) {}
        fn get_capabilities(&self) -> Vec<String> {
            vec!["actions".into(), "body".into()]
        }
        fn get_server_information(&self) -> (String, String, String, String) {
            ("desktop".into(), "tests".into(), "1".into(), "1.2".into())
        }
    }

    /// Remembers who put an icon into the tray.
    struct Watcher(Arc<Mutex<Vec<String>>>);

    #[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
    impl Watcher {
        fn register_status_notifier_item(&self, #[zbus(header)] header: Header<'_>, service: String) {
            let sender = header.sender().map(ToString::to_string).unwrap_or_default();
            let name = if service.starts_with('/') { sender } else { service };
            self.0.lock().expect("one at a time").push(name);
        }
        fn register_status_notifier_host(&self, _service: String) {}
        #[zbus(property)]
        fn is_status_notifier_host_registered(&self) -> bool {
            true
        }
        #[zbus(property)]
        fn protocol_version(&self) -> i32 {
            0
        }
        #[zbus(property)]
        fn registered_status_notifier_items(&self) -> Vec<String> {
            self.0.lock().expect("one at a time").clone()
        }
    }

    /// Serves until its input ends.
    pub fn run() -> zbus::Result<()> {
        let items = Arc::new(Mutex::new(Vec::new()));
        let bus = connection::Builder::session()?
            .serve_at(NOTICES_AT, Notices(0))?
            .serve_at("/StatusNotifierWatcher", Watcher(Arc::clone(&items)))?
            .name(NOTICES)?
            .name("org.kde.StatusNotifierWatcher")?
            .build()?;
        println!("ready");
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            let (word, rest) = line.split_once(' ').unwrap_or((line.as_str(), ""));
            let item = items.lock().expect("one at a time").last().cloned().unwrap_or_default();
            let done = match word {
                "click" => click(&bus, rest.parse().unwrap_or(0)),
                "tray" => tell(&bus, &item),
                "menu" => choose(&bus, &item, rest),
                "activate" => bus
                    .call_method(Some(item.as_str()), "/StatusNotifierItem", Some(ITEM), "Activate", &(0, 0))
                    .map(|_| ()),
                _ => Ok(()),
            };
            println!("{word} {}", done.map_or_else(|error| format!("failed: {error}"), |()| "done".into()));
        }
        Ok(())
    }

    const ITEM: &str = "org.kde.StatusNotifierItem";

    fn click(bus: &Connection, id: u32) -> zbus::Result<()> {
        bus.emit_signal(None::<&str>, NOTICES_AT, NOTICES, "ActionInvoked", &(id, "default"))
    }

    type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

    /// The menu's entries: (id, label).
    fn menu(bus: &Connection, item: &str) -> zbus::Result<Vec<(i32, String)>> {
        let ask = (0_i32, -1_i32, Vec::<String>::new());
        let answer =
            bus.call_method(Some(item), "/MenuBar", Some("com.canonical.dbusmenu"), "GetLayout", &ask)?;
        let (_, (_, _, children)): (u32, Layout) = answer.body().deserialize()?;
        let mut entries = Vec::new();
        for child in children {
            let entry: Structure = child.try_into()?;
            let [id, properties, ..] = entry.fields() else { continue };
            let properties: HashMap<String, Value> = properties.try_clone()?.try_into()?;
            let label =
                properties.get("label").and_then(|label| String::try_from(label.try_clone().ok()?).ok());
            entries.push((i32::try_from(id)?, label.unwrap_or_default()));
        }
        Ok(entries)
    }

    fn tell(bus: &Connection, item: &str) -> zbus::Result<()> {
        let ask = (ITEM, "ToolTip");
        let answer = bus.call_method(
            Some(item),
            "/StatusNotifierItem",
            Some("org.freedesktop.DBus.Properties"),
            "Get",
            &ask,
        )?;
        let value: OwnedValue = answer.body().deserialize()?;
        let tooltip: Structure = value.try_into()?;
        let texts: Vec<String> = tooltip
            .fields()
            .iter()
            .filter_map(|field| String::try_from(field.try_clone().ok()?).ok())
            .collect();
        let labels: Vec<String> = menu(bus, item)?.into_iter().map(|(_, label)| label).collect();
        println!("shown {} / {}", texts.join(" ").replace('\n', " "), labels.join(" | "));
        Ok(())
    }

    fn choose(bus: &Connection, item: &str, label: &str) -> zbus::Result<()> {
        let wanted = menu(bus, item)?.into_iter().find(|(_, found)| found == label);
        let Some((id, _)) = wanted else { return Err(zbus::Error::Failure(format!("no {label}"))) };
        let event = (id, "clicked", Value::from(0_i32), 0_u32);
        bus.call_method(Some(item), "/MenuBar", Some("com.canonical.dbusmenu"), "Event", &event).map(|_| ())
    }
}
