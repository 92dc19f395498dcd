//! What is previewed is byte for byte what is mailed, saved and printed.

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::rows::bytes;
use crate::order::desk::{approved, submitted};

/// The attachment as it stands in the frozen mail.
fn mailed(desk: &TestDesk) -> Vec<u8> {
    let book = desk.app.book().unwrap();
    let sha256: String = book
        .read(|connection| {
            Ok(connection.query_row("select mime_sha256 from outbox order by id", [], |row| row.get(0))?)
        })
        .unwrap();
    let mail = String::from_utf8(book.file_bytes(&sha256).unwrap()).unwrap();
    let part = mail.split("Content-Type: application/pdf").nth(1).expect("the attachment");
    let body = part.split("\r\n\r\n").nth(1).expect("its body");
    let digits: String = body.split("\r\n--").next().unwrap().split_whitespace().collect();
    BASE64.decode(digits).expect("base64")
}

/// Saves and prints a paper that was shown, and reads both copies.
fn copies(desk: &TestDesk, file: &Value) -> [Vec<u8>; 2] {
    let request = json!({ "sha256": file["sha256"], "name": file["name"] });
    let path = desk.home.path().join("saved.pdf");
    *desk.desktop.save_to.lock().unwrap() = Some(path.clone());
    *desk.desktop.shown.lock().unwrap() = Some(Vec::new());
    let written = desk.ok("file_save_as", request.clone());
    assert_eq!(written["path"], path.display().to_string());
    desk.ok("file_print", request);
    let shown = desk.desktop.shown.lock().unwrap().take().expect("a viewer");
    let [printed] = shown.as_slice() else { panic!("shown once: {shown:?}") };
    assert_eq!(printed.file_name().unwrap().to_str(), file["name"].as_str());
    let both = [std::fs::read(&path).unwrap(), std::fs::read(printed).unwrap()];
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let folder = std::fs::metadata(printed.parent().unwrap()).unwrap();
        assert_eq!(folder.permissions().mode() & 0o077, 0, "nobody else looks into it");
    }
    std::fs::remove_dir_all(printed.parent().unwrap()).unwrap();
    both
}

#[test]
fn an_issued_letter_is_the_same_wherever_it_goes() {
    let desk = TestDesk::staffed();
    let order = approved(&desk);
    let shown = desk.ok("order_letter", json!({ "id": order["id"] }));
    let in_outbox = desk.ok("outbox_pdf", json!({ "id": order["letters"][0]["id"] }));
    assert_eq!(bytes(&in_outbox), bytes(&shown));
    assert_eq!(mailed(&desk), bytes(&shown));
    assert_eq!(copies(&desk, &shown), [bytes(&shown), bytes(&shown)]);
    assert_eq!(copies(&desk, &in_outbox), [bytes(&shown), bytes(&shown)]);
}

#[test]
fn papers_that_are_only_looked_at_are_saved_and_printed_as_they_were_shown() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk);
    let id = &order["id"];
    for shown in [
        desk.ok("order_letter", json!({ "id": id })),
        desk.ok("order_approval_sheet", json!({ "id": id })),
        desk.ok("order_delivery_note", json!({ "order_id": id, "serial": null })),
    ] {
        // The next minute the papers would be set differently; what was shown is what counts.
        desk.clock.set(desk.app.now() + chrono::TimeDelta::minutes(5));
        assert_eq!(copies(&desk, &shown), [bytes(&shown), bytes(&shown)], "{}", shown["name"]);
        // Looking leaves nothing in the book.
        let kept = desk.app.book().unwrap().file_bytes(shown["sha256"].as_str().unwrap());
        assert!(kept.is_err(), "{} was kept in the book", shown["name"]);
    }
    // A letter before approval is shown, and mailed by nobody.
    assert_eq!(desk.ok("outbox_totals", json!({}))["all"], 0);
}

#[test]
fn without_a_viewer_it_is_said_and_only_pdfs_are_opened() {
    let desk = TestDesk::staffed();
    let order = approved(&desk);
    let letter = desk.ok("order_letter", json!({ "id": order["id"] }));
    let print = |file: &Value| json!({ "sha256": file["sha256"], "name": "../../a/函?.pdf" });
    assert_eq!(desk.refused("file_print", print(&letter)), ["ViewerMissing"]);
    *desk.desktop.shown.lock().unwrap() = Some(Vec::new());
    let page = json!({ "name": "a.pdf", "mime": "application/pdf", "base64": BASE64.encode("<script>") });
    let page = desk.ok("file_keep", page);
    desk.ask("file_print", print(&page)).unwrap_err();
    desk.ask("file_print", json!({ "sha256": "0".repeat(64), "name": "a.pdf" })).unwrap_err();
    desk.ask("file_print", json!({ "sha256": "../../../etc/passwd", "name": "a.pdf" })).unwrap_err();
    assert_eq!(*desk.desktop.shown.lock().unwrap(), Some(Vec::new()), "nothing was opened");
    desk.ok("file_print", print(&letter));
    let shown = desk.desktop.shown.lock().unwrap().take().unwrap();
    assert_eq!(shown[0].file_name().unwrap().to_str(), Some("函_.pdf"), "a name, never a path");
    std::fs::remove_dir_all(shown[0].parent().unwrap()).unwrap();
}

#[test]
fn what_was_printed_does_not_lie_about_for_ever() {
    let place = tempfile::tempdir().unwrap();
    let now = chrono::Utc::now();
    let put = |at| chengdan_app::spool::put(place.path(), "a.pdf", b"%PDF-", at).unwrap();
    let first = put(now);
    std::fs::create_dir(place.path().join("somebody-elses")).unwrap();
    let second = put(now + chrono::TimeDelta::hours(23));
    assert!(first.exists() && second.exists(), "the viewer may still have it open");
    let third = put(now + chrono::TimeDelta::hours(49));
    assert!(!first.exists() && !second.exists() && third.exists());
    assert!(place.path().join("somebody-elses").exists());
}
