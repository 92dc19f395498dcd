//! Opportunities at the door: the deal, its stage, its solution, how it ends, and what follows it elsewhere.

pub mod desk;
mod list;
mod outside;

use chengdan_app::fault::Fault;
use chengdan_app::store::{Book, opportunity};
use chengdan_tests::{TestDesk, instant};
use serde_json::{Value, json};

use crate::lead::desk as leads;
use desk::*;

fn view(desk: &TestDesk, deal: &Value) -> Value {
    desk.ok("opportunity_view", json!({ "id": deal["card"]["id"] }))
}

/// Writes what another room would have written, and what it calls afterwards.
fn wrote(desk: &TestDesk, deal: &Value, sql: &[&str]) {
    let id = deal["card"]["id"].as_i64().expect("an id");
    let book: std::sync::Arc<Book> = desk.app.book().expect("a book");
    book.act(instant("2026-10-08T02:00:00Z"), None, |act| {
        for one in sql {
            act.tx.execute(one, [id]).expect("written");
        }
        opportunity::restage(act, id)
    })
    .expect("an act");
}

const QUOTED: &str =
    "insert into quotation (number, opportunity_id, customer_id, customer_name, state, amount_fen,
    valid_until, created_at) select 'BJ202610-001', o.id, o.customer_id, '', 'Sent', 2500000, '2026-10-31', ''
    from opportunity o where o.id = $1";
const VERSION: &str =
    "insert into quotation_version (quotation_id, revision, state, terms, sent_at, created_at)
    select q.id, 1, 'Sent', '{}', '2026-10-08T02:00:00Z', '' from quotation q where q.opportunity_id = $1";
const CONTRACT: &str = "insert into contract (number, opportunity_id, kind, state, customer_id, customer_name, terms,
    amount_fen, created_at) select 'HT202610-001', o.id, 'Single', 'InReview', o.customer_id, '', '{}', 2400000, ''
    from opportunity o where o.id = $1";
const SIGNED: &str =
    "update contract set state = 'Signed', signed_on = '2026-10-08' where opportunity_id = $1";

