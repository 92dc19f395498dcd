//! Leads in the search of everything: by their names, their contacts, every way to reach them, and what they want.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use crate::lead::desk::*;

fn hits(desk: &TestDesk, text: &str) -> Vec<Value> {
    let found = desk.ok("search", json!({ "text": text, "limit": 8 }));
    let all = found["hits"].as_array().expect("hits").iter();
    all.filter(|hit| hit["kind"] == "Lead").cloned().collect()
}

#[test]
fn a_lead_is_found_by_whatever_was_written_down() {
    let desk = TestDesk::staffed();
    let lead = registered(&desk, "澄湖民宿有限公司");
    for (text, field) in [
        ("湖民", None),
        ("何工", None),
        ("chms", None),
        ("chenghu", None),
        ("hegong", Some("wechat")),
        ("9000004", Some("phone")),
        ("0000 0418", Some("phone")),
        ("he@exa", Some("email")),
        ("陶工", Some("source_note")),
        ("200 间", Some("need")),
    ] {
        let found = hits(&desk, text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0]["id"], lead["card"]["id"], "{text}");
        assert_eq!(found[0]["found"]["field"].as_str(), field, "{text}");
    }
    let by_sound = &hits(&desk, "chms")[0];
    assert_eq!((&by_sound["by_sound"], &by_sound["title"]["length"]), (&json!(true), &json!(0)));
    let marked = &hits(&desk, "湖民")[0];
    assert_eq!(marked["title"], json!({ "text": "澄湖民宿有限公司", "from": 1, "length": 2 }));
    assert_eq!(marked["detail"], json!({ "text": "何工", "from": 0, "length": 0 }));
    assert!(hits(&desk, "没有这个").is_empty());
}

#[test]
fn a_lead_without_a_company_goes_by_its_contact() {
    let desk = TestDesk::staffed();
    desk.sit("林知远");
    desk.ok("lead_save", card(""));
    let found = &hits(&desk, "何")[0];
    assert_eq!((&found["title"]["text"], &found["detail"]["text"]), (&json!("何工"), &json!("")));
}

#[test]
fn a_hit_says_where_the_lead_stands_and_whether_a_clock_ran_out() {
    let desk = TestDesk::staffed();
    let fresh = registered(&desk, "澄湖一号");
    let told = |desk: &TestDesk| {
        let found = &hits(desk, "澄湖一号")[0];
        [&found["lead_state"], &found["grade"], &found["overdue"]].map(Value::clone)
    };
    assert_eq!(told(&desk), [json!("New"), Value::Null, json!(false)]);
    at(&desk, "2026-10-08T10:00:00Z");
    assert_eq!(told(&desk)[2], false, "its rating is due just now");
    at(&desk, "2026-10-08T10:00:01Z");
    assert_eq!(told(&desk)[2], true);
    let lead = assigned(&desk, &rated(&desk, &fresh, "A"), "林知远");
    assert_eq!(told(&desk), [json!("Assigned"), json!("A"), json!(false)]);
    desk.ok("lead_lose", with(&lead, json!({ "reason": "没钱" })));
    at(&desk, "2026-12-08T10:00:00Z");
    assert_eq!(told(&desk), [json!("Lost"), json!("A"), json!(false)], "what ended is not overdue");
}

#[test]
fn an_exact_name_goes_before_newer_ones_and_both_before_what_holds_it() {
    let desk = TestDesk::staffed();
    let exact = registered(&desk, "澄湖")["card"]["id"].clone();
    let mut other = card("临湖一号");
    other["need"] = json!("和澄湖一样");
    desk.ok("lead_save", other);
    for number in 0..9 {
        registered(&desk, &format!("澄湖 {number} 期"));
    }
    let found = hits(&desk, "澄湖");
    let names: Vec<&str> = found.iter().filter_map(|hit| hit["title"]["text"].as_str()).collect();
    assert_eq!(found[0]["id"], exact, "although eight newer ones hold the text");
    assert_eq!(names[..3], ["澄湖", "澄湖 8 期", "澄湖 7 期"]);
    assert_eq!(names.len(), 8);
    // The same company in the book stands beside its lead; what begins so goes first.
    let kinds = |text: &str| -> Vec<String> {
        let found = desk.ok("search", json!({ "text": text, "limit": 8 }));
        let all = found["hits"].as_array().expect("hits").iter();
        let mut kinds: Vec<String> =
            all.map(|hit| hit["kind"].as_str().expect("a kind").to_string()).collect();
        kinds.dedup();
        kinds
    };
    registered(&desk, "青屿酒店管理有限公司");
    assert_eq!(kinds("青屿"), ["Customer", "Lead"]);
    assert_eq!(kinds("何工"), ["Lead"]);
}
