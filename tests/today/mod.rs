//! 「今天」: what is due of whom, putting off, the record of a month; and the clocks of orders (O1, O3).

mod story;

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use crate::lead::desk::{at, in_hand, rated, registered};
use crate::order::desk::{decided, draft, seen, submitted};

fn today(desk: &TestDesk, everyone: bool) -> Value {
    desk.ok("today_view", json!({ "everyone": everyone }))
}

/// (rule, overdue) of each line.
fn lines(rows: &Value) -> Vec<(String, bool)> {
    let one = |row: &Value| {
        (
            row["deadline"]["rule"].as_str().expect("a rule").to_string(),
            row["overdue"].as_bool().expect("a word"),
        )
    };
    rows.as_array().expect("rows").iter().map(one).collect()
}

/// The last clock of a rule for an order, as the book has it.
fn order_clock(desk: &TestDesk, rule: &str) -> (String, String) {
    let book = desk.app.book().expect("a book");
    let raw = rusqlite::Connection::open(book.folder().join("book.db")).expect("open");
    raw.query_row(
        "select state, due_at from deadline where document = 'Order' and rule = $1 order by id desc limit 1",
        [rule],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
    .expect("a clock")
}

fn clock(state: &str, due_at: &str) -> (String, String) {
    (state.into(), due_at.into())
}

/// An order whose contract was signed before National Day, saved the day after.
fn signed(desk: &TestDesk) -> Value {
    at(desk, "2026-09-30T08:20:00Z");
    desk.sit("林知远");
    let mut ask = draft(desk);
    ask["contract_signed_on"] = json!("2026-09-30");
    desk.ok("order_save", ask)
}

#[test]
fn a_contract_signed_before_the_holiday_is_an_order_after_it() {
    let desk = TestDesk::staffed();
    let order = signed(&desk);
    assert_eq!(order_clock(&desk, "OrderSubmission"), clock("Running", "2026-10-08T10:00:00Z"));
    at(&desk, "2026-10-08T02:00:00Z");
    let shown = today(&desk, false);
    let row = &shown["rows"][0];
    assert_eq!(
        (&row["deadline"]["code"], &row["of"], &row["overdue"]),
        (&json!("O1"), &json!("Order"), &json!(false))
    );
    assert_eq!((&row["customer"], &row["person"]), (&json!("青屿酒店管理有限公司"), &json!("林知远")));
    let steps = row["deadline"]["steps"].to_string();
    assert!(steps.contains("国庆") && steps.contains("2026-10-07"), "{steps}");
    desk.ok("order_submit", seen(&order));
    assert_eq!(order_clock(&desk, "OrderSubmission").0, "Met");
    let shown = today(&desk, false);
    assert_eq!((&shown["rows"], &shown["done"], &shown["all"]), (&json!([]), &json!(1), &json!(1)));
}

#[test]
fn another_date_is_another_clock_and_an_order_given_up_has_none() {
    let desk = TestDesk::staffed();
    let order = signed(&desk);
    let view = desk.ok("order_view", json!({ "id": order["id"] }));
    let mut ask = view["draft"].clone();
    ask["contract_signed_on"] = json!("2026-09-29");
    let order = desk.ok("order_save", ask.clone());
    assert_eq!(order_clock(&desk, "OrderSubmission"), clock("Running", "2026-09-30T10:00:00Z"));
    desk.ok("order_discard", seen(&order));
    assert_eq!(order_clock(&desk, "OrderSubmission").0, "Lapsed");
    at(&desk, "2026-11-20T02:00:00Z");
    assert_eq!(today(&desk, false)["rows"], json!([]), "its clocks lapsed");
    let rows = desk.ok("deadline_record", json!({ "ym": 202_609 }));
    assert_eq!((&rows[0]["lapsed"], &rows[0]["due"]), (&json!(1), &json!(0)), "what lapsed did not fall due");
}

#[test]
fn every_rung_has_its_day() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk);
    assert_eq!(order_clock(&desk, "ApprovalDecision"), clock("Running", "2026-10-09T10:00:00Z"));
    at(&desk, "2026-10-09T02:00:00Z");
    desk.sit("顾行");
    let shown = today(&desk, false);
    assert_eq!(lines(&shown["rows"]), [("ApprovalDecision".into(), false)]);
    assert_eq!(
        (&shown["rows"][0]["role"], &shown["rows"][0]["name"]),
        (&json!("SalesSupervisor"), &json!("DD202610-001"))
    );
    desk.sit("周予安");
    assert_eq!(today(&desk, false)["rows"], json!([]), "it does not wait for finance yet");
    let order = decided(&desk, "approval_grant", &order, "顾行", "");
    assert_eq!(order_clock(&desk, "ApprovalDecision"), clock("Running", "2026-10-10T10:00:00Z"));
    let order = decided(&desk, "approval_send_back", &order, "周予安", "账期太长");
    assert_eq!(order_clock(&desk, "ApprovalDecision").0, "Met");
    desk.sit("林知远");
    let order = desk.ok("order_submit", seen(&order));
    desk.ok("order_withdraw", seen(&order));
    assert_eq!(order_clock(&desk, "ApprovalDecision").0, "Lapsed");
    let rows = desk.ok("deadline_record", json!({ "ym": 202_610 }));
    let names: Vec<&str> =
        rows.as_array().expect("rows").iter().filter_map(|row| row["person"].as_str()).collect();
    assert!(names.contains(&"顾行") && names.contains(&"周予安"), "met by whoever decided: {rows}");
}

