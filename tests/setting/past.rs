//! Every change of a setting is told: what it was before and what it is now, field by field.

use chengdan_tests::{TestDesk, company};
use serde_json::{Value, json};

fn past(desk: &TestDesk) -> Vec<Value> {
    desk.ok("setting_history", json!({ "of": "Settings" })).as_array().expect("a list").clone()
}

fn changes(entry: &Value) -> Vec<(String, String, String)> {
    let text = |change: &Value, name: &str| change[name].as_str().expect("text").to_string();
    let all = entry["changes"].as_array().expect("changes").iter();
    all.map(|change| (text(change, "field"), text(change, "before"), text(change, "after"))).collect()
}

fn change(field: &str, before: &str, after: &str) -> (String, String, String) {
    (field.into(), before.into(), after.into())
}

#[test]
fn only_what_changed_is_told_and_by_whom() {
    let desk = TestDesk::staffed();
    let before = past(&desk).len();
    let mut card = company();
    card["phone"] = json!("0500-00001234");
    desk.ok("setting_save_company", card.clone());
    let told = past(&desk);
    assert_eq!(told.len(), before + 1);
    assert_eq!(changes(&told[0]), [change("company.phone", "0500-00006600", "0500-00001234")]);
    assert_eq!((&told[0]["person"], &told[0]["act"]), (&json!("沈一禾"), &json!("setting_save")));
    desk.ok("setting_save_company", card);
    assert_eq!(past(&desk).len(), before + 1, "saving what stands there already tells nothing");
}

#[test]
fn lists_are_told_by_their_items_and_no_secret_is_told() {
    let desk = TestDesk::staffed();
    let mut policy = desk.ok("setting_view", json!({}))["policy"].clone();
    policy["levels"].as_array_mut().expect("levels").push(json!({ "role": "Legal", "from_fen": 10_000_000 }));
    policy["delivery_point"] = json!("Dispatch");
    desk.ok("setting_save_policy", policy);
    let told = changes(&past(&desk)[0]);
    assert!(told.contains(&change("policy.levels.3.role", "", "Legal")), "{told:?}");
    assert!(told.contains(&change("policy.levels.3.from_fen", "", "10000000")), "{told:?}");
    assert!(told.contains(&change("policy.delivery_point", "Receipt", "Dispatch")), "{told:?}");
    assert_eq!(told.len(), 3);

    let account = json!({
        "provider": "", "host": "smtp.example.com", "port": 465, "security": "Tls", "user": "a@example.com",
        "from_address": "a@example.com", "from_name": "岭桥", "trusted_pem": "", "per_minute": 30,
    });
    desk.ok("setting_save_mail", json!({ "account": account, "password": "SecretWord-42" }));
    let whole = serde_json::to_string(&past(&desk)).expect("JSON");
    assert!(whole.contains("mail.host") && !whole.contains("SecretWord-42"));
}

#[test]
fn entries_from_before_are_read_field_by_field() {
    let desk = TestDesk::staffed();
    let book = desk.app.book().expect("a book");
    let raw = rusqlite::Connection::open(book.folder().join("book.db")).expect("open");
    let whole = json!({ "changes": [{ "field": "company", "before": "{\"name\":\"甲\",\"phone\":\"1\"}", "after": "{\"name\":\"乙\",\"phone\":\"1\"}" }] });
    raw.execute(
        "update history set payload = $1 where seq = (select max(seq) from history where document = 'setting')",
        [whole.to_string()],
    )
    .expect("an old entry");
    assert_eq!(changes(&past(&desk)[0]), [change("company.name", "甲", "乙")]);
}

#[test]
fn every_saving_command_of_the_settings_tells() {
    let desk = TestDesk::staffed();
    let rule = json!({ "prefix": "XS", "dash": true, "digits": 4, "reset": "Yearly" });
    desk.ok("setting_save_series", json!({ "series": rule, "next": 7 }));
    desk.ok("backup_save", json!({ "place": "InBook", "keep": 9, "daily": false }));
    desk.ok("language_set", json!({ "language": "En" }));
    desk.ok("notice_save_rule", json!({ "leave": "Granted", "letters": false, "orders_back": true, "approvals": true, "imports": true }));
    let told: Vec<_> = past(&desk).iter().flat_map(changes).collect();
    for expected in [
        change("series.prefix", "DD", "XS"),
        change("series.reset", "Monthly", "Yearly"),
        change("series.next", "XS202610-0001", "XS202610-0007"),
        change("backup.keep", "30", "9"),
        change("backup.daily", "true", "false"),
        change("language", "Zh", "En"),
        change("notices 1.letters", "true", "false"),
    ] {
        assert!(told.contains(&expected), "{expected:?} in {told:?}");
    }
}
