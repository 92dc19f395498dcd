//! What waits for legal: in the room 审批, in the counts, among the notices, on 今天 and under the night watch's eye.

use chengdan_app::clocks::watch;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::desk::*;
use crate::lead::desk::at;

fn waiting(desk: &TestDesk, list: &str, everyone: bool) -> Value {
    desk.ok("approval_contracts", json!({ "list": list, "everyone": everyone }))
}

fn counted(desk: &TestDesk) -> Value {
    desk.ok("app_status", json!({}))["counts"]["approvals"].clone()
}

/// (state, due) of the last review clock of a contract.
fn clock(desk: &TestDesk, contract: &Value) -> (String, String) {
    let clocks = again(desk, contract)["deadlines"].clone();
    let of_review = |one: &&Value| one["rule"] == "ContractReview";
    let newest =
        clocks.as_array().expect("clocks").iter().filter(of_review).max_by_key(|one| one["id"].as_i64());
    let newest = newest.expect("a clock");
    let text = |name: &str| newest[name].as_str().expect("text").to_string();
    (text("state"), text("due_at"))
}

#[test]
fn legal_sees_it_in_their_room_with_what_is_asked_about_it() {
    let desk = desk();
    quoted(&desk, "Accepted");
    desk.sit("林知远");
    let contract = desk.ok("contract_from_quotation", json!({ "quotation_id": 5, "kind": "Single" }));
    let mut draft = contract["draft"].clone();
    draft["lines"][0]["price_micro"] = json!(600_000_000);
    draft["difference_reason"] = json!("客户加订");
    draft["delivery_address"] = json!("临江市青屿路 18 号");
    let contract = desk.ok("contract_save", draft);
    let contract = desk.ok("contract_submit", seen(&contract));
    assert_eq!(
        (waiting(&desk, "Waiting", false), counted(&desk)),
        (json!([]), json!(0)),
        "not for its author"
    );
    assert_eq!(waiting(&desk, "Submitted", false)[0]["id"], contract["id"]);
    desk.sit("苏衡");
    let row = waiting(&desk, "Waiting", false)[0].clone();
    assert_eq!((&row["number"], &row["customer"]), (&contract["number"], &json!("青屿酒店管理有限公司")));
    assert_eq!((&row["reviewers"][0]["name"], &row["refusals"]), (&json!("苏衡"), &json!([])));
    assert_eq!(row["differences"][0]["what"], "Amount");
    assert_eq!((&row["difference_reason"], &row["clauses"]), (&json!("客户加订"), &json!(6)));
    assert_eq!(row["since"], "2026-10-08T01:42:00Z");
    assert_eq!(counted(&desk), 1);
    // Whoever runs the desk may record it; whoever leads the sales may not, and is told why.
    desk.sit("沈一禾");
    assert_eq!(counted(&desk), 1, "the assistant is asked for everybody's");
    assert_eq!(waiting(&desk, "Waiting", true)[0]["refusals"], json!([]));
    desk.sit("顾行");
    assert_eq!(counted(&desk), 0);
    assert_eq!(waiting(&desk, "Waiting", true)[0]["refusals"][0]["code"], "NotYourLevel");
    desk.sit("苏衡");
    desk.ok("contract_review", review(&desk, &contract, false));
    assert_eq!((waiting(&desk, "Waiting", true), counted(&desk)), (json!([]), json!(0)));
    let decided = waiting(&desk, "Decided", false);
    assert_eq!((&decided[0]["state"], &decided[0]["returns"]), (&json!("Returned"), &json!(1)));
}