#[test]
fn a_line_is_put_off_with_a_reason_and_comes_back() {
    let desk = TestDesk::staffed();
    registered(&desk, "甲");
    assert_eq!(today(&desk, false)["rows"], json!([]), "a rating is the supervisor's");
    assert_eq!(desk.refused("today_view", json!({ "everyone": true })), ["RoleMissing"]);
    desk.sit("顾行");
    let id = today(&desk, false)["rows"][0]["deadline"]["id"].clone();
    let put_off = |until: &str, reason: &str| json!({ "deadline_id": id, "until": until, "reason": reason });
    assert_eq!(desk.refused("today_snooze", put_off("2026-10-08T05:00:00Z", " ")), ["ReasonMissing"]);
    for until in ["2026-10-08T01:00:00Z", "2026-11-08T01:00:00Z"] {
        assert_eq!(desk.refused("today_snooze", put_off(until, "等名片")), ["FieldOutOfRange"], "{until}");
    }
    desk.sit("周予安");
    assert_eq!(desk.refused("today_snooze", put_off("2026-10-08T05:00:00Z", "等名片")), ["OnlyOwner"]);
    desk.sit("顾行");
    desk.ok("today_snooze", put_off("2026-10-08T05:00:00Z", "等名片"));
    let shown = today(&desk, false);
    assert_eq!((&shown["rows"], &shown["all"]), (&json!([]), &json!(0)));
    assert_eq!(shown["snoozed"][0]["snooze_reason"], "等名片");
    at(&desk, "2026-10-08T05:00:00Z");
    assert_eq!(lines(&today(&desk, false)["rows"]), [("LeadRating".into(), false)]);
    rated(&desk, &desk.ok("lead_unrated", json!({}))[0].clone(), "A");
    assert_eq!(desk.refused("today_snooze", put_off("2026-10-08T09:00:00Z", "等名片")), ["RowNotFound"]);
    assert_eq!(today(&desk, false)["done"], 1);
}

