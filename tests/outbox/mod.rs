//! The outbox room: the law of a letter, sending again, marking as delivered, addresses that come late, pages.

mod list;

use chengdan_app::post::mime::Party;
use chengdan_app::post::words::confirmation;
use chengdan_app::post::{Draft, prepare};
use chengdan_app::store::outbox::{self, Issue};
use chengdan_app::views::DocumentKind;
use chengdan_domain::letter::{By, LAW, LetterAct, LetterState, offers, step};
use chengdan_domain::refusal::Refusal;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use crate::post::server::Server;
use crate::post::{PDF, desk_at, facts, ordinary, queue, seen, standing, stands};

#[test]
fn what_the_law_does_not_name_is_refused_from_every_state() {
    for state in LetterState::ALL {
        for act in LetterAct::ALL {
            let arrow = LAW.iter().find(|(from, by_act, _, _)| *from == state && *by_act == act);
            let name = format!("{state:?}");
            match (step(state, act), arrow) {
                (Ok(to), Some((_, _, wanted, _))) => assert_eq!(to, *wanted),
                (Err(Refusal::LetterInFlight { state }), None) => {
                    assert!(["Claimed", "Handed"].contains(&state.as_str()));
                }
                (Err(Refusal::LetterNotMailable { state }), None) => assert_eq!(state, name),
                other => panic!("{state:?} {act:?}: {other:?}"),
            }
        }
    }
}

#[test]
fn the_law_never_sends_twice_by_itself() {
    for (from, act, to, by) in LAW {
        // Whatever may have left comes back to the queue by nobody's hand.
        let may_have_left =
            matches!(from, LetterState::Sent | LetterState::Uncertain | LetterState::DeliveredOtherwise);
        assert!(
            !may_have_left || !matches!(to, LetterState::Queued | LetterState::Retry),
            "{from:?} {act:?}"
        );
        // Only the server's own no leads back from handed.
        if *from == LetterState::Handed && *to == LetterState::Retry {
            assert_eq!((*act, *by), (LetterAct::Defer, By::Postman));
        }
        assert_ne!(*from, LetterState::Withdrawn);
    }
    // Uncertain is reached from handed only.
    let into: Vec<_> = LAW.iter().filter(|row| row.2 == LetterState::Uncertain && row.0 != row.2).collect();
    assert!(into.iter().all(|row| row.0 == LetterState::Handed));
}

#[test]
fn the_page_offers_what_the_law_allows() {
    let offered = |state, repeated| {
        let offers = offers(state, repeated);
        (offers.resend, offers.retry, offers.mark_delivered)
    };
    assert_eq!(offered(LetterState::Uncertain, false), (true, false, true));
    assert_eq!(offered(LetterState::Uncertain, true), (true, false, false));
    assert_eq!(offered(LetterState::Failed, false), (true, true, true));
    assert_eq!(offered(LetterState::Failed, true), (true, false, false));
    assert_eq!(offered(LetterState::MissingAddress, false), (true, false, true));
    assert_eq!(offered(LetterState::Handed, false), (false, false, false));
    assert_eq!(offered(LetterState::Sent, false), (true, false, false));
}

fn version(desk: &TestDesk, id: i64) -> i64 {
    seen(desk, id)["row"]["version"].as_i64().expect("a version")
}

#[test]
fn a_person_sends_an_uncertain_letter_again_as_another_letter() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    server.trouble(json!({ "BODY": { "do": "drop", "times": 1 } }));
    let id = ordinary(&desk);
    desk.app.post_once().expect("a round");
    stands(&desk, id, "Uncertain", "connection_lost");
    let ask = json!({ "id": id, "version": version(&desk, id), "to": null });
    let again = desk.ok("outbox_resend", ask.clone());
    // A double click makes one repetition.
    assert!(matches!(desk.ask("outbox_resend", ask), Err(chengdan_app::fault::Fault::Stale { .. })));
    let new = again["row"]["id"].as_i64().expect("an id");
    assert_ne!(new, id);
    assert_eq!(again["related"], json!([id]));
    assert_eq!(seen(&desk, id)["related"], json!([new]));
    assert_ne!(again["message_id"], seen(&desk, id)["message_id"]);
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    stands(&desk, new, "Sent", "");
    stands(&desk, id, "Uncertain", "connection_lost");
    let mail = &server.mails()[0];
    assert!(mail["text"].as_str().expect("text").starts_with("（本邮件为再次发送"));
    let todo = desk.ok("outbox_list", json!({ "filter": { "view": "todo" }, "after": null, "limit": 10 }));
    assert_eq!(todo["rows"], json!([]), "what was sent again needs nobody");
    assert_eq!(desk.ok("outbox_totals", json!({}))["todo"], 0);
}

