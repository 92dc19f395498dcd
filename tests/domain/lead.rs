//! The law of a lead: its table and its diagram, and that nothing outside the table is possible; proposals.

use chengdan_domain::approval::{Member, Rules};
use chengdan_domain::lead::law::{LAW, LeadDoc, LeadFacts, buttons, registration, step};
use chengdan_domain::lead::print::{diagram, table};
use chengdan_domain::lead::proposal::{Reason, Seller, propose};
use chengdan_domain::lead::{
    FollowUp, Grade, Ground, Grounds, LeadAct, LeadForm, LeadSource, LeadState, Method,
};
use chengdan_domain::people::{Given, Hand, Role};
use chengdan_domain::refusal::Refusal;
use chengdan_tests::keep;
use chrono::{DateTime, Utc};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

const NOW: &str = "2026-10-08T01:42:00Z";

fn form() -> LeadForm {
    LeadForm {
        customer: "青屿酒店管理有限公司".into(),
        contact: "何工".into(),
        title: "工程部经理".into(),
        phone: "139 0000 0418".into(),
        wechat: String::new(),
        email: String::new(),
        industry: "酒店".into(),
        province: "示例省".into(),
        city: "临江市".into(),
        district: String::new(),
        source: LeadSource::Referral,
        source_note: "南麓医械 陶工".into(),
        need: "二期 200 间门锁与客控".into(),
        received_at: at("2026-10-07T08:48:00Z"),
    }
}

fn doc(state: LeadState) -> LeadDoc {
    LeadDoc {
        state,
        form: form(),
        registered_at: at("2026-10-07T09:20:00Z"),
        grade: Some(Grade::A),
        owner_id: Some(10),
    }
}

fn member(id: i64, roles: &[Role]) -> Member {
    Member { id, name: format!("人{id}"), roles: roles.to_vec(), active: true }
}

fn ground(note: &str) -> Ground {
    Ground { verdict: 0, note: note.into() }
}

/// Everything speaks for every act; the supervisor is at the desk.
fn facts() -> LeadFacts {
    let supervisor = member(1, &[Role::SalesSupervisor]);
    let hand =
        Hand { decider_id: 1, recorder_id: 1, given: Given::SignedIn, evidence: None, behalf_reason: None };
    LeadFacts {
        actor: supervisor.clone(),
        now: at(NOW),
        people: vec![supervisor, member(9, &[Role::SalesAssistant]), member(10, &[Role::SalesRep])],
        rules: Rules { evidence_from: chengdan_domain::money::Money(i64::MAX), ..Rules::default() },
        hand: Some(hand),
        rating: Some((
            Grade::A,
            Grounds {
                industry: ground("主行业"), fit: ground("现成"), likelihood: ground("月底前定")
            },
        )),
        assignee_id: Some(10),
        follow_up: Some(FollowUp {
            at: at("2026-10-08T01:30:00Z"),
            method: Method::Phone,
            reached: true,
            said: "约了周五看现场".into(),
            need_change: String::new(),
            next_on: Some("2026-10-10".parse().expect("a date")),
        }),
        reason: "预算取消".into(),
        into: Some((7, LeadState::Assigned)),
        asking: false,
    }
}

#[test]
fn the_table_and_its_diagram_are_as_they_were_agreed() {
    keep("snapshots/lead_law.txt", &table());
    let head = "# The law of a lead\n\nGenerated from the table in `src-tauri/domain/lead/law.rs`; \
                `tests/domain/lead.rs` keeps both equal.\n";
    keep("../docs/lead-law.md", &format!("{head}\n```mermaid\n{}```\n\n```\n{}```\n", diagram(), table()));
}

