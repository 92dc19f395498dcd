//! Writes the page's side of the door: every request and response type, and the list of commands.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use crate::fault::Fault;

/// Gathers declarations while the list is walked.
pub struct Collector {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
    commands: Vec<String>,
}

impl Collector {
    /// Starts with what every answer may be: a [`Fault`].
    pub fn new() -> Collector {
        let config = Config::default().with_large_int("number");
        let mut collector =
            Collector { config, seen: HashSet::new(), declarations: BTreeMap::new(), commands: Vec::new() };
        collector.visit::<Fault>();
        collector
    }

    /// Adds one line of the list.
    pub fn command<Request: TS + 'static, Response: TS + 'static>(&mut self, name: &str) {
        self.visit::<Request>();
        self.visit::<Response>();
        let (request, response) = (Request::name(&self.config), Response::name(&self.config));
        self.commands.push(format!("  {name}: {{ request: {request}; response: {response} }};"));
    }

    /// The whole file.
    pub fn finish(self) -> String {
        let declarations: Vec<String> =
            self.declarations.into_values().map(|declaration| format!("export {declaration}")).collect();
        format!(
            "// The door's types, generated from src-tauri/app/api.rs by `cargo xtask gen`. Do not edit.\n\n{}\n\nexport type Commands = {{\n{}\n}};\n",
            declarations.join("\n\n"),
            self.commands.join("\n")
        )
    }
}

impl Default for Collector {
    fn default() -> Self {
        Collector::new()
    }
}

impl TypeVisitor for Collector {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        if T::output_path().is_some() {
            self.declarations.insert(T::ident(&self.config), T::decl(&self.config));
        }
    }
}
