//! O4/O5 as a property: whatever all roles do in whatever order, no order is approved whose present content the three
//! levels did not see and approve in one round, no letter is without such an order, no such order without its letter,
//! what is in approval stays as it was submitted, and nothing comes back without a reason.
//!
//! What somebody saw is kept here as the fields themselves, not as the hash: a hash that forgets a field fails too.

use std::collections::{BTreeMap, BTreeSet};

use chengdan_app::store::order::load;
use chengdan_domain::order::content::content_hash;
use chengdan_tests::{TestDesk, person};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::fields::{FIELDS, edited, protected};
use crate::order::desk::{again, draft, seen};

const PEOPLE: [&str; 7] = ["沈一禾", "林知远", "顾行", "周予安", "罗朗", "何叶", "全能"];

/// One thing somebody does. The numbers choose person, order and variant; out-of-place choices are part of the game.
#[derive(Debug, Clone)]
enum Deed {
    New,
    Edit {
        field: u8,
    },
    Submit,
    Withdraw,
    Discard,
    Copy,
    /// None: the person at the desk decides themselves.
    Grant {
        decider: Option<usize>,
    },
    SendBack {
        decider: Option<usize>,
        reason: bool,
    },
    /// Sent back by somebody who may, edited, submitted again: the road on which old grants could be carried over.
    ReturnAndFix {
        field: u8,
    },
    /// Somebody who may does the next right thing, so that the game gets somewhere.
    Forward,
    Deliver,
    Resume {
        on: bool,
    },
    MustSignIn {
        on: bool,
    },
}

fn deed() -> impl Strategy<Value = (usize, usize, Deed)> {
    let deed = prop_oneof![
        4 => Just(Deed::New),
        4 => (0..FIELDS).prop_map(|field| Deed::Edit { field }),
        6 => Just(Deed::Submit),
        1 => Just(Deed::Withdraw),
        1 => Just(Deed::Discard),
        1 => Just(Deed::Copy),
        10 => decider().prop_map(|decider| Deed::Grant { decider }),
        2 => (decider(), any::<bool>()).prop_map(|(decider, reason)| Deed::SendBack { decider, reason }),
        4 => prop_oneof![0..2_u8, 0..FIELDS].prop_map(|field| Deed::ReturnAndFix { field }),
        14 => Just(Deed::Forward),
        1 => Just(Deed::Deliver),
        2 => prop_oneof![3 => Just(true), 1 => Just(false)].prop_map(|on| Deed::Resume { on }),
        1 => any::<bool>().prop_map(|on| Deed::MustSignIn { on }),
    ];
    (0..PEOPLE.len(), 0..4_usize, deed)
}

fn decider() -> impl Strategy<Value = Option<usize>> {
    prop_oneof![3 => Just(None), 2 => (0..PEOPLE.len()).prop_map(Some)]
}

/// Order, round and level.
type Rung = (i64, i64, i64);

struct World {
    desk: TestDesk,
    orders: Vec<Value>,
    /// The protected content with which an order went into approval.
    submitted: BTreeMap<i64, Value>,
    /// The protected content that a level saw when it agreed.
    granted: BTreeMap<Rung, Value>,
    /// Orders that came back to the level that had refused them.
    resumed: usize,
    /// The order of the last step; none looks at all of them.
    touched: Option<Value>,
}

impl World {
    fn new() -> World {
        let desk = TestDesk::staffed();
        desk.ok(
            "person_save",
            person("全能", json!(["SalesRep", "SalesSupervisor", "Finance", "Operations"])),
        );
        World {
            desk,
            orders: Vec::new(),
            submitted: BTreeMap::new(),
            granted: BTreeMap::new(),
            resumed: 0,
            touched: None,
        }
    }

    /// Does it, allowed or not; what is refused changes nothing.
    fn act(&mut self, who: usize, which: usize, deed: &Deed) {
        let me = PEOPLE[who];
        self.desk.sit(me);
        let order = match deed {
            Deed::Forward => self.orders.iter().find(|order| again(&self.desk, order)["state"] != "Approved"),
            _ => self.orders.get(which % self.orders.len().max(1)),
        };
        let order = order.cloned();
        match (deed, order) {
            (Deed::New, _) if self.orders.len() < 4 => {
                let outcome = self.desk.ask("order_save", draft(&self.desk));
                self.orders.extend(outcome.ok());
            }
            (Deed::Resume { on }, _) => self.policy("resubmit_at_refusing_level", json!(on)),
            (Deed::MustSignIn { on }, _) => self.policy("must_sign_in", json!(on)),
            (_, None) | (Deed::New, _) => {}
            (Deed::ReturnAndFix { field }, Some(order)) => {
                let waiting = waiting_for(&again(&self.desk, &order));
                let Some(decider) = waiting.and_then(|who| PEOPLE.iter().position(|name| *name == who))
                else {
                    return;
                };
                self.desk.sit(PEOPLE[decider]);
                for reason in [false, true] {
                    self.step(&order, &Deed::SendBack { decider: None, reason }, PEOPLE[decider]);
                    self.check();
                    self.desk.sit(PEOPLE[decider]);
                }
                self.desk.sit("沈一禾");
                self.step(&order, &Deed::Edit { field: *field }, "沈一禾");
                self.check();
                self.step(&order, &Deed::Submit, "沈一禾");
            }
            (deed, Some(order)) => self.step(&order, deed, me),
        }
    }