#[test]
fn every_act_of_the_table_is_possible_and_every_other_refused() {
    for state in LeadState::ALL {
        for act in LeadAct::ALL {
            let row = LAW.iter().find(|row| row.from == state && row.act == act);
            match (row, step(&doc(state), act, &facts())) {
                (Some(row), found) => assert_eq!(found.ok(), row.to, "{state:?} {act:?}"),
                (None, found) => {
                    let reasons = found.expect_err("not in the table");
                    assert!(
                        matches!(&reasons[..], [Refusal::WrongState { .. }]),
                        "{state:?} {act:?}: {reasons:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_registration_needs_somebody_a_way_and_a_time_that_is_past() {
    let refused = |change: fn(&mut LeadForm)| {
        let mut lead = doc(LeadState::New);
        change(&mut lead.form);
        registration(&lead, &facts())
    };
    assert_eq!(refused(|_| ()), []);
    assert_eq!(refused(|form| form.phone = " ".into()), [Refusal::NoWayOfContact]);
    assert_eq!(
        refused(|form| (form.customer, form.contact) = ("".into(), " ".into())),
        [Refusal::FieldMissing { field: "customer".into() }]
    );
    assert_eq!(
        refused(|form| form.email = "没有".into()),
        [Refusal::FieldNotEmail { field: "email".into(), found: "没有".into() }]
    );
    assert_eq!(
        refused(|form| form.received_at = at("2026-10-08T02:00:00Z")),
        [Refusal::ReceivedInFuture { at: at("2026-10-08T02:00:00Z") }]
    );
    let (late, registered) = (at("2026-10-07T10:00:00Z"), at("2026-10-07T09:20:00Z"));
    assert_eq!(
        refused(|form| form.received_at = at("2026-10-07T10:00:00Z")),
        [Refusal::ReceivedAfterRegistration { at: late, registered }]
    );
}

#[test]
fn a_rating_is_the_supervisors_and_has_three_grounds() {
    let mut on_behalf = facts();
    on_behalf.actor = member(9, &[Role::SalesAssistant]);
    on_behalf.hand = Some(Hand {
        decider_id: 1,
        recorder_id: 9,
        given: Given::WeChat,
        evidence: None,
        behalf_reason: None,
    });
    assert_eq!(
        step(&doc(LeadState::New), LeadAct::Rate, &on_behalf),
        Err(vec![Refusal::EvidenceOrReasonMissing])
    );
    if let Some(hand) = &mut on_behalf.hand {
        hand.behalf_reason = Some("出差".into());
    }
    assert_eq!(step(&doc(LeadState::New), LeadAct::Rate, &on_behalf), Ok(LeadState::Rated));
    if let Some(hand) = &mut on_behalf.hand {
        hand.decider_id = 10;
    }
    let refused = step(&doc(LeadState::New), LeadAct::Rate, &on_behalf).expect_err("a rep rates nothing");
    assert_eq!(refused, [Refusal::NotYourLevel { role: Role::SalesSupervisor }]);

    let mut bare = facts();
    bare.rating = Some((
        Grade::B,
        Grounds {
            industry: ground(""),
            fit: ground("x"),
            likelihood: Ground { verdict: 3, note: "x".into() },
        },
    ));
    let missing = Refusal::FieldMissing { field: "industry".into() };
    let range = Refusal::FieldOutOfRange { field: "likelihood".into(), row: None, least: 0, most: 2 };
    assert_eq!(step(&doc(LeadState::New), LeadAct::Rate, &bare), Err(vec![missing, range]));
}

#[test]
fn only_who_follows_it_the_supervisor_or_the_desk_acts_on_an_assigned_lead() {
    let mut other = facts();
    other.actor = member(11, &[Role::SalesRep]);
    assert_eq!(step(&doc(LeadState::Assigned), LeadAct::FollowUp, &other), Err(vec![Refusal::OnlyOwner]));
    other.actor = member(10, &[Role::SalesRep]);
    assert_eq!(step(&doc(LeadState::Assigned), LeadAct::FollowUp, &other), Ok(LeadState::Assigned));
}

#[test]
fn buttons_ask_nothing_that_their_form_will_ask() {
    let mut asked = facts();
    (asked.hand, asked.rating, asked.assignee_id, asked.follow_up, asked.into) =
        (None, None, None, None, None);
    asked.reason = String::new();
    for (act, reasons) in buttons(&doc(LeadState::Assigned), &asked) {
        assert_eq!(reasons, [], "{act:?}");
    }
}

fn seller(id: i64, senior: bool, regions: &str, industries: &str, in_hand: i64) -> Seller {
    let (regions, industries) = (regions.into(), industries.into());
    Seller {
        id,
        name: format!("人{id}"),
        senior,
        regions,
        industries,
        in_hand,
        most: 9,
        owns_customer: false,
    }
}

fn order(grade: Grade, sellers: &[Seller]) -> Vec<i64> {
    propose(grade, "江苏省", "酒店", sellers).iter().map(|one| one.person_id).collect()
}

#[test]
fn an_a_lead_is_proposed_to_the_experienced_others_by_industry_region_and_load() {
    let sellers = [
        seller(1, false, "江苏、浙江", "", 2),
        seller(2, true, "", "", 6),
        seller(3, false, "", "酒店，医院", 5),
        seller(4, false, "", "", 1),
        seller(5, true, "江苏", "酒店", 9),
    ];
    assert_eq!(order(Grade::A, &sellers), [2, 3, 1, 4, 5], "who is full comes last");
    assert_eq!(order(Grade::B, &sellers), [3, 1, 4, 2, 5]);
    let mut known = sellers.clone();
    known[3].owns_customer = true;
    assert_eq!(order(Grade::A, &known)[0], 4, "the customer's own account manager first");
    let reasons = &propose(Grade::B, "江苏省", "酒店", &sellers)[0].reasons;
    assert_eq!(reasons, &[Reason::Industry { industry: "酒店".into() }]);
    assert_eq!(order(Grade::C, &[]), Vec::<i64>::new());
}