#[test]
fn an_opportunity_is_numbered_and_keeps_what_is_expected() {
    let desk = TestDesk::staffed();
    let deal = begun(&desk, "青屿酒店 二期", 30_000_000);
    assert_eq!(
        (&deal["number"], &deal["state"], &deal["stage"]),
        (&json!("SJ202610-001"), &json!("Open"), &json!("Survey"))
    );
    assert_eq!((&deal["amount_fen"], &deal["owner"]), (&json!(30_000_000), &json!("林知远")));
    assert_eq!(begun(&desk, "另一个", 0)["number"], "SJ202610-002");
    let mut changed = deal["card"].clone();
    (changed["expected_fen"], changed["name"]) = (json!(1_000), json!("青屿酒店 三期"));
    let saved = desk.ok("opportunity_save", changed.clone());
    assert_eq!((&saved["amount_fen"], &saved["card"]["version"]), (&json!(1_000), &json!(2)));
    assert_eq!(desk.ok("opportunity_save", saved["card"].clone())["card"]["version"], 2, "nothing changed");
    assert!(matches!(desk.ask("opportunity_save", changed), Err(Fault::Stale { .. })));
    let history = desk.ok("history_list", json!({ "document": "Opportunity", "id": deal["card"]["id"] }));
    assert_eq!(
        (&history[0]["act"], &history[1]["act"]),
        (&json!("opportunity_save"), &json!("opportunity_create"))
    );
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn what_is_wrong_is_named_at_once() {
    let desk = TestDesk::staffed();
    desk.sit("林知远");
    let mut bad = card(&desk, " ", -5);
    (bad["customer_id"], bad["owner_id"]) = (Value::Null, json!(desk.person("何叶")));
    assert_eq!(
        desk.refused("opportunity_save", bad),
        ["FieldMissing", "CustomerMissing", "FieldOutOfRange", "RoleMissing"]
    );
    assert_eq!(desk.refused("opportunity_save", card(&desk, &"长".repeat(201), 0)), ["FieldTooLong"]);
    let mut nobody = card(&desk, "甲", 0);
    nobody["customer_id"] = json!(999);
    assert_eq!(desk.refused("opportunity_save", nobody), ["RowNotFound"]);
    desk.sit("何叶");
    assert_eq!(desk.refused("opportunity_save", card(&desk, "甲", 0)), ["RoleMissing"]);
    assert_eq!(desk.ok("opportunity_totals", json!({}))["all_count"], 0, "nothing was written");
    let deal = begun(&desk, "甲", 0);
    desk.sit("周予安");
    assert_eq!(desk.refused("opportunity_save", deal["card"].clone()), ["OnlyOwner"]);
    assert_eq!(deal["acts"].as_array().map(Vec::len), Some(3));
}

#[test]
fn the_stage_and_the_amount_follow_the_documents_and_a_signature_wins() {
    let desk = TestDesk::staffed();
    let deal = begun(&desk, "青屿酒店 二期", 30_000_000);
    let deal = desk.ok("requirement_save", list(&desk, &deal, json!([need("智能门锁 S3 Pro", 200_000)])));
    assert_eq!(deal["stage"], "Survey");
    let deal = confirmed(&desk, &deal);
    assert_eq!(deal["stage"], "Solution");
    wrote(&desk, &deal, &[QUOTED, VERSION]);
    let deal = view(&desk, &deal);
    assert_eq!((&deal["stage"], &deal["amount_fen"]), (&json!("Negotiation"), &json!(2_500_000)));
    assert_eq!(deal["quotations"][0]["number"], "BJ202610-001");
    wrote(&desk, &deal, &[CONTRACT]);
    let deal = view(&desk, &deal);
    assert_eq!((&deal["stage"], &deal["amount_fen"]), (&json!("Contract"), &json!(2_400_000)));
    let lose = with(&deal, json!({ "reason": "预算取消", "winner": "" }));
    assert_eq!(desk.refused("opportunity_lose", lose), ["ContractStands"]);
    wrote(&desk, &deal, &[SIGNED]);
    let deal = view(&desk, &deal);
    assert_eq!((&deal["stage"], &deal["state"]), (&json!("Won"), &json!("Won")));
    assert_eq!((&deal["closed_at"], &deal["acts"]), (&json!("2026-10-08T02:00:00Z"), &json!([])));
    wrote(&desk, &deal, &["update contract set state = 'Void' where opportunity_id = $1"]);
    assert_eq!(view(&desk, &deal)["state"], "Won", "it closes once");
    for (name, ask) in [
        ("opportunity_save", deal["card"].clone()),
        ("opportunity_lose", with(&deal, json!({ "reason": "x", "winner": "" }))),
        ("opportunity_reopen", with(&deal, json!({}))),
    ] {
        assert_eq!(desk.refused(name, ask), ["WrongState"], "{name}");
    }
    let list = revision(&deal, 0, json!({}));
    assert_eq!(desk.refused("requirement_revise", list), ["OpportunityClosed"]);
}

#[test]
fn a_deal_is_lost_with_a_reason_and_can_be_taken_up_again() {
    let desk = TestDesk::staffed();
    let deal = begun(&desk, "青屿酒店 二期", 30_000_000);
    let lose = |reason: &str| with(&deal, json!({ "reason": reason, "winner": "栖云科技" }));
    assert_eq!(desk.refused("opportunity_lose", lose(" ")), ["ReasonMissing"]);
    let lost = desk.ok("opportunity_lose", lose("价格"));
    assert_eq!(
        (&lost["stage"], &lost["reason"], &lost["winner"]),
        (&json!("Lost"), &json!("价格"), &json!("栖云科技"))
    );
    assert!(lost["closed_at"].is_string());
    assert_eq!(lost["list"][0]["code"], "OpportunityClosed");
    let again = desk.ok("opportunity_reopen", with(&lost, json!({})));
    assert_eq!(
        (&again["stage"], &again["closed_at"], &again["reason"]),
        (&json!("Survey"), &Value::Null, &json!(""))
    );
    assert!(matches!(desk.ask("opportunity_lose", lose("价格")), Err(Fault::Stale { .. })));
}

#[test]
fn a_solution_has_somebody_responsible() {
    let desk = TestDesk::staffed();
    let deal = begun(&desk, "青屿酒店 二期", 0);
    let solution = |deal: &Value, plan: &str, person: Value| {
        with(deal, json!({ "configuration": "", "service": "", "plan": plan, "person_id": person }))
    };
    assert_eq!(
        desk.refused("solution_save", solution(&deal, " ", Value::Null)),
        ["FieldMissing", "FieldMissing"]
    );
    let me = json!(desk.person("林知远"));
    let deal = desk.ok("solution_save", solution(&deal, "两周内到场\n分两批安装", me.clone()));
    assert_eq!((&deal["stage"], &deal["solution"]["person"]), (&json!("Solution"), &json!("林知远")));
    let same = desk.ok("solution_save", solution(&deal, "两周内到场\n分两批安装", me));
    assert_eq!(same["card"]["version"], deal["card"]["version"], "what changes nothing writes nothing");
}

#[test]
fn a_lead_goes_on_as_an_opportunity_and_nothing_is_typed_again() {
    let desk = TestDesk::staffed();
    let lead = leads::called(&desk, &leads::in_hand(&desk, "云栖酒店管理有限公司", "A"), true, None);
    let lead = desk.ok("lead_convert", leads::with(&lead, json!({ "customer_id": null })));
    let deal = desk.ok("opportunity_view", json!({ "id": lead["opportunity"]["id"] }));
    assert_eq!(
        (&deal["card"]["name"], &deal["customer"], &deal["owner"], &deal["card"]["expected_fen"]),
        (&json!("二期 200 间门锁与客控"), &json!("云栖酒店管理有限公司"), &json!("林知远"), &json!(0))
    );
    assert_eq!((&deal["lead"]["id"], &deal["lead"]["grade"]), (&lead["card"]["id"], &json!("A")));
    assert_eq!(deal["follow_ups"].as_array().map(Vec::len), Some(1), "what was said goes along");
    let rows = desk.ok(
        "customer_list",
        json!({ "filter": { "stages": ["Survey"] }, "sort": "stage", "descending": false, "after": null, "limit": 5 }),
    );
    assert_eq!((&rows["rows"][0]["name"], &rows["total"]), (&json!("云栖酒店管理有限公司"), &json!(1)));
    desk.ok("opportunity_lose", with(&deal, json!({ "reason": "预算取消", "winner": "" })));
    let rows = desk.ok(
        "customer_list",
        json!({ "filter": {}, "sort": "stage", "descending": true, "after": null, "limit": 5 }),
    );
    assert_eq!((&rows["rows"][0]["stage"], &rows["rows"][1]["stage"]), (&json!("Lost"), &Value::Null));
}

#[test]
fn a_customer_with_a_deal_stays_and_an_heir_takes_it_over() {
    let desk = TestDesk::staffed();
    let deal = begun(&desk, "青屿酒店 二期", 0);
    let card = desk.ok("customer_view", json!({ "id": deal["card"]["customer_id"] }));
    desk.sit("沈一禾");
    let gone = json!({ "id": card["id"], "version": card["version"] });
    assert_eq!(desk.refused("customer_remove", gone), ["InUse"]);
    let who = desk.person("林知远");
    assert_eq!(desk.ok("person_owns", json!({ "id": who }))["opportunities"], 1);
    let people = desk.ok("person_list", json!({}));
    let version =
        people.as_array().expect("people").iter().find(|one| one["id"] == who).expect("them")["version"]
            .clone();
    let heir = desk.person("顾行");
    let left = desk.ok("person_leave", json!({ "id": who, "version": version, "heir_id": heir }));
    assert_eq!(left["opportunities"], 1);
    assert_eq!(view(&desk, &deal)["owner"], "顾行");
}

#[test]
fn it_is_found_by_number_name_customer_and_sound() {
    let desk = TestDesk::staffed();
    let deal = begun(&desk, "迎宾楼改造 <script>alert(1)</script>", 120_000);
    for text in ["SJ202610-001", "sj202610", "迎宾楼", "青屿", "ybl", "<script>"] {
        let hits = desk.ok("search", json!({ "text": text, "limit": 10 }))["hits"].clone();
        let found = hits.as_array().expect("hits").iter().find(|hit| hit["kind"] == "Opportunity");
        let found = found.unwrap_or_else(|| panic!("{text}: {hits:?}"));
        assert_eq!((&found["id"], &found["stage"]), (&deal["card"]["id"], &json!("Survey")), "{text}");
    }
}