    /// One question to the door, and what the deciders saw kept beside the book.
    fn step(&mut self, order: &Value, deed: &Deed, me: &str) {
        let before = again(&self.desk, order);
        self.touched = Some(before["id"].clone());
        let Ok(answer) = self.on_order(&before, deed, me) else { return };
        let Some(id) = answer["id"].as_i64() else { return };
        if self.orders.iter().all(|order| order["id"] != answer["id"]) {
            self.orders.push(answer);
            return;
        }
        let submitted = before["state"] != "InApproval" && matches!(deed, Deed::Submit | Deed::Forward);
        // A copy is completed on the way; what goes into approval is what the author then sees.
        let seen = protected(if submitted { &answer["draft"] } else { &before["draft"] });
        let number = |order: &Value, field: &str| order[field].as_i64().expect("a number");
        if submitted {
            self.submitted.insert(id, seen);
            self.resumed += usize::from(number(&answer, "level") > 1);
        } else if matches!(deed, Deed::Grant { .. } | Deed::Forward) {
            self.granted.insert((id, number(&before, "round"), number(&before, "level")), seen);
        }
    }

    fn on_order(
        &mut self,
        order: &Value,
        deed: &Deed,
        me: &str,
    ) -> Result<Value, chengdan_app::fault::Fault> {
        let desk = &self.desk;
        let other = |decider: &Option<usize>| decider.map_or(me, |who| PEOPLE[who]);
        match deed {
            Deed::Edit { field } => desk.ask("order_save", edited(desk, order, *field)),
            Deed::Submit => desk.ask("order_submit", seen(order)),
            Deed::Withdraw => desk.ask("order_withdraw", seen(order)),
            Deed::Forward if order["state"] == "InApproval" => {
                let waiting = waiting_for(order);
                let who = waiting.as_deref().unwrap_or(me);
                desk.sit(who);
                desk.ask("approval_grant", decision(desk, order, who, who, "意见"))
            }
            Deed::Forward => {
                desk.sit("沈一禾");
                desk.ask("order_submit", seen(&completed(desk, order)))
            }
            Deed::Copy => desk.ask("order_copy", json!({ "id": order["id"] })),
            Deed::Grant { decider } => {
                desk.ask("approval_grant", decision(desk, order, me, other(decider), "意见"))
            }
            Deed::SendBack { decider, reason } => {
                let reason = if *reason { "请修改" } else { " \u{3000}\n" };
                desk.ask("approval_send_back", decision(desk, order, me, other(decider), reason))
            }
            Deed::Discard => {
                let answer = desk.ask("order_discard", seen(order));
                if answer.is_ok() {
                    self.orders.retain(|kept| kept["id"] != order["id"]);
                }
                answer
            }
            _ => {
                let line = json!({ "line_id": order["lines"][0]["id"], "quantity_milli": 500, "delivered_on": "2026-10-08" });
                let ask = json!({ "order_id": order["id"], "version": order["version"], "lines": [line], "note": "" });
                desk.ask("delivery_record", ask)
            }
        }
    }

    fn policy(&self, field: &str, value: Value) {
        self.desk.sit("沈一禾");
        let mut policy = self.desk.ok("setting_view", json!({}))["policy"].clone();
        policy[field] = value;
        self.desk.ok("setting_save_policy", policy);
    }

    /// What the three levels saw, and what was submitted, is what stands there.
    fn check_content(&self) {
        self.desk.sit("沈一禾");
        let touched = |order: &&Value| self.touched.as_ref().is_none_or(|id| order["id"] == *id);
        for order in self.orders.iter().filter(touched) {
            let order = again(&self.desk, order);
            let (id, round) =
                (order["id"].as_i64().expect("an id"), order["round"].as_i64().expect("a round"));
            let present = protected(&order["draft"]);
            match order["state"].as_str() {
                Some("InApproval") => {
                    assert_eq!(self.submitted.get(&id), Some(&present), "in approval the content is locked");
                }
                Some("Approved") => {
                    for level in 1..=3 {
                        let seen = self.granted.get(&(id, round, level));
                        assert_eq!(seen, Some(&present), "level {level} saw what is approved");
                    }
                }
                Some("SentBack") => {
                    let reason = order["sent_back_reason"].as_str().unwrap_or_default();
                    assert!(!reason.trim().is_empty(), "nothing comes back without a reason");
                }
                _ => {}
            }
        }
    }

