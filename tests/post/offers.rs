//! The list of needs and the quotation, from their acts to the customer's mailbox.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::order::staffed_at;
use super::server::Server;
use crate::opportunity::desk as deals;
use crate::quotation::desk as quotations;

/// What every mail to a customer has: parties, copy and answer to the manager, both bodies, and the paper under its name.
fn arrived(desk: &TestDesk, server: &Server, letter: &Value, beginning: &str, facts: &[&str]) -> Value {
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    let mail = server.mails().last().expect("a mail").clone();
    let manager = json!([{ "name": "林知远", "address": "person@lingqiao.example.com" }]);
    assert_eq!(mail["to"], json!([{ "name": "祝青", "address": "zhu@qingyu.example.com" }]));
    assert_eq!((&mail["cc"], &mail["reply_to"]), (&manager, &manager));
    for body in ["text", "html"] {
        let said = mail[body].as_str().expect("a body");
        let missing: Vec<&&str> = facts.iter().filter(|fact| !said.contains(**fact)).collect();
        assert!(missing.is_empty(), "{body} lacks {missing:?}:\n{said}");
    }
    let file = &mail["attachments"][0];
    let name = file["filename"].as_str().expect("a file name");
    assert!(name.starts_with(beginning) && name.ends_with("青屿酒店管理有限公司_V1.pdf"), "{name}");
    assert_eq!(
        (&file["type"], mail["attachments"].as_array().map(Vec::len)),
        (&json!("application/pdf"), Some(1))
    );
    let paper = desk.ok("outbox_pdf", json!({ "id": letter["id"] }));
    assert_eq!(file["base64"], paper["base64"], "what is shown is byte for byte what was sent");
    mail
}

#[test]
fn a_list_of_needs_reaches_the_customer() {
    let server = Server::starttls();
    let desk = staffed_at(&server);
    let deal = deals::begun(&desk, "青屿酒店 二期", 0);
    let needs = json!([deals::need("智能门锁 S3 Pro", 200_000)]);
    let deal = desk.ok("requirement_save", deals::list(&desk, &deal, needs));
    let deal = desk.ok("requirement_send", deals::revision(&deal, 0, json!({})));
    let facts =
        ["祝青女士，您好！", "XQ202610-001 V1", "青屿酒店 二期", "共 1 行", "林知远", "直接回复本邮件确认"];
    let mail = arrived(&desk, &server, &deal["letters"][0], "客户需求清单_XQ202610-001_", &facts);
    assert_eq!(mail["subject"], "【需求确认】XQ202610-001 V1 青屿酒店管理有限公司");
}

#[test]
fn a_quotation_reaches_the_customer_and_says_nothing_of_the_house() {
    let server = Server::starttls();
    let desk = staffed_at(&server);
    let offer = quotations::sent(&desk);
    let facts =
        ["祝青女士，您好！", "BJ202610-001 V1", "¥45,600.00", "签订后 20 个工作日", "2026-10-28", "林知远"];
    let mail = arrived(&desk, &server, &offer["letters"][0], "报价单_BJ202610-001_", &facts);
    assert_eq!(mail["subject"], "【报价单】BJ202610-001 V1 青屿酒店管理有限公司 45,600.00");
    for inside in ["成本", "毛利", "440.00", "780.00", "同行约"] {
        assert!(!mail["text"].as_str().expect("text").contains(inside), "{inside}");
    }
}
