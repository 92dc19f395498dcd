//! Stories: the business line by line, with a stopped clock, readable by a sales director and kept by machine.
//!
//! A line is `<who> <does what> …` or states what must be true: `订单 状态 …`, `信件 …`, `任务 …`, `成交 …`, `历史 …`.

use chengdan_app::fault::Fault;
use chengdan_tests::{TestDesk, code_of, instant};
use serde_json::{Value, json};

use crate::order::desk::{decision, draft, seen};

#[test]
fn an_order_from_draft_to_letter() {
    tell(include_str!("../stories/order.story"));
}

fn tell(story: &str) {
    let mut teller = Teller { desk: TestDesk::staffed(), order: Value::Null };
    for (number, line) in
        story.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
    {
        if let Err(wrong) = teller.line(line) {
            panic!("line {}: {line}\n{wrong}", number + 1);
        }
    }
}

struct Teller {
    desk: TestDesk,
    order: Value,
}

impl Teller {
    fn line(&mut self, line: &str) -> Result<(), String> {
        let (subject, rest) = line.split_once(' ').ok_or("a line has at least two words")?;
        match subject {
            "时间" => {
                let local = format!("{}:00+08:00", rest.replace(' ', "T"));
                self.desk.clock.set(instant(&local));
                Ok(())
            }
            "订单" => {
                let (fact, expected) = rest.split_once(' ').ok_or("订单 <什么> <应是>")?;
                same(&self.fact(fact), expected)
            }
            "信件" => same(&self.letters(), rest),
            "任务" => same(&self.tasks(), rest),
            "成交" => same(&self.month(), rest),
            "历史" => same(&self.history(), rest),
            who => self.act(who, rest),
        }
    }

    fn act(&mut self, who: &str, rest: &str) -> Result<(), String> {
        self.desk.sit(who);
        if let Some(forbidden) = rest.strip_prefix("不能 ") {
            let (act, expected) = forbidden.split_once(' ').ok_or("不能 <做什么> <原因>")?;
            return match self.ask(who, act, "") {
                Err(Fault::Refused { reasons }) => {
                    same(&reasons.iter().map(code_of).collect::<Vec<_>>().join(", "), expected)
                }
                other => Err(format!("{other:?}")),
            };
        }
        let (act, words) = rest.split_once(' ').unwrap_or((rest, ""));
        self.order = self.ask(who, act, words).map_err(|fault| format!("{fault:?}"))?;
        Ok(())
    }

    fn ask(&self, who: &str, act: &str, words: &str) -> Result<Value, Fault> {
        let (desk, order) = (&self.desk, &self.order);
        match act {
            "新建" => desk.ask("order_save", draft(desk)),
            "修改" => desk.ask("order_save", order["draft"].clone()),
            "改付款" => {
                let mut draft = order["draft"].clone();
                for (index, share) in words.split(' ').enumerate() {
                    let share: i64 = share.parse().expect("a share in percent");
                    draft["terms"]["instalments"][index]["share"] = json!(share * 100);
                }
                desk.ask("order_save", draft)
            }
            "提交" => desk.ask("order_submit", seen(order)),
            "撤回" => desk.ask("order_withdraw", seen(order)),
            "同意" => desk.ask("approval_grant", decision(desk, order, who, words)),
            "退回" => desk.ask("approval_send_back", decision(desk, order, who, words)),
            "交付" => {
                let lines = order["lines"].as_array().expect("lines").iter();
                let lines: Vec<Value> = lines
                    .map(|line| json!({ "line_id": line["id"], "quantity_milli": line["quantity_milli"], "delivered_on": words }))
                    .collect();
                let request = json!({ "order_id": order["id"], "version": order["version"], "lines": lines, "note": "" });
                desk.ask("delivery_record", request)
            }
            other => panic!("nobody knows how to {other}"),
        }
    }

    fn fact(&self, fact: &str) -> String {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_string);
        match fact {
            "状态" => match text(&self.order["status"]).as_str() {
                "Draft" => "草稿",
                "AwaitingSupervisor" => "待主管",
                "AwaitingFinance" => "待财务",
                "AwaitingOperations" => "待运营",
                "SentBack" => "已退回",
                "Approved" => "已通过",
                other => panic!("{other}"),
            }
            .into(),
            "编号" => text(&self.order["number"]),
            "轮次" => text(&self.order["round"]),
            "退回原因" => text(&self.order["sent_back_reason"]),
            "等待" => text(&self.order["why"][0]["code"]),
            other => panic!("an order has no {other}"),
        }
    }

    fn letters(&self) -> String {
        let letters = self.order["letters"].as_array().expect("letters");
        let one = |letter: &Value| {
            let word = |key: &str| letter[key].as_str().expect("text").to_string();
            format!("R{} {} {}", letter["revision"], word("state"), word("to"))
        };
        if letters.is_empty() {
            "无".into()
        } else {
            letters.iter().map(one).collect::<Vec<_>>().join("；")
        }
    }

    fn tasks(&self) -> String {
        let name = |task: &Value| if task["kind"] == "prepare" { "备货" } else { "排产" };
        self.order["tasks"].as_array().expect("tasks").iter().map(name).collect::<Vec<_>>().join(" ")
    }

    fn month(&self) -> String {
        let book = self.desk.app.book().expect("open");
        let found = book.read(|connection| {
            let total = "select ym, orders, amount_fen from month_sum where facet = 'total' order by ym";
            Ok(connection.query_row(total, [], |row| {
                let (ym, orders, fen): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok(format!("{ym} {orders} 张 {fen} 分"))
            })?)
        });
        found.expect("a month")
    }

    fn history(&self) -> String {
        let mut acts: Vec<&str> = self.order["history"]
            .as_array()
            .expect("history")
            .iter()
            .map(|entry| entry["act"].as_str().expect("an act"))
            .collect();
        acts.reverse();
        acts.join(", ")
    }
}

fn same(found: &str, expected: &str) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("is: {found}")) }
}
