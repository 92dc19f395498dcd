//! The law of a list of needs: its table and its diagram, that nothing outside the table is possible, and its guards.

use chengdan_domain::approval::Member;
use chengdan_domain::money::Quantity;
use chengdan_domain::opportunity::OpportunityState;
use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::requirement::law::{LAW, RequirementDoc, RequirementFacts, buttons, step};
use chengdan_domain::requirement::print::{diagram, table};
use chengdan_domain::requirement::{
    Confirmation, ConfirmedHow, NeedLine, RequirementAct, RequirementForm, RequirementState,
};
use chengdan_tests::keep;
use chrono::NaiveDate;

const EVERY_ACT: [RequirementAct; 5] = [
    RequirementAct::Edit,
    RequirementAct::Send,
    RequirementAct::Confirm,
    RequirementAct::Revise,
    RequirementAct::Supersede,
];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn line(name: &str) -> NeedLine {
    NeedLine { name: name.into(), unit: "把".into(), quantity: Some(Quantity(2_000)), ..NeedLine::default() }
}

fn doc(state: RequirementState) -> RequirementDoc {
    let form = RequirementForm { lines: vec![line("智能门锁 S3 Pro")], ..RequirementForm::default() };
    RequirementDoc { state, revision: 1, form }
}

/// Everything speaks for every act but the ones that ask for another revision, which speaks for superseding.
fn facts(newest: i64) -> RequirementFacts {
    RequirementFacts {
        actor: Member { id: 10, name: "林知远".into(), roles: vec![Role::SalesRep], active: true },
        owner_id: Some(10),
        deal: OpportunityState::Open,
        deal_number: "SJ202610-001".into(),
        today: day("2026-10-08"),
        newest,
        confirmation: Some(Confirmation {
            by: "祝青".into(),
            on: Some(day("2026-10-08")),
            how: ConfirmedHow::Signature,
            evidence: Some("e".into()),
        }),
        evidence_is_kept: true,
        letter: Vec::new(),
        asking: false,
    }
}

#[test]
fn the_table_and_its_diagram_are_as_they_were_agreed() {
    keep("snapshots/requirement_law.txt", &table());
    let head = "# The law of a list of needs\n\nGenerated from the table in \
                `src-tauri/domain/requirement/law.rs`; `tests/domain/requirement.rs` keeps both equal.\n";
    keep(
        "../docs/requirement-law.md",
        &format!("{head}\n```mermaid\n{}```\n\n```\n{}```\n", diagram(), table()),
    );
}

#[test]
fn every_act_of_the_table_is_possible_and_every_other_refused() {
    for state in RequirementState::ALL {
        for act in EVERY_ACT {
            let row = LAW.iter().find(|row| row.from == state && row.act == act);
            let newest = if act == RequirementAct::Supersede { 2 } else { 1 };
            match (row, step(&doc(state), act, &facts(newest))) {
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
fn a_draft_may_be_incomplete_and_what_the_customer_sees_may_not() {
    let mut draft = doc(RequirementState::Draft);
    draft.form.lines = vec![
        NeedLine { customised: true, ..NeedLine::default() },
        NeedLine::default(),
        NeedLine { quantity: Some(Quantity(-1)), unit: "把".into(), ..line("门锁") },
    ];
    let negative = Refusal::FieldNotPositive { field: "quantity_milli".into(), row: Some(3) };
    assert_eq!(step(&draft, RequirementAct::Edit, &facts(1)), Err(vec![negative.clone()]));
    let lacks = |field: &str| Refusal::LineFieldMissing { field: field.into(), row: 1 };
    for act in [RequirementAct::Send, RequirementAct::Confirm] {
        let found = step(&draft, act, &facts(1)).expect_err("incomplete");
        let wanted =
            [negative.clone(), lacks("name"), lacks("quantity_milli"), lacks("unit"), lacks("customisation")];
        assert_eq!(found, wanted, "{act:?}");
    }
    draft.form.lines.clear();
    assert_eq!(step(&draft, RequirementAct::Send, &facts(1)), Err(vec![Refusal::NoLines]));
    assert_eq!(step(&draft, RequirementAct::Edit, &facts(1)), Ok(RequirementState::Draft));
}

#[test]
fn a_confirmation_is_somebodys_is_past_and_is_proved() {
    let draft = doc(RequirementState::Draft);
    let mut bare = facts(1);
    (bare.confirmation, bare.evidence_is_kept) = (None, false);
    let missing = |field: &str| Refusal::FieldMissing { field: field.into() };
    assert_eq!(
        step(&draft, RequirementAct::Confirm, &bare),
        Err(vec![missing("confirmed_by"), missing("confirmed_on"), Refusal::ConfirmationUnproved])
    );
    let mut ahead = facts(1);
    ahead.today = day("2026-10-07");
    let date = day("2026-10-08");
    assert_eq!(step(&draft, RequirementAct::Confirm, &ahead), Err(vec![Refusal::ConfirmedInFuture { date }]));
    let pressed = buttons(&draft, &bare).into_iter().find(|(act, _)| *act == RequirementAct::Confirm);
    assert_eq!(pressed, Some((RequirementAct::Confirm, Vec::new())), "the dialog asks for it");
}

#[test]
fn one_revision_is_written_at_a_time_and_a_closed_deal_is_left_alone() {
    let confirmed = doc(RequirementState::Confirmed);
    assert_eq!(
        step(&confirmed, RequirementAct::Revise, &facts(2)),
        Err(vec![Refusal::RevisionBegun { revision: 2 }])
    );
    assert!(step(&confirmed, RequirementAct::Supersede, &facts(1)).is_err());
    let closed = RequirementFacts { deal: OpportunityState::Lost, ..facts(1) };
    let reason = Refusal::OpportunityClosed { number: "SJ202610-001".into() };
    for (state, act) in [
        (RequirementState::Draft, RequirementAct::Edit),
        (RequirementState::Draft, RequirementAct::Confirm),
        (RequirementState::Confirmed, RequirementAct::Send),
        (RequirementState::Confirmed, RequirementAct::Revise),
    ] {
        assert_eq!(step(&doc(state), act, &closed), Err(vec![reason.clone()]), "{act:?}");
    }
    let other = RequirementFacts { owner_id: Some(11), ..facts(1) };
    assert_eq!(
        step(&doc(RequirementState::Draft), RequirementAct::Edit, &other),
        Err(vec![Refusal::OnlyOwner])
    );
}
