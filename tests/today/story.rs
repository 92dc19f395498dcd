//! Stories of limits, line by line: what is done, when it is due, who is told, and how it ended. The clock is moved by the
//! story; the night watch goes round at every line that moves it.

use chengdan_app::clocks::watch;
use chengdan_tests::{TestDesk, instant};
use serde_json::{Value, json};

use crate::lead::desk::{assigned, called, card, rated};
use crate::order::desk::{draft, seen};

#[test]
fn limits_are_met_missed_told_and_lapse() {
    let mut teller = Teller { desk: TestDesk::without_book(), document: Value::Null };
    let lines = include_str!("../stories/limits.story").lines().enumerate();
    for (number, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        if let Err(wrong) = teller.line(line) {
            panic!("line {}: {line}\n{wrong}", number + 1);
        }
    }
}

/// The rules as the story calls them.
const RULES: [(&str, &str); 9] = [
    ("评级", "LeadRating"),
    ("分配", "LeadAssignment"),
    ("首次联系", "LeadFirstContact"),
    ("进入第二阶段", "LeadIntoStage2"),
    ("两周跟进", "LeadFollowUpB"),
    ("每周跟进", "LeadWeekly"),
    ("下次联系", "LeadNextContact"),
    ("提交订单", "OrderSubmission"),
    ("审批", "ApprovalDecision"),
];

fn named(rule: &str) -> &'static str {
    RULES.iter().find(|(_, code)| *code == rule).map(|(name, _)| *name).expect("a rule")
}

struct Teller {
    desk: TestDesk,
    /// The lead or the order the story is about.
    document: Value,
}

impl Teller {
    fn line(&mut self, line: &str) -> Result<(), String> {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["新的账本"] => self.begin(),
            ["时间", day, time] => {
                self.desk.clock.set(instant(&format!("{day}T{time}:00+08:00")));
                watch(&self.desk.app).map_err(|fault| format!("{fault:?}"))?;
            }
            ["到期", rule, day, time] => {
                let due = instant(&format!("{day}T{time}:00+08:00")).format("%Y-%m-%dT%H:%M:%SZ").to_string();
                return same(&self.last(rule).1, &due);
            }
            ["时限", rule, state] => return same(&self.last(rule).0, state),
            ["通知", who, told @ ..] => return same(&self.told(who), &told.join(" ")),
            ["今天", who, lines @ ..] => return same(&self.today(who), &lines.join(" ")),
            [who, act @ ..] => self.act(who, act),
            [] => {}
        }
        Ok(())
    }

    /// A staffed book where everybody has sat down once and wants to be told.
    fn begin(&mut self) {
        self.desk = TestDesk::staffed();
        for who in ["沈一禾", "林知远", "顾行"] {
            self.desk.sit(who);
            let rule = json!({ "leave": "Granted", "letters": false, "orders_back": false, "approvals": false, "imports": false });
            self.desk.ok("notice_save_rule", rule);
            self.desk.ok("notice_take", json!({ "in_front": false }));
        }
    }

    fn act(&mut self, who: &str, act: &[&str]) {
        let (desk, document) = (&self.desk, &self.document);
        desk.sit(who);
        self.document = match act {
            ["登记", name] => {
                let mut lead = card(name);
                lead["received_at"] = Value::Null;
                desk.ok("lead_save", lead)
            }
            ["评级", grade] => rated(desk, document, grade),
            ["分配", whom] => assigned(desk, document, whom),
            ["联系上"] => called(desk, document, true, None),
            ["没联系上"] => called(desk, document, false, None),
            ["建单", signed_on] => {
                let mut ask = draft(desk);
                ask["contract_signed_on"] = json!(signed_on);
                desk.ok("order_save", ask)
            }
            ["提交"] => desk.ok("order_submit", seen(document)),
            ["删除"] => {
                desk.ok("order_discard", seen(document));
                document.clone()
            }
            other => panic!("nobody knows how to {other:?}"),
        };
    }

    /// How the last clock of a rule stands, and when it is or was due.
    fn last(&self, name: &str) -> (String, String) {
        let rule = RULES.iter().find(|(known, _)| *known == name).expect("a rule").1;
        let lead = self.document["card"]["id"].as_i64();
        let (document, id) = match lead {
            Some(id) => ("Lead", id),
            None => ("Order", self.document["id"].as_i64().expect("an id")),
        };
        let book = self.desk.app.book().expect("a book");
        let found = book.read(|connection| {
            let last =
                "select state, due_at from deadline where document = $1 and document_id = $2 and rule = $3
                order by id desc limit 1";
            let found: (String, String) =
                connection.query_row(last, (document, id, rule), |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(found)
        });
        let (state, due) = found.expect("a clock");
        let state = match state.as_str() {
            "Running" => "进行中",
            "Met" => "按时",
            "Late" => "逾期",
            _ => "作废",
        };
        (state.into(), due)
    }

    fn told(&self, who: &str) -> String {
        self.desk.sit(who);
        let taken = self.desk.ok("notice_take", json!({ "in_front": false }));
        let one = |notice: &Value| {
            let kind = if notice["kind"] == "DeadlineDue" { "快到期" } else { "逾期" };
            format!("{kind} {}", named(notice["reason"].as_str().expect("a rule")))
        };
        spoken(taken["notices"].as_array().expect("notices").iter().map(one))
    }

    fn today(&self, who: &str) -> String {
        self.desk.sit(who);
        let shown = self.desk.ok("today_view", json!({ "everyone": false }));
        let one = |row: &Value| {
            let late = if row["overdue"] == true { " 逾期" } else { "" };
            format!("{}{late}", named(row["deadline"]["rule"].as_str().expect("a rule")))
        };
        spoken(shown["rows"].as_array().expect("rows").iter().map(one))
    }
}

fn spoken(all: impl Iterator<Item = String>) -> String {
    let text = all.collect::<Vec<_>>().join("；");
    if text.is_empty() { "无".into() } else { text }
}

fn same(found: &str, expected: &str) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("is: {found}")) }
}