    /// How many orders are approved, after looking at each of them.
    fn check(&self) -> usize {
        self.check_content();
        let book = self.desk.app.book().expect("open");
        book.read(|connection| {
            let mut statement =
                connection.prepare("select id, approved_hash from sales_order where state = 'Approved' order by id")?;
            let approved: Vec<(i64, String)> =
                statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
            for (id, hash) in &approved {
                let record = load(connection, *id)?;
                assert_eq!(&content_hash(&record.form, &record.priced), hash, "what stands there is what was approved");
                let mut granted = connection.prepare(
                    "select level, decider_id from approval where document_id = $1 and round = $2
                        and decision = 'Granted' and content_hash = $3 order by id",
                )?;
                let granted: Vec<(i64, i64)> = granted
                    .query_map(rusqlite::params![id, record.round, hash], |row| Ok((row.get(0)?, row.get(1)?)))?
                    .collect::<Result<_, _>>()?;
                let levels: BTreeSet<i64> = granted.iter().map(|(level, _)| *level).collect();
                let deciders: BTreeSet<i64> = granted.iter().map(|(_, decider)| *decider).collect();
                assert_eq!(levels, BTreeSet::from([1, 2, 3]), "three levels in one round");
                assert_eq!(deciders.len(), 3, "three different people");
                let authors = [record.creator_id, record.form.owner_id];
                assert!(authors.iter().flatten().all(|author| !deciders.contains(author)), "none of them an author");
            }
            let letters: Vec<(i64, String)> = connection
                .prepare("select l.order_id, l.content_hash from letter l join outbox o on o.letter_id = l.id order by l.id")?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<Result<_, _>>()?;
            let sorted: BTreeSet<_> = letters.iter().cloned().collect();
            assert_eq!(letters.len(), sorted.len(), "no letter twice");
            assert_eq!(sorted, approved.iter().cloned().collect(), "letters and approved orders are the same");
            let tasks: i64 =
                connection.query_row("select count(*) from task where kind = 'prepare'", [], |row| row.get(0))?;
            assert_eq!(tasks, i64::try_from(approved.len()).expect("few"));
            let unplanned: i64 = connection.query_row(
                "select count(*) from sales_order o where (o.state = 'Approved' and exists
                    (select 1 from order_line l where l.order_id = o.id and l.customised = 1))
                    <> exists (select 1 from task t where t.order_id = o.id and t.kind = 'schedule')",
                [],
                |row| row.get(0),
            )?;
            assert_eq!(unplanned, 0, "production plans exactly the approved orders that are customised");
            Ok(approved.len())
        })
        .expect("the book is readable")
    }
}

/// Who the order waits for, the first of them.
fn waiting_for(order: &Value) -> Option<String> {
    let who = order["why"][0]["candidates"][0].as_str();
    who.filter(|_| order["state"] == "InApproval").map(String::from)
}

/// A copy lacks contract and dates: they are typed first.
fn completed(desk: &TestDesk, order: &Value) -> Value {
    if order["draft"]["contract_number"] != "" {
        return order.clone();
    }
    let mut draft = order["draft"].clone();
    draft["contract_number"] = json!("HT-2026-002");
    (draft["contract_signed_on"], draft["promised_on"]) = (json!("2026-10-08"), json!("2026-11-20"));
    desk.ask("order_save", draft).unwrap_or_else(|_| order.clone())
}

fn decision(desk: &TestDesk, order: &Value, me: &str, decider: &str, note: &str) -> Value {
    let given = if me == decider { "SignedIn" } else { "WeChat" };
    json!({
        "order_id": order["id"], "version": order["version"], "decider_id": desk.person(decider), "given": given,
        "evidence": null, "behalf_reason": "电话里说的", "note": note,
    })
}

#[test]
fn no_order_is_approved_but_by_three_levels_in_one_round() {
    let config =
        ProptestConfig { cases: 8, max_shrink_iters: 40, failure_persistence: None, ..Default::default() };
    let mut runner = TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let (total, resumed) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    runner
        .run(&proptest::collection::vec(deed(), 60..120), |deeds| {
            let mut world = World::new();
            for (who, which, deed) in &deeds {
                world.act(*who, *which, deed);
                world.check();
            }
            world.touched = None;
            total.set(total.get() + world.check());
            resumed.set(resumed.get() + world.resumed);
            Ok(())
        })
        .expect("the property holds");
    println!("{} orders were approved, {} went on where they had been refused", total.get(), resumed.get());
    assert!(total.get() > 0, "the game must reach approved orders to mean anything");
    assert!(resumed.get() > 0, "and orders whose round went on");
}
