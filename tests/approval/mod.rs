//! From draft to letter: submission, rounds, four eyes, decisions on behalf, and what the last grant leaves behind.

mod fields;
mod ladder;
mod property;
mod resumed;
mod story;

use chengdan_app::fault::Fault;
use chengdan_tests::{TestDesk, instant, person};
use serde_json::{Value, json};

use crate::order::desk::*;

#[test]
fn the_last_grant_leaves_letter_tasks_and_figures() {
    let desk = TestDesk::staffed();
    let order = approved(&desk);
    assert_eq!(order["attested"], Value::Null, "only 期初 orders are attested");
    assert_eq!((&order["state"], &order["number"]), (&json!("Approved"), &json!("DD202610-001")));
    assert_eq!(order["computed"]["amount_fen"], 251_000);
    assert_eq!(order["approved_on"], "2026-10-08");
    let letters = order["letters"].as_array().expect("letters");
    assert_eq!(letters.len(), 1);
    assert_eq!(
        (&letters[0]["state"], &letters[0]["to"]),
        (&json!("Queued"), &json!("zhu@qingyu.example.com"))
    );
    assert_eq!(letters[0]["revision"], 1);
    let kinds: Vec<&Value> =
        order["tasks"].as_array().expect("tasks").iter().map(|task| &task["kind"]).collect();
    assert_eq!(kinds, ["prepare", "schedule"]);
    assert_eq!(order["why"][0]["code"], "LetterQueued");
    let month = desk.app.book().expect("open").read(|connection| {
        Ok(connection.query_row(
            "select orders, amount_fen from month_sum where ym = 202610 and facet = 'total'",
            [],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
        )?)
    });
    assert_eq!(month.expect("a sum"), (1, 251_000));
    let pdf = desk.ok("order_letter", json!({ "id": order["id"] }));
    assert!(pdf["name"].as_str().expect("a name").contains("DD202610-001"));
    assert_eq!(pdf["sha256"].as_str().map(str::len), Some(64), "it is the kept one");
}

#[test]
fn without_an_address_the_letter_waits() {
    let desk = TestDesk::staffed();
    let customer = desk.ok("customer_find", json!({ "text": "", "limit": 1 }))[0]["id"].clone();
    let mut card = desk.ok("customer_view", json!({ "id": customer }));
    card["contacts"][0]["email"] = json!("");
    desk.ok("customer_save", card);
    let order = approved(&desk);
    assert_eq!(order["letters"][0]["state"], "MissingAddress");
    assert_eq!(order["why"][0]["code"], "LetterMissingAddress");
}

#[test]
fn an_order_comes_back_with_its_reason_and_starts_anew() {
    let desk = TestDesk::staffed();
    let mut order = submitted(&desk);
    order = decided(&desk, "approval_grant", &order, "顾行", "同意");
    assert_eq!(codes(decide(&desk, "approval_send_back", &order, "周予安", "  ")), ["ReasonMissing"]);
    order = decided(&desk, "approval_send_back", &order, "周予安", "账期太长");
    assert_eq!((&order["status"], &order["sent_back_reason"]), (&json!("SentBack"), &json!("账期太长")));
    assert_eq!(order["sent_back_by"], "周予安");
    desk.sit("林知远");
    order = desk.ok("order_submit", seen(&again(&desk, &order)));
    assert_eq!((&order["round"], &order["level"]), (&json!(2), &json!(1)));
    assert_eq!((&order["number"], &order["sent_back_reason"]), (&json!("DD202610-001"), &json!("")));
}

