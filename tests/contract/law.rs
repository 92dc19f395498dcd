//! The law of a contract and its review: its table as a snapshot and a diagram, and that nothing outside the table is
//! possible.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test` writes the snapshot and the diagram anew.

use chengdan_domain::approval::{Member, Rules};
use chengdan_domain::contract::form::{ClauseForm, ContractForm};
use chengdan_domain::contract::law::{ContractDoc, ContractFacts, LAW, Signing, buttons, step};
use chengdan_domain::contract::print::{diagram, table};
use chengdan_domain::contract::{CheckItem, Checked, ContractAct, ContractKind, ContractState};
use chengdan_domain::money::Money;
use chengdan_domain::people::{Given, Hand, Role};
use chengdan_domain::refusal::Refusal;
use chengdan_tests::keep;

use crate::order::forms::{complete, day};

#[test]
fn the_table_is_as_it_was_agreed() {
    keep("snapshots/contract_law.txt", &table());
}

#[test]
fn the_diagram_is_the_table() {
    let head = "# The law of a contract\n\nGenerated from the table in `src-tauri/domain/contract/law.rs`; \
                `tests/contract/law.rs` keeps both equal.\n";
    keep(
        "../docs/contract-law.md",
        &format!("{head}\n```mermaid\n{}```\n\n```\n{}```\n", diagram(), table()),
    );
}

/// A contract for which everything speaks, in any state.
fn doc(state: ContractState) -> ContractDoc {
    let mut sale = complete();
    (sale.customer_id, sale.owner_id) = (Some(1), Some(10));
    let clause = ClauseForm { clause_id: Some(1), title: "违约".into(), body: "赔偿".into() };
    let form = ContractForm { sale, clauses: vec![clause], ..ContractForm::default() };
    let priced = form.priced().expect("small");
    let mut doc = ContractDoc {
        number: Some("HT202611-001".into()),
        state,
        creator_id: Some(10),
        form,
        priced,
        content_hash: String::new(),
        reviewed_hash: String::new(),
    };
    doc.content_hash = doc.present_hash();
    doc.reviewed_hash = doc.present_hash();
    doc
}

fn member(id: i64, roles: &[Role]) -> Member {
    Member { id, name: format!("人{id}"), roles: roles.to_vec(), active: true }
}

fn facts(actor: i64) -> ContractFacts {
    let people = vec![
        member(1, &[Role::Legal]),
        member(9, &[Role::SalesAssistant]),
        member(10, &[Role::SalesRep]),
        member(11, &[Role::SalesRep]),
    ];
    let hand = Hand {
        decider_id: actor,
        recorder_id: actor,
        given: Given::SignedIn,
        evidence: None,
        behalf_reason: None,
    };
    let checked = |item| Checked { item, ok: true, remark: String::new() };
    ContractFacts {
        actor: people.iter().find(|who| who.id == actor).cloned().expect("known"),
        today: day("2026-11-02"),
        people,
        rules: Rules { evidence_from: Money(i64::MAX), ..Rules::default() },
        review_purchase_orders: false,
        lost_deal: None,
        accepted: None,
        supplements: None,
        orders: Vec::new(),
        called: Money(0),
        company_missing: Vec::new(),
        glyphs_missing: Vec::new(),
        hand: Some(hand),
        checklist: CheckItem::ALL.into_iter().map(checked).collect(),
        note: "原因".into(),
        signing: Some(Signing {
            signed_on: Some(day("2026-11-01")),
            our_signatory: "甲".into(),
            their_signatory: "乙".into(),
            scan: Some("0".repeat(64)),
        }),
        asking: false,
    }
}

#[test]
fn every_act_outside_the_table_is_refused_from_every_state() {
    for state in ContractState::ALL {
        for act in ContractAct::ALL {
            if LAW.iter().any(|row| row.from == state && row.act == act) {
                continue;
            }
            for actor in [1, 9, 10] {
                let reasons = step(&doc(state), act, &facts(actor)).expect_err("outside the table");
                let named = matches!(
                    reasons.as_slice(),
                    [Refusal::WrongState { .. }
                        | Refusal::ContentLocked
                        | Refusal::ContractSigned { .. }
                        | Refusal::ContractNotReviewed { .. }]
                );
                assert!(named, "{act:?} from {state:?}: {reasons:?}");
            }
            assert!(buttons(&doc(state), &facts(9)).iter().all(|(button, _)| *button != act));
        }
    }
}

#[test]
fn every_row_of_the_table_can_be_walked() {
    for row in LAW {
        let actor = if matches!(row.act, ContractAct::Pass | ContractAct::Return) { 1 } else { 9 };
        let found = step(&doc(row.from), row.act, &facts(actor));
        let found = found.unwrap_or_else(|reasons| panic!("{:?} from {:?}: {reasons:?}", row.act, row.from));
        assert_eq!(Some(found), row.to);
    }
}

#[test]
fn a_purchase_order_need_not_be_read() {
    let mut order = doc(ContractState::Draft);
    order.form.kind = ContractKind::PurchaseOrder;
    order.form.sale.customer_order_number = "PO-7".into();
    let mut known = facts(10);
    known.people.retain(|who| !who.roles.contains(&Role::Legal));
    assert_eq!(step(&order, ContractAct::Submit, &known), Ok(ContractState::Reviewed));
    known.review_purchase_orders = true;
    assert!(matches!(
        step(&order, ContractAct::Submit, &known).expect_err("nobody of legal").as_slice(),
        [Refusal::TooFewPeople { role: Role::Legal, .. }]
    ));
}

#[test]
fn a_contract_that_is_no_framework_is_one_order() {
    let mut known = facts(10);
    known.orders = vec!["DD202611-001".into()];
    assert!(matches!(
        step(&doc(ContractState::Signed), ContractAct::Order, &known).expect_err("ordered").as_slice(),
        [Refusal::ContractOrdered { .. }]
    ));
    let mut frame = doc(ContractState::Signed);
    (frame.form.kind, frame.form.limit) = (ContractKind::Framework, Some(Money(100)));
    known.called = Money(99);
    assert_eq!(step(&frame, ContractAct::Order, &known), Ok(ContractState::Signed));
    known.called = Money(100);
    assert!(step(&frame, ContractAct::Order, &known).is_err());
}
