//! The postman against a real mail server: what arrives, what every stage's trouble leads to, and kills at each state.

mod doctor;
mod keychain;
mod kill;
mod mime;
mod offers;
mod order;
mod sample;
pub mod server;
mod troubles;

use chengdan_app::paper::letter::LetterFacts;
use chengdan_app::post::mime::Party;
use chengdan_app::post::words::{Words, confirmation};
use chengdan_app::post::{Draft, prepare};
use chengdan_app::store::{outbox, setting};
use chengdan_tests::{TestDesk, company};
use serde_json::{Value, json};

use server::Server;

use crate::paper::rows;

/// A book whose mail account is this server's.
pub fn desk_at(server: &Server, security: &str) -> TestDesk {
    let desk = TestDesk::empty();
    desk.ok("setting_save_company", company());
    desk.ok("setting_save_mail", json!({ "account": server.account(security), "password": "secret" }));
    desk
}

/// The facts of an order of 铂叶商业.
pub fn facts() -> LetterFacts {
    let mut facts = rows::facts(6);
    facts.order_number = "DD202610-034".into();
    facts.terms = rows::preset("prepaid_30_dispatch_70");
    facts.delivery.promised_on = "2026-10-20".parse().ok();
    facts.customer.contact = "祝女士".into();
    facts
}

/// Something that begins like a PDF.
pub const PDF: &[u8] =
    b"%PDF-1.7\n.\r\n.\r\n%\xe4\xbd\xa0 not really a PDF, but its bytes must arrive\n%%EOF\n";

/// Queues a letter and answers its id.
pub fn queue(desk: &TestDesk, to: Party, words: Words) -> i64 {
    let book = desk.app.book().expect("a book");
    let now = desk.app.now();
    let manager = Party::new("许澈", "xuche@lingqiao.example.com");
    let draft = Draft {
        kind: "order_confirmation",
        about: None,
        order_number: "DD202610-034",
        customer: "铂叶商业管理有限公司",
        revision: 1,
        to,
        manager,
        words,
        pdf_name: "订单确认函_DD202610-034_铂叶商业管理有限公司临江分公司_R1.pdf",
        pdf: PDF,
    };
    let letter = prepare(&book, now, &draft).expect("a letter");
    book.act(now, None, |act| outbox::queue(act, &letter)).expect("queued")
}

/// A letter like every other.
pub fn ordinary(desk: &TestDesk) -> i64 {
    let to = Party::new("祝青", "zhu@boye.example.com");
    queue(desk, to, confirmation(&facts()).words())
}

/// The letter as the page sees it.
pub fn seen(desk: &TestDesk, id: i64) -> Value {
    desk.ok("outbox_view", json!({ "id": id }))
}

/// State and explanation.
pub fn standing(desk: &TestDesk, id: i64) -> (String, String) {
    let row = &seen(desk, id)["row"];
    let text = |field: &str| row[field].as_str().expect("text").to_string();
    (text("state"), text("explain"))
}

/// Insists on a state.
pub fn stands(desk: &TestDesk, id: i64, state: &str, explain: &str) {
    assert_eq!(standing(desk, id), (state.to_string(), explain.to_string()), "{:#}", seen(desk, id));
}

/// Moves the clock.
pub fn later(desk: &TestDesk, seconds: i64) {
    desk.clock.set(desk.app.now() + chrono::Duration::seconds(seconds));
}

/// Makes the postman impatient.
pub fn impatient(desk: &TestDesk, command_ms: u64, closing_ms: u64) {
    let book = desk.app.book().expect("a book");
    book.act(desk.app.now(), None, |act| setting::put(act, "mail_patience", &[command_ms, closing_ms]))
        .expect("set");
}
