//! The law of an order: its table as a snapshot and a diagram, and that nothing outside the table is possible.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test` writes the snapshot and the diagram anew.

use chengdan_domain::approval::{Granted, Level, Member, Rules};
use chengdan_domain::order::law::{LAW, OrderDoc, OrderFacts, PaperFacts, buttons, step};
use chengdan_domain::order::print::{diagram, table};
use chengdan_domain::order::{OrderAct, OrderState, OrderStatus};
use chengdan_domain::people::{Given, Hand, Role};
use chengdan_domain::refusal::Refusal;

use chengdan_tests::keep;

use super::forms::{complete, day};

#[test]
fn the_table_is_as_it_was_agreed() {
    keep("snapshots/order_law.txt", &table());
}

#[test]
fn the_diagram_is_the_table() {
    let head = "# The law of an order\n\nGenerated from the table in `src-tauri/domain/order/law.rs`; \
                `tests/order/law.rs` keeps both equal.\n";
    keep("../docs/order-law.md", &format!("{head}\n```mermaid\n{}```\n\n```\n{}```\n", diagram(), table()));
}

/// An order for which everything speaks, in any state.
fn doc(state: OrderState) -> OrderDoc {
    let mut form = complete();
    (form.customer_id, form.owner_id) = (Some(1), Some(10));
    let priced = form.priced().expect("small");
    let mut doc = OrderDoc {
        number: None,
        state,
        round: 1,
        level: 1,
        ladder: rules().levels,
        creator_id: Some(10),
        form,
        priced,
        content_hash: String::new(),
        approved_hash: String::new(),
        approved_on: Some(day("2026-11-01")),
        delivered: vec![Default::default(); 2],
        sent_back_level: 0,
        sent_back_hash: String::new(),
    };
    doc.content_hash = doc.present_hash();
    doc.approved_hash = doc.present_hash();
    doc
}

fn rules() -> Rules {
    let level = |role| Level { role, from_fen: 0 };
    let levels = vec![level(Role::SalesSupervisor), level(Role::Finance), level(Role::Operations)];
    Rules { levels, evidence_from: chengdan_domain::money::Money(i64::MAX), ..Rules::default() }
}

fn member(id: i64, roles: &[Role]) -> Member {
    Member { id, name: format!("人{id}"), roles: roles.to_vec(), active: true }
}

fn facts(actor: i64) -> OrderFacts {
    let people = vec![
        member(1, &[Role::SalesSupervisor]),
        member(2, &[Role::Finance]),
        member(3, &[Role::Operations]),
        member(9, &[Role::SalesAssistant]),
        member(10, &[Role::SalesRep]),
        member(11, &[Role::SalesRep]),
    ];
    let own = Hand {
        decider_id: actor,
        recorder_id: actor,
        given: Given::SignedIn,
        evidence: None,
        behalf_reason: None,
    };
    OrderFacts {
        actor: people.iter().find(|who| who.id == actor).cloned().expect("known"),
        today: day("2026-11-02"),
        people,
        rules: rules(),
        granted: Vec::new(),
        hand: Some(own),
        note: "原因".into(),
        asking: true,
        paper: PaperFacts { sender_known: true, ..PaperFacts::default() },
        contract: None,
        deliveries: Vec::new(),
    }
}

#[test]
fn every_act_outside_the_table_is_refused_from_every_state() {
    for state in OrderState::ALL {
        for act in OrderAct::ALL {
            if LAW.iter().any(|row| row.from == state && row.act == act) {
                continue;
            }
            for actor in [1, 9, 10] {
                let reasons = step(&doc(state), act, &facts(actor)).expect_err("outside the table");
                let named =
                    matches!(reasons.as_slice(), [Refusal::WrongState { .. }] | [Refusal::ContentLocked]);
                assert!(named, "{act:?} from {state:?}: {reasons:?}");
            }
            assert!(buttons(&doc(state), &facts(9)).iter().all(|(button, _)| *button != act));
        }
    }
}

#[test]
fn every_row_of_the_table_can_be_walked() {
    for row in LAW {
        let actor = if row.act == OrderAct::Grant || row.act == OrderAct::SendBack { 1 } else { 9 };
        let step = step(&doc(row.from), row.act, &facts(actor));
        let step = step.unwrap_or_else(|reasons| panic!("{:?} from {:?}: {reasons:?}", row.act, row.from));
        let expected = if row.act == OrderAct::Grant { Some(OrderState::InApproval) } else { row.to };
        assert_eq!(step.state, expected, "the first of three rungs leads to the second");
    }
}

#[test]
fn the_last_rung_approves() {
    let mut order = doc(OrderState::InApproval);
    order.level = 3;
    let mut known = facts(3);
    let granted = |level, decider_id| Granted { level, decider_id, content_hash: order.present_hash() };
    known.granted = vec![granted(1, 1), granted(2, 2)];
    assert_eq!(step(&order, OrderAct::Grant, &known).expect("granted").state, Some(OrderState::Approved));
    known.granted[0].content_hash = "v1:other".into();
    assert_eq!(step(&order, OrderAct::Grant, &known), Err(vec![Refusal::ContentChanged]));
}

#[test]
fn only_the_author_and_the_desk_submit_and_withdraw() {
    for (act, state) in [
        (OrderAct::Submit, OrderState::Draft),
        (OrderAct::Withdraw, OrderState::InApproval),
        (OrderAct::Discard, OrderState::Draft),
    ] {
        assert!(step(&doc(state), act, &facts(10)).is_ok());
        assert!(step(&doc(state), act, &facts(9)).is_ok());
        assert_eq!(step(&doc(state), act, &facts(11)), Err(vec![Refusal::OnlyAuthor]));
    }
}

#[test]
fn the_status_is_named_after_whom_the_order_waits_for() {
    let ladder = rules().levels;
    let of = |level| OrderStatus::of(OrderState::InApproval, &ladder, level);
    let expected =
        [OrderStatus::AwaitingSupervisor, OrderStatus::AwaitingFinance, OrderStatus::AwaitingOperations];
    assert_eq!([of(1), of(2), of(3)], expected);
    assert_eq!(of(4), OrderStatus::AwaitingOther);
}
