//! A full disk: a clear refusal, nothing acknowledged is lost, and the book goes on when there is room again.
//!
//! A small tmpfs is the disk; mounting it needs a mount namespace, so the test runs itself again inside one.

use std::path::Path;
use std::process::Command;

use chengdan_tests::{TestDesk, customer};
use serde_json::json;

const INSIDE: &str = "CHENGDAN_SMALL_DISK";

#[test]
fn a_full_disk_refuses_by_name_and_loses_nothing() {
    if let Ok(disk) = std::env::var(INSIDE) {
        fill_up(Path::new(&disk));
        return;
    }
    let disk = tempfile::tempdir().expect("a folder");
    let program = std::env::current_exe().expect("this program");
    let script = format!(
        "mount -t tmpfs -o size=6m tmpfs '{0}' && {INSIDE}='{0}' '{1}' --exact book::full_disk::a_full_disk_refuses_by_name_and_loses_nothing",
        disk.path().display(),
        program.display()
    );
    let ran = Command::new("unshare").args(["-rm", "sh", "-c", &script]).output().expect("unshare");
    let words = String::from_utf8_lossy(&ran.stdout);
    assert!(
        ran.status.success() && words.contains("1 passed"),
        "{words}{}",
        String::from_utf8_lossy(&ran.stderr)
    );
}

fn fill_up(disk: &Path) {
    let desk = TestDesk::at(disk);
    desk.ok("book_create", chengdan_tests::first_start("Empty"));
    let mut kept = 0;
    let refused = (0..2_000).find_map(|number| {
        let mut request = customer(&format!("客户 {number}"), "");
        request["note"] = json!("字".repeat(9_000));
        match desk.ask("customer_save", request) {
            Ok(_) => {
                kept += 1;
                None
            }
            Err(fault) => Some(fault),
        }
    });
    let words = format!("{refused:?}");
    assert!(words.contains("DiskFull"), "{words}");
    let count = || {
        let ask = json!({ "sort": "", "descending": false, "after": null, "limit": 1 });
        desk.ok("customer_list", ask)["total"].as_i64().expect("a number")
    };
    assert!(kept > 10, "{kept}");
    assert_eq!(count(), kept, "everything acknowledged is there");
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
    // The reserve was given up: there is room for what matters now.
    desk.ok("customer_save", customer("还有一家", ""));
    assert_eq!(count(), kept + 1);
}
