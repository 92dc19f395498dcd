//! Leads, several at once: what is answered beforehand is what the act answers.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::{codes, itself, may};
use crate::lead::desk::*;

/// One lead of every state, the owner of what is assigned being 林知远.
fn of_every_state(desk: &TestDesk) -> Vec<Value> {
    let fresh = registered(desk, "新的");
    let judged = rated(desk, &registered(desk, "评过的"), "B");
    let held = in_hand(desk, "跟进的", "A");
    let ended = |name: &str, act: &str, more: Value| {
        let lead = in_hand(desk, name, "C");
        desk.ok(act, with(&lead, more))
    };
    let lost = ended("输掉的", "lead_lose", json!({ "reason": "没钱" }));
    let invalid = ended("空号", "lead_invalidate", json!({ "reason": "空号" }));
    let became = ended("转化的", "lead_convert", json!({ "customer_id": null }));
    vec![fresh, judged, held, lost, invalid, became]
}

#[test]
fn each_lead_answers_as_the_act_itself_does() {
    for who in ["顾行", "沈一禾", "林知远", "周予安"] {
        for (act, name) in [
            ("LeadAssign", "lead_assign"),
            ("LeadInvalidate", "lead_invalidate"),
            ("LeadReopen", "lead_reopen"),
        ] {
            let desk = TestDesk::staffed();
            let leads = of_every_state(&desk);
            let mut hand = hand(&desk);
            if who != "顾行" {
                (hand["given"], hand["behalf_reason"]) = (json!("Phone"), json!("电话里说的"));
            }
            let mut rows: Vec<Value> = leads.iter().map(seen).collect();
            rows.push(json!({ "id": rows[0]["id"], "version": 7 }));
            rows.push(json!({ "id": 999, "version": 1 }));
            desk.sit(who);
            let answers = may(&desk, act, &rows);
            assert_eq!(answers.len(), rows.len());
            for (answer, row) in answers.iter().zip(&rows) {
                let mut ask = row.clone();
                let more = json!({ "assignee_id": desk.person("林知远"), "hand": hand, "reason": "理由" });
                for (field, value) in more.as_object().expect("fields") {
                    ask[field] = value.clone();
                }
                let (refused, stale) = itself(&desk, name, &ask);
                let mut meant: Vec<&str> = refused.iter().map(String::as_str).collect();
                // Whoever may not decide may not record it for another either: said once is enough.
                meant.dedup();
                assert_eq!((codes(answer), answer["stale"] == true), (meant, stale), "{who} {act} {row}");
            }
        }
    }
}

#[test]
fn what_may_be_done_and_what_not_is_told_by_state() {
    let desk = TestDesk::staffed();
    let rows: Vec<Value> = of_every_state(&desk).iter().map(seen).collect();
    desk.sit("顾行");
    let willing = |act: &str| -> Vec<bool> {
        may(&desk, act, &rows).iter().map(|answer| codes(answer).is_empty()).collect()
    };
    //                                   new   rated  in hand lost  invalid converted
    assert_eq!(willing("LeadAssign"), [false, true, true, false, false, false]);
    assert_eq!(willing("LeadInvalidate"), [true, true, true, false, false, false]);
    assert_eq!(willing("LeadReopen"), [false, false, false, true, true, false]);
    let history = desk.ok("history_list", json!({ "document": "Lead", "id": rows[1]["id"] }));
    assert_eq!(history[0]["act"], "lead_rate", "asking writes nothing");
}
