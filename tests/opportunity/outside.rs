//! Whatever the tables of deals and of their lists of needs have no row for is refused at the door, from every state, and
//! changes nothing.

use chengdan_domain::opportunity::{OpportunityAct, OpportunityState, law as deals};
use chengdan_domain::requirement::{RequirementAct, RequirementState, law as needs};
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::desk::*;
use crate::contract::desk::write;

fn again(desk: &TestDesk, deal: &Value) -> Value {
    desk.ok("opportunity_view", json!({ "id": deal["card"]["id"] }))
}

/// The command of an act, with everything it asks for; none for what follows from a document.
fn of_deal(desk: &TestDesk, deal: &Value, act: OpportunityAct) -> Option<(&'static str, Value)> {
    Some(match act {
        OpportunityAct::Edit => {
            let mut card = deal["card"].clone();
            card["name"] = json!("改名");
            ("opportunity_save", card)
        }
        OpportunityAct::Solve => {
            let words = json!({ "configuration": "一套", "service": "", "plan": "", "person_id": desk.person("林知远") });
            ("solution_save", with(deal, words))
        }
        OpportunityAct::Lose => ("opportunity_lose", with(deal, json!({ "reason": "没了", "winner": "" }))),
        OpportunityAct::Reopen => ("opportunity_reopen", with(deal, json!({}))),
        OpportunityAct::Win => return None,
    })
}

fn of_needs(desk: &TestDesk, deal: &Value, act: RequirementAct) -> Option<(&'static str, Value)> {
    Some(match act {
        RequirementAct::Edit => {
            let mut draft = deal["requirements"][0]["draft"].clone();
            draft["note"] = json!("悄悄改");
            ("requirement_save", draft)
        }
        RequirementAct::Send => ("requirement_send", revision(deal, 0, json!({}))),
        RequirementAct::Confirm => {
            let word = json!({ "confirmed_by": "祝青", "confirmed_on": "2026-10-08", "confirmed_how": "Signature",
                "evidence": scan(desk, "signed") });
            ("requirement_confirm", revision(deal, 0, word))
        }
        RequirementAct::Revise => ("requirement_revise", revision(deal, 0, json!({}))),
        RequirementAct::Supersede => return None,
    })
}

#[test]
fn every_act_outside_the_table_of_deals_is_refused_at_the_door() {
    let desk = TestDesk::staffed();
    let deal = begun(&desk, "二期", 100);
    for state in OpportunityState::ALL {
        write(&desk, &format!("update opportunity set state = '{state:?}'"));
        for who in ["林知远", "顾行", "沈一禾"] {
            desk.sit(who);
            let before = again(&desk, &deal);
            for act in OpportunityAct::ALL {
                if deals::LAW.iter().any(|row| row.from == state && row.act == act) {
                    continue;
                }
                let Some((name, ask)) = of_deal(&desk, &before, act) else { continue };
                assert_eq!(desk.refused(name, ask), ["WrongState"], "{act:?} from {state:?}");
            }
            assert_eq!(again(&desk, &deal), before, "{state:?}: nothing was written");
        }
    }
}

#[test]
fn every_act_outside_the_table_of_needs_is_refused_at_the_door() {
    let desk = TestDesk::staffed();
    let deal = begun(&desk, "二期", 100);
    let deal = desk.ok("requirement_save", list(&desk, &deal, json!([need("智能门锁 S3 Pro", 2_000)])));
    for state in [RequirementState::Draft, RequirementState::Confirmed, RequirementState::Superseded] {
        write(&desk, &format!("update requirement set state = '{state:?}'"));
        for who in ["林知远", "顾行", "沈一禾"] {
            desk.sit(who);
            let before = again(&desk, &deal);
            for act in RequirementAct::ALL {
                if needs::LAW.iter().any(|row| row.from == state && row.act == act) {
                    continue;
                }
                let Some((name, ask)) = of_needs(&desk, &before, act) else { continue };
                assert_eq!(desk.refused(name, ask), ["WrongState"], "{act:?} from {state:?}");
            }
            assert_eq!(again(&desk, &deal), before, "{state:?}: nothing was written");
        }
    }
}