#[test]
fn the_most_urgent_stands_first_and_the_team_is_seen_by_who_runs_it() {
    let desk = TestDesk::staffed();
    in_hand(&desk, "甲", "A");
    in_hand(&desk, "乙", "B");
    at(&desk, "2026-10-10T03:00:00Z");
    registered(&desk, "丙");
    assert_eq!(lines(&today(&desk, false)["rows"]), [("LeadFirstContact".into(), true)]);
    assert_eq!(lines(&today(&desk, false)["soon"]), [("LeadIntoStage2".into(), false)]);
    desk.sit("沈一禾");
    let shown = today(&desk, true);
    assert_eq!(lines(&shown["rows"]), [("LeadFirstContact".into(), true), ("LeadRating".into(), false)]);
    assert_eq!(shown["rows"][0]["name"], "甲");
}

#[test]
fn the_record_tells_met_late_and_open_by_person_and_source() {
    let desk = TestDesk::staffed();
    let lead = registered(&desk, "甲");
    let late = registered(&desk, "乙");
    rated(&desk, &lead, "C");
    at(&desk, "2026-10-09T12:00:00Z");
    rated(&desk, &late, "C");
    let rows = desk.ok("deadline_record", json!({ "ym": 202_610 }));
    let wanted = json!({ "rule": "LeadRating", "code": "L2", "person": "顾行", "source": "Referral", "due": 2,
        "met": 1, "late": 1, "lapsed": 0, "running": 0, "late_hours": 26 });
    assert_eq!(rows[0], wanted);
    let open = &rows[1];
    assert_eq!(
        (&open["rule"], &open["due"], &open["running"]),
        (&json!("LeadAssignment"), &json!(1), &json!(2))
    );
}

/// (rule, refusals) of each line.
fn acts(desk: &TestDesk, everyone: bool) -> Vec<(String, Vec<String>)> {
    let shown = today(desk, everyone);
    let rows = [&shown["rows"], &shown["soon"]].map(|rows| rows.as_array().expect("rows").clone()).concat();
    let one = |row: &Value| {
        let refusals = row["refusals"].as_array().expect("refusals").iter();
        let codes = refusals.map(|reason| reason["code"].as_str().expect("a code").to_string()).collect();
        (row["deadline"]["rule"].as_str().expect("a rule").to_string(), codes)
    };
    rows.iter().map(one).collect()
}

#[test]
fn a_line_says_why_its_act_cannot_be_done_by_who_sits_there() {
    let desk = TestDesk::staffed();
    registered(&desk, "甲");
    in_hand(&desk, "乙", "A");
    let order = submitted(&desk);
    let may = |rule: &str| (rule.to_string(), Vec::<String>::new());
    desk.sit("顾行");
    assert_eq!(acts(&desk, false), [may("LeadRating"), may("ApprovalDecision")]);
    desk.sit("林知远");
    assert_eq!(acts(&desk, false), [may("LeadFirstContact"), may("LeadIntoStage2")]);
    desk.sit("沈一禾");
    let free = ["LeadRating", "ApprovalDecision", "LeadFirstContact", "LeadIntoStage2"].map(may);
    assert_eq!(acts(&desk, true), free, "the desk records it for who decides");
    let mut policy = desk.ok("setting_view", json!({}))["policy"].clone();
    policy["must_sign_in"] = json!(true);
    desk.ok("setting_save_policy", policy);
    let strict = acts(&desk, true);
    assert_eq!(strict[0], ("LeadRating".into(), vec!["MustSignIn".into()]));
    assert_eq!(strict[1], ("ApprovalDecision".into(), vec!["MustSignIn".into()]));

    // Nobody decides two rungs of one round.
    let mut both = desk.ok("person_list", json!({})).as_array().expect("people").clone();
    let mut supervisor = both.iter_mut().find(|one| one["name"] == "顾行").expect("顾行").clone();
    supervisor["roles"] = json!(["SalesSupervisor", "Finance"]);
    supervisor["password"] = Value::Null;
    desk.ok("person_save", supervisor);
    decided(&desk, "approval_grant", &order, "顾行", "");
    let waits = acts(&desk, false).into_iter().find(|(rule, _)| rule == "ApprovalDecision");
    assert_eq!(waits, Some(("ApprovalDecision".into(), vec!["FourEyesTwice".into()])));
}

