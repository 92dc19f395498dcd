//! O4/O5 as a property: whatever all roles do in whatever order, no order is approved whose present content the three
//! levels did not approve in one round, no letter is without such an order, and no such order without its letter.

use std::collections::BTreeSet;

use chengdan_app::store::order::load;
use chengdan_domain::order::content::content_hash;
use chengdan_tests::{TestDesk, person};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

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
    },
    /// Somebody who may does the next right thing, so that the game gets somewhere.
    Forward,
    Deliver,
    Resume {
        on: bool,
    },
    SinglePersonDesk,
}

fn deed() -> impl Strategy<Value = (usize, usize, Deed)> {
    let deed = prop_oneof![
        2 => Just(Deed::New),
        4 => (0..6_u8).prop_map(|field| Deed::Edit { field }),
        6 => Just(Deed::Submit),
        1 => Just(Deed::Withdraw),
        1 => Just(Deed::Discard),
        1 => Just(Deed::Copy),
        14 => decider().prop_map(|decider| Deed::Grant { decider }),
        2 => decider().prop_map(|decider| Deed::SendBack { decider }),
        8 => Just(Deed::Forward),
        1 => Just(Deed::Deliver),
        1 => any::<bool>().prop_map(|on| Deed::Resume { on }),
        1 => Just(Deed::SinglePersonDesk),
    ];
    (0..PEOPLE.len(), 0..2_usize, deed)
}

fn decider() -> impl Strategy<Value = Option<usize>> {
    prop_oneof![3 => Just(None), 2 => (0..PEOPLE.len()).prop_map(Some)]
}

struct World {
    desk: TestDesk,
    orders: Vec<Value>,
}

impl World {
    fn new() -> World {
        let desk = TestDesk::staffed();
        desk.ok(
            "person_save",
            person("全能", json!(["SalesRep", "SalesSupervisor", "Finance", "Operations"])),
        );
        World { desk, orders: Vec::new() }
    }

    /// Does it, allowed or not; what is refused changes nothing.
    fn act(&mut self, who: usize, which: usize, deed: &Deed) {
        let me = PEOPLE[who];
        self.desk.sit(me);
        let order = self.orders.get(which % self.orders.len().max(1)).cloned();
        let outcome = match (deed, order) {
            (Deed::New, _) if self.orders.len() < 2 => self.desk.ask("order_save", draft(&self.desk)),
            (Deed::Resume { on }, _) => return self.policy("resubmit_at_refusing_level", json!(on)),
            (Deed::SinglePersonDesk, _) => return self.policy("must_sign_in", json!(who.is_multiple_of(2))),
            (_, None) | (Deed::New, _) => return,
            (deed, Some(order)) => self.on_order(&again(&self.desk, &order), deed, me),
        };
        if let Ok(answer) = outcome
            && answer["id"].is_i64()
            && self.orders.iter().all(|order| order["id"] != answer["id"])
        {
            self.orders.push(answer);
        }
    }

    fn on_order(
        &mut self,
        order: &Value,
        deed: &Deed,
        me: &str,
    ) -> Result<Value, chengdan_app::fault::Fault> {
        let desk = &self.desk;
        match deed {
            Deed::Edit { field } => desk.ask("order_save", edited(desk, order, *field)),
            Deed::Submit => desk.ask("order_submit", seen(order)),
            Deed::Withdraw => desk.ask("order_withdraw", seen(order)),
            Deed::Forward if order["state"] == "InApproval" => {
                let waiting = order["waiting"]["who"].as_str().unwrap_or_default();
                let who = waiting.split('、').next().filter(|who| !who.is_empty()).unwrap_or(me);
                desk.sit(who);
                desk.ask("approval_grant", decision(desk, order, who, who))
            }
            Deed::Forward => {
                desk.sit("沈一禾");
                desk.ask("order_submit", seen(order))
            }
            Deed::Copy => desk.ask("order_copy", json!({ "id": order["id"] })),
            Deed::Grant { decider } => {
                desk.ask("approval_grant", decision(desk, order, me, decider.map_or(me, |who| PEOPLE[who])))
            }
            Deed::SendBack { decider } => desk
                .ask("approval_send_back", decision(desk, order, me, decider.map_or(me, |who| PEOPLE[who]))),
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

    /// How many orders are approved, after looking at each of them.
    fn check(&self) -> usize {
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
            Ok(approved.len())
        })
        .expect("the book is readable")
    }
}

/// Protected and unprotected fields, and the account manager, who may by now have granted a rung.
fn edited(desk: &TestDesk, order: &Value, field: u8) -> Value {
    let mut draft = order["draft"].clone();
    match field {
        0 => draft["note"] = json!("加急"),
        1 => draft["delivery_address"] = json!("示例省临江市桥西路 2 号"),
        2 => draft["owner_id"] = json!(desk.person("顾行")),
        3 => draft["owner_id"] = json!(desk.person("林知远")),
        4 => draft["contract_amount_fen"] = Value::Null,
        _ => {
            draft["contract_amount_fen"] = Value::Null;
            draft["lines"][0]["price_micro"] = json!(690_000_000);
        }
    }
    draft
}

fn decision(desk: &TestDesk, order: &Value, me: &str, decider: &str) -> Value {
    let given = if me == decider { "SignedIn" } else { "WeChat" };
    json!({
        "order_id": order["id"], "version": order["version"], "decider_id": desk.person(decider), "given": given,
        "evidence": null, "behalf_reason": "电话里说的", "note": "意见",
    })
}

#[test]
fn no_order_is_approved_but_by_three_levels_in_one_round() {
    let config =
        ProptestConfig { cases: 10, max_shrink_iters: 40, failure_persistence: None, ..Default::default() };
    let mut runner = TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let total = std::cell::Cell::new(0);
    runner
        .run(&proptest::collection::vec(deed(), 60..120), |deeds| {
            let mut world = World::new();
            for (who, which, deed) in &deeds {
                world.act(*who, *which, deed);
                world.check();
            }
            total.set(total.get() + world.check());
            Ok(())
        })
        .expect("the property holds");
    let approved = total.get();
    println!("{approved} orders were approved");
    assert!(approved > 0, "the game must reach approved orders to mean anything");
}
