//! The law of an opportunity: its table and its diagram, that nothing outside the table is possible, and its stage.

use chengdan_domain::approval::Member;
use chengdan_domain::money::Money;
use chengdan_domain::opportunity::law::{LAW, OpportunityDoc, OpportunityFacts, buttons, opening, step};
use chengdan_domain::opportunity::print::{diagram, table};
use chengdan_domain::opportunity::{
    OpportunityAct, OpportunityForm, OpportunityState, Papers, SolutionForm, Stage, stage_of,
};
use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;
use chengdan_tests::keep;

const EVERY_ACT: [OpportunityAct; 5] = [
    OpportunityAct::Edit,
    OpportunityAct::Solve,
    OpportunityAct::Lose,
    OpportunityAct::Reopen,
    OpportunityAct::Win,
];

fn member(id: i64, roles: &[Role]) -> Member {
    Member { id, name: format!("人{id}"), roles: roles.to_vec(), active: true }
}

fn form() -> OpportunityForm {
    OpportunityForm {
        name: "二期 200 间门锁与客控".into(),
        customer_id: Some(3),
        owner_id: Some(10),
        expected: Money(30_000_000),
        expected_on: None,
    }
}

fn doc(state: OpportunityState) -> OpportunityDoc {
    OpportunityDoc { state, form: form(), owner_id: Some(10) }
}

/// Everything speaks for every act.
fn facts() -> OpportunityFacts {
    let owner = member(10, &[Role::SalesRep]);
    OpportunityFacts {
        actor: owner.clone(),
        people: vec![owner, member(11, &[Role::Solution]), member(12, &[Role::Warehouse])],
        papers: Papers { contract_signed: true, contract_stands: true, ..Papers::default() },
        contract: None,
        waiting: None,
        solution: Some(SolutionForm {
            plan: "两周内到场".into(),
            person_id: Some(11),
            ..SolutionForm::default()
        }),
        reason: "预算取消".into(),
        asking: false,
    }
}

#[test]
fn the_table_and_its_diagram_are_as_they_were_agreed() {
    keep("snapshots/opportunity_law.txt", &table());
    let head = "# The law of an opportunity\n\nGenerated from the table in `src-tauri/domain/opportunity/law.rs`; \
                `tests/domain/opportunity.rs` keeps both equal.\n";
    keep(
        "../docs/opportunity-law.md",
        &format!("{head}\n```mermaid\n{}```\n\n```\n{}```\n", diagram(), table()),
    );
}

#[test]
fn every_act_of_the_table_is_possible_and_every_other_refused() {
    for state in OpportunityState::ALL {
        for act in EVERY_ACT {
            let row = LAW.iter().find(|row| row.from == state && row.act == act);
            match (row, step(&doc(state), act, &facts())) {
                (Some(row), found) => assert_eq!(found.ok(), row.to, "{state:?} {act:?}"),
                (None, found) => {
                    let reasons = found.expect_err("not in the table");
                    assert!(matches!(&reasons[..], [Refusal::WrongState { .. }]), "{state:?} {act:?}");
                }
            }
        }
    }
}

#[test]
fn a_deal_is_one_customers_has_a_name_and_somebody_who_sells() {
    let mut bad = form();
    (bad.name, bad.customer_id, bad.expected) = (" ".into(), None, Money(-1));
    bad.owner_id = Some(12);
    let found = opening(&bad, &facts());
    assert!(matches!(
        &found[..],
        [
            Refusal::FieldMissing { .. },
            Refusal::CustomerMissing,
            Refusal::FieldOutOfRange { .. },
            Refusal::RoleMissing { .. }
        ]
    ));
    bad = OpportunityForm { owner_id: Some(99), ..form() };
    assert_eq!(opening(&bad, &facts()), [Refusal::FieldMissing { field: "owner_id".into() }]);
    let warehouse = OpportunityFacts { actor: member(12, &[Role::Warehouse]), ..facts() };
    assert!(matches!(&opening(&form(), &warehouse)[..], [Refusal::RoleMissing { .. }]));
}

#[test]
fn only_who_looks_after_it_works_at_it_and_whoever_makes_solutions_writes_one() {
    let other = OpportunityFacts { actor: member(13, &[Role::SalesRep]), ..facts() };
    let open = doc(OpportunityState::Open);
    for act in [OpportunityAct::Edit, OpportunityAct::Solve, OpportunityAct::Lose] {
        assert_eq!(step(&open, act, &other), Err(vec![Refusal::OnlyOwner]), "{act:?}");
    }
    let solver = OpportunityFacts { actor: member(11, &[Role::Solution]), ..facts() };
    assert_eq!(step(&open, OpportunityAct::Solve, &solver), Ok(OpportunityState::Open));
    assert_eq!(step(&open, OpportunityAct::Edit, &solver), Err(vec![Refusal::OnlyOwner]));
}

#[test]
fn a_solution_says_something_and_somebody_answers_for_it() {
    let open = doc(OpportunityState::Open);
    let empty = OpportunityFacts { solution: Some(SolutionForm::default()), ..facts() };
    assert_eq!(
        step(&open, OpportunityAct::Solve, &empty),
        Err(vec![
            Refusal::FieldMissing { field: "configuration".into() },
            Refusal::FieldMissing { field: "person_id".into() }
        ])
    );
}

#[test]
fn a_deal_is_lost_with_a_reason_and_without_a_contract() {
    let open = doc(OpportunityState::Open);
    let mute = OpportunityFacts { reason: " ".into(), contract: Some("HT202610-001".into()), ..facts() };
    assert_eq!(
        step(&open, OpportunityAct::Lose, &mute),
        Err(vec![Refusal::ReasonMissing, Refusal::ContractStands { number: "HT202610-001".into() }])
    );
    let asked = OpportunityFacts { waiting: Some("BJ202610-001".into()), ..facts() };
    let reason = Refusal::QuotationWaits { number: "BJ202610-001".into() };
    assert_eq!(step(&open, OpportunityAct::Lose, &asked), Err(vec![reason]));
    let acts: Vec<OpportunityAct> = buttons(&open, &mute).into_iter().map(|(act, _)| act).collect();
    assert_eq!(acts, [OpportunityAct::Edit, OpportunityAct::Solve, OpportunityAct::Lose], "no button wins");
    let unsigned = OpportunityFacts { papers: Papers::default(), ..facts() };
    assert_eq!(step(&open, OpportunityAct::Win, &unsigned), Err(vec![Refusal::ContractMissing]));
}

#[test]
fn a_stage_is_the_furthest_that_the_papers_say() {
    let none = Papers::default();
    let open = |papers: Papers| stage_of(OpportunityState::Open, &papers);
    assert_eq!(open(none), Stage::Survey);
    assert_eq!(open(Papers { list_confirmed: true, ..none }), Stage::Solution);
    assert_eq!(open(Papers { solution_stands: true, ..none }), Stage::Solution);
    assert_eq!(open(Papers { version_sent: true, ..none }), Stage::Negotiation);
    assert_eq!(open(Papers { contract_stands: true, list_confirmed: true, ..none }), Stage::Contract);
    let all = Papers {
        list_confirmed: true,
        solution_stands: true,
        version_sent: true,
        contract_stands: true,
        contract_signed: true,
    };
    assert_eq!(stage_of(OpportunityState::Won, &none), Stage::Won);
    assert_eq!(stage_of(OpportunityState::Lost, &all), Stage::Lost);
}