#[test]
fn what_was_done_today_is_told_rule_by_rule() {
    let desk = TestDesk::staffed();
    let lead = registered(&desk, "甲");
    let late = registered(&desk, "乙");
    rated(&desk, &lead, "C");
    assert_eq!(
        today(&desk, false)["finished"],
        json!([{ "rule": "LeadRating", "code": "L2", "met": 1, "late": 0 }])
    );
    at(&desk, "2026-10-09T02:00:00Z");
    rated(&desk, &late, "C");
    let lead = desk.ok("lead_view", json!({ "id": lead["card"]["id"] }));
    crate::lead::desk::assigned(&desk, &lead, "林知远");
    let shown = today(&desk, false);
    let wanted = json!([{ "rule": "LeadRating", "code": "L2", "met": 0, "late": 1 },
        { "rule": "LeadAssignment", "code": "L3", "met": 1, "late": 0 }]);
    assert_eq!((&shown["finished"], &shown["done"]), (&wanted, &json!(2)));
    desk.sit("林知远");
    assert_eq!(today(&desk, false)["finished"], json!([]), "they were the supervisor's");
}

/// Every figure of the record leads to exactly its rows.
#[test]
fn the_rows_behind_a_figure_are_as_many_as_it_says() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk);
    decided(&desk, "approval_grant", &order, "顾行", "");
    for (minute, name) in ["甲", "乙", "丙", "丁"].iter().enumerate() {
        at(&desk, &format!("2026-10-08T02:0{minute}:00Z"));
        let mut card = crate::lead::desk::card(name);
        card["source"] = json!(if minute % 2 == 0 { "Referral" } else { "Exhibition" });
        desk.sit("林知远");
        desk.ok("lead_save", card);
    }
    let leads = desk.ok("lead_unrated", json!({}));
    let lead = rated(&desk, &leads[0], "A");
    let lead = crate::lead::desk::assigned(&desk, &lead, "林知远");
    crate::lead::desk::called(&desk, &lead, true, Some("2026-10-30"));
    at(&desk, "2026-10-12T02:00:00Z");
    rated(&desk, &leads[1], "B");
    desk.ok("lead_invalidate", crate::lead::desk::with(&leads[2], json!({ "reason": "空号" })));
    let record = desk.ok("deadline_record", json!({ "ym": 202_610 }));
    let record = record.as_array().expect("rows");
    assert!(record.len() > 5, "{record:?}");
    let rows = |ask: Value| desk.ok("deadline_rows", ask).as_array().expect("rows").clone();
    let mut all = 0;
    for row in record {
        let ask = |state: Value| {
            json!({ "ym": 202_610, "rule": row["rule"], "person": row["person"], "source": row["source"],
                "state": state })
        };
        let count = |figure: &str| usize::try_from(row[figure].as_i64().expect("a figure")).expect("no debt");
        for (figure, state) in
            [("met", "Met"), ("late", "Late"), ("lapsed", "Lapsed"), ("running", "Running")]
        {
            let found = rows(ask(json!(state)));
            assert_eq!(found.len(), count(figure), "{figure} of {row}");
            assert!(
                found.iter().all(|one| one["deadline"]["state"] == state && one["person"] == row["person"])
            );
        }
        let found = rows(ask(Value::Null));
        let fell_due = found.iter().filter(|one| {
            let state = one["deadline"]["state"].as_str().expect("a state");
            matches!(state, "Met" | "Late") || (state == "Running" && one["overdue"] == true)
        });
        assert_eq!(fell_due.count(), count("due"), "due of {row}");
        all += found.len();
    }
    let of_all = json!({ "ym": 202_610, "rule": null, "person": null, "source": null, "state": null });
    assert_eq!(rows(of_all).len(), all, "nobody's row is missing");
    let by_source =
        json!({ "ym": 202_610, "rule": "LeadRating", "person": null, "source": "Exhibition", "state": null });
    assert_eq!(rows(by_source).len(), 2);
}
