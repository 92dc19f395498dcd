//! Whatever the table of quotations has no row for is refused at the door, from every state, and changes nothing.

use chengdan_domain::quotation::law::LAW;
use chengdan_domain::quotation::{QuotationAct, QuotationState};
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::desk::*;
use super::waiting::decide;
use crate::contract::desk::write;

/// The command of an act, with everything it asks for; none for what happens by itself.
fn command(desk: &TestDesk, offer: &Value, act: QuotationAct) -> Option<(&'static str, Value)> {
    Some(match act {
        QuotationAct::Edit => {
            let mut draft = current(offer);
            draft["note"] = json!("悄悄改");
            ("quotation_save", draft)
        }
        QuotationAct::Submit => ("quotation_submit", seen(offer)),
        QuotationAct::Grant => ("quotation_grant", decide(desk, offer, "")),
        QuotationAct::SendBack => ("quotation_send_back", decide(desk, offer, "再谈")),
        QuotationAct::Withdraw => ("quotation_withdraw", seen(offer)),
        QuotationAct::Send => ("quotation_send", with(offer, json!({ "to": null }))),
        QuotationAct::Round => ("quotation_round", round(offer, "让一点")),
        QuotationAct::TakeUp => {
            ("quotation_take_up", with(offer, json!({ "revision": 1, "reason": "反悔" })))
        }
        QuotationAct::Accept => ("quotation_accept", with(offer, json!({ "note": "" }))),
        QuotationAct::Lose => {
            ("quotation_lose", with(offer, json!({ "reason": "没了", "winner": "", "close_deal": true })))
        }
        QuotationAct::Expire => return None,
    })
}

#[test]
fn every_act_outside_the_table_is_refused_at_the_door_from_every_state() {
    let desk = TestDesk::staffed();
    let offer = desk.ok("quotation_round", round(&sent(&desk), "让 40 元"));
    for state in QuotationState::ALL {
        write(
            &desk,
            &format!(
                "update quotation_version set state = '{state:?}' where revision = 2; update quotation set state = '{state:?}'"
            ),
        );
        for who in ["林知远", "顾行", "沈一禾"] {
            desk.sit(who);
            let before = desk.ok("quotation_view", json!({ "id": offer["id"] }));
            let outside = QuotationAct::ALL
                .into_iter()
                .filter(|act| !LAW.iter().any(|row| row.from == state && row.act == *act));
            for act in outside {
                let Some((name, ask)) = command(&desk, &before, act) else { continue };
                let codes = desk.refused(name, ask);
                let named = ["WrongState", "ContentLocked", "QuotationFrozen", "QuotationExpired"];
                assert!(
                    codes.iter().all(|code| named.contains(&code.as_str())),
                    "{act:?} from {state:?}: {codes:?}"
                );
            }
            let after = desk.ok("quotation_view", json!({ "id": offer["id"] }));
            assert_eq!(after, before, "{state:?}: nothing was written");
        }
    }
}