#[test]
fn it_goes_on_where_it_was_refused_only_when_nothing_protected_changed() {
    for changes in [false, true] {
        let desk = TestDesk::staffed();
        let mut policy = desk.ok("setting_view", json!({}))["policy"].clone();
        policy["resubmit_at_refusing_level"] = json!(true);
        desk.ok("setting_save_policy", policy);
        let mut order = submitted(&desk);
        order = decided(&desk, "approval_grant", &order, "顾行", "");
        decided(&desk, "approval_send_back", &order, "周予安", "请补充备注");
        desk.sit("林知远");
        let mut draft = again(&desk, &order)["draft"].clone();
        draft["note"] = json!("已与客户确认");
        if changes {
            draft["delivery_address"] = json!("示例省临江市桥西路 2 号");
        }
        order = desk.ok("order_save", draft);
        order = desk.ok("order_submit", seen(&order));
        let expected = if changes { (2, 1) } else { (1, 2) };
        assert_eq!((&order["round"], &order["level"]), (&json!(expected.0), &json!(expected.1)));
        if !changes {
            order = decided(&desk, "approval_grant", &order, "周予安", "");
            order = decided(&desk, "approval_grant", &order, "罗朗", "");
            assert_eq!(order["state"], "Approved");
        }
    }
}

#[test]
fn nobody_decides_what_is_not_theirs() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk);
    assert_eq!(codes(decide(&desk, "approval_grant", &order, "周予安", "")), ["NotYourLevel"]);
    let codes_of_author = codes(decide(&desk, "approval_grant", &order, "林知远", ""));
    assert_eq!(codes_of_author, ["NotYourLevel", "FourEyesAuthor"]);
    // Somebody else's decision may only be written down by those who run the desk.
    desk.sit("林知远");
    let mut request = decision(&desk, &order, "顾行", "");
    request["given"] = json!("WeChat");
    request["behalf_reason"] = json!("出差");
    assert_eq!(desk.refused("approval_grant", request), ["RoleMissing"]);
}

#[test]
fn the_desk_records_for_others_with_evidence_or_reason() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk);
    desk.sit("沈一禾");
    let mut request = decision(&desk, &order, "顾行", "同意");
    assert_eq!(desk.refused("approval_grant", request.clone()), ["FieldMissing", "EvidenceOrReasonMissing"]);
    request["given"] = json!("WeChat");
    request["behalf_reason"] = json!("顾行出差，微信回复同意");
    let order = desk.ok("approval_grant", request);
    let entry = order["approvals"].as_array().expect("entries").last().expect("one").clone();
    assert_eq!((&entry["decider"], &entry["recorder"]), (&json!("顾行"), &json!("沈一禾")));
    assert_eq!(entry["given"], "WeChat");
    desk.sit("顾行");
    let mine = desk.ok("behalf_list", json!({}));
    assert_eq!(mine.as_array().map(Vec::len), Some(1));
    let where_it_was = (&mine[0]["round"], &mine[0]["level"], &mine[0]["role"]);
    assert_eq!(where_it_was, (&json!(1), &json!(1), &json!("SalesSupervisor")));
}

#[test]
fn above_a_set_amount_evidence_is_compulsory_and_a_setting_forbids_it_all() {
    let desk = TestDesk::staffed();
    let mut policy = desk.ok("setting_view", json!({}))["policy"].clone();
    policy["evidence_from_fen"] = json!(251_000);
    desk.ok("setting_save_policy", policy.clone());
    let order = submitted(&desk);
    desk.sit("沈一禾");
    let mut request = decision(&desk, &order, "顾行", "");
    (request["given"], request["behalf_reason"]) = (json!("Phone"), json!("电话"));
    assert_eq!(desk.refused("approval_grant", request.clone()), ["EvidenceMissing"]);
    request["evidence"] = json!("0".repeat(64));
    assert_eq!(desk.refused("approval_grant", request.clone()), ["EvidenceMissing"], "it must be kept");
    let kept = desk.ok("file_keep", json!({ "name": "微信.png", "mime": "image/png", "base64": "aGVsbG8=" }));
    request["evidence"] = kept["sha256"].clone();
    policy["must_sign_in"] = json!(true);
    desk.ok("setting_save_policy", policy.clone());
    assert_eq!(desk.refused("approval_grant", request.clone()), ["MustSignIn"]);
    policy["must_sign_in"] = json!(false);
    desk.ok("setting_save_policy", policy);
    assert_eq!(desk.ok("approval_grant", request)["level"], 2);
}

