//! Why an order is where it is (F3), in every state: what the core finds is written down in `vectors/why.json`, with the
//! sentences the page makes of it (`ui/why.test.ts`).

use std::collections::BTreeSet;

use chengdan_tests::{TestDesk, instant, person};
use serde_json::{Value, json};

use super::desk::{approved, decided, draft, saved, seen, submitted};

const VECTORS: &str = include_str!("../vectors/why.json");

/// Every reason there is.
const CODES: [&str; 19] = [
    "DraftReady",
    "DraftLacks",
    "Level",
    "SentBack",
    "ApprovalVoid",
    "LetterMissingAddress",
    "LetterUncertain",
    "LetterFailed",
    "LetterRetry",
    "LetterQueued",
    "LetterOnItsWay",
    "LetterSent",
    "LetterGiven",
    "LetterWithdrawn",
    "TasksOpen",
    "Overdue",
    "Delivery",
    "Delivered",
    "Void",
];

/// Writes into the book what only a mail server, a crash or an older program would.
fn set(desk: &TestDesk, sql: &str) {
    let book = desk.app.book().expect("a book");
    book.act(desk.app.now(), None, |act| Ok(act.tx.execute_batch(sql)?)).expect("written");
}

fn roles(desk: &TestDesk, name: &str, roles: &Value, active: bool) {
    desk.sit("沈一禾");
    let people = desk.ok("person_list", json!({}));
    let known =
        people.as_array().expect("people").iter().find(|who| who["name"] == name).expect("somebody").clone();
    if !active {
        // The door lets nobody go without whom a level stands empty; a book of an older program may hold it.
        return set(
            desk,
            &format!("update person set active = 0, version = version + 1 where id = {}", known["id"]),
        );
    }
    let mut changed = person(name, roles.clone());
    (changed["id"], changed["version"], changed["active"]) =
        (known["id"].clone(), known["version"].clone(), json!(active));
    desk.ok("person_save", changed);
}

fn deliver(desk: &TestDesk, order: &Value, lines: usize) {
    desk.sit("沈一禾");
    let order = desk.ok("order_view", json!({ "id": order["id"] }));
    let all = order["lines"].as_array().expect("lines").iter().take(lines);
    let lines: Vec<Value> = all
        .map(|line| json!({ "line_id": line["id"], "quantity_milli": line["quantity_milli"], "delivered_on": "2026-10-08" }))
        .collect();
    desk.ok(
        "delivery_record",
        json!({ "order_id": order["id"], "version": order["version"], "lines": lines, "note": "" }),
    );
}

fn finish_tasks(desk: &TestDesk) {
    desk.sit("何叶");
    for task in desk.ok("task_list", json!({})).as_array().expect("tasks") {
        desk.ok("task_done", json!({ "id": task["id"] }));
    }
}

const SENT: &str = "update outbox set state = 'Sent', sent_at = '2026-10-08T01:43:00Z';";

