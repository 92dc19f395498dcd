//! The sample company's postman writes files and can never reach SMTP, whatever its settings say.

use chengdan_app::store::setting;
use serde_json::json;

use super::server::Server;
use super::{desk_at, ordinary, stands};

#[test]
fn the_sample_company_writes_files_and_never_reaches_a_server() {
    let server = Server::tls();
    // The account is complete and the server answers: only the book's being the sample keeps the post at home.
    let desk = desk_at(&server, "Tls");
    let book = desk.app.book().expect("a book");
    book.act(desk.app.now(), None, |act| setting::put(act, "sample", &true)).expect("the sample company");

    let id = ordinary(&desk);
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    stands(&desk, id, "Sent", "");
    let tested = desk.ok("mail_test", json!({ "to": "me@lingqiao.example.com" }));
    assert_eq!(tested["ok"], true);
    assert_eq!(server.count("point", "CONNECT"), 0);

    let inbox = desk.ok("inbox_view", json!({}));
    let rows = inbox["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["to"], "me@lingqiao.example.com");
    assert_eq!(rows[1]["subject"], "【订单确认】DD202610-034 铂叶商业 97,200.00");
    let folder = std::path::PathBuf::from(inbox["folder"].as_str().expect("a folder"));
    assert_eq!(folder, book.folder().join("演示收件箱"));
    let bytes = std::fs::read(folder.join(rows[1]["file"].as_str().expect("a file"))).expect("an .eml");
    assert!(bytes.is_ascii() && String::from_utf8_lossy(&bytes).contains("Message-ID: <"));
    assert_eq!(rows[1]["size"].as_u64(), Some(bytes.len() as u64));
}
