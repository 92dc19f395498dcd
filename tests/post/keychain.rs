//! The system's keychain: one real gnome-keyring on a bus of its own, and a machine where none answers.

use std::process::{Command, Output};

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn a_secret_survives_the_process_in_a_real_keyring() {
    let home = tempfile::tempdir().expect("a folder");
    let child = env!("CARGO_BIN_EXE_post_child");
    let script = format!(
        "printf keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null && \
         '{child}' vault set && '{child}' vault get && '{child}' vault forget && '{child}' vault get"
    );
    let done = Command::new("dbus-run-session")
        .args(["--", "sh", "-c", &script])
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("XDG_RUNTIME_DIR", home.path())
        .output()
        .expect("dbus-run-session and gnome-keyring");
    // The bus may grumble about its limits on standard error.
    assert_eq!(String::from_utf8_lossy(&done.stdout), "kept\nSome(\"geheim 授权码\")\nkept\nNone\n");
    assert!(done.status.success(), "{}", told(&done));
}

#[test]
fn without_a_keychain_the_secret_lives_as_long_as_the_program_and_says_why() {
    let child = env!("CARGO_BIN_EXE_post_child");
    let done = Command::new(child)
        .args(["vault", "without"])
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
        .output()
        .expect("the child");
    let told = told(&done);
    assert!(told.starts_with("remembered Some(\"geheim 授权码\"), because "), "{told}");
    assert!(done.status.success());
}
