//! People: roles, passwords, the last administrator.

mod leaving;

use chengdan_tests::{TestDesk, person};
use serde_json::json;

#[test]
fn a_password_is_asked_for_and_never_kept_in_clear() {
    let desk = TestDesk::staffed();
    let mut request = person("许澈", json!(["SalesRep"]));
    request["password"] = json!("晴天 2026");
    let saved = desk.ok("person_save", request);
    let ask = |password: &str| json!({ "person_id": saved["id"], "password": password });
    assert_eq!(desk.refused("person_sign_in", ask("雨天")), ["PasswordWrong"]);
    assert_eq!(desk.refused("person_sign_in", ask("")), ["PasswordWrong"]);
    assert_eq!(desk.ok("person_sign_in", ask("晴天 2026"))["person"]["name"], "许澈");
    desk.app.set_book(None);
    for entry in std::fs::read_dir(desk.home.path().join("岭桥智能设备有限公司.book")).expect("a book")
    {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let bytes = std::fs::read(path).expect("bytes");
            let secret = "晴天 2026".as_bytes();
            assert!(!bytes.windows(secret.len()).any(|window| window == secret));
        }
    }
}

#[test]
fn only_an_admin_manages_people_and_one_admin_stays() {
    let desk = TestDesk::staffed();
    let me = desk.ok("person_list", json!({}));
    let me = me.as_array().expect("a list").iter().find(|p| p["name"] == "沈一禾").expect("me").clone();
    let mut request = person("沈一禾", json!(["SalesAssistant"]));
    request["id"] = me["id"].clone();
    request["version"] = me["version"].clone();
    assert_eq!(desk.refused("person_save", request), ["LastAdmin"]);
    desk.sit("林知远");
    assert_eq!(desk.refused("person_save", person("甲", json!(["Admin"]))), ["RoleMissing"]);
    assert_eq!(desk.refused("setting_save_company", chengdan_tests::company()), ["RoleMissing"]);
}

#[test]
fn two_people_never_share_a_name_and_a_stale_save_says_so() {
    let desk = TestDesk::staffed();
    assert_eq!(desk.refused("person_save", person("顾行", json!(["Finance"]))), ["NameTaken"]);
    let mut request = person("顾行", json!(["SalesSupervisor"]));
    request["id"] = json!(desk.person("顾行"));
    request["version"] = json!(7);
    assert!(matches!(desk.ask("person_save", request), Err(chengdan_app::fault::Fault::Stale { .. })));
}

#[test]
fn somebody_who_left_cannot_sit_down() {
    let desk = TestDesk::staffed();
    let mut request = person("何叶", json!(["Warehouse"]));
    request["id"] = json!(desk.person("何叶"));
    request["version"] = json!(1);
    request["active"] = json!(false);
    desk.ok("person_save", request);
    let ask = json!({ "person_id": desk.person("何叶"), "password": "" });
    assert_eq!(desk.refused("person_sign_in", ask), ["PersonInactive"]);
}