#[test]
fn submission_names_everything_that_is_missing() {
    let desk = TestDesk::staffed();
    desk.sit("林知远");
    let mut draft = draft(&desk);
    draft["contract_number"] = json!("");
    draft["receiver"] = json!("");
    draft["promised_on"] = json!("2026-10-01");
    draft["terms"]["instalments"][1]["share"] = json!(6000);
    draft["contract_amount_fen"] = json!(250_000);
    draft["lines"][0]["quantity_milli"] = json!(null);
    draft["lines"][1]["spec"] = json!("阀 \u{1F600}");
    let order = desk.ok("order_save", draft);
    let mut found = desk.refused("order_submit", seen(&order));
    found.sort();
    let expected = [
        "ContractDisagrees",
        "ContractMissing",
        "FieldMissing",
        "GlyphMissing",
        "LineFieldMissing",
        "PromisedBeforeToday",
        "SharesNotWhole",
    ];
    assert_eq!(found, expected);
    assert_eq!(again(&desk, &order)["number"], Value::Null, "no number is drawn by a refused submission");
}

/// The company with or without an address for letters, and the customer's contact likewise, set by the desk.
fn addresses(desk: &TestDesk, ours: &str, theirs: &str) {
    desk.sit("沈一禾");
    let mut company = chengdan_tests::company();
    company["email"] = json!(ours);
    desk.ok("setting_save_company", company);
    let customer = desk.ok("customer_find", json!({ "text": "", "limit": 1 }))[0]["id"].clone();
    let mut card = desk.ok("customer_view", json!({ "id": customer }));
    card["contacts"][0]["email"] = json!(theirs);
    desk.ok("customer_save", card);
    desk.sit("林知远");
}

#[test]
fn a_book_without_a_sender_is_told_at_submission_and_not_at_the_last_level() {
    let desk = TestDesk::staffed();
    let order = saved(&desk);
    for theirs in ["zhu@qingyu.example.com", ""] {
        addresses(&desk, "", theirs);
        assert_eq!(
            desk.refused("order_submit", seen(&order)),
            ["MailNotSet"],
            "the customer has 「{theirs}」"
        );
        let computed = desk.ok("order_compute", again(&desk, &order)["draft"].clone());
        assert_eq!(
            computed["refusals"],
            json!([{ "code": "MailNotSet" }]),
            "the form says it while it is typed"
        );
    }
    addresses(&desk, "dingdan@lingqiao.example.com", "");
    let mut order = desk.ok("order_submit", seen(&again(&desk, &order)));
    // The address comes while the order is in approval, and stops nothing.
    addresses(&desk, "dingdan@lingqiao.example.com", "zhu@qingyu.example.com");
    for who in ["顾行", "周予安", "罗朗"] {
        order = decided(&desk, "approval_grant", &order, who, "");
    }
    let letter = &order["letters"][0];
    assert_eq!((&letter["state"], &letter["to"]), (&json!("Queued"), &json!("zhu@qingyu.example.com")));
}

#[test]
fn the_form_is_told_what_rounding_would_take_off() {
    let desk = TestDesk::staffed();
    let mut asked = again(&desk, &saved(&desk))["draft"].clone();
    asked["lines"][0]["price_micro"] = json!(680_380_000);
    asked["waiver_fen"] = json!(76);
    let computed = desk.ok("order_compute", asked);
    assert_eq!((&computed["before_waiver_fen"], &computed["amount_fen"]), (&json!(251_076), &json!(251_000)));
    let expected = json!([
        { "unit_fen": 100, "waiver_fen": 76 },
        { "unit_fen": 1_000, "waiver_fen": 76 },
        { "unit_fen": 10_000, "waiver_fen": 1_076 },
    ]);
    assert_eq!(computed["roundings"], expected);
}

