//! Whatever the table of contracts has no row for is refused at the door, from every state, and changes nothing.

use chengdan_domain::contract::law::LAW;
use chengdan_domain::contract::{ContractAct, ContractState};
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::desk::*;

/// The command of an act, with everything it asks for.
fn command(desk: &TestDesk, contract: &Value, act: ContractAct) -> (&'static str, Value) {
    match act {
        ContractAct::Edit => {
            let mut draft = contract["draft"].clone();
            draft["note"] = json!("悄悄改");
            ("contract_save", draft)
        }
        ContractAct::Submit => ("contract_submit", seen(contract)),
        ContractAct::Withdraw => ("contract_withdraw", seen(contract)),
        ContractAct::Pass => ("contract_review", review(desk, contract, true)),
        ContractAct::Return => ("contract_review", review(desk, contract, false)),
        ContractAct::Sign => ("contract_sign", signature(desk, contract)),
        ContractAct::Order => ("order_from_contract", order_of(contract, None)),
        ContractAct::Supplement => ("contract_supplement", seen(contract)),
        ContractAct::Annul => (
            "contract_void",
            json!({ "id": contract["id"], "version": contract["version"], "reason": "不要了" }),
        ),
    }
}

#[test]
fn every_act_outside_the_table_is_refused_at_the_door_from_every_state() {
    let desk = desk();
    let contract = submitted(&desk, "Single");
    for state in ContractState::ALL {
        write(&desk, &format!("update contract set state = '{state:?}'"));
        for who in ["林知远", "苏衡", "沈一禾"] {
            desk.sit(who);
            let before = again(&desk, &contract);
            let outside = ContractAct::ALL
                .into_iter()
                .filter(|act| !LAW.iter().any(|row| row.from == state && row.act == *act));
            for act in outside {
                let (name, ask) = command(&desk, &before, act);
                let codes = desk.refused(name, ask);
                let named = [
                    "WrongState",
                    "ContentLocked",
                    "ContractSigned",
                    "ContractNotReviewed",
                    "ContractNotSigned",
                    "RoleMissing",
                ];
                assert!(
                    codes.iter().all(|code| named.contains(&code.as_str())),
                    "{act:?} from {state:?}: {codes:?}"
                );
            }
            let after = again(&desk, &contract);
            assert_eq!(
                (&after["version"], &after["history"]),
                (&before["version"], &before["history"]),
                "{state:?}"
            );
        }
    }
}
