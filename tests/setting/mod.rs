//! Settings: the three levels stay, the mail password is in the keychain only, a company has several accounts.

mod calendar;
mod clock;
mod papers;
mod past;
mod series;
mod wording;

use chengdan_tests::{TestDesk, company};
use serde_json::json;

#[test]
fn extra_levels_may_be_added_but_the_three_stay() {
    let desk = TestDesk::staffed();
    let policy = desk.ok("setting_view", json!({}))["policy"].clone();
    let mut fewer = policy.clone();
    fewer["levels"].as_array_mut().expect("levels").remove(1);
    assert_eq!(desk.refused("setting_save_policy", fewer), ["FieldOutOfRange", "FieldMissing"]);
    let mut more = policy;
    more["levels"].as_array_mut().expect("levels").push(json!({ "role": "Legal", "from_fen": 10_000_000 }));
    assert_eq!(desk.ok("setting_save_policy", more)["policy"]["levels"].as_array().expect("levels").len(), 4);
}

#[test]
fn the_mail_password_never_touches_the_disk() {
    let desk = TestDesk::staffed();
    let account = json!({
        "provider": "", "host": "smtp.example.com", "port": 465, "security": "Tls", "user": "a@example.com",
        "from_address": "a@example.com", "from_name": "岭桥", "trusted_pem": "", "per_minute": 30,
    });
    let saved = desk.ok("setting_save_mail", json!({ "account": account, "password": "SecretWord-42" }));
    assert_eq!(saved["mail_password_set"], true);
    let mut folders = vec![desk.home.path().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).expect("bytes");
                assert!(!bytes.windows(13).any(|window| window == b"SecretWord-42"), "{}", path.display());
            }
        }
    }
}

#[test]
fn the_standard_account_is_printed_and_others_wait_their_turn() {
    let desk = TestDesk::staffed();
    let mut card = company();
    card["bank_label"] = json!("基本户");
    card["other_accounts"] =
        json!([{ "label": "一般户", "bank_name": "示例银行桥东支行", "bank_account": "6200 9" }]);
    let saved = desk.ok("setting_save_company", card.clone());
    assert_eq!(saved["company"]["other_accounts"][0]["label"], "一般户");
    card["other_accounts"] = json!([{ "label": "", "bank_name": "", "bank_account": "6".repeat(61) }]);
    assert_eq!(desk.refused("setting_save_company", card.clone()), ["FieldMissing", "FieldTooLong"]);
    card["other_accounts"] = json!(vec![json!({ "label": "", "bank_name": "甲", "bank_account": "1" }); 10]);
    assert_eq!(desk.refused("setting_save_company", card), ["FieldOutOfRange"]);
}

#[test]
fn whoever_may_not_change_settings_is_told_who_may() {
    let desk = TestDesk::staffed();
    desk.sit("林知远");
    assert_eq!(desk.ok("setting_view", json!({}))["admins"], json!(["沈一禾"]));
    let series = json!({ "series": desk.ok("setting_view", json!({}))["series"], "next": null });
    assert_eq!(desk.refused("setting_save_series", series), ["RoleMissing"]);
    let backup = json!({ "place": "InBook", "keep": 3, "daily": true });
    assert_eq!(desk.refused("backup_save", backup), ["RoleMissing"]);
    let policy = desk.ok("setting_view", json!({}))["policy"].clone();
    assert_eq!(desk.refused("setting_save_policy", policy), ["RoleMissing"]);
}