#[test]
fn too_few_people_are_named_at_submission() {
    let desk = TestDesk::staffed();
    let order = saved(&desk);
    // The door no longer lets the last one of a level go; an older book may have lost hers.
    let book = desk.app.book().expect("a book");
    let raw = rusqlite::Connection::open(book.folder().join("book.db")).expect("open");
    raw.execute("update person set active = 0 where name = '周予安'", []).expect("gone");
    match desk.ask("order_submit", seen(&order)) {
        Err(Fault::Refused { reasons }) => {
            let text = serde_json::to_value(&reasons).expect("JSON");
            assert_eq!(text, json!([{ "code": "TooFewPeople", "level": 2, "role": "Finance" }]));
        }
        other => panic!("should be refused: {other:?}"),
    }
}

#[test]
fn withdrawal_discard_and_lock() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk);
    assert_eq!(desk.refused("order_save", order["draft"].clone()), ["ContentLocked"]);
    let order = desk.ok("order_withdraw", seen(&order));
    assert_eq!((&order["state"], &order["number"]), (&json!("Draft"), &json!("DD202610-001")));
    assert_eq!(desk.refused("order_discard", seen(&order)), ["NumberedNotDeletable"]);
    let copy = desk.ok("order_copy", json!({ "id": order["id"] }));
    assert_eq!((&copy["number"], &copy["state"]), (&Value::Null, &json!("Draft")));
    assert_eq!(copy["draft"]["contract_number"], "");
    desk.ok("order_discard", seen(&copy));
    assert!(matches!(desk.ask("order_submit", seen(&copy)), Err(Fault::Refused { .. })));
    let again = desk.ok("order_submit", seen(&order));
    assert_eq!((&again["number"], &again["round"]), (&json!("DD202610-001"), &json!(2)));
}

#[test]
fn two_pages_cannot_both_decide() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk);
    decided(&desk, "approval_grant", &order, "顾行", "");
    let late = decide(&desk, "approval_send_back", &order, "周予安", "账期");
    assert!(matches!(late, Err(Fault::Stale { .. })), "{late:?}");
}

#[test]
fn deliveries_close_lines_and_never_exceed_what_was_ordered() {
    let desk = TestDesk::staffed();
    let order = approved(&desk);
    desk.clock.set(instant("2026-10-20T02:00:00Z"));
    desk.sit("何叶");
    let line = |index: usize, quantity: i64, day: &str| json!({ "line_id": order["lines"][index]["id"], "quantity_milli": quantity, "delivered_on": day });
    let ask = |order: &Value, lines: Vec<Value>| json!({ "order_id": order["id"], "version": order["version"], "lines": lines, "note": "" });
    let wrong = ask(&order, vec![line(0, 3_000, "2026-10-21"), line(1, 1, "2026-10-01")]);
    let found = desk.refused("delivery_record", wrong);
    assert_eq!(found, ["DeliveredTooMuch", "DeliveryInFuture", "DeliveryBeforeApproval"]);
    let order = desk.ok("delivery_record", ask(&order, vec![line(0, 1_000, "2026-10-19")]));
    assert_eq!(order["lines"][0]["delivered_on"], Value::Null);
    let lines = vec![line(0, 1_000, "2026-10-18"), line(1, 1_000, "2026-10-20")];
    let order = desk.ok("delivery_record", ask(&order, lines));
    assert_eq!(order["lines"][0]["delivered_on"], "2026-10-19");
    let rows = desk.ok(
        "order_list",
        json!({ "filter": { "statuses": [], "text": "", "customer_id": null, "owner_id": null, "promised_before": null,
            "promised_from": null, "created_from": null, "created_before": null, "least_fen": null, "overdue": false },
            "sort": "number", "descending": true, "after": null, "limit": 10 }),
    );
    assert_eq!(
        (&rows["rows"][0]["delivered"], &rows["rows"][0]["part_delivered"]),
        (&json!(true), &json!(false))
    );
}

