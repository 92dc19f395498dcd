//! What the lead tests do at the desk: register, rate, assign, follow.

use chengdan_tests::{TestDesk, instant};
use serde_json::{Value, json};

/// A lead as it is typed; received at 08:00 of the first working day after National Day.
pub fn card(customer: &str) -> Value {
    json!({
        "id": null, "version": null, "customer": customer, "contact": "何工", "title": "工程部经理",
        "phone": "139 0000 0418", "wechat": "hegong", "email": "he@example.com", "industry": "酒店",
        "province": "示例省", "city": "临江市", "district": "湖畔区", "source": "Referral",
        "source_note": "南麓医械 陶工", "need": "二期 200 间门锁与客控",
        "received_at": "2026-10-08T00:00:00Z", "customer_id": null,
    })
}

/// Registers a lead as 林知远 and leaves them at the desk.
pub fn registered(desk: &TestDesk, customer: &str) -> Value {
    desk.sit("林知远");
    desk.ok("lead_save", card(customer))
}

/// The lead's id and the version that was seen.
pub fn seen(lead: &Value) -> Value {
    json!({ "id": lead["card"]["id"], "version": lead["card"]["version"] })
}

/// The request with what else it says.
pub fn with(lead: &Value, more: Value) -> Value {
    let mut ask = seen(lead);
    for (name, value) in more.as_object().expect("fields") {
        ask[name] = value.clone();
    }
    ask
}

/// 顾行's own hand.
pub fn hand(desk: &TestDesk) -> Value {
    json!({ "decider_id": desk.person("顾行"), "given": "SignedIn", "evidence": null, "behalf_reason": "" })
}

/// The grounds of a rating.
pub fn grounds() -> Value {
    let ground = |note: &str| json!({ "verdict": 0, "note": note });
    json!({ "industry": ground("主行业"), "fit": ground("现成"), "likelihood": ground("月底前定") })
}

/// The request to rate.
pub fn rating(desk: &TestDesk, lead: &Value, grade: &str) -> Value {
    with(lead, json!({ "grade": grade, "grounds": grounds(), "hand": hand(desk) }))
}

/// 顾行 rates it.
pub fn rated(desk: &TestDesk, lead: &Value, grade: &str) -> Value {
    desk.sit("顾行");
    desk.ok("lead_rate", rating(desk, lead, grade))
}

/// 顾行 gives it to somebody.
pub fn assigned(desk: &TestDesk, lead: &Value, who: &str) -> Value {
    desk.sit("顾行");
    desk.ok("lead_assign", with(lead, json!({ "assignee_id": desk.person(who), "hand": hand(desk) })))
}

/// The request of a follow-up by phone.
pub fn call(lead: &Value, reached: bool, next_on: Option<&str>) -> Value {
    let said = if reached { "约了周五看现场" } else { "无人接听" };
    with(
        lead,
        json!({ "at": null, "method": "Phone", "reached": reached, "said": said, "need_change": "", "next_on": next_on }),
    )
}

/// 林知远 calls.
pub fn called(desk: &TestDesk, lead: &Value, reached: bool, next_on: Option<&str>) -> Value {
    desk.sit("林知远");
    desk.ok("lead_follow", call(lead, reached, next_on))
}

/// A lead with 林知远, of that grade.
pub fn in_hand(desk: &TestDesk, customer: &str, grade: &str) -> Value {
    let lead = rated(desk, &registered(desk, customer), grade);
    assigned(desk, &lead, "林知远")
}

/// Sets the clock on the wall.
pub fn at(desk: &TestDesk, text: &str) {
    desk.clock.set(instant(text));
}

/// (rule, state) of every clock of a lead, the running ones first.
pub fn clocks(lead: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().expect("a word").to_string();
    let all = lead["deadlines"].as_array().expect("clocks");
    all.iter().map(|clock| (text(&clock["rule"]), text(&clock["state"]))).collect()
}

/// The state of the first clock of a rule.
pub fn state_of(lead: &Value, rule: &str) -> Option<String> {
    clocks(lead).into_iter().find(|(found, _)| found == rule).map(|(_, state)| state)
}

/// The first clock of a rule.
pub fn clock<'a>(lead: &'a Value, rule: &str) -> &'a Value {
    let all = lead["deadlines"].as_array().expect("clocks");
    all.iter().find(|clock| clock["rule"] == rule).unwrap_or_else(|| panic!("no clock of {rule}: {all:?}"))
}
