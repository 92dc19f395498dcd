//! Notices: what needs the person at the desk is told once, several are one, and nobody is told what they did themselves.

mod limits;

use chengdan_app::commands::book::open_last;
use chengdan_domain::letter::LetterAct;
use chengdan_tests::{TestDesk, instant};
use serde_json::{Value, json};

use crate::order::desk::*;

/// Everybody of the staff has sat down once and wants to be told everything.
pub fn listening() -> TestDesk {
    let desk = TestDesk::staffed();
    for who in ["沈一禾", "林知远", "顾行", "周予安", "罗朗", "何叶"] {
        desk.sit(who);
        wants(&desk, json!({}));
        assert_eq!(taken(&desk), Vec::<Value>::new(), "what happened before is not told");
    }
    desk
}

pub fn wants(desk: &TestDesk, change: Value) {
    let mut rule = json!({ "leave": "Granted", "letters": true, "orders_back": true, "approvals": true, "imports": true });
    for (name, value) in change.as_object().expect("fields") {
        rule[name] = value.clone();
    }
    desk.ok("notice_save_rule", rule);
}

pub fn take(desk: &TestDesk, in_front: bool) -> Value {
    desk.ok("notice_take", json!({ "in_front": in_front }))
}

pub fn taken(desk: &TestDesk) -> Vec<Value> {
    take(desk, false)["notices"].as_array().expect("notices").clone()
}

/// (kind, count, order) of each.
fn told(desk: &TestDesk) -> Vec<(String, i64, Value)> {
    let one = |notice: Value| {
        let kind = notice["kind"].as_str().expect("a kind").to_string();
        (kind, notice["count"].as_i64().expect("a count"), notice["order_id"].clone())
    };
    taken(desk).into_iter().map(one).collect()
}

pub fn minutes(desk: &TestDesk, minutes: i64) {
    let now = desk.app.now() + chrono::TimeDelta::minutes(minutes);
    desk.clock.set(now);
}

/// A letter of this order ends badly, as the postman would write it.
fn letter_ends(desk: &TestDesk, order: &Value, act: LetterAct) {
    let id = order["letters"][0]["id"].as_i64().expect("a letter");
    desk.app
        .book()
        .expect("a book")
        .act(desk.app.now(), None, |write| {
            let held = chengdan_app::store::post::claim(write, "test", chrono::Duration::minutes(5))?;
            assert_eq!(held.map(|held| held.id), Some(id));
            if act == LetterAct::Lose {
                chengdan_app::store::post::hand_over(write, id, &[])?;
            }
            let ending = chengdan_app::store::post::Ending {
                act,
                said: "550 no such user",
                explain: Some(chengdan_domain::mail::Explain::MailboxUnknown),
                lines: &[],
            };
            chengdan_app::store::post::end(write, id, &ending)
        })
        .expect("ended");
}

#[test]
fn an_order_that_waits_is_told_to_who_can_decide_it_and_to_nobody_else() {
    let desk = listening();
    let order = submitted(&desk);
    assert_eq!(told(&desk), [], "林知远 submitted it");
    for who in ["周予安", "罗朗", "沈一禾", "何叶"] {
        desk.sit(who);
        assert_eq!(told(&desk), [], "{who}");
    }
    desk.sit("顾行");
    assert_eq!(told(&desk), [("ApprovalWaits".into(), 1, order["id"].clone())]);
    assert_eq!(told(&desk), [], "once");
    let order = decided(&desk, "approval_grant", &order, "顾行", "");
    assert_eq!(told(&desk), []);
    desk.sit("周予安");
    assert_eq!(told(&desk), [("ApprovalWaits".into(), 1, order["id"].clone())], "it came to the next level");
}

#[test]
fn an_order_that_came_back_is_told_to_its_author() {
    let desk = listening();
    let order = submitted(&desk);
    decided(&desk, "approval_send_back", &order, "顾行", "账期太长");
    assert_eq!(told(&desk), [], "顾行 sent it back");
    desk.sit("林知远");
    let notices = taken(&desk);
    assert_eq!(notices.len(), 1);
    assert_eq!((&notices[0]["kind"], &notices[0]["reason"]), (&json!("OrderBack"), &json!("账期太长")));
    assert_eq!(
        (&notices[0]["name"], &notices[0]["customer"]),
        (&json!("DD202610-001"), &json!("青屿酒店管理有限公司"))
    );
}

#[test]
fn a_letter_in_trouble_is_told_to_its_author_and_to_who_runs_the_desk() {
    for (act, kind) in [(LetterAct::Refuse, "LetterFailed"), (LetterAct::Lose, "LetterUncertain")] {
        let desk = listening();
        let order = approved(&desk);
        letter_ends(&desk, &order, act);
        for (who, hears) in [("沈一禾", true), ("林知远", true), ("何叶", false), ("周予安", false)]
        {
            desk.sit(who);
            let letters: Vec<_> =
                told(&desk).into_iter().filter(|(kind, ..)| kind.starts_with("Letter")).collect();
            let expected = if hears { vec![(kind.to_string(), 1, order["id"].clone())] } else { Vec::new() };
            assert_eq!(letters, expected, "{who}");
        }
    }
}

