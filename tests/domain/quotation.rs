//! The law of a quotation: its table and its diagram, that nothing outside the table is possible; margins, and versions
//! side by side.

use chengdan_domain::approval::{Member, Rules};
use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::order::form::LineForm;
use chengdan_domain::order::law::PaperFacts;
use chengdan_domain::payment::presets;
use chengdan_domain::people::{Given, Hand, Role};
use chengdan_domain::quotation::law::{By, LAW, QuotationDoc, QuotationFacts, buttons, ladder, step};
use chengdan_domain::quotation::margin::{Concern, Limits, concerns, in_total, of_lines};
use chengdan_domain::quotation::print::{diagram, table};
use chengdan_domain::quotation::versions::align;
use chengdan_domain::quotation::{QuotationAct, QuotationForm, QuotationLine, QuotationState};
use chengdan_domain::refusal::Refusal;
use chengdan_domain::tax_rate;
use chengdan_tests::keep;
use chrono::NaiveDate;

#[test]
fn the_table_is_as_it_was_agreed() {
    keep("snapshots/quotation_law.txt", &table());
}

#[test]
fn the_diagram_is_the_table() {
    let head = "# The law of a quotation\n\nOf its current version. Generated from the table in \
                `src-tauri/domain/quotation/law.rs`; `tests/domain/quotation.rs` keeps both equal.\n";
    let text = format!("{head}\n```mermaid\n{}```\n\n```\n{}```\n", diagram(), table());
    keep("../docs/quotation-law.md", &text);
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// `price` and `cost` in 元.
fn line(name: &str, quantity: i64, price: i64, cost: Option<i64>) -> QuotationLine {
    QuotationLine {
        line: LineForm {
            name: name.into(),
            spec: "标准".into(),
            unit: "台".into(),
            quantity: Some(Quantity(quantity * 1_000)),
            price: Some(Price(price * 1_000_000)),
            list_price: Some(Price(price * 1_000_000)),
            tax_rate: Some(Rate(1_300)),
            ..LineForm::default()
        },
        cost: cost.map(|cost| Price(cost * 1_000_000)),
        market_reference: String::new(),
    }
}

fn form() -> QuotationForm {
    QuotationForm {
        owner_id: Some(10),
        valid_until: Some(day("2026-11-30")),
        terms: presets()[0].1.clone(),
        delivery_period: "签订后 20 个工作日".into(),
        lines: vec![line("智能门锁", 60, 640, Some(440)), line("客控主机", 6, 1_200, Some(780))],
        ..QuotationForm::default()
    }
}

/// A version for which everything speaks, in any state; what expires is over.
fn doc(state: QuotationState, act: QuotationAct) -> QuotationDoc {
    let mut form = form();
    if act == QuotationAct::Expire {
        form.valid_until = Some(day("2026-11-01"));
    }
    let priced = form.priced().expect("small");
    let mut doc = QuotationDoc {
        state,
        revision: 2,
        customer_id: 1,
        creator_id: Some(10),
        round: 1,
        level: 1,
        ladder: ladder(),
        form,
        priced,
        content_hash: String::new(),
    };
    doc.content_hash = doc.present_hash();
    doc
}

fn member(id: i64, roles: &[Role]) -> Member {
    Member { id, name: format!("人{id}"), roles: roles.to_vec(), active: true }
}

fn facts(actor: Option<i64>) -> QuotationFacts {
    let people = vec![
        member(1, &[Role::SalesSupervisor]),
        member(9, &[Role::SalesAssistant]),
        member(10, &[Role::SalesRep]),
        member(11, &[Role::SalesRep]),
    ];
    let hand = actor.map(|id| Hand {
        decider_id: id,
        recorder_id: id,
        given: Given::SignedIn,
        evidence: None,
        behalf_reason: None,
    });
    QuotationFacts {
        actor: people.iter().find(|who| Some(who.id) == actor).cloned(),
        today: day("2026-11-02"),
        people,
        rules: Rules { evidence_from: Money(i64::MAX), ..Rules::default() },
        limits: Limits { margin_floor: Rate(1_500), discount_limit: Rate(1_500), unknown_cost_asks: true },
        granted: Vec::new(),
        hand,
        note: "原因".into(),
        changed: "门锁让 40 元".into(),
        taken_from: Some(1),
        asking: false,
        needs_confirmed: true,
        closed_deal: None,
        paper: PaperFacts { sender_known: true, ..PaperFacts::default() },
    }
}

#[test]
fn every_act_outside_the_table_is_refused_from_every_state() {
    for state in QuotationState::ALL {
        for act in QuotationAct::ALL {
            if LAW.iter().any(|row| row.from == state && row.act == act) {
                continue;
            }
            for actor in [Some(1), Some(9), Some(10), None] {
                let reasons = step(&doc(state, act), act, &facts(actor)).expect_err("outside the table");
                let named = matches!(
                    reasons.as_slice(),
                    [Refusal::WrongState { .. }
                        | Refusal::ContentLocked
                        | Refusal::QuotationFrozen
                        | Refusal::QuotationExpired { .. }]
                );
                assert!(named, "{act:?} from {state:?}: {reasons:?}");
            }
            assert!(buttons(&doc(state, act), &facts(Some(9))).iter().all(|(button, _)| *button != act));
        }
    }
}

#[test]
fn every_row_of_the_table_can_be_walked() {
    for row in LAW {
        let actor = match row.by {
            By::Author => Some(9),
            By::Ladder => Some(1),
            By::Clock => None,
        };
        let mut facts = facts(actor);
        if row.act == QuotationAct::Submit {
            facts.limits.margin_floor = Rate(9_000);
        }
        let found = step(&doc(row.from, row.act), row.act, &facts);
        let found = found.unwrap_or_else(|reasons| panic!("{:?} from {:?}: {reasons:?}", row.act, row.from));
        assert_eq!(Some(found.state), row.to, "{:?} from {:?}", row.act, row.from);
    }
}

#[test]
fn within_the_limits_nobody_is_asked() {
    let submitted =
        step(&doc(QuotationState::Draft, QuotationAct::Submit), QuotationAct::Submit, &facts(Some(10)));
    assert_eq!(submitted.expect("within").state, QuotationState::Approved);
}

#[test]
fn what_is_not_in_order_is_refused_by_name() {
    let refused = |change: &dyn Fn(&mut QuotationDoc, &mut QuotationFacts)| {
        let (mut doc, mut facts) = (doc(QuotationState::Draft, QuotationAct::Submit), facts(Some(10)));
        change(&mut doc, &mut facts);
        doc.priced = doc.form.priced().expect("small");
        step(&doc, QuotationAct::Submit, &facts).expect_err("refused")
    };
    let yesterday = day("2026-11-01");
    let past = refused(&|doc, _| doc.form.valid_until = Some(yesterday));
    assert_eq!(past, [Refusal::ValidityPast { valid_until: yesterday }]);
    assert_eq!(refused(&|_, facts| facts.needs_confirmed = false), [Refusal::RequirementMissing]);
    let short = refused(&|doc, _| doc.form.terms.instalments[0].share = Rate(9_000));
    assert_eq!(short, [Refusal::SharesNotWhole { found: Rate(9_000) }]);
    let rate = refused(&|doc, _| doc.form.lines[1].line.tax_rate = Some(Rate(1_600)));
    let expected = Refusal::TaxRateNotInForce { row: 2, found: Rate(1_600), on: day("2026-11-02") };
    assert_eq!(rate, [expected]);
    for quantity in [0, -1_000] {
        let none = refused(&|doc, _| doc.form.lines[0].line.quantity = Some(Quantity(quantity)));
        assert!(
            none.contains(&Refusal::FieldNotPositive { field: "quantity_milli".into(), row: Some(1) }),
            "{none:?}"
        );
    }
    let closed = refused(&|_, facts| facts.closed_deal = Some("SJ202611-001".into()));
    assert_eq!(closed, [Refusal::OpportunityClosed { number: "SJ202611-001".into() }]);
}

#[test]
fn a_reason_in_writing_stands_for_the_list_of_needs() {
    let (mut doc, mut facts) = (doc(QuotationState::Draft, QuotationAct::Submit), facts(Some(10)));
    facts.needs_confirmed = false;
    doc.form.no_requirement_reason = "老客户按上次清单续购".into();
    assert!(step(&doc, QuotationAct::Submit, &facts).is_ok());
}

#[test]
fn frozen_and_expired_have_names_of_their_own() {
    let ask = |state, act| step(&doc(state, act), act, &facts(Some(10))).expect_err("refused");
    assert_eq!(ask(QuotationState::Sent, QuotationAct::Edit), [Refusal::QuotationFrozen]);
    let until = day("2026-11-30");
    let over = [Refusal::QuotationExpired { valid_until: until }];
    assert_eq!(ask(QuotationState::Expired, QuotationAct::Accept), over);
    // Before the night watch has looked the day decides.
    let mut sent = doc(QuotationState::Sent, QuotationAct::Accept);
    sent.form.valid_until = Some(day("2026-11-01"));
    let refused = step(&sent, QuotationAct::Accept, &facts(Some(10))).expect_err("over");
    assert_eq!(refused, [Refusal::QuotationExpired { valid_until: day("2026-11-01") }]);
}

#[test]
fn the_author_does_not_approve() {
    let waiting = doc(QuotationState::InApproval, QuotationAct::Grant);
    let mut facts = facts(Some(10));
    facts.people[2].roles.push(Role::SalesSupervisor);
    let refused = step(&waiting, QuotationAct::Grant, &facts).expect_err("four eyes");
    assert_eq!(refused, [Refusal::FourEyesAuthor { name: "人10".into() }]);
    let mut changed = waiting;
    changed.form.lines[0].cost = Some(Price(1));
    let refused = step(&changed, QuotationAct::Grant, &self::facts(Some(1))).expect_err("another content");
    assert_eq!(refused, [Refusal::ContentChanged]);
}

#[test]
fn margins_are_of_the_amount_after_every_discount() {
    let mut form = form();
    form.waiver = Money(456_000);
    let priced = form.priced().expect("small");
    let rates: Vec<Option<i64>> = of_lines(&form, &priced)
        .into_iter()
        .map(|line| line.and_then(|line| line.rate).map(|rate| rate.0))
        .collect();
    // 38,400 − 3,840 against 26,400; 7,200 − 720 against 4,680.
    assert_eq!(rates, [Some(2_361), Some(2_778)]);
    let total = in_total(&form, &priced);
    assert_eq!((total.cost, total.left), (Some(Money(3_108_000)), Some(Money(996_000))));
    assert_eq!(total.rate, Some(Rate(2_427)));
}

#[test]
fn what_is_beyond_the_limits_is_named() {
    let limits = Limits { margin_floor: Rate(3_200), discount_limit: Rate(500), unknown_cost_asks: true };
    let mut form = form();
    let found = |form: &QuotationForm| concerns(form, &form.priced().expect("small"), limits);
    let floor = Rate(3_200);
    assert_eq!(
        found(&form),
        [
            Concern::BelowFloor { row: None, margin: Rate(3_184), floor },
            Concern::BelowFloor { row: Some(1), margin: Rate(3_125), floor }
        ]
    );
    form.lines[0].cost = None;
    assert_eq!(found(&form), [Concern::CostUnknown { row: 1 }], "a margin nobody knows is no silent pass");
    form = self::form();
    form.lines[0].line.discount = Rate(1_000);
    let above = Concern::DiscountAbove { discount: Rate(842), limit: Rate(500) };
    assert!(found(&form).contains(&above), "{:?}", found(&form));
    // Everything given away leaves no rate, but a loss.
    form.lines = vec![line("样品", 1, 0, Some(10))];
    assert_eq!(found(&form), [Concern::BelowFloor { row: None, margin: Rate(-10_000), floor }]);
}

#[test]
fn lines_of_versions_stand_side_by_side() {
    let first = [line("门锁", 60, 640, None), line("网关", 2, 980, None), line("安装", 186, 60, None)];
    let second = [line("门锁", 60, 600, None), line("呼叫器", 60, 66, None), line("安装", 190, 55, None)];
    let mut other = line("门锁", 60, 560, None);
    other.line.spec = "香槟金".into();
    let third = [line("呼叫器", 60, 64, None), other];
    let rows = align(&[&first[..], &second[..], &third[..]]);
    let expected: [[Option<usize>; 3]; 4] = [
        [Some(0), Some(0), Some(1)],
        [Some(1), None, None],
        [Some(2), Some(2), None],
        [None, Some(1), Some(0)],
    ];
    assert_eq!(rows, expected);
    assert_eq!(align(&[&first[..0], &first[..1]]), [[None, Some(0)]]);
}

#[test]
fn rates_are_known_with_their_days() {
    let today = day("2026-11-02");
    for rate in [0, 100, 300, 600, 900, 1_300] {
        assert!(tax_rate::is_in_force(Rate(rate), today), "{rate}");
    }
    for rate in [700, 1_000, 1_100, 1_600, 1_700] {
        assert!(!tax_rate::is_in_force(Rate(rate), today), "{rate}");
    }
    assert!(tax_rate::is_in_force(Rate(1_600), day("2018-05-01")));
    assert!(tax_rate::is_in_force(Rate(1_700), day("2018-04-30")));
    assert!(!tax_rate::is_in_force(Rate(1_300), day("2018-06-01")));
    assert!(!tax_rate::is_in_force(Rate(100), day("2028-01-01")));
}