type Made = (&'static str, fn(&TestDesk) -> Value);

/// Before and during approval.
const BEFORE: [Made; 10] = [
    ("an empty draft", |desk| {
        desk.sit("林知远");
        let mut empty = draft(desk);
        for field in ["contract_number", "delivery_address", "receiver"] {
            empty[field] = json!("");
        }
        (empty["customer_id"], empty["promised_on"], empty["lines"]) = (json!(null), json!(null), json!([]));
        desk.ok("order_save", empty)
    }),
    ("a complete draft", saved),
    ("at the first level", submitted),
    ("at the second level, days later, two excluded", |desk| {
        roles(desk, "林知远", &json!(["SalesRep", "Finance"]), true);
        roles(desk, "顾行", &json!(["SalesSupervisor", "Finance"]), true);
        let order = decided(desk, "approval_grant", &submitted(desk), "顾行", "");
        desk.clock.set(instant("2026-10-12T03:00:00Z"));
        order
    }),
    ("nobody holds the level", |desk| {
        let order = decided(desk, "approval_grant", &submitted(desk), "顾行", "");
        roles(desk, "周予安", &json!(["Finance"]), false);
        order
    }),
    ("the only one left is the author", |desk| {
        let order = submitted(desk);
        roles(desk, "林知远", &json!(["SalesRep", "SalesSupervisor"]), true);
        roles(desk, "顾行", &json!(["SalesSupervisor"]), false);
        order
    }),
    ("one is needed for the level above", |desk| {
        let order = submitted(desk);
        roles(desk, "周予安", &json!(["SalesSupervisor", "Finance"]), true);
        order
    }),
    ("sent back", |desk| {
        decided(desk, "approval_send_back", &submitted(desk), "顾行", "质保金比例与合同不一致")
    }),
    ("sent back, and its promise has passed since", |desk| {
        let order = decided(desk, "approval_send_back", &submitted(desk), "顾行", "质保金比例与合同不一致");
        desk.clock.set(instant("2026-11-23T01:00:00Z"));
        order
    }),
    ("void", |desk| {
        let order = approved(desk);
        set(desk, "update sales_order set state = 'Void', status = 'Void'");
        order
    }),
];

/// After approval.
const AFTER: [Made; 14] = [
    ("approved, the letter queued", approved),
    ("the letter on its way", |desk| with(desk, "update outbox set state = 'Handed'")),
    ("the letter deferred", |desk| {
        with(
            desk,
            "update outbox set state = 'Retry', tries = 2, explain = 'timeout', next_try_at = '2026-10-08T01:52:00Z'",
        )
    }),
    ("the letter refused", |desk| {
        with(desk, "update outbox set state = 'Failed', explain = 'mailbox_unknown'")
    }),
    ("the letter uncertain", |desk| with(desk, "update outbox set state = 'Uncertain'")),
    ("no address", |desk| with(desk, "update outbox set state = 'MissingAddress', to_address = ''")),
    ("the letter withdrawn", |desk| with(desk, "update outbox set state = 'Withdrawn'")),
    ("sent, tasks open", |desk| with(desk, SENT)),
    ("sent, tasks done, due today", |desk| {
        let order = with(desk, SENT);
        finish_tasks(desk);
        desk.clock.set(instant("2026-11-20T01:00:00Z"));
        order
    }),
    ("overdue by five days, and the letter refused", |desk| {
        let order = with(desk, "update outbox set state = 'Failed', explain = 'mailbox_unknown'");
        finish_tasks(desk);
        desk.clock.set(instant("2026-11-25T01:00:00Z"));
        order
    }),
    ("given otherwise, part delivered", |desk| {
        let order = with(desk, "update outbox set state = 'DeliveredOtherwise'");
        finish_tasks(desk);
        deliver(desk, &order, 1);
        order
    }),
    ("all delivered", |desk| {
        let order = with(desk, SENT);
        finish_tasks(desk);
        deliver(desk, &order, 2);
        order
    }),
    ("the content differs from what was approved", |desk| {
        let order = with(desk, SENT);
        set(desk, "update sales_order set approved_hash = 'another'");
        finish_tasks(desk);
        order
    }),
    ("opening", |desk| {
        let order = approved(desk);
        set(
            desk,
            "delete from task; delete from outbox_attempt; delete from outbox;
             update sales_order set state = 'Opening', status = 'Opening', origin = 'Opening'",
        );
        order
    }),
];

fn with(desk: &TestDesk, sql: &str) -> Value {
    let order = approved(desk);
    set(desk, sql);
    order
}

#[test]
fn every_state_says_why_and_what() {
    let told: Vec<Value> = serde_json::from_str(VECTORS).expect("JSON");
    let mut told = told.iter();
    let mut differs = Vec::new();
    let mut codes = BTreeSet::new();
    for (state, make) in BEFORE.into_iter().chain(AFTER) {
        let desk = TestDesk::staffed();
        let order = make(&desk);
        let why = desk.ok("order_why", json!({ "id": order["id"] }));
        let whole = desk.ok("order_view", json!({ "id": order["id"] }));
        assert_eq!(whole["why"], why, "{state}: the document says what the list says");
        let today = desk.ok("app_status", json!({}))["today"].clone();
        for reason in why.as_array().expect("reasons") {
            codes.insert(reason["code"].as_str().expect("a code").to_string());
        }
        let found = json!({ "state": state, "today": today, "why": why });
        let expected = told.next().cloned().unwrap_or_default();
        if ["state", "today", "why"].iter().any(|field| expected[field] != found[field]) {
            differs.push(found);
        }
    }
    assert!(differs.is_empty(), "vectors/why.json says otherwise:\n{}", json!(differs));
    assert_eq!(told.next(), None, "a state nobody makes");
    assert_eq!(codes, CODES.iter().map(ToString::to_string).collect(), "every reason is made once");
}

#[test]
fn a_letter_that_was_repeated_and_arrived_settles_the_one_before() {
    let desk = TestDesk::staffed();
    let order = with(&desk, "update outbox set state = 'Failed', explain = 'mailbox_unknown'");
    let letter = &desk.ok("order_view", json!({ "id": order["id"] }))["letters"][0];
    desk.ok("outbox_resend", json!({ "id": letter["id"], "version": letter["version"], "to": null }));
    set(&desk, "update outbox set state = 'Sent', sent_at = '2026-10-08T02:00:00Z' where state = 'Queued'");
    let why = desk.ok("order_why", json!({ "id": order["id"] }));
    let codes: Vec<&str> =
        why.as_array().expect("reasons").iter().map(|one| one["code"].as_str().expect("a code")).collect();
    assert_eq!(codes, ["TasksOpen", "Delivery", "LetterSent"]);
}

#[test]
fn nobody_looks_at_a_draft_and_reads_that_they_lack_something() {
    let desk = TestDesk::staffed();
    let order = saved(&desk);
    for who in ["林知远", "何叶", "沈一禾"] {
        desk.sit(who);
        let why = desk.ok("order_why", json!({ "id": seen(&order)["id"] }));
        assert_eq!(why, json!([{ "code": "DraftReady", "owner": "林知远" }]), "{who}");
    }
}