#[test]
fn a_changed_row_voids_the_approval_and_blocks_delivery() {
    let desk = TestDesk::staffed();
    let order = approved(&desk);
    let path = desk.app.book().expect("open").folder().join("book.db");
    let other = rusqlite::Connection::open(path).expect("the file");
    other.execute("update order_line set price_micro = price_micro - 1000000", []).expect("changed");
    let order = again(&desk, &order);
    assert_eq!(order["approval_void"], true);
    let letter =
        json!({ "id": order["letters"][0]["id"], "version": order["letters"][0]["version"], "to": null });
    assert_eq!(desk.refused("outbox_resend", letter), ["ContentChanged"], "nor does a letter leave for it");
    desk.clock.set(instant("2026-10-20T02:00:00Z"));
    let line =
        json!({ "line_id": order["lines"][0]["id"], "quantity_milli": 1_000, "delivered_on": "2026-10-19" });
    let ask = json!({ "order_id": order["id"], "version": order["version"], "lines": [line], "note": "" });
    assert_eq!(desk.refused("delivery_record", ask), ["ContentChanged"]);
}

#[test]
fn the_approval_room_shows_what_waits_for_whom() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk);
    let ask = |list: &str, everyone: bool| json!({ "list": list, "everyone": everyone });
    assert_eq!(desk.ok("approval_list", ask("Submitted", false)).as_array().map(Vec::len), Some(1));
    desk.sit("周予安");
    assert_eq!(desk.ok("approval_list", ask("Waiting", false)), json!([]));
    desk.sit("顾行");
    let rows = desk.ok("approval_list", ask("Waiting", false));
    assert_eq!(
        (&rows[0]["role"], &rows[0]["candidates"][0]["name"]),
        (&json!("SalesSupervisor"), &json!("顾行"))
    );
    decided(&desk, "approval_grant", &order, "顾行", "");
    assert_eq!(desk.ok("approval_list", ask("Decided", false)).as_array().map(Vec::len), Some(1));
    let text = desk.ok("approval_summary", json!({ "id": order["id"] }))["text"].clone();
    let text = text.as_str().expect("text");
    assert!(
        text.starts_with("【审批摘要】DD202610-001\n客户：青屿酒店管理有限公司\n含税总额：¥2,510.00"),
        "{text}"
    );
    assert!(text.contains("请财务审批（第 2 级，共 3 级）"), "{text}");
}

#[test]
fn the_number_beside_the_room_counts_what_this_person_may_decide() {
    let desk = TestDesk::staffed();
    let waiting = |who: &str| {
        desk.sit(who);
        desk.ok("app_status", json!({}))["counts"]["approvals"].as_i64().expect("a count")
    };
    let order = submitted(&desk);
    submitted(&desk);
    assert_eq!(["顾行", "周予安", "罗朗", "林知远", "沈一禾"].map(waiting), [2, 0, 0, 0, 2]);
    decided(&desk, "approval_grant", &order, "顾行", "");
    assert_eq!(["顾行", "周予安"].map(waiting), [1, 1]);
    // Whoever decided the rung below, or wrote the order, holds the role and may not decide all the same.
    desk.sit("沈一禾");
    let people = desk.ok("person_list", json!({}));
    for name in ["顾行", "林知远"] {
        let mut changed = person(name, json!(["SalesRep", "SalesSupervisor", "Finance"]));
        let known =
            people.as_array().expect("people").iter().find(|who| who["name"] == name).expect("somebody");
        (changed["id"], changed["version"]) = (known["id"].clone(), known["version"].clone());
        desk.ok("person_save", changed);
    }
    assert_eq!(["顾行", "周予安", "林知远"].map(waiting), [1, 1, 0]);
}