#[test]
fn several_are_one_notice_and_the_next_ones_wait_a_while() {
    let desk = listening();
    for _ in 0..3 {
        submitted(&desk);
    }
    desk.sit("顾行");
    assert_eq!(told(&desk), [("ApprovalWaits".into(), 3, Value::Null)]);
    for _ in 0..40 {
        submitted(&desk);
    }
    desk.sit("顾行");
    assert_eq!(told(&desk), [], "within two minutes nothing of the kind is told again");
    minutes(&desk, 1);
    assert_eq!(told(&desk), []);
    minutes(&desk, 1);
    assert_eq!(told(&desk), [("ApprovalWaits".into(), 40, Value::Null)], "nothing is lost by waiting");
    minutes(&desk, 5);
    assert_eq!(told(&desk), []);
}

#[test]
fn what_was_dealt_with_meanwhile_is_not_told() {
    let desk = listening();
    let order = submitted(&desk);
    desk.ok("order_withdraw", seen(&order));
    desk.sit("顾行");
    assert_eq!(told(&desk), []);
    let order = approved(&desk);
    letter_ends(&desk, &order, LetterAct::Refuse);
    let letter = desk.ok("outbox_view", json!({ "id": order["letters"][0]["id"] }));
    desk.sit("沈一禾");
    let ask = json!({ "id": letter["row"]["id"], "version": letter["row"]["version"], "how": "wechat", "by": "沈一禾", "on": "2026-10-08" });
    desk.ok("outbox_delivered", ask);
    assert_eq!(told(&desk), []);
}

#[test]
fn a_restart_repeats_nothing_and_loses_nothing() {
    let desk = listening();
    submitted(&desk);
    desk.sit("顾行");
    assert_eq!(told(&desk).len(), 1);
    desk.app.set_book(None);
    open_last(&desk.app).expect("opened");
    desk.sit("顾行");
    assert_eq!(told(&desk), []);
    let order = submitted(&desk);
    desk.app.set_book(None);
    open_last(&desk.app).expect("opened");
    desk.sit("顾行");
    minutes(&desk, 3);
    assert_eq!(told(&desk), [("ApprovalWaits".into(), 1, order["id"].clone())]);
}

#[test]
fn nobody_is_told_before_they_were_asked_nor_what_they_switched_off() {
    let desk = listening();
    submitted(&desk);
    desk.sit("顾行");
    wants(&desk, json!({ "leave": "Unasked" }));
    let asks = take(&desk, false);
    assert_eq!((&asks["ask"], &asks["notices"]), (&json!(true), &json!([])));
    assert_eq!(take(&desk, false)["ask"], true, "until there is an answer");
    wants(&desk, json!({ "leave": "Denied" }));
    let denied = take(&desk, false);
    assert_eq!((&denied["ask"], &denied["notices"]), (&json!(false), &json!([])));
    wants(&desk, json!({ "approvals": false }));
    assert_eq!(told(&desk), []);
    wants(&desk, json!({}));
    assert_eq!(told(&desk).len(), 1, "what still waits is told when it is wanted again");
    desk.ok("person_sign_out", json!({}));
    assert_eq!(told(&desk), [], "nobody is at the desk");
    assert_eq!(desk.refused("notice_rule", json!({})), ["NotSignedIn"]);
}

#[test]
fn an_import_is_told_to_who_started_it_and_looks_elsewhere() {
    let desk = listening();
    let import = |desk: &TestDesk, file: &str| {
        desk.sit("沈一禾");
        crate::import::ran(desk, file, format!("客户名称,联系人\n{file} 公司,张三\n").as_bytes());
    };
    import(&desk, "客户一.csv");
    desk.sit("林知远");
    assert_eq!(told(&desk), []);
    desk.sit("沈一禾");
    let notices = taken(&desk);
    assert_eq!((&notices[0]["kind"], &notices[0]["name"]), (&json!("ImportDone"), &json!("客户一.csv")));
    minutes(&desk, 5);
    import(&desk, "客户二.csv");
    assert_eq!(take(&desk, true)["notices"], json!([]), "it was seen to end");
    assert_eq!(told(&desk), [], "and is not told afterwards either");
}

#[test]
fn a_clock_that_was_set_back_does_not_silence() {
    let desk = listening();
    submitted(&desk);
    desk.sit("顾行");
    assert_eq!(told(&desk).len(), 1);
    desk.clock.set(instant("2026-10-01T01:00:00Z"));
    submitted(&desk);
    desk.sit("顾行");
    assert_eq!(told(&desk).len(), 1);
}