#[test]
fn a_failed_letter_is_tried_again_only_when_a_person_says_so() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    server.trouble(json!({ "RCPT": { "do": "say", "say": [550, "5.1.1 no such user"], "times": 1 } }));
    let id = ordinary(&desk);
    desk.app.post_once().expect("a round");
    let before = seen(&desk, id);
    assert_eq!(before["can_retry_now"], true);
    let ask = json!({ "id": id, "version": before["row"]["version"] });
    let after = desk.ok("outbox_retry", ask.clone());
    assert_eq!(after["row"]["state"], "Queued");
    assert_eq!(after["message_id"], before["message_id"], "the same letter");
    assert!(matches!(desk.ask("outbox_retry", ask), Err(chengdan_app::fault::Fault::Stale { .. })));
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    let refused = desk.refused("outbox_retry", json!({ "id": id, "version": version(&desk, id) }));
    assert_eq!(refused, ["LetterNotMailable"]);
}

#[test]
fn a_letter_may_have_reached_the_customer_by_other_ways() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    let id = ordinary(&desk);
    let mark = |how: &str, on: &str| json!({ "id": id, "version": version(&desk, id), "how": how, "by": "沈一禾", "on": on });
    assert_eq!(desk.refused("outbox_delivered", mark("wechat", "2026-10-09")), ["DeliveryInFuture"]);
    assert!(desk.ask("outbox_delivered", mark("pigeon", "2026-10-08")).is_err());
    let marked = desk.ok("outbox_delivered", mark("wechat", "2026-10-08"));
    assert_eq!(marked["row"]["state"], "DeliveredOtherwise");
    assert_eq!(marked["delivered_note"], "wechat · 沈一禾 · 2026-10-08");
    assert_eq!(desk.app.post_once().expect("a round"), 0);
    assert!(server.mails().is_empty());
    assert_eq!(desk.refused("outbox_delivered", mark("wechat", "2026-10-08")), ["LetterNotMailable"]);
}

#[test]
fn nobody_at_the_desk_touches_a_letter() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    let id = ordinary(&desk);
    desk.ok("person_sign_out", json!({}));
    let ask = json!({ "id": id, "version": version(&desk, id), "to": null });
    assert_eq!(desk.refused("outbox_resend", ask), ["NotSignedIn"]);
}

/// An order of the first customer's contact, with its letter.
fn letter_of_an_order(desk: &TestDesk, to: &str) -> (i64, i64) {
    let book = desk.app.book().expect("a book");
    let now = desk.app.now();
    let order = book
        .act(now, None, |act| {
            let id = act.tx.query_row(
                "insert into sales_order (sort_ym, sort_serial, state, status, terms, customer_id, contact_id, created_at, created_on)
                 select 202610, 34, 'Approved', 'Approved', '{}', customer_id, id, $1, $1 from contact order by id limit 1
                 returning id",
                [act.at()],
                |row| row.get::<_, i64>(0),
            )?;
            // A letter leaves only for what was approved.
            let order = chengdan_app::store::order::load(act.tx, id)?;
            let hash = chengdan_domain::order::content::content_hash(&order.form, &order.priced);
            act.tx.execute("update sales_order set approved_hash = $1 where id = $2", rusqlite::params![hash, id])?;
            Ok(id)
        })
        .expect("an order");
    let draft = Draft {
        kind: "order_confirmation",
        about: Some((DocumentKind::Order, order)),
        order_number: "DD202610-034",
        customer: "青屿酒店",
        revision: 1,
        to: Party::new("祝青", to),
        manager: Party::new("许澈", ""),
        words: confirmation(&facts()).words(),
        pdf_name: "订单确认函_DD202610-034_青屿酒店_R1.pdf",
        pdf: PDF,
    };
    let mut letter = prepare(&book, now, &draft).expect("a letter");
    let sha256 = book.keep_bytes(PDF).expect("kept");
    let paper = Issue {
        about: (DocumentKind::Order, order),
        kind: "order_confirmation",
        revision: 1,
        pdf_sha256: &sha256,
        pdf_name: draft.pdf_name,
        pdf_size: PDF.len(),
        content_hash: "c0de",
    };
    let id = book
        .act(now, None, |act| {
            letter.letter_id = Some(outbox::issue(act, &paper)?);
            let id = outbox::queue(act, &letter)?;
            // Once per letter: a second one is refused by the book itself.
            assert!(outbox::issue(act, &paper).is_err());
            Ok(id)
        })
        .expect("queued");
    (order, id)
}

