//! The ladder: who may decide which rung, and whether these people can fill it at all.

use chengdan_domain::approval::{Granted, Level, Member, Round, ladder_for};
use chengdan_domain::money::Money;
use chengdan_domain::people::Role::{self, Finance, Operations, SalesSupervisor};
use chengdan_domain::refusal::Refusal;

fn ladder() -> Vec<Level> {
    [SalesSupervisor, Finance, Operations].map(|role| Level { role, from_fen: 0 }).to_vec()
}

fn who(id: i64, roles: &[Role]) -> Member {
    Member { id, name: format!("人{id}"), roles: roles.to_vec(), active: true }
}

fn unfilled(people: &[Member], authors: &[i64], single_person: bool) -> Vec<(i64, Role)> {
    let ladder = ladder();
    let round = Round { ladder: &ladder, level: 1, authors, granted: &[], single_person };
    let reasons = round.unfilled(1, people, &[]);
    reasons
        .into_iter()
        .map(|reason| match reason {
            Refusal::TooFewPeople { level, role } => (level, role),
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn three_people_fill_three_rungs_in_whatever_order_they_are_found() {
    // Greedy choice fails here: the first person fits every rung, the last only the first one.
    let people = [
        who(1, &[SalesSupervisor, Finance, Operations]),
        who(2, &[SalesSupervisor, Finance]),
        who(3, &[SalesSupervisor]),
    ];
    assert_eq!(unfilled(&people, &[], false), []);
}

#[test]
fn two_people_with_all_roles_are_one_too_few() {
    let all = [SalesSupervisor, Finance, Operations];
    assert_eq!(unfilled(&[who(1, &all), who(2, &all)], &[], false), [(3, Operations)]);
    assert_eq!(unfilled(&[who(1, &all), who(2, &all), who(3, &all)], &[3], false), [(3, Operations)]);
    assert_eq!(unfilled(&[who(1, &all)], &[1], true), [], "单人模式");
    assert_eq!(unfilled(&[who(1, &[Finance])], &[1], true), [(1, SalesSupervisor), (3, Operations)]);
}

#[test]
fn people_who_left_do_not_count() {
    let mut people = [who(1, &[SalesSupervisor]), who(2, &[Finance]), who(3, &[Operations])];
    people[1].active = false;
    assert_eq!(unfilled(&people, &[], false), [(2, Finance)]);
}

#[test]
fn four_eyes_compare_deciders() {
    let ladder = ladder();
    let granted = [Granted { level: 1, decider_id: 1, content_hash: String::new() }];
    let round = Round { ladder: &ladder, level: 2, authors: &[5], granted: &granted, single_person: false };
    assert_eq!(round.objections(&who(2, &[Finance])), []);
    assert_eq!(round.objections(&who(2, &[Operations])), [Refusal::NotYourLevel { role: Finance }]);
    assert_eq!(
        round.objections(&who(1, &[Finance])),
        [Refusal::FourEyesTwice { name: "人1".into(), level: 1 }]
    );
    assert_eq!(round.objections(&who(5, &[Finance])), [Refusal::FourEyesAuthor { name: "人5".into() }]);
    let alone = Round { single_person: true, ..round };
    assert_eq!(alone.objections(&who(5, &[Finance])), []);
}

#[test]
fn nobody_takes_a_rung_that_only_they_could_fill_later() {
    let ladder = ladder();
    let people = [who(1, &[SalesSupervisor, Finance]), who(2, &[SalesSupervisor]), who(3, &[Operations])];
    let round = Round { ladder: &ladder, level: 1, authors: &[], granted: &[], single_person: false };
    let names: Vec<i64> = round.candidates(&people).iter().map(|who| who.id).collect();
    assert_eq!(
        names,
        [2],
        "the only one who could judge the terms must not spend themselves on the first rung"
    );
    assert_eq!(round.unfilled_above(&people, 1), [Refusal::TooFewPeople { level: 2, role: Finance }]);
}

#[test]
fn levels_from_an_amount_on_are_asked_only_above_it() {
    let mut levels = ladder();
    levels.push(Level { role: Role::Legal, from_fen: 1_000_000 });
    assert_eq!(ladder_for(&levels, Money(999_999)).len(), 3);
    assert_eq!(ladder_for(&levels, Money(1_000_000)).len(), 4);
}