#[test]
fn legal_is_told_and_so_is_the_author() {
    let desk = desk();
    let contract = saved(&desk, "Single");
    for who in ["苏衡", "林知远"] {
        desk.sit(who);
        let mut rule = desk.ok("notice_rule", json!({}));
        rule["leave"] = json!("Granted");
        desk.ok("notice_save_rule", rule);
        desk.ok("notice_take", json!({ "in_front": false }));
    }
    let taken = |who: &str| {
        desk.sit(who);
        desk.ok("notice_take", json!({ "in_front": false }))["notices"].clone()
    };
    let contract = desk.ok("contract_submit", seen(&contract));
    assert_eq!(taken("林知远"), json!([]), "nobody is told of what they did");
    let told = taken("苏衡");
    assert_eq!(
        (&told[0]["kind"], &told[0]["contract_id"], &told[0]["name"]),
        (&json!("ApprovalWaits"), &contract["id"], &contract["number"])
    );
    assert_eq!(taken("苏衡"), json!([]), "once");
    desk.ok("contract_review", review(&desk, &contract, false));
    let told = taken("林知远");
    assert_eq!(
        (&told[0]["kind"], &told[0]["contract_id"], &told[0]["reason"]),
        (&json!("OrderBack"), &contract["id"], &json!("付款方式请改为款到发货"))
    );
}

#[test]
fn the_review_has_two_working_days() {
    let desk = desk();
    let contract = submitted(&desk, "Single");
    // Thursday; Friday counts, and so does the Saturday on which the week is worked off.
    assert_eq!(clock(&desk, &contract), ("Running".into(), "2026-10-10T10:00:00Z".into()));
    at(&desk, "2026-10-10T02:00:00Z");
    desk.sit("苏衡");
    let day = desk.ok("today_view", json!({ "everyone": false }));
    let row = &day["rows"][0];
    assert_eq!(
        (&row["deadline"]["rule"], &row["deadline"]["code"], &row["of"]),
        (&json!("ContractReview"), &json!("C1"), &json!("Contract"))
    );
    assert_eq!(
        (&row["role"], &row["name"], &row["refusals"]),
        (&json!("Legal"), &contract["number"], &json!([]))
    );
    assert_eq!(row["deadline"]["steps"].as_array().map(Vec::len), Some(2), "it explains itself");
    desk.sit("顾行");
    let day = desk.ok("today_view", json!({ "everyone": true }));
    let line = day["rows"].as_array().expect("rows").iter().find(|row| row["of"] == "Contract").expect("one");
    assert_eq!(line["refusals"][0]["code"], "NotYourLevel", "a supervisor sees it and cannot do it");
    // The night watch warns, and reports it when it has run out.
    at(&desk, "2026-10-12T02:00:00Z");
    watch(&desk.app).expect("marked");
    desk.sit("苏衡");
    desk.ok("contract_review", review(&desk, &contract, false));
    assert_eq!(clock(&desk, &contract).0, "Late");
    desk.sit("林知远");
    let contract = desk.ok("contract_submit", seen(&again(&desk, &contract)));
    assert_eq!(clock(&desk, &contract), ("Running".into(), "2026-10-14T10:00:00Z".into()), "each time anew");
    let contract = desk.ok("contract_withdraw", seen(&contract));
    assert_eq!(clock(&desk, &contract).0, "Lapsed");
    let contract = desk.ok("contract_submit", seen(&contract));
    desk.sit("苏衡");
    desk.ok("contract_review", review(&desk, &contract, true));
    assert_eq!(clock(&desk, &contract).0, "Met");
    let rows = desk.ok("deadline_record", json!({ "ym": 202_610 }));
    let of_legal = |row: &&Value| row["rule"] == "ContractReview" && row["person"] == "苏衡";
    let row = rows.as_array().expect("rows").iter().find(of_legal).expect("met by whoever reviewed");
    assert_eq!((&row["met"], &row["late"]), (&json!(1), &json!(1)));
}

#[test]
fn its_length_is_a_setting_and_what_is_not_reviewed_has_none() {
    let desk = desk();
    desk.sit("沈一禾");
    let set = json!({ "rule": "ContractReview", "length": { "kind": "WorkingDays", "days": 5 } });
    desk.ok("clock_save", set);
    let contract = submitted(&desk, "Single");
    assert_eq!(clock(&desk, &contract).1, "2026-10-14T10:00:00Z");
    let theirs = submitted(&desk, "PurchaseOrder");
    assert_eq!(theirs["deadlines"], json!([]), "legal does not read a customer's purchase order");
}