fn with_customer(server: &Server, email: &str) -> (TestDesk, Value) {
    let desk = desk_at(server, "Tls");
    let saved = desk.ok("customer_save", chengdan_tests::customer("青屿酒店管理有限公司", email));
    (desk, saved)
}

#[test]
fn a_letter_without_an_address_waits_until_the_contact_has_one() {
    let server = Server::tls();
    let (desk, mut customer) = with_customer(&server, "");
    let (_, id) = letter_of_an_order(&desk, "");
    stands(&desk, id, "MissingAddress", "");
    assert_eq!(desk.app.post_once().expect("a round"), 0);
    assert_eq!(
        desk.refused("outbox_resend", json!({ "id": id, "version": 1, "to": null })),
        ["AddressMissing"]
    );
    let todo = desk.ok("outbox_list", json!({ "filter": { "view": "todo" }, "after": null, "limit": 10 }));
    assert_eq!(todo["rows"][0]["id"], json!(id));
    assert_eq!(desk.ok("outbox_totals", json!({}))["todo"], 1);

    // A colleague with an address is nobody's stand-in.
    let mut colleague = customer["contacts"][0].clone();
    colleague["id"] = Value::Null;
    colleague["name"] = "李明".into();
    colleague["main"] = false.into();
    colleague["email"] = "li@qingyu.example.com".into();
    customer["contacts"].as_array_mut().expect("contacts").push(colleague);
    let mut customer = desk.ok("customer_save", customer);
    assert_eq!(desk.app.post_once().expect("a round"), 0);
    stands(&desk, id, "MissingAddress", "");

    customer["contacts"][0]["email"] = "zhu@qingyu.example.com".into();
    desk.ok("customer_save", customer);
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    stands(&desk, id, "Sent", "");
    let mail = &server.mails()[0];
    assert_eq!(mail["to"][0]["address"], "zhu@qingyu.example.com");
    assert_eq!(mail["cc"], json!([]), "no fallback address either");
    assert_eq!(mail["attachments"][0]["filename"], "订单确认函_DD202610-034_青屿酒店_R1.pdf");
}

#[test]
fn a_person_gives_the_address_and_gets_the_paper() {
    let server = Server::tls();
    let (desk, _) = with_customer(&server, "");
    let (_, id) = letter_of_an_order(&desk, "");
    let ask = |to: &str| json!({ "id": id, "version": version(&desk, id), "to": to });
    assert_eq!(
        desk.refused("outbox_resend", ask("zhu@qingyu.example.com\r\nBcc: x@y.example.com")),
        ["FieldNotEmail"]
    );
    let given = desk.ok("outbox_resend", ask("zhu@qingyu.example.com"));
    assert_eq!((&given["row"]["id"], &given["row"]["state"]), (&json!(id), &json!("Queued")));
    let pdf = desk.ok("outbox_pdf", json!({ "id": id }));
    assert_eq!(pdf["name"], "订单确认函_DD202610-034_青屿酒店_R1.pdf");
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    assert_eq!(server.mails()[0]["attachments"][0]["base64"], pdf["base64"]);
    let again = json!({ "id": id, "version": version(&desk, id), "to": "li@qingyu.example.com" });
    let second = desk.ok("outbox_resend", again);
    assert_eq!(second["row"]["to"], "li@qingyu.example.com");
    assert_eq!(desk.app.post_once().expect("a round"), 1);
    assert_eq!(standing(&desk, id).0, "Sent");
}

#[test]
fn pages_follow_one_another() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    let ids: Vec<i64> = (0..5)
        .map(|_| queue(&desk, Party::new("", "zhu@boye.example.com"), confirmation(&facts()).words()))
        .collect();
    let totals = desk.ok("outbox_totals", json!({}));
    assert_eq!((&totals["moving"], &totals["all"], &totals["sent"]), (&json!(5), &json!(5), &json!(0)));
    let mut found = Vec::new();
    let mut after = Value::Null;
    loop {
        let page =
            desk.ok("outbox_list", json!({ "filter": { "view": "moving" }, "after": after, "limit": 2 }));
        found.extend(page["rows"].as_array().expect("rows").iter().filter_map(|row| row["id"].as_i64()));
        after = page["next"].clone();
        if after.is_null() {
            break;
        }
    }
    assert_eq!(found, ids.into_iter().rev().collect::<Vec<_>>());
}
